//! A connection with an association on it: frames come in as events, APDUs go out as frames.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use csta_codec::acse::UserDiagnostic;
use csta_codec::types::CstaVersion;
use futures::{Sink, Stream};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::time::{Instant, Sleep, sleep_until};
use tokio_util::codec::{Decoder, Encoder, Framed};

use crate::tap::Tapped;
use crate::{
    Association, AssociationEvent, AssociationLimits, CloseReason, Direction, FrameCodec,
    FrameError, Offer, Tap, metrics,
};

/// How long the last message may take to be sent after the end of an association.
const LINGER: Duration = Duration::from_secs(2);

/// How much may wait to be sent before [`Link::send`] refuses more: 1 MiB.
pub const MAX_UNSENT: usize = 1 << 20;

/// An [`Association`] on a connection.
///
/// It is a stream of [`AssociationEvent`]s, the last of which is
/// [`Closed`](AssociationEvent::Closed). Polling it does all the work, also the sending; nothing
/// happens otherwise. This is what forwarders use; applications use
/// [`Client`](crate::Client).
#[derive(Debug)]
#[must_use = "nothing is sent or received unless it is polled"]
pub struct Link<S> {
    framed: Framed<S, FrameCodec>,
    association: Association,
    tap: Tapped,
    timer: Option<Pin<Box<Sleep>>>,
    /// Since when the association has been closed and not all of it said.
    closed_since: Option<Instant>,
    ended: bool,
}

impl<S: AsyncRead + AsyncWrite + Unpin> Link<S> {
    /// Asks for an association on a connection.
    pub fn request(stream: S, codec: FrameCodec, offer: &Offer, limits: AssociationLimits) -> Self {
        Self::new(stream, codec, Association::request(now(), offer, limits))
    }

    /// Waits on a connection to be asked for an association.
    pub fn listen(stream: S, codec: FrameCodec, limits: AssociationLimits) -> Self {
        Self::new(stream, codec, Association::listen(now(), limits))
    }

    fn new(stream: S, codec: FrameCodec, association: Association) -> Self {
        Self {
            framed: Framed::new(stream, codec),
            association,
            tap: Tapped::default(),
            timer: None,
            closed_since: None,
            ended: false,
        }
    }

    /// Lets somebody see every APDU, both ways, from now on.
    pub fn tap(&mut self, tap: impl Tap + 'static) {
        self.tap = Tapped::new(tap);
    }

    pub(crate) fn set_tap(&mut self, tap: Tapped) {
        self.tap = tap;
    }

    /// Sends an APDU.
    ///
    /// # Errors
    ///
    /// If it is longer than the send limit, if the association is not open, or if
    /// [`MAX_UNSENT`] octets wait already because the other side does not read. Nothing is sent
    /// then.
    pub fn send(&mut self, apdu: &[u8]) -> Result<(), SendError> {
        if !self.association.is_open() {
            return Err(SendError::NotOpen);
        }
        let limit = self.framed.codec().send_limit;
        if apdu.len() > limit {
            return Err(SendError::TooLong { length: apdu.len(), limit });
        }
        if self.framed.write_buffer().len() > MAX_UNSENT {
            return Err(SendError::NotRead);
        }
        self.encode(apdu);
        Ok(())
    }

    /// Sends frames that have been made with its codec.
    pub(crate) fn send_frames(&mut self, frames: &[u8]) {
        let mut rest = frames;
        while (cfg!(feature = "metrics") || self.tap.is_some())
            && let Some((length, behind)) = rest.split_first_chunk()
            && let Some((apdu, behind)) =
                behind.split_at_checked(u16::from_be_bytes(*length).into())
        {
            metrics::frame_sent();
            self.tap.frame(Direction::Sent, apdu);
            rest = behind;
        }
        self.framed.write_buffer_mut().extend_from_slice(frames);
    }

    /// How many octets the connection has not taken yet.
    pub(crate) fn unwritten(&self) -> usize {
        self.framed.write_buffer().len()
    }

    /// How frames are made, and their limits.
    pub(crate) fn codec(&self) -> FrameCodec {
        *self.framed.codec()
    }

    /// Accepts the association that was requested.
    pub fn accept(&mut self, version: CstaVersion) {
        self.association.accept(version);
    }

    /// Rejects the association that was requested.
    pub fn reject(&mut self, diagnostic: UserDiagnostic) {
        self.association.reject(diagnostic);
    }

    /// Asks the other side to release the association.
    pub fn release(&mut self) {
        self.association.release(now());
    }

    /// Ends the association at once.
    pub fn abort(&mut self) {
        self.association.abort();
    }

    /// Ends the association at once, for a reason that lies above it.
    pub(crate) fn give_up(&mut self, reason: CloseReason) {
        self.association.abort_for(reason);
    }

    /// Whether operations can be sent.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.association.is_open()
    }

    /// The next APDU that is for whoever is above the association, if it has been received already:
    /// the short way, without a look at the connection. What else was received is told, and what is
    /// to be sent is sent, by polling.
    pub(crate) fn take_received(&mut self) -> Option<Bytes> {
        let mut codec = *self.framed.codec();
        match codec.decode(self.framed.read_buffer_mut()) {
            Ok(None) => return None,
            Ok(Some(apdu)) => return self.receive(apdu),
            Err(error) => self.association.handle_failure(&error),
        }
        None
    }

    /// Takes in an APDU. It is given back if it is for whoever is above the association.
    fn receive(&mut self, apdu: Bytes) -> Option<Bytes> {
        metrics::frame_received();
        self.tap.frame(Direction::Received, &apdu);
        if self.association.hands_on(&apdu) {
            return Some(apdu);
        }
        self.association.handle_apdu(apdu);
        None
    }

    /// Takes it apart, for whoever does the reading and writing another way.
    ///
    /// Nothing is lost: what has been received and what is still to be sent is in the parts. The
    /// tap sees what is to be sent, and nothing of what comes after.
    pub fn into_parts(mut self) -> LinkParts<S> {
        self.encode_transmits();
        let parts = self.framed.into_parts();
        LinkParts {
            stream: parts.io,
            association: self.association,
            codec: parts.codec,
            received: parts.read_buf,
            unsent: parts.write_buf,
        }
    }

    fn encode_transmits(&mut self) {
        while let Some(apdu) = self.association.poll_transmit() {
            self.encode(&apdu);
        }
    }

    fn encode(&mut self, apdu: &[u8]) {
        let mut codec = *self.framed.codec();
        // Messages of ACSE go out whatever the limit: without them there is no association.
        codec.send_limit = codec.send_limit.max(apdu.len());
        metrics::frame_sent();
        self.tap.frame(Direction::Sent, apdu);
        // Cannot fail below 64 KiB, which no message of ACSE reaches.
        let _ = codec.encode(apdu, self.framed.write_buffer_mut());
    }

    /// Hands what is to be sent to the connection, as far as it takes it.
    fn poll_send(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), FrameError>> {
        self.encode_transmits();
        <Framed<S, FrameCodec> as Sink<&[u8]>>::poll_flush(Pin::new(&mut self.framed), cx)
    }

    fn poll_timer(&mut self, cx: &mut Context<'_>, deadline: Instant) -> Poll<()> {
        let timer = self.timer.get_or_insert_with(|| Box::pin(sleep_until(deadline)));
        if timer.deadline() != deadline {
            timer.as_mut().reset(deadline);
        }
        timer.as_mut().poll(cx)
    }
}

/// What a [`Link`] is made of, as [`Link::into_parts`] leaves it.
///
/// A forwarder with thousands of associations reads all of them with one buffer and writes to
/// sockets directly. It accepts the association, takes the link apart, writes what is
/// [`unsent`](Self::unsent), takes apart with the [`codec`](Self::codec) what was
/// [`received`](Self::received), and does with the [`association`](Self::association) what is
/// written there.
///
/// ```no_run
/// use csta_client::{AssociationRequest, PANASONIC_VERSION};
/// use tokio::io::AsyncWriteExt;
/// use tokio::net::TcpStream;
/// use tokio_util::codec::Decoder;
///
/// # async fn take(request: AssociationRequest<TcpStream>) -> Result<(), csta_client::FrameError> {
/// let mut link = request.accept(PANASONIC_VERSION).into_parts();
/// link.stream.write_all_buf(&mut link.unsent).await?;
/// while let Some(apdu) = link.codec.decode(&mut link.received)? {
///     link.association.handle_apdu(apdu);
/// }
/// while let Some(event) = link.association.poll_event() {
///     println!("{event:?}"); // the first is Open
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
pub struct LinkParts<S> {
    /// The connection.
    pub stream: S,
    /// The association. Its events have not been told; there is nothing to be sent in it.
    pub association: Association,
    /// How frames are read and written, and their limits.
    pub codec: FrameCodec,
    /// What has come and not been taken apart into frames; less than one frame as a rule.
    pub received: BytesMut,
    /// What is to be sent first of all: the answer to the request of the association as a rule.
    pub unsent: BytesMut,
}

/// What is sent and not taken by [`Link::send`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SendError {
    /// The association is not open, or no longer.
    #[error("the association is not open")]
    NotOpen,
    /// The APDU is longer than may be sent.
    #[error("the APDU takes {length} octets, where {limit} may be sent")]
    TooLong {
        /// Its length.
        length: usize,
        /// The [send limit](FrameCodec::send_limit).
        limit: usize,
    },
    /// The other side does not read: [`MAX_UNSENT`] octets wait.
    #[error("{MAX_UNSENT} octets wait to be sent, since the other side does not read")]
    NotRead,
}

impl<S: AsyncRead + AsyncWrite + Unpin> Stream for Link<S> {
    type Item = AssociationEvent;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let link = &mut *self;
        loop {
            if link.ended {
                return Poll::Ready(None);
            }
            match link.poll_send(cx) {
                Poll::Ready(Err(error)) => link.association.handle_failure(&error),
                // What is left to say is said before the end is told, but not waited for long:
                // the other side may not read.
                Poll::Pending if link.association.is_closed() => {
                    let since = *link.closed_since.get_or_insert_with(Instant::now);
                    ready!(link.poll_timer(cx, since + LINGER));
                }
                Poll::Ready(Ok(())) | Poll::Pending => {}
            }
            if let Some(event) = link.association.poll_event() {
                link.ended = matches!(event, AssociationEvent::Closed(_));
                return Poll::Ready(Some(event));
            }
            match Pin::new(&mut link.framed).poll_next(cx) {
                Poll::Ready(Some(Ok(apdu))) => {
                    // No other event is left, and nothing is to be sent for it.
                    if let Some(apdu) = link.receive(apdu) {
                        return Poll::Ready(Some(AssociationEvent::Apdu(apdu)));
                    }
                }
                Poll::Ready(Some(Err(error))) => link.association.handle_failure(&error),
                Poll::Ready(None) => link.association.handle_disconnect(),
                Poll::Pending => {
                    let Some(deadline) = link.association.poll_timeout() else {
                        return Poll::Pending;
                    };
                    ready!(link.poll_timer(cx, Instant::from_std(deadline)));
                    link.association.handle_timeout(now());
                }
            }
        }
    }
}

fn now() -> std::time::Instant {
    Instant::now().into_std()
}
