//! Which number is dialled for which device.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::Device;
use crate::{Identity, Party};

/// The devices that the PBX has listed. Events name some telephones by their number in the PBX
/// alone, the cordless telephone of a Super-Twin above all; people know the number they dial.
#[derive(Clone, Debug, Default)]
pub struct Directory {
    numbers: BTreeMap<i64, Box<str>>,
}

impl Directory {
    /// Takes in a list. What is not in one that is complete is no more.
    pub fn learn(&mut self, devices: &[Device], is_complete: bool) {
        if is_complete {
            self.numbers.clear();
        }
        let numbered = devices.iter().filter(|device| !device.number.is_empty());
        self.numbers.extend(numbered.filter_map(|device| {
            Some((u32::from(device.device?).into(), device.number.as_str().into()))
        }));
    }

    /// A party by the number that is dialled for it, if it is a device that is listed; else as it
    /// is.
    #[must_use]
    pub fn named<'p>(&self, party: &'p Party) -> Cow<'p, Party> {
        let Identity::Device(device) = party.identity else {
            return Cow::Borrowed(party);
        };
        match self.numbers.get(&device) {
            Some(number) => Cow::Owned(Party {
                identity: Identity::Number(number.to_string()),
                name: party.name.clone(),
            }),
            None => Cow::Borrowed(party),
        }
    }
}

#[cfg(test)]
mod tests {
    use kme_private::{DeviceKind, DeviceNumber};

    use super::*;

    fn device(kind: DeviceKind, number: &str) -> Device {
        Device { device: Some(DeviceNumber::new(kind, 10)), ..Device::by_number(number) }
    }

    fn shown(directory: &Directory, kind: DeviceKind) -> String {
        let identity = Identity::Device(u32::from(DeviceNumber::new(kind, 10)).into());
        directory.named(&identity.into()).to_string()
    }

    #[test]
    fn devices_are_known_by_their_numbers_as_long_as_they_are_listed() {
        let mut directory = Directory::default();
        directory.learn(&[device(DeviceKind::Extension, "110")], true);
        directory.learn(&[device(DeviceKind::PortableStation, "110")], false);
        assert_eq!(shown(&directory, DeviceKind::Extension), "110");
        assert_eq!(shown(&directory, DeviceKind::PortableStation), "110");
        assert_eq!(shown(&directory, DeviceKind::TrunkLine), "trunk-line/10");
        directory.learn(&[device(DeviceKind::Extension, "")], true);
        assert_eq!(shown(&directory, DeviceKind::Extension), "extension/10");
    }
}
