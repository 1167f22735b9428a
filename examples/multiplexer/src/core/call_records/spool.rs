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
    reports: BTreeMap<SpoolId, Kept>,
    octets: usize,
    last: u64,
    /// Records by what they are known, and in which report they are or were.
    known: FxHashMap<RecordDigest, SpoolId>,
    /// The same, the oldest first.
    remembered: VecDeque<RecordDigest>,
    /// Reports of the switch, and what has to be durable before each is confirmed.
    unconfirmed: Vec<(InvokeId, Vec<SpoolId>)>,
    /// The highest filling of which people have been told.
    warned: usize,
    is_full: bool,
}

/// A report in the spool.
#[derive(Debug)]
struct Kept {
    octets: usize,
    /// Absent when it is durable.
    on_the_way: Option<OnTheWay>,
}

#[derive(Debug)]
struct OnTheWay {
    octets: Bytes,
    /// When it is tried again, after a failure.
    retry: Option<Instant>,
    has_failed: bool,
}

/// Of what people are to be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Filling {
    Percent(usize),
    Full,
}

/// What becomes of a report of the switch.
#[derive(Debug)]
pub(super) enum Taken {
    /// It is confirmed at once.
    Durable,
    /// When what is on the way is durable.
    OnTheWay(Option<(SpoolId, Bytes)>),
    /// There is no room.
    Left,
}

impl Spool {
    pub(super) fn recover(&mut self, entries: Vec<SpoolEntry>, remembered: usize) {
        for SpoolEntry { id, octets, digests } in entries {
            if self.reports.insert(id, Kept { octets, on_the_way: None }).is_none() {
                self.octets += octets;
            }
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
        let length = sifted.octets.as_ref().map_or(0, Bytes::len);
        if self.unconfirmed.len() >= MAX_UNCONFIRMED || self.octets + length > limit {
            return Taken::Left;
        }
        let known = sifted.known.iter().filter_map(|digest| self.known.get(digest)).copied();
        let mut wanted: Vec<_> = known.filter(|id| self.is_on_the_way(*id)).collect();
        let fresh = sifted.octets.map(|octets| {
            self.last += 1;
            let id = SpoolId(self.last);
            let on_the_way =
                Some(OnTheWay { octets: octets.clone(), retry: None, has_failed: false });
            self.reports.insert(id, Kept { octets: length, on_the_way });
            self.octets += length;
            self.remember(sifted.fresh, id, remembered);
            wanted.push(id);
            (id, octets)
        });
        if wanted.is_empty() {
            return Taken::Durable;
        }
        // When it comes again, the last one is confirmed.
        self.unconfirmed.retain(|(other, _)| *other != invoke_id);
        self.unconfirmed.push((invoke_id, wanted));
        Taken::OnTheWay(fresh)
    }

    /// A report is durable: the reports of the switch that can be confirmed now.
    pub(super) fn spooled(&mut self, id: SpoolId) -> Vec<InvokeId> {
        if let Some(kept) = self.reports.get_mut(&id) {
            kept.on_the_way = None;
        }
        for (_, wanted) in &mut self.unconfirmed {
            wanted.retain(|other| *other != id);
        }
        self.unconfirmed.extract_if(.., |(_, wanted)| wanted.is_empty()).map(|(id, _)| id).collect()
    }

    /// There is room: what could not be made durable is tried again now.
    pub(super) fn try_again(&mut self, now: Instant) {
        let on_the_way = self.reports.values_mut().filter_map(|kept| kept.on_the_way.as_mut());
        on_the_way.filter_map(|own| own.retry.as_mut()).for_each(|retry| *retry = now);
    }

    /// A report could not be made durable. Returns whether that is the first time.
    pub(super) fn failed(&mut self, now: Instant, id: SpoolId) -> bool {
        let kept = self.reports.get_mut(&id);
        kept.and_then(|kept| kept.on_the_way.as_mut()).is_some_and(|on_the_way| {
            on_the_way.retry = Some(after(now, RETRY_AFTER));
            !std::mem::replace(&mut on_the_way.has_failed, true)
        })
    }

    /// What is to be made durable once more.
    pub(super) fn due(&mut self, now: Instant) -> Vec<(SpoolId, Bytes)> {
        let mut due = Vec::new();
        for (id, kept) in &mut self.reports {
            if let Some(own) = &mut kept.on_the_way
                && own.retry.take_if(|retry| *retry <= now).is_some()
            {
                due.push((*id, own.octets.clone()));
            }
        }
        due
    }

    pub(super) fn poll_timeout(&self) -> Option<Instant> {
        // The newest are on the way.
        let on_the_way = self.reports.values().rev().take_while(|kept| kept.on_the_way.is_some());
        on_the_way.filter_map(|kept| kept.on_the_way.as_ref()?.retry).min()
    }

    /// Removes a report; `false` if there is none.
    pub(super) fn remove(&mut self, id: SpoolId) -> bool {
        let Some(kept) = self.reports.remove(&id) else {
            return false;
        };
        self.octets -= kept.octets;
        true
    }

    /// The switch has gone: it does not wait for confirmations any more.
    pub(super) fn forget_unconfirmed(&mut self) {
        self.unconfirmed.clear();
    }

    /// The oldest report that can be read, after another or of all.
    pub(super) fn first(&self) -> Option<SpoolId> {
        self.reports.iter().find(|(_, kept)| kept.on_the_way.is_none()).map(|(id, _)| *id)
    }

    /// The newest report that can be read.
    pub(super) fn last(&self) -> Option<SpoolId> {
        self.reports.iter().rev().find(|(_, kept)| kept.on_the_way.is_none()).map(|(id, _)| *id)
    }

    pub(super) const fn octets(&self) -> usize {
        self.octets
    }

    pub(super) fn durable(&self) -> usize {
        self.reports.len() - self.on_the_way()
    }

    pub(super) fn on_the_way(&self) -> usize {
        self.reports.values().filter(|kept| kept.on_the_way.is_some()).count()
    }

    /// Of which filling people are to be told, each once on the way up.
    pub(super) fn filling(&mut self, limit: usize, is_full: bool) -> Option<Filling> {
        let percent = self.octets.saturating_mul(100) / limit.max(1);
        let reached = WARNINGS.into_iter().rev().find(|mark| percent >= *mark).unwrap_or(0);
        let told = std::mem::replace(&mut self.warned, reached);
        let was_full = std::mem::replace(&mut self.is_full, is_full);
        if is_full {
            return (!was_full).then_some(Filling::Full);
        }
        (reached > told).then_some(Filling::Percent(percent))
    }

    fn is_on_the_way(&self, id: SpoolId) -> bool {
        self.reports.get(&id).is_some_and(|kept| kept.on_the_way.is_some())
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
