//! Voice unit: messages are played, recorded and edited, speech is recognised.

mod attribute;
mod control;
mod message;
mod recognition;

pub use attribute::*;
pub use control::*;
pub use message::*;
pub use recognition::*;
