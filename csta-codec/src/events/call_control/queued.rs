//! Queued.
//!
//! The ASN.1 module is `CSTA-queued-event`.

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
    /// A call waits at a device, in a queue or a park zone.
    ///
    /// In a monitor filter: [`QUEUED`](crate::types::CallControlEventSet::QUEUED).
    pub struct QueuedEvent<'a> "QueuedEvent" {
        queued_connection "queuedConnection": ConnectionId<'a>,
        queue "queue": SubjectDeviceId<'a>,
        calling_device "callingDevice": CallingDeviceId<'a>,
        called_device "calledDevice": CalledDeviceId<'a>,
        last_redirection_device "lastRedirectionDevice": RedirectionDeviceId<'a>,
        /// How many calls wait, with this one.
        number_queued "numberQueued" [0 IMPLICIT]: i64 = OPTIONAL,
        /// How many calls will be served before it.
        calls_in_front "callsInFront" [1 IMPLICIT]: i64 = OPTIONAL,
        /// The state of the monitored device's own connection.
        local_connection_info "localConnectionInfo": LocalConnectionState = OPTIONAL,
        correlator_data "correlatorData" [2 IMPLICIT]: CorrelatorData<'a> = OPTIONAL,
        user_data "userData": UserData<'a> = OPTIONAL,
        cause "cause": EventCause,
        services_permitted "servicesPermitted" [3 IMPLICIT]: ServicesPermitted = RARE,
        network_calling_device "networkCallingDevice": NetworkCallingDeviceId<'a> = OPTIONAL,
        network_called_device "networkCalledDevice": NetworkCalledDeviceId<'a> = OPTIONAL,
        associated_calling_device "associatedCallingDevice": AssociatedCallingDeviceId<'a> = OPTIONAL,
        associated_called_device "associatedCalledDevice": AssociatedCalledDeviceId<'a> = OPTIONAL,
        media_call_characteristics "mediaCallCharacteristics" [4 IMPLICIT]: MediaCallCharacteristics<'a> = OPTIONAL,
        call_characteristics "callCharacteristics" [5 IMPLICIT]: CallCharacteristics = OPTIONAL,
        queued_connection_info "queuedConnectionInfo" [6 IMPLICIT]: ConnectionInformation<'a> = OPTIONAL,
        call_linkage_data "callLinkageData" [7 IMPLICIT]: CallLinkageData<'a> = RARE,
        subject_of_call "subjectOfCall" [8 IMPLICIT]: SubjectOfCall<'a> = OPTIONAL,
        message_info "messageInfo" [9 IMPLICIT]: MessageInfo<'a> = OPTIONAL,
        language_preferences "languagePreferences" [10 IMPLICIT]: LanguagePreferences<'a> = OPTIONAL,
        device_history "deviceHistory" [11 IMPLICIT]: DeviceHistory<'a> = RARE,
        location_info "locationInfo" [12 IMPLICIT]: LocationInfoList<'a> = RARE,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}
