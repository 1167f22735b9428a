//! A connection whose frames are seen, and into which octets can be put.

use std::io;
use std::pin::Pin;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::task::{Context, Poll, ready};

use bytes::{Buf, Bytes, BytesMut};
use csta_client::FrameCodec;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio_util::codec::Decoder;

/// Which way a frame goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// From the switch to the application.
    FromSwitch,
    /// From the application to the switch.
    ToSwitch,
}

/// Whoever sees the frames.
type See = dyn Fn(Direction, &[u8]) + Send + Sync;

/// Set once for all connections of a switch.
#[derive(Clone, Default)]
pub(super) struct Tap(Arc<OnceLock<Box<See>>>);

impl Tap {
    /// Tells whether nobody has been set before.
    pub(super) fn set(&self, see: Box<See>) -> bool {
        self.0.set(see).is_ok()
    }
}

/// Octets that are to be put into a connection.
#[derive(Clone, Default)]
pub(super) struct Inserted(Arc<Mutex<BytesMut>>);

impl Inserted {
    pub(super) fn push(&self, octets: &Bytes) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(octets);
    }
}

/// A connection with both.
pub(super) struct Wire<S> {
    stream: S,
    tap: Tap,
    inserted: Inserted,
    received: Frames,
    sent: Frames,
}

impl<S> Wire<S> {
    pub(super) fn new(stream: S, tap: Tap) -> Self {
        let [received, sent] = [Direction::ToSwitch, Direction::FromSwitch].map(Frames::new);
        Self { stream, tap, inserted: Inserted::default(), received, sent }
    }

    /// By which octets can be put into it; they go out when it is next flushed.
    pub(super) fn inserted(&self) -> Inserted {
        self.inserted.clone()
    }
}

/// What goes one way.
struct Frames {
    direction: Direction,
    octets: BytesMut,
    /// The framing is broken: there are no more frames to be seen.
    is_broken: bool,
}

impl Frames {
    fn new(direction: Direction) -> Self {
        Self { direction, octets: BytesMut::new(), is_broken: false }
    }

    fn take(&mut self, tap: &Tap, octets: &[u8]) {
        let Some(see) = tap.0.get() else {
            return;
        };
        if self.is_broken {
            return;
        }
        self.octets.extend_from_slice(octets);
        loop {
            match FrameCodec::default().decode(&mut self.octets) {
                Ok(Some(apdu)) => see(self.direction, &apdu),
                Ok(None) => return,
                Err(_) => {
                    self.is_broken = true;
                    self.octets.clear();
                    return;
                }
            }
        }
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Wire<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let Self { stream, tap, received, .. } = &mut *self;
        let before = buffer.filled().len();
        ready!(Pin::new(stream).poll_read(cx, buffer))?;
        received.take(tap, buffer.filled().get(before..).unwrap_or_default());
        Poll::Ready(Ok(()))
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Wire<S> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        octets: &[u8],
    ) -> Poll<io::Result<usize>> {
        let Self { stream, tap, sent, .. } = &mut *self;
        let written = ready!(Pin::new(stream).poll_write(cx, octets))?;
        sent.take(tap, octets.get(..written).unwrap_or_default());
        Poll::Ready(Ok(written))
    }

    /// All frames have been written whole: here is where other octets can go between them.
    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let Self { stream, tap, inserted, sent, .. } = &mut *self;
        let mut inserted = inserted.0.lock().unwrap_or_else(PoisonError::into_inner);
        while !inserted.is_empty() {
            let written = ready!(Pin::new(&mut *stream).poll_write(cx, &inserted))?;
            if written == 0 {
                return Poll::Ready(Err(io::ErrorKind::WriteZero.into()));
            }
            sent.take(tap, inserted.get(..written).unwrap_or_default());
            inserted.advance(written);
        }
        Pin::new(stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}
