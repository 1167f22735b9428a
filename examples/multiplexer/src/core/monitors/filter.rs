//! The filter of a monitor in the switch.
//!
//! As a rule it is empty, and filters are applied here. Where the settings want it, the switch is
//! asked to suppress what no application wants: less as soon as one comes that wants more, before
//! it is told that it has its monitor, and more when nobody wants it any longer.

use std::time::Instant;

use csta_codec::services::{
    ChangeMonitorFilter, ChangeMonitorFilterArgument, ChangeMonitorFilterResult,
};
use csta_codec::types::{MonitorCrossRefId, MonitorFilter};
use csta_codec::{OctetString, Operation};

use super::monitor::{Changer, Monitor, MonitorId, State, Waiter};
use crate::core::Notice;
use crate::core::dispatch::{Answered, Invocation};
use crate::core::failure::Refusal;
use crate::core::machine::Core;
use crate::core::message::{invoke_with, result};
use crate::core::outcome::{Outcome, Purpose};
use crate::core::requests::{Request, Source};

impl Core {
    /// What the switch is to suppress of a monitor.
    pub(super) fn filter_for_switch(&self, id: MonitorId) -> MonitorFilter {
        match self.monitors.get(id) {
            Some(monitor) if self.settings.monitors.filtered_by_switch => monitor.unwanted_events(),
            _ => MonitorFilter::new(),
        }
    }

    /// Gives a monitor that is on to an application, as soon as the switch reports all that it
    /// wants.
    pub(super) fn admit_waiter(
        &mut self,
        now: Instant,
        id: MonitorId,
        waiter: Waiter,
    ) -> Result<(), Refusal> {
        if self.monitors.get(id).is_some_and(|own| waiter.filter.contains(&own.suppressed())) {
            self.join_monitor(id, waiter);
            return Ok(());
        }
        self.monitors.add_waiter(id, waiter);
        if self.adjust_filter(now, Some(waiter.asker.application), id) {
            return Ok(());
        }
        self.monitors.extract_waiters(id, |own| own.asker == waiter.asker);
        Err(Refusal::TOO_MANY_REQUESTS)
    }

    pub(in crate::core) fn change_monitor_filter(
        &mut self,
        now: Instant,
        asked: &Invocation<'_>,
    ) -> Result<Answered, Refusal> {
        let asker = asked.asker;
        let argument = asked.argument::<ChangeMonitorFilterArgument<'static>>()?;
        let argument = argument.get();
        let (application, filter) = (asker.application, argument.requested_filter_list);
        let (id, reference) = self
            .monitors
            .of(application, argument.cross_ref_identifier.0.as_bytes())
            .ok_or(Refusal::NO_SUCH_MONITOR)?;
        let monitor = self.monitors.get_mut(id).ok_or(Refusal::NO_SUCH_MONITOR)?;
        let changer = Changer { asker, reference, filter };
        // One that is lost will be started with what is wanted then.
        if filter.contains(&monitor.suppressed()) || monitor.state == State::Lost {
            self.change_filter(id, changer);
            self.adjust_filter(now, None, id);
            return Ok(Answered::Later);
        }
        monitor.changers.push(changer);
        if self.adjust_filter(now, Some(application), id) {
            return Ok(Answered::Later);
        }
        if let Some(monitor) = self.monitors.get_mut(id) {
            monitor.changers.retain(|own| own.asker != asker);
        }
        Err(Refusal::TOO_MANY_REQUESTS)
    }

    /// An application has another filter, and is told so.
    fn change_filter(&mut self, id: MonitorId, changer: Changer) {
        let Changer { asker, reference, filter } = changer;
        let monitor = self.monitors.get_mut(id);
        let is_changed =
            monitor.and_then(|own| own.change_filter(asker.application, reference, filter));
        let answer = if is_changed.is_some() {
            let mut changed = ChangeMonitorFilterResult::new();
            changed.actual_filter_list = Some(filter);
            result::<ChangeMonitorFilter>(asker.invoke_id, &changed)
        } else {
            Refusal::NO_SUCH_MONITOR.encode(asker.invoke_id)
        };
        self.tell_application(asker.application, answer);
    }

    /// Has the switch suppress what nobody wants, and nothing else; `false` if it cannot be asked
    /// now.
    pub(super) fn adjust_filter(&mut self, now: Instant, source: Source, id: MonitorId) -> bool {
        let filter = self.filter_for_switch(id);
        let Some(monitor) = self.monitors.get_mut(id) else {
            return true;
        };
        let State::On(switch) = &monitor.state else {
            return true;
        };
        let is_same = filter.contains(&monitor.asked) && monitor.asked.contains(&filter);
        // What else is wanted by then is asked when that is answered; where there is no switch, all
        // monitors are lost in a moment.
        if is_same || monitor.changing.is_some() || !self.link.is_serving() {
            return true;
        }
        let reference = MonitorCrossRefId(OctetString(switch));
        let argument = ChangeMonitorFilterArgument::new(reference, filter);
        let request = Request {
            operation: ChangeMonitorFilter::CODE,
            is_confirmed: true,
            apdu: invoke_with(0, ChangeMonitorFilter::CODE, &argument),
            purpose: Purpose::MonitorFilter(id, filter),
        };
        monitor.changing = Some(filter);
        let is_asked = self.requests.push(now, &self.settings, source, request).is_ok();
        if !is_asked && let Some(monitor) = self.monitors.get_mut(id) {
            monitor.changing = None;
        }
        is_asked
    }

    /// The switch has answered that, or will not.
    pub(in crate::core) fn filter_changed(
        &mut self,
        now: Instant,
        id: MonitorId,
        filter: MonitorFilter,
        outcome: &Outcome<'_>,
    ) {
        let Some(monitor) = self.monitors.get_mut(id) else {
            return;
        };
        // It may have been stopped and started meanwhile.
        if monitor.changing.take_if(|own| *own == filter).is_none() {
            return;
        }
        if outcome.is_result() {
            monitor.asked = filter;
            self.serve_monitor(now, id);
            return;
        }
        if matches!(outcome, Outcome::Failed(_)) {
            // Nobody knows whether it has.
            monitor.asked = monitor.asked | filter;
        }
        let asked = monitor.asked;
        let device = monitor.device.clone();
        let is_lost = !self.link.is_serving();
        // It was asked that for those whose own filter allows it, and not for those who came later.
        let is_refused =
            |own: &MonitorFilter| !own.contains(&asked) && (is_lost || own.contains(&filter));
        let changers = monitor.changers.extract_if(.., |own| is_refused(&own.filter));
        let changers: Vec<_> = changers.map(|own| own.asker).collect();
        let waiters = self.monitors.extract_waiters(id, |own| is_refused(&own.filter));
        for asker in changers.into_iter().chain(waiters.into_iter().map(|own| own.asker)) {
            self.answer(asker, outcome);
        }
        if !is_lost {
            let failure = outcome.to_string();
            self.notice(Notice::FilterRefused { device, failure });
        }
        let monitor = self.monitors.get(id);
        if monitor.is_some_and(|own| !own.waiters.is_empty() || !own.changers.is_empty()) {
            self.serve_monitor(now, id);
        } else if monitor.is_some_and(Monitor::is_unwanted) {
            self.tidy_monitor(now, id);
        }
        // Otherwise it is asked again when something else is wanted.
    }

    /// Gives a monitor that is on to all who wait for it and to whom the switch reports what they
    /// want, and has it report what the others want.
    pub(super) fn serve_monitor(&mut self, now: Instant, id: MonitorId) {
        let Some(monitor) = self.monitors.get_mut(id) else {
            return;
        };
        let suppressed = monitor.suppressed();
        let changers = monitor.changers.extract_if(.., |own| own.filter.contains(&suppressed));
        for changer in changers.collect::<Vec<_>>() {
            self.change_filter(id, changer);
        }
        for waiter in self.monitors.extract_waiters(id, |own| own.filter.contains(&suppressed)) {
            self.join_monitor(id, waiter);
        }
        // The multiplexer's own queue takes it.
        self.adjust_filter(now, None, id);
    }

    /// A monitor is not on any more: those who want another filter have it by that, as it is
    /// started again with what is wanted then.
    pub(super) fn forget_filter(&mut self, id: MonitorId) {
        let Some(monitor) = self.monitors.get_mut(id) else {
            return;
        };
        monitor.changing = None;
        for changer in std::mem::take(&mut monitor.changers) {
            self.change_filter(id, changer);
        }
    }
}
