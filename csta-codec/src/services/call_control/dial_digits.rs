//! Dial Digits.
//!
//! The ASN.1 module is `CSTA-dial-digits`.

use crate::types::{ConnectionId, CorrelatorData, CstaCommonArguments, DeviceId};
use crate::{choice, operation, sequence};

operation! {
    /// Dials further digits for a call that is being dialled.
    pub DialDigits "dialDigits" = 219, "Dial Digits", ToSwitch: DialDigitsArgument<'a> => DialDigitsResult<'a>
}

sequence! {
    /// The call and the digits.
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
