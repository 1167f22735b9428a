//! Retrieved.
//!
//! The ASN.1 module is `CSTA-retrieved-event`.

use crate::sequence;
use crate::types::{
    CallCharacteristics, CallLinkageData, ConnectionId, ConnectionInformation, CorrelatorData,
    CstaCommonArguments, EventCause, LanguagePreferences, LocalConnectionState, LocationInfoList,
    MediaCallCharacteristics, ServicesPermitted, SubjectDeviceId,
};

sequence! {
    /// A device has taken up a call that it held.
    ///
    /// In a monitor filter: [`RETRIEVED`](crate::types::CallControlEventSet::RETRIEVED).
    pub struct RetrievedEvent<'a> "RetrievedEvent" {
        retrieved_connection "retrievedConnection": ConnectionId<'a>,
        retrieving_device "retrievingDevice": SubjectDeviceId<'a>,
        /// The state of the monitored device's own connection.
        local_connection_info "localConnectionInfo": LocalConnectionState = OPTIONAL,
        correlator_data "correlatorData" [0 IMPLICIT]: CorrelatorData<'a> = OPTIONAL,
        cause "cause": EventCause,
        services_permitted "servicesPermitted" [1 IMPLICIT]: ServicesPermitted = RARE,
        media_call_characteristics "mediaCallCharacteristics" [2 IMPLICIT]: MediaCallCharacteristics<'a> = OPTIONAL,
        call_characteristics "callCharacteristics" [3 IMPLICIT]: CallCharacteristics = OPTIONAL,
        retrieved_connection_info "retrievedConnectionInfo" [4 IMPLICIT]: ConnectionInformation<'a> = OPTIONAL,
        call_linkage_data "callLinkageData" [5 IMPLICIT]: CallLinkageData<'a> = RARE,
        language_preferences "languagePreferences" [6 IMPLICIT]: LanguagePreferences<'a> = OPTIONAL,
        location_info "locationInfo" [7 IMPLICIT]: LocationInfoList<'a> = RARE,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}
