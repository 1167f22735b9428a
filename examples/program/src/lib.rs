//! What the programs have in common besides their configuration files: being told to end; with the
//! feature `cli`, what is logged; with `web`, a listener for their HTTP servers.

mod interruption;
#[cfg(feature = "web")]
mod limited;
#[cfg(feature = "cli")]
mod logging;

pub use interruption::interruption;
#[cfg(feature = "web")]
pub use limited::{Counted, Limited};
#[cfg(feature = "cli")]
pub use logging::wanted;
