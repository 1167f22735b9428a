//! The state machine.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;
use std::time::{Duration, Instant};

use csta_codec::Owned;
use csta_codec::services::StartCdrTransmissionResult;
use csta_codec::types::{CstaVersion, SystemStatus};
use kme_private::DeviceList;

use super::{Action, Answer, Plan, Request, Task, Wanted};
use crate::Snapshot;
use crate::session::agenda::Agenda;
use crate::session::outbox::Outbox;
use crate::session::{MonitorId, MonitorLoss, SessionItem};
use crate::{Backoff, CallRecordItem, Error, Event, Incoming};

#[derive(Debug)]
enum Link {
    Down { retry_at: Instant },
    Connecting,
    Up { version: Option<CstaVersion>, since: Instant, next_request: Instant },
    Releasing { asked: bool },
    Closed,
}

#[derive(Debug)]
struct Monitor {
    wanted: Arc<Wanted>,
    state: State,
}

/// How it is with a monitor.
#[derive(Debug)]
enum State {
    /// It is to be started, when the link is up and its time comes; the switch may have refused.
    Waiting(Option<MonitorLoss>),
    Starting,
    Running,
}

impl Monitor {
    const fn runs(&self) -> bool {
        matches!(self.state, State::Running)
    }
}

/// Decides what a session does next, without I/O and without a clock.
///
/// Feed it with the `handle_` methods, and after each input carry out what
/// [`poll_action`](Self::poll_action) says until it is empty; [`poll_timeout`](Self::poll_timeout)
/// is when to ask it again. What the application is to be told comes from
/// [`poll_item`](Self::poll_item) whenever the application takes it.
#[derive(Debug)]
pub(crate) struct Planner {
    plan: Plan,
    backoff: Backoff,
    link: Link,
    /// Why the last association ended or was not made.
    last_error: Option<Error>,
    monitors: BTreeMap<MonitorId, Monitor>,
    last_id: u64,
    call_records: Option<Owned<StartCdrTransmissionResult<'static>>>,
    agenda: Agenda<Task>,
    in_flight: HashSet<Task>,
    outbox: Outbox,
    service: Service,
}

/// What the switch says of its service, as far as monitors depend on it.
#[derive(Clone, Copy, Debug)]
enum Service {
    /// It has not said that monitors are disabled.
    Normal,
    /// Monitors are disabled.
    Disabled,
    /// It is enabled again and restores monitors, which takes no longer than until then: a snapshot
    /// may come before the device is monitored, with events missing behind it.
    Restoring { until: Instant },
}

impl Planner {
    /// A session that connects at once.
    pub(crate) fn new(now: Instant, plan: Plan, random: fastrand::Rng) -> Self {
        let plan = plan.bounded();
        let backoff = Backoff::with_random(
            plan.shortest_backoff,
            plan.longest_backoff,
            plan.rejected_backoff,
            random,
        );
        Self {
            outbox: Outbox::new(plan.item_queue.max(1)),
            plan,
            backoff,
            link: Link::Down { retry_at: now },
            last_error: None,
            monitors: BTreeMap::new(),
            last_id: 0,
            call_records: None,
            agenda: Agenda::new(),
            in_flight: HashSet::new(),
            service: Service::Normal,
        }
    }

    /// What is to be done next.
    pub(crate) fn poll_action(&mut self, now: Instant) -> Option<Action> {
        match &mut self.link {
            Link::Down { retry_at } if *retry_at <= now => {
                self.link = Link::Connecting;
                Some(Action::Connect)
            }
            Link::Up { next_request, .. }
                if *next_request <= now && self.in_flight.len() < self.plan.requests_in_flight =>
            {
                let due = self.agenda.next()?.max(*next_request);
                let task = self.agenda.pop(now)?;
                // Were each counted from when it was sent, all that timers are late would add up.
                let interval = self.plan.request_interval;
                let late = now.saturating_duration_since(due);
                *next_request = now + interval - late.min(interval / 2);
                self.request(task).map(Action::Ask)
            }
            Link::Releasing { asked } if !*asked => {
                *asked = true;
                Some(Action::Release)
            }
            _ => None,
        }
    }

    fn request(&mut self, task: Task) -> Option<Request> {
        let request = match task {
            Task::Stop(monitor) => Request::Stop(monitor),
            Task::Devices(index) => Request::Devices(index, *self.plan.devices.get(index)?),
            Task::Start(id) => {
                let monitor = self.monitors.get_mut(&id)?;
                monitor.state = State::Starting;
                Request::Start(id, Arc::clone(&monitor.wanted))
            }
            Task::Snapshot(id) => {
                Request::Snapshot(id, Arc::clone(&self.monitors.get(&id)?.wanted))
            }
            Task::StartCallRecords => Request::StartCallRecords(self.plan.call_records?),
        };
        self.in_flight.insert(task);
        Some(request)
    }

    /// When [`poll_action`](Self::poll_action) has something to say, if nothing happens before.
    pub(crate) fn poll_timeout(&self) -> Option<Instant> {
        match &self.link {
            Link::Down { retry_at } => Some(*retry_at),
            Link::Up { next_request, .. } if self.has_room() => {
                self.agenda.next().map(|at| at.max(*next_request))
            }
            _ => None,
        }
    }

    fn has_room(&self) -> bool {
        self.in_flight.len() < self.plan.requests_in_flight
    }

    /// What the application is to be told next.
    pub(crate) fn poll_item(&mut self, now: Instant) -> Option<SessionItem> {
        if let Some(item) = self.outbox.pop() {
            return Some(item);
        }
        let lost = self.outbox.take_lost()?;
        self.restate(now);
        Some(SessionItem::Lagged(lost))
    }

    pub(crate) fn has_item(&self) -> bool {
        !self.outbox.is_empty()
    }

    /// Nobody wants to be told anything any more.
    pub(crate) fn handle_reader_gone(&mut self) {
        self.outbox.close();
    }

    /// Whether the session is over.
    pub(crate) const fn is_closed(&self) -> bool {
        matches!(self.link, Link::Closed)
    }

    /// The association is there, and the switch takes requests.
    pub(crate) fn handle_link_up(&mut self, now: Instant, version: Option<CstaVersion>) {
        if !matches!(self.link, Link::Connecting) {
            return;
        }
        self.link = Link::Up { version, since: now, next_request: now };
        self.outbox.push(SessionItem::LinkUp { version });
        self.read_devices(now);
        for monitor in self.monitors.keys() {
            self.agenda.set(now, Task::Start(*monitor));
        }
        if self.plan.call_records.is_some() {
            self.agenda.set(now + self.plan.call_records_delay, Task::StartCallRecords);
        }
    }

    /// The association is at an end, or could not be made.
    pub(crate) fn handle_link_down(&mut self, now: Instant, error: Error) {
        let retry_in = match self.link {
            Link::Up { since, .. } => self.backoff.after_association(now - since),
            Link::Connecting => self.backoff.after_error(&error),
            Link::Releasing { .. } => return self.close(),
            Link::Down { .. } | Link::Closed => return,
        };
        self.agenda.clear();
        self.in_flight.clear();
        self.service = Service::Normal;
        self.call_records = None;
        for monitor in self.monitors.values_mut() {
            monitor.state = State::Waiting(None);
        }
        self.link = Link::Down { retry_at: now + retry_in };
        self.last_error = Some(error.clone());
        self.outbox.push(SessionItem::LinkDown { error, retry_in });
    }

    /// A monitor is wanted; `None` if there are too many.
    pub(crate) fn handle_add(&mut self, now: Instant, wanted: Wanted) -> Option<MonitorId> {
        if self.monitors.len() >= self.plan.monitor_limit {
            return None;
        }
        self.last_id += 1;
        let monitor = MonitorId(self.last_id);
        let (wanted, state) = (Arc::new(wanted), State::Waiting(None));
        self.monitors.insert(monitor, Monitor { wanted, state });
        if matches!(self.link, Link::Up { .. }) {
            self.agenda.set(now, Task::Start(monitor));
        }
        Some(monitor)
    }

    pub(crate) const fn monitor_limit(&self) -> usize {
        self.plan.monitor_limit
    }

    /// A monitor is not wanted any more. Returns whether there was one.
    pub(crate) fn handle_remove(&mut self, now: Instant, monitor: MonitorId) -> bool {
        let Some(Monitor { state, .. }) = self.monitors.remove(&monitor) else {
            return false;
        };
        match state {
            State::Waiting(_) => self.agenda.cancel(Task::Start(monitor)),
            // Stopped when it has been started.
            State::Starting => {}
            State::Running => {
                self.agenda.cancel(Task::Snapshot(monitor));
                if matches!(self.link, Link::Up { .. }) {
                    self.agenda.set(now, Task::Stop(monitor));
                }
            }
        }
        true
    }

    /// The application wants to know what calls are at a device. Returns whether it is monitored.
    pub(crate) fn handle_resynchronise(&mut self, now: Instant, monitor: MonitorId) -> bool {
        if self.runs(monitor) {
            self.want(now, Task::Snapshot(monitor));
        }
        self.monitors.contains_key(&monitor)
    }

    fn runs(&self, monitor: MonitorId) -> bool {
        self.monitors.get(&monitor).is_some_and(Monitor::runs)
    }

    /// Asks then, unless it has been asked already: the answer that is to come will do.
    fn want(&mut self, at: Instant, task: Task) {
        if matches!(self.link, Link::Up { .. }) && !self.in_flight.contains(&task) {
            self.agenda.set(at, task);
        }
    }

    fn read_devices(&mut self, now: Instant) {
        for index in 0..self.plan.devices.len() {
            self.want(now, Task::Devices(index));
        }
    }

    fn resynchronise_all(&mut self, now: Instant) {
        let running = self.monitors.iter().filter(|(_, monitor)| monitor.runs());
        for monitor in running.map(|(monitor, _)| *monitor).collect::<Vec<_>>() {
            self.want(now, Task::Snapshot(monitor));
        }
    }

    /// A request was answered, or failed for another reason than the end of the link.
    pub(crate) fn handle_answer(&mut self, now: Instant, answer: Answer) {
        if !self.in_flight.remove(&answer.task()) {
            return;
        }
        match answer {
            Answer::Stopped(_) => {}
            Answer::Devices(index, list) => self.handle_devices(now, index, list),
            Answer::Started(monitor, started) => self.handle_started(now, monitor, started),
            Answer::Snapshot(monitor, snapshot) => self.handle_snapshot(now, monitor, snapshot),
            Answer::SnapshotDisturbed(monitor) => {
                self.handle_resynchronise(now, monitor);
            }
            Answer::CallRecordsStarted(started) => self.handle_call_records_started(now, started),
        }
    }

    fn handle_devices(&mut self, now: Instant, index: usize, list: Result<DeviceList, Error>) {
        let Some(category) = self.plan.devices.get(index).copied() else { return };
        if list.is_err() {
            self.agenda.set(now + self.plan.retry_interval, Task::Devices(index));
        }
        self.outbox.push(SessionItem::Devices { category, list });
    }

    fn handle_started(&mut self, now: Instant, id: MonitorId, started: Result<(), Error>) {
        match (self.monitors.get_mut(&id), started) {
            (Some(monitor), Ok(())) => {
                monitor.state = State::Running;
                self.outbox.push(SessionItem::MonitorRestored(id));
                self.want(now, Task::Snapshot(id));
            }
            (Some(_), Err(error)) => self.lose(now, id, MonitorLoss::NotStarted(error)),
            // Not wanted any more meanwhile.
            (None, Ok(())) => self.agenda.set(now, Task::Stop(id)),
            (None, Err(_)) => {}
        }
    }

    /// The switch has stopped a monitor.
    pub(crate) fn handle_stopped(&mut self, now: Instant, monitor: MonitorId) {
        if self.runs(monitor) {
            self.lose(now, monitor, MonitorLoss::StoppedBySwitch);
        }
    }

    fn lose(&mut self, now: Instant, id: MonitorId, loss: MonitorLoss) {
        if let Some(monitor) = self.monitors.get_mut(&id) {
            monitor.state = State::Waiting(Some(loss.clone()));
            self.agenda.cancel(Task::Snapshot(id));
            self.agenda.set(now + self.plan.retry_interval, Task::Start(id));
            self.outbox.push(SessionItem::MonitorLost { monitor: id, loss });
        }
    }

    fn handle_snapshot(
        &mut self,
        now: Instant,
        monitor: MonitorId,
        snapshot: Result<Snapshot, Error>,
    ) {
        if !self.runs(monitor) {
            return;
        }
        let (item, again) = match snapshot {
            Ok(_) if self.is_restoring(now) => return self.set_aside(now, monitor),
            Ok(snapshot) => {
                (SessionItem::Resynchronised { monitor, snapshot }, self.plan.snapshot_interval)
            }
            Err(error) => {
                let again = Some(self.plan.retry_interval);
                (SessionItem::NotResynchronised { monitor, error }, again)
            }
        };
        self.outbox.push(item);
        if let Some(again) = again {
            self.agenda.set(now + again, Task::Snapshot(monitor));
        }
    }

    fn is_restoring(&self, now: Instant) -> bool {
        match self.service {
            Service::Normal => false,
            Service::Disabled => true,
            Service::Restoring { until } => now < until,
        }
    }

    /// Asks for a snapshot again when it is of use: at the latest when the switch should have
    /// restored its monitors, or else when it says so.
    fn set_aside(&mut self, now: Instant, monitor: MonitorId) {
        let until = match self.service {
            Service::Restoring { until } => until,
            Service::Normal | Service::Disabled => now + self.plan.retry_interval,
        };
        self.agenda.set(until, Task::Snapshot(monitor));
    }

    fn handle_call_records_started(
        &mut self,
        now: Instant,
        started: Result<Owned<StartCdrTransmissionResult<'static>>, Error>,
    ) {
        match started {
            Ok(started) => {
                self.call_records = Some(started.clone());
                self.outbox.push(SessionItem::CallRecordsStarted(started));
            }
            Err(error) => self.lose_call_records(now, Some(error)),
        }
    }

    /// The switch has stopped to send call records.
    pub(crate) fn handle_call_records_stopped(&mut self, now: Instant) {
        if self.call_records.take().is_some() {
            self.lose_call_records(now, None);
        }
    }

    fn lose_call_records(&mut self, now: Instant, error: Option<Error>) {
        self.agenda.set(now + self.plan.retry_interval, Task::StartCallRecords);
        self.outbox.push(SessionItem::CallRecordsLost(error));
    }

    /// Something happened at a monitored device.
    pub(crate) fn handle_event(&mut self, monitor: MonitorId, event: Event) {
        // Of one that is not wanted any more, nothing is told.
        if self.runs(monitor) {
            self.outbox.push(SessionItem::Event { monitor, event });
        }
    }

    /// Call records came.
    pub(crate) fn handle_call_records(&mut self, item: CallRecordItem) {
        match item {
            CallRecordItem::Report(report) => self.outbox.push(SessionItem::CallRecords(report)),
            CallRecordItem::Stored(reason) => {
                self.outbox.push(SessionItem::CallRecordsStored(reason));
            }
            CallRecordItem::Ended(_) => {} // told otherwise
        }
    }

    /// Something else came from the switch.
    pub(crate) fn handle_incoming(&mut self, now: Instant, incoming: Incoming) {
        let status = match &incoming {
            Incoming::SystemStatus(status) => Some(*status),
            _ => None,
        };
        self.outbox.push(SessionItem::Incoming(incoming));
        match (status, self.service) {
            (Some(SystemStatus::Disabled), _) => self.service = Service::Disabled,
            (Some(SystemStatus::Enabled), Service::Disabled) => {
                self.service = Service::Restoring { until: now + self.plan.retry_interval };
                self.retry_all(now);
            }
            (Some(SystemStatus::MessagesLost), _)
            | (Some(SystemStatus::Normal), Service::Disabled | Service::Restoring { .. }) => {
                if matches!(self.service, Service::Disabled) {
                    self.retry_all(now);
                }
                self.service = Service::Normal;
                self.resynchronise_all(now);
            }
            _ => {}
        }
    }

    /// What could not be had while the switch was disabled is asked for at once, as when the link has
    /// come up.
    fn retry_all(&mut self, now: Instant) {
        self.read_devices(now);
        let lost = |monitor: &Monitor| matches!(monitor.state, State::Waiting(_));
        let lost = self.monitors.iter().filter(|(_, monitor)| lost(monitor));
        for monitor in lost.map(|(monitor, _)| *monitor).collect::<Vec<_>>() {
            self.want(now, Task::Start(monitor));
        }
        if self.plan.call_records.is_some() && self.call_records.is_none() {
            self.want(now + self.plan.call_records_delay, Task::StartCallRecords);
        }
    }

    /// The application wants to end the session.
    pub(crate) fn handle_release(&mut self) {
        match self.link {
            Link::Up { .. } => {
                self.agenda.clear();
                self.link = Link::Releasing { asked: false };
            }
            Link::Down { .. } | Link::Connecting => self.close(),
            Link::Releasing { .. } | Link::Closed => {}
        }
    }

    fn close(&mut self) {
        self.link = Link::Closed;
        self.agenda.clear();
        self.in_flight.clear();
        self.outbox.push(SessionItem::Closed);
    }

    /// Tells how everything is, since what was told before is of no use any more.
    fn restate(&mut self, now: Instant) {
        let mut items = Vec::new();
        match (&self.link, &self.last_error) {
            // Nothing follows.
            (Link::Closed, _) => return self.outbox.restate([SessionItem::Closed]),
            (Link::Up { version, .. }, _) => {
                items.push(SessionItem::LinkUp { version: *version });
            }
            (Link::Down { retry_at }, Some(error)) => {
                let retry_in = retry_at.saturating_duration_since(now);
                items.push(SessionItem::LinkDown { error: error.clone(), retry_in });
            }
            (Link::Connecting, Some(error)) => {
                let retry_in = Duration::ZERO;
                items.push(SessionItem::LinkDown { error: error.clone(), retry_in });
            }
            (Link::Releasing { .. }, _) => return,
            (Link::Down { .. } | Link::Connecting, None) => {}
        }
        for (id, monitor) in &self.monitors {
            match &monitor.state {
                State::Running => items.push(SessionItem::MonitorRestored(*id)),
                State::Waiting(Some(loss)) => {
                    items.push(SessionItem::MonitorLost { monitor: *id, loss: loss.clone() });
                }
                State::Waiting(None) | State::Starting => {}
            }
        }
        items.extend(self.call_records.clone().map(SessionItem::CallRecordsStarted));
        self.outbox.restate(items);
        self.read_devices(now);
        self.resynchronise_all(now);
    }
}
