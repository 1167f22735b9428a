//! The devices of the switch: which numbers and device numbers belong together.

use std::time::Instant;

use csta_codec::Operation;
use csta_codec::rose::Invoke;
use csta_codec::services::{Escape, EscapeResult};
use kme_private::{
    DeviceCategory, DeviceDirectory, DeviceListAssembler, DialogueId, LinkedReply,
    PrivateDataCarrier, SystemData, escape_for_devices,
};

use super::linked_replies::{Requester, Subject};
use super::machine::Core;
use super::message::invoke;
use super::outcome::{Outcome, Purpose};
use super::requests::Request;
use super::{LinkState, Notice};

/// What the switch has told of its devices.
#[derive(Debug, Default)]
pub(super) struct Devices {
    directory: DeviceDirectory,
    assembler: DeviceListAssembler,
    /// The lists that are being read.
    reading: Vec<DialogueId>,
    /// Whether all that have been read so far are complete.
    is_complete: bool,
    /// Whether they have changed while they were read.
    is_outdated: bool,
}

/// Extensions and portable stations, and trunk lines.
const CATEGORIES: [DeviceCategory; 2] = [DeviceCategory::Station, DeviceCategory::NetworkInterface];

impl Devices {
    pub(super) const fn directory(&self) -> &DeviceDirectory {
        &self.directory
    }

    pub(super) fn poll_timeout(&self) -> Option<Instant> {
        self.assembler.poll_timeout()
    }

    /// The switch has gone.
    pub(super) fn stop_reading(&mut self, now: Instant) {
        for dialogue in self.reading.drain(..) {
            self.assembler.cancel(now, dialogue);
        }
        self.is_outdated = false;
    }

    pub(super) fn is_reading(&self) -> bool {
        !self.reading.is_empty()
    }
}

impl Core {
    /// Asks the switch for its devices.
    pub(super) fn read_devices(&mut self, now: Instant) {
        if !self.devices.reading.is_empty() {
            self.devices.is_outdated = true;
            return;
        }
        self.devices.is_complete = true;
        for category in CATEGORIES {
            let Ok(dialogue) = self.devices.assembler.start(now, category) else {
                continue;
            };
            self.devices.reading.push(dialogue);
            let argument = escape_for_devices(category);
            let request = Request {
                operation: Escape::CODE,
                is_confirmed: true,
                apdu: invoke::<Escape>(0, &argument.get()),
                purpose: Purpose::Devices(dialogue),
            };
            self.ask(now, request);
        }
    }

    /// The switch has answered a request for devices, or will not.
    pub(super) fn devices_answered(
        &mut self,
        now: Instant,
        dialogue: DialogueId,
        outcome: &Outcome<'_>,
    ) {
        if !self.devices.reading.contains(&dialogue) {
            return; // the switch has gone
        }
        let result = outcome.result(Escape::CODE);
        let result = result.and_then(|element| element.read::<EscapeResult<'_>>().ok());
        let reference = result.and_then(|result| match result.system_data() {
            Some(SystemData::Acknowledgement(reference)) => Some(reference),
            _ => None,
        });
        let is_known = reference.is_some_and(|reference| {
            self.devices.assembler.acknowledge(now, dialogue, reference).is_ok()
        });
        if let Some(reference) = reference.filter(|_| is_known) {
            let requester = Requester::Core;
            self.expect_replies(now, Subject::SystemData, reference.as_bytes(), requester);
        } else {
            self.devices.assembler.cancel(now, dialogue);
            self.devices.reading.retain(|own| *own != dialogue);
            self.devices.is_complete = false;
        }
        self.take_devices(now);
    }

    /// A segment of the devices that were asked for.
    pub(super) fn devices_told(&mut self, now: Instant, reply: &LinkedReply<'_>) {
        self.devices.assembler.handle_reply(now, reply);
        self.take_devices(now);
    }

    /// Gives up what has taken too long.
    pub(super) fn tend_devices(&mut self, now: Instant) {
        if self.devices.poll_timeout().is_some_and(|due| due <= now) {
            self.devices.assembler.handle_timeout(now);
            self.take_devices(now);
        }
    }

    fn take_devices(&mut self, now: Instant) {
        while let Some(outcome) = self.devices.assembler.poll_outcome() {
            self.devices.reading.retain(|own| *own != outcome.dialogue);
            match outcome.list {
                Ok(list) => {
                    self.devices.is_complete &= list.is_complete();
                    self.devices.directory.insert_list(&list);
                }
                Err(_) => self.devices.is_complete = false,
            }
        }
        if !self.devices.reading.is_empty() {
            return;
        }
        if !std::mem::replace(&mut self.devices.is_complete, true) {
            self.notice(Notice::DevicesUnknown);
        }
        if std::mem::take(&mut self.devices.is_outdated) {
            self.read_devices(now);
        }
        if self.link.state() == LinkState::Starting {
            self.serve(now);
        }
    }
}

/// The segment of data of the system in an invocation of the switch, if it is one.
pub(super) fn with_linked_reply<T>(
    invoke: &Invoke<'_>,
    read: impl FnOnce(&LinkedReply<'_>) -> T,
) -> Option<T> {
    let argument = invoke.argument?.read::<csta_codec::services::EscapeArgument<'_>>().ok()?;
    match argument.system_data()? {
        SystemData::LinkedReply(reply) => Some(read(&reply)),
        _ => None,
    }
}
