//! The multiplexer over real sockets.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail that way"
)]

#[path = "../support/mod.rs"]
mod support;

mod end_to_end;
mod faults;
mod login;
mod start;
mod status_page;
