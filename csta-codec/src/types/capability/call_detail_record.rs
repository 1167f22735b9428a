//! Call detail records.
//!
//! The ASN.1 module is `CSTA-capability-exchange`.

use crate::{bit_string, sequence};

sequence! {
    /// The supported services of call detail records.
    pub struct CdrServList "CDRServList" {
        cdr_notification "cdrNotification" [0 IMPLICIT]: CdrNotification = OPTIONAL,
        cdr_report "cdrReport" [1 IMPLICIT]: CdrReport = OPTIONAL,
        send_stored_cdrs "sendStoredCDRs" [2 IMPLICIT]: SendStoredCdrs = OPTIONAL,
        start_cdr_transmission "startCDRTransmission" [3 IMPLICIT]: StartCdrTransmission = OPTIONAL,
        stop_cdr_transmission "stopCDRTransmission" [4 IMPLICIT]: StopCdrTransmission = OPTIONAL,
    }
}

bit_string! {
    /// What the switch tells by [CDR Notification](crate::services::CdrNotification).
    pub struct CdrNotification "CdrNotification" {
        CDR_REASON_TIMEOUT "cdrReasonTimeout" = 0,
        CDR_REASON_THRESHOLD_REACHED "cdrReasonThresholdReached" = 1,
        CDR_REASON_OTHER "cdrReasonOther" = 2,
        PRIVATE_DATA "privateData" = 3,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 4,
    }
}

bit_string! {
    /// What the switch tells by [CDR Report](crate::services::CdrReport).
    pub struct CdrReport "CdrReport" {
        CDR_REASON_TIMEOUT "cdrReasonTimeout" = 0,
        CDR_REASON_THRESHOLD_REACHED "cdrReasonThresholdReached" = 1,
        CDR_REASON_OTHER "cdrReasonOther" = 2,
        RECORD_NUMBER "recordNumber" = 3,
        RECORD_CREATION_TIME "recordCreationTime" = 4,
        CALLING_DEVICE "callingDevice" = 5,
        CALLED_DEVICE "calledDevice" = 6,
        ASSOC_CALLING_DEVICE "assocCallingDevice" = 7,
        ASSOC_CALLED_DEVICE "assocCalledDevice" = 8,
        NETW_CALLING_DEVICE "netwCallingDevice" = 9,
        NETW_CALLED_DEVICE "netwCalledDevice" = 10,
        CALL_CHARACTERISTICS "callCharacteristics" = 11,
        MEDIA_CALL_CHARACTERISTICS "mediaCallCharacteristics" = 12,
        CHARGED_DEVICE_OPERATOR "chargedDeviceOperator" = 13,
        CHARGED_DEVICE_NON_OPERATOR "chargedDeviceNonOperator" = 14,
        RECORDED_CALL "recordedCall" = 15,
        NODE_NUMBER_AREA0 "nodeNumberArea0" = 16,
        NODE_NUMBER_AREA1 "nodeNumberArea1" = 17,
        NODE_NUMBER_AREA2 "nodeNumberArea2" = 18,
        TARIF_TABLE "tarifTable" = 19,
        CONNECTION_START "connectionStart" = 20,
        CONNECTION_END "connectionEnd" = 21,
        CONNECTION_DURATION "connectionDuration" = 22,
        ACCESS_CODE "accessCode" = 23,
        CARRIER "carrier" = 24,
        SELECTED_ROUTE "selectedRoute" = 25,
        BILLING_INDICATOR_NORMAL_CHARGING "billingIndicatorNormalCharging" = 26,
        BILLING_INDICATOR_REVERSE_CHARGING "billingIndicatorReverseCharging" = 27,
        BILLING_INDICATOR_CREDIT_CARD_CHARGING "billingIndicatorCreditCardCharging" = 28,
        BILLING_INDICATOR_CALL_FORWARDING "billingIndicatorCallForwarding" = 29,
        BILLING_INDICATOR_CALL_DEFLECTION "billingIndicatorCallDeflection" = 30,
        BILLING_INDICATOR_CALL_TRANSFER "billingIndicatorCallTransfer" = 31,
        BILLING_INDICATOR_OTHER "billingIndicatorOther" = 32,
        CHARGING_INFO "chargingInfo" = 33,
        SUPP_SERVICE_INFO_NORMAL_CALL "suppServiceInfoNormalCall" = 34,
        SUPP_SERVICE_INFO_CONSULTATION_CALL "suppServiceInfoConsultationCall" = 35,
        SUPP_SERVICE_INFO_TRANSFER_CALL "suppServiceInfoTransferCall" = 36,
        SUPP_SERVICE_INFO_CALL_COMPLETION "suppServiceInfoCallCompletion" = 37,
        SUPP_SERVICE_INFO_CALL_FORWARDING "suppServiceInfoCallForwarding" = 38,
        SUPP_SERVICE_INFO_CALL_DIVERSION "suppServiceInfoCallDiversion" = 39,
        SUPP_SERVICE_INFO_CONFERENCING "suppServiceInfoConferencing" = 40,
        SUPP_SERVICE_INFO_INTRUSION "suppServiceInfoIntrusion" = 41,
        SUPP_SERVICE_INFO_USER_USER_INFO "suppServiceInfoUserUserInfo" = 42,
        SUPP_SERVICE_INFO_OTHER "suppServiceInfoOther" = 43,
        REASON_FOR_TERM_NORMAL_CLEARING "reasonForTermNormalClearing" = 44,
        REASON_FOR_TERM_UNSUCCESSFUL_CALL_ATTEMPT "reasonForTermUnsuccessfulCallAttempt" = 45,
        REASON_FOR_TERM_ABNORMAL_TERMINATION "reasonForTermAbnormalTermination" = 46,
        REASON_FOR_TERM_CALL_TRANSFERRED "reasonForTermCallTransferred" = 47,
        REASON_FOR_TERM_OTHER "reasonForTermOther" = 48,
        AUTH_CODE "authCode" = 49,
        ACCOUNT_INFO "accountInfo" = 50,
        DEVICE_CATEGORY "deviceCategory" = 51,
        NAMED_DEVICE_TYPES "namedDeviceTypes" = 52,
        OPERATOR_DEVICE "operatorDevice" = 53,
        LAST_STORED_CDR_REPORT_SENT "lastStoredCDRReportSent" = 54,
        PRIVATE_DATA "privateData" = 55,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 56,
    }
}

bit_string! {
    /// What the switch supports of [Send Stored Cdrs](crate::services::SendStoredCdr).
    pub struct SendStoredCdrs "SendStoredCDRs" {
        TIME_PERIOD "timePeriod" = 0,
        PRIVATE_DATA "privateData" = 1,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 2,
    }
}

bit_string! {
    /// What the switch supports of [Start CDR Transmission](crate::services::StartCdrTransmission).
    pub struct StartCdrTransmission "StartCDRTransmission" {
        TRANSFER_MODE_TRANSFER_AT_END_OF_CALL "transferModeTransferAtEndOfCall" = 0,
        TRANSFER_MODE_TRANSFER_ON_REQUEST "transferModeTransferOnRequest" = 1,
        TRANSFER_MODE_TRANSFER_ON_THRESHOLD_REACHED "transferModeTransferOnThresholdReached" = 2,
        PRIVATE_DATA "privateData" = 3,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 4,
    }
}

bit_string! {
    /// What the switch supports of [Stop CDR Transmission](crate::services::StopCdrTransmission).
    pub struct StopCdrTransmission "StopCDRTransmission" {
        CDR_TERM_REASON_END_OF_DATA "cdrTermReasonEndOfData" = 0,
        CDR_TERM_REASON_ERROR "cdrTermReasonError" = 1,
        CDR_TERM_REASON_THRESHOLD_REACHED "cdrTermReasonThresholdReached" = 2,
        CDR_TERM_REASON_OTHER "cdrTermReasonOther" = 3,
        PRIVATE_DATA "privateData" = 4,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 5,
        SW_FUNCTION_SUPPORTS_SENDING "swFunctionSupportsSending" = 6,
        SW_FUNCTION_SUPPORTS_RECEIVING "swFunctionSupportsReceiving" = 7,
    }
}
