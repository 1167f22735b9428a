//! Associations without I/O: any order of frames, time and calls, at one end and at both.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail that way")]

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use bytes::Bytes;
use csta_client::{
    Association, AssociationEvent, AssociationLimits, CloseReason, Initiator, Offer,
    PANASONIC_VERSION,
};
use csta_codec::acse::UserDiagnostic;
use hex_literal::hex;
use proptest::prelude::*;

/// What can happen at an end.
#[derive(Clone, Debug)]
enum Step {
    /// An APDU comes, well-formed or not.
    Apdu(Bytes),
    /// So many milliseconds pass.
    Time(u16),
    Send,
    Accept,
    Reject,
    Release,
    Abort,
    Disconnect,
}

/// Messages of each kind, and what is none.
const MESSAGES: &[&[u8]] = &[
    &hex!(
        "60 23 80 02 07 80 A1 07 06 05 2B 0C 00 81 5A
         BE 14 28 12 06 07 2B 0C 00 82 1D 81 48 A0 07 A0 05 03 03 00 08 00"
    ),
    &hex!("60 14 80 09 00 76 65 72 73 69 6F 6E 33 A1 07 06 05 2B 0C 00 81 5A"),
    &hex!(
        "61 2F 80 02 07 80 A1 07 06 05 2B 0C 00 81 5A A2 03 02 01 00 A3 05 A1 03 02 01 01
         BE 14 28 12 06 07 2B 0C 00 82 1D 81 48 A0 07 A0 05 03 03 00 08 00"
    ),
    &hex!("61 15 A1 07 06 05 2B 0C 00 81 5A A2 03 02 01 01 A3 05 A1 03 02 01 01"),
    &hex!("62 03 80 01 00"),
    &hex!("63 03 80 01 00"),
    &hex!("64 03 80 01 00"),
    &hex!("65 00"),
    &hex!("A1 0C 02 01 01 02 02 00 D3 30 03 0A 01 02"),
    &hex!("A1 80"),
    &[],
];

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => prop::sample::select(MESSAGES).prop_map(|apdu| Step::Apdu(Bytes::from_static(apdu))),
        1 => prop::collection::vec(any::<u8>(), 0..20).prop_map(|apdu| Step::Apdu(apdu.into())),
        1 => any::<u16>().prop_map(Step::Time),
        1 => Just(Step::Send),
        2 => Just(Step::Accept),
        1 => Just(Step::Reject),
        1 => Just(Step::Release),
        1 => Just(Step::Abort),
        1 => Just(Step::Disconnect),
    ]
}

fn carry_out(association: &mut Association, now: &mut Instant, step: Step) {
    match step {
        Step::Apdu(apdu) => association.handle_apdu(apdu),
        Step::Time(milliseconds) => {
            *now += Duration::from_millis(milliseconds.into());
            association.handle_timeout(*now);
        }
        Step::Send => drop(association.send(Bytes::from_static(&[0xA1, 0x00]))),
        Step::Accept => association.accept(PANASONIC_VERSION),
        Step::Reject => association.reject(UserDiagnostic::NoReasonGiven),
        Step::Release => association.release(*now),
        Step::Abort => association.abort(),
        Step::Disconnect => association.handle_disconnect(),
    }
}

/// An end with a wire to the other: what it has sent and the other has not yet taken in.
struct End {
    association: Association,
    sent: VecDeque<Bytes>,
    closed: Option<CloseReason>,
    /// What of ROSE was sent and what came, as numbers in their order.
    said: Vec<u8>,
    heard: Vec<u8>,
    number: u8,
}

impl End {
    fn new(association: Association) -> Self {
        let (sent, said, heard) = (VecDeque::new(), Vec::new(), Vec::new());
        Self { association, sent, closed: None, said, heard, number: 0 }
    }

    fn poll(&mut self) {
        self.sent.extend(std::iter::from_fn(|| self.association.poll_transmit()));
        while let Some(event) = self.association.poll_event() {
            assert_eq!(self.closed, None, "{event:?} after the end");
            match event {
                AssociationEvent::Closed(reason) => self.closed = Some(reason),
                AssociationEvent::Apdu(apdu) => self.heard.push(*apdu.last().unwrap()),
                AssociationEvent::Requested { .. } | AssociationEvent::Open { .. } => {}
            }
        }
        assert_eq!(self.closed.is_some(), self.association.is_closed());
        assert!(self.closed.is_none() || self.association.poll_timeout().is_none());
    }

    fn step(&mut self, now: Instant, action: u8) {
        match action {
            0 => {
                self.number = self.number.wrapping_add(1);
                if self.association.send(Bytes::copy_from_slice(&[0xA1, 1, self.number])) {
                    self.said.push(self.number);
                }
            }
            1 => self.association.accept(PANASONIC_VERSION),
            2 => self.association.reject(UserDiagnostic::NoReasonGiven),
            3 => self.association.release(now),
            4 => self.association.abort(),
            _ => self.association.handle_timeout(now),
        }
        self.poll();
    }
}

/// Moves one message over; when nothing is left of an end that is closed, its connection is.
fn carry(from: &mut End, to: &mut End) {
    match from.sent.pop_front() {
        Some(apdu) => to.association.handle_apdu(apdu),
        None if from.closed.is_some() => to.association.handle_disconnect(),
        None => {}
    }
    to.poll();
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn it_ends_once_and_nothing_comes_after(
        requests in any::<bool>(),
        steps in prop::collection::vec(step(), 0..40),
    ) {
        let mut now = Instant::now();
        let limits = AssociationLimits::default();
        let mut association = if requests {
            Association::request(now, &Offer::default(), limits)
        } else {
            Association::listen(now, limits)
        };
        let mut ended = false;
        for step in steps {
            let was_ended = ended;
            carry_out(&mut association, &mut now, step);
            let sent = std::iter::from_fn(|| association.poll_transmit()).count();
            prop_assert!(!was_ended || sent == 0, "sent after the end");
            while let Some(event) = association.poll_event() {
                prop_assert!(!ended, "{event:?} after the end");
                ended = matches!(event, AssociationEvent::Closed(_));
            }
            prop_assert_eq!(ended, association.is_closed());
            prop_assert!(!ended || association.poll_timeout().is_none());
        }
        // Before it is open, and when it is to end, it does not wait for ever.
        if let Some(due) = association.poll_timeout() {
            association.handle_timeout(due);
            prop_assert!(association.is_closed());
        }
    }

    /// Over a wire that loses nothing: what is heard is the beginning of what was said, all of it
    /// unless somebody aborted or hung up early, and both ends end.
    #[test]
    fn both_ends_agree(steps in prop::collection::vec((any::<bool>(), 0_u8..9), 0..80)) {
        let start = Instant::now();
        let limits = AssociationLimits::default();
        let mut near = End::new(Association::request(start, &Offer::default(), limits));
        let mut far = End::new(Association::listen(start, limits));
        near.poll();
        let mut now = start;
        for (is_near, action) in steps {
            let (this, other) = if is_near { (&mut near, &mut far) } else { (&mut far, &mut near) };
            match action {
                0..5 => this.step(now, action),
                5 => {
                    now += Duration::from_millis(700);
                    this.step(now, action);
                }
                _ => carry(other, this),
            }
        }
        if near.closed.is_none() && far.closed.is_none() {
            near.step(now, 3);
        }
        for _ in 0..200 {
            carry(&mut near, &mut far);
            carry(&mut far, &mut near);
        }
        let reasons = (near.closed.clone(), far.closed.clone());
        prop_assert!(matches!(reasons, (Some(_), Some(_))), "{reasons:?}");
        for (said, heard) in [(&near.said, &far.heard), (&far.said, &near.heard)] {
            prop_assert_eq!(said.get(..heard.len()), Some(heard.as_slice()));
        }
        if let (Some(CloseReason::Released), Some(CloseReason::ReleasedByPeer)) = &reasons {
            // Who is released has heard all that was said before.
            prop_assert_eq!(&near.said, &far.heard);
            prop_assert_eq!(&far.said, &near.heard);
        }
    }
}

#[test]
fn each_step_has_its_time_limit() {
    let now = Instant::now();
    let limits = AssociationLimits::default();
    let mut asking = Association::request(now, &Offer::default(), limits);
    assert_eq!(asking.poll_timeout(), Some(now + limits.associate));
    let _request = asking.poll_transmit().unwrap();
    asking.handle_apdu(Bytes::from_static(MESSAGES.get(2).unwrap()));
    assert!(asking.is_open());
    assert_eq!(asking.poll_timeout(), None);
    asking.release(now);
    assert_eq!(asking.poll_timeout(), Some(now + limits.release));
    asking.handle_timeout(now + limits.release);
    while let Some(event) = asking.poll_event() {
        if let AssociationEvent::Closed(reason) = event {
            assert_eq!(reason, CloseReason::ReleaseUnanswered);
        }
    }
    assert!(asking.is_closed());
}

/// Takes an end apart after its end: the reason.
fn reason(association: &mut Association) -> CloseReason {
    let mut events = std::iter::from_fn(|| association.poll_event());
    match events.find(|event| matches!(event, AssociationEvent::Closed(_))) {
        Some(AssociationEvent::Closed(reason)) => reason,
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_comes_at_the_wrong_time_is_named_with_the_time() {
    let now = Instant::now();
    let limits = AssociationLimits::default();
    let message = |index: usize| Bytes::from_static(MESSAGES.get(index).unwrap());
    let asking = || Association::request(now, &Offer::default(), limits);
    let (mut open, mut releasing) = (asking(), asking());
    open.handle_apdu(message(2));
    releasing.handle_apdu(message(2));
    releasing.release(now);
    let mut answering = Association::listen(now, limits);
    answering.handle_apdu(message(0));
    for (mut association, apdu, while_) in [
        (Association::listen(now, limits), 2, "before an association was requested"),
        (asking(), 0, "before the association was answered"),
        (answering, 0, "before the association was accepted"),
        (open, 0, "while the association was open"),
        (releasing, 2, "while the association was released"),
    ] {
        association.handle_apdu(message(apdu));
        let what = match apdu {
            0 => "a request of an association",
            _ => "an answer to a request of an association",
        };
        assert_eq!(reason(&mut association), CloseReason::Unexpected { what, while_ });
    }
}

#[test]
fn who_ended_it_is_known() {
    let now = Instant::now();
    let limits = AssociationLimits::default();
    let requested = || {
        let mut association = Association::listen(now, limits);
        association.handle_apdu(Bytes::from_static(MESSAGES.first().unwrap()));
        association
    };
    let (mut rejected, mut aborted, mut left, mut asked) =
        (requested(), requested(), requested(), requested());
    rejected.reject(UserDiagnostic::NoReasonGiven);
    aborted.abort();
    left.handle_disconnect();
    asked.handle_apdu(Bytes::from_static(MESSAGES.get(6).unwrap()));
    for (association, initiator) in [
        (&mut rejected, Initiator::Local),
        (&mut aborted, Initiator::Local),
        (&mut left, Initiator::Network),
        (&mut asked, Initiator::Remote),
    ] {
        let reason = reason(association);
        assert_eq!(reason.initiator(), initiator, "{reason}");
    }
}
