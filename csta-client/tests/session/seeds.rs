//! The seeds that are played.

use std::ops::Range;
use std::panic::catch_unwind;

/// Plays the seeds that are asked for, 0 to 99 unless `NETWORK_SEEDS` says otherwise, and tells
/// which of them fail.
pub(crate) fn each_survives<T>(play: fn(u64) -> T) {
    let failed: Vec<_> = asked_for()
        .filter(|seed| {
            println!("NETWORK_SEEDS={seed}");
            catch_unwind(|| play(*seed)).is_err()
        })
        .collect();
    assert!(failed.is_empty(), "run again each with NETWORK_SEEDS set to it: {failed:?}");
}

/// The seeds that are asked for: `17`, or `100..5000`.
fn asked_for() -> Range<u64> {
    let Ok(seeds) = std::env::var("NETWORK_SEEDS") else { return 0..100 };
    let number = |text: &str| text.parse().expect("NETWORK_SEEDS is a number, or two with ..");
    match seeds.split_once("..") {
        Some((first, end)) => number(first)..number(end),
        None => number(&seeds)..number(&seeds) + 1,
    }
}
