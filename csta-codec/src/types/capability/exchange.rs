//! Capability exchange.
//!
//! The ASN.1 module is `CSTA-capability-exchange`.

use crate::{bit_string, sequence};

sequence! {
    /// The supported services of capability exchange.
    pub struct CapExchangeServList "CapExchangeServList" {
        get_csta_features "getCSTAFeatures" [5 IMPLICIT]: GetCstaFeatures = OPTIONAL,
        get_logical_device_information "getLogicalDeviceInformation" [0 IMPLICIT]: GetLogicalDeviceInformation = OPTIONAL,
        get_physical_device_information "getPhysicalDeviceInformation" [1 IMPLICIT]: GetPhysicalDeviceInformation = OPTIONAL,
        get_switching_function_caps "getSwitchingFunctionCaps" [4 IMPLICIT]: GetSwitchingFunctionCapabilities = OPTIONAL,
        get_switching_function_devices "getSwitchingFunctionDevices" [2 IMPLICIT]: GetSwitchingFunctionDevices = OPTIONAL,
        switching_function_devices "switchingFunctionDevices" [3 IMPLICIT]: SwitchingFunctionDevices = OPTIONAL,
    }
}

bit_string! {
    /// What the switch supports of [Get CSTA Features](crate::services::GetCstaFeature).
    pub struct GetCstaFeatures "GetCSTAFeatures" {
        PRIVATE_DATA_IN_REQ "privateDataInReq" = 0,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 1,
    }
}

bit_string! {
    /// What the switch supports of [Get Logical Device
    /// Information](crate::services::GetLogicalDeviceInformation).
    pub struct GetLogicalDeviceInformation "GetLogicalDeviceInformation" {
        PRIVATE_DATA_IN_REQ "privateDataInReq" = 0,
        NAMED_DEVICE_TYPE_IN_ACK "namedDeviceTypeInAck" = 1,
        SHORT_FORM_DEVICE_ID_IN_ACK "shortFormDeviceIDInAck" = 2,
        MISC_MONITOR_CAPS_IN_ACK "miscMonitorCapsInAck" = 3,
        MAX_CALL_BACKS_IN_ACK "maxCallBacksInAck" = 4,
        MAX_AUTO_ANSWER_RINGS_IN_ACK "maxAutoAnswerRingsInAck" = 5,
        MAX_ACTIVE_CALLS_IN_ACK "maxActiveCallsInAck" = 6,
        MAX_HELD_CALLS_IN_ACK "maxHeldCallsInAck" = 7,
        MAX_FWD_SETTINGS_IN_ACK "maxFwdSettingsInAck" = 8,
        MAX_DEVICES_IN_CONF_IN_ACK "maxDevicesInConfInAck" = 9,
        TRANS_AND_CONF_SETUP_PARAMETER "transAndConfSetupParameter" = 10,
        TRANS_AND_CONF_SETUP_CONSULTATION_IN_ACK "transAndConfSetupConsultationInAck" = 11,
        TRANS_AND_CONF_SETUP_HOLD_MAKE_IN_ACK "transAndConfSetupHoldMakeInAck" = 12,
        TRANS_AND_CONF_SETUP_ALTERNATE_IN_ACK "transAndConfSetupAlternateInAck" = 13,
        TRANS_AND_CONF_SETUP_TWO_CALLS_HOLD_IN_ACK "transAndConfSetupTwoCallsHoldInAck" = 14,
        TRANS_AND_CONF_SETUP_TWO_CALLS_CONNECTED_IN_ACK "transAndConfSetupTwoCallsConnectedInAck" = 15,
        MEDIA_CLASS_SUPPORT_IN_ACK "mediaClassSupportInAck" = 16,
        CONNECTION_RATE_LIST_IN_ACK "connectionRateListInAck" = 17,
        DELAY_TOLERANCE_LIST_IN_ACK "delayToleranceListInAck" = 18,
        NUMBER_OF_CHANNELS_IN_ACK "numberOfChannelsInAck" = 19,
        MAX_CHANNEL_BIND_IN_ACK "maxChannelBindInAck" = 20,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 21,
    }
}

bit_string! {
    /// What the switch supports of [Get Physical Device
    /// Information](crate::services::GetPhysicalDeviceInformation).
    pub struct GetPhysicalDeviceInformation "GetPhysicalDeviceInformation" {
        PRIVATE_DATA_IN_REQ "privateDataInReq" = 0,
        NAMED_DEVICE_TYPES_IN_ACK "namedDeviceTypesInAck" = 1,
        OTHER_LOGICAL_DEVICE_LIST_IN_ACK "otherLogicalDeviceListInAck" = 2,
        DEVICE_MODEL_NAME_IN_ACK "deviceModelNameInAck" = 3,
        MAX_DISPLAYS_IN_ACK "maxDisplaysInAck" = 4,
        MAX_BUTTONS_IN_ACK "maxButtonsInAck" = 5,
        MAX_LAMPS_IN_ACK "maxLampsInAck" = 6,
        MAX_RING_PATTERNS_IN_ACK "maxRingPatternsInAck" = 7,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 8,
    }
}

bit_string! {
    /// What the switch supports of [Get Switching Function
    /// Devices](crate::services::GetSwitchingFunctionDevices).
    pub struct GetSwitchingFunctionDevices "GetSwitchingFunctionDevices" {
        REQUESTED_DEVICE_ID "requestedDeviceID" = 0,
        REQUESTED_DEVICE_CATEGORY_ACD "requestedDeviceCategoryACD" = 1,
        REQUESTED_DEVICE_CATEGORY_ACD_GROUP "requestedDeviceCategoryACDGroup" = 2,
        REQUESTED_DEVICE_CATEGORY_HUNT_GROUP "requestedDeviceCategoryHuntGroup" = 3,
        REQUESTED_DEVICE_CATEGORY_PICK_GROUP "requestedDeviceCategoryPickGroup" = 4,
        REQUESTED_DEVICE_CATEGORY_OTHER_GROUP "requestedDeviceCategoryOtherGroup" = 5,
        REQUESTED_DEVICE_CATEGORY_NETW_INTERFACE "requestedDeviceCategoryNetwInterface" = 6,
        REQUESTED_DEVICE_CATEGORY_PARK "requestedDeviceCategoryPark" = 7,
        REQUESTED_DEVICE_CATEGORY_ROUTEING_DEVICE "requestedDeviceCategoryRouteingDevice" = 8,
        REQUESTED_DEVICE_CATEGORY_STATION "requestedDeviceCategoryStation" = 9,
        REQUESTED_DEVICE_CATEGORY_VOICE_UNIT "requestedDeviceCategoryVoiceUnit" = 10,
        REQUESTED_DEVICE_CATEGORY_OTHER "requestedDeviceCategoryOther" = 11,
        PRIVATE_DATA "privateData" = 12,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 13,
        REQUESTED_DEVICE_CATEGORY_USER_GROUP "requestedDeviceCategoryUserGroup" = 14,
        REQUESTED_DEVICE_CATEGORY_GENERIC_IV "requestedDeviceCategoryGenericIV" = 15,
        REQUESTED_DEVICE_CATEGORY_LISTENER_IV "requestedDeviceCategoryListenerIV" = 16,
        REQUESTED_DEVICE_CATEGORY_VDTMF_IV "requestedDeviceCategoryVDTMFIV" = 17,
        REQUESTED_DEVICE_CATEGORY_PROMPT_IV "requestedDeviceCategoryPromptIV" = 18,
        REQUESTED_DEVICE_CATEGORY_PROMPT_QUEUE_IV "requestedDeviceCategoryPromptQueueIV" = 19,
        REQUESTED_DEVICE_CATEGORY_MESSAGE_IV "requestedDeviceCategoryMessageIV" = 20,
        REQUESTED_DEVICE_CATEGORY_CONFERENCE "requestedDeviceCategoryConference" = 21,
    }
}

bit_string! {
    /// What the switch supports of [Get Switching Function
    /// Capabilities](crate::services::GetSwitchingFunctionCapabilities).
    pub struct GetSwitchingFunctionCapabilities "GetSwitchingFunctionCapabilities" {
        PRIVATE_DATA "privateData" = 0,
        MEDIA_CLASS_SUPPORT "mediaClassSupport" = 1,
        NUMBER_OF_CHANNELS "numberOfChannels" = 2,
        MAX_CHANNEL_BIND "maxChannelBind" = 3,
        MISC_MEDIA_CALL_CHARACTERISTICS "miscMediaCallCharacteristics" = 4,
        CONNECTION_RATE_LIST "connectionRateList" = 5,
        DELAY_TOLERANCE_RATE_LIST "delayToleranceRateList" = 6,
        PAUSE_TIME "pauseTime" = 7,
        CURRENT_TIME "currentTime" = 8,
        TRANS_AND_CONF_SETUP_PARAMETER "transAndConfSetupParameter" = 9,
        TRANS_AND_CONF_SETUP_CONSULTATION "transAndConfSetupConsultation" = 10,
        TRANS_AND_CONF_SETUP_HOLD_MAKE "transAndConfSetupHoldMake" = 11,
        TRANS_AND_CONF_SETUP_ALTERNATE "transAndConfSetupAlternate" = 12,
        TRANS_AND_CONF_SETUP_TWO_CALLS "transAndConfSetupTwoCalls" = 13,
        TRANS_AND_CONF_SETUP_TWO_CALLS_CONNECTED "transAndConfSetupTwoCallsConnected" = 14,
        MISC_MONITOR "miscMonitor" = 15,
        CORRELATOR_DATA_SUPPORTED "correlatorDataSupported" = 16,
        DYNAMIC_FEATURE_SUPPORTED "dynamicFeatureSupported" = 17,
        CALL_LINKAGE_OPTIONS "callLinkageOptions" = 18,
        ACD_MODELS "acdModels" = 19,
        AGENT_LOG_ON_MODELS "agentLogOnModels" = 20,
        AGENT_STATE_MODELS "agentStateModels" = 21,
        PRIVATE_DATA_VERSION_LIST "privateDataVersionList" = 22,
        SIMPLE_THRESHOLD "simpleThreshold" = 23,
        FILTER_THRESHOLD "filterThreshold" = 24,
        MAX_DEVICE_HISTORY_ENTRIES "maxDeviceHistoryEntries" = 25,
    }
}

bit_string! {
    /// What the switch tells by [Switching Function
    /// Devices](crate::services::SwitchingFunctionDevices).
    pub struct SwitchingFunctionDevices "SwitchingFunctionDevices" {
        SEGMENT_ID "segmentID" = 0,
        DEVICE_LIST_DEVICE_CATEGORY "deviceListDeviceCategory" = 1,
        DEVICE_LIST_NAMED_DEVICE_TYPES "deviceListNamedDeviceTypes" = 2,
        DEVICE_LIST_DEVICE_ATTRIBUTES "deviceListDeviceAttributes" = 3,
        DEVICE_LIST_DEVICE_MODEL_NAME "deviceListDeviceModelName" = 4,
        PRIVATE_DATA "privateData" = 5,
        DEVICE_LIST_NID_GROUP "deviceListNidGroup" = 6,
    }
}
