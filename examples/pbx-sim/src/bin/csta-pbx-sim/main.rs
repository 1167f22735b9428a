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
use error::Error;

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

/// Waits for Ctrl-C, or for the signal by which services are ended.
async fn interrupted() -> Result<(), Error> {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let mut terminate = signal(SignalKind::terminate()).map_err(Error::Signal)?;
        tokio::select! {
            done = tokio::signal::ctrl_c() => done.map_err(Error::Signal),
            _ = terminate.recv() => Ok(()),
        }
    }
    #[cfg(not(unix))]
    tokio::signal::ctrl_c().await.map_err(Error::Signal)
}
