//! The program, as a person or another program runs it, against a simulated PBX in this process.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stderr,
    reason = "a test may fail that way"
)]

mod call_records;
mod commands;
mod configuration;
mod http;
mod lists;
mod login;
mod screen;
mod support;
mod terminal;
