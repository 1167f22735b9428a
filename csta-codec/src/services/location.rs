//! Location services: where a device is, once or followed over time.
//!
//! The ASN.1 modules are `CSTA-get-location-information`, `CSTA-set-location-information`,
//! `CSTA-start-location-tracking-session`, `CSTA-stop-location-tracking-session`,
//! `CSTA-suspend-location-tracking-session`, `CSTA-resume-location-tracking-session`,
//! `CSTA-location-tracking-session-suspended`, `CSTA-location-tracking-session-resumed`,
//! `CSTA-location-information-report`, `CSTA-get-location-tracking-capabilities`,
//! `CSTA-get-location-tracking-sessions` and `CSTA-location-session-info`.

use crate::types::capability::ServiceCrossRefId;
use crate::types::{
    CstaCommonArguments, DeviceId, EventCause, LocCrossRefId, LocReason, LocationInfo,
    LocationInfoList, LocationSessionInfoList,
};
use crate::{choice, enumerated, operation, sequence};

operation! {
    /// DOC
    pub GetLocationInformation "getLocationInformation" = 530, ToSwitch: GetLocationInformationArgument<'a> => GetLocationInformationResult<'a>
}

sequence! {
    /// DOC
    pub struct GetLocationInformationArgument<'a> "GetLocationInformationArgument" {
        device "device": DeviceId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct GetLocationInformationResult<'a> "GetLocationInformationResult" {
        location_info "locationInfo": LocationInfo<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

operation! {
    /// DOC
    pub SetLocationInformation "setLocationInformation" = 531, ToSwitch: SetLocationInformationArgument<'a> => SetLocationInformationResult<'a>
}

sequence! {
    /// DOC
    pub struct SetLocationInformationArgument<'a> "SetLocationInformationArgument" {
        device "device": DeviceId<'a>,
        location_info "locationInfo": LocationInfo<'a> = RARE,
        replace_mode "replaceMode": ReplaceMode = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// Confirms [`SetLocationInformation`]; it has nothing to say of its own.
    pub struct SetLocationInformationResult<'a> "SetLocationInformationResult" {
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

enumerated! {
    /// DOC
    pub enum ReplaceMode "ReplaceMode" {
        ReplaceAll "replaceAll" = 0,
        ReplacePortion "replacePortion" = 1,
    }
}

operation! {
    /// DOC
    pub StartLocationTrackingSession "startLocationTrackingSession" = 536, ToSwitch: StartLocationTrackingSessionArgument<'a> => StartLocationTrackingSessionResult<'a>
}

sequence! {
    /// DOC
    pub struct StartLocationTrackingSessionArgument<'a> "StartLocationTrackingSessionArgument" {
        loc_device "locDevice": DeviceId<'a>,
        collection_type "collectionType" [0 IMPLICIT]: CollectionType = OPTIONAL,
        collection_interval "collectionInterval" [1 IMPLICIT]: i64 = OPTIONAL,
        max_collections "maxCollections" [2 IMPLICIT]: i64 = OPTIONAL,
        collection_filter "collectionFilter" [3 IMPLICIT]: CollectionFilter = OPTIONAL,
        reporting_type "reportingType" [4 IMPLICIT]: ReportingType = OPTIONAL,
        reporting_interval "reportingInterval" [5 IMPLICIT]: i64 = OPTIONAL,
        reporting_count "reportingCount" [6 IMPLICIT]: i64 = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct StartLocationTrackingSessionResult<'a> "StartLocationTrackingSessionResult" {
        loc_cross_ref_id "locCrossRefID": LocCrossRefId<'a>,
        pid_profile "pidProfile": PidProfile = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

enumerated! {
    /// DOC
    pub enum CollectionType "CollectionType" {
        Periodic "periodic" = 0,
        PeriodicWithUpdates "periodicWithUpdates" = 1,
        UpdatesOnly "updatesOnly" = 2,
    }
}

sequence! {
    /// DOC
    pub struct CollectionFilter "CollectionFilter" {
        horizontal_movement "horizontalMovement" [0 IMPLICIT]: i64 = OPTIONAL,
        vertical_movement "verticalMovement" [1 IMPLICIT]: i64 = OPTIONAL,
        civic_adress_change "civicAdressChange" [2 IMPLICIT]: i64 = OPTIONAL,
    }
}

enumerated! {
    /// DOC
    pub enum ReportingType "ReportingType" {
        Immediate "immediate" = 0,
        Periodic "periodic" = 1,
        Count "count" = 2,
    }
}

enumerated! {
    /// DOC
    pub enum PidProfile "PIDProfile" {
        PidProfileOption1 "pidProfileOption1" = 0,
        PidProfileOption2 "pidProfileOption2" = 1,
    }
}

operation! {
    /// DOC
    pub StopLocationTrackingSession "stopLocationTrackingSession" = 537, Either: StopLocationTrackingSessionArgument<'a> => StopLocationTrackingSessionResult<'a>
}

sequence! {
    /// DOC
    pub struct StopLocationTrackingSessionArgument<'a> "StopLocationTrackingSessionArgument" {
        loc_cross_ref_id "locCrossRefID": LocCrossRefId<'a>,
        reason "reason": EventCause = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// Confirms [`StopLocationTrackingSession`]; it has nothing to say of its own.
    pub struct StopLocationTrackingSessionResult<'a> "StopLocationTrackingSessionResult" {
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

operation! {
    /// DOC
    pub SuspendLocationTrackingSession "suspendLocationTrackingSession" = 538, ToSwitch: SuspendLocationTrackingSessionArgument<'a> => SuspendLocationTrackingSessionResult<'a>
}

sequence! {
    /// DOC
    pub struct SuspendLocationTrackingSessionArgument<'a> "SuspendLocationTrackingSessionArgument" {
        loc_cross_ref_id "locCrossRefID": LocCrossRefId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// Confirms [`SuspendLocationTrackingSession`]; it has nothing to say of its own.
    pub struct SuspendLocationTrackingSessionResult<'a> "SuspendLocationTrackingSessionResult" {
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

operation! {
    /// DOC
    pub ResumeLocationTrackingSession "resumeLocationTrackingSession" = 534, ToSwitch: ResumeLocationTrackingSessionArgument<'a> => ResumeLocationTrackingSessionResult<'a>
}

sequence! {
    /// DOC
    pub struct ResumeLocationTrackingSessionArgument<'a> "ResumeLocationTrackingSessionArgument" {
        loc_cross_ref_id "locCrossRefID": LocCrossRefId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// Confirms [`ResumeLocationTrackingSession`]; it has nothing to say of its own.
    pub struct ResumeLocationTrackingSessionResult<'a> "ResumeLocationTrackingSessionResult" {
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

operation! {
    /// DOC
    pub LocationTrackingSessionSuspended "locationTrackingSessionSuspended" = 533, FromSwitch: LocationTrackingSessionSuspendedArgument<'a> => LocationTrackingSessionSuspendedResult<'a>
}

sequence! {
    /// DOC
    pub struct LocationTrackingSessionSuspendedArgument<'a> "LocationTrackingSessionSuspendedArgument" {
        loc_cross_ref_id "locCrossRefID": LocCrossRefId<'a>,
        loc_reason "locReason": LocReason = OPTIONAL,
        location_info_list "locationInfoList": LocationInfoList<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// Confirms [`LocationTrackingSessionSuspended`]; it has nothing to say of its own.
    pub struct LocationTrackingSessionSuspendedResult<'a> "LocationTrackingSessionSuspendedResult" {
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

operation! {
    /// DOC
    pub LocationTrackingSessionResumed "locationTrackingSessionResumed" = 532, FromSwitch: LocationTrackingSessionResumedArgument<'a> => LocationTrackingSessionResumedResult<'a>
}

sequence! {
    /// DOC
    pub struct LocationTrackingSessionResumedArgument<'a> "LocationTrackingSessionResumedArgument" {
        loc_cross_ref_id "locCrossRefID": LocCrossRefId<'a>,
        loc_reason "locReason": LocReason = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// Confirms [`LocationTrackingSessionResumed`]; it has nothing to say of its own.
    pub struct LocationTrackingSessionResumedResult<'a> "LocationTrackingSessionResumedResult" {
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

operation! {
    /// DOC
    pub LocationInformationReport "locationInformationReport" = 535, FromSwitch: LocationInformationReportArgument<'a> => LocationInformationReportResult<'a>
}

sequence! {
    /// DOC
    pub struct LocationInformationReportArgument<'a> "LocationInformationReportArgument" {
        loc_cross_ref_id "locCrossRefID": LocCrossRefId<'a>,
        device "device": DeviceId<'a>,
        location_info_list "locationInfoList": LocationInfoList<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// Confirms [`LocationInformationReport`]; it has nothing to say of its own.
    pub struct LocationInformationReportResult<'a> "LocationInformationReportResult" {
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

operation! {
    /// DOC
    pub GetLocationTrackingCapabilities "getLocationTrackingCapabilities" = 539, ToSwitch: GetLocationTrackingCapabilitiesArgument<'a> => GetLocationTrackingCapabilitiesResult<'a>
}

sequence! {
    /// DOC
    pub struct GetLocationTrackingCapabilitiesArgument<'a> "GetLocationTrackingCapabilitiesArgument" {
        device "device": DeviceId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

enumerated! {
    /// DOC
    pub enum GetLocationTrackingCapabilitiesResultCollectionTypeDefault "GetLocationTrackingCapabilitiesResultCollectionTypeDefault" {
        Periodic "periodic" = 0,
        UpdatesOnly "updatesOnly" = 1,
        PeriodicWithUpdates "periodicWithUpdates" = 2,
    }
}

enumerated! {
    /// DOC
    pub enum GetLocationTrackingCapabilitiesResultCollectionFilterDefault "GetLocationTrackingCapabilitiesResultCollectionFilterDefault" {
        HorizontalMovement "horizontalMovement" = 0,
        VerticalMovement "verticalMovement" = 1,
        CivicAddressChange "civicAddressChange" = 2,
        None "none" = 3,
    }
}

enumerated! {
    /// DOC
    pub enum GetLocationTrackingCapabilitiesResultReportingTypeDefault "GetLocationTrackingCapabilitiesResultReportingTypeDefault" {
        Immediate "immediate" = 0,
        Periodic "periodic" = 1,
        Count "count" = 2,
    }
}

sequence! {
    /// DOC
    pub struct GetLocationTrackingCapabilitiesResult<'a> "GetLocationTrackingCapabilitiesResult" {
        collection_type_default "collectionTypeDefault": GetLocationTrackingCapabilitiesResultCollectionTypeDefault,
        collection_type_periodic "collectionTypePeriodic": bool,
        collection_type_updates_only "collectionTypeUpdatesOnly": bool,
        collection_type_periodic_with_updates "collectionTypePeriodicWithUpdates": bool,
        collection_interval_default "collectionIntervalDefault": i64,
        collection_interval_min "collectionIntervalMin": i64,
        collection_interval_max "collectionIntervalMax": i64,
        max_collections_default "maxCollectionsDefault": i64,
        max_collections_min "maxCollectionsMin": i64,
        max_collections_max "maxCollectionsMax": i64,
        collection_filter_default "collectionFilterDefault": GetLocationTrackingCapabilitiesResultCollectionFilterDefault,
        collection_filter_horizontal "collectionFilterHorizontal": bool,
        collection_filter_vertical "collectionFilterVertical": bool,
        collection_filter_civic_address "collectionFilterCivicAddress": bool,
        reporting_type_default "reportingTypeDefault": GetLocationTrackingCapabilitiesResultReportingTypeDefault,
        reporting_type_immediate "reportingTypeImmediate": bool,
        reporting_type_periodic "reportingTypePeriodic": bool,
        reporting_type_count "reportingTypeCount": i64,
        reporting_interval_default "reportingIntervalDefault": i64,
        reporting_interval_min "reportingIntervalMin": i64,
        reporting_interval_max "reportingIntervalMax": i64,
        reporting_count_default "reportingCountDefault": i64,
        reporting_count_min "reportingCountMin": i64,
        reporting_count_max "reportingCountMax": i64,
        supports_suspending_tracking "supportsSuspendingTracking": bool,
        supports_resuming_tracking "supportsResumingTracking": bool,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

operation! {
    /// DOC
    pub GetLocationTrackingSessions "getLocationTrackingSessions" = 540, ToSwitch: GetLocationTrackingSessionsArgument<'a> => GetLocationTrackingSessionsResult<'a>
}

sequence! {
    /// DOC
    pub struct GetLocationTrackingSessionsArgument<'a> "GetLocationTrackingSessionsArgument" {
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// DOC
    pub enum GetLocationTrackingSessionsResultCrossRefIDorRegistrationData<'a> "GetLocationTrackingSessionsResultCrossRefIDorRegistrationData" {
        ServiceCrossRefId "serviceCrossRefID": ServiceCrossRefId<'a>,
        LocationSessionInfoList "locationSessionInfoList": LocationSessionInfoList<'a>,
    }
}

sequence! {
    /// DOC
    pub struct GetLocationTrackingSessionsResult<'a> "GetLocationTrackingSessionsResult" {
        cross_ref_i_dor_registration_data "crossRefIDorRegistrationData": GetLocationTrackingSessionsResultCrossRefIDorRegistrationData<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

operation! {
    /// DOC
    pub LocationSessionInfoReport "locationSessionInfoReport" = 541, FromSwitch: LocationSessionInfoArgument<'a>
}

sequence! {
    /// DOC
    pub struct LocationSessionInfoArgument<'a> "LocationSessionInfoArgument" {
        service_cross_ref_id "serviceCrossRefID": ServiceCrossRefId<'a> = OPTIONAL,
        segment_id "segmentID": i64 = OPTIONAL,
        last_segment "lastSegment": bool,
        location_session_info_list "locationSessionInfoList": LocationSessionInfoList<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}
