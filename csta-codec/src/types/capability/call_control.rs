//! Call-control services.
//!
//! The ASN.1 module is `CSTA-capability-exchange`.

use crate::{bit_string, sequence};

sequence! {
    /// DOC
    pub struct CallControlServList "CallControlServList" {
        accept_call "acceptCall" [0 IMPLICIT]: AcceptCall = OPTIONAL,
        alternate_call "alternateCall" [1 IMPLICIT]: AlternateCall = OPTIONAL,
        answer_call "answerCall" [2 IMPLICIT]: AnswerCall = OPTIONAL,
        call_back "callBack" [3 IMPLICIT]: CallBack = OPTIONAL,
        call_back_message "callBackMessage" [4 IMPLICIT]: CallBackMessage = OPTIONAL,
        camp_on_call "campOnCall" [5 IMPLICIT]: CampOnCall = OPTIONAL,
        clear_call "clearCall" [6 IMPLICIT]: ClearCall = OPTIONAL,
        clear_connection "clearConnection" [7 IMPLICIT]: ClearConnection = OPTIONAL,
        conference_call "conferenceCall" [8 IMPLICIT]: ConferenceCall = OPTIONAL,
        consultation_call "consultationCall" [9 IMPLICIT]: ConsultationCall = OPTIONAL,
        deflect_call "deflectCall" [10 IMPLICIT]: DeflectCall = OPTIONAL,
        dial_digits "dialDigits" [11 IMPLICIT]: DialDigits = OPTIONAL,
        directed_pickup_call "directedPickupCall" [12 IMPLICIT]: DirectedPickupCall = OPTIONAL,
        group_pickup_call "groupPickupCall" [13 IMPLICIT]: GroupPickupCall = OPTIONAL,
        hold_call "holdCall" [14 IMPLICIT]: HoldCall = OPTIONAL,
        intrude_call "intrudeCall" [15 IMPLICIT]: IntrudeCall = OPTIONAL,
        join_call "joinCall" [16 IMPLICIT]: JoinCall = OPTIONAL,
        make_call "makeCall" [17 IMPLICIT]: MakeCall = OPTIONAL,
        make_connection "makeConnection" [25 IMPLICIT]: MakeConnection = OPTIONAL,
        make_predictive_call "makePredictiveCall" [18 IMPLICIT]: MakePredictiveCall = OPTIONAL,
        park_call "parkCall" [19 IMPLICIT]: ParkCall = OPTIONAL,
        reconnect_call "reconnectCall" [20 IMPLICIT]: ReconnectCall = OPTIONAL,
        retrieve_call "retrieveCall" [21 IMPLICIT]: RetrieveCall = OPTIONAL,
        send_message "sendMessage" [26 IMPLICIT]: SendMessage = OPTIONAL,
        single_step_conference "singleStepConference" [22 IMPLICIT]: SingleStepConference = OPTIONAL,
        single_step_transfer "singleStepTransfer" [23 IMPLICIT]: SingleStepTransfer = OPTIONAL,
        transfer_call "transferCall" [24 IMPLICIT]: TransferCall = OPTIONAL,
    }
}

bit_string! {
    /// DOC
    pub struct AcceptCall "AcceptCall" {
        CORRELATOR_DATA "correlatorData" = 0,
        USER_DATA "userData" = 1,
        PRIVATE_DATA "privateData" = 2,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 3,
        DEVICE_ID_ONLY "deviceIDOnly" = 4,
        ACK_MODEL_MULTI_STEP "ackModelMultiStep" = 5,
    }
}

bit_string! {
    /// DOC
    pub struct AlternateCall "AlternateCall" {
        ALERTING "alerting" = 0,
        HOLD "hold" = 1,
        QUEUED "queued" = 2,
        CONNECTION_RESERVATION "connectionReservation" = 3,
        CONSULT_OPTION_CONSULT_ONLY "consultOptionConsultOnly" = 4,
        CONSULT_OPTION_TRANSFER_ONLY "consultOptionTransferOnly" = 5,
        CONSULT_OPTION_CONFERENCE_ONLY "consultOptionConferenceOnly" = 6,
        CONSULT_OPTION_UNRESTRICTED "consultOptionUnrestricted" = 7,
        PRIVATE_DATA "privateData" = 8,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 9,
        DEVICE_ID_ONLY "deviceIDOnly" = 10,
        ACK_MODEL_MULTI_STEP "ackModelMultiStep" = 11,
        SUPPORTS_OFFERED_MODE_OF_ALERTING "supportsOfferedModeOfAlerting" = 12,
    }
}

bit_string! {
    /// DOC
    pub struct AnswerCall "AnswerCall" {
        ALERTING "alerting" = 0,
        INITIATED "initiated" = 1,
        QUEUED "queued" = 2,
        CORRELATOR_DATA "correlatorData" = 3,
        USER_DATA "userData" = 4,
        PRIVATE_DATA "privateData" = 5,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 6,
        DEVICE_ID_ONLY "deviceIDOnly" = 7,
        SUPPORTS_OFFERED_MODE_OF_ALERTING "supportsOfferedModeOfAlerting" = 8,
        ACK_MODEL_MULTI_STEP "ackModelMultiStep" = 9,
    }
}

bit_string! {
    /// DOC
    pub struct CallBack "CallBack" {
        ALERTING "alerting" = 0,
        NULL "null" = 1,
        FAILED "failed" = 2,
        QUEUED "queued" = 3,
        CALL_CHARACTERISTICS "callCharacteristics" = 4,
        PRIVATE_DATA "privateData" = 5,
        TARGET_DEVICE_IN_ACK "targetDeviceInAck" = 6,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 7,
        DEVICE_ID_ONLY "deviceIDOnly" = 8,
        MORE_CALL_BACKS_NEG_ACK "moreCallBacksNegAck" = 9,
        ACK_MODEL_MULTI_STEP "ackModelMultiStep" = 10,
        SUBJECT_OF_CALL "subjectOfCall" = 11,
        LANGUAGE_PREFERENCES "languagePreferences" = 12,
    }
}

bit_string! {
    /// DOC
    pub struct CallBackMessage "CallBackMessage" {
        ALERTING "alerting" = 0,
        NULL "null" = 1,
        FAILED "failed" = 2,
        QUEUED "queued" = 3,
        PRIVATE_DATA "privateData" = 4,
        TARGET_DEVICE_IN_ACK "targetDeviceInAck" = 5,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 6,
        DEVICE_ID_ONLY "deviceIDOnly" = 7,
        MORE_CALL_BACKS_NEG_ACK "moreCallBacksNegAck" = 8,
        ACK_MODEL_MULTI_STEP "ackModelMultiStep" = 9,
    }
}

bit_string! {
    /// DOC
    pub struct CampOnCall "CampOnCall" {
        PRIVATE_DATA "privateData" = 0,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 1,
        DEVICE_ID_ONLY "deviceIDOnly" = 2,
        ACK_MODEL_MULTI_STEP "ackModelMultiStep" = 3,
    }
}

bit_string! {
    /// DOC
    pub struct ClearCall "ClearCall" {
        ALERTING "alerting" = 0,
        CONNECTED "connected" = 1,
        FAILED "failed" = 2,
        QUEUED "queued" = 3,
        INITIATED "initiated" = 4,
        HOLD "hold" = 5,
        USER_DATA "userData" = 6,
        PRIVATE_DATA "privateData" = 7,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 8,
        DEVICE_ID_ONLY "deviceIDOnly" = 9,
        CALL_ID_ONLY "callIDOnly" = 10,
        ACK_MODEL_MULTI_STEP "ackModelMultiStep" = 11,
        REASON "reason" = 12,
    }
}

bit_string! {
    /// DOC
    pub struct ClearConnection "ClearConnection" {
        ALERTING "alerting" = 0,
        CONNECTED "connected" = 1,
        FAIL "fail" = 2,
        QUEUED "queued" = 3,
        INITIATED "initiated" = 4,
        HOLD "hold" = 5,
        CORRELATOR_DATA "correlatorData" = 6,
        USER_DATA "userData" = 7,
        PRIVATE_DATA "privateData" = 8,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 9,
        DEVICE_ID_ONLY "deviceIDOnly" = 10,
        ACK_MODEL_MULTI_STEP "ackModelMultiStep" = 11,
        REASON "reason" = 12,
    }
}

bit_string! {
    /// DOC
    pub struct ConferenceCall "ConferenceCall" {
        ACTIVE_CALL_CONNECTED "activeCallConnected" = 0,
        ACTIVE_CALL_HOLD "activeCallHold" = 1,
        HELD_CALL_CONNECTED "heldCallConnected" = 2,
        HELD_CALL_HOLD "heldCallHold" = 3,
        PRIVATE_DATA "privateData" = 4,
        CONNECTION_PARAMETER_IN_ACK "connectionParameterInAck" = 5,
        ENDPOINT_DEVICE_ID "endpointDeviceID" = 6,
        RESULTING_CONNECTION_INFO "resultingConnectionInfo" = 7,
        CONFERENCE_CALL_ONFO_IN_ACK "conferenceCallOnfoInAck" = 8,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 9,
        PROTECTED_AGAINST_CLEARING "protectedAgainstClearing" = 10,
        DEVICE_ID_ONLY "deviceIDOnly" = 11,
        ACK_MODEL_MULTI_STEP "ackModelMultiStep" = 12,
    }
}

bit_string! {
    /// DOC
    pub struct ConsultationCall "ConsultationCall" {
        CONNECTION_RESERVATION "connectionReservation" = 0,
        ACCOUNT_CODE "accountCode" = 1,
        AUTH_CODE "authCode" = 2,
        CORRELATOR_DATA "correlatorData" = 3,
        USER_DATA "userData" = 4,
        CALL_CHARACTERISTICS "callCharacteristics" = 5,
        CALL_CHARACTERISTICS_ACD_CALL "callCharacteristicsACDCall" = 6,
        CALL_CHARACTERISTICS_PRIORITY_CALL "callCharacteristicsPriorityCall" = 7,
        CALL_CHARACTERISTICS_MAINTENANCE_CALL "callCharacteristicsMaintenanceCall" = 8,
        CALL_CHARACTERISTICS_DIRECT_AGENT "callCharacteristicsDirectAgent" = 9,
        CALL_CHARACTERISTICS_ASSIST_CALL "callCharacteristicsAssistCall" = 10,
        CALL_CHARACTERISTICS_VOICE_UNIT_CALL "callCharacteristicsVoiceUnitCall" = 11,
        MEDIA_CALL_CHARACTERISTICS "mediaCallCharacteristics" = 12,
        CALLING_CONNECTION_INFO "callingConnectionInfo" = 13,
        FLOW_DIRECTION_TRANSMIT "flowDirectionTransmit" = 14,
        FLOW_DIRECTION_RECEIVE "flowDirectionReceive" = 15,
        FLOW_DIRECTION_TRANSMIT_AND_RECEIVE "flowDirectionTransmitAndReceive" = 16,
        NUMBER_OF_CHANNELS "numberOfChannels" = 17,
        CONSULT_OPTION_CONSULT_ONLY "consultOptionConsultOnly" = 18,
        CONSULT_OPTION_TRANSFER_ONLY "consultOptionTransferOnly" = 19,
        CONSULT_OPTION_CONFERENCE_ONLY "consultOptionConferenceOnly" = 20,
        CONSULT_OPTION_UNRESTRICTED "consultOptionUnrestricted" = 21,
        PRIVATE_DATA "privateData" = 22,
        INITIATED_CALL_INFO_IN_ACK "initiatedCallInfoInAck" = 23,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 24,
        DEVICE_ID_ONLY "deviceIDOnly" = 25,
        MULTI_STAGE "multiStage" = 26,
        SUPPORTS_ADJUSTMENT_OF_MEDIA_CHARACTERISTICS "supportsAdjustmentOfMediaCharacteristics" = 27,
        ACK_MODEL_MULTI_STEP "ackModelMultiStep" = 28,
        CALL_CHARACTERISTICS_LOW_PRIORITY_CALL "callCharacteristicsLowPriorityCall" = 29,
        CALL_CHARACTERISTICS_HIGH_PRIORITY_CALL "callCharacteristicsHighPriorityCall" = 30,
        CALL_CHARACTERISTICS_PRIVATE_CALL "callCharacteristicsPrivateCall" = 31,
        CALL_CHARACTERISTICS_PERSONAL_CALL "callCharacteristicsPersonalCall" = 32,
        CALL_CHARACTERISTICS_SENSITIVE_CALL "callCharacteristicsSensitiveCall" = 33,
        CALL_CHARACTERISTICS_CONFIDENTIAL_CALL "callCharacteristicsConfidentialCall" = 34,
        CALL_CHARACTERISTICS_ENCRYPTED_CALL "callCharacteristicsEncryptedCall" = 35,
        FLOW_DIRECTION_NONE "flowDirectionNone" = 36,
        MEDIA_SESSION_INFO "mediaSessionInfo" = 37,
        SUBJECT_OF_CALL "subjectOfCall" = 38,
        LANGUAGE_PREFERENCES "languagePreferences" = 39,
    }
}

bit_string! {
    /// DOC
    pub struct DeflectCall "DeflectCall" {
        ALERTING "alerting" = 0,
        CONNECTED "connected" = 1,
        FAILED "failed" = 2,
        HOLD "hold" = 3,
        QUEUED "queued" = 4,
        CORRELATOR_DATA "correlatorData" = 5,
        USER_DATA "userData" = 6,
        PRIVATE_DATA "privateData" = 7,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 8,
        DEVICE_ID_ONLY "deviceIDOnly" = 9,
        ACK_MODEL_MULTI_STEP "ackModelMultiStep" = 10,
        SUBJECT_OF_CALL "subjectOfCall" = 11,
        LANGUAGE_PREFERENCES "languagePreferences" = 12,
        REASON "reason" = 13,
        CALL_CHARACTERISTICSIN_REQUEST "callCharacteristicsinRequest" = 14,
        MULTIPLE_DEVICE_IDS_IN_NEW_DESTINATION "multipleDeviceIDsInNewDestination" = 15,
    }
}

bit_string! {
    /// DOC
    pub struct DialDigits "DialDigits" {
        CORRELATOR_DATA "correlatorData" = 0,
        PRIVATE_DATA "privateData" = 1,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 2,
        DEVICE_ID_ONLY "deviceIDOnly" = 3,
        ACK_MODEL_MULTI_STEP "ackModelMultiStep" = 4,
    }
}

bit_string! {
    /// DOC
    pub struct DirectedPickupCall "DirectedPickupCall" {
        ALERTING "alerting" = 0,
        HOLD "hold" = 1,
        QUEUED "queued" = 2,
        CONNECTED "connected" = 3,
        CORRELATOR_DATA "correlatorData" = 4,
        USER_DATA "userData" = 5,
        PRIVATE_DATA "privateData" = 6,
        PICKED_CALL_IN_ACK "pickedCallInAck" = 7,
        PICKED_CALL_INFO_IN_ACK "pickedCallInfoInAck" = 8,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 9,
        DEVICE_ID_ONLY "deviceIDOnly" = 10,
        SUPPORTS_OFFERED_MODE_OF_ALERTING "supportsOfferedModeOfAlerting" = 11,
        SUPPORTS_PROMPTING "supportsPrompting" = 12,
        PROMPTING_MODE "promptingMode" = 13,
        ACK_MODEL_MULTI_STEP "ackModelMultiStep" = 14,
    }
}

bit_string! {
    /// DOC
    pub struct GroupPickupCall "GroupPickupCall" {
        ALERTING "alerting" = 0,
        CONNECTED "connected" = 1,
        HOLD "hold" = 2,
        QUEUED "queued" = 3,
        PICK_GROUP "pickGroup" = 4,
        CORRELATOR_DATA "correlatorData" = 5,
        USER_DATA "userData" = 6,
        PRIVATE_DATA "privateData" = 7,
        PICKED_CALL_IN_ACK "pickedCallInAck" = 8,
        PICKED_CALL_INFO_IN_ACK "pickedCallInfoInAck" = 9,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 10,
        SUPPORTS_PROMPTING "supportsPrompting" = 11,
        PROMPTING_MODE "promptingMode" = 12,
        SUPPORTS_OFFERED_MODE_OF_ALERTING "supportsOfferedModeOfAlerting" = 13,
        ACK_MODEL_MULTI_STEP "ackModelMultiStep" = 14,
    }
}

bit_string! {
    /// DOC
    pub struct HoldCall "HoldCall" {
        CONNECTION_RESERVATION "connectionReservation" = 0,
        PRIVATE_DATA "privateData" = 1,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 2,
        DEVICE_ID_ONLY "deviceIDOnly" = 3,
        ACK_MODEL_MULTI_STEP "ackModelMultiStep" = 4,
    }
}

bit_string! {
    /// DOC
    pub struct IntrudeCall "IntrudeCall" {
        PARTICIPATION_TYPE_SILENT "participationTypeSilent" = 0,
        PARTICIPATION_TYPE_ACTIVE "participationTypeActive" = 1,
        USER_DATA "userData" = 2,
        PRIVATE_DATA "privateData" = 3,
        CONFERENCED_CALL_INFO_IN_ACK "conferencedCallInfoInAck" = 4,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 5,
        DEVICE_ID_ONLY "deviceIDOnly" = 6,
        SUPPORTS_CONFERENCE "supportsConference" = 7,
        SUPPORTS_ALTERNATE "supportsAlternate" = 8,
        ACK_MODEL_MULTI_STEP "ackModelMultiStep" = 9,
    }
}

bit_string! {
    /// DOC
    pub struct JoinCall "JoinCall" {
        AUTO_ORIGINATE_PROMPT "autoOriginatePrompt" = 0,
        AUTO_ORIGINATE_DO_NOT_PROMPT "autoOriginateDoNotPrompt" = 1,
        PARTICIPATION_TYPE_SILENT "participationTypeSilent" = 2,
        PARTICIPATION_TYPE_ACTIVE "participationTypeActive" = 3,
        ACCOUNT_CODE "accountCode" = 4,
        AUTH_CODE "authCode" = 5,
        CORRELATOR_DATA "correlatorData" = 6,
        USER_DATA "userData" = 7,
        CONFERENCED_CALL_IN_ACK "conferencedCallInAck" = 8,
        CONFERENCED_CALL_INFO_IN_ACK "conferencedCallInfoInAck" = 9,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 10,
        DEVICE_ID_ONLY "deviceIDOnly" = 11,
        SUPPORTS_PROMPTING "supportsPrompting" = 12,
        PROMPTING_MODE "promptingMode" = 13,
        ACK_MODEL_MULTI_STEP "ackModelMultiStep" = 14,
    }
}

bit_string! {
    /// DOC
    pub struct MakeCall "MakeCall" {
        INITIATED "initiated" = 0,
        NULL "null" = 1,
        ACCOUNT_CODE "accountCode" = 2,
        AUTH_CODE "authCode" = 3,
        AUTO_ORIGINATE_PROMPT "autoOriginatePrompt" = 4,
        AUTO_ORIGINATE_DO_NOT_PROMPT "autoOriginateDoNotPrompt" = 5,
        CORRELATOR_DATA "correlatorData" = 6,
        USER_DATA "userData" = 7,
        CALL_CHARACTERISTICS "callCharacteristics" = 8,
        CALL_CHARACTERISTICS_ACD_CALL "callCharacteristicsACDCall" = 9,
        CALL_CHARACTERISTICS_PRIORITY_CALL "callCharacteristicsPriorityCall" = 10,
        CALL_CHARACTERISTICS_MAINTENANCE_CALL "callCharacteristicsMaintenanceCall" = 11,
        CALL_CHARACTERISTICS_DIRECT_AGENT "callCharacteristicsDirectAgent" = 12,
        CALL_CHARACTERISTICS_ASSIST_CALL "callCharacteristicsAssistCall" = 13,
        CALL_CHARACTERISTICS_VOICE_UNIT_CALL "callCharacteristicsVoiceUnitCall" = 14,
        MEDIA_CALL_CHARACTERISTICS "mediaCallCharacteristics" = 15,
        CALLING_CONNECTION_INFO "callingConnectionInfo" = 16,
        PRIVATE_DATA "privateData" = 17,
        INITIATED_CALL_INFO_IN_ACK "initiatedCallInfoInAck" = 18,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 19,
        MULTI_STAGE "multiStage" = 20,
        SUPPORTS_PROMPTING "supportsPrompting" = 21,
        PROMPTING_MODE "promptingMode" = 22,
        OFF_HOOK "offHook" = 23,
        MEDIA_CHARACTERISTICS_ADJUSTABLE "mediaCharacteristicsAdjustable" = 24,
        ACK_MODEL_MULTI_STEP "ackModelMultiStep" = 25,
        CALL_CHARACTERISTICS_LOW_PRIORITY_CALL "callCharacteristicsLowPriorityCall" = 26,
        CALL_CHARACTERISTICS_HIGH_PRIORITY_CALL "callCharacteristicsHighPriorityCall" = 27,
        CALL_CHARACTERISTICS_PRIVATE_CALL "callCharacteristicsPrivateCall" = 28,
        CALL_CHARACTERISTICS_PERSONAL_CALL "callCharacteristicsPersonalCall" = 29,
        CALL_CHARACTERISTICS_SENSITIVE_CALL "callCharacteristicsSensitiveCall" = 30,
        CALL_CHARACTERISTICS_CONFIDENTIAL_CALL "callCharacteristicsConfidentialCall" = 31,
        CALL_CHARACTERISTICS_ENCRYPTED_CALL "callCharacteristicsEncryptedCall" = 32,
        SUBJECT_OF_CALL "subjectOfCall" = 33,
        LANGUAGE_PREFERENCES "languagePreferences" = 34,
        REASON "reason" = 35,
    }
}

bit_string! {
    /// DOC
    pub struct MakeConnection "MakeConnection" {
        NULL "null" = 0,
        ACCOUNT_CODE "accountCode" = 1,
        AUTH_CODE "authCode" = 2,
        AUTO_ORIGINATE_PROMPT "autoOriginatePrompt" = 3,
        AUTO_ORIGINATE_DO_NOT_PROMPT "autoOriginateDoNotPrompt" = 4,
        CORRELATOR_DATA "correlatorData" = 5,
        CALL_CHARACTERISTICS "callCharacteristics" = 6,
        CALL_CHARACTERISTICS_ACD_CALL "callCharacteristicsACDCall" = 7,
        CALL_CHARACTERISTICS_LOW_PRIORITY_CALL "callCharacteristicsLowPriorityCall" = 8,
        CALL_CHARACTERISTICS_PRIORITY_CALL "callCharacteristicsPriorityCall" = 9,
        CALL_CHARACTERISTICS_HIGH_PRIORITY_CALL "callCharacteristicsHighPriorityCall" = 10,
        CALL_CHARACTERISTICS_MAINTENANCE_CALL "callCharacteristicsMaintenanceCall" = 11,
        CALL_CHARACTERISTICS_DIRECT_AGENT "callCharacteristicsDirectAgent" = 12,
        CALL_CHARACTERISTICS_ASSIST_CALL "callCharacteristicsAssistCall" = 13,
        CALL_CHARACTERISTICS_VOICE_UNIT_CALL "callCharacteristicsVoiceUnitCall" = 14,
        CALL_CHARACTERISTICS_PRIVATE_CALL "callCharacteristicsPrivateCall" = 15,
        CALL_CHARACTERISTICS_PERSONAL_CALL "callCharacteristicsPersonalCall" = 16,
        CALL_CHARACTERISTICS_SENSITIVE_CALL "callCharacteristicsSensitiveCall" = 17,
        CALL_CHARACTERISTICS_CONFIDENTIAL_CALL "callCharacteristicsConfidentialCall" = 18,
        CALL_CHARACTERISTICS_ENCRYPTED_CALL "callCharacteristicsEncryptedCall" = 19,
        MEDIA_CALL_CHARACTERISTICS "mediaCallCharacteristics" = 20,
        CONNECTION_INFO "connectionInfo" = 21,
        SUBJECT_OF_CALL "subjectOfCall" = 22,
        LANGUAGE_PREFERENCES "languagePreferences" = 23,
        REASON "reason" = 24,
        MAX_DEVICES "maxDevices" = 25,
        START_TIME "startTime" = 26,
        DURATION "duration" = 27,
        PRIVATE_DATA "privateData" = 28,
        MEDIA_CHARACTERISTICSIN_ACK "mediaCharacteristicsinAck" = 29,
        INITIATED_CALL_INFO_IN_ACK "initiatedCallInfoInAck" = 30,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 31,
        SUPPORTS_PROMPTING "supportsPrompting" = 32,
        PROMPTING_MODE "promptingMode" = 33,
        MEDIA_CHARACTERISTICS_ADJUSTED "mediaCharacteristicsAdjusted" = 34,
        ACK_MODEL_MULTISTEP "ackModelMultistep" = 35,
    }
}

bit_string! {
    /// DOC
    pub struct MakePredictiveCall "MakePredictiveCall" {
        SIGNALLING_DETECTION "signallingDetection" = 0,
        SIGNALLING_CONDITION_CALL_DELIVERED "signallingConditionCallDelivered" = 1,
        SIGNALLING_CONDITION_CALL_ESTABLISHED "signallingConditionCallEstablished" = 2,
        SIGNALLING_CONDITION_ACTION_DESTINATION_DETECTION "signallingConditionActionDestinationDetection" = 3,
        SIGNALLING_CONDITION_ACTION_REMAIN_CONNECTED "signallingConditionActionRemainConnected" = 4,
        DESTINATION_DETECTION "destinationDetection" = 5,
        DESTINATION_CONDITION_HUMAN_VOICE "destinationConditionHumanVoice" = 6,
        DESTINATION_CONDITION_ANSWERING_MACHINE "destinationConditionAnsweringMachine" = 7,
        DESTINATION_CONDITION_FAX "destinationConditionFax" = 8,
        DESTINATION_ACTION_CLEAR_CONNECTION "destinationActionClearConnection" = 9,
        DESTINATION_ACTION_REMAIN_CONNECTED "destinationActionRemainConnected" = 10,
        DEFAULT_ACTION_CLEAR_CONNECTION "defaultActionClearConnection" = 11,
        DEFAULT_ACTION_REMAIN_CONNECTED "defaultActionRemainConnected" = 12,
        ACCOUNT_CODE "accountCode" = 13,
        AUTH_CODE "authCode" = 14,
        AUTO_ORIGINATE_PROMPT "autoOriginatePrompt" = 15,
        AUTO_ORIGINATE_DO_NOT_PROMPT "autoOriginateDoNotPrompt" = 16,
        ALERT_TIME "alertTime" = 17,
        CORRELATOR_DATA "correlatorData" = 18,
        CALL_CHARACTERISTICS "callCharacteristics" = 19,
        CALL_CHARACTERISTICS_ACD_CALL "callCharacteristicsACDCall" = 20,
        CALL_CHARACTERISTICS_PRIORITY_CALL "callCharacteristicsPriorityCall" = 21,
        CALL_CHARACTERISTICS_MAINTENANCE_CALL "callCharacteristicsMaintenanceCall" = 22,
        CALL_CHARACTERISTICS_DIRECT_AGENT "callCharacteristicsDirectAgent" = 23,
        CALL_CHARACTERISTICS_ASSIST_CALL "callCharacteristicsAssistCall" = 24,
        CALL_CHARACTERISTICS_VOICE_UNIT_CALL "callCharacteristicsVoiceUnitCall" = 25,
        USER_DATA "userData" = 26,
        PRIVATE_DATA "privateData" = 27,
        INITIATED_CALL_INFO_IN_ACK "initiatedCallInfoInAck" = 28,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 29,
        DEVICE_ID_ONLY "deviceIDOnly" = 30,
        SUPPORTS_PROMPTING "supportsPrompting" = 31,
        PROMPTING_MODE "promptingMode" = 32,
        RESERVES_CALLING_DEVICE "reservesCallingDevice" = 33,
        ACK_MODEL_MULTI_STEP "ackModelMultiStep" = 34,
        CALL_CHARACTERISTICS_LOW_PRIORITY_CALL "callCharacteristicsLowPriorityCall" = 35,
        CALL_CHARACTERISTICS_HIGH_PRIORITY_CALL "callCharacteristicsHighPriorityCall" = 36,
        CALL_CHARACTERISTICS_PRIVATE_CALL "callCharacteristicsPrivateCall" = 37,
        CALL_CHARACTERISTICS_PERSONAL_CALL "callCharacteristicsPersonalCall" = 38,
        CALL_CHARACTERISTICS_SENSITIVE_CALL "callCharacteristicsSensitiveCall" = 39,
        CALL_CHARACTERISTICS_CONFIDENTIAL_CALL "callCharacteristicsConfidentialCall" = 40,
        CALL_CHARACTERISTICS_ENCRYPTED_CALL "callCharacteristicsEncryptedCall" = 41,
        SUBJECT_OF_CALL "subjectOfCall" = 42,
        LANGUAGE_PREFERENCES "languagePreferences" = 43,
    }
}

bit_string! {
    /// DOC
    pub struct ParkCall "ParkCall" {
        HOLD "hold" = 0,
        CONNECTED "connected" = 1,
        CORRELATOR_DATA "correlatorData" = 2,
        PRIVATE_DATA "privateData" = 3,
        PARKED_TO_IN_ACK "parkedToInAck" = 4,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 5,
        DEVICE_ID_ONLY "deviceIDOnly" = 6,
        ACK_MODEL_MULTI_STEP "ackModelMultiStep" = 7,
        SUBJECT_OF_CALL "subjectOfCall" = 8,
        LANGUAGE_PREFERENCES "languagePreferences" = 9,
    }
}

bit_string! {
    /// DOC
    pub struct ReconnectCall "ReconnectCall" {
        ALERTING "alerting" = 0,
        CONNECTED "connected" = 1,
        FAIL "fail" = 2,
        INITIATED "initiated" = 3,
        QUEUED "queued" = 4,
        PRIVATE_DATA "privateData" = 5,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 6,
        DEVICE_ID_ONLY "deviceIDOnly" = 7,
        ACK_MODEL_MULTI_STEP "ackModelMultiStep" = 8,
    }
}

bit_string! {
    /// DOC
    pub struct RetrieveCall "RetrieveCall" {
        PRIVATE_DATA "privateData" = 0,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 1,
        DEVICE_ID_ONLY "deviceIDOnly" = 2,
        ACK_MODEL_MULTI_STEP "ackModelMultiStep" = 3,
    }
}

bit_string! {
    /// DOC
    pub struct SendMessage "SendMessage" {
        ACCOUNT_CODE "accountCode" = 0,
        AUTH_CODE "authCode" = 1,
        CORRELATOR_DATA "correlatorData" = 2,
        USER_DATA "userData" = 3,
        CALL_CHARACTERISTICS "callCharacteristics" = 4,
        CALL_CHARACTERISTICS_ACD_CALL "callCharacteristicsACDCall" = 5,
        CALL_CHARACTERISTICS_LOW_PRIORITY_CALL "callCharacteristicsLowPriorityCall" = 6,
        CALL_CHARACTERISTICS_PRIORITY_CALL "callCharacteristicsPriorityCall" = 7,
        CALL_CHARACTERISTICS_HIGH_PRIORITY_CALL "callCharacteristicsHighPriorityCall" = 8,
        CALL_CHARACTERISTICS_MAINTENANCE_CALL "callCharacteristicsMaintenanceCall" = 9,
        CALL_CHARACTERISTICS_DIRECT_AGENT "callCharacteristicsDirectAgent" = 10,
        CALL_CHARACTERISTICS_ASSIST_CALL "callCharacteristicsAssistCall" = 11,
        CALL_CHARACTERISTICS_VOICE_UNIT_CALL "callCharacteristicsVoiceUnitCall" = 12,
        CALL_CHARACTERISTICS_PRIVATE_CALL "callCharacteristicsPrivateCall" = 13,
        CALL_CHARACTERISTICS_PERSONAL_CALL "callCharacteristicsPersonalCall" = 14,
        CALL_CHARACTERISTICS_SENSITIVE_CALL "callCharacteristicsSensitiveCall" = 15,
        CALL_CHARACTERISTICS_CONFIDENTIAL_CALL "callCharacteristicsConfidentialCall" = 16,
        CALL_CHARACTERISTICS_ENCRYPTED_CALL "callCharacteristicsEncryptedCall" = 17,
        MEDIA_CALL_CHARACTERISTICS "mediaCallCharacteristics" = 18,
        SUBJECT_OF_CALL "subjectOfCall" = 19,
        LANGUAGE_PREFERENCES "languagePreferences" = 20,
        PRIVATE_DATA "privateData" = 21,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 22,
    }
}

bit_string! {
    /// DOC
    pub struct SingleStepConference "SingleStepConference" {
        PARTICIPATION_TYPE_ACTIVE "participationTypeActive" = 0,
        PARTICIPATION_TYPE_SILENT "participationTypeSilent" = 1,
        ACCOUNT_CODE "accountCode" = 2,
        AUTH_CODE "authCode" = 3,
        CORRELATOR_DATA "correlatorData" = 4,
        USER_DATA "userData" = 5,
        PRIVATE_DATA "privateData" = 6,
        CONFERENCED_CALL_INFO_IN_ACK "conferencedCallInfoInAck" = 7,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 8,
        DEVICE_ID_ONLY "deviceIDOnly" = 9,
        ACK_MODEL_MULTI_STEP "ackModelMultiStep" = 10,
    }
}

bit_string! {
    /// DOC
    pub struct SingleStepTransfer "SingleStepTransfer" {
        ACCOUNT_CODE "accountCode" = 0,
        AUTH_CODE "authCode" = 1,
        CORRELATOR_DATA "correlatorData" = 2,
        USER_DATA "userData" = 3,
        PRIVATE_DATA "privateData" = 4,
        CONNECTION_PARAMETER_IN_ACK "connectionParameterInAck" = 5,
        ENDPOINT_DEVICE_ID "endpointDeviceID" = 6,
        RESULTION_CONNECTION_INFORMATION "resultionConnectionInformation" = 7,
        TRANSFERRED_COLL_INFO_IN_ACK "transferredCollInfoInAck" = 8,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 9,
        DEVICE_ID_ONLY "deviceIDOnly" = 10,
        MULTIPLE_DEVICES "multipleDevices" = 11,
        ACK_MODEL_MULTI_STEP "ackModelMultiStep" = 12,
        SUBJECT_OF_CALL "subjectOfCall" = 13,
        LANGUAGE_PREFERENCES "languagePreferences" = 14,
        REASON "reason" = 15,
        CALL_CHARACTERISTICSIN_REQUEST "callCharacteristicsinRequest" = 16,
    }
}

bit_string! {
    /// DOC
    pub struct TransferCall "TransferCall" {
        ACTIVE_CALL_CONNECTED "activeCallConnected" = 0,
        ACTIVE_CALL_HOLD "activeCallHold" = 1,
        HELD_CALL_CONNECTED "heldCallConnected" = 2,
        HELD_CALL_HOLD "heldCallHold" = 3,
        PRIVATE_DATA "privateData" = 4,
        CONNECTIONS_PARAMETER_IN_ACK "connectionsParameterInAck" = 5,
        ENDPOINT_DEVICE_ID "endpointDeviceID" = 6,
        RESULTING_CONNECTION_INFORMATION "resultingConnectionInformation" = 7,
        TRANSFERRED_CALL_INFO_IN_ACK "transferredCallInfoInAck" = 8,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 9,
        DEVICE_ID_ONLY "deviceIDOnly" = 10,
        MULTIPLE_DEVICES "multipleDevices" = 11,
        ACK_MODEL_MULTI_STEP "ackModelMultiStep" = 12,
    }
}
