//! Protocol logs: every frame as a line of text.

mod mask;
mod writer;

pub use writer::{Numbers, ProtocolLog};
