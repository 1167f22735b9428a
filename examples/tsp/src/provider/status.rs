//! How a provider is.

use std::fmt;
use std::sync::Arc;

use jiff::Timestamp;
use serde::Serialize;

/// Names a provider of a registry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct ProviderId(pub(crate) u32);

impl fmt::Display for ProviderId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// How the link to a PBX is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(tag = "link", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[non_exhaustive]
pub enum LinkState {
    /// The first attempt to connect is under way.
    #[default]
    Connecting,
    /// It is up.
    Up {
        /// Since when.
        since: Timestamp,
    },
    /// It is down; it is tried again.
    Down {
        /// Since when.
        since: Timestamp,
        /// Why.
        why: String,
    },
    /// The provider has been closed.
    Closed,
}

impl LinkState {
    /// Whether it is up.
    #[must_use]
    pub const fn is_up(&self) -> bool {
        matches!(self, Self::Up { .. })
    }
}

/// A provider, as it is.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ProviderStatus {
    /// The provider.
    pub id: ProviderId,
    /// Its name.
    pub name: Arc<str>,
    /// The address of the PBX.
    pub address: String,
    /// How the link is.
    #[serde(flatten)]
    pub link: LinkState,
    /// How the PBX has last said to be, by the name of the state in CSTA.
    pub system_status: Option<String>,
    /// How many lines it has.
    pub lines: usize,
    /// How many of them are open.
    pub open: usize,
    /// How many of those are monitored.
    pub monitored: usize,
    /// How many calls they have.
    pub calls: usize,
    /// How many events of the PBX could not be used: they were unknown, too late or about calls
    /// that are not known.
    pub unused_events: u64,
    /// How many events of the PBX were lost, since they were not taken in in time.
    pub lost_events: u64,
}
