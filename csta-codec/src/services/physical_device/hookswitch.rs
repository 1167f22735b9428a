//! The hookswitch of a telephone.
//!
//! The ASN.1 modules are `CSTA-get-hookswitch-status` and `CSTA-set-hookswitch-status`.

use crate::types::{CstaCommonArguments, DeviceId, HookswitchId};
use crate::{SequenceOf, choice, operation, sequence};

operation! {
    /// Asks whether a telephone is on-hook.
    pub GetHookswitchStatus "getHookswitchStatus" = 264, "Get Hookswitch Status", ToSwitch: GetHookswitchStatusArgument<'a> => GetHookswitchStatusResult<'a>
}

sequence! {
    /// The device, and which hookswitch; all if absent.
    pub struct GetHookswitchStatusArgument<'a> "GetHookswitchStatusArgument" {
        device "device": DeviceId<'a>,
        hookswitch "hookswitch": HookswitchId<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// The hookswitches and their states.
    pub struct GetHookswitchStatusResult<'a> "GetHookswitchStatusResult" {
        hookswitch_status_list "hookswitchStatusList": HookswitchStatusList<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// A hookswitch and whether it is on-hook.
    pub struct HookswitchStatusListEntry<'a> "HookswitchStatusListEntry" {
        hookswitch "hookswitch": HookswitchId<'a>,
        hookswitch_on_hook "hookswitchOnHook": bool,
    }
}

/// Hookswitches of a telephone.
pub type HookswitchStatusList<'a> = SequenceOf<'a, HookswitchStatusListEntry<'a>>;

operation! {
    /// Takes a telephone off-hook or puts it on-hook.
    pub SetHookswitchStatus "setHookswitchStatus" = 275, "Set Hookswitch Status", ToSwitch: SetHookswitchStatusArgument<'a> => SetHookswitchStatusResult<'a>
}

sequence! {
    /// The hookswitch and its new state.
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
