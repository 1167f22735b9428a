//! Devices that can be lines.

use std::fmt;

use csta_codec::types::DeviceId;
use kme_private::{DeviceKind, DeviceNumber};

use crate::{Error, Party};

/// A device of the PBX.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Device {
    /// The number by which it is dialled.
    pub number: String,
    /// Its number in the PBX, which says what kind of device it is. `None` where the device was
    /// named by a person and not read from the PBX.
    pub device: Option<DeviceNumber>,
    /// Whether it can be used; the PBX says so in its device list.
    pub in_service: bool,
}

impl Device {
    /// A device by the number that is dialled.
    #[must_use]
    pub fn by_number(number: impl Into<String>) -> Self {
        Self { number: number.into(), device: None, in_service: true }
    }

    /// How requests name it: extensions by the number that is dialled, all others by their number in
    /// the PBX. The cordless telephone of a Super-Twin has the dialled number of the desk telephone.
    pub(crate) fn id(&self) -> DeviceId<'_> {
        match self.device {
            Some(device) if device.kind() != DeviceKind::Extension => device.to_device_id(),
            _ => DeviceId::dialing_number(&self.number),
        }
    }

    /// How events name it.
    pub(crate) fn parties(&self) -> Vec<Party> {
        let device = self.device.map(|device| Party::Device(u32::from(device).into()));
        [Party::Number(self.number.clone())].into_iter().chain(device).collect()
    }

    pub(crate) fn failed(&self, operation: &'static str, error: csta_client::Error) -> Error {
        Error::Operation { line: self.to_string(), operation, error }
    }
}

impl fmt::Display for Device {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.number)
    }
}
