//! The task of the link to the switch.

use std::sync::Arc;
use std::time::{Duration, SystemTime};

use csta_client::{Backoff, CloseReason, Error, Link, LinkParts};
use csta_codec::types::CstaVersion;
use tokio::time::sleep;

use super::Shared;
use super::conversation::Conversation;
use super::dial::{Dial, Line};
use super::hub::SwitchInfo;
use super::outlet::{End, Outlet};
use super::permission::{Permission, Wish};
use super::shared::now;
use crate::Severity;
use crate::protocol_log::Recorder;

/// How many APDUs are handed over before applications have their turn.
const AT_ONCE: usize = 1024;

/// How many octets may wait for a switch that does not read. The core has few requests before it at
/// once.
const UNREAD: usize = 1 << 20;

/// How long the switch may take to confirm that the association is released.
const RELEASE: Duration = Duration::from_secs(2);

/// How long an abort may take to be written.
const ABORT: Duration = Duration::from_millis(200);

/// Keeps the link to the switch up as long as it may be had, until the program stops.
pub(super) async fn keep_up<D: Dial>(
    shared: Arc<Shared>,
    dial: D,
    mut permission: Permission,
    recorder: Option<Recorder>,
) {
    while permission.granted().await {
        let mut backoff = Backoff::default();
        while permission.wish() == Wish::Have {
            let attempt = once(&shared, &dial, &mut permission, &mut backoff, recorder.as_ref());
            let Some(retry_in) = attempt.await else {
                break;
            };
            if shared.lock().is_stopping {
                return;
            }
            if permission.wish() != Wish::Have {
                // Whoever is to have the switch now waits for this one to be free.
                break;
            }
            tokio::select! {
                () = sleep(retry_in) => {}
                _ = permission.changed(Wish::Have) => {}
            }
        }
        permission.free();
    }
}

/// Associates and talks until the association ends. Returns when to try again, or `None` if the
/// switch is not to be had any more.
async fn once<D: Dial>(
    shared: &Shared,
    dial: &D,
    permission: &mut Permission,
    backoff: &mut Backoff,
    recorder: Option<&Recorder>,
) -> Option<Duration> {
    let mut wish = Wish::Have;
    let mut associating = std::pin::pin!(dial.associate());
    let associated = loop {
        tokio::select! {
            associated = &mut associating => break associated,
            // An association that is being made is released when it is there, unless it has to be
            // given up at once.
            changed = permission.changed(wish) => {
                wish = changed;
                if wish == Wish::Abort {
                    return None;
                }
            }
        }
    };
    let retry_in = match associated {
        Ok((link, version)) => {
            let since = now();
            let reason = talk(shared, link, version, (permission, wish), recorder).await;
            let retry_in = backoff.after_association(now() - since);
            told(shared, &reason, retry_in);
            retry_in
        }
        Err(error) => {
            let retry_in = backoff.after_error(&error);
            not_made(shared, &error, retry_in);
            retry_in
        }
    };
    Some(retry_in)
}

/// Talks with the switch until the association ends.
async fn talk<L: Line>(
    shared: &Shared,
    link: Link<L>,
    version: Option<CstaVersion>,
    (permission, wish): (&mut Permission, Wish),
    recorder: Option<&Recorder>,
) -> CloseReason {
    let LinkParts { stream, association, codec, received, unsent } = link.into_parts();
    let opened = stream.open(|socket| {
        let log = recorder.map(|recorder| recorder.begin("pbx", "the link to the PBX", false));
        Outlet::new(socket, UNREAD, log)
    });
    let Some((outlet, source, sink)) = opened else {
        return CloseReason::Disconnected("since it is not TCP");
    };
    let _ = outlet.send(&unsent);
    let out = Arc::clone(&outlet);
    let talk = Conversation { source, sink, outlet: out, association, codec, received };
    tracing::info!("the link to the switch is up");
    let info = SwitchInfo { version, since: SystemTime::now() };
    {
        let mut hub = shared.lock();
        hub.recent.push(Severity::Info, "the link to the switch is up");
        hub.switch_up(now(), Arc::clone(&outlet), info);
    }
    let mut talking =
        std::pin::pin!(talk.run(AT_ONCE, |apdus| shared.lock().switch_apdus(now(), apdus)));
    let mut wish = wish;
    let reason = loop {
        let patience = match wish {
            Wish::Have => Duration::MAX,
            Wish::Release => {
                outlet.end(End::Release);
                RELEASE
            }
            Wish::Abort => {
                outlet.end(End::Abort);
                ABORT
            }
        };
        tokio::select! {
            reason = &mut talking => break reason,
            changed = permission.changed(wish) => wish = changed,
            () = sleep(patience) => break CloseReason::Disconnected("since it did not let go in time"),
        }
    };
    shared.lock().switch_down(now());
    reason
}

fn told(shared: &Shared, reason: &CloseReason, retry_in: Duration) {
    let mut hub = shared.lock();
    if hub.is_stopping {
        tracing::info!(%reason, "the link to the switch is closed");
    } else {
        tracing::warn!(%reason, ?retry_in, "the link to the switch is down");
        hub.link_failed(format!("the link to the switch is down: {reason}"));
    }
}

fn not_made(shared: &Shared, error: &Error, retry_in: Duration) {
    tracing::warn!(%error, ?retry_in, "there is no link to the switch");
    let mut hub = shared.lock();
    hub.link_failed(format!("there is no link to the switch: {error}"));
    hub.switch_down(now());
}
