//! A simulated PBX on virtual time, and a provider of it.

use std::io;
use std::time::Duration;

use pbx_sim::{Config, Pbx};
use tokio::io::duplex;
use tsp::{Notification, Notifications, Provider, ProviderSettings, Registry, RegistrySettings};

pub(crate) const SECOND: Duration = Duration::from_secs(1);
pub(crate) const LIMIT: Duration = Duration::from_secs(600);

pub(crate) struct Office {
    pub(crate) pbx: Pbx,
    pub(crate) registry: Registry,
    pub(crate) provider: Provider,
    pub(crate) told: Notifications,
}

pub(crate) fn settings() -> ProviderSettings {
    ProviderSettings::new("pbx.example")
}

/// A provider of a PBX in the same process.
pub(crate) async fn join(registry: &Registry, pbx: &Pbx, settings: ProviderSettings) -> Provider {
    let pbx = pbx.clone();
    let dial = move || {
        let (near, far) = duplex(1 << 16);
        let pbx = pbx.clone();
        tokio::spawn(async move { pbx.serve(far).await });
        async move { io::Result::Ok(near) }
    };
    registry.add_over(settings, dial).await.unwrap()
}

impl Office {
    pub(crate) async fn new(config: Config, settings: ProviderSettings) -> Self {
        let pbx = Pbx::spawn(config).unwrap();
        let registry = Registry::new(RegistrySettings::default());
        let told = registry.notifications();
        let provider = join(&registry, &pbx, settings).await;
        provider.ready(LIMIT).await.unwrap();
        Self { pbx, registry, provider, told }
    }

    /// Waits until something is told.
    pub(crate) async fn until<T>(&mut self, found: impl FnMut(Notification) -> Option<T>) -> T {
        self.told.until("what the test waits for", LIMIT, found).await.unwrap()
    }

    pub(crate) fn numbers(&self) -> Vec<String> {
        self.provider.lines().iter().map(|line| line.number().to_owned()).collect()
    }
}
