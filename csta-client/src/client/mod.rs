//! The handle that applications use, with its methods by service group.

mod call_associated;
mod call_control;
mod call_records;
mod devices;
mod encoded;
mod handle;
mod logical_device;
mod monitoring;
mod physical_device;
mod snapshot;
mod system;

pub use encoded::EncodedAnswer;
pub use handle::Client;
pub(crate) use handle::read;
