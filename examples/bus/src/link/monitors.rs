//! The monitors of an application, served from the events on the bus.

use std::collections::BTreeMap;

use csta_codec::events::{EventReportArgument, EventSpecificInfo};
use csta_codec::jer::{Jer, JerError};
use csta_codec::services::{MonitorStartArgument, MonitorStartResult};
use csta_codec::types::{CstaObject, DeviceId, MonitorCrossRefId};
use csta_codec::{Ber, OctetString};
use kme_private::DeviceNumber;

use crate::{EventMessage, LineState};

/// How many monitors an application may have.
pub(super) const MAX_MONITORS: usize = 65_536;

/// The monitors of an application: the device of each, as events name it, by its cross reference.
#[derive(Debug, Default)]
pub(super) struct Monitors {
    devices: BTreeMap<[u8; 4], String>,
    by_device: BTreeMap<String, Vec<[u8; 4]>>,
    last: u32,
}

impl Monitors {
    /// Starts a monitor and gives its result in BER; `None` if there are too many.
    ///
    /// All events come, whatever the filter: none is said to be left out.
    pub(super) fn start(&mut self, device: &str) -> Option<Vec<u8>> {
        if self.devices.len() >= MAX_MONITORS {
            return None;
        }
        self.last = self.last.wrapping_add(1);
        let reference = self.last.to_be_bytes();
        self.devices.insert(reference, device.to_owned());
        self.by_device.entry(device.to_owned()).or_default().push(reference);
        let reference = MonitorCrossRefId(OctetString(&reference));
        Some(MonitorStartResult::new(reference).encode())
    }

    /// Stops a monitor. Returns whether there was one.
    pub(super) fn stop(&mut self, reference: &[u8]) -> bool {
        let Ok(reference) = <[u8; 4]>::try_from(reference) else { return false };
        let Some(device) = self.devices.remove(&reference) else { return false };
        if let Some(references) = self.by_device.get_mut(&device) {
            references.retain(|own| *own != reference);
            if references.is_empty() {
                self.by_device.remove(&device);
            }
        }
        true
    }

    /// The reports of an event in BER, one for each monitor of its device.
    ///
    /// # Errors
    ///
    /// If the event is none that can be encoded.
    pub(super) fn reports(&self, event: &EventMessage) -> Result<Vec<Vec<u8>>, JerError> {
        let Some(references) = self.by_device.get(&event.device) else { return Ok(Vec::new()) };
        let octets = EventSpecificInfo::encode_jer(&event.csta)?;
        // What was just encoded can be decoded.
        let Ok(info) = EventSpecificInfo::decode(&octets) else { return Ok(Vec::new()) };
        let report = |reference: &[u8; 4]| {
            EventReportArgument::new(MonitorCrossRefId(OctetString(reference)), info).encode()
        };
        Ok(references.iter().map(report).collect())
    }
}

/// The device that is to be monitored, as events name it, or `None` if the site has none such.
pub(super) fn device<'l>(
    argument: &MonitorStartArgument<'_>,
    lines: impl IntoIterator<Item = &'l LineState>,
) -> Option<String> {
    let CstaObject::DeviceObject(device) = &argument.monitor_object else { return None };
    let number = DeviceNumber::of(device).map(u32::from);
    let dialled = |line: &LineState| DeviceId::dialing_number(&line.device) == *device;
    let mut lines = lines.into_iter();
    let found =
        lines.find(|line| number.is_some() && line.device_number == number || dialled(line))?;
    Some(found.device.clone())
}
