//! What goes with a call.

use tsp::CallState::{Connected, Ringback};
use tsp::{CallData, CallInfo, Error, Notification, Operation};

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
async fn a_pbx_without_user_information_says_so() {
    let mut desk = Desk::new(&["101", "102"]).await;
    has_no_call(desk.line("101").send_user_info(None, b"x").await, Operation::SendUserInfo);
    desk.connect("101", "102").await;
    let refused = desk.line("101").send_user_info(None, b"hello").await;
    is_refused(refused, Operation::SendUserInfo, "serviceNotSupported");
    let long = desk.line("101").send_user_info(None, &[0; 129]).await;
    assert!(matches!(long, Err(Error::Invalid { .. })), "{long:?}");
    assert_eq!(desk.states("101"), [Connected]);
}
