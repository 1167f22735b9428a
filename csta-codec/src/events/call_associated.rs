//! Events about data, digits, tones and charges of a call.
//!
//! The ASN.1 modules are `CSTA-call-information-event`, `CSTA-charging-event`,
//! `CSTA-digits-generated-event`, `CSTA-telephony-tones-generated-event` and
//! `CSTA-service-completion-failure-event`.

use crate::types::{
    AccountInfo, AuthCode, CallCharacteristics, CallLinkageDataList, CallQualifyingData,
    CallingDeviceId, ChargingInfo, ConnectionId, ConnectionInformation, CorrelatorData,
    CstaCommonArguments, DeviceId, EventCause, LanguagePreferences, LocalConnectionState,
    MediaCallCharacteristics, ServicesPermitted, SubjectDeviceId, SubjectOfCall, TelephonyTone,
    UserData,
};
use crate::{Ia5String, SequenceOf, sequence};

sequence! {
    /// Data of a call have come or changed.
    ///
    /// In a monitor filter:
    /// [`CALL_INFORMATION`](crate::types::CallAssociatedEventSet::CALL_INFORMATION).
    pub struct CallInformationEvent<'a> "CallInformationEvent" {
        connection "connection": ConnectionId<'a>,
        device "device": SubjectDeviceId<'a>,
        calling_device "callingDevice": CallingDeviceId<'a> = OPTIONAL,
        account_info "accountInfo" [0 IMPLICIT]: AccountInfo<'a> = OPTIONAL,
        auth_code "authCode" [1 IMPLICIT]: AuthCode<'a> = OPTIONAL,
        correlator_data "correlatorData" [2 IMPLICIT]: CorrelatorData<'a> = OPTIONAL,
        services_permitted "servicesPermitted" [3 IMPLICIT]: ServicesPermitted = RARE,
        user_data "userData": UserData<'a> = OPTIONAL,
        call_qualifying_data "callQualifyingData" [4 IMPLICIT]: CallQualifyingData<'a> = OPTIONAL,
        connection_info "connectionInfo": ConnectionInformation<'a> = OPTIONAL,
        call_linkage_data_list "callLinkageDataList" [5 IMPLICIT]: CallLinkageDataList<'a> = RARE,
        call_characteristics "callCharacteristics" [6 IMPLICIT]: CallCharacteristics = OPTIONAL,
        subject_of_call "subjectOfCall" [7 IMPLICIT]: SubjectOfCall<'a> = OPTIONAL,
        language_preferences "languagePreferences" [8 IMPLICIT]: LanguagePreferences<'a> = OPTIONAL,
        device_info "deviceInfo" [9 IMPLICIT]: DeviceId<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// What a call costs, as it goes on or ends.
    ///
    /// In a monitor filter: [`CHARGING`](crate::types::CallAssociatedEventSet::CHARGING).
    pub struct ChargingEvent<'a> "ChargingEvent" {
        connection "connection": ConnectionId<'a>,
        charged_device "chargedDevice": DeviceId<'a>,
        charging_info "chargingInfo": ChargingInfo<'a>,
        cause "cause": EventCause = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// Digits were sent into a call.
    ///
    /// In a monitor filter:
    /// [`DTMF_DIGITS_DETECTED`](crate::types::CallAssociatedEventSet::DTMF_DIGITS_DETECTED).
    pub struct DigitsGeneratedEvent<'a> "DigitsGeneratedEvent" {
        connection "connection": ConnectionId<'a>,
        digit_generated_list "digitGeneratedList": Ia5String<'a>,
        digit_duration_list "digitDurationList" [0 IMPLICIT]: SequenceOf<'a, i64> = OPTIONAL,
        pause_duration_list "pauseDurationList" [1 IMPLICIT]: SequenceOf<'a, i64> = OPTIONAL,
        connection_info "connectionInfo": ConnectionInformation<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// A tone was sent into a call.
    ///
    /// In a monitor filter:
    /// [`TELEPHONY_TONES_DETECTED`](crate::types::CallAssociatedEventSet::TELEPHONY_TONES_DETECTED).
    pub struct TelephonyTonesGeneratedEvent<'a> "TelephonyTonesGeneratedEvent" {
        connection "connection": ConnectionId<'a>,
        tone_generated "toneGenerated": TelephonyTone = OPTIONAL,
        tone_frequency "toneFrequency" [0 IMPLICIT]: i64 = OPTIONAL,
        tone_duration "toneDuration" [1 IMPLICIT]: i64 = OPTIONAL,
        pause_duration "pauseDuration" [2 IMPLICIT]: i64 = OPTIONAL,
        connection_info "connectionInfo": ConnectionInformation<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// A service that was confirmed when it began could not be completed.
    ///
    /// In a monitor filter:
    /// [`SERVICE_COMPLETION_FAILURE`](crate::types::CallAssociatedEventSet::SERVICE_COMPLETION_FAILURE).
    pub struct ServiceCompletionFailureEvent<'a> "ServiceCompletionFailureEvent" {
        primary_call "primaryCall": PrimaryOrSecondaryCall<'a>,
        secondary_call "secondaryCall" [0 IMPLICIT]: PrimaryOrSecondaryCall<'a> = OPTIONAL,
        other_devs_primary_call_list "otherDevsPrimaryCallList" [1 IMPLICIT]: SequenceOf<'a, OtherCall<'a>> = OPTIONAL,
        other_devs_secondary_call_list "otherDevsSecondaryCallList" [2 IMPLICIT]: SequenceOf<'a, OtherCall<'a>> = OPTIONAL,
        media_call_characteristics "mediaCallCharacteristics" [3 IMPLICIT]: MediaCallCharacteristics<'a> = OPTIONAL,
        cause "cause": EventCause,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// One of the calls on which a service failed, and its state now.
    pub struct PrimaryOrSecondaryCall<'a> "PrimaryOrSecondaryCall" {
        device_id "deviceID": DeviceId<'a>,
        connection_id "connectionID": ConnectionId<'a>,
        local_connection_state "localConnectionState": LocalConnectionState,
        connection_info "connectionInfo": ConnectionInformation<'a> = OPTIONAL,
    }
}

sequence! {
    /// Another device in a call on which a service failed.
    pub struct OtherCall<'a> "OtherCall" {
        device_id "deviceID": DeviceId<'a>,
        connection_id "connectionID": ConnectionId<'a>,
        local_connection_state "localConnectionState": LocalConnectionState = OPTIONAL,
        connection_info "connectionInfo": ConnectionInformation<'a> = OPTIONAL,
    }
}
