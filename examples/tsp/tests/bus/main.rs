//! The program with the bus in place of PBXs: simulated PBXs with their multiplexers in this process,
//! and a real nats-server.
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stderr,
    reason = "a test may fail that way, and shares a part of what others need"
)]

mod branch;
mod errors;
mod lines;
#[path = "../program/screen.rs"]
mod screen;
#[path = "../program/support.rs"]
mod support;
mod table;
