//! Messages with private data: what they mean, and that they are written as they were.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail so"
)]

mod messages;

use bytes::Bytes;
use csta_codec::rose::{Code, Invoke, OperationResult, ReturnResult, Rose};
use csta_codec::services::{CdrReportArgument, Escape, EscapeArgument, EscapeResult};
use csta_codec::types::{CstaCommonArguments, CstaPrivateData, DeviceId};
use csta_codec::{Apdu, Ber, Element, Ia5String, OctetString, Operation, Owned, SequenceOf};
use hex_literal::hex;
use kme_private::*;
use messages::*;

fn argument<'a, T: Ber<'a>>(frame: &'a [u8]) -> T {
    match Apdu::decode(frame).unwrap() {
        Apdu::Rose(Rose::Invoke(Invoke { argument: Some(argument), .. })) => {
            argument.read().unwrap()
        }
        other => panic!("{other:?}"),
    }
}

fn escape<'a>(invoke_id: i32, argument: Element<'a>) -> Apdu<'a> {
    let invoke = Invoke::new(invoke_id, Code::Local(Escape::CODE));
    Apdu::from(Rose::Invoke(Invoke { argument: Some(argument), ..invoke }))
}

#[test]
fn requests_are_written_as_captured() {
    let stations = escape_for_devices(DeviceCategory::Station);
    assert_eq!(escape(0x0602, stations.element()).encode(), STATIONS_REQUEST);
    let trunk_lines = escape_for_devices(DeviceCategory::NetworkInterface);
    assert_eq!(escape(0x00E0, trunk_lines.element()).encode(), TRUNK_LINES_REQUEST);
}

#[test]
fn requests_are_understood() {
    let category =
        |frame| argument::<EscapeArgument<'_>>(frame).system_data().unwrap().requested_category();
    assert_eq!(category(STATIONS_REQUEST), Some(DeviceCategory::Station));
    assert_eq!(category(TRUNK_LINES_REQUEST), Some(DeviceCategory::NetworkInterface));
}

#[test]
fn an_acknowledgement_goes_both_ways() {
    let Apdu::Rose(Rose::ReturnResult(ReturnResult { result: Some(result), .. })) =
        Apdu::decode(ACKNOWLEDGEMENT).unwrap()
    else {
        panic!("no result");
    };
    let read: EscapeResult<'_> = result.result.read().unwrap();
    let acknowledgement = SystemData::Acknowledgement(OctetString(&[0, 0, 0, 1]));
    assert_eq!(read.system_data(), Some(acknowledgement));

    let extensions = common_arguments(&[KmePrivateData::SystemData(acknowledgement)]);
    let result = OperationResult::new(Code::Local(Escape::CODE), extensions.element());
    let result = ReturnResult { result: Some(result), ..ReturnResult::new(0x0602) };
    assert_eq!(Apdu::from(Rose::ReturnResult(result)).encode(), ACKNOWLEDGEMENT);
}

#[test]
fn a_linked_reply_goes_both_ways() {
    let Some(SystemData::LinkedReply(reply)) =
        argument::<EscapeArgument<'_>>(LINKED_REPLY).system_data()
    else {
        panic!("no reply");
    };
    assert_eq!(reply.cross_ref_id, OctetString(&[0, 0, 0, 1]));
    assert_eq!((reply.segment_id, reply.last_segment), (1, true));
    let extension = |index, number: &'static str| DeviceStateEntry {
        status2: Some(0),
        ..DeviceStateEntry::in_service(
            DeviceNumber::new(DeviceKind::Extension, index),
            Ia5String::from(number),
        )
    };
    let entries = [extension(1, "101"), extension(2, "102")];
    assert!(reply.devices().eq(entries));

    let built = LinkedReply::of_devices(
        OctetString(&[0, 0, 0, 1]),
        1,
        true,
        SequenceOf::from(entries.as_slice()),
    );
    assert_eq!(built, reply);
    let private = KmePrivateData::SystemData(SystemData::LinkedReply(built)).to_private();
    let argument = Owned::<EscapeArgument<'static>>::new(&EscapeArgument::new(private.get()));
    assert_eq!(escape(2, argument.element()).encode(), LINKED_REPLY);
}

#[test]
fn a_condition_code_is_read_from_a_report() {
    let report: CdrReportArgument<'_> = argument(CALL_RECORD);
    assert_eq!(report.extensions.condition_code(), Some(ConditionCode::Transfer));
    assert_eq!(report.extensions.hold_type(), None);
    let record = report.cdr_info.iter().next().unwrap();
    assert_eq!(record.connection_duration, Some(600));
}

#[test]
fn an_event_without_private_data_has_none() {
    use csta_codec::events::{CallControlEvents, EventReportArgument, EventSpecificInfo};
    let report: EventReportArgument<'_> = argument(DELIVERED);
    let EventSpecificInfo::CallControlEvents(CallControlEvents::Delivered(event)) =
        report.event_specific_info
    else {
        panic!("{report:?}");
    };
    assert_eq!(event.extensions.private_values().count(), 0);
    assert_eq!(event.extensions.did_number(), None);
}

#[test]
fn additions_are_found_among_others() {
    let additions = [
        AdditionalData::Device(DeviceId::dialing_number("105")),
        AdditionalData::HoldType(HoldType::Unrecognised(3)),
        AdditionalData::ConditionCode(ConditionCode::NoAnswer),
        AdditionalData::CallId(OctetString(b"0075")),
        AdditionalData::DidNumber(DeviceId::dialing_number("5551234")),
    ];
    let extensions = common_arguments(&additions.map(KmePrivateData::AdditionalData));
    let extensions = extensions.get();
    assert_eq!(extensions.additional_device(), Some(DeviceId::dialing_number("105")));
    assert_eq!(extensions.hold_type().map(HoldType::code), Some(3));
    assert_eq!(extensions.condition_code(), Some(ConditionCode::NoAnswer));
    assert_eq!(extensions.additional_call_id(), Some(OctetString(b"0075")));
    assert_eq!(extensions.did_number(), Some(DeviceId::dialing_number("5551234")));
    assert!(extensions.private_values().additional().eq(additions));
}

#[test]
fn what_is_not_panasonics_stays_readable() {
    // A string, another manufacturer's element, Panasonic's tag with something else in it, an
    // addition with an unknown tag, and a condition code.
    let octets = hex!(
        "7E 1C A1 1A 04 02 4142 BE 02 0500 A4 02 0500 A6 05 BF64 02 0500 A6 05 AA 03 0A 01 02"
    );
    let extensions = CstaCommonArguments::decode(&octets).unwrap();
    assert_eq!(extensions.encode(), octets);
    assert_eq!(extensions.condition_code(), Some(ConditionCode::Forwarding));
    let values: Vec<_> = extensions.private_values().collect();
    let [string, foreign, undecodable, unknown, _] = values.as_slice() else {
        panic!("{values:?}");
    };
    assert_eq!(*string, PrivateData::String(OctetString(b"AB")));
    let PrivateData::Foreign(foreign) = foreign else { panic!("{foreign:?}") };
    assert_eq!(foreign.encode(), hex!("BE 02 0500"));
    let PrivateData::Kme(KmePrivateData::SystemData(SystemData::Unrecognised(element))) =
        undecodable
    else {
        panic!("{undecodable:?}")
    };
    assert_eq!(element.encode(), hex!("0500"));
    let PrivateData::Kme(KmePrivateData::AdditionalData(AdditionalData::Unrecognised(element))) =
        unknown
    else {
        panic!("{unknown:?}")
    };
    assert_eq!(element.encode(), hex!("BF64 02 0500"));
}

#[test]
fn what_cannot_be_read_is_there_as_it_was() {
    // A linked reply without members.
    let octets = hex!("A4 04 A3 02 30 00");
    let private = CstaPrivateData::decode(&octets).unwrap();
    let value = private.private_values().next().unwrap();
    let PrivateData::Undecodable { element, error } = value else { panic!("{value:?}") };
    assert_eq!(element.encode(), octets);
    assert_eq!(
        (error.type_name(), error.member()),
        ("KmeSystemDataLinkedReply", Some("crossRefID"))
    );
    assert_eq!(private.system_data(), None);
}

#[test]
fn entries_with_elements_nobody_has_seen_decode() {
    // A fifth member of a known type, one with a tag of its own, and one before the number.
    let octets = hex!(
        "30 21 30 06 81 04 01110001 85 01 07 16 03 313031 0A 01 00 02 01 00 02 01 2A
         A7 06 16 04 4A6F686E"
    );
    let entry = DeviceStateEntry::decode(&octets).unwrap();
    assert_eq!(entry.number, Some("101".into()));
    assert_eq!(entry.status2, Some(0));
    let unknown: Vec<_> = entry.unknown.iter().map(|element| element.encode()).collect();
    assert_eq!(
        unknown,
        [hex!("85 01 07").as_slice(), &hex!("02 01 2A"), &hex!("A7 06 16 04 4A6F686E")]
    );
    let again = entry.encode();
    assert_eq!(DeviceStateEntry::decode(&again).unwrap(), entry);
    assert_eq!(again.len(), octets.len());
}

#[test]
fn a_value_is_kept_beyond_its_frame() {
    let reply = Owned::<EscapeArgument<'static>>::from_element(
        &Apdu::decode(LINKED_REPLY).unwrap().invoke().unwrap().argument.unwrap(),
        &Bytes::from_static(LINKED_REPLY),
    )
    .unwrap();
    assert!(matches!(reply.get().system_data(), Some(SystemData::LinkedReply(_))));
}
