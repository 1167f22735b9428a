//! The number that was last dialled.
//!
//! The ASN.1 module is `CSTA-get-last-number-dialed`.

use crate::types::{CstaCommonArguments, DeviceId};
use crate::{operation, sequence};

operation! {
    /// Asks for the number that a device dialled last.
    pub GetLastNumberDialed "getLastNumberDialed" = 310, "Get Last Number Dialed", ToSwitch: GetLastNumberDialedArgument<'a> => GetLastNumberDialedResult<'a>
}

sequence! {
    /// The device that is asked about.
    pub struct GetLastNumberDialedArgument<'a> "GetLastNumberDialedArgument" {
        device "device": DeviceId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// The number that a device dialled last.
    pub struct GetLastNumberDialedResult<'a> "GetLastNumberDialedResult" {
        number_dialed "numberDialed": DeviceId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}
