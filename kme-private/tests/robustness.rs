//! Messages that are cut off or changed: an error or a value, never a panic.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail so"
)]

mod messages;

use std::time::{Duration, Instant};

use csta_codec::events::EventReportArgument;
use csta_codec::rose::Rose;
use csta_codec::services::{CdrReportArgument, EscapeArgument, EscapeResult};
use csta_codec::{Apdu, Ber, Element, OctetString};
use kme_private::*;
use proptest::prelude::*;

/// Reads whatever can be read, and checks that what was read is written so that it is read again.
fn read(frame: &[u8]) {
    let Ok(Apdu::Rose(rose)) = Apdu::decode(frame) else { return };
    match rose {
        Rose::Invoke(invoke) => {
            let Some(argument) = invoke.argument else { return };
            read_as::<EscapeArgument<'_>>(&argument, frame);
            read_as::<EscapeResult<'_>>(&argument, frame);
            if let Ok(report) = argument.read::<CdrReportArgument<'_>>() {
                use_carrier(&report.extensions);
            }
            let _ = argument.read::<EventReportArgument<'_>>();
        }
        Rose::ReturnResult(result) => {
            if let Some(result) = result.result {
                read_as::<EscapeResult<'_>>(&result.result, frame);
            }
        }
        _ => {}
    }
}

fn read_as<'a, T: Ber<'a> + PrivateDataCarrier<'a>>(element: &Element<'a>, frame: &[u8]) {
    match element.read::<T>() {
        Ok(value) => use_carrier(&value),
        Err(error) => assert!(error.offset() <= frame.len(), "{error}"),
    }
}

fn use_carrier<'a>(carrier: &impl PrivateDataCarrier<'a>) {
    for value in carrier.private_values() {
        if let PrivateData::Undecodable { element, error } = value {
            assert!(error.offset() <= element.content().len(), "{error}");
        }
        if let Some(value) = value.kme() {
            let octets = value.encode();
            assert_eq!(KmePrivateData::decode(&octets).unwrap(), value);
            assert_eq!(value.to_private().get().encode(), octets);
        }
    }
    let _ = carrier.condition_code();
    let _ = (carrier.did_number(), carrier.additional_call_id(), carrier.hold_type());
    assemble(carrier);
}

fn assemble<'a>(carrier: &impl PrivateDataCarrier<'a>) {
    let now = Instant::now();
    let mut assembler = DeviceListAssembler::default();
    let dialogue = assembler.start(now, DeviceCategory::Station).unwrap();
    if assembler.handle_result(now, dialogue, carrier).is_err() {
        assembler.handle_private_data(now, carrier);
        assembler.acknowledge(now, dialogue, OctetString(&[0, 0, 0, 1])).unwrap();
        assembler.handle_private_data(now, carrier);
    }
    assembler.handle_timeout(now + Duration::from_secs(60));
    let list = assembler.poll_outcome().unwrap().list.unwrap();
    let mut directory = DeviceDirectory::new();
    directory.insert_list(&list);
    assert!(directory.len() <= list.entries().count());
    assert!(assembler.is_idle() && assembler.poll_timeout().is_none());
}

#[test]
fn every_truncation() {
    for message in messages::ALL {
        for length in 0..message.len() {
            assert!(Apdu::decode(&message[..length]).is_err());
        }
        // The private data alone, as a frame may hold them that was cut before it was framed.
        for start in 0..message.len() {
            for end in start..message.len() {
                let _ = KmePrivateData::decode(&message[start..end]);
            }
        }
    }
}

#[test]
fn every_change_of_one_octet() {
    for message in messages::ALL {
        let mut message = message.to_vec();
        for index in 0..message.len() {
            let octet = message[index];
            for changed in 0..=u8::MAX {
                message[index] = changed;
                read(&message);
            }
            message[index] = octet;
        }
    }
}

proptest! {
    #[test]
    fn any_octets(octets in proptest::collection::vec(any::<u8>(), 0..100)) {
        if let Ok(value) = KmePrivateData::decode(&octets) {
            let again = value.encode();
            prop_assert_eq!(KmePrivateData::decode(&again).unwrap(), value);
        }
        let _ = DeviceStateEntry::decode(&octets);
        let _ = LinkedReply::decode(&octets);
        let _ = AdditionalData::decode(&octets);
    }

    #[test]
    fn any_text(text in "\\PC*") {
        let _ = text.parse::<DeviceNumber>();
        let _ = text.parse::<DeviceKind>();
    }

    #[test]
    fn device_numbers_show_and_parse(number in any::<u32>()) {
        let device = DeviceNumber::from(number);
        prop_assert_eq!(device.to_string().parse(), Ok(device));
    }
}
