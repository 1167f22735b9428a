//! What goes wrong while the association is open: each request and stream says so within its time
//! limit, and nothing is left behind.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail that way")]

mod support;

use std::time::Duration;

use csta_client::{Client, CloseReason, ErrorKind, Incoming, Initiator, MonitorEnd, MonitorItem};
use csta_codec::ber::Tag;
use csta_codec::services::{
    GetDoNotDisturb, GetDoNotDisturbArgument, GetDoNotDisturbResult, MonitorStart,
    MonitorStartResult, RequestSysStat, RequestSysStatArg,
};
use csta_codec::types::{DeviceId, MonitorCrossRefId};
use csta_codec::{Ber, DecodeError, OctetString, operation};
use futures::future::join_all;
use futures::{FutureExt, StreamExt};
use hex_literal::hex;
use kme_private::DeviceCategory;
use support::{
    SYSTEM_STATUS, SYSTEM_STATUS_ANSWER, assert_nothing_is_left, connect, connected, id_of, invoke,
    result, running,
};
use tokio::io::{AsyncReadExt, AsyncWriteExt, duplex};
use tokio::runtime::Handle;
use tokio::time::Instant;

const MINUTE: Duration = Duration::from_secs(60);
const SECOND: Duration = Duration::from_secs(1);

fn device() -> DeviceId<'static> {
    DeviceId::dialing_number("101")
}

/// The answer to `do_not_disturb`.
fn disturb(request: &[u8], on: bool) -> Vec<u8> {
    result::<GetDoNotDisturb>(request, &GetDoNotDisturbResult::new(on))
}

#[tokio::test(start_paused = true)]
async fn a_silent_link_is_asked_and_then_given_up() {
    let builder = Client::builder().silence_timeout(MINUTE).answer_timeout(5 * SECOND);
    let (client, end, mut peer) = running(builder).await;
    let begin = Instant::now();
    assert_eq!(peer.receive().await, invoke::<RequestSysStat>(1, &RequestSysStatArg::new()));
    assert_eq!(begin.elapsed(), MINUTE);
    let reason = CloseReason::Unresponsive { after: MINUTE + 5 * SECOND };
    assert_eq!(end.await.unwrap(), reason);
    assert_eq!(begin.elapsed(), MINUTE + 5 * SECOND);
    assert!(client.is_closed());
    assert_eq!(client.close_reason(), Some(&reason));
    let error = client.do_not_disturb(device()).await.unwrap_err();
    assert_eq!((error.kind(), error.initiator()), (ErrorKind::Closed, Initiator::Network));
    assert_eq!(
        error.to_string(),
        "nothing came from the other side for 65s, also when it was asked to answer"
    );
    assert!(!error.may_have_been_done());
    drop(client);
    assert_nothing_is_left(peer).await;
}

#[tokio::test(start_paused = true)]
async fn octets_that_were_lost_are_noticed_before_the_silence() {
    let (client, end, mut peer) = running(Client::builder()).await;
    let begin = Instant::now();
    let asking = tokio::spawn(async move { client.do_not_disturb(device()).await });
    peer.receive().await;
    // The middle of a message: as a length it would be waited for five minutes long.
    peer.send_raw(b"0730058003313031").await;
    let CloseReason::Broken { error, .. } = end.await.unwrap() else { panic!("another reason") };
    assert!(error.starts_with("a frame of 12343 octets that begins with 33"), "{error}");
    assert_eq!(asking.await.unwrap().unwrap_err().kind(), ErrorKind::Closed);
    assert_eq!(begin.elapsed(), Duration::ZERO);
    // It is told why.
    assert_eq!(peer.receive().await, hex!("64 06 80 01 00 81 01 02"));
    assert_nothing_is_left(peer).await;
}

#[tokio::test(start_paused = true)]
async fn what_came_before_octets_were_lost_is_heard() {
    let (client, mut connection, mut peer) = connect(Client::builder()).await;
    let mut incoming = connection.incoming().unwrap();
    let end = tokio::spawn(connection.run());
    // All at once.
    let length = u16::try_from(SYSTEM_STATUS.len()).unwrap().to_be_bytes();
    let status = [length.as_slice(), SYSTEM_STATUS].concat();
    peer.send_raw(&[status.as_slice(), &status, b"0730058003313031"].concat()).await;
    assert!(matches!(end.await.unwrap(), CloseReason::Broken { .. }));
    for _ in 0..2 {
        assert!(matches!(incoming.next().await, Some(Incoming::SystemStatus(_))));
    }
    drop(client);
    for _ in 0..2 {
        assert_eq!(peer.receive().await, SYSTEM_STATUS_ANSWER);
    }
    assert_eq!(peer.receive().await, hex!("64 06 80 01 00 81 01 02"));
    assert_nothing_is_left(peer).await;
}

#[tokio::test(start_paused = true)]
async fn any_answer_is_a_sign_of_life_and_so_is_anything_else() {
    let builder = Client::builder().silence_timeout(MINUTE);
    let (_client, end, mut peer) = running(builder).await;
    let begin = Instant::now();
    for minute in 1..4 {
        let request = peer.receive().await;
        assert_eq!(begin.elapsed(), minute * MINUTE);
        assert_eq!(request, invoke::<RequestSysStat>(minute as i32, &RequestSysStatArg::new()));
        // Not known to this switch, but it is there.
        let mut refusal = hex!("A3 0B 02 01 01 02 01 01 A0 03 0A 01 32").to_vec();
        *refusal.get_mut(4).unwrap() = minute as u8;
        peer.send(&refusal).await;
    }
    tokio::time::advance(30 * SECOND).await;
    peer.send(SYSTEM_STATUS).await;
    assert_eq!(peer.receive().await, SYSTEM_STATUS_ANSWER);
    peer.receive().await;
    assert_eq!(begin.elapsed(), 4 * MINUTE + 30 * SECOND);
    assert!(!end.is_finished());
}

#[tokio::test(start_paused = true)]
async fn a_half_open_connection_is_noticed_although_nothing_can_be_sent() {
    let (near, mut far) = duplex(64);
    let builder = Client::builder().silence_timeout(MINUTE).answer_timeout(5 * SECOND);
    let answer = [&[0, 0x31], support::AARE].concat();
    let (connected, ()) = tokio::join!(builder.connect_with(near), async {
        far.write_all(&answer).await.unwrap();
    });
    let (client, connection) = connected.unwrap();
    let begin = Instant::now();
    let end = tokio::spawn(connection.run());
    // More than fits, and nobody reads.
    let requests = (0..10).map(|_| client.do_not_disturb(device()));
    let (answers, reason) = tokio::join!(join_all(requests), end);
    assert!(answers.iter().all(|answer| answer.as_ref().unwrap_err().may_have_been_done()));
    assert!(matches!(reason.unwrap(), CloseReason::Unresponsive { .. }));
    assert!(begin.elapsed() <= MINUTE + 7 * SECOND, "{:?}", begin.elapsed());
    drop(client);
    assert_nothing_is_left(support::Peer(far)).await;
}

#[tokio::test(start_paused = true)]
async fn requests_beyond_the_limit_wait_for_their_turn() {
    let (client, _end, mut peer) = running(Client::builder().outstanding_limit(2)).await;
    let requests =
        tokio::spawn(
            async move { join_all((0..3).map(|_| client.do_not_disturb(device()))).await },
        );
    let first = peer.receive().await;
    let second = peer.receive().await;
    peer.send(SYSTEM_STATUS).await;
    // The third would be here by now.
    assert_eq!(peer.receive().await, SYSTEM_STATUS_ANSWER);
    peer.send(&disturb(&second, true)).await;
    let third = peer.receive().await;
    peer.send(&disturb(&third, true)).await;
    peer.send(&disturb(&first, false)).await;
    let answers: Result<Vec<bool>, _> = requests.await.unwrap().into_iter().collect();
    assert_eq!(answers.unwrap(), [false, true, true]);
}

#[tokio::test(start_paused = true)]
async fn a_request_whose_turn_does_not_come_in_time_is_not_sent() {
    let (client, _end, _peer) = running(Client::builder().outstanding_limit(1)).await;
    let begin = Instant::now();
    let first = client.clone();
    let first = tokio::spawn(async move { first.do_not_disturb(device()).await });
    tokio::task::yield_now().await;
    let argument = GetDoNotDisturbArgument::new(device());
    let second = client.invoke_within::<GetDoNotDisturb>(&argument, 3 * SECOND).await;
    let error = second.unwrap_err();
    assert_eq!((error.kind(), error.initiator()), (ErrorKind::NotSent, Initiator::Local));
    assert!(!error.may_have_been_done());
    assert!(error.to_string().contains("getDoNotDisturb was not sent: for 3s, 1 other"), "{error}");
    assert_eq!(begin.elapsed(), 3 * SECOND);
    let error = first.await.unwrap().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::TimedOut);
    assert!(error.may_have_been_done());
}

#[tokio::test(start_paused = true)]
async fn a_dropped_request_keeps_its_place_until_its_time_is_over() {
    let (client, _end, mut peer) = running(Client::builder().outstanding_limit(1)).await;
    let begin = Instant::now();
    let dropped = tokio::time::timeout(SECOND, client.do_not_disturb(device())).await;
    assert!(dropped.is_err());
    peer.receive().await;
    let waiting = tokio::spawn(async move { client.do_not_disturb(device()).await });
    let request = peer.receive().await;
    assert_eq!((id_of(&request), begin.elapsed()), (2, 10 * SECOND));
    peer.send(&disturb(&request, true)).await;
    assert!(waiting.await.unwrap().unwrap());
}

#[tokio::test(start_paused = true)]
async fn what_waits_for_the_switch_to_be_ready_ends_in_time_and_is_not_sent_later() {
    let builder = Client::builder().ready_timeout(MINUTE);
    let (client, connection, mut peer) = connect(builder).await;
    tokio::spawn(connection.run());
    let begin = Instant::now();
    let argument = GetDoNotDisturbArgument::new(device());
    let late = client.invoke_within::<GetDoNotDisturb>(&argument, 3 * SECOND);
    let dropped = tokio::time::timeout(SECOND, client.do_not_disturb(device()));
    let (late, dropped) = tokio::join!(late, dropped);
    let error = late.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotSent);
    assert!(error.to_string().contains("has not reported itself ready within 3s"), "{error}");
    assert!(dropped.is_err() && begin.elapsed() == 3 * SECOND);
    let request = tokio::spawn(async move { client.do_not_disturb(device()).await });
    tokio::task::yield_now().await;
    peer.send(SYSTEM_STATUS).await;
    assert_eq!(peer.receive().await, SYSTEM_STATUS_ANSWER);
    let sent = peer.receive().await;
    assert_eq!(id_of(&sent), 3);
    peer.send(&disturb(&sent, true)).await;
    assert!(request.await.unwrap().unwrap());
}

#[tokio::test(start_paused = true)]
async fn a_start_that_is_given_up_before_it_is_sent_leaves_its_place_and_is_not_sent() {
    let builder = Client::builder().outstanding_limit(1).ready_timeout(MINUTE);
    for is_ready in [true, false] {
        let (client, connection, mut peer) = connect(builder.clone()).await;
        tokio::spawn(connection.run());
        if is_ready {
            peer.send(SYSTEM_STATUS).await;
            peer.receive().await;
        }
        let begin = Instant::now();
        let mut monitor = Box::pin(client.monitor(device(), None));
        assert!((&mut monitor).now_or_never().is_none());
        if !is_ready {
            // It is held, since the switch has not reported itself ready.
            tokio::time::advance(SECOND).await;
            tokio::task::yield_now().await;
        }
        drop(monitor);
        let asking = tokio::spawn(async move { client.do_not_disturb(device()).await });
        if !is_ready {
            tokio::task::yield_now().await;
            peer.send(SYSTEM_STATUS).await;
            assert_eq!(peer.receive().await, SYSTEM_STATUS_ANSWER);
        }
        // The first that is sent.
        let request = peer.receive().await;
        let argument = GetDoNotDisturbArgument::new(device());
        let id = id_of(&request);
        assert_eq!(request, invoke::<GetDoNotDisturb>(id, &argument));
        peer.send(&disturb(&request, true)).await;
        assert!(asking.await.unwrap().unwrap());
        assert!(begin.elapsed() <= SECOND);
    }
}

#[tokio::test(start_paused = true)]
async fn a_start_waits_for_the_switch_to_be_ready() {
    let (client, connection, mut peer) = connect(Client::builder().ready_timeout(MINUTE)).await;
    tokio::spawn(connection.run());
    let starting = tokio::spawn(async move { client.monitor(device(), None).await });
    tokio::time::advance(SECOND).await;
    peer.send(SYSTEM_STATUS).await;
    assert_eq!(peer.receive().await, SYSTEM_STATUS_ANSWER);
    let start = peer.receive().await;
    let started = MonitorStartResult::new(MonitorCrossRefId(OctetString(b"1")));
    peer.send(&result::<MonitorStart>(&start, &started)).await;
    assert!(starting.await.unwrap().is_ok());
}

#[tokio::test(start_paused = true)]
async fn what_was_not_sent_when_the_connection_went_was_not_done() {
    // The connection is at an end before it has taken the requests over, or is dropped.
    for is_dropped in [false, true] {
        let (client, connection, peer) = connect(Client::builder()).await;
        let mut monitor = Box::pin(client.monitor(device(), None));
        let mut list = Box::pin(client.device_list(DeviceCategory::Station));
        let mut request = Box::pin(client.do_not_disturb(device()));
        assert!((&mut monitor).now_or_never().is_none());
        assert!((&mut list).now_or_never().is_none());
        assert!((&mut request).now_or_never().is_none());
        if is_dropped {
            drop(connection);
        } else {
            drop(peer);
            connection.run().await;
        }
        let errors = [
            monitor.await.map(drop).unwrap_err(),
            list.await.map(drop).unwrap_err(),
            request.await.map(drop).unwrap_err(),
        ];
        for error in errors {
            assert_eq!(error.kind(), ErrorKind::Closed);
            assert!(!error.may_have_been_done(), "{error}");
        }
        // And what is asked for afterwards.
        let error = client.monitor(device(), None).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Closed);
        assert!(!error.may_have_been_done());
    }
}

#[tokio::test(start_paused = true)]
async fn what_is_asked_for_while_the_association_is_released_is_not_sent() {
    let builder = Client::builder().release_timeout(MINUTE).answer_timeout(3 * SECOND);
    let (client, _end, mut peer) = running(builder).await;
    let asker = client.clone();
    let first = tokio::spawn(async move { asker.do_not_disturb(device()).await });
    peer.receive().await;
    client.release();
    assert_eq!(peer.receive().await, hex!("62 03 80 01 00"));
    let begin = Instant::now();
    let error = client.do_not_disturb(device()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Closed);
    assert!(!error.may_have_been_done());
    // It is not the release that is waited for.
    assert!(begin.elapsed() < MINUTE);
    assert_eq!(first.await.unwrap().unwrap_err().kind(), ErrorKind::TimedOut);
}

#[tokio::test(start_paused = true)]
async fn ten_thousand_requests_find_their_answers() {
    let (client, _end, mut peer) = running(Client::builder().outstanding_limit(10_000)).await;
    let switch = tokio::spawn(async move {
        let mut requests = Vec::new();
        while requests.len() < 10_000 {
            requests.push(peer.receive().await);
        }
        for request in requests.iter().rev() {
            // Each asks whether its number is odd.
            let odd = request.last().unwrap() % 2 == 1;
            peer.send(&disturb(request, odd)).await;
        }
        peer
    });
    let numbers: Vec<String> = (0..10_000).map(|number: u32| number.to_string()).collect();
    let asked =
        numbers.iter().map(|number| client.do_not_disturb(DeviceId::dialing_number(number)));
    for (number, odd) in join_all(asked).await.into_iter().enumerate() {
        assert_eq!(odd.unwrap(), number % 2 == 1);
    }
    drop(client);
    assert_nothing_is_left(switch.await.unwrap()).await;
}

#[tokio::test(start_paused = true)]
async fn an_abort_in_the_middle_ends_each_request_once_and_leaves_nothing() {
    let (client, end, mut peer) = running(Client::builder().outstanding_limit(50)).await;
    let requests = {
        let client = client.clone();
        tokio::spawn(
            async move { join_all((0..100).map(|_| client.do_not_disturb(device()))).await },
        )
    };
    for _ in 0..50 {
        peer.receive().await;
    }
    peer.send_raw(&hex!("64 03 80 01 00")).await;
    let answers = requests.await.unwrap();
    let errors = || answers.iter().map(|answer| answer.as_ref().unwrap_err());
    assert!(errors().all(|error| error.kind() == ErrorKind::Closed));
    assert!(errors().all(|error| error.initiator() == Initiator::Remote));
    assert_eq!(errors().filter(|error| error.may_have_been_done()).count(), 50);
    let reason = end.await.unwrap();
    assert!(errors().all(|error| error.close_reason() == Some(&reason)), "{reason}");
    assert_nothing_is_left(peer).await;
}

#[tokio::test(start_paused = true)]
async fn a_flood_of_system_states_is_answered_and_holds_up_nobody() {
    const FLOOD: usize = 10_000;
    let builder = Client::builder().incoming_queue(16);
    let (client, mut connection, mut peer) = connect(builder).await;
    let mut incoming = connection.incoming().unwrap();
    tokio::spawn(connection.run());
    let (mut reads, mut writes) = tokio::io::split(peer.0);
    let flood = tokio::spawn(async move {
        let frame = [&[0, SYSTEM_STATUS.len() as u8], SYSTEM_STATUS].concat();
        for _ in 0..FLOOD {
            writes.write_all(&frame).await.unwrap();
        }
        writes
    });
    let switch = tokio::spawn(async move {
        let (mut answers, mut request) = (0, None);
        while answers < FLOOD || request.is_none() {
            let mut apdu = vec![0; reads.read_u16().await.unwrap().into()];
            reads.read_exact(&mut apdu).await.unwrap();
            match apdu == SYSTEM_STATUS_ANSWER {
                true => answers += 1,
                false => request = Some(apdu),
            }
        }
        (reads, request.unwrap())
    });
    let asking = client.clone();
    let request = tokio::spawn(async move { asking.do_not_disturb(device()).await });
    let writes = flood.await.unwrap();
    let (reads, sent) = switch.await.unwrap();
    peer = support::Peer(reads.unsplit(writes));
    peer.send(&disturb(&sent, true)).await;
    assert!(request.await.unwrap().unwrap());
    // What was not read is told, when something comes next.
    let mut told = 0;
    while told < FLOOD as u64 {
        match incoming.next().await.unwrap() {
            Incoming::SystemStatus(_) => told += 1,
            Incoming::Lagged(lost) => told += lost,
            other => panic!("{other:?}"),
        }
        if told == 16 {
            peer.send(SYSTEM_STATUS).await;
        }
    }
    drop(client);
    assert_nothing_is_left(peer).await;
}

/// An argument whose writing goes wrong, as that of an application's own operation can.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Unwritable;

impl<'a> Ber<'a> for Unwritable {
    const NAME: &'static str = "Unwritable";
    const TAG: Tag = Tag::universal(5);
    type At<'b> = Self;

    fn empty() -> Self {
        Self
    }

    fn fill(&mut self, _: Tag, _: &'a [u8]) -> Result<(), DecodeError> {
        Ok(())
    }

    fn put_content(&self, _: &mut [u8], _: usize) -> usize {
        panic!("it cannot be written")
    }
}

operation! {
    /// Cannot be invoked.
    Unwritten "unwritten" = 9001, "Unwritten", ToSwitch: Unwritable => ()
}

#[tokio::test(start_paused = true)]
async fn an_argument_that_panics_leaves_its_place_to_others() {
    let (client, _end, mut peer) = running(Client::builder().outstanding_limit(1)).await;
    let ask = || {
        let client = client.clone();
        tokio::spawn(async move { client.do_not_disturb(device()).await })
    };
    let fail = || {
        let client = client.clone();
        tokio::spawn(async move { client.invoke::<Unwritten>(&Unwritable).await })
    };
    assert!(fail().await.unwrap_err().is_panic());
    let first = ask();
    let request = peer.receive().await;
    // Both wait for the only place.
    let panics = fail();
    tokio::task::yield_now().await;
    let second = ask();
    tokio::task::yield_now().await;
    peer.send(&disturb(&request, true)).await;
    assert!(first.await.unwrap().unwrap());
    assert!(panics.await.unwrap_err().is_panic());
    let request = peer.receive().await;
    peer.send(&disturb(&request, true)).await;
    assert!(second.await.unwrap().unwrap());
    drop(client);
    assert_nothing_is_left(peer).await;
}

#[tokio::test(start_paused = true)]
async fn a_message_that_comes_octet_by_octet_and_never_ends_is_no_sign_of_life() {
    let builder = Client::builder().silence_timeout(MINUTE).answer_timeout(5 * SECOND);
    let (client, end, peer) = running(builder).await;
    let (mut reads, mut writes) = tokio::io::split(peer.0);
    let begin = Instant::now();
    let trickle = tokio::spawn(async move {
        let announced = [0x03, 0xE8, 0xA1].into_iter().chain(std::iter::repeat(0));
        for octet in announced {
            if writes.write_all(&[octet]).await.is_err() {
                return;
            }
            tokio::time::sleep(3 * SECOND).await;
        }
    });
    let reason = end.await.unwrap();
    assert_eq!(reason, CloseReason::Unresponsive { after: MINUTE + 5 * SECOND });
    assert_eq!(begin.elapsed(), MINUTE + 5 * SECOND);
    reads.read_to_end(&mut Vec::new()).await.unwrap();
    trickle.await.unwrap();
    drop(client);
    assert_eq!(Handle::current().metrics().num_alive_tasks(), 0);
}

#[tokio::test(start_paused = true)]
async fn a_restart_with_five_hundred_monitors_ends_each_of_them_with_the_reason() {
    const MONITORS: u32 = 500;
    let (client, end, mut peer) = running(Client::builder()).await;
    let starting = {
        let client = client.clone();
        tokio::spawn(async move {
            join_all((0..MONITORS).map(|_| client.monitor(device(), None))).await
        })
    };
    for reference in 0..MONITORS {
        let start = peer.receive().await;
        let reference = reference.to_be_bytes();
        let started = MonitorStartResult::new(MonitorCrossRefId(OctetString(&reference)));
        peer.send(&result::<MonitorStart>(&start, &started)).await;
    }
    let monitors = starting.await.unwrap();
    // A restart: the connection is closed, and no word is said.
    peer.0.shutdown().await.unwrap();
    let reason = end.await.unwrap();
    assert_eq!(reason, CloseReason::Disconnected("while the association was open"));
    let ended = MonitorItem::Ended(MonitorEnd::Closed(reason));
    for monitor in monitors {
        let items: Vec<MonitorItem> = monitor.unwrap().collect().await;
        assert_eq!(items, std::slice::from_ref(&ended));
    }
    drop(client);
    assert_nothing_is_left(peer).await;
}

#[tokio::test(start_paused = true)]
async fn what_is_no_frame_ends_the_association_with_its_name() {
    for (octets, expected) in [
        (vec![0x10, 0x00, 0xA1], "a frame of 4096 octets, where 1000 are allowed"),
        (hex!("15 03 03 00 02 02 28").to_vec(), "speaks TLS"),
        (hex!("00 04 60 02 80 00").to_vec(), "cannot be understood"),
    ] {
        let builder = Client::builder().receive_limit(1000);
        let (client, end, mut peer) = running(builder).await;
        let request = {
            let client = client.clone();
            tokio::spawn(async move { client.do_not_disturb(device()).await })
        };
        peer.receive().await;
        peer.send_raw(&octets).await;
        let error = request.await.unwrap().unwrap_err();
        assert!(error.may_have_been_done());
        assert!(error.to_string().contains(expected), "{error}");
        // An abort for an error of the protocol.
        assert_eq!(peer.receive().await, hex!("64 06 80 01 00 81 01 02"));
        end.await.unwrap();
        assert_nothing_is_left(peer).await;
    }
}

#[tokio::test(start_paused = true)]
async fn requests_after_the_end_say_why_it_ended() {
    let (client, mut peer) = connected().await;
    peer.send(&hex!("62 03 80 01 00")).await;
    client.closed().await;
    assert_eq!(client.close_reason(), Some(&CloseReason::ReleasedByPeer));
    let error = client.do_not_disturb(device()).await.unwrap_err();
    assert_eq!(error.close_reason(), Some(&CloseReason::ReleasedByPeer));
    assert!(!error.may_have_been_done());
    drop(client);
    assert_nothing_is_left(peer).await;
}
