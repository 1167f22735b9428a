//! Lamps of a telephone.
//!
//! The ASN.1 modules are `CSTA-get-lamp-information`, `CSTA-get-lamp-mode` and
//! `CSTA-set-lamp-mode`.

use crate::types::{
    ButtonId, CstaCommonArguments, DeviceId, LampBrightness, LampColor, LampId, LampMode,
};
use crate::{OctetString, SequenceOf, choice, operation, sequence};

operation! {
    /// DOC
    pub GetLampInformation "getLampInformation" = 265, ToSwitch: GetLampInformationArgument<'a> => GetLampInformationResult<'a>
}

sequence! {
    /// DOC
    pub struct GetLampInformationArgument<'a> "GetLampInformationArgument" {
        device "device": DeviceId<'a>,
        lamp "lamp": LampId<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct GetLampInformationResult<'a> "GetLampInformationResult" {
        lamp_list "lampList": LampList<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct LampListEntry<'a> "LampListEntry" {
        lamp "lamp": LampId<'a>,
        lamp_label "lampLabel" [0 IMPLICIT]: OctetString<'a> = OPTIONAL,
        button "button" [1 IMPLICIT]: ButtonId<'a> = OPTIONAL,
        lamp_color "lampColor": LampColor = OPTIONAL,
    }
}

/// DOC
pub type LampList<'a> = SequenceOf<'a, LampListEntry<'a>>;

operation! {
    /// DOC
    pub GetLampMode "getLampMode" = 266, ToSwitch: GetLampModeArgument<'a> => GetLampModeResult<'a>
}

sequence! {
    /// DOC
    pub struct GetLampModeArgument<'a> "GetLampModeArgument" {
        device "device": DeviceId<'a>,
        lamp "lamp": LampId<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct GetLampModeResult<'a> "GetLampModeResult" {
        lamp_mode_list "lampModeList": LampModeList<'a>,
        lamp "lamp": LampId<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct LampModeListEntry<'a> "LampModeListEntry" {
        lamp "lamp": LampId<'a>,
        lamp_mode "lampMode": LampMode,
        lamp_brightness "lampBrightness" [0 IMPLICIT]: LampBrightness = OPTIONAL,
        lamp_color "lampColor" [1 IMPLICIT]: LampColor = OPTIONAL,
        button "button" [2 IMPLICIT]: ButtonId<'a> = OPTIONAL,
    }
}

/// DOC
pub type LampModeList<'a> = SequenceOf<'a, LampModeListEntry<'a>>;

operation! {
    /// DOC
    pub SetLampMode "setLampMode" = 276, ToSwitch: SetLampModeArgument<'a> => SetLampModeResult<'a>
}

sequence! {
    /// DOC
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
