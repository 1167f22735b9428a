//! What can be monitored or addressed: a device or a call.
//!
//! The ASN.1 module is `CSTA-switching-function-objects`.

use crate::choice;
use crate::types::{ConnectionId, DeviceId};

choice! {
    /// A device or a call.
    pub enum CstaObject<'a> "CSTAObject" {
        DeviceObject "deviceObject": DeviceId<'a>,
        /// A call, by a connection in it.
        CallObject "callObject": ConnectionId<'a>,
    }
}
