//! Conferences by one step, and joining a call.

use pbx_sim::model::{Answer, Failure, Request, UserAct};

use crate::support::Office;

/// 101 talks with 102 in call 0001.
fn talking(office: &mut Office) {
    office.dial("101", "102").unwrap();
    office.user("102", UserAct::Answer).unwrap();
    office.forget();
}

fn add(office: &mut Office, number: &str) -> Result<Answer, Failure> {
    let (active, joining) = (office.connection("101", 0), number.to_owned());
    office.request(Request::SingleStepConference { active, joining })
}

fn join(office: &mut Office, number: &str, prompt: bool) -> Result<Answer, Failure> {
    let (active, joining) = (office.connection("101", 0), office.at(number));
    office.request(Request::Join { active, joining, prompt, silent: false })
}

const MEMBERS: &str =
    "0001/101<0001/101=101 0001/102<0001/102=102 0001/103<0001/103=103; Connected";

#[test]
fn a_telephone_is_added_and_rings_first() {
    let mut office = Office::new();
    talking(&mut office);
    let added = add(&mut office, "103");
    assert_eq!(added, Ok(Answer::Connection(office.connection("103", 0))));
    let rings = "DL 0001/103 101>102";
    assert_eq!(office.heard("101"), [format!("{rings}; Connected, singleStepConference")]);
    assert_eq!(office.heard("102"), [format!("{rings}; Connected, singleStepConference")]);
    assert_eq!(office.heard("103"), [format!("{rings}; Alerting, singleStepConference")]);
    office.user("103", UserAct::Answer).unwrap();
    for number in ["101", "102", "103"] {
        assert_eq!(
            office.heard(number),
            [
                "ES 0001/103 101>102; Connected, singleStepConference".to_owned(),
                format!("CF 0001/101 adds 103: {MEMBERS}, singleStepConference"),
            ]
        );
    }
    office.user("101", UserAct::HangUp).unwrap(); // the others go on
    assert_eq!(office.heard("102"), ["CC 0001/101; Connected, normalClearing"]);
    assert_eq!(office.heard("103"), ["CC 0001/101; Connected, normalClearing"]);
}

#[test]
fn one_who_is_added_and_does_not_answer_changes_nothing() {
    let mut office = Office::new();
    talking(&mut office);
    add(&mut office, "103").unwrap();
    office.forget();
    office.wait_secs(61);
    assert_eq!(office.heard("103"), ["CC 0001/103; Null, alertTimeExpired"]);
    assert_eq!(office.heard("101"), ["CC 0001/103; Connected, alertTimeExpired"]);
    assert_eq!(office.heard("102"), ["CC 0001/103; Connected, alertTimeExpired"]);
}

#[test]
fn one_joins_a_call_at_once() {
    let mut office = Office::new();
    talking(&mut office);
    let joined = join(&mut office, "103", true);
    assert_eq!(joined, Ok(Answer::Connection(office.connection("103", 0))));
    for number in ["101", "102", "103"] {
        assert_eq!(office.heard(number), [format!("CF 0001/103 adds 103: {MEMBERS}, joinCall")]);
    }
}

#[test]
fn one_who_only_listens_is_told_so() {
    let mut office = Office::new();
    talking(&mut office);
    let (active, joining) = (office.connection("101", 0), office.ext("103"));
    office.request(Request::Join { active, joining, prompt: false, silent: true }).unwrap();
    assert_eq!(
        office.heard("103"),
        [format!("CF 0001/103 adds 103: {MEMBERS}, silentParticipation")]
    );
}

#[test]
fn one_who_is_prompted_to_join_is_not_in_the_call_yet() {
    let mut office = Office::with_handsets();
    office.user("101", UserAct::Lift).unwrap();
    office.user("101", UserAct::Dial("102".to_owned())).unwrap();
    office.user("102", UserAct::Lift).unwrap();
    office.forget();
    join(&mut office, "103", true).unwrap();
    assert_eq!(office.heard("103"), ["SI 0001/103; Initiated, joinCall"]);
    assert!(office.is_quiet());
    office.user("103", UserAct::Lift).unwrap();
    assert_eq!(office.heard("101"), [format!("CF 0001/103 adds 103: {MEMBERS}, joinCall")]);
    office.user("103", UserAct::HangUp).unwrap();
    office.forget();

    join(&mut office, "104", true).unwrap();
    office.wait_secs(21);
    assert_eq!(
        office.heard("104"),
        ["SI 0001/104; Initiated, joinCall", "CC 0001/104; Null, callNotAnswered"]
    );
    assert!(office.is_quiet());

    join(&mut office, "104", true).unwrap();
    office.user("101", UserAct::HangUp).unwrap(); // nothing is left to join
    office.user("102", UserAct::HangUp).unwrap();
    assert_eq!(office.heard("104")[1], "CC 0001/104; Null, normalClearing");
    assert_eq!(office.model.calls().count(), 0);
}

#[test]
fn what_cannot_be_joined_is_refused_for_its_reason() {
    let mut office = Office::with(|config| config.conference_limit = 3);
    office.dial("101", "102").unwrap();
    assert_eq!(add(&mut office, "103"), Err(Failure::RequestIncompatibleWithObject)); // rings
    office.user("102", UserAct::Answer).unwrap();
    assert_eq!(add(&mut office, "777"), Err(Failure::InvalidDestination));
    assert_eq!(add(&mut office, "601"), Err(Failure::InvalidDestination));
    assert_eq!(add(&mut office, "102"), Err(Failure::NotDifferentDevices));
    office.user("105", UserAct::Lift).unwrap();
    assert_eq!(add(&mut office, "105"), Err(Failure::InvalidDestinationDeviceState));
    assert_eq!(join(&mut office, "105", false), Err(Failure::InvalidDeviceState));
    assert_eq!(join(&mut office, "601", false), Err(Failure::RequestIncompatibleWithObject));
    assert_eq!(join(&mut office, "102", false), Err(Failure::NotDifferentDevices));
    join(&mut office, "103", false).unwrap();
    assert_eq!(join(&mut office, "104", false), Err(Failure::ConferenceMemberLimitExceeded));
    assert_eq!(add(&mut office, "104"), Err(Failure::ConferenceMemberLimitExceeded));
    office.user("101", UserAct::Hold).unwrap();
    assert_eq!(add(&mut office, "104"), Err(Failure::InvalidConnectionState));
    assert_eq!(join(&mut office, "104", false), Err(Failure::InvalidConnectionState));

    let mut office = Office::with(|config| config.extensions[0].intrusion = false);
    talking(&mut office);
    assert_eq!(join(&mut office, "103", false), Err(Failure::PrivilegeViolation));
}
