//! A place that was waited for, on its way to the request.

use super::shared::Exchange;
use super::slots::Slot;

/// A place among the requests that may be outstanding, which somebody has waited for. It puts itself
/// back, unless a request takes it over: the argument may panic while it is written.
#[derive(Debug)]
pub(crate) struct Place<'a> {
    exchange: &'a Exchange,
    slot: Option<Slot>,
}

impl<'a> Place<'a> {
    pub(super) const fn new(exchange: &'a Exchange, slot: Slot) -> Self {
        Self { exchange, slot: Some(slot) }
    }

    /// A request takes it over, and whoever ends the request puts it back.
    pub(crate) fn into_slot(mut self) -> Option<Slot> {
        self.slot.take()
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        if self.slot.is_some() {
            self.exchange.lock().slots.put_back(&mut self.slot);
            self.exchange.serve_waiting();
        }
    }
}
