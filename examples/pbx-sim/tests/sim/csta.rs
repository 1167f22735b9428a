//! The services of the switch, in octets.

use csta_codec::rose::Rose;
use csta_codec::services::{
    AlternateCall, AlternateCallArgument, AnswerCall, AnswerCallArgument, ChangeMonitorFilter,
    ChangeMonitorFilterArgument, ClearCall, ClearCallArgument, ClearConnection,
    ClearConnectionArgument, ConferenceCall, ConferenceCallArgument, ConsultationCall,
    ConsultationCallArgument, DeviceSnapshot, HoldCall, HoldCallArgument, MakeCall,
    MakeCallArgument, MonitorStart, MonitorStartArgument, MonitorStop, MonitorStopArgument,
    ParkCall, ParkCallArgument, ReconnectCall, ReconnectCallArgument, RequestSysStat,
    RequestSysStatArg, RetrieveCall, RetrieveCallArgument, SingleStepTrans,
    SingleStepTransArgument, SnapshotCall, SnapshotCallArgument, SnapshotDevice,
    SnapshotDeviceArgument, TransferCall, TransferCallArgument,
};
use csta_codec::types::{
    CallControlEventSet, CallState, ConnectionId, DeviceId, MonitorCrossRefId, MonitorFilter,
    MonitorObject, MonitorType, SimpleCallState,
};
use csta_codec::{Apdu, Ber, OctetString};
use hex_literal::hex;
use pbx_sim::csta::ApplicationId;
use pbx_sim::model::{Caller, NetworkAct, UserAct};

use crate::application::{Application, connection};

fn number(digits: &str) -> DeviceId<'_> {
    DeviceId::dialing_number(digits)
}

fn monitor_of(device: DeviceId<'_>) -> MonitorStartArgument<'_> {
    MonitorStartArgument::new(MonitorObject::DeviceObject(device))
}

fn states(application: &mut Application, digits: &str) -> Vec<SimpleCallState> {
    let argument = SnapshotDeviceArgument::new(number(digits));
    let snapshot = application.invoke::<SnapshotDevice>(&argument).unwrap();
    let DeviceSnapshot::SnapshotData(calls) = snapshot.get().cross_ref_id_or_snapshot_data else {
        panic!("{snapshot:?}");
    };
    let state =
        |call: csta_codec::types::SnapshotDeviceResponseInfo<'_>| match call.local_call_state {
            CallState::SimpleCallState(state) => state,
            other => panic!("{other:?}"),
        };
    calls.0.iter().map(state).collect()
}

#[test]
fn the_switch_speaks_first_and_then_every_two_minutes() {
    let mut application = Application::new();
    application.switch.open(application.now, ApplicationId(1));
    let status = hex!("A1 0C 02 01 01 02 02 00D3 30 03 0A 01 02");
    assert_eq!(application.receive(), [&status[..]]);
    assert!(application.exchange(&hex!("A2 0B 02 01 01 30 06 02 02 00D3 05 00")).is_empty());
    application.wait_secs(119);
    assert!(application.unasked.is_empty());
    application.wait_secs(1);
    assert_eq!(application.unasked, [&hex!("A1 0C 02 01 02 02 02 00D3 30 03 0A 01 02")[..]]);
}

#[test]
fn the_state_of_the_switch_can_be_asked_for() {
    let mut application = Application::new();
    let state = application.invoke::<RequestSysStat>(&RequestSysStatArg::new()).unwrap();
    assert_eq!(state.get().system_status.to_string(), "normal");
}

#[test]
fn a_monitor_is_named_like_its_device() {
    let mut application = Application::new();
    let by_number = hex!("A1 11 02 01 78 02 01 47 30 09 30 05 80 03 313031 A0 00");
    let started = hex!("A2 10 02 01 78 30 0B 02 01 47 30 06 55 04 01110001");
    assert_eq!(application.exchange(&by_number), [&started[..]]);
    let by_device = hex!("A1 12 02 01 05 02 01 47 30 0A 30 06 81 04 01310002 A0 00");
    let started = hex!("A2 10 02 01 05 30 0B 02 01 47 30 06 55 04 01310002");
    assert_eq!(application.exchange(&by_device), [&started[..]]);
    let unknown = hex!("A1 12 02 01 05 02 01 47 30 0A 30 06 81 04 01110065 A0 00");
    let refused = hex!("A3 0B 02 01 05 02 01 01 A0 03 0A 01 0C");
    assert_eq!(application.exchange(&unknown), [&refused[..]]);
}

#[test]
fn monitors_that_cannot_be_are_refused() {
    let mut application = Application::with(|config| config.link.monitor_limit = 2);
    let start = |application: &mut Application, argument: &MonitorStartArgument<'_>| {
        application.refusal::<MonitorStart>(argument)
    };
    application.monitor("101");
    let again = start(&mut application, &monitor_of(DeviceId::device_number(0x0111_0001)));
    assert_eq!(again, "SubscribedResourceAvailability(ObjectMonitorLimitExceeded)");
    let nobody = start(&mut application, &monitor_of(number("999")));
    assert_eq!(nobody, "Operation(InvalidDeviceId)");
    let of_call = MonitorObject::CallObject(connection(b"0001", "101"));
    let of_call = start(&mut application, &MonitorStartArgument::new(of_call));
    assert_eq!(of_call, "Operation(RequestIncompatibleWithObject)");
    let mut by_call = monitor_of(number("102"));
    by_call.monitor_type = Some(MonitorType::Call);
    assert_eq!(start(&mut application, &by_call), "Operation(ParameterNotSupported)");
    application.monitor("102");
    let third = start(&mut application, &monitor_of(number("103")));
    assert_eq!(third, "SystemResourceAvailability(OverallMonitorLimitExceeded)");
}

#[test]
fn a_stopped_monitor_reports_nothing() {
    let mut application = Application::new();
    application.monitor("101");
    application.user("101", UserAct::Lift);
    assert_eq!(application.events(), ["01110001 SI 0001/101 initiated newCall"]);
    let reference = MonitorCrossRefId(OctetString(&[1, 0x11, 0, 1]));
    let stop = MonitorStopArgument::new(reference);
    application.invoke::<MonitorStop>(&stop).unwrap();
    application.user("101", UserAct::HangUp);
    assert_eq!(application.events(), [""; 0]);
    let refused = application.refusal::<MonitorStop>(&stop);
    assert_eq!(refused, "Operation(InvalidMonitorCrossRefId)");
}

#[test]
fn a_set_bit_in_a_filter_suppresses_an_event() {
    let mut application = Application::new();
    let mut argument = monitor_of(number("101"));
    let mut filter = MonitorFilter::new();
    filter.call_control = CallControlEventSet::SERVICE_INITIATED | CallControlEventSet::DELIVERED;
    argument.requested_monitor_filter = Some(filter);
    application.invoke::<MonitorStart>(&argument).unwrap();
    application.make_call("101", "102");
    assert_eq!(application.events(), ["01110001 OR 0001/101 connected newCall"]);
    let reference = MonitorCrossRefId(OctetString(&[1, 0x11, 0, 1]));
    let all = ChangeMonitorFilterArgument::new(reference, MonitorFilter::new());
    application.invoke::<ChangeMonitorFilter>(&all).unwrap();
    application.user("101", UserAct::HangUp);
    application.make_call("104", "101");
    assert_eq!(
        application.events(),
        ["01110001 CC 0001/101 null normalClearing", "01110001 DL 0002/101 alerting newCall",]
    );
}

#[test]
fn an_event_has_the_octets_of_a_live_switch() {
    let mut application = Application::new();
    application.monitor("111");
    application.user("111", UserAct::Lift);
    let expected = hex!(
        "A1 34 02 01 02 02 01 15 30 2C 55 04 0111000B A0 24 B0 22 6B 11 30 0F 80 04 30303031"
        "A1 07 30 05 80 03 313131 63 07 30 05 80 03 313131 4E 01 01 0A 01 16"
    );
    assert_eq!(application.unasked, [&expected[..]]);
}

#[test]
fn a_call_goes_through_all_its_services() {
    let mut application = Application::new();
    application.monitor("101");
    application.monitor("102");
    let call = application.make_call("101", "102");
    assert_eq!(call, b"0001");
    assert_eq!(
        application.events(),
        [
            "01110001 SI 0001/101 initiated newCall",
            "01110001 OR 0001/101 connected newCall",
            "01110001 DL 0001/102 connected newCall",
            "01110002 DL 0001/102 alerting newCall",
        ]
    );
    assert_eq!(states(&mut application, "101"), [SimpleCallState::CallDelivered]);
    assert_eq!(states(&mut application, "102"), [SimpleCallState::CallReceived]);

    let theirs = connection(&call, "102");
    application.invoke::<AnswerCall>(&AnswerCallArgument::new(theirs)).unwrap();
    assert_eq!(
        application.events(),
        ["01110001 ES 0001/102 connected newCall", "01110002 ES 0001/102 connected newCall",]
    );
    assert_eq!(states(&mut application, "101"), [SimpleCallState::CallEstablished]);

    let own = connection(&call, "101");
    application.invoke::<HoldCall>(&HoldCallArgument::new(own)).unwrap();
    assert_eq!(
        application.events(),
        ["01110001 HE 0001/101 hold normal", "01110002 HE 0001/101 connected normal"]
    );
    assert_eq!(states(&mut application, "101"), [SimpleCallState::CallEstablishedHeld]);
    assert_eq!(states(&mut application, "102"), [SimpleCallState::CallEstablishedOnHold]);

    application.invoke::<RetrieveCall>(&RetrieveCallArgument::new(own)).unwrap();
    assert_eq!(
        application.events(),
        ["01110001 RE 0001/101 connected normal", "01110002 RE 0001/101 connected normal"]
    );

    application.invoke::<ClearConnection>(&ClearConnectionArgument::new(own)).unwrap();
    assert_eq!(
        application.events(),
        [
            "01110002 CC 0001/101 connected normalClearing",
            "01110001 CC 0001/101 null normalClearing",
            "01110002 CC 0001/102 null normalClearing",
        ]
    );
    assert_eq!(states(&mut application, "101"), []);
}

#[test]
fn a_make_call_is_answered_before_its_events() {
    let mut application = Application::new();
    application.monitor("101");
    let request =
        hex!("A1 1A 02 01 07 02 01 0A 30 12 30 05 80 03 313031 30 09 80 07 39313233343536");
    let answers = application.exchange(&request);
    let made = hex!("A2 1B 02 01 07 30 16 02 01 0A 30 11 6B 0F 30 0D 80 04 30303031 A1 05");
    // The connection of 101 in call 0001, as the events name it.
    let Apdu::Rose(Rose::ReturnResult(result)) = Apdu::decode(&answers[0]).unwrap() else {
        panic!("{:?}", answers[0]);
    };
    let result: csta_codec::services::MakeCallResult<'_> =
        result.result.unwrap().result.read().unwrap();
    assert_eq!(result.calling_device, connection(b"0001", "101"));
    assert_eq!(answers[0].len(), made.len() + 7);
    assert_eq!(answers.len(), 4);
}

#[test]
fn two_calls_are_alternated_joined_and_brought_together() {
    let mut application = Application::new();
    let consult = |application: &mut Application| {
        let first = application.make_call("101", "102");
        application.user("102", UserAct::Answer);
        let existing = connection(&first, "101");
        let argument = ConsultationCallArgument::new(existing, number("103"));
        let begun = application.invoke::<ConsultationCall>(&argument).unwrap();
        let second = begun.get().initiated_call.call().unwrap().as_bytes().to_vec();
        application.user("103", UserAct::Answer);
        (first, second)
    };
    let (first, second) = consult(&mut application);
    let (held, active) = (connection(&first, "101"), connection(&second, "101"));
    application.invoke::<AlternateCall>(&AlternateCallArgument::new(held, active)).unwrap();
    let joined = application.invoke::<ConferenceCall>(&ConferenceCallArgument::new(active, held));
    let joined = joined.unwrap();
    assert_eq!(joined.get().connections.unwrap().iter().count(), 3);
    let call = joined.get().conference_call;
    application.invoke::<ClearCall>(&ClearCallArgument::new(call)).unwrap();

    let (first, second) = consult(&mut application);
    let (held, active) = (connection(&first, "101"), connection(&second, "101"));
    application.invoke::<ReconnectCall>(&ReconnectCallArgument::new(active, held)).unwrap();
    let argument = SingleStepTransArgument::new(held, number("103"));
    let moved = application.invoke::<SingleStepTrans>(&argument).unwrap();
    let call = moved.get().transferred_call;
    application.invoke::<ClearCall>(&ClearCallArgument::new(call)).unwrap();

    let (first, second) = consult(&mut application);
    let (held, active) = (connection(&first, "101"), connection(&second, "101"));
    let moved = application.invoke::<TransferCall>(&TransferCallArgument::new(held, active));
    assert_eq!(moved.unwrap().get().connections.unwrap().iter().count(), 2);
    assert_eq!(states(&mut application, "101"), []);
    assert_eq!(states(&mut application, "103"), [SimpleCallState::CallEstablished]);
}

#[test]
fn a_conference_of_three_fits_into_a_message() {
    let mut application = Application::new();
    application.monitor("101");
    application.monitor("103");
    application.make_call("101", "102");
    application.user("102", UserAct::Answer);
    application.user("101", UserAct::Transfer);
    application.user("101", UserAct::Dial("103".to_owned()));
    application.user("103", UserAct::Answer);
    application.unasked.clear();
    application.user("101", UserAct::Conference);
    assert!(application.unasked.iter().all(|frame| frame.len() <= 240));
    assert_eq!(
        application.events(),
        ["01110001 CF 0001/101 connected conference", "01110003 CF 0001/101 connected conference",]
    );
}

#[test]
fn a_device_can_be_named_by_its_number_in_requests() {
    let mut application = Application::new();
    let call = application.make_call("101", "102");
    let theirs = ConnectionId::new(call.as_slice().into(), DeviceId::device_number(0x0111_0002));
    application.invoke::<AnswerCall>(&AnswerCallArgument::new(theirs)).unwrap();
    assert_eq!(states(&mut application, "102"), [SimpleCallState::CallEstablished]);
}

#[test]
fn an_incoming_call_tells_its_line() {
    let mut application = Application::new();
    let line = monitor_of(DeviceId::device_number(0x0131_0001));
    application.invoke::<MonitorStart>(&line).unwrap();
    application.monitor("101");
    let call = NetworkAct::Calls {
        line: None,
        from: Caller::Number("03012345".to_owned()),
        to: "101".to_owned(),
    };
    application.network(call);
    let delivered = application.unasked.last().unwrap().clone();
    assert_eq!(
        application.events(),
        [
            "01310001 SI 0001/01310001 initiated newCall",
            "01310001 DL 0001/101 connected newCall",
            "01110001 DL 0001/101 alerting newCall",
        ]
    );
    // associatedCallingDevice: the line by its device number, under an application tag
    let line = hex!("65 08 30 06 81 04 01310001");
    assert!(delivered.windows(line.len()).any(|octets| octets == line));
    let argument = SnapshotCallArgument::new(connection(b"0001", "101"));
    let snapshot = application.invoke::<SnapshotCall>(&argument).unwrap();
    assert!(snapshot.get().associated_calling_device_id.is_some());
}

#[test]
fn snapshots_tell_what_is_left_of_a_call() {
    let mut application = Application::new();
    application.user("101", UserAct::Lift);
    assert_eq!(states(&mut application, "101"), [SimpleCallState::CallPending]);
    application.wait_secs(21);
    assert_eq!(states(&mut application, "101"), [SimpleCallState::CallBlocked]);
    application.make_call("102", "101");
    assert_eq!(states(&mut application, "102"), [SimpleCallState::CallFailed]);
    let nobody = SnapshotDeviceArgument::new(number("999"));
    assert_eq!(application.refusal::<SnapshotDevice>(&nobody), "Operation(InvalidDeviceId)");
}

#[test]
fn requests_are_refused_with_category_and_value() {
    let mut application = Application::new();
    let call = application.make_call("101", "102");
    let own = connection(&call, "101");
    let hold = |application: &mut Application, connection| {
        application.refusal::<HoldCall>(&HoldCallArgument::new(connection))
    };
    let gone = connection(b"0042", "101");
    assert_eq!(hold(&mut application, gone), "StateIncompatibility(NoActiveCall)");
    let malformed = connection(b"42", "101");
    assert_eq!(hold(&mut application, malformed), "Operation(InvalidConnectionId)");
    let line = ConnectionId::new(b"0001".as_slice().into(), DeviceId::device_number(0x0131_0001));
    assert_eq!(hold(&mut application, line), "Operation(InvalidConnectionId)");
    let call_only = ConnectionId::CallId(b"0001".as_slice().into());
    assert_eq!(hold(&mut application, call_only), "Operation(InvalidConnectionId)");
    let retrieve =
        application.refusal::<RetrieveCall>(&RetrieveCallArgument::new(connection(&call, "102")));
    assert_eq!(retrieve, "StateIncompatibility(NoHeldCall)");
    let answer = application.refusal::<AnswerCall>(&AnswerCallArgument::new(own));
    assert_eq!(answer, "StateIncompatibility(NoCallToAnswer)");
    let mut make = |from, to| application.refusal::<MakeCall>(&MakeCallArgument::new(from, to));
    let unknown = make(number("999"), number("101"));
    assert_eq!(unknown, "Operation(InvalidCallingDeviceId)");
    assert_eq!(make(number("103"), number("4")), "Operation(InvalidCalledDeviceId)");
    let talking = make(number("101"), number("103"));
    assert_eq!(talking, "StateIncompatibility(InvalidCallingDeviceState)");
    let line = make(DeviceId::device_number(0x0131_0001), number("103"));
    assert_eq!(line, "Operation(RequestIncompatibleWithCallingDevice)");
    let park = ParkCallArgument::new(own, number("103"));
    assert_eq!(application.refusal::<ParkCall>(&park), "Operation(InvalidParkToDeviceId)");
    application.invoke::<ClearCall>(&ClearCallArgument::new(own)).unwrap();
    let cleared = application.refusal::<ClearCall>(&ClearCallArgument::new(own));
    assert_eq!(cleared, "StateIncompatibility(NoActiveCall)");
}

#[test]
fn what_is_not_understood_is_rejected() {
    let mut application = Application::new();
    // operation 9999
    let unknown = application.exchange(&hex!("A1 09 02 01 09 02 02 270F 05 00"));
    assert_eq!(unknown, [&hex!("A4 06 02 01 09 81 01 01")[..]]);
    // monitorStart with an INTEGER
    let mistyped = application.exchange(&hex!("A1 09 02 01 09 02 01 47 02 01 05"));
    assert_eq!(mistyped, [&hex!("A4 06 02 01 09 81 01 02")[..]]);
    // makeCall without an argument
    let missing = application.exchange(&hex!("A1 06 02 01 09 02 01 0A"));
    assert_eq!(missing, [&hex!("A4 06 02 01 09 81 01 02")[..]]);
    // no APDU at all
    let garbage = application.exchange(b"GET / HTTP/1.1");
    assert!(matches!(Apdu::decode(&garbage[0]), Ok(Apdu::Rose(Rose::Reject(_)))));
    // Answers that nobody asked for are not answered.
    assert!(application.exchange(&hex!("A3 0B 02 01 08 02 01 01 A0 03 0A 01 01")).is_empty());
    assert!(application.exchange(&hex!("A4 06 02 01 09 81 01 01")).is_empty());
}

#[test]
fn indefinite_lengths_and_strings_in_pieces_are_understood() {
    let mut application = Application::new();
    let request = hex!(
        "A1 80 02 01 78 02 01 47 30 80 30 80 A0 80 16 01 31 16 02 3031 00 00 00 00 A0 00 00 00 00 00"
    );
    let started = hex!("A2 10 02 01 78 30 0B 02 01 47 30 06 55 04 01110001");
    assert_eq!(application.exchange(&request), [&started[..]]);
}

#[test]
fn monitors_end_with_the_association_and_calls_do_not() {
    let mut application = Application::new();
    application.monitor("101");
    application.make_call("101", "102");
    application.switch.close(ApplicationId(1));
    application.user("102", UserAct::Answer);
    application.switch.open(application.now, ApplicationId(1));
    let status = hex!("A1 0C 02 01 01 02 02 00D3 30 03 0A 01 02");
    assert_eq!(application.receive(), [&status[..]]);
    assert_eq!(states(&mut application, "101"), [SimpleCallState::CallEstablished]);
    application.unasked.clear();
    application.user("101", UserAct::HangUp);
    assert_eq!(application.events(), [""; 0]);
    application.monitor("101");
}
