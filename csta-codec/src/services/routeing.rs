//! Routeing: the application chooses where a call goes.
//!
//! An application registers; for each call the switch opens a dialogue with a request, the
//! application answers with a route, and either ends it.
//!
//! The ASN.1 modules are `CSTA-route-register`, `CSTA-route-register-abort`,
//! `CSTA-route-register-cancel`, `CSTA-route-request`, `CSTA-re-route-request`,
//! `CSTA-route-select-request`, `CSTA-route-used-request`, `CSTA-route-end-request` and
//! `CSTA-route-reject`.

use crate::types::{
    AssociatedCalledDeviceId, AssociatedCallingDeviceId, CallCharacteristics, CallLinkageData,
    CalledDeviceId, CallingDeviceId, ConnectionId, ConnectionInformation, CorrelatorData,
    CstaCommonArguments, DeviceHistory, DeviceId, ErrorValue, LanguagePreferences,
    MediaCallCharacteristics, MediaClass, MessageInfo, RetryValue, RouteRegisterReqId,
    RouteingCrossRefId, SelectValue, SubjectDeviceId, SubjectOfCall,
};
use crate::{SequenceOf, choice, enumerated, operation, sequence};

operation! {
    /// Registers the application to choose routes, for one routeing device or all.
    pub RouteRegister "routeRegister" = 248, "Route Register", ToSwitch: RouteRegisterArgument<'a> => RouteRegisterResult<'a>
}

sequence! {
    /// The device and the media for whose calls it wants to choose.
    pub struct RouteRegisterArgument<'a> "RouteRegisterArgument" {
        /// Absent, all routeing devices.
        routeing_device "routeingDevice": DeviceId<'a> = OPTIONAL,
        requested_routeing_media_class "requestedRouteingMediaClass": MediaClass = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// By which number the registration is known.
    pub struct RouteRegisterResult<'a> "RouteRegisterResult" {
        route_register_req_id "routeRegisterReqID": RouteRegisterReqId<'a>,
        actual_routeing_media_class "actualRouteingMediaClass": MediaClass = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

operation! {
    /// Tells the application that the switch has ended its registration for routeing.
    pub RouteRegisterAbort "routeRegisterAbort" = 249, "Route Register Abort", FromSwitch: RouteRegisterAbortArgument<'a>
}

sequence! {
    /// The registration that has ended.
    pub struct RouteRegisterAbortArgument<'a> "RouteRegisterAbortArgument" {
        route_register_req_id "routeRegisterReqID": RouteRegisterReqId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

operation! {
    /// Ends a registration for routeing.
    pub RouteRegisterCancel "routeRegisterCancel" = 250, "Route Register Cancel", ToSwitch: RouteRegisterCancelArgument<'a> => RouteRegisterCancelResult<'a>
}

sequence! {
    /// The registration to be ended.
    pub struct RouteRegisterCancelArgument<'a> "RouteRegisterCancelArgument" {
        route_register_req_id "routeRegisterReqID": RouteRegisterReqId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`RouteRegisterCancel`]; it has nothing to say of its own.
    pub enum RouteRegisterCancelResult<'a> "RouteRegisterCancelResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}

operation! {
    /// Opens a routeing dialogue: asks the application where a call shall go.
    pub RouteRequest "routeRequest" = 31, "Route Request", FromSwitch: RouteRequestArgument<'a>
}

sequence! {
    /// The call, and where it would go.
    pub struct RouteRequestArgument<'a> "RouteRequestArgument" {
        cross_ref_identifier "crossRefIdentifier": RouteingCrossRefId<'a>,
        route_register_req_id "routeRegisterReqID" [0 IMPLICIT]: RouteRegisterReqId<'a> = OPTIONAL,
        /// Where it would go.
        current_route "currentRoute": CalledDeviceId<'a>,
        calling_device "callingDevice": CallingDeviceId<'a> = OPTIONAL,
        routeing_device "routeingDevice": SubjectDeviceId<'a> = OPTIONAL,
        /// Absent if the request is not about a call.
        routed_call "routedCall": ConnectionId<'a> = OPTIONAL,
        route_sel_algorithm "routeSelAlgorithm" [1 IMPLICIT]: SelectValue = OPTIONAL,
        associated_calling_device "associatedCallingDevice": AssociatedCallingDeviceId<'a> = OPTIONAL,
        associated_called_device "associatedCalledDevice": AssociatedCalledDeviceId<'a> = OPTIONAL,
        /// Whether the call is urgent.
        priority "priority" [2 IMPLICIT]: bool = OPTIONAL,
        /// How long the switch waits for the route.
        reply_timeout "replyTimeout" [3 IMPLICIT]: i64 = OPTIONAL,
        correlator_data "correlatorData" [4 IMPLICIT]: CorrelatorData<'a> = OPTIONAL,
        media_call_characteristics "mediaCallCharacteristics" [5 IMPLICIT]: MediaCallCharacteristics<'a> = OPTIONAL,
        call_characteristics "callCharacteristics" [6 IMPLICIT]: CallCharacteristics = OPTIONAL,
        route_call_info "routeCallInfo" [7 IMPLICIT]: ConnectionInformation<'a> = OPTIONAL,
        call_linkage_data "callLinkageData" [8 IMPLICIT]: CallLinkageData<'a> = RARE,
        subject_of_call "subjectOfCall" [9 IMPLICIT]: SubjectOfCall<'a> = OPTIONAL,
        message_info "messageInfo" [10 IMPLICIT]: MessageInfo<'a> = OPTIONAL,
        language_preferences "languagePreferences" [11 IMPLICIT]: LanguagePreferences<'a> = OPTIONAL,
        device_history "deviceHistory" [12 IMPLICIT]: DeviceHistory<'a> = RARE,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

operation! {
    /// Asks the application for another route, as the one it chose does not work.
    pub ReRouteRequest "reRouteRequest" = 32, "Re-Route", FromSwitch: ReRouteRequestArgument<'a>
}

sequence! {
    /// The routeing dialogue.
    pub struct ReRouteRequestArgument<'a> "ReRouteRequestArgument" {
        cross_ref_identifier "crossRefIdentifier": RouteingCrossRefId<'a>,
        route_register_req_id "routeRegisterReqID" [0 IMPLICIT]: RouteRegisterReqId<'a> = OPTIONAL,
        /// How long the switch waits for the route.
        reply_timeout "replyTimeout" [1 IMPLICIT]: i64 = OPTIONAL,
        correlator_data "correlatorData" [2 IMPLICIT]: CorrelatorData<'a> = OPTIONAL,
        call_linkage_data "callLinkageData" [3 IMPLICIT]: CallLinkageData<'a> = RARE,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

operation! {
    /// Tells the switch where the call shall go.
    pub RouteSelectRequest "routeSelectRequest" = 33, "Route Select", ToSwitch: RouteSelectRequestArgument<'a>
}

sequence! {
    /// The route, and others to fall back on.
    pub struct RouteSelectRequestArgument<'a> "RouteSelectRequestArgument" {
        cross_ref_identifier "crossRefIdentifier": RouteingCrossRefId<'a>,
        route_register_req_id "routeRegisterReqID" [0 IMPLICIT]: RouteRegisterReqId<'a> = OPTIONAL,
        route_selected "routeSelected" [1 EXPLICIT]: DeviceId<'a>,
        /// In the order in which they are to be tried.
        alternate_routes "alternateRoutes" [2 IMPLICIT]: SequenceOf<'a, DeviceId<'a>> = OPTIONAL,
        /// How often the application may be asked for another route.
        remain_retries "remainRetries" [3 EXPLICIT]: RetryValue<'a> = OPTIONAL,
        /// Whether the application wants to hear which route was taken.
        route_used_req "routeUsedReq" [4 IMPLICIT]: bool = OPTIONAL,
        correlator_data "correlatorData" [5 IMPLICIT]: CorrelatorData<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

operation! {
    /// Tells the application which route a call has taken.
    pub RouteUsedRequest "routeUsedRequest" = 34, "Route Used", FromSwitch: RouteUsedRequestArgument<'a>
}

sequence! {
    /// The route that was taken.
    pub struct RouteUsedRequestArgument<'a> "RouteUsedRequestArgument" {
        cross_ref_identifier "crossRefIdentifier": RouteingCrossRefId<'a>,
        route_register_req_id "routeRegisterReqID" [0 IMPLICIT]: RouteRegisterReqId<'a> = OPTIONAL,
        route_used "routeUsed": CalledDeviceId<'a>,
        calling_device "callingDevice": CallingDeviceId<'a> = OPTIONAL,
        /// Whether the call has left the switch.
        domain "domain": bool = OPTIONAL,
        correlator_data "correlatorData" [1 IMPLICIT]: CorrelatorData<'a> = OPTIONAL,
        call_linkage_data "callLinkageData" [2 IMPLICIT]: CallLinkageData<'a> = RARE,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

operation! {
    /// Ends a routeing dialogue.
    pub RouteEndRequest "routeEndRequest" = 35, "Route End", Either: RouteEndRequestArgument<'a>
}

sequence! {
    /// The routeing dialogue and why it ends.
    pub struct RouteEndRequestArgument<'a> "RouteEndRequestArgument" {
        cross_ref_identifier "crossRefIdentifier": RouteingCrossRefId<'a>,
        route_register_req_id "routeRegisterReqID" [0 IMPLICIT]: RouteRegisterReqId<'a> = OPTIONAL,
        error_value "errorValue" [1 EXPLICIT]: ErrorValue<'a> = OPTIONAL,
        correlator_data "correlatorData" [2 IMPLICIT]: CorrelatorData<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

operation! {
    /// Has the switch give up a call that cannot be routed.
    pub RouteReject "routeReject" = 36, "Route Reject", ToSwitch: RouteRejectArgument<'a>
}

sequence! {
    /// The routeing dialogue and why there is no route.
    pub struct RouteRejectArgument<'a> "RouteRejectArgument" {
        cross_ref_identifier "crossRefIdentifier": RouteingCrossRefId<'a>,
        route_register_req_id "routeRegisterReqID" [0 IMPLICIT]: RouteRegisterReqId<'a> = OPTIONAL,
        reject_cause "rejectCause" [1 IMPLICIT]: RejectCause = OPTIONAL,
        correlator_data "correlatorData" [2 IMPLICIT]: CorrelatorData<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

enumerated! {
    /// Why an application has no route for a call.
    pub enum RejectCause "RejectCause" {
        BusyOverflow "busyOverflow" = 1,
        QueueTimeOverflow "queueTimeOverflow" = 2,
        /// Too many calls wait.
        CapacityOverflow "capacityOverflow" = 3,
        /// Not at this time of day.
        CalendarOverflow "calendarOverflow" = 4,
        /// For a reason that is not told.
        UnknownOverflow "unknownOverflow" = 5,
    }
}
