//! Monitoring: which devices and calls report events.
//!
//! The ASN.1 modules are `CSTA-monitor-start`, `CSTA-change-monitor-filter`, `CSTA-monitor-stop`,
//! `CSTA-get-monitor` and `CSTA-monitor-info`.

pub use crate::events::EventReport;
use crate::types::capability::ServiceCrossRefId;
use crate::types::{
    CstaCommonArguments, MonitorCrossRefId, MonitorFilter, MonitorList, MonitorMediaClass,
    MonitorObject, MonitorType,
};
use crate::{choice, operation, sequence};

operation! {
    /// Starts to report the events of a device or call.
    pub MonitorStart "monitorStart" = 71, "Monitor Start", ToSwitch: MonitorStartArgument<'a> => MonitorStartResult<'a>
}

sequence! {
    /// What is monitored, and which events are wanted.
    pub struct MonitorStartArgument<'a> "MonitorStartArgument" {
        monitor_object "monitorObject": MonitorObject<'a>,
        /// Events that are not wanted; absent, all are.
        requested_monitor_filter "requestedMonitorFilter" [0 IMPLICIT]: MonitorFilter = OPTIONAL,
        monitor_type "monitorType": MonitorType = OPTIONAL,
        /// Media of whose calls events are wanted.
        requested_monitor_media_class "requestedMonitorMediaClass" [1 IMPLICIT]: MonitorMediaClass = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// The new monitor.
    pub struct MonitorStartResult<'a> "MonitorStartResult" {
        cross_ref_identifier "crossRefIdentifier": MonitorCrossRefId<'a>,
        /// Events that it does not report.
        actual_monitor_filter "actualmonitorFilter" [0 IMPLICIT]: MonitorFilter = OPTIONAL,
        actual_monitor_media_class "actualMonitorMediaClass" [1 IMPLICIT]: MonitorMediaClass = OPTIONAL,
        /// Whether events of calls that are there already will be reported.
        monitor_existing_calls "monitorExistingCalls": bool = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

operation! {
    /// Changes which events a monitor reports.
    pub ChangeMonitorFilter "changeMonitorFilter" = 72, "Change Monitor Filter", ToSwitch: ChangeMonitorFilterArgument<'a> => ChangeMonitorFilterResult<'a>
}

sequence! {
    /// The monitor and its new filter.
    pub struct ChangeMonitorFilterArgument<'a> "ChangeMonitorFilterArgument" {
        cross_ref_identifier "crossRefIdentifier": MonitorCrossRefId<'a>,
        requested_filter_list "requestedFilterList": MonitorFilter,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// The filter that is now in force.
    pub struct ChangeMonitorFilterResult<'a> "ChangeMonitorFilterResult" {
        actual_filter_list "actualFilterList": MonitorFilter = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

operation! {
    /// Ends a monitor. The switch may do so too, for instance when the device is removed.
    pub MonitorStop "monitorStop" = 73, "Monitor Stop", Either: MonitorStopArgument<'a> => MonitorStopResult<'a>
}

sequence! {
    /// The monitor to be ended.
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
    /// Asks which monitors there are.
    pub GetMonitors "getMonitors" = 373, "Get Monitors", ToSwitch: GetMonitorArgument<'a> => GetMonitorResult<'a>
}

sequence! {
    /// Asks for all monitors.
    pub struct GetMonitorArgument<'a> "GetMonitorArgument" {
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Monitors, at once or in [`MonitorInfo`] segments.
    pub enum MonitorData<'a> "GetMonitorResultCrossRefIDorRegistrationData" {
        ServiceCrossRefId "serviceCrossRefID": ServiceCrossRefId<'a>,
        MonitorList "monitorList": MonitorList<'a>,
    }
}

sequence! {
    /// The monitors, or by which cross reference they will follow.
    pub struct GetMonitorResult<'a> "GetMonitorResult" {
        cross_ref_id_or_registration_data "crossRefIDorRegistrationData": MonitorData<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

operation! {
    /// Sends a segment of the monitors that [`GetMonitors`] has asked for.
    pub MonitorInfo "monitorInfo" = 374, "Monitor Info", FromSwitch: MonitorInfoArgument<'a>
}

sequence! {
    /// A segment of the list of monitors.
    pub struct MonitorInfoArgument<'a> "MonitorInfoArgument" {
        service_cross_ref_id "serviceCrossRefID": ServiceCrossRefId<'a>,
        /// The number of the segment.
        segment_id "segmentID": i64 = OPTIONAL,
        /// Whether the list is complete with it.
        last_segment "lastSegment": bool,
        monitor_list "monitorList": MonitorList<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}
