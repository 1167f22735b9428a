//! How to connect.

use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpStream, lookup_host};
use tokio::time::timeout;

use crate::error::Cause;
use crate::{
    AssociationEvent, AssociationLimits, Client, Connection, Error, FrameCodec, Link, Offer,
};

/// The port on which Panasonic switches listen.
pub const DEFAULT_PORT: u16 = 33_333;

/// How to connect to a switch, and the limits of the connection.
///
/// ```no_run
/// # async fn connect() -> Result<(), csta_client::Error> {
/// let (client, connection) = csta_client::Config::default().connect("192.168.0.101").await?;
/// tokio::spawn(connection.run());
/// # drop(client);
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Config {
    /// What is offered when the association is requested.
    pub offer: Offer,
    /// How frames are read and written, and their limits.
    pub codec: FrameCodec,
    /// How long an association may take to begin and to end.
    pub limits: AssociationLimits,
    /// How long a connection may take to be made: 10 s.
    pub connect_limit: Duration,
    /// How long an answer to a request may take: 10 s.
    pub answer_limit: Duration,
    /// How long requests wait for the switch to report itself ready, which Panasonic's do first
    /// of all: 2 s.
    pub ready_limit: Duration,
    /// How many requests may wait for an answer: 256.
    pub outstanding_limit: usize,
    /// How many events a monitor holds for its reader: 1024.
    pub monitor_queue: usize,
    /// How many other messages of the switch are held for their reader: 1024.
    pub incoming_queue: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            offer: Offer::default(),
            codec: FrameCodec::default(),
            limits: AssociationLimits::default(),
            connect_limit: Duration::from_secs(10),
            answer_limit: Duration::from_secs(10),
            ready_limit: Duration::from_secs(2),
            outstanding_limit: 256,
            monitor_queue: 1024,
            incoming_queue: 1024,
        }
    }
}

impl Config {
    /// Connects over TCP to `HOST` or `HOST:PORT` and associates. The port is
    /// [`DEFAULT_PORT`] unless it is given.
    ///
    /// # Errors
    ///
    /// [`Unreachable`](crate::ErrorKind::Unreachable) if there is no connection to be had,
    /// [`Closed`](crate::ErrorKind::Closed) if there is no association: the switch rejects it,
    /// does not answer or goes away.
    pub async fn connect(&self, address: &str) -> Result<(Client, Connection<TcpStream>), Error> {
        let address = with_port(address);
        let resolved = lookup_host(&address).await;
        let resolved = resolved
            .map_err(|error| Cause::Resolve { address: address.clone(), error })?
            .collect::<Vec<_>>();
        let stream = match timeout(self.connect_limit, TcpStream::connect(&*resolved)).await {
            Ok(Ok(stream)) => stream,
            Ok(Err(error)) => return Err(Cause::Connect { address, error }.into()),
            Err(_) => {
                return Err(Cause::ConnectTimedOut { address, after: self.connect_limit }.into());
            }
        };
        // Small messages that somebody waits for.
        let _ = stream.set_nodelay(true);
        self.connect_with(stream).await
    }

    /// Associates over a connection that is there already.
    ///
    /// # Errors
    ///
    /// [`Closed`](crate::ErrorKind::Closed) if there is no association.
    pub async fn connect_with<S>(&self, stream: S) -> Result<(Client, Connection<S>), Error>
    where
        S: AsyncRead + AsyncWrite + Unpin,
    {
        use futures::StreamExt;

        let mut link = Link::request(stream, self.codec, &self.offer, self.limits);
        while let Some(event) = link.next().await {
            match event {
                AssociationEvent::Open { version } => {
                    return Ok(Connection::new(link, version, self));
                }
                AssociationEvent::Closed(reason) => return Err(Error::closed(reason)),
                AssociationEvent::Requested { .. } | AssociationEvent::Apdu(_) => {}
            }
        }
        Err(Error::closed(crate::CloseReason::Disconnected("before the association was answered")))
    }
}

/// `HOST:PORT`, with [`DEFAULT_PORT`] where there is none. An IPv6 address with a port stands in
/// brackets.
fn with_port(address: &str) -> String {
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
