//! Whether calls to a device are routed by the application.
//!
//! The ASN.1 modules are `CSTA-get-routeing-mode` and `CSTA-set-routeing-mode`.

use crate::types::{CstaCommonArguments, DeviceId};
use crate::{choice, operation, sequence};

operation! {
    /// Asks whether calls to a device are routed by the application.
    pub GetRouteingMode "getRouteingMode" = 311, "Get Routeing Mode", ToSwitch: GetRouteingModeArgument<'a> => GetRouteingModeResult<'a>
}

sequence! {
    /// The device that is asked about.
    pub struct GetRouteingModeArgument<'a> "GetRouteingModeArgument" {
        device "device": DeviceId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// Whether calls to a device are routed by the application.
    pub struct GetRouteingModeResult<'a> "GetRouteingModeResult" {
        routeing_mode "routeingMode": bool,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

operation! {
    /// Sets whether calls to a device are routed by the application.
    pub SetRouteingMode "setRouteingMode" = 318, "Set Routeing Mode", ToSwitch: SetRouteingModeArgument<'a> => SetRouteingModeResult<'a>
}

sequence! {
    /// Whether calls to the device are routed by the application.
    pub struct SetRouteingModeArgument<'a> "SetRouteingModeArgument" {
        device "device": DeviceId<'a>,
        routeing_mode "routeingMode": bool,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`SetRouteingMode`]; it has nothing to say of its own.
    pub enum SetRouteingModeResult<'a> "SetRouteingModeResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}
