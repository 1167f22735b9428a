//! A planner with a switch and an application around it, in which anything happens: for tests, and
//! for fuzzing.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "what does not hold is told by panicking"
)]

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use bytes::Bytes;
use csta_codec::services::{DeviceSnapshot, SnapshotDeviceResult};
use csta_codec::types::{
    CallState, ConnectionId, DeviceId, MonitorFilter, SimpleCallState, SnapshotDeviceData,
    SnapshotDeviceResponseInfo, SystemStatus,
};
use csta_codec::{Ber, OctetString, Owned, SequenceOf};

use super::{Action, Answer, Plan, Planner, Request, Wanted};
use crate::Snapshot;
use crate::session::{MonitorId, SessionItem};
use crate::{CloseReason, Error, Event, Incoming};

pub(super) const SECOND: Duration = Duration::from_secs(1);

pub(super) fn plan() -> Plan {
    Plan {
        shortest_backoff: SECOND,
        longest_backoff: 60 * SECOND,
        rejected_backoff: 70 * SECOND,
        requests_in_flight: 3,
        request_interval: Duration::from_millis(10),
        retry_interval: 20 * SECOND,
        snapshot_interval: Some(30 * SECOND),
        call_records: None,
        call_records_delay: 60 * SECOND,
        devices: Vec::new(),
        monitor_limit: 5,
        item_queue: 12,
    }
}

pub(super) fn broken() -> Error {
    Error::closed(CloseReason::Disconnected("by the test"))
}

pub(super) fn wanted() -> Wanted {
    let device = Owned::new(&DeviceId::dialing_number("101"));
    Wanted { device, filter: MonitorFilter::new() }
}

/// An event whose call is numbered.
fn event(number: u32) -> Event {
    let mut octets = [
        0x30, 0x2C, 0x55, 0x04, 0x01, 0x11, 0x00, 0x12, 0xA0, 0x24, 0xB0, 0x22, 0x6B, 0x11, 0x30,
        0x0F, 0x80, 0x04, 0x30, 0x30, 0x37, 0x35, 0xA1, 0x07, 0x30, 0x05, 0x80, 0x03, 0x31, 0x31,
        0x31, 0x63, 0x07, 0x30, 0x05, 0x80, 0x03, 0x31, 0x31, 0x31, 0x4E, 0x01, 0x01, 0x0A, 0x01,
        0x16,
    ];
    octets[18..22].copy_from_slice(&number.to_be_bytes());
    Event::decode(Bytes::copy_from_slice(&octets)).unwrap()
}

fn event_number(event: &Event) -> u32 {
    let octets = event.element().encode();
    u32::from_be_bytes(octets[18..22].try_into().unwrap())
}

/// A snapshot that tells how many events were before it.
pub(super) fn snapshot(events: u32) -> Snapshot {
    let call = events.to_be_bytes();
    let connection = ConnectionId::new(OctetString(&call), DeviceId::dialing_number("101"));
    let state = CallState::SimpleCallState(SimpleCallState::CallEstablished);
    let calls = [SnapshotDeviceResponseInfo::new(connection, state)];
    let data = SnapshotDeviceData(SequenceOf::from(calls.as_slice()));
    let result = SnapshotDeviceResult::new(DeviceSnapshot::SnapshotData(data));
    Snapshot::new(Owned::new(&result), &[]).unwrap()
}

fn snapshot_events(snapshot: &Snapshot) -> u32 {
    let call = snapshot.calls().next().unwrap().connection_identifier.call().unwrap();
    u32::from_be_bytes(call.as_bytes().try_into().unwrap())
}

/// What the application makes of the items.
#[derive(Debug, Default)]
pub(super) struct View {
    up: bool,
    closed: bool,
    monitors: BTreeMap<MonitorId, MonitorView>,
}

#[derive(Debug)]
struct MonitorView {
    runs: bool,
    gap: bool,
    /// How many of the events of the monitor are known of.
    events: u32,
}

impl View {
    fn take(&mut self, item: SessionItem) {
        assert!(!self.closed, "{item:?} after the end");
        match item {
            SessionItem::LinkUp { .. } => self.up = true,
            SessionItem::LinkDown { .. } | SessionItem::Lagged(_) => {
                self.up = false;
                for monitor in self.monitors.values_mut() {
                    (monitor.runs, monitor.gap) = (false, true);
                }
            }
            SessionItem::MonitorRestored(id) => {
                assert!(self.up);
                if let Some(monitor) = self.monitors.get_mut(&id) {
                    assert!(!monitor.runs && monitor.gap);
                    monitor.runs = true;
                }
            }
            SessionItem::MonitorLost { monitor, .. } => {
                if let Some(monitor) = self.monitors.get_mut(&monitor) {
                    (monitor.runs, monitor.gap) = (false, true);
                }
            }
            SessionItem::Event { monitor, event } => {
                if let Some(monitor) = self.monitors.get_mut(&monitor) {
                    assert!(monitor.runs);
                    let number = event_number(&event);
                    assert!(number >= monitor.events, "told twice");
                    assert!(monitor.gap || number == monitor.events, "lost without a gap");
                    monitor.events = number + 1;
                }
            }
            SessionItem::Resynchronised { monitor, snapshot } => {
                if let Some(monitor) = self.monitors.get_mut(&monitor) {
                    assert!(monitor.runs);
                    let events = snapshot_events(&snapshot);
                    assert!(events >= monitor.events, "before what was told");
                    assert!(monitor.gap || events == monitor.events, "lost without a gap");
                    (monitor.events, monitor.gap) = (events, false);
                }
            }
            SessionItem::Incoming(Incoming::SystemStatus(
                SystemStatus::Disabled | SystemStatus::MessagesLost,
            )) => {
                for monitor in self.monitors.values_mut() {
                    monitor.gap = true;
                }
            }
            SessionItem::Incoming(_) => {}
            SessionItem::Closed => self.closed = true,
            SessionItem::NotResynchronised { .. } => {}
            other => panic!("{other:?}"),
        }
    }
}

/// A planner with a switch and an application.
pub(super) struct World {
    pub(super) now: Instant,
    pub(super) planner: Planner,
    pub(super) connecting: bool,
    pub(super) up: bool,
    pub(super) in_flight: Vec<Request>,
    pub(super) last_request: Option<Instant>,
    /// The monitors in the switch.
    pub(super) running: Vec<MonitorId>,
    /// How many events there were of each that is wanted.
    pub(super) events: BTreeMap<MonitorId, u32>,
    /// Until when the switch loses events, as it has said by its status.
    losing_until: Option<Instant>,
    pub(super) view: View,
}

impl World {
    pub(super) fn new() -> Self {
        let now = Instant::now();
        Self {
            now,
            planner: Planner::new(now, plan(), fastrand::Rng::with_seed(7)),
            connecting: false,
            up: false,
            in_flight: Vec::new(),
            last_request: None,
            running: Vec::new(),
            events: BTreeMap::new(),
            losing_until: None,
            view: View::default(),
        }
    }

    pub(super) fn act(&mut self) {
        while let Some(action) = self.planner.poll_action(self.now) {
            match action {
                Action::Connect => {
                    assert!(!self.connecting && !self.up);
                    self.connecting = true;
                }
                Action::Release => self.link_down(broken()),
                Action::Ask(request) => {
                    assert!(self.up);
                    if let Some(last) = self.last_request.replace(self.now) {
                        assert!(self.now - last >= plan().request_interval / 2, "a burst");
                    }
                    self.in_flight.push(request);
                    assert!(self.in_flight.len() <= plan().requests_in_flight);
                }
            }
        }
        if let Some(timeout) = self.planner.poll_timeout() {
            assert!(timeout > self.now, "due and not done");
        }
    }

    pub(super) fn wait(&mut self, time: Duration) {
        let until = self.now + time;
        while let Some(timeout) = self.planner.poll_timeout().filter(|timeout| *timeout <= until) {
            self.now = timeout;
            self.act();
        }
        self.now = until;
        self.act();
    }

    pub(super) fn link_up(&mut self) {
        if std::mem::take(&mut self.connecting) {
            self.up = true;
            self.last_request = None;
            self.planner.handle_link_up(self.now, None);
        }
    }

    pub(super) fn link_down(&mut self, error: Error) {
        if self.up || self.connecting {
            (self.up, self.connecting) = (false, false);
            self.losing_until = None;
            self.in_flight.clear();
            self.running.clear();
            self.planner.handle_link_down(self.now, error);
        }
    }

    pub(super) fn answer(&mut self, index: usize, succeeds: bool) {
        if self.in_flight.is_empty() {
            return;
        }
        let request = self.in_flight.remove(index % self.in_flight.len());
        let answer = match request {
            Request::Stop(monitor) => {
                self.running.retain(|running| *running != monitor);
                Answer::Stopped(monitor)
            }
            Request::Start(monitor, _) if succeeds => {
                assert!(!self.running.contains(&monitor));
                self.running.push(monitor);
                Answer::Started(monitor, Ok(()))
            }
            Request::Start(monitor, _) => Answer::Started(monitor, Err(broken())),
            Request::Snapshot(monitor, _) if succeeds => {
                let events = self.events.get(&monitor).copied().unwrap_or_default();
                Answer::Snapshot(monitor, Ok(snapshot(events)))
            }
            Request::Snapshot(monitor, _) => Answer::Snapshot(monitor, Err(broken())),
            Request::Devices(..) | Request::StartCallRecords(_) => panic!("not wanted"),
        };
        self.planner.handle_answer(self.now, answer);
    }

    pub(super) fn nth(&self, index: usize) -> Option<MonitorId> {
        self.events.keys().nth(index % self.events.len().max(1)).copied()
    }

    pub(super) fn event(&mut self, index: usize) {
        if self.running.is_empty() {
            return;
        }
        let monitor = self.running[index % self.running.len()];
        match self.events.get_mut(&monitor) {
            Some(events) => {
                // Until all is restored, others are missing before it.
                *events += u32::from(self.losing_until.is_some_and(|until| self.now < until));
                self.planner.handle_event(monitor, event(*events));
                *events += 1;
            }
            // Not wanted any more, and not stopped yet.
            None => self.planner.handle_event(monitor, event(0)),
        }
    }

    pub(super) fn stop_by_switch(&mut self, index: usize) {
        if self.running.is_empty() {
            return;
        }
        let monitor = self.running.remove(index % self.running.len());
        self.planner.handle_stopped(self.now, monitor);
    }

    pub(super) fn add(&mut self) {
        if let Some(monitor) = self.planner.handle_add(self.now, wanted()) {
            self.events.insert(monitor, 0);
            let view = MonitorView { runs: false, gap: true, events: 0 };
            self.view.monitors.insert(monitor, view);
        }
        assert!(self.view.monitors.len() <= plan().monitor_limit);
    }

    pub(super) fn remove(&mut self, index: usize) {
        if let Some(monitor) = self.nth(index) {
            assert!(self.planner.handle_remove(self.now, monitor));
            self.events.remove(&monitor);
            self.view.monitors.remove(&monitor);
        }
    }

    pub(super) fn read(&mut self, items: usize) {
        for _ in 0..items {
            let Some(item) = self.planner.poll_item(self.now) else { return };
            self.view.take(item);
        }
    }

    pub(super) fn step(&mut self, step: &Step) {
        match *step {
            Step::Wait(millis) => self.wait(Duration::from_millis(millis)),
            Step::LinkUp => self.link_up(),
            Step::LinkDown => self.link_down(broken()),
            Step::Answer(index, succeeds) => self.answer(index, succeeds),
            Step::Event(index) => self.event(index),
            Step::StopBySwitch(index) => self.stop_by_switch(index),
            Step::Add => self.add(),
            Step::Remove(index) => self.remove(index),
            Step::Resynchronise(index) => {
                if let Some(monitor) = self.nth(index) {
                    assert!(self.planner.handle_resynchronise(self.now, monitor));
                }
            }
            Step::MessagesLost => {
                // The switch does not tell which.
                for (monitor, events) in &mut self.events {
                    *events += u32::from(self.running.contains(monitor));
                }
                self.status(SystemStatus::MessagesLost);
            }
            Step::Disabled => self.status(SystemStatus::Disabled),
            Step::Enabled => self.status(SystemStatus::Enabled),
            Step::Read(items) => self.read(items),
        }
        self.act();
    }

    pub(super) fn status(&mut self, status: SystemStatus) {
        if !self.up {
            return;
        }
        self.losing_until = match (status, self.losing_until) {
            (SystemStatus::Disabled, _) => Some(self.now + plan().retry_interval * 1000),
            // Said again, it is no other restoration.
            (SystemStatus::Enabled, Some(until)) => {
                Some(until.min(self.now + plan().retry_interval))
            }
            _ => None,
        };
        self.planner.handle_incoming(self.now, Incoming::SystemStatus(status));
    }

    /// Everything goes well from now on.
    pub(super) fn settle(&mut self) {
        self.status(SystemStatus::Normal);
        for _ in 0..100 {
            self.link_up();
            self.act();
            while !self.in_flight.is_empty() {
                self.answer(0, true);
            }
            self.act();
            self.read(usize::MAX);
            self.wait(2 * SECOND);
        }
        while !self.in_flight.is_empty() {
            self.answer(0, true);
        }
        self.read(usize::MAX);
    }

    /// What has to hold when all has gone well, and at the end.
    fn end(mut self) {
        self.settle();
        assert!(self.view.up);
        assert_eq!(self.running.len(), self.events.len(), "others are stopped");
        for (monitor, events) in &self.events {
            let view = &self.view.monitors[monitor];
            assert!(view.runs && !view.gap, "{view:?}");
            assert_eq!(view.events, *events);
        }
        self.planner.handle_release();
        self.act();
        self.read(usize::MAX);
        assert!(self.view.closed && self.planner.is_closed());
    }
}

/// Plays what happens to a session, and then that all goes well: never more requests than allowed,
/// never without a pause; every loss is told; and at the end each monitor runs and the application
/// knows of each event.
///
/// # Panics
///
/// If that does not hold.
pub fn play(steps: &[Step]) {
    let mut world = World::new();
    world.act();
    steps.iter().for_each(|step| world.step(step));
    world.end();
}

/// What can happen to a session. Numbers choose among what there is.
#[derive(Clone, Copy, Debug)]
pub enum Step {
    /// Time passes, in milliseconds.
    Wait(u64),
    /// The association that is asked for is made.
    LinkUp,
    /// The association is lost, or not made.
    LinkDown,
    /// One of the requests is answered, with success or not.
    Answer(usize, bool),
    /// Something happens at a monitored device.
    Event(usize),
    /// The switch stops a monitor.
    StopBySwitch(usize),
    /// The application wants a further monitor.
    Add,
    /// It does not want one any more.
    Remove(usize),
    /// It asks for a snapshot.
    Resynchronise(usize),
    /// The switch says that it has lost messages.
    MessagesLost,
    /// The switch says that monitors are disabled.
    Disabled,
    /// The switch says that it serves again, and goes on restoring its monitors.
    Enabled,
    /// The application reads so many items.
    Read(usize),
}
