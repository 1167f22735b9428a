//! Ringers of a telephone.
//!
//! The ASN.1 modules are `CSTA-get-ringer-status` and `CSTA-set-ringer-status`.

use crate::types::{CstaCommonArguments, DeviceId, RingMode, RingerId, Volume};
use crate::{SequenceOf, choice, operation, sequence};

operation! {
    /// DOC
    pub GetRingerStatus "getRingerStatus" = 270, ToSwitch: GetRingerStatusArgument<'a> => GetRingerStatusResult<'a>
}

sequence! {
    /// DOC
    pub struct GetRingerStatusArgument<'a> "GetRingerStatusArgument" {
        device "device": DeviceId<'a>,
        ringer "ringer": RingerId<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct GetRingerStatusResult<'a> "GetRingerStatusResult" {
        ringer_status_list "ringerStatusList": RingerStatusList<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct RingerStatusListEntry<'a> "RingerStatusListEntry" {
        ringer "ringer": RingerId<'a>,
        ring_mode "ringMode": RingMode,
        ring_count "ringCount" [0 IMPLICIT]: i64 = OPTIONAL,
        ring_duration "ringDuration" [3 IMPLICIT]: i64 = OPTIONAL,
        ring_pattern "ringPattern" [1 IMPLICIT]: i64 = OPTIONAL,
        ring_vol_abs "ringVolAbs" [2 IMPLICIT]: i64 = OPTIONAL,
    }
}

/// DOC
pub type RingerStatusList<'a> = SequenceOf<'a, RingerStatusListEntry<'a>>;

operation! {
    /// DOC
    pub SetRingerStatus "setRingerStatus" = 280, ToSwitch: SetRingerStatusArgument<'a> => SetRingerStatusResult<'a>
}

sequence! {
    /// DOC
    pub struct SetRingerStatusArgument<'a> "SetRingerStatusArgument" {
        device "device": DeviceId<'a>,
        ringer "ringer": RingerId<'a>,
        ring_mode "ringMode": RingMode = OPTIONAL,
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
