//! Bridged.
//!
//! The ASN.1 module is `CSTA-bridged-event`.

use crate::sequence;
use crate::types::{
    CallCharacteristics, CallLinkageData, ConnectionId, ConnectionInformation, CorrelatorData,
    CstaCommonArguments, EventCause, LanguagePreferences, LocalConnectionState, LocationInfoList,
    MediaCallCharacteristics, ServicesPermitted, SubjectDeviceId, UserData,
};

sequence! {
    /// A call waits at an appearance that a device shares with others: it can be joined there.
    ///
    /// In a monitor filter: [`BRIDGED`](crate::types::CallControlEventSet::BRIDGED).
    pub struct BridgedEvent<'a> "BridgedEvent" {
        bridged_connection "bridgedConnection": ConnectionId<'a>,
        bridged_appearance "bridgedAppearance": SubjectDeviceId<'a>,
        /// The state of the monitored device's own connection.
        local_connection_info "localConnectionInfo": LocalConnectionState = OPTIONAL,
        correlator_data "correlatorData" [0 IMPLICIT]: CorrelatorData<'a> = OPTIONAL,
        user_data "userData": UserData<'a> = OPTIONAL,
        cause "cause": EventCause,
        services_permitted "servicesPermitted" [1 IMPLICIT]: ServicesPermitted = RARE,
        media_call_characteristics "mediaCallCharacteristics" [2 IMPLICIT]: MediaCallCharacteristics<'a> = OPTIONAL,
        call_characteristics "callCharacteristics" [3 IMPLICIT]: CallCharacteristics = OPTIONAL,
        bridged_connection_info "bridgedConnectionInfo" [4 IMPLICIT]: ConnectionInformation<'a> = OPTIONAL,
        call_linkage_data "callLinkageData" [5 IMPLICIT]: CallLinkageData<'a> = RARE,
        language_preferences "languagePreferences" [6 IMPLICIT]: LanguagePreferences<'a> = OPTIONAL,
        location_info "locationInfo" [7 IMPLICIT]: LocationInfoList<'a> = RARE,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}
