//! The requests that are under way. Without I/O, without a clock and without a lock.

use std::task::{Context, Poll, Waker};
use std::time::Instant;

use bytes::BytesMut;
use csta_codec::rose::{InvokeId, OutgoingInvoke};
use csta_codec::{Operation, Writer};
use slab::Slab;

use super::outgoing::Outgoing;
use super::pending::{Asked, Asker, Pending, Progress};
use super::slots::Slots;
use crate::connection::{Answer, Command, Reply};
use crate::error::Cause;
use crate::{Error, FrameCodec, FrameError, Invocations, MAX_INVOKE_ID};

/// How large a message may be whose memory is kept for the next one.
const KEPT: usize = 4096;

/// What is behind the lock.
#[derive(Debug)]
pub(crate) struct State {
    invocations: Invocations<Pending>,
    calls: Slab<Waiting>,
    pub(super) slots: Slots,
    outgoing: Outgoing,
    /// The frames that wait for the switch to be ready, as many as may be outstanding; `None` when
    /// it is.
    held: Option<Vec<(InvokeId, BytesMut)>>,
    writer: Writer,
    /// The requests whose time counts from when the task takes them.
    untimed: Vec<InvokeId>,
    /// Whether anything was asked for since the task has looked.
    has_news: bool,
    /// The task, while it has nothing to do.
    task: Option<Waker>,
    is_closed: bool,
}

/// A future that waits for an answer, and what it finds.
#[derive(Debug)]
struct Waiting {
    id: InvokeId,
    /// `None` once it has been answered.
    waker: Option<Waker>,
    answer: Option<Result<Answer, Error>>,
}

/// A request that has ended.
#[derive(Debug)]
pub(crate) struct Settled {
    pub(crate) asked: Asked,
    pub(crate) told: Told,
}

#[derive(Debug)]
pub(crate) enum Told {
    /// The future, which is to be woken.
    Call(Option<Waker>),
    /// Nobody yet: it is for the task to tell.
    Task(Reply, Result<Answer, Error>),
}

/// A request that has waited for the switch to be ready.
#[derive(Debug)]
pub(crate) enum Released {
    Queued(InvokeId, &'static str),
    /// Nobody waits for it any more.
    Unwanted(Pending),
}

impl State {
    /// With places for `limit` requests.
    pub(super) fn new(codec: FrameCodec, is_ready: bool, limit: usize) -> Self {
        Self {
            invocations: Invocations::new(MAX_INVOKE_ID as usize),
            calls: Slab::new(),
            slots: Slots::new(limit),
            outgoing: Outgoing::new(codec),
            held: (!is_ready).then(Vec::new),
            writer: Writer::new(),
            untimed: Vec::new(),
            has_news: false,
            task: None,
            is_closed: false,
        }
    }

    /// Whether nothing can be asked for any more.
    pub(super) const fn is_closed(&self) -> bool {
        self.is_closed
    }

    /// Whether requests are held until the switch is ready.
    pub(super) const fn is_held(&self) -> bool {
        self.held.is_some()
    }

    /// Whether no request is under way or waits to be looked at.
    #[cfg(test)]
    pub(super) fn is_empty(&self) -> bool {
        self.calls.is_empty() && self.invocations.is_empty()
    }

    /// Takes in that the task has something to do; it is to be woken if it sleeps.
    pub(super) const fn notify(&mut self) -> Option<Waker> {
        self.has_news = true;
        self.task.take()
    }

    /// Writes an invocation, where the one before was written.
    pub(super) fn write<O: Operation>(&mut self, argument: &O::Argument<'_>) -> OutgoingInvoke {
        OutgoingInvoke::reusing::<O>(std::mem::take(&mut self.writer), argument)
    }

    /// Begins a request: gives it an invoke id, and puts it behind what is to be sent, or holds it
    /// until the switch is ready. Without a deadline its time counts from when the task takes it.
    #[inline]
    pub(crate) fn request(
        &mut self,
        deadline: Option<Instant>,
        asked: Asked,
        asker: Asker,
        invoke: OutgoingInvoke,
    ) -> Result<InvokeId, (Pending, Error)> {
        let operation = asked.name;
        let place = self.held.is_none().then(|| self.outgoing.end());
        let mut pending = Pending { asked, asker, place };
        if self.outgoing.is_full() {
            self.slots.put_back(&mut pending.asked.slot);
            return Err((pending, Cause::NotRead { operation }.into()));
        }
        let id = match self.invocations.begin_untimed(pending) {
            Ok(id) => id,
            Err(mut pending) => {
                self.slots.put_back(&mut pending.asked.slot);
                let limit = self.invocations.len();
                return Err((pending, Cause::NoInvokeId { limit }.into()));
            }
        };
        let apdu = invoke.into_apdu(id);
        let queued = match &mut self.held {
            None => self.outgoing.push(apdu.octets()),
            Some(held) => self.outgoing.frame(apdu.octets()).map(|frame| held.push((id, frame))),
        };
        if apdu.len() <= KEPT {
            self.writer = apdu;
        }
        if let Err(FrameError::TooLongToSend { length, limit }) = queued
            && let Some(pending) = self.end(id)
        {
            return Err((pending, Cause::TooLong { operation, length, limit }.into()));
        }
        match deadline {
            Some(_) => self.invocations.start_time(id, |_| deadline),
            None => self.untimed.push(id),
        }
        Ok(id)
    }

    /// Begins a request for whose answer a future waits, under the key that is returned.
    #[inline]
    pub(super) fn call(
        &mut self,
        deadline: Option<Instant>,
        asked: Asked,
        invoke: OutgoingInvoke,
        waker: &Waker,
    ) -> Result<(usize, InvokeId), (Pending, Error)> {
        let asker = Asker::Call(self.calls.vacant_key());
        let id = self.request(deadline, asked, asker, invoke)?;
        let waiting = Waiting { id, waker: Some(waker.clone()), answer: None };
        Ok((self.calls.insert(waiting), id))
    }

    /// The answer to a call, which is forgotten then.
    pub(super) fn poll_call(
        &mut self,
        key: usize,
        cx: &Context<'_>,
    ) -> Poll<Result<Answer, Error>> {
        // Without a call, it is polled again after its end.
        let Some(call) = self.calls.get_mut(key) else { return Poll::Pending };
        match (call.answer.take(), &mut call.waker) {
            (Some(answer), _) => {
                self.calls.remove(key);
                return Poll::Ready(answer);
            }
            (None, Some(waker)) => waker.clone_from(cx.waker()),
            (None, None) => {}
        }
        Poll::Pending
    }

    /// Forgets a call whose future is dropped. Its invoke id is not given again before it is
    /// answered or its time is over, unless it was not sent at all: then it has ended.
    pub(super) fn drop_call(&mut self, key: usize) -> Option<Pending> {
        let Waiting { id, answer: None, .. } = self.calls.try_remove(key)? else { return None };
        let pending = self.invocations.get_mut(id)?;
        if pending.place.is_some() {
            pending.asker = Asker::Task(Reply::Nobody);
            return None;
        }
        self.end(id)
    }

    /// Ends a request with the answer that has come to it, which is made of what was asked.
    #[inline]
    pub(crate) fn answer(
        &mut self,
        id: InvokeId,
        answer: impl FnOnce(&Asked) -> Result<Answer, Error>,
    ) -> Option<Settled> {
        let pending = self.end(id)?;
        let answer = answer(&pending.asked);
        Some(self.settle(pending, answer))
    }

    /// Ends a request that is over.
    #[inline]
    pub(crate) fn end(&mut self, id: InvokeId) -> Option<Pending> {
        let pending = self.invocations.end(id)?;
        Some(self.ended(id, pending))
    }

    /// Ends a request for which no answer is waited.
    pub(crate) fn end_notice(&mut self, id: InvokeId) -> Option<Pending> {
        self.invocations.get_mut(id).filter(|pending| pending.is_notice())?;
        self.end(id)
    }

    /// Ends a request whose time is over, if there is one.
    pub(crate) fn expire(&mut self, now: Instant) -> Option<(InvokeId, Pending)> {
        let (id, pending) = self.invocations.expire(now)?;
        Some((id, self.ended(id, pending)))
    }

    /// Forgets what is kept elsewhere of a request that has ended.
    #[inline]
    fn ended(&mut self, id: InvokeId, mut pending: Pending) -> Pending {
        self.slots.put_back(&mut pending.asked.slot);
        if pending.place.is_none()
            && let Some(held) = &mut self.held
        {
            held.retain(|(held, _)| *held != id);
            self.untimed.retain(|untimed| *untimed != id);
        }
        pending
    }

    /// Gives up what has been asked for and not begun.
    pub(crate) fn give_up(&mut self, mut asked: Asked) {
        self.slots.put_back(&mut asked.slot);
    }

    /// When the next request is due.
    pub(crate) fn poll_timeout(&self) -> Option<Instant> {
        self.invocations.poll_timeout()
    }

    /// How far a request has come.
    pub(crate) fn progress(&self, pending: &Pending) -> Progress {
        match pending.place {
            None => Progress::Held,
            Some(place) if self.outgoing.is_taken(place) => Progress::Sent,
            Some(_) => Progress::Queued,
        }
    }

    /// Tells the future that waits for a request, which has ended, how.
    #[inline]
    pub(crate) fn settle(&mut self, pending: Pending, answer: Result<Answer, Error>) -> Settled {
        let Pending { asked, asker, .. } = pending;
        let told = match asker {
            Asker::Task(reply) => Told::Task(reply, answer),
            Asker::Call(key) => {
                // A call is there until it is answered or dropped.
                let waker = self.calls.get_mut(key).and_then(|call| {
                    call.answer = Some(answer);
                    call.waker.take()
                });
                Told::Call(waker)
            }
        };
        Settled { asked, told }
    }

    /// Puts what has been held behind what is to be sent.
    pub(crate) fn ready(&mut self) -> Vec<Released> {
        let held = self.held.take().unwrap_or_default();
        let mut released = Vec::with_capacity(held.len());
        for (id, frame) in held {
            let Some(pending) = self.invocations.get_mut(id) else { continue };
            if pending.is_abandoned() {
                released.extend(self.end(id).map(Released::Unwanted));
            } else {
                pending.place = Some(self.outgoing.end());
                released.push(Released::Queued(id, pending.asked.name));
                self.outgoing.push_frame(&frame);
            }
        }
        released
    }

    /// Hands a request on to the task.
    pub(super) fn command(&mut self, command: Command) {
        self.outgoing.push_command(command);
    }

    /// Whether the task has anything to do; if not, it will be woken. So much of what it has
    /// taken has not been written yet.
    pub(crate) fn poll_news(&mut self, cx: &Context<'_>, unwritten: usize) -> Poll<()> {
        self.outgoing.handle_unwritten(unwritten);
        if self.has_news {
            return Poll::Ready(());
        }
        match &mut self.task {
            Some(task) => task.clone_from(cx.waker()),
            task => *task = Some(cx.waker().clone()),
        }
        Poll::Pending
    }

    /// Lets the time of the requests count that have been asked for since the task has looked.
    pub(crate) fn start_times(&mut self, now: Instant) {
        for id in self.untimed.drain(..) {
            // One that is too far away never comes.
            self.invocations.start_time(id, |pending| now.checked_add(pending.asked.limit));
        }
    }

    /// Takes all that is to be done: moves the frames behind those in `frames`, and gives the
    /// requests of the task, each with how many octets of the frames go before it.
    pub(crate) fn take_news(
        &mut self,
        now: Instant,
        frames: &mut BytesMut,
    ) -> Vec<(usize, Command)> {
        self.has_news = false;
        self.start_times(now);
        let commands = self.outgoing.take_commands();
        self.outgoing.take_frames(frames);
        commands
    }

    /// Takes the frames alone.
    pub(crate) fn take_frames(&mut self, frames: &mut BytesMut) {
        self.outgoing.take_frames(frames);
    }

    /// Ends all requests: those that were sent with one error, the others with the other.
    pub(super) fn close(&mut self, sent: &Error, unsent: &Error) -> Vec<Settled> {
        self.is_closed = true;
        self.held = None;
        let pendings: Vec<Pending> = self.invocations.drain().collect();
        let mut settled = Vec::with_capacity(pendings.len());
        for mut pending in pendings {
            self.slots.put_back(&mut pending.asked.slot);
            let error = if self.progress(&pending) == Progress::Sent { sent } else { unsent };
            settled.push(self.settle(pending, Err(error.clone())));
        }
        for (_, Command { asked, reply, .. }) in self.outgoing.take_commands() {
            settled.push(Settled { asked, told: Told::Task(reply, Err(unsent.clone())) });
        }
        settled
    }
}
