//! Call-associated services: data, digits and tones of a call.
//!
//! The ASN.1 modules are `CSTA-associate-data`, `CSTA-cancel-telephony-tones`,
//! `CSTA-change-connection-information`, `CSTA-generate-digits`, `CSTA-generate-telephony-tones`
//! and `CSTA-send-user-information`.

use crate::types::{
    AccountInfo, AuthCode, CallCharacteristics, CallQualifyingData, ConnectionId,
    ConnectionInformation, CorrelatorData, CstaCommonArguments, DeviceId, LanguagePreferences,
    SubjectOfCall, TelephonyTone, UserData,
};
use crate::{Ia5String, choice, enumerated, operation, sequence};

operation! {
    /// DOC
    pub AssociateData "associateData" = 230, ToSwitch: AssociateDataArgument<'a> => AssociateDataResult<'a>
}

sequence! {
    /// DOC
    pub struct AssociateDataArgument<'a> "AssociateDataArgument" {
        existing_call "existingCall": ConnectionId<'a>,
        account_code "accountCode" [0 IMPLICIT]: AccountInfo<'a> = OPTIONAL,
        auth_code "authCode" [1 IMPLICIT]: AuthCode<'a> = OPTIONAL,
        correlator_data "correlatorData" [2 IMPLICIT]: CorrelatorData<'a> = OPTIONAL,
        call_qualifying_data "callQualifyingData" [3 IMPLICIT]: CallQualifyingData<'a> = OPTIONAL,
        call_characteristics "callCharacteristics" [4 IMPLICIT]: CallCharacteristics = OPTIONAL,
        subject_of_call "subjectOfCall" [5 IMPLICIT]: SubjectOfCall<'a> = OPTIONAL,
        language_preferences "languagePreferences" [6 IMPLICIT]: LanguagePreferences<'a> = OPTIONAL,
        device_info "deviceInfo" [7 IMPLICIT]: DeviceId<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`AssociateData`]; it has nothing to say of its own.
    pub enum AssociateDataResult<'a> "AssociateDataResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}

operation! {
    /// DOC
    pub CancelTelephonyTones "cancelTelephonyTones" = 231, ToSwitch: CancelTelephonyTonesArgument<'a> => CancelTelephonyTonesResult<'a>
}

sequence! {
    /// DOC
    pub struct CancelTelephonyTonesArgument<'a> "CancelTelephonyTonesArgument" {
        connection_to_stop_tone "connectionToStopTone": ConnectionId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`CancelTelephonyTones`]; it has nothing to say of its own.
    pub enum CancelTelephonyTonesResult<'a> "CancelTelephonyTonesResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}

operation! {
    /// DOC
    pub ChangeConnectionInformation "changeConnectionInformation" = 377, ToSwitch: ChangeConnectionInformationArgument<'a> => ChangeConnectionInformationResult<'a>
}

sequence! {
    /// DOC
    pub struct ChangeConnectionInformationArgument<'a> "ChangeConnectionInformationArgument" {
        connection_to_be_changed "connectionToBeChanged": ConnectionId<'a>,
        requested_connection_info "requestedConnectionInfo": ConnectionInformation<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct ChangeConnectionInformationResult<'a> "ChangeConnectionInformationResult" {
        actual_connection_info "actualConnectionInfo": ConnectionInformation<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

operation! {
    /// DOC
    pub GenerateDigits "generateDigits" = 232, ToSwitch: GenerateDigitsArgument<'a> => GenerateDigitsResult<'a>
}

sequence! {
    /// DOC
    pub struct GenerateDigitsArgument<'a> "GenerateDigitsArgument" {
        connection_to_send_digits "connectionToSendDigits": ConnectionId<'a>,
        digit_mode "digitMode": DigitMode = OPTIONAL,
        characters_to_send "charactersToSend": Ia5String<'a>,
        tone_duration "toneDuration" [0 IMPLICIT]: i64 = OPTIONAL,
        pulse_rate "pulseRate" [1 IMPLICIT]: i64 = OPTIONAL,
        pause_duration "pauseDuration" [2 IMPLICIT]: i64 = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`GenerateDigits`]; it has nothing to say of its own.
    pub enum GenerateDigitsResult<'a> "GenerateDigitsResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}

enumerated! {
    /// DOC
    pub enum DigitMode "DigitMode" {
        RotaryPulse "rotaryPulse" = 0,
        Dtmf "dTMF" = 1,
    }
}

operation! {
    /// DOC
    pub GenerateTelephonyTones "generateTelephonyTones" = 233, ToSwitch: GenerateTelephonyTonesArgument<'a> => GenerateTelephonyTonesResult<'a>
}

sequence! {
    /// DOC
    pub struct GenerateTelephonyTonesArgument<'a> "GenerateTelephonyTonesArgument" {
        connection_to_send_tone "connectionToSendTone": ConnectionId<'a>,
        tone_to_send "toneToSend": TelephonyTone,
        tone_duration "toneDuration": i64 = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`GenerateTelephonyTones`]; it has nothing to say of its own.
    pub enum GenerateTelephonyTonesResult<'a> "GenerateTelephonyTonesResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}

operation! {
    /// DOC
    pub SendUserInfo "sendUserInfo" = 234, ToSwitch: SendUserInfoArgument<'a> => SendUserInfoResult<'a>
}

sequence! {
    /// DOC
    pub struct SendUserInfoArgument<'a> "SendUserInfoArgument" {
        existing_call "existingCall": ConnectionId<'a>,
        user_data "userData": UserData<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`SendUserInfo`]; it has nothing to say of its own.
    pub enum SendUserInfoResult<'a> "SendUserInfoResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}
