//! Connection Cleared.
//!
//! The ASN.1 module is `CSTA-connection-cleared-event`.

use crate::sequence;
use crate::types::{
    CallCharacteristics, CallLinkageData, ChargingInfo, ConnectionId, ConnectionInformation,
    CorrelatorData, CstaCommonArguments, DeviceHistory, EventCause, LanguagePreferences,
    LocalConnectionState, LocationInfoList, MediaCallCharacteristics, ServicesPermitted,
    SubjectDeviceId, UserData,
};

sequence! {
    /// A device has left a call.
    ///
    /// In a monitor filter:
    /// [`CONNECTION_CLEARED`](crate::types::CallControlEventSet::CONNECTION_CLEARED).
    pub struct ConnectionClearedEvent<'a> "ConnectionClearedEvent" {
        dropped_connection "droppedConnection": ConnectionId<'a>,
        releasing_device "releasingDevice": SubjectDeviceId<'a>,
        /// The state of the monitored device's own connection.
        local_connection_info "localConnectionInfo": LocalConnectionState = OPTIONAL,
        correlator_data "correlatorData" [0 IMPLICIT]: CorrelatorData<'a> = OPTIONAL,
        user_data "userData": UserData<'a> = OPTIONAL,
        charging_info "chargingInfo" [1 IMPLICIT]: ChargingInfo<'a> = OPTIONAL,
        cause "cause": EventCause,
        services_permitted "servicesPermitted" [2 IMPLICIT]: ServicesPermitted = RARE,
        media_call_characteristics "mediaCallCharacteristics" [3 IMPLICIT]: MediaCallCharacteristics<'a> = OPTIONAL,
        call_characteristics "callCharacteristics" [4 IMPLICIT]: CallCharacteristics = OPTIONAL,
        dropped_connection_info "droppedConnectionInfo" [5 IMPLICIT]: ConnectionInformation<'a> = OPTIONAL,
        call_linkage_data "callLinkageData" [6 IMPLICIT]: CallLinkageData<'a> = RARE,
        language_preferences "languagePreferences" [7 IMPLICIT]: LanguagePreferences<'a> = OPTIONAL,
        device_history "deviceHistory" [8 IMPLICIT]: DeviceHistory<'a> = RARE,
        location_info "locationInfo" [9 IMPLICIT]: LocationInfoList<'a> = RARE,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}
