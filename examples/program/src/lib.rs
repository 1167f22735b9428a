//! What the programs have in common besides their configuration files: being told to end, and, with
//! the feature `web`, a listener for their HTTP servers.

mod interruption;
#[cfg(feature = "web")]
mod limited;

pub use interruption::interruption;
#[cfg(feature = "web")]
pub use limited::{Counted, Limited};
