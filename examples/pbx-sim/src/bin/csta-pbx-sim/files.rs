//! What the program reads and writes besides frames.

use std::fs::File;
use std::io::{self, Write};
use std::path::Path;

use pbx_sim::Config;
use pbx_sim::replay::Recording;
use pbx_sim::script::Script;
use program::read_whole;

use crate::error::Error;

/// The scenario that is built in.
const SCENARIO: &str = include_str!("../../../scenarios/office.txt");

/// How many octets are read of a script.
const LONGEST_SCRIPT: u64 = 16 << 20;

/// How many octets are read of a recording: days of a busy switch.
const LONGEST_RECORDING: u64 = 256 << 20;

fn read(file: &Path, most: u64) -> Result<String, Error> {
    let failed = |source| Error::File { file: file.to_owned(), source };
    let octets = File::open(file).and_then(|opened| read_whole(opened, most)).map_err(failed)?;
    String::from_utf8(octets).map_err(|error| {
        let offset = error.utf8_error().valid_up_to();
        let reason = format!("it is no text: octet {offset} is not UTF-8");
        failed(io::Error::new(io::ErrorKind::InvalidData, reason))
    })
}

pub(crate) fn script(file: &Path) -> Result<Script, Error> {
    let failed = |source| Error::Script { file: file.to_owned(), source };
    read(file, LONGEST_SCRIPT)?.parse().map_err(failed)
}

pub(crate) fn scenario() -> Result<Script, Error> {
    let failed = |source| Error::Script { file: "scenario".into(), source };
    SCENARIO.parse().map_err(failed)
}

pub(crate) fn recording(file: &Path) -> Result<Recording, Error> {
    let failed = |source| Error::Recording { file: file.to_owned(), source };
    read(file, LONGEST_RECORDING)?.parse().map_err(failed)
}

pub(crate) fn config(file: &Path) -> Result<Config, Error> {
    Ok(Config::load(file)?)
}

pub(crate) fn check_config(file: &Path) -> Result<(), Error> {
    config(file)?;
    print(&format!("{}: good\n", file.display()))
}

pub(crate) fn print_config() -> Result<(), Error> {
    print(Config::DEFAULT_FILE)
}

fn print(text: &str) -> Result<(), Error> {
    io::stdout().lock().write_all(text.as_bytes()).map_err(Error::Output)
}
