//! What is to be done when.

use std::collections::{BTreeSet, HashMap};
use std::hash::Hash;
use std::time::Instant;

/// What is to be done when; each thing stands in it once at most.
///
/// What is overdue stays in its order, so that everything has its turn.
#[derive(Debug)]
pub(super) struct Agenda<T> {
    at: HashMap<T, Instant>,
    order: BTreeSet<(Instant, T)>,
}

impl<T: Copy + Ord + Hash> Agenda<T> {
    pub(super) fn new() -> Self {
        Self { at: HashMap::new(), order: BTreeSet::new() }
    }

    /// Does it then, and not when it was to be done before.
    pub(super) fn set(&mut self, at: Instant, what: T) {
        self.cancel(what);
        self.at.insert(what, at);
        self.order.insert((at, what));
    }

    pub(super) fn cancel(&mut self, what: T) {
        if let Some(at) = self.at.remove(&what) {
            self.order.remove(&(at, what));
        }
    }

    pub(super) fn clear(&mut self) {
        self.at.clear();
        self.order.clear();
    }

    /// When the first of them is to be done.
    pub(super) fn next(&self) -> Option<Instant> {
        self.order.first().map(|(at, _)| *at)
    }

    /// Takes the first of them that is due.
    pub(super) fn pop(&mut self, now: Instant) -> Option<T> {
        let (_, what) = *self.order.first().filter(|(at, _)| *at <= now)?;
        self.cancel(what);
        Some(what)
    }
}
