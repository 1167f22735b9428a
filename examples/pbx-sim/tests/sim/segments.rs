//! Answers that come in segments as the standard has them.

use bytes::Bytes;
use csta_codec::services::{
    CallSnapshot, DeviceSnapshot, GetMonitorArgument, GetMonitors, GetSwitchingFunctionDevices,
    GetSwitchingFunctionDevicesArgument, MonitorData, MonitorInfo, ReqDeviceCategory, SnapshotCall,
    SnapshotCallArgument, SnapshotCallData, SnapshotDevice, SnapshotDeviceArgument,
    SnapshotDeviceData, SwitchingFunctionDevices,
};
use csta_codec::types::DeviceId;
use csta_codec::types::capability::DeviceCategory;
use pbx_sim::model::UserAct;

use crate::application::{Application, argument_of, connection, device_text};

fn segments(application: &mut Application) -> Vec<Bytes> {
    std::mem::take(&mut application.unasked)
}

#[test]
fn devices_come_in_numbered_segments_behind_the_result() {
    let mut application = Application::new();
    let all = GetSwitchingFunctionDevicesArgument::new();
    let answer = application.invoke::<GetSwitchingFunctionDevices>(&all).unwrap();
    let reference = answer.get().service_cross_ref_id;
    let segments = segments(&mut application);
    let mut devices = Vec::new();
    for (frame, number) in segments.iter().zip(1..) {
        assert!(frame.len() <= 240, "{} octets", frame.len());
        let segment = argument_of::<SwitchingFunctionDevices>(frame);
        assert_eq!((segment.service_cross_ref_id, segment.segment_id), (reference, Some(number)));
        assert_eq!(segment.last_segment, number == segments.len() as i64);
        devices.extend(
            segment
                .device_list
                .iter()
                .map(|entry| (device_text(&entry.device_id), entry.device_category)),
        );
    }
    assert!(segments.len() > 1);
    assert_eq!(devices.len(), 35);
    assert_eq!(devices[0], ("101".to_owned(), DeviceCategory::Station));
    assert_eq!(devices[20], ("0121000A".to_owned(), DeviceCategory::Station)); // the twin of 110
    assert_eq!(devices[25], ("01310004".to_owned(), DeviceCategory::NetworkInterface));
    assert_eq!(devices[34], ("500".to_owned(), DeviceCategory::VoiceUnit));
}

#[test]
fn devices_are_asked_for_by_category_or_one_by_one() {
    let mut application = Application::new();
    let count = |application: &mut Application, asked: &GetSwitchingFunctionDevicesArgument<'_>| {
        application.invoke::<GetSwitchingFunctionDevices>(asked).unwrap();
        let segments = segments(application);
        let entries = segments.iter().map(argument_of::<SwitchingFunctionDevices>);
        entries.map(|segment| segment.device_list.iter().count()).sum::<usize>()
    };
    let mut asked = GetSwitchingFunctionDevicesArgument::new();
    for (category, expected) in [
        (ReqDeviceCategory::Station, 22),
        (ReqDeviceCategory::NetworkInterface, 4),
        (ReqDeviceCategory::VoiceUnit, 1),
        (ReqDeviceCategory::Park, 4),
        (ReqDeviceCategory::PromptQueue, 0),
    ] {
        asked.requested_device_category = Some(category);
        assert_eq!(count(&mut application, &asked), expected, "{category:?}");
    }
    let mut one = GetSwitchingFunctionDevicesArgument::new();
    one.requested_device_id = Some(DeviceId::dialing_number("105"));
    assert_eq!(count(&mut application, &one), 1);
    one.requested_device_id = Some(DeviceId::dialing_number("999"));
    let refused = application.refusal::<GetSwitchingFunctionDevices>(&one);
    assert_eq!(refused, "Operation(InvalidDeviceId)");
}

#[test]
fn snapshots_come_in_segments_where_that_is_configured() {
    let mut application = Application::with(|config| config.link.linked_snapshots = true);
    let call = application.make_call("101", "102");
    application.unasked.clear();
    let asked = SnapshotDeviceArgument::new(DeviceId::dialing_number("101"));
    let answer = application.invoke::<SnapshotDevice>(&asked).unwrap();
    let DeviceSnapshot::ServiceCrossRefId(reference) = answer.get().cross_ref_id_or_snapshot_data
    else {
        panic!("{answer:?}");
    };
    let frames = segments(&mut application);
    let segment = argument_of::<SnapshotDeviceData>(&frames[0]);
    assert_eq!(frames.len(), 1);
    assert_eq!((segment.service_cross_ref_id, segment.segment_id), (reference, Some(1)));
    assert!(segment.last_segment);
    let entry = segment.snapshot_data.0.iter().next().unwrap();
    assert_eq!(entry.connection_identifier, connection(&call, "101"));

    let asked = SnapshotCallArgument::new(connection(&call, "101"));
    let answer = application.invoke::<SnapshotCall>(&asked).unwrap();
    assert!(matches!(
        answer.get().cross_ref_id_or_snapshot_data,
        CallSnapshot::ServiceCrossRefId(_)
    ));
    assert!(answer.get().calling_device.is_some());
    let frames = segments(&mut application);
    let devices = argument_of::<SnapshotCallData>(&frames[0]).snapshot_data.0.iter().count();
    assert_eq!(devices, 2);
}

#[test]
fn a_snapshot_that_is_too_long_comes_in_segments() {
    let mut application = Application::with(|config| {
        config.extensions[0].call_waiting = true;
        config.link.message_limit = 100;
    });
    for caller in ["102", "103", "104"] {
        application.make_call(caller, "101");
        application.user("101", UserAct::Answer);
    }
    application.unasked.clear();
    let asked = SnapshotDeviceArgument::new(DeviceId::dialing_number("101"));
    let answer = application.invoke::<SnapshotDevice>(&asked).unwrap();
    let snapshot = answer.get().cross_ref_id_or_snapshot_data;
    assert!(matches!(snapshot, DeviceSnapshot::ServiceCrossRefId(_)), "{snapshot:?}");
    let frames = segments(&mut application);
    assert!(frames.iter().all(|frame| frame.len() <= 100));
    let calls = frames.iter().map(argument_of::<SnapshotDeviceData>);
    assert_eq!(calls.map(|segment| segment.snapshot_data.0.iter().count()).sum::<usize>(), 3);
}

#[test]
fn monitors_are_listed_at_once_or_in_segments() {
    let mut application = Application::new();
    application.monitor("101");
    application.monitor("103");
    let asked = GetMonitorArgument::new();
    let answer = application.invoke::<GetMonitors>(&asked).unwrap();
    let MonitorData::MonitorList(list) = answer.get().cross_ref_id_or_registration_data else {
        panic!("{answer:?}");
    };
    let devices: Vec<_> = list.iter().map(|entry| device_text(&entry.monitor_object)).collect();
    assert_eq!(devices, ["101", "103"]);
    for extension in 104..=120 {
        application.monitor(&extension.to_string());
    }
    let answer = application.invoke::<GetMonitors>(&asked).unwrap();
    let data = answer.get().cross_ref_id_or_registration_data;
    assert!(matches!(data, MonitorData::ServiceCrossRefId(_)), "{data:?}");
    let frames = segments(&mut application);
    assert!(frames.iter().all(|frame| frame.len() <= 240));
    let lists = frames.iter().map(argument_of::<MonitorInfo>);
    assert_eq!(lists.map(|segment| segment.monitor_list.iter().count()).sum::<usize>(), 19);
}
