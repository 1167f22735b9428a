//! Digits: as tones, and at dial tone.

use pbx_sim::csta::Notice;
use pbx_sim::model::{Feature, UserAct};
use tsp::CallState::{Connected, Dialing, Dialtone, Offering, Proceeding, Ringback};
use tsp::{Error, Operation};

use crate::desk::{Desk, has_no_call};

#[tokio::test(flavor = "multi_thread")]
async fn digits_are_sent_as_tones() {
    let mut desk = Desk::new(&["101", "102"]).await;
    has_no_call(desk.line("101").generate_digits(None, "1").await, Operation::GenerateDigits);
    desk.connect("101", "102").await;
    for wrong in ["", "12x", "1 2", &"1".repeat(257)] {
        let refused = desk.line("101").generate_digits(None, wrong).await;
        assert!(matches!(refused, Err(Error::Invalid { .. })), "{wrong:?}: {refused:?}");
    }
    let mut notices = desk.pbx.notices();
    desk.line("101").generate_digits(None, "12#a").await.unwrap();
    loop {
        let notice = notices.recv().await.unwrap();
        if let Notice::Feature(event) = notice
            && let Feature::DigitsGenerated { digits, .. } = event.feature
        {
            assert_eq!(digits, "12#A");
            break;
        }
    }
    assert_eq!(desk.states("101"), [Connected]);
}

#[tokio::test(flavor = "multi_thread")]
async fn at_dial_tone_it_is_dialled_on() {
    let mut desk = Desk::new(&["101", "102"]).await;
    has_no_call(desk.line("101").dial_digits(None, "102").await, Operation::DialDigits);
    desk.user("101", UserAct::Lift).await;
    desk.until(&[("101", &[Dialtone])]).await;
    desk.forget();
    desk.line("101").dial_digits(None, "102").await.unwrap();
    desk.until(&[("101", &[Ringback]), ("102", &[Offering])]).await;
    assert_eq!(desk.told("101"), [Dialing, Proceeding, Ringback]);
    has_no_call(desk.line("101").dial_digits(None, "1").await, Operation::DialDigits);
}
