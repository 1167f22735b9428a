//! Intrude Call.
//!
//! The ASN.1 module is `CSTA-intrude-call`.

use crate::types::{
    CallLinkageDataList, ConnectionId, ConnectionInformation, CstaCommonArguments,
    ParticipationType, UserData,
};
use crate::{operation, sequence};

operation! {
    /// Breaks into the call of a busy device.
    pub IntrudeCall "intrudeCall" = 222, "Intrude Call", ToSwitch: IntrudeCallArgument<'a> => IntrudeCallResult<'a>
}

sequence! {
    /// The call that found the device busy, and how to take part in the device's call.
    pub struct IntrudeCallArgument<'a> "IntrudeCallArgument" {
        intrude "intrude": ConnectionId<'a>,
        participation_type "participationType": ParticipationType = DEFAULT(ParticipationType::Active),
        user_data "userData": UserData<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// The connection in the conference that has come about.
    pub struct IntrudeCallResult<'a> "IntrudeCallResult" {
        conferenced_call "conferencedCall": ConnectionId<'a> = OPTIONAL,
        conferenced_call_info "conferencedCallInfo": ConnectionInformation<'a> = OPTIONAL,
        call_linkage_data_list "callLinkageDataList" [1 IMPLICIT]: CallLinkageDataList<'a> = RARE,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}
