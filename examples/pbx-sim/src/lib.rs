//! A Panasonic PBX that is not there: telephones, trunk lines and calls, and the CSTA Phase III
//! interface through which an application watches and controls them.
//!
//! - [`model`]: what happens to calls when people, the network and applications act. It knows no
//!   octets.
//! - [`csta`]: the same switch as an application sees it, APDU for APDU.
//! - [`server`]: the same on a TCP port, or on any other connection.

mod config;
pub mod csta;
mod fault;
pub mod model;
pub mod server;

pub use config::{Config, ConfigError, Extension, Link, Network, Outcome, People, Timing, Trunk};
pub use fault::Fault;
pub use server::{ActError, Pbx, Simulator, StartError};

// The example of the README is a test too.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
enum Readme {}
