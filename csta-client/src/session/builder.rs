//! How a session is to be.

use std::io;
use std::time::Duration;

use csta_codec::types::CdrTransferMode;
use futures::FutureExt;
use kme_private::DeviceCategory;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::sync::{mpsc, watch};
use tokio::time::timeout;

use super::conversation::now;
use super::driver::{Connector, Driver, LinkState};
use super::planner::{Plan, Planner};
use super::{Session, SessionStream};
use crate::error::Cause;
use crate::{ClientBuilder, Error};

/// How many commands of handles wait for the session; whoever sends more waits.
const COMMANDS: usize = 64;

/// How many items are on their way to the reader, above those in the queue.
const ON_THE_WAY: usize = 32;

/// How a session is to be, and its limits. Made by [`Session::builder`].
///
/// Times above a year count as a year.
///
/// ```no_run
/// use std::time::Duration;
///
/// use csta_client::{Client, Session};
/// use csta_codec::types::CdrTransferMode;
/// use kme_private::DeviceCategory;
///
/// # async fn start() {
/// let (session, items) = Session::builder(Client::builder().address("pbx.example"))
///     .devices([DeviceCategory::Station])
///     .call_records(CdrTransferMode::TransferAtEndOfCall)
///     .snapshot_interval(Some(Duration::from_secs(60)))
///     .start();
/// # }
/// ```
#[derive(Clone, Debug)]
#[must_use = "nothing is connected before start"]
pub struct SessionBuilder {
    client: ClientBuilder,
    plan: Plan,
    link_timeout: Duration,
    seed: Option<u64>,
}

impl SessionBuilder {
    pub(super) const fn new(client: ClientBuilder) -> Self {
        let plan = Plan {
            shortest_backoff: Duration::from_secs(1),
            longest_backoff: Duration::from_secs(60),
            rejected_backoff: Duration::from_secs(60),
            requests_in_flight: 4,
            request_interval: Duration::from_millis(10),
            retry_interval: Duration::from_secs(60),
            snapshot_interval: Some(Duration::from_secs(300)),
            call_records: None,
            call_records_delay: Duration::from_secs(60),
            devices: Vec::new(),
            monitor_limit: 4096,
            item_queue: 4096,
        };
        Self { client, plan, link_timeout: Duration::ZERO, seed: None }
    }
}

/// Coming back.
impl SessionBuilder {
    /// How long to wait before another attempt to associate: `shortest` at first, twice as long
    /// after each attempt that fails, `longest` at most; 1 s and 60 s unless said otherwise. Up to
    /// half of it is left away at random, so that not all applications come at once. It begins
    /// anew after an association that has held for `longest`.
    pub fn backoff(mut self, shortest: Duration, longest: Duration) -> Self {
        self.plan.shortest_backoff = shortest;
        self.plan.longest_backoff = longest.max(shortest);
        self
    }

    /// How long to wait when the switch has rejected the association permanently, as Panasonic's
    /// do while another application is connected: 60 s unless said otherwise.
    pub const fn rejected_backoff(mut self, delay: Duration) -> Self {
        self.plan.rejected_backoff = delay;
        self
    }

    /// Makes what is random repeatable, for tests.
    pub const fn seed(mut self, seed: u64) -> Self {
        self.seed = Some(seed);
        self
    }

    /// How long [`Session::client`] and [`Session::invoke`] wait for the link while it is down:
    /// not at all unless said otherwise.
    pub const fn link_timeout(mut self, limit: Duration) -> Self {
        self.link_timeout = limit;
        self
    }
}

/// Requests of the session itself. Those of the application are not counted.
impl SessionBuilder {
    /// How many of them wait for an answer at once: 4 unless said otherwise, 1 at least. Bursts
    /// break some switches.
    pub fn requests_in_flight(mut self, requests: usize) -> Self {
        self.plan.requests_in_flight = requests.max(1);
        self
    }

    /// The time between two of them: 10 ms unless said otherwise. One that is sent late, since a
    /// timer or this computer was, may be followed by the next one sooner, but never within half of
    /// that time, so that many take no longer than they should. The restoration of a monitor takes
    /// two.
    pub const fn request_interval(mut self, interval: Duration) -> Self {
        self.plan.request_interval = interval;
        self
    }

    /// How long to wait before what the switch has refused is tried again: a monitor, a snapshot,
    /// a list of devices, call records. 60 s unless said otherwise.
    pub const fn retry_interval(mut self, interval: Duration) -> Self {
        self.plan.retry_interval = interval;
        self
    }

    /// The time between two snapshots of a monitored device, by which calls go away whose end was
    /// missed: 300 s unless said otherwise. With `None`, snapshots are taken after gaps alone.
    /// The shorter, the more work for the switch.
    pub const fn snapshot_interval(mut self, interval: Option<Duration>) -> Self {
        self.plan.snapshot_interval = interval;
        self
    }
}

/// What is wanted besides monitors.
impl SessionBuilder {
    /// Reads the devices of these categories whenever the link has come up, as
    /// [`Devices`](super::SessionItem::Devices) items: none unless said otherwise.
    pub fn devices(mut self, categories: impl IntoIterator<Item = DeviceCategory>) -> Self {
        self.plan.devices = categories.into_iter().collect();
        self
    }

    /// Asks for call records whenever the link has come up: not unless said otherwise.
    pub const fn call_records(mut self, mode: CdrTransferMode) -> Self {
        self.plan.call_records = Some(mode);
        self
    }

    /// How long after the link has come up call records are asked for: 60 s unless said otherwise,
    /// since asking at once has caused trouble with Panasonic switches.
    pub const fn call_records_delay(mut self, delay: Duration) -> Self {
        self.plan.call_records_delay = delay;
        self
    }
}

/// Sizes.
impl SessionBuilder {
    /// How many monitors there can be: 4096 unless said otherwise.
    pub const fn monitor_limit(mut self, monitors: usize) -> Self {
        self.plan.monitor_limit = monitors;
        self
    }

    /// How many items are held for the reader of the [`SessionStream`]: 4096 unless said otherwise.
    /// Those by which it is told anew how everything is after it lagged come on top.
    pub const fn item_queue(mut self, items: usize) -> Self {
        self.plan.item_queue = items;
        self
    }
}

/// The session.
impl SessionBuilder {
    /// Starts the session on the present tokio runtime. It connects to the
    /// [address](ClientBuilder::address) of the client.
    ///
    /// # Panics
    ///
    /// Outside of a runtime.
    #[must_use = "the session ends when the last handle is dropped"]
    pub fn start(self) -> (Session, SessionStream) {
        let client = self.client.clone();
        self.spawn(Box::new(move || {
            let client = client.clone();
            async move { client.connect().await }.boxed()
        }))
    }

    /// As [`start`](Self::start), over connections that `dial` makes, of any kind. Each of them
    /// has to be made within the [`connect_timeout`](ClientBuilder::connect_timeout).
    ///
    /// # Panics
    ///
    /// Outside of a runtime.
    #[must_use = "the session ends when the last handle is dropped"]
    pub fn start_with<S, F>(
        self,
        mut dial: impl FnMut() -> F + Send + 'static,
    ) -> (Session, SessionStream)
    where
        S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
        F: Future<Output = io::Result<S>> + Send + 'static,
    {
        let client = self.client.clone();
        self.spawn(Box::new(move || {
            let (client, dialling) = (client.clone(), dial());
            async move {
                let address = || client.address.clone().unwrap_or_else(|| "the switch".to_owned());
                let after = client.connect_timeout;
                let stream = match timeout(after, dialling).await {
                    Ok(Ok(stream)) => stream,
                    Ok(Err(error)) => {
                        return Err(Cause::Connect { address: address(), error }.into());
                    }
                    Err(_) => {
                        let error = Cause::ConnectTimedOut { address: address(), after };
                        return Err(Error::from(error));
                    }
                };
                client.connect_with(stream).await
            }
            .boxed()
        }))
    }

    fn spawn<S>(self, connector: Connector<S>) -> (Session, SessionStream)
    where
        S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
    {
        let Self { plan, link_timeout, seed, .. } = self;
        let (commands, received) = mpsc::channel(COMMANDS);
        let (items, read) = mpsc::channel(ON_THE_WAY);
        let (state, watched) = watch::channel(LinkState::Down(None));
        let random = seed.map_or_else(fastrand::Rng::new, fastrand::Rng::with_seed);
        let driver = Driver {
            connector,
            planner: Planner::new(now(), plan, random),
            commands: received,
            items,
            state,
        };
        tokio::spawn(driver.run());
        (Session { commands, state: watched, link_timeout }, SessionStream { items: read })
    }
}
