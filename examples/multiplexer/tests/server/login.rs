//! Who may have an association, over TCP and TLS.

use csta_client::{CloseReason, Error, ErrorKind};
use multiplexer::Login;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::support::{Office, by_tcp, by_tls, connect, soon, start, until};

fn is_rejected(error: &Error) -> bool {
    matches!(error.close_reason(), Some(CloseReason::RejectedByPeer { .. }))
}

#[tokio::test]
async fn over_tcp_a_login_is_optional_but_checked() {
    let office = Office::new(1).await;
    let multiplexer = start(office.config_with_tls()).await;
    connect(by_tcp(&multiplexer)).await.unwrap();
    connect(by_tcp(&multiplexer).login("admin", "opensesame")).await.unwrap();
    let error = connect(by_tcp(&multiplexer).login("admin", "admin")).await.unwrap_err();
    assert!(is_rejected(&error), "{error}");
}

#[tokio::test]
async fn over_tcp_a_login_can_be_required() {
    let office = Office::new(1).await;
    let mut config = office.config_with_tls();
    config.tcp.as_mut().unwrap().login = Login::Required;
    let multiplexer = start(config).await;
    assert!(is_rejected(&connect(by_tcp(&multiplexer)).await.unwrap_err()));
    connect(by_tcp(&multiplexer).login("admin", "opensesame")).await.unwrap();
}

#[tokio::test]
async fn over_tls_a_login_is_required() {
    let office = Office::new(1).await;
    let multiplexer = start(office.config_with_tls()).await;
    let builder = || by_tls(&multiplexer, &office);
    assert!(is_rejected(&connect(builder()).await.unwrap_err()));
    assert!(is_rejected(&connect(builder().login("admin", "wrong")).await.unwrap_err()));
    connect(builder().login("admin", "opensesame")).await.unwrap();
}

#[tokio::test]
async fn there_is_no_default_password() {
    let office = Office::new(1).await;
    let multiplexer = start(office.config()).await;
    let error = connect(by_tcp(&multiplexer).login("admin", "admin")).await.unwrap_err();
    assert!(is_rejected(&error), "{error}");
}

#[tokio::test]
async fn a_certificate_is_renewed_without_dropping_anybody() {
    let office = Office::new(1).await;
    let config = office.config_with_tls();
    let tls = config.tls.clone().unwrap();
    let multiplexer = start(config).await;
    let before = by_tls(&multiplexer, &office).login("admin", "opensesame");
    let client = connect(before.clone()).await.unwrap();

    std::fs::remove_file(&tls.certificate).unwrap();
    std::fs::remove_file(&tls.key).unwrap();
    let names = ["localhost".to_owned(), "mux.example".to_owned()];
    multiplexer::make_certificate(&names, &tls.certificate, &tls.key).unwrap();
    let after = by_tls(&multiplexer, &office).login("admin", "opensesame");
    soon("the new certificate", async {
        while connect(after.clone()).await.is_err() {
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
    })
    .await;
    // The old one is not trusted for the new certificate any more, and nobody was dropped.
    assert_eq!(connect(before).await.unwrap_err().kind(), ErrorKind::Tls);
    assert!(!client.is_closed());
}

#[tokio::test]
async fn who_is_no_user_any_more_is_dropped_and_others_are_not() {
    let office = Office::new(1).await;
    let config = office.config_with_tls();
    let file = config.users.file.clone().unwrap();
    multiplexer::add_user(&file, "reception", "opensesami", false).unwrap();
    let multiplexer = start(config).await;
    let admin = connect(by_tcp(&multiplexer).login("admin", "opensesame")).await.unwrap();
    let reception = connect(by_tcp(&multiplexer).login("reception", "opensesami")).await.unwrap();
    multiplexer::add_user(&file, "reception", "changed", true).unwrap();
    soon("the abort of the changed user", reception.closed()).await;
    assert!(!admin.is_closed());
}

#[tokio::test]
async fn tls_on_the_port_without_is_closed_at_once() {
    let office = Office::new(1).await;
    let multiplexer = start(office.config()).await;
    let mut stream = TcpStream::connect(multiplexer.tcp_address().unwrap()).await.unwrap();
    // The beginning of a handshake.
    stream
        .write_all(&[0x16, 0x03, 0x01, 0x00, 0xC8, 0x01, 0x00, 0x00, 0xC4, 0x03, 0x03])
        .await
        .unwrap();
    let mut rest = Vec::new();
    let _ = soon("the end", stream.read_to_end(&mut rest)).await;
    // Others are served as ever.
    connect(by_tcp(&multiplexer)).await.unwrap();
}

#[tokio::test]
async fn a_thousand_connections_at_once_shut_nobody_out() {
    let office = Office::new(1).await;
    let multiplexer = start(office.config()).await;
    let address = multiplexer.tcp_address().unwrap();
    let mut idle = Vec::new();
    for number in 0..1000_usize {
        let mut stream = TcpStream::connect(address).await.unwrap();
        match number % 3 {
            0 => drop(stream),
            1 => {
                let _ = stream.write_all(b"GET / HTTP/1.1\r\n\r\n").await;
                idle.push(stream);
            }
            _ => idle.push(stream),
        }
    }
    let client = connect(by_tcp(&multiplexer)).await.unwrap();
    assert!(!client.is_closed());
    drop(idle);
    until("the room of those who have gone", || multiplexer.status().applications.len() <= 1).await;
}
