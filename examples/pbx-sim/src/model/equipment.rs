//! What a switch consists of, made from its configuration.

use std::collections::{BTreeMap, BTreeSet};

use super::call_back::CallBacks;
use super::{Device, DeviceKind, DeviceNumber, Hook};
use crate::config::{Config, Extension};

/// The devices of a switch, and the numbers by which they are dialled.
#[derive(Clone, Debug, Default)]
pub(super) struct Equipment {
    pub(super) devices: BTreeMap<DeviceNumber, Device>,
    numbers: BTreeMap<String, DeviceNumber>,
    /// The trunk lines without a call.
    pub(super) idle_lines: BTreeSet<DeviceNumber>,
}

impl Equipment {
    pub(super) fn new(config: &Config) -> Self {
        let mut own = Self::default();
        own.add_telephones(config);
        own.add_lines(config);
        own.add_groups(config);
        for (kind, service) in
            [(DeviceKind::VoiceMail, &config.voice_mail), (DeviceKind::Disa, &config.disa)]
        {
            if let Some(service) = service {
                let device = Device { ports: service.ports, ..Device::plain(kind.first()) };
                own.add_dialled(&service.number, device);
            }
        }
        for (index, zone) in (1..).zip(&config.park_zones) {
            own.add_dialled(zone, Device::plain(DeviceNumber::new(DeviceKind::ParkZone, index)));
        }
        own
    }

    fn add_telephones(&mut self, config: &Config) {
        for (index, extension) in (1..).zip(&config.extensions) {
            self.add_telephone(index, extension);
        }
    }

    /// Adds the telephone that stands at a place, from 1, in the list of extensions; of a
    /// Super-Twin, both.
    pub(super) fn add_telephone(&mut self, index: u16, extension: &Extension) {
        let desk = DeviceNumber::new(DeviceKind::Extension, index);
        let cordless = DeviceNumber::new(DeviceKind::Portable, index);
        let telephone = |number, twin| Device {
            name: extension.name.clone(),
            hands_free: extension.hands_free && number != cordless,
            call_waiting: extension.call_waiting,
            intrusion: extension.intrusion,
            twin,
            ..Device::plain(number)
        };
        if extension.portable {
            self.add_dialled(&extension.number, telephone(cordless, None));
        } else if extension.twin {
            self.add_dialled(&extension.number, telephone(desk, Some(cordless)));
            let dial = extension.number.clone();
            let twin = Device { dial, ..telephone(cordless, Some(desk)) };
            self.devices.insert(cordless, twin);
        } else {
            self.add_dialled(&extension.number, telephone(desk, None));
        }
    }

    fn add_lines(&mut self, config: &Config) {
        for (index, trunk) in (1..).zip(&config.trunks) {
            let number = DeviceNumber::new(DeviceKind::Trunk, index);
            let dial = trunk.number.clone();
            let device = Device { dial, progress: trunk.progress, ..Device::plain(number) };
            self.devices.insert(number, device);
            self.idle_lines.insert(number);
        }
    }

    fn add_groups(&mut self, config: &Config) {
        for (index, group) in (1..).zip(&config.groups) {
            let number = DeviceNumber::new(DeviceKind::Group, index);
            let members = self.all(&group.members);
            for member in &members {
                if let Some(member) = self.devices.get_mut(member) {
                    member.groups.push(number);
                }
            }
            let name = group.name.clone();
            self.add_dialled(&group.number, Device { name, members, ..Device::plain(number) });
        }
        for (index, group) in (1..).zip(&config.pickup_groups) {
            let number = DeviceNumber::new(DeviceKind::PickupGroup, index);
            let members = self.all(&group.members);
            for member in &members {
                if let Some(member) = self.devices.get_mut(member) {
                    member.pickup_group.get_or_insert(number);
                }
            }
            self.add_dialled(&group.number, Device { members, ..Device::plain(number) });
        }
    }

    fn add_dialled(&mut self, dial: &str, device: Device) {
        self.numbers.insert(dial.to_owned(), device.number);
        self.devices.insert(device.number, Device { dial: dial.to_owned(), ..device });
    }

    fn all(&self, numbers: &[String]) -> Vec<DeviceNumber> {
        numbers.iter().filter_map(|number| self.dialled(number)).collect()
    }

    /// Leaves all devices on-hook and without calls, and nobody waiting to be called back.
    pub(super) fn forget_calls(&mut self) {
        for device in self.devices.values_mut() {
            device.calls.clear();
            device.hook = Hook::On;
            device.rings = false;
            device.call_backs = CallBacks::new();
        }
        let lines = self.devices.keys().filter(|number| number.kind() == DeviceKind::Trunk);
        self.idle_lines = lines.copied().collect();
    }

    /// The device that has a number.
    pub(super) fn dialled(&self, dial: &str) -> Option<DeviceNumber> {
        self.numbers.get(dial).copied()
    }

    /// Whether the number of some device is longer and begins so.
    pub(super) fn is_begun(&self, dial: &str) -> bool {
        let mut behind = self
            .numbers
            .range::<str, _>((std::ops::Bound::Excluded(dial), std::ops::Bound::Unbounded));
        behind.next().is_some_and(|(number, _)| number.starts_with(dial))
    }
}
