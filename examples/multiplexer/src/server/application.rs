//! The task of an application's connection.

use program::Recorder;
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
            tracing::warn!(from = %address, "an application is rejected: there are {} already, as many as limits.applications allows", self.applications);
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
        let application = {
            let mut hub = shared.lock();
            let is_current = info.is_of(&self.gate.users());
            let application = hub.connect(now(), outlet, info);
            tracing::info!(%application, %from, user, "an application is connected");
            if !is_current {
                // Users have changed since it was admitted, when it was not there yet to be aborted.
                hub.user_changed(now(), application);
            }
            application
        };
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

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use csta_client::{Acceptor, Client, FrameCodec, MAX_APDU};
    use tokio::time::timeout;

    use super::super::Hub;
    use super::*;
    use crate::Settings;
    use crate::config::UserSettings;
    use crate::users::{User, Users, hash_password};

    fn users(password: &str) -> Users {
        let user = User {
            password_hash: hash_password(password).unwrap(),
            access: Arc::new(Access::full()),
        };
        [("admin".to_owned(), user)].into_iter().collect()
    }

    #[tokio::test(start_paused = true)]
    async fn whose_user_changes_while_it_is_admitted_is_aborted() {
        let hub = Hub::new(now(), Settings::default(), FrameCodec::default(), None);
        let service = Service {
            shared: Arc::new(Shared::new(hub)),
            gate: Arc::new(Gate::new(users("opensesame"), &UserSettings::default()).unwrap()),
            applications: 1,
            unread: MAX_APDU,
            recorder: None,
        };
        let (near, far) = tokio::io::duplex(MAX_APDU);
        let application = tokio::spawn(async move {
            let builder = Client::builder().login("admin", "opensesame");
            let (_client, connection) = builder.connect_with(near).await?;
            Ok::<_, csta_client::Error>(connection.run().await)
        });
        let request = Acceptor::default().accept(far).await.unwrap();
        let accepted = service.accept(request, true).await;
        // Nobody is there yet whom this could abort.
        service.gate.set_users(users("another"));
        service.shared.lock().users_changed(now(), &service.gate.users());
        let served = timeout(Duration::from_secs(60), service.serve(accepted)).await;
        assert!(served.is_ok(), "it is served on");
        assert_eq!(service.shared.lock().applications(), 0);
        let _ = application.await;
    }
}
