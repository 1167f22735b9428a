//! What can be monitored or addressed: a device or a call.
//!
//! The ASN.1 module is `CSTA-switching-function-objects`.

use crate::choice;
use crate::types::{ConnectionId, DeviceId};

choice! {
    /// DOC
    pub enum CstaObject<'a> "CSTAObject" {
        DeviceObject "deviceObject": DeviceId<'a>,
        CallObject "callObject": ConnectionId<'a>,
    }
}
