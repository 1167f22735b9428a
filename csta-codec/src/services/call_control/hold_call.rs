//! Hold Call.
//!
//! The ASN.1 module is `CSTA-hold-call`.

use crate::types::{ConnectionId, CstaCommonArguments};
use crate::{choice, operation, sequence};

operation! {
    /// Puts a call on hold.
    pub HoldCall "holdCall" = 9, "Hold Call", ToSwitch: HoldCallArgument<'a> => HoldCallResult<'a>
}

sequence! {
    /// The connection to be held.
    pub struct HoldCallArgument<'a> "HoldCallArgument" {
        call_to_be_held "callToBeHeld": ConnectionId<'a>,
        /// Whether its place is kept for it.
        connection_reservation "connectionReservation": bool = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`HoldCall`]; it has nothing to say of its own.
    pub enum HoldCallResult<'a> "HoldCallResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}
