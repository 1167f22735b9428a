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
    /// Calls a number first and gives the call to a device when it is answered or rings.
    pub MakePredictiveCall "makePredictiveCall" = 11, "Make Predictive Call", ToSwitch: MakePredictiveCallArgument<'a> => MakePredictiveCallResult<'a>
}

sequence! {
    /// Whom to call for which device, and what to do according to who answers.
    pub struct MakePredictiveCallArgument<'a> "MakePredictiveCallArgument" {
        calling_device "callingDevice": DeviceId<'a>,
        called_directory_number "calledDirectoryNumber": DeviceId<'a>,
        signalling_detection "signallingDetection" [0 IMPLICIT]: SignallingDetection = OPTIONAL,
        destination_detection "destinationDetection" [1 IMPLICIT]: DestinationDetection<'a> = OPTIONAL,
        default_action "defaultAction" [2 IMPLICIT]: DefaultAction = OPTIONAL,
        account_code "accountCode" [3 IMPLICIT]: AccountInfo<'a> = OPTIONAL,
        auth_code "authCode" [4 IMPLICIT]: AuthCode<'a> = OPTIONAL,
        auto_originate "autoOriginate" [5 IMPLICIT]: AutoOriginate = DEFAULT(AutoOriginate::Prompt),
        /// How long it may ring.
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
    /// The device's connection in the new call.
    pub struct MakePredictiveCallResult<'a> "MakePredictiveCallResult" {
        initiated_call "initiatedCall": ConnectionId<'a>,
        initiated_call_info "initiatedCallInfo": ConnectionInformation<'a> = OPTIONAL,
        call_linkage_data "callLinkageData" [1 IMPLICIT]: CallLinkageData<'a> = RARE,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// What the switch does at a certain progress of the call.
    pub struct SignallingDetection "SignallingDetection" {
        signalling_condition "signallingCondition": SignallingCondition,
        signalling_conditions_action "signallingConditionsAction": SignallingConditionsAction,
    }
}

enumerated! {
    /// The progress of a call for which the switch waits.
    pub enum SignallingCondition "SignallingCondition" {
        CallDelivered "callDelivered" = 0,
        CallEstablished "callEstablished" = 1,
    }
}

enumerated! {
    /// What the switch does then.
    pub enum SignallingConditionsAction "SignallingConditionsAction" {
        /// Finds out who has answered.
        DestinationDetection "destinationDetection" = 0,
        RemainConnected "remainConnected" = 1,
    }
}

sequence! {
    /// What the switch does if it is this one who answers.
    pub struct DestinationDetectionEntry "DestinationDetectionEntry" {
        destination_condition "destinationCondition": DestinationCondition,
        detection_action "detectionAction": DetectionAction,
    }
}

/// What the switch does according to who answers.
pub type DestinationDetection<'a> = SequenceOf<'a, DestinationDetectionEntry>;

enumerated! {
    /// Who answers.
    pub enum DestinationCondition "DestinationCondition" {
        HumanVoice "humanVoice" = 0,
        AnsweringMachine "answeringMachine" = 1,
        FacsimileMachine "facsimileMachine" = 2,
    }
}

/// What the switch does if it cannot tell who answers.
pub type DefaultAction = DetectionAction;

enumerated! {
    /// What the switch does with a call that was answered.
    pub enum DetectionAction "DetectionAction" {
        ClearCalledConnection "clearCalledConnection" = 0,
        RemainConnected "remainConnected" = 1,
    }
}
