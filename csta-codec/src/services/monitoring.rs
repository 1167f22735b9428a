//! Monitoring: which devices and calls report events.
//!
//! The ASN.1 modules are `CSTA-monitor-start`, `CSTA-change-monitor-filter`, `CSTA-monitor-stop`,
//! `CSTA-get-monitor` and `CSTA-monitor-info`.

use crate::types::capability::ServiceCrossRefId;
use crate::types::{
    CstaCommonArguments, MonitorCrossRefId, MonitorFilter, MonitorList, MonitorMediaClass,
    MonitorObject, MonitorType,
};
use crate::{choice, operation, sequence};

operation! {
    /// DOC
    pub MonitorStart "monitorStart" = 71, ToSwitch: MonitorStartArgument<'a> => MonitorStartResult<'a>
}

sequence! {
    /// DOC
    pub struct MonitorStartArgument<'a> "MonitorStartArgument" {
        monitor_object "monitorObject": MonitorObject<'a>,
        requested_monitor_filter "requestedMonitorFilter" [0 IMPLICIT]: MonitorFilter = OPTIONAL,
        monitor_type "monitorType": MonitorType = OPTIONAL,
        requested_monitor_media_class "requestedMonitorMediaClass" [1 IMPLICIT]: MonitorMediaClass = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct MonitorStartResult<'a> "MonitorStartResult" {
        cross_ref_identifier "crossRefIdentifier": MonitorCrossRefId<'a>,
        actual_monitor_filter "actualmonitorFilter" [0 IMPLICIT]: MonitorFilter = OPTIONAL,
        actual_monitor_media_class "actualMonitorMediaClass" [1 IMPLICIT]: MonitorMediaClass = OPTIONAL,
        monitor_existing_calls "monitorExistingCalls": bool = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

operation! {
    /// DOC
    pub ChangeMonitorFilter "changeMonitorFilter" = 72, ToSwitch: ChangeMonitorFilterArgument<'a> => ChangeMonitorFilterResult<'a>
}

sequence! {
    /// DOC
    pub struct ChangeMonitorFilterArgument<'a> "ChangeMonitorFilterArgument" {
        cross_ref_identifier "crossRefIdentifier": MonitorCrossRefId<'a>,
        requested_filter_list "requestedFilterList": MonitorFilter,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct ChangeMonitorFilterResult<'a> "ChangeMonitorFilterResult" {
        actual_filter_list "actualFilterList": MonitorFilter = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

operation! {
    /// DOC
    pub MonitorStop "monitorStop" = 73, Either: MonitorStopArgument<'a> => MonitorStopResult<'a>
}

sequence! {
    /// DOC
    pub struct MonitorStopArgument<'a> "MonitorStopArgument" {
        cross_ref_identifier "crossRefIdentifier": MonitorCrossRefId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`MonitorStop`]; it has nothing to say of its own.
    pub enum MonitorStopResult<'a> "MonitorStopResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}

operation! {
    /// DOC
    pub GetMonitors "getMonitors" = 373, ToSwitch: GetMonitorArgument<'a> => GetMonitorResult<'a>
}

sequence! {
    /// DOC
    pub struct GetMonitorArgument<'a> "GetMonitorArgument" {
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// DOC
    pub enum GetMonitorResultCrossRefIDorRegistrationData<'a> "GetMonitorResultCrossRefIDorRegistrationData" {
        ServiceCrossRefId "serviceCrossRefID": ServiceCrossRefId<'a>,
        MonitorList "monitorList": MonitorList<'a>,
    }
}

sequence! {
    /// DOC
    pub struct GetMonitorResult<'a> "GetMonitorResult" {
        cross_ref_i_dor_registration_data "crossRefIDorRegistrationData": GetMonitorResultCrossRefIDorRegistrationData<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

operation! {
    /// DOC
    pub MonitorInfo "monitorInfo" = 374, FromSwitch: MonitorInfoArgument<'a>
}

sequence! {
    /// DOC
    pub struct MonitorInfoArgument<'a> "MonitorInfoArgument" {
        service_cross_ref_id "serviceCrossRefID": ServiceCrossRefId<'a>,
        segment_id "segmentID": i64 = OPTIONAL,
        last_segment "lastSegment": bool,
        monitor_list "monitorList": MonitorList<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}
