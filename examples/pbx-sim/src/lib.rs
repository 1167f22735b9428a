//! A Panasonic PBX that is not there: telephones, trunk lines and calls, and the CSTA Phase III
//! interface through which an application watches and controls them.
//!
//! - [`model`]: what happens to calls when people, the network and applications act. It knows no
//!   octets.
//! - [`csta`]: the same switch as an application sees it, APDU for APDU.
//! - [`server`]: the same on a TCP port, or on any other connection.
//! - [`replay`]: traffic that was recorded, played again.
//! - [`lan`]: a network in memory that goes wrong, for tests of whatever speaks to the switch.
//! - [`script`]: what happens, said in sentences; [`chance`]: what happens by chance.

pub mod chance;
mod config;
pub mod csta;
mod fault;
pub mod lan;
pub mod model;
pub mod replay;
pub mod script;
pub mod server;

pub use config::{
    Config, ConfigError, ConfigFileError, Extension, Group, GroupKind, Link, Model, Network,
    Outcome, People, PickupGroup, Records, Service, Sizes, Timing, Trunk,
};
pub use config_file::time::parse_time;
pub use fault::Fault;
pub use server::{ActError, AddError, Pbx, Simulator, StartError};

// The example of the README is a test too.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
enum Readme {}

// What the documentation of the repository shows, too: this is a place in which all of it is at hand.
#[cfg(doctest)]
#[doc = include_str!("../../../docs/client-in-fifty-lines.md")]
enum ClientInFiftyLines {}
