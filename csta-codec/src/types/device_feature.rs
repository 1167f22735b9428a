//! Types that many services share.
//!
//! The ASN.1 module is `CSTA-device-feature-types`.

use crate::types::{ConnectionId, DeviceId, EventCause};
use crate::{
    Ia5String, OctetString, SequenceOf, bit_string, choice, enumerated, newtype, sequence,
};

/// To whom a call is charged.
pub type AccountInfo<'a> = OctetString<'a>;

/// Identifies an agent of a call centre.
pub type AgentId<'a> = OctetString<'a>;

/// The password of an agent.
pub type AgentPassword<'a> = OctetString<'a>;

enumerated! {
    /// What an agent is doing.
    pub enum AgentState "AgentState" {
        /// Logged on, but not for calls: a break.
        AgentNotReady "agentNotReady" = 0,
        /// Not logged on.
        AgentNull "agentNull" = 1,
        /// Waits for calls.
        AgentReady "agentReady" = 2,
        /// Has a call.
        AgentBusy "agentBusy" = 3,
        /// Has work to do after a call.
        AgentWorkingAfterCall "agentWorkingAfterCall" = 4,
    }
}

/// What permits a call.
pub type AuthCode<'a> = OctetString<'a>;

/// Data that an application attaches to a call and gets back.
pub type CorrelatorData<'a> = OctetString<'a>;

choice! {
    /// Names a data path, by whoever started it.
    pub enum IoCrossRefId<'a> "IOCrossRefID" {
        /// Given by the switch.
        SwitchProvided "switchProvided" [0 EXPLICIT]: OctetString<'a>,
        /// Given by the application.
        ComputerProvided "computerProvided" [1 EXPLICIT]: OctetString<'a>,
    }
}

/// Names a registration for data paths.
pub type IoRegisterReqId<'a> = OctetString<'a>;

/// Names a message of a voice unit.
pub type MessageId<'a> = OctetString<'a>;

enumerated! {
    /// How a device takes part in a call that it joins.
    pub enum ParticipationType "ParticipationType" {
        /// It listens and is not heard.
        Silent "silent" = 0,
        /// It listens and speaks.
        Active "active" = 1,
        /// It neither listens nor speaks.
        None "none" = 2,
    }
}

/// Names a registration for routeing.
pub type RouteRegisterReqId<'a> = OctetString<'a>;

newtype! {
    /// Names a routeing dialogue.
    pub struct RouteingCrossRefId<'a> "RouteingCrossRefID" [APPLICATION 24 IMPLICIT]: OctetString<'a>
}

enumerated! {
    /// By what a route is to be chosen.
    pub enum SelectValue "SelectValue" {
        Normal "normal" = 0,
        LeastCost "leastCost" = 1,
        Emergency "emergency" = 2,
        Acd "aCD" = 3,
        UserDefined "userDefined" = 4,
    }
}

choice! {
    /// How often an application may be asked for another route.
    pub enum RetryValue<'a> "RetryValue" {
        /// The application has no list of routes.
        NoListAvailable "noListAvailable" [0 IMPLICIT]: bool,
        /// The application does not count.
        NoCountAvailable "noCountAvailable" [1 IMPLICIT]: bool,
        /// So many more times.
        RetryCount "retryCount" [2 IMPLICIT]: i64,
    }
}

/// Names a registration for the state of the switch.
pub type SysStatRegisterId<'a> = OctetString<'a>;

enumerated! {
    /// The state of a switch or an application.
    pub enum SystemStatus "SystemStatus" {
        /// It starts.
        Initializing "initializing" = 0,
        /// It has started; requests and monitors of before are lost.
        Enabled "enabled" = 1,
        /// All is well.
        Normal "normal" = 2,
        /// Some requests, answers or events are lost.
        MessagesLost "messagesLost" = 3,
        /// Monitors are stopped, and requests fail.
        Disabled "disabled" = 4,
        /// It will be overloaded if it gets more work.
        OverloadImminent "overloadImminent" = 5,
        /// It is overloaded and may reject requests.
        OverloadReached "overloadReached" = 6,
        /// It is not overloaded any more.
        OverloadRelieved "overloadRelieved" = 7,
        /// Some of it does not work.
        PartiallyDisabled "partiallyDisabled" = 8,
    }
}

bit_string! {
    /// Where calls come from.
    pub struct CallOrigination "CallOrigination" {
        /// From within the switch.
        INTERNAL "internal" = 0,
        /// From outside.
        EXTERNAL "external" = 1,
    }
}

sequence! {
    /// One forwarding of a device.
    pub struct ForwardListEntry<'a> "ForwardListEntry" {
        /// Absent if the switch does not tell types apart.
        forwarding_type "forwardingType": ForwardingType = OPTIONAL,
        /// Whether it is in force.
        forward_status "forwardStatus": bool,
        /// Where calls go.
        forward_dn "forwardDN": DeviceId<'a> = OPTIONAL,
        /// What of it was set by the switch for want of a setting.
        forward_default "forwardDefault": ForwardDefault = OPTIONAL,
        /// How long it rings before calls go.
        ring_duration "ringDuration" [0 IMPLICIT]: i64 = OPTIONAL,
        /// Rings before calls go, 1 to 100.
        ring_count "ringCount": i64 = OPTIONAL,
    }
}

/// The forwardings of a device.
pub type ForwardList<'a> = SequenceOf<'a, ForwardListEntry<'a>>;

enumerated! {
    /// When calls are forwarded.
    pub enum ForwardingType "ForwardingType" {
        /// Always.
        ForwardImmediate "forwardImmediate" = 0,
        /// When the device is busy.
        ForwardBusy "forwardBusy" = 1,
        /// When nobody answers.
        ForwardNoAns "forwardNoAns" = 2,
        /// When it is busy, inside calls.
        ForwardBusyInt "forwardBusyInt" = 3,
        /// When it is busy, outside calls.
        ForwardBusyExt "forwardBusyExt" = 4,
        /// When nobody answers, inside calls.
        ForwardNoAnsInt "forwardNoAnsInt" = 5,
        /// When nobody answers, outside calls.
        ForwardNoAnsExt "forwardNoAnsExt" = 6,
        /// Always, inside calls.
        ForwardImmInt "forwardImmInt" = 7,
        /// Always, outside calls.
        ForwardImmExt "forwardImmExt" = 8,
        /// When the device does not want to be disturbed.
        ForwardDnd "forwardDND" = 9,
        /// When it does not want to be disturbed, inside calls.
        ForwardDndInt "forwardDNDInt" = 10,
        /// When it does not want to be disturbed, outside calls.
        ForwardDndExt "forwardDNDExt" = 11,
    }
}

enumerated! {
    /// Which settings of a forwarding are the switch's defaults.
    pub enum ForwardDefault "ForwardDefault" {
        ForwardingTypeAndForwardDn "forwardingTypeAndForwardDN" = 0,
        ForwardingType "forwardingType" = 1,
        ForwardDn "forwardDN" = 2,
    }
}

enumerated! {
    /// What an agent will do when the present call or work is done.
    pub enum PendingAgentState "PendingAgentState" {
        AgentNotReady "agentNotReady" = 0,
        AgentNull "agentNull" = 1,
        AgentReady "agentReady" = 2,
        AgentWorkingAfterCall "agentWorkingAfterCall" = 3,
    }
}

enumerated! {
    /// What goes over a data path.
    pub enum DataPathType "DataPathType" {
        Text "text" = 0,
        Voice "voice" = 1,
    }
}

sequence! {
    /// Where on a display data are shown.
    pub struct DisplayAttributeList "DisplayAttributeList" {
        /// The row of the whole display that is shown uppermost.
        physical_base_row_number "physicalBaseRowNumber" [0 IMPLICIT]: i64 = OPTIONAL,
        /// The column of the whole display that is shown leftmost.
        physical_base_column_number "physicalBaseColumnNumber" [1 IMPLICIT]: i64 = OPTIONAL,
        /// The position of the first character.
        offset "offset" [2 IMPLICIT]: i64 = OPTIONAL,
    }
}

bit_string! {
    /// What ends the playing or recording of a message.
    pub struct TerminatingConditions "TerminatingConditions" {
        DURATION_EXCEEDED "durationExceeded" = 0,
        DTMF_DIGIT_DETECTED "dTMFDigitDetected" = 1,
        END_OF_MESSAGE_DETECTED "endOfMessageDetected" = 2,
        SPEECH_DETECTED "speechDetected" = 3,
    }
}

choice! {
    /// An attribute of a message and its value.
    pub enum AttributeInfo<'a> "AttributeInfo" {
        EncodingAlgorithm "encodingAlgorithm" [0 IMPLICIT]: EncodingAlgorithm,
        SamplingRate "samplingRate" [1 IMPLICIT]: i64,
        Duration "duration" [2 IMPLICIT]: i64,
        Filename "filename" [3 IMPLICIT]: Ia5String<'a>,
        CurrentPosition "currentPosition" [4 IMPLICIT]: i64,
        CurrentSpeed "currentSpeed" [5 IMPLICIT]: i64,
        /// 0 to 100.
        CurrentVolume "currentVolume" [6 IMPLICIT]: i64,
        /// 0 to 100.
        CurrentGain "currentGain" [7 IMPLICIT]: i64,
        CurrentState "currentState" [8 IMPLICIT]: CurrentState,
    }
}

enumerated! {
    /// How a message is encoded.
    pub enum EncodingAlgorithm "EncodingAlgorithm" {
        Adpcm6k "aDPCM6K" = 0,
        Adpcm8k "aDPCM8K" = 1,
        MuLawPcm6k "muLawPCM6K" = 2,
        ALawPcm6k "aLawPCM6K" = 3,
    }
}

enumerated! {
    /// Why a location tracking session goes on or pauses.
    pub enum LocReason "LocReason" {
        ConnectionToDeviceOrNetworkRestored "connectionToDeviceOrNetworkRestored" = 0,
        PerformanceConditionRelieved "performanceConditionRelieved" = 1,
    }
}

/// Names a location tracking session.
pub type LocCrossRefId<'a> = Ia5String<'a>;

enumerated! {
    /// What a voice resource is doing.
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

/// Names a voice resource, such as a player or a recogniser.
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
    /// The gender of the voice that reads a text.
    pub enum Gender "ControlDataGender" {
        Male "male" = 0,
        Female "female" = 1,
    }
}

sequence! {
    /// The voice that reads a text.
    pub struct ControlData<'a> "ControlData" {
        gender "gender": Gender,
        language "language": OctetString<'a>,
    }
}

newtype! {
    /// Data from user to user.
    pub struct UserData<'a> "UserData" [APPLICATION 29 EXPLICIT]: OctetString<'a>
}

enumerated! {
    /// A tone of telephony; what the `SwitchSpec` ones mean is up to the switch.
    pub enum TelephonyTone "TelephonyTone" {
        Beep "beep" = 0,
        /// Charges change.
        Billing "billing" = 1,
        Busy "busy" = 2,
        Carrier "carrier" = 3,
        /// A feature was accepted.
        Confirmation "confirmation" = 4,
        Dial "dial" = 5,
        /// A fax machine calls.
        FaxCng "faxCNG" = 6,
        Hold "hold" = 7,
        /// The handset is off the hook.
        Howler "howler" = 8,
        /// Somebody joins the call.
        Intrusion "intrusion" = 9,
        /// A modem calls.
        ModemCng "modemCNG" = 10,
        Park "park" = 11,
        /// The call is recorded.
        RecordWarning "recordWarning" = 12,
        /// The network is congested or cannot reach the number.
        Reorder "reorder" = 13,
        Ringback "ringback" = 14,
        Silence "silence" = 15,
        /// Special information tone: the number is vacant.
        SitVc "sitVC" = 16,
        /// Special information tone: intercept.
        SitIc "sitIC" = 17,
        /// Special information tone: reorder.
        SitRo "sitRO" = 18,
        /// Special information tone: no circuit.
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
    /// Whether somebody is there and free.
    pub struct PresenceState "PresenceState" {
        AVAILABLE "available" = 0,
        AWAY "away" = 1,
        BUSY "busy" = 2,
        CALLING "calling" = 3,
        /// Does not want to be disturbed.
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
