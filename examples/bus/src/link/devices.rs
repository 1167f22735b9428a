//! The list of devices as Panasonic's switches send it, from the lines of a site.

use csta_codec::services::{Escape, EscapeArgument, EscapeResult};
use csta_codec::types::DeviceId;
use csta_codec::{Ber, Ia5String, OctetString, Operation, SequenceOf};
use kme_private::{
    DeviceCategory, DeviceNumber, DeviceStateEntry, DeviceStatus, KmePrivateData, LinkedReply,
    PrivateData, SystemData, common_arguments,
};

use crate::LineState;

/// How many devices there are in a segment.
const IN_A_SEGMENT: usize = 64;

/// The category of devices that is asked for, if it is such a request.
pub(super) fn requested(argument: &EscapeArgument<'_>) -> Option<DeviceCategory> {
    match PrivateData::from(argument.private_data).kme() {
        Some(KmePrivateData::SystemData(data)) => data.requested_category(),
        _ => None,
    }
}

/// The result in BER that says that a list will come.
pub(super) fn acknowledgement(reference: &[u8]) -> Vec<u8> {
    let acknowledgement = SystemData::Acknowledgement(OctetString(reference));
    let arguments = common_arguments(&[KmePrivateData::SystemData(acknowledgement)]);
    EscapeResult::Extensions(arguments.get()).encode()
}

/// The operation that brings a segment of a list, and the arguments of all of them in BER.
pub(super) fn segments(reference: &[u8], lines: &[LineState]) -> (i32, Vec<Vec<u8>>) {
    let entries: Vec<DeviceStateEntry<'_>> = lines.iter().map(entry).collect();
    let mut chunks: Vec<&[DeviceStateEntry<'_>]> = entries.chunks(IN_A_SEGMENT).collect();
    if chunks.is_empty() {
        chunks.push(&[]);
    }
    let count = chunks.len();
    let segments = chunks.into_iter().zip(1_i64..).enumerate().map(|(index, (chunk, number))| {
        let (reference, is_last) = (OctetString(reference), index + 1 == count);
        let reply = LinkedReply::of_devices(reference, number, is_last, SequenceOf::from(chunk));
        let data = KmePrivateData::SystemData(SystemData::LinkedReply(reply)).to_private();
        EscapeArgument::new(data.get()).encode()
    });
    (Escape::CODE, segments.collect())
}

/// What the list tells of a line.
pub(super) type Listed = (String, Option<u32>, bool);

pub(super) fn listed(line: &LineState) -> Listed {
    (line.number.clone(), line.device_number, line.in_service)
}

fn entry(line: &LineState) -> DeviceStateEntry<'_> {
    let device = match line.device_number {
        Some(number) => DeviceNumber::from(number).to_device_id(),
        None => DeviceId::dialing_number(&line.number),
    };
    let mut entry = DeviceStateEntry::new(device);
    entry.number = Some(Ia5String::from(line.number.as_str()));
    entry.status =
        Some(if line.in_service { DeviceStatus::InService } else { DeviceStatus::Other });
    entry
}
