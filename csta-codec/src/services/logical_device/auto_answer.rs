//! Answering without the user.
//!
//! The ASN.1 modules are `CSTA-get-auto-answer` and `CSTA-set-auto-answer`.

use crate::types::{CstaCommonArguments, DeviceId};
use crate::{choice, operation, sequence};

operation! {
    /// Asks whether a device answers by itself.
    pub GetAutoAnswer "getAutoAnswer" = 305, "Get Auto Answer", ToSwitch: GetAutoAnswerArgument<'a> => GetAutoAnswerResult<'a>
}

sequence! {
    /// The device that is asked about.
    pub struct GetAutoAnswerArgument<'a> "GetAutoAnswerArgument" {
        device "device": DeviceId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// Whether, and after how many rings, a device answers by itself.
    pub struct GetAutoAnswerResult<'a> "GetAutoAnswerResult" {
        auto_answer_on "autoAnswerOn": bool,
        number_of_rings "numberOfRings": i64 = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

operation! {
    /// Makes a device answer by itself, or not.
    pub SetAutoAnswer "setAutoAnswer" = 313, "Set Auto Answer", ToSwitch: SetAutoAnswerArgument<'a> => SetAutoAnswerResult<'a>
}

sequence! {
    /// Whether, and after how many rings, the device answers by itself.
    pub struct SetAutoAnswerArgument<'a> "SetAutoAnswerArgument" {
        device "device": DeviceId<'a>,
        auto_answer_on "autoAnswerOn": bool,
        number_of_rings "numberOfRings": i64 = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`SetAutoAnswer`]; it has nothing to say of its own.
    pub enum SetAutoAnswerResult<'a> "SetAutoAnswerResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}
