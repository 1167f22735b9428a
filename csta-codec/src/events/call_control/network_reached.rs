//! Network Reached.
//!
//! The ASN.1 module is `CSTA-network-reached-event`.

use crate::sequence;
use crate::types::{
    AssociatedCallingDeviceId, CallCharacteristics, CallLinkageData, CalledDeviceId,
    CallingDeviceId, ConnectionId, ConnectionInformation, CorrelatorData, CstaCommonArguments,
    DeviceHistory, EventCause, LanguagePreferences, LocalConnectionState, LocationInfoList,
    MediaCallCharacteristics, NetworkCalledDeviceId, NetworkCallingDeviceId, NetworkCapability,
    RedirectionDeviceId, ServicesPermitted, SubjectDeviceId, UserData,
};

sequence! {
    /// A call has left the switch by a trunk; from then on the network may tell nothing of it.
    ///
    /// In a monitor filter:
    /// [`NETWORK_REACHED`](crate::types::CallControlEventSet::NETWORK_REACHED).
    pub struct NetworkReachedEvent<'a> "NetworkReachedEvent" {
        outbound_connection "outboundConnection": ConnectionId<'a>,
        network_interface_used "networkInterfaceUsed": SubjectDeviceId<'a>,
        calling_device "callingDevice": CallingDeviceId<'a>,
        called_device "calledDevice": CalledDeviceId<'a>,
        last_redirection_device "lastRedirectionDevice": RedirectionDeviceId<'a>,
        /// The trunk by which the call came in.
        originating_nid_conneciton "originatingNIDConneciton": ConnectionId<'a> = OPTIONAL,
        /// The state of the monitored device's own connection.
        local_connection_info "localConnectionInfo": LocalConnectionState = OPTIONAL,
        correlator_data "correlatorData" [0 IMPLICIT]: CorrelatorData<'a> = OPTIONAL,
        user_data "userData": UserData<'a> = OPTIONAL,
        network_capability "networkCapability" [1 IMPLICIT]: NetworkCapability = OPTIONAL,
        cause "cause": EventCause,
        services_permitted "servicesPermitted" [2 IMPLICIT]: ServicesPermitted = RARE,
        media_call_characteristics "mediaCallCharacteristics" [3 IMPLICIT]: MediaCallCharacteristics<'a> = OPTIONAL,
        call_characteristics "callCharacteristics" [4 IMPLICIT]: CallCharacteristics = OPTIONAL,
        outbound_connection_info "outboundConnectionInfo" [5 IMPLICIT]: ConnectionInformation<'a> = OPTIONAL,
        network_calling_device "networkCallingDevice": NetworkCallingDeviceId<'a> = OPTIONAL,
        network_called_device "networkCalledDevice": NetworkCalledDeviceId<'a> = OPTIONAL,
        associated_calling_device "associatedCallingDevice": AssociatedCallingDeviceId<'a> = OPTIONAL,
        call_linkage_data "callLinkageData" [6 IMPLICIT]: CallLinkageData<'a> = RARE,
        language_preferences "languagePreferences" [7 IMPLICIT]: LanguagePreferences<'a> = OPTIONAL,
        device_history "deviceHistory" [8 IMPLICIT]: DeviceHistory<'a> = RARE,
        location_info "locationInfo" [9 IMPLICIT]: LocationInfoList<'a> = RARE,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}
