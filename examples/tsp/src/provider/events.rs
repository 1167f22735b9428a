//! What comes from the PBX.

use csta_client::{Event, Incoming, MonitorId, MonitorLoss, SessionItem, Snapshot};
use csta_codec::Operation;
use csta_codec::events::{
    CallAssociatedEvents, DeviceMaintenanceEvents, EventSpecificInfo, LogicalDeviceFeatureEvents,
    PhysicalDeviceFeatureEvents,
};
use csta_codec::rose::InvokeProblem;
use csta_codec::services::{SwFunctionDevicesChanged, SwFunctionDevicesChangedRes};
use csta_codec::types::RingMode;

use super::action::Action;
use super::board::Board;
use super::status::LinkState;
use crate::moment::Moment;
use crate::{
    AddressId, CallParties, ForwardMode, Forwarding, LineChange, LineId, LineState, Party,
    ProviderChange, Refusal, SwitchCallId,
};

impl Board {
    /// Takes in what a session tells.
    pub(crate) fn handle_item(&mut self, item: SessionItem, now: Moment) {
        match item {
            SessionItem::LinkUp { .. } => {
                self.link = LinkState::Up { since: now.time };
                self.tell(ProviderChange::LinkUp);
                self.start_all();
                self.act(Action::ReadDevices);
            }
            SessionItem::LinkDown { error, retry_in } => {
                let why = error.to_string();
                self.call_records_lost = None;
                if !matches!(self.link, LinkState::Down { .. }) {
                    self.forget_at = now.instant.checked_add(self.settings.keep_calls);
                    self.wait_for_link(now);
                    self.link = LinkState::Down { since: now.time, why: why.clone() };
                } else if let LinkState::Down { why: before, .. } = &mut self.link {
                    before.clone_from(&why);
                }
                let retry_in = retry_in.as_secs_f64();
                self.tell(ProviderChange::LinkDown { why, retry_in });
            }
            SessionItem::Lagged(lost) => {
                self.lost_events += lost;
                self.tell(ProviderChange::EventsLost { lost });
                self.wait_for_link(now);
            }
            SessionItem::MonitorRestored(monitor) => {
                if let Some((line, address)) = self.place(monitor) {
                    self.enter(line, address, LineState::Starting);
                }
            }
            SessionItem::MonitorLost { monitor, loss } => self.handle_loss(monitor, &loss, now),
            SessionItem::Event { monitor, event } => {
                if let Some((line, address)) = self.place(monitor) {
                    self.handle_event(line, address, event, now);
                }
            }
            SessionItem::Resynchronised { monitor, snapshot } => {
                self.handle_snapshot(monitor, &snapshot, now);
            }
            SessionItem::NotResynchronised { monitor, error } => {
                tracing::debug!(provider = %self.name, %error, "calls could not be read");
                self.settle(monitor);
            }
            SessionItem::CallRecordsStarted(_) => {
                self.call_records_lost = None;
                self.tell(ProviderChange::CallRecordsStarted);
            }
            SessionItem::CallRecordsLost(error) => {
                let why = match error {
                    Some(error) => error.to_string(),
                    None => "the PBX has ceased to send them".to_owned(),
                };
                // It is asked again and again, and told when there is something new to it.
                if self.call_records_lost.as_ref() != Some(&why) {
                    self.call_records_lost = Some(why.clone());
                    let retry_in = self.settings.retry_interval.as_secs_f64();
                    self.tell(ProviderChange::CallRecordsLost { why, retry_in });
                }
            }
            SessionItem::Incoming(incoming) => self.handle_incoming(incoming),
            SessionItem::Closed => self.handle_closed(now),
            _ => {}
        }
    }

    fn place(&self, monitor: MonitorId) -> Option<(LineId, AddressId)> {
        self.monitors.get(&monitor).copied()
    }

    /// The monitors are being started.
    fn start_all(&mut self) {
        for (line, address) in self.monitors.values().copied().collect::<Vec<_>>() {
            self.enter(line, address, LineState::Starting);
        }
    }

    /// No monitor runs. What is known of calls is kept for a while: mostly they go on.
    fn wait_for_link(&mut self, now: Moment) {
        for (line, address) in self.monitors.values().copied().collect::<Vec<_>>() {
            self.enter(line, address, LineState::WaitingForLink);
            self.release(line, address, now);
        }
    }

    fn handle_loss(&mut self, monitor: MonitorId, loss: &MonitorLoss, now: Moment) {
        let Some((line, address)) = self.place(monitor) else {
            return;
        };
        let state = match loss {
            MonitorLoss::NotStarted(error) => {
                let refusal = Refusal::from(error);
                let is_out = |code: &crate::FailureCode| {
                    code.is("systemResourceAvailability", "deviceOutOfService")
                };
                match &refusal.code {
                    Some(code) if is_out(code) => LineState::OutOfService,
                    _ => LineState::Refused(refusal),
                }
            }
            MonitorLoss::StoppedBySwitch => {
                LineState::Refused(Refusal::said("the PBX has stopped the monitor"))
            }
            other => LineState::Refused(Refusal::said(other.to_string())),
        };
        if let Some(station) = self.station_mut(line, address) {
            let reduced = station.calls.clear(now.time);
            self.publish(line, address, reduced);
        }
        self.enter(line, address, state);
    }

    fn handle_snapshot(&mut self, monitor: MonitorId, snapshot: &Snapshot, now: Moment) {
        let Some((line, address)) = self.place(monitor) else {
            return;
        };
        self.forget_at = None;
        if let Some(station) = self.station_mut(line, address) {
            let reduced = station.calls.synchronise(snapshot.calls(), now.time);
            self.publish(line, address, reduced);
        }
        self.settle(monitor);
    }

    /// What happens at a device is seen from here on.
    fn settle(&mut self, monitor: MonitorId) {
        if let Some((line, address)) = self.place(monitor) {
            let is_out = self
                .lines
                .get(&line)
                .and_then(|entry| entry.station(address))
                .is_some_and(|station| station.state == LineState::OutOfService);
            if !is_out {
                self.enter(line, address, LineState::Monitored);
            }
        }
    }

    /// What was believed of the calls at an address is wrong.
    pub(crate) fn doubt(&mut self, line: LineId, address: AddressId) {
        let station = self.lines.get(&line).and_then(|entry| entry.station(address));
        if let Some(monitor) = station.and_then(|station| station.monitor) {
            self.act(Action::Resynchronise(monitor));
        }
    }

    /// A telephone cannot be monitored, for a reason of this side.
    pub(crate) fn handle_unmonitored(
        &mut self,
        (line, address): (LineId, AddressId),
        error: &csta_client::Error,
    ) {
        self.enter(line, address, LineState::Refused(Refusal::from(error)));
    }

    /// Takes in who takes part in a call.
    pub(crate) fn handle_call(
        &mut self,
        (line, address): (LineId, AddressId),
        call: &SwitchCallId,
        parties: &CallParties,
        now: Moment,
    ) {
        if let Some(station) = self.station_mut(line, address) {
            let reduced = station.calls.complete(call, parties, now.time);
            self.publish(line, address, reduced);
        }
    }

    /// Takes in an event, or holds it for the answer to a request.
    pub(super) fn handle_event(
        &mut self,
        line: LineId,
        address: AddressId,
        event: Event,
        now: Moment,
    ) {
        let Some(station) = self.station_mut(line, address) else {
            return;
        };
        if station.bindings.holds() && may_be_new(&event, &station.calls) {
            station.bindings.hold(event);
            self.release(line, address, now);
        } else {
            self.take_in(line, address, &event, now);
        }
    }

    pub(super) fn take_in(&mut self, line: LineId, address: AddressId, event: &Event, now: Moment) {
        match &event.get().event_specific_info {
            EventSpecificInfo::CallControlEvents(event) => {
                if let Some(station) = self.station_mut(line, address) {
                    let reduced = station.calls.apply(event, now.time);
                    self.publish(line, address, reduced);
                }
            }
            EventSpecificInfo::CallAssociatedEvents(CallAssociatedEvents::CallInformation(
                event,
            )) => {
                if let Some(station) = self.station_mut(line, address) {
                    let reduced = station.calls.inform(event, now.time);
                    self.publish(line, address, reduced);
                }
            }
            EventSpecificInfo::LogicalDeviceFeatureEvents(event) => {
                self.handle_feature(line, event)
            }
            EventSpecificInfo::PhysicalDeviceFeatureEvents(event) => self.handle_part(line, event),
            EventSpecificInfo::DeviceMaintenanceEvents(event) => {
                self.handle_maintenance(line, address, event);
            }
            _ => {
                tracing::trace!(provider = %self.name, %line, "an event that is no state of a line")
            }
        }
    }

    fn handle_feature(&mut self, line: LineId, event: &LogicalDeviceFeatureEvents<'_>) {
        let Some(entry) = self.lines.get_mut(&line) else {
            return;
        };
        let change = match event {
            LogicalDeviceFeatureEvents::Forwarding(event) => {
                let mode = ForwardMode::meant(event.forwarding_type);
                // Before the status was read once, not all of it is known.
                let (Some(mode), Some(forwarding)) = (mode, &mut entry.forwarding) else {
                    return;
                };
                forwarding.retain(|own| own.mode != mode);
                if event.forward_status {
                    let (to, rings) = (event.forward_to.as_ref(), event.ring_count);
                    forwarding.push(Forwarding::read(mode, to, rings, &self.directory));
                    forwarding.sort_by_key(|own| own.mode);
                }
                LineChange::Forwarding { forwarding: forwarding.clone() }
            }
            LogicalDeviceFeatureEvents::DoNotDisturb(event) => {
                entry.do_not_disturb = event.do_not_disturb_on;
                LineChange::DoNotDisturb { on: event.do_not_disturb_on }
            }
            LogicalDeviceFeatureEvents::CallBack(event) => LineChange::CallBack {
                target: self.directory.named(&Party::from(&event.target_device)).to_string(),
                set: event.call_back_set_canceled,
            },
            _ => return,
        };
        self.tell_line(line, change);
    }

    fn handle_part(&mut self, line: LineId, event: &PhysicalDeviceFeatureEvents<'_>) {
        let Some(entry) = self.lines.get_mut(&line) else {
            return;
        };
        let change = match event {
            PhysicalDeviceFeatureEvents::MessageWaiting(event) => {
                entry.message_waiting = event.message_waiting_on;
                LineChange::MessageWaiting { on: event.message_waiting_on }
            }
            PhysicalDeviceFeatureEvents::RingerStatus(event) => {
                let Some(mode) = event.ring_mode else {
                    return;
                };
                entry.rings = mode == RingMode::Ringing;
                LineChange::Ringing { on: entry.rings }
            }
            _ => return,
        };
        self.tell_line(line, change);
    }

    fn handle_maintenance(
        &mut self,
        line: LineId,
        address: AddressId,
        event: &DeviceMaintenanceEvents<'_>,
    ) {
        match event {
            DeviceMaintenanceEvents::OutOfService(_) => {
                self.enter(line, address, LineState::OutOfService);
            }
            DeviceMaintenanceEvents::BackInService(_) => {
                self.enter(line, address, LineState::Monitored);
                self.doubt(line, address);
            }
            _ => {}
        }
    }

    fn handle_incoming(&mut self, incoming: Incoming) {
        match incoming {
            Incoming::SystemStatus(status) => {
                let status = status.to_string();
                let is_new = self.system_status.as_ref() != Some(&status);
                self.system_status = Some(status.clone());
                if is_new {
                    self.tell(ProviderChange::SystemStatus { status });
                }
            }
            Incoming::Invoke(invoke) if invoke.operation() == SwFunctionDevicesChanged::CODE => {
                invoke.answer::<SwFunctionDevicesChanged>(&SwFunctionDevicesChangedRes::NoData);
                self.act(Action::ReadDevices);
            }
            Incoming::Invoke(invoke) => {
                tracing::debug!(provider = %self.name, operation = invoke.operation(), "not served");
                // Panasonic's Escapes come without wanting an answer.
                if invoke.is_confirmed() && invoke.operation() != csta_codec::services::Escape::CODE
                {
                    invoke.reject(InvokeProblem::UnrecognisedOperation);
                }
            }
            Incoming::Lagged(lost) => {
                self.lost_events += lost;
                self.tell(ProviderChange::EventsLost { lost });
                for monitor in self.monitors.keys().copied().collect::<Vec<_>>() {
                    self.act(Action::Resynchronise(monitor));
                }
            }
            Incoming::Event(_) | Incoming::Unmatched(_) | Incoming::Undecodable { .. } => {
                self.unused_events += 1;
            }
            _ => {}
        }
    }

    fn handle_closed(&mut self, now: Moment) {
        self.link = LinkState::Closed;
        for line in self.lines.keys().copied().collect::<Vec<_>>() {
            self.close(line, now);
            self.tell_line(line, LineChange::Removed);
        }
        self.lines.clear();
        self.monitors.clear();
        self.tell(ProviderChange::Closed);
    }
}

/// Whether an event is about a call that is not known at the address.
fn may_be_new(event: &Event, calls: &crate::Calls) -> bool {
    match &event.get().event_specific_info {
        EventSpecificInfo::CallControlEvents(event) => {
            crate::reducer::call_of(event).is_some_and(|id| calls.of_switch(&id).is_none())
        }
        _ => false,
    }
}
