//! Requests that come while the devices of the switch are not known yet: they wait until they can
//! be understood.

use std::collections::{BTreeMap, VecDeque};
use std::time::Instant;

use bytes::Bytes;

use super::ApplicationId;
use super::applications::Asker;
use super::clock::after;
use super::dispatch::Answered;
use super::failure::Refusal;
use super::machine::Core;
use super::message::{invocation, readable};

/// Requests that wait until the switch serves.
#[derive(Debug, Default)]
pub(super) struct Early {
    queues: BTreeMap<ApplicationId, VecDeque<(Asker, Bytes)>>,
    /// When they have waited for long enough, all of them.
    due: Option<Instant>,
}

impl Early {
    pub(super) const fn poll_timeout(&self) -> Option<Instant> {
        self.due
    }

    pub(super) fn queued(&self, application: ApplicationId) -> usize {
        self.queues.get(&application).map_or(0, VecDeque::len)
    }

    pub(super) fn forget(&mut self, application: ApplicationId) {
        self.queues.remove(&application);
    }

    /// All of them, taking turns.
    fn take(&mut self) -> Vec<(Asker, Bytes)> {
        self.due = None;
        let mut taken = Vec::new();
        while !self.queues.is_empty() {
            self.queues.retain(|_, queue| {
                taken.extend(queue.pop_front());
                !queue.is_empty()
            });
        }
        taken
    }
}

impl Core {
    pub(super) fn keep_early(
        &mut self,
        now: Instant,
        asker: Asker,
        apdu: &Bytes,
    ) -> Result<Answered, Refusal> {
        let queue = self.early.queues.entry(asker.application).or_default();
        let octets: usize = queue.iter().map(|(_, apdu)| apdu.len()).sum();
        if queue.len() >= self.settings.request_queue
            || octets + apdu.len() > self.settings.request_queue_octets
        {
            return Err(Refusal::TOO_MANY_REQUESTS);
        }
        queue.push_back((asker, apdu.clone()));
        let due = after(now, self.settings.request_time_limit);
        self.early.due.get_or_insert(due);
        Ok(Answered::Later)
    }

    /// The switch serves: they are dealt with.
    pub(super) fn take_early(&mut self, now: Instant) {
        for (asker, apdu) in self.early.take() {
            // It could be read when it came.
            let _ = readable(apdu, |apdu, decoded| {
                if let Some(invoke) = invocation(decoded) {
                    self.take_request(now, asker, invoke, apdu);
                }
            });
        }
    }

    /// They are not dealt with any more.
    pub(super) fn fail_early(&mut self, refusal: Refusal) {
        for (asker, apdu) in self.early.take() {
            let _ = readable(apdu, |_, decoded| {
                if let Some(invoke) = invocation(decoded) {
                    self.refuse(asker, invoke, refusal);
                }
            });
        }
    }

    pub(super) fn tend_early(&mut self, now: Instant) {
        if self.early.due.is_some_and(|due| due <= now) {
            self.fail_early(Refusal::NO_ANSWER);
        }
    }
}
