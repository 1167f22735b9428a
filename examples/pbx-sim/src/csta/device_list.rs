//! Panasonic's device list: asked for by Escape, acknowledged, and sent in segments, each in an
//! Escape of the switch that needs no answer.

use csta_codec::rose::InvokeId;
use csta_codec::services::{Escape, EscapeArgument, EscapeResult};
use csta_codec::types::OperationErrors;
use csta_codec::{Ia5String, OctetString, SequenceOf};
use kme_private::{
    DeviceCategory, DeviceStateEntry, DeviceStatus, KmePrivateData, LinkedReply, PrivateData,
    SystemData, common_arguments,
};

use super::argument::{invoke, read, result};
use super::failure::Refusal;
use super::service::Asked;
use super::switch::Switch;
use crate::model::Device;

/// Names a list between its acknowledgement and its last segment.
type ListReference = [u8; 4];

impl Switch {
    /// Carries out what the manufacturer has added to CSTA, as far as it is known.
    pub(super) fn escape(&mut self, asked: Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let argument = read::<EscapeArgument<'static>>(asked.invoke, asked.frame)?;
        let category = match PrivateData::from(argument.get().private_data).kme() {
            Some(KmePrivateData::SystemData(data)) => data.requested_category(),
            _ => None,
        };
        let category = category.ok_or(Refusal::operation(OperationErrors::InvalidFeature))?;
        let Some(session) = &mut self.session else {
            return Err(Refusal::operation(OperationErrors::Generic)); // nobody is there to ask
        };
        session.lists += 1;
        let reference = session.lists.to_be_bytes();
        let (model, link) = (&self.model, self.model.config().link);
        let devices: Vec<_> =
            model.devices().filter(|device| belongs_to(device, category)).collect();
        let entries: Vec<_> =
            devices.iter().map(|device| entry(device, link.second_status)).collect();
        let segments = segments(&entries, reference, link.message_limit, || session.next_invoke());
        session.behind = segments;
        let acknowledgement = SystemData::Acknowledgement(OctetString(&reference));
        let acknowledgement = common_arguments(&[KmePrivateData::SystemData(acknowledgement)]);
        let answer = EscapeResult::Extensions(acknowledgement.get());
        Ok(result::<Escape>(asked.invoke.invoke_id, &answer))
    }
}

/// Whether a device stands in the list of a category.
fn belongs_to(device: &Device, category: DeviceCategory) -> bool {
    match category {
        DeviceCategory::Station => device.kind().is_station(),
        DeviceCategory::NetworkInterface => !device.kind().is_station(),
        _ => false,
    }
}

fn entry<'a>(device: &'a Device, second_status: bool) -> DeviceStateEntry<'a> {
    let number = kme_private::DeviceNumber::from(device.number().raw());
    let mut entry = DeviceStateEntry::in_service(number, Ia5String::from(device.dial()));
    if !device.in_service() {
        entry.status = Some(DeviceStatus::Other);
    }
    entry.status2 = second_status.then_some(0);
    entry
}

/// The segments of a list, none longer than the limit; an empty list has one, which is empty.
fn segments(
    entries: &[DeviceStateEntry<'_>],
    reference: ListReference,
    limit: usize,
    mut next_invoke: impl FnMut() -> InvokeId,
) -> Vec<Vec<u8>> {
    let mut messages = Vec::new();
    let mut rest = entries;
    loop {
        let invoke_id = next_invoke();
        let number = messages.len() as i64 + 1;
        let fits = |count: usize| {
            let (some, behind) = rest.split_at_checked(count)?;
            let message = segment(some, reference, number, behind.is_empty(), invoke_id);
            Some((message, behind)).filter(|(message, _)| message.len() <= limit)
        };
        // At least one device in each, whatever the limit.
        let least = rest.len().min(1);
        let (some, behind) = rest.split_at_checked(least).unwrap_or((rest, &[]));
        let first = segment(some, reference, number, behind.is_empty(), invoke_id);
        let (message, behind) =
            (least + 1..=rest.len()).map_while(fits).last().unwrap_or((first, behind));
        messages.push(message);
        if behind.is_empty() {
            return messages;
        }
        rest = behind;
    }
}

fn segment(
    entries: &[DeviceStateEntry<'_>],
    reference: ListReference,
    number: i64,
    last: bool,
    invoke_id: InvokeId,
) -> Vec<u8> {
    let reply =
        LinkedReply::of_devices(OctetString(&reference), number, last, SequenceOf::from(entries));
    let data = KmePrivateData::SystemData(SystemData::LinkedReply(reply)).to_private();
    invoke::<Escape>(invoke_id, &EscapeArgument::new(data.get()))
}
