//! What a snapshot tells: it counts more than all that was believed.

use csta_client::CallSnapshot;
use csta_codec::types::{
    CallState as Seen, LocalConnectionState as Local, SimpleCallState, SnapshotDeviceResponseInfo,
};
use jiff::Timestamp;
use kme_private::DeviceNumber;

use super::calls::{Calls, MAX_CALLS};
use super::change::Log;
use super::learn::MAX_MEMBERS;
use super::report::trunk_of;
use super::{Reduced, Unused, learn};
use crate::{
    BusyMode, Call, CallId, CallState, DisconnectMode, Identity, Member, Origin, Party,
    SwitchCallId,
};

/// How many snapshots in a row may lack a call that the switch has just said to have begun: the
/// first can be older than that.
const MISSED: u8 = 2;

/// Who takes part in a call, as a snapshot of the call tells it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CallParties {
    calling: Party,
    called: Party,
    trunk: Option<DeviceNumber>,
    devices: Vec<(Party, Identity, Option<Local>)>,
}

impl CallParties {
    /// What a snapshot tells.
    #[must_use]
    pub fn of(snapshot: &CallSnapshot) -> Self {
        let result = snapshot.result().get();
        let calling = result.calling_device.as_ref().map_or(Party::NOT_KNOWN, Party::from);
        let called = result.called_device.as_ref().map_or(Party::NOT_KNOWN, Party::from);
        let lines = [
            result.associated_calling_device_id.as_ref().map(Party::from),
            result.associated_called_device_id.as_ref().map(Party::from),
        ];
        let devices: Vec<_> = snapshot
            .devices()
            .map(|device| {
                let connection = device.call_identifier.as_ref();
                let connection = connection.map_or(Party::NOT_KNOWN, Party::from);
                let party = Party::from(&device.device_on_call);
                (party, connection.identity, device.local_connection_state)
            })
            .collect();
        let trunk = lines.into_iter().flatten().map(|line| line.identity);
        let trunk = trunk.chain(devices.iter().map(|(party, ..)| party.identity.clone()));
        let trunk = trunk.filter_map(|identity| trunk_of(&identity)).next();
        Self { calling, called, trunk, devices }
    }
}

impl Calls {
    /// Takes in a snapshot of the device: calls that are not in it are over, those in it are as
    /// it says.
    pub fn synchronise<'s>(
        &mut self,
        snapshot: impl IntoIterator<Item = SnapshotDeviceResponseInfo<'s>>,
        now: Timestamp,
    ) -> Reduced {
        let mut log = Log::new("snapshot", None, now);
        let mut seen = Vec::new();
        for entry in snapshot {
            let Some(id) = SwitchCallId::of(&entry.connection_identifier) else {
                log.unused(Unused::NoCallId);
                continue;
            };
            if !seen.contains(&id) && own_state(&entry.local_call_state) != Local::Null {
                self.see(id.clone(), &entry, &mut log);
                seen.push(id);
            }
        }
        let is_gone = |call: &&Call| call.switch_id.as_ref().is_some_and(|id| !seen.contains(id));
        let gone: Vec<CallId> = self.calls.iter().filter(is_gone).map(|call| call.id).collect();
        for id in gone {
            self.end(id, DisconnectMode::Unavailable, true, &mut log);
        }
        for reserved in &mut self.reserved {
            reserved.missed += 1;
        }
        self.reserved.retain(|reserved| reserved.missed < MISSED);
        self.finish(log)
    }

    /// Takes in one call of a snapshot.
    fn see(&mut self, id: SwitchCallId, entry: &SnapshotDeviceResponseInfo<'_>, log: &mut Log) {
        let mut call = match self.of_switch(&id).cloned() {
            Some(call) => call,
            None if self.calls.len() >= MAX_CALLS => return log.unused(Unused::TooManyCalls),
            None => {
                let call = self.begin(id, log);
                log.incomplete(call.id);
                call
            }
        };
        log.touch(&call);
        let (state, held_by_other) = state_of(&entry.local_call_state);
        let endpoint = entry.endpoint_device.as_ref().map_or(Party::NOT_KNOWN, Party::from);
        let parts: Vec<CallId> = self
            .calls
            .iter()
            .filter(|own| own.conference == Some(call.id))
            .map(|own| own.id)
            .collect();
        let others = others(&entry.local_call_state);
        if !parts.is_empty() && others == 1 {
            return self.shrink(call, &endpoint, &parts, log);
        }
        if others != call.members.len() {
            log.incomplete(call.id);
        }
        if others == 1 && endpoint.is_known() && call.members.is_empty() {
            let (party, device) = (endpoint.clone(), Identity::NotKnown);
            let is_connected = state == CallState::Connected || state.is_on_hold();
            call.members.push(Member { party, device, is_connected, call: None });
        }
        call.held_by_other = held_by_other;
        if may_stay(call.state, state) {
            log.tell(&call);
        } else {
            if state == CallState::Busy {
                call.busy = Some(BusyMode::Unknown);
            }
            log.enter(&mut call, state);
        }
        self.put(call);
    }

    /// Of a conference one other is left.
    fn shrink(&mut self, conference: Call, endpoint: &Party, parts: &[CallId], log: &mut Log) {
        let remains = conference
            .members
            .iter()
            .find(|member| member.is(&endpoint.identity, &endpoint.identity))
            .and_then(|member| member.call)
            .filter(|id| parts.contains(id));
        let Some(last) = remains.or_else(|| parts.first().copied()) else {
            return;
        };
        for id in parts.iter().filter(|id| **id != last) {
            self.end(*id, DisconnectMode::Unavailable, false, log);
        }
        let mut conference = conference;
        let stays = |member: &Member| {
            member.is(&endpoint.identity, &endpoint.identity) || member.call == Some(last)
        };
        conference.members.retain(stays);
        conference.members.truncate(1);
        let id = conference.id;
        self.put(conference);
        self.end_conference(id, last, log);
    }

    /// Takes in who takes part in a call, by its id in the switch.
    pub fn complete(
        &mut self,
        id: &SwitchCallId,
        parties: &CallParties,
        now: Timestamp,
    ) -> Reduced {
        let mut log = Log::new("snapshot", None, now);
        let Some(mut call) = self.of_switch(id).cloned() else {
            return Reduced { unused: Some(Unused::UnknownCall), ..Reduced::default() };
        };
        log.touch(&call);
        call.caller.learn(parties.calling.clone());
        call.called.learn(parties.called.clone());
        call.trunk = parties.trunk.or(call.trunk);
        if call.origin == Origin::Unknown {
            call.origin = learn::origin(&self.names, &call, parties.trunk.is_some());
        }
        let is_other = |party: &Party, device: &Identity| {
            !self.names.is_own(party) && !self.names.own.contains(device)
        };
        let before = std::mem::take(&mut call.members);
        call.members = parties
            .devices
            .iter()
            .filter(|(party, device, _)| is_other(party, device))
            .take(MAX_MEMBERS)
            .map(|(party, device, state)| {
                let known = before.iter().find(|own| own.is(&party.identity, device));
                let is_connected = matches!(state, Some(Local::Connected | Local::Hold) | None);
                let call = known.and_then(|own| own.call);
                Member { party: party.clone(), device: device.clone(), is_connected, call }
            })
            .collect();
        if let [other] = call.members.as_slice()
            && other.is_connected
            && !call.connected.is_known()
            && call.state != CallState::Proceeding
        {
            call.connected = match trunk_of(&other.party.identity) {
                Some(_) if call.origin.is_inbound() => call.caller.clone(),
                Some(_) => call.called.clone(),
                None => other.party.clone(),
            };
        }
        let id = call.id;
        self.put(call);
        self.leave_conference(id, &mut log);
        self.finish(log)
    }
}

/// The state of the line's own connection.
fn own_state(state: &Seen<'_>) -> Local {
    match state {
        Seen::SimpleCallState(SimpleCallState::CallBlocked) => Local::Fail,
        Seen::SimpleCallState(state) => Local::from_code(state.code() & 15),
        Seen::CompoundCallState(states) => states.iter().next().unwrap_or(Local::Null),
        Seen::Unknown | Seen::Unrecognised(_) => Local::Unrecognised(-1),
    }
}

/// How many others there are.
fn others(state: &Seen<'_>) -> usize {
    match state {
        Seen::SimpleCallState(state) => usize::from(state.code() >> 4 != 0),
        Seen::CompoundCallState(states) => states.iter().count().saturating_sub(1),
        Seen::Unknown | Seen::Unrecognised(_) => 0,
    }
}

/// The state that a snapshot gives a call, and whether the other end holds it.
fn state_of(state: &Seen<'_>) -> (CallState, bool) {
    let simple = match state {
        Seen::SimpleCallState(state) => *state,
        Seen::CompoundCallState(states) => {
            // Of two, the same as one value for both says.
            let is_held = states.iter().skip(1).eq([Local::Hold]);
            return (compound(state), is_held && own_state(state) == Local::Connected);
        }
        Seen::Unknown | Seen::Unrecognised(_) => return (CallState::Unknown, false),
    };
    let state = match simple {
        SimpleCallState::CallNull => CallState::Idle,
        SimpleCallState::CallPending => CallState::Dialtone,
        SimpleCallState::CallOriginated | SimpleCallState::CallQueued => CallState::Proceeding,
        SimpleCallState::CallDelivered => CallState::Ringback,
        SimpleCallState::CallReceived | SimpleCallState::CallReceivedOnHold => CallState::Offering,
        SimpleCallState::CallEstablished | SimpleCallState::CallEstablishedOnHold => {
            CallState::Connected
        }
        SimpleCallState::CallDeliveredHeld
        | SimpleCallState::CallEstablishedHeld
        | SimpleCallState::CallQueuedHeld
        | SimpleCallState::CallFailedHeld => CallState::OnHold,
        SimpleCallState::CallFailed => CallState::Busy,
        SimpleCallState::CallBlocked => CallState::Disconnected,
        SimpleCallState::Unrecognised(code) => match Local::from_code(code & 15) {
            Local::Initiated => CallState::Dialtone,
            Local::Alerting => CallState::Offering,
            Local::Connected => CallState::Connected,
            Local::Hold | Local::Queued => CallState::OnHold,
            Local::Fail => CallState::Disconnected,
            Local::Null | Local::Unrecognised(_) => CallState::Unknown,
        },
    };
    (state, simple == SimpleCallState::CallEstablishedOnHold)
}

/// The state of a call with several others.
fn compound(state: &Seen<'_>) -> CallState {
    let Seen::CompoundCallState(states) = state else {
        return CallState::Unknown;
    };
    let others = || states.iter().skip(1);
    match own_state(state) {
        Local::Null => CallState::Idle,
        Local::Initiated => CallState::Dialtone,
        Local::Alerting => CallState::Offering,
        Local::Hold | Local::Queued => CallState::OnHold,
        Local::Fail => CallState::Disconnected,
        Local::Unrecognised(_) => CallState::Unknown,
        Local::Connected => {
            let any = |wanted: &[Local]| others().any(|other| wanted.contains(&other));
            match () {
                () if any(&[Local::Connected, Local::Hold]) => CallState::Connected,
                () if any(&[Local::Alerting]) => CallState::Ringback,
                () if any(&[Local::Queued]) => CallState::Proceeding,
                () if any(&[Local::Fail]) => CallState::Busy,
                () => CallState::Connected,
            }
        }
    }
}

/// Whether a state says all that the one of a snapshot does, and perhaps more.
const fn may_stay(state: CallState, seen: CallState) -> bool {
    use CallState as S;
    match seen {
        S::OnHold => state.is_on_hold(),
        S::Dialtone => matches!(state, S::Dialtone | S::Dialing | S::Offering),
        S::Proceeding => matches!(state, S::Proceeding | S::Dialing),
        S::Offering => state.is_ringing(),
        S::Busy | S::Disconnected => matches!(state, S::Busy | S::Disconnected),
        S::Connected => matches!(state, S::Connected),
        S::Ringback => matches!(state, S::Ringback),
        // It says nothing.
        S::Unknown => true,
        _ => false,
    }
}
