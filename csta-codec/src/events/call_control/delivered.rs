//! Delivered.
//!
//! The ASN.1 module is `CSTA-delivered-event`.

use crate::sequence;
use crate::types::{
    AssociatedCalledDeviceId, AssociatedCallingDeviceId, CallCharacteristics, CallLinkageData,
    CalledDeviceId, CallingDeviceId, ConnectionId, ConnectionInformation, CorrelatorData,
    CstaCommonArguments, DeviceHistory, EventCause, LanguagePreferences, LocalConnectionState,
    LocationInfoList, MediaCallCharacteristics, MessageInfo, NetworkCalledDeviceId,
    NetworkCallingDeviceId, RedirectionDeviceId, ServicesPermitted, SubjectDeviceId, SubjectOfCall,
    UserData,
};

sequence! {
    /// A call is offered to a device: it rings.
    ///
    /// In a monitor filter: [`DELIVERED`](crate::types::CallControlEventSet::DELIVERED).
    pub struct DeliveredEvent<'a> "DeliveredEvent" {
        connection "connection": ConnectionId<'a>,
        alerting_device "alertingDevice": SubjectDeviceId<'a>,
        calling_device "callingDevice": CallingDeviceId<'a>,
        called_device "calledDevice": CalledDeviceId<'a>,
        last_redirection_device "lastRedirectionDevice": RedirectionDeviceId<'a>,
        /// The trunk by which the call came in.
        originating_nid_connection "originatingNIDConnection": ConnectionId<'a> = OPTIONAL,
        /// The state of the monitored device's connection.
        local_connection_info "localConnectionInfo": LocalConnectionState = OPTIONAL,
        correlator_data "correlatorData" [0 IMPLICIT]: CorrelatorData<'a> = OPTIONAL,
        user_data "userData": UserData<'a> = OPTIONAL,
        cause "cause": EventCause,
        services_permitted "servicesPermitted" [1 IMPLICIT]: ServicesPermitted = RARE,
        network_calling_device "networkCallingDevice": NetworkCallingDeviceId<'a> = OPTIONAL,
        network_called_device "networkCalledDevice": NetworkCalledDeviceId<'a> = OPTIONAL,
        associated_calling_device "associatedCallingDevice": AssociatedCallingDeviceId<'a> = OPTIONAL,
        associated_called_device "associatedCalledDevice": AssociatedCalledDeviceId<'a> = OPTIONAL,
        media_call_characteristics "mediaCallCharacteristics" [2 IMPLICIT]: MediaCallCharacteristics<'a> = OPTIONAL,
        call_characteristics "callCharacteristics" [3 IMPLICIT]: CallCharacteristics = OPTIONAL,
        connection_info "connectionInfo" [4 IMPLICIT]: ConnectionInformation<'a> = OPTIONAL,
        call_linkage_data "callLinkageData" [5 IMPLICIT]: CallLinkageData<'a> = RARE,
        subject_of_call "subjectOfCall" [6 IMPLICIT]: SubjectOfCall<'a> = OPTIONAL,
        message_info "messageInfo" [7 IMPLICIT]: MessageInfo<'a> = OPTIONAL,
        language_preferences "languagePreferences" [8 IMPLICIT]: LanguagePreferences<'a> = OPTIONAL,
        device_history "deviceHistory" [9 IMPLICIT]: DeviceHistory<'a> = RARE,
        location_info "locationInfo" [10 IMPLICIT]: LocationInfoList<'a> = RARE,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}
