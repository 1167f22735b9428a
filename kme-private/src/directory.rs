//! Which device has which number.

use std::collections::{BTreeMap, BTreeSet};

use csta_codec::types::{DeviceId, DeviceIdentifier};

use crate::{DeviceKind, DeviceList, DeviceNumber, DeviceStateEntry, DeviceStatus};

/// A device of the switch, as a list of devices tells of it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Device {
    /// Its device number.
    pub device_number: DeviceNumber,
    /// The number that is dialled to reach an extension, or the number of a trunk line. What is
    /// not text in it is replaced by U+FFFD.
    pub number: Option<String>,
    /// Whether it can be used.
    pub status: Option<DeviceStatus>,
    /// Sent by some models; its meaning is unknown.
    pub status2: Option<i64>,
}

impl Device {
    /// The device of an entry, unless the entry does not name it by a device number.
    #[must_use]
    pub fn of(entry: &DeviceStateEntry<'_>) -> Option<Self> {
        Some(Self {
            device_number: entry.device_number()?,
            number: entry.number.map(|number| number.to_string()),
            status: entry.status,
            status2: entry.status2,
        })
    }

    /// Whether it is said to be usable.
    #[must_use]
    pub const fn is_in_service(&self) -> bool {
        matches!(self.status, Some(DeviceStatus::InService))
    }
}

/// Which device has which number: device numbers and dialled numbers, in both directions.
///
/// Events name extensions mostly by the number that is dialled and trunk lines by device number;
/// the lists of devices join the two. It holds what is put into it, in the order of device
/// numbers; a device that is put again replaces itself.
///
/// ```
/// use csta_codec::types::DeviceId;
/// use kme_private::{DeviceDirectory, DeviceKind, DeviceNumber, DeviceStateEntry};
///
/// let extension = DeviceNumber::new(DeviceKind::Extension, 1);
/// let mut directory = DeviceDirectory::new();
/// directory.insert_entry(&DeviceStateEntry::in_service(extension, "101".into()));
///
/// assert_eq!(directory.number(extension), Some("101"));
/// assert_eq!(directory.device_number("101"), Some(extension));
/// // In an event the device stands one way or the other:
/// let device = directory.find(&DeviceId::dialing_number("101"));
/// assert_eq!(device, directory.find(&extension.to_device_id()));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DeviceDirectory {
    devices: BTreeMap<DeviceNumber, Device>,
    /// A trunk line can have the number of an extension.
    numbers: BTreeMap<String, BTreeSet<DeviceNumber>>,
}

impl DeviceDirectory {
    /// A directory without devices.
    #[must_use]
    pub const fn new() -> Self {
        Self { devices: BTreeMap::new(), numbers: BTreeMap::new() }
    }

    /// Puts a device in, and gives back what it replaces.
    pub fn insert(&mut self, device: Device) -> Option<Device> {
        let replaced = self.remove(device.device_number);
        if let Some(number) = &device.number {
            self.numbers.entry(number.clone()).or_default().insert(device.device_number);
        }
        self.devices.insert(device.device_number, device);
        replaced
    }

    /// Puts the device of an entry in; `false` if the entry does not name it by a device number.
    pub fn insert_entry(&mut self, entry: &DeviceStateEntry<'_>) -> bool {
        Device::of(entry).map(|device| self.insert(device)).is_some()
    }

    /// Puts the devices of a list in.
    pub fn insert_list(&mut self, list: &DeviceList) {
        for entry in list.entries() {
            self.insert_entry(&entry);
        }
    }

    /// Takes a device out.
    pub fn remove(&mut self, device: DeviceNumber) -> Option<Device> {
        let removed = self.devices.remove(&device)?;
        if let Some(number) = &removed.number
            && let Some(devices) = self.numbers.get_mut(number)
        {
            devices.remove(&device);
            if devices.is_empty() {
                self.numbers.remove(number);
            }
        }
        Some(removed)
    }

    /// The device with this device number.
    #[must_use]
    pub fn get(&self, device: DeviceNumber) -> Option<&Device> {
        self.devices.get(&device)
    }

    /// The device with this number; if several have it, an extension goes before a portable
    /// station, and that before a trunk line.
    #[must_use]
    pub fn by_number(&self, number: &str) -> Option<&Device> {
        self.get(*self.numbers.get(number)?.first()?)
    }

    /// The number of a device.
    #[must_use]
    pub fn number(&self, device: DeviceNumber) -> Option<&str> {
        self.get(device)?.number.as_deref()
    }

    /// The device number of the device that [`by_number`](Self::by_number) finds.
    #[must_use]
    pub fn device_number(&self, number: &str) -> Option<DeviceNumber> {
        Some(self.by_number(number)?.device_number)
    }

    /// The device that an event or record names, by whichever of its numbers.
    #[must_use]
    pub fn find(&self, device: &DeviceId<'_>) -> Option<&Device> {
        match device.device_identifier {
            DeviceIdentifier::DialingNumber(number)
            | DeviceIdentifier::ImplicitPublic(number)
            | DeviceIdentifier::ImplicitPrivate(number) => self.by_number(number.as_str().ok()?),
            _ => self.get(DeviceNumber::of(device)?),
        }
    }

    /// All devices.
    pub fn iter(&self) -> impl Iterator<Item = &Device> {
        self.devices.values()
    }

    /// The devices of a kind.
    pub fn of_kind(&self, kind: DeviceKind) -> impl Iterator<Item = &Device> {
        let range = DeviceNumber::new(kind, 0)..=DeviceNumber::new(kind, u16::MAX);
        self.devices.range(range).map(|(_, device)| device)
    }

    /// How many devices there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.devices.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.devices.is_empty()
    }
}

impl Extend<Device> for DeviceDirectory {
    fn extend<T: IntoIterator<Item = Device>>(&mut self, devices: T) {
        for device in devices {
            self.insert(device);
        }
    }
}

impl FromIterator<Device> for DeviceDirectory {
    fn from_iter<T: IntoIterator<Item = Device>>(devices: T) -> Self {
        let mut directory = Self::new();
        directory.extend(devices);
        directory
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EXTENSION: DeviceNumber = DeviceNumber::new(DeviceKind::Extension, 1);
    const TRUNK_LINE: DeviceNumber = DeviceNumber::new(DeviceKind::TrunkLine, 1);

    fn directory() -> DeviceDirectory {
        [(TRUNK_LINE, "101"), (EXTENSION, "101")]
            .map(|(device, number)| DeviceStateEntry::in_service(device, number.into()))
            .iter()
            .filter_map(Device::of)
            .collect()
    }

    #[test]
    fn an_extension_goes_before_a_trunk_line_of_the_same_number() {
        let mut directory = directory();
        assert_eq!(directory.device_number("101"), Some(EXTENSION));
        directory.remove(EXTENSION);
        assert_eq!(directory.device_number("101"), Some(TRUNK_LINE));
        assert_eq!(directory.number(TRUNK_LINE), Some("101"));
    }

    #[test]
    fn a_new_number_replaces_the_old_one() {
        let mut directory = directory();
        directory.insert_entry(&DeviceStateEntry::in_service(EXTENSION, "202".into()));
        assert_eq!(directory.len(), 2);
        assert_eq!(directory.number(EXTENSION), Some("202"));
        assert_eq!(directory.device_number("101"), Some(TRUNK_LINE));
        directory.remove(TRUNK_LINE);
        assert_eq!(directory.device_number("101"), None);
    }

    #[test]
    fn an_entry_without_device_number_is_left_out() {
        let mut directory = DeviceDirectory::new();
        let entry = DeviceStateEntry::new(DeviceId::dialing_number("101"));
        assert!(!directory.insert_entry(&entry) && directory.is_empty());
    }

    #[test]
    fn kinds_are_told_apart() {
        let directory = directory();
        assert_eq!(directory.of_kind(DeviceKind::Extension).count(), 1);
        assert_eq!(directory.of_kind(DeviceKind::PortableStation).count(), 0);
        assert_eq!(directory.find(&TRUNK_LINE.to_device_id()), directory.get(TRUNK_LINE));
    }
}
