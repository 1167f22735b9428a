//! What the switch as a whole is and can do.
//!
//! The ASN.1 module is `CSTA-get-switching-function-capabilities`.

use crate::types::capability::{
    AcdModels, CallAssociatedEvtsList, CallAssociatedServList, CallControlEvtsList,
    CallControlServList, CapExchangeServList, CdrServList, DataCollectionServList, DeviceIdFormat,
    DeviceMaintEvtsList, FilterThreshold, IgnoreUnsupportedParameters, IoServicesServList,
    LocationServicesServList, LogicalEvtsList, LogicalServList, MaxLengthParameters,
    MaxLengthParametersContinued, MediaEvtsList, MediaServList, MediaServiceCapsList,
    MiscMonitorCaps, MonitoringServList, PauseTime, PhysDevEvtsList, PhysDevServList,
    RouteingServList, SnapshotServList, SwAppearanceAddressability, SwAppearanceTypes,
    SwDomainFeatures, SystemStatusServList, TimeStampMode, TransAndConfSetup,
    VendorSpecificEvtsList, VendorSpecificServList, VoiceUnitEvtsList, VoiceUnitServList,
};
use crate::types::{
    CallCharacteristics, ConnectionRateList, CstaCommonArguments, DelayToleranceList,
    MaxChannelBind, MonitorFilter, MonitorMediaClass, NumberOfChannels, TimeInfo,
};
use crate::{Ia5String, SequenceOf, bit_string, choice, enumerated, operation, sequence};

operation! {
    /// Asks what the switch as a whole is and can do, down to the optional parts of each service.
    pub GetSwitchingFunctionCapabilities "getSwitchingFunctionCapabilities" = 203, "Get Switching Function Capabilities", ToSwitch: GetSwitchingFunctionCapsArgument<'a> => GetSwitchingFunctionCapsResult<'a>
}

choice! {
    /// Asks for the abilities of the switch.
    pub enum GetSwitchingFunctionCapsArgument<'a> "GetSwitchingFunctionCapsArgument" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}

sequence! {
    /// What the switch as a whole is and can do.
    pub struct GetSwitchingFunctionCapsResult<'a> "GetSwitchingFunctionCapsResult" {
        /// The name of the switch.
        switching_sub_domain_name "switchingSubDomainName": Ia5String<'a>,
        manufacturer_name "manufacturerName": Ia5String<'a>,
        profiles "profiles": Profiles,
        device_id_format "deviceIDFormat": DeviceIdFormat,
        sw_domain_features "swDomainFeatures": SwDomainFeatures,
        sw_appearance_addressability "swAppearanceAddressability": SwAppearanceAddressability,
        sw_appearance_types "swAppearanceTypes": SwAppearanceTypes,
        ignore_unsupported_parameters "ignoreUnsupportedParameters": IgnoreUnsupportedParameters,
        call_characteristics_supported "callCharacteristicsSupported" [0 IMPLICIT]: CallCharacteristics = OPTIONAL,
        media_class_support "mediaClassSupport" [1 IMPLICIT]: MonitorMediaClass = OPTIONAL,
        number_of_channels "numberOfChannels" [2 IMPLICIT]: NumberOfChannels = OPTIONAL,
        max_channel_bind "maxChannelBind" [3 IMPLICIT]: MaxChannelBind = OPTIONAL,
        misc_media_call_characteristics "miscMediaCallCharacteristics" [4 IMPLICIT]: MiscMediaCallCharacteristics = OPTIONAL,
        connection_rate_list "connectionRateList" [5 IMPLICIT]: ConnectionRateList<'a> = OPTIONAL,
        delay_tolerance_list "delayToleranceList" [6 IMPLICIT]: DelayToleranceList<'a> = OPTIONAL,
        pause_time "pauseTime" [7 IMPLICIT]: PauseTime = OPTIONAL,
        current_time "currentTime" [8 IMPLICIT]: TimeInfo<'a> = OPTIONAL,
        message_seq_numbers "messageSeqNumbers" [9 IMPLICIT]: MessageSeqNumbers = OPTIONAL,
        time_stamp_mode "timeStampMode" [10 IMPLICIT]: TimeStampMode = OPTIONAL,
        security_mode "securityMode" [11 IMPLICIT]: SecurityMode = OPTIONAL,
        security_format "securityFormat" [12 IMPLICIT]: SecurityFormat = OPTIONAL,
        /// In which form private data are sent and taken.
        private_data_format "privateDataFormat" [13 IMPLICIT]: SecurityFormat = OPTIONAL,
        trans_and_conf_setup "transAndConfSetup" [14 IMPLICIT]: TransAndConfSetup = OPTIONAL,
        monitor_filter_items "monitorFilterItems" [15 IMPLICIT]: MonitorFilterItems = OPTIONAL,
        misc_monitor_caps "miscMonitorCaps" [16 IMPLICIT]: MiscMonitorCaps = OPTIONAL,
        correlator_data_supported "correlatorDataSupported" [17 IMPLICIT]: bool = OPTIONAL,
        dynamic_feature_supported "dynamicFeatureSupported" [18 IMPLICIT]: DynamicFeatureSupported = OPTIONAL,
        call_linkage_options "callLinkageOptions" [28 IMPLICIT]: CallLinkageOptions = OPTIONAL,
        acd_models "aCDModels" [19 IMPLICIT]: AcdModels = OPTIONAL,
        agent_log_on_models "agentLogOnModels" [20 IMPLICIT]: AgentLogOnModels = OPTIONAL,
        agent_state_models "agentStateModels" [21 IMPLICIT]: AgentStateModels = OPTIONAL,
        connection_view "connectionView": ConnectionView,
        max_length_parameters "maxLengthParameters": MaxLengthParameters,
        max_length_parameters_continued "maxLengthParametersContinued" [28 IMPLICIT]: MaxLengthParametersContinued = OPTIONAL,
        serv_evts_list "servEvtsList" [22 IMPLICIT]: ServEvtsList<'a> = RARE,
        private_data_version_list "privateDataVersionList" [23 IMPLICIT]: PrivateDataVersionList<'a> = OPTIONAL,
        /// How often the switch sends its status, 0 to 180 seconds.
        system_status_timer "systemStatusTimer" [24 IMPLICIT]: i64 = OPTIONAL,
        /// A limit on how many requests the switch takes.
        simple_threshold "simpleThreshold" [25 IMPLICIT]: i64 = OPTIONAL,
        /// Such a limit for each service.
        filter_threshold "filterThreshold" [26 IMPLICIT]: FilterThreshold = RARE,
        media_service_caps_list "mediaServiceCapsList" [27 IMPLICIT]: MediaServiceCapsList<'a> = OPTIONAL,
        /// How many entries a device history has at most.
        max_device_history_length "maxDeviceHistoryLength" [29 IMPLICIT]: i64 = OPTIONAL,
        /// To how many devices a call can be deflected at once.
        max_destination_devices_for_deflect "maxDestinationDevicesForDeflect" [30 IMPLICIT]: i64 = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// For each kind of monitor, the events that it does not offer.
    pub struct MonitorFilterItems "MonitorFilterItems" {
        device_on_device_monitor_filter "deviceOnDeviceMonitorFilter" [0 IMPLICIT]: MonitorFilter = OPTIONAL,
        device_on_connection_monitor_filter "deviceOnConnectionMonitorFilter" [1 IMPLICIT]: MonitorFilter = OPTIONAL,
        call_on_device_monitor_filter "callOnDeviceMonitorFilter" [2 IMPLICIT]: MonitorFilter = OPTIONAL,
        call_on_connection_monitor_filter "callOnConnectionMonitorFilter" [3 IMPLICIT]: MonitorFilter = OPTIONAL,
    }
}

bit_string! {
    /// Which messages carry sequence numbers.
    pub struct MessageSeqNumbers "MessageSeqNumbers" {
        ALL_EVENTS "allEvents" = 0,
        ALL_ACKS "allAcks" = 1,
        ALL_SERV_REQS "allServReqs" = 2,
    }
}

enumerated! {
    /// Which messages carry security data.
    pub enum SecurityMode "SecurityMode" {
        AllEvents "allEvents" = 0,
        AllAcks "allAcks" = 1,
        AllServReqs "allServReqs" = 2,
    }
}

bit_string! {
    /// In which form data are sent and taken by the switch, the switching function (SF).
    pub struct SecurityFormat "SecurityFormat" {
        OCTET_STRING_FROM_SF "octetStringFromSF" = 0,
        OTHER_TYPE_FROM_SF "otherTypeFromSF" = 1,
        OCTET_STRING_TO_SF "octetStringToSF" = 2,
        OTHER_TYPE_TO_SF "otherTypeToSF" = 3,
    }
}

bit_string! {
    /// Profiles of CSTA that the switch keeps to.
    pub struct Profiles "Profiles" {
        BASIC_TELEPHONY_PROFILE "basicTelephonyProfile" = 0,
        ROUTEING_PROFILE "routeingProfile" = 1,
        LEVEL1A_VOICE_BROWSER_PROFILE "level1aVoiceBrowserProfile" = 2,
        LEVEL1B_VOICE_BROWSER_PROFILE "level1bVoiceBrowserProfile" = 3,
        LEVEL2_VOICE_BROWSER_PROFILE "level2VoiceBrowserProfile" = 4,
        /// The smallest set for CSTA over SIP user agents (uaCSTA).
        MINIMAL_UA_CSTA_CALL_CONTROL_PROFILE "minimalUaCSTACallControlProfile" = 5,
        BASIC_UA_CSTA_CALL_CONTROL_PROFILE "basicUaCSTACallControlProfile" = 6,
        ADVANCED_UA_CSTA_CALL_CONTROL_PROFILE "advancedUaCSTACallControlProfile" = 7,
        CONFERENCING_UA_CSTA_CALL_CONTROL_PROFILE "conferencingUaCSTACallControlProfile" = 8,
        BASIC_UA_CSTA_DEVICE_FEATURE_PROFILE "basicUaCSTADeviceFeatureProfile" = 9,
        ADVANCED_UA_CSTA_DEVICE_FEATURE_PROFILE "advancedUaCSTADeviceFeatureProfile" = 10,
        SPEAKER_UA_CSTA_DEVICE_FEATURE_PROFILE "speakerUACSTADeviceFeatureProfile" = 11,
        BASIC_SPEECH_SERVICE_PROFILE "basicSpeechServiceProfile" = 12,
        ADVANCED_SPEECH_SERVICE_PROFILE "advancedSpeechServiceProfile" = 13,
    }
}

enumerated! {
    /// Whether the switch says in events which services a connection allows.
    pub enum DynamicFeatureSupported "DynamicFeatureSupported" {
        None "none" = 0,
        All "all" = 1,
        Some "some" = 2,
    }
}

bit_string! {
    /// Whether the switch links calls that belong together.
    pub struct CallLinkageOptions "CallLinkageOptions" {
        CALL_LINKAGE_FEATURE_SUPPORTED "callLinkageFeatureSupported" = 0,
        THREAD_LINKAGE_FEATURE_SUPPORTED "threadLinkageFeatureSupported" = 1,
    }
}

bit_string! {
    /// To what, and in how many steps, agents log on.
    pub struct AgentLogOnModels "AgentLogOnModels" {
        /// To a device that distributes calls.
        LOG_ON_ACD_DEVICE "logOnACDDevice" = 0,
        /// To a group by name, in one step.
        LOG_ON_ACD_GROUP_EXPL_ONE_STEP "logOnACDGroupExplOneStep" = 1,
        /// To the switch first, then to a group.
        LOG_ON_ACD_GROUP_EXPL_TWO_STEPS "logOnACDGroupExplTwoSteps" = 2,
        /// To the groups that the switch knows for the agent.
        LOG_ON_ACD_GROUP_IMPL_ONE_STEP "logOnACDGroupImplOneStep" = 3,
    }
}

bit_string! {
    /// Whether an agent has one state, or one in each group.
    pub struct AgentStateModels "AgentStateModels" {
        MULTI_STATE "multiState" = 0,
        MULTI_STATE_SEMI_INDEPENDENT_LINKED "multiStateSemiIndependentLinked" = 1,
        AGENT_ORIENTED "agentOriented" = 2,
    }
}

enumerated! {
    /// How the connections of an outside call are seen.
    pub enum ConnectionView "ConnectionView" {
        Fixed "fixed" = 0,
        Local "local" = 1,
    }
}

sequence! {
    /// The services and events that are supported, by group.
    pub struct ServEvtsList<'a> "ServEvtsList" {
        cap_exchange_serv_list "capExchangeServList" [0 IMPLICIT]: CapExchangeServList = OPTIONAL,
        system_serv_list "systemServList" [1 IMPLICIT]: SystemStatusServList = OPTIONAL,
        monitoring_serv_list "monitoringServList" [2 IMPLICIT]: MonitoringServList = OPTIONAL,
        snapshot_serv_list "snapshotServList" [3 IMPLICIT]: SnapshotServList = OPTIONAL,
        call_control_serv_list "callControlServList" [4 IMPLICIT]: CallControlServList = OPTIONAL,
        call_control_evts_list "callControlEvtsList" [5 IMPLICIT]: CallControlEvtsList = OPTIONAL,
        call_associated_serv_list "callAssociatedServList" [6 IMPLICIT]: CallAssociatedServList = OPTIONAL,
        call_associated_evts_list "callAssociatedEvtsList" [7 IMPLICIT]: CallAssociatedEvtsList = OPTIONAL,
        media_serv_list "mediaServList" [8 IMPLICIT]: MediaServList = OPTIONAL,
        media_evts_list "mediaEvtsList" [9 IMPLICIT]: MediaEvtsList = OPTIONAL,
        routeing_serv_list "routeingServList" [10 IMPLICIT]: RouteingServList = OPTIONAL,
        phys_dev_serv_list "physDevServList" [11 IMPLICIT]: PhysDevServList = OPTIONAL,
        phys_dev_evts_list "physDevEvtsList" [12 IMPLICIT]: PhysDevEvtsList = OPTIONAL,
        logical_serv_list "logicalServList" [13 IMPLICIT]: LogicalServList = OPTIONAL,
        logical_evts_list "logicalEvtsList" [14 IMPLICIT]: LogicalEvtsList = OPTIONAL,
        device_maint_evts_list "deviceMaintEvtsList" [15 IMPLICIT]: DeviceMaintEvtsList = OPTIONAL,
        io_services_serv_list "iOServicesServList" [16 IMPLICIT]: IoServicesServList = OPTIONAL,
        data_collection_serv_list "dataCollectionServList" [17 IMPLICIT]: DataCollectionServList = OPTIONAL,
        voice_unit_serv_list "voiceUnitServList" [18 IMPLICIT]: VoiceUnitServList = OPTIONAL,
        voice_unit_evts_list "voiceUnitEvtsList" [19 IMPLICIT]: VoiceUnitEvtsList = OPTIONAL,
        cdr_serv_list "cdrServList" [20 IMPLICIT]: CdrServList = OPTIONAL,
        vendor_specific_serv_list "vendorSpecificServList" [21 IMPLICIT]: VendorSpecificServList = OPTIONAL,
        vendor_specific_evts_list "vendorSpecificEvtsList" [22 IMPLICIT]: VendorSpecificEvtsList<'a> = OPTIONAL,
        status_reporting_serv_list "statusReportingServList" [23 IMPLICIT]: StatusReportingServList = OPTIONAL,
        location_serv_list "locationServList" [24 IMPLICIT]: LocationServicesServList = OPTIONAL,
    }
}

sequence! {
    /// The services of monitoring, snapshots and system status that are supported.
    pub struct StatusReportingServList "StatusReportingServList" {
        monitoring_services "monitoringServices" [0 IMPLICIT]: MonitoringServList = OPTIONAL,
        snapshot_services "snapshotServices" [1 IMPLICIT]: SnapshotServList = OPTIONAL,
        system_services "systemServices" [2 IMPLICIT]: SystemStatusServList = OPTIONAL,
    }
}

bit_string! {
    /// What the switch does with media characteristics.
    pub struct MiscMediaCallCharacteristics "MiscMediaCallCharacteristics" {
        /// It adjusts what is asked for to what is possible.
        SUPPORT_ADJUSTMENT "supportAdjustment" = 0,
    }
}

/// The versions of private data that are supported.
pub type PrivateDataVersionList<'a> = SequenceOf<'a, i64>;
