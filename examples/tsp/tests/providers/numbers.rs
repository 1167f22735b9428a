//! Numbers as the rules make them, in the direction of the call at the line.

use numfmt::{Config as Numbers, Rule};
use pbx_sim::Config;
use pbx_sim::model::{Caller, NetworkAct};
use tsp::{CallState, Error, Notification, Operation};

use crate::office::{LIMIT, Office, settings};

fn numbers() -> Numbers {
    let mut numbers = Numbers::default();
    numbers.extensions.ranges = "100-199".to_owned();
    numbers.incoming.push(Rule::regex("^0(.*)", r"+49\1"));
    numbers.outgoing.push(Rule::regex("^00(.*)", r"out \1"));
    numbers.pc_dialing.push(Rule::text("reception", "102"));
    numbers.pc_dialing.push(Rule::regex(r"^\+49(.*)", r"00\1#"));
    numbers.pc_dialing.push(Rule::text("666", ""));
    numbers
}

#[tokio::test(start_paused = true)]
async fn rules_apply_by_the_direction_of_the_call() {
    let mut office = Office::new(Config::default(), settings().numbers(&numbers()).unwrap()).await;
    let line = office.provider.line("101").unwrap();
    line.open().await.unwrap();
    line.ready(LIMIT).await.unwrap();
    let from = Caller::Number("03012345".to_owned());
    let act = NetworkAct::Calls { line: None, from, to: "101".to_owned() };
    office.pbx.network(act).await.unwrap();
    let call = office
        .until(|told| match told {
            Notification::Call(own) => Some(own.call),
            _ => None,
        })
        .await;
    assert_eq!(call.caller.number(), Some("+493012345"), "an incoming number");
    line.answer(None).await.unwrap();
    office
        .until(|told| match told {
            Notification::Call(own) => (own.call.state == CallState::Connected).then_some(()),
            _ => None,
        })
        .await;
    assert_eq!(line.calls()[0].connected.number(), Some("+493012345"));
    line.hang_up(None).await.unwrap();
    office
        .until(|told| match told {
            Notification::Call(own) => (own.call.state == CallState::Idle).then_some(()),
            _ => None,
        })
        .await;
    line.dial("+493012345").await.unwrap();
    let called = office
        .until(|told| match told {
            Notification::Call(own) if own.call.state == CallState::Connected => {
                Some(own.call.called.clone())
            }
            _ => None,
        })
        .await;
    assert!(called.number().is_some_and(|number| number.starts_with("out ")), "{called:?}");
}

#[tokio::test(start_paused = true)]
async fn rules_apply_to_what_is_dialled() {
    let mut office = Office::new(Config::default(), settings().numbers(&numbers()).unwrap()).await;
    let line = office.provider.line("101").unwrap();
    line.open().await.unwrap();
    line.ready(LIMIT).await.unwrap();
    line.dial("reception").await.unwrap();
    let called = office
        .until(|told| match told {
            Notification::Call(own) if own.call.state == CallState::Ringback => {
                Some(own.call.called.clone())
            }
            _ => None,
        })
        .await;
    assert_eq!(called.number(), Some("102"));
    match line.dial("666").await {
        Err(Error::Invalid { operation: Operation::Dial, what, .. }) => {
            assert!(what.contains("666"), "{what}");
        }
        other => panic!("{other:?}"),
    }
}
