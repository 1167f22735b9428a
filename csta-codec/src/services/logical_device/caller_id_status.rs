//! Whether a device shows its number to those it calls.
//!
//! The ASN.1 modules are `CSTA-get-caller-id-status` and `CSTA-set-caller-id-status`.

use crate::types::{CstaCommonArguments, DeviceId};
use crate::{choice, operation, sequence};

operation! {
    /// Asks whether a device shows its number to those it calls.
    pub GetCallerIdStatus "getCallerIDStatus" = 307, "Get Caller ID Status", ToSwitch: GetCallerIdStatusArgument<'a> => GetCallerIdStatusResult<'a>
}

sequence! {
    /// The device that is asked about.
    pub struct GetCallerIdStatusArgument<'a> "GetCallerIDStatusArgument" {
        device "device": DeviceId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// Whether a device shows its number.
    pub struct GetCallerIdStatusResult<'a> "GetCallerIDStatusResult" {
        caller_id_provided "callerIDProvided": bool,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

operation! {
    /// Sets whether a device shows its number to those it calls.
    pub SetCallerIdStatus "setCallerIDStatus" = 315, "Set Caller ID Status", ToSwitch: SetCallerIdStatusArgument<'a> => SetCallerIdStatusResult<'a>
}

sequence! {
    /// Whether the device shows its number.
    pub struct SetCallerIdStatusArgument<'a> "SetCallerIDStatusArgument" {
        device "device": DeviceId<'a>,
        caller_id_provided "callerIDProvided": bool,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`SetCallerIdStatus`]; it has nothing to say of its own.
    pub enum SetCallerIdStatusResult<'a> "SetCallerIDStatusResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}
