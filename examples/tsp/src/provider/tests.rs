//! Events that come before the answer to the request that has caused them.

use std::time::Duration;

use csta_client::Event;
use csta_codec::events::{
    CallControlEvents, DigitsDialedEvent, EventReportArgument, EventSpecificInfo,
    ServiceInitiatedEvent,
};
use csta_codec::types::{
    ConnectionId, DeviceId, EventCause, LocalConnectionState, MonitorCrossRefId, SubjectDeviceId,
};
use csta_codec::{OctetString, Owned};

use super::{Board, Made, ProviderId, ProviderSettings};
use crate::moment::Moment;
use crate::registry::Common;
use crate::{
    AddressId, CallNotification, Identity, LineId, Notification, RegistrySettings, SwitchCallId,
};

const MAIN: AddressId = AddressId::Main;

fn common() -> Common {
    let (notifications, _) = tokio::sync::broadcast::channel(1);
    Common {
        settings: RegistrySettings::default(),
        open_lines: std::sync::Arc::new(tokio::sync::Semaphore::new(1)),
        notifications,
        addresses: Default::default(),
    }
}

/// A board with the line 101.
fn board() -> (Board, LineId) {
    let mut board = Board::new(ProviderId(1), ProviderSettings::new("pbx.example"));
    let line = numfmt::Line::new("101", "").unwrap();
    let added = board.add_lines(&[line], &common()).unwrap();
    while board.poll_notification().is_some() {}
    (board, added[0])
}

fn connection(call: &[u8]) -> ConnectionId<'_> {
    ConnectionId::new(OctetString(call), DeviceId::dialing_number("101"))
}

fn report(event: CallControlEvents<'_>) -> Event {
    let info = EventSpecificInfo::CallControlEvents(event);
    Owned::new(&EventReportArgument::new(MonitorCrossRefId(OctetString(b"1")), info))
}

fn subject() -> SubjectDeviceId<'static> {
    SubjectDeviceId::DeviceIdentifier(DeviceId::dialing_number("101"))
}

/// The line has dial tone in a call.
fn initiated(call: &[u8]) -> Event {
    let mut event = ServiceInitiatedEvent::new(connection(call), subject(), EventCause::NewCall);
    event.local_connection_info = Some(LocalConnectionState::Initiated);
    report(CallControlEvents::ServiceInitiated(event))
}

/// The line dials digits in a call.
fn dialled(call: &[u8], digits: &str) -> Event {
    let digits = DeviceId::dialing_number(digits);
    let event = DigitsDialedEvent::new(connection(call), subject(), digits, EventCause::NewCall);
    report(CallControlEvents::DigitsDialed(event))
}

fn made(call: &[u8]) -> Option<Made> {
    let call = SwitchCallId::of(&connection(call))?;
    let called = Identity::Number("102".to_owned()).into();
    Some(Made { call, called, related: None, prompts: true })
}

fn told(board: &mut Board) -> Vec<CallNotification> {
    std::iter::from_fn(|| board.poll_notification())
        .filter_map(|told| match told {
            Notification::Call(own) => Some(own),
            _ => None,
        })
        .collect()
}

fn after(moment: Moment, time: Duration) -> Moment {
    Moment { instant: moment.instant + time, ..moment }
}

#[test]
fn an_event_waits_for_the_answer_that_names_its_call() {
    let (mut board, line) = board();
    let now = Moment::now();
    let binding = board.begin_binding(line, MAIN, now).unwrap();
    board.handle_event(line, MAIN, initiated(b"0007"), now);
    assert!(told(&mut board).is_empty(), "it is held");
    let call = board.end_binding((line, MAIN), binding, made(b"0007"), now).unwrap();
    let told = told(&mut board);
    assert_eq!(told.iter().map(|own| own.call.id).collect::<Vec<_>>(), [call]);
    assert_eq!(told[0].call.called.number(), Some("102"));
    assert_eq!(board.poll_timeout(), None);
}

#[test]
fn an_answer_that_comes_first_names_the_call_of_the_event() {
    let (mut board, line) = board();
    let now = Moment::now();
    let binding = board.begin_binding(line, MAIN, now).unwrap();
    let call = board.end_binding((line, MAIN), binding, made(b"0007"), now).unwrap();
    assert!(told(&mut board).is_empty(), "nothing has happened yet");
    board.handle_event(line, MAIN, initiated(b"0007"), now);
    assert_eq!(told(&mut board)[0].call.id, call);
}

#[test]
fn a_request_that_fails_or_is_not_answered_holds_nothing_back() {
    let (mut board, line) = board();
    let now = Moment::now();
    let binding = board.begin_binding(line, MAIN, now).unwrap();
    board.handle_event(line, MAIN, initiated(b"0007"), now);
    assert_eq!(board.end_binding((line, MAIN), binding, None, now), None);
    assert_eq!(told(&mut board).len(), 1);
    board.begin_binding(line, MAIN, now).unwrap();
    board.handle_event(line, MAIN, initiated(b"0008"), now);
    let due = board.poll_timeout().unwrap();
    assert_eq!(due - now.instant, super::binding::BINDING_LIMIT);
    board.handle_timeout(after(now, Duration::from_secs(1)));
    assert!(told(&mut board).is_empty());
    board.handle_timeout(after(now, super::binding::BINDING_LIMIT));
    assert_eq!(told(&mut board).len(), 1);
    assert_eq!(board.poll_timeout(), None);
}

#[test]
fn no_more_events_are_held_than_there_is_room_for() {
    let (mut board, line) = board();
    let now = Moment::now();
    board.begin_binding(line, MAIN, now).unwrap();
    let numbers: Vec<String> = (0..100).map(|number| format!("{number:04}")).collect();
    for number in &numbers {
        board.handle_event(line, MAIN, initiated(number.as_bytes()), now);
    }
    assert_eq!(told(&mut board).len(), 100);
}

#[test]
fn digits_add_up_to_the_number_and_are_not_added_to_what_was_asked_for() {
    let (mut board, line) = board();
    let now = Moment::now();
    let binding = board.begin_binding(line, MAIN, now).unwrap();
    let call = board.end_binding((line, MAIN), binding, made(b"0007"), now).unwrap();
    board.handle_event(line, MAIN, initiated(b"0007"), now);
    for digits in ["1", "0", "2"] {
        board.handle_event(line, MAIN, dialled(b"0007", digits), now);
    }
    assert_eq!(board.shown_call(line, call).unwrap().called.number(), Some("102"));
    // Without end, they are no number, and are not kept without end either.
    for _ in 0..1000 {
        board.handle_event(line, MAIN, dialled(b"0007", "0123456789"), now);
    }
    let called = board.shown_call(line, call).unwrap().called;
    assert_eq!(called.number().map(str::len), Some(128));
}
