//! Types that many services share.
//!
//! The ASN.1 module is `CSTA-device-feature-types`.

use crate::types::{ConnectionId, DeviceId, EventCause};
use crate::{
    Ia5String, OctetString, SequenceOf, bit_string, choice, enumerated, newtype, sequence,
};

/// DOC
pub type AccountInfo<'a> = OctetString<'a>;

/// DOC
pub type AgentId<'a> = OctetString<'a>;

/// DOC
pub type AgentPassword<'a> = OctetString<'a>;

enumerated! {
    /// DOC
    pub enum AgentState "AgentState" {
        AgentNotReady "agentNotReady" = 0,
        AgentNull "agentNull" = 1,
        AgentReady "agentReady" = 2,
        AgentBusy "agentBusy" = 3,
        AgentWorkingAfterCall "agentWorkingAfterCall" = 4,
    }
}

/// DOC
pub type AuthCode<'a> = OctetString<'a>;

/// Data that an application attaches to a call and gets back.
pub type CorrelatorData<'a> = OctetString<'a>;

choice! {
    /// DOC
    pub enum IoCrossRefId<'a> "IOCrossRefID" {
        SwitchProvided "switchProvided" [0 EXPLICIT]: OctetString<'a>,
        ComputerProvided "computerProvided" [1 EXPLICIT]: OctetString<'a>,
    }
}

/// DOC
pub type IoRegisterReqId<'a> = OctetString<'a>;

/// DOC
pub type MessageId<'a> = OctetString<'a>;

enumerated! {
    /// DOC
    pub enum ParticipationType "ParticipationType" {
        Silent "silent" = 0,
        Active "active" = 1,
        None "none" = 2,
    }
}

/// DOC
pub type RouteRegisterReqId<'a> = OctetString<'a>;

newtype! {
    /// DOC
    pub struct RouteingCrossRefId<'a> "RouteingCrossRefID" [APPLICATION 24 IMPLICIT]: OctetString<'a>
}

enumerated! {
    /// DOC
    pub enum SelectValue "SelectValue" {
        Normal "normal" = 0,
        LeastCost "leastCost" = 1,
        Emergency "emergency" = 2,
        Acd "aCD" = 3,
        UserDefined "userDefined" = 4,
    }
}

choice! {
    /// DOC
    pub enum RetryValue<'a> "RetryValue" {
        NoListAvailable "noListAvailable" [0 IMPLICIT]: bool,
        NoCountAvailable "noCountAvailable" [1 IMPLICIT]: bool,
        RetryCount "retryCount" [2 IMPLICIT]: i64,
    }
}

/// DOC
pub type SysStatRegisterId<'a> = OctetString<'a>;

enumerated! {
    /// DOC
    pub enum SystemStatus "SystemStatus" {
        Initializing "initializing" = 0,
        Enabled "enabled" = 1,
        Normal "normal" = 2,
        MessagesLost "messagesLost" = 3,
        Disabled "disabled" = 4,
        OverloadImminent "overloadImminent" = 5,
        OverloadReached "overloadReached" = 6,
        OverloadRelieved "overloadRelieved" = 7,
        PartiallyDisabled "partiallyDisabled" = 8,
    }
}

bit_string! {
    /// DOC
    pub struct CallOrigination "CallOrigination" {
        INTERNAL "internal" = 0,
        EXTERNAL "external" = 1,
    }
}

sequence! {
    /// DOC
    pub struct ForwardListEntry<'a> "ForwardListEntry" {
        forwarding_type "forwardingType": ForwardingType = OPTIONAL,
        forward_status "forwardStatus": bool,
        forward_dn "forwardDN": DeviceId<'a> = OPTIONAL,
        forward_default "forwardDefault": ForwardDefault = OPTIONAL,
        ring_duration "ringDuration" [0 IMPLICIT]: i64 = OPTIONAL,
        ring_count "ringCount": i64 = OPTIONAL,
    }
}

/// DOC
pub type ForwardList<'a> = SequenceOf<'a, ForwardListEntry<'a>>;

enumerated! {
    /// DOC
    pub enum ForwardingType "ForwardingType" {
        ForwardImmediate "forwardImmediate" = 0,
        ForwardBusy "forwardBusy" = 1,
        ForwardNoAns "forwardNoAns" = 2,
        ForwardBusyInt "forwardBusyInt" = 3,
        ForwardBusyExt "forwardBusyExt" = 4,
        ForwardNoAnsInt "forwardNoAnsInt" = 5,
        ForwardNoAnsExt "forwardNoAnsExt" = 6,
        ForwardImmInt "forwardImmInt" = 7,
        ForwardImmExt "forwardImmExt" = 8,
        ForwardDnd "forwardDND" = 9,
        ForwardDndInt "forwardDNDInt" = 10,
        ForwardDndExt "forwardDNDExt" = 11,
    }
}

enumerated! {
    /// DOC
    pub enum ForwardDefault "ForwardDefault" {
        ForwardingTypeAndForwardDn "forwardingTypeAndForwardDN" = 0,
        ForwardingType "forwardingType" = 1,
        ForwardDn "forwardDN" = 2,
    }
}

enumerated! {
    /// DOC
    pub enum PendingAgentState "PendingAgentState" {
        AgentNotReady "agentNotReady" = 0,
        AgentNull "agentNull" = 1,
        AgentReady "agentReady" = 2,
        AgentWorkingAfterCall "agentWorkingAfterCall" = 3,
    }
}

enumerated! {
    /// DOC
    pub enum DataPathType "DataPathType" {
        Text "text" = 0,
        Voice "voice" = 1,
    }
}

sequence! {
    /// DOC
    pub struct DisplayAttributeList "DisplayAttributeList" {
        physical_base_row_number "physicalBaseRowNumber" [0 IMPLICIT]: i64 = OPTIONAL,
        physical_base_column_number "physicalBaseColumnNumber" [1 IMPLICIT]: i64 = OPTIONAL,
        offset "offset" [2 IMPLICIT]: i64 = OPTIONAL,
    }
}

bit_string! {
    /// DOC
    pub struct TerminatingConditions "TerminatingConditions" {
        DURATION_EXCEEDED "durationExceeded" = 0,
        DTMF_DIGIT_DETECTED "dTMFDigitDetected" = 1,
        END_OF_MESSAGE_DETECTED "endOfMessageDetected" = 2,
        SPEECH_DETECTED "speechDetected" = 3,
    }
}

choice! {
    /// DOC
    pub enum AttributeInfo<'a> "AttributeInfo" {
        EncodingAlgorithm "encodingAlgorithm" [0 IMPLICIT]: EncodingAlgorithm,
        SamplingRate "samplingRate" [1 IMPLICIT]: i64,
        Duration "duration" [2 IMPLICIT]: i64,
        Filename "filename" [3 IMPLICIT]: Ia5String<'a>,
        CurrentPosition "currentPosition" [4 IMPLICIT]: i64,
        CurrentSpeed "currentSpeed" [5 IMPLICIT]: i64,
        CurrentVolume "currentVolume" [6 IMPLICIT]: i64,
        CurrentGain "currentGain" [7 IMPLICIT]: i64,
        CurrentState "currentState" [8 IMPLICIT]: CurrentState,
    }
}

enumerated! {
    /// DOC
    pub enum EncodingAlgorithm "EncodingAlgorithm" {
        Adpcm6k "aDPCM6K" = 0,
        Adpcm8k "aDPCM8K" = 1,
        MuLawPcm6K "muLawPCM6K" = 2,
        ALawPcm6K "aLawPCM6K" = 3,
    }
}

enumerated! {
    /// DOC
    pub enum LocReason "LocReason" {
        ConnectionToDeviceOrNetworkRestored "connectionToDeviceOrNetworkRestored" = 0,
        PerformanceConditionRelieved "performanceConditionRelieved" = 1,
    }
}

/// DOC
pub type LocCrossRefId<'a> = Ia5String<'a>;

enumerated! {
    /// DOC
    pub enum CurrentState "CurrentState" {
        Stop "stop" = 0,
        Play "play" = 1,
        Record "record" = 2,
        SuspendPlay "suspendPlay" = 3,
        SuspendRecord "suspendRecord" = 4,
        Review "review" = 5,
        DtmfDetected "dtmfDetected" = 6,
        Formed "formed" = 7,
        Playing "playing" = 8,
        Ready "ready" = 9,
        SpeechDetected "speechDetected" = 10,
        Started "started" = 11,
    }
}

/// DOC
pub type ResourceId<'a> = Ia5String<'a>;

sequence! {
    /// A message that a call carries.
    pub struct MessageInfo<'a> "MessageInfo" {
        contents "contents": Ia5String<'a>,
        content_type_and_subtype "contentTypeAndSubtype": Ia5String<'a> = OPTIONAL,
        contents_length "contentsLength": i64 = OPTIONAL,
    }
}

sequence! {
    /// The device with which a call was before, and why it left.
    pub struct DeviceHistory<'a> "DeviceHistory" {
        old_device_id "oldDeviceID": DeviceId<'a>,
        event_cause "eventCause" [1 IMPLICIT]: EventCause = OPTIONAL,
        old_connection_id "oldConnectionID" [2 IMPLICIT]: ConnectionId<'a> = OPTIONAL,
    }
}

/// What a call is about.
pub type SubjectOfCall<'a> = Ia5String<'a>;

/// The languages a caller prefers.
pub type LanguagePreferences<'a> = Ia5String<'a>;

enumerated! {
    /// DOC
    pub enum ControlDataGender "ControlDataGender" {
        Male "male" = 0,
        Female "female" = 1,
    }
}

sequence! {
    /// DOC
    pub struct ControlData<'a> "ControlData" {
        gender "gender": ControlDataGender,
        language "language": OctetString<'a>,
    }
}

newtype! {
    /// Data from user to user.
    pub struct UserData<'a> "UserData" [APPLICATION 29 EXPLICIT]: OctetString<'a>
}

enumerated! {
    /// DOC
    pub enum TelephonyTone "TelephonyTone" {
        Beep "beep" = 0,
        Billing "billing" = 1,
        Busy "busy" = 2,
        Carrier "carrier" = 3,
        Confirmation "confirmation" = 4,
        Dial "dial" = 5,
        FaxCng "faxCNG" = 6,
        Hold "hold" = 7,
        Howler "howler" = 8,
        Intrusion "intrusion" = 9,
        ModemCng "modemCNG" = 10,
        Park "park" = 11,
        RecordWarning "recordWarning" = 12,
        Reorder "reorder" = 13,
        Ringback "ringback" = 14,
        Silence "silence" = 15,
        SitVc "sitVC" = 16,
        SitIc "sitIC" = 17,
        SitRo "sitRO" = 18,
        SitNc "sitNC" = 19,
        SwitchSpec0 "switchSpec0" = 20,
        SwitchSpec1 "switchSpec1" = 21,
        SwitchSpec2 "switchSpec2" = 22,
        SwitchSpec3 "switchSpec3" = 23,
        SwitchSpec4 "switchSpec4" = 24,
        SwitchSpec5 "switchSpec5" = 25,
        SwitchSpec6 "switchSpec6" = 26,
        SwitchSpec7 "switchSpec7" = 27,
        SwitchSpec8 "switchSpec8" = 28,
        SwitchSpec9 "switchSpec9" = 29,
        SwitchSpec10 "switchSpec10" = 30,
        SwitchSpec11 "switchSpec11" = 31,
        SwitchSpec12 "switchSpec12" = 32,
        SwitchSpec13 "switchSpec13" = 33,
        SwitchSpec14 "switchSpec14" = 34,
        SwitchSpec15 "switchSpec15" = 35,
        SwitchSpec16 "switchSpec16" = 36,
        SwitchSpec17 "switchSpec17" = 37,
        SwitchSpec18 "switchSpec18" = 38,
        SwitchSpec19 "switchSpec19" = 39,
        SwitchSpec20 "switchSpec20" = 40,
        SwitchSpec21 "switchSpec21" = 41,
        SwitchSpec22 "switchSpec22" = 42,
        SwitchSpec23 "switchSpec23" = 43,
        SwitchSpec24 "switchSpec24" = 44,
        SwitchSpec25 "switchSpec25" = 45,
        SwitchSpec26 "switchSpec26" = 46,
        SwitchSpec27 "switchSpec27" = 47,
        SwitchSpec28 "switchSpec28" = 48,
        SwitchSpec29 "switchSpec29" = 49,
        SwitchSpec30 "switchSpec30" = 50,
        SwitchSpec31 "switchSpec31" = 51,
        SwitchSpec32 "switchSpec32" = 52,
        SwitchSpec33 "switchSpec33" = 53,
        SwitchSpec34 "switchSpec34" = 54,
        SwitchSpec35 "switchSpec35" = 55,
        SwitchSpec36 "switchSpec36" = 56,
        SwitchSpec37 "switchSpec37" = 57,
        SwitchSpec38 "switchSpec38" = 58,
        SwitchSpec39 "switchSpec39" = 59,
        SwitchSpec40 "switchSpec40" = 60,
        SwitchSpec41 "switchSpec41" = 61,
        SwitchSpec42 "switchSpec42" = 62,
        SwitchSpec43 "switchSpec43" = 63,
        SwitchSpec44 "switchSpec44" = 64,
        SwitchSpec45 "switchSpec45" = 65,
        SwitchSpec46 "switchSpec46" = 66,
        SwitchSpec47 "switchSpec47" = 67,
        SwitchSpec48 "switchSpec48" = 68,
        SwitchSpec49 "switchSpec49" = 69,
        SwitchSpec50 "switchSpec50" = 70,
        SwitchSpec51 "switchSpec51" = 71,
        SwitchSpec52 "switchSpec52" = 72,
        SwitchSpec53 "switchSpec53" = 73,
        SwitchSpec54 "switchSpec54" = 74,
        SwitchSpec55 "switchSpec55" = 75,
        SwitchSpec56 "switchSpec56" = 76,
        SwitchSpec57 "switchSpec57" = 77,
        SwitchSpec58 "switchSpec58" = 78,
        SwitchSpec59 "switchSpec59" = 79,
        SwitchSpec60 "switchSpec60" = 80,
        SwitchSpec61 "switchSpec61" = 81,
        SwitchSpec62 "switchSpec62" = 82,
        SwitchSpec63 "switchSpec63" = 83,
        SwitchSpec64 "switchSpec64" = 84,
        SwitchSpec65 "switchSpec65" = 85,
        SwitchSpec66 "switchSpec66" = 86,
        SwitchSpec67 "switchSpec67" = 87,
        SwitchSpec68 "switchSpec68" = 88,
        SwitchSpec69 "switchSpec69" = 89,
        SwitchSpec70 "switchSpec70" = 90,
        SwitchSpec71 "switchSpec71" = 91,
        SwitchSpec72 "switchSpec72" = 92,
        SwitchSpec73 "switchSpec73" = 93,
        SwitchSpec74 "switchSpec74" = 94,
        SwitchSpec75 "switchSpec75" = 95,
        SwitchSpec76 "switchSpec76" = 96,
        SwitchSpec77 "switchSpec77" = 97,
        SwitchSpec78 "switchSpec78" = 98,
        SwitchSpec79 "switchSpec79" = 99,
        SwitchSpec80 "switchSpec80" = 100,
        SwitchSpec81 "switchSpec81" = 101,
        SwitchSpec82 "switchSpec82" = 102,
        SwitchSpec83 "switchSpec83" = 103,
        SwitchSpec84 "switchSpec84" = 104,
        SwitchSpec85 "switchSpec85" = 105,
        SwitchSpec86 "switchSpec86" = 106,
        SwitchSpec87 "switchSpec87" = 107,
        SwitchSpec88 "switchSpec88" = 108,
        SwitchSpec89 "switchSpec89" = 109,
        SwitchSpec90 "switchSpec90" = 110,
        SwitchSpec91 "switchSpec91" = 111,
        SwitchSpec92 "switchSpec92" = 112,
        SwitchSpec93 "switchSpec93" = 113,
        SwitchSpec94 "switchSpec94" = 114,
        SwitchSpec95 "switchSpec95" = 115,
        SwitchSpec96 "switchSpec96" = 116,
        SwitchSpec97 "switchSpec97" = 117,
        SwitchSpec98 "switchSpec98" = 118,
        SwitchSpec99 "switchSpec99" = 119,
        SwitchSpec100 "switchSpec100" = 120,
    }
}

bit_string! {
    /// DOC
    pub struct PresenceState "PresenceState" {
        AVAILABLE "available" = 0,
        AWAY "away" = 1,
        BUSY "busy" = 2,
        CALLING "calling" = 3,
        DND "dnd" = 4,
        MEETING "meeting" = 5,
        OFFLINE "offline" = 6,
        UNKNOWN "unknown" = 7,
        VACATION "vacation" = 8,
        APPLICATION_SPEC0 "applicationSpec0" = 9,
        APPLICATION_SPEC1 "applicationSpec1" = 10,
        APPLICATION_SPEC2 "applicationSpec2" = 11,
        APPLICATION_SPEC3 "applicationSpec3" = 12,
        APPLICATION_SPEC4 "applicationSpec4" = 13,
        APPLICATION_SPEC5 "applicationSpec5" = 14,
        APPLICATION_SPEC6 "applicationSpec6" = 15,
        APPLICATION_SPEC7 "applicationSpec7" = 16,
        APPLICATION_SPEC8 "applicationSpec8" = 17,
        APPLICATION_SPEC9 "applicationSpec9" = 18,
        APPLICATION_SPEC10 "applicationSpec10" = 19,
    }
}
