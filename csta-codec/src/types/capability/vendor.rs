//! Private services and events.
//!
//! The ASN.1 module is `CSTA-capability-exchange`.

use crate::{BitString, bit_string, sequence};

sequence! {
    /// The supported private services.
    pub struct VendorSpecificServList "VendorSpecificServList" {
        escape_register "escapeRegister" [0 IMPLICIT]: EscapeRegister = OPTIONAL,
        escape_register_cancel "escapeRegisterCancel" [1 IMPLICIT]: EscapeRegisterCancel = OPTIONAL,
        escape_register_abort "escapeRegisterAbort" [2 IMPLICIT]: EscapeRegisterAbort = OPTIONAL,
        escape "escape" [3 IMPLICIT]: Escape = OPTIONAL,
        private_data_version_selection "privateDataVersionSelection" [4 IMPLICIT]: PrivateDataVersionSelection = OPTIONAL,
    }
}

bit_string! {
    /// What the switch supports of [Escape Register](crate::services::EscapeRegister).
    pub struct EscapeRegister "EscapeRegister" {
        PRIVATE_DATA "privateData" = 0,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 1,
    }
}

bit_string! {
    /// What the switch supports of [Escape Register Cancel](crate::services::EscapeRegisterCancel).
    pub struct EscapeRegisterCancel "EscapeRegisterCancel" {
        PRIVATE_DATA "privateData" = 0,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 1,
    }
}

bit_string! {
    /// What the switch tells by [Escape Register Abort](crate::services::EscapeRegisterAbort).
    pub struct EscapeRegisterAbort "EscapeRegisterAbort" {
        PRIVATE_DATA "privateData" = 0,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 1,
    }
}

bit_string! {
    /// What the switch supports of [Escape](crate::services::Escape).
    pub struct Escape "Escape" {
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 0,
        SW_FUNCTION_SUPPORTS_SENDING "swFunctionSupportsSending" = 1,
        SW_FUNCTION_SUPPORTS_RECEIVING "swFunctionSupportsReceiving" = 2,
    }
}

bit_string! {
    /// What the switch supports of [Private Data Version
    /// Selection](crate::services::PrivateDataVersionSelection).
    pub struct PrivateDataVersionSelection "PrivateDataVersionSelection" {
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 0,
    }
}

sequence! {
    /// The supported private events.
    pub struct VendorSpecificEvtsList<'a> "VendorSpecificEvtsList" {
        private_event "privateEvent" [0 IMPLICIT]: PrivateEvent<'a> = OPTIONAL,
    }
}

/// What the switch tells in [Private](crate::events::PrivateEvent) events.
pub type PrivateEvent<'a> = BitString<'a>;
