//! What the programs have in common besides their configuration files: being told to end.

mod interruption;

pub use interruption::interruption;
