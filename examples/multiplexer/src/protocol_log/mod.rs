//! Protocol logs on disk, written by a thread of their own.

mod files;
mod health;
mod recorder;
mod rotating;

pub(crate) use recorder::{Log, Recorder};
