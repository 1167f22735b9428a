//! Where the settings want it, the switch suppresses what no application wants.

use std::time::Duration;

use csta_codec::OctetString;
use csta_codec::rose::InvokeId;
use csta_codec::services::{
    ChangeMonitorFilter, ChangeMonitorFilterArgument, ChangeMonitorFilterResult, MonitorStart,
    MonitorStop, MonitorStopResult,
};
use csta_codec::types::{
    CallControlEventSet, DeviceId, MonitorCrossRefId, MonitorFilter, OperationErrors,
};
use multiplexer::{ApplicationId, Input, Notice};

use crate::monitors::stop;
use crate::world::{World, monitor, operation, started};

const R: [u8; 4] = [0x01, 0x11, 0x00, 0x65];

fn without(events: CallControlEventSet) -> MonitorFilter {
    MonitorFilter { call_control: events, ..MonitorFilter::new() }
}

/// No event is suppressed.
fn all() -> MonitorFilter {
    MonitorFilter::new()
}

fn no_delivered() -> MonitorFilter {
    without(CallControlEventSet::DELIVERED)
}

fn no_delivered_or_held() -> MonitorFilter {
    without(CallControlEventSet::DELIVERED | CallControlEventSet::HELD)
}

impl World {
    fn filtered() -> Self {
        Self::up_with(|settings| settings.monitors.filtered_by_switch = true)
    }

    fn wants_without(&mut self, application: ApplicationId, id: InvokeId, filter: MonitorFilter) {
        let mut argument = monitor(DeviceId::dialing_number("101"));
        argument.requested_monitor_filter = Some(filter);
        self.invokes::<MonitorStart>(application, id, &argument);
    }

    /// The switch is asked to start a monitor with a filter, and does.
    fn switch_monitors_without(&mut self, filter: MonitorFilter) {
        let (id, asked) = self.switch_asked::<MonitorStart>();
        assert_eq!(asked.get().requested_monitor_filter, Some(filter));
        self.switch_result::<MonitorStart>(id, &started(R));
    }

    /// The switch is asked for another filter.
    fn switch_asked_without(&mut self, filter: MonitorFilter) -> InvokeId {
        let (id, asked) = self.switch_asked::<ChangeMonitorFilter>();
        assert_eq!(asked.get(), change(filter));
        id
    }

    fn switch_changes(&mut self, id: InvokeId) {
        self.switch_result::<ChangeMonitorFilter>(id, &ChangeMonitorFilterResult::new());
    }

    fn is_all_quiet(&self, applications: &[ApplicationId]) -> bool {
        self.switch.is_empty() && applications.iter().all(|own| self.is_quiet(*own))
    }
}

fn change(filter: MonitorFilter) -> ChangeMonitorFilterArgument<'static> {
    ChangeMonitorFilterArgument::new(MonitorCrossRefId(OctetString(&R)), filter)
}

/// One application that wants all events but two, which the switch suppresses.
fn suppressed() -> (World, ApplicationId) {
    let mut world = World::filtered();
    let a = world.connect();
    world.wants_without(a, 1, no_delivered_or_held());
    world.switch_monitors_without(no_delivered_or_held());
    assert_eq!(world.monitors(a, 1), R);
    assert!(world.is_all_quiet(&[a]));
    (world, a)
}

#[test]
fn what_nobody_wants_is_suppressed_by_the_switch() {
    let (mut world, _) = suppressed();
    // Who wants no more is no reason to ask the switch.
    let b = world.connect();
    world.wants_without(b, 1, no_delivered_or_held());
    assert_eq!(world.monitors(b, 1), R);
    assert!(world.switch.is_empty());
}

#[test]
fn who_wants_more_has_the_monitor_when_the_switch_reports_it() {
    let (mut world, _) = suppressed();
    let b = world.connect();
    world.wants_without(b, 1, no_delivered());
    let id = world.switch_asked_without(no_delivered());
    assert!(world.is_all_quiet(&[b]));
    world.switch_changes(id);
    assert_eq!(world.monitors(b, 1), R);
    assert!(world.switch.is_empty());
    // When it goes, the switch reports less again.
    world.disconnect(b);
    let id = world.switch_asked_without(no_delivered_or_held());
    world.switch_changes(id);
    assert!(world.switch.is_empty());
}

#[test]
fn all_who_wait_for_the_start_are_heard() {
    let mut world = World::filtered();
    let (a, b) = (world.connect(), world.connect());
    world.wants_without(a, 1, no_delivered_or_held());
    // It comes when the switch has been asked already.
    world.wants_without(b, 1, no_delivered());
    world.switch_monitors_without(no_delivered_or_held());
    assert_eq!(world.monitors(a, 1), R);
    let id = world.switch_asked_without(no_delivered());
    assert!(world.is_all_quiet(&[b]));
    world.switch_changes(id);
    assert_eq!(world.monitors(b, 1), R);
}

#[test]
fn who_wants_more_than_before_is_told_when_the_switch_reports_it() {
    let (mut world, a) = suppressed();
    world.invokes::<ChangeMonitorFilter>(a, 2, &change(all()));
    let id = world.switch_asked_without(all());
    assert!(world.is_quiet(a));
    world.switch_changes(id);
    let changed = world.result::<ChangeMonitorFilter>(a, 2);
    assert_eq!(changed.get().actual_filter_list, Some(all()));
    // Who wants less is told at once.
    world.invokes::<ChangeMonitorFilter>(a, 3, &change(no_delivered()));
    world.result::<ChangeMonitorFilter>(a, 3);
    let id = world.switch_asked_without(no_delivered());
    world.switch_changes(id);
    assert!(world.is_all_quiet(&[a]));
}

#[test]
fn what_comes_while_the_switch_changes_is_asked_next() {
    let (mut world, a) = suppressed();
    let (b, c) = (world.connect(), world.connect());
    world.wants_without(b, 1, no_delivered());
    let id = world.switch_asked_without(no_delivered());
    world.wants_without(c, 1, all());
    world.invokes::<ChangeMonitorFilter>(a, 2, &change(all()));
    assert!(world.is_all_quiet(&[a, b, c]));
    world.switch_changes(id);
    world.monitors(b, 1);
    let id = world.switch_asked_without(all());
    assert!(world.is_all_quiet(&[a, b, c]));
    world.switch_changes(id);
    world.monitors(c, 1);
    world.result::<ChangeMonitorFilter>(a, 2);
    assert!(world.is_all_quiet(&[a, b, c]));
}

#[test]
fn a_switch_that_does_not_change_filters_is_told_of() {
    let (mut world, a) = suppressed();
    let b = world.connect();
    world.wants_without(b, 1, all());
    let id = world.switch_asked_without(all());
    world.switch_fails(id, operation(OperationErrors::ServiceNotSupported));
    assert_eq!(world.refused(b, 1), "operation: serviceNotSupported (50)");
    let refused =
        |own: &Notice| matches!(own, Notice::FilterRefused { device, .. } if device == "101");
    assert!(world.notices.iter().any(refused));
    // It is not asked again and again, and whoever wants no more can have the monitor.
    assert!(world.is_all_quiet(&[a, b]));
    world.wants_without(b, 2, no_delivered_or_held());
    assert_eq!(world.monitors(b, 2), R);
}

#[test]
fn whether_a_switch_has_changed_that_does_not_answer_is_not_relied_on() {
    let (mut world, _) = suppressed();
    let b = world.connect();
    world.wants_without(b, 1, no_delivered());
    let id = world.switch_asked_without(no_delivered());
    world.switch_changes(id);
    world.monitors(b, 1);
    world.disconnect(b);
    world.switch_asked_without(no_delivered_or_held());
    world.pass(Duration::from_secs(10));
    // It may have suppressed it or not: who wants it waits until it is sure.
    let c = world.connect();
    world.wants_without(c, 1, no_delivered());
    let id = world.switch_asked_without(no_delivered());
    assert!(world.is_quiet(c));
    world.switch_changes(id);
    assert_eq!(world.monitors(c, 1), R);
}

#[test]
fn who_goes_away_while_it_waits_leaves_nothing() {
    let (mut world, a) = suppressed();
    let b = world.connect();
    world.wants_without(b, 1, all());
    let id = world.switch_asked_without(all());
    world.disconnect(b);
    world.switch_changes(id);
    let id = world.switch_asked_without(no_delivered_or_held());
    world.switch_changes(id);
    assert!(world.is_all_quiet(&[a]));
    // So does the last who has it, while another waits: the monitor goes on.
    let c = world.connect();
    world.wants_without(c, 1, all());
    let id = world.switch_asked_without(all());
    world.invokes::<MonitorStop>(a, 2, &stop(&R));
    world.result::<MonitorStop>(a, 2);
    world.switch_changes(id);
    assert_eq!(world.monitors(c, 1), R);
    world.disconnect(c);
    let (id, _) = world.switch_asked::<MonitorStop>();
    world.switch_result::<MonitorStop>(id, &MonitorStopResult::NoData);
    assert!(world.status().monitors.is_empty());
}

#[test]
fn a_loss_of_the_link_keeps_what_is_suppressed_and_leaves_nobody_waiting() {
    let (mut world, a) = suppressed();
    let b = world.connect();
    world.wants_without(b, 1, no_delivered());
    world.switch_asked_without(no_delivered());
    world.invokes::<ChangeMonitorFilter>(a, 2, &change(all()));
    world.input(Input::SwitchDown);
    assert_eq!(world.refused(b, 1), "system resource: resourceOutOfService (4)");
    assert_eq!(world.refused(a, 2), "system resource: resourceOutOfService (4)");
    world.told_status(a);
    world.switch_comes();
    world.switch_monitors_without(no_delivered_or_held());
}

#[test]
fn a_monitor_that_the_switch_ends_keeps_nobody_waiting() {
    let (mut world, a) = suppressed();
    world.invokes::<ChangeMonitorFilter>(a, 2, &change(all()));
    let id = world.switch_asked_without(all());
    let stopped = world.switch_invokes::<MonitorStop>(&stop(&R));
    assert_eq!(world.switch_answered(stopped), "result");
    world.told::<MonitorStop>(a);
    assert_eq!(world.refused(a, 2), "operation: invalidMonitorCrossRefID (60)");
    world.switch_fails(id, operation(OperationErrors::InvalidMonitorCrossRefId));
    assert!(world.is_all_quiet(&[a]) && world.status().monitors.is_empty());
}
