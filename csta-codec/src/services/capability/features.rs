//! Which services and events the switch supports.
//!
//! The ASN.1 module is `CSTA-get-csta-features-service`.

use crate::types::CstaCommonArguments;
use crate::types::capability::{
    CallAssociatedEvtsList, CallAssociatedServList, CallControlEvtsList, CallControlServList,
    CapExchangeServList, CdrServList, DataCollectionServList, DeviceMaintEvtsList,
    IoServicesServList, LocationServicesServList, LogicalEvtsList, LogicalServList, MediaEvtsList,
    MediaServList, MonitoringServList, PhysDevEvtsList, PhysDevServList, RouteingServList,
    SnapshotServList, SystemStatusServList, VendorSpecificEvtsList, VendorSpecificServList,
    VoiceUnitEvtsList, VoiceUnitServList,
};
use crate::{operation, sequence};

operation! {
    /// Asks which services and events the switch supports, and what of each.
    pub GetCstaFeature "getCSTAFeature" = 370, "Get CSTA Features", ToSwitch: GetCstaFeatureArgument<'a> => GetCstaFeatureResult<'a>
}

sequence! {
    /// Asks for the services and events that are supported.
    pub struct GetCstaFeatureArgument<'a> "GetCSTAFeatureArgument" {
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// Services by group; a group that is absent is not supported.
    pub struct SupportedServices<'a> "GetCSTAFeatureResultSupportedServices" {
        cap_exchange_serv_list "capExchangeServList" [0 EXPLICIT]: CapExchangeServList = RARE,
        system_stat_serv_list "systemStatServList" [1 EXPLICIT]: SystemStatusServList = RARE,
        monitoring_serv_list "monitoringServList" [2 EXPLICIT]: MonitoringServList = RARE,
        snapshot_serv_list "snapshotServList" [3 EXPLICIT]: SnapshotServList = RARE,
        call_control_serv_list "callControlServList" [4 EXPLICIT]: CallControlServList = RARE,
        call_associated_serv_list "callAssociatedServList" [5 EXPLICIT]: CallAssociatedServList = RARE,
        media_serv_list "mediaServList" [6 EXPLICIT]: MediaServList = RARE,
        routeing_serv_list "routeingServList" [7 EXPLICIT]: RouteingServList = RARE,
        phys_dev_serv_list "physDevServList" [8 EXPLICIT]: PhysDevServList = RARE,
        logical_serv_list "logicalServList" [9 EXPLICIT]: LogicalServList = RARE,
        io_services_serv_list "iOServicesServList" [10 EXPLICIT]: IoServicesServList = RARE,
        data_collection_serv_list "dataCollectionServList" [11 EXPLICIT]: DataCollectionServList = RARE,
        voice_serv_list "voiceServList" [12 EXPLICIT]: VoiceUnitServList = RARE,
        cdr_serv_list "cDRServList" [13 EXPLICIT]: CdrServList = RARE,
        vendor_specific_serv_list "vendorSpecificServList" [14 EXPLICIT]: VendorSpecificServList = RARE,
        location_services_serv_list "locationServicesServList" [15 EXPLICIT]: LocationServicesServList = RARE,
    }
}

sequence! {
    /// Events by group; a group that is absent is not supported.
    pub struct SupportedEvents<'a> "GetCSTAFeatureResultSupportedEvents" {
        call_control_evts_list "callControlEvtsList" [0 EXPLICIT]: CallControlEvtsList = RARE,
        call_associated_evts_list "callAssociatedEvtsList" [1 EXPLICIT]: CallAssociatedEvtsList = RARE,
        media_evts_list "mediaEvtsList" [2 EXPLICIT]: MediaEvtsList = RARE,
        phys_dev_evts_list "physDevEvtsList" [3 EXPLICIT]: PhysDevEvtsList = RARE,
        logical_evts_list "logicalEvtsList" [4 EXPLICIT]: LogicalEvtsList = RARE,
        device_maint_evts_list "deviceMaintEvtsList" [5 EXPLICIT]: DeviceMaintEvtsList = RARE,
        voice_evts_list "voiceEvtsList" [6 EXPLICIT]: VoiceUnitEvtsList = RARE,
        vendor_specific_evts_list "vendorSpecificEvtsList" [7 EXPLICIT]: VendorSpecificEvtsList<'a> = RARE,
    }
}

sequence! {
    /// The services and events that are supported.
    pub struct GetCstaFeatureResult<'a> "GetCSTAFeatureResult" {
        supported_services "supportedServices": SupportedServices<'a>,
        supported_events "supportedEvents": SupportedEvents<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}
