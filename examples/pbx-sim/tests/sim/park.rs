//! Parking in zones (701 to 704) and fetching from them.

use pbx_sim::model::{Answer, ConnectionState, Failure, NetworkAct, Request, UserAct};

use crate::support::Office;

/// 102 has called 101, who has answered, in call 0001.
fn talking() -> Office {
    let mut office = Office::new();
    office.dial("102", "101").unwrap();
    office.user("101", UserAct::Answer).unwrap();
    office.forget();
    office
}

fn park(office: &mut Office, number: &str, zone: &str) -> Result<Answer, Failure> {
    let (connection, zone) = (office.connection(number, 0), zone.to_owned());
    office.request(Request::Park { connection, zone })
}

#[test]
fn a_call_waits_in_the_zone_and_is_fetched_by_its_number() {
    let mut office = talking();
    let parked = park(&mut office, "101", "701");
    assert_eq!(parked, Ok(Answer::Connection(office.connection("701", 0))));
    assert_eq!(office.heard("101"), ["DV 0001/101 102>101 to 701; Null, park"]);
    assert_eq!(office.heard("102"), ["QU 0001/701 102>101 via 101 0/1; Connected, park"]);
    assert_eq!(office.heard("701"), ["QU 0001/701 102>101 via 101 0/1; Queued, park"]);

    office.user("103", UserAct::Dial("701".to_owned())).unwrap();
    assert_eq!(
        office.heard("103"),
        [
            "SI 0002/103; Initiated, newCall",
            "CC 0002/103; Null, normalClearing",
            "ES 0001/103 102>101 via 701; Connected, park",
        ]
    );
    assert_eq!(office.heard("102"), ["ES 0001/103 102>101 via 701; Connected, park"]);
    assert_eq!(office.heard("701"), ["DV 0001/701 102>101 via 101 to 103; Null, park"]);
    assert_eq!(office.model.calls().count(), 1);
}

#[test]
fn an_outside_caller_is_parked_by_key_and_fetched_by_an_application() {
    let mut office = Office::new();
    office.dial("101", "0030123").unwrap();
    office.wait_secs(5);
    office.forget();
    office.user("101", UserAct::Park("702".to_owned())).unwrap();
    assert_eq!(office.heard("101"), ["DV 0001/101 101>0030123 out T1 to 702; Null, park"]);
    assert_eq!(
        office.heard_line(1),
        ["QU 0001/702 0030123>101 via 101 in T1 0/1; Connected, park"]
    );
    let (waiting, by) = (office.connection("702", 0), office.ext("103"));
    office.request(Request::Pickup { waiting, by }).unwrap();
    assert_eq!(office.heard("103"), ["ES 0001/103 0030123>101 via 702 in T1; Connected, park"]);
}

#[test]
fn a_parked_call_rings_in_time_where_it_was_parked() {
    let mut office = talking();
    park(&mut office, "101", "701").unwrap();
    office.forget();
    office.wait_secs(181);
    assert_eq!(office.heard("701"), ["DV 0001/701 102>101 via 101 to 101; Null, recall"]);
    assert_eq!(office.heard("101"), ["DL 0001/101 102>101 via 701; Alerting, recall"]);
    assert_eq!(office.heard("102"), ["DL 0001/101 102>101 via 701; Connected, recall"]);
    office.user("101", UserAct::Answer).unwrap();
    assert_eq!(office.heard("101"), ["ES 0001/101 102>101 via 701; Connected, recall"]);
}

#[test]
fn a_recall_waits_while_that_telephone_is_busy() {
    let mut office = talking();
    park(&mut office, "101", "701").unwrap();
    office.user("101", UserAct::Lift).unwrap();
    office.user("101", UserAct::Dial("104".to_owned())).unwrap();
    office.user("104", UserAct::Answer).unwrap();
    office.forget();
    office.wait_secs(181);
    assert!(office.is_quiet());
    office.user("101", UserAct::HangUp).unwrap();
    office.wait_secs(60);
    assert_eq!(
        office.heard("101").last().unwrap(),
        "DL 0001/101 102>101 via 701; Alerting, recall"
    );
}

#[test]
fn who_is_parked_can_give_up() {
    let mut office = talking();
    park(&mut office, "101", "701").unwrap();
    office.forget();
    office.user("102", UserAct::HangUp).unwrap();
    assert_eq!(office.heard("701"), ["CC 0001/701; Null, callCancelled"]);
    assert_eq!(office.heard("102"), ["CC 0001/102; Null, normalClearing"]);
    office.user("103", UserAct::Dial("701".to_owned())).unwrap();
    assert_eq!(office.heard("103")[1], "FA 0002/103 103>unknown; Fail, destNotObtainable");
}

#[test]
fn a_held_call_can_be_parked() {
    let mut office = talking();
    office.user("101", UserAct::Hold).unwrap();
    office.forget();
    office.user("101", UserAct::Park("701".to_owned())).unwrap();
    assert_eq!(office.heard("701"), ["QU 0001/701 102>101 via 101 0/1; Queued, park"]);
    assert_eq!(office.model.state(office.connection("701", 0)), ConnectionState::Queued);
}

#[test]
fn what_cannot_be_parked_is_refused_for_its_reason() {
    let mut office = talking();
    assert_eq!(park(&mut office, "101", "777"), Err(Failure::InvalidParkToDevice));
    assert_eq!(park(&mut office, "101", "103"), Err(Failure::InvalidParkToDevice));
    park(&mut office, "101", "701").unwrap();
    assert_eq!(park(&mut office, "102", "702"), Err(Failure::InvalidConnectionState));
    office.call_in("03012345", "101");
    assert_eq!(park(&mut office, "101", "702"), Err(Failure::InvalidConnectionState));
    office.user("101", UserAct::Answer).unwrap();
    assert_eq!(park(&mut office, "101", "701"), Err(Failure::InvalidParkToDeviceState));
    let gone = office.connection("101", 0);
    office.network(NetworkAct::Releases(office.line(1))).unwrap();
    let refused = office.request(Request::Park { connection: gone, zone: "702".to_owned() });
    assert_eq!(refused, Err(Failure::NoActiveCall));
}
