//! The task of an application's connection.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::SystemTime;

use bytes::{Bytes, BytesMut};
use csta_client::{AssociationRequest, Counted, LinkParts, PANASONIC_VERSION};
use csta_codec::acse::UserDiagnostic;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::net::tcp::OwnedWriteHalf;

use super::Shared;
use super::conversation::Conversation;
use super::outlet::Outlet;
use super::seating::ApplicationInfo;
use super::shared::now;
use super::wire::{Plain, READ, Rest, Sink, Source};
use crate::Access;
use crate::protocol_log::Recorder;
use crate::users::Gate;

/// How many APDUs of an application are handed over before others have their turn.
const AT_ONCE: usize = 16;

/// How applications are served.
#[derive(Clone, Debug)]
pub(super) struct Service {
    pub(super) shared: Arc<Shared>,
    pub(super) gate: Arc<Gate>,
    /// How many applications there may be.
    pub(super) applications: usize,
    /// How many octets may wait for one.
    pub(super) unread: usize,
    /// Where what is said is logged, if it is.
    pub(super) recorder: Option<Recorder>,
}

/// An application that is admitted, and its connection.
pub(super) struct Accepted<S> {
    link: LinkParts<S>,
    info: ApplicationInfo,
}

impl Service {
    /// Serves an application that has come over TCP.
    pub(super) async fn serve_tcp(self, request: AssociationRequest<Counted<TcpStream>>) {
        let Some(Accepted { link, info }) = self.accept(request, false).await else {
            return;
        };
        let LinkParts { stream, association, codec, received, unsent } = link;
        // The place counts until the connection is closed.
        let (stream, _place) = stream.into_parts();
        let (half, socket) = stream.into_split();
        let outlet = Arc::new(self.outlet(Some(socket), &info));
        let (source, sink) = (Plain { half, room: READ }, Rest(Arc::clone(&outlet)));
        let talk = Conversation { source, sink, outlet, association, codec, received };
        self.talk(talk, &unsent, info).await;
    }

    /// Serves an application that has come over TLS.
    pub(super) async fn serve_tls<S>(self, request: AssociationRequest<S>)
    where
        S: AsyncRead + AsyncWrite + Unpin + Send,
    {
        let accepted = self.accept(request, true).await;
        self.serve(accepted).await;
    }

    /// Serves a front of this program as a user, or as one who may do everything.
    #[cfg(feature = "nats")]
    pub(super) async fn serve_front(
        self,
        request: AssociationRequest<tokio::io::DuplexStream>,
        user: Option<String>,
    ) {
        let accepted = self.admit(request, user, false).await;
        self.serve(accepted).await;
    }

    pub(super) async fn serve<S>(&self, accepted: Option<Accepted<S>>)
    where
        S: AsyncRead + AsyncWrite + Unpin + Send,
    {
        let Some(Accepted { link, info }) = accepted else {
            return;
        };
        let LinkParts { stream, association, codec, received, unsent } = link;
        let outlet = Arc::new(self.outlet(None, &info));
        let (source, sink) = tokio::io::split(stream);
        let talk = Conversation { source, sink, outlet, association, codec, received };
        self.talk(talk, &unsent, info).await;
    }

    /// Accepts the association, if there is room for one more.
    pub(super) async fn accept<S>(
        &self,
        request: AssociationRequest<S>,
        is_encrypted: bool,
    ) -> Option<Accepted<S>>
    where
        S: AsyncRead + AsyncWrite + Unpin,
    {
        if self.shared.lock().is_standing_by {
            // Another multiplexer has the switch; the application is to go there.
            request.reject(UserDiagnostic::NoReasonGiven).await;
            return None;
        }
        let user = request.login().map(|login| login.name.clone());
        self.admit(request, user, is_encrypted).await
    }

    async fn admit<S>(
        &self,
        request: AssociationRequest<S>,
        user: Option<String>,
        is_encrypted: bool,
    ) -> Option<Accepted<S>>
    where
        S: AsyncRead + AsyncWrite + Unpin,
    {
        // A server has accepted the connection, which knows from where it comes.
        let address = request.peer().unwrap_or_else(|| SocketAddr::from(([0, 0, 0, 0], 0)));
        let (room, is_stopping, version) = {
            let hub = self.shared.lock();
            let version = hub.switch().and_then(|switch| switch.version);
            (hub.applications() < self.applications, hub.is_stopping, version)
        };
        if is_stopping {
            tracing::info!(from = %address, "an application is rejected, since csta-mux stops");
        } else if !room {
            tracing::warn!(from = %address, "an application is rejected: there are {} already", self.applications);
        }
        if !room || is_stopping {
            request.reject(UserDiagnostic::NoReasonGiven).await;
            return None;
        }
        let users = self.gate.users();
        let known = user.as_deref().and_then(|name| users.by_name(name));
        if user.is_some() && known.is_none() {
            // Removed since it was admitted.
            request.reject(UserDiagnostic::AuthenticationFailure).await;
            return None;
        }
        let access =
            known.map_or_else(|| Arc::new(Access::full()), |user| Arc::clone(&user.access));
        let info = ApplicationInfo {
            address,
            user,
            password_hash: known.map(|user| user.password_hash.clone()),
            is_encrypted,
            version: request.version(),
            access,
            since: SystemTime::now(),
        };
        let link = request.accept(version.unwrap_or(PANASONIC_VERSION)).into_parts();
        Some(Accepted { link, info })
    }

    fn outlet(&self, socket: Option<OwnedWriteHalf>, info: &ApplicationInfo) -> Outlet {
        let log = self.recorder.as_ref().map(|recorder| {
            let user = info.user.as_deref().unwrap_or("nobody who logged in");
            let by = if info.is_encrypted { "TLS" } else { "TCP" };
            let head = format!("an application from {} by {by}, as {user}", info.address);
            recorder.begin("application", &head, true)
        });
        Outlet::new(socket, self.unread, log)
    }

    async fn talk<R: Source, W: Sink>(
        &self,
        talk: Conversation<R, W>,
        unsent: &BytesMut,
        info: ApplicationInfo,
    ) {
        let shared = &self.shared;
        let (from, user) = (info.address, info.user.clone());
        // The answer to the request of the association goes first; that it has no room is no case.
        let _ = talk.outlet.send(unsent);
        let outlet = Arc::clone(&talk.outlet);
        let application = shared.lock().connect(now(), outlet, info);
        tracing::info!(%application, %from, user, "an application is connected");
        let reason = talk
            .run(AT_ONCE, |apdus| {
                // What waits for the switch does not keep the room of a whole read.
                apdus.iter_mut().for_each(|apdu| *apdu = Bytes::copy_from_slice(apdu));
                shared.lock().application_apdus(now(), application, apdus);
            })
            .await;
        shared.lock().disconnected(now(), application);
        tracing::info!(%application, %from, %reason, "an application is gone");
    }
}
