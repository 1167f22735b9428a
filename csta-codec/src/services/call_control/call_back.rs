//! Call Back.
//!
//! The ASN.1 module is `CSTA-call-back-call-related`.

use crate::types::{
    CallCharacteristics, ConnectionId, CstaCommonArguments, DeviceId, LanguagePreferences,
    SubjectOfCall,
};
use crate::{operation, sequence};

operation! {
    /// DOC
    pub CallBack "callBack" = 215, ToSwitch: CallBackArgument<'a> => CallBackResult<'a>
}

sequence! {
    /// DOC
    pub struct CallBackArgument<'a> "CallBackArgument" {
        callback_connection "callbackConnection": ConnectionId<'a>,
        call_characteristics "callCharacteristics": CallCharacteristics = OPTIONAL,
        subject_of_call "subjectOfCall" [0 IMPLICIT]: SubjectOfCall<'a> = OPTIONAL,
        language_preferences "languagePreferences" [1 IMPLICIT]: LanguagePreferences<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct CallBackResult<'a> "CallBackResult" {
        target_device "targetDevice": DeviceId<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}
