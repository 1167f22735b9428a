//! Time for after-call work of an agent.
//!
//! The ASN.1 modules are `CSTA-get-auto-work-mode` and `CSTA-set-auto-work-mode`.

use crate::types::{CstaCommonArguments, DeviceId};
use crate::{choice, operation, sequence};

operation! {
    /// Asks whether an agent gets time for after-call work by itself.
    pub GetAutoWorkMode "getAutoWorkMode" = 306, "Get Auto Work Mode", ToSwitch: GetAutoWorkModeArgument<'a> => GetAutoWorkModeResult<'a>
}

sequence! {
    /// The device that is asked about.
    pub struct GetAutoWorkModeArgument<'a> "GetAutoWorkModeArgument" {
        device "device": DeviceId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// Whether, and for how long, the agent works after a call.
    pub struct GetAutoWorkModeResult<'a> "GetAutoWorkModeResult" {
        auto_work_on "autoWorkOn": bool,
        /// In seconds.
        auto_work_interval "autoWorkInterval": i64 = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

operation! {
    /// Sets whether an agent gets time for after-call work by itself.
    pub SetAutoWorkMode "setAutoWorkMode" = 314, "Set Auto Work Mode", ToSwitch: SetAutoWorkModeArgument<'a> => SetAutoWorkModeResult<'a>
}

sequence! {
    /// Whether, and for how long, the agent works after a call.
    pub struct SetAutoWorkModeArgument<'a> "SetAutoWorkModeArgument" {
        device "device": DeviceId<'a>,
        auto_work_on "autoWorkOn": bool,
        /// In seconds, up to 6000.
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
