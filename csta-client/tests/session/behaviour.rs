//! What a session does with a PBX.

use std::time::Duration;

use csta_client::{Client, CloseReason, ErrorKind, Session, SessionItem};
use csta_codec::services::{MakeCall, MakeCallArgument, SnapshotDevice, SnapshotDeviceArgument};
use csta_codec::types::{CdrTransferMode, DeviceId};
use futures::StreamExt;
use kme_private::DeviceCategory;
use pbx_sim::model::{Caller, NetworkAct, UserAct};
use pbx_sim::{Fault, Pbx, Simulator};
use tokio::time::{Instant, sleep};

use crate::office::{SECOND, builder, config, connect, monitor, number, start, until, words};
use crate::view::{View, known_calls};

async fn dial(pbx: &Pbx, from: u16, to: u16) {
    pbx.user(&number(from), UserAct::Dial(number(to))).await.unwrap();
}

fn is_resynchronised(item: &SessionItem) -> bool {
    matches!(item, SessionItem::Resynchronised { .. })
}

#[tokio::test(start_paused = true)]
async fn a_monitor_is_started_resynchronised_and_reports() {
    let pbx = Pbx::spawn(config(3)).unwrap();
    dial(&pbx, 1, 2).await;
    let (session, mut items) = start(builder(), &pbx);
    let id = monitor(&session, 1).await;
    let told = until(&mut items, is_resynchronised).await;
    assert_eq!(words(&told), ["up", "incoming", "restored", "resynchronised"]);
    let Some(SessionItem::Resynchronised { monitor, snapshot }) = told.last() else { panic!() };
    assert_eq!((*monitor, snapshot.calls().count()), (id, 1));
    pbx.user(&number(2), UserAct::Answer).await.unwrap();
    let told = until(&mut items, |_| true).await;
    assert!(matches!(told[..], [SessionItem::Event { monitor, .. }] if monitor == id), "{told:?}");
}

#[tokio::test(start_paused = true)]
async fn monitors_can_be_wanted_before_during_and_after_an_outage() {
    let pbx = Pbx::spawn(config(3)).unwrap();
    pbx.fault(Fault::Restart { lasting: 10 * SECOND, keeps_calls: false }).await.unwrap();
    let (session, mut items) = start(builder(), &pbx);
    let first = monitor(&session, 1).await;
    let gone = monitor(&session, 3).await;
    until(&mut items, |item| matches!(item, SessionItem::LinkDown { .. })).await;
    let second = monitor(&session, 2).await;
    assert!(session.stop_monitor(gone).await.unwrap());
    let told = until(&mut items, |item| matches!(item, SessionItem::LinkUp { .. })).await;
    assert!(words(&told[..told.len() - 1]).iter().all(|word| *word == "down"), "{told:?}");
    let third = monitor(&session, 3).await;
    let mut restored = Vec::new();
    while restored.len() < 3 {
        if let Some(SessionItem::Resynchronised { monitor, .. }) =
            until(&mut items, is_resynchronised).await.last()
        {
            restored.push(*monitor);
        }
    }
    assert_eq!(restored, [first, second, third]);
}

#[tokio::test(start_paused = true)]
async fn devices_are_read_whenever_the_link_comes_up() {
    let pbx = Pbx::spawn(config(30)).unwrap();
    let (_session, mut items) = start(builder().devices([DeviceCategory::Station]), &pbx);
    for _ in 0..2 {
        let told = until(&mut items, |item| matches!(item, SessionItem::Devices { .. })).await;
        let Some(SessionItem::Devices { list: Ok(list), .. }) = told.last() else {
            panic!("{told:?}");
        };
        assert_eq!(list.entries().count(), 30);
        pbx.drop_link().await.unwrap();
    }
}

#[tokio::test(start_paused = true)]
async fn requests_fail_at_once_while_the_link_is_down_or_wait_if_they_may() {
    let pbx = Pbx::spawn(config(2)).unwrap();
    pbx.fault(Fault::Restart { lasting: 5 * SECOND, keeps_calls: false }).await.unwrap();
    let (hasty, mut items) = start(builder(), &pbx);
    let error = hasty.client().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::LinkDown);
    assert_eq!(error.to_string(), "the link to the switch is not up yet");
    until(&mut items, |item| matches!(item, SessionItem::LinkDown { .. })).await;
    let (one, other) = (number(1), number(2));
    let argument =
        MakeCallArgument::new(DeviceId::dialing_number(&one), DeviceId::dialing_number(&other));
    let error = hasty.invoke::<MakeCall>(&argument).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::LinkDown);
    assert!(error.to_string().starts_with("the link to the switch is down: "), "{error}");
    assert!(!error.may_have_been_done());
    drop(hasty);

    let (patient, _items) = start(builder().link_timeout(60 * SECOND), &pbx);
    let begin = Instant::now();
    patient.invoke::<MakeCall>(&argument).await.unwrap();
    assert!(begin.elapsed() >= SECOND);
    assert!(patient.is_up());
}

#[tokio::test(start_paused = true)]
async fn a_released_session_ends_and_lets_others_in() {
    let pbx = Pbx::spawn(config(2)).unwrap();
    for release in [true, false] {
        let (session, mut items) = start(builder(), &pbx);
        until(&mut items, |item| matches!(item, SessionItem::LinkUp { .. })).await;
        let other = session.clone();
        if release {
            session.release().await;
        } else {
            drop((session, other.clone()));
        }
        drop(other);
        let told = until(&mut items, |item| matches!(item, SessionItem::Closed)).await;
        assert_eq!(words(&told), ["incoming", "closed"]); // the status of the switch
        assert!(items.next().await.is_none());
    }
    let (session, _items) = start(builder(), &pbx);
    session.release().await;
    let error = session.monitor(DeviceId::dialing_number("1001"), None).await.unwrap_err();
    assert_eq!(error.to_string(), "the session is closed");
    assert_eq!(session.client().await.unwrap_err().to_string(), "the session is closed");
}

#[tokio::test(start_paused = true)]
async fn a_switch_that_is_taken_is_tried_again_in_a_minute() {
    let pbx = Pbx::spawn(config(2)).unwrap();
    let (client, connection) = Client::builder().connect_with(connect(&pbx)).await.unwrap();
    let other = tokio::spawn(connection.run());
    let (_session, mut items) = start(builder(), &pbx);
    let told = until(&mut items, |_| true).await;
    let [SessionItem::LinkDown { error, retry_in }] = &told[..] else { panic!("{told:?}") };
    assert!(error.to_string().contains("one application at a time"), "{error}");
    assert_eq!(*retry_in, 60 * SECOND);
    let begin = Instant::now();
    client.release();
    other.await.unwrap();
    until(&mut items, |item| matches!(item, SessionItem::LinkUp { .. })).await;
    assert_eq!(begin.elapsed().as_secs(), 60);
}

#[tokio::test(start_paused = true)]
async fn a_pbx_that_falls_silent_is_noticed_and_comes_back() {
    let pbx = Pbx::spawn(config(2)).unwrap();
    let (session, mut items) = start(builder(), &pbx);
    monitor(&session, 1).await;
    until(&mut items, is_resynchronised).await;
    pbx.fault(Fault::Freeze(None)).await.unwrap();
    let told = until(&mut items, |item| matches!(item, SessionItem::LinkDown { .. })).await;
    let Some(SessionItem::LinkDown { error, .. }) = told.last() else { panic!() };
    assert!(matches!(error.close_reason(), Some(CloseReason::Unresponsive { .. })), "{error}");
    pbx.fault(Fault::Thaw).await.unwrap();
    until(&mut items, is_resynchronised).await;
}

#[tokio::test(start_paused = true)]
async fn call_records_of_the_pbx_come_again_after_a_restart() {
    let mut config = config(2);
    config.people.answer_after = Some(SECOND);
    config.people.hang_up_after = Some(SECOND);
    let pbx = Pbx::spawn(config).unwrap();
    let builder = builder().call_records(CdrTransferMode::TransferAtEndOfCall);
    let (_session, mut items) = start(builder, &pbx);
    for _ in 0..2 {
        until(&mut items, |item| matches!(item, SessionItem::CallRecordsStarted(_))).await;
        let (from, to) = (Caller::Number("03012345".to_owned()), number(1));
        pbx.network(NetworkAct::Calls { line: None, from, to }).await.unwrap();
        let told = until(&mut items, |item| matches!(item, SessionItem::CallRecords(_))).await;
        let Some(SessionItem::CallRecords(report)) = told.into_iter().last() else { panic!() };
        assert_eq!(report.argument().get().cdr_info.iter().count(), 1);
        report.confirm();
        sleep(SECOND).await;
        let restart = Fault::Restart { lasting: 5 * SECOND, keeps_calls: false };
        pbx.fault(restart).await.unwrap();
    }
}

#[tokio::test(start_paused = true)]
async fn a_reader_that_is_slow_is_told_so_and_then_knows_all() {
    let mut config = config(20);
    config.people.answer_after = Some(SECOND);
    config.people.hang_up_after = Some(20 * SECOND);
    let pbx = Pbx::spawn(config).unwrap();
    let (session, mut items) = start(builder().item_queue(30), &pbx);
    let mut monitors = Vec::new();
    for index in 1..=20 {
        monitors.push(monitor(&session, index).await);
    }
    for round in 0..5 {
        for index in 1..=10 {
            // Some are busy.
            let _ = pbx.user(&number(index), UserAct::Dial(number(21 - index))).await;
        }
        sleep((5 + round) * SECOND).await;
    }
    pbx.drop_link().await.unwrap();
    sleep(3 * SECOND).await;
    // It reads at last.
    let mut view = View::default();
    let mut lagged = 0;
    while !(lagged > 0 && view.is_sure() && view.monitors.len() == 20) {
        let told = until(&mut items, |_| true).await;
        lagged += usize::from(matches!(told[0], SessionItem::Lagged(_)));
        view.take(&told[0]);
    }
    assert_eq!(lagged, 1);
    for (index, id) in (1..).zip(&monitors) {
        let known = pbx.look(move |model| known_calls(model, &number(index))).await.unwrap();
        assert_eq!(view.monitors[id].calls, known, "{index}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_session_whose_stream_is_dropped_goes_on() {
    let pbx = Pbx::spawn(config(2)).unwrap();
    let (session, items) = start(builder().link_timeout(10 * SECOND).item_queue(4), &pbx);
    drop(items);
    monitor(&session, 1).await;
    for _ in 0..2 {
        sleep(5 * SECOND).await;
        let number = number(1);
        let argument = SnapshotDeviceArgument::new(DeviceId::dialing_number(&number));
        session.invoke::<SnapshotDevice>(&argument).await.unwrap();
        pbx.drop_link().await.unwrap();
    }
}

#[tokio::test(start_paused = true)]
async fn snapshots_that_come_in_pieces_are_put_together() {
    let mut config = config(20);
    config.link.linked_snapshots = true;
    config.extensions[0].call_waiting = true;
    let pbx = Pbx::spawn(config).unwrap();
    dial(&pbx, 2, 1).await;
    dial(&pbx, 3, 1).await;
    let (session, mut items) = start(builder(), &pbx);
    monitor(&session, 1).await;
    let mut view = View::default();
    let told = until(&mut items, is_resynchronised).await;
    told.iter().for_each(|item| view.take(item));
    let known = pbx.look(|model| known_calls(model, &number(1))).await.unwrap();
    assert!(!known.is_empty());
    assert_eq!(view.monitors.values().next().unwrap().calls, known);
}

#[tokio::test(start_paused = true)]
async fn times_without_end_do_no_harm() {
    let pbx = Pbx::spawn(config(2)).unwrap();
    let builder = builder()
        .backoff(Duration::MAX, Duration::MAX)
        .rejected_backoff(Duration::MAX)
        .request_interval(Duration::MAX)
        .retry_interval(Duration::MAX)
        .snapshot_interval(Some(Duration::MAX))
        .call_records(CdrTransferMode::TransferAtEndOfCall)
        .call_records_delay(Duration::MAX)
        .link_timeout(Duration::MAX);
    let (session, mut items) = start(builder, &pbx);
    monitor(&session, 1).await;
    until(&mut items, |item| matches!(item, SessionItem::MonitorRestored(_))).await;
    session.client().await.unwrap();
    pbx.drop_link().await.unwrap();
    until(&mut items, |item| matches!(item, SessionItem::LinkDown { .. })).await;
}

#[tokio::test(start_paused = true)]
async fn there_can_be_only_so_many_monitors() {
    let pbx = Pbx::spawn(config(3)).unwrap();
    let (session, _items) = start(builder().monitor_limit(2), &pbx);
    monitor(&session, 1).await;
    let second = monitor(&session, 2).await;
    let error = session.monitor(DeviceId::dialing_number("1003"), None).await.unwrap_err();
    assert_eq!(error.to_string(), "the session has 2 monitors already");
    session.stop_monitor(second).await.unwrap();
    monitor(&session, 3).await;
}

#[tokio::test]
async fn a_session_over_tcp_comes_back_when_the_pbx_does() {
    let pbx = Simulator::start(config(2), "127.0.0.1:0").await.unwrap();
    let address = pbx.address();
    let builder = Session::builder(Client::builder().address(address.to_string()));
    let (session, mut items) = builder.backoff(SECOND / 100, SECOND / 10).start();
    monitor(&session, 1).await;
    until(&mut items, is_resynchronised).await;
    drop(pbx);
    let is_unreachable = |item: &SessionItem| matches!(item, SessionItem::LinkDown { error, .. } if error.kind() == ErrorKind::Unreachable);
    until(&mut items, is_unreachable).await;
    let pbx = Simulator::start(config(2), address).await.unwrap();
    until(&mut items, is_resynchronised).await;
    dial(&pbx, 1, 2).await;
    until(&mut items, |item| matches!(item, SessionItem::Event { .. })).await;
    session.release().await;
    until(&mut items, |item| matches!(item, SessionItem::Closed)).await;
}
