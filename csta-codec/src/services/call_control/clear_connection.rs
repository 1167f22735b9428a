//! Clear Connection.
//!
//! The ASN.1 module is `CSTA-clear-connection`.

use crate::types::{ConnectionId, CorrelatorData, CstaCommonArguments, EventCause, UserData};
use crate::{choice, operation, sequence};

operation! {
    /// Takes one device out of a call: hangs up.
    pub ClearConnection "clearConnection" = 5, "Clear Connection", ToSwitch: ClearConnectionArgument<'a> => ClearConnectionResult<'a>
}

sequence! {
    /// The connection to be ended.
    pub struct ClearConnectionArgument<'a> "ClearConnectionArgument" {
        connection_to_be_cleared "connectionToBeCleared": ConnectionId<'a>,
        correlator_data "correlatorData": CorrelatorData<'a> = OPTIONAL,
        user_data "userData": UserData<'a> = OPTIONAL,
        reason "reason": EventCause = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`ClearConnection`]; it has nothing to say of its own.
    pub enum ClearConnectionResult<'a> "ClearConnectionResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}
