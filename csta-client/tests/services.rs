//! The services by name, against a peer whose messages are written here, on virtual time.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail that way")]

mod support;

use std::future::Future;

use csta_client::{
    CallRecordItem, CallRecords, Client, ErrorKind, Incoming, Monitor, MonitorEnd, MonitorItem,
    WhenLagging,
};
use csta_codec::events::{EventReport, EventReportArgument};
use csta_codec::services::*;
use csta_codec::types::{
    CdrTransferMode, ForwardingType, MonitorCrossRefId, MonitorFilter, OperationErrors,
    ParticipationType, SystemStatus, UniversalFailure,
};
use csta_codec::{Apdu, Ber, OctetString, Operation, OperationInfo};
use futures::{FutureExt, StreamExt};
use hex_literal::hex;
use support::{
    ACTIVE, HELD, Peer, connected, connection, device, id_of, invoke, listening, result, running,
};

/// That a method invokes an operation with an argument, and hands on that it is refused.
async fn asks<O: Operation, T>(
    peer: &mut Peer,
    method: impl Future<Output = Result<T, csta_client::Error>>,
    argument: O::Argument<'_>,
) {
    let (refused, request) = tokio::join!(method, async {
        let request = peer.receive().await;
        let mut refusal = hex!("A3 0B 02 01 00 02 01 01 A0 03 0A 01 32").to_vec();
        *refusal.get_mut(4).unwrap() = id_of(&request) as u8;
        peer.send(&refusal).await;
        request
    });
    assert_eq!(request, invoke::<O>(id_of(&request), &argument), "{}", O::NAME);
    let error = refused.map(drop).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Refused);
    assert!(error.to_string().starts_with(&format!("the switch refused {}", O::NAME)), "{error}");
}

#[tokio::test(start_paused = true)]
async fn each_method_invokes_its_operation() {
    let (client, mut peer) = connected().await;
    let (c, p) = (&client, &mut peer);
    let (active, held, from, to) =
        (connection(ACTIVE), connection(HELD), device("101"), device("102"));
    asks::<MakeCall, _>(p, c.make_call(from, to), MakeCallArgument::new(from, to)).await;
    asks::<AnswerCall, _>(p, c.answer_call(active), AnswerCallArgument::new(active)).await;
    let argument = ClearConnectionArgument::new(active);
    asks::<ClearConnection, _>(p, c.clear_connection(active), argument).await;
    asks::<ClearCall, _>(p, c.clear_call(active), ClearCallArgument::new(active)).await;
    asks::<HoldCall, _>(p, c.hold_call(active), HoldCallArgument::new(active)).await;
    asks::<RetrieveCall, _>(p, c.retrieve_call(held), RetrieveCallArgument::new(held)).await;
    let argument = ConsultationCallArgument::new(active, to);
    asks::<ConsultationCall, _>(p, c.consultation_call(active, to), argument).await;
    let argument = AlternateCallArgument::new(held, active);
    asks::<AlternateCall, _>(p, c.alternate_call(held, active), argument).await;
    // The only one in which the standard has them the other way round.
    let argument = ReconnectCallArgument::new(active, held);
    asks::<ReconnectCall, _>(p, c.reconnect_call(held, active), argument).await;
    let argument = TransferCallArgument::new(held, active);
    asks::<TransferCall, _>(p, c.transfer_call(held, active), argument).await;
    let argument = ConferenceCallArgument::new(held, active);
    asks::<ConferenceCall, _>(p, c.conference_call(held, active), argument).await;
    let argument = SingleStepTransArgument::new(active, to);
    asks::<SingleStepTrans, _>(p, c.single_step_transfer(active, to), argument).await;
    let mut argument = SingleStepConfArgument::new(active, to);
    argument.participation_type = ParticipationType::Silent;
    let method = c.single_step_conference(active, to, ParticipationType::Silent);
    asks::<SingleStepConf, _>(p, method, argument).await;
    let argument = DeflectCallArgument::new(active, to);
    asks::<DeflectCall, _>(p, c.deflect_call(active, to), argument).await;
    let argument = DirectedPickupCallArgument::new(active, to);
    asks::<DirectedPickupCall, _>(p, c.directed_pickup(active, to), argument).await;
    let mut argument = GroupPickupCallArgument::new(from);
    argument.pick_group = Some(to);
    asks::<GroupPickupCall, _>(p, c.group_pickup(from, Some(to)), argument).await;
    asks::<CallBack, _>(p, c.call_back(active), CallBackArgument::new(active)).await;
    asks::<CamponCall, _>(p, c.camp_on(active), CamponCallArgument::new(active)).await;
    let argument = IntrudeCallArgument::new(active);
    asks::<IntrudeCall, _>(p, c.intrude(active, ParticipationType::Active), argument).await;
    asks::<ParkCall, _>(p, c.park(active, to), ParkCallArgument::new(active, to)).await;
    let argument = DialDigitsArgument::new(active, device("45"));
    asks::<DialDigits, _>(p, c.dial_digits(active, "45"), argument).await;
    let mut argument = GenerateDigitsArgument::new(active, "12#".into());
    argument.digit_mode = Some(DigitMode::Dtmf);
    asks::<GenerateDigits, _>(p, c.generate_digits(active, "12#"), argument).await;
}

#[tokio::test(start_paused = true)]
async fn each_method_for_devices_invokes_its_operation() {
    let (client, mut peer) = connected().await;
    let (c, p) = (&client, &mut peer);
    let (from, to) = (device("101"), device("102"));
    let busy = ForwardingType::ForwardBusy;
    asks::<GetForwarding, _>(p, c.forwarding(from), GetForwardingArgument::new(from)).await;
    let mut argument = SetForwardingArgument::new(from, true);
    (argument.forwarding_type, argument.forward_dn) = (Some(busy), Some(to));
    asks::<SetForwarding, _>(p, c.set_forwarding(from, busy, to), argument).await;
    let mut argument = SetForwardingArgument::new(from, false);
    argument.forwarding_type = Some(busy);
    asks::<SetForwarding, _>(p, c.cancel_forwarding(from, busy), argument).await;
    let argument = GetDoNotDisturbArgument::new(from);
    asks::<GetDoNotDisturb, _>(p, c.do_not_disturb(from), argument).await;
    let argument = SetDoNotDisturbArgument::new(from, true);
    asks::<SetDoNotDisturb, _>(p, c.set_do_not_disturb(from, true), argument).await;
    let argument = CallBackNonCallRelatedArgument::new(from, to);
    asks::<CallBackNonCallRelated, _>(p, c.call_back_device(from, to), argument).await;
    let argument = CancelCallBackArgument::new(from, to);
    asks::<CancelCallBack, _>(p, c.cancel_call_back(from, to), argument).await;
    asks::<GetDisplay, _>(p, c.display(from), GetDisplayArgument::new(from)).await;
    let argument = SetDisplayArgument::new(from, "hello".into());
    asks::<SetDisplay, _>(p, c.set_display(from, "hello"), argument).await;
    let button = OctetString(b"1");
    let argument = ButtonPressArgument::new(from, button);
    asks::<ButtonPress, _>(p, c.button_press(from, button), argument).await;
    let argument = GetMessageWaitingIndicatorArgument::new(from);
    asks::<GetMessageWaitingIndicator, _>(p, c.message_waiting(from), argument).await;
    let argument = SetMessageWaitingIndicatorArgument::new(from, false);
    asks::<SetMessageWaitingIndicator, _>(p, c.set_message_waiting(from, false), argument).await;
    let argument = GetSwitchingFunctionCapsArgument::NoData;
    asks::<GetSwitchingFunctionCapabilities, _>(p, c.capabilities(), argument).await;
    let argument = RequestSysStatArg::new();
    asks::<RequestSysStat, _>(p, c.request_system_status(), argument).await;
    let argument = SnapshotCallArgument::new(connection(ACTIVE));
    asks::<SnapshotCall, _>(p, c.snapshot_call(connection(ACTIVE)), argument).await;
    // One that is not refused.
    let (status, ()) = tokio::join!(c.request_system_status(), async {
        let request = p.receive().await;
        let answer = RequestSysStatRes::new(SystemStatus::OverloadReached);
        p.send(&result::<RequestSysStat>(&request, &answer)).await;
    });
    assert_eq!(status.unwrap(), SystemStatus::OverloadReached);
    let (waiting, ()) = tokio::join!(c.message_waiting(from), async {
        let request = p.receive().await;
        let answer = GetMessageWaitingIndicatorResult::new(true);
        p.send(&result::<GetMessageWaitingIndicator>(&request, &answer)).await;
    });
    assert!(waiting.unwrap());
}

#[tokio::test(start_paused = true)]
async fn an_operation_known_by_name_alone_is_invoked_and_its_result_looked_at() {
    let (client, mut peer) = connected().await;
    let operation = OperationInfo::by_code(GetDoNotDisturb::CODE).unwrap();
    let argument = GetDoNotDisturbArgument::new(device("101"));
    let answer = GetDoNotDisturbResult::new(true);
    let (answered, ()) = tokio::join!(client.invoke_encoded(operation, argument.encode()), async {
        let request = peer.receive().await;
        assert_eq!(request, invoke::<GetDoNotDisturb>(1, &argument));
        peer.send(&result::<GetDoNotDisturb>(&request, &answer)).await;
    });
    let answered = answered.unwrap();
    assert_eq!((answered.result, answered.segments), (Some(answer.encode()), Vec::new()));

    // A result that is none of its type.
    let (answered, ()) = tokio::join!(client.invoke_encoded(operation, argument.encode()), async {
        peer.receive().await;
        peer.send(&hex!("A2 0B 02 01 02 30 06 02 02 0134 05 00")).await;
    });
    let error = answered.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Undecodable);
    assert!(error.to_string().starts_with("the answer to getDoNotDisturb cannot"), "{error}");

    // Of one that is not confirmed, no answer is waited for.
    let report = EventReportArgument::decode(EVENT).unwrap();
    let operation = OperationInfo::by_code(EventReport::CODE).unwrap();
    let sent = client.invoke_encoded(operation, report.encode()).await.unwrap();
    assert_eq!(sent.result, None);
    assert_eq!(peer.receive().await, invoke::<EventReport>(3, &report));
}

/// A monitor that runs under the cross reference 01.
async fn monitored(client: &Client, peer: &mut Peer) -> Monitor {
    let (monitor, ()) = tokio::join!(client.monitor(device("101"), None), async {
        let request = peer.receive().await;
        let started = MonitorStartResult::new(MonitorCrossRefId(OctetString(b"\x01")));
        peer.send(&result::<MonitorStart>(&request, &started)).await;
    });
    monitor.unwrap()
}

/// An event of that monitor.
const EVENT: &[u8] = &hex!(
    "30 29 55 01 01 A0 24 B0 22
     6B 11 30 0F 80 04 30303735 A1 07 30 05 80 03 313131
     63 07 30 05 80 03 313131 4E 01 01 0A 01 16"
);

fn event() -> Vec<u8> {
    invoke::<EventReport>(9, &EventReportArgument::decode(EVENT).unwrap())
}

fn stop(id: i32) -> Vec<u8> {
    let cross_ref = MonitorCrossRefId(OctetString(b"\x01"));
    invoke::<MonitorStop>(id, &MonitorStopArgument::new(cross_ref))
}

#[tokio::test(start_paused = true)]
async fn a_monitor_is_stopped_and_its_filter_changed_on_demand() {
    let (client, mut peer) = connected().await;
    let monitor = monitored(&client, &mut peer).await;
    let filter = MonitorFilter::new();
    let (changed, ()) = tokio::join!(monitor.change_filter(filter), async {
        let request = peer.receive().await;
        let argument =
            ChangeMonitorFilterArgument::new(MonitorCrossRefId(OctetString(b"\x01")), filter);
        assert_eq!(request, invoke::<ChangeMonitorFilter>(2, &argument));
        let mut result_ = ChangeMonitorFilterResult::new();
        result_.actual_filter_list = Some(filter);
        peer.send(&result::<ChangeMonitorFilter>(&request, &result_)).await;
    });
    assert_eq!(changed.unwrap().get().actual_filter_list, Some(filter));
    let (stopped, ()) = tokio::join!(monitor.stop(), async {
        let request = peer.receive().await;
        assert_eq!(request, stop(3));
        peer.send(&result::<MonitorStop>(&request, &MonitorStopResult::NoData)).await;
    });
    stopped.unwrap();
}

#[tokio::test(start_paused = true)]
async fn a_monitor_that_falls_behind_closes_if_it_is_to() {
    let builder = Client::builder().monitor_queue(2).when_lagging(WhenLagging::Close);
    let (client, _end, mut peer) = running(builder).await;
    let mut monitor = monitored(&client, &mut peer).await;
    for _ in 0..3 {
        peer.send(&event()).await;
    }
    assert_eq!(peer.receive().await, stop(2));
    for _ in 0..2 {
        assert!(matches!(monitor.next().await, Some(MonitorItem::Event(_))));
    }
    assert_eq!(monitor.next().await, Some(MonitorItem::Lagged(1)));
    assert_eq!(monitor.next().await, Some(MonitorItem::Ended(MonitorEnd::Overrun)));
    assert_eq!(monitor.next().await, None);
}

#[tokio::test(start_paused = true)]
async fn the_last_word_is_heard_also_by_a_reader_that_is_behind() {
    let (client, _end, mut peer) = running(Client::builder().monitor_queue(1)).await;
    let mut monitor = monitored(&client, &mut peer).await;
    for _ in 0..3 {
        peer.send(&event()).await;
    }
    peer.send_raw(&hex!("64 03 80 01 00")).await;
    client.closed().await;
    assert!(matches!(monitor.next().await, Some(MonitorItem::Event(_))));
    assert_eq!(monitor.next().await, Some(MonitorItem::Lagged(2)));
    assert!(matches!(monitor.next().await, Some(MonitorItem::Ended(MonitorEnd::Closed(_)))));
    assert_eq!(monitor.next().await, None);
}

#[tokio::test(start_paused = true)]
async fn a_reference_given_again_is_not_stopped_by_who_had_it_before() {
    let (client, mut peer) = connected().await;
    let first = monitored(&client, &mut peer).await;
    peer.send(&stop(5)).await; // the switch stops it, and gives the reference again
    peer.receive().await;
    let mut second = monitored(&client, &mut peer).await;
    drop(first);
    peer.send(&event()).await;
    assert!(matches!(second.next().await, Some(MonitorItem::Event(_))));
    drop(second);
    assert_eq!(peer.receive().await, stop(3));
}

#[tokio::test(start_paused = true)]
async fn a_monitor_that_is_dropped_on_its_way_is_stopped() {
    let (client, mut peer) = connected().await;
    for (id, is_answered_before) in [(1, true), (3, false)] {
        let mut start = Box::pin(client.monitor(device("101"), None));
        assert!((&mut start).now_or_never().is_none());
        let request = peer.receive().await;
        assert_eq!(id_of(&request), id);
        let started = MonitorStartResult::new(MonitorCrossRefId(OctetString(b"\x01")));
        let answer = result::<MonitorStart>(&request, &started);
        if is_answered_before {
            peer.send(&answer).await;
            // When this is answered, so is that; but the monitor has not been taken.
            peer.send(support::SYSTEM_STATUS).await;
            peer.receive().await;
            drop(start);
        } else {
            drop(start);
            peer.send(&answer).await;
        }
        assert_eq!(peer.receive().await, stop(id + 1));
    }
}

#[tokio::test(start_paused = true)]
async fn a_monitor_that_starts_too_late_is_stopped() {
    let (client, mut peer) = connected().await;
    for id in [1, 3] {
        let monitor = client.monitor(device("101"), None).await;
        assert_eq!(monitor.unwrap_err().kind(), ErrorKind::TimedOut);
        let request = peer.receive().await;
        assert_eq!(id_of(&request), id);
        let started = MonitorStartResult::new(MonitorCrossRefId(OctetString(b"\x01")));
        peer.send(&result::<MonitorStart>(&request, &started)).await;
        assert_eq!(peer.receive().await, stop(id + 1));
    }
    // But not if its reference is that of one that has been started since.
    let late = client.monitor(device("101"), None).await;
    assert!(late.is_err());
    let request = peer.receive().await;
    let mut monitor = monitored(&client, &mut peer).await;
    let started = MonitorStartResult::new(MonitorCrossRefId(OctetString(b"\x01")));
    peer.send(&result::<MonitorStart>(&request, &started)).await;
    peer.send(&event()).await;
    assert!(matches!(monitor.next().await, Some(MonitorItem::Event(_))));
    drop(monitor);
    assert_eq!(peer.receive().await, stop(7));
}

/// A transmission of call records under the cross reference 01.
async fn records(client: &Client, peer: &mut Peer) -> CallRecords {
    let mode = CdrTransferMode::TransferAtEndOfCall;
    let (records, ()) = tokio::join!(client.call_records(mode), async {
        let request = peer.receive().await;
        let argument = StartCdrTransmissionArgument::new(mode);
        assert_eq!(request, invoke::<StartCdrTransmission>(id_of(&request), &argument));
        let started = StartCdrTransmissionResult::new(OctetString(b"\x00\x01"));
        peer.send(&result::<StartCdrTransmission>(&request, &started)).await;
    });
    records.unwrap()
}

/// A report of one record, as a decoder fitted to a Panasonic switch reads it.
const REPORT: &[u8] = &hex!(
    "A1 63 02 01 03 02 02 01 69 30 5A 04 02 00 01 02 01 01 30 46 30 44
     18 0E 32 30 32 33 31 30 31 39 31 33 31 39 30 32 61 07 30 05 80 03 31 30 31
     62 0B 30 09 80 07 39 31 32 33 34 35 36 66 08 30 06 81 04 01 31 00 01
     86 0E 32 30 32 33 31 30 31 39 31 33 32 30 30 32 87 02 02 58
     7E 09 A1 07 A6 05 AA 03 0A 01 01"
);
const CONFIRMATION: &[u8] = &hex!("A2 0B 02 01 03 30 06 02 02 01 69 05 00");

#[tokio::test(start_paused = true)]
async fn call_records_are_confirmed_by_who_has_taken_them() {
    let (client, mut peer) = connected().await;
    let mut records = records(&client, &mut peer).await;
    peer.send(REPORT).await;
    let Some(CallRecordItem::Report(report)) = records.next().await else { panic!("no report") };
    let duration = report.argument().get().cdr_info.iter().next().unwrap().connection_duration;
    assert_eq!(duration, Some(600));
    report.confirm();
    assert_eq!(peer.receive().await, CONFIRMATION);

    let waiting = CdrNotificationArgument::new(OctetString(b"\x00\x01"));
    peer.send(&invoke::<CdrNotification>(4, &waiting)).await;
    assert!(matches!(records.next().await, Some(CallRecordItem::Stored(None))));
    assert_eq!(peer.receive().await, hex!("A2 0B 02 01 04 30 06 02 02 01 68 05 00"));
    let stored = SendStoredCdrArgument::new(OctetString(b"\x00\x01"));
    asks::<SendStoredCdr, _>(&mut peer, records.send_stored(None), stored).await;

    let stop = StopCdrTransmissionArgument::new(OctetString(b"\x00\x01"));
    drop(records);
    assert_eq!(peer.receive().await, invoke::<StopCdrTransmission>(3, &stop));
}

#[tokio::test(start_paused = true)]
async fn call_records_that_are_not_read_are_turned_away_and_not_lost() {
    let (client, _end, mut peer) = running(Client::builder().monitor_queue(1)).await;
    let mut records = records(&client, &mut peer).await;
    peer.send(REPORT).await;
    peer.send(REPORT).await;
    // Rejected for want of room: resourceLimitation.
    assert_eq!(peer.receive().await, hex!("A4 06 02 01 03 81 01 03"));
    for _ in 0..2 {
        let Some(CallRecordItem::Report(report)) = records.next().await else {
            panic!("no report")
        };
        report.confirm();
        assert_eq!(peer.receive().await, CONFIRMATION);
        peer.send(REPORT).await; // as the switch sends it again
    }
    let stop = StopCdrTransmissionArgument::new(OctetString(b"\x00\x01"));
    peer.send(&invoke::<StopCdrTransmission>(8, &stop)).await;
    assert_eq!(peer.receive().await, hex!("A2 0B 02 01 08 30 06 02 02 01 6C 05 00"));
    assert!(matches!(records.next().await, Some(CallRecordItem::Report(_))));
    let end = records.next().await;
    assert!(matches!(end, Some(CallRecordItem::Ended(MonitorEnd::StoppedBySwitch))), "{end:?}");
}

#[tokio::test(start_paused = true)]
async fn call_records_that_are_refused_stay_in_the_switch_and_their_stop_is_confirmed() {
    let (client, mut peer) = connected().await;
    let mut records = records(&client, &mut peer).await;
    assert_eq!(records.started().get().cdr_cross_ref_id, OctetString(b"\x00\x01"));
    peer.send(REPORT).await;
    let Some(CallRecordItem::Report(report)) = records.next().await else { panic!("no report") };
    report.refuse(&UniversalFailure::Operation(OperationErrors::Generic));
    assert_eq!(peer.receive().await, hex!("A3 0B 02 01 03 02 01 01 A0 03 0A 01 01"));

    let mut stopping = Box::pin(records.stop());
    assert!((&mut stopping).now_or_never().is_none());
    let request = peer.receive().await;
    let stop = StopCdrTransmissionArgument::new(OctetString(b"\x00\x01"));
    assert_eq!(request, invoke::<StopCdrTransmission>(2, &stop));
    assert!((&mut stopping).now_or_never().is_none(), "it is not confirmed yet");
    let stopped = StopCdrTransmissionResult::NoData;
    peer.send(&result::<StopCdrTransmission>(&request, &stopped)).await;
    stopping.await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn a_transmission_of_call_records_that_starts_too_late_is_stopped() {
    let (client, mut peer) = connected().await;
    let late = client.call_records(CdrTransferMode::TransferAtEndOfCall).await;
    assert_eq!(late.unwrap_err().kind(), ErrorKind::TimedOut);
    let first = peer.receive().await;
    let started = StartCdrTransmissionResult::new(OctetString(b"\x00\x01"));
    peer.send(&result::<StartCdrTransmission>(&first, &started)).await;
    let stop = StopCdrTransmissionArgument::new(OctetString(b"\x00\x01"));
    assert_eq!(peer.receive().await, invoke::<StopCdrTransmission>(2, &stop));
    // But not if its reference is that of one that has been started since.
    let late = client.call_records(CdrTransferMode::TransferAtEndOfCall).await;
    assert!(late.is_err());
    let second = peer.receive().await;
    let mut records = records(&client, &mut peer).await;
    peer.send(&result::<StartCdrTransmission>(&second, &started)).await;
    peer.send(REPORT).await;
    let Some(CallRecordItem::Report(report)) = records.next().await else { panic!("no report") };
    report.confirm();
    assert_eq!(peer.receive().await, CONFIRMATION);
}

#[tokio::test(start_paused = true)]
async fn what_comes_early_and_belongs_to_no_stream_that_was_started_is_told() {
    let (client, mut incoming, mut peer) = listening().await;

    let (refused, ()) = tokio::join!(client.monitor(device("101"), None), async {
        let request = peer.receive().await;
        peer.send(&event()).await;
        assert_eq!(id_of(&request), 1);
        peer.send(&hex!("A3 0B 02 01 01 02 01 01 A0 03 0A 01 32")).await;
    });
    assert_eq!(refused.unwrap_err().kind(), ErrorKind::Refused);
    let item = incoming.next().await;
    assert!(matches!(item, Some(Incoming::Event(_))), "{item:?}");

    let starting = client.call_records(CdrTransferMode::TransferAtEndOfCall);
    let (refused, ()) = tokio::join!(starting, async {
        let request = peer.receive().await;
        peer.send(REPORT).await;
        assert_eq!(id_of(&request), 2);
        peer.send(&hex!("A3 0B 02 01 02 02 01 01 A0 03 0A 01 32")).await;
    });
    assert_eq!(refused.unwrap_err().kind(), ErrorKind::Refused);
    let item = incoming.next().await;
    let Some(Incoming::Invoke(invoke)) = item else { panic!("{item:?}") };
    invoke.answer::<CdrReport>(&CdrReportResult::NoData);
    assert_eq!(peer.receive().await, CONFIRMATION);
}

#[tokio::test(start_paused = true)]
async fn a_report_that_overtakes_the_start_of_its_transmission_is_not_lost() {
    let (client, mut peer) = connected().await;
    let starting = client.call_records(CdrTransferMode::TransferAtEndOfCall);
    let (records, ()) = tokio::join!(starting, async {
        let request = peer.receive().await;
        peer.send(REPORT).await;
        let started = StartCdrTransmissionResult::new(OctetString(b"\x00\x01"));
        peer.send(&result::<StartCdrTransmission>(&request, &started)).await;
    });
    let mut records = records.unwrap();
    let Some(CallRecordItem::Report(report)) = records.next().await else { panic!("no report") };
    report.confirm();
    assert_eq!(peer.receive().await, CONFIRMATION);
}

#[tokio::test(start_paused = true)]
async fn operations_that_stay_unanswered_are_limited() {
    let builder = Client::builder().incoming_queue(1);
    let (_client, mut connection, mut peer) = support::connect(builder).await;
    let mut incoming = connection.incoming().unwrap();
    tokio::spawn(connection.run());
    let escape = hex!("A1 0C 02 01 07 02 01 33 30 04 04 02 AABB");
    peer.send(&escape).await;
    let kept = incoming.next().await;
    peer.send(&escape).await;
    assert_eq!(peer.receive().await, hex!("A4 06 02 01 07 81 01 03"));
    drop(kept);
    peer.send(&escape).await;
    let Incoming::Lagged(1) = incoming.next().await.unwrap() else {
        panic!("what was rejected is counted");
    };
    assert!(Apdu::decode(&escape).is_ok());
}
