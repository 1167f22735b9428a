//! Monitors: which devices report events, and which events.

use std::collections::BTreeMap;

use csta_codec::types::{CallControlEventSet, MonitorFilter};

use crate::model::{DeviceNumber, What};

/// The four octets by which a monitor is named.
pub(super) type Reference = [u8; 4];

/// A monitor of a device.
#[derive(Clone, Copy, Debug)]
pub(super) struct Monitor {
    pub(super) device: DeviceNumber,
    pub(super) filter: MonitorFilter,
}

/// The monitors of an association.
///
/// Their names look like the device numbers, as they do in a live switch.
#[derive(Clone, Debug, Default)]
pub(super) struct Monitors {
    by_reference: BTreeMap<Reference, Monitor>,
}

impl Monitors {
    pub(super) fn len(&self) -> usize {
        self.by_reference.len()
    }

    /// Monitors a device; `None` if it is monitored already.
    pub(super) fn start(
        &mut self,
        device: DeviceNumber,
        filter: MonitorFilter,
    ) -> Option<Reference> {
        let reference = device.raw().to_be_bytes();
        if self.by_reference.contains_key(&reference) {
            return None;
        }
        self.by_reference.insert(reference, Monitor { device, filter });
        Some(reference)
    }

    pub(super) fn stop(&mut self, reference: &[u8]) -> Option<Monitor> {
        self.by_reference.remove(&Reference::try_from(reference).ok()?)
    }

    pub(super) fn change(&mut self, reference: &[u8], filter: MonitorFilter) -> Option<()> {
        let monitor = self.by_reference.get_mut(&Reference::try_from(reference).ok()?)?;
        monitor.filter = filter;
        Some(())
    }

    /// The monitor that reports what happens at a device.
    pub(super) fn reports(&self, device: DeviceNumber, what: &What) -> Option<Reference> {
        let reference = device.raw().to_be_bytes();
        let monitor = self.by_reference.get(&reference)?;
        // In a filter, a set bit suppresses.
        let suppressed = monitor.filter.call_control.contains(filter_bit(what));
        (monitor.device == device && !suppressed).then_some(reference)
    }
}

/// The bit by which a filter suppresses an event.
const fn filter_bit(what: &What) -> CallControlEventSet {
    match what {
        What::ServiceInitiated { .. } => CallControlEventSet::SERVICE_INITIATED,
        What::DigitsDialed { .. } => CallControlEventSet::DIGITS_DIALED,
        What::Originated { .. } => CallControlEventSet::ORIGINATED,
        What::Delivered { .. } => CallControlEventSet::DELIVERED,
        What::Established { .. } => CallControlEventSet::ESTABLISHED,
        What::ConnectionCleared { .. } => CallControlEventSet::CONNECTION_CLEARED,
        What::Failed { .. } => CallControlEventSet::FAILED,
        What::Held { .. } => CallControlEventSet::HELD,
        What::Retrieved { .. } => CallControlEventSet::RETRIEVED,
        What::Diverted { .. } => CallControlEventSet::DIVERTED,
        What::NetworkReached { .. } => CallControlEventSet::NETWORK_REACHED,
        What::Transferred { .. } => CallControlEventSet::TRANSFERRED,
        What::Conferenced { .. } => CallControlEventSet::CONFERENCED,
    }
}
