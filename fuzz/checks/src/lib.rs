//! What has to hold for any input. Each [`Check`] takes octets and panics where something does not
//! hold; the fuzzer looks for octets with which it does, and a test runs each check on its seeds
//! and on what has ever been found.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a check fails by panicking"
)]

mod acse;
mod apdu;
mod assembler;
mod association;
mod capture;
mod config;
mod connection;
mod frame;
mod input;
mod invocations;
mod json;
mod kme;
mod model;
mod multiplexer;
mod mutation;
mod mux_config;
mod normalise;
mod numbers;
mod planner;
mod reducer;
mod seeds;
mod switch;
mod text;
mod tsp_config;
mod typed;
mod value;

pub use mutation::mutate;

/// Something that has to hold.
#[derive(Clone, Copy, Debug)]
pub struct Check {
    /// The name of its fuzz target, of the folder of its seeds and of that of its regressions.
    pub name: &'static str,
    /// What has to hold.
    pub claim: &'static str,
    /// Tries it.
    pub run: fn(&[u8]),
    /// What the fuzzer begins with.
    pub seeds: fn() -> Vec<Vec<u8>>,
}

/// All of them.
pub const CHECKS: &[Check] = &[
    apdu::CHECK,
    typed::CHECK,
    acse::CHECK,
    value::CHECK,
    json::CHECK,
    normalise::CHECK,
    frame::CHECK,
    association::CHECK,
    invocations::CHECK,
    connection::CHECK,
    planner::CHECK,
    kme::CHECK,
    assembler::CHECK,
    model::CHECK,
    switch::CHECK,
    reducer::CHECK,
    multiplexer::CHECK,
    capture::CHECK,
    text::CHECK,
    numbers::CHECK,
    config::CHECK,
    mux_config::CHECK,
    tsp_config::CHECK,
];

impl Check {
    /// The check of a name.
    #[must_use]
    pub fn by_name(name: &str) -> Option<&'static Self> {
        CHECKS.iter().find(|check| check.name == name)
    }
}

/// Runs the check of a name; what a fuzz target does.
///
/// # Panics
///
/// If it does not hold, or there is no such check.
pub fn run(name: &str, octets: &[u8]) {
    (Check::by_name(name).expect("a check of this name").run)(octets);
}
