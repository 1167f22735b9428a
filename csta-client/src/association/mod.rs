//! The association as a state machine: ACSE alone, for both ends, without I/O and without a clock.

mod event;
mod machine;
mod message;

pub use event::{AssociationEvent, CloseReason};
pub use machine::{Association, AssociationLimits};
pub use message::{Login, Offer, PANASONIC_VERSION};
