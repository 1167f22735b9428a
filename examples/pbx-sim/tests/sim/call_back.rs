//! Calling back whoever was busy or did not answer.

use pbx_sim::model::{Answer, Failure, Request, UserAct};

use crate::support::Office;

fn call_back(office: &mut Office, number: &str) -> Result<Answer, Failure> {
    let connection = office.connection(number, 0);
    office.request(Request::CallBack(connection))
}

#[test]
fn the_originator_is_prompted_when_the_busy_telephone_is_free() {
    let mut office = Office::finding_busy();
    assert_eq!(call_back(&mut office, "101"), Ok(Answer::Device(office.ext("102"))));
    assert_eq!(office.heard("101"), ["call back 101>102 set", "CC 0002/101; Null, callBack"]);
    office.user("102", UserAct::HangUp).unwrap();
    assert_eq!(office.heard("101"), ["SI 0003/101; Initiated, callBack"]);
    office.forget();
    office.user("101", UserAct::Lift).unwrap();
    assert_eq!(
        office.heard("101"),
        [
            "OR 0003/101 101>102; Connected, callBack",
            "DL 0003/102 101>102; Connected, callBack",
            "call back 101>102 over",
        ]
    );
    assert_eq!(office.heard("102"), ["DL 0003/102 101>102; Alerting, callBack"]);
    office.user("102", UserAct::Answer).unwrap();
    assert_eq!(office.heard("101"), ["ES 0003/102 101>102; Connected, callBack"]);
}

#[test]
fn a_prompt_that_is_not_taken_ends_it() {
    let mut office = Office::finding_busy();
    office.user("101", UserAct::CallBack).unwrap();
    office.user("102", UserAct::HangUp).unwrap();
    office.forget();
    office.wait_secs(11);
    assert_eq!(
        office.heard("101"),
        ["CC 0003/101; Null, callNotAnswered", "call back 101>102 over"]
    );
    assert!(office.is_quiet());
    assert_eq!(office.model.calls().count(), 0);
}

#[test]
fn who_does_not_answer_has_to_use_the_telephone_first() {
    let mut office = Office::new();
    office.dial("101", "102").unwrap();
    office.forget();
    call_back(&mut office, "101").unwrap();
    assert_eq!(office.heard("102"), ["CC 0001/102; Null, callCancelled"]);
    office.forget();
    office.wait_secs(30);
    assert!(office.is_quiet()); // it is free, but nobody seems to be there
    office.user("102", UserAct::Lift).unwrap();
    office.user("102", UserAct::HangUp).unwrap();
    assert_eq!(office.heard("101"), ["SI 0003/101; Initiated, callBack"]);
}

#[test]
fn it_waits_until_the_originator_is_free_too() {
    let mut office = Office::finding_busy();
    call_back(&mut office, "101").unwrap();
    office.user("101", UserAct::Lift).unwrap();
    office.user("102", UserAct::HangUp).unwrap();
    office.forget();
    office.user("101", UserAct::HangUp).unwrap();
    assert_eq!(
        office.heard("101"),
        ["CC 0003/101; Null, normalClearing", "SI 0004/101; Initiated, callBack"]
    );
}

#[test]
fn those_who_wait_for_one_telephone_are_served_in_turn() {
    let mut office = Office::finding_busy();
    office.dial("104", "102").unwrap();
    call_back(&mut office, "101").unwrap();
    call_back(&mut office, "104").unwrap();
    office.user("102", UserAct::HangUp).unwrap();
    office.forget();
    office.user("101", UserAct::HangUp).unwrap(); // does not want to any more
    assert_eq!(
        office.heard("101"),
        ["CC 0004/101; Null, normalClearing", "call back 101>102 over"]
    );
    assert_eq!(office.heard("104"), ["SI 0005/104; Initiated, callBack"]);
}

#[test]
fn it_can_be_set_without_a_call_and_cancelled() {
    let mut office = Office::new();
    office.dial("102", "103").unwrap();
    office.forget();
    let (originator, target) = (office.ext("101"), office.ext("102"));
    office.request(Request::SetCallBack { originator, target }).unwrap();
    assert_eq!(office.heard("101"), ["call back 101>102 set"]);
    let again = office.request(Request::SetCallBack { originator, target: office.ext("104") });
    assert_eq!(again, Err(Failure::FeatureAlreadySet));
    let other = office.request(Request::CancelCallBack { originator, target: office.ext("104") });
    assert_eq!(other, Err(Failure::NoCallToComplete));
    office.request(Request::CancelCallBack { originator, target }).unwrap();
    assert_eq!(office.heard("101"), ["call back 101>102 over"]);
    let gone = office.request(Request::CancelCallBack { originator, target });
    assert_eq!(gone, Err(Failure::NoCallToComplete));
    office.user("102", UserAct::HangUp).unwrap();
    assert_eq!(office.heard("101"), [""; 0]);
}

#[test]
fn cancelling_it_ends_the_prompt() {
    let mut office = Office::new();
    let (originator, target) = (office.ext("101"), office.ext("102"));
    office.request(Request::SetCallBack { originator, target }).unwrap();
    assert_eq!(office.heard("101"), ["call back 101>102 set", "SI 0001/101; Initiated, callBack"]);
    office.request(Request::CancelCallBack { originator, target }).unwrap();
    assert_eq!(office.heard("101"), ["call back 101>102 over", "CC 0001/101; Null, callCancelled"]);
}

#[test]
fn a_call_that_needs_no_calling_back_is_refused() {
    let mut office = Office::finding_busy();
    assert_eq!(call_back(&mut office, "102"), Err(Failure::NoCallToComplete));
    let (originator, target) = (office.ext("101"), office.line(1));
    let line = office.request(Request::SetCallBack { originator, target });
    assert_eq!(line, Err(Failure::RequestIncompatibleWithObject));
    let itself = office.request(Request::SetCallBack { originator, target: originator });
    assert_eq!(itself, Err(Failure::NotDifferentDevices));
    office.dial("104", "601").unwrap();
    assert_eq!(call_back(&mut office, "104"), Err(Failure::NoCallToComplete));
    call_back(&mut office, "101").unwrap();
    office.dial("101", "103").unwrap();
    assert_eq!(call_back(&mut office, "101"), Err(Failure::FeatureAlreadySet));
}
