//! Location services.
//!
//! The ASN.1 module is `CSTA-capability-exchange`.

use crate::{bit_string, sequence};

sequence! {
    /// The supported location services.
    pub struct LocationServicesServList "LocationServicesServList" {
        get_location_information "getLocationInformation" [0 IMPLICIT]: GetLocationInformation = OPTIONAL,
        set_location_information "setLocationInformation" [1 IMPLICIT]: SetLocationInformation = OPTIONAL,
        location_tracking_session_resumed "locationTrackingSessionResumed" [2 IMPLICIT]: LocationTrackingSessionResumed = OPTIONAL,
        location_tracking_session_suspended "locationTrackingSessionSuspended" [3 IMPLICIT]: LocationTrackingSessionSuspended = OPTIONAL,
        resume_location_tracking_session "resumeLocationTrackingSession" [4 IMPLICIT]: ResumeLocationTrackingSession = OPTIONAL,
        location_information_report "locationInformationReport" [5 IMPLICIT]: LocationInformationReport = OPTIONAL,
        start_location_tracking_session "startLocationTrackingSession" [6 IMPLICIT]: StartLocationTrackingSession = OPTIONAL,
        stop_location_tracking_session "stopLocationTrackingSession" [7 IMPLICIT]: StopLocationTrackingSession = OPTIONAL,
        suspend_location_tracking_session "suspendLocationTrackingSession" [8 IMPLICIT]: SuspendLocationTrackingSession = OPTIONAL,
        get_location_tracking_capabilities "getLocationTrackingCapabilities" [9 IMPLICIT]: GetLocationTrackingCapabilities = OPTIONAL,
        get_location_tracking_sessions "getLocationTrackingSessions" [10 IMPLICIT]: GetLocationTrackingSessions = OPTIONAL,
        location_session_info "locationSessionInfo" [11 IMPLICIT]: LocationSessionInfo = OPTIONAL,
    }
}

bit_string! {
    /// What the switch supports of [Get Location
    /// Information](crate::services::GetLocationInformation).
    pub struct GetLocationInformation "GetLocationInformation" {
        PRIVATE_DATA "privateData" = 0,
        LOCATION_INFO_IN_ACK "locationInfoInAck" = 1,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 2,
    }
}

bit_string! {
    /// What the switch supports of [Set Location
    /// Information](crate::services::SetLocationInformation).
    pub struct SetLocationInformation "SetLocationInformation" {
        LOCATION_INFO "locationInfo" = 0,
        REPLACE_MODE "replaceMode" = 1,
        PRIVATE_DATA "privateData" = 2,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 3,
    }
}

bit_string! {
    /// What the switch tells by [Location Tracking Session
    /// Resumed](crate::services::LocationTrackingSessionResumed).
    pub struct LocationTrackingSessionResumed "LocationTrackingSessionResumed" {
        LOC_REASON "locReason" = 0,
        PRIVATE_DATA "privateData" = 1,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 2,
    }
}

bit_string! {
    /// What the switch tells by [Location Tracking Session
    /// Suspended](crate::services::LocationTrackingSessionSuspended).
    pub struct LocationTrackingSessionSuspended "LocationTrackingSessionSuspended" {
        LOC_REASON "locReason" = 0,
        LOCATION_INFO_LIST "locationInfoList" = 1,
        PRIVATE_DATA "privateData" = 2,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 3,
    }
}

bit_string! {
    /// What the switch supports of [Resume Location Tracking
    /// Session](crate::services::ResumeLocationTrackingSession).
    pub struct ResumeLocationTrackingSession "ResumeLocationTrackingSession" {
        PRIVATE_DATA "privateData" = 0,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 1,
    }
}

bit_string! {
    /// What the switch tells by [Location Information
    /// Report](crate::services::LocationInformationReport).
    pub struct LocationInformationReport "LocationInformationReport" {
        LOCATION_INFO_LIST "locationInfoList" = 0,
        PRIVATE_DATA "privateData" = 1,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 2,
    }
}

bit_string! {
    /// What the switch supports of [Start Location Tracking
    /// Session](crate::services::StartLocationTrackingSession).
    pub struct StartLocationTrackingSession "StartLocationTrackingSession" {
        COLLECTION_TYPE "collectionType" = 0,
        COLLECTION_INTERVAL "collectionInterval" = 1,
        MAX_COLLECTIONS "maxCollections" = 2,
        COLLECTION_FILTER "collectionFilter" = 3,
        REPORTING_TYPE "reportingType" = 4,
        REPORTING_COUNT "reportingCount" = 5,
        PRIVATE_DATA "privateData" = 6,
        PIDF_PROFILE_OPTION1_IN_ACK "piDFProfileOption1inAck" = 7,
        PIDF_PROFILE_OPTION2_IN_ACK "piDFProfileOption2inAck" = 8,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 9,
    }
}

bit_string! {
    /// What the switch supports of [Stop Location Tracking
    /// Session](crate::services::StopLocationTrackingSession).
    pub struct StopLocationTrackingSession "StopLocationTrackingSession" {
        REASON "reason" = 0,
        PRIVATE_DATA "privateData" = 1,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 2,
    }
}

bit_string! {
    /// What the switch supports of [Suspend Location Tracking
    /// Session](crate::services::SuspendLocationTrackingSession).
    pub struct SuspendLocationTrackingSession "SuspendLocationTrackingSession" {
        REASON "reason" = 0,
        PRIVATE_DATA "privateData" = 1,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 2,
    }
}

bit_string! {
    /// What the switch supports of [Get Location Tracking
    /// Capabilities](crate::services::GetLocationTrackingCapabilities).
    pub struct GetLocationTrackingCapabilities "GetLocationTrackingCapabilities" {
        PRIVATE_DATA "privateData" = 0,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 1,
    }
}

bit_string! {
    /// What the switch supports of [Get Location Tracking
    /// Sessions](crate::services::GetLocationTrackingSessions).
    pub struct GetLocationTrackingSessions "GetLocationTrackingSessions" {
        PRIVATE_DATA "privateData" = 0,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 1,
    }
}

bit_string! {
    /// What the switch tells by [Location Session
    /// Info](crate::services::LocationSessionInfoReport).
    pub struct LocationSessionInfo "LocationSessionInfo" {
        SEGMENT_ID "segmentID" = 0,
        PRIVATE_DATA "privateData" = 1,
    }
}
