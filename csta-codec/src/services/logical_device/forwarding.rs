//! Forwarding.
//!
//! The ASN.1 modules are `CSTA-get-forwarding` and `CSTA-set-forwarding`.

use crate::types::{CstaCommonArguments, DeviceId, ForwardList, ForwardingType};
use crate::{choice, operation, sequence};

operation! {
    /// Asks how a device is forwarded.
    pub GetForwarding "getForwarding" = 309, "Get Forwarding", ToSwitch: GetForwardingArgument<'a> => GetForwardingResult<'a>
}

sequence! {
    /// The device that is asked about.
    pub struct GetForwardingArgument<'a> "GetForwardingArgument" {
        device "device": DeviceId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// The forwardings of a device.
    pub struct GetForwardingResult<'a> "GetForwardingResult" {
        forwarding_list "forwardingList": ForwardList<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

operation! {
    /// Sets or ends a forwarding of a device.
    pub SetForwarding "setForwarding" = 317, "Set Forwarding", ToSwitch: SetForwardingArgument<'a> => SetForwardingResult<'a>
}

sequence! {
    /// Which forwarding, whether it is in force, and where calls go.
    pub struct SetForwardingArgument<'a> "SetForwardingArgument" {
        device "device": DeviceId<'a>,
        /// Absent, the type that the switch takes by default.
        forwarding_type "forwardingType": ForwardingType = OPTIONAL,
        activate_forward "activateForward": bool,
        /// Where calls go; absent, where the switch sends them by default.
        forward_dn "forwardDN": DeviceId<'a> = OPTIONAL,
        /// Rings before calls go, 1 to 100.
        ring_count "ringCount": i64 = OPTIONAL,
        /// How long it rings before calls go.
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
