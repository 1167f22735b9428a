//! The switch on the network: associations over TCP or any other connection, and real time.

mod connection;
mod pbx;
mod simulator;

pub use pbx::{ActError, Pbx};
pub use simulator::{Simulator, StartError};
