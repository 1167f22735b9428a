//! The handle of the registry.

use std::io;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use csta_client::{Session, SessionBuilder, SessionStream};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::sync::{Semaphore, broadcast};

use super::admission::Admitted;
use super::{Notification, Notifications};
use crate::{Error, Line, LineId, Provider, ProviderId, ProviderSettings};

/// How a registry is to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RegistrySettings {
    /// How many lines can be open at a time, those of all providers together: 10,000 unless said
    /// otherwise. It stands in place of licences: opening a line takes one, closing it gives it
    /// back.
    pub open_lines: usize,
    /// How many notifications are held for each reader: 4096 unless said otherwise.
    pub notifications: usize,
}

impl Default for RegistrySettings {
    fn default() -> Self {
        Self { open_lines: 10_000, notifications: 4096 }
    }
}

/// All providers and their lines: a handle, to be cloned at will.
///
/// ```no_run
/// # async fn watch() -> Result<(), tsp::Error> {
/// use std::time::Duration;
/// use tsp::{Notification, ProviderSettings, Registry};
///
/// let registry = Registry::new(Default::default());
/// let mut notifications = registry.notifications();
/// let provider = registry.add(ProviderSettings::new("192.168.0.101")).await?;
/// provider.ready(Duration::from_secs(30)).await?;
/// for line in provider.lines() {
///     line.open().await?;
/// }
/// while let Some(notification) = notifications.next().await {
///     if let Notification::Call(change) = notification {
///         println!("{} {}: {}", change.number, change.call.other_party(), change.call.state);
///     }
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Registry {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    common: Common,
    providers: Mutex<Vec<(Admitted, Provider)>>,
    /// Only one provider is let in at a time, so that two for one PBX cannot both be.
    admission: tokio::sync::Mutex<()>,
    last_provider: AtomicU32,
}

/// What the providers of a registry have in common.
#[derive(Clone, Debug)]
pub(crate) struct Common {
    pub(crate) settings: RegistrySettings,
    pub(crate) open_lines: Arc<Semaphore>,
    pub(crate) notifications: broadcast::Sender<Notification>,
    /// The number of the last address; calls are named by it.
    pub(crate) addresses: Arc<AtomicU32>,
}

impl Common {
    pub(crate) fn next_address(&self) -> u32 {
        self.addresses.fetch_add(1, Ordering::Relaxed) + 1
    }
}

impl Registry {
    /// A registry without providers.
    #[must_use]
    pub fn new(settings: RegistrySettings) -> Self {
        let (notifications, _) = broadcast::channel(settings.notifications.clamp(1, 1 << 20));
        let open_lines = settings.open_lines.min(Semaphore::MAX_PERMITS);
        let common = Common {
            settings,
            open_lines: Arc::new(Semaphore::new(open_lines)),
            notifications,
            addresses: Arc::default(),
        };
        Self {
            inner: Arc::new(Inner {
                common,
                providers: Mutex::default(),
                admission: tokio::sync::Mutex::default(),
                last_provider: AtomicU32::new(0),
            }),
        }
    }

    /// Adds a provider. It begins to connect at once, and goes on trying;
    /// [`Provider::ready`] waits until it has.
    ///
    /// # Errors
    ///
    /// [`Error::SecondProvider`] if there is one for this PBX, by its name or by the address that
    /// its name has; nothing has been sent to the PBX then. [`Error::ProviderName`] if there is
    /// one of this name. [`Error::InvalidLine`] if a line of its settings cannot be one.
    ///
    /// # Panics
    ///
    /// Outside of a tokio runtime.
    pub async fn add(&self, settings: ProviderSettings) -> Result<Provider, Error> {
        let _one_at_a_time = self.inner.admission.lock().await;
        let admitted = Admitted::of(self.next_provider(), &settings).await;
        self.admit(admitted, settings, SessionBuilder::start)
    }

    /// As [`add`](Self::add), over connections that `dial` makes, of any kind. That they do not
    /// lead to a PBX which another provider has is up to the caller.
    ///
    /// # Errors
    ///
    /// As [`add`](Self::add), but for [`Error::SecondProvider`].
    ///
    /// # Panics
    ///
    /// Outside of a tokio runtime.
    pub async fn add_over<S, F>(
        &self,
        settings: ProviderSettings,
        dial: impl FnMut() -> F + Send + 'static,
    ) -> Result<Provider, Error>
    where
        S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
        F: Future<Output = io::Result<S>> + Send + 'static,
    {
        let _one_at_a_time = self.inner.admission.lock().await;
        let admitted = Admitted::by_name(self.next_provider(), &settings);
        self.admit(admitted, settings, |session| session.start_with(dial))
    }

    fn next_provider(&self) -> ProviderId {
        ProviderId(self.inner.last_provider.fetch_add(1, Ordering::Relaxed) + 1)
    }

    fn admit(
        &self,
        admitted: Admitted,
        settings: ProviderSettings,
        start: impl FnOnce(SessionBuilder) -> (Session, SessionStream),
    ) -> Result<Provider, Error> {
        // Held until it is there: who is told of its lines finds them.
        let mut providers = self.providers_mut();
        // The PBX of one that has been closed is free.
        providers.retain(|(_, provider)| !provider.is_closed());
        admitted.admit_beside(providers.iter().map(|(other, _)| other))?;
        let common = self.inner.common.clone();
        let provider = Provider::start(admitted.id, settings, common, start)?;
        providers.push((admitted, provider.clone()));
        Ok(provider)
    }

    /// Closes a provider: its association is released, its lines are gone. Returns whether there
    /// was one.
    pub async fn remove(&self, id: ProviderId) -> bool {
        let removed = {
            let mut providers = self.providers_mut();
            let at = providers.iter().position(|(admitted, _)| admitted.id == id);
            at.map(|at| providers.remove(at).1)
        };
        match removed {
            Some(provider) => {
                provider.close().await;
                true
            }
            None => false,
        }
    }

    /// The providers, in the order in which they were added.
    #[must_use]
    pub fn providers(&self) -> Vec<Provider> {
        self.providers_mut().iter().map(|(_, provider)| provider.clone()).collect()
    }

    /// The provider of a name.
    #[must_use]
    pub fn provider(&self, name: &str) -> Option<Provider> {
        let providers = self.providers_mut();
        let found = providers.iter().find(|(admitted, _)| admitted.name == name);
        found.map(|(_, provider)| provider.clone())
    }

    /// The lines of all providers, by provider and number.
    #[must_use]
    pub fn lines(&self) -> Vec<Line> {
        self.providers().iter().flat_map(Provider::lines).collect()
    }

    /// A line by its id.
    #[must_use]
    pub fn line(&self, id: LineId) -> Option<Line> {
        self.providers().iter().find_map(|provider| provider.line_by_id(id))
    }

    /// The line that a person means: by its number or its shown name, with the name of the
    /// provider and a slash in front where there are several, or by its id.
    ///
    /// # Errors
    ///
    /// [`Error::NoLine`] if there is none, [`Error::AmbiguousLine`] if there are several.
    pub fn find(&self, name: &str) -> Result<Line, Error> {
        if let Some(line) = name.parse().ok().and_then(|id| self.line(id)) {
            return Ok(line);
        }
        let providers = self.providers();
        let mut found: Vec<Line> =
            providers.iter().filter_map(|provider| provider.line(name)).collect();
        if let Some((provider, number)) = name.split_once('/') {
            let named = providers.iter().filter(|own| own.name() == provider);
            found.extend(named.filter_map(|own| own.line(number)));
        }
        match found.len() {
            0 => Err(Error::NoLine(name.to_owned())),
            1 => found.pop().ok_or_else(|| Error::NoLine(name.to_owned())),
            _ => Err(Error::AmbiguousLine {
                name: name.to_owned(),
                candidates: found
                    .iter()
                    .map(|line| format!("{}/{}", line.provider().name(), line.number()))
                    .collect(),
            }),
        }
    }

    /// What happens from now on.
    #[must_use]
    pub fn notifications(&self) -> Notifications {
        Notifications::new(self.inner.common.notifications.subscribe())
    }

    /// How many lines are open, and how many may be.
    #[must_use]
    pub fn open_lines(&self) -> (usize, usize) {
        let limit = self.inner.common.settings.open_lines.min(Semaphore::MAX_PERMITS);
        (limit - self.inner.common.open_lines.available_permits(), limit)
    }

    /// Closes all providers: their associations are released.
    pub async fn close(&self) {
        let providers = std::mem::take(&mut *self.providers_mut());
        let closing = providers.iter().map(|(_, provider)| provider.close());
        futures::future::join_all(closing).await;
    }

    fn providers_mut(&self) -> MutexGuard<'_, Vec<(Admitted, Provider)>> {
        self.inner.providers.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
