//! Calls that come back because nobody has taken them.

use pbx_sim::model::{Request, UserAct};

use crate::support::Office;

/// An outside caller has been transferred by 101 to 103, which rings, in call 0003.
fn transferred(office: &mut Office) {
    office.call_in("03012345", "101");
    office.user("101", UserAct::Answer).unwrap();
    office.user("101", UserAct::Transfer).unwrap();
    office.user("101", UserAct::Dial("103".to_owned())).unwrap();
    office.user("101", UserAct::HangUp).unwrap();
    office.forget();
}

#[test]
fn a_transferred_call_that_nobody_answers_comes_back() {
    let mut office = Office::new();
    transferred(&mut office);
    office.wait_secs(31);
    assert_eq!(
        office.heard("103"),
        ["DV 0003/103 03012345>103 via 101 in T1 to 101; Null, recallNoAnswer"]
    );
    assert_eq!(office.heard("101"), ["DL 0003/101 03012345>103 via 103 in T1; Alerting, recall"]);
    assert_eq!(office.heard_line(1), ["DL 0003/101 03012345>103 via 103 in T1; Connected, recall"]);
    office.user("101", UserAct::Answer).unwrap();
    assert_eq!(office.heard("101"), ["ES 0003/101 03012345>103 via 103 in T1; Connected, recall"]);
}

#[test]
fn a_transferred_call_that_is_answered_in_time_does_not_come_back() {
    let mut office = Office::new();
    transferred(&mut office);
    office.wait_secs(29);
    office.user("103", UserAct::Answer).unwrap();
    office.forget();
    office.wait_secs(300);
    assert!(office.is_quiet());
}

#[test]
fn it_rings_on_while_the_one_who_transferred_it_is_busy() {
    let mut office = Office::new();
    transferred(&mut office);
    office.user("101", UserAct::Lift).unwrap();
    office.forget();
    office.wait_secs(19); // the first digit is not waited for any longer
    office.wait_secs(12);
    assert_eq!(office.heard("103"), [""; 0]);
    office.wait_secs(30);
    assert_eq!(office.heard("103"), ["CC 0003/103; Null, alertTimeExpired"]);
}

#[test]
fn a_single_step_transfer_comes_back_as_well() {
    let mut office = Office::new();
    office.call_in("03012345", "101");
    office.user("101", UserAct::Answer).unwrap();
    let (active, to) = (office.connection("101", 0), "110".to_owned());
    office.request(Request::SingleStepTransfer { active, to }).unwrap();
    office.forget();
    office.wait_secs(31);
    assert_eq!(
        office.heard("110"),
        ["DV 0002/110 03012345>110 via 101 in T1 to 101; Null, recallNoAnswer"]
    );
    assert_eq!(office.heard("110m"), ["CC 0002/110m; Null, callCancelled"]);
    assert_eq!(office.heard("101"), ["DL 0002/101 03012345>110 via 110 in T1; Alerting, recall"]);
}

#[test]
fn a_recall_is_picked_up_by_somebody_else() {
    let mut office = Office::new();
    transferred(&mut office);
    office.wait_secs(31);
    office.forget();
    office.user("105", UserAct::PickUp).unwrap();
    assert_eq!(
        office.heard("101"),
        ["DV 0003/101 03012345>103 via 103 in T1 to 105; Null, callPickup"]
    );
    assert_eq!(
        office.heard("105"),
        ["ES 0003/105 03012345>103 via 101 in T1; Connected, callPickup"]
    );
}

#[test]
fn a_call_that_still_rings_goes_on_ringing_when_it_is_taken_back() {
    let mut office = Office::new();
    office.user("101", UserAct::Dial("102".to_owned())).unwrap();
    office.user("101", UserAct::Transfer).unwrap();
    office.user("101", UserAct::HangUp).unwrap();
    office.forget();
    office.user("101", UserAct::Lift).unwrap();
    assert_eq!(office.heard("101"), ["ES 0001/101 101>102; Connected, recall"]);
    assert_eq!(office.heard("102"), [""; 0]);
    office.user("102", UserAct::Answer).unwrap();
    assert_eq!(office.heard("101"), ["ES 0001/102 101>102; Connected, newCall"]);
}

#[test]
fn who_takes_a_call_that_reminds_its_holder_waits_for_whom_it_rings_at() {
    let mut office = Office::new();
    office.dial("101", "102").unwrap();
    office.user("101", UserAct::Transfer).unwrap();
    office.user("101", UserAct::HangUp).unwrap(); // there is nobody to transfer to
    office.forget();
    office.user("103", UserAct::PickUpAt("101".to_owned())).unwrap();
    assert_eq!(office.heard("103"), ["ES 0001/103 101>102 via 101; Connected, callPickup"]);
    assert_eq!(office.heard("102"), [""; 0], "it rings on");
    office.user("102", UserAct::Answer).unwrap();
    assert_eq!(office.heard("103"), ["ES 0001/102 101>102 via 101; Connected, callPickup"]);
}
