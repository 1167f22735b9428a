//! The error of CSTA: why a service was not carried out.
//!
//! The ASN.1 module is `CSTA-error-definition`.

use core::fmt;

use crate::{choice, enumerated};

/// Why a routeing dialogue ends.
pub type ErrorValue<'a> = UniversalFailure<'a>;

choice! {
    /// Why a service was not carried out, by category.
    pub enum UniversalFailure<'a> "UniversalFailure" {
        /// The request is wrong or not supported.
        Operation "operation" [0 EXPLICIT]: OperationErrors,
        /// Security data are wrong.
        Security "security" [1 EXPLICIT]: SecurityErrors,
        /// A device, call or connection is not in the state that the service needs.
        StateIncompatibility "stateIncompatibility" [2 EXPLICIT]: StateIncompatibilityErrors,
        /// The switch lacks the means, for the time being or for good.
        SystemResourceAvailability "systemResourceAvailability" [3 EXPLICIT]: SystemResourceAvailabilityErrors,
        /// More is asked for than was subscribed to.
        SubscribedResourceAvailability "subscribedResourceAvailability" [4 EXPLICIT]: SubscribedResourceAvailabilityErrors,
        /// Too much is asked for in too short a time.
        PerformanceManagement "performanceManagement" [5 EXPLICIT]: PerformanceManagementErrors,
        /// The private data are wrong.
        PrivateData "privateData" [6 EXPLICIT]: PrivateDataInfoErrors,
        /// Nothing is said of the reason.
        Unspecified "unspecified" [7 EXPLICIT],
    }
}

enumerated! {
    /// What is wrong with a request.
    pub enum OperationErrors "OperationErrors" {
        /// Nothing closer is said.
        Generic "generic" = 1,
        /// What is asked for does not go with the device, call or connection.
        RequestIncompatibleWithObject "requestIncompatibleWithObject" = 2,
        ValueOutOfRange "valueOutOfRange" = 3,
        /// There is no such device, call or connection.
        ObjectNotKnown "objectNotKnown" = 4,
        InvalidCallingDeviceId "invalidCallingDeviceID" = 5,
        InvalidCalledDeviceId "invalidCalledDeviceID" = 6,
        InvalidForwardingDestination "invalidForwardingDestination" = 7,
        /// Not allowed for this device.
        PrivilegeViolationSpecifiedDevice "privilegeViolationSpecifiedDevice" = 8,
        /// Not allowed for the called device.
        PrivilegeViolationCalledDevice "privilegeViolationCalledDevice" = 9,
        /// Not allowed for the calling device.
        PrivilegeViolationCallingDevice "privilegeViolationCallingDevice" = 10,
        InvalidCallId "invalidCallID" = 11,
        InvalidDeviceId "invalidDeviceID" = 12,
        InvalidConnectionId "invalidConnectionID" = 13,
        /// The number leads nowhere.
        InvalidDestination "invalidDestination" = 14,
        /// There is no such feature.
        InvalidFeature "invalidFeature" = 15,
        InvalidAllocationState "invalidAllocationState" = 16,
        /// There is no dialogue of this cross reference.
        InvalidCrossRefId "invalidCrossRefID" = 17,
        InvalidObjectType "invalidObjectType" = 18,
        SecurityViolation "securityViolation" = 19,
        InvalidCorrelatorData "invalidCorrelatorData" = 20,
        InvalidAccountCode "invalidAccountCode" = 21,
        InvalidAuthCode "invalidAuthCode" = 22,
        RequestIncompatibleWithCallingDevice "requestIncompatibleWithCallingDevice" = 23,
        RequestIncompatibleWithCalledDevice "requestIncompatibleWithCalledDevice" = 24,
        InvalidMsgId "invalidMsgID" = 25,
        MessageIdRequired "messageIDRequired" = 26,
        RequestIncompatibleWithMedia "requestIncompatibleWithMedia" = 27,
        InvalidFile "invalidFile" = 28,
        AtLeastOneConditionalParameterNotProvided "atLeastOneConditionalParameterNotProvided" = 29,
        /// It is set as is asked already.
        FeatureAlreadySet "featureAlreadySet" = 30,
        InvalidParameterValue "invalidParameterValue" = 31,
        InvalidAgentGroup "invalidAgentGroup" = 32,
        InvalidAgentIdentifier "invalidAgentIdentifier" = 33,
        InvalidAgentPassword "invalidAgentPassword" = 34,
        InvalidAgentState "invalidAgentState" = 35,
        InvalidAlertTime "invalidAlertTime" = 36,
        InvalidAutoAnswer "invalidAutoAnswer" = 37,
        InvalidBitRate "invalidBitRate" = 38,
        InvalidButtonIdentifier "invalidButtonIdentifier" = 39,
        InvalidCallType "invalidCallType" = 42,
        InvalidConnectionRate "invalidConnectionRate" = 43,
        InvalidConsultPurpose "invalidConsultPurpose" = 44,
        InvalidDelayTolerance "invalidDelayTolerance" = 45,
        InvalidDestinationDetect "invalidDestinationDetect" = 46,
        InvalidDoNotDisturb "invalidDoNotDisturb" = 47,
        InvalidEscapeCrossRefId "invalidEscapeCrossRefID" = 48,
        InvalidFlowDirection "invalidFlowDirection" = 49,
        /// The switch does not have this service.
        ServiceNotSupported "serviceNotSupported" = 50,
        InvalidForwardingFlag "invalidForwardingFlag" = 51,
        InvalidForwardingType "invalidForwardingType" = 52,
        InvalidHookswitchType "invalidHookswitchType" = 53,
        InvalidHookswitchComponent "invalidHookswitchComponent" = 54,
        InvalidLampMode "invalidLampMode" = 55,
        InvalidLampId "invalidLampID" = 56,
        InvalidMessageWaitingSetting "invalidMessageWaitingSetting" = 57,
        InvalidMicrophoneGain "invalidMicrophoneGain" = 58,
        InvalidMicrophoneMute "invalidMicrophoneMute" = 59,
        /// There is no monitor of this cross reference.
        InvalidMonitorCrossRefId "invalidMonitorCrossRefID" = 60,
        InvalidMonitorFilter "invalidMonitorFilter" = 61,
        InvalidMonitorObject "invalidMonitorObject" = 62,
        InvalidMonitorType "invalidMonitorType" = 63,
        InvalidNumberOfChannels "invalidNumberOFChannels" = 64,
        InvalidParticipationType "invalidParticipationType" = 65,
        InvalidRemainRetry "invalidRemainRetry" = 66,
        InvalidRingCount "invalidRingCount" = 67,
        InvalidRingPattern "invalidRingPattern" = 68,
        InvalidRingVolume "invalidRingVolume" = 69,
        InvalidRouteingAlgorithm "invalidRouteingAlgorithm" = 70,
        InvalidRouteingCrossRefId "invalidRouteingCrossRefID" = 71,
        InvalidRouteRegistrationCrossRefId "invalidRouteRegistrationCrossRefID" = 72,
        InvalidSpeakerVolume "invalidSpeakerVolume" = 73,
        InvalidSpeakerMute "invalidSpeakerMute" = 74,
        InvalidSwitchingSubdomainCharsType "invalidSwitchingSubdomainCharsType" = 75,
        InvalidActiveCallObject "invalidActiveCallObject" = 76,
        InvalidCalledDeviceObjectType "invalidCalledDeviceObjectType" = 77,
        InvalidCallingDeviceObjectType "invalidCallingDeviceObjectType" = 78,
        InvalidCallToBePickedUpObjectType "invalidCallToBePickedUpObjectType" = 79,
        InvalidCallToDivertObjectType "invalidCallToDivertObjectType" = 80,
        InvalidCallToParkObjectType "invalidCallToParkObjectType" = 81,
        InvalidHeldCallObject "invalidHeldCallObject" = 82,
        InvalidMonitorObjectType "invalidMonitorObjectType" = 83,
        InvalidParkToObjectType "invalidParkToObjectType" = 84,
        NotDifferentDevices "notDifferentDevices" = 85,
        NotSameDevice "notSameDevice" = 86,
        InvalidActiveCallId "invalidActiveCallID" = 87,
        InvalidHeldCallId "invalidHeldCallID" = 88,
        InvalidActiveConnectionId "invalidActiveConnectionID" = 89,
        InvalidHeldConnectionId "invalidHeldConnectionID" = 90,
        InvalidActiveDeviceId "invalidActiveDeviceID" = 91,
        InvalidCallToParkDeviceId "invalidCallToParkDeviceID" = 92,
        InvalidDestinationDeviceId "invalidDestinationDeviceID" = 93,
        InvalidDivertingDeviceId "invalidDivertingDeviceID" = 94,
        InvalidHeldDeviceId "invalidHeldDeviceID" = 95,
        InvalidParkToDeviceId "invalidParkToDeviceID" = 96,
        InvalidPickUpDeviceId "invalidPickUpDeviceID" = 97,
        ParameterNotSupported "parameterNotSupported" = 98,
        AccountCodeNotSupported "accountCodeNotSupported" = 99,
        AgentGroupNotSupported "agentGroupNotSupported" = 100,
        AgentPasswordNotSupported "agentPasswordNotSupported" = 101,
        AgentStateNotSupported "agentStateNotSupported" = 102,
        AlertTimeNotSupported "alertTimeNotSupported" = 103,
        AllocationNotSupported "allocationNotSupported" = 104,
        AuthorisationCodeNotSupported "authorisationCodeNotSupported" = 105,
        AutoAnswerNotSupported "autoAnswerNotSupported" = 106,
        BitRateNotSupported "bitRateNotSupported" = 107,
        ButtonNotSupported "buttonNotSupported" = 108,
        CallTypeNotSupported "callTypeNotSupported" = 109,
        CharactersToSendNotSupported "charactersToSendNotSupported" = 110,
        ConnectionRateNotSupported "connectionRateNotSupported" = 111,
        ConnectionReservationNotSupported "connectionReservationNotSupported" = 112,
        ConsultPurposeNotSupported "consultPurposeNotSupported" = 113,
        CorrelatorDataNotSupported "correlatorDataNotSupported" = 114,
        DelayToleranceNotSupported "delayToleranceNotSupported" = 115,
        DestinationDetectNotSupported "destinationDetectNotSupported" = 116,
        DigitModeNotSupported "digitModeNotSupported" = 117,
        ErrorValueNotSupported "errorValueNotSupported" = 118,
        FlowDirectionNotSupported "flowDirectionNotSupported" = 119,
        ForwardingDestinationNotSupported "forwardingDestinationNotSupported" = 120,
        LampNotSupported "lampNotSupported" = 121,
        MonitorTypeNotSupported "monitorTypeNotSupported" = 122,
        NumberOfChannelsNotSupported "numberOfChannelsNotSupported" = 123,
        ParameterTypeNotSupported "parameterTypeNotSupported" = 124,
        PriorityNotSupported "priorityNotSupported" = 125,
        PrivateDataNotSupported "privateDataNotSupported" = 126,
        PulseDurationNotSupported "pulseDurationNotSupported" = 127,
        PulseRateNotSupported "pulseRateNotSupported" = 128,
        RemainRetryNotSupported "remainRetryNotSupported" = 129,
        RingCountNotSupported "ringCountNotSupported" = 130,
        RouteUsedNotSupported "routeUsedNotSupported" = 131,
        SecurityNotSupported "securityNotSupported" = 132,
        SwSubdomainCcieTypeNotSupported "swSubdomainCCIETypeNotSupported" = 133,
        ToneDurationNotSupported "toneDurationNotSupported" = 134,
        SysStatRegIdNotSupported "sysStatRegIDNotSupported" = 135,
        UserDataNotSupported "userDataNotSupported" = 136,
        PrivilegeViolationActiveDevice "privilegeViolationActiveDevice" = 137,
        PrivilegeViolationCallToParkDevice "privilegeViolationCallToParkDevice" = 138,
        PrivilegeViolationDestinationDevice "privilegeViolationDestinationDevice" = 139,
        PrivilegeViolationOnDivertingDevice "privilegeViolationOnDivertingDevice" = 140,
        PrivilegeViolationHeldDevice "privilegeViolationHeldDevice" = 141,
        PrivilegeViolationOnParkToDevice "privilegeViolationOnParkToDevice" = 142,
        PrivilegeViolationPickUpDevice "privilegeViolationPickUpDevice" = 143,
        RouteingTimerExpired "routeingTimerExpired" = 144,
        RequestIncompatibleWithConnection "requestIncompatibleWithConnection" = 145,
        RequestIncompatibleWithActiveConnection "requestIncompatibleWithActiveConnection" = 146,
        RequestIncompatibleWithHeldConnection "requestIncompatibleWithHeldConnection" = 147,
        RequestIncompatibleWithDevice "requestIncompatibleWithDevice" = 148,
        RequestIncompatibleWithSubjectDevice "requestIncompatibleWithSubjectDevice" = 149,
        RequestIncompatibleWithActiveDevice "requestIncompatibleWithActiveDevice" = 150,
        RequestIncompatibleWithCallToParkDevice "requestIncompatibleWithCallToParkDevice" = 151,
        RequestIncompatibleWithDestinationDevice "requestIncompatibleWithDestinationDevice" = 152,
        RequestIncompatibleWithDivertingDevice "requestIncompatibleWithDivertingDevice" = 153,
        RequestIncompatibleWithHeldDevice "requestIncompatibleWithHeldDevice" = 154,
        RequestIncompatibleWithParkToDevice "requestIncompatibleWithParkToDevice" = 155,
        RequestIncompatibleWithPickupDevice "requestIncompatibleWithPickupDevice" = 156,
        AgentStateOutOfRange "agentStateOutOfRange" = 157,
        AlertTimeOutOfRange "alertTimeOutOfRange" = 158,
        AllocationOutOfRange "allocationOutOfRange" = 159,
        AutoAnswerOutOfRange "autoAnswerOutOfRange" = 160,
        BitRateOutOfRange "bitRateOutOfRange" = 161,
        CallTypeOutOfRange "callTypeOutOfRange" = 162,
        ConnectionRateOutOfRange "connectionRateOutOfRange" = 163,
        ConnectionReservoationOutOfRange "connectionReservoationOutOfRange" = 164,
        ConsultPurposeOutOfRange "consultPurposeOutOfRange" = 165,
        CorrelatorDataOutOfRange "correlatorDataOutOfRange" = 166,
        DelayToleranceOutOfRange "delayToleranceOutOfRange" = 167,
        DestinationDetectOutOfRange "destinationDetectOutOfRange" = 168,
        DigitModeOutOfRange "digitModeOutOfRange" = 169,
        DoNotDisturbOutOfRange "doNotDisturbOutOfRange" = 170,
        FlowDirectionOutOfRange "flowDirectionOutOfRange" = 171,
        ForwardingFlagOutOfRange "forwardingFlagOutOfRange" = 172,
        ForwardingTypeOutOfRange "forwardingTypeOutOfRange" = 173,
        HookswitchComponentOutOfRange "hookswitchComponentOutOfRange" = 174,
        HookswitchTypeOutOfRange "hookswitchTypeOutOfRange" = 175,
        LampModeOutOfRange "lampModeOutOfRange" = 176,
        MessageWaitingSettingOutOfRange "messageWaitingSettingOutOfRange" = 177,
        MicGainOutOfRange "micGainOutOfRange" = 178,
        MicMuteOutOfRange "micMuteOutOfRange" = 179,
        MonitorTypeOutOfRange "monitorTypeOutOfRange" = 180,
        NumberOfChannelsOutOfRange "numberOfChannelsOutOfRange" = 181,
        ParticipationTypeOutOfRange "participationTypeOutOfRange" = 182,
        PulseDurationOutOfRange "pulseDurationOutOfRange" = 183,
        PulseRateOutOfRange "pulseRateOutOfRange" = 184,
        RingCountOutOfRange "ringCountOutOfRange" = 185,
        RingPatternOutOfRange "ringPatternOutOfRange" = 186,
        RingVolumnOutOfRange "ringVolumnOutOfRange" = 187,
        RouteingAlgorithmOutOfRange "routeingAlgorithmOutOfRange" = 188,
        SpeakerMuteOutOfRange "speakerMuteOutOfRange" = 189,
        SpeakerVolumeOutOfRange "speakerVolumeOutOfRange" = 190,
        SwitchingCcittTypeOutOfRange "switchingCcittTypeOutOfRange" = 191,
        SystemStatusOutOfRange "systemStatusOutOfRange" = 192,
        ToneCharacterOutOfRange "toneCharacterOutOfRange" = 193,
        ToneDurationOutOfRange "toneDurationOutOfRange" = 194,
        InvalidDestinationDeviceObject "invalidDestinationDeviceObject" = 195,
    }
}

enumerated! {
    /// What is wrong with security data.
    pub enum SecurityErrors "SecurityErrors" {
        Generic "generic" = 0,
        SequenceNumberViolated "sequenceNumberViolated" = 1,
        TimeStampViolated "timeStampViolated" = 2,
        SecurityInfoViolated "securityInfoViolated" = 4,
    }
}

enumerated! {
    /// What is not in the state that a service needs.
    pub enum StateIncompatibilityErrors "StateIncompatibilityErrors" {
        /// Nothing closer is said.
        Generic "generic" = 1,
        InvalidObjectState "invalidObjectState" = 2,
        InvalidConnectionIdForActiveCall "invalidConnectionIDForActiveCall" = 3,
        /// The device has no active call.
        NoActiveCall "noActiveCall" = 4,
        /// The device has no held call.
        NoHeldCall "noHeldCall" = 5,
        /// There is no call to clear.
        NoCallToClear "noCallToClear" = 6,
        /// There is no connection to clear.
        NoConnectionToClear "noConnectionToClear" = 7,
        /// No call rings.
        NoCallToAnswer "noCallToAnswer" = 8,
        /// No call can be completed.
        NoCallToComplete "noCallToComplete" = 9,
        NotAbleToPlay "notAbleToPlay" = 10,
        NotAbleToResume "notAbleToResume" = 11,
        EndOfMsg "endOfMsg" = 12,
        BeginningOfMsg "beginningOfMsg" = 13,
        MsgSuspended "msgSuspended" = 14,
        InvalidDeviceState "invalidDeviceState" = 15,
        ConnectedCallExists "connectedCallExists" = 16,
        InvalidActiveDeviceState "invalidActiveDeviceState" = 17,
        InvalidCalledDeviceState "invalidCalledDeviceState" = 18,
        InvalidCallingDeviceState "invalidCallingDeviceState" = 19,
        InvalidCallToParkDeviceState "invalidCallToParkDeviceState" = 20,
        InvalidDestinationDeviceState "invalidDestinationDeviceState" = 21,
        InvalidDivertingDeviceState "invalidDivertingDeviceState" = 22,
        InvalidHeldDeviceState "invalidHeldDeviceState" = 23,
        InvalidParkToDeviceState "invalidParkToDeviceState" = 24,
        InvalidConnectionState "invalidConnectionState" = 25,
        InvalidActiveConnectionState "invalidActiveConnectionState" = 26,
        InvalidHeldConnectionState "invalidHeldConnectionState" = 27,
        IncorrectMsgState "incorrectMsgState" = 28,
    }
}

enumerated! {
    /// What a switch has no means for.
    pub enum SystemResourceAvailabilityErrors "SystemResourceAvailabilityErrors" {
        /// Nothing closer is said.
        Generic "generic" = 1,
        /// What is needed is in use.
        ResourceBusy "resourceBusy" = 2,
        InternalResourceBusy "internalResourceBusy" = 3,
        ResourceOutOfService "resourceOutOfService" = 4,
        /// All lines are in use.
        NetworkBusy "networkBusy" = 5,
        NetworkOutOfService "networkOutOfService" = 6,
        /// The switch cannot keep more monitors.
        OverallMonitorLimitExceeded "overallMonitorLimitExceeded" = 7,
        /// The conference has as many members as it can.
        ConferenceMemberLimitExceeded "conferenceMemberLimitExceeded" = 8,
        ClassifierBusy "classifierBusy" = 9,
        NoMediaChannelsAvailable "noMediaChannelsAvailable" = 10,
        ChannelsInUseForBridgedDevices "channelsInUseForBridgedDevices" = 11,
        ChannelsInUseForData "channelsInUseForData" = 12,
        ToneDetectorBusy "toneDetectorBusy" = 13,
        ToneGeneratorBusy "toneGeneratorBusy" = 14,
        DeviceOutOfService "deviceOutOfService" = 15,
        ActiveDeviceOutOfService "activeDeviceOutOfService" = 16,
        CalledDeviceOutOfService "calledDeviceOutOfService" = 17,
        CallingDeviceOutOfService "callingDeviceOutOfService" = 18,
        CallToParkDeviceOutOfService "callToParkDeviceOutOfService" = 19,
        DestinationDeviceOutOfService "destinationDeviceOutOfService" = 20,
        DivertingDeviceOutOfService "divertingDeviceOutOfService" = 21,
        HeldDeviceOutOfService "heldDeviceOutOfService" = 22,
        ParkToDeviceOutOfService "parkToDeviceOutOfService" = 23,
        PickupDeviceOutOfService "pickupDeviceOutOfService" = 24,
        OtherResourceOutOfService "otherResourceOutOfService" = 25,
        ResourceLimitExceeded "resourceLimitExceeded" = 26,
        RegistrationLimitExceeded "registrationLimitExceeded" = 27,
        ConferenceResourceCannotBeSatisfied "conferenceResourceCannotBeSatisfied" = 28,
        MaxDevicesExceeded "maxDevicesExceeded" = 29,
        StartTimeOutOfRange "startTimeOutOfRange" = 30,
        DurationExceeded "durationExceeded" = 31,
    }
}

enumerated! {
    /// Which limit of a subscription is exceeded.
    pub enum SubscribedResourceAvailabilityErrors "SubscribedResourceAvailabilityErrors" {
        /// Nothing closer is said.
        Generic "generic" = 1,
        /// The device or call has as many monitors as it may.
        ObjectMonitorLimitExceeded "objectMonitorLimitExceeded" = 2,
        TrunkLimitExceeded "trunkLimitExceeded" = 3,
        /// Too many requests wait for their answer.
        OutstandingReqLimitExceeded "outstandingReqLimitExceeded" = 4,
        ObjectRegistrationLimitExceeded "objectRegistrationLimitExceeded" = 5,
    }
}

enumerated! {
    /// Which limit of performance is exceeded.
    pub enum PerformanceManagementErrors "PerformanceManagementErrors" {
        /// Nothing closer is said.
        Generic "generic" = 1,
        PerformanceLimitExceeded "performanceLimitExceeded" = 2,
    }
}

enumerated! {
    /// What is wrong with private data.
    pub enum PrivateDataInfoErrors "PrivateDataInfoErrors" {
        CstaPrivateDataInfoError "cSTAPrivateDataInfoError" = 1,
    }
}

/// The category, the value and its number: `operation: invalidDestination (14)`.
impl fmt::Display for UniversalFailure<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Operation(value) => write!(f, "operation: {value} ({})", value.code()),
            Self::Security(value) => write!(f, "security: {value} ({})", value.code()),
            Self::StateIncompatibility(value) => {
                write!(f, "state incompatibility: {value} ({})", value.code())
            }
            Self::SystemResourceAvailability(value) => {
                write!(f, "system resource: {value} ({})", value.code())
            }
            Self::SubscribedResourceAvailability(value) => {
                write!(f, "subscribed resource: {value} ({})", value.code())
            }
            Self::PerformanceManagement(value) => {
                write!(f, "performance: {value} ({})", value.code())
            }
            Self::PrivateData(value) => write!(f, "private data: {value} ({})", value.code()),
            Self::Unspecified => f.write_str("no reason given"),
            Self::Unrecognised(element) => write!(f, "unknown failure {element:?}"),
        }
    }
}
