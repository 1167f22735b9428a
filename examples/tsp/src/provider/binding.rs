//! Events that come before the answer to the request that has caused them.
//!
//! While a request that begins a call waits for its answer, the events of calls that are not
//! known at its address are held: the answer tells which of them is the call that was asked for,
//! and how it is named. When it has come, or has not come in time, they are taken in.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use csta_client::Event;

use crate::{CallId, Party, SwitchCallId};

/// How long events are held for an answer.
pub(super) const BINDING_LIMIT: Duration = Duration::from_secs(2);

/// The most events that are held at an address.
const MAX_HELD: usize = 64;

/// Names a request that begins a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct BindingId(u64);

/// What the answer to such a request tells.
#[derive(Clone, Debug)]
pub(crate) struct Made {
    /// The call.
    pub(crate) call: SwitchCallId,
    /// Whom it was made to.
    pub(crate) called: Party,
    /// The call that is held for it.
    pub(crate) related: Option<CallId>,
    /// Whether the telephone prompts its user.
    pub(crate) prompts: bool,
}

/// The requests of an address that wait for their answers, and the events that wait for them.
#[derive(Debug, Default)]
pub(super) struct Bindings {
    last: u64,
    waiting: Vec<(BindingId, Instant)>,
    held: VecDeque<Event>,
}

impl Bindings {
    pub(super) fn begin(&mut self, now: Instant) -> BindingId {
        self.last += 1;
        let id = BindingId(self.last);
        self.waiting.push((id, now + BINDING_LIMIT));
        id
    }

    /// A request has been answered, or has failed.
    pub(super) fn end(&mut self, id: BindingId) {
        self.waiting.retain(|(own, _)| *own != id);
    }

    /// Gives up what has waited for too long.
    pub(super) fn expire(&mut self, now: Instant) {
        self.waiting.retain(|(_, until)| *until > now);
    }

    pub(super) fn poll_timeout(&self) -> Option<Instant> {
        self.waiting.iter().map(|(_, until)| *until).min()
    }

    /// Whether events are held at present.
    pub(super) const fn holds(&self) -> bool {
        !self.waiting.is_empty()
    }

    /// Holds an event. If there are too many, no answer is waited for any more.
    pub(super) fn hold(&mut self, event: Event) {
        self.held.push_back(event);
        if self.held.len() >= MAX_HELD {
            self.waiting.clear();
        }
    }

    /// The events that need not wait any more.
    pub(super) fn release(&mut self) -> VecDeque<Event> {
        if self.holds() { VecDeque::new() } else { std::mem::take(&mut self.held) }
    }

    /// Forgets everything: the link is down.
    pub(super) fn clear(&mut self) {
        self.waiting.clear();
        self.held.clear();
    }
}
