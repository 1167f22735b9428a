//! The site as a whole: who holds the PBX, and how events are numbered.

use std::collections::BTreeSet;
use std::time::Duration;

use bus::{BucketError, Bus, SCHEMA, Said, Site, SiteState, bucket, subject};
use futures::TryStreamExt;
use jiff::Timestamp;
use tokio::time::sleep;

/// How many numbers are reserved at once. As many can be left out when another multiplexer takes
/// over.
const RESERVED: u64 = 1024;

/// How long to wait when the bucket could not be read.
const PAUSE: Duration = Duration::from_millis(250);

/// How events are numbered. Numbers are reserved in the bucket before they are used, so that whoever
/// takes over goes on behind them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Numbering {
    last: u64,
    first: u64,
    reserved: u64,
}

impl Numbering {
    /// Goes on behind the numbers that were reserved.
    pub(super) const fn behind(reserved: u64) -> Self {
        Self { last: reserved, first: reserved + 1, reserved: reserved + RESERVED }
    }

    /// The next number, and the one before if this multiplexer has given it.
    pub(super) const fn next(&mut self) -> (u64, Option<u64>) {
        self.last += 1;
        let previous = if self.last == self.first { None } else { Some(self.last - 1) };
        (self.last, previous)
    }

    pub(super) const fn last(&self) -> u64 {
        self.last
    }

    pub(super) const fn reserved(&self) -> u64 {
        self.reserved
    }

    /// Reserves more when half of it is used up. Returns whether that is to be written.
    pub(super) const fn reserve(&mut self) -> bool {
        let is_low = self.last + RESERVED / 2 >= self.reserved;
        if is_low {
            self.reserved = self.last + RESERVED;
        }
        is_low
    }
}

/// What the multiplexers before have left in the bucket.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Left {
    /// Up to where events have been numbered.
    pub(super) reserved: u64,
    /// The keys of lines.
    pub(super) lines: BTreeSet<String>,
}

/// Waits until it is known what has been left of a site.
pub(super) async fn left(bus: &Bus, site: &Site) -> Left {
    let mut said = Said::default();
    loop {
        match read(bus, site).await {
            Ok(left) => return left,
            Err(error) => {
                let error = error.to_string();
                if bus.is_connected() && said.is_news(&error) {
                    tracing::warn!(%site, %error, "the state of the site cannot be read");
                }
            }
        }
        sleep(PAUSE).await;
    }
}

async fn read(bus: &Bus, site: &Site) -> Result<Left, BucketError> {
    let store = bucket::lines(bus).await?;
    let value = store.get(subject::site_key(site)).await.map_err(BucketError::read)?;
    let state = value.map(|value| serde_json::from_slice::<SiteState>(&value)).transpose();
    let reserved = state.map_err(BucketError::Value)?.map_or(0, |state| state.reserved);
    // Asked for and answered, unlike a list of keys, which has no end while others write.
    let filter = subject::line_changes(site);
    let listed = store.stream.info_with_subjects(filter).await.map_err(BucketError::read)?;
    let listed: Vec<(String, usize)> = listed.try_collect().await.map_err(BucketError::read)?;
    let key = |subject: &str| subject.strip_prefix(&store.prefix).map(str::to_owned);
    let lines = listed.iter().filter_map(|(subject, _)| key(subject)).collect();
    Ok(Left { reserved, lines })
}

/// What is published of the site.
#[derive(Clone, Debug)]
pub(super) struct SiteView {
    pub(super) site: Site,
    pub(super) holder: String,
    pub(super) since: Timestamp,
    pub(super) linked: bool,
    pub(super) reason: Option<String>,
}

impl SiteView {
    pub(super) fn state(&self, reserved: u64, missed: u64, waiting: u64) -> SiteState {
        SiteState {
            version: SCHEMA,
            site: self.site.clone(),
            holder: self.holder.clone(),
            since: Some(self.since),
            time: Timestamp::now(),
            linked: self.linked,
            reason: self.reason.clone(),
            reserved,
            missed,
            call_records_waiting: waiting,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_go_on_behind_those_that_were_reserved_and_none_is_used_twice() {
        let mut one = Numbering::behind(0);
        let (mut written, mut used) = (one.reserved(), 0);
        for number in 1..5000 {
            assert_eq!(one.next(), (number, (number > 1).then(|| number - 1)));
            if one.reserve() {
                written = one.reserved();
            }
            used = number;
            assert!(used <= written);
        }
        let mut other = Numbering::behind(written);
        let (next, previous) = other.next();
        assert!(next > used);
        assert_eq!(previous, None);
    }
}
