//! The identity of a registration for private services.
//!
//! The ASN.1 module is `CSTA-escape-types`.

use crate::{OctetString, newtype};

newtype! {
    /// Names a registration for private services.
    pub struct EscapeRegisterId<'a> "EscapeRegisterID" [CONTEXT 0 EXPLICIT]: OctetString<'a>
}
