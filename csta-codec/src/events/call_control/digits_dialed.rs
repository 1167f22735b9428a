//! Digits Dialed.
//!
//! The ASN.1 module is `CSTA-digits-dialed-event`.

use crate::sequence;
use crate::types::{
    AssociatedCalledDeviceId, AssociatedCallingDeviceId, CallCharacteristics, CallLinkageData,
    ConnectionId, ConnectionInformation, CorrelatorData, CstaCommonArguments, DeviceId, EventCause,
    LanguagePreferences, LocalConnectionState, LocationInfoList, NetworkCalledDeviceId,
    NetworkCallingDeviceId, ServicesPermitted, SubjectDeviceId,
};

sequence! {
    /// A device has dialled some digits.
    ///
    /// In a monitor filter: [`DIGITS_DIALED`](crate::types::CallControlEventSet::DIGITS_DIALED).
    pub struct DigitsDialedEvent<'a> "DigitsDialedEvent" {
        dialing_connection "dialingConnection": ConnectionId<'a>,
        dialing_device "dialingDevice": SubjectDeviceId<'a>,
        dialing_sequence "dialingSequence": DeviceId<'a>,
        /// The state of the monitored device's own connection.
        local_connection_info "localConnectionInfo": LocalConnectionState = OPTIONAL,
        correlator_data "correlatorData" [0 IMPLICIT]: CorrelatorData<'a> = OPTIONAL,
        cause "cause": EventCause,
        services_permitted "servicesPermitted" [1 IMPLICIT]: ServicesPermitted = RARE,
        network_calling_device "networkCallingDevice": NetworkCallingDeviceId<'a> = OPTIONAL,
        network_called_device "networkCalledDevice": NetworkCalledDeviceId<'a> = OPTIONAL,
        associated_calling_device "associatedCallingDevice": AssociatedCallingDeviceId<'a> = OPTIONAL,
        associated_called_device "associatedCalledDevice": AssociatedCalledDeviceId<'a> = OPTIONAL,
        dialing_connection_info "dialingConnectionInfo" [2 IMPLICIT]: ConnectionInformation<'a> = OPTIONAL,
        call_characteristics "callCharacteristics" [3 IMPLICIT]: CallCharacteristics = OPTIONAL,
        call_linkage_data "callLinkageData" [4 IMPLICIT]: CallLinkageData<'a> = RARE,
        language_preferences "languagePreferences" [5 IMPLICIT]: LanguagePreferences<'a> = OPTIONAL,
        location_info "locationInfo" [6 IMPLICIT]: LocationInfoList<'a> = RARE,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}
