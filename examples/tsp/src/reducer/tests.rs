use csta_codec::OctetString;
use csta_codec::events::{
    ConnectionClearedEvent, DeliveredEvent, EstablishedEvent, FailedEvent, HeldEvent,
    OriginatedEvent, RetrievedEvent, ServiceInitiatedEvent,
};
use csta_codec::types::{
    CalledDeviceId, CallingDeviceId, ConnectionId, DeviceId, RedirectionDeviceId, SubjectDeviceId,
};
use proptest::prelude::*;

use super::*;

const A: &str = "101";
const B: &str = "102";

fn subject(device: &'static str) -> SubjectDeviceId<'static> {
    SubjectDeviceId::DeviceIdentifier(DeviceId::dialing_number(device))
}

fn connection(call: &'static str, device: &'static str) -> ConnectionId<'static> {
    ConnectionId::new(OctetString(call.as_bytes()), DeviceId::dialing_number(device))
}

/// An event about a device in a call from A to B, with what it says of the line's connection.
fn event(
    kind: u8,
    call: &'static str,
    device: &'static str,
    local: Option<LocalConnectionState>,
) -> CallControlEvents<'static> {
    let (connection, subject) = (connection(call, device), subject(device));
    let calling = CallingDeviceId::DeviceIdentifier(DeviceId::dialing_number(A));
    let called = CalledDeviceId::DeviceIdentifier(DeviceId::dialing_number(B));
    let last = RedirectionDeviceId::NotRequired;
    let cause = EventCause::NewCall;
    match kind {
        0 => CallControlEvents::ServiceInitiated(ServiceInitiatedEvent {
            local_connection_info: local,
            ..ServiceInitiatedEvent::new(connection, subject, cause)
        }),
        1 => CallControlEvents::Originated(OriginatedEvent {
            local_connection_info: local,
            ..OriginatedEvent::new(connection, subject, called, cause)
        }),
        2 => CallControlEvents::Delivered(DeliveredEvent {
            local_connection_info: local,
            ..DeliveredEvent::new(connection, subject, calling, called, last, cause)
        }),
        3 => CallControlEvents::Established(EstablishedEvent {
            local_connection_info: local,
            ..EstablishedEvent::new(connection, subject, calling, called, last, cause)
        }),
        4 => CallControlEvents::Held(HeldEvent {
            local_connection_info: local,
            ..HeldEvent::new(connection, subject, cause)
        }),
        5 => CallControlEvents::Retrieved(RetrievedEvent {
            local_connection_info: local,
            ..RetrievedEvent::new(connection, subject, cause)
        }),
        6 => CallControlEvents::Failed(FailedEvent {
            local_connection_info: local,
            ..FailedEvent::new(connection, subject, calling, called, last, EventCause::Busy)
        }),
        _ => CallControlEvents::ConnectionCleared(ConnectionClearedEvent {
            local_connection_info: local,
            ..ConnectionClearedEvent::new(connection, subject, EventCause::NormalClearing)
        }),
    }
}

fn line(number: &str) -> Calls {
    Calls::new(vec![Party::Number(number.to_owned())])
}

/// The states that some events lead to.
fn states(calls: &mut Calls, events: &[CallControlEvents<'_>]) -> Vec<CallState> {
    let changes = events.iter().flat_map(|event| calls.apply(event)).collect::<Vec<_>>();
    changes.iter().map(|change| change.call.state).collect()
}

#[test]
fn a_call_goes_through_its_states_at_the_caller() {
    use LocalConnectionState as L;
    let mut calls = line(A);
    let states = states(
        &mut calls,
        &[
            event(0, "0001", A, Some(L::Initiated)),
            event(1, "0001", A, Some(L::Connected)),
            event(2, "0001", B, Some(L::Connected)),
            event(3, "0001", B, Some(L::Connected)),
            event(4, "0001", A, Some(L::Hold)),
            event(5, "0001", A, Some(L::Connected)),
            event(7, "0001", A, Some(L::Null)),
        ],
    );
    use CallState as S;
    let expected = [
        S::Dialtone,
        S::Dialing,
        S::Proceeding,
        S::Ringback,
        S::Connected,
        S::OnHold,
        S::Connected,
        S::Idle,
    ];
    assert_eq!(states, expected);
    assert_eq!(calls.iter().count(), 0);
}

#[test]
fn the_called_line_knows_who_calls() {
    let mut calls = line(B);
    calls.apply(&event(2, "0001", B, Some(LocalConnectionState::Alerting)));
    calls.apply(&event(3, "0001", B, Some(LocalConnectionState::Connected)));
    let call = calls.iter().next().unwrap();
    assert_eq!(call.origin, Origin::Inbound);
    assert_eq!((call.caller.number(), call.connected.number()), (Some(A), Some(A)));
}

#[test]
fn a_caller_that_gives_up_ends_the_ringing_only_with_the_own_connection() {
    let mut calls = line(B);
    calls.apply(&event(2, "0001", B, Some(LocalConnectionState::Alerting)));
    let local = Some(LocalConnectionState::Alerting);
    assert_eq!(states(&mut calls, &[event(7, "0001", A, local)]), [CallState::Offering]);
    let local = Some(LocalConnectionState::Null);
    assert_eq!(states(&mut calls, &[event(7, "0001", B, local)]), [CallState::Idle]);
}

#[test]
fn a_busy_number_is_busy() {
    let mut calls = line(A);
    calls.apply(&event(1, "0001", A, Some(LocalConnectionState::Connected)));
    let local = Some(LocalConnectionState::Connected);
    assert_eq!(states(&mut calls, &[event(6, "0001", B, local)]), [CallState::Busy]);
}

#[test]
fn the_end_of_an_unknown_call_is_nothing() {
    let mut calls = line(A);
    assert!(calls.apply(&event(7, "0009", A, Some(LocalConnectionState::Null))).is_empty());
}

fn any_local() -> impl Strategy<Value = Option<LocalConnectionState>> {
    prop::option::of((0..9).prop_map(LocalConnectionState::from_code))
}

proptest! {
    /// Any events in any order leave calls that can be: each id once, none of them idle, and each
    /// change begins where the last one of its call ended.
    #[test]
    fn any_order_of_events_leaves_legal_calls(
        events in prop::collection::vec(
            (0_u8..8, prop::sample::select(vec!["0001", "0002"]),
             prop::sample::select(vec![A, B, "103"]), any_local()),
            0..60,
        ),
    ) {
        let mut calls = line(A);
        let mut last = std::collections::HashMap::new();
        for (kind, call, device, local) in events {
            for change in calls.apply(&event(kind, call, device, local)) {
                let before = last.insert(change.call.id.clone(), change.call.state)
                    .filter(|state| *state != CallState::Idle);
                prop_assert_eq!(before, change.from);
            }
            let mut ids: Vec<_> = calls.iter().map(|call| call.id.clone()).collect();
            ids.sort();
            ids.dedup();
            prop_assert_eq!(ids.len(), calls.iter().count());
            prop_assert!(calls.iter().all(|call| call.state != CallState::Idle));
        }
    }
}
