//! Lamps of a telephone.
//!
//! The ASN.1 modules are `CSTA-get-lamp-information`, `CSTA-get-lamp-mode` and
//! `CSTA-set-lamp-mode`.

use crate::types::{
    ButtonId, CstaCommonArguments, DeviceId, LampBrightness, LampColor, LampId, LampMode,
};
use crate::{OctetString, SequenceOf, choice, operation, sequence};

operation! {
    /// Asks which lamps a telephone has.
    pub GetLampInformation "getLampInformation" = 265, "Get Lamp Information", ToSwitch: GetLampInformationArgument<'a> => GetLampInformationResult<'a>
}

sequence! {
    /// The device, and which lamp; all if absent.
    pub struct GetLampInformationArgument<'a> "GetLampInformationArgument" {
        device "device": DeviceId<'a>,
        lamp "lamp": LampId<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// The lamps.
    pub struct GetLampInformationResult<'a> "GetLampInformationResult" {
        lamp_list "lampList": LampList<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// A lamp of a telephone.
    pub struct LampListEntry<'a> "LampListEntry" {
        lamp "lamp": LampId<'a>,
        lamp_label "lampLabel" [0 IMPLICIT]: OctetString<'a> = OPTIONAL,
        /// The button to which it belongs.
        button "button" [1 IMPLICIT]: ButtonId<'a> = OPTIONAL,
        lamp_color "lampColor": LampColor = OPTIONAL,
    }
}

/// Lamps of a telephone.
pub type LampList<'a> = SequenceOf<'a, LampListEntry<'a>>;

operation! {
    /// Asks how the lamps of a telephone shine.
    pub GetLampMode "getLampMode" = 266, "Get Lamp Mode", ToSwitch: GetLampModeArgument<'a> => GetLampModeResult<'a>
}

sequence! {
    /// The device, and which lamp; all if absent.
    pub struct GetLampModeArgument<'a> "GetLampModeArgument" {
        device "device": DeviceId<'a>,
        lamp "lamp": LampId<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// The lamps and how they shine.
    pub struct GetLampModeResult<'a> "GetLampModeResult" {
        lamp_mode_list "lampModeList": LampModeList<'a>,
        lamp "lamp": LampId<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// A lamp and how it shines.
    pub struct LampModeListEntry<'a> "LampModeListEntry" {
        lamp "lamp": LampId<'a>,
        lamp_mode "lampMode": LampMode,
        lamp_brightness "lampBrightness" [0 IMPLICIT]: LampBrightness = OPTIONAL,
        lamp_color "lampColor" [1 IMPLICIT]: LampColor = OPTIONAL,
        /// The button to which it belongs.
        button "button" [2 IMPLICIT]: ButtonId<'a> = OPTIONAL,
    }
}

/// Lamps of a telephone and how they shine.
pub type LampModeList<'a> = SequenceOf<'a, LampModeListEntry<'a>>;

operation! {
    /// Switches a lamp of a telephone on, off or to blinking.
    pub SetLampMode "setLampMode" = 276, "Set Lamp Mode", ToSwitch: SetLampModeArgument<'a> => SetLampModeResult<'a>
}

sequence! {
    /// The lamp and how it shall shine.
    pub struct SetLampModeArgument<'a> "SetLampModeArgument" {
        device "device": DeviceId<'a>,
        lamp "lamp": LampId<'a>,
        lamp_mode "lampMode": LampMode,
        lamp_brightness "lampBrightness": LampBrightness = OPTIONAL,
        lamp_color "lampColor": LampColor = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`SetLampMode`]; it has nothing to say of its own.
    pub enum SetLampModeResult<'a> "SetLampModeResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}
