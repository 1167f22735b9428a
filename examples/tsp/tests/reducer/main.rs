//! The reducer takes any events and snapshots in any order.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may fail that way"
)]

#[path = "../support/cases.rs"]
mod cases;
mod chance;
mod chronicle;
mod happening;
#[path = "../support/legality.rs"]
mod legality;
mod rules;
