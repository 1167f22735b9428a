//! What applications ask about monitors.

use std::time::Instant;

use csta_codec::rose::{Code, Invoke};
use csta_codec::services::{
    GetMonitorArgument, GetMonitorResult, GetMonitors, MonitorData, MonitorInfo,
    MonitorInfoArgument, MonitorStart, MonitorStartArgument, MonitorStop, MonitorStopArgument,
};
use csta_codec::types::{MonitorCrossRefId, MonitorFilter, MonitorListEntry, MonitorObject};
use csta_codec::{Ber, OctetString, Operation, Owned, SequenceOf};

use super::key::{MonitorKey, filtered, name};
use super::monitor::{Monitor, MonitorId, State, Waiter};
use crate::core::ApplicationId;
use crate::core::dispatch::{Answered, Invocation};
use crate::core::failure::Refusal;
use crate::core::machine::Core;
use crate::core::message::{invoke_with, no_data, result};
use crate::core::outcome::Purpose;
use crate::core::requests::{Request, Source};

/// How many monitors are listed in one answer; more follow in segments.
const LISTED: usize = 512;

impl Core {
    pub(in crate::core) fn monitor_start(
        &mut self,
        now: Instant,
        asked: &Invocation<'_>,
    ) -> Result<Answered, Refusal> {
        let asker = asked.asker;
        let argument = asked.argument::<MonitorStartArgument<'static>>()?;
        let argument = argument.get();
        if !self.link.is_serving() {
            return Err(Refusal::SWITCH_LOST);
        }
        let limits = self.settings.monitors;
        if self.monitors.count(asker.application) >= limits.per_application {
            return Err(Refusal::TOO_MANY_MONITORS);
        }
        let filter = argument.requested_monitor_filter.unwrap_or(MonitorFilter::new());
        let waiter = Waiter { asker, filter };
        let keys = MonitorKey::all(&argument, self.devices.directory());
        let Some(id) = self.monitors.by_key(&keys) else {
            if self.monitors.len() >= limits.in_total {
                return Err(Refusal::TOO_MANY_MONITORS);
            }
            let octets = argument.encode().into();
            let first = keys.into_iter().take(1).collect();
            let monitor = Monitor::new(first, name(&argument.monitor_object), octets);
            let id = self.monitors.insert(monitor);
            self.start_monitor_for(now, id, waiter)?;
            return Ok(Answered::Later);
        };
        match self.monitors.get(id).map(|monitor| &monitor.state) {
            Some(State::On(_)) => self.admit_waiter(now, id, waiter)?,
            Some(State::Lost) => self.start_monitor_for(now, id, waiter)?,
            // The answer to the start comes; or that to the stop, and then it is started again.
            Some(State::Starting | State::Stopping(_)) => self.monitors.add_waiter(id, waiter),
            None => return Err(Refusal::GENERIC),
        }
        Ok(Answered::Later)
    }

    /// Asks the switch to start a monitor for an application.
    fn start_monitor_for(
        &mut self,
        now: Instant,
        id: MonitorId,
        waiter: Waiter,
    ) -> Result<(), Refusal> {
        self.monitors.add_waiter(id, waiter);
        if self.start_monitor(now, Some(waiter.asker.application), id) {
            return Ok(());
        }
        self.monitors.extract_waiters(id, |own| own.asker == waiter.asker);
        if self.monitors.get(id).is_some_and(Monitor::is_unwanted) {
            self.monitors.remove(id);
        }
        Err(Refusal::TOO_MANY_REQUESTS)
    }

    /// Asks the switch to start a monitor; `false` if it cannot be asked now.
    pub(super) fn start_monitor(&mut self, now: Instant, source: Source, id: MonitorId) -> bool {
        // While all that was asked fails with the link, some of it would be asked again.
        if self.link.is_down() {
            return false;
        }
        let filter = self.filter_for_switch(id);
        let Some(monitor) = self.monitors.get_mut(id) else {
            return false;
        };
        let before = std::mem::replace(&mut monitor.state, State::Starting);
        monitor.asked = filter;
        let apdu = Owned::decode(monitor.argument.clone())
            .map(|own: Owned<MonitorStartArgument<'static>>| {
                invoke_with(0, MonitorStart::CODE, &filtered(&own.get(), filter))
            })
            .unwrap_or_default();
        let purpose = Purpose::MonitorStart(id);
        let request = Request { operation: MonitorStart::CODE, is_confirmed: true, apdu, purpose };
        let is_asked = self.requests.push(now, &self.settings, source, request).is_ok();
        if !is_asked && let Some(monitor) = self.monitors.get_mut(id) {
            monitor.state = before;
        }
        is_asked
    }

    pub(in crate::core) fn monitor_stop(
        &mut self,
        now: Instant,
        asked: &Invocation<'_>,
    ) -> Result<Answered, Refusal> {
        let asker = asked.asker;
        let argument = asked.argument::<MonitorStopArgument<'static>>()?;
        let reference = argument.get().cross_ref_identifier;
        let application = asker.application;
        let (id, reference) = self
            .monitors
            .of(application, reference.0.as_bytes())
            .ok_or(Refusal::NO_SUCH_MONITOR)?;
        let monitor = self.monitors.get(id).ok_or(Refusal::NO_SUCH_MONITOR)?;
        let is_last = monitor.sharers.len() == 1;
        match &monitor.state {
            State::On(_) if is_last && monitor.waiters.is_empty() => {
                let switch = Some(application);
                if !self.stop_monitor(now, switch, id, asked.invoke) {
                    return Err(Refusal::TOO_MANY_REQUESTS);
                }
                if let Some(monitor) = self.monitors.get_mut(id) {
                    monitor.stopper = Some((asker, reference));
                }
                Ok(Answered::Later)
            }
            // It has asked so already.
            State::Stopping(_) if is_last => Err(Refusal::NO_SUCH_MONITOR),
            State::Lost if is_last && monitor.waiters.is_empty() => {
                self.monitors.remove(id);
                Ok(Answered::Now(no_data(asker.invoke_id, MonitorStop::CODE)))
            }
            _ => {
                self.monitors.leave(id, application, reference);
                self.adjust_filter(now, None, id);
                Ok(Answered::Now(no_data(asker.invoke_id, MonitorStop::CODE)))
            }
        }
    }

    /// Asks the switch to stop a monitor in the words of an invocation; `false` if it cannot be
    /// asked now.
    pub(super) fn stop_monitor(
        &mut self,
        now: Instant,
        source: Source,
        id: MonitorId,
        asked: &Invoke<'_>,
    ) -> bool {
        // With the link all monitors are lost in a moment.
        if self.link.is_down() {
            return false;
        }
        let Some(State::On(switch)) = self.monitors.get(id).map(|own| own.state.clone()) else {
            return false;
        };
        let mut argument = match asked.argument.as_ref().map(|own| own.read()) {
            Some(Ok(argument)) => argument,
            _ => MonitorStopArgument::new(MonitorCrossRefId(OctetString(&[]))),
        };
        argument.cross_ref_identifier = MonitorCrossRefId(OctetString(&switch));
        let apdu = invoke_with(0, MonitorStop::CODE, &argument);
        let purpose = Purpose::MonitorStop(id);
        let request = Request { operation: MonitorStop::CODE, is_confirmed: true, apdu, purpose };
        if self.requests.push(now, &self.settings, source, request).is_err() {
            return false;
        }
        if let Some(monitor) = self.monitors.get_mut(id) {
            monitor.state = State::Stopping(switch.clone());
        }
        true
    }

    /// Asks the switch to stop a monitor that nobody wants any more.
    pub(super) fn stop_unwanted(&mut self, now: Instant, id: MonitorId) {
        let invoke = Invoke::new(0, Code::Local(MonitorStop::CODE));
        self.stop_monitor(now, None, id, &invoke);
    }

    /// The monitors that an application has: those of others are nothing to it.
    pub(in crate::core) fn list_monitors(
        &mut self,
        asked: &Invocation<'_>,
    ) -> Result<Answered, Refusal> {
        asked.argument::<GetMonitorArgument<'static>>()?;
        let asker = asked.asker;
        let own = self.monitors.all_of(asker.application);
        let arguments: Vec<_> = own
            .iter()
            .filter_map(|(reference, id)| {
                let argument = self.monitors.get(*id)?.argument.clone();
                Some((reference, Owned::<MonitorStartArgument<'static>>::decode(argument).ok()?))
            })
            .collect();
        let entries: Vec<_> = arguments
            .iter()
            .filter_map(|(reference, argument)| {
                let MonitorObject::DeviceObject(device) = argument.get().monitor_object else {
                    return None;
                };
                let reference = MonitorCrossRefId(OctetString(reference.as_slice()));
                Some(MonitorListEntry::new(reference, device))
            })
            .collect();
        let answer = |data| result::<GetMonitors>(asker.invoke_id, &GetMonitorResult::new(data));
        if entries.len() <= LISTED {
            let list = SequenceOf::from(entries.as_slice());
            return Ok(Answered::Now(answer(MonitorData::MonitorList(list))));
        }
        let dialogue = OctetString(&[0, 0, 0, 1]); // the only one of this kind
        let whole = answer(MonitorData::ServiceCrossRefId(dialogue));
        self.tell_application(asker.application, whole);
        let segments = entries.chunks(LISTED);
        let last = segments.len();
        for (number, segment) in (1..).zip(segments) {
            let list = SequenceOf::from(segment);
            let mut argument = MonitorInfoArgument::new(dialogue, number == last, list);
            argument.segment_id = i64::try_from(number).ok();
            self.notify(asker.application, MonitorInfo::CODE, &argument);
        }
        Ok(Answered::Later)
    }

    /// An application has gone, and its monitors with it.
    pub(in crate::core) fn forget_monitors(&mut self, now: Instant, application: ApplicationId) {
        let mut left = self.monitors.forget_waiters(application);
        for (reference, id) in self.monitors.all_of(application) {
            self.monitors.leave(id, application, reference);
            if let Some(monitor) = self.monitors.get_mut(id) {
                monitor.stopper.take_if(|(asker, _)| asker.application == application);
                monitor.changers.retain(|own| own.asker.application != application);
            }
            left.push(id);
        }
        for id in left {
            self.tidy_monitor(now, id);
        }
    }

    /// Stops or forgets a monitor that nobody wants any more; has the switch report of others what
    /// is wanted still.
    pub(super) fn tidy_monitor(&mut self, now: Instant, id: MonitorId) {
        let Some(monitor) = self.monitors.get(id).filter(|own| own.is_unwanted()) else {
            self.adjust_filter(now, None, id);
            return;
        };
        match monitor.state {
            State::On(_) => self.stop_unwanted(now, id),
            State::Lost => {
                self.monitors.remove(id);
            }
            // The answer of the switch comes.
            State::Starting | State::Stopping(_) => {}
        }
    }
}
