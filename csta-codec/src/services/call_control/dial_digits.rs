//! Dial Digits.
//!
//! The ASN.1 module is `CSTA-dial-digits`.

use crate::types::{ConnectionId, CorrelatorData, CstaCommonArguments, DeviceId};
use crate::{choice, operation, sequence};

operation! {
    /// DOC
    pub DialDigits "dialDigits" = 219, ToSwitch: DialDigitsArgument<'a> => DialDigitsResult<'a>
}

sequence! {
    /// DOC
    pub struct DialDigitsArgument<'a> "DialDigitsArgument" {
        dialling_connection "diallingConnection": ConnectionId<'a>,
        dialling_sequence "diallingSequence": DeviceId<'a>,
        correlator_data "correlatorData": CorrelatorData<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`DialDigits`]; it has nothing to say of its own.
    pub enum DialDigitsResult<'a> "DialDigitsResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}
