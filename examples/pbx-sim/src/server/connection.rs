//! One connection: from the request of an association to its end.

use bytes::Bytes;
use csta_client::{Acceptor, AssociationEvent, FrameCodec, MAX_APDU, PANASONIC_VERSION};
use csta_codec::acse::UserDiagnostic;
use futures::StreamExt;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::sync::{mpsc, oneshot};

use super::pbx::Command;
use crate::config::Link;
use crate::csta::ApplicationId;

/// What a connection gets that may have the association.
pub(super) struct Admission {
    pub(super) application: ApplicationId,
    pub(super) outgoing: mpsc::Receiver<Outgoing>,
}

/// What a connection has to send.
pub(super) enum Outgoing {
    /// A message.
    Apdu(Bytes),
    /// The end of the association.
    Abort,
}

/// Serves a connection until it ends.
pub(super) async fn serve<S>(commands: mpsc::Sender<Command>, config: Link, stream: S)
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    // The switch keeps to its own limit where it can; some messages are longer.
    let codec = FrameCodec {
        send_limit: MAX_APDU,
        unframed_abort: config.unframed_abort,
        ..FrameCodec::default()
    };
    let request = match (Acceptor { codec, ..Acceptor::default() }).accept(stream).await {
        Ok(request) => request,
        Err(reason) => {
            tracing::debug!(?reason, "no association was requested");
            return;
        }
    };
    if request.version().is_none() && !config.bare_requests {
        tracing::info!("an association is rejected that was requested without user information");
        return request.reject(UserDiagnostic::NoReasonGiven).await;
    }
    let (answer, admission) = oneshot::channel();
    if commands.send(Command::Request(answer)).await.is_err() {
        return;
    }
    match admission.await {
        Ok(Some(admission)) => {
            let application = admission.application;
            converse(&commands, request.accept(PANASONIC_VERSION), admission).await;
            let _ = commands.send(Command::Closed(application)).await;
        }
        Ok(None) => request.reject(UserDiagnostic::NoReasonGiven).await,
        Err(_) => {}
    }
}

/// Carries messages between the application and the switch.
async fn converse<S>(
    commands: &mpsc::Sender<Command>,
    mut link: csta_client::Link<S>,
    admission: Admission,
) where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let Admission { application, mut outgoing } = admission;
    loop {
        tokio::select! {
            event = link.next() => {
                let command = match event {
                    Some(AssociationEvent::Open { .. }) => Command::Opened(application),
                    Some(AssociationEvent::Apdu(apdu)) => Command::Apdu(application, apdu),
                    Some(AssociationEvent::Requested { .. }) => continue,
                    Some(AssociationEvent::Closed(reason)) => {
                        tracing::debug!(?reason, "closed");
                        return;
                    }
                    None => return,
                };
                if commands.send(command).await.is_err() {
                    return;
                }
            }
            apdu = outgoing.recv() => match apdu {
                Some(Outgoing::Abort) => {
                    link.abort();
                    while link.next().await.is_some() {} // sends it
                    return;
                }
                Some(Outgoing::Apdu(apdu)) => {
                    if let Err(error) = link.send(&apdu) {
                        tracing::warn!(%error, "a message could not be sent");
                        return;
                    }
                }
                // The switch has given the association up: the link breaks.
                None => return,
            },
        }
    }
}
