//! What ends the program before it has said anything of its input.

use std::io;
use std::path::{Path, PathBuf};

/// Why a command cannot be carried out; the exit status is 2.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// What is to be read cannot be.
    #[error("cannot read {}: {source}", .path.display())]
    Input {
        /// The file, or `-` for standard input.
        path: PathBuf,
        /// Why not.
        source: io::Error,
    },
    /// A file that is no capture.
    #[error("{} is no capture in the form of pcap or pcapng", .0.display())]
    NoCapture(PathBuf),
    /// A file that is a capture where it should be messages.
    #[error("{file} is a capture of network traffic: `csta-inspect pcap {file}` reads it", file = .0.display())]
    Capture(PathBuf),
    /// A file that is no log.
    #[error(
        "{} is no log of the protocol, whose lines are a time such as 2026-11-27T12:34:56.789Z, < or >, and octets in hexadecimal; try `csta-inspect decode`", .0.display()
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
