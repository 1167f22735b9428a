//! The HTTP API: lines, calls, operations and events, on this computer alone.

mod answers;
mod api;
mod command;
mod events;
mod guard;
mod openapi;
mod problem;
mod schemas;

pub(crate) use command::run;
pub(crate) use openapi::description;
