//! Where connections come from.

use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::task::{Context, Poll};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::OwnedSemaphorePermit;

/// Where a [`Server`](crate::Server) gets its connections from: a TCP port, or anything else that
/// carries octets both ways.
pub trait Listener: Send + 'static {
    /// A connection as it is accepted.
    type Connection: Send + 'static;
    /// A connection over which an association can be requested.
    type Stream: AsyncRead + AsyncWrite + Unpin + Send + 'static;

    /// The next connection, and from where it comes.
    ///
    /// The future can be dropped without losing a connection.
    fn accept(&mut self)
    -> impl Future<Output = io::Result<(Self::Connection, SocketAddr)>> + Send;

    /// Does what has to be done before the first APDU can come: the handshake of TLS. It counts
    /// into the time limit for requesting an association, and others are accepted meanwhile.
    fn establish(
        connection: Self::Connection,
    ) -> impl Future<Output = io::Result<Self::Stream>> + Send;
}

impl Listener for TcpListener {
    type Connection = TcpStream;
    type Stream = TcpStream;

    async fn accept(&mut self) -> io::Result<(TcpStream, SocketAddr)> {
        let (stream, from) = Self::accept(self).await?;
        // Small messages that somebody waits for.
        let _ = stream.set_nodelay(true);
        Ok((stream, from))
    }

    async fn establish(connection: TcpStream) -> io::Result<TcpStream> {
        Ok(connection)
    }
}

/// A connection that counts as one of those a [`Server`](crate::Server) may have, until it is
/// dropped.
#[derive(Debug)]
pub struct Counted<S> {
    stream: S,
    /// Given back when the connection is dropped.
    place: OwnedSemaphorePermit,
}

impl<S> Counted<S> {
    pub(super) const fn new(stream: S, place: OwnedSemaphorePermit) -> Self {
        Self { stream, place }
    }

    /// The connection itself.
    #[must_use]
    pub const fn get_ref(&self) -> &S {
        &self.stream
    }

    /// The connection, and its place alone, which counts until it is dropped: for those who split
    /// connections.
    #[must_use]
    pub fn into_parts(self) -> (S, Counted<()>) {
        (self.stream, Counted { stream: (), place: self.place })
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Counted<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(cx, buffer)
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Counted<S> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        octets: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write(cx, octets)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}
