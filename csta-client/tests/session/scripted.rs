//! What a session does when the switch does what no simulated PBX does.

use std::io;
use std::time::Duration;

use csta_client::{
    ErrorKind, Incoming, MonitorLoss, Session, SessionBuilder, SessionItem, SessionStream,
};
use csta_codec::events::{
    CallControlEvents, EventReport, EventReportArgument, EventSpecificInfo, HeldEvent,
};
use csta_codec::rose::{Code, Invoke, InvokeId, OperationResult, ReturnError, ReturnResult, Rose};
use csta_codec::services::{
    self, CdrNotification, CdrNotificationArgument, CdrReport, CdrReportArgument, DeviceSnapshot,
    Escape, MonitorStart, MonitorStartResult, MonitorStop, MonitorStopArgument, MonitorStopResult,
    SnapshotDevice, SnapshotDeviceDataArgument, SnapshotDeviceResult, StartCdrTransmission,
    StartCdrTransmissionResult, StopCdrTransmission, StopCdrTransmissionArgument, SystemStatus,
    SystemStatusArg,
};
use csta_codec::types::{
    self, CdrTransferMode, ConnectionId, DeviceId, EventCause, MonitorCrossRefId, OperationErrors,
    SnapshotDeviceData, SubjectDeviceId, UniversalFailure,
};
use csta_codec::{Apdu, Ber, Element, OctetString, Operation, SequenceOf};
use futures::FutureExt;
use hex_literal::hex;
use kme_private::DeviceCategory;
use tokio::io::{DuplexStream, duplex};
use tokio::sync::mpsc;
use tokio::time::{Instant, timeout};

use crate::office::{SECOND, builder, monitor, until, words};
use crate::support::{AARE, Peer, SYSTEM_STATUS, SYSTEM_STATUS_ANSWER};

/// A switch whose part the test plays.
struct Switch {
    connections: mpsc::UnboundedReceiver<DuplexStream>,
}

fn start(builder: SessionBuilder) -> (Session, SessionStream, Switch) {
    let (made, connections) = mpsc::unbounded_channel();
    let (session, items) = builder.start_with(move || {
        let (near, far) = duplex(1 << 16);
        let _ = made.send(far);
        async move { io::Result::Ok(near) }
    });
    (session, items, Switch { connections })
}

impl Switch {
    /// Accepts the next association and reports itself ready.
    async fn accept(&mut self) -> Peer {
        let mut peer = Peer(self.connections.recv().await.unwrap());
        peer.receive().await;
        peer.send(AARE).await;
        peer.send(SYSTEM_STATUS).await;
        assert_eq!(peer.receive().await, SYSTEM_STATUS_ANSWER);
        peer
    }
}

/// The next request, which has to be of this operation.
async fn asked<O: Operation>(peer: &mut Peer) -> InvokeId {
    let apdu = timeout(600 * SECOND, peer.receive()).await.expect(O::NAME);
    match Apdu::decode(&apdu) {
        Ok(Apdu::Rose(Rose::Invoke(invoke))) => {
            assert_eq!(invoke.operation, Code::Local(O::CODE));
            invoke.invoke_id
        }
        other => panic!("{other:?} instead of {}", O::NAME),
    }
}

async fn answer<O: Operation>(peer: &mut Peer, invoke: InvokeId, result: &O::Result<'_>) {
    let result = result.encode();
    let mut answer = ReturnResult::new(invoke);
    let result = Element::decode(&result).unwrap();
    answer.result = Some(OperationResult::new(Code::Local(O::CODE), result));
    peer.send(&Apdu::Rose(Rose::ReturnResult(answer)).encode()).await;
}

async fn refuse(peer: &mut Peer, invoke: InvokeId, error: OperationErrors) {
    let failure = UniversalFailure::Operation(error).encode();
    let mut answer = ReturnError::new(invoke, Code::Local(1));
    answer.parameter = Some(Element::decode(&failure).unwrap());
    peer.send(&Apdu::Rose(Rose::ReturnError(answer)).encode()).await;
}

async fn invoke<O: Operation>(peer: &mut Peer, argument: &O::Argument<'_>) {
    let argument = argument.encode();
    let mut invoke = Invoke::new(77, Code::Local(O::CODE));
    invoke.argument = Some(Element::decode(&argument).unwrap());
    peer.send(&Apdu::Rose(Rose::Invoke(invoke)).encode()).await;
}

fn started(reference: &[u8]) -> MonitorStartResult<'_> {
    MonitorStartResult::new(MonitorCrossRefId(OctetString(reference)))
}

fn no_calls() -> SnapshotDeviceResult<'static> {
    let data = SnapshotDeviceData(SequenceOf::from([].as_slice()));
    SnapshotDeviceResult::new(DeviceSnapshot::SnapshotData(data))
}

/// Starts the monitor that is asked for next, and answers the snapshot.
async fn serve_monitor(peer: &mut Peer, reference: &[u8]) {
    let start = asked::<MonitorStart>(peer).await;
    answer::<MonitorStart>(peer, start, &started(reference)).await;
    let snapshot = asked::<SnapshotDevice>(peer).await;
    answer::<SnapshotDevice>(peer, snapshot, &no_calls()).await;
}

const RESTORED: [&str; 2] = ["restored", "resynchronised"];

#[tokio::test(start_paused = true)]
async fn what_the_switch_refuses_is_tried_again_at_the_interval() {
    let (session, mut items, mut switch) = start(builder());
    monitor(&session, 1).await;
    let mut peer = switch.accept().await;
    until(&mut items, |item| matches!(item, SessionItem::Incoming(_))).await;
    for _ in 0..3 {
        let start = asked::<MonitorStart>(&mut peer).await;
        let refused = Instant::now();
        refuse(&mut peer, start, OperationErrors::InvalidDeviceId).await;
        let told = until(&mut items, |_| true).await;
        let [SessionItem::MonitorLost { loss: MonitorLoss::NotStarted(error), .. }] = &told[..]
        else {
            panic!("{told:?}");
        };
        let invalid = UniversalFailure::Operation(OperationErrors::InvalidDeviceId);
        assert_eq!(error.failure(), Some(invalid));
        assert!(timeout(59 * SECOND, peer.receive()).await.is_err());
        assert_eq!(refused.elapsed().as_secs(), 59);
    }
    serve_monitor(&mut peer, b"ref").await;
    let told = until(&mut items, |item| matches!(item, SessionItem::Resynchronised { .. })).await;
    assert_eq!(words(&told), RESTORED);
}

#[tokio::test(start_paused = true)]
async fn a_monitor_that_the_switch_stops_is_told_and_started_again() {
    let (session, mut items, mut switch) = start(builder());
    let id = monitor(&session, 1).await;
    let mut peer = switch.accept().await;
    serve_monitor(&mut peer, b"one").await;
    until(&mut items, |item| matches!(item, SessionItem::Resynchronised { .. })).await;
    let stop = MonitorStopArgument::new(MonitorCrossRefId(OctetString(b"one")));
    invoke::<MonitorStop>(&mut peer, &stop).await;
    peer.receive().await; // the answer
    let told = until(&mut items, |_| true).await;
    assert!(
        matches!(
            told[..],
            [SessionItem::MonitorLost { monitor, loss: MonitorLoss::StoppedBySwitch }]
                if monitor == id
        ),
        "{told:?}"
    );
    // It is the same one to the application, whatever the switch calls it.
    serve_monitor(&mut peer, b"another").await;
    let told = until(&mut items, |item| matches!(item, SessionItem::Resynchronised { .. })).await;
    assert!(matches!(told[0], SessionItem::MonitorRestored(monitor) if monitor == id));
}

#[tokio::test(start_paused = true)]
async fn one_that_is_not_wanted_any_more_when_it_is_started_is_stopped() {
    let (session, _items, mut switch) = start(builder());
    let id = monitor(&session, 1).await;
    let mut peer = switch.accept().await;
    let start = asked::<MonitorStart>(&mut peer).await;
    assert!(session.stop_monitor(id).await.unwrap());
    assert!(!session.stop_monitor(id).await.unwrap());
    answer::<MonitorStart>(&mut peer, start, &started(b"one")).await;
    let stop = asked::<MonitorStop>(&mut peer).await;
    answer::<MonitorStop>(&mut peer, stop, &MonitorStopResult::NoData).await;
}

#[tokio::test(start_paused = true)]
async fn one_that_is_started_after_its_time_is_stopped_and_started_again() {
    let (session, mut items, mut switch) = start(builder());
    monitor(&session, 1).await;
    let mut peer = switch.accept().await;
    let start = asked::<MonitorStart>(&mut peer).await;
    until(&mut items, |item| matches!(item, SessionItem::MonitorLost { .. })).await;
    answer::<MonitorStart>(&mut peer, start, &started(b"late")).await;
    let stop = asked::<MonitorStop>(&mut peer).await;
    answer::<MonitorStop>(&mut peer, stop, &MonitorStopResult::NoData).await;
    serve_monitor(&mut peer, b"next").await;
}

#[tokio::test(start_paused = true)]
async fn all_is_resynchronised_when_the_switch_has_lost_messages() {
    let (session, mut items, mut switch) = start(builder());
    monitor(&session, 1).await;
    let mut peer = switch.accept().await;
    serve_monitor(&mut peer, b"one").await;
    until(&mut items, |item| matches!(item, SessionItem::Resynchronised { .. })).await;
    let lost = SystemStatusArg::new(types::SystemStatus::MessagesLost);
    invoke::<SystemStatus>(&mut peer, &lost).await;
    peer.receive().await; // the answer
    let snapshot = asked::<SnapshotDevice>(&mut peer).await;
    answer::<SnapshotDevice>(&mut peer, snapshot, &no_calls()).await;
    let told = until(&mut items, |item| matches!(item, SessionItem::Resynchronised { .. })).await;
    assert_eq!(words(&told), ["incoming", "resynchronised"]);
}

#[tokio::test(start_paused = true)]
async fn calls_are_validated_at_the_interval() {
    let (session, mut items, mut switch) = start(builder().snapshot_interval(Some(30 * SECOND)));
    monitor(&session, 1).await;
    let mut peer = switch.accept().await;
    serve_monitor(&mut peer, b"one").await;
    until(&mut items, |item| matches!(item, SessionItem::Resynchronised { .. })).await;
    let begin = Instant::now();
    let snapshot = asked::<SnapshotDevice>(&mut peer).await;
    assert_eq!(begin.elapsed().as_secs(), 30);
    refuse(&mut peer, snapshot, OperationErrors::Generic).await;
    let told = until(&mut items, |_| true).await;
    assert_eq!(words(&told), ["not resynchronised"]);
    asked::<SnapshotDevice>(&mut peer).await;
    assert_eq!(begin.elapsed().as_secs(), 90);
}

#[tokio::test(start_paused = true)]
async fn call_records_are_asked_for_a_minute_after_the_link_came_up() {
    let mode = CdrTransferMode::TransferAtEndOfCall;
    let (session, mut items, mut switch) = start(builder().call_records(mode));
    for reference in [b"first", b"other"] {
        let mut peer = switch.accept().await;
        let begin = Instant::now();
        let start = asked::<StartCdrTransmission>(&mut peer).await;
        assert_eq!(begin.elapsed().as_secs(), 60);
        refuse(&mut peer, start, OperationErrors::Generic).await;
        let told = until(&mut items, |item| matches!(item, SessionItem::CallRecordsLost(_))).await;
        assert!(matches!(told.last(), Some(SessionItem::CallRecordsLost(Some(_)))));
        let start = asked::<StartCdrTransmission>(&mut peer).await;
        assert_eq!(begin.elapsed().as_secs(), 120);
        let reference = OctetString(reference);
        let started = StartCdrTransmissionResult::new(reference);
        answer::<StartCdrTransmission>(&mut peer, start, &started).await;
        let told = until(&mut items, |_| true).await;
        let [SessionItem::CallRecordsStarted(started)] = &told[..] else { panic!("{told:?}") };
        assert_eq!(started.get().cdr_cross_ref_id, reference);
        let stop = StopCdrTransmissionArgument::new(reference);
        invoke::<StopCdrTransmission>(&mut peer, &stop).await;
        peer.receive().await; // the answer
        let told = until(&mut items, |_| true).await;
        assert!(matches!(told[..], [SessionItem::CallRecordsLost(None)]), "{told:?}");
        asked::<StartCdrTransmission>(&mut peer).await;
    }
    drop(session);
}

#[tokio::test(start_paused = true)]
async fn no_more_requests_are_in_flight_than_allowed_and_not_at_once() {
    let interval = Duration::from_millis(100);
    let builder = builder().requests_in_flight(2).request_interval(interval);
    let (session, _items, mut switch) = start(builder);
    for index in 1..=5 {
        monitor(&session, index).await;
    }
    let mut peer = switch.accept().await;
    let begin = Instant::now();
    let first = asked::<MonitorStart>(&mut peer).await;
    asked::<MonitorStart>(&mut peer).await;
    assert_eq!(begin.elapsed(), interval);
    assert!(timeout(SECOND, peer.receive()).await.is_err());
    answer::<MonitorStart>(&mut peer, first, &started(b"1")).await;
    asked::<MonitorStart>(&mut peer).await;
    assert!(timeout(SECOND, peer.receive()).await.is_err());
}

#[tokio::test(start_paused = true)]
async fn what_else_the_switch_sends_is_passed_on() {
    let (_session, mut items, mut switch) = start(builder());
    let mut peer = switch.accept().await;
    let stop = MonitorStopArgument::new(MonitorCrossRefId(OctetString(b"of nobody")));
    invoke::<MonitorStop>(&mut peer, &stop).await;
    let told = until(&mut items, |item| matches!(item, SessionItem::Incoming(Incoming::Invoke(_))));
    let Some(SessionItem::Incoming(Incoming::Invoke(invoke))) = told.await.pop() else {
        panic!("no invoke");
    };
    invoke.answer::<MonitorStop>(&MonitorStopResult::NoData);
    assert_eq!(peer.receive().await[0], 0xA2);
}

#[tokio::test(start_paused = true)]
async fn a_list_of_devices_that_is_refused_is_asked_for_again() {
    let (_session, mut items, mut switch) = start(builder().devices([DeviceCategory::Station]));
    let mut peer = switch.accept().await;
    for seconds in [0, 60] {
        let begin = Instant::now();
        let request = asked::<Escape>(&mut peer).await;
        assert_eq!(begin.elapsed().as_secs(), seconds);
        refuse(&mut peer, request, OperationErrors::Generic).await;
        let told = until(&mut items, |item| matches!(item, SessionItem::Devices { .. })).await;
        let Some(SessionItem::Devices { list: Err(error), .. }) = told.last() else {
            panic!("{told:?}");
        };
        assert_eq!(error.kind(), ErrorKind::Refused);
    }
}

#[tokio::test(start_paused = true)]
async fn a_monitor_whose_asker_went_away_is_not_started() {
    let (session, _items, mut switch) = start(builder());
    let mut peer = switch.accept().await;
    let device = DeviceId::dialing_number("1001");
    assert!(session.monitor(device, None).now_or_never().is_none());
    assert!(timeout(60 * SECOND, peer.receive()).await.is_err());
}

#[tokio::test(start_paused = true)]
async fn a_stop_makes_room_for_others_also_if_it_is_refused_or_not_needed_any_more() {
    let (session, mut items, mut switch) = start(builder().requests_in_flight(1));
    let [first, second] = [monitor(&session, 1).await, monitor(&session, 2).await];
    let mut peer = switch.accept().await;
    for reference in [b"one", b"two"] {
        let start = asked::<MonitorStart>(&mut peer).await;
        answer::<MonitorStart>(&mut peer, start, &started(reference)).await;
    }
    for _ in 0..2 {
        let snapshot = asked::<SnapshotDevice>(&mut peer).await;
        answer::<SnapshotDevice>(&mut peer, snapshot, &no_calls()).await;
        until(&mut items, |item| matches!(item, SessionItem::Resynchronised { .. })).await;
    }
    assert!(session.stop_monitor(first).await.unwrap());
    let stop = asked::<MonitorStop>(&mut peer).await;
    assert!(session.resynchronise(second).await.unwrap());
    assert!(timeout(SECOND, peer.receive()).await.is_err(), "one at a time");
    refuse(&mut peer, stop, OperationErrors::Generic).await;
    let snapshot = asked::<SnapshotDevice>(&mut peer).await;
    // The switch is quicker than the stop, which has to wait.
    assert!(session.stop_monitor(second).await.unwrap());
    let stop = MonitorStopArgument::new(MonitorCrossRefId(OctetString(b"two")));
    invoke::<MonitorStop>(&mut peer, &stop).await;
    peer.receive().await; // the answer
    answer::<SnapshotDevice>(&mut peer, snapshot, &no_calls()).await;
    monitor(&session, 3).await;
    asked::<MonitorStart>(&mut peer).await;
}

#[tokio::test(start_paused = true)]
async fn an_event_of_no_monitor_is_passed_on() {
    let (_session, mut items, mut switch) = start(builder());
    let mut peer = switch.accept().await;
    until(&mut items, |item| matches!(item, SessionItem::Incoming(_))).await;
    report(&mut peer, b"of nobody").await;
    let told = until(&mut items, |_| true).await;
    assert!(matches!(told[..], [SessionItem::Incoming(Incoming::Event(_))]), "{told:?}");
}

#[tokio::test(start_paused = true)]
async fn what_wants_an_answer_is_rejected_when_nobody_reads() {
    let (_session, items, mut switch) = start(builder());
    let mut peer = switch.accept().await;
    drop(items);
    let stop = MonitorStopArgument::new(MonitorCrossRefId(OctetString(b"of nobody")));
    for _ in 0..2 {
        invoke::<MonitorStop>(&mut peer, &stop).await;
        assert_eq!(peer.receive().await, RESOURCE_LIMITATION);
    }
}

/// The reject of what [`invoke`] invokes.
const RESOURCE_LIMITATION: &[u8] = &hex!("A4 06 02 01 4D 81 01 03");

#[tokio::test(start_paused = true)]
async fn call_records_are_confirmed_by_the_application_or_stay_with_the_switch() {
    let mode = CdrTransferMode::TransferAtEndOfCall;
    let builder = builder().call_records(mode).call_records_delay(SECOND).item_queue(1);
    let (_session, mut items, mut switch) = start(builder);
    let mut peer = switch.accept().await;
    let start = asked::<StartCdrTransmission>(&mut peer).await;
    let reference = OctetString(b"cdr");
    let started = StartCdrTransmissionResult::new(reference);
    answer::<StartCdrTransmission>(&mut peer, start, &started).await;
    until(&mut items, |item| matches!(item, SessionItem::CallRecordsStarted(_))).await;
    let report = CdrReportArgument::new(reference, 0, SequenceOf::from([].as_slice()));
    // More than are on their way to the reader and in the queue.
    const REPORTS: u64 = 50;
    let mut rejected = 0;
    for _ in 0..REPORTS {
        invoke::<CdrReport>(&mut peer, &report).await;
    }
    while let Ok(answer) = timeout(SECOND, peer.receive()).await {
        assert_eq!(answer, RESOURCE_LIMITATION);
        rejected += 1;
    }
    assert!(rejected > 0 && rejected < REPORTS, "{rejected}");
    let (mut confirmed, mut lost) = (0, 0);
    while confirmed + lost < REPORTS {
        match until(&mut items, |_| true).await.remove(0) {
            SessionItem::CallRecords(report) => {
                assert_eq!(report.argument().get().number_of_records_sent, 0);
                report.confirm();
                assert_eq!(peer.receive().await, hex!("A2 0B 02 01 4D 30 06 02 02 0169 05 00"));
                confirmed += 1;
            }
            SessionItem::Lagged(more) => lost += more,
            _ => {}
        }
    }
    assert_eq!(lost, rejected);
    let stored = CdrNotificationArgument::new(reference);
    invoke::<CdrNotification>(&mut peer, &stored).await;
    assert_eq!(peer.receive().await, hex!("A2 0B 02 01 4D 30 06 02 02 0168 05 00"));
    until(&mut items, |item| matches!(item, SessionItem::CallRecordsStored(_))).await;
}

/// An event at the device of a monitor.
async fn report(peer: &mut Peer, reference: &[u8]) {
    let call = ConnectionId::new(OctetString(b"0075"), DeviceId::dialing_number("1001"));
    let device = SubjectDeviceId::DeviceIdentifier(DeviceId::dialing_number("1001"));
    let event = HeldEvent::new(call, device, EventCause::Normal);
    let event = EventSpecificInfo::CallControlEvents(CallControlEvents::Held(event));
    let reference = MonitorCrossRefId(OctetString(reference));
    invoke::<EventReport>(peer, &EventReportArgument::new(reference, event)).await;
}

#[tokio::test(start_paused = true)]
async fn a_snapshot_in_segments_is_taken_again_if_something_happens_meanwhile() {
    let (session, mut items, mut switch) = start(builder());
    monitor(&session, 1).await;
    let mut peer = switch.accept().await;
    let start = asked::<MonitorStart>(&mut peer).await;
    answer::<MonitorStart>(&mut peer, start, &started(b"one")).await;
    let reference = OctetString(b"snap");
    let announced = SnapshotDeviceResult::new(DeviceSnapshot::ServiceCrossRefId(reference));
    for happens in [true, false] {
        let snapshot = asked::<SnapshotDevice>(&mut peer).await;
        answer::<SnapshotDevice>(&mut peer, snapshot, &announced).await;
        for last in [false, true] {
            if last && happens {
                report(&mut peer, b"one").await;
            }
            let data = SnapshotDeviceData(SequenceOf::from([].as_slice()));
            let segment = SnapshotDeviceDataArgument::new(reference, last, data);
            invoke::<services::SnapshotDeviceData>(&mut peer, &segment).await;
        }
    }
    let told = until(&mut items, |item| matches!(item, SessionItem::Resynchronised { .. })).await;
    assert_eq!(words(&told), ["up", "incoming", "restored", "event", "resynchronised"]);
}

#[tokio::test(start_paused = true)]
async fn events_stay_in_their_order_while_the_application_starts_monitors_of_its_own() {
    let (session, mut items, mut switch) = start(builder());
    let id = monitor(&session, 1).await;
    let mut peer = switch.accept().await;
    serve_monitor(&mut peer, b"one").await;
    until(&mut items, |item| matches!(item, SessionItem::Resynchronised { .. })).await;
    let client = session.client().await.unwrap();
    let own =
        tokio::spawn(async move { client.monitor(DeviceId::dialing_number("1002"), None).await });
    let start = asked::<MonitorStart>(&mut peer).await;
    assert!(session.resynchronise(id).await.unwrap());
    let snapshot = asked::<SnapshotDevice>(&mut peer).await;
    report(&mut peer, b"one").await;
    answer::<SnapshotDevice>(&mut peer, snapshot, &no_calls()).await;
    let told = until(&mut items, |item| matches!(item, SessionItem::Resynchronised { .. })).await;
    assert_eq!(words(&told), ["event", "resynchronised"]);
    answer::<MonitorStart>(&mut peer, start, &started(b"own")).await;
    assert!(own.await.unwrap().is_ok());
}
