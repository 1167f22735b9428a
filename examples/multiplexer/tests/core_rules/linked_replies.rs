//! Answers in segments, Escapes and registrations go to whom they belong.

use std::time::Duration;

use csta_codec::services::{
    CallSnapshot, DeviceSnapshot, Escape, EscapeArgument, EscapeResult, GetRegistrations,
    GetRegistrationsArg, GetSwitchingFunctionDevices, GetSwitchingFunctionDevicesArgument,
    GetSwitchingFunctionDevicesResult, IoRegister, IoRegisterArgument, IoRegisterResult,
    RouteEndRequest, RouteEndRequestArgument, RouteRegister, RouteRegisterAbort,
    RouteRegisterArgument, RouteRegisterCancel, RouteRegisterCancelArgument,
    RouteRegisterCancelResult, RouteRegisterResult, RouteRequest, RouteRequestArgument,
    RouteSelectRequest, RouteSelectRequestArgument, SnapshotCall, SnapshotCallArgument,
    SnapshotCallData, SnapshotCallDataArgument, SnapshotCallResult, SnapshotDevice,
    SnapshotDeviceArgument, SnapshotDeviceData, SnapshotDeviceDataArgument, SnapshotDeviceResult,
    StartDataCollection, StartDataPath, StartDataPathArgument, StartDataPathResult,
    StopDataCollection, StopDataPath, StopDataPathArgument, SwitchingFunctionDevices,
    SwitchingFunctionDevicesArgument,
};
use csta_codec::types::{
    self, CalledDeviceId, ConnectionId, DeviceId, IoCrossRefId, MonitorObject, RouteingCrossRefId,
    SnapshotDeviceData as Calls,
};
use csta_codec::{OctetString, SequenceOf};
use kme_private::{KmePrivateData, LinkedReply, SystemData, common_arguments, escape_for_devices};
use multiplexer::{ApplicationId, Input, Notice};

use crate::world::World;

fn snapshot(world: &mut World, application: ApplicationId, reference: &[u8]) {
    let asked = SnapshotDeviceArgument::new(DeviceId::dialing_number("101"));
    world.invokes::<SnapshotDevice>(application, 5, &asked);
    let (id, _) = world.switch_asked::<SnapshotDevice>();
    let reference = DeviceSnapshot::ServiceCrossRefId(OctetString(reference));
    world.switch_result::<SnapshotDevice>(id, &SnapshotDeviceResult::new(reference));
    world.result::<SnapshotDevice>(application, 5);
}

fn segment(reference: &[u8], is_last: bool) -> SnapshotDeviceDataArgument<'_> {
    SnapshotDeviceDataArgument::new(
        OctetString(reference),
        is_last,
        Calls(SequenceOf::from(&[][..])),
    )
}

#[test]
fn segments_go_to_the_one_who_has_asked() {
    let mut world = World::up();
    let (a, b) = (world.connect(), world.connect());
    snapshot(&mut world, a, b"\x01");
    snapshot(&mut world, b, b"\x02");
    world.switch_invokes::<SnapshotDeviceData>(&segment(b"\x02", false));
    world.switch_invokes::<SnapshotDeviceData>(&segment(b"\x01", true));
    world.switch_invokes::<SnapshotDeviceData>(&segment(b"\x02", true));
    assert_eq!((world.applications[&a].len(), world.applications[&b].len()), (1, 2));
    assert_eq!(world.told::<SnapshotDeviceData>(a).1.get(), segment(b"\x01", true));
    assert_eq!(world.status().linked_replies, 0);
}

#[test]
fn segments_that_come_before_the_answer_wait_for_it() {
    let mut world = World::up();
    let a = world.connect();
    world.switch_invokes::<SnapshotDeviceData>(&segment(b"\x01", true));
    assert_eq!((world.is_quiet(a), world.status().held), (true, 1));
    snapshot(&mut world, a, b"\x01"); // which looks for the answer first
    world.told::<SnapshotDeviceData>(a);
    assert_eq!(world.status().held, 0);
}

#[test]
fn segments_that_nobody_has_asked_for_go_to_nobody() {
    let mut world = World::up();
    let a = world.connect();
    world.switch_invokes::<SnapshotDeviceData>(&segment(b"\x01", true));
    world.pass(Duration::from_secs(3));
    assert!(world.is_quiet(a));
    assert!(world.notices.contains(&Notice::NobodyTakes { operation: 77 }));
    // Nor do those of one who has gone.
    snapshot(&mut world, a, b"\x02");
    world.disconnect(a);
    let b = world.connect();
    world.switch_invokes::<SnapshotDeviceData>(&segment(b"\x02", true));
    assert!(world.is_quiet(b));
    assert_eq!((world.status().held, world.status().linked_replies), (0, 0));
}

#[test]
fn an_answer_whose_last_segment_never_comes_is_forgotten() {
    let mut world = World::up();
    let a = world.connect();
    snapshot(&mut world, a, b"\x01");
    world.pass(Duration::from_secs(61));
    assert_eq!(world.status().linked_replies, 0);
}

#[test]
fn device_lists_go_to_the_one_who_has_asked() {
    let mut world = World::up();
    let (a, b) = (world.connect(), world.connect());
    let argument = escape_for_devices(types::capability::DeviceCategory::Station);
    world.invokes::<Escape>(a, 3, &argument.get());
    let (id, asked) = world.switch_asked::<Escape>();
    assert_eq!(asked.get(), argument.get());
    let acknowledgement = SystemData::Acknowledgement(OctetString(b"\x09"));
    let extensions = common_arguments(&[KmePrivateData::SystemData(acknowledgement)]);
    world.switch_result::<Escape>(id, &EscapeResult::Extensions(extensions.get()));
    world.result::<Escape>(a, 3);
    let reply = LinkedReply::of_devices(OctetString(b"\x09"), 1, true, SequenceOf::from(&[][..]));
    let data = KmePrivateData::SystemData(SystemData::LinkedReply(reply));
    let switch_id = world.switch_escapes(&data);
    let (id, _) = world.told::<Escape>(a);
    assert!(world.is_quiet(b) && world.switch.is_empty());
    // Whether it is answered is up to the application.
    world.replies::<Escape>(a, id, &EscapeResult::NoData);
    assert_eq!(world.switch_answered(switch_id), "result");
}

#[test]
fn private_data_that_nobody_has_asked_for_go_to_all() {
    let mut world = World::up();
    let data = KmePrivateData::ExtendedDataAccess(OctetString(&[1, 2]));
    let id = world.switch_escapes(&data);
    assert_eq!(world.switch_answered(id), "result");
    assert!(world.notices.contains(&Notice::NobodyTakes { operation: 51 }));
    let a = world.connect();
    let id = world.switch_escapes(&data);
    let (own, told) = world.told::<Escape>(a);
    assert_eq!(told.get(), EscapeArgument::new(data.to_private().get()));
    // It is alone, so its answer is that of the switch.
    world.replies::<Escape>(a, own, &EscapeResult::NoData);
    assert_eq!(world.switch_answered(id), "result");
    let b = world.connect();
    let id = world.switch_escapes(&data);
    assert_eq!(world.switch_answered(id), "result");
    for application in [a, b] {
        let (own, _) = world.told::<Escape>(application);
        world.replies::<Escape>(application, own, &EscapeResult::NoData);
    }
    assert!(world.switch.is_empty());
}

/// Two applications, of which the first chooses routes.
fn routeing() -> (World, ApplicationId, ApplicationId) {
    let mut world = World::up();
    let (a, b) = (world.connect(), world.connect());
    world.invokes::<RouteRegister>(a, 1, &RouteRegisterArgument::new());
    let (id, _) = world.switch_asked::<RouteRegister>();
    world.switch_result::<RouteRegister>(id, &RouteRegisterResult::new(OctetString(b"\x05")));
    world.result::<RouteRegister>(a, 1);
    (world, a, b)
}

fn route_request(world: &mut World) {
    let called = CalledDeviceId::DeviceIdentifier(DeviceId::dialing_number("103"));
    let mut request =
        RouteRequestArgument::new(RouteingCrossRefId(OctetString(b"\x01\x02")), called);
    request.route_register_req_id = Some(OctetString(b"\x05"));
    world.switch_invokes::<RouteRequest>(&request);
}

#[test]
fn route_requests_go_to_the_one_who_has_registered() {
    let (mut world, a, b) = routeing();
    route_request(&mut world);
    world.told::<RouteRequest>(a);
    assert!(world.is_quiet(b));
    let dialogue = RouteingCrossRefId(OctetString(b"\x01\x02"));
    let select = RouteSelectRequestArgument::new(dialogue, DeviceId::dialing_number("102"));
    // Not by others.
    world.invokes::<RouteSelectRequest>(b, 2, &select);
    assert!(world.switch.is_empty());
    world.invokes::<RouteSelectRequest>(a, 2, &select);
    world.switch_asked::<RouteSelectRequest>();
    assert_eq!(world.status().registrations, 2);
    world.switch_invokes::<RouteEndRequest>(&RouteEndRequestArgument::new(dialogue));
    world.told::<RouteEndRequest>(a);
    assert_eq!(world.status().registrations, 1);
    // Nobody answers those.
    world.pass(Duration::from_secs(11));
    assert!(world.is_quiet(a) && world.is_quiet(b));
}

#[test]
fn registrations_end() {
    let (mut world, a, b) = routeing();
    let cancel = RouteRegisterCancelArgument::new(OctetString(b"\x05"));
    world.invokes::<RouteRegisterCancel>(b, 4, &cancel);
    assert_eq!(world.refused(b, 4), "operation: invalidCrossRefID (17)");
    world.invokes::<RouteRegisterCancel>(a, 4, &cancel);
    let (id, _) = world.switch_asked::<RouteRegisterCancel>();
    world.switch_result::<RouteRegisterCancel>(id, &RouteRegisterCancelResult::NoData);
    world.result::<RouteRegisterCancel>(a, 4);
    assert_eq!(world.status().registrations, 0);
}

#[test]
fn registrations_end_with_their_application() {
    let (mut world, a, b) = routeing();
    world.invokes::<RouteRegister>(b, 1, &RouteRegisterArgument::new());
    let (id, _) = world.switch_asked::<RouteRegister>();
    world.switch_result::<RouteRegister>(id, &RouteRegisterResult::new(OctetString(b"\x06")));
    world.result::<RouteRegister>(b, 1);
    world.disconnect(a);
    let (_, asked) = world.switch_asked::<RouteRegisterCancel>();
    assert_eq!(asked.get().route_register_req_id, OctetString(b"\x05"));
    route_request(&mut world);
    assert!(world.is_quiet(b));
    assert!(world.notices.contains(&Notice::NobodyTakes { operation: 31 }));
}

#[test]
fn the_name_of_a_data_path_is_that_of_one_application() {
    let mut world = World::up();
    let (a, b) = (world.connect(), world.connect());
    for (application, reference) in [(a, b"\x01"), (b, b"\x02")] {
        world.invokes::<IoRegister>(application, 1, &IoRegisterArgument::new());
        let (id, _) = world.switch_asked::<IoRegister>();
        world.switch_result::<IoRegister>(id, &IoRegisterResult::new(OctetString(reference)));
        world.result::<IoRegister>(application, 1);
    }
    let path = IoCrossRefId::ComputerProvided(OctetString(b"path"));
    for (application, reference, answer) in
        [(a, b"\x01", "result"), (b, b"\x02", "operation: generic (1)")]
    {
        let object = MonitorObject::DeviceObject(DeviceId::dialing_number("101"));
        let mut start = StartDataPathArgument::new(object);
        start.io_register_req_id = Some(OctetString(reference));
        let id = world.switch_invokes::<StartDataPath>(&start);
        let (own, _) = world.told::<StartDataPath>(application);
        let started = StartDataPathResult::new(path);
        world.replies::<StartDataPath>(application, own, &started);
        assert_eq!(world.switch_answered(id), answer);
    }
    world.switch_invokes::<StopDataPath>(&StopDataPathArgument::new(path));
    world.told::<StopDataPath>(a);
    assert!(world.is_quiet(b));
}

#[test]
fn what_is_registered_by_others_is_not_listed() {
    let (mut world, _, b) = routeing();
    world.invokes::<GetRegistrations>(b, 3, &GetRegistrationsArg::new());
    assert_eq!(world.refused(b, 3), "operation: serviceNotSupported (50)");
    assert!(world.switch.is_empty());
}

#[test]
fn registrations_end_with_the_link() {
    let (mut world, a, _) = routeing();
    world.input(Input::SwitchDown);
    let (_, told) = world.told::<RouteRegisterAbort>(a);
    assert_eq!(told.get().route_register_req_id, OctetString(b"\x05"));
    assert_eq!(world.told_status(a), types::SystemStatus::Disabled);
    assert_eq!(world.status().registrations, 0);
}

#[test]
fn a_registration_for_one_who_has_gone_is_cancelled() {
    let mut world = World::up();
    let a = world.connect();
    let device = csta_codec::services::StartDataCollectionArgument::new(
        csta_codec::services::CallObject::Device(DeviceId::dialing_number("101")),
    );
    world.invokes::<StartDataCollection>(a, 1, &device);
    let (id, _) = world.switch_asked::<StartDataCollection>();
    world.disconnect(a);
    let started = csta_codec::services::StartDataCollectionResult::new(OctetString(b"\x0A"));
    world.switch_result::<StartDataCollection>(id, &started);
    let (_, asked) = world.switch_asked::<StopDataCollection>();
    assert_eq!(asked.get().dcoll_cross_ref_id, OctetString(b"\x0A"));
}

#[test]
fn segments_about_a_call_and_about_devices_go_to_the_one_who_has_asked() {
    let mut world = World::up();
    let (a, b) = (world.connect(), world.connect());
    let call = ConnectionId::new(OctetString(b"0001"), DeviceId::dialing_number("101"));
    world.invokes::<SnapshotCall>(a, 1, &SnapshotCallArgument::new(call));
    let (id, _) = world.switch_asked::<SnapshotCall>();
    // Cross references of snapshots are nothing to lists of devices.
    let reference = OctetString(b"\x01");
    let result = SnapshotCallResult::new(CallSnapshot::ServiceCrossRefId(reference));
    world.switch_result::<SnapshotCall>(id, &result);
    world.result::<SnapshotCall>(a, 1);
    let list = GetSwitchingFunctionDevicesArgument::new();
    world.invokes::<GetSwitchingFunctionDevices>(b, 1, &list);
    let (id, _) = world.switch_asked::<GetSwitchingFunctionDevices>();
    let result = GetSwitchingFunctionDevicesResult::new(reference);
    world.switch_result::<GetSwitchingFunctionDevices>(id, &result);
    world.result::<GetSwitchingFunctionDevices>(b, 1);
    assert_eq!(world.status().linked_replies, 2);

    let nobody = types::SnapshotCallData(SequenceOf::from(&[][..]));
    let segment = SnapshotCallDataArgument::new(reference, true, nobody);
    world.switch_invokes::<SnapshotCallData>(&segment);
    world.told::<SnapshotCallData>(a);
    assert!(world.is_quiet(b));
    for is_last in [false, true] {
        let devices = SequenceOf::from(&[][..]);
        let segment = SwitchingFunctionDevicesArgument::new(reference, is_last, devices);
        world.switch_invokes::<SwitchingFunctionDevices>(&segment);
        world.told::<SwitchingFunctionDevices>(b);
    }
    assert!(world.is_quiet(a));
    assert_eq!(world.status().linked_replies, 0);
}
