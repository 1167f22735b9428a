//! Subscribers on NATS, which read its protocol from bare sockets as applications read CSTA's.

use std::cell::Cell;
use std::time::Duration;

use bus::{Sites, TestServer};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::time::timeout;

use super::process::cpu_of;
use super::switch::NUMBER_OF_SHARED;

/// A nats-server in a process of its own.
#[derive(Debug)]
pub(crate) struct Nats {
    server: TestServer,
    /// How many sites there have been; each multiplexer has one of its own.
    sites: Cell<u32>,
}

impl Nats {
    /// Starts it, or says that there is no such program.
    pub(crate) async fn start() -> Option<Self> {
        let server = TestServer::start().await.unwrap()?;
        Some(Self { server, sites: Cell::new(0) })
    }

    pub(crate) fn url(&self) -> String {
        self.server.url()
    }

    pub(crate) fn cpu(&self) -> Duration {
        self.server.process().map_or(Duration::ZERO, cpu_of)
    }

    /// A site that there has not been yet.
    pub(crate) fn new_site(&self) -> String {
        self.sites.set(self.sites.get() + 1);
        self.site()
    }

    /// The last of them.
    fn site(&self) -> String {
        format!("bench-{}", self.sites.get())
    }

    /// Waits until the multiplexer publishes the events of the device.
    pub(crate) async fn is_monitored(&self) {
        let sites = Sites::follow(&self.server.connect().await.unwrap());
        let mut watch = sites.watch();
        let (site, device) = (self.site().parse().unwrap(), NUMBER_OF_SHARED.to_string());
        let monitored = watch.wait_for(|known| {
            known
                .lines
                .get(&site)
                .is_some_and(|lines| lines.get(&device).is_some_and(|own| own.monitored))
        });
        timeout(Duration::from_secs(30), monitored).await.expect("a monitor").unwrap();
    }

    /// A subscriber of all events.
    pub(crate) async fn subscribe(&self) -> TcpStream {
        let address = self.url().replace("nats://", "");
        let mut stream = TcpStream::connect(address).await.unwrap();
        stream.set_nodelay(true).unwrap();
        let said = format!(
            "CONNECT {{\"verbose\":false,\"pedantic\":false}}\r\n\
             SUB csta.{}.event.> 1\r\nPING\r\n",
            self.site()
        );
        stream.write_all(said.as_bytes()).await.unwrap();
        let mut octets = Vec::new();
        while !octets.ends_with(b"PONG\r\n") {
            assert!(stream.read_buf(&mut octets).await.unwrap() > 0, "NATS does not serve");
        }
        stream
    }
}

/// The length of the next message and its payload, or nothing for one that asks for a sign of life;
/// `None` while it is not whole.
pub(crate) fn message(read: &[u8]) -> Option<(usize, Option<&[u8]>)> {
    let end = read.windows(2).position(|pair| pair == b"\r\n")? + 2;
    let line = std::str::from_utf8(&read[..end]).unwrap().trim_end();
    if line == "PING" {
        return Some((end, None));
    }
    assert!(line.starts_with("MSG "), "{line}");
    let length: usize = line.rsplit(' ').next().unwrap().parse().unwrap();
    let payload = read.get(end..end + length)?;
    (read.len() >= end + length + 2).then_some((end + length + 2, Some(payload)))
}

/// The number of an event.
pub(crate) fn sequence(payload: &[u8]) -> u64 {
    const NAME: &[u8] = b"\"sequence\":";
    let at = payload.windows(NAME.len()).position(|part| part == NAME).unwrap() + NAME.len();
    let digits = payload[at..].iter().take_while(|digit| digit.is_ascii_digit());
    digits.fold(0, |number, digit| number * 10 + u64::from(digit - b'0'))
}
