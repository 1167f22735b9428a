//! CSTA Phase III associations.

mod association;
mod frame;
mod invocation;

pub use association::{
    Association, AssociationEvent, AssociationLimits, CloseReason, Login, Offer, PANASONIC_VERSION,
};
pub use frame::{DEFAULT_SEND_LIMIT, FrameCodec, FrameError, MAX_APDU};
pub use invocation::{Invocations, MAX_INVOKE_ID};
