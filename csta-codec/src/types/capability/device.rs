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

/// DOC
pub type ServiceCrossRefId<'a> = OctetString<'a>;

sequence! {
    /// DOC
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
    /// DOC
    pub struct LogDevEvtsList "LogDevEvtsList" {
        call_control_evts_list "callControlEvtsList" [0 IMPLICIT]: CallControlEvtsList = OPTIONAL,
        call_associated_evts_list "callAssociatedEvtsList" [1 IMPLICIT]: CallAssociatedEvtsList = OPTIONAL,
        logical_evts_list "logicalEvtsList" [2 IMPLICIT]: LogicalEvtsList = OPTIONAL,
        media_evts_list "mediaEvtsList" [3 IMPLICIT]: MediaEvtsList = OPTIONAL,
        voice_unit_evts_list "voiceUnitEvtsList" [4 IMPLICIT]: VoiceUnitEvtsList = OPTIONAL,
    }
}

sequence! {
    /// DOC
    pub struct MediaServiceCapsListEntry<'a> "MediaServiceCapsListEntry" {
        media_service_type "mediaServiceType": MediaServiceType,
        media_service_version "mediaServiceVersion": i64 = OPTIONAL,
        media_service_instance "mediaServiceInstance": MediaServiceInstanceId<'a> = OPTIONAL,
        connection_mode "connectionMode": ConnectionModeBMap = OPTIONAL,
        media_stream_id_supported "mediaStreamIDSupported": bool,
    }
}

/// DOC
pub type MediaServiceCapsList<'a> = SequenceOf<'a, MediaServiceCapsListEntry<'a>>;

enumerated! {
    /// DOC
    pub enum DeviceCategory "DeviceCategory" {
        Acd "acd" = 0,
        Group "group" = 1,
        NetworkInterface "networkInterface" = 2,
        Park "park" = 3,
        RouteingDevice "routeingDevice" = 4,
        Station "station" = 5,
        VoiceUnit "voiceUnit" = 6,
        Other "other" = 7,
        GenericInteractiveVoice "genericInteractiveVoice" = 8,
        ListenerInteractiveVoice "listenerInteractiveVoice" = 9,
        DtmfInteractiveVoice "dtmfInteractiveVoice" = 10,
        PromptInteractiveVoice "promptInteractiveVoice" = 11,
        PromptQueueInteractiveVoice "promptQueueInteractiveVoice" = 12,
        MessageInteractiveVoice "messageInteractiveVoice" = 13,
        Conference "conference" = 14,
    }
}

bit_string! {
    /// DOC
    pub struct GroupDeviceAttributes "GroupDeviceAttributes" {
        ACD "acd" = 0,
        HUNT "hunt" = 1,
        PICK "pick" = 2,
        OTHER "other" = 3,
        USER "user" = 4,
        AGENT "agent" = 5,
    }
}

enumerated! {
    /// DOC
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
    /// DOC
    pub struct AcdModels "ACDModels" {
        VISIBLE_ACD_RELATED_DEVICES "visibleACDRelatedDevices" = 0,
        NON_VISIBLE_ACD_RELATED_DEVICES "nonVisibleACDRelatedDevices" = 1,
    }
}

bit_string! {
    /// DOC
    pub struct AgentLogOnModels "AgentLogOnModels" {
        LOG_ON_TO_ACD_DEVICE "logOnToACDDevice" = 0,
        LOG_ON_TO_ACD_GROUP_EXPL_ONE_STEP "logOnToACDGroupExplOneStep" = 1,
        LOG_ON_TO_ACD_GROUP_EXPL_TWO_STEPS "logOnToACDGroupExplTwoSteps" = 2,
        LOG_ON_TO_ACD_IMPL_ONE_STEP "logOnToACDImplOneStep" = 3,
    }
}

enumerated! {
    /// DOC
    pub enum AppearanceType "AppearanceType" {
        SelectedStandard "selectedStandard" = 0,
        BasicStandard "basicStandard" = 1,
        BasicBridged "basicBridged" = 2,
        ExclusiveBridged "exclusiveBridged" = 3,
        IndependentSharedBridged "independentSharedBridged" = 4,
        InterdependentSharedBridged "interdependentSharedBridged" = 5,
    }
}

bit_string! {
    /// DOC
    pub struct TransAndConfSetup "TransAndConfSetup" {
        CONSULTATION_CALL "consultationCall" = 0,
        HOLD_CALL_MAKE_CALL "holdCallMakeCall" = 1,
        ALTERNATE_CALL "alternateCall" = 2,
        TWO_CALLS_IN_HOLD "twoCallsInHold" = 3,
        TWO_CALLS_IN_CONNECTED "twoCallsInConnected" = 4,
    }
}
