//! Panasonic's device list: asked for by Escape, acknowledged, and sent in segments, each in an
//! Escape of the switch that needs no answer.

use csta_codec::services::{Escape, EscapeArgument, EscapeResult};
use csta_codec::types::{CstaCommonArguments, CstaPrivateData, OperationErrors};
use csta_codec::{Ia5String, OctetString, SequenceOf};
use kme_private::{
    DeviceStateEntry, DeviceStatus, KmePrivateData, LinkedReply, PrivateData, SystemData,
    common_arguments,
};

use super::argument::{invoke, read, result};
use super::devices::category;
use super::failure::Refusal;
use super::segment::follow_in_segments;
use super::service::Asked;
use super::session::session;
use super::switch::Switch;
use crate::Link;
use crate::model::Device;

impl Switch {
    /// Carries out what the manufacturer has added to CSTA, as far as it is known.
    pub(super) fn escape(&mut self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let argument = read::<EscapeArgument<'static>>(asked)?;
        let private = argument.get().private_data;
        let wanted = match PrivateData::from(private).kme() {
            Some(KmePrivateData::SystemData(data)) => data.requested_category(),
            _ => None,
        };
        let Some(wanted) = wanted else {
            return self.unknown_private(asked, private);
        };
        let link = self.model.config().link;
        let devices = self.model.devices().filter(|device| category(device.kind()) == wanted);
        let entries: Vec<_> = devices.map(|device| entry(device, link)).collect();
        let session = session(&mut self.sessions, asked)?;
        let reference = follow_in_segments(session, link.message_limit, &entries, |segment| {
            let number = segment.number - 1 + i64::from(link.first_segment);
            let devices = SequenceOf::from(segment.entries);
            let reply = LinkedReply::of_devices(segment.reference, number, segment.last, devices);
            let data = KmePrivateData::SystemData(SystemData::LinkedReply(reply)).to_private();
            invoke::<Escape>(segment.invoke_id, &EscapeArgument::new(data.get()))
        });
        let acknowledgement = SystemData::Acknowledgement(OctetString(&reference));
        let acknowledgement = common_arguments(&[KmePrivateData::SystemData(acknowledgement)]);
        let answer = EscapeResult::Extensions(acknowledgement.get());
        Ok(result::<Escape>(asked.invoke.invoke_id, &answer))
    }
}

impl Switch {
    /// What is said to private data whose meaning nobody outside Panasonic knows.
    fn unknown_private(
        &self,
        asked: &Asked<'_>,
        private: CstaPrivateData<'_>,
    ) -> Result<Vec<u8>, Refusal> {
        if !self.model.config().link.echoes_private {
            return Err(Refusal::operation(OperationErrors::InvalidFeature));
        }
        let private = [private];
        let mut extensions = CstaCommonArguments::new();
        extensions.private_data = Some(SequenceOf::from(private.as_slice()));
        let echo = EscapeResult::Extensions(extensions);
        Ok(result::<Escape>(asked.invoke.invoke_id, &echo))
    }

    /// Sends private data to all applications, unasked, by Escape.
    pub(super) fn send_private(&mut self, private: &CstaPrivateData<'_>) {
        let argument = EscapeArgument::new(*private);
        for application in self.sessions.keys().copied().collect::<Vec<_>>() {
            if let Some(session) = self.sessions.get_mut(&application) {
                let octets = invoke::<Escape>(session.next_invoke(), &argument);
                self.send(application, octets);
            }
        }
    }
}

fn entry(device: &Device, link: Link) -> DeviceStateEntry<'_> {
    let number = kme_private::DeviceNumber::from(device.number().raw());
    let mut entry = DeviceStateEntry::in_service(number, Ia5String::from(device.dial()));
    if !device.in_service() {
        entry.status = Some(DeviceStatus::from_code(link.out_of_service_status));
    }
    entry.status2 = link.second_status.then_some(0);
    entry
}
