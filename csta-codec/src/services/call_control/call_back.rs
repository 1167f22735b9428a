//! Call Back.
//!
//! The ASN.1 module is `CSTA-call-back-call-related`.

use crate::types::{
    CallCharacteristics, ConnectionId, CstaCommonArguments, DeviceId, LanguagePreferences,
    SubjectOfCall,
};
use crate::{operation, sequence};

operation! {
    /// Asks for a call back when the called device, which is busy or does not answer, is free.
    pub CallBack "callBack" = 215, "Call Back Call-Related", ToSwitch: CallBackArgument<'a> => CallBackResult<'a>
}

sequence! {
    /// The call that did not get through.
    pub struct CallBackArgument<'a> "CallBackArgument" {
        callback_connection "callbackConnection": ConnectionId<'a>,
        call_characteristics "callCharacteristics": CallCharacteristics = OPTIONAL,
        subject_of_call "subjectOfCall" [0 IMPLICIT]: SubjectOfCall<'a> = OPTIONAL,
        language_preferences "languagePreferences" [1 IMPLICIT]: LanguagePreferences<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// The device that will be called back.
    pub struct CallBackResult<'a> "CallBackResult" {
        target_device "targetDevice": DeviceId<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}
