//! The message-waiting lamp or tone.
//!
//! The ASN.1 modules are `CSTA-get-message-waiting-indicator` and
//! `CSTA-set-message-waiting-indicator`.

use crate::types::{CstaCommonArguments, DeviceId};
use crate::{choice, operation, sequence};

operation! {
    /// DOC
    pub GetMessageWaitingIndicator "getMessageWaitingIndicator" = 267, ToSwitch: GetMessageWaitingIndicatorArgument<'a> => GetMessageWaitingIndicatorResult<'a>
}

sequence! {
    /// DOC
    pub struct GetMessageWaitingIndicatorArgument<'a> "GetMessageWaitingIndicatorArgument" {
        device "device": DeviceId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct GetMessageWaitingIndicatorResult<'a> "GetMessageWaitingIndicatorResult" {
        message_waiting_on "messageWaitingOn": bool,
        device_for_message "deviceForMessage": DeviceId<'a> = OPTIONAL,
        lamp_is_present "lampIsPresent": bool = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

operation! {
    /// DOC
    pub SetMessageWaitingIndicator "setMessageWaitingIndicator" = 277, ToSwitch: SetMessageWaitingIndicatorArgument<'a> => SetMessageWaitingIndicatorResult<'a>
}

sequence! {
    /// DOC
    pub struct SetMessageWaitingIndicatorArgument<'a> "SetMessageWaitingIndicatorArgument" {
        device "device": DeviceId<'a>,
        message_waiting_on "messageWaitingOn": bool,
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
