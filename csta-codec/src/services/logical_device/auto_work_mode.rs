//! Time for after-call work of an agent.
//!
//! The ASN.1 modules are `CSTA-get-auto-work-mode` and `CSTA-set-auto-work-mode`.

use crate::types::{CstaCommonArguments, DeviceId};
use crate::{choice, operation, sequence};

operation! {
    /// DOC
    pub GetAutoWorkMode "getAutoWorkMode" = 306, ToSwitch: GetAutoWorkModeArgument<'a> => GetAutoWorkModeResult<'a>
}

sequence! {
    /// DOC
    pub struct GetAutoWorkModeArgument<'a> "GetAutoWorkModeArgument" {
        device "device": DeviceId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct GetAutoWorkModeResult<'a> "GetAutoWorkModeResult" {
        auto_work_on "autoWorkOn": bool,
        auto_work_interval "autoWorkInterval": i64 = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

operation! {
    /// DOC
    pub SetAutoWorkMode "setAutoWorkMode" = 314, ToSwitch: SetAutoWorkModeArgument<'a> => SetAutoWorkModeResult<'a>
}

sequence! {
    /// DOC
    pub struct SetAutoWorkModeArgument<'a> "SetAutoWorkModeArgument" {
        device "device": DeviceId<'a>,
        auto_work_on "autoWorkOn": bool,
        auto_work_interval "autoWorkInterval": i64 = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`SetAutoWorkMode`]; it has nothing to say of its own.
    pub enum SetAutoWorkModeResult<'a> "SetAutoWorkModeResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}
