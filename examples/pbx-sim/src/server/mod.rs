//! The switch on the network: associations over TCP or any other connection, and real time.

mod accept;
mod actor;
mod condition;
mod connection;
mod pbx;
mod simulator;
mod wire;

pub(crate) use accept::accept;
pub use pbx::{ActError, AddError, Pbx};
pub use simulator::{Simulator, StartError};
pub use wire::Direction;
