//! Any sequence of what can happen to an association, at either end: it ends at most once, and
//! nothing is sent or told after the end.
#![no_main]

use std::time::{Duration, Instant};

use bytes::Bytes;
use csta_client::{Association, AssociationEvent, AssociationLimits, Offer, PANASONIC_VERSION};
use csta_codec::acse::UserDiagnostic;
use libfuzzer_sys::{arbitrary, fuzz_target};

#[derive(arbitrary::Arbitrary, Debug)]
enum Step<'a> {
    Apdu(&'a [u8]),
    Time(u16),
    Send,
    Accept,
    Reject,
    Release,
    Abort,
    Disconnect,
}

fuzz_target!(|input: (bool, Vec<Step<'_>>)| {
    let (requests, steps) = input;
    let mut now = Instant::now();
    let limits = AssociationLimits::default();
    let mut association = if requests {
        Association::request(now, &Offer::default(), limits)
    } else {
        Association::listen(now, limits)
    };
    let mut ended = false;
    for step in steps {
        match step {
            Step::Apdu(octets) => association.handle_apdu(Bytes::copy_from_slice(octets)),
            Step::Time(milliseconds) => {
                now += Duration::from_millis(milliseconds.into());
                association.handle_timeout(now);
            }
            Step::Send => {
                let taken = association.send(Bytes::from_static(&[0xA1, 0x00]));
                assert!(!(ended && taken));
            }
            Step::Accept => association.accept(PANASONIC_VERSION),
            Step::Reject => association.reject(UserDiagnostic::NoReasonGiven),
            Step::Release => association.release(now),
            Step::Abort => association.abort(),
            Step::Disconnect => association.handle_disconnect(),
        }
        let was_ended = ended;
        while association.poll_transmit().is_some() {
            assert!(!was_ended, "sent after the end");
        }
        while let Some(event) = association.poll_event() {
            assert!(!ended, "{event:?} after the end");
            ended = matches!(event, AssociationEvent::Closed(_));
        }
        assert_eq!(ended, association.is_closed());
        assert!(!ended || association.poll_timeout().is_none());
    }
});
