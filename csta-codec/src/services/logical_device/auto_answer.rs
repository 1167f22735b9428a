//! Answering without the user.
//!
//! The ASN.1 modules are `CSTA-get-auto-answer` and `CSTA-set-auto-answer`.

use crate::types::{CstaCommonArguments, DeviceId};
use crate::{choice, operation, sequence};

operation! {
    /// DOC
    pub GetAutoAnswer "getAutoAnswer" = 305, ToSwitch: GetAutoAnswerArgument<'a> => GetAutoAnswerResult<'a>
}

sequence! {
    /// DOC
    pub struct GetAutoAnswerArgument<'a> "GetAutoAnswerArgument" {
        device "device": DeviceId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct GetAutoAnswerResult<'a> "GetAutoAnswerResult" {
        auto_answer_on "autoAnswerOn": bool,
        number_of_rings "numberOfRings": i64 = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

operation! {
    /// DOC
    pub SetAutoAnswer "setAutoAnswer" = 313, ToSwitch: SetAutoAnswerArgument<'a> => SetAutoAnswerResult<'a>
}

sequence! {
    /// DOC
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
