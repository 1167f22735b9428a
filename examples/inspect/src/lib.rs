//! Reads CSTA Phase III traffic of Panasonic PBXs: octets in hexadecimal, captures of network
//! traffic, logs, single values. What the program `csta-inspect` does.
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

use std::io::Write;

use crate::cli::Command;

pub use cli::Cli;
pub use error::Error;

/// Carries out a command, and shows what it finds; whether all of the input was understood.
///
/// # Errors
///
/// If the input cannot be read or is of another kind than the command is for, or the output cannot
/// be written.
pub fn run(cli: &Cli, out: &mut dyn Write) -> Result<bool, Error> {
    match &cli.command {
        Command::Decode(arguments) => decode::run(arguments, out),
        Command::Pcap(arguments) => capture::run(arguments, out),
        Command::Log(arguments) => log::run(arguments, out),
        Command::Type(arguments) => batch::run(arguments, out),
        Command::Operations { filter } => Ok(operations::run(filter.as_deref(), out)?),
    }
}
