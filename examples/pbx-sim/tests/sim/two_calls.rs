//! Two calls of one telephone: consultation, transfer, conference, and calls that go elsewhere.

use pbx_sim::model::{Answer, Failure, NetworkAct, Request, UserAct};

use crate::support::Office;

/// 101 talks with 102 in call 0001, holds it and has 103 on call 0002.
fn consultation(answered: bool) -> Office {
    let mut office = Office::new();
    office.dial("101", "102").unwrap();
    office.user("102", UserAct::Answer).unwrap();
    let (existing, consulted) = (office.connection("101", 0), "103".to_owned());
    office.request(Request::Consultation { existing, consulted }).unwrap();
    if answered {
        office.user("103", UserAct::Answer).unwrap();
    }
    office.forget();
    office
}

#[test]
fn a_consultation_holds_the_first_call() {
    let mut office = Office::new();
    office.dial("101", "102").unwrap();
    office.user("102", UserAct::Answer).unwrap();
    office.forget();
    let (existing, consulted) = (office.connection("101", 0), "103".to_owned());
    let begun = office.request(Request::Consultation { existing, consulted });
    assert_eq!(begun, Ok(Answer::Connection(office.connection("101", 1))));
    assert_eq!(
        office.heard("101"),
        [
            "HE 0001/101; Hold, consultation",
            "SI 0002/101; Initiated, consultation",
            "OR 0002/101 101>103; Connected, consultation",
            "DL 0002/103 101>103; Connected, consultation",
        ]
    );
    assert_eq!(office.heard("102"), ["HE 0001/101; Connected, consultation"]);
    assert_eq!(office.heard("103"), ["DL 0002/103 101>103; Alerting, consultation"]);
}

#[test]
fn two_calls_are_alternated_and_one_is_taken_back() {
    let mut office = consultation(true);
    let (first, second) = (office.connection("101", 0), office.connection("101", 1));
    office.request(Request::Alternate { held: first, active: second }).unwrap();
    assert_eq!(
        office.heard("101"),
        ["HE 0002/101; Hold, alternate", "RE 0001/101; Connected, alternate"]
    );
    assert_eq!(office.heard("102"), ["RE 0001/101; Connected, alternate"]);
    assert_eq!(office.heard("103"), ["HE 0002/101; Connected, alternate"]);
    let again = office.request(Request::Alternate { held: first, active: second });
    assert_eq!(again, Err(Failure::NoActiveCall));

    office.request(Request::Reconnect { active: first, held: second }).unwrap();
    assert_eq!(
        office.heard("101"),
        ["CC 0001/101; Null, normalClearing", "RE 0002/101; Connected, normal"]
    );
    assert_eq!(
        office.heard("102"),
        ["CC 0001/101; Connected, normalClearing", "CC 0001/102; Null, normalClearing"]
    );
    assert_eq!(office.heard("103"), ["RE 0002/101; Connected, normal"]);
}

#[test]
fn a_transfer_brings_the_others_together() {
    let mut office = consultation(true);
    let (held, active) = (office.connection("101", 0), office.connection("101", 1));
    let Ok(Answer::Joined { call, connections }) =
        office.request(Request::Transfer { held, active })
    else {
        panic!("not transferred");
    };
    assert_eq!((call, connections.len()), (office.connection("102", 0), 2));
    let event = "TR 0001/101 0002/101 to 103: 0003/102<0001/102=102 0003/103<0002/103=103";
    assert_eq!(office.heard("101"), [format!("{event}; Null, transfer")]);
    assert_eq!(office.heard("102"), [format!("{event}; Connected, transfer")]);
    assert_eq!(office.heard("103"), [format!("{event}; Connected, transfer")]);
    office.user("102", UserAct::HangUp).unwrap();
    assert_eq!(office.heard("101"), [""; 0]);
    assert_eq!(office.heard("103").len(), 2);
}

#[test]
fn a_transfer_to_a_telephone_that_rings_is_answered_later() {
    let mut office = consultation(false);
    office.user("101", UserAct::HangUp).unwrap();
    let event = "TR 0001/101 0002/101 to 103: 0003/102<0001/102=102 0003/103<0002/103=103";
    assert_eq!(office.heard("103"), [format!("{event}; Alerting, transfer")]);
    office.user("103", UserAct::Answer).unwrap();
    assert_eq!(office.heard("103"), ["ES 0003/103 102>103 via 101; Connected, transfer"]);
}

#[test]
fn an_outside_caller_is_transferred_with_the_line() {
    let mut office = Office::new();
    office.call_in("03012345", "101");
    office.user("101", UserAct::Answer).unwrap();
    office.user("101", UserAct::Transfer).unwrap();
    office.user("101", UserAct::Dial("103".to_owned())).unwrap();
    office.user("103", UserAct::Answer).unwrap();
    office.forget();
    office.user("101", UserAct::Transfer).unwrap();
    let event = "TR 0001/101 0002/101 to 103: 0003/T1<0001/T1=03012345 0003/103<0002/103=103";
    assert_eq!(office.heard("103"), [format!("{event}; Connected, transfer")]);
    assert_eq!(office.heard_line(1), [format!("{event}; Connected, transfer")]);
    office.network(NetworkAct::Releases(office.line(1))).unwrap();
    assert_eq!(office.heard("103").len(), 2);
    assert_eq!(office.model.calls().count(), 0);
}

#[test]
fn two_outside_parties_are_not_left_alone() {
    let mut office = Office::new();
    office.call_in("03012345", "101");
    office.user("101", UserAct::Answer).unwrap();
    let (existing, consulted) = (office.connection("101", 0), "004711".to_owned());
    office.request(Request::Consultation { existing, consulted }).unwrap();
    office.wait_secs(5);
    let (held, active) = (office.connection("101", 0), office.connection("101", 1));
    let refused = office.request(Request::Transfer { held, active });
    assert_eq!(refused, Err(Failure::PrivilegeViolation));
}

#[test]
fn who_consults_a_busy_telephone_and_hangs_up_is_called_back() {
    let mut office = Office::new();
    office.dial("104", "103").unwrap();
    office.dial("101", "102").unwrap();
    office.user("102", UserAct::Answer).unwrap();
    office.user("101", UserAct::Transfer).unwrap();
    office.user("101", UserAct::Dial("103".to_owned())).unwrap();
    office.forget();
    office.user("101", UserAct::HangUp).unwrap();
    assert_eq!(
        office.heard("101"),
        ["CC 0003/101; Null, normalClearing", "DL 0002/101 101>102; Alerting, recall"]
    );
}

#[test]
fn a_single_step_transfer_rings_elsewhere() {
    let mut office = Office::new();
    office.dial("102", "101").unwrap();
    office.user("101", UserAct::Answer).unwrap();
    office.forget();
    let (active, to) = (office.connection("101", 0), "103".to_owned());
    office.request(Request::SingleStepTransfer { active, to }).unwrap();
    let event = "TR 0001/101 to 103: 0002/102<0001/102=102";
    assert_eq!(office.heard("101"), [format!("{event}; Null, singleStepTransfer")]);
    assert_eq!(
        office.heard("102"),
        [
            format!("{event}; Connected, singleStepTransfer"),
            "DL 0002/103 102>103 via 101; Connected, singleStepTransfer".to_owned(),
        ]
    );
    assert_eq!(office.heard("103"), ["DL 0002/103 102>103 via 101; Alerting, singleStepTransfer"]);
}

#[test]
fn a_conference_has_three_and_goes_on_with_two() {
    let mut office = consultation(true);
    let (held, active) = (office.connection("101", 0), office.connection("101", 1));
    office.request(Request::Conference { held, active }).unwrap();
    let event = "CF 0001/101 0002/101 adds 103: 0003/101<0001/101=101 \
                 0003/102<0001/102=102 0003/103<0002/103=103; Connected, conference";
    for number in ["101", "102", "103"] {
        assert_eq!(office.heard(number), [event]);
    }
    office.user("103", UserAct::HangUp).unwrap();
    assert_eq!(office.heard("101"), ["CC 0003/103; Connected, normalClearing"]);
    assert_eq!(office.heard("102"), ["CC 0003/103; Connected, normalClearing"]);
    assert_eq!(office.heard("103"), ["CC 0003/103; Null, normalClearing"]);
}

#[test]
fn a_conference_needs_answered_calls_and_room() {
    let mut office = consultation(false);
    let (held, active) = (office.connection("101", 0), office.connection("101", 1));
    let refused = office.request(Request::Conference { held, active });
    assert_eq!(refused, Err(Failure::RequestIncompatibleWithObject));
    let other = office.connection("102", 0);
    let refused = office.request(Request::Conference { held: other, active });
    assert_eq!(refused, Err(Failure::NotSameDevice));
    let refused = office.request(Request::Alternate { held: active, active: held });
    assert_eq!(refused, Err(Failure::NoActiveCall));
}

#[test]
fn a_call_that_rings_is_deflected() {
    let mut office = Office::new();
    office.dial("101", "102").unwrap();
    office.forget();
    let (connection, to) = (office.connection("102", 0), "103".to_owned());
    office.request(Request::Deflect { connection, to }).unwrap();
    assert_eq!(office.heard("102"), ["DV 0001/102 101>102 to 103; Null, redirected"]);
    assert_eq!(office.heard("101"), ["DL 0001/103 101>102 via 102; Connected, redirected"]);
    assert_eq!(office.heard("103"), ["DL 0001/103 101>102 via 102; Alerting, redirected"]);
    let (connection, to) = (office.connection("103", 0), "777".to_owned());
    let refused = office.request(Request::Deflect { connection, to });
    assert_eq!(refused, Err(Failure::InvalidDestination));
}

#[test]
fn a_call_that_rings_is_picked_up() {
    let mut office = Office::new();
    office.dial("101", "102").unwrap();
    office.forget();
    let (waiting, by) = (office.connection("102", 0), office.ext("103"));
    let picked = office.request(Request::Pickup { waiting, by });
    assert_eq!(picked, Ok(Answer::Connection(office.connection("103", 0))));
    assert_eq!(office.heard("102"), ["DV 0001/102 101>102 to 103; Null, callPickup"]);
    assert_eq!(office.heard("103"), ["ES 0001/103 101>102 via 102; Connected, callPickup"]);
    assert_eq!(office.heard("101"), ["ES 0001/103 101>102 via 102; Connected, callPickup"]);
    let refused = office.request(Request::Pickup { waiting, by });
    assert_eq!(refused, Err(Failure::InvalidConnection));
}

#[test]
fn a_user_alternates_and_brings_the_two_together() {
    let mut office = consultation(true);
    office.user("101", UserAct::Alternate).unwrap();
    assert_eq!(
        office.heard("101"),
        ["HE 0002/101; Hold, alternate", "RE 0001/101; Connected, alternate"]
    );
    office.forget();
    office.user("101", UserAct::HangUp).unwrap();
    let event = "TR 0002/101 0001/101 to 102: 0003/103<0002/103=103 0003/102<0001/102=102";
    assert_eq!(office.heard("101"), [format!("{event}; Null, transfer")]);
    assert_eq!(office.heard("103"), [format!("{event}; Connected, transfer")]);
}

#[test]
fn a_call_that_rings_is_alternated_with_the_active_one() {
    let mut office = Office::with(|config| config.extensions[0].call_waiting = true);
    office.dial("101", "102").unwrap();
    office.user("102", UserAct::Answer).unwrap();
    office.dial("103", "101").unwrap();
    office.forget();
    let (active, held) = (office.connection("101", 0), office.connection("101", 1));
    office.request(Request::Alternate { held, active }).unwrap();
    assert_eq!(
        office.heard("101"),
        ["HE 0001/101; Hold, alternate", "ES 0002/101 103>101; Connected, newCall"]
    );
    assert_eq!(office.heard("102"), ["HE 0001/101; Connected, alternate"]);
}

#[test]
fn who_has_one_call_waiting_and_one_held_reconnects() {
    let mut office = consultation(true);
    office.user("101", UserAct::HangUp).unwrap();
    office.dial("101", "104").unwrap();
    office.user("104", UserAct::Answer).unwrap();
    office.dial("105", "101").unwrap();
    office.user("105", UserAct::CampOn).unwrap();
    office.user("101", UserAct::Hold).unwrap();
    office.forget();
    let (held, active) = (office.connection("101", 0), office.connection("101", 1));
    office.request(Request::Reconnect { active, held }).unwrap();
    assert_eq!(
        office.heard("101"),
        ["CC 0005/101; Null, normalClearing", "RE 0004/101; Connected, normal"]
    );
    assert_eq!(
        office.heard("105"),
        ["CC 0005/101; Connected, normalClearing", "CC 0005/105; Null, normalClearing"]
    );
}

#[test]
fn a_conference_is_held_and_left_by_who_made_it() {
    let mut office = consultation(true);
    office.user("101", UserAct::Conference).unwrap();
    office.forget();
    office.user("101", UserAct::Hold).unwrap();
    assert_eq!(office.heard("101"), ["HE 0003/101; Hold, normal"]);
    for number in ["102", "103"] {
        assert_eq!(office.heard(number), ["HE 0003/101; Connected, normal"]);
    }
    office.user("101", UserAct::Retrieve).unwrap();
    office.forget();
    office.user("101", UserAct::HangUp).unwrap();
    assert_eq!(office.heard("101"), ["CC 0003/101; Null, normalClearing"]);
    for number in ["102", "103"] {
        assert_eq!(office.heard(number), ["CC 0003/101; Connected, normalClearing"]);
    }
}

#[test]
fn a_transfer_leads_outside_or_to_voice_mail() {
    let mut office = Office::new();
    office.dial("102", "101").unwrap();
    office.user("101", UserAct::Answer).unwrap();
    office.forget();
    let (active, to) = (office.connection("101", 0), "004711".to_owned());
    office.request(Request::SingleStepTransfer { active, to }).unwrap();
    assert_eq!(
        office.heard("102"),
        [
            "TR 0001/101 to 004711: 0002/102<0001/102=102; Connected, singleStepTransfer",
            "NR 0002/T1 102>004711 via 101 out T1; Connected, singleStepTransfer",
        ]
    );
    let on = |office: &Office| {
        let (active, to) = (office.connection("102", 0), "500".to_owned());
        Request::SingleStepTransfer { active, to }
    };
    let refused = office.request(on(&office));
    assert_eq!(refused, Err(Failure::InvalidConnectionState)); // nobody has answered
    office.wait_secs(5);
    office.request(on(&office)).unwrap();
    office.wait_secs(1);
    assert_eq!(
        office.heard("500"),
        [
            "DL 0003/500 004711>500 via 102 in T1; Alerting, singleStepTransfer",
            "ES 0003/500 004711>500 via 102 in T1; Connected, singleStepTransfer",
        ]
    );
}

#[test]
fn an_outside_caller_is_not_sent_outside() {
    let mut office = Office::new();
    office.call_in("03012345", "101");
    let (connection, to) = (office.connection("101", 0), "004711".to_owned());
    let refused = office.request(Request::Deflect { connection, to });
    assert_eq!(refused, Err(Failure::PrivilegeViolation));
    office.dial("102", "103").unwrap();
    office.forget();
    let (connection, to) = (office.connection("103", 0), "004711".to_owned());
    office.request(Request::Deflect { connection, to }).unwrap();
    assert_eq!(office.heard("103"), ["DV 0002/103 102>103 to 004711; Null, redirected"]);
    assert_eq!(office.heard("102"), ["NR 0002/T2 102>103 via 103 out T2; Connected, redirected"]);
}
