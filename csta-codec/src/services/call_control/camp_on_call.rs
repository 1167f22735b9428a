//! Camp On Call.
//!
//! The ASN.1 module is `CSTA-camp-on-call`.

use crate::types::{ConnectionId, CstaCommonArguments};
use crate::{choice, operation, sequence};

operation! {
    /// Lets a call wait at the busy device until it is free.
    pub CamponCall "camponCall" = 217, "Camp On Call", ToSwitch: CamponCallArgument<'a> => CamponCallResult<'a>
}

sequence! {
    /// The call that found the device busy.
    pub struct CamponCallArgument<'a> "CamponCallArgument" {
        campon_connection "camponConnection": ConnectionId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`CamponCall`]; it has nothing to say of its own.
    pub enum CamponCallResult<'a> "CamponCallResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}
