//! Originated.
//!
//! The ASN.1 module is `CSTA-originated-event`.

use crate::sequence;
use crate::types::{
    AssociatedCalledDeviceId, AssociatedCallingDeviceId, CallCharacteristics, CallLinkageData,
    CalledDeviceId, ConnectionId, ConnectionInformation, CorrelatorData, CstaCommonArguments,
    DeviceId, EventCause, LanguagePreferences, LocalConnectionState, LocationInfoList,
    MediaCallCharacteristics, MessageInfo, NetworkCalledDeviceId, NetworkCallingDeviceId,
    ServicesPermitted, SubjectDeviceId, SubjectOfCall,
};

sequence! {
    /// A device has dialled: the call is on its way.
    ///
    /// In a monitor filter: [`ORIGINATED`](crate::types::CallControlEventSet::ORIGINATED).
    pub struct OriginatedEvent<'a> "OriginatedEvent" {
        originated_connection "originatedConnection": ConnectionId<'a>,
        /// The device that calls.
        calling_device "callingDevice": SubjectDeviceId<'a>,
        called_device "calledDevice": CalledDeviceId<'a>,
        /// The device from which it calls, if that is another one.
        originating_device "originatingDevice": DeviceId<'a> = OPTIONAL,
        /// The state of the monitored device's own connection.
        local_connection_info "localConnectionInfo": LocalConnectionState = OPTIONAL,
        correlator_data "correlatorData" [2 IMPLICIT]: CorrelatorData<'a> = OPTIONAL,
        cause "cause": EventCause,
        services_permitted "servicesPermitted" [3 IMPLICIT]: ServicesPermitted = RARE,
        network_calling_device "networkCallingDevice": NetworkCallingDeviceId<'a> = OPTIONAL,
        network_called_device "networkCalledDevice": NetworkCalledDeviceId<'a> = OPTIONAL,
        associated_calling_device "associatedCallingDevice": AssociatedCallingDeviceId<'a> = OPTIONAL,
        associated_called_device "associatedCalledDevice": AssociatedCalledDeviceId<'a> = OPTIONAL,
        media_call_characteristics "mediaCallCharacteristics" [4 IMPLICIT]: MediaCallCharacteristics<'a> = OPTIONAL,
        call_characteristics "callCharacteristics" [5 IMPLICIT]: CallCharacteristics = OPTIONAL,
        originated_connection_info "originatedConnectionInfo" [6 IMPLICIT]: ConnectionInformation<'a> = OPTIONAL,
        call_linkage_data "callLinkageData" [7 IMPLICIT]: CallLinkageData<'a> = RARE,
        subject_of_call "subjectOfCall" [8 IMPLICIT]: SubjectOfCall<'a> = OPTIONAL,
        message_info "messageInfo" [9 IMPLICIT]: MessageInfo<'a> = OPTIONAL,
        language_preferences "languagePreferences" [10 IMPLICIT]: LanguagePreferences<'a> = OPTIONAL,
        location_info "locationInfo" [11 IMPLICIT]: LocationInfoList<'a> = RARE,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}
