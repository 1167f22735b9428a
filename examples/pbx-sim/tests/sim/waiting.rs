//! Waiting for a busy telephone, and breaking in.

use pbx_sim::model::{Answer, Failure, Request, UserAct};

use crate::support::Office;

#[test]
fn one_waits_until_the_busy_telephone_is_free() {
    let mut office = Office::finding_busy();
    office.request(Request::CampOn(office.connection("101", 0))).unwrap();
    assert_eq!(office.heard("101"), ["QU 0002/102 101>102 0/1; Connected, campOn"]);
    assert_eq!(office.heard("102"), ["QU 0002/102 101>102 0/1; Queued, campOn"]);
    office.wait_secs(30); // the busy tone does not end the call any more
    assert!(office.is_quiet());
    office.user("102", UserAct::HangUp).unwrap();
    assert_eq!(office.heard("101"), ["DL 0002/102 101>102; Connected, campOn"]);
    assert_eq!(
        office.heard("102"),
        ["CC 0001/102; Null, normalClearing", "DL 0002/102 101>102; Alerting, campOn"]
    );
    office.user("102", UserAct::Answer).unwrap();
    assert_eq!(office.heard("101"), ["ES 0002/102 101>102; Connected, campOn"]);
}

#[test]
fn the_busy_one_can_take_the_call_that_waits() {
    let mut office = Office::finding_busy();
    office.user("101", UserAct::CampOn).unwrap();
    office.forget();
    office.request(Request::Answer(office.connection("102", 1))).unwrap();
    assert_eq!(
        office.heard("102"),
        ["HE 0001/102; Hold, alternate", "ES 0002/102 101>102; Connected, campOn"]
    );
    assert_eq!(office.heard("103"), ["HE 0001/102; Connected, alternate"]);
}

#[test]
fn who_waits_can_give_up() {
    let mut office = Office::finding_busy();
    office.user("101", UserAct::CampOn).unwrap();
    office.forget();
    office.user("101", UserAct::HangUp).unwrap();
    assert_eq!(office.heard("101"), ["CC 0002/101; Null, normalClearing"]);
    assert_eq!(office.heard("102"), ["CC 0002/102; Null, callCancelled"]);
}

#[test]
fn a_caller_is_left_to_wait_by_a_transfer() {
    let mut office = Office::new();
    office.dial("102", "103").unwrap();
    office.user("103", UserAct::Answer).unwrap();
    office.call_in("03012345", "101");
    office.user("101", UserAct::Answer).unwrap();
    office.user("101", UserAct::Transfer).unwrap();
    office.user("101", UserAct::Dial("102".to_owned())).unwrap();
    office.user("101", UserAct::CampOn).unwrap();
    office.forget();
    office.user("101", UserAct::HangUp).unwrap();
    let moved = "TR 0002/101 0003/101 to 102: 0004/T1<0002/T1=03012345 0004/102<0003/102=102";
    assert_eq!(office.heard("101"), [format!("{moved}; Null, transfer")]);
    assert_eq!(office.heard("102"), [format!("{moved}; Queued, transfer")]);
    office.user("102", UserAct::HangUp).unwrap();
    assert_eq!(office.heard("102")[1], "DL 0004/102 03012345>102 via 101 in T1; Alerting, campOn");
}

#[test]
fn waiting_that_does_not_fit_is_refused_for_its_reason() {
    let mut office = Office::finding_busy();
    let camp_on = |office: &mut Office, number, index| {
        let connection = office.connection(number, index);
        office.request(Request::CampOn(connection))
    };
    assert_eq!(camp_on(&mut office, "102", 0), Err(Failure::NoCallToComplete));
    office.user("101", UserAct::CampOn).unwrap();
    assert_eq!(camp_on(&mut office, "102", 1), Err(Failure::InvalidConnectionState));
    office.dial("104", "102").unwrap();
    assert_eq!(camp_on(&mut office, "104", 0), Err(Failure::ResourceBusy)); // one at each
    assert_eq!(office.user("105", UserAct::CampOn), Err(Failure::NoActiveCall));
}

#[test]
fn one_breaks_into_the_call_of_the_busy_telephone() {
    let mut office = Office::finding_busy();
    let own = office.connection("101", 0);
    let Ok(Answer::Joined { call, connections }) = office.request(Request::Intrude(own)) else {
        panic!("not broken in");
    };
    assert_eq!((call, connections.len()), (office.connection("101", 0), 3));
    let joined = "CF 0001/102 0002/101 101 adds 101: 0003/102<0001/102=102 \
                  0003/103<0001/103=103 0003/101<0002/101=101; Connected, intrude";
    for number in ["101", "102", "103"] {
        assert_eq!(office.heard(number), [joined]);
    }
    office.user("101", UserAct::HangUp).unwrap();
    assert_eq!(office.heard("102"), ["CC 0003/101; Connected, normalClearing"]);
}

#[test]
fn one_who_waits_breaks_in() {
    let mut office = Office::finding_busy();
    office.user("101", UserAct::CampOn).unwrap();
    office.forget();
    office.user("101", UserAct::Intrude).unwrap();
    assert_eq!(office.heard("102").len(), 1);
    assert_eq!(office.model.device(office.ext("102")).unwrap().calls().len(), 1);
}

#[test]
fn breaking_in_that_does_not_fit_is_refused_for_its_reason() {
    let mut office = Office::finding_busy();
    let intrude = |office: &mut Office, number| {
        let connection = office.connection(number, 0);
        office.request(Request::Intrude(connection))
    };
    assert_eq!(intrude(&mut office, "103"), Err(Failure::InvalidConnectionState));
    let mut office = Office::with(|config| config.extensions[1].intrusion = false);
    office.dial("102", "103").unwrap();
    office.user("103", UserAct::Answer).unwrap();
    office.dial("101", "102").unwrap();
    assert_eq!(intrude(&mut office, "101"), Err(Failure::PrivilegeViolation));
    let mut office = Office::new();
    office.dial("102", "103").unwrap(); // still rings
    office.dial("101", "102").unwrap();
    assert_eq!(intrude(&mut office, "101"), Err(Failure::RequestIncompatibleWithObject));
    let mut office = Office::new();
    office.user("102", UserAct::Lift).unwrap(); // dial tone is no call
    office.dial("101", "102").unwrap();
    assert_eq!(intrude(&mut office, "101"), Err(Failure::InvalidConnectionState));
}
