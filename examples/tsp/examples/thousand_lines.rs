//! A thousand lines, opened and monitored: how long the start takes beside what its pacing alone
//! prescribes, and how much memory a line takes.
//!
//! ```sh
//! cargo run --release --example thousand_lines
//! ```
//!
//! The simulated PBX is a process of its own, so that its memory is not counted; the two speak over
//! TCP. Memory is what the process has resident, as Linux tells it: elsewhere only time is told.
#![expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "the program sets all of it up itself, and prints what it has measured"
)]

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use pbx_sim::chance::Traffic;
use pbx_sim::{Config, Extension, Simulator, Trunk};
use tsp::{CallState, Notification, ProviderSettings, Registry};

const LINES: usize = 1_000;
const PACING: Duration = Duration::from_millis(10);
/// A line takes two: its monitor is started, and its calls are read.
const REQUESTS: u32 = 2;
const LIMIT: Duration = Duration::from_secs(120);
const TRAFFIC: Duration = Duration::from_secs(20);

fn main() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    match std::env::args().nth(1).as_deref() {
        Some("pbx") => runtime.block_on(pbx()),
        _ => runtime.block_on(measure()),
    }
}

/// The PBX: it tells its address, begins its traffic at the first line that it reads, and ends with
/// its standard input.
async fn pbx() {
    let extension = |number: usize| Extension::new((1_000 + number).to_string(), "");
    let trunks = (1..=200).map(|line: u16| Trunk::new(line.to_string())).collect();
    let config = Config { trunks, ..Config::with_extensions((0..LINES).map(extension)) };
    let simulator = Simulator::start(config, "127.0.0.1:0").await.unwrap();
    println!("{}", simulator.address());
    let wait = || tokio::task::spawn_blocking(|| std::io::stdin().lock().lines().next());
    if wait().await.unwrap().is_some() {
        let traffic =
            Traffic { calls_per_second: 50.0, mean_talk: Duration::from_secs(5), seed: 1 };
        simulator.load(traffic).await.unwrap();
        wait().await.unwrap();
    }
}

fn start_pbx() -> (Child, String) {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .arg("pbx")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let address = BufReader::new(child.stdout.take().unwrap()).lines().next().unwrap().unwrap();
    (child, address)
}

async fn measure() {
    let (mut pbx, address) = start_pbx();
    let before = resident();
    let registry = Registry::new(Default::default());
    let mut settings = ProviderSettings::new(&address);
    settings.pacing = PACING;
    let provider = registry.add(settings).await.unwrap();
    provider.ready(LIMIT).await.unwrap();
    let lines = provider.lines();
    println!("{} lines of {address}", lines.len());

    let begin = Instant::now();
    for line in &lines {
        line.open().await.unwrap();
    }
    for line in &lines {
        line.ready(LIMIT).await.unwrap();
    }
    let took = begin.elapsed();
    let prescribed = PACING * REQUESTS * u32::try_from(lines.len()).unwrap();
    let ratio = took.as_secs_f64() / prescribed.as_secs_f64();
    println!("monitored after {took:.2?}; pacing prescribes {prescribed:.2?}: {ratio:.3} times");
    tell_memory("all open and monitored", before, lines.len());

    // People telephone, 50 calls a second, and everything is followed.
    let mut notifications = registry.notifications();
    std::io::Write::write_all(pbx.stdin.as_mut().unwrap(), b"begin\n").unwrap();
    let until = tokio::time::Instant::now() + TRAFFIC;
    let (mut told, mut begun, mut most) = (0_u64, 0_u64, 0);
    while let Ok(Some(next)) = tokio::time::timeout_at(until, notifications.next()).await {
        told += 1;
        match next {
            Notification::Call(change) => {
                begun += u64::from(change.is_new() && change.call.state == CallState::Dialtone);
            }
            Notification::Lagged { lost } => println!("{lost} notifications were missed"),
            _ => {}
        }
        if told % 256 == 0 {
            most = most.max(provider.status().calls);
        }
    }
    let status = provider.status();
    println!(
        "{TRAFFIC:?} of traffic: {told} notifications, {begun} calls begun at lines, {most} at a \
         time at most, {} events not used, {} lost",
        status.unused_events, status.lost_events
    );
    tell_memory("with traffic", before, lines.len());
    registry.close().await;
    drop(pbx.stdin.take());
    pbx.wait().unwrap();
}

fn tell_memory(when: &str, before: Option<u64>, lines: usize) {
    if let (Some(before), Some(now)) = (before, resident()) {
        let more = now.saturating_sub(before);
        println!("{when}: {} KiB more, {:.1} KiB a line", more, more as f64 / lines as f64);
    }
}

/// The resident memory in KiB.
fn resident() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    line.split_whitespace().next()?.parse().ok()
}
