//! What users may do.

use csta_codec::OctetString;
use csta_codec::services::{
    ClearConnection, ClearConnectionArgument, ConferenceCall, ConferenceCallArgument, Escape,
    GetForwarding, GetForwardingArgument, MakeCall, MakeCallArgument, MonitorStart,
    MonitorStartArgument, SetDoNotDisturb, SetDoNotDisturbArgument, SnapshotDevice,
    SnapshotDeviceArgument, StartCdrTransmission, StartCdrTransmissionArgument,
};
use csta_codec::types::{CdrTransferMode, ConnectionId, DeviceId, MonitorObject};
use kme_private::{DeviceCategory, KmePrivateData, escape_for_devices};
use multiplexer::{Access, DeviceSet, Notice};

use crate::world::World;

const REFUSED: &str = "operation: privilegeViolationSpecifiedDevice (8)";

fn call(from: DeviceId<'static>) -> MakeCallArgument<'static> {
    MakeCallArgument::new(from, DeviceId::dialing_number("0123"))
}

#[test]
fn devices_that_may_be_controlled() {
    let mut world = World::up();
    let control = DeviceSet::only(["101", "200-299"]).unwrap();
    let a = world.connect_with(Access { control, ..Access::full() });
    for allowed in [
        DeviceId::dialing_number("101"),
        DeviceId::device_number(0x0111_0065),
        DeviceId::dialing_number("250"),
    ] {
        world.invokes::<MakeCall>(a, 1, &call(allowed));
        world.switch_asked::<MakeCall>();
    }
    for refused in [
        DeviceId::dialing_number("102"),
        DeviceId::device_number(0x0111_0066),
        DeviceId::device_number(0x0121_0001), // of which no number is known
        DeviceId::dialing_number("2500"),
    ] {
        world.invokes::<MakeCall>(a, 2, &call(refused));
        assert_eq!(world.refused(a, 2), REFUSED);
    }
    assert!(world.notices.contains(&Notice::NotPermitted { application: a, operation: 10 }));
    // The device of a connection is what counts.
    let mine = ConnectionId::new(OctetString(b"0001"), DeviceId::dialing_number("101"));
    world.invokes::<ClearConnection>(a, 3, &ClearConnectionArgument::new(mine));
    world.switch_asked::<ClearConnection>();
    let anothers = ConnectionId::new(OctetString(b"0001"), DeviceId::dialing_number("102"));
    world.invokes::<ClearConnection>(a, 4, &ClearConnectionArgument::new(anothers));
    assert_eq!(world.refused(a, 4), REFUSED);
    let nobodys = ConnectionId::CallId(OctetString(b"0001"));
    world.invokes::<ClearConnection>(a, 5, &ClearConnectionArgument::new(nobodys));
    assert_eq!(world.refused(a, 5), REFUSED);
    // Watching is free.
    world.wants(a, 6, DeviceId::dialing_number("102"));
    world.switch_monitors([0, 0, 0, 1]);
    world.monitors(a, 6);
}

#[test]
fn devices_that_may_be_monitored() {
    let mut world = World::up();
    let monitor = DeviceSet::only(["101"]).unwrap();
    let a = world.connect_with(Access { monitor, ..Access::full() });
    world.wants(a, 1, DeviceId::dialing_number("102"));
    assert_eq!(world.refused(a, 1), REFUSED);
    world.wants(a, 2, DeviceId::device_number(0x0111_0065));
    world.switch_monitors([0, 0, 0, 1]);
    world.monitors(a, 2);
    let snapshot = SnapshotDeviceArgument::new(DeviceId::dialing_number("102"));
    world.invokes::<SnapshotDevice>(a, 3, &snapshot);
    assert_eq!(world.refused(a, 3), REFUSED);
    let forwarding = GetForwardingArgument::new(DeviceId::dialing_number("102"));
    world.invokes::<GetForwarding>(a, 4, &forwarding);
    assert_eq!(world.refused(a, 4), REFUSED);
    // Of these no device is known.
    let records = StartCdrTransmissionArgument::new(CdrTransferMode::TransferAtEndOfCall);
    world.invokes::<StartCdrTransmission>(a, 5, &records);
    assert_eq!(world.refused(a, 5), REFUSED);
    // An operation that nobody knows is one that controls.
    world.invokes::<MakeCall>(a, 6, &call(DeviceId::dialing_number("102")));
    world.switch_asked::<MakeCall>();
}

#[test]
fn users_who_only_read() {
    let mut world = World::up();
    let a = world.connect_with(Access { read_only: true, ..Access::full() });
    world.invokes::<MakeCall>(a, 1, &call(DeviceId::dialing_number("101")));
    assert_eq!(world.refused(a, 1), REFUSED);
    let quiet = SetDoNotDisturbArgument::new(DeviceId::dialing_number("101"), true);
    world.invokes::<SetDoNotDisturb>(a, 2, &quiet);
    assert_eq!(world.refused(a, 2), REFUSED);
    let private = KmePrivateData::ExtendedDataAccess(OctetString(&[1])).to_private();
    let escape = csta_codec::services::EscapeArgument::new(private.get());
    world.invokes::<Escape>(a, 3, &escape);
    assert_eq!(world.refused(a, 3), REFUSED);
    // But they see everything.
    world.wants(a, 4, DeviceId::dialing_number("101"));
    world.switch_monitors([0, 0, 0, 1]);
    world.monitors(a, 4);
    world.invokes::<Escape>(a, 5, &escape_for_devices(DeviceCategory::Station).get());
    world.switch_asked::<Escape>();
    let forwarding = GetForwardingArgument::new(DeviceId::dialing_number("102"));
    world.invokes::<GetForwarding>(a, 6, &forwarding);
    world.switch_asked::<GetForwarding>();
}

#[test]
fn what_is_no_set_of_devices_is_said() {
    for wrong in ["", "a", "1-", "-1", "99-100", "200-100", "1-2-3", "101,102"] {
        let error = DeviceSet::only([wrong]).unwrap_err();
        assert!(error.to_string().contains(&format!("{wrong:?}")), "{error}");
    }
    assert!(DeviceSet::only([" 100 - 199 ", "*12"]).unwrap().contains("150"));
}

#[test]
fn each_device_that_an_operation_is_about_has_to_be_allowed() {
    let mut world = World::up();
    let only = || DeviceSet::only(["101"]).unwrap();
    let access = Access { control: only(), monitor: only(), ..Access::full() };
    let a = world.connect_with(access);
    let of = |number| ConnectionId::new(OctetString(b"0001"), DeviceId::dialing_number(number));
    for (held, active, is_allowed) in
        [("101", "101", true), ("101", "102", false), ("102", "101", false)]
    {
        let argument = ConferenceCallArgument::new(of(held), of(active));
        world.invokes::<ConferenceCall>(a, 1, &argument);
        if is_allowed {
            world.switch_asked::<ConferenceCall>();
        } else {
            assert_eq!(world.refused(a, 1), REFUSED);
        }
    }
    // A call is monitored through the device that is named with it.
    for (number, is_allowed) in [("101", true), ("102", false)] {
        let argument = MonitorStartArgument::new(MonitorObject::CallObject(of(number)));
        world.invokes::<MonitorStart>(a, 2, &argument);
        if is_allowed {
            world.switch_asked::<MonitorStart>();
        } else {
            assert_eq!(world.refused(a, 2), REFUSED);
        }
    }
}
