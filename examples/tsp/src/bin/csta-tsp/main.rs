//! `csta-tsp`: lines and calls of Panasonic PBXs, for people, scripts and other programs.

mod branches;
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

use clap::Parser;
use tracing_subscriber::filter::LevelFilter;

/// What is said when nothing says where a PBX is.
const NO_PBX: &str = "no PBX is named: give --pbx HOST[:PORT], --bus nats://HOST:PORT, a \
                      configuration with providers by --config FILE, or set CSTA_PBX, CSTA_BUS or \
                      CSTA_CONFIG";

#[tokio::main]
async fn main() -> ExitCode {
    let arguments = cli::Arguments::parse();
    let level = if arguments.global.verbose { LevelFilter::DEBUG } else { LevelFilter::ERROR };
    tracing_subscriber::fmt().with_writer(std::io::stderr).with_max_level(level).init();
    match command::run(arguments).await {
        Ok(code) => code,
        Err(error) => {
            show::error(&*error);
            ExitCode::FAILURE
        }
    }
}
