//! The number that was last dialled.
//!
//! The ASN.1 module is `CSTA-get-last-number-dialed`.

use crate::types::{CstaCommonArguments, DeviceId};
use crate::{operation, sequence};

operation! {
    /// DOC
    pub GetLastNumberDialed "getLastNumberDialed" = 310, ToSwitch: GetLastNumberDialedArgument<'a> => GetLastNumberDialedResult<'a>
}

sequence! {
    /// DOC
    pub struct GetLastNumberDialedArgument<'a> "GetLastNumberDialedArgument" {
        device "device": DeviceId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct GetLastNumberDialedResult<'a> "GetLastNumberDialedResult" {
        number_dialed "numberDialed": DeviceId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}
