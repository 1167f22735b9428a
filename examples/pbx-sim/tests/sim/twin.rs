//! Super-Twins: 110 on the desk and its cordless telephone, here 110m.

use pbx_sim::model::{Answer, Failure, NetworkAct, Request, UserAct};

use crate::support::Office;

#[test]
fn both_ring_and_the_other_stops_when_one_answers() {
    let mut office = Office::new();
    office.dial("101", "110").unwrap();
    assert_eq!(
        office.heard("101"),
        [
            "SI 0001/101; Initiated, newCall",
            "OR 0001/101 101>110; Connected, newCall",
            "DL 0001/110 101>110; Connected, newCall",
            "DL 0001/110m 101>110; Connected, newCall",
        ]
    );
    assert_eq!(office.heard("110"), ["DL 0001/110 101>110; Alerting, newCall"]);
    assert_eq!(office.heard("110m"), ["DL 0001/110m 101>110; Alerting, newCall"]);
    office.user("110m", UserAct::Answer).unwrap();
    assert_eq!(office.heard("101"), ["ES 0001/110m 101>110; Connected, newCall"]);
    assert_eq!(office.heard("110m"), ["ES 0001/110m 101>110; Connected, newCall"]);
    assert_eq!(office.heard("110"), ["CC 0001/110; Null, callCancelled"]);
}

#[test]
fn both_stop_when_the_caller_gives_up() {
    let mut office = Office::new();
    office.call_in("03012345", "110");
    office.forget();
    office.network(NetworkAct::Releases(office.line(1))).unwrap();
    assert_eq!(office.heard("110"), ["CC 0001/110; Null, callCancelled"]);
    assert_eq!(office.heard("110m"), ["CC 0001/110m; Null, callCancelled"]);
    assert_eq!(office.model.calls().count(), 0);
}

#[test]
fn one_goes_on_ringing_when_the_other_rejects() {
    let mut office = Office::new();
    office.dial("101", "110").unwrap();
    office.forget();
    office.request(Request::ClearConnection(office.connection("110", 0))).unwrap();
    assert_eq!(office.heard("101"), ["CC 0001/110; Connected, normalClearing"]);
    assert_eq!(office.heard("110"), ["CC 0001/110; Null, normalClearing"]);
    assert_eq!(office.heard("110m"), [""; 0]);
    office.user("110m", UserAct::Lift).unwrap();
    assert_eq!(office.heard("101"), ["ES 0001/110m 101>110; Connected, newCall"]);
}

#[test]
fn a_twin_that_talks_makes_both_busy() {
    let mut office = Office::new();
    office.user("110m", UserAct::Lift).unwrap();
    office.user("110m", UserAct::Dial("102".to_owned())).unwrap();
    office.user("102", UserAct::Answer).unwrap();
    office.forget();
    office.dial("101", "110").unwrap();
    assert_eq!(office.heard("101")[2], "FA 0002/110 101>110; Connected, busy");
    assert_eq!((office.heard("110"), office.heard("110m")), (vec![], vec![]));
    let refused = office.request(Request::Intrude(office.connection("101", 0)));
    assert_eq!(refused, Err(Failure::PrivilegeViolation)); // not while the cordless one talks
}

#[test]
fn the_cordless_one_calls_under_the_common_number_when_its_user_agrees() {
    let mut office = Office::new();
    let made = office.dial("110m", "102").unwrap();
    assert_eq!(made, Answer::Connection(office.connection("110m", 0)));
    assert_eq!(office.heard("110m"), ["SI 0001/110m; Initiated, makeCall"]);
    office.user("110m", UserAct::Answer).unwrap();
    assert_eq!(
        office.heard("110m"),
        ["OR 0001/110m 110>102; Connected, newCall", "DL 0001/102 110>102; Connected, newCall"]
    );
    assert_eq!(office.heard("102"), ["DL 0001/102 110>102; Alerting, newCall"]);
    assert_eq!(office.heard("110"), [""; 0]);
    let refused = office.dial("110", "110");
    assert_eq!(refused, Err(Failure::NotDifferentDevices));
}

#[test]
fn a_call_moves_to_the_twin_that_goes_off_hook() {
    let mut office = Office::new();
    office.dial("101", "110").unwrap();
    office.user("110m", UserAct::Answer).unwrap();
    office.forget();
    office.user("110", UserAct::Lift).unwrap();
    assert_eq!(office.heard("110"), ["ES 0001/110 101>110; Connected, redirected"]);
    assert_eq!(office.heard("110m"), ["DV 0001/110m 101>110 to 110; Null, redirected"]);
    assert_eq!(office.heard("101"), ["ES 0001/110 101>110; Connected, redirected"]);
    // Not while somebody is consulted: it has dial tone of its own.
    office.user("110", UserAct::Transfer).unwrap();
    office.forget();
    office.user("110m", UserAct::Lift).unwrap();
    assert_eq!(office.heard("110m"), ["SI 0003/110m; Initiated, newCall"]);
}

#[test]
fn an_answer_by_the_application_rings_on_until_the_cordless_one_is_taken() {
    let mut office = Office::new();
    office.dial("101", "110").unwrap();
    office.forget();
    office.request(Request::Answer(office.connection("110m", 0))).unwrap();
    assert!(office.is_quiet());
    office.user("110m", UserAct::Answer).unwrap();
    assert_eq!(office.heard("101"), ["ES 0001/110m 101>110; Connected, newCall"]);
}
