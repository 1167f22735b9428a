//! Requests to the switch: they wait in fair queues, get invoke ids, and end in time.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::time::{Duration, Instant};

use bytes::Bytes;
use csta_client::{Invocations, MAX_INVOKE_ID};
use csta_codec::rose::InvokeId;
use rustc_hash::FxHashMap;

use super::clock::after;
use super::message::invoke_again;
use super::{ApplicationId, RequestStatus, Settings};

/// How long a request that is not answered has a place among those that are under way. It paces
/// whoever sends many, so that there is an invoke id for everybody else.
const UNCONFIRMED: Duration = Duration::from_millis(50);

/// A request to the switch.
#[derive(Clone, Debug)]
pub(super) struct Request<P> {
    /// The code of the operation.
    pub(super) operation: i32,
    /// Whether the switch is to answer.
    pub(super) is_confirmed: bool,
    /// The invocation under any invoke id.
    pub(super) apdu: Bytes,
    /// What becomes of the answer.
    pub(super) purpose: P,
}

/// Whose requests wait in a queue: those of an application, or the multiplexer's own.
pub(super) type Source = Option<ApplicationId>;

/// The requests that wait, and those that the switch has.
///
/// Applications take turns, so that one with many requests does not delay another's. The switch has
/// a bounded number at once, and of each application no more than places are left: what the switch
/// does not answer keeps its place until its time is over, and must not take that of others. The id
/// of a request that was not answered in time stays taken for a while, so that a late answer reaches
/// nobody else.
#[derive(Debug)]
pub(super) struct Requests<P> {
    /// Of whoever has something that waits or is under way.
    queues: FxHashMap<Source, Queue<P>>,
    /// Queues with something in them, the next one first.
    turns: VecDeque<Source>,
    /// When requests that wait have waited for too long.
    waiting: BTreeMap<(Instant, u64), Source>,
    flights: Invocations<Flight<P>>,
    /// When the switch is to have answered at the latest.
    deadlines: BTreeSet<(Instant, InvokeId)>,
    total: u64,
}

#[derive(Debug)]
struct Queue<P> {
    requests: VecDeque<Waiting<P>>,
    octets: usize,
    /// How many places its requests have among those that are under way.
    in_flight: usize,
}

#[derive(Debug)]
struct Waiting<P> {
    serial: u64,
    deadline: Option<Instant>,
    request: Request<P>,
}

/// A request that the switch has.
#[derive(Debug)]
struct Flight<P> {
    serial: u64,
    source: Source,
    request: Request<P>,
    /// When it is to be answered; none once nobody waits for it any more. One that is not confirmed
    /// has its place among those that are under way for a moment, see [`UNCONFIRMED`].
    deadline: Option<Instant>,
}

impl<P> Requests<P> {
    pub(super) fn new() -> Self {
        Self {
            queues: FxHashMap::default(),
            turns: VecDeque::new(),
            waiting: BTreeMap::new(),
            flights: Invocations::new(MAX_INVOKE_ID as usize),
            deadlines: BTreeSet::new(),
            total: 0,
        }
    }

    /// Has a request wait for its turn. Those of applications wait in time; the multiplexer's own
    /// are as many as what they are about, and wait as long as it takes.
    ///
    /// # Errors
    ///
    /// Gives the request back if its queue is full.
    pub(super) fn push(
        &mut self,
        now: Instant,
        settings: &Settings,
        source: Source,
        request: Request<P>,
    ) -> Result<(), Request<P>> {
        let queue = self.queues.entry(source).or_default();
        let octets = queue.octets + request.apdu.len();
        let is_full = queue.requests.len() >= settings.request_queue
            || octets > settings.request_queue_octets;
        if source.is_some() && is_full {
            self.tidy(source);
            return Err(request);
        }
        if queue.requests.is_empty() {
            self.turns.push_back(source);
        }
        let serial = self.total;
        self.total += 1;
        let deadline = source.map(|_| after(now, settings.request_time_limit));
        if let Some(deadline) = deadline {
            self.waiting.insert((deadline, serial), source);
        }
        queue.octets = octets;
        queue.requests.push_back(Waiting { serial, deadline, request });
        Ok(())
    }

    /// The next request that is to be sent, and the invoke id it has from now on. Where
    /// applications are not served yet, only the multiplexer's own are.
    pub(super) fn next(
        &mut self,
        now: Instant,
        settings: &Settings,
        serves_applications: bool,
    ) -> Option<(InvokeId, Bytes)> {
        // Mostly nothing waits.
        self.turns.front()?;
        let places = settings.requests_in_flight.max(1).saturating_sub(self.deadlines.len());
        if places == 0 || self.flights.len() >= MAX_INVOKE_ID as usize {
            return None;
        }
        let source = if serves_applications {
            // Few are passed over: they have requests under way.
            *self.turns.iter().find(|source| self.has_turn(**source, places))?
        } else {
            None
        };
        let Waiting { serial, deadline, request } = self.pop(source, true)?;
        let deadline = deadline.unwrap_or_else(|| after(now, settings.request_time_limit));
        let (deadline, forgotten) = if request.is_confirmed {
            (deadline, after(deadline, settings.late_answer))
        } else {
            (after(now, UNCONFIRMED), after(now, settings.request_time_limit))
        };
        let apdu = request.apdu.clone();
        // An id is free, as has been seen above.
        let flight = Flight { serial, source, request, deadline: Some(deadline) };
        let invoke_id = self.flights.begin(forgotten, flight).ok()?;
        self.deadlines.insert((deadline, invoke_id));
        self.queues.entry(source).or_default().in_flight += 1;
        Some((invoke_id, invoke_again(&apdu, invoke_id)))
    }

    /// Whether a queue may have one of the places that are left. The multiplexer's own requests are
    /// limited by whoever asks.
    fn has_turn(&self, source: Source, places: usize) -> bool {
        source.is_none() || self.queues.get(&source).is_some_and(|queue| queue.in_flight < places)
    }

    /// The switch has answered: the request, and whether it is too late. `None` if it was not
    /// asked.
    pub(super) fn end(&mut self, invoke_id: InvokeId) -> Option<(Request<P>, bool)> {
        let flight = self.flights.end(invoke_id)?;
        let is_late = flight.deadline.is_none() && flight.request.is_confirmed;
        if let Some(deadline) = flight.deadline {
            self.give_back(deadline, invoke_id, flight.source);
        }
        Some((flight.request, is_late))
    }

    /// A request has its place among those that are under way no longer.
    fn give_back(&mut self, deadline: Instant, invoke_id: InvokeId, source: Source) {
        self.deadlines.remove(&(deadline, invoke_id));
        if let Some(queue) = self.queues.get_mut(&source) {
            queue.in_flight -= 1;
        }
        self.tidy(source);
    }

    /// Forgets a queue in which nothing is left.
    fn tidy(&mut self, source: Source) {
        let is_over = |queue: &Queue<P>| queue.requests.is_empty() && queue.in_flight == 0;
        if self.queues.get(&source).is_some_and(is_over) {
            self.queues.remove(&source);
        }
    }

    /// Ends a request whose time is over, if there is one.
    pub(super) fn expire(&mut self, now: Instant) -> Option<Request<P>>
    where
        P: Clone,
    {
        while let Some(&(deadline, invoke_id)) = self.deadlines.first()
            && deadline <= now
        {
            self.deadlines.pop_first();
            let flight = self.flights.get_mut(invoke_id)?;
            flight.deadline = None;
            let source = flight.source;
            let request = flight.request.is_confirmed.then(|| flight.request.clone());
            self.give_back(deadline, invoke_id, source);
            if request.is_some() {
                return request;
            }
        }
        if let Some((&(deadline, _), &source)) = self.waiting.first_key_value()
            && deadline <= now
        {
            // In each queue the oldest is in front.
            return self.pop(source, false).map(|waiting| waiting.request);
        }
        // Their ids may be used again.
        while self.flights.expire(now).is_some() {}
        None
    }

    /// When [`expire`](Self::expire) is to be called.
    pub(super) fn poll_timeout(&self) -> Option<Instant> {
        let deadline = self.deadlines.first().map(|(deadline, _)| *deadline);
        let waiting = self.waiting.first_key_value().map(|((deadline, _), _)| *deadline);
        deadline.into_iter().chain(waiting).chain(self.flights.poll_timeout()).min()
    }

    /// Takes out what waits of an application that has gone.
    pub(super) fn forget(&mut self, application: ApplicationId) -> Vec<Request<P>> {
        let source = Some(application);
        std::iter::from_fn(|| self.pop(source, false)).map(|waiting| waiting.request).collect()
    }

    /// Takes out everything, in the order in which it came: there is no switch any more. What was
    /// late already is gone without.
    pub(super) fn drain(&mut self) -> Vec<Request<P>> {
        self.deadlines.clear();
        self.waiting.clear();
        self.turns.clear();
        let is_waited_for = |own: &Flight<P>| own.deadline.is_some() && own.request.is_confirmed;
        let flights = self.flights.drain().filter(is_waited_for);
        let mut requests: Vec<_> = flights.map(|flight| (flight.serial, flight.request)).collect();
        let queues = self.queues.drain().flat_map(|(_, queue)| queue.requests);
        requests.extend(queues.map(|waiting| (waiting.serial, waiting.request)));
        requests.sort_unstable_by_key(|(serial, _)| *serial);
        // The next association starts anew.
        self.flights = Invocations::new(MAX_INVOKE_ID as usize);
        requests.into_iter().map(|(_, request)| request).collect()
    }

    /// How many requests of an application wait.
    pub(super) fn queued(&self, application: ApplicationId) -> usize {
        self.queues.get(&Some(application)).map_or(0, |queue| queue.requests.len())
    }

    pub(super) fn status(&self) -> RequestStatus {
        RequestStatus {
            queued: self.queues.values().map(|queue| queue.requests.len()).sum(),
            in_flight: self.deadlines.len(),
            late: self.flights.len() - self.deadlines.len(),
            total: self.total,
        }
    }

    /// Takes the first request out of a queue, which then is the last to have a turn again.
    fn pop(&mut self, source: Source, is_turn: bool) -> Option<Waiting<P>> {
        let queue = self.queues.get_mut(&source)?;
        let waiting = queue.requests.pop_front()?;
        queue.octets -= waiting.request.apdu.len();
        let is_empty = queue.requests.is_empty();
        if is_turn || is_empty {
            if let Some(turn) = self.turns.iter().position(|other| *other == source) {
                self.turns.remove(turn);
            }
            if !is_empty {
                self.turns.push_back(source);
            }
        }
        if let Some(deadline) = waiting.deadline {
            self.waiting.remove(&(deadline, waiting.serial));
        }
        if !is_turn {
            self.tidy(source);
        }
        Some(waiting)
    }
}

impl<P> Default for Queue<P> {
    fn default() -> Self {
        Self { requests: VecDeque::new(), octets: 0, in_flight: 0 }
    }
}
