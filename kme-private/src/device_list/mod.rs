//! The dialogue by which a switch tells its devices.

mod assembler;
mod dialogue;
mod limits;
mod list;

pub use assembler::{AcknowledgeError, DeviceListAssembler, DialogueId, StartError, Taken};
pub use limits::DeviceListLimits;
pub use list::{Completeness, DeviceList, DeviceListError, DeviceListOutcome};
