//! The simulated switch, from single calls to sockets.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that goes wrong here fails, as it should"
)]

mod answering;
mod application;
mod basic_call;
mod call_back;
mod call_records;
mod chance;
mod conference;
mod config_file;
mod csta;
mod csta_features;
mod device_list;
mod faults;
mod groups;
mod joining;
mod lan;
mod outside_call;
mod panasonic;
mod park;
mod pickup;
mod properties;
mod recalls;
mod replay;
mod reports;
mod rules;
mod script;
mod segments;
mod server;
mod services;
mod settings;
mod steps;
mod support;
mod system;
mod twin;
mod two_calls;
mod waiting;
