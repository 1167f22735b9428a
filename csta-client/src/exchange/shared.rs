//! The lock, and what needs none.

use std::ops::Deref;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::task::Context;
use std::time::Duration;

use csta_codec::Operation;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{Instant, timeout_at};
use tracing::Span;

use super::call::Call;
use super::pending::{Asked, Pending};
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
    /// A place for each request that may be outstanding.
    slots: Arc<Semaphore>,
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
            state: Mutex::new(State::new(codec, is_ready)),
            closed: OnceLock::new(),
            slots: Arc::new(Semaphore::new(outstanding_limit)),
            outstanding_limit,
            span,
        })
    }

    /// Nothing is waited for, logged, woken or dropped that wakes while it is held.
    pub(crate) fn lock(&self) -> MutexGuard<'_, State> {
        // Where a panic can be, in writing an argument, nothing has been changed yet.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Invokes an operation for somebody who waits for the answer.
    pub(crate) fn call<O: Operation>(
        &self,
        argument: &O::Argument<'_>,
        (deadline, limit): (Instant, Duration),
        slot: OwnedSemaphorePermit,
        cx: &Context<'_>,
    ) -> Result<Call<'_>, Error> {
        let asked = Asked::new::<O>(limit, Some(slot));
        let mut state = self.lock();
        if state.is_closed() {
            drop(state);
            return Err(self.gone(false));
        }
        let invoke = state.write::<O>(argument);
        let called = state.call(deadline.into_std(), asked, invoke, cx.waker());
        let is_held = state.is_held();
        let task = state.notify();
        drop(state);
        if let Some(task) = task {
            task.wake();
        }
        let (key, id) = called.map_err(|(_pending, error): (Pending, Error)| error)?;
        if !is_held {
            self.log_request(O::NAME, id);
        }
        Ok(Call::new(self, key))
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
    ) -> Result<OwnedSemaphorePermit, Error> {
        if let Ok(slot) = Arc::clone(&self.slots).try_acquire_owned() {
            return Ok(slot);
        }
        let slot = Arc::clone(&self.slots).acquire_owned();
        match timeout_at(deadline, slot).await {
            Ok(slot) => slot.map_err(|_| self.gone(false)),
            Err(_) => {
                let limit = self.outstanding_limit;
                Err(Cause::TooMany { operation, limit, after }.into())
            }
        }
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
        self.lock().close(&sent, &unsent)
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
                Told::Call(waker) => waker.wake(),
                // Whoever waits sees it from this end being dropped.
                Told::Task(..) => {}
            }
        }
    }
}
