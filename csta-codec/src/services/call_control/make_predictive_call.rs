//! Make Predictive Call.
//!
//! The ASN.1 module is `CSTA-make-predictive-call`.

use crate::types::{
    AccountInfo, AuthCode, AutoOriginate, CallCharacteristics, CallLinkageData, ConnectionId,
    ConnectionInformation, CorrelatorData, CstaCommonArguments, DeviceId, LanguagePreferences,
    SubjectOfCall, UserData,
};
use crate::{SequenceOf, enumerated, operation, sequence};

operation! {
    /// DOC
    pub MakePredictiveCall "makePredictiveCall" = 11, ToSwitch: MakePredictiveCallArgument<'a> => MakePredictiveCallResult<'a>
}

sequence! {
    /// DOC
    pub struct MakePredictiveCallArgument<'a> "MakePredictiveCallArgument" {
        calling_device "callingDevice": DeviceId<'a>,
        called_directory_number "calledDirectoryNumber": DeviceId<'a>,
        signalling_detection "signallingDetection" [0 IMPLICIT]: SignallingDetection = OPTIONAL,
        destination_detection "destinationDetection" [1 IMPLICIT]: DestinationDetection<'a> = OPTIONAL,
        default_action "defaultAction" [2 IMPLICIT]: DefaultAction = OPTIONAL,
        account_code "accountCode" [3 IMPLICIT]: AccountInfo<'a> = OPTIONAL,
        auth_code "authCode" [4 IMPLICIT]: AuthCode<'a> = OPTIONAL,
        auto_originate "autoOriginate" [5 IMPLICIT]: AutoOriginate = DEFAULT(AutoOriginate::Prompt),
        alert_time "alertTime" [6 IMPLICIT]: i64 = OPTIONAL,
        correlator_data "correlatorData" [7 IMPLICIT]: CorrelatorData<'a> = OPTIONAL,
        call_characteristics "callCharacteristics" [8 IMPLICIT]: CallCharacteristics = OPTIONAL,
        user_data "userData": UserData<'a> = OPTIONAL,
        subject_of_call "subjectOfCall" [9 IMPLICIT]: SubjectOfCall<'a> = OPTIONAL,
        language_preferences "languagePreferences" [10 IMPLICIT]: LanguagePreferences<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct MakePredictiveCallResult<'a> "MakePredictiveCallResult" {
        initiated_call "initiatedCall": ConnectionId<'a>,
        initiated_call_info "initiatedCallInfo": ConnectionInformation<'a> = OPTIONAL,
        call_linkage_data "callLinkageData" [1 IMPLICIT]: CallLinkageData<'a> = RARE,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct SignallingDetection "SignallingDetection" {
        signalling_condition "signallingCondition": SignallingCondition,
        signalling_conditions_action "signallingConditionsAction": SignallingConditionsAction,
    }
}

enumerated! {
    /// DOC
    pub enum SignallingCondition "SignallingCondition" {
        CallDelivered "callDelivered" = 0,
        CallEstablished "callEstablished" = 1,
    }
}

enumerated! {
    /// DOC
    pub enum SignallingConditionsAction "SignallingConditionsAction" {
        DestinationDetection "destinationDetection" = 0,
        RemainConnected "remainConnected" = 1,
    }
}

sequence! {
    /// DOC
    pub struct DestinationDetectionEntry "DestinationDetectionEntry" {
        destination_condition "destinationCondition": DestinationCondition,
        detection_action "detectionAction": DetectionAction,
    }
}

/// DOC
pub type DestinationDetection<'a> = SequenceOf<'a, DestinationDetectionEntry>;

enumerated! {
    /// DOC
    pub enum DestinationCondition "DestinationCondition" {
        HumanVoice "humanVoice" = 0,
        AnsweringMachine "answeringMachine" = 1,
        FacsimileMachine "facsimileMachine" = 2,
    }
}

/// DOC
pub type DefaultAction = DetectionAction;

enumerated! {
    /// DOC
    pub enum DetectionAction "DetectionAction" {
        ClearCalledConnection "clearCalledConnection" = 0,
        RemainConnected "remainConnected" = 1,
    }
}
