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
    /// Asks where a device is.
    pub GetLocationInformation "getLocationInformation" = 530, "Get Location Information", ToSwitch: GetLocationInformationArgument<'a> => GetLocationInformationResult<'a>
}

sequence! {
    /// The device that is asked about.
    pub struct GetLocationInformationArgument<'a> "GetLocationInformationArgument" {
        device "device": DeviceId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// Where a device is.
    pub struct GetLocationInformationResult<'a> "GetLocationInformationResult" {
        location_info "locationInfo": LocationInfo<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

operation! {
    /// Sets where a device is.
    pub SetLocationInformation "setLocationInformation" = 531, "Set Location Information", ToSwitch: SetLocationInformationArgument<'a> => SetLocationInformationResult<'a>
}

sequence! {
    /// The device, and where it is.
    pub struct SetLocationInformationArgument<'a> "SetLocationInformationArgument" {
        device "device": DeviceId<'a>,
        location_info "locationInfo": LocationInfo<'a> = OPTIONAL,
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
    /// Whether all or a part of a location is replaced.
    pub enum ReplaceMode "ReplaceMode" {
        ReplaceAll "replaceAll" = 0,
        ReplacePortion "replacePortion" = 1,
    }
}

operation! {
    /// Starts to follow where a device is.
    pub StartLocationTrackingSession "startLocationTrackingSession" = 536, "Start Location Tracking Session", ToSwitch: StartLocationTrackingSessionArgument<'a> => StartLocationTrackingSessionResult<'a>
}

sequence! {
    /// The device, how often to look, and when to report.
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
    /// The new location tracking session.
    pub struct StartLocationTrackingSessionResult<'a> "StartLocationTrackingSessionResult" {
        loc_cross_ref_id "locCrossRefID": LocCrossRefId<'a>,
        pid_profile "pidProfile": PidProfile = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

enumerated! {
    /// When it is looked where a device is.
    pub enum CollectionType "CollectionType" {
        Periodic "periodic" = 0,
        /// At intervals, and when it has moved.
        PeriodicWithUpdates "periodicWithUpdates" = 1,
        UpdatesOnly "updatesOnly" = 2,
    }
}

sequence! {
    /// How far a device must move to be looked at again.
    pub struct CollectionFilter "CollectionFilter" {
        horizontal_movement "horizontalMovement" [0 IMPLICIT]: i64 = OPTIONAL,
        vertical_movement "verticalMovement" [1 IMPLICIT]: i64 = OPTIONAL,
        civic_adress_change "civicAdressChange" [2 IMPLICIT]: i64 = OPTIONAL,
    }
}

enumerated! {
    /// When locations are reported.
    pub enum ReportingType "ReportingType" {
        Immediate "immediate" = 0,
        Periodic "periodic" = 1,
        /// When there are enough of them.
        Count "count" = 2,
    }
}

enumerated! {
    /// The profile of location data (PIDF) that is used.
    pub enum PidProfile "PIDProfile" {
        PidProfileOption1 "pidProfileOption1" = 0,
        PidProfileOption2 "pidProfileOption2" = 1,
    }
}

operation! {
    /// Ends a location tracking session.
    pub StopLocationTrackingSession "stopLocationTrackingSession" = 537, "Stop Location Tracking Session", Either: StopLocationTrackingSessionArgument<'a> => StopLocationTrackingSessionResult<'a>
}

sequence! {
    /// The session to be ended, and why.
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
    /// Suspends a location tracking session.
    pub SuspendLocationTrackingSession "suspendLocationTrackingSession" = 538, "Suspend Location Tracking Session", ToSwitch: SuspendLocationTrackingSessionArgument<'a> => SuspendLocationTrackingSessionResult<'a>
}

sequence! {
    /// The session to be suspended.
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
    /// Resumes a suspended location tracking session.
    pub ResumeLocationTrackingSession "resumeLocationTrackingSession" = 534, "Resume Location Tracking Session", ToSwitch: ResumeLocationTrackingSessionArgument<'a> => ResumeLocationTrackingSessionResult<'a>
}

sequence! {
    /// The session to be resumed.
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
    /// Tells the application that a location tracking session is suspended.
    pub LocationTrackingSessionSuspended "locationTrackingSessionSuspended" = 533, "Location Tracking Session Suspended", FromSwitch: LocationTrackingSessionSuspendedArgument<'a> => LocationTrackingSessionSuspendedResult<'a>
}

sequence! {
    /// The session that is suspended, and the locations up to now.
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
    /// Tells the application that a location tracking session is resumed.
    pub LocationTrackingSessionResumed "locationTrackingSessionResumed" = 532, "Location Tracking Session Resumed", FromSwitch: LocationTrackingSessionResumedArgument<'a> => LocationTrackingSessionResumedResult<'a>
}

sequence! {
    /// The session that is resumed.
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
    /// Sends the application where a device was found.
    pub LocationInformationReport "locationInformationReport" = 535, "Location Information Report", FromSwitch: LocationInformationReportArgument<'a> => LocationInformationReportResult<'a>
}

sequence! {
    /// The session, its device, and where it was.
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
    /// Asks how a device can be followed.
    pub GetLocationTrackingCapabilities "getLocationTrackingCapabilities" = 539, "Get Location Tracking Capabilities", ToSwitch: GetLocationTrackingCapabilitiesArgument<'a> => GetLocationTrackingCapabilitiesResult<'a>
}

sequence! {
    /// The device that is asked about.
    pub struct GetLocationTrackingCapabilitiesArgument<'a> "GetLocationTrackingCapabilitiesArgument" {
        device "device": DeviceId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

enumerated! {
    /// When it is looked if nothing is said. It is numbered otherwise than [`CollectionType`].
    pub enum DefaultCollectionType "GetLocationTrackingCapabilitiesResultCollectionTypeDefault" {
        Periodic "periodic" = 0,
        UpdatesOnly "updatesOnly" = 1,
        PeriodicWithUpdates "periodicWithUpdates" = 2,
    }
}

enumerated! {
    /// Which movement counts if nothing is said.
    pub enum DefaultCollectionFilter "GetLocationTrackingCapabilitiesResultCollectionFilterDefault" {
        HorizontalMovement "horizontalMovement" = 0,
        VerticalMovement "verticalMovement" = 1,
        CivicAddressChange "civicAddressChange" = 2,
        None "none" = 3,
    }
}

enumerated! {
    /// When locations are reported if nothing is said.
    pub enum DefaultReportingType "GetLocationTrackingCapabilitiesResultReportingTypeDefault" {
        Immediate "immediate" = 0,
        Periodic "periodic" = 1,
        Count "count" = 2,
    }
}

sequence! {
    /// How a device can be followed: what is possible, and what is done if nothing is said.
    pub struct GetLocationTrackingCapabilitiesResult<'a> "GetLocationTrackingCapabilitiesResult" {
        collection_type_default "collectionTypeDefault": DefaultCollectionType,
        collection_type_periodic "collectionTypePeriodic": bool,
        collection_type_updates_only "collectionTypeUpdatesOnly": bool,
        collection_type_periodic_with_updates "collectionTypePeriodicWithUpdates": bool,
        collection_interval_default "collectionIntervalDefault": i64,
        collection_interval_min "collectionIntervalMin": i64,
        collection_interval_max "collectionIntervalMax": i64,
        max_collections_default "maxCollectionsDefault": i64,
        max_collections_min "maxCollectionsMin": i64,
        max_collections_max "maxCollectionsMax": i64,
        collection_filter_default "collectionFilterDefault": DefaultCollectionFilter,
        collection_filter_horizontal "collectionFilterHorizontal": bool,
        collection_filter_vertical "collectionFilterVertical": bool,
        collection_filter_civic_address "collectionFilterCivicAddress": bool,
        reporting_type_default "reportingTypeDefault": DefaultReportingType,
        reporting_type_immediate "reportingTypeImmediate": bool,
        reporting_type_periodic "reportingTypePeriodic": bool,
        /// A number, where the other two are truth values.
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
    /// Asks which location tracking sessions there are.
    pub GetLocationTrackingSessions "getLocationTrackingSessions" = 540, "Get Location Tracking Sessions", ToSwitch: GetLocationTrackingSessionsArgument<'a> => GetLocationTrackingSessionsResult<'a>
}

sequence! {
    /// Asks for all sessions.
    pub struct GetLocationTrackingSessionsArgument<'a> "GetLocationTrackingSessionsArgument" {
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Sessions, at once or in [`LocationSessionInfoReport`] segments.
    pub enum LocationSessionData<'a> "GetLocationTrackingSessionsResultCrossRefIDorRegistrationData" {
        ServiceCrossRefId "serviceCrossRefID": ServiceCrossRefId<'a>,
        LocationSessionInfoList "locationSessionInfoList": LocationSessionInfoList<'a>,
    }
}

sequence! {
    /// The sessions, or by which cross reference they will follow.
    pub struct GetLocationTrackingSessionsResult<'a> "GetLocationTrackingSessionsResult" {
        cross_ref_id_or_registration_data "crossRefIDorRegistrationData": LocationSessionData<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

operation! {
    /// Sends a segment of the sessions that [`GetLocationTrackingSessions`] has asked for.
    pub LocationSessionInfoReport "locationSessionInfoReport" = 541, "Location Session Information", FromSwitch: LocationSessionInfoArgument<'a>
}

sequence! {
    /// A segment of the list of location tracking sessions.
    pub struct LocationSessionInfoArgument<'a> "LocationSessionInfoArgument" {
        service_cross_ref_id "serviceCrossRefID": ServiceCrossRefId<'a> = OPTIONAL,
        /// The number of the segment.
        segment_id "segmentID": i64 = OPTIONAL,
        /// Whether the list is complete with it.
        last_segment "lastSegment": bool,
        location_session_info_list "locationSessionInfoList": LocationSessionInfoList<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}
