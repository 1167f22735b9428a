//! Results of the switch: those that have come together are told together, under one lock.

use std::ops::Range;
use std::task::Waker;

use bytes::Bytes;
use csta_codec::ber::Tag;
use csta_codec::rose::{InvokeId, OperationResult, ReturnResult, Rose};
use csta_codec::services::{
    MonitorStart, MonitorStartResult, StartCdrTransmission, StartCdrTransmissionResult,
};
use csta_codec::{Operation, Owned};
use tokio::io::{AsyncRead, AsyncWrite};

use super::command::Answer;
use super::task::Connection;
use crate::error::Cause;
use crate::exchange::{Asked, Settled, Told};
use crate::{Error, metrics};

/// A result that nobody has been told of yet.
#[derive(Debug)]
pub(super) struct Returned {
    id: InvokeId,
    /// `None` if there is only the id in it.
    value: Option<Value>,
    frame: Bytes,
}

/// Of which operation a result is, and where in its frame it stands.
#[derive(Debug)]
pub(super) struct Value {
    operation: Option<i32>,
    tag: Tag,
    content: Range<usize>,
}

impl Value {
    pub(super) fn of(result: &OperationResult<'_>) -> Self {
        let (operation, element) = (result.operation.local(), &result.result);
        let (begin, length) = (element.offset(), element.content().len());
        Self { operation, tag: element.tag(), content: begin..begin + length }
    }
}

/// A future whose answer is there.
#[derive(Debug)]
pub(super) struct Woken {
    id: InvokeId,
    operation: &'static str,
    waker: Option<Waker>,
}

fn log_result(invoke_id: InvokeId, operation: &'static str) {
    tracing::debug!(operation, invoke_id, "result");
    metrics::result();
}

impl Returned {
    pub(super) const fn new(id: InvokeId, value: Option<Value>, frame: Bytes) -> Self {
        Self { id, value, frame }
    }

    /// The answer to what was asked.
    #[inline]
    fn into_answer(self, asked: &Asked) -> Result<Answer, Error> {
        let Asked { operation: code, name: operation, .. } = *asked;
        match self.value {
            Some(value) if value.operation == Some(code) => {
                Ok(Owned::of_frame(self.frame, value.tag, value.content))
            }
            value => {
                let code = value.and_then(|value| value.operation);
                Err(Cause::WrongOperation { operation, code }.into())
            }
        }
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin> Connection<S> {
    /// Tells those who wait for them of the results that have come.
    pub(super) fn tell_returned(&mut self) {
        if self.returned.is_empty() {
            return;
        }
        // The room of both is used again.
        let (mut returned, mut woken) =
            (std::mem::take(&mut self.returned), std::mem::take(&mut self.woken));
        let (mut others, mut unmatched) = (Vec::new(), Vec::new());
        let mut state = self.exchange.lock();
        for result in returned.drain(..) {
            let id = result.id;
            match state.end(id) {
                Some(pending) => {
                    let operation = pending.asked.name;
                    let answer = result.into_answer(&pending.asked);
                    match state.settle(pending, answer) {
                        Settled { told: Told::Call(waker), .. } => {
                            woken.push(Woken { id, operation, waker });
                        }
                        settled => others.push((id, settled)),
                    }
                }
                None => unmatched.push(result),
            }
        }
        drop(state);
        for Woken { id, operation, waker } in woken.drain(..) {
            log_result(id, operation);
            if let Some(waker) = waker {
                waker.wake();
            }
        }
        (self.returned, self.woken) = (returned, woken);
        for (id, settled) in others {
            log_result(id, settled.asked.name);
            self.tell_settled(settled);
        }
        for Returned { id, frame, .. } in unmatched {
            self.stop_late(id, &frame);
            self.unmatched(&frame);
        }
    }

    /// Stops what was started after its time limit, so that it is in nobody's hands. Its reference
    /// may be that of one that was started since.
    fn stop_late(&mut self, id: InvokeId, frame: &Bytes) {
        if !self.late.remove(&id) {
            return;
        }
        let Ok(Rose::ReturnResult(ReturnResult { result: Some(late), .. })) = Rose::of_apdu(frame)
        else {
            return;
        };
        match late.operation.local() {
            Some(MonitorStart::CODE) => {
                if let Ok(started) = late.result.read::<MonitorStartResult<'_>>()
                    && let cross_ref = started.cross_ref_identifier.0.as_bytes()
                    && !self.monitors.is_known(cross_ref)
                {
                    self.stop_monitor(cross_ref, None);
                }
            }
            Some(StartCdrTransmission::CODE) => {
                if let Ok(started) = late.result.read::<StartCdrTransmissionResult<'_>>()
                    && let cross_ref = started.cdr_cross_ref_id.as_bytes()
                    && !self.call_records.is_known(cross_ref)
                {
                    self.stop_call_records(cross_ref, None);
                }
            }
            _ => {}
        }
    }
}
