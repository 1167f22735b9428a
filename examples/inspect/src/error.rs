//! What ends the program before it has said anything of its input.

use std::io;
use std::path::{Path, PathBuf};

/// Why a command cannot be carried out; the exit status is 2.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// What is to be read cannot be.
    #[error("cannot read {}: {source}", shown(.path))]
    Input {
        /// The file, or `-` for standard input.
        path: PathBuf,
        /// Why not.
        source: io::Error,
    },
    /// A capture of more than can be held.
    #[error(
        "{} holds too much: what TCP carries, of all connections or of those with a port, is held in memory, {} MiB at most; name the port by `--port N`, or cut the capture by `editcap -A TIME -B TIME`", shown(.path), .most >> 20
    )]
    TooLarge {
        /// The file, or `-` for standard input.
        path: PathBuf,
        /// How many octets are held at most.
        most: usize,
    },
    /// A file that is no capture.
    #[error("{} is no capture in the form of pcap or pcapng", shown(.0))]
    NoCapture(PathBuf),
    /// A file that is a capture where it should be messages.
    #[error("{} is a capture of network traffic: `csta-inspect pcap {}` reads it", shown(.0), .0.display())]
    Capture(PathBuf),
    /// A file that is no log.
    #[error(
        "{} is no log of the protocol, whose lines are a time such as 2026-11-27T12:34:56.789Z, < or >, and octets in hexadecimal; try `csta-inspect decode`", shown(.0)
    )]
    NoLog(PathBuf),
    /// A name that no type has.
    #[error(
        "no type {0:?}: the names are those of arguments, results and events, which `csta-inspect operations` lists, UniversalFailure and KMESpecificPrivateData"
    )]
    NoType(String),
    /// The output cannot be written.
    #[error("cannot write the output: {0}")]
    Output(#[from] io::Error),
}

impl Error {
    pub(crate) fn input(path: &Path, source: io::Error) -> Self {
        Self::Input { path: path.to_owned(), source }
    }
}

/// How an input is called.
fn shown(path: &Path) -> String {
    match path.to_str() {
        Some("-") => "standard input".to_owned(),
        _ => path.display().to_string(),
    }
}
