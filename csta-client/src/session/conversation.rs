//! What a session says and hears on one association.

use std::collections::HashMap;
use std::time::Instant;

use csta_codec::rose::{InvokeProblem, Rose};
use csta_codec::services::{
    CdrReport, MonitorStart, MonitorStartResult, MonitorStop, MonitorStopResult, SnapshotDevice,
    SnapshotDeviceData, StopCdrTransmission, StopCdrTransmissionResult,
};
use csta_codec::types::MonitorCrossRefId;
use csta_codec::{Apdu, Ber, Operation, OperationInfo};
use tokio::io::{AsyncRead, AsyncWrite};

use super::MonitorId;
use super::planner::{Answer, Planner};
use super::requests::Asked;
use super::segments::{Segments, Taken};
use crate::error::Cause;
use crate::{Client, CloseReason, Connection, Incoming, IncomingInvoke, IncomingStream};

type CrossRef = Vec<u8>;

/// An association, and what the session has asked for on it.
///
/// It runs the [`Connection`] itself, one step after the other, and passes on what each has
/// brought: so answers and events stay in the order in which the switch sent them.
#[derive(Debug)]
pub(super) struct Conversation<S> {
    pub(super) client: Client,
    pub(super) connection: Connection<S>,
    incoming: Option<IncomingStream>,
    pub(super) asked: Vec<Asked>,
    monitors: HashMap<CrossRef, MonitorId>,
    cross_refs: HashMap<MonitorId, CrossRef>,
    pub(super) cdr: Option<Vec<u8>>,
    pub(super) segments: Segments,
    up: bool,
}

impl<S: AsyncRead + AsyncWrite + Unpin> Conversation<S> {
    pub(super) fn new(client: Client, mut connection: Connection<S>) -> Self {
        Self {
            client,
            incoming: connection.incoming(),
            connection,
            asked: Vec::new(),
            monitors: HashMap::new(),
            cross_refs: HashMap::new(),
            cdr: None,
            segments: Segments::default(),
            up: false,
        }
    }

    pub(super) const fn client(&self) -> &Client {
        &self.client
    }

    /// Lets the connection take one step. Dropping the future loses nothing.
    pub(super) async fn step(&mut self) -> Option<CloseReason> {
        self.connection.step().await
    }

    /// When [`hear`](Self::hear) is to be called, if no step has to be taken before.
    pub(super) fn poll_timeout(&self) -> Option<Instant> {
        self.segments.poll_timeout()
    }

    /// Passes on what the last step has brought. Returns whether the link has just come up.
    pub(super) fn hear(&mut self, planner: &mut Planner) -> bool {
        let came_up = !self.up && self.connection.is_ready();
        if came_up {
            self.up = true;
            planner.handle_link_up(now(), self.connection.version());
        }
        for answer in self.answers() {
            planner.handle_answer(now(), answer);
        }
        while let Some(incoming) = self.incoming.as_mut().and_then(IncomingStream::try_next) {
            self.handle_incoming(planner, incoming);
        }
        while let Some(monitor) = self.segments.expire(now()) {
            let (operation, after) = (SnapshotDevice::NAME, self.connection.answer_timeout());
            let error = Cause::TimedOut { operation, after }.into();
            planner.handle_answer(now(), Answer::Snapshot(monitor, Err(error)));
        }
        came_up
    }

    fn handle_incoming(&mut self, planner: &mut Planner, incoming: Incoming) {
        match incoming {
            Incoming::Event(event) => {
                let cross_ref = event.get().cross_ref_identifier;
                let monitor = self.monitors.get(cross_ref.0.as_bytes()).copied();
                match monitor {
                    Some(monitor) => {
                        self.segments.disturb(monitor);
                        planner.handle_event(monitor, event);
                    }
                    None => planner.handle_incoming(now(), Incoming::Event(event)),
                }
            }
            Incoming::Invoke(invoke) => self.handle_invoke(planner, invoke),
            incoming => {
                if let Incoming::Unmatched(apdu) = &incoming {
                    self.stop_late(apdu);
                }
                planner.handle_incoming(now(), incoming);
            }
        }
    }

    fn handle_invoke(&mut self, planner: &mut Planner, invoke: IncomingInvoke) {
        if let Some(Ok(argument)) = invoke.argument::<MonitorStop>()
            && let Some(monitor) =
                self.monitors.get(cross_ref(&argument.get().cross_ref_identifier))
        {
            let monitor = *monitor;
            self.forget(monitor);
            invoke.answer::<MonitorStop>(&MonitorStopResult::NoData);
            planner.handle_stopped(now(), monitor);
        } else if let Some(Ok(argument)) = invoke.argument::<StopCdrTransmission>()
            && self.cdr.as_deref() == Some(argument.get().cdr_cross_ref_id.as_bytes())
        {
            self.cdr = None;
            invoke.answer::<StopCdrTransmission>(&StopCdrTransmissionResult::NoData);
            planner.handle_cdr_stopped(now());
        } else if let Some(Ok(segment)) = invoke.argument::<SnapshotDeviceData>()
            && let taken @ (Taken::More | Taken::Last(_)) = self.segments.take(&segment)
        {
            if let Taken::Last(answer) = taken {
                planner.handle_answer(now(), answer);
            }
        } else if planner.has_reader() {
            planner.handle_incoming(now(), Incoming::Invoke(invoke));
        } else if invoke.operation() != CdrReport::CODE // what is not confirmed stays there
            && OperationInfo::by_code(invoke.operation()).is_none_or(OperationInfo::is_confirmed)
        {
            invoke.reject(InvokeProblem::UnrecognisedOperation);
        }
    }

    /// A monitor that was started after its time limit is in nobody's hands: it is stopped, so
    /// that it can be started again.
    fn stop_late(&mut self, apdu: &[u8]) {
        let Ok(Apdu::Rose(Rose::ReturnResult(result))) = Apdu::decode(apdu) else { return };
        let Some(result) = result.result else { return };
        if result.operation.local() != Some(MonitorStart::CODE) {
            return;
        }
        if let Ok(started) = result.result.read::<MonitorStartResult<'_>>()
            && let late = cross_ref(&started.cross_ref_identifier)
            && !self.monitors.contains_key(late)
        {
            self.connection.stop_monitor(late, None);
        }
    }

    /// A monitor runs under a cross reference.
    pub(super) fn remember(&mut self, monitor: MonitorId, reference: MonitorCrossRefId<'_>) {
        let reference = cross_ref(&reference).to_vec();
        self.monitors.insert(reference.clone(), monitor);
        self.cross_refs.insert(monitor, reference);
    }

    /// A monitor does not run any more; gives the cross reference that it had.
    pub(super) fn forget(&mut self, monitor: MonitorId) -> Option<CrossRef> {
        let reference = self.cross_refs.remove(&monitor)?;
        self.monitors.remove(&reference);
        Some(reference)
    }
}

const fn cross_ref<'a>(reference: &MonitorCrossRefId<'a>) -> &'a [u8] {
    reference.0.as_bytes()
}

/// The time of the runtime, which can be virtual.
pub(super) fn now() -> Instant {
    tokio::time::Instant::now().into_std()
}
