//! The hookswitch of a telephone.
//!
//! The ASN.1 modules are `CSTA-get-hookswitch-status` and `CSTA-set-hookswitch-status`.

use crate::types::{CstaCommonArguments, DeviceId, HookswitchId};
use crate::{SequenceOf, choice, operation, sequence};

operation! {
    /// DOC
    pub GetHookswitchStatus "getHookswitchStatus" = 264, ToSwitch: GetHookswitchStatusArgument<'a> => GetHookswitchStatusResult<'a>
}

sequence! {
    /// DOC
    pub struct GetHookswitchStatusArgument<'a> "GetHookswitchStatusArgument" {
        device "device": DeviceId<'a>,
        hookswitch "hookswitch": HookswitchId<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct GetHookswitchStatusResult<'a> "GetHookswitchStatusResult" {
        hookswitch_status_list "hookswitchStatusList": HookswitchStatusList<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct HookswitchStatusListEntry<'a> "HookswitchStatusListEntry" {
        hookswitch "hookswitch": HookswitchId<'a>,
        hookswitch_on_hook "hookswitchOnHook": bool,
    }
}

/// DOC
pub type HookswitchStatusList<'a> = SequenceOf<'a, HookswitchStatusListEntry<'a>>;

operation! {
    /// DOC
    pub SetHookswitchStatus "setHookswitchStatus" = 275, ToSwitch: SetHookswitchStatusArgument<'a> => SetHookswitchStatusResult<'a>
}

sequence! {
    /// DOC
    pub struct SetHookswitchStatusArgument<'a> "SetHookswitchStatusArgument" {
        device "device": DeviceId<'a>,
        hookswitch "hookswitch": HookswitchId<'a>,
        hookswitch_on_hook "hookswitchOnHook": bool,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`SetHookswitchStatus`]; it has nothing to say of its own.
    pub enum SetHookswitchStatusResult<'a> "SetHookswitchStatusResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}
