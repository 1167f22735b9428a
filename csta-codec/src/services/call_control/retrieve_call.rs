//! Retrieve Call.
//!
//! The ASN.1 module is `CSTA-retrieve-call`.

use crate::types::{ConnectionId, CstaCommonArguments};
use crate::{choice, operation, sequence};

operation! {
    /// Takes up a held call.
    pub RetrieveCall "retrieveCall" = 14, "Retrieve Call", ToSwitch: RetrieveCallArgument<'a> => RetrieveCallResult<'a>
}

sequence! {
    /// The held connection.
    pub struct RetrieveCallArgument<'a> "RetrieveCallArgument" {
        call_to_be_retrieved "callToBeRetrieved": ConnectionId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`RetrieveCall`]; it has nothing to say of its own.
    pub enum RetrieveCallResult<'a> "RetrieveCallResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}
