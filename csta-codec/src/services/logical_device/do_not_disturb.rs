//! Do not disturb.
//!
//! The ASN.1 modules are `CSTA-get-do-not-disturb` and `CSTA-set-do-not-disturb`.

use crate::types::{CallOrigination, CstaCommonArguments, DeviceId};
use crate::{SequenceOf, choice, operation, sequence};

operation! {
    /// DOC
    pub GetDoNotDisturb "getDoNotDisturb" = 308, ToSwitch: GetDoNotDisturbArgument<'a> => GetDoNotDisturbResult<'a>
}

sequence! {
    /// DOC
    pub struct GetDoNotDisturbArgument<'a> "GetDoNotDisturbArgument" {
        device "device": DeviceId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct GetDoNotDisturbResult<'a> "GetDoNotDisturbResult" {
        do_not_disturb_on "doNotDisturbOn": bool,
        call_origination "callOrigination": CallOrigination = OPTIONAL,
        calling_device_list "callingDeviceList": SequenceOf<'a, DeviceId<'a>> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

operation! {
    /// DOC
    pub SetDoNotDisturb "setDoNotDisturb" = 316, ToSwitch: SetDoNotDisturbArgument<'a> => SetDoNotDisturbResult<'a>
}

sequence! {
    /// DOC
    pub struct SetDoNotDisturbArgument<'a> "SetDoNotDisturbArgument" {
        device "device": DeviceId<'a>,
        do_not_disturb_on "doNotDisturbOn": bool,
        call_origination "callOrigination": CallOrigination = OPTIONAL,
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
