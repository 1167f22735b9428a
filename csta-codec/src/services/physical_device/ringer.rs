//! Ringers of a telephone.
//!
//! The ASN.1 modules are `CSTA-get-ringer-status` and `CSTA-set-ringer-status`.

use crate::types::{CstaCommonArguments, DeviceId, RingMode, RingerId, Volume};
use crate::{SequenceOf, choice, operation, sequence};

operation! {
    /// Asks how the ringers of a telephone are set.
    pub GetRingerStatus "getRingerStatus" = 270, "Get Ringer Status", ToSwitch: GetRingerStatusArgument<'a> => GetRingerStatusResult<'a>
}

sequence! {
    /// The device, and which ringer; all if absent.
    pub struct GetRingerStatusArgument<'a> "GetRingerStatusArgument" {
        device "device": DeviceId<'a>,
        ringer "ringer": RingerId<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// The ringers and how they are set.
    pub struct GetRingerStatusResult<'a> "GetRingerStatusResult" {
        ringer_status_list "ringerStatusList": RingerStatusList<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// A ringer and how it is set.
    pub struct RingerStatusListEntry<'a> "RingerStatusListEntry" {
        ringer "ringer": RingerId<'a>,
        ring_mode "ringMode": RingMode,
        /// How often it has rung, up to 1000.
        ring_count "ringCount" [0 IMPLICIT]: i64 = OPTIONAL,
        ring_duration "ringDuration" [3 IMPLICIT]: i64 = OPTIONAL,
        /// A number of the switch's own.
        ring_pattern "ringPattern" [1 IMPLICIT]: i64 = OPTIONAL,
        /// 0 to 100.
        ring_vol_abs "ringVolAbs" [2 IMPLICIT]: i64 = OPTIONAL,
    }
}

/// Ringers of a telephone.
pub type RingerStatusList<'a> = SequenceOf<'a, RingerStatusListEntry<'a>>;

operation! {
    /// Sets a ringer, or makes it ring.
    pub SetRingerStatus "setRingerStatus" = 280, "Set Ringer Status", ToSwitch: SetRingerStatusArgument<'a> => SetRingerStatusResult<'a>
}

sequence! {
    /// The ringer, and how it shall be.
    pub struct SetRingerStatusArgument<'a> "SetRingerStatusArgument" {
        device "device": DeviceId<'a>,
        ringer "ringer": RingerId<'a>,
        ring_mode "ringMode": RingMode = OPTIONAL,
        /// A number of the switch's own.
        ring_pattern "ringPattern" [1 IMPLICIT]: i64 = OPTIONAL,
        ring_volume "ringVolume" [2 EXPLICIT]: Volume<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`SetRingerStatus`]; it has nothing to say of its own.
    pub enum SetRingerStatusResult<'a> "SetRingerStatusResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}
