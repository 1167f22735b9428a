//! Numbers and times of messages.
//!
//! The ASN.1 module is `CSTA-security`.

use crate::{GeneralizedTime, OctetString, choice, sequence};

sequence! {
    /// A number and a time, against messages that are lost or played again.
    pub struct CstaSecurityData<'a> "CSTASecurityData" {
        message_sequence_number "messageSequenceNumber" [0 IMPLICIT]: i64 = OPTIONAL,
        timestamp "timestamp": TimeInfo<'a> = OPTIONAL,
        security_info "securityInfo": SecurityInfo<'a> = OPTIONAL,
    }
}

choice! {
    /// Security data of the manufacturer.
    pub enum SecurityInfo<'a> "SecurityInfo" {
        String "string": OctetString<'a>,
        Private "private",
    }
}

/// A point in time.
pub type TimeInfo<'a> = GeneralizedTime<'a>;
