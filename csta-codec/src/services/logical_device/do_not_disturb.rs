//! Do not disturb.
//!
//! The ASN.1 modules are `CSTA-get-do-not-disturb` and `CSTA-set-do-not-disturb`.

use crate::types::{CallOrigination, CstaCommonArguments, DeviceId};
use crate::{SequenceOf, choice, operation, sequence};

operation! {
    /// Asks whether a device does not want to be disturbed.
    pub GetDoNotDisturb "getDoNotDisturb" = 308, "Get Do Not Disturb", ToSwitch: GetDoNotDisturbArgument<'a> => GetDoNotDisturbResult<'a>
}

sequence! {
    /// The device that is asked about.
    pub struct GetDoNotDisturbArgument<'a> "GetDoNotDisturbArgument" {
        device "device": DeviceId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// Whether, and by which calls, a device does not want to be disturbed.
    pub struct GetDoNotDisturbResult<'a> "GetDoNotDisturbResult" {
        do_not_disturb_on "doNotDisturbOn": bool,
        call_origination "callOrigination": CallOrigination = OPTIONAL,
        /// Callers to whom it applies.
        calling_device_list "callingDeviceList": SequenceOf<'a, DeviceId<'a>> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

operation! {
    /// Sets whether a device does not want to be disturbed.
    pub SetDoNotDisturb "setDoNotDisturb" = 316, "Set Do Not Disturb", ToSwitch: SetDoNotDisturbArgument<'a> => SetDoNotDisturbResult<'a>
}

sequence! {
    /// Whether, and by which calls, the device does not want to be disturbed.
    pub struct SetDoNotDisturbArgument<'a> "SetDoNotDisturbArgument" {
        device "device": DeviceId<'a>,
        do_not_disturb_on "doNotDisturbOn": bool,
        call_origination "callOrigination": CallOrigination = OPTIONAL,
        /// Callers to whom it applies.
        calling_device_list "callingDeviceList": SequenceOf<'a, DeviceId<'a>> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`SetDoNotDisturb`]; it has nothing to say of its own.
    pub enum SetDoNotDisturbResult<'a> "SetDoNotDisturbResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}
