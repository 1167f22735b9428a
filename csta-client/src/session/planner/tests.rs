//! Whatever happens in whatever order: what is told is the truth, and all of it.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use bytes::Bytes;
use csta_codec::acse::AssociateResult;
use csta_codec::services::{DeviceSnapshot, SnapshotDeviceResult};
use csta_codec::types::{
    CallState, ConnectionId, DeviceId, MonitorFilter, SimpleCallState, SnapshotDeviceData,
    SnapshotDeviceResponseInfo, SystemStatus,
};
use csta_codec::{Ber, OctetString, Owned, SequenceOf};
use hex_literal::hex;
use proptest::prelude::*;

use super::*;
use crate::Snapshot;
use crate::session::{MonitorId, MonitorLoss, SessionItem};
use crate::{CloseReason, Error, Event, Incoming};

const SECOND: Duration = Duration::from_secs(1);

fn plan() -> Plan {
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

fn broken() -> Error {
    Error::closed(CloseReason::Disconnected("by the test"))
}

fn wanted() -> Wanted {
    let device = Owned::new(&DeviceId::dialing_number("101"));
    Wanted { device, filter: MonitorFilter::new() }
}

/// An event whose call is numbered.
fn event(number: u32) -> Event {
    let mut octets = hex!(
        "30 2C 55 04 01110012 A0 24 B0 22 6B 11 30 0F 80 04 30303735 A1 07 30 05 80 03 313131
         63 07 30 05 80 03 313131 4E 01 01 0A 01 16"
    );
    octets[18..22].copy_from_slice(&number.to_be_bytes());
    Event::decode(Bytes::copy_from_slice(&octets)).unwrap()
}

fn event_number(event: &Event) -> u32 {
    let octets = event.element().encode();
    u32::from_be_bytes(octets[18..22].try_into().unwrap())
}

/// A snapshot that tells how many events were before it.
fn snapshot(events: u32) -> Snapshot {
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
struct View {
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
            SessionItem::Incoming(_) => {
                for monitor in self.monitors.values_mut() {
                    monitor.gap = true;
                }
            }
            SessionItem::Closed => self.closed = true,
            SessionItem::NotResynchronised { .. } => {}
            other => panic!("{other:?}"),
        }
    }
}

/// A planner with a switch and an application.
struct World {
    now: Instant,
    planner: Planner,
    connecting: bool,
    up: bool,
    in_flight: Vec<Request>,
    last_request: Option<Instant>,
    /// The monitors in the switch.
    running: Vec<MonitorId>,
    /// How many events there were of each that is wanted.
    events: BTreeMap<MonitorId, u32>,
    view: View,
}

impl World {
    fn new() -> Self {
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
            view: View::default(),
        }
    }

    fn act(&mut self) {
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

    fn wait(&mut self, time: Duration) {
        let until = self.now + time;
        while let Some(timeout) = self.planner.poll_timeout().filter(|timeout| *timeout <= until) {
            self.now = timeout;
            self.act();
        }
        self.now = until;
        self.act();
    }

    fn link_up(&mut self) {
        if std::mem::take(&mut self.connecting) {
            self.up = true;
            self.last_request = None;
            self.planner.handle_link_up(self.now, None);
        }
    }

    fn link_down(&mut self, error: Error) {
        if self.up || self.connecting {
            (self.up, self.connecting) = (false, false);
            self.in_flight.clear();
            self.running.clear();
            self.planner.handle_link_down(self.now, error);
        }
    }

    fn answer(&mut self, index: usize, succeeds: bool) {
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

    fn nth(&self, index: usize) -> Option<MonitorId> {
        self.events.keys().nth(index % self.events.len().max(1)).copied()
    }

    fn event(&mut self, index: usize) {
        if self.running.is_empty() {
            return;
        }
        let monitor = self.running[index % self.running.len()];
        match self.events.get_mut(&monitor) {
            Some(events) => {
                self.planner.handle_event(monitor, event(*events));
                *events += 1;
            }
            // Not wanted any more, and not stopped yet.
            None => self.planner.handle_event(monitor, event(0)),
        }
    }

    fn stop_by_switch(&mut self, index: usize) {
        if self.running.is_empty() {
            return;
        }
        let monitor = self.running.remove(index % self.running.len());
        self.planner.handle_stopped(self.now, monitor);
    }

    fn add(&mut self) {
        if let Some(monitor) = self.planner.handle_add(self.now, wanted()) {
            self.events.insert(monitor, 0);
            let view = MonitorView { runs: false, gap: true, events: 0 };
            self.view.monitors.insert(monitor, view);
        }
        assert!(self.view.monitors.len() <= plan().monitor_limit);
    }

    fn remove(&mut self, index: usize) {
        if let Some(monitor) = self.nth(index) {
            assert!(self.planner.handle_remove(self.now, monitor));
            self.events.remove(&monitor);
            self.view.monitors.remove(&monitor);
        }
    }

    fn read(&mut self, items: usize) {
        for _ in 0..items {
            let Some(item) = self.planner.poll_item(self.now) else { return };
            self.view.take(item);
        }
    }

    fn step(&mut self, step: &Step) {
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
                if self.up {
                    // The switch does not tell which.
                    let lost = Incoming::SystemStatus(SystemStatus::MessagesLost);
                    for (_, events) in
                        self.events.iter_mut().filter(|(id, _)| self.running.contains(id))
                    {
                        *events += 1;
                    }
                    self.planner.handle_incoming(self.now, lost);
                }
            }
            Step::Read(items) => self.read(items),
        }
        self.act();
    }

    /// Everything goes well from now on.
    fn settle(&mut self) {
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
}

#[derive(Clone, Debug)]
enum Step {
    Wait(u64),
    LinkUp,
    LinkDown,
    Answer(usize, bool),
    Event(usize),
    StopBySwitch(usize),
    Add,
    Remove(usize),
    Resynchronise(usize),
    MessagesLost,
    Read(usize),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        6 => prop_oneof![0_u64..50, 0_u64..40_000].prop_map(Step::Wait),
        3 => Just(Step::LinkUp),
        1 => Just(Step::LinkDown),
        8 => (0_usize..4, prop::bool::weighted(0.8)).prop_map(|(index, ok)| Step::Answer(index, ok)),
        8 => (0_usize..5).prop_map(Step::Event),
        1 => (0_usize..5).prop_map(Step::StopBySwitch),
        2 => Just(Step::Add),
        1 => (0_usize..5).prop_map(Step::Remove),
        1 => (0_usize..5).prop_map(Step::Resynchronise),
        1 => Just(Step::MessagesLost),
        3 => (0_usize..8).prop_map(Step::Read),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    /// Never more requests than allowed, never without a pause; every loss is told; and when all
    /// goes well, each monitor runs and the application knows of each event.
    #[test]
    fn what_is_told_is_the_truth(steps in prop::collection::vec(step(), 0..200)) {
        let mut world = World::new();
        world.act();
        steps.iter().for_each(|step| world.step(step));
        world.settle();
        prop_assert!(world.view.up);
        prop_assert_eq!(world.running.len(), world.events.len(), "others are stopped");
        for (monitor, events) in &world.events {
            let view = &world.view.monitors[monitor];
            prop_assert!(view.runs && !view.gap, "{:?}", view);
            prop_assert_eq!(view.events, *events);
        }
        world.planner.handle_release();
        world.act();
        world.read(usize::MAX);
        prop_assert!(world.view.closed && world.planner.is_closed());
    }
}

fn retry_in(planner: &mut Planner, now: Instant) -> Duration {
    loop {
        match planner.poll_item(now) {
            Some(SessionItem::LinkDown { retry_in, .. }) => return retry_in,
            Some(_) => {}
            None => panic!("not told"),
        }
    }
}

#[test]
fn waits_longer_each_time_until_a_link_has_held() {
    let mut now = Instant::now();
    let mut planner = Planner::new(now, plan(), fastrand::Rng::with_seed(1));
    let mut fail = |now: &mut Instant, up: Option<Duration>| {
        assert!(matches!(planner.poll_action(*now), Some(Action::Connect)));
        if let Some(held) = up {
            planner.handle_link_up(*now, None);
            *now += held;
        }
        planner.handle_link_down(*now, broken());
        let delay = retry_in(&mut planner, *now);
        *now += delay;
        delay
    };
    for seconds in [1, 2, 4, 8, 16, 32, 60, 60] {
        let delay = fail(&mut now, None);
        assert!(delay >= seconds * SECOND / 2 && delay <= seconds * SECOND, "{delay:?}");
    }
    // One that breaks soon is no better than none.
    assert!(fail(&mut now, Some(SECOND)) >= 30 * SECOND);
    assert!(fail(&mut now, Some(60 * SECOND)) <= SECOND);
}

#[test]
fn is_in_no_hurry_when_rejected_permanently() {
    let now = Instant::now();
    let mut planner = Planner::new(now, plan(), fastrand::Rng::with_seed(1));
    planner.poll_action(now);
    let result = AssociateResult::RejectedPermanent;
    let rejected = CloseReason::RejectedByPeer { result, diagnostic: String::new() };
    planner.handle_link_down(now, Error::closed(rejected));
    assert_eq!(retry_in(&mut planner, now), plan().rejected_backoff);
    assert_eq!(planner.poll_timeout(), Some(now + plan().rejected_backoff));
}

#[test]
fn tells_all_anew_after_the_reader_was_slow() {
    let mut world = World::new();
    world.act();
    world.add();
    world.link_up();
    for _ in 0..4 {
        world.wait(SECOND);
        world.answer(0, true);
    }
    world.read(usize::MAX);
    for _ in 0..plan().item_queue + 3 {
        world.event(0);
    }
    for _ in 0..plan().item_queue {
        assert!(matches!(world.planner.poll_item(world.now), Some(SessionItem::Event { .. })));
    }
    assert!(matches!(world.planner.poll_item(world.now), Some(SessionItem::Lagged(3))));
    assert!(matches!(world.planner.poll_item(world.now), Some(SessionItem::LinkUp { .. })));
    assert!(matches!(world.planner.poll_item(world.now), Some(SessionItem::MonitorRestored(_))));
    world.wait(SECOND);
    world.answer(0, true);
    let item = world.planner.poll_item(world.now);
    assert!(matches!(item, Some(SessionItem::Resynchronised { .. })), "{item:?}");
}

#[test]
fn a_monitor_that_is_refused_is_told_and_tried_again() {
    let mut world = World::new();
    world.act();
    world.add();
    world.link_up();
    world.act();
    for _ in 0..2 {
        world.answer(0, false);
        let told: Vec<_> = std::iter::from_fn(|| world.planner.poll_item(world.now)).collect();
        let loss = told.last();
        let refused = SessionItem::MonitorLost {
            monitor: MonitorId(1),
            loss: MonitorLoss::NotStarted(broken()),
        };
        assert_eq!(format!("{loss:?}"), format!("{:?}", Some(refused)));
        world.wait(plan().retry_interval - Duration::from_millis(1));
        assert_eq!(world.in_flight.len(), 0);
        world.wait(Duration::from_millis(1));
        assert_eq!(world.in_flight.len(), 1);
    }
}

#[test]
fn what_timers_are_late_does_not_add_up() {
    let begin = Instant::now();
    let mut planner = Planner::new(begin, plan(), fastrand::Rng::with_seed(1));
    assert!(matches!(planner.poll_action(begin), Some(Action::Connect)));
    planner.handle_link_up(begin, None);
    for _ in 0..5 {
        planner.handle_add(begin, wanted()).unwrap();
    }
    let (mut now, mut sent) = (begin, 0_u32);
    while sent < 10 {
        match planner.poll_action(now) {
            Some(Action::Ask(Request::Start(monitor, _))) => {
                planner.handle_answer(now, Answer::Started(monitor, Ok(())));
                sent += 1;
            }
            Some(Action::Ask(Request::Snapshot(monitor, _))) => {
                planner.handle_answer(now, Answer::Snapshot(monitor, Ok(snapshot(0))));
                sent += 1;
            }
            Some(_) => {}
            None => now = planner.poll_timeout().unwrap() + Duration::from_millis(4),
        }
    }
    let prescribed = plan().request_interval * 9;
    assert!(now - begin <= prescribed + Duration::from_millis(4), "{:?}", now - begin);
}
