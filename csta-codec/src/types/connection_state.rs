//! States of connections.
//!
//! The ASN.1 module is `CSTA-connection-states`.

use crate::types::{ConnectionId, ConnectionInformation, DeviceId};
use crate::{SequenceOf, choice, enumerated, sequence};

choice! {
    /// The device at the end of a connection.
    pub enum ConnectionEndpoint<'a> "ConnectionListEntryEndpoint" {
        DeviceId "deviceID": DeviceId<'a>,
        NotKnown "notKnown",
        /// It must not be shown.
        Restricted "restricted" [1 EXPLICIT],
    }
}

choice! {
    /// The network interface device, such as a trunk, of an outside party.
    pub enum AssociatedNid<'a> "ConnectionListEntryAssociatedNID" {
        DeviceId "deviceID": DeviceId<'a>,
        NotKnown "notKnown",
    }
}

sequence! {
    /// A connection of the new call, and which one it was before.
    pub struct ConnectionListEntry<'a> "ConnectionListEntry" {
        /// Its identifier now; absent for a device that has left.
        new_connection "newConnection" [0 EXPLICIT]: ConnectionId<'a> = OPTIONAL,
        /// Its identifier before the service.
        old_connection "oldConnection" [1 EXPLICIT]: ConnectionId<'a> = OPTIONAL,
        /// The device at its end.
        endpoint "endpoint" [2 EXPLICIT]: ConnectionEndpoint<'a> = OPTIONAL,
        /// The trunk by which an outside device is connected.
        associated_nid "associatedNID" [3 EXPLICIT]: AssociatedNid<'a> = OPTIONAL,
        /// Its media.
        resulting_connection_info "resultingConnectionInfo": ConnectionInformation<'a> = OPTIONAL,
    }
}

/// The connections after a conference or transfer.
pub type ConnectionList<'a> = SequenceOf<'a, ConnectionListEntry<'a>>;

enumerated! {
    /// The state of a connection.
    pub enum LocalConnectionState "LocalConnectionState" [APPLICATION 14 IMPLICIT] {
        /// There is no relation between call and device.
        Null "null" = 0,
        /// The device asks for service: it is off-hook, or prompted to go off-hook.
        Initiated "initiated" = 1,
        /// The call is offered to the device: it rings.
        Alerting "alerting" = 2,
        /// The device takes part in the call.
        Connected "connected" = 3,
        /// The device takes part, but its media are suspended.
        Hold "hold" = 4,
        /// The call waits at the device.
        Queued "queued" = 5,
        /// The call could not get through to the device.
        Fail "fail" = 6,
    }
}
