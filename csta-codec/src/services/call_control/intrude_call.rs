//! Intrude Call.
//!
//! The ASN.1 module is `CSTA-intrude-call`.

use crate::types::{
    CallLinkageDataList, ConnectionId, ConnectionInformation, CstaCommonArguments,
    ParticipationType, UserData,
};
use crate::{operation, sequence};

operation! {
    /// DOC
    pub IntrudeCall "intrudeCall" = 222, ToSwitch: IntrudeCallArgument<'a> => IntrudeCallResult<'a>
}

sequence! {
    /// DOC
    pub struct IntrudeCallArgument<'a> "IntrudeCallArgument" {
        intrude "intrude": ConnectionId<'a>,
        participation_type "participationType": ParticipationType = DEFAULT(ParticipationType::Active),
        user_data "userData": UserData<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct IntrudeCallResult<'a> "IntrudeCallResult" {
        conferenced_call "conferencedCall": ConnectionId<'a> = OPTIONAL,
        conferenced_call_info "conferencedCallInfo": ConnectionInformation<'a> = OPTIONAL,
        call_linkage_data_list "callLinkageDataList" [1 IMPLICIT]: CallLinkageDataList<'a> = RARE,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}
