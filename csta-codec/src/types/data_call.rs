//! Numbers that describe data calls.
//!
//! The ASN.1 module is `CSTA-data-call-types`.

use crate::SequenceOf;

/// How many channels a call takes or may take.
pub type NumberOfChannels = i64;

/// How many channels can be bound to one call.
pub type MaxChannelBind = i64;

/// The connection rates that are possible.
pub type ConnectionRateList<'a> = SequenceOf<'a, i64>;

/// The delay tolerances that are possible.
pub type DelayToleranceList<'a> = SequenceOf<'a, i64>;
