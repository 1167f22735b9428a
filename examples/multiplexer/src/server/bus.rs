//! The bus as a part of a multiplexer that runs.

use std::io;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use bus::{Bus, BusError, Site, SiteError};
use csta_client::{Acceptor, MAX_APDU};
use numfmt::{ConfigFile, Formatter};
use tokio::io::DuplexStream;
use tokio::task::JoinSet;
use tokio::time::timeout;

use super::Shared;
use super::application::Service;
use super::permission::Permit;
use crate::config::BusSettings;
use crate::nats::{BusPart, Dial, FrontSettings, HandOver, Stand};

/// How long a hand-over may take when the program stops.
const HAND_OVER: Duration = Duration::from_secs(3);

/// Why there is no bus.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BusStartError {
    /// There is no connection to be had.
    #[error("bus: {0}")]
    Bus(#[from] BusError),
    /// The name of the site is none.
    #[error("bus.site: {0}")]
    Site(#[from] SiteError),
    /// The devices are none.
    #[error("bus.devices: {0}")]
    Devices(#[from] crate::AccessError),
    /// The rules for numbers cannot be read.
    #[error("bus.numbers: {0}")]
    Numbers(String),
}

/// What of the bus has to be there before the switch is touched.
#[derive(Debug)]
pub(super) struct OpenBus {
    bus: Bus,
    front: FrontSettings,
}

impl OpenBus {
    pub(super) async fn open(settings: &BusSettings) -> Result<Self, BusStartError> {
        let site: Site = settings.site.parse()?;
        let numbers = match &settings.numbers {
            None => Formatter::new(&numfmt::Config::default())
                .map_err(|error| BusStartError::Numbers(error.to_string()))?,
            Some(path) => numbers(path)?,
        };
        let bus = Bus::connect(&bus::BusSettings {
            url: settings.url.clone(),
            credentials: settings.credentials.clone(),
            name: format!("csta-mux {} of {site}", settings.name),
            replicas: settings.replicas,
        })
        .await?;
        let front = FrontSettings {
            site,
            name: settings.name.clone(),
            devices: settings.device_set()?,
            call_records: settings.call_records,
            user: settings.user.clone(),
            numbers: Arc::new(numbers),
        };
        Ok(Self { bus, front })
    }

    /// Starts the front, and the lease if there are several multiplexers.
    pub(super) fn start(
        self,
        settings: &BusSettings,
        service: Service,
        permit: Permit,
        tasks: &mut JoinSet<()>,
    ) -> Running {
        let part = BusPart {
            bus: self.bus,
            settings: self.front,
            stand: Applications(Arc::clone(&service.shared)),
            dial: dial(service),
        };
        match &settings.standby {
            None => {
                tasks.spawn(part.run());
                Running { hand_over: None, _permit: Some(permit) }
            }
            Some(standby) => {
                let (hand_over, run) = part.run_with_lease(standby, permit);
                tasks.spawn(run);
                Running { hand_over: Some(hand_over), _permit: None }
            }
        }
    }
}

/// The bus of a multiplexer that runs.
#[derive(Debug)]
pub(super) struct Running {
    hand_over: Option<HandOver>,
    /// Without a lease, the switch may always be had.
    _permit: Option<Permit>,
}

impl Running {
    /// Whether this multiplexer has the switch, or may take it.
    pub(super) fn is_holder(&self) -> bool {
        self.hand_over.as_ref().is_none_or(HandOver::is_holder)
    }

    pub(super) async fn hand_over(&self) {
        if let Some(hand_over) = &self.hand_over {
            hand_over.ask().await;
        }
    }

    /// Gives the switch to another multiplexer before the program stops.
    pub(super) async fn give_up(&self) {
        if let Some(hand_over) = &self.hand_over {
            // Without an answer, the lease expires.
            let _ = timeout(HAND_OVER, hand_over.done()).await;
        }
    }
}

struct Applications(Arc<Shared>);

impl Stand for Applications {
    fn stand_by(&self, is_standby: bool) {
        self.0.lock().stand_by(is_standby);
    }
}

/// Connects to the core without a socket.
fn dial(service: Service) -> Dial {
    let gate = Arc::clone(&service.gate);
    let knows = move |user: &str| gate.users().by_name(user).is_some();
    Dial::new(knows, move |user: Option<&str>| {
        let (service, user) = (service.clone(), user.map(str::to_owned));
        async move {
            let (near, far) = tokio::io::duplex(MAX_APDU * 2);
            tokio::spawn(serve(service, far, user));
            Ok::<DuplexStream, io::Error>(near)
        }
    })
}

async fn serve(service: Service, stream: DuplexStream, user: Option<String>) {
    match Acceptor::default().accept(stream).await {
        Ok(request) => service.serve_front(request, user).await,
        Err(reason) => tracing::debug!(%reason, "the front has not asked for an association"),
    }
}

fn numbers(path: &Path) -> Result<Formatter, BusStartError> {
    ConfigFile::load(path)
        .and_then(|file| file.formatter())
        .map_err(|error| BusStartError::Numbers(error.to_string()))
}
