//! Buttons of a telephone.
//!
//! The ASN.1 modules are `CSTA-button-press`, `CSTA-get-button-information` and
//! `CSTA-set-button-information`.

use crate::types::{ButtonId, CstaCommonArguments, DeviceId, LampId};
use crate::{Ia5String, SequenceOf, choice, operation, sequence};

operation! {
    /// Presses a button of a telephone.
    pub ButtonPress "buttonPress" = 260, "Button Press", ToSwitch: ButtonPressArgument<'a> => ButtonPressResult<'a>
}

sequence! {
    /// The device and the button.
    pub struct ButtonPressArgument<'a> "ButtonPressArgument" {
        device "device": DeviceId<'a>,
        button "button": ButtonId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`ButtonPress`]; it has nothing to say of its own.
    pub enum ButtonPressResult<'a> "ButtonPressResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}

operation! {
    /// Asks what the buttons of a telephone are.
    pub GetButtonInformation "getButtonInformation" = 262, "Get Button Information", ToSwitch: GetButtonInformationArgument<'a> => GetButtonInformationResult<'a>
}

sequence! {
    /// The device, and which button; all if absent.
    pub struct GetButtonInformationArgument<'a> "GetButtonInformationArgument" {
        device "device": DeviceId<'a>,
        button "button": ButtonId<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// The buttons.
    pub struct GetButtonInformationResult<'a> "GetButtonInformationResult" {
        button_list "buttonList": ButtonList<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// A button of a telephone.
    pub struct ButtonListEntry<'a> "ButtonListEntry" {
        button "button": ButtonId<'a>,
        button_label "buttonLabel" [0 IMPLICIT]: Ia5String<'a> = OPTIONAL,
        button_label_settable "buttonLabelSettable" [1 IMPLICIT]: bool = OPTIONAL,
        /// What it does.
        button_function "buttonFunction" [2 IMPLICIT]: Ia5String<'a> = OPTIONAL,
        /// The number it dials, or the device it stands for.
        button_associated_number "buttonAssociatedNumber" [3 IMPLICIT]: DeviceId<'a> = OPTIONAL,
        button_associated_number_settable "buttonAssociatedNumberSettable" [4 IMPLICIT]: bool = OPTIONAL,
        /// Whether it can be pressed.
        button_press_indicator "buttonPressIndicator" [5 IMPLICIT]: bool = OPTIONAL,
        /// Its lamps.
        lamp_list "lampList": SequenceOf<'a, LampId<'a>> = OPTIONAL,
    }
}

/// Buttons of a telephone.
pub type ButtonList<'a> = SequenceOf<'a, ButtonListEntry<'a>>;

operation! {
    /// Sets the label or the number of a button.
    pub SetButtonInformation "setButtonInformation" = 273, "Set Button Information", ToSwitch: SetButtonInformationArgument<'a> => SetButtonInformationResult<'a>
}

sequence! {
    /// The button, and its new label or number.
    pub struct SetButtonInformationArgument<'a> "SetButtonInformationArgument" {
        device "device": DeviceId<'a>,
        button "button": ButtonId<'a>,
        /// 64 characters at most.
        button_label "buttonLabel": Ia5String<'a> = OPTIONAL,
        button_associated_number "buttonAssociatedNumber": DeviceId<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`SetButtonInformation`]; it has nothing to say of its own.
    pub enum SetButtonInformationResult<'a> "SetButtonInformationResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}
