//! Established.
//!
//! The ASN.1 module is `CSTA-established-event`.

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
    /// A device has answered a call or joined it.
    ///
    /// In a monitor filter: [`ESTABLISHED`](crate::types::CallControlEventSet::ESTABLISHED).
    pub struct EstablishedEvent<'a> "EstablishedEvent" {
        established_connection "establishedConnection": ConnectionId<'a>,
        answering_device "answeringDevice": SubjectDeviceId<'a>,
        calling_device "callingDevice": CallingDeviceId<'a>,
        called_device "calledDevice": CalledDeviceId<'a>,
        last_redirection_device "lastRedirectionDevice": RedirectionDeviceId<'a>,
        /// The trunk by which the call came in.
        originating_nid_connection "originatingNIDConnection": ConnectionId<'a> = OPTIONAL,
        /// The state of the monitored device's connection.
        local_connection_info "localConnectionInfo": LocalConnectionState = OPTIONAL,
        correlator_data "correlatorData" [1 IMPLICIT]: CorrelatorData<'a> = OPTIONAL,
        user_data "userData": UserData<'a> = OPTIONAL,
        cause "cause": EventCause,
        services_permitted "servicesPermitted" [2 IMPLICIT]: ServicesPermitted = RARE,
        network_calling_device "networkCallingDevice": NetworkCallingDeviceId<'a> = OPTIONAL,
        network_called_device "networkCalledDevice": NetworkCalledDeviceId<'a> = OPTIONAL,
        associated_calling_device "associatedCallingDevice": AssociatedCallingDeviceId<'a> = OPTIONAL,
        associated_called_device "associatedCalledDevice": AssociatedCalledDeviceId<'a> = OPTIONAL,
        media_call_characteristics "mediaCallCharacteristics" [3 IMPLICIT]: MediaCallCharacteristics<'a> = OPTIONAL,
        call_characteristics "callCharacteristics" [4 IMPLICIT]: CallCharacteristics = OPTIONAL,
        established_connection_info "establishedConnectionInfo" [5 IMPLICIT]: ConnectionInformation<'a> = OPTIONAL,
        call_linkage_data "callLinkageData" [6 IMPLICIT]: CallLinkageData<'a> = RARE,
        subject_of_call "subjectOfCall" [7 IMPLICIT]: SubjectOfCall<'a> = OPTIONAL,
        message_info "messageInfo" [8 IMPLICIT]: MessageInfo<'a> = OPTIONAL,
        language_preferences "languagePreferences" [9 IMPLICIT]: LanguagePreferences<'a> = OPTIONAL,
        device_history "deviceHistory" [10 IMPLICIT]: DeviceHistory<'a> = RARE,
        location_info "locationInfo" [11 IMPLICIT]: LocationInfoList<'a> = RARE,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}
