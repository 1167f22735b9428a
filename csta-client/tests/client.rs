//! The client against a peer whose every octet is written here, on virtual time.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail that way"
)]

mod support;

use std::time::Duration;

use csta_client::{
    Client, ClientBuilder, CloseReason, ErrorKind, Incoming, Initiator, MonitorEnd, MonitorItem,
};
use csta_codec::rose::InvokeProblem;
use csta_codec::services::{Escape, EscapeResult, MakeCall, MakeCallArgument, MonitorStop};
use csta_codec::types::{CdrTransferMode, DeviceId, SystemStatus, UniversalFailure};
use futures::StreamExt;
use hex_literal::hex;
use support::{
    AARE, Peer, SYSTEM_STATUS, SYSTEM_STATUS_ANSWER, assert_nothing_is_left, connect, connected,
};
use tokio::time::Instant;

fn call() -> MakeCallArgument<'static> {
    MakeCallArgument::new(DeviceId::dialing_number("101"), DeviceId::dialing_number("102"))
}

/// The MakeCall of [`call`] under invoke id 1.
const CALL: &[u8] = &hex!("A1 16 02 01 01 02 01 0A 30 0E 30 05 80 03 313031 30 05 80 03 313032");
const CALL_RESULT: &[u8] = &hex!(
    "A2 1D 02 01 01 30 18 02 01 0A 30 13 6B 11 30 0F 80 04 30303735 A1 07 30 05 80 03 313031"
);

#[tokio::test(start_paused = true)]
async fn the_system_status_is_answered_and_told() {
    let (_client, mut connection, mut peer) = connect(Client::builder()).await;
    let mut incoming = connection.incoming().unwrap();
    tokio::spawn(connection.run());
    peer.send(SYSTEM_STATUS).await;
    assert_eq!(peer.receive().await, SYSTEM_STATUS_ANSWER);
    let item = incoming.next().await;
    assert!(matches!(item, Some(Incoming::SystemStatus(SystemStatus::Normal))), "{item:?}");
}

#[tokio::test(start_paused = true)]
async fn requests_wait_until_the_switch_is_ready_but_not_for_ever() {
    let (client, connection, mut peer) = connect(Client::builder()).await;
    tokio::spawn(connection.run());
    let begin = Instant::now();
    let request = tokio::spawn(async move { client.invoke::<MakeCall>(&call()).await });
    assert_eq!(peer.receive().await, CALL);
    assert_eq!(begin.elapsed().as_secs(), 2);
    peer.send(CALL_RESULT).await;
    let result = request.await.unwrap().unwrap();
    assert_eq!(result.get().calling_device.call().unwrap().as_bytes(), b"0075");
}

#[tokio::test(start_paused = true)]
async fn answers_find_their_requests_in_any_order() {
    let (client, mut peer) = connected().await;
    let second = client.clone();
    let first = tokio::spawn(async move { client.invoke::<MakeCall>(&call()).await });
    assert_eq!(peer.receive().await, CALL);
    let second = tokio::spawn(async move { second.invoke::<MakeCall>(&call()).await });
    peer.receive().await;
    peer.send(&hex!("A3 0B 02 01 02 02 01 01 A0 03 0A 01 0E")).await;
    peer.send(CALL_RESULT).await;
    assert!(first.await.unwrap().is_ok());
    let error = second.await.unwrap().unwrap_err();
    assert_eq!((error.kind(), error.initiator()), (ErrorKind::Refused, Initiator::Remote));
    assert!(matches!(error.failure(), Some(UniversalFailure::Operation(_))));
    assert_eq!(
        error.to_string(),
        "the switch refused makeCall: operation: invalidDestination (14)"
    );
    assert!(!error.may_have_been_done());
}

#[tokio::test(start_paused = true)]
async fn an_answer_in_indefinite_lengths_is_understood() {
    let (client, mut peer) = connected().await;
    let request = tokio::spawn(async move { client.invoke::<MakeCall>(&call()).await });
    peer.receive().await;
    let answer = hex!(
        "A2 80 02 01 01 30 80 02 01 0A 30 80 6B 80 30 80 80 04 30303735 A1 07 30 05 80 03 313031
         0000 0000 0000 0000 0000"
    );
    peer.send(&answer).await;
    let result = request.await.unwrap().unwrap();
    assert_eq!(result.get().calling_device.call().unwrap().as_bytes(), b"0075");
}

#[tokio::test(start_paused = true)]
async fn each_bad_answer_says_what_is_wrong() {
    for (answer, kind, text) in [
        (
            hex!("A4 03 02 01 01").as_slice(),
            ErrorKind::TimedOut, // no reject that is understood, so no answer
            "no answer to makeCall within 10s",
        ),
        (
            &hex!("A4 06 02 01 01 81 01 01"),
            ErrorKind::Rejected,
            "the other side did not understand makeCall: unrecognisedOperation",
        ),
        (
            &hex!("A2 0A 02 01 01 30 05 02 01 0A 05 00"),
            ErrorKind::Undecodable,
            "the answer to makeCall cannot be understood: another tag than that of the type, at \
             octet 12 in MakeCallResult",
        ),
        (
            &hex!("A2 0A 02 01 01 30 05 02 01 05 05 00"),
            ErrorKind::Undecodable,
            "the answer to makeCall is that of operation 5",
        ),
        (&hex!("A2 03 02 01 01"), ErrorKind::Undecodable, "the answer to makeCall has no result"),
        (
            // An error whose reason has no content.
            &hex!("A3 0A 02 01 01 02 01 01 A0 02 0A 00"),
            ErrorKind::Undecodable,
            "the answer to makeCall cannot be understood: octets that are no value of the type, \
             at octet 12 in UniversalFailure.operation",
        ),
    ] {
        let (client, mut peer) = connected().await;
        let request = tokio::spawn(async move { client.invoke::<MakeCall>(&call()).await });
        peer.receive().await;
        peer.send(answer).await;
        let error = request.await.unwrap().unwrap_err();
        assert_eq!((error.kind(), error.to_string().as_str()), (kind, text));
        assert_nothing_is_left(peer).await;
    }
}

#[tokio::test(start_paused = true)]
async fn a_late_answer_is_told_and_harms_nobody() {
    let (client, mut connection, mut peer) = connect(Client::builder()).await;
    let mut incoming = connection.incoming().unwrap();
    tokio::spawn(connection.run());
    let limit = Duration::from_secs(5);
    let error = client.invoke_within::<MakeCall>(&call(), limit).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::TimedOut);
    assert!(error.may_have_been_done());
    peer.receive().await;
    peer.send(CALL_RESULT).await;
    let item = incoming.next().await;
    assert!(matches!(&item, Some(Incoming::Unmatched(frame)) if *frame == CALL_RESULT), "{item:?}");
    drop(client);
    assert_nothing_is_left(peer).await;
}

#[tokio::test(start_paused = true)]
async fn answers_to_what_nobody_has_asked_are_told_and_harm_nobody() {
    let (client, mut connection, mut peer) = connect(Client::builder()).await;
    let mut incoming = connection.incoming().unwrap();
    tokio::spawn(connection.run());
    let request = tokio::spawn(async move { client.invoke::<MakeCall>(&call()).await });
    assert_eq!(peer.receive().await, CALL);
    for answer in [
        hex!("A2 0A 02 01 02 30 05 02 01 0A 05 00").as_slice(),
        &hex!("A2 03 02 01 FF"),
        &hex!("A3 0B 02 01 7F 02 01 01 A0 03 0A 01 0E"),
        &hex!("A4 06 02 01 02 81 01 01"),
        &hex!("A4 05 05 00 80 01 00"),
        // Nothing that is known, neither of ROSE nor of ACSE.
        &hex!("65 00"),
        &hex!("05 00"),
    ] {
        peer.send(answer).await;
        let item = incoming.next().await;
        assert!(matches!(&item, Some(Incoming::Unmatched(apdu)) if *apdu == answer), "{item:?}");
    }
    peer.send(CALL_RESULT).await;
    assert!(request.await.unwrap().is_ok());
    assert_nothing_is_left(peer).await;
}

#[tokio::test(start_paused = true)]
async fn what_is_too_long_is_not_sent() {
    let (client, _peer) = connected().await;
    let long = "1".repeat(300);
    let to = DeviceId::dialing_number(&long);
    let argument = MakeCallArgument::new(DeviceId::dialing_number("101"), to);
    let error = client.invoke::<MakeCall>(&argument).await.unwrap_err();
    assert_eq!((error.kind(), error.initiator()), (ErrorKind::NotSent, Initiator::Local));
    assert!(error.to_string().contains("240 may be sent"), "{error}");
}

const MONITOR_START: &[u8] = &hex!("A1 11 02 01 01 02 01 47 30 09 30 05 80 03 313131 A0 00");
const MONITOR_STARTED: &[u8] = &hex!("A2 10 02 01 01 30 0B 02 01 47 30 06 55 04 01110012");
/// P8, as captured.
const SERVICE_INITIATED: &[u8] = &hex!(
    "A1 34 02 01 03 02 01 15 30 2C 55 04 01110012 A0 24 B0 22
     6B 11 30 0F 80 04 30303735 A1 07 30 05 80 03 313131
     63 07 30 05 80 03 313131 4E 01 01 0A 01 16"
);

async fn monitored(builder: ClientBuilder) -> (Client, csta_client::Monitor, Peer) {
    let (client, connection, mut peer) = connect(builder).await;
    tokio::spawn(connection.run());
    peer.send(SYSTEM_STATUS).await;
    peer.receive().await;
    let monitor = {
        let client = client.clone();
        tokio::spawn(async move { client.monitor(DeviceId::dialing_number("111"), None).await })
    };
    assert_eq!(peer.receive().await, MONITOR_START);
    // An event that overtakes the answer is not lost.
    peer.send(SERVICE_INITIATED).await;
    peer.send(MONITOR_STARTED).await;
    (client, monitor.await.unwrap().unwrap(), peer)
}

#[tokio::test(start_paused = true)]
async fn a_monitor_reports_and_is_stopped_when_it_is_dropped() {
    let (_client, mut monitor, mut peer) = monitored(Client::builder()).await;
    peer.send(SERVICE_INITIATED).await;
    for _ in 0..2 {
        let item = monitor.next().await;
        assert!(matches!(item, Some(MonitorItem::Event(_))), "{item:?}");
    }
    assert_eq!(monitor.started().get().cross_ref_identifier.0.as_bytes(), hex!("01110012"));
    // What comes before it is stopped is for nobody.
    peer.send(SERVICE_INITIATED).await;
    drop(monitor);
    let stop = hex!("A1 0E 02 01 02 02 01 49 30 06 55 04 01110012");
    assert_eq!(peer.receive().await, stop);
}

#[tokio::test(start_paused = true)]
async fn a_monitor_that_is_not_read_tells_how_much_is_missing() {
    let builder = Client::builder().monitor_queue(2);
    let (client, mut monitor, mut peer) = monitored(builder).await;
    for _ in 0..4 {
        peer.send(SERVICE_INITIATED).await;
    }
    // The others are not blocked: a request is answered meanwhile.
    let request = tokio::spawn(async move { client.invoke::<MakeCall>(&call()).await });
    let invoke = peer.receive().await;
    let mut answer = CALL_RESULT.to_vec();
    answer[4] = invoke[4];
    peer.send(&answer).await;
    request.await.unwrap().unwrap();
    assert!(matches!(monitor.next().await, Some(MonitorItem::Event(_))));
    assert!(matches!(monitor.next().await, Some(MonitorItem::Event(_))));
    peer.send(SERVICE_INITIATED).await;
    assert_eq!(monitor.next().await, Some(MonitorItem::Lagged(3)));
    assert!(matches!(monitor.next().await, Some(MonitorItem::Event(_))));
    drop(monitor);
    assert_nothing_is_left(peer).await;
}

#[tokio::test(start_paused = true)]
async fn a_monitor_that_the_switch_stops_says_so() {
    let (_client, mut monitor, mut peer) = monitored(Client::builder()).await;
    peer.send(&hex!("A1 0E 02 01 09 02 01 49 30 06 55 04 01110012")).await;
    assert_eq!(peer.receive().await, hex!("A2 0A 02 01 09 30 05 02 01 49 05 00"));
    monitor.next().await;
    assert_eq!(monitor.next().await, Some(MonitorItem::Ended(MonitorEnd::StoppedBySwitch)));
    assert_eq!(monitor.next().await, None);
}

#[tokio::test(start_paused = true)]
async fn the_end_of_the_link_ends_everything_with_the_reason() {
    let (client, mut monitor, mut peer) = monitored(Client::builder()).await;
    monitor.next().await;
    let request = tokio::spawn(async move { client.invoke::<MakeCall>(&call()).await });
    peer.receive().await;
    // P9: without a length, as Panasonic's switches abort.
    peer.send_raw(&hex!("64 03 80 01 00")).await;
    let error = request.await.unwrap().unwrap_err();
    assert!(matches!(error.close_reason(), Some(CloseReason::AbortedByPeer { .. })), "{error}");
    assert!(error.may_have_been_done());
    let item = monitor.next().await;
    assert!(matches!(item, Some(MonitorItem::Ended(MonitorEnd::Closed(_)))), "{item:?}");
}

#[tokio::test(start_paused = true)]
async fn operations_of_the_switch_are_answered_by_who_takes_them() {
    let (_client, mut connection, mut peer) = connect(Client::builder()).await;
    let mut incoming = connection.incoming().unwrap();
    tokio::spawn(connection.run());
    let escape = hex!("A1 0C 02 01 07 02 01 33 30 04 04 02 AABB");
    for answer in
        [hex!("A2 0A 02 01 07 30 05 02 01 33 05 00").as_slice(), &hex!("A4 06 02 01 07 81 01 02")]
    {
        peer.send(&escape).await;
        let Some(Incoming::Invoke(invoke)) = incoming.next().await else { panic!("no invoke") };
        assert!(invoke.argument::<MakeCall>().is_none());
        invoke.argument::<Escape>().unwrap().unwrap();
        if answer[0] == 0xA2 {
            invoke.answer::<Escape>(&EscapeResult::NoData);
        } else {
            invoke.reject(InvokeProblem::MistypedArgument);
        }
        assert_eq!(peer.receive().await, answer);
    }
}

#[tokio::test(start_paused = true)]
async fn what_nobody_takes_or_understands_is_rejected() {
    let (_client, mut peer) = connected().await;
    for (sent, answer) in [
        // No operation of this number.
        (
            hex!("A1 08 02 01 07 02 01 03 05 00").as_slice(),
            hex!("A4 06 02 01 07 81 01 01").as_slice(),
        ),
        // A SystemStatus without a status.
        (&hex!("A1 09 02 01 08 02 02 00D3 30 00"), &hex!("A4 06 02 01 08 81 01 02")),
        // One without an argument.
        (&hex!("A1 07 02 01 08 02 02 00D3"), &hex!("A4 06 02 01 08 81 01 02")),
        // An operation that is named by an object identifier.
        (&hex!("A1 07 02 01 09 06 02 2A 03"), &hex!("A4 06 02 01 09 81 01 01")),
        // An indefinite length without an end.
        (&hex!("A1 80 02 01 07"), &hex!("A4 05 05 00 80 01 02")),
        // An invocation whose id is cut off.
        (&hex!("A1 03 02 05 01"), &hex!("A4 05 05 00 80 01 02")),
    ] {
        peer.send(sent).await;
        assert_eq!(peer.receive().await, answer);
    }
}

#[tokio::test(start_paused = true)]
async fn what_has_a_mistyped_argument_or_none_is_told_and_stops_nothing() {
    let (client, mut monitor, mut peer) = monitored(Client::builder()).await;
    drop(client);
    // No stop of a monitor or of call records: without an argument, and with NULL for one.
    for stop in [
        hex!("A1 06 02 01 07 02 01 49").as_slice(),
        &hex!("A1 08 02 01 07 02 01 49 05 00"),
        &hex!("A1 07 02 01 07 02 02 016C"),
        &hex!("A1 09 02 01 07 02 02 016C 05 00"),
        // Of one that is not known.
        &hex!("A1 0E 02 01 07 02 01 49 30 06 55 04 01110013"),
    ] {
        peer.send(stop).await;
        assert_eq!(peer.receive().await, hex!("A4 06 02 01 07 81 01 01"));
    }
    for _ in 0..2 {
        peer.send(SERVICE_INITIATED).await;
    }
    for _ in 0..3 {
        assert!(matches!(monitor.next().await, Some(MonitorItem::Event(_))));
    }

    let (client, mut connection, mut peer) = connect(Client::builder()).await;
    let mut incoming = connection.incoming().unwrap();
    tokio::spawn(connection.run());
    // An event of nothing.
    let event = hex!("A1 06 02 01 0A 02 01 15");
    peer.send(&event).await;
    let item = incoming.next().await;
    assert!(matches!(&item, Some(Incoming::Unmatched(frame)) if *frame == event[..]), "{item:?}");
    peer.send(&hex!("A1 08 02 01 07 02 01 49 05 00")).await;
    let Some(Incoming::Invoke(invoke)) = incoming.next().await else { panic!("no invoke") };
    invoke.argument::<MonitorStop>().unwrap().unwrap_err();
    drop(client);
}

#[tokio::test(start_paused = true)]
async fn a_start_whose_answer_cannot_be_understood_is_told() {
    let (client, mut peer) = connected().await;
    let device = DeviceId::dialing_number("111");
    let (monitor, ()) = tokio::join!(client.monitor(device, None), async {
        peer.receive().await;
        peer.send(&hex!("A2 0A 02 01 01 30 05 02 01 47 05 00")).await;
    });
    let error = monitor.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Undecodable);
    assert!(error.may_have_been_done());
    let mode = CdrTransferMode::TransferAtEndOfCall;
    let (records, ()) = tokio::join!(client.call_records(mode), async {
        peer.receive().await;
        peer.send(&hex!("A2 0B 02 01 02 30 06 02 02 016B 05 00")).await;
    });
    let error = records.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Undecodable);
    assert!(error.to_string().starts_with("the answer to startCDRTransmission"), "{error}");
}

#[tokio::test(start_paused = true)]
async fn the_last_handle_releases_the_association() {
    let (client, connection, mut peer) = connect(Client::builder()).await;
    let running = tokio::spawn(connection.run());
    drop(client);
    assert_eq!(peer.receive().await, hex!("62 03 80 01 00"));
    peer.send(&hex!("63 03 80 01 00")).await;
    assert_eq!(running.await.unwrap(), CloseReason::Released);
}

#[tokio::test(start_paused = true)]
async fn a_release_that_is_not_answered_ends_all_the_same() {
    let (client, connection, mut peer) = connect(Client::builder()).await;
    let running = tokio::spawn(connection.run());
    client.release();
    peer.receive().await;
    assert_eq!(running.await.unwrap(), CloseReason::ReleaseUnanswered);
}

#[tokio::test(start_paused = true)]
async fn the_last_handle_ends_it_also_if_the_switch_is_silent() {
    let (client, connection, _peer) = connect(Client::builder()).await;
    let running = tokio::spawn(connection.run());
    drop(client);
    assert_eq!(running.await.unwrap(), CloseReason::ReleaseUnanswered);
}

#[tokio::test(start_paused = true)]
async fn times_without_end_do_no_harm() {
    let builder = Client::builder()
        .connect_timeout(Duration::MAX)
        .associate_timeout(Duration::MAX)
        .release_timeout(Duration::MAX)
        .answer_timeout(Duration::MAX)
        .ready_timeout(Duration::MAX)
        .silence_timeout(Duration::MAX)
        .outstanding_limit(1);
    let (client, monitor, mut peer) = monitored(builder).await;
    let argument = call();
    let first = client.invoke::<MakeCall>(&argument);
    // This one waits for its place.
    let second = client.invoke_within::<MakeCall>(&argument, Duration::MAX);
    let (first, second, ()) = tokio::join!(first, second, async {
        for _ in 0..2 {
            let mut answer = CALL_RESULT.to_vec();
            answer[4] = peer.receive().await[4];
            peer.send(&answer).await;
        }
    });
    assert!(first.is_ok() && second.is_ok());
    drop(monitor);
    client.release();
    while peer.receive().await != hex!("62 03 80 01 00") {}
    peer.send(&hex!("63 03 80 01 00")).await;
    assert_nothing_is_left(peer).await;
}

#[tokio::test(start_paused = true)]
async fn an_abort_ends_it_at_once() {
    let (client, connection, mut peer) = connect(Client::builder()).await;
    let running = tokio::spawn(connection.run());
    client.abort();
    assert_eq!(peer.receive().await, hex!("64 06 80 01 00 81 01 01"));
    assert_eq!(running.await.unwrap(), CloseReason::Aborted);
}

#[tokio::test(start_paused = true)]
async fn a_request_whose_future_is_dropped_leaves_nothing_behind() {
    let (client, mut peer) = connected().await;
    let request = client.clone();
    let request = tokio::spawn(async move { request.invoke::<MakeCall>(&call()).await });
    peer.receive().await;
    request.abort();
    let _ = request.await;
    peer.send(CALL_RESULT).await;
    let request = tokio::spawn(async move { client.invoke::<MakeCall>(&call()).await });
    let invoke = peer.receive().await;
    assert_eq!(invoke[4], 2);
    let mut answer = CALL_RESULT.to_vec();
    answer[4] = 2;
    peer.send(&answer).await;
    assert!(request.await.unwrap().is_ok());
}

#[test]
fn the_answer_is_the_one_of_the_reference() {
    assert_eq!(AARE.len(), 0x31);
}
