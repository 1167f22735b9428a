//! Call back and breaking in.

use pbx_sim::Config;
use pbx_sim::model::UserAct;
use tsp::CallState::{Busy, Connected, Offering, Ringback};
use tsp::{LineChange, Operation, Reason};

use crate::desk::{Desk, has_no_call, is_refused};

#[tokio::test(flavor = "multi_thread")]
async fn who_was_busy_is_called_back() {
    let mut desk = Desk::new(&["101", "102", "103"]).await;
    has_no_call(desk.line("101").call_back(None).await, Operation::CallBack);
    desk.connect("102", "103").await;
    desk.line("101").dial("102").await.unwrap();
    desk.until(&[("101", &[Busy])]).await;
    desk.line("101").call_back(None).await.unwrap();
    desk.until(&[("101", &[])]).await;
    let asked = |own: &LineChange| matches!(own, LineChange::CallBack { target, set: true } if target == "102");
    desk.until_change(asked).await;
    desk.line("102").hang_up(None).await.unwrap();
    desk.until(&[("102", &[]), ("101", &[Offering])]).await;
    assert_eq!(desk.call("101").reason, Reason::CallCompletion);
    desk.line("101").answer(None).await.unwrap();
    desk.until(&[("101", &[Ringback]), ("102", &[Offering])]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn breaking_in_makes_a_conference_of_all_three() {
    let mut desk = Desk::new(&["101", "102", "103"]).await;
    has_no_call(desk.line("101").intrude(None).await, Operation::Intrude);
    desk.connect("102", "103").await;
    desk.line("101").dial("102").await.unwrap();
    desk.until(&[("101", &[Busy])]).await;
    desk.line("101").intrude(None).await.unwrap();
    let all: &[_] = &[Connected];
    desk.until(&[("101", all), ("102", all), ("103", all)]).await;
    assert_eq!(desk.call("101").members.len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_must_not_be_broken_in_upon_is_not() {
    let mut config = Config::default();
    config.extensions[1].intrusion = false;
    let mut desk = Desk::with(config, &["101", "102", "103"]).await;
    desk.connect("102", "103").await;
    desk.line("101").dial("102").await.unwrap();
    desk.until(&[("101", &[Busy])]).await;
    is_refused(
        desk.line("101").intrude(None).await,
        Operation::Intrude,
        "privilegeViolationSpecifiedDevice",
    );
    desk.user("102", UserAct::HangUp).await;
}
