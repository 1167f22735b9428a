//! Events about devices that go out of service and come back.
//!
//! The ASN.1 modules are `CSTA-back-in-service-event`, `CSTA-device-capabilities-changed-event`,
//! `CSTA-out-of-service-event` and `CSTA-partially-in-service-event`.

use crate::sequence;
use crate::types::{CstaCommonArguments, EventCause, SubjectDeviceId};

sequence! {
    /// DOC
    pub struct BackInServiceEvent<'a> "BackInServiceEvent" {
        device "device": SubjectDeviceId<'a>,
        cause "cause": EventCause = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct DeviceCapsChangedEvent<'a> "DeviceCapsChangedEvent" {
        device "device": SubjectDeviceId<'a>,
        cause "cause": EventCause = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct OutOfServiceEvent<'a> "OutOfServiceEvent" {
        device "device": SubjectDeviceId<'a>,
        cause "cause": EventCause = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct PartiallyInServiceEvent<'a> "PartiallyInServiceEvent" {
        device "device": SubjectDeviceId<'a>,
        cause "cause": EventCause = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}
