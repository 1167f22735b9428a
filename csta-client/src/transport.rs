//! What carries an association: a connection over TCP.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpStream, lookup_host};
use tokio::time::timeout;

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
}

impl Transport {
    pub(crate) async fn connect(builder: &ClientBuilder) -> Result<Self, Error> {
        let address = builder.address.clone().ok_or(Cause::NoAddress)?;
        let after = builder.connect_timeout;
        let connecting = async {
            // Resolved apart from connecting, to tell an unknown name from a silent host.
            let resolved = lookup_host(&address).await;
            let resolved = resolved
                .map_err(|error| Cause::Resolve { address: address.clone(), error })?
                .collect::<Vec<_>>();
            let connected = TcpStream::connect(&*resolved).await;
            connected.map_err(|error| Cause::Connect { address: address.clone(), error })
        };
        let connected = timeout(after, connecting).await;
        let stream = connected
            .unwrap_or_else(|_| Err(Cause::ConnectTimedOut { address: address.clone(), after }))?;
        // Small messages that somebody waits for.
        let _ = stream.set_nodelay(true);
        Ok(Self::Tcp(stream))
    }
}

/// `HOST:PORT`, with [`DEFAULT_PORT`] where there is none. An IPv6 address with a port stands in
/// brackets.
pub(crate) fn with_port(address: &str) -> String {
    let has_port = match address.rsplit_once(':') {
        Some((host, port)) => {
            (!host.contains(':') || host.ends_with(']')) && port.parse::<u16>().is_ok()
        }
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

impl AsyncRead for Transport {
    fn poll_read(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        match self.get_mut() {
            Self::Tcp(stream) => Pin::new(stream).poll_read(cx, buffer),
        }
    }
}

impl AsyncWrite for Transport {
    fn poll_write(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        octets: &[u8],
    ) -> Poll<io::Result<usize>> {
        match self.get_mut() {
            Self::Tcp(stream) => Pin::new(stream).poll_write(cx, octets),
        }
    }

    fn poll_flush(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        match self.get_mut() {
            Self::Tcp(stream) => Pin::new(stream).poll_flush(cx),
        }
    }

    fn poll_shutdown(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        match self.get_mut() {
            Self::Tcp(stream) => Pin::new(stream).poll_shutdown(cx),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_port_may_be_left_out() {
        for (given, full) in [
            ("pbx.example", "pbx.example:33333"),
            ("pbx.example:4000", "pbx.example:4000"),
            ("192.168.0.101", "192.168.0.101:33333"),
            ("::1", "[::1]:33333"),
            ("[::1]", "[::1]:33333"),
            ("[::1]:4000", "[::1]:4000"),
        ] {
            assert_eq!(with_port(given), full);
        }
    }
}
