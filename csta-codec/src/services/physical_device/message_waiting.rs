//! The message-waiting lamp or tone.
//!
//! The ASN.1 modules are `CSTA-get-message-waiting-indicator` and
//! `CSTA-set-message-waiting-indicator`.

use crate::types::{CstaCommonArguments, DeviceId};
use crate::{choice, operation, sequence};

operation! {
    /// Asks whether a telephone shows that messages wait.
    pub GetMessageWaitingIndicator "getMessageWaitingIndicator" = 267, "Get Message Waiting Indicator", ToSwitch: GetMessageWaitingIndicatorArgument<'a> => GetMessageWaitingIndicatorResult<'a>
}

sequence! {
    /// The device that is asked about.
    pub struct GetMessageWaitingIndicatorArgument<'a> "GetMessageWaitingIndicatorArgument" {
        device "device": DeviceId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// Whether messages wait.
    pub struct GetMessageWaitingIndicatorResult<'a> "GetMessageWaitingIndicatorResult" {
        message_waiting_on "messageWaitingOn": bool,
        /// Where they wait.
        device_for_message "deviceForMessage": DeviceId<'a> = OPTIONAL,
        /// Whether there is a lamp for it.
        lamp_is_present "lampIsPresent": bool = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

operation! {
    /// Makes a telephone show that messages wait, or not.
    pub SetMessageWaitingIndicator "setMessageWaitingIndicator" = 277, "Set Message Waiting Indicator", ToSwitch: SetMessageWaitingIndicatorArgument<'a> => SetMessageWaitingIndicatorResult<'a>
}

sequence! {
    /// The device, and whether messages wait.
    pub struct SetMessageWaitingIndicatorArgument<'a> "SetMessageWaitingIndicatorArgument" {
        device "device": DeviceId<'a>,
        message_waiting_on "messageWaitingOn": bool,
        /// Where they wait.
        device_for_message "deviceForMessage": DeviceId<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`SetMessageWaitingIndicator`]; it has nothing to say of its own.
    pub enum SetMessageWaitingIndicatorResult<'a> "SetMessageWaitingIndicatorResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}
