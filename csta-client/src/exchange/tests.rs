//! The requests in any order of beginnings, answers, drops, time and the end.
#![allow(clippy::unwrap_used, reason = "a test may fail that way")]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll, Wake, Waker};
use std::time::{Duration, Instant};

use bytes::{Bytes, BytesMut};
use csta_codec::rose::{InvokeId, Rose};
use csta_codec::services::{AnswerCall, AnswerCallArgument};
use csta_codec::types::{ConnectionId, DeviceId};
use csta_codec::{Apdu, Ber, Element, OctetString};
use proptest::prelude::*;
use tokio_util::codec::Decoder;

use super::pending::{Asked, Progress};
use super::slots::Slots;
use super::state::{Released, State, Told};
use crate::connection::Answer;
use crate::error::Cause;
use crate::{CloseReason, Error, ErrorKind, FrameCodec, Initiator, MAX_INVOKE_ID};

const LIMIT: Duration = Duration::from_secs(10);
/// How many of the requests have a place.
const PLACES: usize = 5;

#[derive(Clone, Copy, Debug)]
enum Step {
    Begin,
    /// The task sends what there is.
    Send,
    Answer(usize),
    Drop(usize),
    Wait(u64),
    Ready,
    Close,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        8 => Just(Step::Begin),
        6 => Just(Step::Send),
        6 => any::<usize>().prop_map(Step::Answer),
        3 => any::<usize>().prop_map(Step::Drop),
        3 => (0_u64..8).prop_map(Step::Wait),
        1 => Just(Step::Ready),
        1 => Just(Step::Close),
    ];
    prop::collection::vec(step, 0..150)
}

/// Counts how often a future is woken.
#[derive(Default)]
struct Woken(AtomicUsize);

impl Wake for Woken {
    fn wake(self: Arc<Self>) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }
}

/// A future that waits for an answer.
struct Waiting {
    key: usize,
    begun: Instant,
    woken: Arc<Woken>,
}

/// The state, and what should be true of it.
struct World {
    state: State,
    now: Instant,
    /// By invoke id; those whose future was dropped have none.
    open: BTreeMap<InvokeId, Option<Waiting>>,
    /// Those that had a place when they were begun.
    placed: BTreeSet<InvokeId>,
    /// What has gone out and may be answered.
    sent: Vec<InvokeId>,
    is_ready: bool,
    is_closed: bool,
}

impl World {
    fn new(is_ready: bool) -> Self {
        let state = State::new(FrameCodec::default(), is_ready, PLACES);
        let (open, placed, sent) = (BTreeMap::new(), BTreeSet::new(), Vec::new());
        Self { state, now: Instant::now(), open, placed, sent, is_ready, is_closed: false }
    }

    fn begin(&mut self) {
        let connection = ConnectionId::new(OctetString(b"0075"), DeviceId::dialing_number("101"));
        let slot = self.state.slots.take();
        let has_place = slot.is_some();
        let invoke = self.state.write::<AnswerCall>(&AnswerCallArgument::new(connection));
        let (asked, woken) = (Asked::new::<AnswerCall>(LIMIT, slot), Arc::new(Woken::default()));
        let waker = Waker::from(Arc::clone(&woken));
        let (key, id) = self.state.call(None, asked, invoke, &waker).unwrap();
        let waiting = Waiting { key, begun: self.now, woken };
        assert!(self.open.insert(id, Some(waiting)).is_none(), "the id {id} is outstanding");
        if has_place {
            self.placed.insert(id)
        } else {
            self.placed.remove(&id)
        };
    }

    /// What the task sends are frames, each of a request that has been begun.
    fn send(&mut self) {
        let mut frames = BytesMut::new();
        assert!(self.state.take_news(self.now, &mut frames).is_empty());
        while let Some(frame) = FrameCodec::default().decode(&mut frames).unwrap() {
            let Apdu::Rose(Rose::Invoke(invoke)) = Apdu::decode(&frame).unwrap() else {
                unreachable!("an invocation is sent")
            };
            assert!(self.is_ready && self.open.contains_key(&invoke.invoke_id));
            self.sent.push(invoke.invoke_id);
        }
        assert!(frames.is_empty());
    }

    /// A request ends: its future is woken once, and finds the answer once.
    fn check_ended(&mut self, id: InvokeId, told: Told, is_right: impl Fn(Result<Answer, Error>)) {
        self.sent.retain(|sent| *sent != id);
        match (told, self.open.remove(&id).unwrap()) {
            (Told::Call(waker), Some(Waiting { key, woken, .. })) => {
                waker.unwrap().wake();
                assert_eq!(woken.0.load(Ordering::Relaxed), 1);
                let Poll::Ready(answer) = self.poll(key) else { unreachable!("it has ended") };
                is_right(answer);
            }
            (Told::Task(..), None) => {}
            (told, waiting) => {
                unreachable!("{told:?} for one that waits: {}", waiting.is_some())
            }
        }
    }

    fn poll(&mut self, key: usize) -> Poll<Result<Answer, Error>> {
        self.state.poll_call(key, &Context::from_waker(Waker::noop()))
    }

    fn answer(&mut self, which: usize) {
        let Some(id) = self.sent.get(which.checked_rem(self.sent.len()).unwrap_or(0)).copied()
        else {
            // What nobody has asked for ends nothing.
            assert!(self.open.contains_key(&7) || self.state.end(7).is_none());
            return;
        };
        let number = Bytes::from(id.encode());
        let answer = Element::decode(&number).unwrap();
        let pending = self.state.end(id).unwrap();
        assert_eq!(self.state.progress(&pending), Progress::Sent);
        let settled =
            self.state.settle(pending, Ok(Answer::from_element(&answer, &number).unwrap()));
        self.check_ended(id, settled.told, |answer| {
            assert_eq!(answer.unwrap().element().read::<InvokeId>().unwrap(), id);
        });
    }

    fn drop_call(&mut self, which: usize) {
        let mut waiting = self.open.iter().filter(|(_, waiting)| waiting.is_some());
        let count = waiting.clone().count();
        let Some((&id, Some(Waiting { key, .. }))) =
            waiting.nth(which.checked_rem(count).unwrap_or(0))
        else {
            return;
        };
        // One that was not sent and will not be is over; the id of another stays as it is.
        match self.state.drop_call(*key) {
            Some(_) => {
                assert!(!self.is_ready);
                self.open.remove(&id);
            }
            None => drop(self.open.insert(id, None)),
        }
    }

    fn wait(&mut self, seconds: u64) {
        self.send();
        self.now += Duration::from_secs(seconds);
        while let Some((id, pending)) = self.state.expire(self.now) {
            if let Some(Some(waiting)) = self.open.get(&id) {
                assert!(self.now >= waiting.begun + LIMIT);
            }
            let is_sent = self.state.progress(&pending) == Progress::Sent;
            assert_eq!(is_sent, self.sent.contains(&id));
            let error = Cause::NoInvokeId { limit: 0 };
            let settled = self.state.settle(pending, Err(error.into()));
            self.check_ended(id, settled.told, |answer| assert!(answer.is_err()));
        }
        let late = self.open.values().flatten().any(|waiting| waiting.begun + LIMIT <= self.now);
        assert!(!late, "a time limit is over");
    }

    fn ready(&mut self) {
        self.is_ready = true;
        for released in self.state.ready() {
            assert!(matches!(released, Released::Queued(id, _) if self.open.contains_key(&id)));
        }
    }

    /// All requests end, each with the error that says whether it was sent.
    fn close(&mut self) {
        self.is_closed = true;
        let sent = Error::closed_after_sending(CloseReason::Aborted);
        let unsent = Error::closed(CloseReason::Aborted);
        let settled = self.state.close(&sent, &unsent);
        assert_eq!(settled.len(), self.open.len());
        for (id, waiting) in std::mem::take(&mut self.open) {
            let Some(Waiting { key, .. }) = waiting else { continue };
            let Poll::Ready(Err(error)) = self.poll(key) else { unreachable!("it has ended") };
            assert_eq!(error.may_have_been_done(), self.sent.contains(&id));
        }
    }
}

proptest! {
    #[test]
    fn each_request_ends_once_and_nothing_is_left(is_ready: bool, steps in steps()) {
        let mut world = World::new(is_ready);
        for step in steps {
            match step {
                _ if world.is_closed => {}
                Step::Begin => world.begin(),
                Step::Send => world.send(),
                Step::Answer(which) => world.answer(which),
                Step::Drop(which) => world.drop_call(which),
                Step::Wait(seconds) => world.wait(seconds),
                Step::Ready => world.ready(),
                Step::Close => world.close(),
            }
            let taken = world.open.keys().filter(|id| world.placed.contains(*id)).count();
            prop_assert_eq!(world.state.slots.free(), PLACES - taken);
        }
        if !world.is_closed {
            world.close();
        }
        prop_assert!(world.state.is_empty());
    }
}

#[test]
fn a_request_for_which_there_is_no_id_is_not_sent_and_leaves_its_place() {
    let mut world = World::new(true);
    world.state.slots = Slots::new(MAX_INVOKE_ID as usize + 1);
    for _ in 0..MAX_INVOKE_ID {
        world.begin();
        world.send();
    }
    let begin = |state: &mut State| {
        let connection = ConnectionId::new(OctetString(b"0075"), DeviceId::dialing_number("101"));
        let invoke = state.write::<AnswerCall>(&AnswerCallArgument::new(connection));
        let asked = Asked::new::<AnswerCall>(LIMIT, state.slots.take());
        state.call(None, asked, invoke, Waker::noop())
    };
    let Err((_, error)) = begin(&mut world.state) else { unreachable!("all ids are given") };
    assert_eq!((error.kind(), error.initiator()), (ErrorKind::NotSent, Initiator::Local));
    assert!(!error.may_have_been_done());
    assert!(error.to_string().contains("32767 others wait for an answer"), "{error}");
    assert_eq!(world.state.slots.free(), 1);
    // Nothing of it goes out, and with an answer there is an id again.
    world.send();
    world.answer(2);
    let (_, id) = begin(&mut world.state).unwrap();
    assert_eq!(id, 3);
}
