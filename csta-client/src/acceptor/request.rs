//! One association, from its request on.

use std::net::SocketAddr;

use csta_codec::acse::UserDiagnostic;
use csta_codec::types::CstaVersion;
use futures::StreamExt;
use tokio::io::{AsyncRead, AsyncWrite};

use crate::{
    AssociationEvent, AssociationLimits, Client, ClientBuilder, CloseReason, Connection, Error,
    FrameCodec, Link, Login,
};

/// Waits for associations to be requested on connections.
///
/// ```no_run
/// use csta_client::{Acceptor, PANASONIC_VERSION};
///
/// # async fn serve() -> Result<(), Box<dyn std::error::Error>> {
/// let listener = tokio::net::TcpListener::bind("127.0.0.1:33333").await?;
/// let (stream, _) = listener.accept().await?;
/// let request = Acceptor::default().accept(stream).await?;
/// let link = request.accept(PANASONIC_VERSION); // a stream of what the application sends
/// # drop(link);
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct Acceptor {
    /// How frames are read and written, and their limits.
    pub codec: FrameCodec,
    /// How long the other side may take to ask for an association.
    pub limits: AssociationLimits,
}

impl Acceptor {
    /// Waits for the request of an association on a connection.
    ///
    /// It is lenient as Panasonic's switches are: a request without user information will do, and
    /// any protocol version.
    ///
    /// # Errors
    ///
    /// Why there was none: the connection was closed or is broken, the time limit, or what was
    /// sent instead.
    pub async fn accept<S>(&self, stream: S) -> Result<AssociationRequest<S>, CloseReason>
    where
        S: AsyncRead + AsyncWrite + Unpin,
    {
        let mut link = Link::listen(stream, self.codec, self.limits);
        loop {
            match link.next().await {
                Some(AssociationEvent::Requested { version, login }) => {
                    return Ok(AssociationRequest { link, version, login, from: None });
                }
                Some(AssociationEvent::Closed(reason)) => return Err(reason),
                Some(AssociationEvent::Open { .. } | AssociationEvent::Apdu(_)) => {}
                None => {
                    return Err(CloseReason::Disconnected("before an association was requested"));
                }
            }
        }
    }
}

/// An application asks for an association: it is accepted or rejected. Dropping it closes the
/// connection without an answer.
#[derive(Debug)]
#[must_use = "the application waits for an answer"]
pub struct AssociationRequest<S> {
    link: Link<S>,
    version: Option<CstaVersion>,
    login: Option<Login>,
    from: Option<SocketAddr>,
}

impl<S: AsyncRead + AsyncWrite + Unpin> AssociationRequest<S> {
    /// The versions of CSTA it offers, if it tells any.
    #[must_use]
    pub const fn version(&self) -> Option<CstaVersion> {
        self.version
    }

    /// Its name and password, if it sends them.
    #[must_use]
    pub const fn login(&self) -> Option<&Login> {
        self.login.as_ref()
    }

    /// From where the connection comes, if a [`Server`](crate::Server) accepted it.
    #[must_use]
    pub const fn peer(&self) -> Option<SocketAddr> {
        self.from
    }

    pub(super) fn from(self, from: SocketAddr) -> Self {
        Self { from: Some(from), ..self }
    }

    /// Accepts it. The link's first event is [`AssociationEvent::Open`].
    pub fn accept(mut self, version: CstaVersion) -> Link<S> {
        self.link.accept(version);
        self.link
    }

    /// Accepts it and serves operations: what the application invokes comes as
    /// [`Incoming::Invoke`](crate::Incoming::Invoke) from [`Connection::incoming`], to be answered;
    /// events and operations of the switch's own go out by the [`Client`].
    ///
    /// The time limits and queue sizes of the builder count, its address, login and versions do
    /// not. Nothing is sent by itself: it is up to the server to report its state first of all and
    /// again at an interval, as Panasonic's switches do.
    ///
    /// # Errors
    ///
    /// [`Closed`](crate::ErrorKind::Closed) if the application has gone meanwhile.
    ///
    /// ```no_run
    /// use csta_client::{Acceptor, Client, Incoming, PANASONIC_VERSION};
    /// use csta_codec::rose::InvokeProblem;
    /// use csta_codec::services::{RequestSysStat, RequestSysStatRes, SystemStatus, SystemStatusArg};
    /// use csta_codec::types::SystemStatus as State;
    /// use csta_codec::Operation;
    /// use futures::StreamExt;
    ///
    /// # async fn serve(stream: tokio::net::TcpStream) -> Result<(), Box<dyn std::error::Error>> {
    /// let request = Acceptor::default().accept(stream).await?;
    /// let (client, mut connection) = request.serve(PANASONIC_VERSION, &Client::builder()).await?;
    /// let mut incoming = connection.incoming().ok_or("taken")?;
    /// tokio::spawn(connection.run());
    /// client.invoke::<SystemStatus>(&SystemStatusArg::new(State::Normal)).await?;
    /// while let Some(item) = incoming.next().await {
    ///     let Incoming::Invoke(invoke) = item else { continue };
    ///     match invoke.operation() {
    ///         RequestSysStat::CODE => {
    ///             invoke.answer::<RequestSysStat>(&RequestSysStatRes::new(State::Normal));
    ///         }
    ///         _ => invoke.reject(InvokeProblem::UnrecognisedOperation),
    ///     }
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub async fn serve(
        self,
        version: CstaVersion,
        builder: &ClientBuilder,
    ) -> Result<(Client, Connection<S>), Error> {
        let mut link = self.accept(version);
        while let Some(event) = link.next().await {
            match event {
                AssociationEvent::Open { version } => {
                    return Ok(Connection::of_switch(link, version, builder));
                }
                AssociationEvent::Closed(reason) => return Err(Error::closed(reason)),
                AssociationEvent::Requested { .. } | AssociationEvent::Apdu(_) => {}
            }
        }
        Err(Error::closed(CloseReason::Disconnected("before the association was accepted")))
    }

    /// Rejects it permanently, as a Panasonic switch does while another application is connected,
    /// and closes the connection.
    pub async fn reject(mut self, diagnostic: UserDiagnostic) {
        self.link.reject(diagnostic);
        while self.link.next().await.is_some() {}
    }
}
