//! Calls between telephones: what each party is told, in order.

use crate::support::Office;
use pbx_sim::model::{
    Answer, Calls, ConnectionState, Failure, ForwardKind, Request, UserAct, When,
};

#[test]
fn a_call_is_made_answered_and_cleared() {
    let mut office = Office::new();
    let made = office.dial("101", "102").unwrap();
    assert_eq!(made, Answer::Connection(office.connection("101", 0)));
    assert_eq!(
        office.heard("101"),
        [
            "SI 0001/101; Initiated, newCall",
            "OR 0001/101 101>102; Connected, newCall",
            "DL 0001/102 101>102; Connected, newCall",
        ]
    );
    assert_eq!(office.heard("102"), ["DL 0001/102 101>102; Alerting, newCall"]);

    office.request(Request::Answer(office.connection("102", 0))).unwrap();
    assert_eq!(office.heard("101"), ["ES 0001/102 101>102; Connected, newCall"]);
    assert_eq!(office.heard("102"), ["ES 0001/102 101>102; Connected, newCall"]);

    let gone = office.connection("101", 0);
    office.request(Request::ClearConnection(gone)).unwrap();
    assert_eq!(office.heard("101"), ["CC 0001/101; Null, normalClearing"]);
    assert_eq!(
        office.heard("102"),
        ["CC 0001/101; Connected, normalClearing", "CC 0001/102; Null, normalClearing"]
    );
    assert!(office.is_quiet());
    assert_eq!(office.model.calls().count(), 0);
}

#[test]
fn a_handset_is_prompted_for_and_blocked_in_the_end() {
    let mut office = Office::with_handsets();
    office.dial("101", "102").unwrap();
    assert_eq!(office.heard("101"), ["SI 0001/101; Initiated, makeCall"]);
    office.user("101", UserAct::Lift).unwrap();
    assert_eq!(
        office.heard("101"),
        ["OR 0001/101 101>102; Connected, newCall", "DL 0001/102 101>102; Connected, newCall"]
    );
    office.user("102", UserAct::Lift).unwrap();
    office.user("101", UserAct::HangUp).unwrap();
    assert_eq!(
        office.heard("101"),
        ["ES 0001/102 101>102; Connected, newCall", "CC 0001/101; Null, normalClearing"]
    );
    assert_eq!(
        office.heard("102"),
        [
            "DL 0001/102 101>102; Alerting, newCall",
            "ES 0001/102 101>102; Connected, newCall",
            "CC 0001/101; Connected, normalClearing",
            "FA 0001/102 101>102; Fail, blocked",
        ]
    );
    office.user("102", UserAct::HangUp).unwrap();
    assert_eq!(office.heard("102"), ["CC 0001/102; Null, normalClearing"]);
}

#[test]
fn a_prompt_that_is_not_taken_ends() {
    let mut office = Office::with_handsets();
    office.dial("101", "102").unwrap();
    office.wait_secs(21);
    assert_eq!(
        office.heard("101"),
        ["SI 0001/101; Initiated, makeCall", "CC 0001/101; Null, callNotAnswered"]
    );
    assert_eq!(office.heard("102"), [""; 0]);
}

#[test]
fn without_prompting_a_handset_calls_at_once() {
    let mut office = Office::with_handsets();
    let (calling, called) = (office.ext("101"), "102".to_owned());
    office.request(Request::MakeCall { calling, called, prompt: false }).unwrap();
    assert_eq!(office.heard("101").len(), 3);
}

#[test]
fn a_cordless_telephone_waits_for_its_user() {
    let mut office = Office::with(|config| config.extensions[0].portable = true);
    let (calling, called) = (office.ext("101"), "102".to_owned());
    office.request(Request::MakeCall { calling, called, prompt: false }).unwrap();
    assert_eq!(office.heard("101"), ["SI 0001/101; Initiated, makeCall"]);
    office.request(Request::Answer(office.connection("101", 0))).unwrap();
    assert!(office.is_quiet());
    office.user("101", UserAct::Answer).unwrap();
    assert_eq!(office.heard("102"), ["DL 0001/102 101>102; Alerting, newCall"]);
}

#[test]
fn a_telephone_off_hook_calls_from_its_dial_tone() {
    let mut office = Office::with_handsets();
    office.user("101", UserAct::Lift).unwrap();
    let made = office.dial("101", "102").unwrap();
    assert_eq!(made, Answer::Connection(office.connection("101", 0)));
    assert_eq!(
        office.heard("101"),
        [
            "SI 0001/101; Initiated, newCall",
            "OR 0001/101 101>102; Connected, newCall",
            "DL 0001/102 101>102; Connected, newCall",
        ]
    );
}

#[test]
fn a_caller_who_gives_up_stops_the_ringing() {
    let mut office = Office::new();
    office.dial("101", "102").unwrap();
    office.forget();
    office.user("101", UserAct::HangUp).unwrap();
    assert_eq!(office.heard("101"), ["CC 0001/101; Null, normalClearing"]);
    assert_eq!(office.heard("102"), ["CC 0001/102; Null, callCancelled"]);
}

#[test]
fn a_call_can_be_rejected_while_it_rings() {
    let mut office = Office::new();
    office.dial("101", "102").unwrap();
    office.forget();
    office.request(Request::ClearConnection(office.connection("102", 0))).unwrap();
    assert_eq!(
        office.heard("101"),
        ["CC 0001/102; Connected, normalClearing", "CC 0001/101; Null, normalClearing"]
    );
    assert_eq!(office.heard("102"), ["CC 0001/102; Null, normalClearing"]);
}

#[test]
fn a_busy_telephone_hears_nothing_of_further_calls() {
    let mut office = Office::new();
    office.dial("102", "103").unwrap();
    office.forget();
    office.dial("101", "102").unwrap();
    assert_eq!(
        office.heard("101"),
        [
            "SI 0002/101; Initiated, newCall",
            "OR 0002/101 101>102; Connected, newCall",
            "FA 0002/102 101>102; Connected, busy",
        ]
    );
    assert_eq!(office.heard("102"), [""; 0]);
    let view = office.model.snapshot(office.ext("101"));
    assert_eq!(view[0].own, ConnectionState::Connected);
    assert_eq!(view[0].others, [(office.ext("102"), ConnectionState::Fail)]);
    office.user("101", UserAct::HangUp).unwrap();
    assert_eq!(office.heard("101"), ["CC 0002/101; Null, normalClearing"]);
}

#[test]
fn a_second_call_waits_where_that_is_allowed() {
    let mut office = Office::with(|config| config.extensions[1].call_waiting = true);
    office.dial("101", "102").unwrap();
    office.user("102", UserAct::Answer).unwrap();
    office.forget();
    office.dial("103", "102").unwrap();
    office.request(Request::Answer(office.connection("102", 1))).unwrap();
    assert_eq!(
        office.heard("102"),
        [
            "DL 0002/102 103>102; Alerting, newCall",
            "HE 0001/102; Hold, alternate",
            "ES 0002/102 103>102; Connected, newCall",
        ]
    );
    assert_eq!(office.heard("101"), ["HE 0001/102; Connected, alternate"]);
}

#[test]
fn a_call_is_held_and_retrieved() {
    let mut office = Office::new();
    office.dial("101", "102").unwrap();
    office.user("102", UserAct::Answer).unwrap();
    office.forget();
    let own = office.connection("101", 0);
    office.request(Request::Hold(own)).unwrap();
    office.request(Request::Hold(own)).unwrap(); // again: nothing happens
    assert_eq!(office.heard("101"), ["HE 0001/101; Hold, normal"]);
    assert_eq!(office.heard("102"), ["HE 0001/101; Connected, normal"]);
    assert_eq!(office.model.state(own), ConnectionState::Hold);
    office.request(Request::Retrieve(own)).unwrap();
    assert_eq!(office.heard("101"), ["RE 0001/101; Connected, normal"]);
    assert_eq!(office.heard("102"), ["RE 0001/101; Connected, normal"]);
}

#[test]
fn a_held_call_rings_again_in_time() {
    let mut office = Office::new();
    office.dial("101", "102").unwrap();
    office.user("102", UserAct::Answer).unwrap();
    office.user("101", UserAct::Hold).unwrap();
    office.forget();
    office.wait_secs(61);
    assert_eq!(office.heard("101"), ["DL 0001/101 101>102; Alerting, recall"]);
    assert_eq!(office.heard("102"), ["DL 0001/101 101>102; Connected, recall"]);
    office.user("101", UserAct::Answer).unwrap();
    assert_eq!(office.heard("101"), ["ES 0001/101 101>102; Connected, recall"]);
}

#[test]
fn clearing_a_call_ends_every_connection() {
    let mut office = Office::with_handsets();
    office.user("101", UserAct::Lift).unwrap();
    office.user("101", UserAct::Dial("102".to_owned())).unwrap();
    office.user("102", UserAct::Lift).unwrap();
    office.forget();
    let call = office.connection("101", 0).call;
    office.request(Request::ClearCall(call)).unwrap();
    assert_eq!(office.heard("101"), ["CC 0001/101; Null, normalClearing"]);
    assert_eq!(
        office.heard("102"),
        ["CC 0001/101; Connected, normalClearing", "CC 0001/102; Null, normalClearing"]
    );
}

#[test]
fn lifting_and_hanging_up_is_a_call_too() {
    let mut office = Office::new();
    office.user("101", UserAct::Lift).unwrap();
    office.user("101", UserAct::HangUp).unwrap();
    assert_eq!(
        office.heard("101"),
        ["SI 0001/101; Initiated, newCall", "CC 0001/101; Null, normalClearing"]
    );
}

#[test]
fn who_dials_nothing_hears_reorder_tone() {
    let mut office = Office::new();
    office.user("101", UserAct::Lift).unwrap();
    office.wait_secs(21);
    office.user("101", UserAct::HangUp).unwrap();
    assert_eq!(
        office.heard("101"),
        [
            "SI 0001/101; Initiated, newCall",
            "FA 0001/101 101>unknown; Fail, reorderTone",
            "CC 0001/101; Null, normalClearing",
        ]
    );
}

#[test]
fn who_dials_nobodys_number_hears_a_tone_that_ends_by_itself() {
    let mut office = Office::new();
    office.user("101", UserAct::Dial("4".to_owned())).unwrap();
    office.wait_secs(16);
    assert_eq!(
        office.heard("101"),
        [
            "SI 0001/101; Initiated, newCall",
            "FA 0001/101 101>unknown; Fail, destNotObtainable",
            "CC 0001/101; Null, normalClearing",
        ]
    );
}

#[test]
fn digits_are_dialled_one_by_one_and_reported_on_request() {
    let mut office = Office::with(|config| config.report_digits = true);
    for digit in ["1", "0", "2"] {
        office.user("101", UserAct::Dial(digit.to_owned())).unwrap();
        office.wait_secs(3); // below the time after which the number counts as complete
    }
    assert_eq!(
        office.heard("101"),
        [
            "SI 0001/101; Initiated, newCall",
            "DD 0001/101 1; Initiated, normal",
            "DD 0001/101 0; Initiated, normal",
            "DD 0001/101 2; Initiated, normal",
            "OR 0001/101 101>102; Connected, newCall",
            "DL 0001/102 101>102; Connected, newCall",
        ]
    );
}

#[test]
fn a_telephone_rings_for_a_limited_time() {
    let mut office = Office::new();
    office.dial("101", "102").unwrap();
    office.forget();
    office.wait_secs(61);
    assert_eq!(
        office.heard("101"),
        ["CC 0001/102; Connected, alertTimeExpired", "CC 0001/101; Null, normalClearing"]
    );
    assert_eq!(office.heard("102"), ["CC 0001/102; Null, alertTimeExpired"]);
}

#[test]
fn requests_that_do_not_fit_are_refused_for_their_reason() {
    let mut office = Office::new();
    let line = office.line(1);
    let make = |calling, called: &str| Request::MakeCall {
        calling,
        called: called.to_owned(),
        prompt: false,
    };
    let anna = office.ext("101");
    assert_eq!(office.request(make(anna, "777")), Err(Failure::InvalidCalledDevice));
    assert_eq!(office.request(make(anna, "10a")), Err(Failure::InvalidCalledDevice));
    assert_eq!(office.request(make(anna, "")), Err(Failure::InvalidCalledDevice));
    assert_eq!(office.request(make(anna, "101")), Err(Failure::NotDifferentDevices));
    let refused = Failure::RequestIncompatibleWithCallingDevice;
    assert_eq!(office.request(make(line, "101")), Err(refused));

    office.dial("101", "102").unwrap();
    let (own, ringing) = (office.connection("101", 0), office.connection("102", 0));
    assert_eq!(office.dial("101", "103"), Err(Failure::InvalidCallingDeviceState));
    assert_eq!(office.request(Request::Answer(own)), Err(Failure::NoCallToAnswer));
    assert_eq!(office.request(Request::Retrieve(ringing)), Err(Failure::NoHeldCall));
    assert_eq!(office.request(Request::Hold(ringing)), Err(Failure::NoActiveCall));
    let mut stranger = own;
    stranger.device = office.ext("103");
    assert_eq!(office.request(Request::Hold(stranger)), Err(Failure::InvalidConnection));
    let cleared = office.request(Request::ClearConnection(stranger));
    assert_eq!(cleared, Err(Failure::NoConnectionToClear));
    office.user("101", UserAct::HangUp).unwrap();
    assert_eq!(office.request(Request::Hold(own)), Err(Failure::NoActiveCall));
    assert_eq!(office.request(Request::ClearConnection(own)), Err(Failure::NoActiveCall));
    assert_eq!(office.request(Request::ClearCall(own.call)), Err(Failure::NoActiveCall));
    assert_eq!(office.user("101", UserAct::HangUp), Err(Failure::NoConnectionToClear));
    assert_eq!(office.user("101", UserAct::Answer), Err(Failure::NoCallToAnswer));
}

#[test]
fn answering_can_end_the_present_call() {
    let mut office = Office::with(|config| {
        config.extensions[1].call_waiting = true;
        config.answer_holds = false;
    });
    office.dial("101", "102").unwrap();
    office.user("102", UserAct::Answer).unwrap();
    office.dial("103", "102").unwrap();
    office.forget();
    office.user("102", UserAct::Answer).unwrap();
    assert_eq!(
        office.heard("102"),
        ["CC 0001/102; Null, normalClearing", "ES 0002/102 103>102; Connected, newCall"]
    );
    assert_eq!(
        office.heard("101"),
        ["CC 0001/102; Connected, normalClearing", "CC 0001/101; Null, normalClearing"]
    );
}

#[test]
fn a_call_is_not_forwarded_to_who_is_in_it() {
    let mut office = Office::new();
    let kind = ForwardKind { when: When::Always, calls: Calls::All };
    office.user("102", UserAct::Forward(kind, Some("101".to_owned()))).unwrap();
    office.forget();
    office.dial("101", "102").unwrap();
    assert_eq!(office.heard("102"), ["DL 0001/102 101>102; Alerting, newCall"]);
}
