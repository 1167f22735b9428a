//! Forwarding of the nine kinds, with its status, and not to be disturbed.

use pbx_sim::model::{Calls, ForwardKind, UserAct, When};
use tsp::CallState::{Disconnected, Offering};
use tsp::{Error, ForwardMode, Forwarding, LineChange, Operation, Reason};

use crate::desk::{Desk, is_refused};

#[tokio::test(flavor = "multi_thread")]
async fn all_nine_kinds_are_set_and_read() {
    let desk = Desk::new(&["102"]).await;
    let line = desk.line("102");
    assert_eq!(line.forwarding().await.unwrap(), []);
    for mode in ForwardMode::ALL {
        let wanted = [Forwarding::new(*mode, "103")];
        line.forward(&wanted).await.unwrap();
        let set = line.forwarding().await.unwrap();
        assert_eq!(set.len(), 1, "{set:?}");
        assert_eq!((set[0].mode, set[0].to.as_str()), (*mode, "103"));
    }
    line.forward(&[]).await.unwrap();
    assert_eq!(line.forwarding().await.unwrap(), []);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_list_takes_the_place_of_the_old_one() {
    let desk = Desk::new(&["102"]).await;
    let line = desk.line("102");
    let mut busy = Forwarding::new(ForwardMode::Busy, "103");
    line.forward(&[busy.clone(), Forwarding::new(ForwardMode::NoAnswer, "104")]).await.unwrap();
    assert_eq!(line.forwarding().await.unwrap().len(), 2);
    busy.to = "105".to_owned();
    line.forward(&[busy]).await.unwrap();
    let set = line.forwarding().await.unwrap();
    assert_eq!(
        set.iter().map(|own| (own.mode, own.to.as_str())).collect::<Vec<_>>(),
        [(ForwardMode::Busy, "105")]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_forwarded_call_rings_where_it_goes_and_says_why() {
    let mut desk = Desk::new(&["101", "102", "103"]).await;
    let always = Forwarding::new(ForwardMode::Unconditional, "103");
    desk.line("102").forward(&[always]).await.unwrap();
    desk.line("101").dial("102").await.unwrap();
    desk.until(&[("103", &[Offering])]).await;
    let call = desk.call("103");
    assert_eq!(call.reason, Reason::ForwardedUnconditionally);
    assert_eq!(call.called.number(), Some("102"));
    assert_eq!(call.redirecting.number(), Some("102"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_set_at_the_telephone_is_told() {
    let mut desk = Desk::new(&["102"]).await;
    desk.line("102").forwarding().await.unwrap();
    let to = Some("103".to_owned());
    let kind = ForwardKind { when: When::Always, calls: Calls::All };
    desk.user("102", UserAct::Forward(kind, to)).await;
    let told = |change: &LineChange| matches!(change, LineChange::Forwarding { forwarding } if !forwarding.is_empty());
    desk.until_change(told).await;
    assert_eq!(desk.line("102").info().unwrap().forwarding.map(|list| list.len()), Some(1));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_set_is_refused() {
    let desk = Desk::new(&["102"]).await;
    let line = desk.line("102");
    let wrong = line.forward(&[Forwarding::new(ForwardMode::Busy, "777")]).await;
    is_refused(wrong, Operation::Forward, "invalidForwardingDestination");
    let busy = Forwarding::new(ForwardMode::Busy, "103");
    let twice = line.forward(&[busy.clone(), busy]).await;
    assert!(matches!(twice, Err(Error::Invalid { .. })), "{twice:?}");
    let nowhere = line.forward(&[Forwarding::new(ForwardMode::Busy, "")]).await;
    assert!(matches!(nowhere, Err(Error::Invalid { .. })), "{nowhere:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_does_not_want_to_be_disturbed_is_not() {
    let mut desk = Desk::new(&["101", "102"]).await;
    desk.line("102").do_not_disturb(true).await.unwrap();
    desk.line("101").dial("102").await.unwrap();
    desk.until(&[("101", &[Disconnected])]).await;
    assert_eq!(desk.call("101").disconnect, Some(tsp::DisconnectMode::DoNotDisturb));
    assert!(desk.line("102").info().unwrap().do_not_disturb);
}
