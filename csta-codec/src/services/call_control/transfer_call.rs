//! Transfer Call.
//!
//! The ASN.1 module is `CSTA-transfer-call`.

use crate::types::{
    CallLinkageDataList, ConnectionId, ConnectionInformation, ConnectionList, CstaCommonArguments,
};
use crate::{operation, sequence};

operation! {
    /// DOC
    pub TransferCall "transferCall" = 16, ToSwitch: TransferCallArgument<'a> => TransferCallResult<'a>
}

sequence! {
    /// DOC
    pub struct TransferCallArgument<'a> "TransferCallArgument" {
        held_call "heldCall": ConnectionId<'a>,
        active_call "activeCall": ConnectionId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct TransferCallResult<'a> "TransferCallResult" {
        transferred_call "transferredCall": ConnectionId<'a>,
        connections "connections" [0 IMPLICIT]: ConnectionList<'a> = OPTIONAL,
        transferred_call_info "transferredCallInfo" [1 IMPLICIT]: ConnectionInformation<'a> = OPTIONAL,
        call_linkage_data_list "callLinkageDataList" [2 IMPLICIT]: CallLinkageDataList<'a> = RARE,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}
