//! A Panasonic PBX that is not there: telephones, trunk lines and calls, and the CSTA Phase III
//! interface through which an application watches and controls them.
//!
//! - [`model`]: what happens to calls when people, the network and applications act. It knows no
//!   octets.

mod config;
pub mod model;

pub use config::{Config, ConfigError, Extension, Link, Network, Outcome, People, Timing, Trunk};
