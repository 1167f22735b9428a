//! What the switch answers about monitors.

use std::collections::BTreeSet;
use std::time::Instant;

use bytes::Bytes;
use csta_codec::services::{
    MonitorStart, MonitorStartArgument, MonitorStartResult, MonitorStop, MonitorStopArgument,
};
use csta_codec::types::{MonitorCrossRefId, OperationErrors, SystemStatus, UniversalFailure};
use csta_codec::{Ber, Element, OctetString, Operation, Owned};

use super::key::device_number;
use super::monitor::{MonitorId, Reference, Sharer, State, Waiter};
use crate::core::clock::after;
use crate::core::failure::Refusal;
use crate::core::machine::Core;
use crate::core::message::{invocation, no_data, readable, result};
use crate::core::outcome::Outcome;
use crate::core::{LinkState, Notice};

type Started = Owned<MonitorStartResult<'static>>;

impl Core {
    /// The switch has answered the start of a monitor, or will not.
    pub(in crate::core) fn monitor_started(
        &mut self,
        now: Instant,
        id: MonitorId,
        outcome: &Outcome<'_>,
    ) {
        self.restored_one(id, outcome);
        let started = outcome.result(MonitorStart::CODE).map(|element| read_started(&element));
        match started {
            Some(Some(started)) => self.monitor_is_on(now, id, started),
            Some(None) => self.monitor_failed(now, id, &Outcome::Failed(Refusal::GENERIC)),
            None => self.monitor_failed(now, id, outcome),
        }
    }

    /// The switch has started a monitor that it was not waited for any more. It is of use if
    /// somebody wants it, and is stopped otherwise.
    pub(in crate::core) fn monitor_started_late(
        &mut self,
        now: Instant,
        id: MonitorId,
        result: &Element<'_>,
    ) {
        let wanted = self.monitors.get(id).is_some_and(|own| own.state == State::Lost);
        match read_started(result) {
            Some(started) if wanted => self.monitor_is_on(now, id, started),
            _ => self.stop_stray_monitor(now, result),
        }
    }

    /// Stops a monitor that the switch has started and nobody knows of: it would report for nobody,
    /// and the device could not be monitored any more.
    pub(in crate::core) fn stop_stray_monitor(&mut self, now: Instant, result: &Element<'_>) {
        let Some(started) = read_started(result) else {
            return;
        };
        let reference = started.get().cross_ref_identifier;
        if self.monitors.by_switch(reference.0.as_bytes()).is_none() {
            let argument = MonitorStopArgument::new(reference);
            self.clean_up(now, MonitorStop::CODE, &argument);
        }
    }

    fn monitor_is_on(&mut self, now: Instant, id: MonitorId, started: Started) {
        self.tell_of_gap(now, id);
        let reference = started.get().cross_ref_identifier;
        let reference = Bytes::copy_from_slice(reference.0.as_bytes());
        let other = self.monitors.by_switch(&reference).filter(|other| *other != id);
        let same = other.filter(|other| !self.are_different(id, *other));
        if let Some(stale) = other.filter(|_| same.is_none()) {
            // The switch would not call two devices the same: it has lost that one.
            self.switch_has_lost(now, stale, &reference);
        }
        let id = match same {
            Some(other) => {
                self.merge_monitors(id, other);
                other
            }
            None => {
                self.monitors.switch_on(id, reference.clone());
                if let Some(monitor) = self.monitors.get_mut(id) {
                    monitor.started = Some(started);
                }
                id
            }
        };
        let is_on = self.monitors.get(id).is_some_and(|own| matches!(own.state, State::On(_)));
        if is_on {
            self.serve_monitor(now, id);
        }
        self.release_events(&reference);
        self.tidy_monitor(now, id);
    }

    /// A monitor is on that was off while applications counted on it: they have missed events. While
    /// all are being restored they are told so of all together, when that is done.
    fn tell_of_gap(&mut self, now: Instant, id: MonitorId) {
        if self.link.state() != LinkState::Up {
            return;
        }
        let sharers = self.monitors.get(id).map_or(&[][..], |own| &own.sharers);
        let applications: BTreeSet<_> = sharers.iter().map(|own| own.application).collect();
        let status = self.system_status();
        for application in applications {
            self.tell_status(now, application, SystemStatus::MessagesLost);
            self.tell_status(now, application, status);
        }
    }

    /// Whether two monitors are surely of different devices.
    fn are_different(&self, one: MonitorId, two: MonitorId) -> bool {
        let number = |id| {
            let argument = self.monitors.get(id)?.argument.clone();
            let argument = Owned::<MonitorStartArgument<'static>>::decode(argument).ok()?;
            device_number(&argument.get(), self.devices.directory())
        };
        number(one).zip(number(two)).is_some_and(|(one, two)| one != two)
    }

    /// The switch knows two monitors as one: it is named in two ways.
    fn merge_monitors(&mut self, id: MonitorId, into: MonitorId) {
        self.forget_filter(id);
        let waiters = self.monitors.take_waiters(id);
        let Some(monitor) = self.monitors.remove(id) else {
            return;
        };
        for sharer in monitor.sharers {
            self.monitors.join(into, sharer);
        }
        for waiter in waiters {
            self.monitors.add_waiter(into, waiter);
        }
        self.monitors.add_keys(into, monitor.keys);
    }

    /// Gives a monitor that is on to an application, and tells it so.
    pub(super) fn join_monitor(&mut self, id: MonitorId, waiter: Waiter) {
        let application = waiter.asker.application;
        let Some(reference) = self.monitors.share(id, waiter) else {
            return;
        };
        let Some(started) = self.monitors.get(id).and_then(|own| own.started.clone()) else {
            return;
        };
        let mut answer = started.get();
        answer.cross_ref_identifier = MonitorCrossRefId(OctetString(&reference));
        // The switch's filter is empty; that of the application is applied here.
        answer.actual_monitor_filter = answer.actual_monitor_filter.map(|_| waiter.filter);
        let apdu = result::<MonitorStart>(waiter.asker.invoke_id, &answer);
        self.tell_application(application, apdu);
    }

    fn monitor_failed(&mut self, now: Instant, id: MonitorId, outcome: &Outcome<'_>) {
        for waiter in self.monitors.take_waiters(id) {
            self.answer(waiter.asker, outcome);
        }
        self.forget_filter(id);
        let Some(monitor) = self.monitors.get_mut(id) else {
            return;
        };
        if monitor.sharers.is_empty() {
            self.monitors.remove(id);
            return;
        }
        monitor.state = State::Lost;
        if !self.link.is_serving() {
            return; // started again with the link
        }
        let is_answered = matches!(outcome, Outcome::Answered(_));
        if is_no_such_device(outcome.failure().as_ref()) || (is_answered && monitor.is_of_call()) {
            self.end_monitor(id);
            return;
        }
        let device = monitor.device.clone();
        let failure = outcome.to_string();
        self.notice(Notice::MonitorNotRestored { device, failure });
        let again = after(now, self.settings.monitors.retry_after);
        self.monitors.retries.insert((again, id));
    }

    /// A monitor is over for all who have it, without their asking.
    fn end_monitor(&mut self, id: MonitorId) {
        let Some(monitor) = self.monitors.remove(id) else {
            return;
        };
        for sharer in monitor.sharers {
            self.tell_stopped(&sharer);
        }
    }

    fn tell_stopped(&mut self, sharer: &Sharer) {
        let reference = MonitorCrossRefId(OctetString(&sharer.reference));
        let argument = MonitorStopArgument::new(reference);
        self.notify(sharer.application, MonitorStop::CODE, &argument);
    }

    /// The switch has answered the stop of a monitor, or will not.
    pub(in crate::core) fn monitor_stopped(
        &mut self,
        now: Instant,
        id: MonitorId,
        outcome: &Outcome<'_>,
    ) {
        let Some(monitor) = self.monitors.get_mut(id) else {
            return;
        };
        let State::Stopping(switch) = monitor.state.clone() else {
            return;
        };
        let stopper = monitor.stopper.take();
        let is_known = self.monitors.by_switch(&switch) == Some(id);
        let is_over =
            !is_known || outcome.is_result() || is_no_such_monitor(outcome.failure().as_ref());
        if let Some((asker, reference)) = stopper {
            // Where the switch says nothing, the application is rid of it all the same: it could not
            // know otherwise whether it is. It is stopped in the switch as soon as that is possible.
            let is_unanswered = matches!(outcome, Outcome::Failed(_));
            if is_over || is_unanswered {
                self.monitors.leave(id, asker.application, reference);
            }
            if is_unanswered {
                self.tell_application(
                    asker.application,
                    no_data(asker.invoke_id, MonitorStop::CODE),
                );
            } else {
                self.answer(asker, outcome);
            }
        }
        if is_over {
            self.monitors.forget_switch(id, &switch);
            self.monitor_is_off(now, id);
            return;
        }
        if let Some(monitor) = self.monitors.get_mut(id) {
            monitor.state = State::On(switch);
        }
        self.serve_monitor(now, id);
        if self.monitors.get(id).is_some_and(|own| own.is_unwanted()) {
            let again = after(now, self.settings.monitors.retry_after);
            self.monitors.retries.insert((again, id));
        }
    }

    /// The switch has stopped a monitor after it was thought that it does not.
    pub(in crate::core) fn monitor_stopped_late(
        &mut self,
        now: Instant,
        id: MonitorId,
        asked: &Bytes,
    ) {
        let Some(State::On(switch)) = self.monitors.get(id).map(|own| own.state.clone()) else {
            return;
        };
        // It may have been started again under another reference.
        let is_this = readable(asked.clone(), |_, decoded| {
            let argument = invocation(decoded).and_then(|invoke| invoke.argument);
            let argument = argument.and_then(|own| own.read::<MonitorStopArgument<'_>>().ok());
            argument.is_some_and(|own| own.cross_ref_identifier.0.as_bytes() == switch)
        });
        if is_this == Ok(true) {
            self.monitors.forget_switch(id, &switch);
            self.monitor_is_off(now, id);
        }
    }

    /// The switch has no such monitor any more. If somebody has come to want it, it is started
    /// again, unless the link has just gone: then it is with the others.
    fn monitor_is_off(&mut self, now: Instant, id: MonitorId) {
        let Some(monitor) = self.monitors.get_mut(id) else {
            return;
        };
        monitor.state = State::Lost;
        self.forget_filter(id);
        let Some(monitor) = self.monitors.get(id) else {
            return;
        };
        if monitor.is_unwanted() {
            self.monitors.remove(id);
            return;
        }
        if self.link.is_down() {
            self.monitor_failed(now, id, &Outcome::Failed(Refusal::SWITCH_LOST));
            return;
        }
        if monitor.sharers.is_empty() {
            self.monitors.forget_shared_reference(id);
        }
        // The multiplexer's own queue: it takes whatever is put into it.
        self.start_monitor(now, None, id);
    }

    /// The switch stops a monitor of its own accord.
    pub(in crate::core) fn switch_stops(&mut self, now: Instant, reference: &[u8]) -> bool {
        let Some(id) = self.monitors.by_switch(reference) else {
            return false;
        };
        let Some(monitor) = self.monitors.get_mut(id) else {
            return false;
        };
        let sharers: Vec<(_, Reference)> =
            monitor.sharers.iter().map(|own| (own.application, own.reference)).collect();
        let told = monitor.sharers.clone();
        let (State::On(switch) | State::Stopping(switch)) = monitor.state.clone() else {
            return false;
        };
        for (application, reference) in sharers {
            self.monitors.leave(id, application, reference);
        }
        for sharer in &told {
            self.tell_stopped(sharer);
        }
        self.switch_has_lost(now, id, &switch);
        true
    }

    /// The switch has no such monitor any more, and nobody has asked it for that.
    fn switch_has_lost(&mut self, now: Instant, id: MonitorId, switch: &Bytes) {
        self.monitors.forget_switch(id, switch);
        let is_stopping =
            self.monitors.get(id).is_some_and(|own| matches!(own.state, State::Stopping(_)));
        // If it is asked to stop it, its answer comes.
        if !is_stopping {
            self.monitor_is_off(now, id);
        }
    }
}

fn read_started(element: &Element<'_>) -> Option<Started> {
    Owned::decode(element.encode().into()).ok()
}

fn is_no_such_device(failure: Option<&UniversalFailure<'_>>) -> bool {
    let no_such_device = OperationErrors::InvalidDeviceId;
    matches!(failure, Some(UniversalFailure::Operation(error)) if *error == no_such_device)
}

fn is_no_such_monitor(failure: Option<&UniversalFailure<'_>>) -> bool {
    matches!(
        failure,
        Some(UniversalFailure::Operation(
            OperationErrors::InvalidMonitorCrossRefId | OperationErrors::InvalidCrossRefId
        ))
    )
}
