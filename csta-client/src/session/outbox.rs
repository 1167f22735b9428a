//! The items that wait for the application.

use std::collections::VecDeque;

use super::SessionItem;

/// The items that wait for the application: a limited number. When there are as many, the next
/// ones are counted and dropped until it has read all, which is then told to it.
#[derive(Debug)]
pub(super) struct Outbox {
    items: VecDeque<SessionItem>,
    limit: usize,
    /// How many of the first ones do not count.
    restated: usize,
    lost: u64,
    open: bool,
}

impl Outbox {
    pub(super) const fn new(limit: usize) -> Self {
        Self { items: VecDeque::new(), limit, restated: 0, lost: 0, open: true }
    }

    pub(super) fn push(&mut self, item: SessionItem) {
        if self.open && self.lost == 0 && self.items.len() < self.limit + self.restated {
            return self.items.push_back(item);
        }
        item.turn_away();
        if self.open {
            self.lost += 1;
        }
    }

    /// Says again how things are, which does not count: it is as much as there are monitors. For
    /// an outbox that is empty.
    pub(super) fn restate(&mut self, items: impl IntoIterator<Item = SessionItem>) {
        self.items.extend(items);
        self.restated = self.items.len();
    }

    pub(super) fn pop(&mut self) -> Option<SessionItem> {
        let item = self.items.pop_front()?;
        self.restated = self.restated.saturating_sub(1);
        Some(item)
    }

    /// How many were lost, when all before them have been taken.
    pub(super) fn take_lost(&mut self) -> Option<u64> {
        let lost = std::mem::take(&mut self.lost);
        (lost > 0).then_some(lost)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.items.is_empty() && self.lost == 0
    }

    /// Nobody reads any more.
    pub(super) fn close(&mut self) {
        self.open = false;
        self.lost = 0;
        self.items.drain(..).for_each(SessionItem::turn_away);
    }
}
