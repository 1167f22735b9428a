//! Blind transfer, setting up, swapping, completing.

use pbx_sim::Config;
use tsp::CallState::{
    Connected, Dialtone, Idle, Offering, OnHold, OnHoldPendingTransfer, Ringback,
};
use tsp::{Operation, Reason};

use crate::desk::{Desk, has_no_call, is_refused};

#[tokio::test(flavor = "multi_thread")]
async fn a_blind_transfer_rings_at_the_new_owner() {
    let mut desk = Desk::new(&["101", "102", "103"]).await;
    has_no_call(desk.line("101").blind_transfer(None, "103").await, Operation::BlindTransfer);
    desk.connect("101", "102").await;
    is_refused(
        desk.line("101").blind_transfer(None, "777").await,
        Operation::BlindTransfer,
        "invalidDestination",
    );
    desk.line("101").blind_transfer(None, "103").await.unwrap();
    desk.until(&[("101", &[]), ("103", &[Offering])]).await;
    assert_eq!(desk.told("101"), [Idle]);
    let call = desk.call("103");
    assert_eq!((call.reason, call.caller.number()), (Reason::Transfer, Some("102")));
    desk.line("103").answer(None).await.unwrap();
    desk.until(&[("102", &[Connected]), ("103", &[Connected])]).await;
    desk.until_call("102", |call| call.connected.number() == Some("103")).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pbx_without_blind_transfer_is_told_to_consult_and_transfer() {
    let refused_services = vec!["singleStepTrans".to_owned()];
    let config = Config { refused_services, ..Config::default() };
    let mut desk = Desk::with(config, &["101", "102", "103"]).await;
    desk.connect("101", "102").await;
    desk.line("101").blind_transfer(None, "103").await.unwrap();
    desk.until(&[("101", &[])]).await;
    desk.until_call("103", |call| call.reason == Reason::Transfer).await;
    desk.line("103").answer(None).await.unwrap();
    desk.until(&[("102", &[Connected]), ("103", &[Connected])]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn setting_up_a_transfer_holds_one_call_for_another() {
    let mut desk = Desk::new(&["101", "102", "103"]).await;
    has_no_call(
        desk.line("101").set_up_transfer(None, Some("103")).await,
        Operation::SetUpTransfer,
    );
    desk.connect("101", "102").await;
    is_refused(
        desk.line("101").set_up_transfer(None, Some("777")).await,
        Operation::SetUpTransfer,
        "invalidCalledDeviceID",
    );
    let held = desk.call("101").id;
    let consultation = desk.line("101").set_up_transfer(None, Some("103")).await.unwrap();
    desk.until(&[("101", &[OnHoldPendingTransfer, Ringback]), ("103", &[Offering])]).await;
    let calls = desk.line("101").calls();
    assert_eq!(calls[0].related, consultation);
    assert_eq!((Some(calls[1].id), calls[1].related), (consultation, Some(held)));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_consultation_that_ends_brings_the_held_call_back() {
    let mut desk = Desk::new(&["101", "102", "103"]).await;
    desk.consult("101", "102", "103").await;
    desk.line("101").hang_up(None).await.unwrap();
    desk.until(&[("101", &[Connected]), ("103", &[])]).await;
    assert_eq!(desk.call("101").connected.number(), Some("102"));
    assert_eq!(desk.call("101").related, None);
    desk.line("101").set_up_transfer(None, Some("103")).await.unwrap();
    desk.until(&[("103", &[Offering])]).await;
    desk.line("101").retrieve(None).await.unwrap();
    desk.until(&[("101", &[Connected]), ("103", &[])]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn swapping_changes_which_call_is_talked_in() {
    let mut desk = Desk::new(&["101", "102", "103"]).await;
    has_no_call(desk.line("101").swap_hold(None).await, Operation::SwapHold);
    desk.consult("101", "102", "103").await;
    desk.line("101").swap_hold(None).await.unwrap();
    desk.until(&[("101", &[Connected, OnHoldPendingTransfer])]).await;
    let told = desk.told("101");
    assert!(told.contains(&Connected) && told.contains(&OnHoldPendingTransfer), "{told:?}");
    desk.line("101").swap_hold(None).await.unwrap();
    desk.until(&[("101", &[OnHoldPendingTransfer, Connected])]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pbx_that_does_not_swap_is_told_to_hold_and_retrieve() {
    let refused_services = vec!["alternateCall".to_owned()];
    let config = Config { refused_services, ..Config::default() };
    let mut desk = Desk::with(config, &["101", "102", "103"]).await;
    desk.consult("101", "102", "103").await;
    desk.line("101").swap_hold(None).await.unwrap();
    desk.until(&[("101", &[Connected, OnHoldPendingTransfer])]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn completing_a_transfer_brings_the_two_others_together() {
    let mut desk = Desk::new(&["101", "102", "103"]).await;
    has_no_call(desk.line("101").complete_transfer(None).await, Operation::CompleteTransfer);
    desk.consult("101", "102", "103").await;
    let (held, consulted) = (desk.call("102").id, desk.call("103").id);
    desk.line("101").complete_transfer(None).await.unwrap();
    desk.until(&[("101", &[]), ("102", &[Connected]), ("103", &[Connected])]).await;
    assert_eq!(desk.told("101"), [Idle, Idle]);
    for (number, other) in [("102", "103"), ("103", "102")] {
        desk.until_call(number, |call| call.connected.number() == Some(other)).await;
    }
    let (first, second) = (desk.call("102"), desk.call("103"));
    assert_eq!((first.id, second.id), (held, consulted), "they keep their names");
    assert_eq!(first.switch_id, second.switch_id, "and are one call in the switch");
    assert_eq!(first.hub, second.hub);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_transfer_can_be_completed_while_it_still_rings() {
    let mut desk = Desk::new(&["101", "102", "103"]).await;
    desk.connect("101", "102").await;
    desk.line("101").set_up_transfer(None, Some("103")).await.unwrap();
    desk.until(&[("101", &[OnHoldPendingTransfer, Ringback]), ("103", &[Offering])]).await;
    desk.line("101").complete_transfer(None).await.unwrap();
    desk.until(&[("101", &[])]).await;
    desk.until_call("103", |call| call.reason == Reason::Transfer).await;
    assert_eq!(desk.call("103").caller.number(), Some("102"));
    desk.line("103").answer(None).await.unwrap();
    desk.until(&[("102", &[Connected]), ("103", &[Connected])]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_calls_that_were_held_by_hand_can_be_brought_together_too() {
    let mut desk = Desk::new(&["101", "102", "103"]).await;
    desk.connect("101", "102").await;
    desk.line("101").hold(None).await.unwrap();
    desk.until(&[("101", &[OnHold])]).await;
    desk.line("101").dial("103").await.unwrap();
    desk.until(&[("101", &[OnHold, Ringback]), ("103", &[Offering])]).await;
    desk.line("103").answer(None).await.unwrap();
    desk.until(&[("101", &[OnHold, Connected])]).await;
    desk.line("101").complete_transfer(None).await.unwrap();
    desk.until(&[("101", &[]), ("102", &[Connected]), ("103", &[Connected])]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_transfer_can_begin_with_dial_tone() {
    let mut desk = Desk::new(&["101", "102", "103"]).await;
    desk.connect("101", "102").await;
    desk.line("101").set_up_transfer(None, None).await.unwrap();
    desk.until(&[("101", &[OnHoldPendingTransfer, Dialtone])]).await;
    desk.line("101").dial_digits(None, "103").await.unwrap();
    desk.until(&[("101", &[OnHoldPendingTransfer, Ringback]), ("103", &[Offering])]).await;
}
