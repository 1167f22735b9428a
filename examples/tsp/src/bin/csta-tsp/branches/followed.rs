//! The sites of the bus: those that are there, and those that come later.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::time::Duration;

use bus::{BusSettings, Known, LineState, Site, SiteLink, Sites};
use csta_client::Client;
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};
use tsp::config::{Bus, Config};
use tsp::{Provider, Registry};

use crate::show::Output;

/// How long NATS may take at first.
const PRESENT: Duration = Duration::from_secs(10);

/// How long an operation may take: longer than a takeover, after which it may still be carried out.
const ANSWER: Duration = Duration::from_secs(45);

/// How long a link that was lost is waited for before it is tried again, at first and at the most.
const BACKOFF: (Duration, Duration) = (Duration::from_millis(500), Duration::from_secs(5));

/// How long it is waited for more changes of lines before they are read.
const SETTLED: Duration = Duration::from_millis(500);

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// The sites of the bus as providers. New ones are added, and lines that come or go are read, as long
/// as this is there.
#[derive(Debug)]
pub(crate) struct Branches {
    providers: Vec<Provider>,
    _following: JoinSet<()>,
}

/// What is needed to make a provider of a site.
struct Maker {
    bus: bus::Bus,
    sites: Sites,
    user: Option<String>,
    config: Config,
    registry: Registry,
    /// The sites that are wanted; all if it is empty.
    wanted: BTreeSet<Site>,
}

impl Branches {
    /// Connects to NATS and adds the sites that are there.
    ///
    /// # Errors
    ///
    /// If NATS is not there, or a site that is wanted is not.
    pub(crate) async fn join(
        settings: &Bus,
        config: &Config,
        registry: &Registry,
        output: Output,
    ) -> Result<Self> {
        let place = bus::place(&settings.url);
        let wanted = settings.sites.iter().map(|name| name.parse());
        let wanted = wanted.collect::<std::result::Result<BTreeSet<Site>, _>>()?;
        let bus = bus::Bus::connect(&BusSettings {
            url: settings.url.clone(),
            credentials: settings.credentials.clone(),
            name: format!("csta-tsp {}", env!("CARGO_PKG_VERSION")),
            ..BusSettings::default()
        })
        .await?;
        let sites = Sites::follow(&bus);
        let known = present(&bus, &sites, &place).await?;
        if let Some(unknown) = wanted.iter().find(|site| !known.sites.contains_key(*site)) {
            return Err(no_site(unknown, &known, &place).into());
        }
        let user = settings.user.clone();
        let (config, registry) = (config.clone(), registry.clone());
        let maker = Maker { bus, sites, user, config, registry, wanted };
        let mut providers = Vec::new();
        for site in known.sites.keys().filter(|site| maker.wants(site)) {
            providers.push(maker.add(site).await?);
        }
        if providers.is_empty() {
            output.warn(&format!("no multiplexer has ever been on the bus at {place}"));
        }
        let mut following = JoinSet::new();
        following.spawn(maker.follow(providers.clone(), known, output));
        Ok(Self { providers, _following: following })
    }

    /// Those that were there at first.
    pub(crate) fn providers(&self) -> &[Provider] {
        &self.providers
    }
}

/// Waits until it is known which sites there are.
async fn present(bus: &bus::Bus, sites: &Sites, place: &str) -> Result<Known> {
    let mut watch = sites.watch();
    let is_present = watch.wait_for(|known| known.is_present);
    if let Ok(Ok(known)) = timeout(PRESENT, is_present).await {
        return Ok(known.clone());
    }
    let error = match &sites.known().error {
        Some(error) if bus.is_connected() => error.clone(),
        _ if bus.is_connected() => "no answer".to_owned(),
        _ => "no connection; is nats-server running there, and does it let us in?".to_owned(),
    };
    Err(format!("NATS at {place}: {error}").into())
}

fn no_site(site: &Site, known: &Known, place: &str) -> String {
    let names: Vec<&str> = known.sites.keys().map(Site::as_str).collect();
    if names.is_empty() {
        return format!("there is no site {site} on the bus at {place}, nor any other");
    }
    let meant = match config_file::nearest(site.as_str(), names.iter().copied()) {
        Some(near) => format!(", did you mean {near}?"),
        None => String::new(),
    };
    format!("there is no site {site} on the bus at {place}{meant} There are {}", names.join(", "))
}

impl Maker {
    fn wants(&self, site: &Site) -> bool {
        self.wanted.is_empty() || self.wanted.contains(site)
    }

    /// A provider whose PBX is reached over the bus.
    async fn add(&self, site: &Site) -> std::result::Result<Provider, tsp::Error> {
        let client = Client::builder().answer_timeout(ANSWER);
        let mut settings = self.config.site(site.as_str(), client).settings();
        settings.backoff = BACKOFF;
        if settings.lines.automatic {
            // They are to be seen when the site is away, too.
            let known = self.lines_of(site);
            let own = &mut settings.lines.manual;
            let new = known.into_iter().filter(|line| {
                own.iter().all(|own| own.number() != line.number())
                    && settings.numbers.lines([line.number()]).next().is_some()
            });
            let new: Vec<numfmt::Line> = new.collect();
            own.extend(new);
        }
        let (bus, sites) = (self.bus.clone(), self.sites.clone());
        let link = SiteLink::new(bus, sites, site.clone(), self.user.clone());
        self.registry
            .add_over(settings, move || {
                let link = link.clone();
                async move { link.connect().await }
            })
            .await
    }

    /// The lines of a site as the bus knows them, with their names.
    fn lines_of(&self, site: &Site) -> Vec<numfmt::Line> {
        let known = self.sites.known();
        let lines = known.lines.get(site).into_iter().flatten();
        let line = |line: &LineState| {
            numfmt::Line::new(&line.number, line.name.as_deref().unwrap_or_default()).ok()
        };
        lines.filter_map(|(_, own)| line(own)).collect()
    }

    /// Adds sites that come later, and has lines read again that have come or gone.
    async fn follow(self, providers: Vec<Provider>, known: Known, output: Output) {
        let mut read = lines(&known);
        let mut providers: BTreeMap<String, Provider> =
            providers.into_iter().map(|own| (own.name().to_owned(), own)).collect();
        let mut watch = self.sites.watch();
        while watch.changed().await.is_ok() {
            let now = lines(&watch.borrow_and_update());
            if now == read {
                continue;
            }
            // Mostly many change together.
            sleep(SETTLED).await;
            let now = lines(&watch.borrow_and_update());
            for (site, lines) in &now {
                if !self.wants(site) || read.get(site) == Some(lines) {
                    continue;
                }
                let done = match providers.get(site.as_str()) {
                    Some(provider) => provider.reload().await,
                    None => match self.add(site).await {
                        Ok(provider) => {
                            providers.insert(site.to_string(), provider);
                            Ok(())
                        }
                        Err(error) => Err(error),
                    },
                };
                if let Err(error) = done {
                    output.warn(&error.to_string());
                }
            }
            read = now;
        }
    }
}

/// What of a line the list of devices tells.
type Listed = (String, Option<u32>, bool);

/// The lines of each site, as far as lists of devices tell of them.
fn lines(known: &Known) -> BTreeMap<Site, BTreeSet<Listed>> {
    let of = |site: &Site| {
        let lines = known.lines.get(site).into_iter().flatten();
        lines.map(|(_, line)| (line.number.clone(), line.device_number, line.in_service)).collect()
    };
    known.sites.keys().map(|site| (site.clone(), of(site))).collect()
}
