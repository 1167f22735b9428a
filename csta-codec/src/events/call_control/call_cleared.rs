//! Call Cleared.
//!
//! The ASN.1 module is `CSTA-call-cleared-event`.

use crate::sequence;
use crate::types::{
    CallCharacteristics, CallLinkageData, ConnectionId, CorrelatorData, CstaCommonArguments,
    EventCause, LanguagePreferences, LocationInfoList, MediaCallCharacteristics, UserData,
};

sequence! {
    /// A call has ended, for all who took part.
    ///
    /// In a monitor filter: [`CALL_CLEARED`](crate::types::CallControlEventSet::CALL_CLEARED).
    pub struct CallClearedEvent<'a> "CallClearedEvent" {
        cleared_call "clearedCall": ConnectionId<'a>,
        correlator_data "correlatorData" [1 IMPLICIT]: CorrelatorData<'a> = OPTIONAL,
        user_data "userData": UserData<'a> = OPTIONAL,
        cause "cause": EventCause,
        media_call_characteristics "mediaCallCharacteristics" [2 IMPLICIT]: MediaCallCharacteristics<'a> = OPTIONAL,
        call_characteristics "callCharacteristics" [3 IMPLICIT]: CallCharacteristics = OPTIONAL,
        call_linkage_data "callLinkageData" [4 IMPLICIT]: CallLinkageData<'a> = RARE,
        language_preferences "languagePreferences" [5 IMPLICIT]: LanguagePreferences<'a> = OPTIONAL,
        location_info "locationInfo" [6 IMPLICIT]: LocationInfoList<'a> = RARE,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}
