//! Maintenance events.
//!
//! The ASN.1 module is `CSTA-capability-exchange`.

use crate::{bit_string, sequence};

sequence! {
    /// DOC
    pub struct DeviceMaintEvtsList "DeviceMaintEvtsList" {
        back_in_service "backInService" [0 IMPLICIT]: BackInService = OPTIONAL,
        device_caps_changed "deviceCapsChanged" [1 IMPLICIT]: DeviceCapsChanged = OPTIONAL,
        out_of_service "outOfService" [2 IMPLICIT]: OutOfService = OPTIONAL,
        partially_in_service "partiallyInService" [3 IMPLICIT]: PartiallyInService = OPTIONAL,
    }
}

bit_string! {
    /// DOC
    pub struct BackInService "BackInService" {
        CAUSE "cause" = 0,
        PRIVATE_DATA "privateData" = 1,
    }
}

bit_string! {
    /// DOC
    pub struct DeviceCapsChanged "DeviceCapsChanged" {
        CAUSE "cause" = 0,
        PRIVATE_DATA "privateData" = 1,
    }
}

bit_string! {
    /// DOC
    pub struct OutOfService "OutOfService" {
        CAUSE "cause" = 0,
        PRIVATE_DATA "privateData" = 1,
    }
}

bit_string! {
    /// DOC
    pub struct PartiallyInService "PartiallyInService" {
        CAUSE "cause" = 0,
        PRIVATE_DATA "privateData" = 1,
    }
}
