//! Super-Twins: a desk telephone and a cordless one under one number, two addresses of one line.

use pbx_sim::csta::Act;
use pbx_sim::model::{CallModel, UserAct};
use tsp::CallState::{Connected, Dialtone, Offering, Ringback};
use tsp::{AddressId, Error, LineState};

use crate::desk::Desk;

async fn at_cordless(desk: &Desk, act: UserAct) {
    let twin = |model: &CallModel| {
        let desk = model.station("110").and_then(|desk| model.device(desk));
        desk.and_then(|desk| desk.twin()).unwrap()
    };
    let cordless = desk.pbx.look(twin).await.unwrap();
    desk.pbx.act(Act::User(cordless, act)).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn only_a_twin_has_a_second_address() {
    let desk = Desk::new(&["101", "110"]).await;
    let (plain, twin) = (desk.line("101"), desk.line("110"));
    assert_eq!(plain.info().unwrap().addresses.len(), 1);
    let addresses = twin.info().unwrap().addresses;
    assert_eq!((addresses.len(), addresses[1].label), (2, "Mobile"));
    assert!(addresses[0].goes_hands_free && !addresses[1].goes_hands_free);
    assert_eq!(twin.state(AddressId::Mobile), LineState::Monitored);
    let refused = plain.dial_from(AddressId::Mobile, "102").await;
    assert!(matches!(refused, Err(Error::NoMobile { .. })), "{refused:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_call_from_the_cordless_telephone_waits_for_its_user() {
    let mut desk = Desk::new(&["102", "110"]).await;
    let dialled = desk.line("110").dial_from(AddressId::Mobile, "102").await.unwrap();
    assert!(dialled.prompts, "it says so at once");
    desk.until(&[("110", &[Dialtone])]).await;
    let call = desk.call("110");
    assert!(call.prompts && call.address == AddressId::Mobile);
    assert_eq!(call.caller.number(), Some("110"));
    at_cordless(&desk, UserAct::Lift).await;
    desk.until(&[("110", &[Ringback]), ("102", &[Offering])]).await;
    let call = desk.call("110");
    assert!(!call.prompts);
    // Its events name it by its device number.
    assert_eq!(call.caller.number(), Some("110"));
    assert_eq!(Some(call.id), dialled.call);
    assert_eq!(desk.call("102").caller.number(), Some("110"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_call_to_a_twin_rings_at_both_and_ends_where_it_is_not_answered() {
    let mut desk = Desk::new(&["101", "110"]).await;
    desk.line("101").dial("110").await.unwrap();
    desk.until(&[("110", &[Offering, Offering])]).await;
    let calls = desk.line("110").calls();
    assert_eq!([calls[0].address, calls[1].address], AddressId::ALL);
    assert_eq!(calls[0].hub, calls[1].hub);
    at_cordless(&desk, UserAct::Answer).await;
    desk.until(&[("101", &[Connected]), ("110", &[Connected])]).await;
    assert_eq!(desk.call("110").address, AddressId::Mobile);
    desk.user("110", UserAct::Lift).await;
    desk.until_call("110", |call| call.address == AddressId::Main).await;
    desk.until(&[("101", &[Connected]), ("110", &[Connected])]).await;
}
