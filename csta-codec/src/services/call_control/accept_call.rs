//! Accept Call.
//!
//! The ASN.1 module is `CSTA-accept-call`.

use crate::types::{ConnectionId, CorrelatorData, CstaCommonArguments, UserData};
use crate::{choice, operation, sequence};

operation! {
    /// Takes a call that is offered, so that it rings at the device.
    pub AcceptCall "acceptCall" = 214, "Accept Call", ToSwitch: AcceptCallArgument<'a> => AcceptCallResult<'a>
}

sequence! {
    /// The offered call.
    pub struct AcceptCallArgument<'a> "AcceptCallArgument" {
        call_to_be_accepted "callToBeAccepted": ConnectionId<'a>,
        correlator_data "correlatorData": CorrelatorData<'a> = OPTIONAL,
        user_data "userData": UserData<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`AcceptCall`]; it has nothing to say of its own.
    pub enum AcceptCallResult<'a> "AcceptCallResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}
