//! Places among the requests that may be outstanding.

/// A place of a request; whoever ends the request puts it back.
#[derive(Debug)]
#[must_use = "it has to be put back"]
pub(crate) struct Slot(());

/// The places that are free. Whoever finds none waits in a queue, to which the places go as long as
/// anybody is in it.
#[derive(Debug)]
pub(super) struct Slots {
    free: usize,
    /// How many are in the queue.
    waiting: usize,
}

impl Slots {
    pub(super) const fn new(limit: usize) -> Self {
        Self { free: limit, waiting: 0 }
    }

    /// Whether there is a place, and nobody waits for it.
    pub(super) const fn is_free(&self) -> bool {
        self.waiting == 0 && self.free > 0
    }

    /// Takes a place, unless there is none or others wait for it.
    pub(super) const fn take(&mut self) -> Option<Slot> {
        if !self.is_free() {
            return None;
        }
        self.free -= 1;
        Some(Slot(()))
    }

    /// A place that has come through the queue.
    pub(super) const fn queued() -> Slot {
        Slot(())
    }

    /// Puts a place back, if there is one.
    pub(super) fn put_back(&mut self, slot: &mut Option<Slot>) {
        self.free += usize::from(slot.take().is_some());
    }

    /// Takes in that somebody is in the queue.
    pub(super) const fn handle_waiting(&mut self) {
        self.waiting += 1;
    }

    /// Takes in that somebody is in it no longer. If nobody is, `rest` of the places may be left
    /// in it.
    pub(super) fn handle_waited(&mut self, rest: impl FnOnce() -> usize) {
        self.waiting -= 1;
        if self.waiting == 0 {
            self.free += rest();
        }
    }

    /// The places that are to go to the queue.
    pub(super) const fn take_for_waiting(&mut self) -> usize {
        if self.waiting == 0 { 0 } else { std::mem::replace(&mut self.free, 0) }
    }

    #[cfg(test)]
    pub(super) const fn free(&self) -> usize {
        self.free
    }
}
