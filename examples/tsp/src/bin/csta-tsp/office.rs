//! The providers of the configuration, connected, with their lines.

use std::collections::HashSet;
use std::error::Error;
use std::time::Duration;

use futures::stream::{FuturesUnordered, StreamExt as _};
use tokio::time::{Instant, interval};
use tsp::config::{Config, Connection};
use tsp::{
    Line, LineChange, LineId, LinkState, Notification, Provider, ProviderSettings, Registry,
    RegistrySettings,
};

use crate::branches::Branches;
use crate::show::Output;

/// How long connecting and reading the lines may take.
const READY: Duration = Duration::from_secs(30);

/// How often progress is shown.
const PROGRESS: Duration = Duration::from_millis(200);

/// How many notifications a reader may be behind.
const NOTIFICATIONS: usize = 16_384;

/// Why what does not go on until Ctrl-C has failed after it.
const INTERRUPTED: &str =
    "it was interrupted: what it had asked for already may happen all the same";

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// What a command needs of its providers.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Needs {
    /// Call records.
    pub(crate) call_records: bool,
    /// Going on until Ctrl-C, also while a PBX cannot be reached, since it may come back.
    pub(crate) patience: bool,
}

/// The providers, connected.
#[derive(Debug)]
pub(crate) struct Office {
    registry: Registry,
    needs: Needs,
}

impl Office {
    /// Does something with the providers, and releases the associations whatever comes of it, also
    /// on Ctrl-C and when the program is told to end.
    ///
    /// # Errors
    ///
    /// If a provider cannot be connected to, and those of the work; if it is told to end and the
    /// work does not go on until then.
    pub(crate) async fn with<T: Default>(
        config: &Config,
        needs: Needs,
        output: Output,
        work: impl AsyncFnOnce(&Self) -> Result<T>,
    ) -> Result<T> {
        let interrupted = program::interruption()?;
        let settings = RegistrySettings {
            open_lines: config.settings.advanced.open_lines,
            notifications: NOTIFICATIONS,
        };
        let office = Self { registry: Registry::new(settings), needs };
        let done = tokio::select! {
            done = async {
                let _followed = office.connect(config, output).await?;
                work(&office).await
            } => done,
            () = interrupted => needs.patience.then(T::default).ok_or_else(|| INTERRUPTED.into()),
        };
        office.registry.close().await;
        done
    }

    /// Adds all providers, and waits until they are connected and their lines are read. Sites of
    /// the bus are followed until what is given back is dropped.
    async fn connect(&self, config: &Config, output: Output) -> Result<Option<Branches>> {
        let needs = self.needs;
        if config.providers.is_empty() && config.bus.is_none() {
            return Err(crate::NO_PBX.into());
        }
        let mut added = Vec::new();
        for provider in settings(config, needs) {
            added.push(self.registry.add(provider).await?);
        }
        let branches = match &config.bus {
            Some(bus) => {
                let branches = Branches::join(bus, config, &self.registry, output).await?;
                added.extend(branches.providers().iter().cloned());
                Some(branches)
            }
            None => None,
        };
        let mut connecting: FuturesUnordered<_> =
            added.iter().map(|provider| provider.ready(READY)).collect();
        while let Some(ready) = connecting.next().await {
            match ready {
                Ok(()) => {}
                // The log tells it, where it tells such things.
                Err(_) if needs.patience && tracing::enabled!(tracing::Level::WARN) => {}
                Err(error) if needs.patience => {
                    output.warn(&format!("{error}; it is tried again"));
                }
                // One branch that is away does not keep the others waiting.
                Err(error) if config.bus.is_some() => output.warn(&error.to_string()),
                Err(error) => return Err(error.into()),
            }
        }
        Ok(branches)
    }

    /// The registry.
    pub(crate) const fn registry(&self) -> &Registry {
        &self.registry
    }

    /// The providers.
    pub(crate) fn providers(&self) -> Vec<Provider> {
        self.registry.providers()
    }

    /// Waits for the names of lines, if they are read from the PBX.
    pub(crate) async fn named(&self, output: Output) {
        for provider in self.providers() {
            let lines = provider.status().lines;
            let limit = READY.max(PER_LINE * u32::try_from(lines).unwrap_or(0));
            let began = Instant::now();
            let mut ticks = interval(PROGRESS);
            let mut named = std::pin::pin!(provider.named(limit));
            let are_named = loop {
                tokio::select! {
                    are_named = &mut named => break are_named,
                    _ = ticks.tick() => output.progress(&format!(
                        "{}: the names of {lines} lines are being read, {:.0} s", provider.name(),
                        began.elapsed().as_secs_f32(),
                    )),
                }
            };
            output.progress("");
            if !are_named {
                output.warn(&format!("{}: the names are not there yet", provider.name()));
            }
        }
    }

    /// Opens these lines, or all if none is named, and waits until each is monitored or is known
    /// not to be. Of the lines that are named each has to be monitored.
    ///
    /// # Errors
    ///
    /// A line that there is not, that the PBX does not let monitor, or one too many.
    pub(crate) async fn open(&self, names: &[String], output: Output) -> Result<Vec<Line>> {
        let lines = match names {
            [] => self.registry.lines(),
            names => {
                let found = names.iter().map(|name| self.find(name));
                futures::future::try_join_all(found).await?
            }
        };
        for line in &lines {
            line.open().await?;
        }
        self.monitored(&lines, !names.is_empty(), output).await?;
        Ok(lines)
    }

    /// Opens all lines, and those that come to be later, as long as there are providers.
    pub(crate) async fn keep_open(&self, output: Output) {
        let mut notifications = self.registry.notifications();
        // One that was closed meanwhile stays closed.
        let mut seen: HashSet<LineId> = HashSet::new();
        let open = async |line: Line| {
            if let Err(error) = line.open().await {
                // The others are open all the same.
                output.warn(&error.to_string());
            }
        };
        for line in self.registry.lines() {
            seen.insert(line.id());
            open(line).await;
        }
        while let Some(notification) = notifications.next().await {
            match notification {
                Notification::Line(own) if own.change == LineChange::Created => {
                    if let Some(line) = self.registry.line(own.line) {
                        seen.insert(own.line);
                        open(line).await;
                    }
                }
                Notification::Lagged { .. } => {
                    for line in self.registry.lines() {
                        if seen.insert(line.id()) {
                            open(line).await;
                        }
                    }
                }
                _ => {}
            }
        }
    }

    /// The line of this name. One that no provider has is added to the first, which may know it
    /// all the same.
    pub(crate) async fn find(&self, name: &str) -> Result<Line> {
        match self.registry.find(name) {
            Err(tsp::Error::NoLine(_)) => {}
            found => return Ok(found?),
        }
        let provider = self.providers().into_iter().next().ok_or(crate::NO_PBX)?;
        // What is no number is not known to a PBX either.
        let line = numfmt::Line::new(name, "").map_err(|_| tsp::Error::NoLine(name.to_owned()))?;
        let added = provider.add_lines(vec![line]).await?;
        Ok(added.into_iter().next().ok_or_else(|| tsp::Error::NoLine(name.to_owned()))?)
    }

    async fn monitored(&self, lines: &[Line], all: bool, output: Output) -> Result<()> {
        // Who does not wait for a PBX that is away does not wait for its lines either.
        let is_away =
            |line: &&Line| matches!(line.provider().status().link, LinkState::Down { .. });
        if all
            && !self.needs.patience
            && let Some(line) = lines.iter().find(is_away)
        {
            let (line, state) = (line.number().to_owned(), line.info()?.state);
            return Err(tsp::Error::NotReady { line, state }.into());
        }
        let began = Instant::now();
        let limit = READY.max(PER_LINE * u32::try_from(lines.len()).unwrap_or(u32::MAX));
        let mut ticks = interval(PROGRESS);
        let mut waiting: FuturesUnordered<_> = lines.iter().map(|line| line.ready(limit)).collect();
        let mut done = 0;
        loop {
            tokio::select! {
                ready = waiting.next() => match ready {
                    Some(Ok(())) => done += 1,
                    // The others can be watched all the same.
                    Some(Err(error)) if all => {
                        output.progress("");
                        return Err(error.into());
                    }
                    Some(Err(error)) => {
                        output.progress("");
                        output.warn(&error.to_string());
                    }
                    None => break,
                },
                _ = ticks.tick(), if lines.len() > 1 => output.progress(&format!(
                    "{done} of {} lines are monitored, {:.0} s", lines.len(),
                    began.elapsed().as_secs_f32(),
                )),
            }
        }
        output.progress("");
        Ok(())
    }
}

/// How long a line may take to be monitored among many, pacing included.
const PER_LINE: Duration = Duration::from_millis(100);

/// The settings of each provider.
fn settings(config: &Config, needs: Needs) -> Vec<ProviderSettings> {
    let of = |(index, connection): (usize, &Connection)| {
        let mut provider = connection.settings();
        if needs.call_records && config.recorded().is_some_and(|(own, _)| own == index) {
            provider.call_records = Some(csta_codec::types::CdrTransferMode::TransferAtEndOfCall);
            provider.call_records_delay = config.settings.cdr.delay;
        }
        provider
    };
    config.providers.iter().enumerate().map(of).collect()
}
