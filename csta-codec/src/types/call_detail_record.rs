//! Call detail records: what a call was and what it cost.
//!
//! The ASN.1 module is `CSTA-call-detail-record`.

use crate::types::capability::{DeviceCategory, NamedDeviceTypes};
use crate::types::{
    AccountInfo, AssociatedCalledDeviceId, AssociatedCallingDeviceId, AuthCode,
    CallCharacteristics, CalledDeviceId, CallingDeviceId, ChargingInfo, ConnectionId, DeviceId,
    MediaCallCharacteristics, NetworkCalledDeviceId, NetworkCallingDeviceId, TimeInfo,
};
use crate::{OctetString, SequenceOf, bit_string, choice, enumerated, sequence};

/// DOC
pub type CdrCrossRefId<'a> = OctetString<'a>;

enumerated! {
    /// DOC
    pub enum CdrReason "CDRReason" {
        Timeout "timeout" = 0,
        ThresholdReached "thresholdReached" = 1,
        Other "other" = 2,
    }
}

/// DOC
pub type CdrInfo<'a> = SequenceOf<'a, CdrInformationItem<'a>>;

sequence! {
    /// DOC
    pub struct CdrInformationItem<'a> "CDRInformationItem" {
        record_number "recordNumber": i64 = OPTIONAL,
        record_creation_time "recordCreationTime": TimeInfo<'a>,
        calling_device "callingDevice": CallingDeviceId<'a> = OPTIONAL,
        called_device "calledDevice": CalledDeviceId<'a> = OPTIONAL,
        associated_calling_device "associatedCallingDevice": AssociatedCallingDeviceId<'a> = OPTIONAL,
        associated_called_device "associatedCalledDevice": AssociatedCalledDeviceId<'a> = OPTIONAL,
        network_calling_device "networkCallingDevice": NetworkCallingDeviceId<'a> = OPTIONAL,
        network_called_device "networkCalledDevice": NetworkCalledDeviceId<'a> = OPTIONAL,
        call_characteristics "callCharacteristics" [0 IMPLICIT]: CallCharacteristics = OPTIONAL,
        media_call_characteristics "mediaCallCharacteristics" [1 IMPLICIT]: MediaCallCharacteristics<'a> = OPTIONAL,
        charged_device "chargedDevice" [2 EXPLICIT]: ChargedDevice<'a> = OPTIONAL,
        recorded_call "recordedCall": ConnectionId<'a> = OPTIONAL,
        node_number "nodeNumber" [3 IMPLICIT]: NodeNumber = OPTIONAL,
        tariff_table "tariffTable" [4 IMPLICIT]: i64 = OPTIONAL,
        connection_start "connectionStart" [5 IMPLICIT]: TimeInfo<'a> = OPTIONAL,
        connection_end "connectionEnd" [6 IMPLICIT]: TimeInfo<'a> = OPTIONAL,
        connection_duration "connectionDuration" [7 IMPLICIT]: i64 = OPTIONAL,
        access_code "accessCode" [8 IMPLICIT]: OctetString<'a> = OPTIONAL,
        carrier "carrier" [9 IMPLICIT]: i64 = OPTIONAL,
        selected_route "selectedRoute" [10 IMPLICIT]: i64 = OPTIONAL,
        billing_id "billingID" [11 IMPLICIT]: BillingId = OPTIONAL,
        charging_info "chargingInfo" [12 IMPLICIT]: ChargingInfo<'a> = OPTIONAL,
        suppl_service_info "supplServiceInfo" [13 IMPLICIT]: SupplServiceInfo = OPTIONAL,
        reason_for_term "reasonForTerm" [14 IMPLICIT]: ReasonForTerm = OPTIONAL,
        auth_code "authCode" [15 IMPLICIT]: AuthCode<'a> = OPTIONAL,
        account_info "accountInfo" [16 IMPLICIT]: AccountInfo<'a> = OPTIONAL,
        device_category "deviceCategory" [17 IMPLICIT]: DeviceCategory = OPTIONAL,
        named_device_types "namedDeviceTypes" [18 IMPLICIT]: NamedDeviceTypes = OPTIONAL,
        operator_device "operatorDevice" [19 EXPLICIT]: DeviceId<'a> = OPTIONAL,
    }
}

choice! {
    /// DOC
    pub enum ChargedDevice<'a> "ChargedDevice" {
        Operator "operator" [0 IMPLICIT]: DeviceId<'a>,
        NonOperator "nonOperator" [1 IMPLICIT]: DeviceId<'a>,
    }
}

sequence! {
    /// DOC
    pub struct NodeNumber "NodeNumber" {
        area0 "area0" [0 IMPLICIT]: i64 = OPTIONAL,
        area1 "area1" [1 IMPLICIT]: i64 = OPTIONAL,
        area2 "area2" [2 IMPLICIT]: i64 = OPTIONAL,
    }
}

enumerated! {
    /// DOC
    pub enum BillingId "BillingID" {
        NormalCharging "normalCharging" = 0,
        ReverseCharging "reverseCharging" = 1,
        CreditCardCharging "creditCardCharging" = 2,
        CallForwarding "callForwarding" = 3,
        CallDeflection "callDeflection" = 4,
        CallTransfer "callTransfer" = 5,
        Other "other" = 6,
    }
}

bit_string! {
    /// DOC
    pub struct SupplServiceInfo "SupplServiceInfo" {
        NORMAL_CALL "normalCall" = 0,
        CONSULTATION_CALL "consultationCall" = 1,
        TRANSFER_CALL "transferCall" = 2,
        CALL_COMPLETION "callCompletion" = 3,
        CALL_FORWARDING "callForwarding" = 4,
        CALL_DIVERSION "callDiversion" = 5,
        CONFERENCING "conferencing" = 6,
        INTRUSION "intrusion" = 7,
        USER_USER_INFO "userUserInfo" = 8,
        OTHER "other" = 9,
    }
}

enumerated! {
    /// DOC
    pub enum ReasonForTerm "ReasonForTerm" {
        NormalClearing "normalClearing" = 0,
        UnsuccessfulCallAttempt "unsuccessfulCallAttempt" = 1,
        AbnormalTermination "abnormalTermination" = 2,
        CallTransferred "callTransferred" = 3,
        Other "other" = 4,
    }
}

sequence! {
    /// DOC
    pub struct CdrTimePeriod<'a> "CDRTimePeriod" {
        beginning_of_cdr "beginningOfCDR": TimeInfo<'a>,
        end_of_cdr "endOfCDR": TimeInfo<'a>,
    }
}

enumerated! {
    /// DOC
    pub enum CdrTransferMode "CDRTransferMode" {
        TransferAtEndOfCall "transferAtEndOfCall" = 0,
        TransferOnRequest "transferOnRequest" = 1,
        TransferOnThresholdReached "transferOnThresholdReached" = 2,
    }
}

enumerated! {
    /// DOC
    pub enum CdrTermReason "CDRTermReason" {
        EndOfDataDetected "endOfDataDetected" = 0,
        ErrorDetected "errorDetected" = 1,
        ThresholdReached "thresholdReached" = 2,
        Other "other" = 3,
    }
}
