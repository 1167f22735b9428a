//! Events about devices that go out of service and come back.
//!
//! The ASN.1 modules are `CSTA-back-in-service-event`, `CSTA-device-capabilities-changed-event`,
//! `CSTA-out-of-service-event` and `CSTA-partially-in-service-event`.

use crate::sequence;
use crate::types::{CstaCommonArguments, EventCause, SubjectDeviceId};

sequence! {
    /// A device is in service again.
    ///
    /// In a monitor filter:
    /// [`BACK_IN_SERVICE`](crate::types::DeviceMaintenanceEventSet::BACK_IN_SERVICE).
    pub struct BackInServiceEvent<'a> "BackInServiceEvent" {
        device "device": SubjectDeviceId<'a>,
        cause "cause": EventCause = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// What a device can do has changed, so it has to be asked again.
    ///
    /// In a monitor filter:
    /// [`DEVICE_CAPABILITY_CHANGED`](crate::types::DeviceMaintenanceEventSet::DEVICE_CAPABILITY_CHANGED).
    pub struct DeviceCapsChangedEvent<'a> "DeviceCapsChangedEvent" {
        device "device": SubjectDeviceId<'a>,
        cause "cause": EventCause = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// A device is out of service: it cannot be used.
    ///
    /// In a monitor filter:
    /// [`OUT_OF_SERVICE`](crate::types::DeviceMaintenanceEventSet::OUT_OF_SERVICE).
    pub struct OutOfServiceEvent<'a> "OutOfServiceEvent" {
        device "device": SubjectDeviceId<'a>,
        cause "cause": EventCause = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// A device is in service, but not with all it has.
    ///
    /// In a monitor filter:
    /// [`PARTIALLY_IN_SERVICE`](crate::types::DeviceMaintenanceEventSet::PARTIALLY_IN_SERVICE).
    pub struct PartiallyInServiceEvent<'a> "PartiallyInServiceEvent" {
        device "device": SubjectDeviceId<'a>,
        cause "cause": EventCause = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}
