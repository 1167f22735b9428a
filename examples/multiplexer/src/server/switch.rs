//! The task of the link to the switch.

use std::sync::Arc;
use std::time::{Duration, SystemTime};

use csta_client::{ClientBuilder, CloseReason, Error, Link, LinkParts, Transport};
use csta_codec::types::CstaVersion;
use tokio::time::sleep;

use super::Shared;
use super::backoff::Backoff;
use super::conversation::Conversation;
use super::hub::SwitchInfo;
use super::notices::Severity;
use super::outlet::{Outlet, Socket};
use super::shared::now;
use super::wire::{Plain, READ_SWITCH};
use crate::protocol_log::Recorder;

/// How many APDUs are handed over before applications have their turn.
const AT_ONCE: usize = 1024;

/// How many octets may wait for a switch that does not read. The core has few requests before it at
/// once.
const UNREAD: usize = 1 << 20;

/// Keeps the link to the switch up, until the program stops.
pub(super) async fn keep_up(
    shared: Arc<Shared>,
    builder: ClientBuilder,
    recorder: Option<Recorder>,
) {
    let mut backoff = Backoff::new(fastrand::Rng::new());
    loop {
        let retry_in = match builder.associate().await {
            Ok((link, version)) => {
                let since = now();
                let reason = talk(&shared, link, version, recorder.as_ref()).await;
                let retry_in = backoff.after_association(now() - since);
                told(&shared, &reason, retry_in);
                retry_in
            }
            Err(error) => {
                let retry_in = backoff.after_error(&error);
                not_made(&shared, &error, retry_in);
                retry_in
            }
        };
        if shared.lock().is_stopping {
            return;
        }
        sleep(retry_in).await;
    }
}

/// Talks with the switch until the association ends.
async fn talk(
    shared: &Shared,
    link: Link<Transport>,
    version: Option<CstaVersion>,
    recorder: Option<&Recorder>,
) -> CloseReason {
    let LinkParts { stream, association, codec, received, unsent } = link.into_parts();
    let Transport::Tcp(stream) = stream else {
        // The builder has no TLS.
        return CloseReason::Disconnected("since it is not TCP");
    };
    let outlet = Arc::new(Outlet::new(
        Some(Socket::Switch(stream)),
        UNREAD,
        recorder.map(|recorder| recorder.begin("pbx", "the link to the PBX", false)),
    ));
    let _ = outlet.send(&unsent);
    let talk = Conversation {
        source: Plain::new(&outlet, READ_SWITCH),
        sink: Plain::new(&outlet, READ_SWITCH),
        outlet: Arc::clone(&outlet),
        association,
        codec,
        received,
    };
    tracing::info!("the link to the switch is up");
    let info = SwitchInfo { version, since: SystemTime::now() };
    {
        let mut hub = shared.lock();
        hub.recent.push(Severity::Info, "the link to the switch is up");
        hub.switch_up(now(), outlet, info);
    }
    let reason = talk.run(AT_ONCE, |apdus| shared.lock().switch_apdus(now(), apdus)).await;
    shared.lock().switch_down(now());
    reason
}

fn told(shared: &Shared, reason: &CloseReason, retry_in: Duration) {
    let mut hub = shared.lock();
    if hub.is_stopping {
        tracing::info!(%reason, "the link to the switch is closed");
    } else {
        tracing::warn!(%reason, ?retry_in, "the link to the switch is down");
        hub.recent.push(Severity::Error, format!("the link to the switch is down: {reason}"));
    }
}

fn not_made(shared: &Shared, error: &Error, retry_in: Duration) {
    tracing::warn!(%error, ?retry_in, "there is no link to the switch");
    let mut hub = shared.lock();
    hub.recent.push(Severity::Error, format!("there is no link to the switch: {error}"));
    hub.switch_down(now());
}
