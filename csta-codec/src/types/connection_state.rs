//! States of connections.
//!
//! The ASN.1 module is `CSTA-connection-states`.

use crate::enumerated;

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
