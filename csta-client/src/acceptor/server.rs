//! Many associations from one listener.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use csta_codec::acse::UserDiagnostic;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep, timeout};

use super::{Acceptor, Anybody, AssociationRequest, Authenticator, Counted, Listener};

/// How many connections a server has at once unless said otherwise.
const CONNECTIONS: usize = 1024;

/// How long a server waits when a connection could not be accepted, mostly since there are no
/// file descriptors left: somebody may close one.
const ACCEPT_AGAIN: Duration = Duration::from_millis(100);

/// Accepts connections, waits on each for the request of an association and lets an
/// [`Authenticator`] decide, all of them at once; what comes out are the requests of those who are
/// admitted.
///
/// A connection that does not ask in time, sends something else or is not admitted is closed and
/// logged; it holds up nobody. Dropping the server closes the port and those connections that wait;
/// associations go on.
///
/// ```no_run
/// use csta_client::{Login, PANASONIC_VERSION, Server};
/// use futures::StreamExt;
/// use tokio::net::TcpListener;
///
/// # async fn serve() -> Result<(), Box<dyn std::error::Error>> {
/// let listener = TcpListener::bind("127.0.0.1:33333").await?;
/// let admin = Login { name: "admin".into(), password: "opensesame".into() };
/// let mut server = Server::new(listener).authenticator(admin);
/// loop {
///     let request = server.accept().await;
///     tokio::spawn(async move {
///         let mut link = request.accept(PANASONIC_VERSION);
///         while let Some(event) = link.next().await {
///             println!("{event:?}");
///         }
///     });
/// }
/// # }
/// ```
#[derive(Debug)]
pub struct Server<L: Listener, A = Anybody> {
    listener: L,
    authenticator: Arc<A>,
    acceptor: Acceptor,
    places: Arc<Semaphore>,
    waiting: JoinSet<Option<AssociationRequest<Counted<L::Stream>>>>,
}

impl<L: Listener> Server<L> {
    /// A server that admits everybody, with at most 1024 connections at once.
    #[must_use]
    pub fn new(listener: L) -> Self {
        Self {
            listener,
            authenticator: Arc::new(Anybody),
            acceptor: Acceptor::default(),
            places: Arc::new(Semaphore::new(CONNECTIONS)),
            waiting: JoinSet::new(),
        }
    }
}

impl<L: Listener, A: Authenticator> Server<L, A> {
    /// Who decides about those who ask.
    #[must_use]
    pub fn authenticator<B: Authenticator>(self, authenticator: B) -> Server<L, B> {
        let Self { listener, acceptor, places, waiting, .. } = self;
        Server { listener, authenticator: Arc::new(authenticator), acceptor, places, waiting }
    }

    /// How frames are read and written, and how long the other side may take to ask.
    #[must_use]
    pub const fn acceptor(mut self, acceptor: Acceptor) -> Self {
        self.acceptor = acceptor;
        self
    }

    /// How many connections there are at once, those with an association and those that wait for
    /// one together; further ones are closed at once.
    #[must_use]
    pub fn connection_limit(mut self, connections: usize) -> Self {
        self.places = Arc::new(Semaphore::new(connections.min(Semaphore::MAX_PERMITS)));
        self
    }

    /// Where the connections come from; for what comes from now on, it can be changed.
    pub const fn listener_mut(&mut self) -> &mut L {
        &mut self.listener
    }

    /// The next application that is admitted. It waits to be accepted or rejected.
    ///
    /// The future can be dropped without losing anybody. Nobody is accepted while there is none.
    pub async fn accept(&mut self) -> AssociationRequest<Counted<L::Stream>> {
        loop {
            tokio::select! {
                Some(request) = self.waiting.join_next(), if !self.waiting.is_empty() => {
                    match request {
                        Ok(Some(request)) => return request,
                        Ok(None) => {}
                        Err(error) => {
                            tracing::error!(%error, "whether to admit an application was not decided");
                        }
                    }
                }
                accepted = self.listener.accept() => match accepted {
                    Ok((connection, from)) => self.begin(connection, from),
                    Err(error) => {
                        tracing::warn!(%error, "a connection could not be accepted");
                        sleep(ACCEPT_AGAIN).await;
                    }
                },
            }
        }
    }

    /// Waits on a connection for the request, beside all others.
    fn begin(&mut self, connection: L::Connection, from: SocketAddr) {
        let Ok(place) = Arc::clone(&self.places).try_acquire_owned() else {
            tracing::warn!(%from, "too many connections: one more was closed");
            return;
        };
        let (mut acceptor, authenticator) = (self.acceptor, Arc::clone(&self.authenticator));
        self.waiting.spawn(async move {
            // One time limit for all of it.
            let (begin, limit) = (Instant::now(), acceptor.limits.associate);
            let left = || limit.saturating_sub(begin.elapsed());
            let stream = match timeout(limit, L::establish(connection)).await {
                Ok(Ok(stream)) => Counted::new(stream, place),
                Ok(Err(error)) => {
                    tracing::info!(%from, %error, "the connection was not established");
                    return None;
                }
                Err(_) => {
                    tracing::info!(%from, "the connection was not established in time");
                    return None;
                }
            };
            acceptor.limits.associate = left();
            let request = match acceptor.accept(stream).await {
                Ok(request) => request.from(from),
                Err(reason) => {
                    tracing::info!(%from, %reason, "no association was requested");
                    return None;
                }
            };
            let decision = timeout(left(), authenticator.authenticate(from, request.login())).await;
            let diagnostic = match decision {
                Ok(Ok(())) => return Some(request),
                Ok(Err(diagnostic)) => diagnostic,
                Err(_) => UserDiagnostic::NoReasonGiven,
            };
            tracing::warn!(%from, %diagnostic, "an application was not admitted");
            request.reject(diagnostic).await;
            None
        });
    }
}
