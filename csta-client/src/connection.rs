//! The task that owns the connection.

use std::collections::HashMap;
use std::time::Duration;

use bytes::Bytes;
use csta_codec::events::EventReport;
use csta_codec::rose::{
    Code, Invoke, InvokeProblem, Reject, RejectedId, ReturnError, ReturnResult, Rose,
};
use csta_codec::services::{
    Escape, MonitorStartResult, MonitorStop, MonitorStopArgument, MonitorStopResult, SystemStatus,
    SystemStatusRes,
};
use csta_codec::types::{CstaVersion, MonitorCrossRefId};
use csta_codec::{Apdu, Ber, DecodeError, Element, OctetString, Operation, OperationInfo, Owned};
use futures::StreamExt;
use kme_private::{DeviceCategory, DialogueId};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::sync::{mpsc, oneshot};
use tokio::time::{Instant, sleep_until};

use crate::device_lists::{DeviceLists, Waiting};
use crate::error::Cause;
use crate::incoming::{IncomingSender, result};
use crate::link::SendError;
use crate::monitor::MonitorSender;
use crate::{
    AssociationEvent, Client, ClientBuilder, CloseReason, Error, Incoming, IncomingInvoke,
    IncomingStream, Invocations, Link, MonitorEnd, MonitorItem,
};

/// How many events are held while a monitor is being started whose reference is not known yet.
const EARLY_EVENTS: usize = 64;

/// A request to be sent.
#[derive(Debug)]
pub(crate) struct Command {
    pub(crate) operation: i32,
    pub(crate) name: &'static str,
    pub(crate) argument: Vec<u8>,
    pub(crate) limit: Duration,
    pub(crate) reply: Reply,
}

/// A result with the code of its operation, or none where the switch sends none.
pub(crate) type Answer = Option<(i32, Owned<Element<'static>>)>;

type Started = Owned<MonitorStartResult<'static>>;

/// Who waits for the answer to a request.
#[derive(Debug)]
pub(crate) enum Reply {
    Request(oneshot::Sender<Result<Answer, Error>>),
    Monitor {
        reply: oneshot::Sender<Result<Started, Error>>,
        items: mpsc::Sender<MonitorItem>,
    },
    DeviceList {
        reply: Waiting,
        category: DeviceCategory,
    },
    /// A list of devices whose dialogue has been started.
    Dialogue(DialogueId),
    /// Nobody: a monitor is stopped that nobody reads any more.
    Nobody,
}

/// What must reach the connection even if it is busy; bounded by what it belongs to.
#[derive(Debug)]
pub(crate) enum Housekeeping {
    StopMonitor(Vec<u8>),
    Answer(Bytes),
    Release,
    Abort,
}

#[derive(Debug)]
struct Pending {
    name: &'static str,
    limit: Duration,
    reply: Reply,
}

/// The work of an association: it has to be [run](Self::run), mostly in a task of its own.
///
/// It answers the SystemStatus of the switch by itself.
#[derive(Debug)]
#[must_use = "nothing is sent or received unless it is run"]
pub struct Connection<S> {
    link: Link<S>,
    version: Option<CstaVersion>,
    commands: mpsc::Receiver<Command>,
    housekeeping: mpsc::UnboundedReceiver<Housekeeping>,
    /// Whether all handles and monitors are gone.
    abandoned: bool,
    /// For what is made here and reports back.
    report: mpsc::WeakUnboundedSender<Housekeeping>,
    invocations: Invocations<Pending>,
    outstanding_limit: usize,
    monitors: HashMap<Vec<u8>, MonitorSender>,
    early: Vec<(Vec<u8>, crate::Event)>,
    device_lists: DeviceLists,
    incoming: IncomingSender,
    unread: Option<IncomingStream>,
    /// Until when requests wait for the switch to be ready; `None` when it is.
    ready_by: Option<Instant>,
}

impl<S: AsyncRead + AsyncWrite + Unpin> Connection<S> {
    pub(crate) fn new(
        link: Link<S>,
        version: Option<CstaVersion>,
        builder: &ClientBuilder,
    ) -> (Client, Self) {
        let (commands, received) = mpsc::channel(builder.outstanding_limit.max(1));
        let (housekeeping, kept) = mpsc::unbounded_channel();
        let (incoming, items) = mpsc::channel(builder.incoming_queue.max(1));
        let connection = Self {
            link,
            version,
            commands: received,
            housekeeping: kept,
            abandoned: false,
            report: housekeeping.downgrade(),
            invocations: Invocations::new(builder.outstanding_limit),
            outstanding_limit: builder.outstanding_limit,
            monitors: HashMap::new(),
            early: Vec::new(),
            device_lists: DeviceLists::default(),
            incoming: IncomingSender::new(incoming),
            unread: Some(IncomingStream { items }),
            ready_by: Some(Instant::now() + builder.ready_timeout),
        };
        let (answer_timeout, monitor_queue) =
            (builder.answer_timeout, builder.monitor_queue.max(1));
        (Client { commands, housekeeping, answer_timeout, monitor_queue }, connection)
    }

    /// The version of CSTA that was agreed, if the switch told one.
    #[must_use]
    pub const fn version(&self) -> Option<CstaVersion> {
        self.version
    }

    /// What comes from the switch unasked, other than events of monitors. It can be taken once.
    ///
    /// If it is not taken, confirmed operations that the switch invokes are rejected as not
    /// recognised, and all else of it is dropped.
    #[must_use]
    pub const fn incoming(&mut self) -> Option<IncomingStream> {
        self.unread.take()
    }

    /// Does the work until the association is at an end, and says why it ended.
    ///
    /// It is released when [`Client::release`] is called, and when all handles and monitors are
    /// gone.
    pub async fn run(mut self) -> CloseReason {
        drop(self.unread.take());
        loop {
            if let Some(reason) = self.step().await {
                return reason;
            }
        }
    }

    /// Does the next thing that is to be done: takes one message of the switch, sends one
    /// request, or lets one time limit run out. At the end of the association it says why.
    ///
    /// Dropping the future loses nothing.
    pub(crate) async fn step(&mut self) -> Option<CloseReason> {
        let due = self.poll_timeout();
        let reason = tokio::select! {
            event = self.link.next() => match event {
                Some(AssociationEvent::Apdu(apdu)) => {
                    self.handle_apdu(apdu);
                    return None;
                }
                Some(AssociationEvent::Closed(reason)) => reason,
                Some(AssociationEvent::Open { .. } | AssociationEvent::Requested { .. }) => {
                    return None;
                }
                None => CloseReason::Disconnected("without a reason"),
            },
            job = self.housekeeping.recv(), if !self.abandoned => {
                match job {
                    Some(job) => self.keep_house(job),
                    None => {
                        self.abandoned = true;
                        self.link.release();
                    }
                }
                return None;
            }
            command = self.commands.recv(), if self.is_ready() && !self.commands.is_closed() => {
                if let Some(command) = command {
                    self.request(command);
                }
                return None;
            }
            () = sleep_until(due.unwrap_or_else(Instant::now)), if due.is_some() => {
                self.handle_timeout();
                return None;
            }
        };
        self.end(&reason);
        Some(reason)
    }

    /// Whether the association is open and the switch takes requests.
    pub(crate) fn is_ready(&self) -> bool {
        self.ready_by.is_none() && self.link.is_open()
    }

    fn poll_timeout(&self) -> Option<Instant> {
        let (answer, list) = (self.invocations.poll_timeout(), self.device_lists.poll_timeout());
        answer.into_iter().chain(list).map(Instant::from_std).chain(self.ready_by).min()
    }

    fn handle_timeout(&mut self) {
        let now = Instant::now();
        if self.ready_by.is_some_and(|ready_by| ready_by <= now) {
            tracing::debug!("the switch has not reported itself ready; going on without");
            self.ready_by = None;
        }
        while let Some((_, pending)) = self.invocations.expire(now.into_std()) {
            let (operation, after) = (pending.name, pending.limit);
            self.fail(pending.reply, Cause::TimedOut { operation, after }.into());
        }
        self.device_lists.handle_timeout(now.into_std());
    }

    fn keep_house(&mut self, job: Housekeeping) {
        match job {
            Housekeeping::Answer(apdu) => self.send(&apdu),
            Housekeeping::Release => self.link.release(),
            Housekeeping::Abort => self.link.abort(),
            Housekeeping::StopMonitor(cross_ref) => {
                if self.monitors.remove(&cross_ref).is_some() {
                    self.stop_monitor(&cross_ref);
                }
            }
        }
    }

    pub(crate) fn stop_monitor(&mut self, cross_ref: &[u8]) {
        let cross_ref = MonitorCrossRefId(OctetString(cross_ref));
        self.request(Command {
            operation: MonitorStop::CODE,
            name: MonitorStop::NAME,
            argument: MonitorStopArgument::new(cross_ref).encode(),
            limit: Duration::from_secs(10),
            reply: Reply::Nobody,
        });
    }

    /// Sends a request under an invoke id of its own.
    pub(crate) fn request(&mut self, command: Command) {
        let Command { operation, name, argument, limit, reply } = command;
        let reply = match reply {
            Reply::DeviceList { reply, category } => {
                let now = Instant::now().into_std();
                match self.device_lists.start(now, category, reply) {
                    Some(dialogue) => Reply::Dialogue(dialogue),
                    None => return,
                }
            }
            reply => reply,
        };
        let deadline = (Instant::now() + limit).into_std();
        let id = match self.invocations.begin(deadline, Pending { name, limit, reply }) {
            Ok(id) => id,
            Err(pending) => {
                let limit = self.outstanding_limit;
                return self.fail(pending.reply, Cause::TooMany { limit }.into());
            }
        };
        let mut invoke = Invoke::new(id, Code::Local(operation));
        invoke.argument = Element::decode(&argument).ok();
        let apdu = Apdu::Rose(Rose::Invoke(invoke)).encode();
        if let Err(error) = self.link.send(&apdu)
            && let Some(pending) = self.invocations.end(id)
        {
            let error = match error {
                SendError::TooLong { length, limit } => Cause::TooLong { length, limit }.into(),
                SendError::NotRead => Cause::TooMany { limit: self.outstanding_limit }.into(),
                SendError::NotOpen => Error::closed(CloseReason::Disconnected("meanwhile")),
            };
            self.fail(pending.reply, error);
        }
    }

    /// Sends what nobody waits for.
    fn send(&mut self, apdu: &[u8]) {
        if let Err(error) = self.link.send(apdu) {
            tracing::warn!(%error, "an answer to the switch was not sent");
        }
    }

    fn handle_apdu(&mut self, frame: Bytes) {
        let rose = match Apdu::decode(&frame) {
            Ok(Apdu::Rose(rose)) => rose,
            // The link hands on nothing of ACSE.
            Ok(Apdu::Acse(_)) => return,
            Err(error) => return self.handle_undecodable(&frame, error),
        };
        match rose {
            Rose::Invoke(invoke) => self.handle_invoke(&invoke, &frame),
            Rose::ReturnResult(result) => self.handle_result(&result, &frame),
            Rose::ReturnError(error) => self.handle_error(&error, &frame),
            Rose::Reject(reject) => self.handle_reject(&reject, &frame),
            Rose::Unrecognised(_) => self.incoming.send(Incoming::Unmatched(frame.clone())),
        }
    }

    fn handle_invoke(&mut self, invoke: &Invoke<'_>, frame: &Bytes) {
        let argument = invoke.argument.as_ref();
        match invoke.operation.local() {
            Some(EventReport::CODE) => {
                match argument.map(|argument| Owned::from_element(argument, frame)) {
                    Some(Ok(event)) => self.handle_event(event),
                    Some(Err(error)) => self.report_undecodable(frame, error),
                    None => self.incoming.send(Incoming::Unmatched(frame.clone())),
                }
            }
            Some(SystemStatus::CODE) => {
                match argument.map(Element::read::<<SystemStatus as Operation>::Argument<'_>>) {
                    Some(Ok(argument)) => {
                        self.ready_by = None;
                        self.send(&result::<SystemStatus>(
                            invoke.invoke_id,
                            &SystemStatusRes::NoData,
                        ));
                        self.incoming.send(Incoming::SystemStatus(argument.system_status));
                    }
                    Some(Err(error)) => {
                        self.reject(invoke, InvokeProblem::MistypedArgument);
                        self.report_undecodable(frame, error);
                    }
                    None => self.reject(invoke, InvokeProblem::MistypedArgument),
                }
            }
            Some(MonitorStop::CODE) if self.handle_monitor_stop(invoke) => {}
            Some(Escape::CODE) if self.device_lists.take(Instant::now().into_std(), argument) => {}
            Some(_) if self.incoming.is_open() => {
                let argument = argument.and_then(|argument| {
                    Owned::<Element<'static>>::from_element(argument, frame).ok()
                });
                self.incoming.send(Incoming::Invoke(IncomingInvoke {
                    invoke_id: invoke.invoke_id,
                    operation: invoke.operation.local().unwrap_or_default(),
                    argument,
                    housekeeping: self.report.clone(),
                }));
            }
            operation => {
                tracing::debug!(operation, "the switch invokes what nobody takes");
                let known = operation.and_then(OperationInfo::by_code);
                if known.is_none_or(OperationInfo::is_confirmed) {
                    self.reject(invoke, InvokeProblem::UnrecognisedOperation);
                }
            }
        }
    }

    fn reject(&mut self, invoke: &Invoke<'_>, problem: InvokeProblem) {
        let reject = Reject::of_invoke(invoke.invoke_id, problem);
        self.send(&Apdu::Rose(Rose::Reject(reject)).encode());
    }

    fn handle_event(&mut self, event: crate::Event) {
        let cross_ref = event.get().cross_ref_identifier.0.as_bytes().to_vec();
        if let Some(monitor) = self.monitors.get_mut(&cross_ref) {
            monitor.send(event);
        } else if self.early.len() < EARLY_EVENTS && self.is_starting_monitor() {
            self.early.push((cross_ref, event));
        } else {
            self.incoming.send(Incoming::Event(event));
        }
    }

    fn is_starting_monitor(&self) -> bool {
        self.invocations.iter().any(|pending| matches!(pending.reply, Reply::Monitor { .. }))
    }

    /// Whether the switch stops a monitor of ours: then it is answered here.
    fn handle_monitor_stop(&mut self, invoke: &Invoke<'_>) -> bool {
        let argument = invoke.argument.as_ref().map(Element::read::<MonitorStopArgument<'_>>);
        let Some(Ok(argument)) = argument else {
            return false;
        };
        let Some(monitor) = self.monitors.remove(argument.cross_ref_identifier.0.as_bytes()) else {
            return false;
        };
        monitor.end(MonitorEnd::StoppedBySwitch);
        self.send(&result::<MonitorStop>(invoke.invoke_id, &MonitorStopResult::NoData));
        true
    }

    fn handle_result(&mut self, result: &ReturnResult<'_>, frame: &Bytes) {
        let Some(pending) = self.invocations.end(result.invoke_id) else {
            return self.unmatched(frame);
        };
        let answer = match &result.result {
            None => Ok(None),
            Some(result) => Owned::<Element<'static>>::from_element(&result.result, frame)
                .map(|owned| Some((result.operation.local().unwrap_or_default(), owned))),
        };
        let operation = pending.name;
        let answer = answer.map_err(|error| Cause::Undecodable { operation, error }.into());
        match pending.reply {
            // Whoever waited may have gone away.
            Reply::Request(reply) => drop(reply.send(answer)),
            Reply::Monitor { reply, items } => self.begin_monitor(reply, items, operation, answer),
            Reply::Dialogue(dialogue) => {
                let now = Instant::now().into_std();
                match answer.and_then(|answer| {
                    Ok(answer.ok_or(Cause::WrongOperation { operation, code: None })?)
                }) {
                    Ok((_, result)) => self.device_lists.handle_result(now, dialogue, &result),
                    Err(error) => self.device_lists.fail(now, dialogue, error),
                }
            }
            Reply::DeviceList { .. } | Reply::Nobody => {}
        }
    }

    fn begin_monitor(
        &mut self,
        reply: oneshot::Sender<Result<Started, Error>>,
        items: mpsc::Sender<MonitorItem>,
        operation: &'static str,
        answer: Result<Answer, Error>,
    ) {
        let started = answer.and_then(|answer| {
            let (_, result) = answer.ok_or(Cause::WrongOperation { operation, code: None })?;
            let started: Started =
                result.read().map_err(|error| Cause::Undecodable { operation, error })?;
            Ok(started)
        });
        if let Ok(started) = &started {
            let cross_ref = started.get().cross_ref_identifier.0.as_bytes().to_vec();
            if reply.is_closed() {
                // Nobody waits any more, so nobody would stop it.
                return self.stop_monitor(&cross_ref);
            }
            let mut monitor = MonitorSender::new(items);
            let (own, others) =
                std::mem::take(&mut self.early).into_iter().partition(|(of, _)| *of == cross_ref);
            self.early = others;
            let own: Vec<(Vec<u8>, crate::Event)> = own;
            own.into_iter().for_each(|(_, event)| monitor.send(event));
            self.monitors.insert(cross_ref, monitor);
        }
        if let Err(Ok(started)) = reply.send(started) {
            let cross_ref = started.get().cross_ref_identifier.0.as_bytes().to_vec();
            self.monitors.remove(&cross_ref);
            self.stop_monitor(&cross_ref);
        }
        if !self.is_starting_monitor() {
            for (_, event) in std::mem::take(&mut self.early) {
                self.incoming.send(Incoming::Event(event));
            }
        }
    }

    fn handle_error(&mut self, error: &ReturnError<'_>, frame: &Bytes) {
        let Some(pending) = self.invocations.end(error.invoke_id) else {
            return self.unmatched(frame);
        };
        let operation = pending.name;
        let failure = error.parameter.as_ref().map(|failure| Owned::from_element(failure, frame));
        let error = match failure.transpose() {
            Ok(failure) => Cause::Refused(failure).into(),
            Err(error) => Cause::Undecodable { operation, error }.into(),
        };
        self.fail(pending.reply, error);
    }

    fn handle_reject(&mut self, reject: &Reject<'_>, frame: &Bytes) {
        let pending = match reject.invoke_id {
            RejectedId::Present(id) => self.invocations.end(id),
            RejectedId::Absent | RejectedId::Unrecognised(_) => None,
        };
        match pending {
            Some(pending) => self.fail(pending.reply, Error::rejected(&reject.problem)),
            None => self.unmatched(frame),
        }
    }

    fn unmatched(&mut self, frame: &Bytes) {
        tracing::debug!("an answer to no request that is outstanding");
        self.incoming.send(Incoming::Unmatched(frame.clone()));
    }

    /// Broken ROSE is answered as X.880 says, where it is not itself an answer.
    fn handle_undecodable(&mut self, frame: &Bytes, error: DecodeError) {
        if frame.first() == Some(&0xA1) {
            self.send(&Apdu::Rose(Rose::Reject(Reject::of_apdu(&error))).encode());
        }
        self.report_undecodable(frame, error);
    }

    fn report_undecodable(&mut self, frame: &Bytes, error: DecodeError) {
        tracing::warn!(%error, "the switch sent what cannot be understood");
        self.incoming.send(Incoming::Undecodable { apdu: frame.clone(), error });
    }

    /// Tells everybody that it is over.
    fn end(&mut self, reason: &CloseReason) {
        self.device_lists.end(&Error::closed_after_sending(reason.clone()));
        let outstanding: Vec<Pending> = self.invocations.drain().collect();
        for pending in outstanding {
            self.fail(pending.reply, Error::closed_after_sending(reason.clone()));
        }
        self.commands.close();
        while let Ok(command) = self.commands.try_recv() {
            self.fail(command.reply, Error::closed(reason.clone()));
        }
        for (_, monitor) in self.monitors.drain() {
            monitor.end(MonitorEnd::Closed(reason.clone()));
        }
    }

    /// Tells whoever waits that there is no answer.
    fn fail(&mut self, reply: Reply, error: Error) {
        // Whoever waited may have gone away.
        match reply {
            Reply::Request(reply) => drop(reply.send(Err(error))),
            Reply::Monitor { reply, .. } => drop(reply.send(Err(error))),
            Reply::DeviceList { reply, .. } => drop(reply.send(Err(error))),
            Reply::Dialogue(dialogue) => {
                self.device_lists.fail(Instant::now().into_std(), dialogue, error);
            }
            Reply::Nobody => tracing::debug!(%error, "a monitor was not stopped"),
        }
    }
}
