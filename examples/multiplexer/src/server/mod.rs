//! The program around the core: sockets, tasks and times.

mod application;
#[cfg(feature = "nats")]
mod bus;
mod conversation;
mod dial;
mod hub;
mod listener;
#[cfg(test)]
mod network;
mod notices;
mod outlet;
mod permission;
mod pool;
mod ready;
mod renewal;
mod seating;
mod shared;
mod start;
mod switch;
mod wire;

#[cfg(feature = "nats")]
pub use bus::BusStartError;
pub(crate) use hub::Hub;
pub use listener::PortError;
pub use notices::Recent;
#[cfg(feature = "nats")]
pub(crate) use permission::{Permit, Wish};
pub(crate) use shared::{Shared, now};
pub use start::{Checked, Multiplexer, StartError};
