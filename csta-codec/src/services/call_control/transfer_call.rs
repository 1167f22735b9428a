//! Transfer Call.
//!
//! The ASN.1 module is `CSTA-transfer-call`.

use crate::types::{
    CallLinkageDataList, ConnectionId, ConnectionInformation, ConnectionList, CstaCommonArguments,
};
use crate::{operation, sequence};

operation! {
    /// Connects the parties of a held call and of the active call, and leaves both.
    pub TransferCall "transferCall" = 16, "Transfer Call", ToSwitch: TransferCallArgument<'a> => TransferCallResult<'a>
}

sequence! {
    /// The two calls to be made one.
    pub struct TransferCallArgument<'a> "TransferCallArgument" {
        held_call "heldCall": ConnectionId<'a>,
        active_call "activeCall": ConnectionId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// The new call and who is in it.
    pub struct TransferCallResult<'a> "TransferCallResult" {
        transferred_call "transferredCall": ConnectionId<'a>,
        connections "connections" [0 IMPLICIT]: ConnectionList<'a> = OPTIONAL,
        transferred_call_info "transferredCallInfo" [1 IMPLICIT]: ConnectionInformation<'a> = OPTIONAL,
        call_linkage_data_list "callLinkageDataList" [2 IMPLICIT]: CallLinkageDataList<'a> = RARE,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}
