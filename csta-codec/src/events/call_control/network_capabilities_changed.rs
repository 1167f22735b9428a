//! Network Capabilities Changed.
//!
//! The ASN.1 module is `CSTA-network-capabilities-changed-event`.

use crate::sequence;
use crate::types::{
    CallCharacteristics, CallLinkageData, CalledDeviceId, ConnectionId, ConnectionInformation,
    CorrelatorData, CstaCommonArguments, EventCause, LanguagePreferences, LocalConnectionState,
    LocationInfoList, MediaCallCharacteristics, NetworkCapability, ProgressIndicator,
    ServicesPermitted, SubjectDeviceId, UserData,
};

sequence! {
    /// The network tells that it will report more or less of a call than before.
    ///
    /// In a monitor filter:
    /// [`NETWORK_CAPABILITIES_CHANGED`](crate::types::CallControlEventSet::NETWORK_CAPABILITIES_CHANGED).
    pub struct NetworkCapabilitiesChangedEvent<'a> "NetworkCapabilitiesChangedEvent" {
        outbound_connection "outboundConnection": ConnectionId<'a>,
        network_interface_used "networkInterfaceUsed": SubjectDeviceId<'a>,
        called_device "calledDevice": CalledDeviceId<'a>,
        progress_indicator "progressIndicator": ProgressIndicator,
        /// The state of the monitored device's own connection.
        local_connection_info "localConnectionInfo": LocalConnectionState = OPTIONAL,
        correlator_data "correlatorData": CorrelatorData<'a> = OPTIONAL,
        user_data "userData": UserData<'a> = OPTIONAL,
        network_capability "networkCapability" [0 IMPLICIT]: NetworkCapability = OPTIONAL,
        cause "cause": EventCause,
        services_permitted "servicesPermitted" [1 IMPLICIT]: ServicesPermitted = RARE,
        media_call_characteristics "mediaCallCharacteristics" [2 IMPLICIT]: MediaCallCharacteristics<'a> = OPTIONAL,
        call_characteristics "callCharacteristics" [3 IMPLICIT]: CallCharacteristics = OPTIONAL,
        outbound_connection_info "outboundConnectionInfo" [4 IMPLICIT]: ConnectionInformation<'a> = OPTIONAL,
        call_linkage_data "callLinkageData" [5 IMPLICIT]: CallLinkageData<'a> = RARE,
        language_preferences "languagePreferences" [6 IMPLICIT]: LanguagePreferences<'a> = OPTIONAL,
        location_info "locationInfo" [7 IMPLICIT]: LocationInfoList<'a> = RARE,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}
