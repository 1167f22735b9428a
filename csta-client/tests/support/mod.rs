//! A peer whose messages are octets, over an in-memory connection.
#![allow(
    dead_code,
    unreachable_pub,
    clippy::unwrap_used,
    reason = "each test file uses its part, and a test may fail that way"
)]

use std::io::{self, Write};
use std::sync::{Arc, Mutex};

use csta_client::{Client, ClientBuilder, CloseReason, Connection, IncomingStream};
use csta_codec::rose::{Code, Invoke, InvokeId, OperationResult, ReturnResult, Rose};
use csta_codec::types::{ConnectionId, DeviceId};
use csta_codec::{Apdu, Ber, Element, Operation};
use futures::StreamExt;
use hex_literal::hex;
use tokio::io::{AsyncReadExt, AsyncWriteExt, DuplexStream, duplex};
use tokio::runtime::Handle;
use tokio::task::JoinHandle;

/// P2: what a Panasonic switch answers.
pub const AARE: &[u8] = &hex!(
    "61 2F 80 02 07 80 A1 07 06 05 2B 0C 00 81 5A A2 03 02 01 00 A3 05 A1 03 02 01 01
     BE 14 28 12 06 07 2B 0C 00 82 1D 81 48 A0 07 A0 05 03 03 00 08 00"
);
/// P3: what it says first.
pub const SYSTEM_STATUS: &[u8] = &hex!("A1 0C 02 01 01 02 02 00 D3 30 03 0A 01 02");
/// P4: what is answered.
pub const SYSTEM_STATUS_ANSWER: &[u8] = &hex!("A2 0B 02 01 01 30 06 02 02 00 D3 05 00");

/// A device by its number.
pub fn device(number: &str) -> DeviceId<'_> {
    DeviceId::dialing_number(number)
}

/// A connection that is encoded.
pub fn connection(call: &[u8]) -> ConnectionId<'_> {
    ConnectionId::decode(call).unwrap()
}

/// ConnectionID of call 0075 at 101.
pub const ACTIVE: &[u8] = &hex!("6B 11 30 0F 80 04 30303735 A1 07 30 05 80 03 313031");
/// ConnectionID of call 0076 at 101.
pub const HELD: &[u8] = &hex!("6B 11 30 0F 80 04 30303736 A1 07 30 05 80 03 313031");

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
    let (client, _, peer) = running(Client::builder()).await;
    (client, peer)
}

/// The same, with how the connection ends.
pub async fn running(builder: ClientBuilder) -> (Client, JoinHandle<CloseReason>, Peer) {
    let (client, connection, mut peer) = connect(builder).await;
    let end = tokio::spawn(connection.run());
    peer.send(SYSTEM_STATUS).await;
    assert_eq!(peer.receive().await, SYSTEM_STATUS_ANSWER);
    (client, end, peer)
}

/// The same, with what the switch sends unasked, from behind its first word.
pub async fn listening() -> (Client, IncomingStream, Peer) {
    let (client, mut connection, mut peer) = connect(Client::builder()).await;
    let mut incoming = connection.incoming().unwrap();
    tokio::spawn(connection.run());
    peer.send(SYSTEM_STATUS).await;
    assert_eq!(peer.receive().await, SYSTEM_STATUS_ANSWER);
    incoming.next().await;
    (client, incoming, peer)
}

/// That the client has closed the connection, and no task of its goes on.
pub async fn assert_nothing_is_left(mut peer: Peer) {
    let mut rest = Vec::new();
    peer.0.read_to_end(&mut rest).await.unwrap();
    assert_eq!(Handle::current().metrics().num_alive_tasks(), 0);
}

/// An invocation by the switch.
pub fn invoke<O: Operation>(id: InvokeId, argument: &O::Argument<'_>) -> Vec<u8> {
    invoke_of(id, O::CODE, &argument.encode())
}

/// The same, of an operation by its code.
pub fn invoke_of(id: InvokeId, operation: i32, argument: &[u8]) -> Vec<u8> {
    let mut invoke = Invoke::new(id, Code::Local(operation));
    invoke.argument = Some(Element::decode(argument).unwrap());
    Apdu::Rose(Rose::Invoke(invoke)).encode()
}

/// The id of a request that was received.
pub fn id_of(request: &[u8]) -> InvokeId {
    match Apdu::decode(request).unwrap() {
        Apdu::Rose(Rose::Invoke(invoke)) => invoke.invoke_id,
        other => unreachable!("{other:?}"),
    }
}

/// The answer to a request that was received.
pub fn result<O: Operation>(request: &[u8], result: &O::Result<'_>) -> Vec<u8> {
    result_of(id_of(request), O::CODE, &result.encode())
}

/// The same, of an operation by its code.
pub fn result_of(id: InvokeId, operation: i32, result: &[u8]) -> Vec<u8> {
    let mut answer = ReturnResult::new(id);
    let result = Element::decode(result).unwrap();
    answer.result = Some(OperationResult::new(Code::Local(operation), result));
    Apdu::Rose(Rose::ReturnResult(answer)).encode()
}

/// Text that several writers make together.
#[derive(Clone, Debug, Default)]
pub struct Text(Arc<Mutex<Vec<u8>>>);

impl Write for Text {
    fn write(&mut self, octets: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(octets);
        Ok(octets.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Text {
    /// What has been written.
    pub fn read(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }
}

/// A login, a call that is refused, and what cannot be understood.
pub async fn scene(builder: ClientBuilder) {
    let (client, end, mut peer) = running(builder.login("admin", "zqxwv")).await;
    let (from, to) = (DeviceId::dialing_number("101"), DeviceId::dialing_number("0171555"));
    let (refused, ()) = tokio::join!(client.make_call(from, to), async {
        peer.receive().await;
        peer.send(&hex!("A3 0B 02 01 01 02 01 01 A0 03 0A 01 0E")).await;
    });
    refused.unwrap_err();
    // An event with a number where the reference should be.
    peer.send(&hex!("A1 11 02 01 02 02 01 15 30 09 80 07 30313731353535")).await;
    client.release();
    while peer.receive().await != hex!("62 03 80 01 00") {}
    peer.send(&hex!("63 03 80 01 00")).await;
    end.await.unwrap();
}
