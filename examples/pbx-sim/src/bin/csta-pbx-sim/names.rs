//! What devices are called.

use std::collections::BTreeMap;

use pbx_sim::model::{CallModel, Device, DeviceKind, DeviceNumber, Number};

/// The names of the devices.
#[derive(Debug)]
pub(crate) struct Names(BTreeMap<DeviceNumber, String>);

impl Names {
    /// Those of all devices of a switch.
    pub(crate) fn of(model: &CallModel) -> Self {
        Self(model.devices().map(|device| (device.number(), name(device))).collect())
    }

    pub(crate) fn device(&self, device: DeviceNumber) -> String {
        self.0.get(&device).map_or_else(|| device.to_string(), String::clone)
    }

    pub(crate) fn number(&self, number: &Number) -> String {
        match number {
            Number::Device(device) => self.device(*device),
            Number::Digits(digits) => digits.clone(),
            Number::NotKnown => "somebody unknown".to_owned(),
            Number::Restricted => "somebody withheld".to_owned(),
        }
    }
}

fn name(device: &Device) -> String {
    let (number, name) = (device.dial(), device.name());
    let what = match device.kind() {
        DeviceKind::Portable if device.twin().is_some() => {
            return format!("{number} {name}, cordless");
        }
        DeviceKind::Extension | DeviceKind::Portable => "",
        DeviceKind::Trunk => "trunk ",
        DeviceKind::Disa => "DISA ",
        DeviceKind::Group => "group ",
        DeviceKind::PickupGroup => "pick-up group ",
        DeviceKind::ParkZone => "park zone ",
        DeviceKind::VoiceMail => "voice mail ",
    };
    let named = format!("{what}{number} {name}");
    named.trim_end().to_owned()
}
