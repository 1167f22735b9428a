//! Which records were written last.

use std::collections::{HashSet, VecDeque};

/// The names of the last records, so that one that the PBX sends again is known.
#[derive(Debug)]
pub(super) struct Recent {
    window: usize,
    order: VecDeque<String>,
    names: HashSet<String>,
}

impl Recent {
    /// None yet, and at most so many.
    pub(super) fn new(window: usize) -> Self {
        Self { window, order: VecDeque::new(), names: HashSet::new() }
    }

    /// Whether a record was among the last.
    pub(super) fn contains(&self, name: &str) -> bool {
        self.names.contains(name)
    }

    /// Takes in a record; the oldest goes when there are too many.
    pub(super) fn insert(&mut self, name: String) {
        if self.window == 0 || !self.names.insert(name.clone()) {
            return;
        }
        self.order.push_back(name);
        if self.order.len() > self.window
            && let Some(oldest) = self.order.pop_front()
        {
            self.names.remove(&oldest);
        }
    }
}
