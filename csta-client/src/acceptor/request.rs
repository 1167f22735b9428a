//! One association, from its request on.

use std::net::SocketAddr;

use csta_codec::acse::UserDiagnostic;
use csta_codec::types::CstaVersion;
use futures::StreamExt;
use tokio::io::{AsyncRead, AsyncWrite};

use crate::{AssociationEvent, AssociationLimits, CloseReason, FrameCodec, Link, Login};

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

    /// Rejects it permanently, as a Panasonic switch does while another application is connected,
    /// and closes the connection.
    pub async fn reject(mut self, diagnostic: UserDiagnostic) {
        self.link.reject(diagnostic);
        while self.link.next().await.is_some() {}
    }
}
