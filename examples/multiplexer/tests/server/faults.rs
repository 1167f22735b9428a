//! Applications that behave badly, and others that are not to notice.

use std::time::Duration;

use csta_client::Client;
use csta_codec::rose::{Code, Invoke, ReturnResult, Rose};
use csta_codec::services::RequestSysStat;
use csta_codec::types::DeviceId;
use csta_codec::{Apdu, Ber as _, Operation as _};
use hex_literal::hex;
use multiplexer::Multiplexer;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpSocket, TcpStream};
use tokio::time::{sleep, timeout};

use crate::support::{Office, by_tcp, connect, number, soon, start_linked, until};

/// P1: the request of an association of Panasonic's driver, in its frame.
const AARQ: &[u8] = &hex!(
    "00 25 60 23 80 02 07 80 A1 07 06 05 2B 0C 00 81 5A
     BE 14 28 12 06 07 2B 0C 00 82 1D 81 48 A0 07 A0 05 03 03 00 08 00"
);

fn frame(apdu: &[u8]) -> Vec<u8> {
    [&u16::try_from(apdu.len()).unwrap().to_be_bytes(), apdu].concat()
}

/// A connection with an association on it, of which every octet is written here. The system keeps
/// little of what is not read.
async fn associated(multiplexer: &Multiplexer) -> TcpStream {
    let socket = TcpSocket::new_v4().unwrap();
    socket.set_recv_buffer_size(4096).unwrap();
    let mut stream = socket.connect(multiplexer.tcp_address().unwrap()).await.unwrap();
    stream.write_all(AARQ).await.unwrap();
    let mut head = [0; 3];
    soon("the answer", stream.read_exact(&mut head)).await.unwrap();
    assert_eq!(head, [0x00, 0x31, 0x61], "the association is accepted");
    stream
}

/// That an application is served as ever.
async fn is_served(client: &Client) {
    let number = number(0);
    let monitor = client.monitor(DeviceId::dialing_number(&number), None);
    soon("a monitor", monitor).await.unwrap().stop().await.unwrap();
}

#[tokio::test]
async fn who_asks_and_does_not_read_is_cut_off_and_delays_nobody() {
    let office = Office::new(1).await;
    let mut config = office.config();
    config.limits.unread = 64 << 10;
    let multiplexer = start_linked(config).await;
    let client = connect(by_tcp(&multiplexer)).await.unwrap();
    let mut bad = associated(&multiplexer).await;
    until("both", || multiplexer.status().applications.len() == 2).await;

    let request = Invoke::new(7, Code::Local(RequestSysStat::CODE));
    let requests = frame(&Apdu::Rose(Rose::Invoke(request)).encode()).repeat(1000);
    let flood = async {
        // Sockets take some answers before any waits.
        while bad.write_all(&requests).await.is_ok() {}
    };
    tokio::pin!(flood);
    let served = async {
        while multiplexer.status().applications.len() == 2 {
            is_served(&client).await;
            // The flood is to have most of the time.
            sleep(Duration::from_millis(20)).await;
        }
    };
    soon("the cut", async {
        tokio::select! {
            () = served => {}
            () = async { flood.await; std::future::pending().await } => {}
        }
    })
    .await;
    is_served(&client).await;
    assert_eq!(multiplexer.status().applications.len(), 1);
}

#[tokio::test]
async fn answers_and_events_nobody_asked_for_harm_nobody() {
    let office = Office::new(1).await;
    let multiplexer = start_linked(office.config()).await;
    let client = connect(by_tcp(&multiplexer)).await.unwrap();
    let mut bad = associated(&multiplexer).await;
    let result = Apdu::Rose(Rose::ReturnResult(ReturnResult::new(77))).encode();
    bad.write_all(&frame(&result)).await.unwrap();
    // P8: an event, as only switches send them.
    let event = hex!(
        "A1 34 02 01 03 02 01 15 30 2C 55 04 01110012 A0 24 B0 22
         6B 11 30 0F 80 04 30303735 A1 07 30 05 80 03 313131
         63 07 30 05 80 03 313131 4E 01 01 0A 01 16"
    );
    bad.write_all(&frame(&event)).await.unwrap();
    bad.write_all(&frame(&[0xA1, 0x05, 0x00])).await.unwrap();
    bad.write_all(&frame(&[])).await.unwrap();
    is_served(&client).await;
}

#[tokio::test]
async fn a_second_request_of_an_association_ends_it() {
    let office = Office::new(1).await;
    let multiplexer = start_linked(office.config()).await;
    let mut bad = associated(&multiplexer).await;
    bad.write_all(AARQ).await.unwrap();
    let mut rest = Vec::new();
    soon("the end", bad.read_to_end(&mut rest)).await.unwrap();
    assert!(rest.ends_with(&hex!("00 08 64 06 80 01 00 81 01 02")), "{rest:02X?}");
    until("nobody", || multiplexer.status().applications.is_empty()).await;
}

#[tokio::test]
async fn an_application_that_vanishes_without_a_word_is_gone_when_it_does_not_read() {
    let office = Office::new(1).await;
    let multiplexer = start_linked(office.config()).await;
    let bad = associated(&multiplexer).await;
    until("it", || multiplexer.status().applications.len() == 1).await;
    drop(bad);
    until("its end", || multiplexer.status().applications.is_empty()).await;
}

#[tokio::test]
async fn octet_by_octet_is_as_good_as_at_once() {
    let office = Office::new(1).await;
    let multiplexer = start_linked(office.config()).await;
    let mut slow = TcpStream::connect(multiplexer.tcp_address().unwrap()).await.unwrap();
    slow.set_nodelay(true).unwrap();
    for octet in AARQ {
        slow.write_all(&[*octet]).await.unwrap();
        tokio::task::yield_now().await;
    }
    let mut head = [0; 3];
    soon("the answer", slow.read_exact(&mut head)).await.unwrap();
    assert_eq!(head, [0x00, 0x31, 0x61]);
    // What begins and does not end keeps nobody waiting.
    slow.write_all(&[0x00]).await.unwrap();
    let client = connect(by_tcp(&multiplexer)).await.unwrap();
    is_served(&client).await;
    assert!(timeout(Duration::from_millis(1), slow.read_u8()).await.is_ok(), "SystemStatus");
}
