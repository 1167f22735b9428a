//! Conferenced.
//!
//! The ASN.1 module is `CSTA-conferenced-event`.

use crate::sequence;
use crate::types::{
    CallCharacteristics, CallLinkageDataList, ConnectionId, ConnectionList, CorrelatorData,
    CstaCommonArguments, DeviceHistory, EventCause, LanguagePreferences, LocalConnectionState,
    LocationInfoList, MediaCallCharacteristics, ServicesPermitted, SubjectDeviceId, UserData,
};

sequence! {
    /// Calls were joined, or a device was added to one.
    ///
    /// In a monitor filter: [`CONFERENCED`](crate::types::CallControlEventSet::CONFERENCED).
    pub struct ConferencedEvent<'a> "ConferencedEvent" {
        /// The call that was joined to the other, usually the held one.
        primary_old_call "primaryOldCall": ConnectionId<'a>,
        /// The other call, if there were two.
        secondary_old_call "secondaryOldCall": ConnectionId<'a> = OPTIONAL,
        conferencing_device "conferencingDevice": SubjectDeviceId<'a>,
        /// The device that was added.
        added_party "addedParty": SubjectDeviceId<'a>,
        /// Who is in the conference; a device that is not listed has left.
        conference_connections "conferenceConnections": ConnectionList<'a>,
        /// The state of the monitored device's own connection.
        local_connection_info "localConnectionInfo": LocalConnectionState = OPTIONAL,
        correlator_data "correlatorData" [1 IMPLICIT]: CorrelatorData<'a> = OPTIONAL,
        user_data "userData": UserData<'a> = OPTIONAL,
        cause "cause": EventCause,
        services_permitted "servicesPermitted" [2 IMPLICIT]: ServicesPermitted = RARE,
        media_call_characteristics "mediaCallCharacteristics" [3 IMPLICIT]: MediaCallCharacteristics<'a> = OPTIONAL,
        call_characteristics "callCharacteristics" [4 IMPLICIT]: CallCharacteristics = OPTIONAL,
        call_linkage_data_list "callLinkageDataList" [6 IMPLICIT]: CallLinkageDataList<'a> = RARE,
        language_preferences "languagePreferences" [7 IMPLICIT]: LanguagePreferences<'a> = OPTIONAL,
        device_history "deviceHistory" [8 IMPLICIT]: DeviceHistory<'a> = RARE,
        location_info "locationInfo" [9 IMPLICIT]: LocationInfoList<'a> = RARE,
        extensions "extensions" [5 IMPLICIT]: CstaCommonArguments<'a> = RARE,
    }
}
