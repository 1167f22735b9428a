//! Group Pickup Call.
//!
//! The ASN.1 module is `CSTA-group-pickup-call`.

use crate::types::{
    CallLinkageData, ConnectionId, ConnectionInformation, CorrelatorData, CstaCommonArguments,
    DeviceId, UserData,
};
use crate::{operation, sequence};

operation! {
    /// Takes a call that rings at a device of the pickup group.
    pub GroupPickupCall "groupPickupCall" = 221, "Group Pickup Call", ToSwitch: GroupPickupCallArgument<'a> => GroupPickupCallResult<'a>
}

sequence! {
    /// The device that takes the call.
    pub struct GroupPickupCallArgument<'a> "GroupPickupCallArgument" {
        new_destination "newDestination": DeviceId<'a>,
        /// Absent, it is the group of the device.
        pick_group "pickGroup": DeviceId<'a> = OPTIONAL,
        correlator_data "correlatorData": CorrelatorData<'a> = OPTIONAL,
        user_data "userData": UserData<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// The connection of the device that has taken it.
    pub struct GroupPickupCallResult<'a> "GroupPickupCallResult" {
        picked_call "pickedCall": ConnectionId<'a> = OPTIONAL,
        picked_call_info "pickedCallInfo": ConnectionInformation<'a> = OPTIONAL,
        call_linkage_data "callLinkageData" [1 IMPLICIT]: CallLinkageData<'a> = RARE,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}
