//! Voice mail (500), DISA (501), and digits.

use pbx_sim::Outcome;
use pbx_sim::model::{Answer, Failure, NetworkAct, Request, UserAct};

use crate::support::Office;

fn dials(office: &mut Office, digits: &str) -> Result<(), Failure> {
    let line = office.line(1);
    office.network(NetworkAct::Dials { line, digits: digits.to_owned() })
}

#[test]
fn voice_mail_answers_by_itself_and_ends_the_call_in_the_end() {
    let mut office = Office::new();
    office.dial("101", "500").unwrap();
    office.wait_secs(1);
    assert_eq!(
        office.heard("500"),
        ["DL 0001/500 101>500; Alerting, newCall", "ES 0001/500 101>500; Connected, newCall"]
    );
    office.forget();
    office.wait_secs(60);
    assert_eq!(
        office.heard("101"),
        ["CC 0001/500; Connected, normalClearing", "CC 0001/101; Null, normalClearing"]
    );
    assert_eq!(office.heard("500"), ["CC 0001/500; Null, normalClearing"]);
}

#[test]
fn voice_mail_is_busy_when_all_its_ports_are() {
    let mut office = Office::new();
    for caller in ["101", "102", "103", "104"] {
        office.dial(caller, "500").unwrap();
    }
    office.forget();
    office.dial("105", "500").unwrap();
    assert_eq!(office.heard("105")[2], "FA 0005/500 105>500; Connected, busy");
    office.user("101", UserAct::HangUp).unwrap();
    assert_eq!(office.heard("500"), ["CC 0001/500; Null, callCancelled"]);
}

#[test]
fn an_outside_caller_dials_on_from_disa() {
    let mut office = Office::new();
    office.call_in("03012345", "501");
    assert_eq!(
        office.heard("501"),
        [
            "DL 0001/501 03012345>501 in T1; Alerting, newCall",
            "ES 0001/501 03012345>501 in T1; Connected, newCall",
        ]
    );
    dials(&mut office, "10").unwrap();
    dials(&mut office, "4").unwrap();
    assert_eq!(office.heard("501"), ["DV 0001/501 03012345>501 in T1 to 104; Null, redirected"]);
    assert_eq!(
        office.heard("104"),
        ["DL 0001/104 03012345>104 via 501 in T1; Alerting, redirected"]
    );
    office.user("104", UserAct::Answer).unwrap();
    assert_eq!(
        office.heard_line(1).last().unwrap(),
        "ES 0001/104 03012345>104 via 501 in T1; Connected, redirected"
    );
}

#[test]
fn who_dials_nothing_or_nonsense_at_disa_is_released() {
    let mut office = Office::new();
    office.call_in("03012345", "501");
    office.forget();
    office.wait_secs(21);
    assert_eq!(
        office.heard_line(1),
        ["CC 0001/501; Connected, normalClearing", "CC 0001/T1; Null, normalClearing"]
    );
    office.call_in("03012345", "501");
    office.forget();
    dials(&mut office, "4").unwrap();
    assert_eq!(
        office.heard_line(1),
        ["CC 0002/501; Connected, destNotObtainable", "CC 0002/T1; Null, normalClearing"]
    );
    assert_eq!(office.model.calls().count(), 0);
}

#[test]
fn an_outside_caller_goes_out_by_disa_only_where_that_is_allowed() {
    let mut office = Office::new();
    office.call_in("03012345", "501");
    office.forget();
    dials(&mut office, "0089#").unwrap();
    assert_eq!(office.heard("501"), ["CC 0001/501; Null, destNotObtainable"]);

    let mut office = Office::with(|config| {
        config.trunk_to_trunk = true;
        config.network.otherwise = Outcome::Silent;
    });
    office.call_in("03012345", "501");
    office.forget();
    dials(&mut office, "0089").unwrap();
    office.wait_secs(5);
    assert_eq!(
        office.heard_line(2),
        ["NR 0001/T2 03012345>0089 via 501 in T1 out T2; Connected, redirected"]
    );
    office.network(NetworkAct::Releases(office.line(2))).unwrap();
    assert_eq!(office.model.calls().count(), 0);
}

#[test]
fn nobody_inside_calls_disa() {
    let mut office = Office::new();
    office.dial("101", "501").unwrap();
    assert_eq!(office.heard("101")[2], "FA 0001/501 101>501; Connected, incompatibleDestination");
}

#[test]
fn digits_are_dialled_for_a_telephone_with_dial_tone() {
    let mut office = Office::with(|config| config.report_digits = true);
    office.user("101", UserAct::Lift).unwrap();
    office.forget();
    let dial = |office: &mut Office, digits: &str| {
        let (connection, digits) = (office.connection("101", 0), digits.to_owned());
        office.request(Request::DialDigits { connection, digits })
    };
    assert_eq!(dial(&mut office, "1o2"), Err(Failure::InvalidCalledDevice));
    assert_eq!(dial(&mut office, "10"), Ok(Answer::Done));
    assert_eq!(office.heard("101"), ["DD 0001/101 10; Initiated, normal"]);
    dial(&mut office, "2").unwrap();
    assert_eq!(
        office.heard("101"),
        [
            "DD 0001/101 2; Initiated, normal",
            "OR 0001/101 101>102; Connected, newCall",
            "DL 0001/102 101>102; Connected, newCall",
        ]
    );
    assert_eq!(dial(&mut office, "3"), Err(Failure::InvalidConnectionState));
}

#[test]
fn tones_are_told_to_everybody_in_the_call() {
    let mut office = Office::new();
    office.call_in("03012345", "101");
    office.user("101", UserAct::Answer).unwrap();
    office.forget();
    let generate = |office: &mut Office, digits: &str| {
        let (connection, digits) = (office.connection("101", 0), digits.to_owned());
        office.request(Request::GenerateDigits { connection, digits })
    };
    generate(&mut office, "1,2#").unwrap();
    assert_eq!(office.heard("101"), ["tones 0001/101 1,2#"]);
    assert_eq!(office.heard_line(1), ["tones 0001/101 1,2#"]);
    office.user("101", UserAct::Dial("7".to_owned())).unwrap();
    assert_eq!(office.heard_line(1), ["tones 0001/101 7"]);
    dials(&mut office, "99").unwrap();
    assert_eq!(office.heard("101"), ["tones 0001/101 7", "tones 0001/T1 99"]);
    assert_eq!(generate(&mut office, "x"), Err(Failure::ToneCharacterOutOfRange));
    assert_eq!(generate(&mut office, ""), Err(Failure::InvalidParameterValue));
    assert_eq!(generate(&mut office, &"1".repeat(65)), Err(Failure::InvalidParameterValue));
    office.user("101", UserAct::Hold).unwrap();
    assert_eq!(generate(&mut office, "1"), Err(Failure::InvalidConnectionState));
}
