//! Numbers that describe data calls.
//!
//! The ASN.1 module is `CSTA-data-call-types`.

use crate::SequenceOf;

/// DOC
pub type NumberOfChannels = i64;

/// DOC
pub type MaxChannelBind = i64;

/// DOC
pub type ConnectionRateList<'a> = SequenceOf<'a, i64>;

/// DOC
pub type DelayToleranceList<'a> = SequenceOf<'a, i64>;
