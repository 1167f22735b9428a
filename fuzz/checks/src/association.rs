//! Any sequence of what can happen to an association.

use std::time::{Duration, Instant};

use bytes::Bytes;
use csta_client::{
    Association, AssociationEvent, AssociationLimits, FrameError, Offer, PANASONIC_VERSION,
};
use csta_codec::acse::UserDiagnostic;

use crate::input::Input;
use crate::{Check, seeds};

pub(crate) const CHECK: Check = Check {
    name: "association",
    claim: "any order of what can happen to an association, at either end: it ends once, and \
        nothing is sent or told after the end",
    run,
    seeds,
};

fn run(octets: &[u8]) {
    let mut input = Input::new(octets);
    let mut now = Instant::now();
    let limits = AssociationLimits::default();
    let mut association = if input.flag() {
        Association::request(now, &Offer::default(), limits)
    } else {
        Association::listen(now, limits)
    };
    let mut ended = false;
    while let Some(step) = input.step() {
        match step % 9 {
            0 => association.handle_apdu(Bytes::copy_from_slice(input.piece())),
            1 => {
                now += Duration::from_millis(input.number().into());
                association.handle_timeout(now);
                assert!(association.poll_timeout().is_none_or(|due| due > now), "due, not done");
            }
            2 => {
                let taken = association.send(Bytes::from_static(&[0xA1, 0x00]));
                assert!(!(ended && taken));
            }
            3 => association.accept(PANASONIC_VERSION),
            4 => association.reject(UserDiagnostic::NoReasonGiven),
            5 => association.release(now),
            6 => association.abort(),
            7 => association.handle_disconnect(),
            _ => association.handle_failure(&FrameError::TooLong { length: 2000, limit: 1000 }),
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
}

/// Each message to either end, and a whole association at the requesting one.
fn seeds() -> Vec<Vec<u8>> {
    let apdu = |apdu: &Vec<u8>| [vec![0], seeds::framed(apdu)].concat();
    let all = seeds::few_apdus();
    let mut seeds: Vec<_> = (0..2)
        .flat_map(|end| all.iter().map(move |message| [vec![end], apdu(message)].concat()))
        .collect();
    let [request, answer, status] = [0, 1, 2].map(|index| apdu(&all[index]));
    seeds.push([vec![1], answer, status.clone(), vec![2, 5, 1, 0x07, 0xFF]].concat());
    seeds.push([vec![0], request, vec![3], status, vec![0, 0, 5, 0x62, 3, 0x80, 1, 0]].concat());
    seeds
}
