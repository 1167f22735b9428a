//! Invoke ids and the requests that wait for an answer, above the association.

use std::collections::VecDeque;
use std::time::Instant;

use csta_codec::rose::InvokeId;

/// The largest invoke id that is given, as Panasonic's driver does; then it starts again at 1.
pub const MAX_INVOKE_ID: InvokeId = 32_767;

/// Requests that wait for an answer, each with an invoke id and a time limit.
///
/// Without I/O and without a clock, as [`Association`](crate::Association).
#[derive(Debug)]
pub struct Invocations<T> {
    last: InvokeId,
    limit: usize,
    outstanding: Places<T>,
    /// The earliest first, which is that of an outstanding request; most come in this order. Those
    /// of requests that have ended are left in here behind it: that costs less than to find each.
    deadlines: VecDeque<(Instant, InvokeId)>,
}

/// How many requests that have been answered may be left among the deadlines, however few are
/// outstanding.
const SPARE: usize = 64;

impl<T> Invocations<T> {
    /// At most `limit` requests at once, of [`MAX_INVOKE_ID`] at most.
    #[must_use]
    pub fn new(limit: usize) -> Self {
        let limit = limit.clamp(1, MAX_INVOKE_ID as usize);
        Self { last: 0, limit, outstanding: Places::new(), deadlines: VecDeque::new() }
    }

    /// Starts a request that has to be answered before `deadline`, and gives it an id that no
    /// other outstanding one has. Each id is larger than the last one until they start again; a
    /// few may be left out.
    ///
    /// # Errors
    ///
    /// Gives the request back if there are too many.
    pub fn begin(&mut self, deadline: Instant, request: T) -> Result<InvokeId, T> {
        let id = self.begin_untimed(request)?;
        self.start_time(id, |_| Some(deadline));
        Ok(id)
    }

    /// Starts a request whose time does not count yet.
    #[inline]
    pub(crate) fn begin_untimed(&mut self, request: T) -> Result<InvokeId, T> {
        if self.outstanding.count >= self.limit {
            return Err(request);
        }
        self.outstanding.make_room();
        // Ends, since there are free places, and each is that of an id.
        loop {
            self.last = self.last % MAX_INVOKE_ID + 1;
            if let Some(free @ None) = self.outstanding.place_mut(self.last) {
                *free = Some(Outstanding { id: self.last, deadline: None, request });
                self.outstanding.count += 1;
                return Ok(self.last);
            }
        }
    }

    /// From now on an outstanding request has to be answered before its deadline, if it has one.
    #[inline]
    pub(crate) fn start_time(
        &mut self,
        id: InvokeId,
        deadline: impl FnOnce(&T) -> Option<Instant>,
    ) {
        let Some(outstanding) = self.outstanding.get_mut(id) else { return };
        outstanding.deadline = deadline(&outstanding.request);
        let Some(deadline) = outstanding.deadline else { return };
        match self.deadlines.back() {
            Some((last, _)) if *last > deadline => {
                let at = self.deadlines.partition_point(|(due, _)| *due <= deadline);
                self.deadlines.insert(at, (deadline, id));
            }
            _ => self.deadlines.push_back((deadline, id)),
        }
    }

    /// Ends a request that was answered; `None` if there is no such one.
    #[inline]
    pub fn end(&mut self, id: InvokeId) -> Option<T> {
        let Outstanding { request, .. } = self.outstanding.remove(id)?;
        self.forget_deadlines();
        Some(request)
    }

    /// Forgets deadlines of requests that have ended: those in front, and all where one in front
    /// holds up too many.
    fn forget_deadlines(&mut self) {
        while let Some(first) = self.deadlines.front()
            && !self.outstanding.is_due(first)
        {
            self.deadlines.pop_front();
        }
        if self.deadlines.len() > 2 * self.outstanding.count + SPARE {
            self.deadlines.retain(|due| self.outstanding.is_due(due));
        }
    }

    /// An outstanding request.
    pub fn get_mut(&mut self, id: InvokeId) -> Option<&mut T> {
        self.outstanding.get_mut(id).map(|outstanding| &mut outstanding.request)
    }

    /// When the next request is due: then call [`expire`](Self::expire).
    #[must_use]
    pub fn poll_timeout(&self) -> Option<Instant> {
        self.deadlines.front().map(|(deadline, _)| *deadline)
    }

    /// Ends a request whose time is over, if there is one.
    pub fn expire(&mut self, now: Instant) -> Option<(InvokeId, T)> {
        let (_, id) = *self.deadlines.front().filter(|(deadline, _)| *deadline <= now)?;
        // The first one is that of a request that is outstanding.
        self.end(id).map(|request| (id, request))
    }

    /// Ends all requests, since no answer can come any more.
    pub fn drain(&mut self) -> impl Iterator<Item = T> {
        self.deadlines.clear();
        self.outstanding.count = 0;
        let places = std::mem::take(&mut self.outstanding.places);
        places.into_iter().flatten().map(|outstanding| outstanding.request)
    }

    /// How many requests wait for an answer.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.outstanding.count
    }

    /// Whether no request waits for an answer.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.outstanding.count == 0
    }
}

/// The outstanding requests, each in the place that the last bits of its id say.
///
/// An id whose place is taken is left out, so an id finds its request at once.
#[derive(Debug)]
struct Places<T> {
    /// As many as a power of two, and at least half of them free; or one for each id.
    places: Vec<Option<Outstanding<T>>>,
    /// How many are taken.
    count: usize,
}

#[derive(Debug)]
struct Outstanding<T> {
    id: InvokeId,
    /// When it has to be answered, once its time counts.
    deadline: Option<Instant>,
    request: T,
}

impl<T> Places<T> {
    /// One for each id, and one for 0, which none has.
    const MOST: usize = MAX_INVOKE_ID as usize + 1;

    const fn new() -> Self {
        Self { places: Vec::new(), count: 0 }
    }

    fn place_mut(&mut self, id: InvokeId) -> Option<&mut Option<Outstanding<T>>> {
        let last = self.places.len().checked_sub(1)?;
        self.places.get_mut(id as usize & last)
    }

    fn get_mut(&mut self, id: InvokeId) -> Option<&mut Outstanding<T>> {
        self.place_mut(id)?.as_mut().filter(|outstanding| outstanding.id == id)
    }

    /// Sees to it that there is a free place for one more.
    fn make_room(&mut self) {
        let wanted = 2 * (self.count + 1);
        if self.places.len() < wanted.min(Self::MOST) {
            self.grow(wanted.next_power_of_two().clamp(16, Self::MOST));
        }
    }

    /// What had a place of its own has one among more places, too.
    #[cold]
    fn grow(&mut self, size: usize) {
        let mut places = Vec::new();
        places.resize_with(size, || None);
        for outstanding in std::mem::replace(&mut self.places, places).into_iter().flatten() {
            if let Some(place) = self.place_mut(outstanding.id) {
                *place = Some(outstanding);
            }
        }
    }

    fn remove(&mut self, id: InvokeId) -> Option<Outstanding<T>> {
        let removed = self.place_mut(id)?.take_if(|outstanding| outstanding.id == id)?;
        self.count -= 1;
        Some(removed)
    }

    /// Whether a deadline is that of a request that is outstanding still.
    fn is_due(&self, (deadline, id): &(Instant, InvokeId)) -> bool {
        let place = self.places.len().checked_sub(1).map(|last| *id as usize & last);
        let outstanding = place.and_then(|place| self.places.get(place)?.as_ref());
        outstanding.is_some_and(|due| (due.id, due.deadline) == (*id, Some(*deadline)))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{HashMap, HashSet};
    use std::time::Duration;

    use super::*;
    use proptest::prelude::*;

    #[test]
    fn ids_go_round_and_leave_out_those_outstanding() {
        let now = Instant::now();
        let mut invocations = Invocations::new(10);
        assert_eq!(invocations.begin(now, 'a'), Ok(1));
        let mut last = 1;
        let round = std::iter::from_fn(|| {
            let id = invocations.begin(now, 'b').ok()?;
            invocations.end(id);
            let goes_on = (last..=MAX_INVOKE_ID).contains(&id);
            last = id;
            goes_on.then_some(id)
        });
        let round: Vec<InvokeId> = round.collect();
        assert!(round.is_sorted_by(|a, b| a < b) && round.len() > 30_000);
        assert_eq!((round.first(), last), (Some(&2), 2));
        assert_eq!(invocations.end(1), Some('a'));
    }

    #[test]
    fn as_many_can_be_outstanding_as_there_are_ids() {
        let now = Instant::now();
        let mut invocations = Invocations::new(usize::MAX);
        let ids: HashSet<_> = std::iter::from_fn(|| invocations.begin(now, ()).ok()).collect();
        assert_eq!(ids, (1..=MAX_INVOKE_ID).collect());
        assert_eq!(invocations.end(0), None);
        assert_eq!(invocations.end(20_000), Some(()));
        assert_eq!(invocations.begin(now, ()), Ok(20_000));
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
