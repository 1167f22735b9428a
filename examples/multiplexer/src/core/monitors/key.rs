//! When two monitors are the same one.

use csta_codec::types::{DeviceId, DeviceIdentifier, MonitorFilter, MonitorObject};
use csta_codec::{Ber, services::MonitorStartArgument};
use kme_private::{DeviceDirectory, DeviceNumber};

/// What a monitor monitors and how: the octets of its start, without the filter.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct MonitorKey(Vec<u8>);

impl MonitorKey {
    /// The keys under which a monitor may be known, the one it gets first; none for a monitor that
    /// is not shared, which is one of a call.
    ///
    /// A device that is named by number has that of its device number, if the switch has told which
    /// that is, and the other way round.
    pub(super) fn all(
        argument: &MonitorStartArgument<'_>,
        directory: &DeviceDirectory,
    ) -> Vec<Self> {
        let MonitorObject::DeviceObject(named) = argument.monitor_object else {
            return Vec::new();
        };
        let identifier = named.device_identifier;
        let of = |identifier| {
            let mut alike = *argument;
            alike.monitor_object = MonitorObject::DeviceObject(DeviceId::new(identifier));
            alike.requested_monitor_filter = None;
            Self(alike.encode())
        };
        let known = directory.find(&named);
        let number = known
            .map(|device| DeviceIdentifier::DeviceNumber(u32::from(device.device_number).into()));
        // The first of several devices with a number is the one that is meant by it.
        let dialled = known
            .and_then(|device| device.number.as_deref())
            .filter(|number| {
                let meant = directory.device_number(number);
                meant == known.map(|device| device.device_number)
            })
            .map(|number| DeviceIdentifier::DialingNumber(number.into()));
        let mut keys: Vec<_> = number.into_iter().chain(dialled).map(of).collect();
        let own = of(identifier);
        if !keys.contains(&own) {
            keys.push(own);
        }
        keys
    }
}

/// The device number of what is monitored, if it is known.
pub(super) fn device_number(
    argument: &MonitorStartArgument<'_>,
    directory: &DeviceDirectory,
) -> Option<DeviceNumber> {
    let MonitorObject::DeviceObject(device) = argument.monitor_object else {
        return None;
    };
    let known = directory.find(&device).map(|known| known.device_number);
    known.or_else(|| DeviceNumber::of(&device))
}

/// The argument with which the switch starts a monitor: its filter is that of all who share it.
pub(super) fn filtered<'a>(
    argument: &MonitorStartArgument<'a>,
    filter: MonitorFilter,
) -> MonitorStartArgument<'a> {
    MonitorStartArgument { requested_monitor_filter: Some(filter), ..*argument }
}

/// What is monitored, for people.
pub(super) fn name(object: &MonitorObject<'_>) -> String {
    match object {
        MonitorObject::DeviceObject(device) => match device.device_identifier {
            DeviceIdentifier::DialingNumber(number) => number.to_string(),
            DeviceIdentifier::DeviceNumber(number) => u32::try_from(number)
                .map_or_else(|_| number.to_string(), |raw| DeviceNumber::from(raw).to_string()),
            other => format!("{other:?}"),
        },
        MonitorObject::CallObject(_) => "a call".to_owned(),
        MonitorObject::Unrecognised(_) => "an unknown object".to_owned(),
    }
}
