//! What the programs have in common besides their configuration files: being told to end, input of
//! limited size, text that is harmless at a terminal, and, with the feature `web`, a listener for
//! their HTTP servers.

mod harmless;
mod interruption;
#[cfg(feature = "web")]
mod limited;
mod whole;

pub use harmless::harmless;
pub use interruption::interruption;
#[cfg(feature = "web")]
pub use limited::{Counted, Limited};
pub use whole::read_whole;
