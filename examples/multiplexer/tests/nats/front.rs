//! The front of one multiplexer.
#![expect(clippy::unwrap_used, reason = "a test may fail that way")]

use std::time::Duration;

use bus::subject::CALL_RECORDS_STREAM;
use bus::{InvokeOutcome, LineState, Site, SiteState, invoke};
use futures::StreamExt;
use pbx_sim::Fault;
use pbx_sim::model::{Caller, NetworkAct, UserAct};
use serde_json::json;

use crate::bystander::{Board, call_records, events, said_of, server, subscribed, with_bus};
use crate::support::{Office, soon, start_linked, until};

const LIMIT: Duration = Duration::from_secs(20);

fn site() -> Site {
    "berlin".parse().unwrap()
}

fn device(number: &str) -> serde_json::Value {
    json!({"deviceIdentifier": {"dialingNumber": number}})
}

#[tokio::test]
async fn publishes_events_and_the_state_of_calls() {
    let Some(server) = server().await else { return };
    let office = Office::new(3).await;
    let bus = server.connect().await.unwrap();
    let seen = events(&bus, "berlin").await;
    let multiplexer = start_linked(with_bus(&office, &server, "berlin", "one")).await;
    let board = Board::follow(&bus).await;
    until("monitors", || {
        ["1001", "1002", "1003"].iter().all(|line| board.is_monitored("berlin", line))
    })
    .await;
    office.switch.user("1001", UserAct::Lift).await.unwrap();
    office.switch.user("1001", UserAct::Dial("1002".to_owned())).await.unwrap();
    until("ringing", || board.states("berlin", "1002") == ["offering"]).await;
    assert_eq!(board.states("berlin", "1001"), ["ringback"]);
    // One who starts late reads the present.
    let late = Board::follow(&bus).await;
    assert_eq!(late.states("berlin", "1002"), ["offering"]);
    let call = late.line("berlin", "1002").unwrap().calls.remove(0);
    assert_eq!(call.caller.unwrap().number, "1001");
    office.switch.user("1002", UserAct::Answer).await.unwrap();
    until("talk", || late.states("berlin", "1001") == ["connected"]).await;
    office.switch.user("1001", UserAct::HangUp).await.unwrap();
    until("the end", || {
        late.states("berlin", "1001").is_empty() && late.states("berlin", "1002").is_empty()
    })
    .await;
    let events = seen.lock().unwrap().clone();
    let sequences: Vec<u64> = events.iter().map(|event| event.sequence).collect();
    assert!(sequences.is_sorted_by(|a, b| *b == a + 1), "{sequences:?}");
    let delivered =
        events.iter().find(|event| event.event == "delivered" && event.device == "1002");
    let delivered = delivered.expect("a call was delivered");
    assert_eq!(delivered.call.as_ref().unwrap().state, "offering");
    assert!(delivered.csta["callControlEvents"]["delivered"].is_object(), "{}", delivered.csta);
    assert_eq!(board.site("berlin").unwrap().missed, 0);
    multiplexer.stop().await;
}

#[tokio::test]
async fn serves_requests_once_however_often_they_are_sent() {
    let Some(server) = server().await else { return };
    let office = Office::new(2).await;
    let bus = server.connect().await.unwrap();
    let multiplexer = start_linked(with_bus(&office, &server, "berlin", "one")).await;
    let argument =
        json!({"callingDevice": device("1001"), "calledDirectoryNumber": device("1002")});
    let request = json!({"key": "the first", "argument": argument});
    let mut answers = Vec::new();
    let subject = "csta.berlin.invoke.makeCall";
    soon("the service", async {
        while answers.len() < 3 {
            let sent = bus.client().request(subject, request.to_string().into()).await;
            match sent {
                Ok(answer) => answers.push(answer.payload),
                Err(_) => tokio::time::sleep(Duration::from_millis(20)).await,
            }
        }
    })
    .await;
    let answer: serde_json::Value = serde_json::from_slice(&answers[0]).unwrap();
    assert!(answer["result"]["value"]["callingDevice"].is_object(), "{answer}");
    assert!(answers.iter().all(|other| *other == answers[0]), "{answers:?}");
    let argument =
        json!({"callingDevice": device("1002"), "calledDirectoryNumber": device("1001")});
    let other = json!({"key": "the first", "argument": argument});
    let answer = bus.client().request(subject, other.to_string().into()).await.unwrap();
    let answer: serde_json::Value = serde_json::from_slice(&answer.payload).unwrap();
    assert_eq!(answer["error"]["code"], 409, "{answer}");
    // A refusal of the switch.
    let argument =
        json!({"callingDevice": device("9999"), "calledDirectoryNumber": device("1001")});
    let outcome = invoke(&bus, &site(), "makeCall", None, argument, LIMIT).await.unwrap();
    assert!(matches!(outcome, InvokeOutcome::Failure(_)), "{outcome:?}");
    // What is no request is said where it is wrong.
    let outcome = invoke(&bus, &site(), "makeCall", None, json!({"no": 1}), LIMIT).await.unwrap();
    let InvokeOutcome::Error(error) = outcome else { panic!("{outcome:?}") };
    assert_eq!((error.code, error.text.starts_with("$.argument")), (400, true), "{error}");
    for (operation, code) in [("makeTea", 404), ("monitorStart", 400), ("systemStatus", 400)] {
        let outcome = invoke(&bus, &site(), operation, None, json!({}), LIMIT).await.unwrap();
        let InvokeOutcome::Error(error) = outcome else { panic!("{operation}: {outcome:?}") };
        assert_eq!(error.code, code, "{operation}: {error}");
    }
    multiplexer.stop().await;
}

#[tokio::test]
async fn requests_of_a_user_are_held_to_what_the_user_may() {
    let Some(server) = server().await else { return };
    let office = Office::new(2).await;
    let bus = server.connect().await.unwrap();
    let mut config = with_bus(&office, &server, "berlin", "one");
    let users = office.path("users.toml");
    multiplexer::add_user(&users, "reception", "opensesame", false).unwrap();
    let text = std::fs::read_to_string(&users).unwrap();
    std::fs::write(&users, format!("{text}control = [\"1001\"]\n")).unwrap();
    config.users.file = Some(users);
    let multiplexer = start_linked(config).await;
    let call = |from: &str, to: &str| json!({"callingDevice": device(from), "calledDirectoryNumber": device(to)});
    let user = Some("reception");
    let outcome =
        invoke(&bus, &site(), "makeCall", user, call("1001", "1002"), LIMIT).await.unwrap();
    assert!(matches!(outcome, InvokeOutcome::Result { .. }), "{outcome:?}");
    let outcome =
        invoke(&bus, &site(), "makeCall", user, call("1002", "1001"), LIMIT).await.unwrap();
    assert!(matches!(outcome, InvokeOutcome::Failure(_)), "{outcome:?}");
    let outcome =
        invoke(&bus, &site(), "makeCall", Some("nobody"), call("1001", "1002"), LIMIT).await;
    assert!(
        matches!(&outcome, Ok(InvokeOutcome::Error(error)) if error.code == 403),
        "{outcome:?}"
    );
    multiplexer.stop().await;
}

#[tokio::test]
async fn nats_goes_and_comes_back_and_nothing_is_lost_but_events_that_are_counted() {
    let Some(mut server) = server().await else { return };
    let office = Office::new(2).await;
    let bus = server.connect().await.unwrap();
    let multiplexer = start_linked(with_bus(&office, &server, "berlin", "one")).await;
    let board = Board::follow(&bus).await;
    until("monitors", || board.is_monitored("berlin", "1002")).await;
    soon("the stream, for whoever wants the first record", async {
        while bus.jetstream().get_stream(CALL_RECORDS_STREAM).await.is_err() {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    })
    .await;
    server.kill();
    until("the loss of NATS", || !bus.is_connected()).await;
    let events = || multiplexer.status().events;
    let before = events();
    // The multiplexer may see the loss a moment later than the test; what it publishes until then is
    // lost and not counted.
    office.switch.user("1001", UserAct::Lift).await.unwrap();
    office.switch.user("1001", UserAct::HangUp).await.unwrap();
    until("the end of a try", || events() >= before + 2).await;
    // A call from outside, with NATS away.
    let quiet = events();
    let from = Caller::Number("030123456".to_owned());
    let call = NetworkAct::Calls { line: None, from, to: "1002".to_owned() };
    office.switch.network(call).await.unwrap();
    until("the ringing", || events() > quiet).await;
    let rings = events();
    office.switch.user("1002", UserAct::Answer).await.unwrap();
    until("the answer", || events() > rings).await;
    assert_eq!(multiplexer.status().link, multiplexer::LinkState::Up);
    server.restart().await.unwrap();
    until("the present", || board.states("berlin", "1002") == ["connected"]).await;
    until("the count", || board.site("berlin").is_some_and(|site| site.missed >= 2)).await;
    office.switch.user("1002", UserAct::HangUp).await.unwrap();
    until("the end", || board.states("berlin", "1002").is_empty()).await;
    soon("the record", async {
        while call_records(&bus).await.is_empty() {
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    })
    .await;
    assert_eq!(call_records(&bus).await.len(), 1);
    let (missed, all) = (board.site("berlin").unwrap().missed, events() - before);
    assert!(missed <= all, "{missed} of {all}");
    multiplexer.stop().await;
}

#[tokio::test]
async fn the_pbx_goes_away_and_the_site_says_so_until_it_is_back() {
    let Some(server) = server().await else { return };
    let office = Office::new(2).await;
    let bus = server.connect().await.unwrap();
    let multiplexer = start_linked(with_bus(&office, &server, "berlin", "one")).await;
    let board = Board::follow(&bus).await;
    until("monitors", || board.is_monitored("berlin", "1002")).await;
    until("the link", || board.site("berlin").is_some_and(|site| site.linked)).await;
    office.switch.user("1001", UserAct::Lift).await.unwrap();
    office.switch.user("1001", UserAct::Dial("1002".to_owned())).await.unwrap();
    until("ringing", || board.states("berlin", "1002") == ["offering"]).await;
    let said = said_of(&board, "1002").await;
    let mut status = subscribed(&bus, "csta.berlin.status".to_owned()).await;
    let lasting = Duration::from_secs(1);
    office.switch.fault(Fault::Restart { lasting, keeps_calls: true }).await.unwrap();
    let away = soon("the loss of the PBX", async {
        loop {
            let message = status.next().await.unwrap();
            let site: SiteState = serde_json::from_slice(&message.payload).unwrap();
            if !site.linked {
                return site;
            }
        }
    })
    .await;
    assert!(away.reason.as_ref().unwrap().contains("the PBX is away"), "{away:?}");
    let has_lost_it = |line: &LineState| {
        let reason = line.reason.as_deref().unwrap_or_default();
        // It is as it was last known.
        !line.monitored && reason.contains("no link to the PBX") && line.calls.len() == 1
    };
    until("that the line says so", || said.lock().unwrap().iter().any(has_lost_it)).await;
    office.switch.user("1001", UserAct::HangUp).await.unwrap();
    until("the PBX", || board.site("berlin").is_some_and(|site| site.linked)).await;
    until("no ghost", || {
        board.is_monitored("berlin", "1002") && board.states("berlin", "1002").is_empty()
    })
    .await;
    assert_eq!(board.site("berlin").unwrap().missed, 0);
    multiplexer.stop().await;
}

#[tokio::test]
async fn a_line_that_is_no_more_does_not_stay_in_the_bucket() {
    let Some(server) = server().await else { return };
    let office = Office::new(2).await;
    let bus = server.connect().await.unwrap();
    let board = Board::follow(&bus).await;
    let of_both = start_linked(with_bus(&office, &server, "berlin", "one")).await;
    until("monitors", || {
        board.is_monitored("berlin", "1001") && board.is_monitored("berlin", "1002")
    })
    .await;
    of_both.stop().await;
    let mut config = with_bus(&office, &server, "berlin", "one");
    config.bus.as_mut().unwrap().devices = Some(vec!["1001".to_owned()]);
    let of_one = start_linked(config).await;
    until("the end of the line", || board.line("berlin", "1002").is_none()).await;
    until("the other line", || board.is_monitored("berlin", "1001")).await;
    of_one.stop().await;
}
