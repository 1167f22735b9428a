//! What a single device is and can do.
//!
//! The ASN.1 modules are `CSTA-get-logical-device-information` and
//! `CSTA-get-physical-device-information`.

use crate::types::capability::{
    AcdModels, AgentLogOnModels, AppearanceType, DeviceCategory, DeviceMaintEvtsList,
    GroupDeviceAttributes, LogDevEvtsList, LogDevServList, MediaServiceCapsList, MiscMonitorCaps,
    NamedDeviceTypes, PhysDevEvtsList, PhysDevServList, RouteingServList, TransAndConfSetup,
};
use crate::types::{
    ConnectionRateList, CstaCommonArguments, DelayToleranceList, DeviceId, MaxChannelBind,
    MonitorFilter, MonitorMediaClass, NumberOfChannels,
};
use crate::{Ia5String, SequenceOf, operation, sequence};

operation! {
    /// Asks what a device is and can do in calls: its kind, limits, groups, services and events.
    pub GetLogicalDeviceInformation "getLogicalDeviceInformation" = 201, "Get Logical Device Information", ToSwitch: GetLogicalDeviceInformationArgument<'a> => GetLogicalDeviceInformationResult<'a>
}

sequence! {
    /// The device that is asked about.
    pub struct GetLogicalDeviceInformationArgument<'a> "GetLogicalDeviceInformationArgument" {
        device "device": DeviceId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// What a device is and can do in calls.
    pub struct GetLogicalDeviceInformationResult<'a> "GetLogicalDeviceInformationResult" {
        device_category "deviceCategory" [0 IMPLICIT]: DeviceCategory = DEFAULT(DeviceCategory::Station),
        group_device_attributes "groupDeviceAttributes" [1 IMPLICIT]: GroupDeviceAttributes = OPTIONAL,
        named_device_types "namedDeviceTypes" [2 IMPLICIT]: NamedDeviceTypes = OPTIONAL,
        /// A shorter name by which requests can call the device.
        short_form_device_id "shortFormDeviceID" [3 EXPLICIT]: DeviceId<'a> = OPTIONAL,
        /// Whether it also has buttons, lamps and the like.
        has_physical_element "hasPhysicalElement": bool,
        acd_models "acdModels": AcdModels,
        agent_log_on_models "agentLogOnModels" [4 IMPLICIT]: AgentLogOnModels = OPTIONAL,
        /// Whether its call appearances are addressed one by one.
        appearance_addressable "appearanceAddressable": bool,
        appearance_type "appearanceType": AppearanceType,
        /// Its call appearances.
        appearance_list "appearanceList" [5 IMPLICIT]: SequenceOf<'a, Ia5String<'a>> = OPTIONAL,
        /// Other telephones that belong to it.
        other_physical_device_list "otherPhysicalDeviceList" [6 IMPLICIT]: SequenceOf<'a, DeviceId<'a>> = OPTIONAL,
        misc_monitor_caps "miscMonitorCaps" [7 IMPLICIT]: MiscMonitorCaps = OPTIONAL,
        /// Groups to which it belongs.
        associated_group_list "associatedGroupList" [8 IMPLICIT]: SequenceOf<'a, DeviceId<'a>> = OPTIONAL,
        /// How many call backs can be set.
        max_callbacks "maxCallbacks" [9 IMPLICIT]: i64 = OPTIONAL,
        /// After how many rings it can answer by itself, at most.
        max_auto_answer_rings "maxAutoAnswerRings" [10 IMPLICIT]: i64 = OPTIONAL,
        max_active_calls "maxActiveCalls" [11 IMPLICIT]: i64 = OPTIONAL,
        max_held_calls "maxHeldCalls" [12 IMPLICIT]: i64 = OPTIONAL,
        /// How many forwardings can be set.
        max_fwd_settings "maxFwdSettings" [13 IMPLICIT]: i64 = OPTIONAL,
        /// How many devices a conference of it can have.
        max_devices_in_conf "maxDevicesInConf" [14 IMPLICIT]: i64 = OPTIONAL,
        trans_and_conf_setup "transAndConfSetup" [15 IMPLICIT]: TransAndConfSetup = OPTIONAL,
        /// Events that a monitor of type device on the device does not offer.
        device_on_device_monitor_filter "deviceOnDeviceMonitorFilter" [16 IMPLICIT]: MonitorFilter = OPTIONAL,
        /// Events that a monitor of type device on a connection does not offer.
        device_on_connection_monitor_filter "deviceOnConnectionMonitorFilter" [17 IMPLICIT]: MonitorFilter = OPTIONAL,
        /// Events that a monitor of type call on the device does not offer.
        call_on_device_monitor_filter "callOnDeviceMonitorFilter" [18 IMPLICIT]: MonitorFilter = OPTIONAL,
        /// Events that a monitor of type call on a connection does not offer.
        call_on_connection_monitor_filter "callOnConnectionMonitorFilter" [19 IMPLICIT]: MonitorFilter = OPTIONAL,
        media_class_support "mediaClassSupport" [20 IMPLICIT]: MonitorMediaClass = OPTIONAL,
        media_service_caps_list "mediaServiceCapsList" [21 IMPLICIT]: MediaServiceCapsList<'a> = OPTIONAL,
        connection_rate_list "connectionRateList" [22 IMPLICIT]: ConnectionRateList<'a> = OPTIONAL,
        delay_tolerance_list "delayToleranceList" [23 IMPLICIT]: DelayToleranceList<'a> = OPTIONAL,
        number_of_channels "numberOfChannels" [24 IMPLICIT]: NumberOfChannels = OPTIONAL,
        max_channel_bind "maxChannelBind" [25 IMPLICIT]: MaxChannelBind = OPTIONAL,
        routeing_serv_list "routeingServList" [26 IMPLICIT]: RouteingServList = RARE,
        log_dev_serv_list "logDevServList" [27 IMPLICIT]: LogDevServList = RARE,
        log_dev_evts_list "logDevEvtsList" [28 IMPLICIT]: LogDevEvtsList = RARE,
        device_maint_evts_list "deviceMaintEvtsList" [29 IMPLICIT]: DeviceMaintEvtsList = RARE,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

operation! {
    /// Asks what a telephone is made of: model, displays, buttons, lamps, ringers.
    pub GetPhysicalDeviceInformation "getPhysicalDeviceInformation" = 202, "Get Physical Device Information", ToSwitch: GetPhysicalDeviceInformationArgument<'a> => GetPhysicalDeviceInformationResult<'a>
}

sequence! {
    /// The device that is asked about.
    pub struct GetPhysicalDeviceInformationArgument<'a> "GetPhysicalDeviceInformationArgument" {
        device "device": DeviceId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// What a telephone is made of.
    pub struct GetPhysicalDeviceInformationResult<'a> "GetPhysicalDeviceInformationResult" {
        device_category "deviceCategory" [0 IMPLICIT]: DeviceCategory = DEFAULT(DeviceCategory::Station),
        group_device_attributes "groupDeviceAttributes" [1 IMPLICIT]: GroupDeviceAttributes = OPTIONAL,
        named_device_types "namedDeviceTypes" [2 IMPLICIT]: NamedDeviceTypes = OPTIONAL,
        /// Whether it also takes part in calls.
        has_logical_element "hasLogicalElement": bool,
        /// Other logical devices, such as further lines, that belong to it.
        other_logical_device_list "otherLogicalDeviceList" [3 IMPLICIT]: SequenceOf<'a, DeviceId<'a>> = OPTIONAL,
        device_model_name "deviceModelName" [4 IMPLICIT]: Ia5String<'a> = OPTIONAL,
        /// Events that a monitor of type device on the device does not offer.
        device_on_device_monitor_filter "deviceOnDeviceMonitorFilter" [5 IMPLICIT]: MonitorFilter = OPTIONAL,
        /// Events that a monitor of type device on a connection does not offer.
        device_on_connection_monitor_filter "deviceOnConnectionMonitorFilter" [6 IMPLICIT]: MonitorFilter = OPTIONAL,
        /// Events that a monitor of type call on the device does not offer.
        call_on_device_monitor_filter "callOnDeviceMonitorFilter" [7 IMPLICIT]: MonitorFilter = OPTIONAL,
        /// Events that a monitor of type call on a connection does not offer.
        call_on_connection_monitor_filter "callOnConnectionMonitorFilter" [8 IMPLICIT]: MonitorFilter = OPTIONAL,
        max_displays "maxDisplays" [9 IMPLICIT]: i64 = OPTIONAL,
        max_buttons "maxButtons" [10 IMPLICIT]: i64 = OPTIONAL,
        max_lamps "maxLamps" [11 IMPLICIT]: i64 = OPTIONAL,
        max_ring_patterns "maxRingPatterns" [12 IMPLICIT]: i64 = OPTIONAL,
        phys_dev_serv_list "physDevServList" [13 IMPLICIT]: PhysDevServList = RARE,
        phys_dev_evts_list "physDevEvtsList" [14 IMPLICIT]: PhysDevEvtsList = RARE,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}
