//! A request whose outcome nobody knows.

use std::time::Duration;

use bus::{InvokeAnswer, InvokeOutcome};
use futures::StreamExt;
use pbx_sim::Fault;
use serde_json::json;

use crate::bystander::{Board, server, with_standby};
use crate::support::{Office, soon, start, until};

/// The holder dies after it has sent the request to the PBX, and before it has an answer: whoever
/// asks again under the same key learns that the outcome is unknown, and it is not carried out twice.
#[tokio::test]
async fn a_request_is_not_carried_out_again_when_the_holder_dies_before_the_answer() {
    let Some(server) = server().await else { return };
    let office = Office::new(2).await;
    let bus = server.connect().await.unwrap();
    let one = start(with_standby(&office, &server, "berlin", "one")).await;
    until("a holder", || one.is_holder()).await;
    let other = start(with_standby(&office, &server, "berlin", "other")).await;
    let board = Board::follow(&bus).await;
    until("monitors", || board.is_monitored("berlin", "1002")).await;

    let store = bus::bucket::requests(&bus).await.unwrap();
    let mut keys = store.watch_all().await.unwrap();
    office.switch.fault(Fault::Freeze(None)).await.unwrap();
    let device = |number: &str| json!({"deviceIdentifier": {"dialingNumber": number}});
    let argument =
        json!({"callingDevice": device("1001"), "calledDirectoryNumber": device("1002")});
    let request = json!({"key": "only once", "argument": argument}).to_string();
    let subject = "csta.berlin.invoke.makeCall";
    let asked = {
        let (client, request) = (bus.client().clone(), request.clone());
        tokio::spawn(async move { client.request(subject, request.into()).await })
    };
    soon("the key", keys.next()).await.unwrap().unwrap();
    until("the request", || one.status().requests.in_flight > 0).await;
    drop(one);
    asked.abort();
    office.switch.fault(Fault::Thaw).await.unwrap();

    until("the other", || {
        board.site("berlin").is_some_and(|site| site.holder == "other" && site.linked)
    })
    .await;
    let answer = soon("an answer", async {
        loop {
            if let Ok(answer) = bus.client().request(subject, request.clone().into()).await {
                return serde_json::from_slice::<InvokeAnswer>(&answer.payload).unwrap();
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    })
    .await;
    let InvokeOutcome::Error(error) = answer.outcome else { panic!("{answer:?}") };
    assert!(error.text.contains("outcome unknown"), "{error}");
    assert_eq!((error.code, error.may_have_been_done), (504, true));
    // Whether the PBX has made the call or not, there is one at most.
    until("monitors", || board.is_monitored("berlin", "1002")).await;
    assert!(board.states("berlin", "1002").len() <= 1);
    other.stop().await;
}
