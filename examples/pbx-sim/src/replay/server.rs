//! A recording on a TCP port.

use csta_client::{Acceptor, AssociationEvent, FrameCodec, Link, MAX_APDU, PANASONIC_VERSION};
use futures::StreamExt;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpListener;
use tokio::time::{Instant, sleep_until};

use super::{Recording, Remark, Replay};
use crate::server::accept;

/// Plays a recording to one application after the other, for ever: each gets the next
/// association of it, and after the last the first again. Whoever connects meanwhile waits.
pub async fn serve(
    recording: &Recording,
    listener: &TcpListener,
    in_time: bool,
    mut tell: impl FnMut(Remark),
) {
    let parts = recording.associations();
    let codec = FrameCodec { send_limit: MAX_APDU, ..FrameCodec::default() };
    let acceptor = Acceptor { codec, ..Acceptor::default() };
    for part in parts.iter().cycle() {
        loop {
            let (stream, _) = accept(listener).await;
            if let Ok(request) = acceptor.accept(stream).await {
                play(part, request.accept(PANASONIC_VERSION), in_time, &mut tell).await;
                break;
            }
        }
    }
}

/// Plays one association until it ends.
async fn play<S>(part: &Recording, mut link: Link<S>, in_time: bool, tell: &mut impl FnMut(Remark))
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let mut replay = None;
    loop {
        let due = replay.as_ref().and_then(Replay::poll_timeout);
        tokio::select! {
            event = link.next() => match (event, &mut replay) {
                (Some(AssociationEvent::Open { .. }), _) => {
                    replay = Some(Replay::new(part, now(), in_time));
                }
                (Some(AssociationEvent::Apdu(apdu)), Some(replay)) => {
                    replay.handle_apdu(now(), &apdu);
                }
                (Some(AssociationEvent::Closed(_)) | None, _) => return,
                (Some(_), _) => {}
            },
            () = sleep_until(due.map_or_else(Instant::now, Instant::from_std)), if due.is_some() => {
                if let Some(replay) = &mut replay {
                    replay.handle_timeout(now());
                }
            }
        }
        let Some(replay) = &mut replay else {
            continue;
        };
        while let Some(apdu) = replay.poll_transmit() {
            if link.send(&apdu).is_err() {
                return; // closed, or it does not read
            }
        }
        while let Some(remark) = replay.poll_remark() {
            tell(remark);
        }
    }
}

fn now() -> std::time::Instant {
    Instant::now().into_std()
}
