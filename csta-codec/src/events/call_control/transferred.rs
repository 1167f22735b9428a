//! Transferred.
//!
//! The ASN.1 module is `CSTA-transferred-event`.

use crate::sequence;
use crate::types::{
    CallCharacteristics, CallLinkageDataList, ChargingInfo, ConnectionId, ConnectionList,
    CorrelatorData, CstaCommonArguments, DeviceHistory, EventCause, LanguagePreferences,
    LocalConnectionState, LocationInfoList, MediaCallCharacteristics, ServicesPermitted,
    SubjectDeviceId, UserData,
};

sequence! {
    /// A device has given a call away, and the others go on without it.
    ///
    /// In a monitor filter: [`TRANSFERRED`](crate::types::CallControlEventSet::TRANSFERRED).
    pub struct TransferredEvent<'a> "TransferredEvent" {
        /// The call that was given away, usually the held one.
        primary_old_call "primaryOldCall": ConnectionId<'a>,
        /// The other call, if there were two.
        secondary_old_call "secondaryOldCall" [0 IMPLICIT]: ConnectionId<'a> = OPTIONAL,
        transferring_device "transferringDevice": SubjectDeviceId<'a>,
        transferred_to_device "transferredToDevice": SubjectDeviceId<'a>,
        /// Who is in the call now; a device that is not listed has left.
        transferred_connections "transferredConnections" [1 IMPLICIT]: ConnectionList<'a>,
        /// The state of the monitored device's own connection.
        local_connection_info "localConnectionInfo": LocalConnectionState = OPTIONAL,
        correlator_data "correlatorData" [2 IMPLICIT]: CorrelatorData<'a> = OPTIONAL,
        user_data "userData": UserData<'a> = OPTIONAL,
        charging_info "chargingInfo" [3 IMPLICIT]: ChargingInfo<'a> = OPTIONAL,
        cause "cause": EventCause,
        services_permitted "servicesPermitted" [4 IMPLICIT]: ServicesPermitted = RARE,
        media_call_characteristics "mediaCallCharacteristics" [5 IMPLICIT]: MediaCallCharacteristics<'a> = OPTIONAL,
        call_characteristics "callCharacteristics" [6 IMPLICIT]: CallCharacteristics = OPTIONAL,
        call_linkage_data_list "callLinkageDataList" [7 IMPLICIT]: CallLinkageDataList<'a> = RARE,
        language_preferences "languagePreferences" [8 IMPLICIT]: LanguagePreferences<'a> = OPTIONAL,
        device_history "deviceHistory" [9 IMPLICIT]: DeviceHistory<'a> = RARE,
        location_info "locationInfo" [10 IMPLICIT]: LocationInfoList<'a> = RARE,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}
