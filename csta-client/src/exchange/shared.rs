//! The lock, and what needs none.

use std::ops::Deref;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::task::{Context, Waker};
use std::time::Duration;

use csta_codec::Operation;
use tokio::sync::Semaphore;
use tokio::time::{Instant, timeout_at};
use tracing::Span;

use super::call::Call;
use super::pending::Asked;
use super::place::Place;
use super::slots::Slots;
use super::state::{Settled, State, Told};
use crate::connection::Command;
use crate::error::Cause;
use crate::{ClientBuilder, CloseReason, Error, FrameCodec, metrics};

/// What the handles and the task have in common.
#[derive(Debug)]
pub(crate) struct Exchange {
    state: Mutex<State>,
    /// Why the association has ended.
    closed: OnceLock<CloseReason>,
    /// Where those wait who find no place among the requests that may be outstanding, in their order.
    queue: Semaphore,
    outstanding_limit: usize,
    span: Span,
}

impl Exchange {
    /// Whatever is asked for is held back until the switch is ready.
    pub(crate) fn new(
        codec: FrameCodec,
        is_ready: bool,
        span: Span,
        builder: &ClientBuilder,
    ) -> Arc<Self> {
        let outstanding_limit = builder.max_outstanding();
        Arc::new(Self {
            state: Mutex::new(State::new(codec, is_ready, outstanding_limit)),
            closed: OnceLock::new(),
            queue: Semaphore::new(0),
            outstanding_limit,
            span,
        })
    }

    /// Nothing is waited for, logged, woken or dropped that wakes while it is held.
    #[inline]
    pub(crate) fn lock(&self) -> MutexGuard<'_, State> {
        // Where a panic can be, in writing an argument, nothing has been changed yet, and the place
        // that was waited for puts itself back.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Invokes an operation for somebody who waits for the answer, if there is a place for it: the
    /// one that was [waited](Self::slot) for, until the deadline, or another.
    pub(crate) fn call<O: Operation>(
        &self,
        argument: &O::Argument<'_>,
        limit: Duration,
        waited: Option<(Place<'_>, Instant)>,
        cx: &Context<'_>,
    ) -> Result<Option<Call<'_>>, Error> {
        let mut state = self.lock();
        if state.is_closed() {
            drop(state);
            return Err(self.gone(false));
        }
        if waited.is_none() && !state.slots.is_free() {
            return Ok(None);
        }
        let invoke = state.write::<O>(argument);
        let (slot, deadline) = match waited {
            Some((place, deadline)) => (place.into_slot(), Some(deadline.into_std())),
            None => (state.slots.take(), None),
        };
        let asked = Asked::new::<O>(limit, slot);
        let called = state.call(deadline, asked, invoke, cx.waker());
        let is_held = state.is_held();
        let task = state.notify();
        drop(state);
        if let Some(task) = task {
            task.wake();
        }
        let (key, id) = match called {
            Ok(called) => called,
            Err((_, error)) => {
                self.serve_waiting();
                return Err(error);
            }
        };
        if !is_held {
            self.log_request(O::NAME, id);
        }
        Ok(Some(Call::new(self, key)))
    }

    /// Says that a request is on its way.
    pub(crate) fn log_request(&self, operation: &'static str, invoke_id: i32) {
        tracing::debug!(parent: &self.span, operation, invoke_id, "request");
        metrics::request();
    }

    /// Hands a request to the task, which has to know of it before it is sent.
    pub(crate) fn command(&self, command: Command) -> Result<(), Error> {
        let mut state = self.lock();
        if state.is_closed() {
            drop(state);
            return Err(self.gone(false));
        }
        state.command(command);
        let task = state.notify();
        drop(state);
        if let Some(task) = task {
            task.wake();
        }
        Ok(())
    }

    /// A place among the outstanding requests, as soon as there is one.
    pub(crate) async fn slot(
        &self,
        operation: &'static str,
        (deadline, after): (Instant, Duration),
    ) -> Result<Place<'_>, Error> {
        let _waiting = {
            let mut state = self.lock();
            if state.is_closed() {
                drop(state);
                return Err(self.gone(false));
            }
            if let Some(slot) = state.slots.take() {
                return Ok(Place::new(self, slot));
            }
            state.slots.handle_waiting();
            Waiting(self)
        };
        match timeout_at(deadline, self.queue.acquire()).await {
            Ok(Ok(place)) => {
                place.forget();
                Ok(Place::new(self, Slots::queued()))
            }
            Ok(Err(_)) => Err(self.gone(false)),
            Err(_) => {
                let limit = self.outstanding_limit;
                Err(Cause::TooMany { operation, limit, after }.into())
            }
        }
    }

    /// Gives the places that are free to those who wait.
    pub(crate) fn serve_waiting(&self) {
        let places = self.lock().slots.take_for_waiting();
        self.queue.add_permits(places);
    }

    /// Why the association is at an end, if it is.
    pub(crate) fn close_reason(&self) -> Option<&CloseReason> {
        self.closed.get()
    }

    /// Why nothing is sent or answered any more.
    pub(crate) fn gone(&self, sent: bool) -> Error {
        let reason = self.close_reason().cloned();
        let reason = reason.unwrap_or(CloseReason::Disconnected("and its task ended"));
        if sent { Error::closed_after_sending(reason) } else { Error::closed(reason) }
    }

    /// Ends all requests, and says why it ended to whoever asks from now on.
    pub(crate) fn close(&self, reason: Option<&CloseReason>) -> Vec<Settled> {
        if let Some(reason) = reason {
            // The first reason is the one.
            let _ = self.closed.set(reason.clone());
        }
        let (sent, unsent) = (self.gone(true), self.gone(false));
        let outstanding = self.lock().close(&sent, &unsent);
        self.queue.close();
        outstanding
    }
}

/// Somebody who waits for a place.
struct Waiting<'a>(&'a Exchange);

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        let Self(exchange) = self;
        // What came too late for whoever gave up.
        let rest = || exchange.queue.forget_permits(usize::MAX);
        exchange.lock().slots.handle_waited(rest);
    }
}

/// The task's end of it: without it, nobody waits any more.
#[derive(Debug)]
pub(crate) struct Served(pub(crate) Arc<Exchange>);

impl Deref for Served {
    type Target = Exchange;

    fn deref(&self) -> &Exchange {
        &self.0
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        for Settled { told, .. } in self.0.close(None) {
            match told {
                Told::Call(waker) => drop(waker.map(Waker::wake)),
                Told::Task(reply, Err(error)) => reply.fail(error),
                Told::Task(_, Ok(_)) => {} // none has an answer
            }
        }
    }
}
