//! What is logged, and where.

use std::ops::RangeInclusive;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

/// Protocol logs: a file for each connection.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct ProtocolLogs {
    /// Where. The directory is made if there is none. Only files whose names end in `.csta.log` are
    /// counted and removed there.
    pub directory: PathBuf,
    /// What is shown of phone numbers.
    #[serde(default)]
    pub numbers: Numbers,
    /// How long a file becomes, in octets, until the next is begun: 10 MiB, in [`SIZES`](Self::SIZES).
    #[serde(default = "log_size")]
    pub size: u64,
    /// How many files there are in all, the oldest being removed: 100, in
    /// [`FILES`](Self::FILES). Those that are being written stay, also where they are more.
    #[serde(default = "log_files")]
    pub files: usize,
}

impl ProtocolLogs {
    /// How long a file can become, in octets: from 64 KiB to 1 GiB.
    pub const SIZES: RangeInclusive<u64> = 64 << 10..=1 << 30;

    /// How many files there can be: from 2 to 100,000.
    pub const FILES: RangeInclusive<usize> = 2..=100_000;

    /// Logs in a directory, with numbers masked.
    #[must_use]
    pub fn new(directory: impl Into<PathBuf>) -> Self {
        let (directory, numbers) = (directory.into(), Numbers::Masked);
        Self { directory, numbers, size: log_size(), files: log_files() }
    }
}

/// What protocol logs show of phone numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Numbers {
    /// How long they are.
    #[default]
    Masked,
    /// All of them.
    Shown,
}

const fn log_size() -> u64 {
    10 << 20
}

const fn log_files() -> usize {
    100
}
