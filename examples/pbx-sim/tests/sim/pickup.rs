//! Picking up calls of others. 101 to 110 are a pick-up group, 610.

use pbx_sim::model::{Answer, Failure, Request, UserAct};

use crate::support::Office;

fn pickup(office: &mut Office, by: &str, from: &str) -> Result<Answer, Failure> {
    let (waiting, by) = (office.connection(from, 0), office.at(by));
    office.request(Request::Pickup { waiting, by })
}

fn group_pickup(office: &mut Office, by: &str, group: Option<&str>) -> Result<Answer, Failure> {
    let (by, group) = (office.at(by), group.map(|group| office.at(group)));
    office.request(Request::GroupPickup { by, group })
}

#[test]
fn the_call_that_rings_longest_in_the_group_is_taken() {
    let mut office = Office::new();
    office.dial("111", "103").unwrap();
    office.wait_secs(1);
    office.dial("112", "102").unwrap();
    office.forget();
    let picked = group_pickup(&mut office, "101", None);
    assert_eq!(picked, Ok(Answer::Connection(office.connection("101", 0))));
    assert_eq!(office.heard("103"), ["DV 0001/103 111>103 to 101; Null, callPickup"]);
    assert_eq!(office.heard("101"), ["ES 0001/101 111>103 via 103; Connected, callPickup"]);
    assert_eq!(office.heard("111"), ["ES 0001/101 111>103 via 103; Connected, callPickup"]);
    assert_eq!(office.heard("102"), [""; 0]);
}

#[test]
fn somebody_of_no_group_names_the_group() {
    let mut office = Office::new();
    office.dial("112", "102").unwrap();
    assert_eq!(group_pickup(&mut office, "115", None), Err(Failure::InvalidParameterValue));
    assert_eq!(group_pickup(&mut office, "115", Some("601")), Err(Failure::InvalidParameterValue));
    group_pickup(&mut office, "115", Some("610")).unwrap();
    assert_eq!(office.heard("115"), ["ES 0001/115 112>102 via 102; Connected, callPickup"]);
}

#[test]
fn with_nothing_to_pick_up_it_is_refused() {
    let mut office = Office::new();
    assert_eq!(group_pickup(&mut office, "101", None), Err(Failure::NoCallToAnswer));
    // The own call that rings at another is no call of others.
    office.dial("101", "102").unwrap();
    assert_eq!(group_pickup(&mut office, "101", None), Err(Failure::NoCallToAnswer));
    assert_eq!(office.user("101", UserAct::PickUp), Err(Failure::NoCallToAnswer));
    assert_eq!(
        office.user("103", UserAct::PickUpAt("104".to_owned())),
        Err(Failure::NoCallToAnswer)
    );
}

#[test]
fn a_user_picks_up_by_key_or_by_dialling_the_group() {
    let mut office = Office::new();
    office.dial("111", "103").unwrap();
    office.forget();
    office.user("101", UserAct::Lift).unwrap();
    office.user("101", UserAct::Dial("610".to_owned())).unwrap();
    assert_eq!(
        office.heard("101"),
        [
            "SI 0002/101; Initiated, newCall",
            "CC 0002/101; Null, normalClearing",
            "ES 0001/101 111>103 via 103; Connected, callPickup",
        ]
    );
    assert_eq!(office.heard("103"), ["DV 0001/103 111>103 to 101; Null, callPickup"]);

    office.dial("112", "104").unwrap();
    office.forget();
    office.user("115", UserAct::PickUpAt("104".to_owned())).unwrap();
    assert_eq!(office.heard("115"), ["ES 0003/115 112>104 via 104; Connected, callPickup"]);
}

#[test]
fn a_call_to_a_ring_group_or_a_twin_is_picked_up_from_all() {
    let mut office = Office::new();
    office.dial("101", "601").unwrap();
    office.forget();
    pickup(&mut office, "105", "112").unwrap();
    assert_eq!(office.heard("112"), ["DV 0001/112 101>601 via 601 to 105; Null, callPickup"]);
    assert_eq!(office.heard("105"), ["ES 0001/105 101>601 via 112; Connected, callPickup"]);
    assert_eq!(office.heard("111"), ["CC 0001/111; Null, callCancelled"]);

    office.dial("102", "110").unwrap();
    office.forget();
    office.user("106", UserAct::PickUp).unwrap();
    assert_eq!(office.heard("110"), ["DV 0002/110 102>110 to 106; Null, callPickup"]);
    assert_eq!(office.heard("110m"), ["CC 0002/110m; Null, callCancelled"]);
    assert_eq!(office.heard("106"), ["ES 0002/106 102>110 via 110; Connected, callPickup"]);
}

#[test]
fn a_call_is_taken_from_where_it_is_held_or_queued() {
    let mut office = Office::new();
    office.dial("101", "102").unwrap();
    office.user("102", UserAct::Answer).unwrap();
    office.user("102", UserAct::Hold).unwrap();
    office.forget();
    pickup(&mut office, "103", "102").unwrap();
    assert_eq!(office.heard("102"), ["DV 0001/102 101>102 to 103; Null, callPickup"]);
    assert_eq!(office.heard("101"), ["ES 0001/103 101>102 via 102; Connected, callPickup"]);
    assert_eq!(office.heard("103"), ["ES 0001/103 101>102 via 102; Connected, callPickup"]);

    for member in ["111", "112", "113"] {
        office.user(member, UserAct::Lift).unwrap();
    }
    office.dial("104", "601").unwrap();
    office.forget();
    pickup(&mut office, "105", "601").unwrap();
    assert_eq!(office.heard("601"), ["DV 0005/601 104>601 to 105; Null, callPickup"]);
    assert_eq!(office.heard("105"), ["ES 0005/105 104>601 via 601; Connected, callPickup"]);
}

#[test]
fn a_cordless_telephone_prompts_its_user_to_take_the_call() {
    let mut office = Office::new();
    office.dial("101", "102").unwrap();
    office.forget();
    let picked = pickup(&mut office, "110m", "102");
    assert_eq!(picked, Ok(Answer::Connection(office.connection("110m", 0))));
    assert_eq!(office.heard("110m"), ["SI 0002/110m; Initiated, callPickup"]);
    office.user("110m", UserAct::Answer).unwrap();
    assert_eq!(
        office.heard("110m"),
        [
            "CC 0002/110m; Null, normalClearing",
            "ES 0001/110m 101>102 via 102; Connected, callPickup",
        ]
    );
    assert_eq!(office.heard("102"), ["DV 0001/102 101>102 to 110; Null, callPickup"]);
}

#[test]
fn a_prompt_to_take_a_call_that_is_gone_ends_with_a_tone() {
    let mut office = Office::new();
    office.dial("101", "102").unwrap();
    pickup(&mut office, "110m", "102").unwrap();
    office.user("101", UserAct::HangUp).unwrap();
    office.forget();
    office.user("110m", UserAct::Answer).unwrap();
    assert_eq!(office.heard("110m"), ["FA 0002/110m 110>unknown; Fail, destNotObtainable"]);
}

#[test]
fn pick_ups_that_do_not_fit_are_refused_for_their_reason() {
    let mut office = Office::new();
    office.dial("101", "102").unwrap();
    let own = office.connection("101", 0);
    let by = office.ext("103");
    let refused = office.request(Request::Pickup { waiting: own, by });
    assert_eq!(refused, Err(Failure::NoCallToAnswer));
    assert_eq!(pickup(&mut office, "101", "102"), Err(Failure::NotDifferentDevices));
    assert_eq!(pickup(&mut office, "601", "102"), Err(Failure::RequestIncompatibleWithObject));
    office.dial("103", "104").unwrap();
    assert_eq!(pickup(&mut office, "103", "102"), Err(Failure::InvalidDestinationDeviceState));
}
