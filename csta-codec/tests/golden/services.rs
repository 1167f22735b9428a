//! What the vectors of services mean.

use csta_codec::ber::{Class, Tag};
use csta_codec::services::{
    CdrReport, CdrReportArgument, CdrReportResult, Escape, EscapeArgument, EscapeResult, MakeCall,
    MakeCallArgument, MakeCallResult, MonitorStart, MonitorStartArgument, MonitorStartResult,
    MonitorStop, MonitorStopArgument, MonitorStopResult, SetDisplay, SetDisplayArgument,
    StartCdrTransmission, StartCdrTransmissionArgument, SystemStatus, SystemStatusArg,
    SystemStatusRes,
};
use csta_codec::types::{
    AssociatedCalledDeviceId, CalledDeviceId, CallingDeviceId, CdrInformationItem, CdrTransferMode,
    ConnectionId, CstaObject, CstaPrivateData, DeviceId, MonitorCrossRefId, MonitorFilter,
    OperationErrors, UniversalFailure,
};
use csta_codec::{Element, GeneralizedTime, OctetString, SequenceOf, types};
use hex_literal::hex;

use super::vectors::{captured, constructed};
use super::{argument, failure, result};

const fn context(number: u32) -> Tag {
    Tag::new(Class::Context, number, true)
}

#[test]
fn the_switch_is_in_normal_state() {
    let (invoke_id, argument) = argument::<SystemStatus>(&captured::SYSTEM_STATUS);
    assert_eq!(invoke_id, 1);
    assert_eq!(argument, SystemStatusArg::new(types::SystemStatus::Normal));

    let (invoke_id, result) = result::<SystemStatus>(&captured::SYSTEM_STATUS_RESULT);
    assert_eq!((invoke_id, result), (1, SystemStatusRes::NoData));
}

#[test]
fn private_data_of_the_manufacturer_stays_as_it_is() {
    for (vector, invoke_id, content) in [
        (&captured::STATION_LIST, 0x0602, hex!("A0 09 A4 07 A1 05 A0 03 0A 01 05")),
        (&captured::TRUNK_LIST, 0x00E0, hex!("A0 09 A4 07 A1 05 A0 03 0A 01 02")),
    ] {
        let (id, argument) = argument::<Escape>(vector);
        assert_eq!(id, invoke_id);
        let private = CstaPrivateData::Private(Element::new(context(4), &content));
        assert_eq!(argument, EscapeArgument::new(private));
    }
}

#[test]
fn a_list_of_devices_is_acknowledged_in_private_data() {
    let (invoke_id, result) = result::<Escape>(&constructed::LIST_ACKNOWLEDGED);
    assert_eq!(invoke_id, 0x0602);
    let EscapeResult::Extensions(extensions) = result else { panic!("no extensions") };
    assert_eq!(extensions.security, None);
    let content = hex!("A4 06 04 04 00 00 00 01");
    let private = CstaPrivateData::Private(Element::new(context(4), &content));
    assert!(extensions.private_data.unwrap().iter().eq([private]));
}

#[test]
fn a_segment_of_a_list_of_devices_stays_as_it_is() {
    let (invoke_id, argument) = argument::<Escape>(&constructed::LIST_SEGMENT);
    assert_eq!(invoke_id, 2);
    assert_eq!((argument.escape_register_id, argument.security), (None, None));
    let CstaPrivateData::Private(element) = argument.private_data else { panic!("a string") };
    assert_eq!((element.tag(), element.content().len()), (context(4), 0x49));
}

#[test]
fn a_device_is_monitored_without_a_filter() {
    for (vector, invoke_id, device) in [
        (&captured::MONITOR_START_SAMPLE, 0x78, DeviceId::dialing_number("101")),
        (&captured::MONITOR_START_NUMBER, 5, DeviceId::device_number(0x0111_0065)),
        (&captured::MONITOR_START_DIALING, 5, DeviceId::dialing_number("101")),
    ] {
        let (id, argument) = argument::<MonitorStart>(vector);
        assert_eq!(id, invoke_id);
        let expected = MonitorStartArgument {
            requested_monitor_filter: Some(MonitorFilter::new()),
            ..MonitorStartArgument::new(CstaObject::DeviceObject(device))
        };
        assert_eq!(argument, expected);
    }
}

#[test]
fn a_full_filter_keeps_the_number_of_bits() {
    let (invoke_id, argument) = argument::<MonitorStart>(&captured::HIPATH_MONITOR_START);
    assert_eq!(invoke_id, 1);
    let device = DeviceId::dialing_number("100");
    assert_eq!(argument.monitor_object, CstaObject::DeviceObject(device));
    let filter = argument.requested_monitor_filter.unwrap();
    let lengths = [
        filter.call_control.len(),
        filter.call_associated.len(),
        filter.media_attachment.len(),
        filter.physical_device_feature.len(),
        filter.logical_device_feature.len(),
        filter.maintenance.len(),
        filter.voice_unit.len(),
        filter.private.len(),
    ];
    assert_eq!(lengths, [18, 5, 2, 11, 14, 3, 7, 1]);
    assert!(filter.call_control.is_empty() && filter.logical_device_feature.is_empty());
    assert_ne!(filter, MonitorFilter::new(), "bits that are sent are not the default");
}

#[test]
fn a_monitor_is_named_by_its_cross_reference() {
    for (vector, invoke_id, reference) in [
        (&captured::HIPATH_MONITOR_START_RESULT, 1, hex!("00 2A").as_slice()),
        (&constructed::MONITOR_START_RESULT, 5, &hex!("01 11 00 65")),
    ] {
        let (id, result) = result::<MonitorStart>(vector);
        assert_eq!(id, invoke_id);
        let reference = MonitorCrossRefId(OctetString(reference));
        assert_eq!(result, MonitorStartResult::new(reference));
    }
    let (invoke_id, argument) = argument::<MonitorStop>(&captured::HIPATH_MONITOR_STOP);
    let reference = MonitorCrossRefId(OctetString(&hex!("00 2A")));
    assert_eq!((invoke_id, argument), (2, MonitorStopArgument::new(reference)));

    let (invoke_id, result) = result::<MonitorStop>(&captured::HIPATH_MONITOR_STOP_RESULT);
    assert_eq!((invoke_id, result), (2, MonitorStopResult::NoData));
}

#[test]
fn a_call_is_made_between_dialled_numbers() {
    for (vector, invoke_id, calling, called) in [
        (&captured::MAKE_CALL, 7, "101", "9123456"),
        (&captured::HIPATH_MAKE_CALL, 3, "100", "200"),
    ] {
        let expected = MakeCallArgument::new(
            DeviceId::dialing_number(calling),
            DeviceId::dialing_number(called),
        );
        assert_eq!(argument::<MakeCall>(vector), (invoke_id, expected));
    }
    let (invoke_id, result) = result::<MakeCall>(&captured::HIPATH_MAKE_CALL_RESULT);
    let connection =
        ConnectionId::new(OctetString(&hex!("B1 64")), DeviceId::dialing_number("100"));
    assert_eq!((invoke_id, result), (3, MakeCallResult::new(connection)));
}

#[test]
fn a_text_is_shown() {
    let (invoke_id, argument) = argument::<SetDisplay>(&captured::HIPATH_SET_DISPLAY);
    let expected = SetDisplayArgument::new(DeviceId::dialing_number("100"), "Hello".into());
    assert_eq!((invoke_id, argument), (4, expected));
}

#[test]
fn call_records_are_sent_at_the_end_of_calls() {
    let (invoke_id, argument) = argument::<StartCdrTransmission>(&captured::START_CDR);
    let expected = StartCdrTransmissionArgument::new(CdrTransferMode::TransferAtEndOfCall);
    assert_eq!((invoke_id, argument), (8, expected));

    let (invoke_id, result) = result::<CdrReport>(&captured::CDR_REPORT_RESULT);
    assert_eq!((invoke_id, result), (1, CdrReportResult::NoData));
}

#[test]
fn a_call_record_tells_devices_times_and_a_condition() {
    let (invoke_id, argument) = argument::<CdrReport>(&constructed::CDR_REPORT);
    assert_eq!(invoke_id, 3);
    let trunk = DeviceId::device_number(0x0131_0001);
    let called = DeviceId::dialing_number("9123456");
    let records = [CdrInformationItem {
        calling_device: Some(CallingDeviceId::DeviceIdentifier(DeviceId::dialing_number("101"))),
        called_device: Some(CalledDeviceId::DeviceIdentifier(called)),
        associated_called_device: Some(AssociatedCalledDeviceId::DeviceIdentifier(trunk)),
        connection_end: Some(GeneralizedTime(b"20231019132002")),
        connection_duration: Some(600),
        ..CdrInformationItem::new(GeneralizedTime(b"20231019131902"))
    }];
    let expected = CdrReportArgument {
        extensions: argument.extensions,
        ..CdrReportArgument::new(
            OctetString(&hex!("00 01")),
            1,
            SequenceOf::from(records.as_slice()),
        )
    };
    assert_eq!(argument, expected);
    let created = argument.cdr_info.iter().next().unwrap().record_creation_time;
    let created = created.parts().unwrap();
    assert_eq!((created.year, created.minute, created.offset), (2023, 19, None));
    // The condition code 1, a transfer, is the manufacturer's.
    let private = argument.extensions.unwrap().get().private_data.unwrap();
    let condition = CstaPrivateData::Private(Element::new(context(6), &hex!("AA 03 0A 01 01")));
    assert!(private.iter().eq([condition]));
}

#[test]
fn failures_say_what_is_wrong() {
    let generic = UniversalFailure::Operation(OperationErrors::Generic);
    assert_eq!(failure(&constructed::UNIVERSAL_FAILURE), (8, generic));
    let invalid_device = UniversalFailure::Operation(OperationErrors::InvalidDeviceId);
    assert_eq!(failure(&captured::HIPATH_RETURN_ERROR), (3, invalid_device));
}
