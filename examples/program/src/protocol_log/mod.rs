//! Protocol logs on disk, written by a thread of their own.

mod files;
mod health;
mod recorder;
mod rotating;
mod settings;

pub use recorder::{ConnectionLog, Recorder};
pub use settings::{Numbers, ProtocolLogs};
