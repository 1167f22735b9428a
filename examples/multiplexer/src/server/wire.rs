//! A connection as its task reads and writes it.

use std::future::Future;
use std::io;
use std::sync::Arc;

use bytes::BytesMut;
use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt, ReadHalf, WriteHalf};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};

use super::outlet::Outlet;

/// How much is read from an application at once: 4 KiB, which are dozens of APDUs.
pub(super) const READ: usize = 4096;

/// How much is read from the switch at once: what one read brings goes out in one write to each
/// application.
pub(super) const READ_SWITCH: usize = 64 << 10;

/// How much room waits for octets of TLS: a record of an APDU or two.
const READ_TLS: usize = 512;

/// Where octets come from. A read can be dropped without losing any.
pub(super) trait Source: Send {
    /// Reads what there is, at least an octet; 0 at the end.
    fn read(&mut self, into: &mut BytesMut) -> impl Future<Output = io::Result<usize>> + Send;
}

/// Where octets go. A write can be dropped without losing count.
pub(super) trait Sink: Send {
    /// Writes some, at least one octet.
    fn write(&mut self, octets: &[u8]) -> impl Future<Output = io::Result<usize>> + Send;

    /// Sees that what was written is on its way.
    fn flush(&mut self) -> impl Future<Output = io::Result<()>> + Send;

    /// Says that nothing follows.
    fn close(&mut self) -> impl Future<Output = io::Result<()>> + Send;
}

/// A socket without TLS, of which so much is read at once.
#[derive(Debug)]
pub(super) struct Plain {
    pub(super) half: OwnedReadHalf,
    pub(super) room: usize,
}

/// The way out to a socket to which others write as well.
#[derive(Debug)]
pub(super) struct Rest(pub(super) Arc<Outlet>);

impl Rest {
    fn half(&self) -> io::Result<&OwnedWriteHalf> {
        Ok(self.0.socket().ok_or(io::ErrorKind::NotConnected)?)
    }
}

impl Source for Plain {
    async fn read(&mut self, into: &mut BytesMut) -> io::Result<usize> {
        self.half.readable().await?;
        // Room is made only now, so that nobody who is silent takes any. Where a read does not fill
        // it, `AsyncRead` knows that there is no more without asking, as `try_read` does not.
        into.reserve(self.room);
        self.half.read_buf(into).await
    }
}

impl Sink for Rest {
    async fn write(&mut self, octets: &[u8]) -> io::Result<usize> {
        loop {
            let half = self.half()?;
            half.writable().await?;
            match half.try_write(octets) {
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
                done => return done,
            }
        }
    }

    async fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }

    async fn close(&mut self) -> io::Result<()> {
        // Closed when the last who has it lets go, which is the task.
        Ok(())
    }
}

impl<S: AsyncRead + Send> Source for ReadHalf<S> {
    async fn read(&mut self, into: &mut BytesMut) -> io::Result<usize> {
        into.reserve(READ_TLS);
        self.read_buf(into).await
    }
}

impl<S: AsyncWrite + Send> Sink for WriteHalf<S> {
    async fn write(&mut self, octets: &[u8]) -> io::Result<usize> {
        AsyncWriteExt::write(self, octets).await
    }

    async fn flush(&mut self) -> io::Result<()> {
        AsyncWriteExt::flush(self).await
    }

    async fn close(&mut self) -> io::Result<()> {
        self.shutdown().await
    }
}
