//! Call-associated services and events.
//!
//! The ASN.1 module is `CSTA-capability-exchange`.

use crate::{bit_string, sequence};

sequence! {
    /// The supported call-associated services.
    pub struct CallAssociatedServList "CallAssociatedServList" {
        associate_data "associateData" [0 IMPLICIT]: AssociateData = OPTIONAL,
        cancel_telephony_tones "cancelTelephonyTones" [1 IMPLICIT]: CancelTelephonyTones = OPTIONAL,
        change_connection_information "changeConnectionInformation" [5 IMPLICIT]: ChangeConnectionInformation = OPTIONAL,
        generate_digits "generateDigits" [2 IMPLICIT]: GenerateDigits = OPTIONAL,
        generate_telephony_tones "generateTelephonyTones" [3 IMPLICIT]: GenerateTelephonyTones = OPTIONAL,
        send_user_information "sendUserInformation" [4 IMPLICIT]: SendUserInformation = OPTIONAL,
    }
}

bit_string! {
    /// What the switch supports of [Associate Data](crate::services::AssociateData).
    pub struct AssociateData "AssociateData" {
        ACCOUNT_CODE "accountCode" = 0,
        AUTH_CODE "authCode" = 1,
        CORRELATOR_DATA "correlatorData" = 2,
        CALL_QUALIFYING_DATA "callQualifyingData" = 3,
        PRIVATE_DATA "privateData" = 4,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 5,
        DEVICE_ID_ONLY "deviceIDOnly" = 6,
        REJECTS_REQUESTS_WITH_OLD_CONNECTION_ID "rejectsRequestsWithOldConnectionID" = 7,
        ACK_MODEL_MULTI_STEP "ackModelMultiStep" = 8,
        CALL_CHARACTERISTICS "callCharacteristics" = 9,
        SUBJECT_OF_CALL "subjectOfCall" = 10,
        LANGUAGE_PREFERENCES "languagePreferences" = 11,
        DEVICE_INFO "deviceInfo" = 12,
    }
}

bit_string! {
    /// What the switch supports of [Cancel Telephony Tones](crate::services::CancelTelephonyTones).
    pub struct CancelTelephonyTones "CancelTelephonyTones" {
        PRIVATE_DATA "privateData" = 0,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 1,
        ACK_MODEL_MULTI_STEP "ackModelMultiStep" = 2,
    }
}

bit_string! {
    /// What the switch supports of [Change Connection
    /// Information](crate::services::ChangeConnectionInformation).
    pub struct ChangeConnectionInformation "ChangeConnectionInformation" {
        PRIVATE_DATA "privateData" = 0,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 1,
    }
}

bit_string! {
    /// What the switch supports of [Generate Digits](crate::services::GenerateDigits).
    pub struct GenerateDigits "GenerateDigits" {
        DIGIT_MODE_DTMF "digitModeDTMF" = 0,
        DIGIT_MODE_PULSE "digitModePulse" = 1,
        TONE_DURATION "toneDuration" = 2,
        PULSE_RATE "pulseRate" = 3,
        PAUSE_DURATION "pauseDuration" = 4,
        PRIVATE_DATA "privateData" = 5,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 6,
        DEVICE_ID_ONLY "deviceIDOnly" = 7,
        SUPPORTS_DTMF_TONES_ABCD "supportsDTMFTonesABCD" = 8,
        SUPPORTS_PAUSE_TONE_CHAR "supportsPauseToneChar" = 9,
        ACK_MODEL_MULTI_STEP "ackModelMultiStep" = 10,
    }
}

bit_string! {
    /// What the switch supports of [Generate Telephony
    /// Tones](crate::services::GenerateTelephonyTones).
    pub struct GenerateTelephonyTones "GenerateTelephonyTones" {
        TONE_TO_SEND_BEEP "toneToSendBeep" = 0,
        TONE_TO_SEND_BILLING "toneToSendBilling" = 1,
        TONE_TO_SEND_BUSY "toneToSendBusy" = 2,
        TONE_TO_SEND_CARRIER "toneToSendCarrier" = 3,
        TONE_TO_SEND_CONFIRMATION "toneToSendConfirmation" = 4,
        TONE_TO_SEND_DIAL "toneToSendDial" = 5,
        TONE_TO_SEND_FAX_CNG "toneToSendFaxCNG" = 6,
        TONE_TO_SEND_HOLD "toneToSendHold" = 7,
        TONE_TO_SEND_HOWLER "toneToSendHowler" = 8,
        TONE_TO_SEND_INTRUSION "toneToSendIntrusion" = 9,
        TONE_TO_SEND_MODEM_CNG "toneToSendModemCNG" = 10,
        TONE_TO_SEND_PARK "toneToSendPark" = 11,
        TONE_TO_SEND_RECORD_WARNING "toneToSendRecordWarning" = 12,
        TONE_TO_SEND_REORDER "toneToSendReorder" = 13,
        TONE_TO_SEND_RINGBACK "toneToSendRingback" = 14,
        TONE_TO_SEND_SILENCE "toneToSendSilence" = 15,
        TONE_TO_SEND_SIT_VC "toneToSendSitVC" = 16,
        TONE_TO_SEND_SIT_IC "toneToSendSitIC" = 17,
        TONE_TO_SEND_SIT_RO "toneToSendSitRO" = 18,
        TONE_TO_SEND_SIT_NC "toneToSendSitNC" = 19,
        TONE_TO_SEND_SF0 "toneToSendSf0" = 20,
        TONE_TO_SEND_SF1 "toneToSendSf1" = 21,
        TONE_TO_SEND_SF2 "toneToSendSf2" = 22,
        TONE_TO_SEND_SF3 "toneToSendSf3" = 23,
        TONE_TO_SEND_SF4 "toneToSendSf4" = 24,
        TONE_TO_SEND_SF5 "toneToSendSf5" = 25,
        TONE_TO_SEND_SF6 "toneToSendSf6" = 26,
        TONE_TO_SEND_SF7 "toneToSendSf7" = 27,
        TONE_TO_SEND_SF8 "toneToSendSf8" = 28,
        TONE_TO_SEND_SF9 "toneToSendSf9" = 29,
        TONE_TO_SEND_SF10 "toneToSendSf10" = 30,
        TONE_TO_SEND_SF11 "toneToSendSf11" = 31,
        TONE_TO_SEND_SF12 "toneToSendSf12" = 32,
        TONE_TO_SEND_SF13 "toneToSendSf13" = 33,
        TONE_TO_SEND_SF14 "toneToSendSf14" = 34,
        TONE_TO_SEND_SF15 "toneToSendSf15" = 35,
        TONE_TO_SEND_SF16 "toneToSendSf16" = 36,
        TONE_TO_SEND_SF17 "toneToSendSf17" = 37,
        TONE_TO_SEND_SF18 "toneToSendSf18" = 38,
        TONE_TO_SEND_SF19 "toneToSendSf19" = 39,
        TONE_TO_SEND_SF20 "toneToSendSf20" = 40,
        TONE_TO_SEND_SF21 "toneToSendSf21" = 41,
        TONE_TO_SEND_SF22 "toneToSendSf22" = 42,
        TONE_TO_SEND_SF23 "toneToSendSf23" = 43,
        TONE_TO_SEND_SF24 "toneToSendSf24" = 44,
        TONE_TO_SEND_SF25 "toneToSendSf25" = 45,
        TONE_TO_SEND_SF26 "toneToSendSf26" = 46,
        TONE_TO_SEND_SF27 "toneToSendSf27" = 47,
        TONE_TO_SEND_SF28 "toneToSendSf28" = 48,
        TONE_TO_SEND_SF29 "toneToSendSf29" = 49,
        TONE_TO_SEND_SF30 "toneToSendSf30" = 50,
        TONE_TO_SEND_SF31 "toneToSendSf31" = 51,
        TONE_TO_SEND_SF32 "toneToSendSf32" = 52,
        TONE_TO_SEND_SF33 "toneToSendSf33" = 53,
        TONE_TO_SEND_SF34 "toneToSendSf34" = 54,
        TONE_TO_SEND_SF35 "toneToSendSf35" = 55,
        TONE_TO_SEND_SF36 "toneToSendSf36" = 56,
        TONE_TO_SEND_SF37 "toneToSendSf37" = 57,
        TONE_TO_SEND_SF38 "toneToSendSf38" = 58,
        TONE_TO_SEND_SF39 "toneToSendSf39" = 59,
        TONE_TO_SEND_SF40 "toneToSendSf40" = 60,
        TONE_TO_SEND_SF41 "toneToSendSf41" = 61,
        TONE_TO_SEND_SF42 "toneToSendSf42" = 62,
        TONE_TO_SEND_SF43 "toneToSendSf43" = 63,
        TONE_TO_SEND_SF44 "toneToSendSf44" = 64,
        TONE_TO_SEND_SF45 "toneToSendSf45" = 65,
        TONE_TO_SEND_SF46 "toneToSendSf46" = 66,
        TONE_TO_SEND_SF47 "toneToSendSf47" = 67,
        TONE_TO_SEND_SF48 "toneToSendSf48" = 68,
        TONE_TO_SEND_SF49 "toneToSendSf49" = 69,
        TONE_TO_SEND_SF50 "toneToSendSf50" = 70,
        TONE_TO_SEND_SF51 "toneToSendSf51" = 71,
        TONE_TO_SEND_SF52 "toneToSendSf52" = 72,
        TONE_TO_SEND_SF53 "toneToSendSf53" = 73,
        TONE_TO_SEND_SF54 "toneToSendSf54" = 74,
        TONE_TO_SEND_SF55 "toneToSendSf55" = 75,
        TONE_TO_SEND_SF56 "toneToSendSf56" = 76,
        TONE_TO_SEND_SF57 "toneToSendSf57" = 77,
        TONE_TO_SEND_SF58 "toneToSendSf58" = 78,
        TONE_TO_SEND_SF59 "toneToSendSf59" = 79,
        TONE_TO_SEND_SF60 "toneToSendSf60" = 80,
        TONE_TO_SEND_SF61 "toneToSendSf61" = 81,
        TONE_TO_SEND_SF62 "toneToSendSf62" = 82,
        TONE_TO_SEND_SF63 "toneToSendSf63" = 83,
        TONE_TO_SEND_SF64 "toneToSendSf64" = 84,
        TONE_TO_SEND_SF65 "toneToSendSf65" = 85,
        TONE_TO_SEND_SF66 "toneToSendSf66" = 86,
        TONE_TO_SEND_SF67 "toneToSendSf67" = 87,
        TONE_TO_SEND_SF68 "toneToSendSf68" = 88,
        TONE_TO_SEND_SF69 "toneToSendSf69" = 89,
        TONE_TO_SEND_SF70 "toneToSendSf70" = 90,
        TONE_TO_SEND_SF71 "toneToSendSf71" = 91,
        TONE_TO_SEND_SF72 "toneToSendSf72" = 92,
        TONE_TO_SEND_SF73 "toneToSendSf73" = 93,
        TONE_TO_SEND_SF74 "toneToSendSf74" = 94,
        TONE_TO_SEND_SF75 "toneToSendSf75" = 95,
        TONE_TO_SEND_SF76 "toneToSendSf76" = 96,
        TONE_TO_SEND_SF77 "toneToSendSf77" = 97,
        TONE_TO_SEND_SF78 "toneToSendSf78" = 98,
        TONE_TO_SEND_SF79 "toneToSendSf79" = 99,
        TONE_TO_SEND_SF80 "toneToSendSf80" = 100,
        TONE_TO_SEND_SF81 "toneToSendSf81" = 101,
        TONE_TO_SEND_SF82 "toneToSendSf82" = 102,
        TONE_TO_SEND_SF83 "toneToSendSf83" = 103,
        TONE_TO_SEND_SF84 "toneToSendSf84" = 104,
        TONE_TO_SEND_SF85 "toneToSendSf85" = 105,
        TONE_TO_SEND_SF86 "toneToSendSf86" = 106,
        TONE_TO_SEND_SF87 "toneToSendSf87" = 107,
        TONE_TO_SEND_SF88 "toneToSendSf88" = 108,
        TONE_TO_SEND_SF89 "toneToSendSf89" = 109,
        TONE_TO_SEND_SF90 "toneToSendSf90" = 110,
        TONE_TO_SEND_SF91 "toneToSendSf91" = 111,
        TONE_TO_SEND_SF92 "toneToSendSf92" = 112,
        TONE_TO_SEND_SF93 "toneToSendSf93" = 113,
        TONE_TO_SEND_SF94 "toneToSendSf94" = 114,
        TONE_TO_SEND_SF95 "toneToSendSf95" = 115,
        TONE_TO_SEND_SF96 "toneToSendSf96" = 116,
        TONE_TO_SEND_SF97 "toneToSendSf97" = 117,
        TONE_TO_SEND_SF98 "toneToSendSf98" = 118,
        TONE_TO_SEND_SF99 "toneToSendSf99" = 119,
        TONE_TO_SEND_SF100 "toneToSendSf100" = 120,
        TONE_DURATION "toneDuration" = 121,
        PRIVATE_DATA "privateData" = 122,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 123,
        DEVICE_ID_ONLY "deviceIDOnly" = 124,
        ACK_MODEL_MULTI_STEP "ackModelMultiStep" = 125,
    }
}

bit_string! {
    /// What the switch supports of [Send User Information](crate::services::SendUserInfo).
    pub struct SendUserInformation "SendUserInformation" {
        PRIVATE_DATA "privateData" = 0,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 1,
        DEVICE_ID_ONLY "deviceIDOnly" = 2,
        ACK_MODEL_MULTI_STEP "ackModelMultiStep" = 3,
    }
}

sequence! {
    /// The supported call-associated events.
    pub struct CallAssociatedEvtsList "CallAssociatedEvtsList" {
        call_information "callInformation" [0 IMPLICIT]: CallInformation = OPTIONAL,
        charging "charging" [1 IMPLICIT]: Charging = OPTIONAL,
        digits_generated "digitsGenerated" [2 IMPLICIT]: DigitsGenerated = OPTIONAL,
        telephony_tones_generated "telephonyTonesGenerated" [3 IMPLICIT]: TelephonyTonesGenerated = OPTIONAL,
        service_completion_failure "serviceCompletionFailure" [4 IMPLICIT]: ServiceCompletionFailure = OPTIONAL,
    }
}

bit_string! {
    /// What the switch tells in [Call Information](crate::events::CallInformationEvent) events.
    pub struct CallInformation "CallInformation" {
        CALLING_DEVICE "callingDevice" = 0,
        ACCOUNT_INFO "accountInfo" = 1,
        AUTHORISATINON_CODE "authorisatinonCode" = 2,
        CORRELATOR_DATA "correlatorData" = 3,
        SERVICES_PERMITTED "servicesPermitted" = 4,
        USER_DATA "userData" = 5,
        CALL_QUALIFYING_DATA "callQualifyingData" = 6,
        CONNECTION_INFO "connectionInfo" = 7,
        PRIVATE_DATA "privateData" = 8,
        GEN_CALL_INFO_FOR_OUTDATED_CONN_ID "genCallInfoForOutdatedConnID" = 9,
        CALL_LINKAGE_DATA "callLinkageData" = 10,
        CALL_CHARACTERISTICS "callCharacteristics" = 11,
        SUBJECT_OF_CALL "subjectOfCall" = 12,
        LANGUAGE_PREFERENCES "languagePreferences" = 13,
        DEVICE_INFO "deviceInfo" = 14,
    }
}

bit_string! {
    /// What the switch tells in [Charging](crate::events::ChargingEvent) events.
    pub struct Charging "Charging" {
        NUMBER_UNITS_NUMBER_OF_CHARGING_UNITS "numberUnitsNumberOfChargingUnits" = 0,
        NUMBER_UNITS_TYPE_OF_UNITS "numberUnitsTypeOfUnits" = 1,
        NUMBER_UNITS_NUMBER_OF_CURRENCY_UNITS "numberUnitsNumberOfCurrencyUnits" = 2,
        TYPE_OF_CHARGING_INFO_SUB_TOTAL "typeOfChargingInfoSubTotal" = 3,
        TYPE_OF_CHARGING_INFO_TOTAL "typeOfChargingInfoTotal" = 4,
        CHARGING_MULTIPLIER_A_THOUSANDTH "chargingMultiplierAThousandth" = 5,
        CHARGING_MULTIPLIER_A_HUNDREDTH "chargingMultiplierAHundredth" = 6,
        CHARGING_MULTIPLIER_A_TENTH "chargingMultiplierATenth" = 7,
        CHARGING_MULTIPLIER_ONE "chargingMultiplierOne" = 8,
        CHARGING_MULTIPLIER_TEN "chargingMultiplierTen" = 9,
        CHARGING_MULTIPLIER_HUNDRED "chargingMultiplierHundred" = 10,
        CHARGING_MULTIPLIER_THOUSAND "chargingMultiplierThousand" = 11,
        PRIVATE_DATA "privateData" = 12,
    }
}

bit_string! {
    /// What the switch tells in [Digits Generated](crate::events::DigitsGeneratedEvent) events.
    pub struct DigitsGenerated "DigitsGenerated" {
        DIGITS_DURATION_LIST "digitsDurationList" = 0,
        PAUSE_DURATION_LIST "pauseDurationList" = 1,
        CONNECTION_INFO "connectionInfo" = 2,
        PRIVATE_DATA "privateData" = 3,
    }
}

bit_string! {
    /// What the switch tells in [Telephony Tones
    /// Generated](crate::events::TelephonyTonesGeneratedEvent) events.
    pub struct TelephonyTonesGenerated "TelephonyTonesGenerated" {
        TONE_TO_SEND_BEEP "toneToSendBeep" = 0,
        TONE_TO_SEND_BILLING "toneToSendBilling" = 1,
        TONE_TO_SEND_BUSY "toneToSendBusy" = 2,
        TONE_TO_SEND_CARRIER "toneToSendCarrier" = 3,
        TONE_TO_SEND_CONFIRMATION "toneToSendConfirmation" = 4,
        TONE_TO_SEND_DIAL "toneToSendDial" = 5,
        TONE_TO_SEND_FAX_CNG "toneToSendFaxCNG" = 6,
        TONE_TO_SEND_HOLD "toneToSendHold" = 7,
        TONE_TO_SEND_HOWLER "toneToSendHowler" = 8,
        TONE_TO_SEND_INTRUSION "toneToSendIntrusion" = 9,
        TONE_TO_SEND_MODEM_CNG "toneToSendModemCNG" = 10,
        TONE_TO_SEND_PARK "toneToSendPark" = 11,
        TONE_TO_SEND_RECORD_WARNING "toneToSendRecordWarning" = 12,
        TONE_TO_SEND_REORDER "toneToSendReorder" = 13,
        TONE_TO_SEND_RINGBACK "toneToSendRingback" = 14,
        TONE_TO_SEND_SILENCE "toneToSendSilence" = 15,
        TONE_TO_SEND_SIT_VC "toneToSendSitVC" = 16,
        TONE_TO_SEND_SIT_IC "toneToSendSitIC" = 17,
        TONE_TO_SEND_SIT_RO "toneToSendSitRO" = 18,
        TONE_TO_SEND_SIT_NC "toneToSendSitNC" = 19,
        TONE_TO_SEND_SF0 "toneToSendSf0" = 20,
        TONE_TO_SEND_SF1 "toneToSendSf1" = 21,
        TONE_TO_SEND_SF2 "toneToSendSf2" = 22,
        TONE_TO_SEND_SF3 "toneToSendSf3" = 23,
        TONE_TO_SEND_SF4 "toneToSendSf4" = 24,
        TONE_TO_SEND_SF5 "toneToSendSf5" = 25,
        TONE_TO_SEND_SF6 "toneToSendSf6" = 26,
        TONE_TO_SEND_SF7 "toneToSendSf7" = 27,
        TONE_TO_SEND_SF8 "toneToSendSf8" = 28,
        TONE_TO_SEND_SF9 "toneToSendSf9" = 29,
        TONE_TO_SEND_SF10 "toneToSendSf10" = 30,
        TONE_TO_SEND_SF11 "toneToSendSf11" = 31,
        TONE_TO_SEND_SF12 "toneToSendSf12" = 32,
        TONE_TO_SEND_SF13 "toneToSendSf13" = 33,
        TONE_TO_SEND_SF14 "toneToSendSf14" = 34,
        TONE_TO_SEND_SF15 "toneToSendSf15" = 35,
        TONE_TO_SEND_SF16 "toneToSendSf16" = 36,
        TONE_TO_SEND_SF17 "toneToSendSf17" = 37,
        TONE_TO_SEND_SF18 "toneToSendSf18" = 38,
        TONE_TO_SEND_SF19 "toneToSendSf19" = 39,
        TONE_TO_SEND_SF20 "toneToSendSf20" = 40,
        TONE_TO_SEND_SF21 "toneToSendSf21" = 41,
        TONE_TO_SEND_SF22 "toneToSendSf22" = 42,
        TONE_TO_SEND_SF23 "toneToSendSf23" = 43,
        TONE_TO_SEND_SF24 "toneToSendSf24" = 44,
        TONE_TO_SEND_SF25 "toneToSendSf25" = 45,
        TONE_TO_SEND_SF26 "toneToSendSf26" = 46,
        TONE_TO_SEND_SF27 "toneToSendSf27" = 47,
        TONE_TO_SEND_SF28 "toneToSendSf28" = 48,
        TONE_TO_SEND_SF29 "toneToSendSf29" = 49,
        TONE_TO_SEND_SF30 "toneToSendSf30" = 50,
        TONE_TO_SEND_SF31 "toneToSendSf31" = 51,
        TONE_TO_SEND_SF32 "toneToSendSf32" = 52,
        TONE_TO_SEND_SF33 "toneToSendSf33" = 53,
        TONE_TO_SEND_SF34 "toneToSendSf34" = 54,
        TONE_TO_SEND_SF35 "toneToSendSf35" = 55,
        TONE_TO_SEND_SF36 "toneToSendSf36" = 56,
        TONE_TO_SEND_SF37 "toneToSendSf37" = 57,
        TONE_TO_SEND_SF38 "toneToSendSf38" = 58,
        TONE_TO_SEND_SF39 "toneToSendSf39" = 59,
        TONE_TO_SEND_SF40 "toneToSendSf40" = 60,
        TONE_TO_SEND_SF41 "toneToSendSf41" = 61,
        TONE_TO_SEND_SF42 "toneToSendSf42" = 62,
        TONE_TO_SEND_SF43 "toneToSendSf43" = 63,
        TONE_TO_SEND_SF44 "toneToSendSf44" = 64,
        TONE_TO_SEND_SF45 "toneToSendSf45" = 65,
        TONE_TO_SEND_SF46 "toneToSendSf46" = 66,
        TONE_TO_SEND_SF47 "toneToSendSf47" = 67,
        TONE_TO_SEND_SF48 "toneToSendSf48" = 68,
        TONE_TO_SEND_SF49 "toneToSendSf49" = 69,
        TONE_TO_SEND_SF50 "toneToSendSf50" = 70,
        TONE_TO_SEND_SF51 "toneToSendSf51" = 71,
        TONE_TO_SEND_SF52 "toneToSendSf52" = 72,
        TONE_TO_SEND_SF53 "toneToSendSf53" = 73,
        TONE_TO_SEND_SF54 "toneToSendSf54" = 74,
        TONE_TO_SEND_SF55 "toneToSendSf55" = 75,
        TONE_TO_SEND_SF56 "toneToSendSf56" = 76,
        TONE_TO_SEND_SF57 "toneToSendSf57" = 77,
        TONE_TO_SEND_SF58 "toneToSendSf58" = 78,
        TONE_TO_SEND_SF59 "toneToSendSf59" = 79,
        TONE_TO_SEND_SF60 "toneToSendSf60" = 80,
        TONE_TO_SEND_SF61 "toneToSendSf61" = 81,
        TONE_TO_SEND_SF62 "toneToSendSf62" = 82,
        TONE_TO_SEND_SF63 "toneToSendSf63" = 83,
        TONE_TO_SEND_SF64 "toneToSendSf64" = 84,
        TONE_TO_SEND_SF65 "toneToSendSf65" = 85,
        TONE_TO_SEND_SF66 "toneToSendSf66" = 86,
        TONE_TO_SEND_SF67 "toneToSendSf67" = 87,
        TONE_TO_SEND_SF68 "toneToSendSf68" = 88,
        TONE_TO_SEND_SF69 "toneToSendSf69" = 89,
        TONE_TO_SEND_SF70 "toneToSendSf70" = 90,
        TONE_TO_SEND_SF71 "toneToSendSf71" = 91,
        TONE_TO_SEND_SF72 "toneToSendSf72" = 92,
        TONE_TO_SEND_SF73 "toneToSendSf73" = 93,
        TONE_TO_SEND_SF74 "toneToSendSf74" = 94,
        TONE_TO_SEND_SF75 "toneToSendSf75" = 95,
        TONE_TO_SEND_SF76 "toneToSendSf76" = 96,
        TONE_TO_SEND_SF77 "toneToSendSf77" = 97,
        TONE_TO_SEND_SF78 "toneToSendSf78" = 98,
        TONE_TO_SEND_SF79 "toneToSendSf79" = 99,
        TONE_TO_SEND_SF80 "toneToSendSf80" = 100,
        TONE_TO_SEND_SF81 "toneToSendSf81" = 101,
        TONE_TO_SEND_SF82 "toneToSendSf82" = 102,
        TONE_TO_SEND_SF83 "toneToSendSf83" = 103,
        TONE_TO_SEND_SF84 "toneToSendSf84" = 104,
        TONE_TO_SEND_SF85 "toneToSendSf85" = 105,
        TONE_TO_SEND_SF86 "toneToSendSf86" = 106,
        TONE_TO_SEND_SF87 "toneToSendSf87" = 107,
        TONE_TO_SEND_SF88 "toneToSendSf88" = 108,
        TONE_TO_SEND_SF89 "toneToSendSf89" = 109,
        TONE_TO_SEND_SF90 "toneToSendSf90" = 110,
        TONE_TO_SEND_SF91 "toneToSendSf91" = 111,
        TONE_TO_SEND_SF92 "toneToSendSf92" = 112,
        TONE_TO_SEND_SF93 "toneToSendSf93" = 113,
        TONE_TO_SEND_SF94 "toneToSendSf94" = 114,
        TONE_TO_SEND_SF95 "toneToSendSf95" = 115,
        TONE_TO_SEND_SF96 "toneToSendSf96" = 116,
        TONE_TO_SEND_SF97 "toneToSendSf97" = 117,
        TONE_TO_SEND_SF98 "toneToSendSf98" = 118,
        TONE_TO_SEND_SF99 "toneToSendSf99" = 119,
        TONE_TO_SEND_SF100 "toneToSendSf100" = 120,
        TONE_FREQUENCY "toneFrequency" = 121,
        TONE_DURATION "toneDuration" = 122,
        PAUSE_DURATION_LIST "pauseDurationList" = 123,
        CONNECTION_INFO "connectionInfo" = 124,
        PRIVATE_DATA "privateData" = 125,
    }
}

bit_string! {
    /// What the switch tells in [Service Completion
    /// Failure](crate::events::ServiceCompletionFailureEvent) events.
    pub struct ServiceCompletionFailure "ServiceCompletionFailure" {
        PRIMARY_CALL_CONNECTION_INFO "primaryCallConnectionInfo" = 0,
        SECONDARY_CALL_CONNECTION_INFO "secondaryCallConnectionInfo" = 1,
        OTHER_DEVICES_PRIMARY_CALL_LIST "otherDevicesPrimaryCallList" = 2,
        OTHER_DEVICES_SECONDARY_CALL_LIST "otherDevicesSecondaryCallList" = 3,
        MEDIA_CALL_CHARACTERISTICS "mediaCallCharacteristics" = 4,
        PRIVATE_DATA "privateData" = 5,
    }
}
