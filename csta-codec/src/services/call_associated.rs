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
    /// Attaches data such as an account code to a call.
    pub AssociateData "associateData" = 230, "Associate Data", ToSwitch: AssociateDataArgument<'a> => AssociateDataResult<'a>
}

sequence! {
    /// The call and the data.
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
    /// Stops a tone that [`GenerateTelephonyTones`] has started.
    pub CancelTelephonyTones "cancelTelephonyTones" = 231, "Cancel Telephony Tones", ToSwitch: CancelTelephonyTonesArgument<'a> => CancelTelephonyTonesResult<'a>
}

sequence! {
    /// The connection that gets the tone.
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
    /// Changes the media stream of a connection, such as its direction.
    pub ChangeConnectionInformation "changeConnectionInformation" = 377, "Change Connection Information", ToSwitch: ChangeConnectionInformationArgument<'a> => ChangeConnectionInformationResult<'a>
}

sequence! {
    /// The connection and what it shall be.
    pub struct ChangeConnectionInformationArgument<'a> "ChangeConnectionInformationArgument" {
        connection_to_be_changed "connectionToBeChanged": ConnectionId<'a>,
        requested_connection_info "requestedConnectionInfo": ConnectionInformation<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// What it is now.
    pub struct ChangeConnectionInformationResult<'a> "ChangeConnectionInformationResult" {
        actual_connection_info "actualConnectionInfo": ConnectionInformation<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

operation! {
    /// Sends digits into a call, as tones or pulses.
    pub GenerateDigits "generateDigits" = 232, "Generate Digits", ToSwitch: GenerateDigitsArgument<'a> => GenerateDigitsResult<'a>
}

sequence! {
    /// The connection and the digits.
    pub struct GenerateDigitsArgument<'a> "GenerateDigitsArgument" {
        connection_to_send_digits "connectionToSendDigits": ConnectionId<'a>,
        digit_mode "digitMode": DigitMode = OPTIONAL,
        characters_to_send "charactersToSend": Ia5String<'a>,
        /// In milliseconds.
        tone_duration "toneDuration" [0 IMPLICIT]: i64 = OPTIONAL,
        pulse_rate "pulseRate" [1 IMPLICIT]: i64 = OPTIONAL,
        /// In milliseconds.
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
    /// Whether digits are sent as pulses or as tones.
    pub enum DigitMode "DigitMode" {
        RotaryPulse "rotaryPulse" = 0,
        Dtmf "dTMF" = 1,
    }
}

operation! {
    /// Sends a tone such as a ringback into a call.
    pub GenerateTelephonyTones "generateTelephonyTones" = 233, "Generate Telephony Tones", ToSwitch: GenerateTelephonyTonesArgument<'a> => GenerateTelephonyTonesResult<'a>
}

sequence! {
    /// The connection and the tone.
    pub struct GenerateTelephonyTonesArgument<'a> "GenerateTelephonyTonesArgument" {
        connection_to_send_tone "connectionToSendTone": ConnectionId<'a>,
        tone_to_send "toneToSend": TelephonyTone,
        /// Absent, until it is cancelled.
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
    /// Sends data from user to user during a call.
    pub SendUserInfo "sendUserInfo" = 234, "Send User Information", ToSwitch: SendUserInfoArgument<'a> => SendUserInfoResult<'a>
}

sequence! {
    /// The call and the data.
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
