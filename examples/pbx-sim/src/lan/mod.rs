//! A network in memory that goes wrong: delays, partitions, connections that break and connections
//! that only one end knows of, by seed and on virtual time.
//!
//! [`Lan`] joins hosts by name. A program between two others is a host like they are: it listens,
//! and connects on.

mod carrier;
mod condition;
mod network;

pub use condition::Weather;
pub use network::{Lan, LanListener};
