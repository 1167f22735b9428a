//! Physical device features: the parts of a telephone are read and set.

mod auditory_apparatus;
mod button;
mod display;
mod hookswitch;
mod lamp;
mod message_waiting;
mod microphone;
mod ringer;
mod speaker;

pub use auditory_apparatus::*;
pub use button::*;
pub use display::*;
pub use hookswitch::*;
pub use lamp::*;
pub use message_waiting::*;
pub use microphone::*;
pub use ringer::*;
pub use speaker::*;
