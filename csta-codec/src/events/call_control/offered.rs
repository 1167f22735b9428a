//! Offered.
//!
//! The ASN.1 module is `CSTA-offered-event`.

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
    /// A call is offered to a device, which can accept, reject or divert it before it rings.
    ///
    /// In a monitor filter: [`OFFERED`](crate::types::CallControlEventSet::OFFERED).
    pub struct OfferedEvent<'a> "OfferedEvent" {
        offered_connection "offeredConnection": ConnectionId<'a>,
        offered_device "offeredDevice": SubjectDeviceId<'a>,
        calling_device "callingDevice": CallingDeviceId<'a>,
        called_device "calledDevice": CalledDeviceId<'a>,
        last_redirection_device "lastRedirectionDevice": RedirectionDeviceId<'a>,
        /// The trunk by which the call came in.
        originating_nid_connection "originatingNIDConnection": ConnectionId<'a> = OPTIONAL,
        /// The state of the monitored device's own connection.
        local_connection_info "localConnectionInfo": LocalConnectionState = OPTIONAL,
        correlator_data "correlatorData": CorrelatorData<'a> = OPTIONAL,
        user_data "userData": UserData<'a> = OPTIONAL,
        cause "cause": EventCause,
        services_permitted "servicesPermitted" [0 IMPLICIT]: ServicesPermitted = RARE,
        network_calling_device "networkCallingDevice": NetworkCallingDeviceId<'a> = OPTIONAL,
        network_called_device "networkCalledDevice": NetworkCalledDeviceId<'a> = OPTIONAL,
        associated_calling_device "associatedCallingDevice": AssociatedCallingDeviceId<'a> = OPTIONAL,
        associated_called_device "associatedCalledDevice": AssociatedCalledDeviceId<'a> = OPTIONAL,
        media_call_characteristics "mediaCallCharacteristics" [1 IMPLICIT]: MediaCallCharacteristics<'a> = OPTIONAL,
        call_characteristics "callCharacteristics" [2 IMPLICIT]: CallCharacteristics = OPTIONAL,
        offered_connection_info "offeredConnectionInfo" [3 IMPLICIT]: ConnectionInformation<'a> = OPTIONAL,
        call_linkage_data "callLinkageData" [4 IMPLICIT]: CallLinkageData<'a> = RARE,
        subject_of_call "subjectOfCall" [5 IMPLICIT]: SubjectOfCall<'a> = OPTIONAL,
        message_info "messageInfo" [6 IMPLICIT]: MessageInfo<'a> = OPTIONAL,
        language_preferences "languagePreferences" [7 IMPLICIT]: LanguagePreferences<'a> = OPTIONAL,
        device_history "deviceHistory" [8 IMPLICIT]: DeviceHistory<'a> = RARE,
        location_info "locationInfo" [9 IMPLICIT]: LocationInfoList<'a> = RARE,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}
