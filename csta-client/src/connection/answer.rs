//! Answers of the switch to requests.

use std::task::Waker;
use std::time::Duration;

use bytes::Bytes;
use csta_codec::Owned;
use csta_codec::rose::{InvokeId, Reject, RejectedId, ReturnError};
use csta_codec::services::{MonitorStart, StartCdrTransmission};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::sync::oneshot;
use tokio::time::Instant;

use super::command::{Answer, Reply, Starting};
use super::task::Connection;
use crate::client::read;
use crate::error::Cause;
use crate::exchange::{Settled, Told};
use crate::{CallRecordItem, CallRecords, Error, Incoming, Monitor, MonitorItem, metrics};

impl<S: AsyncRead + AsyncWrite + Unpin> Connection<S> {
    /// Tells whoever waits for a request that has ended.
    pub(super) fn tell_settled(&mut self, Settled { asked, told }: Settled) {
        match told {
            Told::Call(waker) => drop(waker.map(Waker::wake)),
            Told::Task(reply, Ok(answer)) => self.hand_out(reply, answer, asked.limit),
            Told::Task(reply, Err(error)) => self.fail(reply, error),
        }
    }

    /// Gives a result to whoever waits; segments of it may take `limit` each.
    fn hand_out(&mut self, reply: Reply, answer: Answer, limit: Duration) {
        match reply {
            // Whoever waited may have gone away.
            Reply::Request(reply) => drop(reply.send(Ok(answer))),
            Reply::Monitor { reply, stream } => self.begin_monitor(reply, *stream, answer),
            Reply::CallRecords { reply, stream } => {
                self.begin_call_records(reply, *stream, answer);
            }
            Reply::Segments { reply, form } => {
                self.segments.begin(Instant::now().into_std(), form, reply, answer, limit);
            }
            Reply::Dialogue(dialogue) => {
                let now = Instant::now().into_std();
                self.device_lists.handle_result(now, dialogue, &answer);
            }
            Reply::DeviceList { .. } | Reply::Sent(_) | Reply::Nobody => {}
        }
    }

    fn begin_monitor(
        &mut self,
        reply: oneshot::Sender<Result<Monitor, Error>>,
        stream: Starting<MonitorItem>,
        answer: Answer,
    ) {
        match read::<MonitorStart>(answer) {
            Err(error) => drop(reply.send(Err(error))),
            Ok(started) => {
                let Starting { items, received, client } = stream;
                let cross_ref = started.get().cross_ref_identifier;
                for event in self.monitors.open(cross_ref.0.as_bytes(), items) {
                    self.handle_event(event);
                }
                // If nobody waits any more, it is dropped here, and thereby stopped.
                drop(reply.send(Ok(Monitor { items: received, started: started.clone(), client })));
            }
        }
        self.monitor_started();
    }

    /// Hands on the events that no monitor has claimed.
    pub(super) fn monitor_started(&mut self) {
        for event in self.monitors.started() {
            self.tell(Incoming::Event(event));
        }
    }

    fn begin_call_records(
        &mut self,
        reply: oneshot::Sender<Result<CallRecords, Error>>,
        stream: Starting<CallRecordItem>,
        answer: Answer,
    ) {
        match read::<StartCdrTransmission>(answer) {
            Err(error) => drop(reply.send(Err(error))),
            Ok(started) => {
                let Starting { items, received, client } = stream;
                let cross_ref = started.get().cdr_cross_ref_id;
                for invoke in self.call_records.open(cross_ref.as_bytes(), items) {
                    self.handle_call_record(cross_ref.as_bytes(), invoke);
                }
                let records = CallRecords { items: received, started: started.clone(), client };
                drop(reply.send(Ok(records)));
            }
        }
        self.call_records_started();
    }

    /// Hands on the records that no transmission has claimed.
    pub(super) fn call_records_started(&mut self) {
        for invoke in self.call_records.started() {
            self.hand_on(invoke);
        }
    }

    pub(super) fn handle_error(&mut self, error: &ReturnError<'_>, frame: &Bytes) {
        let failure = error.parameter.as_ref().map(|failure| Owned::from_element(failure, frame));
        let failure = failure.transpose();
        let failed = self.fail_request(error.invoke_id, |operation| match failure {
            Ok(failure) => Cause::Refused { operation, failure }.into(),
            Err(error) => Cause::Undecodable { operation, error }.into(),
        });
        let Some((settled, error)) = failed else { return self.unmatched(frame) };
        metrics::error();
        tracing::debug!(operation = settled.asked.name, %error, "error");
        self.tell_settled(settled);
    }

    pub(super) fn handle_reject(&mut self, reject: &Reject<'_>, frame: &Bytes) {
        let failed = match reject.invoke_id {
            RejectedId::Present(id) => {
                self.fail_request(id, |operation| Error::rejected(operation, &reject.problem))
            }
            RejectedId::Absent | RejectedId::Unrecognised(_) => None,
        };
        let Some((settled, error)) = failed else { return self.unmatched(frame) };
        metrics::reject();
        tracing::debug!(operation = settled.asked.name, %error, "reject");
        self.tell_settled(settled);
    }

    /// Ends a request with an error, which is given too.
    fn fail_request(
        &self,
        id: InvokeId,
        error: impl FnOnce(&'static str) -> Error,
    ) -> Option<(Settled, Error)> {
        let mut told = None;
        let settled = self.exchange.lock().answer(id, |asked| {
            let error = error(asked.name);
            told = Some(error.clone());
            Err(error)
        });
        settled.zip(told)
    }

    pub(super) fn unmatched(&mut self, frame: &Bytes) {
        tracing::debug!("an answer to no request that is outstanding");
        metrics::unmatched();
        self.tell(Incoming::Unmatched(frame.clone()));
    }
}
