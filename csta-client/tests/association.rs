//! How an association begins, or does not: each fault says what it is, within a time limit.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail that way"
)]

mod support;

use std::time::Duration;

use csta_client::{
    Acceptor, AssociationEvent, AssociationLimits, Client, CloseReason, Error, ErrorKind,
    FrameCodec, Initiator, Login, MAX_UNSENT, PANASONIC_VERSION, SendError,
};
use csta_codec::acse::{AssociateResult, UserDiagnostic};
use csta_codec::types::CstaVersion;
use futures::StreamExt;
use hex_literal::hex;
use support::{AARE, Peer, SYSTEM_STATUS};
use tokio::io::{AsyncReadExt, AsyncWriteExt, duplex};
use tokio::net::TcpListener;
use tokio::runtime::Handle;
use tokio::time::Instant;
use tokio_util::codec::Decoder;

/// P1: the request of Panasonic's own driver.
const AARQ: &[u8] = &hex!(
    "60 23 80 02 07 80 A1 07 06 05 2B 0C 00 81 5A
     BE 14 28 12 06 07 2B 0C 00 82 1D 81 48 A0 07 A0 05 03 03 00 08 00"
);

/// What comes of an association whose other end sends these octets and then closes, or not.
async fn associate_with(octets: &[u8], close: bool) -> Result<(), Error> {
    associate_slowly_with(octets, Duration::ZERO, close).await
}

/// The same, with so long between two octets. It is known within the time limit, and leaves nothing behind.
async fn associate_slowly_with(
    octets: &[u8],
    interval: Duration,
    close: bool,
) -> Result<(), Error> {
    let (near, far) = duplex(1 << 16);
    let (mut reads, mut writes) = tokio::io::split(far);
    let octets = octets.to_vec();
    let writing = tokio::spawn(async move {
        for octet in octets {
            // It may be given up meanwhile.
            let _ = writes.write_all(&[octet]).await;
            if !interval.is_zero() {
                tokio::time::sleep(interval).await;
            }
        }
        if close {
            writes.shutdown().await.unwrap();
        }
    });
    let begin = Instant::now();
    let connected = Client::builder().connect_with(near).await.map(drop);
    assert!(begin.elapsed() <= AssociationLimits::default().associate);
    // The connection is closed.
    let mut rest = Vec::new();
    let closed = tokio::time::timeout(Duration::from_secs(1), reads.read_to_end(&mut rest));
    closed.await.unwrap().unwrap();
    writing.await.unwrap();
    assert_eq!(Handle::current().metrics().num_alive_tasks(), 0);
    connected
}

fn framed(apdu: &[u8]) -> Vec<u8> {
    let length = u16::try_from(apdu.len()).unwrap();
    [length.to_be_bytes().as_slice(), apdu].concat()
}

#[tokio::test(start_paused = true)]
async fn an_end_at_any_octet_of_the_answer_is_told() {
    let answer = framed(AARE);
    for length in 0..answer.len() {
        let error = associate_with(&answer[..length], true).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Closed);
        assert!(error.to_string().contains("before the association was answered"), "{error}");
    }
    assert!(associate_with(&answer, true).await.is_ok());
}

#[tokio::test(start_paused = true)]
async fn a_switch_that_says_nothing_is_given_up() {
    let begin = Instant::now();
    let error = associate_with(&[], false).await.unwrap_err();
    let reason = error.close_reason().unwrap();
    assert!(matches!(reason, CloseReason::TimedOut { .. }), "{reason:?}");
    assert_eq!(begin.elapsed(), AssociationLimits::default().associate);
}

#[tokio::test(start_paused = true)]
async fn an_answer_that_comes_too_slowly_is_given_up() {
    for octets in [&[0x00], framed(AARE).as_slice()] {
        let error = associate_slowly_with(octets, Duration::from_secs(1), false).await.unwrap_err();
        assert!(matches!(error.close_reason(), Some(CloseReason::TimedOut { .. })), "{error}");
        assert_eq!(error.to_string(), "no answer to the request of an association within 10s");
    }
}

#[tokio::test(start_paused = true)]
async fn a_rejection_names_the_likely_reason() {
    let rejected = hex!("61 15 A1 07 06 05 2B 0C 00 81 5A A2 03 02 01 01 A3 05 A1 03 02 01 01");
    let error = associate_with(&framed(&rejected), true).await.unwrap_err();
    let Some(CloseReason::RejectedByPeer { result, .. }) = error.close_reason() else {
        panic!("{error:?}");
    };
    assert_eq!(*result, AssociateResult::RejectedPermanent);
    assert!(error.to_string().contains("one application at a time"), "{error}");
}

#[tokio::test(start_paused = true)]
async fn a_rejection_tells_who_rejects_and_whether_to_try_again() {
    for (result, diagnostic, expected) in [
        (
            1,
            hex!("A1 03 02 01 0B"),
            "(rejected-permanent, authentication-mechanism-name-not-recognized)",
        ),
        (2, hex!("A2 03 02 01 02"), "(rejected-transient, provider: no-common-acse-version)"),
        // A source that the standard does not know.
        (1, hex!("A3 03 02 01 01"), "(rejected-permanent, for an unknown reason)"),
    ] {
        let mut rejected =
            hex!("61 15 A1 07 06 05 2B 0C 00 81 5A A2 03 02 01 00 A3 05 00 00 00 00 00");
        rejected[15] = result;
        rejected[18..].copy_from_slice(&diagnostic);
        let error = associate_with(&framed(&rejected), true).await.unwrap_err();
        assert_eq!((error.kind(), error.initiator()), (ErrorKind::Closed, Initiator::Remote));
        assert!(error.to_string().contains(expected), "{error}");
    }
}

#[tokio::test(start_paused = true)]
async fn what_is_no_answer_ends_it_with_its_name() {
    for (octets, expected) in [
        (framed(&hex!("A1 0C 02 01 01 02 02 00 D3 30 03 0A 01 02")), "an operation"),
        (framed(AARQ), "a request of an association"),
        (framed(&hex!("62 03 80 01 00")), "a request of a release"),
        (b"HTTP/1.1 400 Bad Request\r\n\r\n".to_vec(), "does not speak CSTA"),
        (hex!("00 31 61").to_vec(), "ended within a frame"),
        (framed(&[0x61, 0x02, 0x80]), "cannot be understood"),
        (framed(&[]), "cannot be understood"),
        (hex!("64 03 80 01 00").to_vec(), "aborted"),
        (framed(&hex!("64 06 80 01 01 81 01 02")), "acse-service-provider, protocol-error"),
    ] {
        let error = associate_with(&octets, true).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Closed);
        assert!(error.to_string().contains(expected), "{error}");
    }
}

#[tokio::test]
async fn nobody_there_is_told_apart() {
    let closed = {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        listener.local_addr().unwrap().to_string()
    };
    // However long may be waited for it.
    let builder = Client::builder().connect_timeout(Duration::MAX);
    let error = builder.address(&closed).connect().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unreachable);
    assert!(error.to_string().starts_with(&format!("no connection to {closed}")), "{error}");

    let error = Client::builder().address("no such host").connect().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unreachable);
    assert!(error.to_string().contains("is not known"), "{error}");
    assert_eq!(Handle::current().metrics().num_alive_tasks(), 0);
}

#[tokio::test]
async fn the_request_on_the_wire_is_the_captured_one() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let switch = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut request = vec![0; 2 + AARQ.len()];
        stream.read_exact(&mut request).await.unwrap();
        stream.write_all(&framed(AARE)).await.unwrap();
        request
    });
    let (_client, connection) = Client::builder().address(&address).connect().await.unwrap();
    assert_eq!(connection.version(), Some(PANASONIC_VERSION));
    assert_eq!(switch.await.unwrap(), framed(AARQ));
}

#[tokio::test(start_paused = true)]
async fn the_acceptor_answers_as_the_switch_does() {
    let (near, far) = duplex(1 << 16);
    let mut application = Peer(far);
    application.send(AARQ).await;
    let request = Acceptor::default().accept(near).await.unwrap();
    assert_eq!(request.version(), Some(PANASONIC_VERSION));
    assert_eq!(request.login(), None);
    let mut link = request.accept(PANASONIC_VERSION);
    let open = link.next().await;
    assert_eq!(open, Some(AssociationEvent::Open { version: Some(PANASONIC_VERSION) }));
    assert_eq!(application.receive().await, AARE);

    // A release is answered, and ends it.
    application.send(&hex!("62 03 80 01 00")).await;
    let end = link.next().await;
    assert_eq!(end, Some(AssociationEvent::Closed(CloseReason::ReleasedByPeer)));
    assert_eq!(application.receive().await, hex!("63 03 80 01 00"));
    assert_eq!(link.next().await, None);
}

#[tokio::test(start_paused = true)]
async fn a_link_taken_apart_has_all_that_came_and_all_that_is_to_be_sent() {
    let (near, far) = duplex(1 << 16);
    let mut application = Peer(far);
    // With the request come an operation and the beginning of another.
    application.send_raw(&[framed(AARQ), framed(SYSTEM_STATUS), vec![0x00]].concat()).await;
    let request = Acceptor::default().accept(near).await.unwrap();
    let mut parts = request.accept(PANASONIC_VERSION).into_parts();
    assert_eq!(parts.unsent, framed(AARE));
    let apdu = parts.codec.decode(&mut parts.received).unwrap().unwrap();
    parts.association.handle_apdu(apdu);
    assert_eq!(parts.codec.decode(&mut parts.received).unwrap(), None);
    assert_eq!(parts.received, [0x00].as_slice());
    let events: Vec<_> = std::iter::from_fn(|| parts.association.poll_event()).collect();
    let open = AssociationEvent::Open { version: Some(PANASONIC_VERSION) };
    assert_eq!(events, [open, AssociationEvent::Apdu(SYSTEM_STATUS.into())]);
    assert_eq!(parts.association.poll_transmit(), None);

    parts.stream.write_all_buf(&mut parts.unsent).await.unwrap();
    assert_eq!(application.receive().await, AARE);
}

#[tokio::test(start_paused = true)]
async fn a_forwarder_is_told_what_is_not_sent_and_loses_nothing_of_the_rest() {
    let (near, far) = duplex(1 << 16);
    let mut application = Peer(far);
    application.send(AARQ).await;
    let request = Acceptor::default().accept(near).await.unwrap();
    let mut link = request.accept(PANASONIC_VERSION);
    link.next().await;
    let too_long = SendError::TooLong { length: 241, limit: 240 };
    assert_eq!(link.send(&[0xA1; 241]), Err(too_long));
    let mut sent = 0_u64;
    while link.send(&[0xA1; 240]).is_ok() {
        sent += 1;
    }
    assert_eq!(link.send(&[0xA1; 240]), Err(SendError::NotRead));
    // No more than one above what may wait.
    assert!((MAX_UNSENT as u64).div_ceil(242).abs_diff(sent) <= 1, "{sent}");
    let reading = tokio::spawn(async move {
        assert_eq!(application.receive().await, AARE);
        for _ in 0..=sent {
            assert_eq!(application.receive().await, [0xA1; 240]);
        }
        application
    });
    // Nothing comes, but what waits is sent; then there is room again.
    assert!(tokio::time::timeout(Duration::from_secs(1), link.next()).await.is_err());
    link.send(&[0xA1; 240]).unwrap();
    assert!(tokio::time::timeout(Duration::from_secs(1), link.next()).await.is_err());
    let mut application = reading.await.unwrap();
    application.send(&hex!("62 03 80 01 00")).await;
    let end = link.next().await;
    assert_eq!(end, Some(AssociationEvent::Closed(CloseReason::ReleasedByPeer)));
    assert_eq!(link.send(SYSTEM_STATUS), Err(SendError::NotOpen));
}

#[tokio::test(start_paused = true)]
async fn a_forwarder_gets_the_first_message_of_the_switch_too() {
    let (near, far) = duplex(1 << 16);
    let mut switch = Peer(far);
    // It does not wait until the association is asked for.
    switch.send(AARE).await;
    switch.send(SYSTEM_STATUS).await;
    let (mut link, version) = Client::builder().associate_with(near).await.unwrap();
    assert_eq!(version, Some(PANASONIC_VERSION));
    assert_eq!(link.next().await, Some(AssociationEvent::Apdu(SYSTEM_STATUS.into())));
    assert_eq!(switch.receive().await, AARQ);
}

#[tokio::test(start_paused = true)]
async fn the_acceptor_takes_a_request_without_user_information() {
    let (near, far) = duplex(1 << 16);
    // Sent by a client in daily use, with a text for a protocol version.
    Peer(far)
        .send(&hex!("60 14 80 09 00 76 65 72 73 69 6F 6E 33 A1 07 06 05 2B 0C 00 81 5A"))
        .await;
    let request = Acceptor::default().accept(near).await.unwrap();
    assert_eq!(request.version(), None);
}

#[tokio::test(start_paused = true)]
async fn the_acceptor_reads_versions_and_logins_in_indefinite_lengths() {
    let (near, far) = duplex(1 << 16);
    // The name is in two pieces, and so is the set of versions, in one.
    let request = hex!(
        "60 33 A1 07 06 05 2B 0C 00 81 5A"
        "AC 17 A2 15 A0 13 A0 11 24 80 04 02 6164 04 03 6D696E 0000 04 02 7077"
        "BE 0F 28 0D A0 0B A0 09 23 80 03 03 00 0800 0000"
    );
    Peer(far).send(&request).await;
    let request = Acceptor::default().accept(near).await.unwrap();
    assert_eq!(request.version(), Some(PANASONIC_VERSION));
    let login = Login { name: "admin".into(), password: "pw".into() };
    assert_eq!(request.login(), Some(&login));
}

#[tokio::test(start_paused = true)]
async fn the_acceptor_reads_name_and_password_and_can_reject() {
    let (near, far) = duplex(1 << 16);
    let login = Login { name: "Jörg".into(), password: "geheim".into() };
    let builder = Client::builder()
        .login("Jörg", "geheim")
        .version(CstaVersion::VERSION_FIVE | CstaVersion::VERSION_FOUR);
    let rejecting = tokio::spawn(async move {
        let request = Acceptor::default().accept(near).await.unwrap();
        assert_eq!(request.login(), Some(&login));
        assert!(request.version().unwrap().contains(CstaVersion::VERSION_FOUR));
        assert!(!format!("{:?}", request.login()).contains("geheim"));
        request.reject(UserDiagnostic::AuthenticationFailure).await;
    });
    let error = builder.connect_with(far).await.unwrap_err();
    assert!(error.to_string().contains("authentication-failure"), "{error}");
    rejecting.await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn the_acceptor_gives_up_an_application_that_does_not_ask() {
    let (near, _far) = duplex(1 << 16);
    let limits = AssociationLimits { associate: Duration::from_secs(3), ..Default::default() };
    let begin = Instant::now();
    let acceptor = Acceptor { limits, ..Acceptor::default() };
    let reason = acceptor.accept(near).await.unwrap_err();
    assert!(matches!(reason, CloseReason::TimedOut { .. }), "{reason:?}");
    assert_eq!(begin.elapsed(), Duration::from_secs(3));
}

#[tokio::test(start_paused = true)]
async fn a_peer_that_does_not_read_does_not_hold_up_the_end() {
    let (near, far) = duplex(16); // so small that the abort does not fit
    let begin = Instant::now();
    let error = Client::builder().connect_with(near).await.unwrap_err();
    assert!(matches!(error.close_reason(), Some(CloseReason::TimedOut { .. })), "{error}");
    assert!(begin.elapsed() <= Duration::from_secs(13));
    drop(far);
}

/// Why the acceptor gets no request from who sends these octets and then closes, or not.
async fn requested_with(octets: &[u8], close: bool) -> CloseReason {
    let (near, far) = duplex(1 << 17);
    let mut application = Peer(far);
    application.send_raw(octets).await;
    if close {
        application.0.shutdown().await.unwrap();
    }
    let codec = FrameCodec { receive_limit: 4096, ..FrameCodec::default() };
    let acceptor = Acceptor { codec, ..Acceptor::default() };
    let reason = acceptor.accept(near).await.unwrap_err();
    // The connection is closed, whatever it was.
    application.0.read_to_end(&mut Vec::new()).await.unwrap();
    reason
}

#[tokio::test(start_paused = true)]
async fn an_end_at_any_octet_of_the_request_is_told() {
    let request = framed(AARQ);
    for length in 0..request.len() {
        let reason = requested_with(&request[..length], true).await;
        assert!(
            matches!(reason, CloseReason::Disconnected(_) | CloseReason::Broken { .. }),
            "{reason:?} at {length}"
        );
        assert!(reason.to_string().contains("before an association was requested"), "{reason}");
    }
}

#[tokio::test(start_paused = true)]
async fn what_is_no_request_ends_it_with_its_name() {
    for (octets, expected) in [
        (framed(&hex!("A1 0C 02 01 01 02 02 00 D3 30 03 0A 01 02")), "an operation"),
        (framed(AARE), "an answer to a request of an association"),
        (framed(&hex!("62 03 80 01 00")), "a request of a release"),
        (framed(&hex!("65 00")), "an unknown message of ACSE"),
        (framed(&[]), "cannot be understood"),
        (hex!("64 03 80 01 00").to_vec(), "aborted"),
        (b"GET / HTTP/1.1\r\nHost: pbx\r\n\r\n".to_vec(), "a frame of 18245 octets"),
        (hex!("16 03 01 02 00 01 00 01 FC 03 03").to_vec(), "the other side speaks TLS"),
    ] {
        let reason = requested_with(&octets, false).await.to_string();
        assert!(reason.contains(expected), "{reason}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_second_request_ends_the_association() {
    let (near, far) = duplex(1 << 16);
    let mut application = Peer(far);
    application.send(AARQ).await;
    application.send(AARQ).await;
    let request = Acceptor::default().accept(near).await.unwrap();
    let mut link = request.accept(PANASONIC_VERSION);
    assert!(matches!(link.next().await, Some(AssociationEvent::Open { .. })));
    let Some(AssociationEvent::Closed(reason)) = link.next().await else {
        panic!("the association goes on");
    };
    assert_eq!(
        reason.to_string(),
        "the other side sent a request of an association while the association was open"
    );
    assert_eq!(application.receive().await, AARE);
    assert_eq!(application.receive().await, hex!("64 06 80 01 00 81 01 02"));
}

#[tokio::test(start_paused = true)]
async fn an_association_is_the_same_octet_by_octet() {
    let (near, mut far) = duplex(1);
    let switch = tokio::spawn(async move {
        for octet in [framed(AARE), hex!("64 03 80 01 00").to_vec()].concat() {
            far.write_all(&[octet]).await.unwrap();
            tokio::task::yield_now().await;
            // Takes in the request meanwhile, so that it can be sent.
            let _ = tokio::time::timeout(Duration::from_millis(1), far.read(&mut [0; 64])).await;
        }
    });
    let (_client, connection) = Client::builder().connect_with(near).await.unwrap();
    assert!(matches!(connection.run().await, CloseReason::AbortedByPeer { .. }));
    switch.await.unwrap();
}
