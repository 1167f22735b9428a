//! What carries an association: a connection over TCP, or TLS over it.

use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpStream, lookup_host};
use tokio::time::{Instant, timeout_at};

use crate::error::Cause;
use crate::{ClientBuilder, Error};

/// The port on which Panasonic switches listen.
pub const DEFAULT_PORT: u16 = 33_333;

/// What [`ClientBuilder::connect`] connects over.
#[derive(Debug)]
#[non_exhaustive]
pub enum Transport {
    /// TCP.
    Tcp(TcpStream),
    /// TLS over TCP.
    #[cfg(feature = "tls")]
    Tls(Box<tokio_rustls::client::TlsStream<TcpStream>>),
}

impl Transport {
    /// Connects within the [time limit](ClientBuilder::connect_timeout), the handshake of TLS
    /// included.
    pub(crate) async fn connect(builder: &ClientBuilder) -> Result<Self, Error> {
        let address = builder.address.clone().ok_or(Cause::NoAddress)?;
        let after = builder.connect_timeout;
        let deadline = Instant::now() + after;
        // Resolved apart from connecting, to tell an unknown name from a silent host.
        let resolving = async { Ok(lookup_host(&address).await?.collect()) };
        let resolved = resolve(&address, resolving, deadline, after).await?;
        let stream = match timeout_at(deadline, TcpStream::connect(&*resolved)).await {
            Ok(Ok(stream)) => stream,
            Ok(Err(error)) => return Err(Cause::Connect { address, error }.into()),
            Err(_) => return Err(Cause::ConnectTimedOut { address, after }.into()),
        };
        // Small messages that somebody waits for.
        let _ = stream.set_nodelay(true);
        #[cfg(feature = "tls")]
        if let Some(tls) = &builder.tls {
            let host = address.rsplit_once(':').map_or(&*address, |(host, _)| host);
            let connected = timeout_at(deadline, tls.connect(host, stream)).await;
            return match connected {
                Ok(Ok(stream)) => Ok(Self::Tls(Box::new(stream))),
                Ok(Err(error)) => Err(Cause::Tls { address, error }.into()),
                Err(_) => Err(Cause::TlsTimedOut { address, after }.into()),
            };
        }
        Ok(Self::Tcp(stream))
    }
}

/// Waits for the addresses of a name, until the deadline: resolvers can take a minute to give up.
async fn resolve(
    address: &str,
    resolving: impl Future<Output = io::Result<Vec<SocketAddr>>>,
    deadline: Instant,
    after: Duration,
) -> Result<Vec<SocketAddr>, Error> {
    let address = || address.to_owned();
    match timeout_at(deadline, resolving).await {
        Ok(resolved) => {
            resolved.map_err(|error| Cause::Resolve { address: address(), error }.into())
        }
        Err(_) => Err(Cause::ResolveTimedOut { address: address(), after }.into()),
    }
}

/// `HOST:PORT`, with [`DEFAULT_PORT`] where there is none. An IPv6 address with a port stands in
/// brackets.
pub(crate) fn with_port(address: &str) -> String {
    let has_port = match address.rsplit_once(':') {
        // Whether it is a port is found when the name is resolved, and said then.
        Some((host, _)) => !host.contains(':') || host.ends_with(']'),
        None => false,
    };
    if has_port {
        address.to_owned()
    } else if address.contains(':') && !address.starts_with('[') {
        format!("[{address}]:{DEFAULT_PORT}")
    } else {
        format!("{address}:{DEFAULT_PORT}")
    }
}

/// Hands a call on to whatever is underneath.
macro_rules! hand_on {
    ($transport:ident, $stream:ident => $call:expr) => {
        match $transport.get_mut() {
            Self::Tcp(stream) => {
                let $stream = Pin::new(stream);
                $call
            }
            #[cfg(feature = "tls")]
            Self::Tls(stream) => {
                let $stream = Pin::new(&mut **stream);
                $call
            }
        }
    };
}

impl AsyncRead for Transport {
    fn poll_read(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        hand_on!(self, stream => stream.poll_read(cx, buffer))
    }
}

impl AsyncWrite for Transport {
    fn poll_write(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        octets: &[u8],
    ) -> Poll<io::Result<usize>> {
        hand_on!(self, stream => stream.poll_write(cx, octets))
    }

    fn poll_flush(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        hand_on!(self, stream => stream.poll_flush(cx))
    }

    fn poll_shutdown(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        hand_on!(self, stream => stream.poll_shutdown(cx))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ErrorKind;

    #[tokio::test(start_paused = true)]
    async fn a_resolver_that_does_not_answer_is_not_waited_for_longer_than_the_limit() {
        let (begin, limit) = (Instant::now(), Duration::from_secs(3));
        let never = std::future::pending();
        let error = resolve("pbx.example:33333", never, begin + limit, limit).await.unwrap_err();
        assert_eq!(begin.elapsed(), limit);
        assert_eq!(error.kind(), ErrorKind::Unreachable);
        assert_eq!(error.to_string(), "the name in pbx.example:33333 was not resolved within 3s");
    }

    #[test]
    fn the_port_may_be_left_out_and_a_wrong_one_is_not_taken_for_a_part_of_the_name() {
        for (given, full) in [
            ("pbx.example", "pbx.example:33333"),
            ("pbx.example:4000", "pbx.example:4000"),
            ("192.168.0.101", "192.168.0.101:33333"),
            ("::1", "[::1]:33333"),
            ("[::1]", "[::1]:33333"),
            ("[::1]:4000", "[::1]:4000"),
            ("192.168.0.101:99999", "192.168.0.101:99999"),
        ] {
            assert_eq!(with_port(given), full);
        }
    }
}
