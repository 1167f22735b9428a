//! The identity of a data collection.
//!
//! The ASN.1 module is `CSTA-data-collection`.

use crate::OctetString;

/// Names a data collection.
pub type DcollCrossRefId<'a> = OctetString<'a>;
