//! Groups with one number: 601 rings at 111, 112 and 113 together, 602 at 114, 115, 116 in turn.

use std::time::Duration;

use pbx_sim::model::{Calls, ForwardKind, NetworkAct, Request, UserAct, When};

use crate::support::Office;

fn busy(office: &mut Office, numbers: &[&str]) {
    for number in numbers {
        office.user(number, UserAct::Lift).unwrap();
    }
    office.forget();
}

#[test]
fn all_members_ring_and_one_answers() {
    let mut office = Office::new();
    office.call_in("03012345", "601");
    assert_eq!(
        office.heard("601"),
        [
            "DL 0001/601 03012345>601 in T1; Alerting, enteringDistribution",
            "DV 0001/601 03012345>601 in T1 to 111; Null, distributed",
        ]
    );
    for member in ["111", "112", "113"] {
        let rings = format!("DL 0001/{member} 03012345>601 via 601 in T1; Alerting, distributed");
        assert_eq!(office.heard(member), [rings]);
    }
    assert_eq!(
        office.heard_line(1),
        [
            "SI 0001/T1 601; Initiated, newCall",
            "DL 0001/601 03012345>601 in T1; Connected, enteringDistribution",
            "DL 0001/111 03012345>601 via 601 in T1; Connected, distributed",
            "DL 0001/112 03012345>601 via 601 in T1; Connected, distributed",
            "DL 0001/113 03012345>601 via 601 in T1; Connected, distributed",
        ]
    );
    office.user("112", UserAct::Answer).unwrap();
    let answers = "ES 0001/112 03012345>601 via 601 in T1; Connected, distributed";
    assert_eq!(office.heard("112"), [answers]);
    assert_eq!(office.heard_line(1), [answers]);
    assert_eq!(office.heard("111"), ["CC 0001/111; Null, callCancelled"]);
    assert_eq!(office.heard("113"), ["CC 0001/113; Null, callCancelled"]);
}

#[test]
fn an_inside_caller_hears_of_every_member() {
    let mut office = Office::new();
    busy(&mut office, &["112"]);
    office.dial("101", "601").unwrap();
    assert_eq!(
        office.heard("101")[2..],
        [
            "DL 0002/601 101>601; Connected, enteringDistribution",
            "DL 0002/111 101>601 via 601; Connected, distributed",
            "DL 0002/113 101>601 via 601; Connected, distributed",
        ]
    );
    assert_eq!(office.heard("112"), [""; 0]);
}

#[test]
fn calls_wait_in_order_and_are_told_their_place() {
    let mut office = Office::new();
    busy(&mut office, &["111", "112", "113"]);
    office.dial("101", "601").unwrap();
    office.dial("102", "601").unwrap();
    assert_eq!(
        office.heard("601"),
        [
            "DL 0004/601 101>601; Alerting, enteringDistribution",
            "QU 0004/601 101>601 0/1; Queued, noAvailableAgents",
            "DL 0005/601 102>601; Alerting, enteringDistribution",
            "QU 0005/601 102>601 1/2; Queued, noAvailableAgents",
        ]
    );
    assert_eq!(office.heard("101")[3], "QU 0004/601 101>601 0/1; Connected, noAvailableAgents");
    office.forget();
    office.user("112", UserAct::HangUp).unwrap();
    assert_eq!(
        office.heard("601"),
        [
            "DV 0004/601 101>601 to 112; Null, distributed",
            "QU 0005/601 102>601 0/1; Queued, remainsInQueue",
        ]
    );
    assert_eq!(
        office.heard("112"),
        ["CC 0002/112; Null, normalClearing", "DL 0004/112 101>601 via 601; Alerting, distributed",]
    );
    assert_eq!(office.heard("102"), ["QU 0005/601 102>601 0/1; Connected, remainsInQueue"]);
}

#[test]
fn who_gives_up_leaves_the_queue() {
    let mut office = Office::new();
    busy(&mut office, &["111", "112", "113"]);
    office.dial("101", "601").unwrap();
    office.dial("102", "601").unwrap();
    office.forget();
    office.user("101", UserAct::HangUp).unwrap();
    assert_eq!(
        office.heard("601"),
        ["CC 0004/601; Null, callCancelled", "QU 0005/601 102>601 0/1; Queued, remainsInQueue",]
    );
}

#[test]
fn a_full_queue_is_busy() {
    let mut office = Office::with(|config| config.groups[0].queue = 0);
    busy(&mut office, &["111", "112", "113"]);
    office.dial("101", "601").unwrap();
    assert_eq!(office.heard("101")[2], "FA 0004/601 101>601; Connected, busy");
    assert_eq!(office.heard("601"), [""; 0]);
}

#[test]
fn nobody_answers_in_a_ring_group_and_the_caller_hears_so() {
    let mut office = Office::new();
    office.dial("101", "601").unwrap();
    office.forget();
    office.wait_secs(21);
    for member in ["111", "112", "113"] {
        let ended = format!("CC 0001/{member}; Null, alertTimeExpired");
        assert_eq!(office.heard(member), [ended]);
    }
    assert_eq!(
        office.heard("101"),
        ["CC 0001/111; Connected, alertTimeExpired", "CC 0001/101; Null, normalClearing"]
    );
}

#[test]
fn members_of_a_hunt_group_ring_in_turn_and_then_voice_mail_answers() {
    let mut office = Office::new();
    busy(&mut office, &["115"]);
    office.dial("101", "602").unwrap();
    assert_eq!(office.heard("114"), ["DL 0002/114 101>602 via 602; Alerting, distributed"]);
    office.wait_secs(20);
    assert_eq!(office.heard("114"), ["DV 0002/114 101>602 via 602 to 116; Null, distributed"]);
    assert_eq!(office.heard("116"), ["DL 0002/116 101>602 via 602; Alerting, distributed"]);
    office.forget();
    office.wait_secs(20);
    assert_eq!(office.heard("116"), ["DV 0002/116 101>602 via 602 to 500; Null, overflow"]);
    assert_eq!(office.heard("101"), ["DL 0002/500 101>602 via 602; Connected, overflow"]);
    office.wait_secs(1);
    assert_eq!(office.heard("101"), ["ES 0002/500 101>602 via 602; Connected, overflow"]);
    assert_eq!(
        office.heard("500"),
        [
            "DL 0002/500 101>602 via 602; Alerting, overflow",
            "ES 0002/500 101>602 via 602; Connected, overflow",
        ]
    );
}

#[test]
fn a_call_overflows_when_it_has_waited_long_enough() {
    let mut office = Office::with(|config| {
        config.groups[0].overflow = Some("105".to_owned());
        config.groups[0].overflow_after = Duration::from_secs(10);
    });
    busy(&mut office, &["111", "112", "113"]);
    office.call_in("03012345", "601");
    office.forget();
    office.wait_secs(11);
    assert_eq!(
        office.heard("601"),
        ["DV 0004/601 03012345>601 in T1 to 105; Null, queueTimeOverflow"]
    );
    let rings = "DL 0004/105 03012345>601 via 601 in T1";
    assert_eq!(office.heard("105"), [format!("{rings}; Alerting, overflow")]);
    assert_eq!(office.heard_line(1), [format!("{rings}; Connected, overflow")]);
}

#[test]
fn a_full_queue_overflows_at_once() {
    let mut office = Office::with(|config| {
        config.groups[0].overflow = Some("105".to_owned());
        config.groups[0].queue = 0;
    });
    busy(&mut office, &["111", "112", "113"]);
    office.dial("101", "601").unwrap();
    assert_eq!(
        office.heard("601"),
        [
            "DL 0004/601 101>601; Alerting, enteringDistribution",
            "DV 0004/601 101>601 to 105; Null, overflow",
        ]
    );
    assert_eq!(office.heard("105"), ["DL 0004/105 101>601 via 601; Alerting, overflow"]);
}

#[test]
fn a_call_is_deflected_from_the_queue() {
    let mut office = Office::new();
    busy(&mut office, &["111", "112", "113"]);
    office.dial("101", "601").unwrap();
    office.forget();
    let (connection, to) = (office.connection("601", 0), "105".to_owned());
    office.request(Request::Deflect { connection, to }).unwrap();
    assert_eq!(office.heard("601"), ["DV 0004/601 101>601 to 105; Null, redirected"]);
    assert_eq!(office.heard("105"), ["DL 0004/105 101>601 via 601; Alerting, redirected"]);
}

#[test]
fn a_member_deflects_and_the_others_ring_no_longer() {
    let mut office = Office::new();
    office.call_in("03012345", "601");
    office.forget();
    let (connection, to) = (office.connection("112", 0), "105".to_owned());
    office.request(Request::Deflect { connection, to }).unwrap();
    assert_eq!(office.heard("112").len(), 1);
    assert_eq!(office.heard("111"), ["CC 0001/111; Null, callCancelled"]);
    assert_eq!(
        office.heard("105"),
        ["DL 0001/105 03012345>601 via 112 in T1; Alerting, redirected"]
    );
    office.network(NetworkAct::Releases(office.line(1))).unwrap();
    assert_eq!(office.model.calls().count(), 0);
}

#[test]
fn a_call_is_transferred_to_a_group_that_is_busy() {
    let mut office = Office::new();
    busy(&mut office, &["111", "112", "113"]);
    office.call_in("03012345", "101");
    office.user("101", UserAct::Answer).unwrap();
    office.forget();
    let (active, to) = (office.connection("101", 0), "601".to_owned());
    office.request(Request::SingleStepTransfer { active, to }).unwrap();
    assert_eq!(
        office.heard("601"),
        [
            "DL 0005/601 03012345>601 via 101 in T1; Alerting, enteringDistribution",
            "QU 0005/601 03012345>601 via 101 in T1 0/1; Queued, noAvailableAgents",
        ]
    );
    office.user("113", UserAct::HangUp).unwrap();
    assert_eq!(
        office.heard("113")[1],
        "DL 0005/113 03012345>601 via 601 in T1; Alerting, distributed"
    );
}

#[test]
fn a_member_that_must_not_be_disturbed_is_left_out_and_a_forwarding_one_rings() {
    let mut office = Office::new();
    office.user("111", UserAct::DoNotDisturb(Some(Calls::All))).unwrap();
    for when in [When::Always, When::NoAnswer] {
        let kind = ForwardKind { when, calls: Calls::All };
        office.user("112", UserAct::Forward(kind, Some("105".to_owned()))).unwrap();
    }
    office.forget();
    office.dial("101", "601").unwrap();
    assert_eq!(office.heard("111"), [""; 0]);
    assert_eq!(office.heard("112"), ["DL 0001/112 101>601 via 601; Alerting, distributed"]);
    office.wait_secs(19);
    assert_eq!(office.heard("105"), [""; 0]);
}
