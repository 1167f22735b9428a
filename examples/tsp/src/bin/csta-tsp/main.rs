//! `csta-tsp`: lines and calls of Panasonic PBXs, for people, scripts and other programs.

mod branches;
mod capabilities;
mod cdr;
mod cli;
mod command;
mod demo;
mod grammar;
mod lines;
mod numbers;
mod office;
mod perform;
mod serve;
mod shell;
mod show;
mod watch;

use std::process::ExitCode;

use tracing_subscriber::filter::LevelFilter;
use tracing_subscriber::layer::{Layer as _, SubscriberExt as _};
use tracing_subscriber::util::SubscriberInitExt as _;

/// What is said when nothing says where a PBX is.
const NO_PBX: &str = "no PBX is named: give --pbx HOST[:PORT], --bus nats://HOST:PORT, a \
                      configuration with providers by --config FILE, or set CSTA_PBX, CSTA_BUS or \
                      CSTA_CONFIG";

/// Begins to log. What the library for the link says of each attempt to connect the providers say
/// once: its own lines come only where finer ones are wanted.
fn log(level: LevelFilter) {
    let of_link = if level > LevelFilter::INFO { level } else { level.min(LevelFilter::WARN) };
    let wanted = program::wanted(level).with_target("csta_client", of_link);
    let layer = tracing_subscriber::fmt::layer().with_target(false).with_writer(std::io::stderr);
    tracing_subscriber::registry().with(layer.with_filter(wanted)).init();
}

#[tokio::main]
async fn main() -> ExitCode {
    let arguments = program::arguments::<cli::Arguments>();
    log(arguments.log_level().into());
    match command::run(arguments).await {
        Ok(code) => code,
        Err(error) => {
            show::error(&*error);
            ExitCode::FAILURE
        }
    }
}
