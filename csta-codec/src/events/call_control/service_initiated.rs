//! Service Initiated.
//!
//! The ASN.1 module is `CSTA-service-initiated-event`.

use crate::sequence;
use crate::types::{
    AssociatedCallingDeviceId, CallCharacteristics, CallLinkageData, CalledDeviceId, ConnectionId,
    ConnectionInformation, CorrelatorData, CstaCommonArguments, EventCause, LanguagePreferences,
    LocalConnectionState, LocationInfoList, MediaCallCharacteristics, MessageInfo,
    NetworkCalledDeviceId, NetworkCallingDeviceId, ServicesPermitted, SubjectDeviceId,
    SubjectOfCall,
};

sequence! {
    /// A device has asked for service: it has gone off-hook or is prompted to.
    ///
    /// In a monitor filter:
    /// [`SERVICE_INITIATED`](crate::types::CallControlEventSet::SERVICE_INITIATED).
    pub struct ServiceInitiatedEvent<'a> "ServiceInitiatedEvent" {
        initiated_connection "initiatedConnection": ConnectionId<'a>,
        initiating_device "initiatingDevice": SubjectDeviceId<'a>,
        called_device "calledDevice": CalledDeviceId<'a> = OPTIONAL,
        /// The state of the monitored device's own connection.
        local_connection_info "localConnectionInfo": LocalConnectionState = OPTIONAL,
        correlator_data "correlatorData" [0 IMPLICIT]: CorrelatorData<'a> = OPTIONAL,
        cause "cause": EventCause,
        services_permitted "servicesPermitted" [1 IMPLICIT]: ServicesPermitted = RARE,
        media_call_characteristics "mediaCallCharacteristics" [2 IMPLICIT]: MediaCallCharacteristics<'a> = OPTIONAL,
        call_characteristics "callCharacteristics" [3 IMPLICIT]: CallCharacteristics = OPTIONAL,
        initiated_connection_info "initiatedConnectionInfo" [4 IMPLICIT]: ConnectionInformation<'a> = OPTIONAL,
        network_calling_device "networkCallingDevice": NetworkCallingDeviceId<'a> = OPTIONAL,
        network_called_device "networkCalledDevice": NetworkCalledDeviceId<'a> = OPTIONAL,
        associated_calling_device "associatedCallingDevice": AssociatedCallingDeviceId<'a> = OPTIONAL,
        call_linkage_data "callLinkageData" [5 IMPLICIT]: CallLinkageData<'a> = RARE,
        subject_of_call "subjectOfCall" [7 IMPLICIT]: SubjectOfCall<'a> = OPTIONAL,
        message_info "messageInfo" [8 IMPLICIT]: MessageInfo<'a> = OPTIONAL,
        language_preferences "languagePreferences" [9 IMPLICIT]: LanguagePreferences<'a> = OPTIONAL,
        location_info "locationInfo" [10 IMPLICIT]: LocationInfoList<'a> = RARE,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}
