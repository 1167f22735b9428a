//! The features of call control, in octets: arguments, results, failures, reports.

use csta_codec::services::{
    AcceptCall, AcceptCallArgument, CallBack, CallBackArgument, CallBackNonCallRelated,
    CallBackNonCallRelatedArgument, CamponCall, CamponCallArgument, CancelCallBack,
    CancelCallBackArgument, ChangeMonitorFilter, ChangeMonitorFilterArgument, ClearConnection,
    ClearConnectionArgument, DeflectCall, DeflectCallArgument, DialDigits, DialDigitsArgument,
    DigitMode, DirectedPickupCall, DirectedPickupCallArgument, GenerateDigits,
    GenerateDigitsArgument, GroupPickupCall, GroupPickupCallArgument, HoldCall, HoldCallArgument,
    IntrudeCall, IntrudeCallArgument, JoinCall, JoinCallArgument, MonitorStart,
    MonitorStartArgument, ParkCall, ParkCallArgument, SendUserInfo, SendUserInfoArgument,
    SingleStepConf, SingleStepConfArgument,
};
use csta_codec::types::{
    CallAssociatedEventSet, ConnectionId, DeviceId, LogicalDeviceFeatureEventSet, MonitorFilter,
    MonitorObject, ParticipationType, UserData,
};
use csta_codec::{Ia5String, OctetString};
use pbx_sim::model::UserAct;

use crate::application::{Application, connection, connection_text, device_text};

fn number(digits: &str) -> DeviceId<'_> {
    DeviceId::dialing_number(digits)
}

/// 102 talks with 103 in call 0001, and 101 finds it busy in call 0002; 101 and 102 are monitored.
fn busy() -> (Application, Vec<u8>) {
    let mut application = Application::new();
    application.make_call("102", "103");
    application.user("103", UserAct::Answer);
    let call = application.make_call("101", "102");
    application.monitor("101");
    application.monitor("102");
    application.unasked.clear();
    (application, call)
}

#[test]
fn a_call_is_parked_and_fetched() {
    let mut application = Application::new();
    for number in ["101", "102", "701"] {
        application.monitor(number);
    }
    let call = application.make_call("102", "101");
    application.user("101", UserAct::Answer);
    application.unasked.clear();
    let park = ParkCallArgument::new(connection(&call, "101"), number("701"));
    let parked = application.invoke::<ParkCall>(&park).unwrap();
    assert_eq!(connection_text(&parked.get().parked_to.unwrap()), "0001/701");
    assert_eq!(
        application.events(),
        [
            "01110001 DV 0001/101 null park",
            "01110002 QU 0001/701 connected park",
            "01630001 QU 0001/701 queued park",
        ]
    );
    let fetch = DirectedPickupCallArgument::new(connection(&call, "701"), number("103"));
    let picked = application.invoke::<DirectedPickupCall>(&fetch).unwrap();
    assert_eq!(connection_text(&picked.get().picked_call.unwrap()), "0001/103");
    assert_eq!(
        application.events(),
        ["01630001 DV 0001/701 null park", "01110002 ES 0001/103 connected park"]
    );
    let again = ParkCallArgument::new(connection(&call, "103"), number("777"));
    assert_eq!(application.refusal::<ParkCall>(&again), "Operation(InvalidParkToDeviceId)");
    let fetch = application.refusal::<DirectedPickupCall>(&fetch);
    assert_eq!(fetch, "Operation(InvalidConnectionId)"); // it is not there any more
}

#[test]
fn a_zone_takes_one_call() {
    let mut application = Application::new();
    for (from, to) in [("101", "102"), ("103", "104")] {
        let call = application.make_call(from, to);
        application.user(to, UserAct::Answer);
        let park = ParkCallArgument::new(connection(&call, to), number("701"));
        match from {
            "101" => drop(application.invoke::<ParkCall>(&park).unwrap()),
            _ => assert_eq!(
                application.refusal::<ParkCall>(&park),
                "StateIncompatibility(InvalidParkToDeviceState)"
            ),
        }
    }
}

#[test]
fn a_call_in_a_pick_up_group_is_taken() {
    let mut application = Application::new();
    application.make_call("111", "102");
    application.monitor("103");
    let mut pick = GroupPickupCallArgument::new(number("103"));
    let picked = application.invoke::<GroupPickupCall>(&pick).unwrap();
    assert_eq!(connection_text(&picked.get().picked_call.unwrap()), "0001/103");
    assert_eq!(application.events(), ["01110003 ES 0001/103 connected callPickup"]);
    let nothing = application.refusal::<GroupPickupCall>(&pick);
    assert_eq!(nothing, "StateIncompatibility(NoCallToAnswer)");
    pick.pick_group = Some(number("601"));
    let no_group = application.refusal::<GroupPickupCall>(&pick);
    assert_eq!(no_group, "Operation(InvalidParameterValue)");
    let nobody = GroupPickupCallArgument::new(number("999"));
    assert_eq!(application.refusal::<GroupPickupCall>(&nobody), "Operation(InvalidDeviceId)");
}

#[test]
fn one_camps_on_a_busy_telephone() {
    let (mut application, call) = busy();
    let camp_on = CamponCallArgument::new(connection(&call, "101"));
    application.invoke::<CamponCall>(&camp_on).unwrap();
    assert_eq!(
        application.events(),
        ["01110001 QU 0002/102 connected campOn", "01110002 QU 0002/102 queued campOn"]
    );
    let again = application.refusal::<CamponCall>(&camp_on);
    assert_eq!(again, "StateIncompatibility(NoCallToComplete)");
    let other = CamponCallArgument::new(connection(&call, "102"));
    let other = application.refusal::<CamponCall>(&other);
    assert_eq!(other, "StateIncompatibility(InvalidConnectionState)");
}

#[test]
fn calling_back_is_asked_for_reported_and_cancelled() {
    let (mut application, call) = busy();
    let wanted = CallBackArgument::new(connection(&call, "101"));
    let set = application.invoke::<CallBack>(&wanted).unwrap();
    assert_eq!(device_text(&set.get().target_device.unwrap()), "102");
    assert_eq!(
        application.events(),
        ["01110001 callBack 101>102 true", "01110001 CC 0002/101 null callBack"]
    );
    let gone = application.refusal::<CallBack>(&wanted);
    assert_eq!(gone, "StateIncompatibility(NoActiveCall)");
    let second = CallBackNonCallRelatedArgument::new(number("101"), number("104"));
    let second = application.refusal::<CallBackNonCallRelated>(&second);
    assert_eq!(second, "Operation(FeatureAlreadySet)");
    let cancel = CancelCallBackArgument::new(number("101"), number("102"));
    application.invoke::<CancelCallBack>(&cancel).unwrap();
    assert_eq!(application.events(), ["01110001 callBack 101>102 false"]);
    let again = application.refusal::<CancelCallBack>(&cancel);
    assert_eq!(again, "StateIncompatibility(NoCallToComplete)");
    let free = CallBackNonCallRelatedArgument::new(number("104"), number("105"));
    application.invoke::<CallBackNonCallRelated>(&free).unwrap();
    let unknown = CallBackNonCallRelatedArgument::new(number("104"), number("999"));
    let unknown = application.refusal::<CallBackNonCallRelated>(&unknown);
    assert_eq!(unknown, "Operation(InvalidDeviceId)");
}

#[test]
fn one_breaks_into_a_call() {
    let (mut application, call) = busy();
    let mut intrude = IntrudeCallArgument::new(connection(&call, "101"));
    intrude.participation_type = ParticipationType::None;
    let silent = application.refusal::<IntrudeCall>(&intrude);
    assert_eq!(silent, "Operation(InvalidParticipationType)");
    intrude.participation_type = ParticipationType::Active;
    let joined = application.invoke::<IntrudeCall>(&intrude).unwrap();
    assert_eq!(connection_text(&joined.get().conferenced_call.unwrap()), "0003/101");
    assert_eq!(
        application.events(),
        ["01110002 CF 0001/102 connected intrude", "01110001 CF 0001/102 connected intrude"]
    );
    let again = IntrudeCallArgument::new(connection(b"0003", "101"));
    let again = application.refusal::<IntrudeCall>(&again);
    assert_eq!(again, "StateIncompatibility(InvalidConnectionState)");
}

#[test]
fn one_breaks_in_only_where_that_is_allowed() {
    let mut application = Application::with(|config| config.extensions[1].intrusion = false);
    application.make_call("102", "103");
    application.user("103", UserAct::Answer);
    let call = application.make_call("101", "102");
    let intrude = IntrudeCallArgument::new(connection(&call, "101"));
    let refused = application.refusal::<IntrudeCall>(&intrude);
    assert_eq!(refused, "Operation(PrivilegeViolationSpecifiedDevice)");
}

#[test]
fn a_telephone_is_added_to_a_call_or_joins_it() {
    let mut application = Application::new();
    application.monitor("101");
    let call = application.make_call("101", "102");
    application.user("102", UserAct::Answer);
    application.unasked.clear();
    let own = connection(&call, "101");
    let add = SingleStepConfArgument::new(own, number("103"));
    let added = application.invoke::<SingleStepConf>(&add).unwrap();
    assert_eq!(connection_text(&added.get().conferenced_call), "0001/103");
    assert_eq!(application.events(), ["01110001 DL 0001/103 connected singleStepConference"]);
    application.user("103", UserAct::Answer);
    assert_eq!(
        application.events(),
        [
            "01110001 ES 0001/103 connected singleStepConference",
            "01110001 CF 0001/101 connected singleStepConference",
        ]
    );
    let mut join = JoinCallArgument::new(own, number("104"));
    join.participation_type = ParticipationType::Silent;
    let joined = application.invoke::<JoinCall>(&join).unwrap();
    assert_eq!(connection_text(&joined.get().conferenced_call), "0001/104");
    assert_eq!(application.events(), ["01110001 CF 0001/104 connected silentParticipation"]);

    let again = application.refusal::<JoinCall>(&join);
    assert_eq!(again, "Operation(NotDifferentDevices)");
    application.user("105", UserAct::Lift);
    let busy = JoinCallArgument::new(own, number("105"));
    let busy = application.refusal::<JoinCall>(&busy);
    assert_eq!(busy, "StateIncompatibility(InvalidDeviceState)");
    let mut quiet = SingleStepConfArgument::new(own, number("106"));
    quiet.participation_type = ParticipationType::Silent;
    let quiet = application.refusal::<SingleStepConf>(&quiet);
    assert_eq!(quiet, "Operation(InvalidParticipationType)");
    let nobody = SingleStepConfArgument::new(own, number("999"));
    let nobody = application.refusal::<SingleStepConf>(&nobody);
    assert_eq!(nobody, "Operation(InvalidDestination)");
}

#[test]
fn a_full_conference_takes_nobody_more() {
    let mut application = Application::with(|config| config.conference_limit = 2);
    let call = application.make_call("101", "102");
    application.user("102", UserAct::Answer);
    let join = JoinCallArgument::new(connection(&call, "101"), number("103"));
    let full = application.refusal::<JoinCall>(&join);
    assert_eq!(full, "SystemResourceAvailability(ConferenceMemberLimitExceeded)");
}

#[test]
fn no_call_has_to_be_accepted() {
    let mut application = Application::new();
    let call = application.make_call("101", "102");
    let accept = AcceptCallArgument::new(connection(&call, "102"));
    let refused = application.refusal::<AcceptCall>(&accept);
    assert_eq!(refused, "StateIncompatibility(InvalidConnectionState)");
    let gone = AcceptCallArgument::new(connection(b"0042", "102"));
    assert_eq!(application.refusal::<AcceptCall>(&gone), "StateIncompatibility(NoActiveCall)");
}

#[test]
fn digits_are_dialled() {
    let mut application = Application::with(|config| config.report_digits = true);
    application.user("101", UserAct::Lift);
    application.monitor("101");
    let own = connection(b"0001", "101");
    application.invoke::<DialDigits>(&DialDigitsArgument::new(own, number("10"))).unwrap();
    assert_eq!(application.events(), ["01110001 DD 0001/101 initiated normal"]);
    let wrong = DialDigitsArgument::new(own, number("x"));
    let wrong = application.refusal::<DialDigits>(&wrong);
    assert_eq!(wrong, "Operation(InvalidCalledDeviceId)");
    application.invoke::<DialDigits>(&DialDigitsArgument::new(own, number("2"))).unwrap();
    assert_eq!(application.events().len(), 3);
    let late = DialDigitsArgument::new(own, number("2"));
    let late = application.refusal::<DialDigits>(&late);
    assert_eq!(late, "StateIncompatibility(InvalidConnectionState)");
}

#[test]
fn digits_are_sent_as_tones_and_reported_unless_suppressed() {
    let mut application = Application::new();
    application.monitor("102");
    let call = application.make_call("101", "102");
    application.user("102", UserAct::Answer);
    application.unasked.clear();
    let own = connection(&call, "101");
    let mut tones = GenerateDigitsArgument::new(own, Ia5String(b"1#"));
    application.invoke::<GenerateDigits>(&tones).unwrap();
    assert_eq!(application.events(), ["01110002 digits 0001/101 1#"]);

    let mut filter = MonitorFilter::new();
    filter.call_associated = CallAssociatedEventSet::DTMF_DIGITS_DETECTED;
    filter.logical_device_feature = LogicalDeviceFeatureEventSet::CALL_BACK;
    let reference = csta_codec::types::MonitorCrossRefId(OctetString(&[1, 0x11, 0, 2]));
    let change = ChangeMonitorFilterArgument::new(reference, filter);
    application.invoke::<ChangeMonitorFilter>(&change).unwrap();
    application.invoke::<GenerateDigits>(&tones).unwrap();
    let call_back = CallBackNonCallRelatedArgument::new(number("102"), number("101"));
    application.invoke::<CallBackNonCallRelated>(&call_back).unwrap();
    assert_eq!(application.events(), [""; 0]);

    tones.digit_mode = Some(DigitMode::RotaryPulse);
    let pulses = application.refusal::<GenerateDigits>(&tones);
    assert_eq!(pulses, "Operation(DigitModeNotSupported)");
    let letters = GenerateDigitsArgument::new(own, Ia5String(b"hello"));
    let letters = application.refusal::<GenerateDigits>(&letters);
    assert_eq!(letters, "Operation(ToneCharacterOutOfRange)");
    application.invoke::<ClearConnection>(&ClearConnectionArgument::new(own)).unwrap();
    tones.digit_mode = None;
    let gone = application.refusal::<GenerateDigits>(&tones);
    assert_eq!(gone, "StateIncompatibility(NoActiveCall)");
}

#[test]
fn data_from_a_user_are_told_to_the_others_unless_suppressed() {
    let mut application = Application::new();
    application.monitor("101");
    application.monitor("102");
    let call = application.make_call("101", "102");
    application.unasked.clear();
    let data = |from, data| {
        SendUserInfoArgument::new(connection(&call, from), UserData(OctetString(data)))
    };
    // While it rings, either way.
    application.invoke::<SendUserInfo>(&data("101", b"order 7")).unwrap();
    application.invoke::<SendUserInfo>(&data("102", b"in a minute")).unwrap();
    assert_eq!(
        application.events(),
        ["01110002 data 0001/101 101 order 7", "01110001 data 0001/102 102 in a minute"]
    );
    application.user("102", UserAct::Answer);
    let most = [0xFF; 128];
    application.invoke::<SendUserInfo>(&data("101", &most)).unwrap();
    let told = application.events().pop().unwrap();
    assert_eq!(told, format!("01110002 data 0001/101 101 {}", r"\xff".repeat(128)));

    let mut filter = MonitorFilter::new();
    filter.call_associated = CallAssociatedEventSet::CALL_INFORMATION;
    let reference = csta_codec::types::MonitorCrossRefId(OctetString(&[1, 0x11, 0, 2]));
    let change = ChangeMonitorFilterArgument::new(reference, filter);
    application.invoke::<ChangeMonitorFilter>(&change).unwrap();
    application.invoke::<SendUserInfo>(&data("101", b"x")).unwrap();
    assert_eq!(application.events(), [""; 0]);

    for wrong in [&b""[..], &[0; 129]] {
        let refused = application.refusal::<SendUserInfo>(&data("101", wrong));
        assert_eq!(refused, "Operation(InvalidParameterValue)");
    }
    let hold = HoldCallArgument::new(connection(&call, "101"));
    application.invoke::<HoldCall>(&hold).unwrap();
    let held = application.refusal::<SendUserInfo>(&data("101", b"x"));
    assert_eq!(held, "StateIncompatibility(InvalidConnectionState)");
    // Who is held gets it all the same.
    application.unasked.clear();
    application.invoke::<SendUserInfo>(&data("102", b"still there?")).unwrap();
    assert_eq!(application.events(), ["01110001 data 0001/102 102 still there?"]);
}

#[test]
fn groups_and_twins_have_monitors_of_their_own() {
    let mut application = Application::new();
    application.monitor("601");
    let cordless = MonitorObject::DeviceObject(DeviceId::device_number(0x0121_000A));
    application.invoke::<MonitorStart>(&MonitorStartArgument::new(cordless)).unwrap();
    application.make_call("101", "601");
    assert_eq!(
        application.events(),
        [
            "01610001 DL 0001/601 alerting enteringDistribution",
            "01610001 DV 0001/601 null distributed",
        ]
    );
    application.make_call("102", "110");
    assert_eq!(application.events(), ["0121000A DL 0002/0121000A alerting newCall"]);
    let ringing = ConnectionId::new(OctetString(b"0002"), DeviceId::device_number(0x0121_000A));
    let deflect = DeflectCallArgument::new(ringing, number("601"));
    application.invoke::<DeflectCall>(&deflect).unwrap(); // all ring, but there is room to wait
    assert_eq!(
        application.events(),
        [
            "0121000A DV 0002/0121000A null redirected",
            "01610001 DL 0002/601 alerting enteringDistribution",
            "01610001 QU 0002/601 queued noAvailableAgents",
        ]
    );
}

#[test]
fn an_outside_party_stays_itself_through_transfers() {
    let mut application = Application::new();
    application.make_call("101", "0030123");
    application.wait_secs(5);
    application.user("101", UserAct::Transfer);
    application.user("101", UserAct::Dial("102".to_owned()));
    application.user("102", UserAct::Answer);
    application.user("101", UserAct::Transfer);
    application.monitor("103");
    application.user("102", UserAct::Transfer);
    application.user("102", UserAct::Dial("103".to_owned()));
    application.user("103", UserAct::Answer);
    application.unasked.clear();
    application.user("102", UserAct::Transfer);
    let frame = application.unasked.last().unwrap().clone();
    // endpoint: the number that was dialled, although 102 was called by transfer
    let outside = b"0030123";
    assert!(frame.windows(outside.len()).any(|octets| octets == outside));
}
