//! Which services and events there are, as sets.
//!
//! The ASN.1 module is `CSTA-application-context-information-csta3`.

use crate::bit_string;

bit_string! {
    /// The call-control services.
    pub struct CallControlServices "CallControlServices" {
        ACCEPT_CALL "acceptCall" = 0,
        ALTERNATE_CALL "alternateCall" = 1,
        ANSWER_CALL "answerCall" = 2,
        CALL_BACK "callBack" = 3,
        CALL_BACK_MESSAGE "callBackMessage" = 4,
        CAMP_ON_CALL "campOnCall" = 5,
        CLEAR_CALL "clearCall" = 6,
        CLEAR_CONNECTION "clearConnection" = 7,
        CONFERENCE_CALL "conferenceCall" = 8,
        CONSULTATION_CALL "consultationCall" = 9,
        DEFLECT_CALL "deflectCall" = 10,
        DIAL_DIGITS "dialDigits" = 11,
        DIRECTED_PICKUP_CALL "directedPickupCall" = 12,
        GROUP_PICKUP_CALL "groupPickupCall" = 13,
        HOLD_CALL "holdCall" = 14,
        INTRUDE_CALL "intrudeCall" = 15,
        JOIN_CALL "joinCall" = 16,
        MAKE_CALL "makeCall" = 17,
        MAKE_PREDICTIVE_CALL "makePredictiveCall" = 18,
        PARK_CALL "parkCall" = 19,
        RECONNECT_CALL "reconnectCall" = 20,
        RETRIEVE_CALL "retrieveCall" = 21,
        SINGLE_STEP_CONFERENCE "singleStepConference" = 22,
        SINGLE_STEP_TRANSFER "singleStepTransfer" = 23,
        TRANSFER_CALL "transferCall" = 24,
        MAKE_CONNECTION "makeConnection" = 25,
        SEND_MESSAGE "sendMessage" = 26,
    }
}

bit_string! {
    /// The call-associated services.
    pub struct CallAssociatedServices "CallAssociatedServices" {
        ASSOCIATE_DATA "associateData" = 0,
        CANCEL_TELEPHONY_TONES "cancelTelephonyTones" = 1,
        GENERATE_DIGITS "generateDigits" = 2,
        GENERATE_TELEPHONY_TONES "generateTelephonyTones" = 3,
        SEND_USER_INFORMATION "sendUserInformation" = 4,
        CHANGE_CONNECTION_INFORMATION "changeConnectionInformation" = 5,
    }
}

bit_string! {
    /// The media-attachment services.
    pub struct MediaAttachmentServices "MediaAttachmentServices" {
        ATTACH_MEDIA_SERVICE "attachMediaService" = 0,
        DETACH_MEDIA_SERVICE "detachMediaService" = 1,
    }
}

bit_string! {
    /// The routeing services.
    pub struct RouteingServices "RouteingServices" {
        ROUTE_REGISTER "routeRegister" = 0,
        ROUTE_REGISTER_CANCEL "routeRegisterCancel" = 1,
        ROUTE_REGISTER_ABORT "routeRegisterAbort" = 2,
        REROUTE "reroute" = 3,
        ROUTE_END "routeEnd" = 4,
        ROUTE_REJECT "routeReject" = 5,
        ROUTE_REQUEST "routeRequest" = 6,
        ROUTE_SELECT "routeSelect" = 7,
        ROUTE_USED "routeUsed" = 8,
    }
}

bit_string! {
    /// The voice-unit services.
    pub struct VoiceUnitServices "VoiceUnitServices" {
        CONCATENATE_MESSAGE "concatenateMessage" = 0,
        DELETE_MESSAGE "deleteMessage" = 1,
        PLAY_MESSAGE "playMessage" = 2,
        QUERY_VOICE_ATTRIBUTE "queryVoiceAttribute" = 3,
        RECORD_MESSAGE "recordMessage" = 4,
        REPOSITION "reposition" = 5,
        RESUME "resume" = 6,
        REVIEW "review" = 7,
        SET_VOICE_ATTRIBUTE "setVoiceAttribute" = 8,
        STOP "stop" = 9,
        SUSPEND "suspend" = 10,
        SYNTHESIZE_MESSAGE "synthesizeMessage" = 11,
        ACTIVATE "activate" = 12,
        CLEAR "clear" = 13,
        DEACTIVATE "deactivate" = 14,
    }
}
