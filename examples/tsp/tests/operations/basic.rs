//! Dial, hang up, answer, hold, retrieve, redirect.

use pbx_sim::model::{Caller, NetworkAct, UserAct};
use tsp::CallState::{
    Busy, Connected, Dialing, Dialtone, Disconnected, Idle, Offering, OnHold, Proceeding, Ringback,
};
use tsp::{DisconnectMode, Error, Operation, Origin, Reason};

use crate::desk::{Desk, has_no_call, is_refused};

#[tokio::test(flavor = "multi_thread")]
async fn dialling_rings_at_the_other_line_and_both_know_each_other() {
    let mut desk = Desk::new(&["101", "102"]).await;
    let dialled = desk.line("101").dial("102").await.unwrap();
    assert!(!dialled.prompts);
    desk.until(&[("101", &[Ringback]), ("102", &[Offering])]).await;
    assert_eq!(desk.told("101"), [Dialtone, Dialing, Proceeding, Ringback]);
    assert_eq!(desk.told("102"), [Offering]);
    let (caller, called) = (desk.call("101"), desk.call("102"));
    assert_eq!(Some(caller.id), dialled.call, "the answer names the call");
    assert_eq!((caller.origin, called.origin), (Origin::Outbound, Origin::Internal));
    assert_eq!((caller.reason, called.reason), (Reason::Direct, Reason::Direct));
    assert_eq!(caller.called.number(), Some("102"));
    assert_eq!(called.caller.number(), Some("101"));
    assert_ne!(caller.id, called.id);
    assert_eq!(caller.hub, called.hub, "one call in the switch");
}

#[tokio::test(flavor = "multi_thread")]
async fn dialling_is_refused_where_it_leads_nowhere() {
    let mut desk = Desk::new(&["101", "102"]).await;
    let line = desk.line("101");
    is_refused(line.dial("101").await, Operation::Dial, "notDifferentDevices");
    is_refused(line.dial("777").await, Operation::Dial, "invalidCalledDeviceID");
    for number in ["", "  ", "12a", "1?", &"1".repeat(65)] {
        let refused = line.dial(number).await;
        assert!(matches!(refused, Err(Error::Invalid { .. })), "{number:?}: {refused:?}");
    }
    desk.connect("101", "102").await;
    is_refused(line.dial("103").await, Operation::Dial, "invalidCallingDeviceState");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_busy_is_said_to_be() {
    let mut desk = Desk::new(&["101", "102", "103"]).await;
    desk.connect("102", "103").await;
    desk.line("101").dial("102").await.unwrap();
    desk.until(&[("101", &[Busy])]).await;
    assert_eq!(desk.told("101"), [Dialtone, Dialing, Proceeding, Busy]);
    assert_eq!(desk.told("102"), []);
    desk.line("101").hang_up(None).await.unwrap();
    desk.until(&[("101", &[])]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn hanging_up_ends_the_call_at_both_lines() {
    let mut desk = Desk::new(&["101", "102"]).await;
    has_no_call(desk.line("101").hang_up(None).await, Operation::HangUp);
    desk.connect("101", "102").await;
    desk.line("101").hang_up(None).await.unwrap();
    desk.until(&[("101", &[]), ("102", &[])]).await;
    assert_eq!(desk.told("101"), [Idle]);
    assert_eq!(desk.told("102"), [Disconnected, Idle]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_call_that_rings_can_be_rejected() {
    let mut desk = Desk::new(&["101", "102"]).await;
    desk.line("101").dial("102").await.unwrap();
    desk.until(&[("102", &[Offering])]).await;
    desk.forget();
    desk.line("102").hang_up(None).await.unwrap();
    desk.until(&[("102", &[])]).await;
    assert_eq!(desk.told("102"), [Disconnected, Idle]);
}

#[tokio::test(flavor = "multi_thread")]
async fn answering_connects_both() {
    let mut desk = Desk::new(&["101", "102"]).await;
    has_no_call(desk.line("102").answer(None).await, Operation::Answer);
    desk.line("101").dial("102").await.unwrap();
    desk.until(&[("102", &[Offering])]).await;
    desk.forget();
    desk.line("102").answer(None).await.unwrap();
    desk.until(&[("101", &[Connected]), ("102", &[Connected])]).await;
    assert_eq!((desk.told("101"), desk.told("102")), (vec![Connected], vec![Connected]));
    let (caller, called) = (desk.call("101"), desk.call("102"));
    assert_eq!(caller.connected.number(), Some("102"));
    assert_eq!(called.connected.number(), Some("101"));
    assert!(called.connected_at >= Some(called.began) && called.ended.is_none());
    let call = Some(caller.id);
    match desk.line("101").answer(call).await {
        Err(Error::WrongState { state: Connected, operation: Operation::Answer, .. }) => {}
        other => panic!("{other:?}"),
    }
    match desk.line("102").answer(call).await {
        Err(Error::UnknownCall { .. }) => {}
        other => panic!("{other:?}"),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_call_is_held_and_retrieved_and_the_other_end_knows() {
    let mut desk = Desk::new(&["101", "102"]).await;
    has_no_call(desk.line("101").hold(None).await, Operation::Hold);
    has_no_call(desk.line("101").retrieve(None).await, Operation::Retrieve);
    desk.connect("101", "102").await;
    desk.line("102").hold(None).await.unwrap();
    desk.until(&[("101", &[Connected]), ("102", &[OnHold])]).await;
    assert_eq!(desk.told("102"), [OnHold]);
    has_no_call(desk.line("102").hold(None).await, Operation::Hold);
    desk.line("102").retrieve(None).await.unwrap();
    desk.until(&[("101", &[Connected]), ("102", &[Connected])]).await;
    assert_eq!(desk.told("102"), [Connected]);
    desk.until_call("101", |call| !call.held_by_other).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_other_end_holds_stays_connected_and_says_so() {
    let mut desk = Desk::new(&["101", "102"]).await;
    desk.connect("101", "102").await;
    desk.line("102").hold(None).await.unwrap();
    desk.until(&[("102", &[OnHold])]).await;
    desk.until_call("101", |call| call.held_by_other).await;
    assert_eq!(desk.call("101").state, Connected);
}

#[tokio::test(flavor = "multi_thread")]
async fn redirecting_sends_a_call_that_rings_elsewhere() {
    let mut desk = Desk::new(&["101", "102", "103"]).await;
    has_no_call(desk.line("102").redirect(None, "103").await, Operation::Redirect);
    desk.line("101").dial("102").await.unwrap();
    desk.until(&[("102", &[Offering])]).await;
    desk.forget();
    is_refused(
        desk.line("102").redirect(None, "777").await,
        Operation::Redirect,
        "invalidDestination",
    );
    desk.line("102").redirect(None, "103").await.unwrap();
    desk.until(&[("102", &[]), ("103", &[Offering])]).await;
    assert_eq!(desk.told("102"), [Disconnected, Idle]);
    let call = desk.call("103");
    assert_eq!((call.reason, call.redirecting.number()), (Reason::Redirect, Some("102")));
    assert_eq!(call.caller.number(), Some("101"));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_outside_call_names_caller_and_trunk() {
    let mut desk = Desk::new(&["101"]).await;
    let from = Caller::Number("03012345".to_owned());
    let act = NetworkAct::Calls { line: None, from, to: "101".to_owned() };
    desk.pbx.network(act).await.unwrap();
    desk.until(&[("101", &[Offering])]).await;
    let call = desk.call("101");
    assert_eq!((call.origin, call.caller.number()), (Origin::External, Some("03012345")));
    assert_eq!(call.trunk.map(|trunk| trunk.to_string()).as_deref(), Some("trunk-line/1"));
    let trunk = call.trunk.map(u32::from).and_then(pbx_sim::model::DeviceNumber::from_raw).unwrap();
    desk.pbx.network(NetworkAct::Releases(trunk)).await.unwrap();
    desk.until(&[("101", &[])]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_user_does_at_the_telephone_is_seen_as_well() {
    let mut desk = Desk::new(&["101", "102"]).await;
    desk.user("101", UserAct::Lift).await;
    desk.until(&[("101", &[Dialtone])]).await;
    desk.user("101", UserAct::Dial("102".to_owned())).await;
    desk.until(&[("102", &[Offering])]).await;
    desk.user("101", UserAct::HangUp).await;
    desk.until(&[("101", &[]), ("102", &[])]).await;
    assert_eq!(desk.told("102"), [Offering, Disconnected, Idle]);
    assert_eq!(DisconnectMode::Cancelled.value(), 0x80000);
}
