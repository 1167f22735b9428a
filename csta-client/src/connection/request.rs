//! Requests on their way out.

use csta_codec::rose::{Invoke, InvokeId, InvokeProblem, OutgoingInvoke, Reject, Rose};
use csta_codec::services::{
    MonitorStart, MonitorStop, MonitorStopArgument, RequestSysStat, RequestSysStatArg,
    StartCdrTransmission, StopCdrTransmission, StopCdrTransmissionArgument,
};
use csta_codec::types::MonitorCrossRefId;
use csta_codec::{Ber, OctetString, Operation};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::sync::oneshot;
use tokio::time::Instant;

use super::command::{Answer, Command, Housekeeping, Reply};
use super::task::Connection;
use crate::error::Cause;
use crate::exchange::{Asked, Asker, Pending, Progress, Released};
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
            asked: Asked::new::<O>(limit, None),
            reply,
        });
    }

    /// Sends what the handles have asked for, unless the association is ending.
    pub(super) fn send_requests(&mut self) {
        let now = Instant::now().into_std();
        if !self.link.is_open() {
            return self.exchange.lock().start_times(now);
        }
        let mut frames = std::mem::take(&mut self.frames);
        let commands = self.exchange.lock().take_news(now, &mut frames);
        let mut sent = 0;
        for (before, command) in commands {
            self.link.send_frames(frames.get(sent..before).unwrap_or_default());
            sent = sent.max(before);
            self.request(command);
        }
        self.link.send_frames(frames.get(sent..).unwrap_or_default());
        frames.clear();
        self.frames = frames;
    }

    /// Sends what stands in line, behind what has been taken.
    fn send_frames(&mut self) {
        if self.link.is_open() {
            self.exchange.lock().take_frames(&mut self.frames);
            self.link.send_frames(&self.frames);
            self.frames.clear();
        }
    }

    /// Begins a request, and sends it if the switch is ready.
    pub(super) fn request(&mut self, command: Command) {
        let Command { invoke, deadline, asked, mut reply } = command;
        if reply.is_abandoned() {
            return self.exchange.lock().give_up(asked);
        }
        if let Reply::DeviceList { reply: waiting, category } = reply {
            match self.device_lists.start(Instant::now().into_std(), category, waiting) {
                Some(dialogue) => reply = Reply::Dialogue(dialogue),
                None => return self.exchange.lock().give_up(asked),
            }
        }
        match &reply {
            Reply::Monitor { .. } => self.monitors.starting(),
            Reply::CallRecords { .. } => self.call_records.starting(),
            Reply::Segments { form, .. } => self.segments.ask(form),
            _ => {}
        }
        let operation = asked.name;
        let (deadline, asker) = (Some(deadline.into_std()), Asker::Task(reply));
        let begun = self.exchange.lock().request(deadline, asked, asker, invoke);
        match begun {
            Err((Pending { asker: Asker::Task(reply), .. }, error)) => self.fail(reply, error),
            // It was made for the task.
            Err((Pending { asker: Asker::Call(_), .. }, _)) => {}
            Ok(id) if self.is_ready() => {
                self.send_frames();
                self.handle_sent(operation, id);
            }
            Ok(_) => {}
        }
    }

    fn handle_sent(&self, operation: &'static str, id: InvokeId) {
        self.exchange.log_request(operation, id);
        let notice = self.exchange.lock().end_notice(id);
        if let Some(Pending { asker: Asker::Task(Reply::Sent(reply)), .. }) = notice {
            // Whoever waited may have gone away.
            let _ = reply.send(Ok(()));
        }
    }

    /// Sends the requests that have waited for the switch to be ready.
    pub(super) fn ready(&mut self) {
        if self.ready_by.take().is_none() || !self.link.is_open() {
            return;
        }
        let released = self.exchange.lock().ready();
        self.send_frames();
        for released in released {
            match released {
                Released::Queued(id, operation) => self.handle_sent(operation, id),
                Released::Unwanted(Pending { asker: Asker::Task(reply), .. }) => {
                    self.fail(reply, Error::closed(CloseReason::Released));
                }
                // Ended when its future was dropped.
                Released::Unwanted(Pending { asker: Asker::Call(_), .. }) => {}
            }
        }
    }

    /// Ends the requests whose time is over.
    pub(super) fn expire(&mut self, now: Instant) {
        loop {
            let mut state = self.exchange.lock();
            let Some((id, pending)) = state.expire(now.into_std()) else { return };
            let progress = state.progress(&pending);
            let Asked { operation: code, name: operation, limit: after, .. } = pending.asked;
            let error = match progress {
                Progress::Sent => Cause::TimedOut { operation, after }.into(),
                Progress::Held => Cause::NotReady { operation, after }.into(),
                Progress::Queued => Error::closed(CloseReason::Disconnected("meanwhile")),
            };
            let settled = state.settle(pending, Err(error));
            drop(state);
            tracing::debug!(operation, invoke_id = id, ?after, "no answer");
            metrics::timeout();
            if progress == Progress::Sent
                && matches!(code, MonitorStart::CODE | StartCdrTransmission::CODE)
            {
                self.late.insert(id);
            }
            self.tell_settled(settled);
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
        match reply {
            Reply::Monitor { .. } => {
                reply.fail(error);
                self.monitor_started();
            }
            Reply::CallRecords { .. } => {
                reply.fail(error);
                self.call_records_started();
            }
            Reply::Segments { reply, form } => self.segments.fail(form, reply, error),
            Reply::Dialogue(dialogue) => {
                self.device_lists.fail(Instant::now().into_std(), dialogue, error);
            }
            Reply::Nobody => tracing::debug!(%error, "a request that nobody waits for failed"),
            reply => reply.fail(error),
        }
    }
}
