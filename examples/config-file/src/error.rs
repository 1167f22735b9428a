//! Why a configuration file cannot be used.

use std::fmt;
use std::path::{Path, PathBuf};

use crate::MAX_FILE;

/// Why a configuration file cannot be used: where, and what to do.
#[derive(Debug, thiserror::Error)]
pub struct ConfigFileError {
    file: Option<PathBuf>,
    fault: Box<Fault>,
}

/// What is wrong with a configuration file.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Fault {
    /// It cannot be read.
    #[error("cannot be read: {0}")]
    Read(#[from] std::io::Error),
    /// It has more than [`MAX_FILE`] octets.
    #[error("has more than {MAX_FILE} octets: is it a configuration file?")]
    TooLarge,
    /// It is not UTF-8.
    #[error("is not UTF-8: save it as UTF-8")]
    NotUtf8,
    /// It has no version.
    #[error("there is no version: write  version = {expected}  in the first line")]
    NoVersion {
        /// The version that the program reads.
        expected: u32,
    },
    /// It is not TOML, has keys or values that there are not, or they make no sense together.
    #[error("{}{message}", key.as_ref().map_or_else(String::new, |key| format!("{key}: ")))]
    At {
        /// The line, from 1.
        line: usize,
        /// The column in characters, from 1.
        column: usize,
        /// The key, such as `providers[1].address`.
        key: Option<String>,
        /// What is wrong there.
        message: String,
    },
    /// Several things are wrong with its settings, each said with its place.
    #[error("{0}")]
    Settings(String),
}

impl ConfigFileError {
    pub(crate) fn new(file: Option<&Path>, fault: impl Into<Fault>) -> Self {
        Self { file: file.map(Path::to_path_buf), fault: Box::new(fault.into()) }
    }

    /// The file, if it was read from one.
    #[must_use]
    pub fn file(&self) -> Option<&Path> {
        self.file.as_deref()
    }

    /// What is wrong.
    #[must_use]
    pub fn fault(&self) -> &Fault {
        &self.fault
    }

    /// The line in which it is wrong, from 1, where it can be told.
    #[must_use]
    pub fn line(&self) -> Option<usize> {
        match *self.fault {
            Fault::At { line, .. } => Some(line),
            Fault::NoVersion { .. } => Some(1),
            _ => None,
        }
    }
}

impl fmt::Display for ConfigFileError {
    /// As compilers do, so that editors find the place: `FILE:LINE:COLUMN: ` and what is wrong.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = match *self.fault {
            Fault::At { line, column, .. } => Some((line, column)),
            Fault::NoVersion { .. } => Some((1, 1)),
            _ => None,
        };
        match (&self.file, place) {
            (Some(file), Some((line, column))) => write!(f, "{}:{line}:{column}: ", file.display()),
            (Some(file), None) => write!(f, "{}: ", file.display()),
            (None, Some((line, column))) => write!(f, "line {line}, column {column}: "),
            (None, None) => Ok(()),
        }?;
        self.fault.fmt(f)
    }
}
