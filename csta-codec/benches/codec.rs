//! Decoding and encoding beside a bare walk over the same elements and beside rasn, in one run, and
//! a table of the ratios behind it.
//!
//! `cargo bench -p csta-codec --bench codec`; `peer/mod.rs` says what each side is. For the table
//! alone: `cargo bench -p csta-codec --bench codec -- ratios`.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::indexing_slicing,
    reason = "a bench may fail, and says what it has measured"
)]

mod contest;
mod peer;

use std::time::Duration;

use contest::Contest;
use criterion::Criterion;

fn main() {
    let mut contests: Vec<Contest> =
        contest::messages().chain(contest::stream::contests()).collect();
    let mut criterion = Criterion::default()
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(2))
        .configure_from_args();
    for contest in &mut contests {
        let mut group = criterion.benchmark_group(&contest.name);
        for (side, work) in &mut contest.sides {
            group.bench_function(side.name(), |bencher| bencher.iter_custom(&mut *work));
        }
        group.finish();
    }
    criterion.final_summary();
    if !std::env::args().any(|argument| argument == "--test") {
        contest::print_ratios(&mut contests);
    }
}
