//! Maintenance events.
//!
//! The ASN.1 module is `CSTA-capability-exchange`.

use crate::{bit_string, sequence};

sequence! {
    /// The supported maintenance events.
    pub struct DeviceMaintEvtsList "DeviceMaintEvtsList" {
        back_in_service "backInService" [0 IMPLICIT]: BackInService = OPTIONAL,
        device_caps_changed "deviceCapsChanged" [1 IMPLICIT]: DeviceCapsChanged = OPTIONAL,
        out_of_service "outOfService" [2 IMPLICIT]: OutOfService = OPTIONAL,
        partially_in_service "partiallyInService" [3 IMPLICIT]: PartiallyInService = OPTIONAL,
    }
}

bit_string! {
    /// What the switch tells in [Back In Service](crate::events::BackInServiceEvent) events.
    pub struct BackInService "BackInService" {
        CAUSE "cause" = 0,
        PRIVATE_DATA "privateData" = 1,
    }
}

bit_string! {
    /// What the switch tells in [Device Caps Changed](crate::events::DeviceCapsChangedEvent)
    /// events.
    pub struct DeviceCapsChanged "DeviceCapsChanged" {
        CAUSE "cause" = 0,
        PRIVATE_DATA "privateData" = 1,
    }
}

bit_string! {
    /// What the switch tells in [Out Of Service](crate::events::OutOfServiceEvent) events.
    pub struct OutOfService "OutOfService" {
        CAUSE "cause" = 0,
        PRIVATE_DATA "privateData" = 1,
    }
}

bit_string! {
    /// What the switch tells in [Partially In Service](crate::events::PartiallyInServiceEvent)
    /// events.
    pub struct PartiallyInService "PartiallyInService" {
        CAUSE "cause" = 0,
        PRIVATE_DATA "privateData" = 1,
    }
}
