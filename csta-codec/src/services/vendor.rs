//! The manufacturer's own services. Panasonic switches send and take a lot by [`Escape`].
//!
//! The ASN.1 modules are `CSTA-escape-service`, `CSTA-escape-register`,
//! `CSTA-escape-register-abort`, `CSTA-escape-register-cancel` and
//! `CSTA-private-data-version-selection`.

use crate::types::{CstaCommonArguments, CstaPrivateData, CstaSecurityData, EscapeRegisterId};
use crate::{choice, operation, sequence};

operation! {
    /// DOC
    pub Escape "escape" = 51, Either: EscapeArgument<'a> => EscapeResult<'a>
}

sequence! {
    /// DOC
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
    /// DOC
    pub EscapeRegister "escapeRegister" = 365, ToSwitch: EscapeRegisterArgument<'a> => EscapeRegisterResult<'a>
}

choice! {
    /// DOC
    pub enum EscapeRegisterArgument<'a> "EscapeRegisterArgument" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}

sequence! {
    /// DOC
    pub struct EscapeRegisterResult<'a> "EscapeRegisterResult" {
        escape_register_id "escapeRegisterID": EscapeRegisterId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

operation! {
    /// DOC
    pub EscapeRegisterAbort "escapeRegisterAbort" = 366, FromSwitch: EscapeRegisterAbortArgument<'a>
}

sequence! {
    /// DOC
    pub struct EscapeRegisterAbortArgument<'a> "EscapeRegisterAbortArgument" {
        escape_register_id "escapeRegisterID": EscapeRegisterId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

operation! {
    /// DOC
    pub EscapeRegisterCancel "escapeRegisterCancel" = 367, ToSwitch: EscapeRegisterCancelArgument<'a> => EscapeRegisterCancelResult<'a>
}

sequence! {
    /// DOC
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
    /// DOC
    pub PrivateDataVersionSelection "privateDataVersionSelection" = 368, ToSwitch: PrivateDataVersionSelectionArgument => PrivateDataVersionSelectionResult<'a>
}

/// DOC
pub type PrivateDataVersionSelectionArgument = i64;

choice! {
    /// Confirms [`PrivateDataVersionSelection`]; it has nothing to say of its own.
    pub enum PrivateDataVersionSelectionResult<'a> "PrivateDataVersionSelectionResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}
