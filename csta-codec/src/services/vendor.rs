//! The manufacturer's own services. Panasonic switches send and take a lot by [`Escape`].
//!
//! The ASN.1 modules are `CSTA-escape-service`, `CSTA-escape-register`,
//! `CSTA-escape-register-abort`, `CSTA-escape-register-cancel` and
//! `CSTA-private-data-version-selection`.

use crate::types::{CstaCommonArguments, CstaPrivateData, CstaSecurityData, EscapeRegisterId};
use crate::{choice, operation, sequence};

operation! {
    /// Carries a private service of the manufacturer, either way.
    pub Escape "escape" = 51, "Escape", Either: EscapeArgument<'a> => EscapeResult<'a>
}

sequence! {
    /// The private data, and the registration by which they are sent.
    pub struct EscapeArgument<'a> "EscapeArgument" {
        escape_register_id "escapeRegisterID": EscapeRegisterId<'a> = OPTIONAL,
        security "security": CstaSecurityData<'a> = OPTIONAL,
        private_data "privateData": CstaPrivateData<'a>,
    }
}

choice! {
    /// Confirms [`Escape`]; it has nothing to say of its own.
    pub enum EscapeResult<'a> "EscapeResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}

operation! {
    /// Registers the application for private services of the switch.
    pub EscapeRegister "escapeRegister" = 365, "Escape Register", ToSwitch: EscapeRegisterArgument<'a> => EscapeRegisterResult<'a>
}

choice! {
    /// Asks to be registered.
    pub enum EscapeRegisterArgument<'a> "EscapeRegisterArgument" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}

sequence! {
    /// By which number the registration is known.
    pub struct EscapeRegisterResult<'a> "EscapeRegisterResult" {
        escape_register_id "escapeRegisterID": EscapeRegisterId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

operation! {
    /// Tells the application that the switch has ended its registration for private services.
    pub EscapeRegisterAbort "escapeRegisterAbort" = 366, "Escape Register Abort", FromSwitch: EscapeRegisterAbortArgument<'a>
}

sequence! {
    /// The registration that has ended.
    pub struct EscapeRegisterAbortArgument<'a> "EscapeRegisterAbortArgument" {
        escape_register_id "escapeRegisterID": EscapeRegisterId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

operation! {
    /// Ends a registration for private services.
    pub EscapeRegisterCancel "escapeRegisterCancel" = 367, "Escape Register Cancel", ToSwitch: EscapeRegisterCancelArgument<'a> => EscapeRegisterCancelResult<'a>
}

sequence! {
    /// The registration to be ended.
    pub struct EscapeRegisterCancelArgument<'a> "EscapeRegisterCancelArgument" {
        escape_register_id "escapeRegisterID": EscapeRegisterId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`EscapeRegisterCancel`]; it has nothing to say of its own.
    pub enum EscapeRegisterCancelResult<'a> "EscapeRegisterCancelResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}

operation! {
    /// Chooses the version of private data.
    pub PrivateDataVersionSelection "privateDataVersionSelection" = 368, "Private Data Version Selection", ToSwitch: PrivateDataVersionSelectionArgument => PrivateDataVersionSelectionResult<'a>
}

/// The version of private data that is to be used from now on.
pub type PrivateDataVersionSelectionArgument = i64;

choice! {
    /// Confirms [`PrivateDataVersionSelection`]; it has nothing to say of its own.
    pub enum PrivateDataVersionSelectionResult<'a> "PrivateDataVersionSelectionResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}
