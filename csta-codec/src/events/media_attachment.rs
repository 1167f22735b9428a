//! Events about media services that join and leave calls.
//!
//! The ASN.1 modules are `CSTA-media-attached-event` and `CSTA-media-detached-event`.

use crate::sequence;
use crate::types::{
    CallCharacteristics, ConnectionId, ConnectionInformation, CstaCommonArguments,
    LocalConnectionState, MediaCallCharacteristics, MediaServiceInstanceId, MediaServiceType,
    MediaStreamId, SubjectDeviceId,
};

sequence! {
    /// A media service has joined a call.
    ///
    /// In a monitor filter:
    /// [`MEDIA_ATTACHED`](crate::types::MediaAttachmentEventSet::MEDIA_ATTACHED).
    pub struct MediaAttachedEvent<'a> "MediaAttachedEvent" {
        media_connection "mediaConnection": ConnectionId<'a>,
        media_device "mediaDevice": SubjectDeviceId<'a>,
        media_service_type "mediaServiceType": MediaServiceType,
        media_service_version "mediaServiceVersion": i64 = OPTIONAL,
        media_service_instance_id "mediaServiceInstanceID" [0 IMPLICIT]: MediaServiceInstanceId<'a> = OPTIONAL,
        media_stream_id "mediaStreamID" [1 IMPLICIT]: MediaStreamId<'a> = OPTIONAL,
        media_call_characteristics "mediaCallCharacteristics" [2 IMPLICIT]: MediaCallCharacteristics<'a> = OPTIONAL,
        call_characteristics "callCharacteristics": CallCharacteristics = OPTIONAL,
        /// The state of the monitored device's own connection.
        local_connection_info "localConnectionInfo": LocalConnectionState = OPTIONAL,
        media_connection_info "mediaConnectionInfo" [3 IMPLICIT]: ConnectionInformation<'a> = OPTIONAL,
        extension "extension": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// A media service has left a call.
    ///
    /// In a monitor filter:
    /// [`MEDIA_DETACHED`](crate::types::MediaAttachmentEventSet::MEDIA_DETACHED).
    pub struct MediaDetachedEvent<'a> "MediaDetachedEvent" {
        media_connection "mediaConnection": ConnectionId<'a>,
        media_device "mediaDevice": SubjectDeviceId<'a>,
        media_service_type "mediaServiceType": MediaServiceType,
        media_service_version "mediaServiceVersion": i64 = OPTIONAL,
        media_service_instance_id "mediaServiceInstanceID" [0 IMPLICIT]: MediaServiceInstanceId<'a> = OPTIONAL,
        media_stream_id "mediaStreamID" [1 IMPLICIT]: MediaStreamId<'a> = OPTIONAL,
        media_call_characteristics "mediaCallCharacteristics" [2 IMPLICIT]: MediaCallCharacteristics<'a> = OPTIONAL,
        call_characteristics "callCharacteristics": CallCharacteristics = OPTIONAL,
        /// The state of the monitored device's own connection.
        local_connection_info "localConnectionInfo": LocalConnectionState = OPTIONAL,
        media_connection_info "mediaConnectionInfo" [3 IMPLICIT]: ConnectionInformation<'a> = OPTIONAL,
        extension "extension": CstaCommonArguments<'a> = RARE,
    }
}
