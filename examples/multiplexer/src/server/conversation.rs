//! An open association, until its end.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use csta_client::{Association, AssociationEvent, CloseReason, FrameCodec, FrameError, MAX_APDU};
use tokio::task::yield_now;
use tokio::time::{sleep_until, timeout};
use tokio_util::codec::{Decoder as _, Encoder as _};

use super::outlet::{End, Outlet, Taken};
use super::shared::now;
use super::wire::{Sink, Source};

/// How long the last message may take to be sent.
const LINGER: Duration = Duration::from_secs(2);

/// An open association on a connection, as its task has it: what comes is handed over, and what the
/// [`Outlet`] could not write at once is written.
#[derive(Debug)]
pub(super) struct Conversation<R, W> {
    pub(super) source: R,
    pub(super) sink: W,
    pub(super) outlet: Arc<Outlet>,
    pub(super) association: Association,
    pub(super) codec: FrameCodec,
    /// What has come and is no whole frame yet.
    pub(super) received: BytesMut,
}

impl<R: Source, W: Sink> Conversation<R, W> {
    /// Hands over what comes, so many APDUs at once, until the association ends. Others have their
    /// turn in between, so that nobody who sends much delays them.
    pub(super) async fn run(
        mut self,
        at_once: usize,
        mut hand_over: impl FnMut(&mut Vec<Bytes>) + Send,
    ) -> CloseReason {
        let mut taken = Taken::default();
        let mut apdus = Vec::new();
        let mut is_flushed = true;
        let reason = loop {
            let mut step = self.decode(at_once, &mut apdus);
            while let Step::More = step {
                hand_over(&mut apdus);
                yield_now().await;
                step = self.decode(at_once, &mut apdus);
            }
            if !apdus.is_empty() {
                hand_over(&mut apdus);
            }
            if let Step::Closed(reason) = step {
                break reason;
            }
            if self.received.is_empty() {
                // Nobody who is silent keeps any room.
                self.received = BytesMut::new();
            }
            if let Some(reason) = self.poll_end() {
                break reason;
            }
            let deadline = self.association.poll_timeout();
            let has_more = self.outlet.waiting() > 0 || !is_flushed;
            tokio::select! {
                read = self.source.read(&mut self.received) => self.take_read(read),
                () = self.outlet.woken() => {}
                written = write(&mut self.sink, &self.outlet, &mut taken, &mut is_flushed),
                    if has_more =>
                {
                    if let Err(error) = written {
                        self.association.handle_failure(&FrameError::Io(error));
                    }
                }
                () = sleep_until(deadline.unwrap_or_else(now).into()), if deadline.is_some() => {
                    self.association.handle_timeout(now());
                }
            }
        };
        self.transmit();
        if reason != CloseReason::Disconnected(CUT) {
            // The other side may not read, or be gone.
            let last = async {
                write(&mut self.sink, &self.outlet, &mut taken, &mut is_flushed).await?;
                self.sink.close().await
            };
            let _ = timeout(LINGER, last).await;
        }
        reason
    }

    /// Takes what was received apart, up to so many APDUs.
    fn decode(&mut self, at_once: usize, apdus: &mut Vec<Bytes>) -> Step {
        loop {
            while let Some(event) = self.association.poll_event() {
                match event {
                    AssociationEvent::Apdu(apdu) => apdus.push(apdu),
                    AssociationEvent::Closed(reason) => return Step::Closed(reason),
                    AssociationEvent::Requested { .. } | AssociationEvent::Open { .. } => {}
                }
            }
            self.transmit();
            // What is not the association's goes by without more ado.
            loop {
                if apdus.len() >= at_once {
                    return Step::More;
                }
                match self.codec.decode(&mut self.received) {
                    Ok(Some(apdu)) => {
                        self.outlet.log_received(&apdu);
                        if self.association.hands_on(&apdu) {
                            apdus.push(apdu);
                            continue;
                        }
                        self.association.handle_apdu(apdu);
                    }
                    Ok(None) => return Step::Wait,
                    Err(error) => self.association.handle_failure(&error),
                }
                break;
            }
        }
    }

    /// Sends what the association has to say, which is its end.
    fn transmit(&mut self) {
        while let Some(apdu) = self.association.poll_transmit() {
            let mut frame = BytesMut::new();
            let mut codec = FrameCodec { send_limit: MAX_APDU, ..self.codec };
            // No message of ACSE is longer than a frame can be.
            if codec.encode(&apdu, &mut frame).is_ok() {
                self.outlet.send_last(&frame);
            }
        }
    }

    fn take_read(&mut self, read: io::Result<usize>) {
        match read {
            Ok(0) => match self.codec.decode_eof(&mut self.received) {
                Err(error) => self.association.handle_failure(&error),
                Ok(_) => self.association.handle_disconnect(),
            },
            Ok(_) => {}
            Err(error) => self.association.handle_failure(&FrameError::Io(error)),
        }
    }

    /// Ends the association if it is to be.
    fn poll_end(&mut self) -> Option<CloseReason> {
        match self.outlet.poll_end()? {
            End::Release => self.association.release(now()),
            End::Abort => self.association.abort(),
            End::Lost => self.association.handle_disconnect(),
            End::Cut => return Some(CloseReason::Disconnected(CUT)),
        }
        // The request of a release has to go now: its answer is waited for.
        self.transmit();
        match self.association.poll_event()? {
            AssociationEvent::Closed(reason) => Some(reason),
            _ => None,
        }
    }
}

/// That it was closed from here without a word.
const CUT: &str = "from here, since the other side did not read";

enum Step {
    /// There may be more.
    More,
    /// Nothing more for now.
    Wait,
    /// The association is at an end.
    Closed(CloseReason),
}

/// Writes what waits. It can be dropped without losing any.
async fn write(
    sink: &mut impl Sink,
    outlet: &Outlet,
    taken: &mut Taken,
    is_flushed: &mut bool,
) -> io::Result<()> {
    loop {
        let octets = taken.next(outlet);
        if octets.is_empty() {
            break;
        }
        *is_flushed = false;
        let written = sink.write(octets).await?;
        taken.written(outlet, written);
    }
    sink.flush().await?;
    *is_flushed = true;
    Ok(())
}

#[cfg(test)]
mod tests {
    use csta_client::{Acceptor, Client, PANASONIC_VERSION};

    use super::*;

    #[tokio::test(start_paused = true)]
    async fn the_other_side_is_asked_for_a_release_and_confirms_it() {
        let (near, far) = tokio::io::duplex(MAX_APDU);
        tokio::spawn(async move {
            let (_client, connection) = Client::builder().connect_with(near).await.unwrap();
            connection.run().await
        });
        let request = Acceptor::default().accept(far).await.unwrap();
        let link = request.accept(PANASONIC_VERSION).into_parts();
        let outlet = Arc::new(Outlet::new(None, MAX_APDU, None));
        outlet.send(&link.unsent).unwrap();
        let (source, sink) = tokio::io::split(link.stream);
        let talk = Conversation {
            source,
            sink,
            outlet: Arc::clone(&outlet),
            association: link.association,
            codec: link.codec,
            received: link.received,
        };
        let talking = tokio::spawn(talk.run(16, Vec::clear));
        // It is open, and nobody says anything.
        tokio::time::sleep(Duration::from_secs(1)).await;
        outlet.end(End::Release);
        assert_eq!(talking.await.unwrap(), CloseReason::Released);
    }
}
