//! Taking calls that ring elsewhere.

use tsp::CallState::{Connected, Disconnected, Idle, Offering};
use tsp::{Error, Operation, Reason};

use crate::desk::{Desk, is_refused};

#[tokio::test(flavor = "multi_thread")]
async fn a_call_is_picked_up_from_the_line_where_it_rings() {
    let mut desk = Desk::new(&["101", "102", "103"]).await;
    let nothing = desk.line("103").pick_up("102").await;
    assert!(matches!(nothing, Err(Error::Invalid { operation: Operation::PickUp, .. })));
    is_refused(desk.line("103").pick_up("777").await, Operation::PickUp, "invalidDeviceID");
    desk.line("101").dial("102").await.unwrap();
    desk.until(&[("102", &[Offering])]).await;
    desk.forget();
    let call = desk.line("103").pick_up("102").await.unwrap();
    desk.until(&[("101", &[Connected]), ("102", &[]), ("103", &[Connected])]).await;
    assert_eq!(desk.told("102"), [Disconnected, Idle]);
    let picked = desk.call("103");
    assert_eq!((Some(picked.id), picked.reason), (call, Reason::PickUp));
    assert_eq!(picked.caller.number(), Some("101"));
    assert_eq!(desk.call("101").connected.number(), Some("103"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_call_is_picked_up_in_the_group_of_the_line() {
    let mut desk = Desk::new(&["101", "102", "103"]).await;
    is_refused(
        desk.line("103").pick_up_group(None).await,
        Operation::PickUpGroup,
        "noCallToAnswer",
    );
    desk.line("101").dial("102").await.unwrap();
    desk.until(&[("102", &[Offering])]).await;
    desk.line("103").pick_up_group(None).await.unwrap();
    desk.until(&[("101", &[Connected]), ("102", &[]), ("103", &[Connected])]).await;
    assert_eq!(desk.call("103").reason, Reason::PickUp);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_call_is_picked_up_in_another_group() {
    let mut desk = Desk::new(&["101", "102", "115"]).await;
    desk.line("101").dial("102").await.unwrap();
    desk.until(&[("102", &[Offering])]).await;
    is_refused(
        desk.line("115").pick_up_group(Some("777")).await,
        Operation::PickUpGroup,
        "invalidParameterValue",
    );
    desk.line("115").pick_up_group(Some("610")).await.unwrap();
    desk.until(&[("101", &[Connected]), ("102", &[]), ("115", &[Connected])]).await;
}
