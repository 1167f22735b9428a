//! Protocol logs on disk, written by a thread of their own.

mod files;
mod recorder;

pub(crate) use recorder::{Log, Recorder};
