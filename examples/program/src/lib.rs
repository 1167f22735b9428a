//! What the programs have in common besides their configuration files: being told to end, input of
//! limited size, text that is harmless at a terminal; with the feature `cli`, command lines and what
//! is logged; with `web`, a listener for their HTTP servers.

#[cfg(feature = "cli")]
mod command_line;
mod harmless;
mod interruption;
#[cfg(feature = "web")]
mod limited;
#[cfg(feature = "cli")]
mod logging;
mod whole;

#[cfg(feature = "cli")]
pub use command_line::arguments;
pub use harmless::harmless;
pub use interruption::interruption;
#[cfg(feature = "web")]
pub use limited::{Counted, Limited};
#[cfg(feature = "cli")]
pub use logging::{LogLevel, wanted};
pub use whole::read_whole;
