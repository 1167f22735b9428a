//! From the events of the switch to call states, without I/O.

mod calls;
mod change;
mod join;
mod learn;
mod report;
mod snapshot;
mod transition;

pub use calls::{Calls, MAX_CALLS, Names};
pub use change::{Change, Reduced, Unused};
pub use snapshot::CallParties;

pub(crate) use report::call_of;
