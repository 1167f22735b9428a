//! States of connections.
//!
//! The ASN.1 module is `CSTA-connection-states`.

use crate::types::{ConnectionId, ConnectionInformation, DeviceId};
use crate::{SequenceOf, choice, enumerated, sequence};

choice! {
    /// DOC
    pub enum ConnectionListEntryEndpoint<'a> "ConnectionListEntryEndpoint" {
        DeviceId "deviceID": DeviceId<'a>,
        NotKnown "notKnown",
        Restricted "restricted" [1 EXPLICIT],
    }
}

choice! {
    /// DOC
    pub enum ConnectionListEntryAssociatedNid<'a> "ConnectionListEntryAssociatedNID" {
        DeviceId "deviceID": DeviceId<'a>,
        NotKnown "notKnown",
    }
}

sequence! {
    /// DOC
    pub struct ConnectionListEntry<'a> "ConnectionListEntry" {
        new_connection "newConnection" [0 EXPLICIT]: ConnectionId<'a> = OPTIONAL,
        old_connection "oldConnection" [1 EXPLICIT]: ConnectionId<'a> = OPTIONAL,
        endpoint "endpoint" [2 EXPLICIT]: ConnectionListEntryEndpoint<'a> = OPTIONAL,
        associated_nid "associatedNID" [3 EXPLICIT]: ConnectionListEntryAssociatedNid<'a> = OPTIONAL,
        resulting_connection_info "resultingConnectionInfo": ConnectionInformation<'a> = OPTIONAL,
    }
}

/// The connections after a conference or transfer.
pub type ConnectionList<'a> = SequenceOf<'a, ConnectionListEntry<'a>>;

enumerated! {
    /// The state of a connection.
    pub enum LocalConnectionState "LocalConnectionState" [APPLICATION 14 IMPLICIT] {
        Null "null" = 0,
        Initiated "initiated" = 1,
        Alerting "alerting" = 2,
        Connected "connected" = 3,
        Hold "hold" = 4,
        Queued "queued" = 5,
        Fail "fail" = 6,
    }
}
