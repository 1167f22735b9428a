//! One monitor for each device in the switch, shared by all who want one.

use std::collections::BTreeSet;
use std::time::Duration;

use csta_codec::OctetString;
use csta_codec::services::{
    ChangeMonitorFilter, ChangeMonitorFilterArgument, GetMonitorArgument, GetMonitors, MonitorData,
    MonitorInfo, MonitorStart, MonitorStop, MonitorStopArgument, MonitorStopResult,
};
use csta_codec::types::{
    ConnectionId, DeviceId, MonitorCrossRefId, MonitorFilter, MonitorObject, MonitorType,
    OperationErrors, SystemResourceAvailabilityErrors, SystemStatus, UniversalFailure,
};
use multiplexer::{ApplicationId, MonitorState};

use crate::world::{World, monitor, operation, started};

const R: [u8; 4] = [0x01, 0x11, 0x00, 0x65];

pub(crate) fn stop(reference: &[u8]) -> MonitorStopArgument<'_> {
    MonitorStopArgument::new(MonitorCrossRefId(OctetString(reference)))
}

fn extension() -> DeviceId<'static> {
    DeviceId::dialing_number("101")
}

/// Two applications that share a monitor.
fn shared() -> (World, ApplicationId, ApplicationId) {
    let mut world = World::up();
    let (a, b) = (world.connect(), world.connect());
    world.wants(a, 1, extension());
    world.switch_monitors(R);
    world.monitors(a, 1);
    world.wants(b, 1, extension());
    assert_eq!(world.monitors(b, 1), R);
    assert!(world.switch.is_empty());
    (world, a, b)
}

#[test]
fn a_device_is_monitored_once_under_one_reference() {
    shared();
}

#[test]
fn a_monitor_that_is_being_started_is_asked_for_once() {
    let mut world = World::up();
    let (a, b) = (world.connect(), world.connect());
    world.wants(a, 1, extension());
    world.wants(b, 9, extension());
    world.switch_monitors(R);
    assert!(world.switch.is_empty());
    assert_eq!((world.monitors(a, 1), world.monitors(b, 9)), (R, R));
}

#[test]
fn a_failed_start_is_told_to_all_who_wait() {
    let mut world = World::up();
    let (a, b) = (world.connect(), world.connect());
    world.wants(a, 1, extension());
    world.wants(b, 9, extension());
    let (id, _) = world.switch_asked::<MonitorStart>();
    world.switch_fails(id, operation(OperationErrors::InvalidDeviceId));
    assert_eq!(world.refused(a, 1), "operation: invalidDeviceID (12)");
    assert_eq!(world.refused(b, 9), "operation: invalidDeviceID (12)");
    assert!(world.status().monitors.is_empty());
}

#[test]
fn number_and_device_number_name_the_same_monitor() {
    let mut world = World::up();
    let (a, b) = (world.connect(), world.connect());
    world.wants(a, 1, extension());
    world.switch_monitors(R);
    world.monitors(a, 1);
    world.wants(b, 1, DeviceId::device_number(0x0111_0065));
    assert_eq!(world.monitors(b, 1), R);
    assert!(world.switch.is_empty());
}

#[test]
fn what_the_switch_knows_by_one_reference_is_one_monitor() {
    let mut world = World::up();
    let (a, b) = (world.connect(), world.connect());
    // The switch has not told of this device.
    world.wants(a, 1, DeviceId::dialing_number("999"));
    world.wants(b, 1, DeviceId::device_number(0x0121_0007));
    world.switch_monitors(R);
    world.switch_monitors(R);
    assert_eq!((world.monitors(a, 1), world.monitors(b, 1)), (R, R));
    assert_eq!(world.status().monitors.len(), 1);
    // And is known to be from now on.
    world.wants(b, 2, DeviceId::dialing_number("999"));
    world.wants(b, 3, DeviceId::device_number(0x0121_0007));
    assert!(world.switch.is_empty());
}

#[test]
fn two_devices_are_never_one_monitor() {
    let mut world = World::up();
    let (a, b) = (world.connect(), world.connect());
    world.wants(a, 1, extension());
    world.switch_monitors(R);
    world.monitors(a, 1);
    // The switch gives the same reference to another device: it must have lost the first.
    world.wants(b, 1, DeviceId::dialing_number("102"));
    world.switch_monitors(R);
    assert_ne!(world.monitors(b, 1), R);
    world.switch_monitors([7, 7, 7, 7]);
    assert_eq!(world.told_status(a), SystemStatus::MessagesLost);
    assert_eq!(world.told_status(a), SystemStatus::Normal);
    let mut event = vec![0xA1, 0x12, 0x02, 1, 1, 0x02, 1, 21, 0x30, 0x0A, 0x55, 4];
    event.extend(R);
    event.extend([0xA0, 2, 0xB0, 0]);
    world.switch_sends(&event);
    assert!(world.is_quiet(a) && !world.is_quiet(b));
}

#[test]
fn monitors_of_other_types_are_other_monitors() {
    let mut world = World::up();
    let a = world.connect();
    let mut argument = monitor(extension());
    for (id, kind) in [(1, None), (2, Some(MonitorType::Call)), (3, Some(MonitorType::Device))] {
        argument.monitor_type = kind;
        world.invokes::<MonitorStart>(a, id, &argument);
        world.switch_monitors([0, 0, 0, id as u8]);
        world.monitors(a, id);
    }
    assert_eq!(world.status().monitors.len(), 3);
}

#[test]
fn monitors_of_calls_are_not_shared() {
    let mut world = World::up();
    let (a, b) = (world.connect(), world.connect());
    let call = ConnectionId::new(OctetString(b"0075"), extension());
    let mut argument = monitor(extension());
    argument.monitor_object = MonitorObject::CallObject(call);
    world.invokes::<MonitorStart>(a, 1, &argument);
    world.invokes::<MonitorStart>(b, 1, &argument);
    world.switch_monitors([0, 0, 0, 1]);
    world.switch_monitors([0, 0, 0, 2]);
    assert_eq!((world.monitors(a, 1), world.monitors(b, 1)), ([0, 0, 0, 1], [0, 0, 0, 2]));
}

#[test]
fn the_switch_stops_after_the_last() {
    let (mut world, a, b) = shared();
    world.invokes::<MonitorStop>(a, 2, &stop(&R));
    world.result::<MonitorStop>(a, 2);
    assert!(world.switch.is_empty());
    // It has none any more.
    world.invokes::<MonitorStop>(a, 3, &stop(&R));
    assert_eq!(world.refused(a, 3), "operation: invalidMonitorCrossRefID (60)");
    world.invokes::<MonitorStop>(b, 2, &stop(&R));
    let (id, asked) = world.switch_asked::<MonitorStop>();
    assert_eq!(asked.get(), stop(&R));
    assert!(world.is_quiet(b));
    world.switch_result::<MonitorStop>(id, &MonitorStopResult::NoData);
    world.result::<MonitorStop>(b, 2);
    assert!(world.status().monitors.is_empty());
}

#[test]
fn references_of_others_are_nothing_to_an_application() {
    let mut world = World::up();
    let (a, b) = (world.connect(), world.connect());
    world.wants(a, 1, extension());
    world.switch_monitors(R);
    world.invokes::<MonitorStop>(b, 2, &stop(&R));
    assert_eq!(world.refused(b, 2), "operation: invalidMonitorCrossRefID (60)");
    let change =
        ChangeMonitorFilterArgument::new(MonitorCrossRefId(OctetString(&R)), MonitorFilter::new());
    world.invokes::<ChangeMonitorFilter>(b, 3, &change);
    assert_eq!(world.refused(b, 3), "operation: invalidMonitorCrossRefID (60)");
    world.invokes::<GetMonitors>(b, 4, &GetMonitorArgument::new());
    let listed = world.result::<GetMonitors>(b, 4);
    let MonitorData::MonitorList(list) = listed.get().cross_ref_id_or_registration_data else {
        panic!("no list");
    };
    assert_eq!(list.iter().count(), 0);
}

#[test]
fn an_application_that_goes_away_leaves_no_monitor_behind() {
    let (mut world, a, b) = shared();
    world.disconnect(a);
    assert!(world.switch.is_empty());
    world.disconnect(b);
    let (id, _) = world.switch_asked::<MonitorStop>();
    world.switch_result::<MonitorStop>(id, &MonitorStopResult::NoData);
    assert!(world.status().monitors.is_empty());
}

#[test]
fn a_monitor_that_nobody_waits_for_any_more_is_stopped_when_it_has_started() {
    let mut world = World::up();
    let (a, b) = (world.connect(), world.connect());
    world.wants(a, 1, extension());
    world.wants(b, 1, extension());
    world.disconnect(a);
    world.disconnect(b);
    world.switch_monitors(R);
    let (id, _) = world.switch_asked::<MonitorStop>();
    world.switch_result::<MonitorStop>(id, &MonitorStopResult::NoData);
    assert!(world.status().monitors.is_empty());
}

#[test]
fn a_start_goes_on_for_others_when_who_has_asked_goes_away() {
    let mut world = World::up_with(|settings| settings.requests_in_flight = 1);
    let (a, b) = (world.connect(), world.connect());
    world.wants(b, 1, DeviceId::dialing_number("102"));
    world.wants(a, 1, extension()); // waits for its turn
    world.wants(b, 2, extension());
    world.disconnect(a);
    world.switch_monitors([0, 0, 0, 1]);
    world.switch_monitors(R);
    world.monitors(b, 1);
    assert_eq!(world.monitors(b, 2), R);
}

#[test]
fn a_start_while_the_switch_stops_waits_for_it() {
    let (mut world, a, b) = shared();
    world.disconnect(b);
    world.invokes::<MonitorStop>(a, 2, &stop(&R));
    let (id, _) = world.switch_asked::<MonitorStop>();
    let c = world.connect();
    world.wants(c, 1, extension());
    assert!(world.switch.is_empty());
    world.switch_result::<MonitorStop>(id, &MonitorStopResult::NoData);
    world.result::<MonitorStop>(a, 2);
    world.switch_monitors([9, 9, 9, 9]);
    assert_eq!(world.monitors(c, 1), [9, 9, 9, 9]);
}

#[test]
fn a_stop_that_the_switch_refuses_leaves_the_monitor() {
    let (mut world, a, b) = shared();
    world.disconnect(b);
    world.invokes::<MonitorStop>(a, 2, &stop(&R));
    // Asked twice, it is gone as far as this application can know.
    world.invokes::<MonitorStop>(a, 3, &stop(&R));
    assert_eq!(world.refused(a, 3), "operation: invalidMonitorCrossRefID (60)");
    let (id, _) = world.switch_asked::<MonitorStop>();
    let busy = SystemResourceAvailabilityErrors::ResourceBusy;
    world.switch_fails(id, UniversalFailure::SystemResourceAvailability(busy));
    assert_eq!(world.refused(a, 2), "system resource: resourceBusy (2)");
    assert_eq!(world.status().monitors[0].state, MonitorState::On);
    world.invokes::<MonitorStop>(a, 4, &stop(&R));
    let (id, _) = world.switch_asked::<MonitorStop>();
    world.switch_fails(id, operation(OperationErrors::InvalidMonitorCrossRefId));
    world.refused(a, 4);
    assert!(world.status().monitors.is_empty());
}

#[test]
fn a_stop_that_fails_for_nobody_is_tried_again() {
    let (mut world, a, b) = shared();
    world.disconnect(a);
    world.disconnect(b);
    let (id, _) = world.switch_asked::<MonitorStop>();
    world.switch_fails(id, UniversalFailure::Unspecified);
    world.pass(Duration::from_secs(31));
    let (id, _) = world.switch_asked::<MonitorStop>();
    world.switch_result::<MonitorStop>(id, &MonitorStopResult::NoData);
    assert!(world.status().monitors.is_empty());
}

#[test]
fn a_second_monitor_on_the_same_device_has_its_own_reference() {
    let (mut world, a, b) = shared();
    world.wants(a, 2, extension());
    let second = world.monitors(a, 2);
    assert_ne!(second, R);
    world.invokes::<GetMonitors>(a, 3, &GetMonitorArgument::new());
    let listed = world.result::<GetMonitors>(a, 3);
    let MonitorData::MonitorList(list) = listed.get().cross_ref_id_or_registration_data else {
        panic!("no list");
    };
    assert_eq!(list.iter().count(), 2);
    // Either may be stopped first.
    world.invokes::<MonitorStop>(a, 4, &stop(&R));
    world.result::<MonitorStop>(a, 4);
    world.disconnect(b);
    world.invokes::<MonitorStop>(a, 5, &stop(&second));
    let (_, asked) = world.switch_asked::<MonitorStop>();
    assert_eq!(asked.get(), stop(&R));
}

#[test]
fn the_switch_stops_a_monitor_for_all() {
    let (mut world, a, b) = shared();
    let id = world.switch_invokes::<MonitorStop>(&stop(&R));
    assert_eq!(world.switch_answered(id), "result");
    for application in [a, b] {
        let (id, told) = world.told::<MonitorStop>(application);
        assert_eq!(told.get(), stop(&R));
        world.replies::<MonitorStop>(application, id, &MonitorStopResult::NoData);
    }
    assert!(world.status().monitors.is_empty() && world.switch.is_empty());
    let id = world.switch_invokes::<MonitorStop>(&stop(&R));
    assert_eq!(world.switch_answered(id), "operation: invalidMonitorCrossRefID (60)");
}

#[test]
fn a_start_that_is_answered_too_late_is_stopped() {
    let mut world = World::up();
    let a = world.connect();
    world.wants(a, 1, extension());
    let (id, _) = world.switch_asked::<MonitorStart>();
    world.pass(Duration::from_secs(10));
    assert_eq!(world.refused(a, 1), "system resource: resourceBusy (2)");
    world.switch_result::<MonitorStart>(id, &started(R));
    let (_, asked) = world.switch_asked::<MonitorStop>();
    assert_eq!(asked.get(), stop(&R));
}

#[test]
fn a_start_whose_answer_nobody_expects_any_more_is_stopped() {
    let mut world = World::up();
    let a = world.connect();
    world.wants(a, 1, extension());
    let (id, _) = world.switch_asked::<MonitorStart>();
    // A switch that stood still for more than a minute goes on.
    world.pass(Duration::from_secs(90));
    assert_eq!(world.refused(a, 1), "system resource: resourceBusy (2)");
    world.switch_result::<MonitorStart>(id, &started(R));
    let (_, asked) = world.switch_asked::<MonitorStop>();
    assert_eq!(asked.get(), stop(&R));
}

/// A monitor that an application has stopped, which the switch does not answer.
fn stopped_in_vain() -> (World, ApplicationId, i32) {
    let (mut world, a, b) = shared();
    world.disconnect(b);
    world.invokes::<MonitorStop>(a, 2, &stop(&R));
    let (id, _) = world.switch_asked::<MonitorStop>();
    world.pass(Duration::from_secs(10));
    (world, a, id)
}

#[test]
fn a_stop_that_the_switch_does_not_answer_is_one_for_its_application() {
    let (mut world, a, _) = stopped_in_vain();
    world.result::<MonitorStop>(a, 2);
    let monitors = world.status().monitors;
    assert!(monitors[0].applications.is_empty() && monitors[0].state == MonitorState::On);
    // The switch reports for nobody, until it is asked again.
    world.pass(Duration::from_secs(31));
    let (id, asked) = world.switch_asked::<MonitorStop>();
    assert_eq!(asked.get(), stop(&R));
    world.switch_result::<MonitorStop>(id, &MonitorStopResult::NoData);
    assert!(world.status().monitors.is_empty());
}

#[test]
fn who_starts_a_monitor_again_that_the_switch_did_not_stop_has_it_once() {
    let (mut world, a, _) = stopped_in_vain();
    world.result::<MonitorStop>(a, 2);
    world.wants(a, 3, extension());
    assert_eq!(world.monitors(a, 3), R);
    assert_eq!(world.status().monitors[0].applications, [a]);
    world.pass(Duration::from_secs(31));
    assert!(world.switch.is_empty(), "it is wanted");
}

#[test]
fn a_stop_that_is_answered_too_late_ends_the_monitor_all_the_same() {
    let (mut world, a, id) = stopped_in_vain();
    world.result::<MonitorStop>(a, 2);
    world.wants(a, 3, extension());
    world.monitors(a, 3);
    // Meanwhile it is wanted, so it is started again.
    world.switch_result::<MonitorStop>(id, &MonitorStopResult::NoData);
    world.switch_monitors([9, 9, 9, 9]);
    assert_eq!(world.status().monitors[0].applications, [a]);
    world.invokes::<MonitorStop>(a, 4, &stop(&R));
    let (_, asked) = world.switch_asked::<MonitorStop>();
    assert_eq!(asked.get(), stop(&[9, 9, 9, 9]));
}

#[test]
fn there_are_limits_to_monitors() {
    let mut world = World::up_with(|settings| {
        settings.monitors.per_application = 2;
        settings.monitors.in_total = 3;
    });
    let (a, b) = (world.connect(), world.connect());
    for (number, id) in [("101", 1), ("102", 2)] {
        world.wants(a, id, DeviceId::dialing_number(number));
    }
    world.wants(a, 3, DeviceId::dialing_number("103"));
    assert_eq!(world.refused(a, 3), "system resource: overallMonitorLimitExceeded (7)");
    world.wants(b, 1, DeviceId::dialing_number("103"));
    world.wants(b, 2, DeviceId::dialing_number("104"));
    assert_eq!(world.refused(b, 2), "system resource: overallMonitorLimitExceeded (7)");
    // One that is there already is no further one.
    world.wants(b, 3, extension());
    world.switch_monitors(R);
    assert_eq!(world.monitors(b, 3), R);
}

#[test]
fn a_wrong_argument_is_rejected() {
    let mut world = World::up();
    let a = world.connect();
    for operation in [71, 72, 73, 373] {
        let wrong =
            [0xA1, 0x0A, 0x02, 1, 1, 0x02, 2, (operation >> 8) as u8, operation as u8, 0x0A, 1, 0];
        world.sends(a, &wrong);
        let (_, answer) = world.answered(a);
        assert!(matches!(answer, crate::world::Answer::Reject(_)), "{operation}: {answer:?}");
    }
}

#[test]
fn a_long_list_of_monitors_comes_in_segments() {
    const MONITORS: u16 = 600;
    let mut world = World::up();
    let a = world.connect();
    for number in 0..MONITORS {
        let device = (1000 + number).to_string();
        world.wants(a, 1, DeviceId::dialing_number(&device));
        let [high, low] = number.to_be_bytes();
        world.switch_monitors([1, 2, high, low]);
        world.monitors(a, 1);
    }
    world.invokes::<GetMonitors>(a, 2, &GetMonitorArgument::new());
    let listed = world.result::<GetMonitors>(a, 2);
    let MonitorData::ServiceCrossRefId(dialogue) = listed.get().cross_ref_id_or_registration_data
    else {
        panic!("not in segments");
    };
    let mut devices = BTreeSet::new();
    let mut ids = BTreeSet::from([1]); // that of the state of the system
    for number in 1.. {
        let (id, segment) = world.told::<MonitorInfo>(a);
        let segment = segment.get();
        assert_eq!((segment.service_cross_ref_id, segment.segment_id), (dialogue, Some(number)));
        assert!(ids.insert(id), "an invoke id twice");
        devices
            .extend(segment.monitor_list.iter().map(|entry| format!("{:?}", entry.monitor_object)));
        if segment.last_segment {
            break;
        }
    }
    assert!(world.is_quiet(a));
    assert_eq!(devices.len(), usize::from(MONITORS));
}

#[test]
fn a_monitor_for_which_there_is_no_room_in_the_queue_leaves_nothing_behind() {
    let mut world = World::up_with(|settings| {
        settings.requests_in_flight = 1;
        settings.request_queue = 1;
    });
    let (a, b) = (world.connect(), world.connect());
    for (number, id) in [("101", 1), ("102", 2), ("103", 3)] {
        world.wants(a, id, DeviceId::dialing_number(number));
    }
    let full = "subscribed resource: outstandingReqLimitExceeded (4)";
    assert_eq!(world.refused(a, 3), full);
    assert_eq!(world.status().monitors.len(), 2);
    // Whoever has room gets it.
    world.wants(b, 1, DeviceId::dialing_number("103"));
    for reference in [[0, 0, 0, 1], [0, 0, 0, 2], [0, 0, 0, 3]] {
        world.switch_monitors(reference);
    }
    let first = world.monitors(a, 1);
    world.monitors(a, 2);
    world.monitors(b, 1);
    // Nor is a stop lost that is refused.
    for (device, id) in [("104", 4), ("105", 5)] {
        world.wants(a, id, DeviceId::dialing_number(device));
    }
    world.invokes::<MonitorStop>(a, 6, &stop(&first));
    assert_eq!(world.refused(a, 6), full);
    world.switch_monitors([0, 0, 0, 4]);
    world.monitors(a, 4);
    world.invokes::<MonitorStop>(a, 7, &stop(&first));
    world.switch_monitors([0, 0, 0, 5]);
    let (id, _) = world.switch_asked::<MonitorStop>();
    world.switch_result::<MonitorStop>(id, &MonitorStopResult::NoData);
    world.monitors(a, 5);
    world.result::<MonitorStop>(a, 7);
}

#[test]
fn a_result_that_says_nothing_stops_a_monitor() {
    let (mut world, a, b) = shared();
    world.invokes::<MonitorStop>(a, 3, &stop(&R));
    world.result::<MonitorStop>(a, 3);
    world.invokes::<MonitorStop>(b, 3, &stop(&R));
    let (id, _) = world.switch_asked::<MonitorStop>();
    world.switch_sends(&[0xA2, 0x03, 0x02, 0x01, u8::try_from(id).unwrap()]);
    assert!(world.status().monitors.is_empty());
    world.next(b);
    // Whoever wants it again has it started again.
    world.wants(a, 4, extension());
    world.switch_monitors(R);
    world.monitors(a, 4);
}

#[test]
fn a_start_that_waits_for_its_turn_goes_with_the_one_who_has_asked() {
    let mut world = World::up_with(|settings| settings.requests_in_flight = 1);
    let (a, b) = (world.connect(), world.connect());
    for (number, id) in [("101", 1), ("102", 2), ("103", 3)] {
        world.wants(a, id, DeviceId::dialing_number(number));
    }
    world.wants(b, 1, DeviceId::dialing_number("103"));
    world.disconnect(a);
    // The first is at the switch already, and somebody else waits for the last.
    assert_eq!(world.status().monitors.len(), 2);
    world.switch_monitors(R);
    world.switch_monitors([0, 0, 0, 3]);
    world.monitors(b, 1);
    let (_, asked) = world.switch_asked::<MonitorStop>();
    assert_eq!(asked.get().cross_ref_identifier.0.as_bytes(), R);
    assert!(world.switch.is_empty());
}
