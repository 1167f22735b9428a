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

/// Names a transmission of call detail records.
pub type CdrCrossRefId<'a> = OctetString<'a>;

enumerated! {
    /// Why records wait to be fetched.
    pub enum CdrReason "CDRReason" {
        /// They have waited long enough.
        Timeout "timeout" = 0,
        /// There are enough of them.
        ThresholdReached "thresholdReached" = 1,
        Other "other" = 2,
    }
}

/// Call detail records.
pub type CdrInfo<'a> = SequenceOf<'a, CdrInformationItem<'a>>;

sequence! {
    /// What one call was and what it cost.
    pub struct CdrInformationItem<'a> "CDRInformationItem" {
        /// The number of the record within its report, 1 to 128.
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
        /// Who pays.
        charged_device "chargedDevice" [2 EXPLICIT]: ChargedDevice<'a> = OPTIONAL,
        /// The call, by a connection in it.
        recorded_call "recordedCall": ConnectionId<'a> = OPTIONAL,
        /// The switch in a network of switches.
        node_number "nodeNumber" [3 IMPLICIT]: NodeNumber = OPTIONAL,
        /// The tariff by which it is charged.
        tariff_table "tariffTable" [4 IMPLICIT]: i64 = OPTIONAL,
        connection_start "connectionStart" [5 IMPLICIT]: TimeInfo<'a> = OPTIONAL,
        connection_end "connectionEnd" [6 IMPLICIT]: TimeInfo<'a> = OPTIONAL,
        /// How long it lasted.
        connection_duration "connectionDuration" [7 IMPLICIT]: i64 = OPTIONAL,
        /// What was dialled for the outside line.
        access_code "accessCode" [8 IMPLICIT]: OctetString<'a> = OPTIONAL,
        /// The network provider.
        carrier "carrier" [9 IMPLICIT]: i64 = OPTIONAL,
        /// The trunk group or route it took.
        selected_route "selectedRoute" [10 IMPLICIT]: i64 = OPTIONAL,
        billing_id "billingID" [11 IMPLICIT]: BillingId = OPTIONAL,
        charging_info "chargingInfo" [12 IMPLICIT]: ChargingInfo<'a> = OPTIONAL,
        suppl_service_info "supplServiceInfo" [13 IMPLICIT]: SupplServiceInfo = OPTIONAL,
        reason_for_term "reasonForTerm" [14 IMPLICIT]: ReasonForTerm = OPTIONAL,
        auth_code "authCode" [15 IMPLICIT]: AuthCode<'a> = OPTIONAL,
        /// The account code that was given.
        account_info "accountInfo" [16 IMPLICIT]: AccountInfo<'a> = OPTIONAL,
        device_category "deviceCategory" [17 IMPLICIT]: DeviceCategory = OPTIONAL,
        named_device_types "namedDeviceTypes" [18 IMPLICIT]: NamedDeviceTypes = OPTIONAL,
        /// The operator who put it through.
        operator_device "operatorDevice" [19 EXPLICIT]: DeviceId<'a> = OPTIONAL,
    }
}

choice! {
    /// Who pays for a call.
    pub enum ChargedDevice<'a> "ChargedDevice" {
        Operator "operator" [0 IMPLICIT]: DeviceId<'a>,
        NonOperator "nonOperator" [1 IMPLICIT]: DeviceId<'a>,
    }
}

sequence! {
    /// A switch in a network of switches, by up to three parts of a number.
    pub struct NodeNumber "NodeNumber" {
        area0 "area0" [0 IMPLICIT]: i64 = OPTIONAL,
        area1 "area1" [1 IMPLICIT]: i64 = OPTIONAL,
        area2 "area2" [2 IMPLICIT]: i64 = OPTIONAL,
    }
}

enumerated! {
    /// How a call is charged.
    pub enum BillingId "BillingID" {
        NormalCharging "normalCharging" = 0,
        /// The called party pays.
        ReverseCharging "reverseCharging" = 1,
        CreditCardCharging "creditCardCharging" = 2,
        CallForwarding "callForwarding" = 3,
        CallDeflection "callDeflection" = 4,
        CallTransfer "callTransfer" = 5,
        Other "other" = 6,
    }
}

bit_string! {
    /// Supplementary services that a call has used.
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
    /// How a call ended.
    pub enum ReasonForTerm "ReasonForTerm" {
        NormalClearing "normalClearing" = 0,
        UnsuccessfulCallAttempt "unsuccessfulCallAttempt" = 1,
        AbnormalTermination "abnormalTermination" = 2,
        CallTransferred "callTransferred" = 3,
        Other "other" = 4,
    }
}

sequence! {
    /// A span of time whose records are asked for.
    pub struct CdrTimePeriod<'a> "CDRTimePeriod" {
        beginning_of_cdr "beginningOfCDR": TimeInfo<'a>,
        end_of_cdr "endOfCDR": TimeInfo<'a>,
    }
}

enumerated! {
    /// When call detail records are sent.
    pub enum CdrTransferMode "CDRTransferMode" {
        /// Each when its call has ended.
        TransferAtEndOfCall "transferAtEndOfCall" = 0,
        /// When the application asks for them.
        TransferOnRequest "transferOnRequest" = 1,
        /// When enough have gathered.
        TransferOnThresholdReached "transferOnThresholdReached" = 2,
    }
}

enumerated! {
    /// Why a transmission of call detail records ends.
    pub enum CdrTermReason "CDRTermReason" {
        EndOfDataDetected "endOfDataDetected" = 0,
        ErrorDetected "errorDetected" = 1,
        ThresholdReached "thresholdReached" = 2,
        Other "other" = 3,
    }
}
