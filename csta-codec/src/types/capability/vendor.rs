//! Private services and events.
//!
//! The ASN.1 module is `CSTA-capability-exchange`.

use crate::{BitString, bit_string, sequence};

sequence! {
    /// DOC
    pub struct VendorSpecificServList "VendorSpecificServList" {
        escape_register "escapeRegister" [0 IMPLICIT]: EscapeRegister = OPTIONAL,
        escape_register_cancel "escapeRegisterCancel" [1 IMPLICIT]: EscapeRegisterCancel = OPTIONAL,
        escape_register_abort "escapeRegisterAbort" [2 IMPLICIT]: EscapeRegisterAbort = OPTIONAL,
        escape "escape" [3 IMPLICIT]: Escape = OPTIONAL,
        private_data_version_selection "privateDataVersionSelection" [4 IMPLICIT]: PrivateDataVersionSelection = OPTIONAL,
    }
}

bit_string! {
    /// DOC
    pub struct EscapeRegister "EscapeRegister" {
        PRIVATE_DATA "privateData" = 0,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 1,
    }
}

bit_string! {
    /// DOC
    pub struct EscapeRegisterCancel "EscapeRegisterCancel" {
        PRIVATE_DATA "privateData" = 0,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 1,
    }
}

bit_string! {
    /// DOC
    pub struct EscapeRegisterAbort "EscapeRegisterAbort" {
        PRIVATE_DATA "privateData" = 0,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 1,
    }
}

bit_string! {
    /// DOC
    pub struct Escape "Escape" {
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 0,
        SW_FUNCTION_SUPPORTS_SENDING "swFunctionSupportsSending" = 1,
        SW_FUNCTION_SUPPORTS_RECEIVING "swFunctionSupportsReceiving" = 2,
    }
}

bit_string! {
    /// DOC
    pub struct PrivateDataVersionSelection "PrivateDataVersionSelection" {
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 0,
    }
}

sequence! {
    /// DOC
    pub struct VendorSpecificEvtsList<'a> "VendorSpecificEvtsList" {
        private_event "privateEvent" [0 IMPLICIT]: PrivateEvent<'a> = OPTIONAL,
    }
}

/// DOC
pub type PrivateEvent<'a> = BitString<'a>;
