//! The manufacturer's own events.
//!
//! The ASN.1 module is `CSTA-private-event`.

use crate::sequence;
use crate::types::{CstaPrivateData, CstaSecurityData};

sequence! {
    /// DOC
    pub struct PrivateEvent<'a> "PrivateEvent" {
        security "security": CstaSecurityData<'a> = OPTIONAL,
        private_data "privateData": CstaPrivateData<'a>,
    }
}
