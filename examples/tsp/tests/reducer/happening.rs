//! Events and snapshots of any kind, made from a few values.

use csta_codec::events::{
    BridgedEvent, CallClearedEvent, CallControlEvents as Event, CallInformationEvent,
    ConferencedEvent, ConnectionClearedEvent, DeliveredEvent, DigitsDialedEvent, DivertedEvent,
    EstablishedEvent, FailedEvent, HeldEvent, NetworkReachedEvent, OfferedEvent, OriginatedEvent,
    QueuedEvent, RetrievedEvent, ServiceInitiatedEvent, TransferredEvent,
};
use csta_codec::types::{
    CallState, CalledDeviceId, CallingDeviceId, ConnectionId, ConnectionListEntry, DeviceId,
    EventCause, LocalConnectionState, RedirectionDeviceId, SimpleCallState,
    SnapshotDeviceResponseInfo, SubjectDeviceId, UserData,
};
use csta_codec::{OctetString, SequenceOf};
use jiff::Timestamp;
use tsp::{Calls, Reduced};

/// What happens to a line.
#[derive(Clone, Debug)]
pub(crate) enum Happening {
    Event {
        kind: u8,
        call: u8,
        /// The other call of a transfer or conference.
        second: Option<u8>,
        device: u8,
        /// Another device that is named: who calls, is added, or transferred to.
        other: u8,
        local: Option<i32>,
        cause: EventCause,
        /// The connections after a transfer or conference: the new call, the old one, the device.
        list: Vec<(u8, u8, u8)>,
    },
    /// Data come with a call.
    Information { call: u8, device: u8 },
    /// Calls, each with its state: one code of the simple states, or those of several connections.
    Snapshot(Vec<(u8, Vec<i32>)>),
}

const DEVICES: [&str; 4] = ["101", "102", "103", "104"];
const CALLS: [&[u8]; 4] = [b"0001", b"0002", b"0003", b"0004"];

fn device(index: u8) -> DeviceId<'static> {
    match DEVICES.get(usize::from(index)) {
        Some(number) => DeviceId::dialing_number(number),
        None => DeviceId::device_number(0x0131_0001), // a trunk line
    }
}

fn connection(call: u8, at: u8) -> ConnectionId<'static> {
    let call = CALLS[usize::from(call) % CALLS.len()];
    ConnectionId::new(OctetString(call), device(at))
}

/// Lets it happen.
pub(crate) fn happen(calls: &mut Calls, happening: &Happening, now: Timestamp) -> Reduced {
    match happening {
        Happening::Information { call, device: at } => {
            let subject = SubjectDeviceId::DeviceIdentifier(device(*at));
            let mut event = CallInformationEvent::new(connection(*call, *at), subject);
            event.user_data = Some(UserData(OctetString(b"data")));
            calls.inform(&event, now)
        }
        Happening::Snapshot(seen) => {
            let locals: Vec<Vec<LocalConnectionState>> = seen
                .iter()
                .map(|(_, states)| {
                    states.iter().copied().map(LocalConnectionState::from_code).collect()
                })
                .collect();
            let entries = seen.iter().zip(&locals).map(|((call, states), locals)| {
                let state = match states.as_slice() {
                    [one] => CallState::SimpleCallState(SimpleCallState::from_code(*one)),
                    _ => CallState::CompoundCallState(SequenceOf::from(locals.as_slice())),
                };
                SnapshotDeviceResponseInfo::new(connection(*call, 0), state)
            });
            calls.synchronise(entries, now)
        }
        Happening::Event { kind, call, second, device: at, other, local, cause, list } => {
            let local = local.map(LocalConnectionState::from_code);
            let entries: Vec<_> = list
                .iter()
                .map(|(new, old, device)| {
                    let mut entry = ConnectionListEntry::new();
                    entry.new_connection = Some(connection(*new, *device));
                    entry.old_connection = Some(connection(*old, *device));
                    entry
                })
                .collect();
            let own = connection(*call, *at);
            let second = second.map(|second| connection(second, *at));
            let entries = SequenceOf::from(entries.as_slice());
            calls.apply(&event(*kind, own, second, (*at, *other), local, *cause, entries), now)
        }
    }
}

fn event<'a>(
    kind: u8,
    own: ConnectionId<'a>,
    second: Option<ConnectionId<'a>>,
    (at, other): (u8, u8),
    local: Option<LocalConnectionState>,
    cause: EventCause,
    list: SequenceOf<'a, ConnectionListEntry<'a>>,
) -> Event<'a> {
    let subject = SubjectDeviceId::DeviceIdentifier(device(at));
    let to = SubjectDeviceId::DeviceIdentifier(device(other));
    let calling = CallingDeviceId::DeviceIdentifier(device(other));
    let called = CalledDeviceId::DeviceIdentifier(device(at));
    let last = RedirectionDeviceId::NotRequired;
    /// An event with the state of the line's own connection.
    macro_rules! of {
        ($variant:ident, $event:expr) => {{
            let mut event = $event;
            event.local_connection_info = local;
            Event::$variant(event)
        }};
    }
    match kind {
        0 => of!(ServiceInitiated, ServiceInitiatedEvent::new(own, subject, cause)),
        1 => of!(Originated, OriginatedEvent::new(own, subject, called, cause)),
        2 => of!(DigitsDialed, DigitsDialedEvent::new(own, subject, device(other), cause)),
        3 => of!(Delivered, DeliveredEvent::new(own, subject, calling, called, last, cause)),
        4 => of!(Offered, OfferedEvent::new(own, subject, calling, called, last, cause)),
        5 => of!(Established, EstablishedEvent::new(own, subject, calling, called, last, cause)),
        6 => of!(Held, HeldEvent::new(own, subject, cause)),
        7 => of!(Retrieved, RetrievedEvent::new(own, subject, cause)),
        8 => of!(Failed, FailedEvent::new(own, subject, calling, called, last, cause)),
        9 | 10 => of!(ConnectionCleared, ConnectionClearedEvent::new(own, subject, cause)),
        11 => Event::CallCleared(CallClearedEvent::new(own, cause)),
        12 => of!(Diverted, DivertedEvent::new(own, subject, to, last, cause)),
        13 => of!(Queued, QueuedEvent::new(own, subject, calling, called, last, cause)),
        14 => of!(
            NetworkReached,
            NetworkReachedEvent::new(own, subject, calling, called, last, cause)
        ),
        15 => {
            let mut event = TransferredEvent::new(own, subject, to, list, cause);
            event.secondary_old_call = second;
            of!(Transferred, event)
        }
        16 => {
            let mut event = ConferencedEvent::new(own, subject, to, list, cause);
            event.secondary_old_call = second;
            of!(Conferenced, event)
        }
        _ => of!(Bridged, BridgedEvent::new(own, subject, cause)),
    }
}
