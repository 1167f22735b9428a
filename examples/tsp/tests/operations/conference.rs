//! Conferences: made, enlarged, left.

use tsp::CallState::{
    Conferenced, Connected, Idle, Offering, OnHoldPendingConference, OnHoldPendingTransfer,
};
use tsp::{Error, Operation, Origin};

use crate::desk::{Desk, has_no_call, is_refused};

#[tokio::test(flavor = "multi_thread")]
async fn a_conference_is_a_call_with_the_two_others_as_its_parts() {
    let mut desk = Desk::new(&["101", "102", "103"]).await;
    has_no_call(desk.line("101").create_conference(None).await, Operation::CreateConference);
    desk.consult("101", "102", "103").await;
    desk.line("101").create_conference(None).await.unwrap();
    desk.until(&[("101", &[Conferenced, Conferenced, Connected])]).await;
    desk.until(&[("102", &[Connected]), ("103", &[Connected])]).await;
    let told = desk.told("101");
    assert_eq!(told, [Connected, Conferenced, Conferenced]);
    let calls = desk.line("101").calls();
    let conference = &calls[2];
    assert_eq!(conference.origin, Origin::Conference);
    assert!(calls[..2].iter().all(|part| part.conference == Some(conference.id)));
    let mut members: Vec<_> = conference.members.iter().map(|own| own.party.number()).collect();
    members.sort_unstable();
    assert_eq!(members, [Some("102"), Some("103")]);
    // The others know who takes part.
    desk.until_call("102", |call| call.members.len() == 2).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_conference_needs_somebody_who_has_answered() {
    let mut desk = Desk::new(&["101", "102", "103"]).await;
    desk.connect("101", "102").await;
    desk.line("101").set_up_transfer(None, Some("103")).await.unwrap();
    desk.until(&[("103", &[Offering])]).await;
    has_no_call(desk.line("101").create_conference(None).await, Operation::CreateConference);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_fourth_is_added_by_a_consultation() {
    let mut desk = Desk::new(&["101", "102", "103", "104"]).await;
    has_no_call(desk.line("101").add_to_conference(None).await, Operation::AddToConference);
    desk.consult("101", "102", "103").await;
    desk.line("101").create_conference(None).await.unwrap();
    desk.until(&[("101", &[Conferenced, Conferenced, Connected])]).await;
    desk.line("101").set_up_transfer(None, Some("104")).await.unwrap();
    desk.until(&[("104", &[Offering])]).await;
    desk.line("104").answer(None).await.unwrap();
    let enlarging = [Conferenced, Conferenced, OnHoldPendingConference, Connected];
    desk.until(&[("101", &enlarging)]).await;
    desk.line("101").add_to_conference(None).await.unwrap();
    desk.until(&[("101", &[Conferenced, Conferenced, Connected, Conferenced])]).await;
    desk.until(&[("104", &[Connected])]).await;
    assert_eq!(desk.line("101").calls()[2].members.len(), 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_fourth_is_added_in_one_step() {
    let mut desk = Desk::new(&["101", "102", "103", "104"]).await;
    has_no_call(desk.line("101").add_party(None, "104").await, Operation::AddToConference);
    desk.consult("101", "102", "103").await;
    desk.line("101").create_conference(None).await.unwrap();
    desk.until(&[("101", &[Conferenced, Conferenced, Connected])]).await;
    is_refused(
        desk.line("101").add_party(None, "777").await,
        Operation::AddToConference,
        "invalidDestination",
    );
    desk.line("101").add_party(None, "104").await.unwrap();
    desk.until(&[("104", &[Offering])]).await;
    desk.line("104").answer(None).await.unwrap();
    desk.until(&[("104", &[Connected])]).await;
    desk.until_call("104", |call| call.members.len() == 3).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_removed_is_gone_and_the_last_call_is_one_like_others() {
    let mut desk = Desk::new(&["101", "102", "103"]).await;
    has_no_call(
        desk.line("101").remove_from_conference("103").await,
        Operation::RemoveFromConference,
    );
    desk.consult("101", "102", "103").await;
    desk.line("101").create_conference(None).await.unwrap();
    desk.until(&[("101", &[Conferenced, Conferenced, Connected])]).await;
    desk.forget();
    let stranger = desk.line("101").remove_from_conference("104").await;
    assert!(matches!(stranger, Err(Error::Invalid { .. })), "{stranger:?}");
    let first = desk.line("101").calls()[0].id;
    desk.line("101").remove_from_conference("103").await.unwrap();
    desk.until(&[("101", &[Connected]), ("103", &[])]).await;
    assert_eq!(desk.told("101"), [Idle, Idle, Connected]);
    let left = desk.call("101");
    assert_eq!((left.id, left.connected.number()), (first, Some("102")));
    assert_eq!(left.switch_id, desk.call("102").switch_id);
    desk.line("101").hang_up(None).await.unwrap();
    desk.until(&[("101", &[]), ("102", &[])]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_is_removed_by_the_call_that_is_part_of_it() {
    let mut desk = Desk::new(&["101", "102", "103"]).await;
    desk.consult("101", "102", "103").await;
    desk.line("101").create_conference(None).await.unwrap();
    desk.until(&[("101", &[Conferenced, Conferenced, Connected])]).await;
    let part = desk.line("101").calls()[0].id;
    desk.line("101").remove_from_conference(&part.to_string()).await.unwrap();
    desk.until(&[("101", &[Connected]), ("102", &[])]).await;
    assert_eq!(desk.call("101").connected.number(), Some("103"));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_made_it_can_leave_it_to_the_others() {
    let mut desk = Desk::new(&["101", "102", "103"]).await;
    desk.consult("101", "102", "103").await;
    let held = desk.line("101").calls()[0].state;
    assert_eq!(held, OnHoldPendingTransfer);
    desk.line("101").create_conference(None).await.unwrap();
    desk.until(&[("101", &[Conferenced, Conferenced, Connected])]).await;
    desk.line("101").hang_up(None).await.unwrap();
    desk.until(&[("101", &[]), ("102", &[Connected]), ("103", &[Connected])]).await;
}
