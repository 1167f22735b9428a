//! The lines and calls of a provider: a state machine without I/O and without a clock.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;
use std::time::Instant;

use csta_client::MonitorId;
use tokio::sync::OwnedSemaphorePermit;

use super::action::Action;
use super::directory::Directory;
use super::entry::Entry;
use super::hub::Hubs;
use super::status::{LinkState, ProviderId};
use super::{BindingId, Made, ProviderSettings};
use crate::moment::Moment;
use crate::{
    AddressId, CallData, CallId, CallNotification, CallState, Calls, LineChange, LineId,
    LineNotification, LineState, Notification, ProviderChange, ProviderNotification, Reduced,
};

/// The most things that wait to be done.
const MAX_ACTIONS: usize = 4096;

/// The lines and calls of a provider.
///
/// Feed it with the `handle_` methods. After each, take what is to be told from
/// [`poll_notification`](Self::poll_notification) and what is to be done from
/// [`poll_action`](Self::poll_action); [`poll_timeout`](Self::poll_timeout) is when to call
/// [`handle_timeout`](Self::handle_timeout).
#[derive(Debug)]
pub(crate) struct Board {
    pub(super) id: ProviderId,
    pub(super) name: Arc<str>,
    pub(super) address: String,
    pub(super) settings: ProviderSettings,
    pub(super) lines: BTreeMap<LineId, Entry>,
    pub(super) directory: Directory,
    pub(super) monitors: BTreeMap<MonitorId, (LineId, AddressId)>,
    pub(super) link: LinkState,
    pub(super) system_status: Option<String>,
    /// Why the PBX does not send call records that are asked for.
    pub(super) call_records_lost: Option<String>,
    /// What was logged last.
    pub(super) logged: Option<ProviderChange>,
    /// Whether the lines have been read from the PBX since it was connected first.
    pub(super) is_loaded: bool,
    /// Whether the PBX has told the names that it has for lines.
    pub(super) is_named: bool,
    /// When calls are given up that were known before the link went down.
    pub(super) forget_at: Option<Instant>,
    pub(super) reload_at: Option<Instant>,
    pub(super) unused_events: u64,
    pub(super) lost_events: u64,
    /// Where answers to requests are waited for that begin calls.
    binding: Vec<(LineId, AddressId)>,
    hubs: Hubs,
    notifications: VecDeque<Notification>,
    actions: VecDeque<Action>,
}

impl Board {
    pub(crate) fn new(id: ProviderId, settings: ProviderSettings) -> Self {
        Self {
            id,
            name: settings.name().into(),
            address: settings.full_address(),
            settings,
            lines: BTreeMap::new(),
            directory: Directory::default(),
            monitors: BTreeMap::new(),
            link: LinkState::Connecting,
            system_status: None,
            call_records_lost: None,
            logged: None,
            is_loaded: false,
            is_named: false,
            forget_at: None,
            reload_at: None,
            unused_events: 0,
            lost_events: 0,
            binding: Vec::new(),
            hubs: Hubs::default(),
            notifications: VecDeque::new(),
            actions: VecDeque::new(),
        }
    }

    pub(crate) fn poll_notification(&mut self) -> Option<Notification> {
        self.notifications.pop_front()
    }

    pub(crate) fn poll_action(&mut self) -> Option<Action> {
        self.actions.pop_front()
    }

    pub(crate) fn has_action(&self) -> bool {
        !self.actions.is_empty()
    }

    /// When something is due.
    pub(crate) fn poll_timeout(&self) -> Option<Instant> {
        let waiting = self.binding.iter();
        let bindings = waiting.filter_map(|(line, address)| {
            self.lines.get(line)?.station(*address)?.bindings.poll_timeout()
        });
        bindings.chain(self.forget_at).chain(self.reload_at).min()
    }

    /// Does what is due.
    pub(crate) fn handle_timeout(&mut self, now: Moment) {
        if self.reload_at.is_some_and(|due| due <= now.instant) {
            self.reload_at = None;
            self.act(Action::ReadDevices);
        }
        if self.forget_at.is_some_and(|due| due <= now.instant) {
            self.forget_at = None;
            self.forget_calls(now);
        }
        for (line, address) in self.binding.clone() {
            if let Some(station) = self.station_mut(line, address) {
                station.bindings.expire(now.instant);
            }
            self.release(line, address, now);
        }
    }

    pub(super) fn act(&mut self, action: Action) {
        if self.actions.contains(&action) {
            return;
        }
        if self.actions.len() >= MAX_ACTIONS {
            // Snapshots at an interval will tell what is missed by this.
            tracing::warn!(provider = %self.name, "more is to be read from the PBX than is held");
            return;
        }
        self.actions.push_back(action);
    }

    pub(super) fn tell(&mut self, change: ProviderChange) {
        self.log(&change);
        let (provider, name) = (self.id, Arc::clone(&self.name));
        let notification = ProviderNotification { provider, name, change };
        self.notifications.push_back(Notification::Provider(notification));
    }

    pub(super) fn tell_line(&mut self, line: LineId, change: LineChange) {
        if let Some(entry) = self.lines.get(&line) {
            let (number, display) = (Arc::clone(&entry.number), Arc::clone(&entry.display));
            let provider_name = Arc::clone(&self.name);
            let notification = LineNotification { line, number, display, provider_name, change };
            self.notifications.push_back(Notification::Line(notification));
        }
    }

    /// All telephones of all lines.
    pub(super) fn places(&self) -> Vec<(LineId, AddressId)> {
        let lines = self.lines.iter();
        lines
            .flat_map(|(line, entry)| entry.stations().map(|(address, _)| (*line, address)))
            .collect()
    }

    pub(super) fn station_mut(
        &mut self,
        line: LineId,
        address: AddressId,
    ) -> Option<&mut super::entry::Station> {
        self.lines.get_mut(&line)?.station_mut(address)
    }

    /// The calls at an address.
    pub(crate) fn calls(&self, line: LineId, address: AddressId) -> Option<&Calls> {
        Some(&self.lines.get(&line)?.station(address)?.calls)
    }

    /// Brings a telephone into a state, and tells it.
    pub(super) fn enter(&mut self, line: LineId, address: AddressId, state: LineState) {
        let Some(station) = self.station_mut(line, address) else {
            return;
        };
        if station.state == state {
            return;
        }
        station.state = state.clone();
        if !state.is_monitored() {
            station.bindings.clear();
        }
        self.tell_line(line, LineChange::State { address, state });
    }

    /// A line is opened: it is monitored from now on. The telephones that are to be monitored are
    /// given back.
    pub(crate) fn open(&mut self, line: LineId, permit: OwnedSemaphorePermit) -> Vec<AddressId> {
        let is_up = self.link.is_up();
        let Some(entry) = self.lines.get_mut(&line).filter(|entry| !entry.is_open()) else {
            return Vec::new();
        };
        entry.opened = Some(permit);
        let addresses: Vec<AddressId> = entry.stations().map(|(address, _)| address).collect();
        self.tell_line(line, LineChange::Opened);
        for address in &addresses {
            let state = if is_up { LineState::Starting } else { LineState::WaitingForLink };
            self.enter(line, *address, state);
        }
        addresses
    }

    /// A telephone is monitored under this name from now on. `false` if the line has been closed
    /// meanwhile.
    pub(crate) fn bind_monitor(
        &mut self,
        (line, address): (LineId, AddressId),
        monitor: MonitorId,
    ) -> bool {
        let Some(entry) = self.lines.get_mut(&line).filter(|entry| entry.is_open()) else {
            return false;
        };
        let Some(station) = entry.station_mut(address).filter(|own| own.monitor.is_none()) else {
            return false;
        };
        station.monitor = Some(monitor);
        self.monitors.insert(monitor, (line, address));
        true
    }

    /// A line is closed: its calls are forgotten, not dropped. The monitors that are not wanted
    /// any more are given back.
    pub(crate) fn close(&mut self, line: LineId, now: Moment) -> Vec<MonitorId> {
        let Some(entry) = self.lines.get_mut(&line).filter(|entry| entry.is_open()) else {
            return Vec::new();
        };
        entry.opened = None;
        entry.rings = false;
        entry.forwarding = None;
        let addresses: Vec<AddressId> = entry.stations().map(|(address, _)| address).collect();
        let mut monitors = Vec::new();
        for address in addresses {
            monitors.extend(self.stop(line, address, now));
        }
        self.tell_line(line, LineChange::Closed);
        monitors
    }

    /// A telephone is not monitored any more.
    pub(super) fn stop(
        &mut self,
        line: LineId,
        address: AddressId,
        now: Moment,
    ) -> Option<MonitorId> {
        let station = self.station_mut(line, address)?;
        let monitor = station.monitor.take();
        station.bindings.clear();
        let reduced = station.calls.clear(now.time);
        if let Some(monitor) = monitor {
            self.monitors.remove(&monitor);
        }
        self.publish(line, address, reduced);
        self.enter(line, address, LineState::Closed);
        monitor
    }

    /// Gives up all calls, as nothing has been seen of them for too long.
    pub(super) fn forget_calls(&mut self, now: Moment) {
        for (line, address) in self.places() {
            if let Some(station) = self.station_mut(line, address) {
                let reduced = station.calls.clear(now.time);
                self.publish(line, address, reduced);
            }
        }
    }

    /// A request is sent that begins a call at an address.
    pub(crate) fn begin_binding(
        &mut self,
        line: LineId,
        address: AddressId,
        now: Moment,
    ) -> Option<BindingId> {
        let binding = self.station_mut(line, address)?.bindings.begin(now.instant);
        if !self.binding.contains(&(line, address)) {
            self.binding.push((line, address));
        }
        Some(binding)
    }

    /// Such a request has been answered, or has failed. Gives the name of the call at the line.
    pub(crate) fn end_binding(
        &mut self,
        (line, address): (LineId, AddressId),
        binding: BindingId,
        made: Option<Made>,
        now: Moment,
    ) -> Option<CallId> {
        let station = self.station_mut(line, address)?;
        station.bindings.end(binding);
        let reserved = made.map(|made| {
            let Made { call, called, related, prompts } = made;
            station.calls.reserve(call, called, related, prompts, now.time)
        });
        let call = reserved.map(|(call, reduced)| {
            self.publish(line, address, reduced);
            call
        });
        self.release(line, address, now);
        call
    }

    /// Takes in the events that were held and need not wait any more.
    pub(super) fn release(&mut self, line: LineId, address: AddressId, now: Moment) {
        let bindings = self.station_mut(line, address).map(|station| &mut station.bindings);
        let is_holding = bindings.as_ref().is_some_and(|bindings| bindings.holds());
        let events = bindings.map(super::binding::Bindings::release);
        if !is_holding {
            self.binding.retain(|place| *place != (line, address));
        }
        for event in events.into_iter().flatten() {
            self.take_in(line, address, &event, now);
        }
    }

    /// Changes what an application keeps with a call; `false` if there is no such call.
    pub(crate) fn annotate(
        &mut self,
        (line, address): (LineId, AddressId),
        call: CallId,
        (app_specific, data): (Option<u64>, Option<CallData>),
        now: Moment,
    ) -> bool {
        let station = self.station_mut(line, address);
        let reduced =
            station.and_then(|station| station.calls.annotate(call, app_specific, data, now.time));
        let is_done = reduced.is_some();
        self.publish(line, address, reduced.unwrap_or_default());
        is_done
    }

    /// Tells what came of an input, and does what it asks for.
    pub(super) fn publish(&mut self, line: LineId, address: AddressId, reduced: Reduced) {
        let Reduced { changes, unused, incomplete, is_doubtful } = reduced;
        if let Some(why) = unused {
            self.unused_events += 1;
            tracing::debug!(provider = %self.name, %line, %address, %why, "an event was not used");
        }
        let Some(entry) = self.lines.get(&line) else {
            return;
        };
        let (number, display) = (Arc::clone(&entry.number), Arc::clone(&entry.display));
        for change in changes {
            let mut call = change.call;
            let id = call.switch_id.as_ref().filter(|_| call.state != CallState::Idle);
            let hub = self.hubs.number(call.id, id);
            // One that is over keeps its number to the last.
            if call.state != CallState::Idle {
                call.hub = hub;
            }
            if let Some(station) = self.station_mut(line, address) {
                station.calls.set_hub(call.id, call.hub);
            }
            let shown = self.shown(&call);
            self.notifications.push_back(Notification::Call(CallNotification {
                number: Arc::clone(&number),
                display: Arc::clone(&display),
                provider_name: Arc::clone(&self.name),
                call: Arc::new(shown),
                from: change.from,
                info: change.info.into(),
                event: change.event,
                cause: change.cause,
            }));
        }
        for call in incomplete {
            let calls = self.calls(line, address);
            let id = calls.and_then(|calls| calls.get(call)).and_then(|own| own.switch_id.clone());
            if let Some(call) = id {
                self.act(Action::ReadCall { line, address, call });
            }
        }
        if is_doubtful {
            self.doubt(line, address);
        }
    }
}
