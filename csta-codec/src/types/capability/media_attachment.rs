//! Media attachment.
//!
//! The ASN.1 module is `CSTA-capability-exchange`.

use crate::{bit_string, sequence};

sequence! {
    /// The supported services of media attachment.
    pub struct MediaServList "MediaServList" {
        attach_media_service "attachMediaService" [0 IMPLICIT]: AttachMediaService = OPTIONAL,
        detach_media_service "detachMediaService" [1 IMPLICIT]: DetachMediaService = OPTIONAL,
    }
}

bit_string! {
    /// What the switch supports of [Attach Media Service](crate::services::AttachMediaService).
    pub struct AttachMediaService "AttachMediaService" {
        MEDIA_SERVICE_VERSION "mediaServiceVersion" = 0,
        MEDIA_SERVICE_INSTANCE_ID "mediaServiceInstanceID" = 1,
        CONNECTION_MODE_CONSULT_CONFERENCE "connectionModeConsultConference" = 2,
        CONNECTION_MODE_CONSULT_CONFERENCE_HOLD "connectionModeConsultConferenceHold" = 3,
        CONNECTION_MODE_DEFLECT "connectionModeDeflect" = 4,
        CONNECTION_MODE_DIRECTED_PICKUP "connectionModeDirectedPickup" = 5,
        CONNECTION_MODE_JOIN "connectionModeJoin" = 6,
        CONNECTION_MODE_SINGLE_STEP_CONFERENCE "connectionModeSingleStepConference" = 7,
        CONNECTION_MODE_SINGLE_STEP_CONFERENCE_HOLD "connectionModeSingleStepConferenceHold" = 8,
        CONNECTION_MODE_SINGLE_STEP_TRANSFER "connectionModeSingleStepTransfer" = 9,
        CONNECTION_MODE_TRANSFER "connectionModeTransfer" = 10,
        CONNECTION_MODE_DIRECT "connectionModeDirect" = 11,
        REQUESTED_CONNECTION_STATE "requestedConnectionState" = 12,
        PRIVATE_DATA "privateData" = 13,
        MEDIA_SERVICE_INSTANCE_ID_IN_ACK "mediaServiceInstanceIDInAck" = 14,
        MEDIA_CONNECTION_INFO_IN_ACK "mediaConnectionInfoInAck" = 15,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 16,
        DEVICE_ID_ONLY "deviceIDOnly" = 17,
        ACK_MODEL_MULTI_STEP "ackModelMultiStep" = 18,
    }
}

bit_string! {
    /// What the switch supports of [Detach Media Service](crate::services::DetachMediaService).
    pub struct DetachMediaService "DetachMediaService" {
        ALERTING "alerting" = 0,
        CONNECTED "connected" = 1,
        FAIL "fail" = 2,
        HOLD "hold" = 3,
        QUEUED "queued" = 4,
        PRIVATE_DATA "privateData" = 5,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 6,
        DEVICE_ID_ONLY "deviceIDOnly" = 7,
        ACK_MODEL_MULTI_STEP "ackModelMultiStep" = 8,
    }
}

sequence! {
    /// The supported events of media attachment.
    pub struct MediaEvtsList "MediaEvtsList" {
        media_attached "mediaAttached" [0 IMPLICIT]: MediaAttached = OPTIONAL,
        media_detached "mediaDetached" [1 IMPLICIT]: MediaDetached = OPTIONAL,
    }
}

bit_string! {
    /// What the switch tells in [Media Attached](crate::events::MediaAttachedEvent) events.
    pub struct MediaAttached "MediaAttached" {
        MEDIA_SERVICE_VERSION "mediaServiceVersion" = 0,
        MEDIA_SERVICE_INSTANCE_ID "mediaServiceInstanceID" = 1,
        MEDIA_STREAM_ID "mediaStreamID" = 2,
        MEDIA_CALL_CHARACTERISTICS "mediaCallCharacteristics" = 3,
        CALL_CHARACTERISTICS "callCharacteristics" = 4,
        MEDIA_CONNECTION_INFO "mediaConnectionInfo" = 5,
        PRIVATE_DATA "privateData" = 6,
    }
}

bit_string! {
    /// What the switch tells in [Media Detached](crate::events::MediaDetachedEvent) events.
    pub struct MediaDetached "MediaDetached" {
        MEDIA_SERVICE_VERSION "mediaServiceVersion" = 0,
        MEDIA_SERVICE_INSTANCE_ID "mediaServiceInstanceID" = 1,
        MEDIA_STREAM_ID "mediaStreamID" = 2,
        MEDIA_CALL_CHARACTERISTICS "mediaCallCharacteristics" = 3,
        CALL_CHARACTERISTICS "callCharacteristics" = 4,
        MEDIA_CONNECTION_INFO "mediaConnectionInfo" = 5,
        PRIVATE_DATA "privateData" = 6,
    }
}
