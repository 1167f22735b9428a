//! The link to the switch is lost and comes back.

use std::time::Duration;

use csta_codec::OctetString;
use csta_codec::services::{
    MakeCall, MakeCallArgument, MonitorStart, MonitorStartArgument, MonitorStop, MonitorStopResult,
    RequestSysStat, RequestSysStatRes, SwFunctionCapsChanged, SwFunctionCapsChangedArg,
    SwFunctionDevicesChanged, SwFunctionDevicesChangedArg,
};
use csta_codec::types::{
    ConnectionId, DeviceId, MonitorObject, OperationErrors, SystemResourceAvailabilityErrors,
    SystemStatus, UniversalFailure,
};
use multiplexer::{
    AbortReason, ApplicationId, DropReason, Input, LinkState, MonitorState, Notice, WhenSwitchLost,
};

use crate::monitors::stop;
use crate::world::{World, operation, started};

const R: [u8; 4] = [0x01, 0x11, 0x00, 0x65];

/// An application that monitors extensions, each under its device number.
fn monitoring(world: &mut World, numbers: &[&str]) -> ApplicationId {
    let application = world.connect();
    for (id, number) in (1..).zip(numbers) {
        world.wants(application, id, DeviceId::dialing_number(number));
        world.switch_monitors([0x01, 0x11, 0x00, 0x64 + id as u8]);
        world.monitors(application, id);
    }
    application
}

fn call() -> MakeCallArgument<'static> {
    MakeCallArgument::new(DeviceId::dialing_number("101"), DeviceId::dialing_number("102"))
}

#[test]
fn applications_are_told_and_their_requests_fail() {
    let mut world = World::up_with(|settings| settings.requests_in_flight = 1);
    let a = world.connect();
    world.invokes::<MakeCall>(a, 1, &call());
    world.invokes::<MakeCall>(a, 2, &call());
    world.wants(a, 3, DeviceId::dialing_number("101"));
    world.input(Input::SwitchDown);
    for id in 1..=3 {
        assert_eq!(world.refused(a, id), "system resource: resourceOutOfService (4)");
    }
    assert_eq!(world.told_status(a), SystemStatus::Disabled);
    world.invokes::<MakeCall>(a, 4, &call());
    assert_eq!(world.refused(a, 4), "system resource: resourceOutOfService (4)");
    world.input(Input::SwitchDown);
    assert!(world.is_quiet(a));
    // Who comes now is told, too.
    let b = world.connect();
    world.pass(Duration::from_secs(120));
    assert_eq!(world.told_status(b), SystemStatus::Disabled);
}

#[test]
fn applications_are_aborted_if_that_is_wanted() {
    let mut world = World::up_with(|own| own.when_switch_lost = WhenSwitchLost::Abort);
    let a = monitoring(&mut world, &["101"]);
    world.input(Input::SwitchDown);
    assert_eq!(world.aborts, [(a, AbortReason::SwitchLost)]);
    assert!(world.status().applications.is_empty() && world.status().monitors.is_empty());
}

#[test]
fn monitors_are_there_again_under_the_same_references() {
    let mut world = World::up_with(|settings| settings.monitors.restored_at_once = 2);
    let a = monitoring(&mut world, &["101", "102", "103"]);
    world.wants(a, 9, DeviceId::dialing_number("101"));
    let second = world.monitors(a, 9);
    world.input(Input::SwitchDown);
    assert_eq!(world.told_status(a), SystemStatus::Disabled);
    world.switch_comes();
    assert_eq!(world.told_status(a), SystemStatus::Enabled);
    // A few at a time, and the switch may call them otherwise.
    assert_eq!(world.switch.len(), 2);
    for reference in [[7, 0, 0, 1], [7, 0, 0, 2], [7, 0, 0, 3]] {
        assert_eq!(world.status().link, LinkState::Restoring);
        world.switch_monitors(reference);
    }
    assert_eq!(world.told_status(a), SystemStatus::MessagesLost);
    assert_eq!(world.told_status(a), SystemStatus::Normal);
    assert_eq!(world.status().link, LinkState::Up);
    assert!(world.notices.contains(&Notice::Restored { monitors: 3, failed: 0 }));
    assert!(world.is_quiet(a));
    // Its references are those it knows.
    let mut event = vec![0xA1, 0x12, 0x02, 1, 1, 0x02, 1, 21, 0x30, 0x0A, 0x55, 4, 7, 0, 0, 1];
    event.extend([0xA0, 2, 0xB0, 0]);
    world.switch_sends(&event);
    for reference in [R, second] {
        event[12..16].copy_from_slice(&reference);
        assert_eq!(world.next(a), event);
    }
    world.invokes::<MonitorStop>(a, 10, &stop(&second));
    world.result::<MonitorStop>(a, 10);
    world.invokes::<MonitorStop>(a, 11, &stop(&R));
    let (_, asked) = world.switch_asked::<MonitorStop>();
    assert_eq!(asked.get(), stop(&[7, 0, 0, 1]));
}

#[test]
fn a_new_monitor_never_gets_a_reference_that_is_in_use() {
    let mut world = World::up();
    let a = monitoring(&mut world, &["101"]);
    world.input(Input::SwitchDown);
    world.switch_comes();
    world.switch_monitors([7, 0, 0, 1]);
    world.applications.get_mut(&a).unwrap().clear();
    world.wants(a, 2, DeviceId::dialing_number("102"));
    world.switch_monitors(R); // which is that of 101 for applications
    assert_ne!(world.monitors(a, 2), R);
}

#[test]
fn a_monitor_that_cannot_be_restored_is_tried_again() {
    let mut world = World::up();
    let a = monitoring(&mut world, &["101"]);
    world.input(Input::SwitchDown);
    world.switch_comes();
    let (id, _) = world.switch_asked::<MonitorStart>();
    let unplugged = SystemResourceAvailabilityErrors::DeviceOutOfService;
    world.switch_fails(id, UniversalFailure::SystemResourceAvailability(unplugged));
    assert_eq!(world.status().monitors[0].state, MonitorState::Lost);
    assert_eq!(world.status().link, LinkState::Up);
    assert!(world.notices.contains(&Notice::Restored { monitors: 0, failed: 1 }));
    // Disabled, enabled, messages lost, normal.
    assert_eq!(world.applications[&a].len(), 4);
    world.applications.get_mut(&a).unwrap().clear();
    world.pass(Duration::from_secs(30));
    world.switch_monitors(R);
    assert_eq!(world.status().monitors[0].state, MonitorState::On);
    // What happened meanwhile, nobody was told.
    assert_eq!(world.told_status(a), SystemStatus::MessagesLost);
    assert_eq!(world.told_status(a), SystemStatus::Normal);
    assert!(world.is_quiet(a));
}

#[test]
fn a_monitor_of_a_device_that_is_no_more_ends() {
    let mut world = World::up();
    let a = monitoring(&mut world, &["101"]);
    world.input(Input::SwitchDown);
    world.switch_comes();
    let (id, _) = world.switch_asked::<MonitorStart>();
    world.applications.get_mut(&a).unwrap().clear();
    world.switch_fails(id, operation(OperationErrors::InvalidDeviceId));
    let (id, told) = world.told::<MonitorStop>(a);
    assert_eq!(told.get(), stop(&R));
    world.replies::<MonitorStop>(a, id, &MonitorStopResult::NoData);
    assert!(world.status().monitors.is_empty());
}

#[test]
fn a_monitor_of_a_call_that_is_no_more_ends_whatever_the_switch_says() {
    let mut world = World::up();
    let a = world.connect();
    let call = ConnectionId::new(OctetString(b"0075"), DeviceId::dialing_number("101"));
    let argument = MonitorStartArgument::new(MonitorObject::CallObject(call));
    world.invokes::<MonitorStart>(a, 1, &argument);
    world.switch_monitors(R);
    world.monitors(a, 1);
    world.input(Input::SwitchDown);
    world.switch_comes();
    // No answer says nothing of the call.
    world.switch_asked::<MonitorStart>();
    world.pass(Duration::from_secs(10));
    assert_eq!(world.status().monitors[0].state, MonitorState::Lost);
    world.pass(Duration::from_secs(30));
    let (id, _) = world.switch_asked::<MonitorStart>();
    world.applications.get_mut(&a).unwrap().clear();
    world.switch_fails(id, operation(OperationErrors::InvalidCallId));
    let (_, told) = world.told::<MonitorStop>(a);
    assert_eq!(told.get(), stop(&R));
    assert!(world.status().monitors.is_empty());
    world.pass(Duration::from_secs(60));
    assert!(world.switch.is_empty());
}

#[test]
fn each_request_that_comes_too_early_waits_for_its_own_time() {
    let mut world = World::new(|_| {});
    world.input(Input::SwitchUp);
    world.switch_says(SystemStatus::Initializing);
    let (a, b) = (world.connect(), world.connect());
    world.invokes::<MakeCall>(a, 1, &call());
    world.pass(Duration::from_secs(6));
    world.invokes::<MakeCall>(a, 2, &call());
    world.invokes::<MakeCall>(b, 1, &call());
    world.pass(Duration::from_secs(5));
    assert_eq!(world.refused(a, 1), "system resource: resourceBusy (2)");
    assert!(world.is_quiet(a) && world.is_quiet(b));
    world.disconnect(b);
    world.switch_says(SystemStatus::Enabled);
    world.tell_devices();
    let (id, _) = world.switch_asked::<MakeCall>();
    world.switch_fails(id, operation(OperationErrors::InvalidCallingDeviceId));
    world.applications.get_mut(&a).unwrap().retain(|apdu| apdu[0] == 0xA3);
    assert_eq!(world.refused(a, 2), "operation: invalidCallingDeviceID (5)");
    assert!(world.switch.is_empty() && world.is_quiet(a));
}

#[test]
fn who_wants_a_lost_monitor_gets_it_started() {
    let mut world = World::up_with(|settings| settings.monitors.restored_at_once = 1);
    monitoring(&mut world, &["101", "102"]);
    world.input(Input::SwitchDown);
    let b = world.connect();
    world.switch_comes();
    world.applications.get_mut(&b).unwrap().clear();
    world.wants(b, 1, DeviceId::dialing_number("102"));
    world.switch_monitors([7, 0, 0, 1]); // 101, as part of the restoration
    world.switch_monitors([7, 0, 0, 2]); // 102, once
    assert_eq!(world.status().link, LinkState::Up);
    assert_eq!(world.told_status(b), SystemStatus::MessagesLost);
    assert_eq!(world.told_status(b), SystemStatus::Normal);
    // Those who had it know it as before.
    assert_eq!(world.monitors(b, 1), [0x01, 0x11, 0x00, 0x66]);
    assert!(world.switch.is_empty());
}

#[test]
fn monitors_that_nobody_wants_when_the_link_is_back_are_not_started() {
    let mut world = World::up();
    let a = monitoring(&mut world, &["101"]);
    let b = monitoring(&mut world, &[]);
    world.wants(b, 1, DeviceId::dialing_number("102"));
    world.input(Input::SwitchDown);
    world.applications.get_mut(&a).unwrap().clear();
    world.invokes::<MonitorStop>(a, 2, &stop(&R));
    world.result::<MonitorStop>(a, 2);
    world.disconnect(b);
    world.switch_comes();
    assert!(world.switch.is_empty());
    assert!(world.status().monitors.is_empty());
}

#[test]
fn the_link_may_be_lost_in_the_middle_of_everything() {
    let mut world = World::up();
    let a = monitoring(&mut world, &["101", "102"]);
    world.invokes::<MonitorStop>(a, 3, &stop(&R)); // is asked to stop
    world.wants(a, 4, DeviceId::dialing_number("103")); // is asked to start
    let (late, _) = world.switch_asked::<MonitorStop>();
    world.input(Input::SwitchDown);
    // With the link the monitor is gone, too.
    world.result::<MonitorStop>(a, 3);
    world.refused(a, 4);
    world.switch.clear();
    world.switch_comes();
    // What is answered by the switch of before is answered to nobody.
    world.switch_result::<MonitorStop>(late, &MonitorStopResult::NoData);
    world.switch_monitors([7, 0, 0, 2]);
    assert_eq!(world.status().monitors.len(), 1);
    // And once more while they are restored.
    world.input(Input::SwitchDown);
    world.switch_comes();
    world.input(Input::SwitchDown);
    world.switch.clear();
    world.switch_comes();
    assert_eq!(world.switch.len(), 1);
    world.switch_monitors([8, 0, 0, 2]);
    assert_eq!(world.status().link, LinkState::Up);
}

#[test]
fn a_silent_switch_is_asked_and_dropped() {
    let mut world = World::up();
    world.pass(Duration::from_secs(150));
    let (id, _) = world.switch_asked::<RequestSysStat>();
    world.switch_result::<RequestSysStat>(id, &RequestSysStatRes::new(SystemStatus::Normal));
    world.pass(Duration::from_secs(149));
    assert!(world.switch.is_empty() && world.drops.is_empty());
    // Any answer shows that it lives.
    world.pass(Duration::from_secs(1));
    let (id, _) = world.switch_asked::<RequestSysStat>();
    world.switch_fails(id, operation(OperationErrors::ServiceNotSupported));
    world.pass(Duration::from_secs(150));
    world.switch_asked::<RequestSysStat>();
    world.pass(Duration::from_secs(14));
    assert!(world.drops.is_empty());
    world.pass(Duration::from_secs(1));
    assert_eq!(world.drops, [DropReason::Silent]);
}

#[test]
fn what_the_switch_says_of_itself_is_told_to_all() {
    let mut world = World::up();
    let (a, b) = (world.connect(), world.connect());
    world.switch_says(SystemStatus::Normal);
    assert!(world.is_quiet(a));
    world.switch_says(SystemStatus::OverloadReached);
    world.switch_says(SystemStatus::OverloadReached);
    world.switch_says(SystemStatus::MessagesLost);
    for application in [a, b] {
        assert_eq!(world.told_status(application), SystemStatus::OverloadReached);
        assert_eq!(world.told_status(application), SystemStatus::MessagesLost);
        assert!(world.is_quiet(application));
    }
    // The last one is over when it has been told.
    world.pass(Duration::from_secs(120));
    assert_eq!(world.told_status(a), SystemStatus::Normal);
}

#[test]
fn a_switch_that_is_still_starting_is_waited_for() {
    let mut world = World::new(|_| {});
    world.input(Input::SwitchUp);
    world.switch_says(SystemStatus::Initializing);
    world.pass(Duration::from_secs(60));
    assert_eq!(world.status().link, LinkState::Starting);
    world.switch_says(SystemStatus::Enabled);
    world.tell_devices();
    assert_eq!(world.status().link, LinkState::Up);
}

#[test]
fn changes_of_the_switch_are_answered_here_and_told_to_all() {
    let mut world = World::up();
    let (a, b) = (world.connect(), world.connect());
    let id = world.switch_invokes::<SwFunctionDevicesChanged>(&SwFunctionDevicesChangedArg::new());
    assert_eq!(world.switch_answered(id), "result");
    for application in [a, b] {
        world.told::<SwFunctionDevicesChanged>(application);
    }
    world.tell_devices(); // which are read again
    let id = world.switch_invokes::<SwFunctionCapsChanged>(&SwFunctionCapsChangedArg::new());
    assert_eq!(world.switch_answered(id), "result");
    for application in [a, b] {
        let (id, _) = world.told::<SwFunctionCapsChanged>(application);
        let taken = csta_codec::services::SwFunctionCapsChangedRes::NoData;
        world.replies::<SwFunctionCapsChanged>(application, id, &taken);
    }
    assert!(world.switch.is_empty());
}

#[test]
fn there_is_a_limit_to_applications() {
    let mut world = World::up_with(|settings| settings.application_limit = 2);
    let (a, b) = (world.connect(), world.connect());
    let c = world.connect();
    assert_eq!(world.aborts, [(c, AbortReason::TooManyApplications)]);
    world.disconnect(a);
    world.disconnect(a);
    world.connect();
    assert!(world.is_quiet(b));
}

#[test]
fn a_start_answered_after_the_link_came_back_means_nothing() {
    let mut world = World::up();
    let a = world.connect();
    world.wants(a, 1, DeviceId::dialing_number("101"));
    let (id, _) = world.switch_asked::<MonitorStart>();
    world.input(Input::SwitchDown);
    world.refused(a, 1);
    world.switch_comes();
    world.switch_result::<MonitorStart>(id, &started(R));
    assert!(world.status().monitors.is_empty());
}

#[test]
fn devices_that_change_while_they_are_read_are_read_again() {
    let mut world = World::new(|_| {});
    world.input(Input::SwitchUp);
    world.switch_says(SystemStatus::Normal);
    let asked: Vec<_> = world.switch.drain(..).collect();
    let id = world.switch_invokes::<SwFunctionDevicesChanged>(&SwFunctionDevicesChangedArg::new());
    assert_eq!(world.switch_answered(id), "result");
    world.switch.extend(asked);
    world.tell_devices();
    // Those that it has told are good enough to serve.
    assert_eq!(world.status().link, LinkState::Up);
    world.tell_devices();
    assert!(world.switch.is_empty());
}

#[test]
fn what_the_switch_answers_of_itself_is_told_to_all() {
    let mut world = World::up();
    world.pass(Duration::from_secs(150));
    let a = world.connect();
    let (id, _) = world.switch_asked::<RequestSysStat>();
    let overload = SystemStatus::OverloadImminent;
    world.switch_result::<RequestSysStat>(id, &RequestSysStatRes::new(overload));
    assert_eq!(world.told_status(a), overload);
}
