//! One connection: from the request of an association to its end.

use bytes::Bytes;
use csta_client::{Acceptor, AssociationEvent, FrameCodec, MAX_APDU, PANASONIC_VERSION};
use csta_codec::acse::UserDiagnostic;
use futures::StreamExt;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::sync::{mpsc, oneshot, watch};
use tokio::time::{Instant, sleep_until};

use super::actor::Command;
use super::condition::{Condition, under};
use super::wire::{Inserted, Tap, Wire};
use crate::config::Link;
use crate::csta::ApplicationId;

/// What a connection gets that may have the association.
pub(super) struct Admission {
    pub(super) application: ApplicationId,
    pub(super) outgoing: mpsc::Receiver<Outgoing>,
}

/// What goes out.
pub(super) struct Outgoing {
    pub(super) what: Sent,
    /// Not before.
    pub(super) due: Option<Instant>,
}

/// What is sent.
#[derive(Clone)]
pub(super) enum Sent {
    /// A message.
    Apdu(Bytes),
    /// Octets that are none.
    Octets(Bytes),
    /// The request to release the association.
    Release,
    /// That the association is at an end.
    Abort,
}

/// By what a connection reaches the switch, and the switch its connections.
#[derive(Clone)]
pub(super) struct Access {
    pub(super) commands: mpsc::Sender<Command>,
    pub(super) condition: watch::Receiver<Condition>,
    pub(super) tap: Tap,
    pub(super) link: Link,
}

/// Serves a connection until it ends.
pub(super) async fn serve<S>(access: Access, stream: S)
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let Access { commands, condition, tap, link } = access;
    let generation = condition.borrow().generation;
    let association = associate(commands, generation, link, Wire::new(stream, tap));
    if under(condition, association).await.is_none() {
        tracing::debug!("the connection has been broken");
    }
}

async fn associate<S>(commands: mpsc::Sender<Command>, generation: u32, config: Link, wire: Wire<S>)
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let inserted = wire.inserted();
    // The switch keeps to its own limit where it can; some messages are longer.
    let codec = FrameCodec {
        send_limit: MAX_APDU,
        unframed_abort: config.unframed_abort,
        ..FrameCodec::default()
    };
    let request = match (Acceptor { codec, ..Acceptor::default() }).accept(wire).await {
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
    if commands.send(Command::Request(generation, answer)).await.is_err() {
        return;
    }
    match admission.await {
        Ok(Some(admission)) => {
            let application = admission.application;
            converse(&commands, request.accept(PANASONIC_VERSION), admission, inserted).await;
            let _ = commands.send(Command::Closed(application)).await;
        }
        Ok(None) => request.reject(UserDiagnostic::NoReasonGiven).await,
        Err(_) => {}
    }
}

/// Carries messages between the application and the switch.
async fn converse<S>(
    commands: &mpsc::Sender<Command>,
    mut link: csta_client::Link<Wire<S>>,
    admission: Admission,
    inserted: Inserted,
) where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let Admission { application, mut outgoing } = admission;
    // What is not due yet; what comes behind it waits in the queue.
    let mut delayed: Option<(Instant, Sent)> = None;
    loop {
        let due = delayed.as_ref().map(|(due, _)| *due);
        let what = tokio::select! {
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
                continue;
            }
            () = sleep_until(due.unwrap_or_else(Instant::now)), if due.is_some() => {
                delayed.take().map(|(_, what)| what)
            }
            next = outgoing.recv(), if due.is_none() => match next {
                Some(Outgoing { what, due: None }) => Some(what),
                Some(Outgoing { what, due: Some(due) }) => {
                    delayed = Some((due, what));
                    None
                }
                // The switch has given the association up: the link breaks.
                None => return,
            },
        };
        match what {
            None => {}
            Some(Sent::Apdu(apdu)) => {
                if let Err(error) = link.send(&apdu) {
                    tracing::warn!(%error, "a message could not be sent");
                    return;
                }
            }
            Some(Sent::Octets(octets)) => inserted.push(&octets),
            Some(Sent::Release) => link.release(),
            Some(Sent::Abort) => {
                link.abort();
                while link.next().await.is_some() {} // sends it
                return;
            }
        }
    }
}
