//! Invoke ids and the requests that wait for an answer, above the association.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::collections::hash_map::Entry;
use std::time::Instant;

use csta_codec::rose::InvokeId;
use rustc_hash::FxHashMap;

/// The largest invoke id that is given, as Panasonic's driver does; then it starts again at 1.
pub const MAX_INVOKE_ID: InvokeId = 32_767;

/// Requests that wait for an answer, each with an invoke id and a time limit.
///
/// Without I/O and without a clock, as [`Association`](crate::Association).
#[derive(Debug)]
pub struct Invocations<T> {
    last: InvokeId,
    limit: usize,
    /// The ids are given here, so nobody can choose those that collide.
    outstanding: FxHashMap<InvokeId, (Instant, T)>,
    /// The earliest first. Most requests are answered long before, and are left in here until
    /// they are more than the others: that costs less than to remove each.
    deadlines: BinaryHeap<Reverse<(Instant, InvokeId)>>,
}

/// How many requests that have been answered may be left among the deadlines, however few are
/// outstanding.
const SPARE: usize = 64;

impl<T> Invocations<T> {
    /// At most `limit` requests at once, of [`MAX_INVOKE_ID`] at most.
    #[must_use]
    pub fn new(limit: usize) -> Self {
        let limit = limit.clamp(1, MAX_INVOKE_ID as usize);
        Self { last: 0, limit, outstanding: FxHashMap::default(), deadlines: BinaryHeap::new() }
    }

    /// Starts a request that has to be answered before `deadline`, and gives it an id that no
    /// other outstanding one has.
    ///
    /// # Errors
    ///
    /// Gives the request back if there are too many.
    pub fn begin(&mut self, deadline: Instant, request: T) -> Result<InvokeId, T> {
        if self.outstanding.len() >= self.limit {
            return Err(request);
        }
        // Ends, since fewer are outstanding than there are ids.
        loop {
            self.last = self.last % MAX_INVOKE_ID + 1;
            if let Entry::Vacant(free) = self.outstanding.entry(self.last) {
                free.insert((deadline, request));
                break;
            }
        }
        self.deadlines.push(Reverse((deadline, self.last)));
        Ok(self.last)
    }

    /// Ends a request that was answered; `None` if there is no such one.
    pub fn end(&mut self, id: InvokeId) -> Option<T> {
        let (_, request) = self.outstanding.remove(&id)?;
        if self.outstanding.is_empty() {
            self.deadlines.clear();
        } else if self.deadlines.len() > 2 * self.outstanding.len() + SPARE {
            let outstanding = &self.outstanding;
            self.deadlines.retain(|Reverse(due)| is_outstanding(outstanding, due));
        }
        Some(request)
    }

    /// An outstanding request.
    pub fn get_mut(&mut self, id: InvokeId) -> Option<&mut T> {
        self.outstanding.get_mut(&id).map(|(_, request)| request)
    }

    /// When the next request is due: then call [`expire`](Self::expire). It may have been answered
    /// already, and nothing be due then.
    #[must_use]
    pub fn poll_timeout(&self) -> Option<Instant> {
        self.deadlines.peek().map(|Reverse((deadline, _))| *deadline)
    }

    /// Ends a request whose time is over, if there is one.
    pub fn expire(&mut self, now: Instant) -> Option<(InvokeId, T)> {
        loop {
            let Reverse(due) = *self.deadlines.peek()?;
            if now < due.0 {
                return None;
            }
            self.deadlines.pop();
            if is_outstanding(&self.outstanding, &due) {
                return self.end(due.1).map(|request| (due.1, request));
            }
        }
    }

    /// Ends all requests, since no answer can come any more.
    pub fn drain(&mut self) -> impl Iterator<Item = T> {
        self.deadlines.clear();
        self.outstanding.drain().map(|(_, (_, request))| request)
    }

    /// How many requests wait for an answer.
    #[must_use]
    pub fn len(&self) -> usize {
        self.outstanding.len()
    }

    /// Whether no request waits for an answer.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.outstanding.is_empty()
    }

    /// The requests, in no order.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        self.outstanding.values().map(|(_, request)| request)
    }
}

/// Whether a deadline is that of a request that is outstanding still.
fn is_outstanding<T>(
    outstanding: &FxHashMap<InvokeId, (Instant, T)>,
    (deadline, id): &(Instant, InvokeId),
) -> bool {
    outstanding.get(id).is_some_and(|(due, _)| due == deadline)
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;
    use std::time::Duration;

    use super::*;
    use proptest::prelude::*;

    #[test]
    fn ids_go_round_and_leave_out_those_outstanding() {
        let now = Instant::now();
        let mut invocations = Invocations::new(10);
        assert_eq!(invocations.begin(now, 'a'), Ok(1));
        for expected in 2..=MAX_INVOKE_ID {
            assert_eq!(invocations.begin(now, 'b'), Ok(expected));
            invocations.end(expected);
        }
        assert_eq!(invocations.begin(now, 'c'), Ok(2));
        assert_eq!(invocations.end(1), Some('a'));
    }

    proptest! {
        /// Whatever happens: each request ends once, and ids are unique among the outstanding.
        #[test]
        fn each_request_ends_once(steps in prop::collection::vec((0_u8..4, 0_u64..50), 0..300)) {
            let start = Instant::now();
            let mut invocations = Invocations::new(20);
            let mut open = HashMap::new();
            let mut now = start;
            for (number, (step, value)) in steps.into_iter().enumerate() {
                match step {
                    0 | 1 => match invocations.begin(now + Duration::from_secs(value), number) {
                        Ok(id) => prop_assert_eq!(open.insert(id, number), None),
                        Err(request) => {
                            prop_assert_eq!(request, number);
                            prop_assert_eq!(open.len(), 20);
                        }
                    },
                    2 => {
                        let id = value as InvokeId + 1;
                        prop_assert_eq!(invocations.end(id), open.remove(&id));
                    }
                    _ => {
                        now += Duration::from_secs(value);
                        while let Some((id, request)) = invocations.expire(now) {
                            prop_assert_eq!(open.remove(&id), Some(request));
                        }
                        prop_assert!(invocations.poll_timeout().is_none_or(|due| due > now));
                    }
                }
                prop_assert_eq!(invocations.len(), open.len());
            }
            prop_assert_eq!(invocations.drain().count(), open.len());
        }
    }
}
