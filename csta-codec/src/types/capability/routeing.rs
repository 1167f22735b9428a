//! Routeing.
//!
//! The ASN.1 module is `CSTA-capability-exchange`.

use crate::{bit_string, sequence};

sequence! {
    /// The supported routeing services.
    pub struct RouteingServList "RouteingServList" {
        route_register "routeRegister" [0 IMPLICIT]: RouteRegister = OPTIONAL,
        route_register_cancel "routeRegisterCancel" [1 IMPLICIT]: RouteRegisterCancel = OPTIONAL,
        route_register_abort "routeRegisterAbort" [2 IMPLICIT]: RouteRegisterAbort = OPTIONAL,
        re_route "reRoute" [3 IMPLICIT]: ReRoute = OPTIONAL,
        route_end "routeEnd" [4 IMPLICIT]: RouteEnd = OPTIONAL,
        route_reject "routeReject" [5 IMPLICIT]: RouteReject = OPTIONAL,
        route_request "routeRequest" [6 IMPLICIT]: RouteRequest = OPTIONAL,
        route_select "routeSelect" [7 IMPLICIT]: RouteSelect = OPTIONAL,
        route_used "routeUsed" [8 IMPLICIT]: RouteUsed = OPTIONAL,
    }
}

bit_string! {
    /// What the switch supports of [Route Register](crate::services::RouteRegister).
    pub struct RouteRegister "RouteRegister" {
        ROUTEING_DEVICE "routeingDevice" = 0,
        REQUESTED_MONITOR_MEDIA_CLASS "requestedMonitorMediaClass" = 1,
        REQUESTED_MONITOR_MEDIA_CLASS_AUDIO "requestedMonitorMediaClassAudio" = 2,
        REQUESTED_MONITOR_MEDIA_CLASS_DATA "requestedMonitorMediaClassData" = 3,
        REQUESTED_MONITOR_MEDIA_CLASS_IMAGE "requestedMonitorMediaClassImage" = 4,
        REQUESTED_MONITOR_MEDIA_CLASS_VOICE "requestedMonitorMediaClassVoice" = 5,
        PRIVATE_DATA "privateData" = 6,
        ACTUAL_ROUTEING_MEDIA_CLASS_IN_ACK "actualRouteingMediaClassInAck" = 7,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 8,
        ALL_ROUTEING_DEVICES "allRouteingDevices" = 9,
        REQUESTED_MONITOR_MEDIA_CLASS_CHAT "requestedMonitorMediaClassChat" = 10,
        REQUESTED_MONITOR_MEDIA_CLASS_EMAIL "requestedMonitorMediaClassEmail" = 11,
        REQUESTED_MONITOR_MEDIA_CLASS_MESSAGE "requestedMonitorMediaClassMessage" = 12,
        REQUESTED_MONITOR_MEDIA_CLASS_IM "requestedMonitorMediaClassIM" = 13,
        REQUESTED_MONITOR_MEDIA_CLASS_SMS "requestedMonitorMediaClassSMS" = 14,
        REQUESTED_MONITOR_MEDIA_CLASS_MMS "requestedMonitorMediaClassMMS" = 15,
    }
}

bit_string! {
    /// What the switch tells by [Route Register Abort](crate::services::RouteRegisterAbort).
    pub struct RouteRegisterAbort "RouteRegisterAbort" {
        PRIVATE_DATA "privateData" = 0,
    }
}

bit_string! {
    /// What the switch supports of [Route Register Cancel](crate::services::RouteRegisterCancel).
    pub struct RouteRegisterCancel "RouteRegisterCancel" {
        PRIVATE_DATA "privateData" = 0,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 1,
    }
}

bit_string! {
    /// What the switch tells by [Re Route](crate::services::ReRouteRequest).
    pub struct ReRoute "ReRoute" {
        REPLY_TIMEOUT "replyTimeout" = 1,
        CORRELATOR_DATA "correlatorData" = 2,
        PRIVATE_DATA "privateData" = 3,
    }
}

bit_string! {
    /// What the switch supports of [Route End](crate::services::RouteEndRequest).
    pub struct RouteEnd "RouteEnd" {
        ERROR_VALUE "errorValue" = 1,
        CORRELATOR_DATA "correlatorData" = 2,
        PRIVATE_DATA "privateData" = 3,
        SUPPORTS_SENDING "supportsSending" = 4,
        SUPPORTS_RECEIVING "supportsReceiving" = 5,
    }
}

bit_string! {
    /// What the switch supports of [Route Reject](crate::services::RouteReject).
    pub struct RouteReject "RouteReject" {
        REJECT_CAUSE_BUSY_OVERFLOW "rejectCauseBusyOverflow" = 0,
        REJECT_CAUSE_QUEUE_TIME_OVERFLOW "rejectCauseQueueTimeOverflow" = 1,
        REJECT_CAUSE_CAPACITY_OVERFLOW "rejectCauseCapacityOverflow" = 2,
        REJECT_CAUSE_CALENDAR_OVERFLOW "rejectCauseCalendarOverflow" = 3,
        REJECT_CAUSE_UNKNOWN_OVERFLOW "rejectCauseUnknownOverflow" = 4,
        CORRELATOR_DATA "correlatorData" = 5,
        PRIVATE_DATA "privateData" = 6,
    }
}

bit_string! {
    /// What the switch tells by [Route Request](crate::services::RouteRequest).
    pub struct RouteRequest "RouteRequest" {
        CALLING_DEVICE "callingDevice" = 0,
        ROUTEING_DEVICE "routeingDevice" = 1,
        ROUTE_SEL_ALGORITHM_ACD "routeSelAlgorithmACD" = 2,
        ROUTE_SEL_ALGORITHM_EMERGENCY "routeSelAlgorithmEmergency" = 3,
        ROUTE_SEL_ALGORITHM_LEAST_COST "routeSelAlgorithmLeastCost" = 4,
        ROUTE_SEL_ALGORITHM_NORMAL "routeSelAlgorithmNormal" = 5,
        ROUTE_SEL_ALGORITHM_USER_DEFINED "routeSelAlgorithmUserDefined" = 6,
        PRIORITY "priority" = 7,
        REPLY_TIMEOUT "replyTimeout" = 8,
        CORRELATOR_DATA "correlatorData" = 9,
        MEDIA_CALL_CHARACTERISTICS "mediaCallCharacteristics" = 10,
        CALL_CHARACTERISTICS "callCharacteristics" = 11,
        ROUTED_CALL_INFO "routedCallInfo" = 12,
        PRIVATE_DATA "privateData" = 13,
        NON_CALL_RELATED_ROUTEING "nonCallRelatedRouteing" = 14,
        SUBJECT_OF_CALL "subjectOfCall" = 15,
        MESSAGE_INFORMATION "messageInformation" = 16,
        LANGUAGE_PREFERENCES "languagePreferences" = 17,
        DEVICE_HISTORY "deviceHistory" = 18,
    }
}

bit_string! {
    /// What the switch supports of [Route Select](crate::services::RouteSelectRequest).
    pub struct RouteSelect "RouteSelect" {
        ALTERNATE_ROUTES "alternateRoutes" = 0,
        REMAIN_RETRIES_NO_LIST_AVAILABLE "remainRetriesNoListAvailable" = 1,
        REMAIN_RETRIES_NO_COUNT_AVAILABLE "remainRetriesNoCountAvailable" = 2,
        REMAIN_RETRIES_RETRY_COUNT "remainRetriesRetryCount" = 3,
        ROUTE_USED "routeUsed" = 4,
        CORRELATOR_DATA "correlatorData" = 5,
        PRIVATE_DATA "privateData" = 6,
    }
}

bit_string! {
    /// What the switch tells by [Route Used](crate::services::RouteUsedRequest).
    pub struct RouteUsed "RouteUsed" {
        CALLING_DEVICE "callingDevice" = 0,
        DOMAIN "domain" = 1,
        CORRELATOR_DATA "correlatorData" = 2,
        PRIVATE_DATA "privateData" = 3,
    }
}
