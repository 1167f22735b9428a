//! A peer whose messages are octets, over an in-memory connection.
#![allow(
    dead_code,
    unreachable_pub,
    clippy::unwrap_used,
    reason = "each test file uses its part, and a test may fail that way"
)]

use csta_client::{Client, ClientBuilder, Connection};
use hex_literal::hex;
use tokio::io::{AsyncReadExt, AsyncWriteExt, DuplexStream, duplex};

/// P2: what a Panasonic switch answers.
pub const AARE: &[u8] = &hex!(
    "61 2F 80 02 07 80 A1 07 06 05 2B 0C 00 81 5A A2 03 02 01 00 A3 05 A1 03 02 01 01
     BE 14 28 12 06 07 2B 0C 00 82 1D 81 48 A0 07 A0 05 03 03 00 08 00"
);
/// P3: what it says first.
pub const SYSTEM_STATUS: &[u8] = &hex!("A1 0C 02 01 01 02 02 00 D3 30 03 0A 01 02");
/// P4: what is answered.
pub const SYSTEM_STATUS_ANSWER: &[u8] = &hex!("A2 0B 02 01 01 30 06 02 02 00 D3 05 00");

/// The other end of a connection.
#[derive(Debug)]
pub struct Peer(pub DuplexStream);

impl Peer {
    /// Sends an APDU in a frame.
    pub async fn send(&mut self, apdu: &[u8]) {
        let length = u16::try_from(apdu.len()).unwrap();
        self.send_raw(&[length.to_be_bytes().as_slice(), apdu].concat()).await;
    }

    /// Sends octets as they are.
    pub async fn send_raw(&mut self, octets: &[u8]) {
        self.0.write_all(octets).await.unwrap();
    }

    /// The next APDU.
    pub async fn receive(&mut self) -> Vec<u8> {
        let length = self.0.read_u16().await.unwrap();
        let mut apdu = vec![0; length.into()];
        self.0.read_exact(&mut apdu).await.unwrap();
        apdu
    }
}

/// An association that is open, and the peer that accepted it.
pub async fn connect(builder: ClientBuilder) -> (Client, Connection<DuplexStream>, Peer) {
    let (near, far) = duplex(1 << 16);
    let mut peer = Peer(far);
    let (connected, ()) = tokio::join!(builder.connect_with(near), async {
        peer.receive().await;
        peer.send(AARE).await;
    });
    let (client, connection) = connected.unwrap();
    (client, connection, peer)
}

/// The same, when the switch has reported itself ready and the connection runs.
pub async fn connected() -> (Client, Peer) {
    let (client, connection, mut peer) = connect(Client::builder()).await;
    tokio::spawn(connection.run());
    peer.send(SYSTEM_STATUS).await;
    assert_eq!(peer.receive().await, SYSTEM_STATUS_ANSWER);
    (client, peer)
}
