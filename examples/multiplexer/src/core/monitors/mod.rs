//! Monitors: one for each device in the switch, shared by all applications that want one.

mod event;
mod filter;
mod key;
mod monitor;
mod outcome;
mod restoration;
mod service;
mod table;

pub(super) use monitor::MonitorId;
pub(super) use table::Monitors;
