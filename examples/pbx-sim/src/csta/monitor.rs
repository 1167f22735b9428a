//! Monitors: which devices report events, and which events.

use std::collections::BTreeMap;

use csta_codec::types::MonitorFilter;

use crate::model::DeviceNumber;

/// The four octets by which a monitor is named.
pub(super) type Reference = [u8; 4];

/// The monitor of a device.
#[derive(Clone, Copy, Debug)]
struct Monitor {
    reference: Reference,
    filter: MonitorFilter,
}

/// The monitors of an association, one a device.
#[derive(Clone, Debug, Default)]
pub(super) struct Monitors {
    by_device: BTreeMap<DeviceNumber, Monitor>,
    /// How many names were given that tell nothing.
    opaque: u32,
}

impl Monitors {
    pub(super) fn len(&self) -> usize {
        self.by_device.len()
    }

    /// Monitors a device; `None` if it is monitored already. The name looks like the device number,
    /// as that of a live switch did, or tells nothing.
    pub(super) fn start(
        &mut self,
        device: DeviceNumber,
        filter: MonitorFilter,
        opaque: bool,
    ) -> Option<Reference> {
        if self.by_device.contains_key(&device) {
            return None;
        }
        let reference = if opaque {
            self.opaque = self.opaque.wrapping_add(1);
            self.opaque.to_be_bytes()
        } else {
            device.raw().to_be_bytes()
        };
        self.by_device.insert(device, Monitor { reference, filter });
        Some(reference)
    }

    /// Ends a monitor; `None` if there is none of this name.
    pub(super) fn stop(&mut self, reference: &[u8]) -> Option<()> {
        let device = self.iter().find(|(_, own)| own == reference)?.0;
        self.by_device.remove(&device).map(drop)
    }

    /// Changes what a monitor reports; `None` if there is none of this name.
    pub(super) fn change(&mut self, reference: &[u8], filter: MonitorFilter) -> Option<()> {
        let mut monitors = self.by_device.values_mut();
        monitors.find(|monitor| monitor.reference == reference)?.filter = filter;
        Some(())
    }

    /// The devices and the names of their monitors.
    pub(super) fn iter(&self) -> impl Iterator<Item = (DeviceNumber, Reference)> {
        self.by_device.iter().map(|(device, monitor)| (*device, monitor.reference))
    }

    /// The monitor that reports an event of a device, unless its filter suppresses it.
    pub(super) fn reports(
        &self,
        device: DeviceNumber,
        suppresses: impl Fn(&MonitorFilter) -> bool,
    ) -> Option<Reference> {
        let monitor = self.by_device.get(&device)?;
        (!suppresses(&monitor.filter)).then_some(monitor.reference)
    }
}
