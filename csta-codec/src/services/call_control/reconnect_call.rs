//! Reconnect Call.
//!
//! The ASN.1 module is `CSTA-reconnect-call`.

use crate::types::{ConnectionId, CstaCommonArguments};
use crate::{choice, operation, sequence};

operation! {
    /// Ends the active call and takes up the held one.
    pub ReconnectCall "reconnectCall" = 13, "Reconnect Call", ToSwitch: ReconnectCallArgument<'a> => ReconnectCallResult<'a>
}

sequence! {
    /// The call to be ended and the call to be taken up.
    pub struct ReconnectCallArgument<'a> "ReconnectCallArgument" {
        active_call "activeCall": ConnectionId<'a>,
        held_call "heldCall": ConnectionId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`ReconnectCall`]; it has nothing to say of its own.
    pub enum ReconnectCallResult<'a> "ReconnectCallResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}
