//! Monitors: how they are named, what they watch and what they leave out.
//!
//! The ASN.1 module is `CSTA-status-reporting`.

use crate::{OctetString, newtype};

newtype! {
    /// Names a monitor. Opaque, though Panasonic switches have been seen to give the device number.
    pub struct MonitorCrossRefId<'a> "MonitorCrossRefID" [APPLICATION 21 IMPLICIT]: OctetString<'a>
}
