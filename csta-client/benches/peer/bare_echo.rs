//! One request at a time, without anything.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use super::{REQUEST, RESULT};

/// A socket on which octets go there and come back.
pub(crate) struct BareEcho {
    stream: TcpStream,
}

impl BareEcho {
    pub(crate) async fn connect(address: SocketAddr) -> Self {
        let stream = TcpStream::connect(address).await.unwrap();
        stream.set_nodelay(true).unwrap();
        Self { stream }
    }

    pub(crate) async fn round_trips(&mut self, count: u64) -> Duration {
        let begin = Instant::now();
        let mut received = vec![0; RESULT.len()];
        for _ in 0..count {
            self.stream.write_all(REQUEST).await.unwrap();
            self.stream.read_exact(&mut received).await.unwrap();
        }
        begin.elapsed()
    }
}
