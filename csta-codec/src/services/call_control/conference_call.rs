//! Conference Call.
//!
//! The ASN.1 module is `CSTA-conference-call`.

use crate::types::{
    CallLinkageDataList, ConnectionId, ConnectionInformation, ConnectionList, CstaCommonArguments,
};
use crate::{operation, sequence};

operation! {
    /// Joins a held call and the active call of a device to a conference.
    pub ConferenceCall "conferenceCall" = 6, "Conference Call", ToSwitch: ConferenceCallArgument<'a> => ConferenceCallResult<'a>
}

sequence! {
    /// The two calls to be joined.
    pub struct ConferenceCallArgument<'a> "ConferenceCallArgument" {
        held_call "heldCall": ConnectionId<'a>,
        active_call "activeCall": ConnectionId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// The device's connection in the conference, and who is in it.
    pub struct ConferenceCallResult<'a> "ConferenceCallResult" {
        conference_call "conferenceCall": ConnectionId<'a>,
        connections "connections" [0 IMPLICIT]: ConnectionList<'a> = OPTIONAL,
        conference_call_info "conferenceCallInfo" [1 IMPLICIT]: ConnectionInformation<'a> = OPTIONAL,
        call_linkage_data_list "callLinkageDataList" [2 IMPLICIT]: CallLinkageDataList<'a> = RARE,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}
