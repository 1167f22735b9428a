//! The program around the core: sockets, tasks and times.

mod application;
mod backoff;
mod conversation;
mod hub;
mod listener;
mod notices;
mod outlet;
mod pool;
mod renewal;
mod seating;
mod shared;
mod start;
mod switch;
mod wire;

pub(crate) use hub::Hub;
pub use listener::PortError;
pub use notices::{Recent, Severity};
pub(crate) use shared::{Shared, now};
pub use start::{Multiplexer, StartError};
