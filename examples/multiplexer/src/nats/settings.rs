//! How the front is to be.

use std::fmt;
use std::io;
use std::sync::Arc;
use std::time::Duration;

use bus::Site;
use csta_client::{Client, MAX_APDU, Session, SessionBuilder, SessionStream};
use futures::FutureExt;
use futures::future::BoxFuture;
use numfmt::Formatter;
use tokio::io::{AsyncRead, AsyncWrite};

use crate::DeviceSet;

/// A connection to the multiplexer, of any kind.
pub trait Stream: AsyncRead + AsyncWrite + Unpin + Send {}

impl<S: AsyncRead + AsyncWrite + Unpin + Send> Stream for S {}

type Dialler = dyn Fn(Option<&str>) -> Dialled + Send + Sync;

type Dialled = BoxFuture<'static, io::Result<Box<dyn Stream>>>;

/// How the front connects to the multiplexer: as a user, or as the front itself.
#[derive(Clone)]
pub struct Dial {
    dial: Arc<Dialler>,
    knows: Arc<dyn Fn(&str) -> bool + Send + Sync>,
}

impl Dial {
    /// Connects as `dial` says, as users that it `knows`.
    pub fn new<F, S>(
        knows: impl Fn(&str) -> bool + Send + Sync + 'static,
        dial: impl Fn(Option<&str>) -> F + Send + Sync + 'static,
    ) -> Self
    where
        F: Future<Output = io::Result<S>> + Send + 'static,
        S: Stream + 'static,
    {
        let dial = Arc::new(move |user: Option<&str>| {
            let dialling = dial(user);
            async move { Ok(Box::new(dialling.await?) as Box<dyn Stream>) }.boxed()
        });
        Self { dial, knows: Arc::new(knows) }
    }

    /// A connection.
    pub(super) async fn connect(&self, user: Option<&str>) -> io::Result<Box<dyn Stream>> {
        (self.dial)(user).await
    }

    /// Whether there is such a user.
    pub(super) fn knows(&self, user: &str) -> bool {
        (self.knows)(user)
    }

    /// A session that comes back.
    pub(super) fn session(
        &self,
        user: Option<&str>,
        build: impl FnOnce(SessionBuilder) -> SessionBuilder,
    ) -> (Session, SessionStream) {
        let (dial, user) = (self.clone(), user.map(str::to_owned));
        // It is on this computer, and the multiplexer paces what goes to the switch.
        let client = Client::builder().send_limit(MAX_APDU);
        let builder = Session::builder(client)
            .backoff(Duration::from_millis(100), Duration::from_secs(5))
            .rejected_backoff(Duration::from_secs(1))
            .retry_interval(Duration::from_secs(10))
            .call_records_delay(Duration::ZERO);
        build(builder).start_with(move || {
            let (dial, user) = (dial.clone(), user.clone());
            async move { dial.connect(user.as_deref()).await }
        })
    }
}

impl fmt::Debug for Dial {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Dial")
    }
}

/// What the front publishes, and under which names.
#[derive(Clone, Debug)]
pub struct FrontSettings {
    /// The site.
    pub site: Site,
    /// The name of this multiplexer.
    pub name: String,
    /// Which devices are monitored for the bus.
    pub devices: DeviceSet,
    /// Whether call records are collected.
    pub call_records: bool,
    /// As whom requests are made that name no user: `None` for everything.
    pub user: Option<String>,
    /// How numbers are shown.
    pub numbers: Arc<Formatter>,
}
