//! Forwarding.
//!
//! The ASN.1 modules are `CSTA-get-forwarding` and `CSTA-set-forwarding`.

use crate::types::{CstaCommonArguments, DeviceId, ForwardList, ForwardingType};
use crate::{choice, operation, sequence};

operation! {
    /// DOC
    pub GetForwarding "getForwarding" = 309, ToSwitch: GetForwardingArgument<'a> => GetForwardingResult<'a>
}

sequence! {
    /// DOC
    pub struct GetForwardingArgument<'a> "GetForwardingArgument" {
        device "device": DeviceId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct GetForwardingResult<'a> "GetForwardingResult" {
        forwarding_list "forwardingList": ForwardList<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

operation! {
    /// DOC
    pub SetForwarding "setForwarding" = 317, ToSwitch: SetForwardingArgument<'a> => SetForwardingResult<'a>
}

sequence! {
    /// DOC
    pub struct SetForwardingArgument<'a> "SetForwardingArgument" {
        device "device": DeviceId<'a>,
        forwarding_type "forwardingType": ForwardingType = OPTIONAL,
        activate_forward "activateForward": bool,
        forward_dn "forwardDN": DeviceId<'a> = OPTIONAL,
        ring_count "ringCount": i64 = OPTIONAL,
        ring_duration "ringDuration" [3 IMPLICIT]: i64 = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`SetForwarding`]; it has nothing to say of its own.
    pub enum SetForwardingResult<'a> "SetForwardingResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}
