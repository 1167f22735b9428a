//! Alternate Call.
//!
//! The ASN.1 module is `CSTA-alternate-call`.

use crate::types::{ConnectionId, ConsultOptions, CstaCommonArguments};
use crate::{choice, operation, sequence};

operation! {
    /// Puts the active call on hold and takes up the held or waiting one.
    pub AlternateCall "alternateCall" = 1, "Alternate Call", ToSwitch: AlternateCallArgument<'a> => AlternateCallResult<'a>
}

sequence! {
    /// The two calls that change places.
    pub struct AlternateCallArgument<'a> "AlternateCallArgument" {
        held_call "heldCall": ConnectionId<'a>,
        active_call "activeCall": ConnectionId<'a>,
        /// Whether the place of the held call is kept for it.
        connection_reservation "connectionReservation": bool = OPTIONAL,
        consult_options "consultOptions": ConsultOptions = DEFAULT(ConsultOptions::Unrestricted),
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`AlternateCall`]; it has nothing to say of its own.
    pub enum AlternateCallResult<'a> "AlternateCallResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}
