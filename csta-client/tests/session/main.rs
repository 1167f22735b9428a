//! Sessions against the simulated PBX, over connections in memory and on virtual time.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test may fail that way, and says how it was"
)]

mod behaviour;
mod network;
mod office;
mod restarts;
mod scripted;
mod seeds;
#[path = "../support/mod.rs"]
mod support;
mod view;
mod witness;
