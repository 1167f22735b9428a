//! Clear Call.
//!
//! The ASN.1 module is `CSTA-clear-call`.

use crate::types::{ConnectionId, CstaCommonArguments, EventCause, UserData};
use crate::{choice, operation, sequence};

operation! {
    /// Ends a call for all who take part.
    pub ClearCall "clearCall" = 4, "Clear Call", ToSwitch: ClearCallArgument<'a> => ClearCallResult<'a>
}

sequence! {
    /// The call, by a connection in it.
    pub struct ClearCallArgument<'a> "ClearCallArgument" {
        call_to_be_cleared "callToBeCleared": ConnectionId<'a>,
        user_data "userData": UserData<'a> = OPTIONAL,
        reason "reason": EventCause = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`ClearCall`]; it has nothing to say of its own.
    pub enum ClearCallResult<'a> "ClearCallResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}
