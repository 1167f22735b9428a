//! `csta-pbx-sim`: a simulated Panasonic PBX on a TCP port.

mod board;
mod cli;
mod console;
mod error;
mod files;
mod names;
mod stage;
mod switch;
mod tape;
mod words;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;

use cli::{Arguments, Command, ConfigCommand};

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let Arguments { command, run } = Arguments::parse();
    let done = match command {
        Some(Command::Config(ConfigCommand::Print)) => files::print_config(),
        Some(Command::Config(ConfigCommand::Check { file })) => files::check_config(&file),
        None => match &run.replay {
            Some(file) => tape::replay(file, &run).await,
            None => switch::run(&run).await,
        },
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Whoever closes stderr does not want to read this.
            let _ = writeln!(io::stderr(), "csta-pbx-sim: {error}");
            ExitCode::FAILURE
        }
    }
}
