//! Streams that the switch feeds, found by its cross references.

use std::collections::{HashMap, HashSet};

use tokio::sync::mpsc;
use tokio::sync::mpsc::error::TrySendError;

use crate::MonitorEnd;

/// How many values are held that come before the cross reference they belong to is known.
const EARLY: usize = 64;

/// What such a stream consists of.
pub(crate) trait Item: Sized {
    /// What the switch sends.
    type Value;
    /// An item of it.
    fn of(value: Self::Value) -> Self;
    /// So many are missing here; `None` if what does not fit is turned away and not lost.
    fn lagged(_lost: u64) -> Option<Self> {
        None
    }
    /// The last item.
    fn ended(end: MonitorEnd) -> Self;
}

/// A queue for `limit` items, and for the two that may have to be said at its end.
pub(crate) fn channel<I>(limit: usize) -> (mpsc::Sender<I>, mpsc::Receiver<I>) {
    mpsc::channel(limit.clamp(1, 1 << 20) + 2)
}

/// The sending end of a stream: says how many items did not fit as soon as one fits again, and
/// keeps room for the last word.
#[derive(Debug)]
pub(super) struct Feed<I> {
    items: mpsc::Sender<I>,
    /// Room for [`Item::lagged`] and [`Item::ended`].
    last: Option<[mpsc::OwnedPermit<I>; 2]>,
    lost: u64,
}

impl<I: Item> Feed<I> {
    fn new(items: mpsc::Sender<I>) -> Self {
        let room = || items.clone().try_reserve_owned().ok();
        let last = room().and_then(|first| Some([first, room()?]));
        Self { items, last, lost: 0 }
    }

    /// Sends a value, or gives it back if the reader is behind.
    pub(super) fn send(&mut self, value: I::Value) -> Result<(), I::Value> {
        if self.lost > 0
            && let Some(lagged) = I::lagged(self.lost)
            && self.items.try_send(lagged).is_ok()
        {
            self.lost = 0;
        }
        match self.items.try_reserve() {
            Ok(room) if self.lost == 0 => room.send(I::of(value)),
            // Nobody reads any more, and the stop is on its way.
            Err(TrySendError::Closed(())) => {}
            Ok(_) | Err(TrySendError::Full(())) => return Err(value),
        }
        Ok(())
    }

    /// Counts a value that did not fit.
    pub(super) const fn lose(&mut self) {
        self.lost += 1;
    }

    /// Says the last word.
    pub(super) fn end(self, end: MonitorEnd) {
        if let Some([first, second]) = self.last {
            if let Some(lagged) = I::lagged(self.lost).filter(|_| self.lost > 0) {
                first.send(lagged);
            }
            second.send(I::ended(end));
        }
    }

    /// Whether nobody reads it any more.
    fn is_abandoned(&self) -> bool {
        self.items.is_closed()
    }
}

/// The streams of one kind.
#[derive(Debug)]
pub(super) struct Feeds<I: Item> {
    open: HashMap<Vec<u8>, Feed<I>>,
    /// How many are being started, whose cross references are not known yet.
    starting: usize,
    early: Vec<(Vec<u8>, I::Value)>,
    /// Cross references that whoever runs the connection serves by itself.
    claimed: HashSet<Vec<u8>>,
}

impl<I: Item> Default for Feeds<I> {
    fn default() -> Self {
        let (open, early, claimed) = (HashMap::new(), Vec::new(), HashSet::new());
        Self { open, starting: 0, early, claimed }
    }
}

impl<I: Item> Feeds<I> {
    /// The stream of a cross reference.
    pub(super) fn get_mut(&mut self, cross_ref: &[u8]) -> Option<&mut Feed<I>> {
        self.open.get_mut(cross_ref)
    }

    /// Whether a cross reference is that of a stream, or claimed.
    pub(super) fn is_known(&self, cross_ref: &[u8]) -> bool {
        self.open.contains_key(cross_ref) || self.claimed.contains(cross_ref)
    }

    /// Takes in that a stream is being started.
    pub(super) const fn starting(&mut self) {
        self.starting += 1;
    }

    /// Takes in that whoever runs the connection serves a cross reference by itself, or does not
    /// any more: what comes under it is given back at once, so that it stays in its order.
    pub(super) fn claim(&mut self, cross_ref: &[u8], claimed: bool) {
        if claimed {
            self.claimed.insert(cross_ref.to_vec());
        } else {
            self.claimed.remove(cross_ref);
        }
    }

    /// Holds a value of an unknown cross reference while a stream is being started, or gives it
    /// back.
    pub(super) fn hold(&mut self, cross_ref: &[u8], value: I::Value) -> Result<(), I::Value> {
        if self.starting == 0 || self.early.len() >= EARLY || self.claimed.contains(cross_ref) {
            return Err(value);
        }
        self.early.push((cross_ref.to_vec(), value));
        Ok(())
    }

    /// Takes in that a stream was started, and returns what was held for it.
    pub(super) fn open(&mut self, cross_ref: &[u8], items: mpsc::Sender<I>) -> Vec<I::Value> {
        self.open.insert(cross_ref.to_vec(), Feed::new(items));
        let early = std::mem::take(&mut self.early);
        let (own, others) = early.into_iter().partition(|(of, _)| of == cross_ref);
        self.early = others;
        let own: Vec<(Vec<u8>, I::Value)> = own;
        own.into_iter().map(|(_, value)| value).collect()
    }

    /// Takes in that a stream was started or not, and returns what belongs to nobody since none is
    /// being started any more.
    pub(super) fn started(&mut self) -> Vec<I::Value> {
        self.starting = self.starting.saturating_sub(1);
        if self.starting > 0 {
            return Vec::new();
        }
        std::mem::take(&mut self.early).into_iter().map(|(_, value)| value).collect()
    }

    pub(super) fn remove(&mut self, cross_ref: &[u8]) -> Option<Feed<I>> {
        self.open.remove(cross_ref)
    }

    /// Removes a stream that nobody reads any more. Its cross reference may have been given again
    /// meanwhile, to one that is read.
    pub(super) fn remove_abandoned(&mut self, cross_ref: &[u8]) -> Option<Feed<I>> {
        self.get_mut(cross_ref).filter(|feed| feed.is_abandoned())?;
        self.remove(cross_ref)
    }

    /// Says the last word to all.
    pub(super) fn end(&mut self, end: &MonitorEnd) {
        for (_, feed) in self.open.drain() {
            feed.end(end.clone());
        }
    }
}
