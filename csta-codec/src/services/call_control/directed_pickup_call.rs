//! Directed Pickup Call.
//!
//! The ASN.1 module is `CSTA-directed-pickup-call`.

use crate::types::{
    CallLinkageData, ConnectionId, ConnectionInformation, CorrelatorData, CstaCommonArguments,
    DeviceId, UserData,
};
use crate::{operation, sequence};

operation! {
    /// Takes a call that rings, is held or waits at another device.
    pub DirectedPickupCall "directedPickupCall" = 220, "Directed Pickup Call", ToSwitch: DirectedPickupCallArgument<'a> => DirectedPickupCallResult<'a>
}

sequence! {
    /// The call, and the device that takes it.
    pub struct DirectedPickupCallArgument<'a> "DirectedPickupCallArgument" {
        call_to_be_picked_up "callToBePickedUp": ConnectionId<'a>,
        requesting_device "requestingDevice": DeviceId<'a>,
        correlator_data "correlatorData": CorrelatorData<'a> = OPTIONAL,
        user_data "userData": UserData<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// The connection of the device that has taken it.
    pub struct DirectedPickupCallResult<'a> "DirectedPickupCallResult" {
        picked_call "pickedCall": ConnectionId<'a> = OPTIONAL,
        picked_call_info "pickedCallInfo": ConnectionInformation<'a> = OPTIONAL,
        call_linkage_data "callLinkageData" [1 IMPLICIT]: CallLinkageData<'a> = RARE,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}
