//! The calls of one line: from the events of the switch to call states, without I/O.

use csta_codec::events::CallControlEvents;
use csta_codec::types::{
    CallState as SnapshotState, EventCause, LocalConnectionState, SimpleCallState,
    SnapshotDeviceData,
};

use crate::report::Report;
use crate::{CallId, CallState, Party};

/// Whether the line called or was called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The line called.
    Outbound,
    /// It was called.
    Inbound,
    /// It was found in a snapshot, which does not say.
    Unknown,
}

/// A call at a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// Its id in the switch.
    pub id: CallId,
    /// Its state here.
    pub state: CallState,
    /// Who began it.
    pub origin: Origin,
    /// Who calls.
    pub caller: Party,
    /// Who is called, as it was first dialled.
    pub called: Party,
    /// With whom the line talks.
    pub connected: Party,
    /// From where it was last redirected.
    pub redirected_from: Party,
}

/// A change of a call, and the event that brought it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The call as it is now. One that is [idle](CallState::Idle) is forgotten.
    pub call: Call,
    /// Its state before; `None` for a new call.
    pub from: Option<CallState>,
    /// The event, by its name in CSTA, or `snapshot`.
    pub event: &'static str,
    /// The cause that the event gives.
    pub cause: Option<EventCause>,
}

/// The calls of one line.
///
/// [`apply`](Self::apply) takes any events in any order: events are lost and come twice, and what
/// the switch says of the line's own connection always counts more than what was believed.
#[derive(Clone, Debug, Default)]
pub struct Calls {
    /// The numbers under which the switch names this line.
    own: Vec<Party>,
    calls: Vec<Call>,
}

impl Calls {
    /// No calls yet, of a line that goes by these numbers.
    #[must_use]
    pub const fn new(own: Vec<Party>) -> Self {
        Self { own, calls: Vec::new() }
    }

    /// The calls, the oldest first.
    pub fn iter(&self) -> impl Iterator<Item = &Call> {
        self.calls.iter()
    }

    /// The call of an id.
    #[must_use]
    pub fn get(&self, id: &CallId) -> Option<&Call> {
        self.calls.iter().find(|call| call.id == *id)
    }

    /// The oldest call in one of these states.
    #[must_use]
    pub fn in_state(&self, states: &[CallState]) -> Option<&Call> {
        self.calls.iter().find(|call| states.contains(&call.state))
    }

    /// Takes in an event and says what changed: nothing, one thing, or two in their order.
    pub fn apply(&mut self, event: &CallControlEvents<'_>) -> Vec<Change> {
        let Some(report) = Report::of(event) else {
            return Vec::new();
        };
        let Some(id) = CallId::of(report.connection) else {
            return Vec::new();
        };
        let own = self.own.contains(&report.subject());
        let known = self.calls.iter().position(|call| call.id == id);
        let before = known.and_then(|at| self.calls.get(at)).map(|call| call.state);
        let states = next_states(event, &report, own, before);
        if states.is_empty() {
            return Vec::new();
        }
        if known.is_none() && states.iter().all(|state| *state == CallState::Idle) {
            return Vec::new(); // the end of a call that nobody knows
        }
        let mut call = match known {
            Some(at) => self.calls.remove(at),
            None => Call {
                id,
                state: CallState::Unknown,
                origin: Origin::Unknown,
                caller: Party::NotKnown,
                called: Party::NotKnown,
                connected: Party::NotKnown,
                redirected_from: Party::NotKnown,
            },
        };
        self.learn(&mut call, event, &report, own);
        let mut from = before;
        let mut changes = Vec::new();
        for state in states {
            call.state = state;
            let (event, cause) = (report.name, Some(report.cause));
            changes.push(Change { call: call.clone(), from, event, cause });
            from = Some(state);
        }
        if call.state != CallState::Idle {
            let at = known.unwrap_or(self.calls.len()).min(self.calls.len());
            self.calls.insert(at, call);
        }
        changes
    }

    /// Takes over what an event tells of the parties.
    fn learn(
        &self,
        call: &mut Call,
        event: &CallControlEvents<'_>,
        report: &Report<'_>,
        own: bool,
    ) {
        let take = |slot: &mut Party, party: Party| {
            if party.is_known() {
                *slot = party;
            }
        };
        if let Some(calling) = report.calling {
            take(&mut call.caller, calling.into());
        }
        if let Some(called) = report.called {
            take(&mut call.called, called.into());
        }
        if let Some(redirection) = report.redirection {
            take(&mut call.redirected_from, redirection.into());
        }
        match event {
            CallControlEvents::ServiceInitiated(_) | CallControlEvents::Originated(_) if own => {
                call.origin = Origin::Outbound;
                take(&mut call.caller, report.subject());
            }
            CallControlEvents::Delivered(_) | CallControlEvents::Offered(_) if own => {
                call.origin = Origin::Inbound;
            }
            CallControlEvents::Established(_) => {
                call.connected = if own { call.caller.clone() } else { report.subject() };
            }
            _ => {}
        }
        if call.origin == Origin::Unknown && call.caller.is_known() {
            let outbound = self.own.contains(&call.caller);
            call.origin = if outbound { Origin::Outbound } else { Origin::Inbound };
        }
    }

    /// Takes in a snapshot: calls that are not in it are over, those in it are as it says.
    pub fn synchronise(&mut self, snapshot: &SnapshotDeviceData<'_>) -> Vec<Change> {
        let mut changes = Vec::new();
        let mut gone = std::mem::take(&mut self.calls);
        for entry in snapshot.0 {
            let Some(id) = CallId::of(&entry.connection_identifier) else {
                continue;
            };
            let known = gone.iter().position(|call| call.id == id).map(|at| gone.remove(at));
            let before = known.as_ref().map(|call| call.state);
            let state = state_of(&entry.local_call_state);
            if state == CallState::Idle {
                gone.extend(known);
                continue;
            }
            let mut call = known.unwrap_or(Call {
                id,
                state,
                origin: Origin::Unknown,
                caller: Party::NotKnown,
                called: Party::NotKnown,
                connected: Party::NotKnown,
                redirected_from: Party::NotKnown,
            });
            call.state = state;
            if let Some(other) = &entry.endpoint_device
                && !call.connected.is_known()
            {
                call.connected = other.into();
            }
            if before != Some(state) {
                let call = call.clone();
                changes.push(Change { call, from: before, event: "snapshot", cause: None });
            }
            self.calls.push(call);
        }
        for mut call in gone {
            let from = Some(call.state);
            call.state = CallState::Idle;
            changes.push(Change { call, from, event: "snapshot", cause: None });
        }
        changes
    }
}

/// The states into which an event brings a call of the line, in their order.
fn next_states(
    event: &CallControlEvents<'_>,
    report: &Report<'_>,
    own: bool,
    before: Option<CallState>,
) -> Vec<CallState> {
    use CallControlEvents as E;
    use LocalConnectionState as L;

    // What the switch says of the line's own connection counts, whatever the event.
    if report.local == Some(L::Null) {
        return vec![CallState::Idle];
    }
    match event {
        E::ServiceInitiated(_) if own => vec![CallState::Dialtone],
        E::DigitsDialed(_) if own => vec![CallState::Dialing],
        E::Originated(_) if own => vec![CallState::Dialing, CallState::Proceeding],
        E::Delivered(_) | E::Offered(_) if own => vec![CallState::Offering],
        E::Delivered(_) if before != Some(CallState::Connected) => match report.local {
            Some(L::Hold) => vec![CallState::OnHold],
            _ => vec![CallState::Ringback],
        },
        E::NetworkReached(_) if before != Some(CallState::Connected) => vec![CallState::Proceeding],
        E::Queued(_) if own => vec![CallState::OnHold],
        E::Queued(_) => vec![CallState::Proceeding],
        E::Established(_) => match report.local {
            Some(L::Hold) => vec![CallState::OnHold],
            Some(L::Alerting) => vec![CallState::Offering],
            _ => vec![CallState::Connected],
        },
        E::Held(_) if own && report.cause == EventCause::Consultation => {
            vec![CallState::OnHoldPendingTransfer]
        }
        E::Held(_) if own => vec![CallState::OnHold],
        E::Retrieved(_) if own => vec![CallState::Connected],
        E::Held(_) | E::Retrieved(_) if before.is_none() => vec![by_local(report.local)],
        E::Failed(_) if report.cause == EventCause::Busy => vec![CallState::Busy],
        E::Failed(_) => vec![CallState::Disconnected],
        E::Diverted(_) | E::ConnectionCleared(_) | E::Transferred(_) if own => {
            vec![CallState::Idle]
        }
        E::CallCleared(_) => vec![CallState::Idle],
        E::ConnectionCleared(_) => match (report.local, before) {
            // While it rings here, the caller's going is followed by the line's own end.
            (Some(L::Alerting), _) | (_, Some(CallState::Offering)) => vec![CallState::Offering],
            (Some(L::Hold), _) => vec![CallState::OnHold],
            _ => vec![CallState::Disconnected],
        },
        E::Conferenced(_) => vec![CallState::Connected],
        E::Transferred(_) => vec![by_local(report.local)],
        _ if before.is_none() => vec![by_local(report.local)],
        _ => Vec::new(),
    }
}

fn by_local(local: Option<LocalConnectionState>) -> CallState {
    match local {
        Some(LocalConnectionState::Initiated) => CallState::Dialtone,
        Some(LocalConnectionState::Alerting) => CallState::Offering,
        Some(LocalConnectionState::Connected) => CallState::Connected,
        Some(LocalConnectionState::Hold | LocalConnectionState::Queued) => CallState::OnHold,
        Some(LocalConnectionState::Fail) => CallState::Disconnected,
        Some(LocalConnectionState::Null) => CallState::Idle,
        Some(LocalConnectionState::Unrecognised(_)) | None => CallState::Unknown,
    }
}

/// The state that a snapshot gives a call.
fn state_of(state: &SnapshotState<'_>) -> CallState {
    match state {
        SnapshotState::SimpleCallState(state) => match state {
            SimpleCallState::CallNull => CallState::Idle,
            SimpleCallState::CallPending => CallState::Dialtone,
            SimpleCallState::CallOriginated | SimpleCallState::CallQueued => CallState::Proceeding,
            SimpleCallState::CallDelivered => CallState::Ringback,
            SimpleCallState::CallReceived | SimpleCallState::CallReceivedOnHold => {
                CallState::Offering
            }
            SimpleCallState::CallEstablished | SimpleCallState::CallEstablishedOnHold => {
                CallState::Connected
            }
            SimpleCallState::CallDeliveredHeld
            | SimpleCallState::CallEstablishedHeld
            | SimpleCallState::CallQueuedHeld
            | SimpleCallState::CallFailedHeld => CallState::OnHold,
            SimpleCallState::CallFailed => CallState::Busy,
            SimpleCallState::CallBlocked => CallState::Disconnected,
            SimpleCallState::Unrecognised(_) => CallState::Unknown,
        },
        SnapshotState::CompoundCallState(states) => by_local(states.iter().next()),
        SnapshotState::Unknown | SnapshotState::Unrecognised(_) => CallState::Unknown,
    }
}

#[cfg(test)]
mod tests;
