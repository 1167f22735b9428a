//! What is in the spool, and what is on the way into it.

use std::collections::{BTreeMap, VecDeque};
use std::time::{Duration, Instant};

use bytes::Bytes;
use csta_codec::rose::InvokeId;
use rustc_hash::FxHashMap;

use super::report::{RecordDigest, Sifted};
use super::{SpoolEntry, SpoolId};
use crate::core::clock::after;

/// How long after a failure it is tried again to make a report durable.
const RETRY_AFTER: Duration = Duration::from_secs(5);
/// How many reports of the switch may wait to be confirmed. It has been seen to send one at a time.
const MAX_UNCONFIRMED: usize = 64;
/// Fillings of which people are told, in percent.
const WARNINGS: [usize; 3] = [50, 75, 90];

/// The reports that are kept, and the records that have been kept lately.
#[derive(Debug, Default)]
pub(super) struct Spool {
    /// How long each is.
    reports: BTreeMap<SpoolId, usize>,
    octets: usize,
    /// Those that are not durable yet.
    on_the_way: BTreeMap<SpoolId, OnTheWay>,
    /// When those that could not be made durable are tried again, the next first.
    retries: VecDeque<(Instant, SpoolId)>,
    last: u64,
    /// Records by what they are known, and in which report they are or were.
    known: FxHashMap<RecordDigest, SpoolId>,
    /// The same, the oldest first.
    remembered: VecDeque<RecordDigest>,
    /// Reports of the switch, and what has to be durable before each is confirmed.
    unconfirmed: Vec<(InvokeId, Vec<SpoolId>)>,
    /// The highest filling of which people have been told.
    warned: usize,
    /// Why reports are left to the switch, if they are.
    left: Option<Left>,
}

#[derive(Debug)]
struct OnTheWay {
    octets: Bytes,
    has_failed: bool,
}

/// Why a report is left to the switch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Left {
    /// There is no room.
    Full,
    /// So many wait to be confirmed already.
    Unconfirmed(usize),
}

/// Of what people are to be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Filling {
    Percent(usize),
    Left(Left),
}

/// What becomes of a report of the switch.
#[derive(Debug)]
pub(super) enum Taken {
    /// It is confirmed at once.
    Durable,
    /// When what is on the way is durable.
    OnTheWay(Option<(SpoolId, Bytes)>),
    Left(Left),
}

impl Spool {
    pub(super) fn recover(&mut self, entries: Vec<SpoolEntry>, remembered: usize) {
        for SpoolEntry { id, octets, digests } in entries {
            self.octets += octets;
            self.octets -= self.reports.insert(id, octets).unwrap_or(0);
            self.last = self.last.max(id.0);
            self.remember(digests, id, remembered);
        }
    }

    pub(super) fn is_known(&self, digest: &RecordDigest) -> bool {
        self.known.contains_key(digest)
    }

    /// Takes a report of the switch.
    pub(super) fn take(
        &mut self,
        invoke_id: InvokeId,
        sifted: Sifted,
        limit: usize,
        remembered: usize,
    ) -> Taken {
        let known = sifted.known.iter().filter_map(|digest| self.known.get(digest)).copied();
        let mut wanted: Vec<_> = known.filter(|id| self.on_the_way.contains_key(id)).collect();
        if wanted.is_empty() && sifted.octets.is_none() {
            return Taken::Durable;
        }
        if self.unconfirmed.len() >= MAX_UNCONFIRMED {
            return Taken::Left(Left::Unconfirmed(MAX_UNCONFIRMED));
        }
        let length = sifted.octets.as_ref().map_or(0, Bytes::len);
        if length > 0 && self.octets + length > limit {
            return Taken::Left(Left::Full);
        }
        let fresh = sifted.octets.map(|octets| {
            self.last += 1;
            let id = SpoolId(self.last);
            self.on_the_way.insert(id, OnTheWay { octets: octets.clone(), has_failed: false });
            self.reports.insert(id, length);
            self.octets += length;
            self.remember(sifted.fresh, id, remembered);
            wanted.push(id);
            (id, octets)
        });
        // When it comes again, the last one is confirmed.
        self.unconfirmed.retain(|(other, _)| *other != invoke_id);
        self.unconfirmed.push((invoke_id, wanted));
        Taken::OnTheWay(fresh)
    }

    /// A report is durable: the reports of the switch that can be confirmed now.
    pub(super) fn spooled(&mut self, id: SpoolId) -> Vec<InvokeId> {
        self.on_the_way.remove(&id);
        for (_, wanted) in &mut self.unconfirmed {
            wanted.retain(|other| *other != id);
        }
        self.unconfirmed.extract_if(.., |(_, wanted)| wanted.is_empty()).map(|(id, _)| id).collect()
    }

    /// A report could not be made durable. Returns whether that is the first time.
    pub(super) fn failed(&mut self, now: Instant, id: SpoolId) -> bool {
        let Some(on_the_way) = self.on_the_way.get_mut(&id) else {
            return false;
        };
        self.retries.push_back((after(now, RETRY_AFTER), id));
        !std::mem::replace(&mut on_the_way.has_failed, true)
    }

    /// What is to be made durable once more, since it is time.
    pub(super) fn due(&mut self, now: Instant) -> Vec<(SpoolId, Bytes)> {
        let count = self.retries.partition_point(|(due, _)| *due <= now);
        self.tried_again(count)
    }

    /// What is to be made durable once more, since there is room.
    pub(super) fn try_again(&mut self) -> Vec<(SpoolId, Bytes)> {
        self.tried_again(self.retries.len())
    }

    fn tried_again(&mut self, count: usize) -> Vec<(SpoolId, Bytes)> {
        let ids = self.retries.drain(..count).map(|(_, id)| id);
        ids.filter_map(|id| Some((id, self.on_the_way.get(&id)?.octets.clone()))).collect()
    }

    pub(super) fn poll_timeout(&self) -> Option<Instant> {
        self.retries.front().map(|(due, _)| *due)
    }

    /// Removes a report; `false` if there is none.
    pub(super) fn remove(&mut self, id: SpoolId) -> bool {
        let removed = self.reports.remove(&id);
        self.octets -= removed.unwrap_or(0);
        self.on_the_way.remove(&id);
        removed.is_some()
    }

    /// The switch has gone: it does not wait for confirmations any more.
    pub(super) fn forget_unconfirmed(&mut self) {
        self.unconfirmed.clear();
    }

    /// The oldest report that can be read.
    pub(super) fn first(&self) -> Option<SpoolId> {
        self.reports.keys().find(|id| !self.on_the_way.contains_key(id)).copied()
    }

    /// The newest report that can be read.
    pub(super) fn last(&self) -> Option<SpoolId> {
        self.reports.keys().rev().find(|id| !self.on_the_way.contains_key(id)).copied()
    }

    pub(super) const fn octets(&self) -> usize {
        self.octets
    }

    pub(super) fn durable(&self) -> usize {
        self.reports.len() - self.on_the_way()
    }

    pub(super) fn on_the_way(&self) -> usize {
        self.on_the_way.len()
    }

    /// Of which filling people are to be told, each once on the way up.
    pub(super) fn filling(&mut self, limit: usize, left: Option<Left>) -> Option<Filling> {
        let percent = self.octets.saturating_mul(100) / limit.max(1);
        let reached = WARNINGS.into_iter().rev().find(|mark| percent >= *mark).unwrap_or(0);
        let told = std::mem::replace(&mut self.warned, reached);
        let left_before = std::mem::replace(&mut self.left, left);
        if let Some(left) = left {
            return (left_before != Some(left)).then_some(Filling::Left(left));
        }
        (reached > told).then_some(Filling::Percent(percent))
    }

    fn remember(&mut self, digests: Vec<RecordDigest>, id: SpoolId, remembered: usize) {
        for digest in digests {
            if self.known.insert(digest, id).is_none() {
                self.remembered.push_back(digest);
            }
        }
        while self.remembered.len() > remembered
            && let Some(oldest) = self.remembered.pop_front()
        {
            self.known.remove(&oldest);
        }
    }
}
