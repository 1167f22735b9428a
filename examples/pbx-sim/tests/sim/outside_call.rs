//! Calls to and from the public network.

use std::time::Duration;

use crate::support::Office;
use pbx_sim::Outcome;
use pbx_sim::model::{Caller, Failure, NetworkAct, Request, UserAct};

#[test]
fn an_incoming_call_is_answered_and_ended_outside() {
    let mut office = Office::new();
    office.call_in("03012345", "5551101");
    assert_eq!(
        office.heard_line(1),
        [
            "SI 0001/T1 5551101; Initiated, newCall",
            "DL 0001/101 03012345>101 in T1; Connected, newCall",
        ]
    );
    assert_eq!(office.heard("101"), ["DL 0001/101 03012345>101 in T1; Alerting, newCall"]);
    office.request(Request::Answer(office.connection("101", 0))).unwrap();
    assert_eq!(office.heard("101"), ["ES 0001/101 03012345>101 in T1; Connected, newCall"]);
    assert_eq!(office.heard_line(1), ["ES 0001/101 03012345>101 in T1; Connected, newCall"]);
    office.network(NetworkAct::Releases(office.line(1))).unwrap();
    assert_eq!(
        office.heard("101"),
        ["CC 0001/T1; Connected, normalClearing", "CC 0001/101; Null, normalClearing"]
    );
    assert_eq!(office.heard_line(1), ["CC 0001/T1; Null, normalClearing"]);
}

#[test]
fn an_incoming_call_leaves_a_lifted_handset_blocked() {
    let mut office = Office::with_handsets();
    office.call_in("03012345", "101");
    office.user("101", UserAct::Lift).unwrap();
    office.forget();
    office.network(NetworkAct::Releases(office.line(1))).unwrap();
    office.user("101", UserAct::HangUp).unwrap();
    assert_eq!(
        office.heard("101"),
        [
            "CC 0001/T1; Connected, normalClearing",
            "FA 0001/101 03012345>101 in T1; Fail, blocked",
            "CC 0001/101; Null, normalClearing",
        ]
    );
}

#[test]
fn an_incoming_call_is_given_up_while_it_rings() {
    let mut office = Office::new();
    let call = NetworkAct::Calls { line: None, from: Caller::Withheld, to: "101".to_owned() };
    office.network(call).unwrap();
    office.network(NetworkAct::Releases(office.line(1))).unwrap();
    assert_eq!(
        office.heard("101"),
        ["DL 0001/101 withheld>101 in T1; Alerting, newCall", "CC 0001/101; Null, callCancelled",]
    );
}

#[test]
fn an_incoming_call_to_a_busy_telephone_fails_at_the_line() {
    let mut office = Office::new();
    office.user("101", UserAct::Lift).unwrap();
    office.forget();
    office.call_in("03012345", "101");
    assert_eq!(
        office.heard_line(1),
        [
            "SI 0002/T1 101; Initiated, newCall",
            "FA 0002/101 03012345>101 in T1; Connected, busy",
            "CC 0002/T1; Null, normalClearing",
        ]
    );
    assert_eq!(office.heard("101"), [""; 0]);
}

#[test]
fn an_outside_number_rings_and_is_answered() {
    let mut office = Office::new();
    office.dial("101", "003012345").unwrap();
    assert_eq!(
        office.heard("101"),
        [
            "SI 0001/101; Initiated, newCall",
            "OR 0001/101 101>003012345 out T1; Connected, newCall",
            "NR 0001/T1 101>003012345 out T1; Connected, newCall",
        ]
    );
    assert_eq!(office.heard_line(1), ["NR 0001/T1 101>003012345 out T1; Connected, newCall"]);
    office.wait_secs(5);
    let progress = [
        "DL 0001/T1 101>003012345 out T1; Connected, networkSignal",
        "ES 0001/T1 101>003012345 out T1; Connected, networkSignal",
    ];
    assert_eq!(office.heard("101"), progress);
    assert_eq!(office.heard_line(1), progress);
    office.user("101", UserAct::HangUp).unwrap();
    assert_eq!(office.heard("101"), ["CC 0001/101; Null, normalClearing"]);
    assert_eq!(
        office.heard_line(1),
        ["CC 0001/101; Connected, normalClearing", "CC 0001/T1; Null, normalClearing"]
    );
}

#[test]
fn an_outside_number_can_be_busy() {
    let mut office = Office::with(|config| {
        config.network.numbers = vec![("0301".to_owned(), Outcome::Busy)];
    });
    office.dial("101", "00301").unwrap();
    office.forget();
    office.wait_secs(1);
    assert_eq!(office.heard("101"), ["FA 0001/T1 101>00301 out T1; Connected, busy"]);
    assert_eq!(office.heard_line(1), ["FA 0001/T1 101>00301 out T1; Fail, busy"]);
    office.user("101", UserAct::HangUp).unwrap();
    assert_eq!(office.heard("101"), ["CC 0001/101; Null, normalClearing"]);
    assert_eq!(office.model.calls().count(), 0);
}

#[test]
fn an_analogue_line_tells_nothing_more() {
    let mut office = Office::with(|config| config.trunks[0].progress = false);
    office.dial("101", "00301").unwrap();
    office.forget();
    office.wait_secs(50);
    assert!(office.is_quiet());
}

#[test]
fn a_test_can_play_the_network() {
    let mut office = Office::with(|config| config.network.otherwise = Outcome::Silent);
    office.dial("101", "00301").unwrap();
    office.wait_secs(10);
    office.forget();
    let line = office.line(1);
    office.network(NetworkAct::Rings(line)).unwrap();
    office.network(NetworkAct::Answers(line)).unwrap();
    assert_eq!(office.network(NetworkAct::IsBusy(line)), Err(Failure::InvalidConnectionState));
    assert_eq!(office.heard("101").len(), 2);
}

#[test]
fn a_caller_without_a_line_hears_so() {
    let mut office = Office::with(|config| config.trunks.truncate(1));
    office.call_in("03012345", "105");
    office.dial("101", "00301").unwrap();
    assert_eq!(
        office.heard("101"),
        [
            "SI 0002/101; Initiated, newCall",
            "OR 0002/101 101>00301; Connected, newCall",
            "FA 0002/101 101>00301; Fail, trunksBusy",
        ]
    );
    let call = NetworkAct::Calls { line: None, from: Caller::Unknown, to: "102".to_owned() };
    assert_eq!(office.network(call), Err(Failure::ResourceBusy));
}

#[test]
fn an_outside_number_is_complete_in_time_or_with_the_last_key() {
    let mut office = Office::new();
    office.user("101", UserAct::Dial("0".to_owned())).unwrap();
    office.user("101", UserAct::Dial("4711".to_owned())).unwrap();
    office.forget();
    office.wait(Duration::from_millis(3_900));
    assert!(office.is_quiet());
    office.wait(Duration::from_millis(200));
    assert_eq!(office.heard("101")[0], "OR 0001/101 101>04711 out T1; Connected, newCall");
    office.user("102", UserAct::Dial("04711#".to_owned())).unwrap();
    assert_eq!(office.heard("102")[1], "OR 0002/102 102>04711 out T2; Connected, newCall");
}
