//! `csta-inspect` reads CSTA Phase III traffic of Panasonic PBXs: octets in hexadecimal, captures
//! of network traffic, logs, single values.
//!
//! One way through it: text or packets -> octets (`text`, `capture`) -> APDUs (`pieces`) -> what
//! they mean (`message`, `value`) -> JSON (`json_line`), or parts with names (`node`) -> a `tree` to
//! read, or a line of a `timeline`.

mod batch;
mod capture;
mod cli;
mod decode;
mod describe;
mod error;
mod hex;
mod json_line;
mod log;
mod meaning;
mod message;
mod node;
mod operations;
mod pieces;
mod raw;
mod text;
mod timeline;
mod tree;
mod value;

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use clap::Parser;

use crate::cli::{Cli, Command};
use crate::error::Error;

fn main() -> ExitCode {
    match run(&Cli::parse()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        // Who reads the output has seen enough.
        Err(Error::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            // There is no other place to tell it.
            let _ = writeln!(io::stderr(), "csta-inspect: {error}");
            ExitCode::from(2)
        }
    }
}

/// Carries out a command; whether all of the input was understood.
fn run(cli: &Cli) -> Result<bool, Error> {
    let mut out = BufWriter::new(io::stdout().lock());
    let all_understood = match &cli.command {
        Command::Decode(arguments) => decode::run(arguments, &mut out)?,
        Command::Pcap(arguments) => capture::run(arguments, &mut out)?,
        Command::Log(arguments) => log::run(arguments, &mut out)?,
        Command::Type(arguments) => batch::run(arguments, &mut out)?,
        Command::Operations { filter } => operations::run(filter.as_deref(), &mut out)?,
    };
    out.flush()?;
    Ok(all_understood)
}
