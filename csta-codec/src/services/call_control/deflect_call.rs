//! Deflect Call.
//!
//! The ASN.1 module is `CSTA-deflect-call`.

use crate::types::{
    CallCharacteristics, ConnectionId, CorrelatorData, CstaCommonArguments, DeviceId, EventCause,
    LanguagePreferences, SubjectOfCall, UserData,
};
use crate::{SequenceOf, choice, operation, sequence};

operation! {
    /// Sends a call that rings, or is in another state that the switch permits, to another device.
    pub DeflectCall "deflectCall" = 218, "Deflect Call", ToSwitch: DeflectCallArgument<'a> => DeflectCallResult<'a>
}

sequence! {
    /// The call and where it goes.
    pub struct DeflectCallArgument<'a> "DeflectCallArgument" {
        call_to_be_diverted "callToBeDiverted": ConnectionId<'a>,
        new_destination "newDestination": DeviceId<'a>,
        /// Further devices where it is to ring.
        add_new_destinations_list "addNewDestinationsList": DeviceIdList<'a> = OPTIONAL,
        correlator_data "correlatorData": CorrelatorData<'a> = OPTIONAL,
        user_data "userData": UserData<'a> = OPTIONAL,
        call_characteristics "callCharacteristics" [0 IMPLICIT]: CallCharacteristics = OPTIONAL,
        subject_of_call "subjectOfCall" [1 IMPLICIT]: SubjectOfCall<'a> = OPTIONAL,
        language_preferences "languagePreferences" [2 IMPLICIT]: LanguagePreferences<'a> = OPTIONAL,
        reason "reason" [3 IMPLICIT]: EventCause = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`DeflectCall`]; it has nothing to say of its own.
    pub enum DeflectCallResult<'a> "DeflectCallResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}

/// Devices.
pub type DeviceIdList<'a> = SequenceOf<'a, DeviceId<'a>>;
