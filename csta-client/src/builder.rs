//! How to connect.

use std::time::Duration;

use csta_codec::types::CstaVersion;
use futures::StreamExt;
use tokio::io::{AsyncRead, AsyncWrite};

use crate::tap::Tapped;
#[cfg(feature = "tls")]
use crate::tls::ClientTls;
use crate::transport::{Transport, with_port};
use crate::{
    AssociationEvent, AssociationLimits, Client, CloseReason, Connection, Error, FrameCodec, Link,
    Login, Offer, Tap, WhenLagging,
};

/// The most requests that may be outstanding; the other invoke ids are for what the connection
/// asks by itself.
const MAX_OUTSTANDING: usize = 32_000;

/// The longest time that is waited: who wants more wants for ever, and no clock goes so far.
const LONGEST: Duration = Duration::from_secs(365 * 24 * 3600);

/// A time that can be added to any time of day.
pub(crate) const fn bounded(time: Duration) -> Duration {
    if time.as_secs() < LONGEST.as_secs() { time } else { LONGEST }
}

/// How to connect to a switch, and the limits of the connection.
///
/// Made by [`Client::builder`]. It can be cloned and used any number of times, so that whoever
/// loses a connection can make the next one like it. Times above a year count as a year.
///
/// ```no_run
/// use std::time::Duration;
///
/// use csta_client::Client;
///
/// # async fn connect() -> Result<(), csta_client::Error> {
/// let builder = Client::builder()
///     .address("pbx.example")
///     .login("admin", "admin")
///     .answer_timeout(Duration::from_secs(5));
/// let (client, connection) = builder.connect().await?;
/// tokio::spawn(connection.run());
/// # drop(client);
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
#[must_use = "nothing is connected before connect"]
pub struct ClientBuilder {
    pub(crate) address: Option<String>,
    #[cfg(feature = "tls")]
    pub(crate) tls: Option<ClientTls>,
    pub(crate) connect_timeout: Duration,
    offer: Offer,
    codec: FrameCodec,
    limits: AssociationLimits,
    pub(crate) answer_timeout: Duration,
    pub(crate) ready_timeout: Duration,
    pub(crate) silence_timeout: Duration,
    outstanding_limit: usize,
    pub(crate) monitor_queue: usize,
    pub(crate) incoming_queue: usize,
    pub(crate) when_lagging: WhenLagging,
    tap: Tapped,
}

impl Default for ClientBuilder {
    fn default() -> Self {
        Self {
            address: None,
            #[cfg(feature = "tls")]
            tls: None,
            connect_timeout: Duration::from_secs(10),
            offer: Offer::default(),
            codec: FrameCodec::default(),
            limits: AssociationLimits::default(),
            answer_timeout: Duration::from_secs(10),
            ready_timeout: Duration::from_secs(2),
            silence_timeout: Duration::from_secs(300),
            outstanding_limit: 256,
            monitor_queue: 1024,
            incoming_queue: 1024,
            when_lagging: WhenLagging::default(),
            tap: Tapped::default(),
        }
    }
}

/// Where to, and as whom.
impl ClientBuilder {
    /// Where the switch is: `HOST` or `HOST:PORT`, an IPv6 address with a port in brackets. The
    /// port is [`DEFAULT_PORT`](crate::DEFAULT_PORT) unless it is given.
    pub fn address(mut self, address: impl AsRef<str>) -> Self {
        self.address = Some(with_port(address.as_ref()));
        self
    }

    /// Where the switch is, with its port, if that was said.
    #[must_use]
    pub fn full_address(&self) -> Option<&str> {
        self.address.as_deref()
    }

    /// Speaks TLS on the connection that [`connect`](Self::connect) makes. Its handshake is part
    /// of connecting, also as to the time it may take.
    #[cfg(feature = "tls")]
    pub fn tls(mut self, tls: ClientTls) -> Self {
        self.tls = Some(tls);
        self
    }

    /// Name and password, where the other side asks for them: multiplexers do, Panasonic's
    /// switches do not. Without TLS the password can be read on the way.
    pub fn login(mut self, name: impl Into<String>, password: impl Into<String>) -> Self {
        self.offer.login = Some(Login { name: name.into(), password: password.into() });
        self
    }

    /// The versions of CSTA that are offered:
    /// [`PANASONIC_VERSION`](crate::PANASONIC_VERSION) unless said otherwise. Which one was
    /// agreed, [`Connection::version`] tells.
    pub const fn version(mut self, version: CstaVersion) -> Self {
        self.offer.version = version;
        self
    }
}

/// Time limits.
impl ClientBuilder {
    /// How long a connection may take to be made: 10 s unless said otherwise. Finding the address
    /// of a name counts into it, and so does the handshake of TLS.
    ///
    /// A name is looked up by the system, in one of the runtime's threads for what blocks. A lookup
    /// that is not waited for any more goes on there until the system gives it up, at the longest.
    pub const fn connect_timeout(mut self, limit: Duration) -> Self {
        self.connect_timeout = bounded(limit);
        self
    }

    /// How long the switch may take to accept the association: 10 s unless said otherwise.
    pub const fn associate_timeout(mut self, limit: Duration) -> Self {
        self.limits.associate = bounded(limit);
        self
    }

    /// How long the switch may take to confirm that the association is released, before the
    /// connection is closed all the same: 2 s unless said otherwise.
    pub const fn release_timeout(mut self, limit: Duration) -> Self {
        self.limits.release = bounded(limit);
        self
    }

    /// How long a request may take, from the call to the answer: 10 s unless said otherwise.
    pub const fn answer_timeout(mut self, limit: Duration) -> Self {
        self.answer_timeout = bounded(limit);
        self
    }

    /// How long requests wait for the switch to report itself ready, which Panasonic's do first
    /// of all: 2 s unless said otherwise.
    pub const fn ready_timeout(mut self, limit: Duration) -> Self {
        self.ready_timeout = bounded(limit);
        self
    }
}

/// Liveness.
impl ClientBuilder {
    /// How long nothing may come from the switch before it is asked for a sign of life: 5 minutes
    /// unless said otherwise, since Panasonic's switches report their state every minute or two.
    ///
    /// Any answer will do, also an error. If none comes within the
    /// [`answer_timeout`](Self::answer_timeout), the association is aborted with
    /// [`CloseReason::Unresponsive`], so that a half-open connection is noticed.
    pub const fn silence_timeout(mut self, limit: Duration) -> Self {
        self.silence_timeout = bounded(limit);
        self
    }
}

/// Sizes.
impl ClientBuilder {
    /// The longest APDU to send, in octets: [`DEFAULT_SEND_LIMIT`](crate::DEFAULT_SEND_LIMIT),
    /// which Panasonic's switches take, unless said otherwise.
    pub const fn send_limit(mut self, octets: usize) -> Self {
        self.codec.send_limit = octets;
        self
    }

    /// The longest APDU to receive, in octets: [`MAX_APDU`](crate::MAX_APDU) unless said
    /// otherwise. A longer one breaks the framing, so that the association is aborted.
    pub const fn receive_limit(mut self, octets: usize) -> Self {
        self.codec.receive_limit = octets;
        self
    }

    /// How many requests may be outstanding: 256 unless said otherwise, and 32,000 at most.
    /// Further ones wait, within their time limit.
    pub const fn outstanding_limit(mut self, requests: usize) -> Self {
        self.outstanding_limit = requests;
        self
    }

    /// How many events a monitor holds for its reader: 1024 unless said otherwise, and 2^20 at
    /// most. A transmission of call records holds as many reports.
    pub const fn monitor_queue(mut self, events: usize) -> Self {
        self.monitor_queue = events;
        self
    }

    /// What becomes of a monitor whose reader falls behind:
    /// [`WhenLagging::Skip`] unless said otherwise.
    pub const fn when_lagging(mut self, choice: WhenLagging) -> Self {
        self.when_lagging = choice;
        self
    }

    /// How many other messages of the switch are held for their reader, and how many operations
    /// of the switch may be unanswered: 1024 unless said otherwise, and 2^20 at most.
    pub const fn incoming_queue(mut self, messages: usize) -> Self {
        self.incoming_queue = messages;
        self
    }
}

/// Observability.
impl ClientBuilder {
    /// Lets somebody see every APDU, both ways, for instance to write a protocol log.
    pub fn tap(mut self, tap: impl Tap + 'static) -> Self {
        self.tap = Tapped::new(tap);
        self
    }
}

/// The connection.
impl ClientBuilder {
    /// Whom logs name.
    pub(crate) fn peer(&self) -> &str {
        self.address.as_deref().unwrap_or("a given connection")
    }

    pub(crate) fn max_outstanding(&self) -> usize {
        self.outstanding_limit.clamp(1, MAX_OUTSTANDING)
    }

    /// Connects to the [address](Self::address) and associates.
    ///
    /// # Errors
    ///
    /// [`Unreachable`](crate::ErrorKind::Unreachable) if there is no connection to be had,
    /// [`Tls`](crate::ErrorKind::Tls) if the handshake of TLS fails,
    /// [`Closed`](crate::ErrorKind::Closed) if there is no association: the switch rejects it,
    /// does not answer or goes away.
    pub async fn connect(&self) -> Result<(Client, Connection<Transport>), Error> {
        let transport = Transport::connect(self).await?;
        self.connect_with(transport).await
    }

    /// Associates over a connection that is there already; the address is not used.
    ///
    /// # Errors
    ///
    /// [`Closed`](crate::ErrorKind::Closed) if there is no association.
    pub async fn connect_with<S>(&self, stream: S) -> Result<(Client, Connection<S>), Error>
    where
        S: AsyncRead + AsyncWrite + Unpin,
    {
        let (link, version) = self.associate_with(stream).await?;
        Ok(Connection::of_application(link, version, self))
    }

    /// Connects and associates as [`connect`](Self::connect) does, for forwarders: APDUs come as
    /// octets from the [`Link`], which answers nothing by itself. With it comes the version of
    /// CSTA that was agreed, if the switch tells one.
    ///
    /// Of the limits, those count that have to do with connecting, associating and frames.
    ///
    /// # Errors
    ///
    /// As [`connect`](Self::connect).
    ///
    /// ```no_run
    /// use csta_client::{AssociationEvent, Client};
    /// use futures::StreamExt;
    ///
    /// # async fn forward() -> Result<(), csta_client::Error> {
    /// let (mut link, version) = Client::builder().address("192.168.0.101").associate().await?;
    /// while let Some(event) = link.next().await {
    ///     if let AssociationEvent::Apdu(apdu) = event {
    ///         println!("{} octets", apdu.len());
    ///     }
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub async fn associate(&self) -> Result<(Link<Transport>, Option<CstaVersion>), Error> {
        let transport = Transport::connect(self).await?;
        self.associate_with(transport).await
    }

    /// The same over a connection that is there already; the address is not used.
    ///
    /// # Errors
    ///
    /// [`Closed`](crate::ErrorKind::Closed) if there is no association.
    pub async fn associate_with<S>(
        &self,
        stream: S,
    ) -> Result<(Link<S>, Option<CstaVersion>), Error>
    where
        S: AsyncRead + AsyncWrite + Unpin,
    {
        let mut link = Link::request(stream, self.codec, &self.offer, self.limits);
        link.set_tap(self.tap.clone());
        while let Some(event) = link.next().await {
            match event {
                AssociationEvent::Open { version } => return Ok((link, version)),
                AssociationEvent::Closed(reason) => return Err(Error::closed(reason)),
                AssociationEvent::Requested { .. } | AssociationEvent::Apdu(_) => {}
            }
        }
        Err(Error::closed(CloseReason::Disconnected("before the association was answered")))
    }
}
