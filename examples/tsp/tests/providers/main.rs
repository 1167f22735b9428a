//! Providers and their lines: which are let in, which lines there are and what they are called, how
//! they come back.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may fail that way"
)]

mod admission;
mod capabilities;
mod healing;
mod loading;
mod numbers;
mod office;
