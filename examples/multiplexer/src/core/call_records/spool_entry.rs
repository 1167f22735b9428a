//! Reports of call records that wait on disk.

use std::fmt;

use serde::Serialize;

use super::report::{RecordDigest, digests};

/// Names a report of call records in the spool. Later reports have higher numbers, over restarts
/// too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct SpoolId(pub u64);

impl fmt::Display for SpoolId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// What is known of a report in the spool without reading it again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpoolEntry {
    pub(super) id: SpoolId,
    pub(super) octets: usize,
    pub(super) digests: Vec<RecordDigest>,
}

impl SpoolEntry {
    /// What is to be known of a report, of which these are all octets.
    #[must_use]
    pub fn of(id: SpoolId, octets: &[u8]) -> Self {
        Self { id, octets: octets.len(), digests: digests(octets) }
    }

    /// Its name.
    #[must_use]
    pub const fn id(&self) -> SpoolId {
        self.id
    }
}
