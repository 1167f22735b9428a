//! Events go to all who monitor the device, rewritten once at most.

use std::sync::Arc;

use csta_codec::events::{
    BackInServiceEvent, CallControlEvents, DeviceMaintenanceEvents, EventReport,
    EventReportArgument, EventSpecificInfo, ServiceInitiatedEvent,
};
use csta_codec::services::{ChangeMonitorFilter, ChangeMonitorFilterArgument, MonitorStart};
use csta_codec::types::{
    CallControlEventSet, ConnectionId, DeviceId, DeviceMaintenanceEventSet, EventCause,
    MonitorCrossRefId, MonitorFilter, SubjectDeviceId,
};
use csta_codec::{Ber, OctetString};
use multiplexer::{ApplicationId, Notice};

use crate::world::{World, invoke, monitor, started};

const R: [u8; 4] = [0x01, 0x11, 0x00, 0x65];

fn initiated(reference: &[u8]) -> EventReportArgument<'_> {
    let device = DeviceId::dialing_number("101");
    let event = ServiceInitiatedEvent::new(
        ConnectionId::new(OctetString(b"0075"), device),
        SubjectDeviceId::DeviceIdentifier(device),
        EventCause::NewCall,
    );
    let event = EventSpecificInfo::CallControlEvents(CallControlEvents::ServiceInitiated(event));
    EventReportArgument::new(MonitorCrossRefId(OctetString(reference)), event)
}

fn back_in_service(reference: &[u8]) -> EventReportArgument<'_> {
    let device = SubjectDeviceId::DeviceIdentifier(DeviceId::dialing_number("101"));
    let event = BackInServiceEvent::new(device);
    let event =
        EventSpecificInfo::DeviceMaintenanceEvents(DeviceMaintenanceEvents::BackInService(event));
    EventReportArgument::new(MonitorCrossRefId(OctetString(reference)), event)
}

fn monitored(world: &mut World, reference: [u8; 4]) -> ApplicationId {
    let application = world.connect();
    world.wants(application, 1, DeviceId::dialing_number("101"));
    if !world.switch.is_empty() {
        world.switch_monitors(reference);
    }
    world.monitors(application, 1);
    application
}

/// The references of the events that an application has got.
fn heard(world: &mut World, application: ApplicationId) -> Vec<Vec<u8>> {
    let mut heard = Vec::new();
    while !world.is_quiet(application) {
        let (_, event) = world.told::<EventReport>(application);
        let reference = event.get().cross_ref_identifier;
        assert_eq!(
            event.get(),
            EventReportArgument { cross_ref_identifier: reference, ..initiated(&R) }
        );
        heard.push(reference.0.as_bytes().to_vec());
    }
    heard
}

#[test]
fn all_who_monitor_get_the_octets_of_the_switch() {
    let mut world = World::up();
    let (a, b) = (monitored(&mut world, R), monitored(&mut world, R));
    let c = world.connect();
    let event = invoke::<EventReport>(77, &initiated(&R));
    world.switch_sends(&event);
    assert_eq!((world.next(a), world.next(b)), (event.clone().into(), event.clone().into()));
    assert!(world.is_quiet(c) && world.switch.is_empty());
    // The list is the same one as long as nothing changes.
    world.switch_sends(&event);
    let [(first, _), (second, _)] = world.shared.as_slice() else { panic!("not shared") };
    assert!(Arc::ptr_eq(first, second));
}

#[test]
fn the_event_captured_from_a_switch_passes() {
    let mut world = World::up();
    let a = monitored(&mut world, [0x01, 0x11, 0x00, 0x12]);
    // P8.
    let captured = [
        0xA1, 0x34, 0x02, 0x01, 0x03, 0x02, 0x01, 0x15, 0x30, 0x2C, 0x55, 0x04, 0x01, 0x11, 0x00,
        0x12, 0xA0, 0x24, 0xB0, 0x22, 0x6B, 0x11, 0x30, 0x0F, 0x80, 0x04, 0x30, 0x30, 0x37, 0x35,
        0xA1, 0x07, 0x30, 0x05, 0x80, 0x03, 0x31, 0x31, 0x31, 0x63, 0x07, 0x30, 0x05, 0x80, 0x03,
        0x31, 0x31, 0x31, 0x4E, 0x01, 0x01, 0x0A, 0x01, 0x16,
    ];
    world.switch_sends(&captured);
    assert_eq!(world.next(a), captured.as_slice());
}

#[test]
fn a_second_monitor_has_its_own_copy() {
    let mut world = World::up();
    let (a, b) = (monitored(&mut world, R), monitored(&mut world, R));
    world.wants(a, 2, DeviceId::dialing_number("101"));
    let second = world.monitors(a, 2);
    world.switch_invokes::<EventReport>(&initiated(&R));
    assert_eq!(heard(&mut world, a), [R, second]);
    assert_eq!(heard(&mut world, b), [R]);
}

#[test]
fn references_of_another_length_are_rewritten_once() {
    let mut world = World::up();
    let (a, b) = (world.connect(), world.connect());
    for application in [a, b] {
        world.wants(application, 1, DeviceId::dialing_number("101"));
    }
    let (id, _) = world.switch_asked::<MonitorStart>();
    let mut result = started(R);
    result.cross_ref_identifier = MonitorCrossRefId(OctetString(b"\x07"));
    world.switch_result::<MonitorStart>(id, &result);
    let reference = world.monitors(a, 1);
    assert_eq!(world.monitors(b, 1), reference);
    world.switch_invokes::<EventReport>(&initiated(b"\x07"));
    assert_eq!(world.shared.len(), 1);
    assert_eq!(heard(&mut world, a), [reference]);
    assert_eq!(heard(&mut world, b), [reference]);
}

#[test]
fn each_application_has_its_own_filter() {
    let mut world = World::up();
    let a = monitored(&mut world, R);
    let (b, c) = (world.connect(), world.connect());
    let mut argument = monitor(DeviceId::dialing_number("101"));
    // The bits are numbered otherwise than the events are tagged: 12 and 16 for this one.
    argument.requested_monitor_filter = Some(MonitorFilter {
        call_control: CallControlEventSet::SERVICE_INITIATED,
        ..MonitorFilter::new()
    });
    world.invokes::<MonitorStart>(b, 1, &argument);
    world.monitors(b, 1);
    argument.requested_monitor_filter = Some(MonitorFilter {
        maintenance: DeviceMaintenanceEventSet::BACK_IN_SERVICE,
        ..MonitorFilter::new()
    });
    world.invokes::<MonitorStart>(c, 1, &argument);
    world.monitors(c, 1);

    world.switch_invokes::<EventReport>(&initiated(&R));
    let counts = |world: &World| [a, b, c].map(|own| world.applications[&own].len());
    assert_eq!(counts(&world), [1, 0, 1]);
    world.switch_invokes::<EventReport>(&back_in_service(&R));
    assert_eq!(counts(&world), [2, 1, 1]);

    // And may change it.
    let change =
        |filter| ChangeMonitorFilterArgument::new(MonitorCrossRefId(OctetString(&R)), filter);
    world.applications.values_mut().for_each(|queue| queue.clear());
    world.invokes::<ChangeMonitorFilter>(b, 2, &change(MonitorFilter::new()));
    let changed = world.result::<ChangeMonitorFilter>(b, 2);
    assert_eq!(changed.get().actual_filter_list, Some(MonitorFilter::new()));
    world.switch_invokes::<EventReport>(&initiated(&R));
    assert_eq!(counts(&world), [1, 1, 1]);
    assert!(world.switch.is_empty(), "the switch's monitor is not changed");
}

#[test]
fn no_filter_suppresses_what_is_not_known() {
    let mut world = World::up();
    let a = world.connect();
    let mut argument = monitor(DeviceId::dialing_number("101"));
    argument.requested_monitor_filter = Some(MonitorFilter {
        call_control: CallControlEventSet::SERVICE_INITIATED,
        ..MonitorFilter::new()
    });
    world.invokes::<MonitorStart>(a, 1, &argument);
    world.switch_monitors(R);
    world.monitors(a, 1);
    for info in [&[0xBF, 0x63, 0x02, 0x05, 0x00][..], &[0xA0, 0x02, 0x9A, 0x00], &[0xA0, 0x00]] {
        let mut event = vec![0xA1, 14 + info.len() as u8, 0x02, 1, 1, 0x02, 1, 21, 0x30];
        event.extend([6 + info.len() as u8, 0x55, 4]);
        event.extend(R);
        event.extend(info);
        world.switch_sends(&event);
        assert_eq!(world.next(a), event);
    }
}

#[test]
fn events_that_come_before_the_answer_to_the_start_wait_for_it() {
    let mut world = World::up();
    let a = world.connect();
    world.wants(a, 1, DeviceId::dialing_number("101"));
    let (id, _) = world.switch_asked::<MonitorStart>();
    world.switch_invokes::<EventReport>(&initiated(&R));
    world.switch_invokes::<EventReport>(&initiated(&[9, 9, 9, 9]));
    world.switch_invokes::<EventReport>(&initiated(&R));
    assert!(world.is_quiet(a));
    world.switch_result::<MonitorStart>(id, &started(R));
    world.monitors(a, 1);
    assert_eq!(heard(&mut world, a), [R, R]);
    // Nobody will ask for the other one.
    assert!(world.notices.contains(&Notice::UnknownMonitor));
    assert_eq!(world.status().held, 0);
    assert_eq!(world.status().events, 3);
}

#[test]
fn events_that_wait_are_bounded() {
    let mut world = World::up_with(|settings| settings.monitors.held_events = 10);
    let a = world.connect();
    world.wants(a, 1, DeviceId::dialing_number("101"));
    for _ in 0..20 {
        world.switch_invokes::<EventReport>(&initiated(&R));
    }
    assert_eq!(world.status().held, 10);
    assert_eq!(world.notices.iter().filter(|own| **own == Notice::UnknownMonitor).count(), 10);
}

#[test]
fn events_in_indefinite_lengths_arrive() {
    let mut world = World::up();
    let a = monitored(&mut world, R);
    let argument = initiated(&R).encode();
    // The length of the argument alone is indefinite.
    let mut event = vec![0xA1, argument.len() as u8 + 8, 0x02, 1, 1, 0x02, 1, 21, 0x30, 0x80];
    event.extend(&argument[2..]);
    event.extend([0, 0]);
    world.switch_sends(&event);
    assert_eq!(heard(&mut world, a), [R]);
}

#[test]
fn an_event_that_nobody_monitors_is_told_to_people() {
    let mut world = World::up();
    let a = world.connect();
    world.switch_invokes::<EventReport>(&initiated(&R));
    assert!(world.is_quiet(a) && world.switch.is_empty());
    assert!(world.notices.contains(&Notice::UnknownMonitor));
}

#[test]
fn an_event_in_indefinite_lengths_passes_in_definite_ones() {
    let mut world = World::up();
    let a = monitored(&mut world, R);
    let definite = invoke::<EventReport>(77, &initiated(&R));
    // The argument is the last of the invocation: 30, one octet of length, and what is in it.
    let at = definite.iter().position(|octet| *octet == 0x30).unwrap();
    let mut octets = vec![0xA1, 0x80];
    octets.extend(&definite[2..at]);
    octets.extend([0x30, 0x80]);
    octets.extend(&definite[at + 2..]);
    octets.extend([0; 4]);
    world.switch_sends(&octets);
    assert_eq!(world.next(a), definite);
}

#[test]
fn what_is_no_event_reaches_nobody_and_is_told() {
    let mut world = World::up();
    let a = monitored(&mut world, R);
    world.notices.clear();
    // Without an argument, and with a cross reference that is none.
    world.switch_sends(&[0xA1, 0x06, 0x02, 1, 1, 0x02, 1, 21]);
    assert_eq!(world.notices, [Notice::UnknownMonitor]);
    world.switch_sends(&[0xA1, 0x0B, 0x02, 1, 1, 0x02, 1, 21, 0x30, 3, 0x02, 1, 0]);
    assert!(matches!(world.notices[1], Notice::SwitchUndecodable { octets: 13, .. }));
    assert!(world.is_quiet(a) && world.switch.is_empty());
}

#[test]
fn an_event_whose_reference_is_in_pieces_passes_in_one() {
    let mut world = World::up();
    let a = monitored(&mut world, R);
    let whole = invoke::<EventReport>(77, &initiated(&R));
    let at = whole.windows(6).position(|own| own == [0x55, 4, R[0], R[1], R[2], R[3]]).unwrap();
    let mut octets = whole[..at].to_vec();
    octets.extend([0x75, 8, 0x04, 2, R[0], R[1], 0x04, 2, R[2], R[3]]);
    octets.extend(&whole[at + 6..]);
    // The invocation and its argument, which is right before the reference, are four octets longer.
    octets[1] += 4;
    octets[at - 1] += 4;
    world.switch_sends(&octets);
    assert_eq!(world.next(a), whole);
}
