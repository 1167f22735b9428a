//! What is set at telephones, and what comes of it for calls.

use pbx_sim::model::{
    Caller, Calls, ConnectionState, Failure, ForwardKind, NetworkAct, Request, Setting, UserAct,
    When,
};

use crate::support::Office;

fn set(office: &mut Office, number: &str, setting: Setting) -> Result<(), Failure> {
    let device = office.ext(number);
    office.request(Request::Set(device, setting)).map(drop)
}

fn forwarding(when: When, calls: Calls, to: &str) -> Setting {
    let kind = ForwardKind { when, calls };
    Setting::Forwarding { kind, active: true, to: Some(to.to_owned()), rings: None }
}

fn forward(office: &mut Office, number: &str, when: When, to: &str) {
    set(office, number, forwarding(when, Calls::All, to)).unwrap();
    office.forget();
}

#[test]
fn a_call_that_is_forwarded_always_does_not_ring_where_it_was_dialled() {
    let mut office = Office::new();
    forward(&mut office, "102", When::Always, "103");
    office.dial("101", "102").unwrap();
    assert_eq!(
        office.heard("101"),
        [
            "SI 0001/101; Initiated, newCall",
            "OR 0001/101 101>102; Connected, newCall",
            "DL 0001/103 101>102 via 102; Connected, callForwardImmediate",
        ]
    );
    let diverted = "DV 0001/102 101>102 to 103; Null, callForwardImmediate";
    assert_eq!(office.heard("102"), [diverted]);
    let rings = "DL 0001/103 101>102 via 102; Alerting, callForwardImmediate";
    assert_eq!(office.heard("103"), [rings]);
    office.user("103", UserAct::Answer).unwrap();
    let answered = "ES 0001/103 101>102 via 102; Connected, callForwardImmediate";
    assert_eq!(office.heard("101"), [answered]);
}

#[test]
fn a_call_to_a_busy_telephone_is_forwarded() {
    let mut office = Office::new();
    forward(&mut office, "102", When::Busy, "103");
    office.dial("104", "102").unwrap();
    office.forget();
    office.dial("101", "102").unwrap();
    let diverted = "DV 0002/102 101>102 to 103; Null, callForwardBusy";
    assert_eq!(office.heard("102"), [diverted]);
    let rings = "DL 0002/103 101>102 via 102; Alerting, callForwardBusy";
    assert_eq!(office.heard("103"), [rings]);
}

#[test]
fn a_call_that_nobody_answers_goes_on_and_returns_to_nobody() {
    let mut office = Office::new();
    forward(&mut office, "102", When::NoAnswer, "103");
    office.dial("101", "102").unwrap();
    office.wait_secs(14);
    office.forget();
    office.wait_secs(1);
    let diverted = "DV 0001/102 101>102 to 103; Null, callForwardNoAnswer";
    assert_eq!(office.heard("102"), [diverted]);
    let rings = "DL 0001/103 101>102 via 102; Connected, callForwardNoAnswer";
    assert_eq!(office.heard("101"), [rings]);
    office.wait_secs(30);
    assert_eq!(office.model.snapshot(office.ext("103"))[0].own, ConnectionState::Alerting);
}

#[test]
fn it_rings_as_often_as_is_set_before_a_call_goes_on() {
    let mut office = Office::new();
    let kind = ForwardKind { when: When::NoAnswer, calls: Calls::All };
    let to = Some("103".to_owned());
    let rings = Setting::Forwarding { kind, active: true, to, rings: Some(2) };
    set(&mut office, "102", rings).unwrap();
    office.dial("101", "102").unwrap();
    office.wait_secs(9);
    assert!(office.model.snapshot(office.ext("103")).is_empty());
    office.wait_secs(1);
    assert!(!office.model.snapshot(office.ext("103")).is_empty());
}

#[test]
fn calls_from_within_and_from_outside_are_forwarded_each_in_its_way() {
    let mut office = Office::new();
    set(&mut office, "102", forwarding(When::Always, Calls::Internal, "103")).unwrap();
    set(&mut office, "102", forwarding(When::Always, Calls::External, "104")).unwrap();
    set(&mut office, "102", forwarding(When::Always, Calls::All, "105")).unwrap();
    office.dial("101", "102").unwrap();
    office.call_in("03012345", "102");
    let at = |office: &Office, number| office.model.snapshot(office.ext(number)).len();
    assert_eq!([at(&office, "103"), at(&office, "104"), at(&office, "105")], [1, 1, 0]);
    // Without its own, the one for all calls counts.
    let kind = ForwardKind { when: When::Always, calls: Calls::Internal };
    let off = Setting::Forwarding { kind, active: false, to: None, rings: None };
    set(&mut office, "102", off).unwrap();
    office.dial("106", "102").unwrap();
    assert_eq!(at(&office, "105"), 1);
}

#[test]
fn a_call_is_forwarded_outside() {
    let mut office = Office::new();
    forward(&mut office, "102", When::Always, "003012345");
    office.dial("101", "102").unwrap();
    let seized = "NR 0001/T1 101>102 via 102 out T1; Connected, callForwardImmediate";
    assert_eq!(office.heard("101").last().unwrap(), seized);
    let diverted = "DV 0001/102 101>102 to 003012345; Null, callForwardImmediate";
    assert_eq!(office.heard("102"), [diverted]);
}

#[test]
fn an_outside_call_is_forwarded_outside_only_where_lines_may_be_joined() {
    for allowed in [false, true] {
        let mut office = Office::with(|config| config.trunk_to_trunk = allowed);
        forward(&mut office, "102", When::Always, "00301");
        office.call_in("03012345", "102");
        let rings = !office.model.snapshot(office.ext("102")).is_empty();
        assert_eq!(rings, !allowed);
        assert_eq!(office.model.calls().next().unwrap().1.connections().len(), 2);
    }
}

#[test]
fn forwardings_make_a_chain_and_no_ring() {
    let mut office = Office::new();
    forward(&mut office, "102", When::Always, "103");
    forward(&mut office, "103", When::Always, "104");
    forward(&mut office, "104", When::Always, "102");
    office.dial("101", "102").unwrap();
    // Each sends it on once; then it rings where it began.
    let rings = "DL 0001/102 101>102 via 104; Alerting, callForwardImmediate";
    assert_eq!(office.heard("102").last().unwrap(), rings);
    assert_eq!(office.heard("103").len(), 1);
    assert_eq!(office.heard("104").len(), 1);
}

#[test]
fn a_chain_of_forwardings_ends_somewhere() {
    let mut office = Office::new();
    for number in 102..120 {
        let (from, to) = (number.to_string(), (number + 1).to_string());
        forward(&mut office, &from, When::Always, &to);
    }
    office.dial("101", "102").unwrap();
    let rings = office.model.snapshot(office.ext("112"));
    assert_eq!(rings[0].own, ConnectionState::Alerting);
}

#[test]
fn a_call_that_is_deflected_follows_forwarding() {
    let mut office = Office::new();
    forward(&mut office, "103", When::Always, "104");
    office.dial("101", "102").unwrap();
    let connection = office.connection("102", 0);
    office.request(Request::Deflect { connection, to: "103".to_owned() }).unwrap();
    let rings = "DL 0001/104 101>102 via 103; Alerting, callForwardImmediate";
    assert_eq!(office.heard("104"), [rings]);
}

#[test]
fn who_does_not_want_to_be_disturbed_is_not() {
    let mut office = Office::new();
    set(&mut office, "102", Setting::DoNotDisturb(Some(Calls::All))).unwrap();
    assert_eq!(office.heard("102"), ["set DoNotDisturb(Some(All))"]);
    office.dial("101", "102").unwrap();
    let failed = "FA 0001/102 101>102; Connected, doNotDisturb";
    assert_eq!(office.heard("101").last().unwrap(), failed);
    assert_eq!(office.heard("102"), [""; 0]);
    set(&mut office, "102", Setting::DoNotDisturb(Some(Calls::External))).unwrap();
    office.dial("103", "102").unwrap();
    assert_eq!(office.model.snapshot(office.ext("102")).len(), 1);
}

#[test]
fn forwarding_always_and_do_not_disturb_take_each_others_place() {
    let mut office = Office::new();
    set(&mut office, "102", Setting::DoNotDisturb(Some(Calls::All))).unwrap();
    set(&mut office, "102", forwarding(When::Busy, Calls::All, "103")).unwrap();
    office.forget();
    set(&mut office, "102", forwarding(When::Always, Calls::External, "103")).unwrap();
    let heard = office.heard("102");
    assert_eq!(heard.len(), 2);
    assert_eq!(heard[1], "set DoNotDisturb(None)");
    set(&mut office, "102", Setting::DoNotDisturb(Some(Calls::Internal))).unwrap();
    assert_eq!(office.heard("102").len(), 1); // one for other calls stays
    set(&mut office, "102", Setting::DoNotDisturb(Some(Calls::All))).unwrap();
    assert_eq!(office.heard("102").len(), 2);
    let settings = office.model.settings(office.ext("102")).unwrap();
    let active: Vec<_> =
        settings.forwards().filter(|(_, forward)| forward.active).map(|(kind, _)| kind).collect();
    assert_eq!(active, [ForwardKind { when: When::Busy, calls: Calls::All }]);
}

#[test]
fn what_cannot_be_set_is_refused() {
    let mut office = Office::new();
    let to = |number: &str| forwarding(When::Always, Calls::All, number);
    for nowhere in ["102", "777", "0", "x", ""] {
        let refused = set(&mut office, "102", to(nowhere));
        assert_eq!(refused, Err(Failure::InvalidForwardingDestination), "{nowhere}");
    }
    let kind = ForwardKind { when: When::Always, calls: Calls::All };
    let nowhere = Setting::Forwarding { kind, active: true, to: None, rings: None };
    let refused = set(&mut office, "102", nowhere.clone());
    assert_eq!(refused, Err(Failure::InvalidForwardingDestination));
    set(&mut office, "102", to("103")).unwrap();
    set(&mut office, "102", nowhere).unwrap(); // it is remembered
    let line = office.line(1);
    let refused = office.request(Request::Set(line, to("103"))).unwrap_err();
    assert_eq!(refused, Failure::RequestIncompatibleWithDevice);
}

#[test]
fn a_telephone_answers_by_itself_after_so_many_rings() {
    let mut office = Office::new();
    set(&mut office, "102", Setting::AutoAnswer(Some(2))).unwrap();
    office.dial("101", "102").unwrap();
    office.wait_secs(9);
    office.forget();
    office.wait_secs(1);
    assert_eq!(office.heard("102"), ["ES 0001/102 101>102; Connected, newCall"]);
    let mut office = Office::with_handsets();
    let refused = set(&mut office, "102", Setting::AutoAnswer(Some(0)));
    assert_eq!(refused, Err(Failure::RequestIncompatibleWithDevice));
}

#[test]
fn a_telephone_that_is_unplugged_loses_its_calls_and_is_told_when_it_is_back() {
    let mut office = Office::new();
    office.dial("101", "102").unwrap();
    office.user("102", UserAct::Answer).unwrap();
    office.forget();
    office.user("102", UserAct::Unplug).unwrap();
    assert_eq!(office.heard("102"), ["CC 0001/102; Null, destOutOfOrder", "out of service"]);
    assert_eq!(
        office.heard("101"),
        ["CC 0001/102; Connected, destOutOfOrder", "CC 0001/101; Null, normalClearing"]
    );
    assert_eq!(office.user("102", UserAct::Unplug), Err(Failure::DeviceOutOfService));
    office.dial("101", "102").unwrap();
    let failed = "FA 0002/102 101>102; Connected, destOutOfOrder";
    assert_eq!(office.heard("101").last().unwrap(), failed);
    office.user("102", UserAct::PlugIn).unwrap();
    assert_eq!(office.heard("102"), ["in service"]);
    office.dial("103", "102").unwrap();
    assert_eq!(office.heard("102").len(), 1);
}

#[test]
fn a_line_that_fails_is_not_seized() {
    let mut office = Office::new();
    office.call_in("03012345", "101");
    office.forget();
    let line = office.line(1);
    office.network(NetworkAct::Fails(line)).unwrap();
    assert_eq!(office.heard("101"), ["CC 0001/101; Null, callCancelled"]);
    assert_eq!(office.heard_line(1), ["CC 0001/T1; Null, destOutOfOrder", "out of service"]);
    office.call_in("03012345", "101");
    assert!(!office.heard_line(2).is_empty());
    let calls = NetworkAct::Calls { line: Some(line), from: Caller::Unknown, to: "102".to_owned() };
    assert_eq!(office.network(calls), Err(Failure::ResourceBusy));
    office.network(NetworkAct::IsBack(line)).unwrap();
    assert_eq!(office.heard_line(1), ["in service"]);
}
