//! Call-control services.
//!
//! The ASN.1 module is `CSTA-capability-exchange`.

use crate::types::capability::{
    ConsultationCall, MakeCall, MakeConnection, MakePredictiveCall, SendMessage,
};
use crate::{bit_string, sequence};

sequence! {
    /// The supported call-control services.
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
    /// What the switch supports of [Accept Call](crate::services::AcceptCall).
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
    /// What the switch supports of [Alternate Call](crate::services::AlternateCall).
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
    /// What the switch supports of [Answer Call](crate::services::AnswerCall).
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
    /// What the switch supports of [Call Back](crate::services::CallBack).
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
    /// What the switch supports of [Call Back Message](crate::services::CallBackMessage).
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
    /// What the switch supports of [Camp On Call](crate::services::CamponCall).
    pub struct CampOnCall "CampOnCall" {
        PRIVATE_DATA "privateData" = 0,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 1,
        DEVICE_ID_ONLY "deviceIDOnly" = 2,
        ACK_MODEL_MULTI_STEP "ackModelMultiStep" = 3,
    }
}

bit_string! {
    /// What the switch supports of [Clear Call](crate::services::ClearCall).
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
    /// What the switch supports of [Clear Connection](crate::services::ClearConnection).
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
    /// What the switch supports of [Conference Call](crate::services::ConferenceCall).
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
    /// What the switch supports of [Deflect Call](crate::services::DeflectCall).
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
        CALL_CHARACTERISTICS_IN_REQUEST "callCharacteristicsinRequest" = 14,
        MULTIPLE_DEVICE_IDS_IN_NEW_DESTINATION "multipleDeviceIDsInNewDestination" = 15,
    }
}

bit_string! {
    /// What the switch supports of [Dial Digits](crate::services::DialDigits).
    pub struct DialDigits "DialDigits" {
        CORRELATOR_DATA "correlatorData" = 0,
        PRIVATE_DATA "privateData" = 1,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 2,
        DEVICE_ID_ONLY "deviceIDOnly" = 3,
        ACK_MODEL_MULTI_STEP "ackModelMultiStep" = 4,
    }
}

bit_string! {
    /// What the switch supports of [Directed Pickup Call](crate::services::DirectedPickupCall).
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
    /// What the switch supports of [Group Pickup Call](crate::services::GroupPickupCall).
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
    /// What the switch supports of [Hold Call](crate::services::HoldCall).
    pub struct HoldCall "HoldCall" {
        CONNECTION_RESERVATION "connectionReservation" = 0,
        PRIVATE_DATA "privateData" = 1,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 2,
        DEVICE_ID_ONLY "deviceIDOnly" = 3,
        ACK_MODEL_MULTI_STEP "ackModelMultiStep" = 4,
    }
}

bit_string! {
    /// What the switch supports of [Intrude Call](crate::services::IntrudeCall).
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
    /// What the switch supports of [Join Call](crate::services::JoinCall).
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
    /// What the switch supports of [Park Call](crate::services::ParkCall).
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
    /// What the switch supports of [Reconnect Call](crate::services::ReconnectCall).
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
    /// What the switch supports of [Retrieve Call](crate::services::RetrieveCall).
    pub struct RetrieveCall "RetrieveCall" {
        PRIVATE_DATA "privateData" = 0,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 1,
        DEVICE_ID_ONLY "deviceIDOnly" = 2,
        ACK_MODEL_MULTI_STEP "ackModelMultiStep" = 3,
    }
}

bit_string! {
    /// What the switch supports of [Single Step Conference](crate::services::SingleStepConf).
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
    /// What the switch supports of [Single Step Transfer](crate::services::SingleStepTrans).
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
        CALL_CHARACTERISTICS_IN_REQUEST "callCharacteristicsinRequest" = 16,
    }
}

bit_string! {
    /// What the switch supports of [Transfer Call](crate::services::TransferCall).
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
