//! The simulated switch, from single calls to sockets.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that goes wrong here fails, as it should"
)]

mod application;
mod basic_call;
mod call_records;
mod csta;
mod device_list;
mod faults;
mod outside_call;
mod panasonic;
mod properties;
mod script;
mod segments;
mod server;
mod support;
mod system;
mod two_calls;
