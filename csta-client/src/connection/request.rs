//! Requests on their way out.

use csta_codec::rose::{Invoke, InvokeProblem, OutgoingInvoke, Reject, Rose};
use csta_codec::services::{
    MonitorStart, MonitorStop, MonitorStopArgument, RequestSysStat, RequestSysStatArg,
    StartCdrTransmission, StopCdrTransmission, StopCdrTransmissionArgument,
};
use csta_codec::types::MonitorCrossRefId;
use csta_codec::{Ber, OctetString, Operation};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::sync::oneshot;
use tokio::time::Instant;

use super::command::{Answer, Command, Housekeeping, Pending, Reply};
use super::task::Connection;
use crate::error::Cause;
use crate::link::SendError;
use crate::{CloseReason, Error, metrics};

impl<S: AsyncRead + AsyncWrite + Unpin> Connection<S> {
    pub(super) fn keep_house(&mut self, job: Housekeeping) {
        match job {
            Housekeeping::Answer(apdu) => self.send(&apdu),
            Housekeeping::StopMonitor { cross_ref, done } => {
                if self.monitors.remove_abandoned(&cross_ref).is_some() {
                    self.stop_monitor(&cross_ref, done);
                }
            }
            Housekeeping::StopCallRecords { cross_ref, done } => {
                if self.call_records.remove_abandoned(&cross_ref).is_some() {
                    self.stop_call_records(&cross_ref, done);
                }
            }
        }
    }

    pub(crate) fn stop_monitor(
        &mut self,
        cross_ref: &[u8],
        done: Option<oneshot::Sender<Result<Answer, Error>>>,
    ) {
        let argument = MonitorStopArgument::new(MonitorCrossRefId(OctetString(cross_ref)));
        self.ask::<MonitorStop>(&argument, done.map_or(Reply::Nobody, Reply::Request));
    }

    pub(super) fn stop_call_records(
        &mut self,
        cross_ref: &[u8],
        done: Option<oneshot::Sender<Result<Answer, Error>>>,
    ) {
        let argument = StopCdrTransmissionArgument::new(OctetString(cross_ref));
        self.ask::<StopCdrTransmission>(&argument, done.map_or(Reply::Nobody, Reply::Request));
    }

    /// Asks for a sign of life.
    pub(super) fn probe(&mut self) {
        self.ask::<RequestSysStat>(&RequestSysStatArg::new(), Reply::Nobody);
    }

    /// Sends a request of whoever runs the connection, beside those of the handles.
    pub(crate) fn ask<O: Operation>(&mut self, argument: &O::Argument<'_>, reply: Reply) {
        let limit = self.answer_timeout;
        self.request(Command {
            invoke: OutgoingInvoke::new::<O>(argument),
            deadline: Instant::now() + limit,
            pending: Pending::new::<O>(limit, reply, None),
        });
    }

    /// Gives a request an invoke id, and sends it if the switch is ready.
    pub(super) fn request(&mut self, command: Command) {
        let Command { invoke, deadline, mut pending } = command;
        if pending.reply.is_abandoned() {
            return;
        }
        if let Reply::DeviceList { reply, category } = pending.reply {
            match self.device_lists.start(Instant::now().into_std(), category, reply) {
                Some(dialogue) => pending.reply = Reply::Dialogue(dialogue),
                None => return,
            }
        }
        match &pending.reply {
            Reply::Monitor { .. } => self.monitors.starting(),
            Reply::CallRecords { .. } => self.call_records.starting(),
            Reply::Segments { form, .. } => self.segments.ask(form),
            _ => {}
        }
        let id = match self.invocations.begin(deadline.into_std(), pending) {
            Ok(id) => id,
            Err(pending) => {
                let limit = self.invocations.len();
                return self.fail(pending.reply, Cause::NoInvokeId { limit }.into());
            }
        };
        self.late.remove(&id);
        let apdu = invoke.into_apdu(id);
        if self.ready_by.is_some() {
            self.held.push((id, apdu));
        } else {
            self.send_request(id, apdu.octets());
        }
    }

    fn send_request(&mut self, id: i32, apdu: &[u8]) {
        let Some(pending) = self.invocations.get_mut(id) else { return };
        let Err(error) = self.link.send(apdu) else {
            pending.sent = true;
            tracing::debug!(operation = pending.name, invoke_id = id, "request");
            metrics::request();
            if matches!(pending.reply, Reply::Sent(_))
                && let Some(Pending { reply: Reply::Sent(reply), .. }) = self.invocations.end(id)
            {
                let _ = reply.send(Ok(()));
            }
            return;
        };
        if let Some(pending) = self.invocations.end(id) {
            let operation = pending.name;
            let error = match error {
                SendError::TooLong { length, limit } => {
                    Cause::TooLong { operation, length, limit }.into()
                }
                SendError::NotRead => Cause::NotRead { operation }.into(),
                SendError::NotOpen => Error::closed(CloseReason::Disconnected("meanwhile")),
            };
            self.fail(pending.reply, error);
        }
    }

    /// Sends the requests that have waited for the switch to be ready.
    pub(super) fn ready(&mut self) {
        if self.ready_by.take().is_some() {
            for (id, apdu) in std::mem::take(&mut self.held) {
                let pending = self.invocations.get_mut(id);
                if pending.is_some_and(|pending| !pending.sent && !pending.reply.is_abandoned()) {
                    self.send_request(id, apdu.octets());
                } else if let Some(pending) = self.invocations.end(id) {
                    // Nobody waits for it any more.
                    self.fail(pending.reply, Error::closed(CloseReason::Released));
                }
            }
        }
    }

    /// Ends the requests whose time is over.
    pub(super) fn expire(&mut self, now: Instant) {
        while let Some((id, pending)) = self.invocations.expire(now.into_std()) {
            self.held.retain(|(held, _)| *held != id);
            let (operation, after) = (pending.name, pending.limit);
            tracing::debug!(operation, invoke_id = id, ?after, "no answer");
            metrics::timeout();
            if pending.sent
                && matches!(pending.operation, MonitorStart::CODE | StartCdrTransmission::CODE)
            {
                self.late.insert(id);
            }
            self.fail(
                pending.reply,
                match pending.sent {
                    true => Cause::TimedOut { operation, after },
                    false => Cause::NotReady { operation, after },
                }
                .into(),
            );
        }
    }

    /// Sends what nobody waits for.
    pub(super) fn send(&mut self, apdu: &[u8]) {
        if let Err(error) = self.link.send(apdu) {
            tracing::warn!(%error, "an answer to the switch was not sent");
        }
    }

    pub(super) fn reject(&mut self, invoke: &Invoke<'_>, problem: InvokeProblem) {
        let reject = Reject::of_invoke(invoke.invoke_id, problem);
        self.send(&Rose::Reject(reject).encode());
    }

    /// Tells whoever waits that there is no answer.
    pub(super) fn fail(&mut self, reply: Reply, error: Error) {
        // Whoever waited may have gone away.
        match reply {
            Reply::Request(reply) => drop(reply.send(Err(error))),
            Reply::Sent(reply) => drop(reply.send(Err(error))),
            Reply::Monitor { reply, .. } => {
                drop(reply.send(Err(error)));
                self.monitor_started();
            }
            Reply::CallRecords { reply, .. } => {
                drop(reply.send(Err(error)));
                self.call_records_started();
            }
            Reply::Segments { reply, form } => self.segments.fail(form, reply, error),
            Reply::DeviceList { reply, .. } => drop(reply.send(Err(error))),
            Reply::Dialogue(dialogue) => {
                self.device_lists.fail(Instant::now().into_std(), dialogue, error);
            }
            Reply::Nobody => tracing::debug!(%error, "a request that nobody waits for failed"),
        }
    }
}
