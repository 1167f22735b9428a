//! What goes with a call.

use pbx_sim::Config;
use tsp::CallState::{Connected, Offering, OnHold, Ringback};
use tsp::{Call, CallData, CallInfo, Error, Notification, Operation};

use crate::desk::{Desk, has_no_call, is_refused};

#[tokio::test(flavor = "multi_thread")]
async fn applications_keep_data_with_a_call() {
    let mut desk = Desk::new(&["101", "102"]).await;
    let dialled = desk.line("101").dial("102").await.unwrap();
    desk.until(&[("101", &[Ringback])]).await;
    let call = dialled.call.unwrap();
    let mut told = desk.registry.notifications();
    desk.line("101").set_app_specific(call, 7).unwrap();
    desk.line("101").set_call_data(call, CallData::new(*b"customer 12").unwrap()).unwrap();
    let kept = desk.call("101");
    assert_eq!((kept.app_specific, kept.data.as_bytes()), (7, &b"customer 12"[..]));
    for expected in [CallInfo::AppSpecific, CallInfo::CallData] {
        match told.next().await {
            Some(Notification::Call(change)) => assert_eq!(&*change.info, [expected]),
            other => panic!("{other:?}"),
        }
    }
    assert!(CallData::new(vec![0; CallData::MAX + 1]).is_none());
    let gone = desk.line("102").set_app_specific(call, 1);
    assert!(matches!(gone, Err(Error::UnknownCall { .. })), "{gone:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn information_goes_from_user_to_user() {
    let mut desk = Desk::new(&["101", "102"]).await;
    has_no_call(desk.line("101").send_user_info(None, b"x").await, Operation::SendUserInfo);
    desk.line("101").dial("102").await.unwrap();
    desk.until(&[("101", &[Ringback]), ("102", &[Offering])]).await;
    let has = |data: &'static [u8]| move |call: &Call| call.user_user.as_deref() == Some(data);
    desk.line("101").send_user_info(None, b"order 7").await.unwrap();
    desk.until_call("102", has(b"order 7")).await;
    desk.line("102").send_user_info(None, b"in a minute").await.unwrap();
    desk.until_call("101", has(b"in a minute")).await;
    desk.line("102").answer(None).await.unwrap();
    desk.until(&[("101", &[Connected]), ("102", &[Connected])]).await;
    assert_eq!(desk.call("102").user_user.as_deref(), Some(&b"order 7"[..]), "it is kept");
    desk.line("101").send_user_info(None, &[0xFF; 128]).await.unwrap();
    desk.until_call("102", has(&[0xFF; 128])).await;
    // What is the same as before has come all the same.
    let mut told = desk.registry.notifications();
    desk.line("101").send_user_info(None, &[0xFF; 128]).await.unwrap();
    match told.next().await {
        Some(Notification::Call(change)) => {
            assert_eq!((&*change.number, &*change.info), ("102", &[CallInfo::UserUserInfo][..]));
        }
        other => panic!("{other:?}"),
    }
    desk.line("101").hold(None).await.unwrap();
    desk.until(&[("101", &[OnHold])]).await;
    has_no_call(desk.line("101").send_user_info(None, b"x").await, Operation::SendUserInfo);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pbx_without_user_information_says_so() {
    let refused_services = vec!["sendUserInfo".to_owned()];
    let config = Config { refused_services, ..Config::default() };
    let mut desk = Desk::with(config, &["101", "102"]).await;
    desk.connect("101", "102").await;
    let refused = desk.line("101").send_user_info(None, b"hello").await;
    is_refused(refused, Operation::SendUserInfo, "serviceNotSupported");
    let long = desk.line("101").send_user_info(None, &[0; 129]).await;
    assert!(matches!(long, Err(Error::Invalid { .. })), "{long:?}");
    assert_eq!(desk.states("101"), [Connected]);
}
