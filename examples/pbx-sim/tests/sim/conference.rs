//! Conferences that come together: all of their parties stay, or nothing happens.

use pbx_sim::model::{Answer, CallId, Failure, Request, UserAct};

use crate::support::Office;

/// 101 holds a conference with 102 and 104, and talks in another with 103 and 105.
fn two_conferences(limit: usize) -> Office {
    let mut office = Office::with(|config| config.conference_limit = limit);
    office.dial("101", "102").unwrap();
    office.user("102", UserAct::Answer).unwrap();
    join(&mut office, 0, "104");
    let (existing, consulted) = (office.connection("101", 0), "103".to_owned());
    office.request(Request::Consultation { existing, consulted }).unwrap();
    office.user("103", UserAct::Answer).unwrap();
    join(&mut office, 1, "105");
    office.forget();
    office
}

/// Brings somebody into a call of 101.
fn join(office: &mut Office, index: usize, number: &str) {
    let (active, joining) = (office.connection("101", index), office.ext(number));
    office.request(Request::Join { active, joining, prompt: false, silent: false }).unwrap();
}

/// The calls, with the numbers of their parties.
fn calls(office: &Office) -> Vec<(CallId, Vec<String>)> {
    let number = |device| office.model.device(device).unwrap().dial().to_owned();
    let parties = |call: &pbx_sim::model::Call| {
        let mut parties: Vec<_> =
            call.connections().iter().map(|own| number(own.device())).collect();
        parties.sort();
        parties
    };
    office.model.calls().map(|(id, call)| (id, parties(call))).collect()
}

#[test]
fn two_conferences_become_one_with_all_of_their_parties() {
    let mut office = two_conferences(5);
    let (held, active) = (office.connection("101", 0), office.connection("101", 1));
    let joined = office.request(Request::Conference { held, active });
    assert!(matches!(joined, Ok(Answer::Joined { connections, .. }) if connections.len() == 5));
    for number in ["101", "102", "103", "104", "105"] {
        let heard = office.heard(number);
        assert!(heard.len() == 1 && heard[0].starts_with("CF "), "{number}: {heard:?}");
    }
    let all = calls(&office);
    assert_eq!(all.len(), 1);
    assert_eq!(all[0].1, ["101", "102", "103", "104", "105"]);
}

#[test]
fn two_conferences_are_transferred_with_all_of_their_parties() {
    let mut office = two_conferences(4);
    let (held, active) = (office.connection("101", 0), office.connection("101", 1));
    office.request(Request::Transfer { held, active }).unwrap();
    for number in ["101", "102", "103", "104", "105"] {
        let heard = office.heard(number);
        assert!(heard.len() == 1 && heard[0].starts_with("TR "), "{number}: {heard:?}");
    }
    let all = calls(&office);
    assert_eq!(all.len(), 1);
    assert_eq!(all[0].1, ["102", "103", "104", "105"]);
}

#[test]
fn two_conferences_that_are_too_many_stay_as_they_are() {
    let mut office = two_conferences(3);
    let before = calls(&office);
    let (held, active) = (office.connection("101", 0), office.connection("101", 1));
    for request in [Request::Conference { held, active }, Request::Transfer { held, active }] {
        let refused = office.request(request);
        assert_eq!(refused, Err(Failure::ConferenceMemberLimitExceeded));
        assert!(office.is_quiet());
    }
    assert_eq!(office.user("101", UserAct::Transfer), Err(Failure::ConferenceMemberLimitExceeded));
    assert!(office.is_quiet());
    assert_eq!(calls(&office), before);
}

#[test]
fn a_conference_that_waits_breaks_in_as_a_whole_or_not_at_all() {
    for (limit, is_let_in) in [(4, true), (3, false)] {
        let mut office = Office::with(|config| config.conference_limit = limit);
        office.dial("102", "103").unwrap();
        office.user("103", UserAct::Answer).unwrap();
        office.dial("101", "104").unwrap();
        office.user("104", UserAct::Answer).unwrap();
        join(&mut office, 0, "105");
        let (existing, consulted) = (office.connection("101", 0), "102".to_owned());
        office.request(Request::Consultation { existing, consulted }).unwrap();
        office.user("101", UserAct::CampOn).unwrap();
        office.user("101", UserAct::HangUp).unwrap(); // 104 and 105 wait for 102 now
        let before = calls(&office);
        assert_eq!(before[1].1, ["102", "104", "105"]);
        let broken_in = office.request(Request::Intrude(office.connection("104", 0)));
        if is_let_in {
            assert!(broken_in.is_ok(), "{broken_in:?}");
            assert_eq!(calls(&office)[0].1, ["102", "103", "104", "105"]);
        } else {
            assert_eq!(broken_in, Err(Failure::ConferenceMemberLimitExceeded));
            assert_eq!(calls(&office), before);
        }
    }
}
