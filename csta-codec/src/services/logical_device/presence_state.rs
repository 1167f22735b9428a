//! Presence: whether somebody is there and free.
//!
//! The ASN.1 modules are `CSTA-get-presence-state` and `CSTA-set-presence-state`.

use crate::types::{CstaCommonArguments, DeviceId, PresenceState, TimeInfo};
use crate::{OctetString, choice, operation, sequence};

operation! {
    /// Asks for the presence of the user of a device.
    pub GetPresenceState "getPresenceState" = 550, "Get Presence State", ToSwitch: GetPresenceStateArgument<'a> => GetPresenceStateResult<'a>
}

sequence! {
    /// The device that is asked about.
    pub struct GetPresenceStateArgument<'a> "GetPresenceStateArgument" {
        device "device": DeviceId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// The presence of the user of a device.
    pub struct GetPresenceStateResult<'a> "GetPresenceStateResult" {
        presence_state "presenceState": PresenceState,
        from_time "fromTime" [0 IMPLICIT]: TimeInfo<'a> = OPTIONAL,
        until_time "untilTime" [1 IMPLICIT]: TimeInfo<'a> = OPTIONAL,
        place "place" [2 IMPLICIT]: OctetString<'a> = OPTIONAL,
        mood "mood" [3 IMPLICIT]: OctetString<'a> = OPTIONAL,
        /// A state in words.
        named_presence_state "namedPresenceState" [4 IMPLICIT]: OctetString<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

operation! {
    /// Sets the presence of the user of a device.
    pub SetPresenceState "setPresenceState" = 551, "Set Presence State", ToSwitch: SetPresenceStateArgument<'a> => SetPresenceStateResult<'a>
}

sequence! {
    /// The presence of the user of the device.
    pub struct SetPresenceStateArgument<'a> "SetPresenceStateArgument" {
        device "device": DeviceId<'a>,
        requested_presence_state "requestedPresenceState": PresenceState,
        from_time "fromTime" [0 IMPLICIT]: TimeInfo<'a> = OPTIONAL,
        until_time "untilTime" [1 IMPLICIT]: TimeInfo<'a> = OPTIONAL,
        place "place" [2 IMPLICIT]: OctetString<'a> = OPTIONAL,
        mood "mood" [3 IMPLICIT]: OctetString<'a> = OPTIONAL,
        /// A state in words.
        named_presence_state "namedPresenceState" [4 IMPLICIT]: OctetString<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`SetPresenceState`]; it has nothing to say of its own.
    pub enum SetPresenceStateResult<'a> "SetPresenceStateResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}
