//! The seeds that are played.

use std::ops::Range;
use std::panic::catch_unwind;

/// Plays seeds, others if `NETWORK_SEEDS` asks for them, and tells which of them fail.
pub(crate) fn each_survives<T>(seeds: Range<u64>, play: fn(u64) -> T) {
    let failed: Vec<_> = asked_for()
        .unwrap_or(seeds)
        .filter(|seed| {
            println!("NETWORK_SEEDS={seed}");
            catch_unwind(|| play(*seed)).is_err()
        })
        .collect();
    assert!(failed.is_empty(), "run again each with NETWORK_SEEDS set to it: {failed:?}");
}

/// The seeds that are asked for: `17`, or `100..5000`.
fn asked_for() -> Option<Range<u64>> {
    let seeds = std::env::var("NETWORK_SEEDS").ok()?;
    let number = |text: &str| text.parse().expect("NETWORK_SEEDS is a number, or two with ..");
    Some(match seeds.split_once("..") {
        Some((first, end)) => number(first)..number(end),
        None => number(&seeds)..number(&seeds) + 1,
    })
}
