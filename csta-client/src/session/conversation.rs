//! What a session says and hears on one association.

use std::collections::HashMap;
use std::time::Instant;

use csta_codec::services::{
    MonitorStop, MonitorStopResult, StopCdrTransmission, StopCdrTransmissionResult,
};
use csta_codec::types::{CdrCrossRefId, MonitorCrossRefId};
use tokio::io::{AsyncRead, AsyncWrite};

use super::MonitorId;
use super::planner::Planner;
use super::requests::Asked;
use crate::connection::Item;
use crate::{
    CallRecordItem, Client, CloseReason, Connection, Incoming, IncomingInvoke, IncomingStream,
};

type CrossRef = Vec<u8>;

/// An association, and what the session has asked for on it.
///
/// It runs the [`Connection`] itself, one step after the other, and passes on what each has
/// brought: so answers and events stay in the order in which the switch sent them.
#[derive(Debug)]
pub(super) struct Conversation<S> {
    client: Client,
    pub(super) connection: Connection<S>,
    incoming: Option<IncomingStream>,
    pub(super) asked: Vec<Asked>,
    monitors: HashMap<CrossRef, MonitorId>,
    cross_refs: HashMap<MonitorId, CrossRef>,
    call_records: Option<CrossRef>,
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
            call_records: None,
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
        came_up
    }

    fn handle_incoming(&mut self, planner: &mut Planner, incoming: Incoming) {
        match incoming {
            Incoming::Event(event) => {
                let cross_ref = event.get().cross_ref_identifier;
                let monitor = self.monitors.get(cross_ref.0.as_bytes()).copied();
                match monitor {
                    Some(monitor) => {
                        self.disturb(monitor);
                        planner.handle_event(monitor, event);
                    }
                    None => planner.handle_incoming(now(), Incoming::Event(event)),
                }
            }
            Incoming::Invoke(invoke) => self.handle_invoke(planner, invoke),
            incoming => planner.handle_incoming(now(), incoming),
        }
    }

    fn handle_invoke(&mut self, planner: &mut Planner, invoke: IncomingInvoke) {
        if let Some(monitor) = self.monitor_to_stop(&invoke) {
            self.forget(monitor);
            invoke.answer::<MonitorStop>(&MonitorStopResult::NoData);
            planner.handle_stopped(now(), monitor);
        } else if self.call_records.is_some() && invoke.call_records() == self.call_records {
            planner.handle_call_records(CallRecordItem::of(invoke));
        } else if let Some(Ok(argument)) = invoke.argument::<StopCdrTransmission>()
            && let reference = argument.get().cdr_cross_ref_id.as_bytes()
            && self.call_records.as_deref() == Some(reference)
        {
            self.call_records = None;
            self.connection.claim_call_records(reference, false);
            invoke.answer::<StopCdrTransmission>(&StopCdrTransmissionResult::NoData);
            planner.handle_call_records_stopped(now());
        } else {
            planner.handle_incoming(now(), Incoming::Invoke(invoke));
        }
    }

    /// The monitor that the switch stops, if it is one of the session.
    fn monitor_to_stop(&self, invoke: &IncomingInvoke) -> Option<MonitorId> {
        let argument = invoke.argument::<MonitorStop>()?.ok()?;
        self.monitors.get(cross_ref(&argument.get().cross_ref_identifier)).copied()
    }

    /// A monitor runs under a cross reference.
    pub(super) fn remember(&mut self, monitor: MonitorId, reference: MonitorCrossRefId<'_>) {
        let reference = cross_ref(&reference).to_vec();
        self.connection.claim_monitor(&reference, true);
        self.monitors.insert(reference.clone(), monitor);
        self.cross_refs.insert(monitor, reference);
    }

    /// A monitor does not run any more; gives the cross reference that it had.
    pub(super) fn forget(&mut self, monitor: MonitorId) -> Option<CrossRef> {
        let reference = self.cross_refs.remove(&monitor)?;
        self.connection.claim_monitor(&reference, false);
        self.monitors.remove(&reference);
        Some(reference)
    }

    /// Call records come under a cross reference.
    pub(super) fn remember_call_records(&mut self, reference: CdrCrossRefId<'_>) {
        self.connection.claim_call_records(reference.as_bytes(), true);
        self.call_records = Some(reference.as_bytes().to_vec());
    }
}

const fn cross_ref<'a>(reference: &MonitorCrossRefId<'a>) -> &'a [u8] {
    reference.0.as_bytes()
}

/// The time of the runtime, which can be virtual.
pub(super) fn now() -> Instant {
    tokio::time::Instant::now().into_std()
}
