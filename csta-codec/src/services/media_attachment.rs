//! Media attachment: media services such as voice units join calls.
//!
//! The ASN.1 modules are `CSTA-attach-media-service` and `CSTA-detach-media-service`.

use crate::types::{
    CallLinkageData, ConnectionId, ConnectionInformation, ConnectionMode, CstaCommonArguments,
    DeviceId, LocalConnectionState, MediaServiceInstanceId, MediaServiceType,
};
use crate::{choice, operation, sequence};

operation! {
    /// Brings a media service, such as a voice unit, into a call.
    pub AttachMediaService "attachMediaService" = 244, "Attach Media Service", ToSwitch: AttachMediaServiceArgument<'a> => AttachMediaServiceResult<'a>
}

sequence! {
    /// The connection, the service, and how it comes in.
    pub struct AttachMediaServiceArgument<'a> "AttachMediaServiceArgument" {
        connection "connection": ConnectionId<'a>,
        media_service_type "mediaServiceType": MediaServiceType,
        media_service_version "mediaServiceVersion": i64 = OPTIONAL,
        media_service_instance_id "mediaServiceInstanceID": MediaServiceInstanceId<'a> = OPTIONAL,
        connection_mode "connectionMode": ConnectionMode,
        /// The state in which the connection is to be then.
        requested_connection_state "requestedConnectionState": LocalConnectionState = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// The connection of the media service.
    pub struct AttachMediaServiceResult<'a> "AttachMediaServiceResult" {
        media_connection "mediaConnection": ConnectionId<'a> = OPTIONAL,
        media_device "mediaDevice" [0 IMPLICIT]: DeviceId<'a> = OPTIONAL,
        media_service_instance_id "mediaServiceInstanceID": MediaServiceInstanceId<'a> = OPTIONAL,
        media_connection_info "mediaConnectionInfo" [1 IMPLICIT]: ConnectionInformation<'a> = OPTIONAL,
        call_linkage_data "callLinkageData" [2 IMPLICIT]: CallLinkageData<'a> = RARE,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

operation! {
    /// Takes a media service out of a call.
    pub DetachMediaService "detachMediaService" = 245, "Detach Media Service", ToSwitch: DetachMediaServiceArgument<'a> => DetachMediaServiceResult<'a>
}

sequence! {
    /// The connection and the service.
    pub struct DetachMediaServiceArgument<'a> "DetachMediaServiceArgument" {
        connection "connection": ConnectionId<'a>,
        media_service_type "mediaServiceType": MediaServiceType,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`DetachMediaService`]; it has nothing to say of its own.
    pub enum DetachMediaServiceResult<'a> "DetachMediaServiceResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}
