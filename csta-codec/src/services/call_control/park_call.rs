//! Park Call.
//!
//! The ASN.1 module is `CSTA-park-call`.

use crate::types::{
    CallLinkageData, ConnectionId, CorrelatorData, CstaCommonArguments, DeviceId,
    LanguagePreferences, SubjectOfCall,
};
use crate::{operation, sequence};

operation! {
    /// Moves a call to another device or a park zone, where it waits until it is taken.
    pub ParkCall "parkCall" = 18, "Park Call", ToSwitch: ParkCallArgument<'a> => ParkCallResult<'a>
}

sequence! {
    /// The call, and where it is parked.
    pub struct ParkCallArgument<'a> "ParkCallArgument" {
        parking "parking": ConnectionId<'a>,
        park_to "parkTo": DeviceId<'a>,
        correlator_data "correlatorData": CorrelatorData<'a> = OPTIONAL,
        subject_of_call "subjectOfCall" [0 IMPLICIT]: SubjectOfCall<'a> = OPTIONAL,
        language_preferences "languagePreferences" [1 IMPLICIT]: LanguagePreferences<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// The parked connection.
    pub struct ParkCallResult<'a> "ParkCallResult" {
        parked_to "parkedTo": ConnectionId<'a> = OPTIONAL,
        call_linkage_data "callLinkageData" [1 IMPLICIT]: CallLinkageData<'a> = RARE,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}
