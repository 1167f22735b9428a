//! Following the lines of all sites.

use std::fmt;

use async_nats::jetstream::kv::{Operation, Watch};
use futures::StreamExt;

use crate::{BucketError, Bus, LineState, SiteState, bucket, subject};

/// What a [`LineWatch`] tells.
#[derive(Clone, Debug, PartialEq)]
pub enum LineChange {
    /// A line is like this.
    Line(LineState),
    /// A line is no more: its site and device.
    Gone {
        /// The name of the site.
        site: String,
        /// The device.
        device: String,
    },
    /// A site is like this.
    Site(SiteState),
    /// Somebody has taken the site out of the bucket: its name.
    SiteGone(String),
    /// All that was there at the beginning has been told; what follows are changes.
    Present,
    /// A value could not be understood, for instance because it is of a later version: its key and
    /// why.
    Unread {
        /// The key.
        key: String,
        /// Why.
        reason: String,
    },
}

/// Follows the lines of one site or of all: first how they are, then each change, without a gap.
///
/// Between two changes of a line that follow one another fast, the first may be left out.
pub struct LineWatch {
    watch: Watch,
    told: bool,
    next: Option<LineChange>,
}

impl fmt::Debug for LineWatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LineWatch").field("told", &self.told).finish_non_exhaustive()
    }
}

impl LineWatch {
    /// Begins.
    ///
    /// # Errors
    ///
    /// If there is no such bucket, or it cannot be opened or watched.
    pub async fn new(bus: &Bus) -> Result<Self, BucketError> {
        let store = bucket::lines_to_read(bus).await?;
        let watch = store.watch_with_history(">").await.map_err(BucketError::read)?;
        // With nothing there, nothing says so.
        let is_empty = store.status().await.is_ok_and(|status| status.values() == 0);
        let next = is_empty.then_some(LineChange::Present);
        Ok(Self { watch, told: is_empty, next })
    }

    /// The next change; `None` when the connection is closed for good.
    pub async fn next(&mut self) -> Option<Result<LineChange, BucketError>> {
        if let Some(change) = self.next.take() {
            return Some(Ok(change));
        }
        let entry = match self.watch.next().await? {
            Ok(entry) => entry,
            Err(error) => return Some(Err(BucketError::read(error))),
        };
        if !self.told && entry.delta == 0 {
            self.told = true;
            self.next = Some(LineChange::Present);
        }
        Some(Ok(read(&entry.key, entry.operation == Operation::Put, &entry.value)))
    }
}

fn read(key: &str, is_there: bool, value: &[u8]) -> LineChange {
    let Some((site, device)) = key.split_once('.') else {
        if !is_there {
            return LineChange::SiteGone(key.to_owned());
        }
        return match serde_json::from_slice(value) {
            Ok(state) => LineChange::Site(state),
            Err(error) => unread(key, &error),
        };
    };
    if !is_there {
        let device = subject::text(device).unwrap_or_else(|| device.to_owned());
        return LineChange::Gone { site: site.to_owned(), device };
    }
    match serde_json::from_slice(value) {
        Ok(state) => LineChange::Line(state),
        Err(error) => unread(key, &error),
    }
}

fn unread(key: &str, error: &serde_json::Error) -> LineChange {
    LineChange::Unread { key: key.to_owned(), reason: error.to_string() }
}
