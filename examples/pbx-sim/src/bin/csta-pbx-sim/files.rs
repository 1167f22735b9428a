//! What the program reads and writes besides frames.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use pbx_sim::Config;
use pbx_sim::replay::Recording;
use pbx_sim::script::Script;

use crate::error::Error;

/// The scenario that is built in.
const SCENARIO: &str = include_str!("../../../scenarios/office.txt");

fn read(file: &Path) -> Result<String, Error> {
    let failed = |source| Error::File { file: file.to_owned(), source };
    fs::read_to_string(file).map_err(failed)
}

pub(crate) fn script(file: &Path) -> Result<Script, Error> {
    let failed = |source| Error::Script { file: file.to_owned(), source };
    read(file)?.parse().map_err(failed)
}

pub(crate) fn scenario() -> Result<Script, Error> {
    let failed = |source| Error::Script { file: "scenario".into(), source };
    SCENARIO.parse().map_err(failed)
}

pub(crate) fn recording(file: &Path) -> Result<Recording, Error> {
    let failed = |source| Error::Recording { file: file.to_owned(), source };
    read(file)?.parse().map_err(failed)
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
