//! Answer Call.
//!
//! The ASN.1 module is `CSTA-answer-call`.

use crate::types::{ConnectionId, CorrelatorData, CstaCommonArguments, UserData};
use crate::{choice, operation, sequence};

operation! {
    /// Answers a call that rings.
    pub AnswerCall "answerCall" = 2, "Answer Call", ToSwitch: AnswerCallArgument<'a> => AnswerCallResult<'a>
}

sequence! {
    /// The call that rings.
    pub struct AnswerCallArgument<'a> "AnswerCallArgument" {
        call_to_be_answered "callToBeAnswered": ConnectionId<'a>,
        correlator_data "correlatorData": CorrelatorData<'a> = OPTIONAL,
        user_data "userData": UserData<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`AnswerCall`]; it has nothing to say of its own.
    pub enum AnswerCallResult<'a> "AnswerCallResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}
