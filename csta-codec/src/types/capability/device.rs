//! Devices, and what can be done with one of them.
//!
//! The ASN.1 module is `CSTA-capability-exchange`.

use crate::types::capability::{
    CallAssociatedEvtsList, CallAssociatedServList, CallControlEvtsList, CallControlServList,
    DataCollectionServList, IoServicesServList, LocationServicesServList, LogicalEvtsList,
    LogicalServList, MediaEvtsList, MediaServList, VoiceUnitEvtsList, VoiceUnitServList,
};
use crate::types::{ConnectionModeBMap, MediaServiceInstanceId, MediaServiceType};
use crate::{OctetString, SequenceOf, bit_string, enumerated, sequence};

/// Ties the segments of a long answer to the request.
pub type ServiceCrossRefId<'a> = OctetString<'a>;

sequence! {
    /// Services that a device supports, by group; a group that is absent is not supported.
    pub struct LogDevServList "LogDevServList" {
        call_control_serv_list "callControlServList" [0 IMPLICIT]: CallControlServList = OPTIONAL,
        call_associated_serv_list "callAssociatedServList" [1 IMPLICIT]: CallAssociatedServList = OPTIONAL,
        logical_serv_list "logicalServList" [2 IMPLICIT]: LogicalServList = OPTIONAL,
        media_serv_list "mediaServList" [3 IMPLICIT]: MediaServList = OPTIONAL,
        io_services_serv_list "iOServicesServList" [4 IMPLICIT]: IoServicesServList = OPTIONAL,
        data_collection_serv_list "dataCollectionServList" [5 IMPLICIT]: DataCollectionServList = OPTIONAL,
        voice_unit_serv_list "voiceUnitServList" [6 IMPLICIT]: VoiceUnitServList = OPTIONAL,
        location_services_serv_list "locationServicesServList" [7 IMPLICIT]: LocationServicesServList = OPTIONAL,
    }
}

sequence! {
    /// Events that a device reports, by group; a group that is absent is not supported.
    pub struct LogDevEvtsList "LogDevEvtsList" {
        call_control_evts_list "callControlEvtsList" [0 IMPLICIT]: CallControlEvtsList = OPTIONAL,
        call_associated_evts_list "callAssociatedEvtsList" [1 IMPLICIT]: CallAssociatedEvtsList = OPTIONAL,
        logical_evts_list "logicalEvtsList" [2 IMPLICIT]: LogicalEvtsList = OPTIONAL,
        media_evts_list "mediaEvtsList" [3 IMPLICIT]: MediaEvtsList = OPTIONAL,
        voice_unit_evts_list "voiceUnitEvtsList" [4 IMPLICIT]: VoiceUnitEvtsList = OPTIONAL,
    }
}

sequence! {
    /// A media service of a device, and how it comes into calls.
    pub struct MediaServiceCapsListEntry<'a> "MediaServiceCapsListEntry" {
        media_service_type "mediaServiceType": MediaServiceType,
        media_service_version "mediaServiceVersion": i64 = OPTIONAL,
        media_service_instance "mediaServiceInstance": MediaServiceInstanceId<'a> = OPTIONAL,
        connection_mode "connectionMode": ConnectionModeBMap = OPTIONAL,
        media_stream_id_supported "mediaStreamIDSupported": bool,
    }
}

/// The media services of a device.
pub type MediaServiceCapsList<'a> = SequenceOf<'a, MediaServiceCapsListEntry<'a>>;

enumerated! {
    /// What kind of device it is.
    pub enum DeviceCategory "DeviceCategory" {
        /// Distributes calls to agents.
        Acd "acd" = 0,
        Group "group" = 1,
        /// A trunk line.
        NetworkInterface "networkInterface" = 2,
        /// A zone where calls are parked.
        Park "park" = 3,
        RouteingDevice "routeingDevice" = 4,
        /// A telephone.
        Station "station" = 5,
        VoiceUnit "voiceUnit" = 6,
        Other "other" = 7,
        /// Interactive voice of any kind.
        GenericInteractiveVoice "genericInteractiveVoice" = 8,
        /// Recognises speech.
        ListenerInteractiveVoice "listenerInteractiveVoice" = 9,
        /// Listens to digits.
        DtmfInteractiveVoice "dtmfInteractiveVoice" = 10,
        /// Plays a prompt.
        PromptInteractiveVoice "promptInteractiveVoice" = 11,
        /// Plays a queue of prompts.
        PromptQueueInteractiveVoice "promptQueueInteractiveVoice" = 12,
        /// Plays and records messages.
        MessageInteractiveVoice "messageInteractiveVoice" = 13,
        Conference "conference" = 14,
    }
}

bit_string! {
    /// What kind of group a device is.
    pub struct GroupDeviceAttributes "GroupDeviceAttributes" {
        ACD "acd" = 0,
        /// Calls go to the first free member.
        HUNT "hunt" = 1,
        /// Members take one another's calls.
        PICK "pick" = 2,
        OTHER "other" = 3,
        USER "user" = 4,
        AGENT "agent" = 5,
    }
}

enumerated! {
    /// What a device is called in everyday words.
    pub enum NamedDeviceTypes "NamedDeviceTypes" {
        Acd "acd" = 0,
        AcdGroup "acdGroup" = 1,
        Button "button" = 2,
        ButtonGroup "buttonGroup" = 3,
        ConferenceBridge "conferenceBridge" = 4,
        Line "line" = 5,
        LineGroup "lineGroup" = 6,
        Operator "operator" = 7,
        OperatorGroup "operatorGroup" = 8,
        ParkingDevice "parkingDevice" = 9,
        Station "station" = 10,
        StationGroup "stationGroup" = 11,
        Trunk "trunk" = 12,
        TrunkGroup "trunkGroup" = 13,
        Other "other" = 14,
        OtherGroup "otherGroup" = 15,
    }
}

bit_string! {
    /// Whether the devices behind a distribution of calls can be seen.
    pub struct AcdModels "ACDModels" {
        VISIBLE_ACD_RELATED_DEVICES "visibleACDRelatedDevices" = 0,
        NON_VISIBLE_ACD_RELATED_DEVICES "nonVisibleACDRelatedDevices" = 1,
    }
}

bit_string! {
    /// To what, and in how many steps, agents log on.
    pub struct AgentLogOnModels "AgentLogOnModels" {
        /// To a device that distributes calls.
        LOG_ON_TO_ACD_DEVICE "logOnToACDDevice" = 0,
        /// To a group by name, in one step.
        LOG_ON_TO_ACD_GROUP_EXPL_ONE_STEP "logOnToACDGroupExplOneStep" = 1,
        /// To the switch first, then to a group.
        LOG_ON_TO_ACD_GROUP_EXPL_TWO_STEPS "logOnToACDGroupExplTwoSteps" = 2,
        /// To the groups that the switch knows for the agent.
        LOG_ON_TO_ACD_IMPL_ONE_STEP "logOnToACDImplOneStep" = 3,
    }
}

enumerated! {
    /// What kind of call appearances a device has.
    pub enum AppearanceType "AppearanceType" {
        /// Standard, and the user selects one.
        SelectedStandard "selectedStandard" = 0,
        /// Standard, not shared.
        BasicStandard "basicStandard" = 1,
        /// Shared; when one answers, the others are cleared.
        BasicBridged "basicBridged" = 2,
        /// Shared; when one answers, the others cannot join.
        ExclusiveBridged "exclusiveBridged" = 3,
        /// Shared; each can join and leave by itself.
        IndependentSharedBridged "independentSharedBridged" = 4,
        /// Shared; holding acts on all.
        InterdependentSharedBridged "interdependentSharedBridged" = 5,
    }
}

bit_string! {
    /// How two calls can come about that are then transferred or joined.
    pub struct TransAndConfSetup "TransAndConfSetup" {
        /// By a consultation call.
        CONSULTATION_CALL "consultationCall" = 0,
        /// By holding a call and making another.
        HOLD_CALL_MAKE_CALL "holdCallMakeCall" = 1,
        /// By alternating.
        ALTERNATE_CALL "alternateCall" = 2,
        /// Both can be held.
        TWO_CALLS_IN_HOLD "twoCallsInHold" = 3,
        /// Both can be active.
        TWO_CALLS_IN_CONNECTED "twoCallsInConnected" = 4,
    }
}
