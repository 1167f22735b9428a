//! The front on NATS: an application of the multiplexer that publishes what happens, keeps the
//! state of calls, takes requests and collects call records.

mod desk;
mod front;
mod late;
mod line;
mod numbers;
mod once;
mod publisher;
mod recorder;
mod service;
mod settings;
mod site;
mod standby;
mod values;

pub use front::Front;
use late::LateRecords;
pub use settings::{Dial, FrontSettings, Stream};
pub(crate) use standby::{BusPart, HandOver, Stand};
