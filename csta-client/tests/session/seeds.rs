//! The seeds that are played.

use std::ops::Range;
use std::panic::catch_unwind;
use std::sync::Mutex;
use std::thread::{self, available_parallelism};

/// Plays seeds, others if `NETWORK_SEEDS` asks for them, as many at a time as there are processors,
/// and tells which of them fail.
pub(crate) fn each_survives<T>(seeds: Range<u64>, play: fn(u64) -> T) {
    let seeds = Mutex::new(asked_for().unwrap_or(seeds));
    let player = || {
        let mut failed = Vec::new();
        loop {
            let seed = seeds.lock().unwrap().next();
            let Some(seed) = seed else {
                return failed;
            };
            println!("NETWORK_SEEDS={seed}");
            if catch_unwind(|| play(seed)).is_err() {
                failed.push(seed);
            }
        }
    };
    let failed: Vec<_> = thread::scope(|scope| {
        let players = available_parallelism().map_or(1, usize::from);
        let players: Vec<_> = (0..players).map(|_| scope.spawn(player)).collect();
        players.into_iter().flat_map(|player| player.join().unwrap()).collect()
    });
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
