//! The front on NATS: an application of the multiplexer that publishes what happens, keeps the
//! state of calls, takes requests and collects call records.

mod front;
mod line;
mod numbers;
mod once;
mod publisher;
mod recorder;
mod service;
mod settings;
mod site;
mod values;

pub use front::Front;
pub use settings::{Dial, FrontSettings, Stream};
