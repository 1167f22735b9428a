//! A session: an association that comes back.

mod agenda;
mod builder;
mod conversation;
mod driver;
mod handle;
mod item;
mod outbox;
mod planner;
mod requests;

pub use builder::SessionBuilder;
pub use handle::{Session, SessionStream};
pub use item::{MonitorId, MonitorLoss, SessionItem};
#[cfg(feature = "fuzzing")]
pub use planner::{Step, play};
