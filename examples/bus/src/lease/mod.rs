//! The lease: which of several multiplexers holds the PBX.

mod driver;
mod machine;
mod settings;
mod types;

pub use driver::{LeaseHandle, LeaseSignal, LeaseSignals, LeaseStatus, keep_lease};
pub use machine::Lease;
pub use settings::{LeaseSettings, Preference};
pub use types::{Entry, LeaseAnswer, LeaseHolding, LeaseOperation, LeaseOutput, LetGo};
