//! Devices of the PBX.

use std::fmt;

use csta_codec::types::DeviceId;
use kme_private::{DeviceKind, DeviceNumber, DeviceStateEntry};

use crate::Identity;

/// A device of the PBX.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Device {
    /// The number by which it is dialled.
    pub number: String,
    /// Its number in the PBX, which says what kind of device it is. `None` where the device was
    /// named by a person, or the PBX does not tell it.
    pub device: Option<DeviceNumber>,
    /// Whether it can be used, as the PBX says in its device list.
    pub in_service: bool,
    /// What its user is called, if the PBX tells it.
    pub name: Option<String>,
}

impl Device {
    /// A device by the number that is dialled.
    #[must_use]
    pub fn by_number(number: impl Into<String>) -> Self {
        Self { number: number.into(), device: None, in_service: true, name: None }
    }

    /// How requests name it: extensions by the number that is dialled, all others by their number
    /// in the PBX. The cordless telephone of a Super-Twin has the dialled number of the other.
    #[must_use]
    pub fn id(&self) -> DeviceId<'_> {
        match self.device {
            Some(device) if device.kind() != DeviceKind::Extension => device.to_device_id(),
            _ => DeviceId::dialing_number(&self.number),
        }
    }

    /// How events name it as the device at which something happens; a twin has the dialled number
    /// of another one.
    #[must_use]
    pub fn own_names(&self, is_twin: bool) -> Vec<Identity> {
        let number = (!is_twin).then(|| Identity::Number(self.number.clone()));
        let device = self.device.map(|device| Identity::Device(u32::from(device).into()));
        number.into_iter().chain(device).collect()
    }

    pub(crate) fn is_cordless(&self) -> bool {
        self.device.is_some_and(|device| device.kind() == DeviceKind::PortableStation)
    }
}

impl From<&DeviceStateEntry<'_>> for Device {
    fn from(entry: &DeviceStateEntry<'_>) -> Self {
        Self {
            number: entry.number.map(|number| number.to_string()).unwrap_or_default(),
            device: entry.device_number(),
            in_service: entry.is_in_service(),
            name: None,
        }
    }
}

impl fmt::Display for Device {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.number)
    }
}
