//! `csta-tsp`: lines and calls of a Panasonic PBX on the command line.

mod cli;
mod command;
mod demo;
mod numbers;
mod show;

use std::process::ExitCode;

use clap::Parser;

#[tokio::main]
async fn main() -> ExitCode {
    let arguments = cli::Arguments::parse();
    tracing_subscriber::fmt()
        .with_writer(std::io::stderr)
        .with_max_level(if arguments.verbose {
            tracing_subscriber::filter::LevelFilter::DEBUG
        } else {
            tracing_subscriber::filter::LevelFilter::WARN
        })
        .init();
    match command::run(arguments).await {
        Ok(code) => code,
        Err(error) => {
            show::error(&*error);
            ExitCode::FAILURE
        }
    }
}
