//! Each operation of the driver's table, with real calls in a simulated PBX over TCP: the states on
//! all lines concerned, and what is said when it cannot be done.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may fail that way"
)]

mod basic;
mod completion;
mod conference;
mod data;
mod desk;
mod digits;
mod forwarding;
mod pickup;
mod transfer;
mod twin;
