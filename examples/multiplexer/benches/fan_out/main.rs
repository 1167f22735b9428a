//! What the multiplexer costs beside bare servers that write the same octets to as many sockets.
//!
//! `cargo bench -p csta-mux --bench fan_out` prints a table, with `-- nats` one of subscribers on NATS
//! beside applications; with `-- --test` everything is done once, with `-- 1 1000` for these numbers
//! of applications alone, with `-- 0` for none: what is left are an idle one and a request. Each server is a process of its own, of which the processor time is taken from `/proc`, so
//! that it tells nothing where there is none. The bare servers run with one worker: *direct* writes
//! each message to each socket as it comes, *tasks* has a task and a queue for each socket, which
//! writes all it finds in it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a bench may fail that way, and prints its figures"
)]

mod bare;
mod load;
mod message;
mod nats;
mod process;
mod requests;
mod switch;

use std::rc::Rc;
use std::time::Duration;

use load::{Load, Outcome};
use nats::Nats;
use process::Kind;

/// How many applications, and whether each monitors a device of its own.
const SIZES: [(usize, bool); 5] =
    [(1, false), (10, false), (100, false), (1000, false), (1000, true)];

/// How many messages may be on their way at once.
const WINDOWS: [usize; 2] = [1, 64];

const KINDS: [Kind; 3] = [Kind::Direct, Kind::Tasks, Kind::Multiplexer];

fn main() {
    if let Some(kind) = Kind::of_this_process() {
        return bare::run(kind);
    }
    if switch::is_this_process() {
        return switch::run();
    }
    let is_test = std::env::args().any(|argument| argument == "--test");
    let is_nats = std::env::args().any(|argument| argument == "nats");
    let (mut sizes, rounds, time) = if is_test {
        (vec![(5, false), (5, true)], 1, Duration::from_millis(50))
    } else {
        (SIZES.to_vec(), 5, Duration::from_secs(2))
    };
    let wanted: Vec<_> = std::env::args().filter_map(|own| own.parse::<usize>().ok()).collect();
    sizes.retain(|(size, _)| wanted.is_empty() || wanted.contains(size));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let local = tokio::task::LocalSet::new();
    local.block_on(&runtime, async {
        if is_nats || is_test {
            over_nats(is_test).await;
        }
        if is_nats {
            return;
        }
        println!("| applications | window | server | µs a delivery | x direct | x tasks | last has it after µs | x direct | delivered/s |");
        println!("|---|---|---|---|---|---|---|---|---|");
        for (applications, own) in sizes {
            for window in WINDOWS {
                compare(applications, own, window, rounds, time).await;
            }
        }
        idle(if is_test { 5 } else { 999 }).await;
        requests::compare(is_test).await;
    });
}

/// Measures the servers in turns, so that what else the machine does hits all of them.
async fn compare(applications: usize, own: bool, window: usize, rounds: usize, time: Duration) {
    let mut outcomes = [const { Vec::new() }; KINDS.len()];
    for _ in 0..rounds {
        for (kind, outcomes) in KINDS.into_iter().zip(&mut outcomes) {
            let mut load = Load::new(kind, applications, own).await;
            load.run(window, time / 4).await;
            outcomes.push(load.run(window, time).await);
        }
    }
    let of = |kind: usize, value: fn(&Outcome) -> f64| {
        median(outcomes[kind].iter().map(value).collect())
    };
    let whose = if own { " own" } else { " one" };
    for (index, kind) in KINDS.into_iter().enumerate() {
        let [cpu, latency, rate] =
            [Outcome::cpu_us, Outcome::latency_us, Outcome::rate].map(|value| of(index, value));
        let [direct, tasks] = [of(0, Outcome::cpu_us), of(1, Outcome::cpu_us)];
        let last = of(0, Outcome::latency_us);
        println!(
            "| {applications}{whose} | {window} | {kind:?} | {cpu:.3} | {:.2} | {:.2} | {latency:.0} | {:.2} | {rate:.0} |",
            cpu / direct,
            cpu / tasks,
            latency / last,
        );
    }
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// Measures subscribers on NATS beside applications, in turns.
async fn over_nats(is_test: bool) {
    let Some(nats) = Nats::start().await else { return };
    let nats = Rc::new(nats);
    let (sizes, rounds, time): (&[usize], usize, _) = if is_test {
        (&[5], 1, Duration::from_millis(50))
    } else {
        (&[1, 10, 100, 1000], 5, Duration::from_secs(2))
    };
    println!(
        "\n| subscribers | window | way | csta-mux µs a delivery | nats-server | both | last has it after µs | delivered/s |"
    );
    println!("|---|---|---|---|---|---|---|---|");
    for subscribers in sizes {
        for window in WINDOWS {
            let mut outcomes = [const { Vec::new() }; 2];
            for _ in 0..rounds {
                for (ways, outcomes) in [None, Some(&nats)].into_iter().zip(&mut outcomes) {
                    let kind = ways.map_or(Kind::Multiplexer, |_| Kind::Nats);
                    let mut load = Load::on(kind, ways.cloned(), *subscribers, false).await;
                    load.run(window, time / 4).await;
                    outcomes.push(load.run(window, time).await);
                }
            }
            for (way, outcomes) in ["direct", "NATS"].into_iter().zip(&outcomes) {
                let of = |value: fn(&Outcome) -> f64| median(outcomes.iter().map(value).collect());
                let (cpu, of_nats) = (of(Outcome::cpu_us), of(Outcome::nats_us));
                println!(
                    "| {subscribers} | {window} | {way} | {cpu:.3} | {of_nats:.3} | {:.3} | {:.0} | {:.0} |",
                    cpu + of_nats,
                    of(Outcome::latency_us),
                    of(Outcome::rate),
                );
            }
        }
    }
}

/// What an application takes that is connected, monitors a device and is silent.
async fn idle(applications: usize) {
    let load = Load::new(Kind::Multiplexer, 1, false).await;
    let before = load.server().memory();
    let more = load.connect_more(applications).await;
    let after = load.server().memory();
    println!(
        "\nmemory of an idle application with a monitor: {:.1} KiB",
        (after.saturating_sub(before)) as f64 / applications as f64 / 1024.0
    );
    drop(more);
}
