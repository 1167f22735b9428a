//! What single events and snapshots make of a call.

use csta_codec::types::EventCause;
use jiff::Timestamp;
use tsp::{BusyMode, Call, CallState, Calls};

use super::chronicle::line;
use super::happening::{Happening, happen};

/// The one call of a line to which these have happened.
fn after(happenings: &[Happening]) -> Call {
    let mut calls: Calls = line();
    for happening in happenings {
        happen(&mut calls, happening, Timestamp::UNIX_EPOCH);
    }
    assert_eq!(calls.len(), 1);
    calls.iter().next().unwrap().clone()
}

/// An event of call 0 at a device, with 101 or another device as who calls; `kind` as `happen` has it.
fn event(kind: u8, device: u8, other: u8, cause: EventCause, local: i32) -> Happening {
    let (second, list) = (None, Vec::new());
    Happening::Event { kind, call: 0, second, device, other, local: Some(local), cause, list }
}

/// 101 calls 102, which answers.
fn connected() -> Vec<Happening> {
    vec![
        event(0, 0, 0, EventCause::NewCall, 1),
        event(1, 0, 0, EventCause::NewCall, 3),
        event(3, 1, 0, EventCause::NewCall, 3),
        event(5, 1, 0, EventCause::NewCall, 3),
    ]
}

fn seen(states: &[i32]) -> Happening {
    Happening::Snapshot(vec![(0, states.to_vec())])
}

#[test]
fn a_snapshot_that_says_nothing_of_a_call_leaves_it_as_it_is() {
    let mut happenings = connected();
    assert_eq!(after(&happenings).state, CallState::Connected);
    // A state that is not known.
    happenings.push(seen(&[127]));
    assert_eq!(after(&happenings).state, CallState::Connected);
    assert_eq!(after(&[seen(&[127])]).state, CallState::Unknown, "of a new call nothing is known");
}

#[test]
fn the_other_end_holds_whichever_way_a_snapshot_says_so() {
    for states in [&[0x43][..], &[3, 4]] {
        let mut happenings = connected();
        happenings.push(seen(states));
        let call = after(&happenings);
        assert_eq!((call.state, call.held_by_other), (CallState::Connected, true), "{states:?}");
    }
    let mut happenings = connected();
    happenings.push(seen(&[3, 4, 3]));
    assert!(!after(&happenings).held_by_other, "one of two others does");
}

#[test]
fn a_call_is_busy_only_as_long_as_it_is() {
    let calls = &connected()[..2];
    let busy = [calls, &[event(8, 1, 0, EventCause::Busy, 3)]].concat();
    let call = after(&busy);
    assert_eq!((call.state, call.busy), (CallState::Busy, Some(BusyMode::Station)));
    // A snapshot tells busy and other failures alike.
    let failed = [calls, &[event(8, 1, 0, EventCause::DestNotObtainable, 3), seen(&[0x63])]];
    let call = after(&failed.concat());
    assert_eq!((call.state, call.busy), (CallState::Disconnected, None));
    let call = after(&[calls, &[seen(&[0x63])]].concat());
    assert_eq!((call.state, call.busy), (CallState::Busy, Some(BusyMode::Unknown)));
}

#[test]
fn no_more_parties_are_kept_than_there_is_room_for() {
    // Each entry names another device that is not known.
    let list = (0..200_u8).map(|_| (0, 0, 4)).collect();
    let joined = Happening::Event {
        kind: 16,
        call: 0,
        second: None,
        device: 1,
        other: 2,
        local: Some(3),
        cause: EventCause::Conference,
        list,
    };
    let call = after(&[connected(), vec![joined]].concat());
    assert_eq!(call.members.len(), 64);
}
