//! Requests that come while the devices of the switch are not known yet: they wait until they can
//! be understood.

use std::collections::VecDeque;
use std::collections::hash_map::Entry;
use std::time::Instant;

use bytes::Bytes;
use rustc_hash::FxHashMap;

use super::ApplicationId;
use super::applications::Asker;
use super::clock::after;
use super::dispatch::Answered;
use super::failure::Refusal;
use super::machine::Core;
use super::message::{invocation, readable};

/// Requests that wait until the switch serves, the oldest first.
#[derive(Debug, Default)]
pub(super) struct Early {
    waiting: VecDeque<Waiting>,
    /// How many of each application, and their octets.
    sizes: FxHashMap<ApplicationId, Size>,
}

#[derive(Debug)]
struct Waiting {
    deadline: Instant,
    asker: Asker,
    apdu: Bytes,
}

#[derive(Clone, Copy, Debug, Default)]
struct Size {
    requests: usize,
    octets: usize,
}

impl Early {
    pub(super) fn poll_timeout(&self) -> Option<Instant> {
        self.waiting.front().map(|own| own.deadline)
    }

    pub(super) fn queued(&self, application: ApplicationId) -> usize {
        self.sizes.get(&application).map_or(0, |size| size.requests)
    }

    pub(super) fn forget(&mut self, application: ApplicationId) {
        if self.sizes.remove(&application).is_some() {
            self.waiting.retain(|own| own.asker.application != application);
        }
    }

    /// One whose time is over, if there is one.
    fn expire(&mut self, now: Instant) -> Option<Waiting> {
        let waiting = self.waiting.pop_front_if(|own| own.deadline <= now)?;
        let application = waiting.asker.application;
        if let Entry::Occupied(mut size) = self.sizes.entry(application) {
            size.get_mut().requests -= 1;
            size.get_mut().octets -= waiting.apdu.len();
            if size.get().requests == 0 {
                size.remove();
            }
        }
        Some(waiting)
    }

    /// All of them.
    fn take(&mut self) -> VecDeque<Waiting> {
        self.sizes.clear();
        std::mem::take(&mut self.waiting)
    }
}

impl Core {
    pub(super) fn keep_early(
        &mut self,
        now: Instant,
        asker: Asker,
        apdu: &Bytes,
    ) -> Result<Answered, Refusal> {
        let before = self.early.sizes.get(&asker.application).copied().unwrap_or_default();
        let size = Size { requests: before.requests + 1, octets: before.octets + apdu.len() };
        if size.requests > self.settings.request_queue
            || size.octets > self.settings.request_queue_octets
        {
            return Err(Refusal::TOO_MANY_REQUESTS);
        }
        self.early.sizes.insert(asker.application, size);
        let deadline = after(now, self.settings.request_time_limit);
        self.early.waiting.push_back(Waiting { deadline, asker, apdu: apdu.clone() });
        Ok(Answered::Later)
    }

    /// The switch serves: they are dealt with.
    pub(super) fn take_early(&mut self, now: Instant) {
        for Waiting { asker, apdu, .. } in self.early.take() {
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
        for waiting in self.early.take() {
            self.refuse_early(waiting, refusal);
        }
    }

    /// Refuses those that have waited for long enough.
    pub(super) fn tend_early(&mut self, now: Instant) {
        while let Some(waiting) = self.early.expire(now) {
            self.refuse_early(waiting, Refusal::NO_ANSWER);
        }
    }

    fn refuse_early(&mut self, Waiting { asker, apdu, .. }: Waiting, refusal: Refusal) {
        let _ = readable(apdu, |_, decoded| {
            if let Some(invoke) = invocation(decoded) {
                self.refuse(asker, invoke, refusal);
            }
        });
    }
}
