//! The manufacturer's own events.
//!
//! The ASN.1 module is `CSTA-private-event`.

use crate::sequence;
use crate::types::{CstaPrivateData, CstaSecurityData};

sequence! {
    /// What the manufacturer reports in a form of its own.
    ///
    /// In a monitor filter: [`PRIVATE_EVENT`](crate::types::VendorSpecEventSet::PRIVATE_EVENT).
    pub struct PrivateEvent<'a> "PrivateEvent" {
        security "security": CstaSecurityData<'a> = OPTIONAL,
        private_data "privateData": CstaPrivateData<'a>,
    }
}
