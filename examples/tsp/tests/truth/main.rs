//! What is known of lines and calls, beside what the simulated PBX knows: with people who
//! telephone by chance, events that are lost and links that break. On virtual time.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may fail that way"
)]

#[path = "../support/cases.rs"]
mod cases;
mod keys;
#[path = "../support/legality.rs"]
mod legality;
mod office;
mod traffic;
