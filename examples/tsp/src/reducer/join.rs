//! How calls become one: transfer and conference.

use csta_codec::SequenceOf;
use csta_codec::events::{ConferencedEvent, TransferredEvent};
use csta_codec::types::{ConnectionId, ConnectionListEntry, LocalConnectionState as Local};

use super::Unused;
use super::calls::{Calls, MAX_CALLS, Names};
use super::change::Log;
use super::learn::MAX_MEMBERS;
use super::report::{Report, trunk_of};
use super::transition::{agrees, by_local};
use crate::{
    Call, CallId, CallState, DisconnectMode, Identity, Member, Origin, Party, SwitchCallId,
};

/// What a list of connections tells, seen from this line.
struct Joined {
    /// The ids of the calls that were joined; that of the line's own connection first.
    old: Vec<SwitchCallId>,
    /// The id of the call that there is now.
    new: Option<SwitchCallId>,
    /// The others, each with the id that its call had.
    others: Vec<(Member, Option<SwitchCallId>)>,
}

impl Joined {
    fn new(
        names: &Names,
        primary: &ConnectionId<'_>,
        secondary: Option<&ConnectionId<'_>>,
        list: &SequenceOf<'_, ConnectionListEntry<'_>>,
    ) -> Self {
        let mut joined = Self { old: Vec::new(), new: None, others: Vec::new() };
        let mut olds: Vec<_> = SwitchCallId::of(primary)
            .into_iter()
            .chain(secondary.and_then(SwitchCallId::of))
            .collect();
        for entry in list.iter() {
            let new = entry.new_connection.as_ref();
            let old = entry.old_connection.as_ref().and_then(SwitchCallId::of);
            let device = new.map_or(Party::NOT_KNOWN, Party::from);
            let id = new.and_then(SwitchCallId::of);
            if names.is_own(&device) {
                joined.new = id.or(joined.new);
                joined.old.extend(old);
                continue;
            }
            if joined.new.is_none() {
                joined.new = id;
            }
            let named = entry.endpoint.as_ref().map_or(Party::NOT_KNOWN, Party::from);
            let party = if named.is_known() { named } else { device.clone() };
            olds.extend(old.clone());
            if new.is_some() && joined.others.len() < MAX_MEMBERS {
                let device = device.identity;
                let member = Member { party, device, is_connected: true, call: None };
                joined.others.push((member, old));
            }
        }
        for id in std::mem::take(&mut joined.old).into_iter().chain(olds) {
            if !joined.old.contains(&id) {
                joined.old.push(id);
            }
        }
        joined
    }
}

impl Calls {
    pub(super) fn transferred(
        &mut self,
        event: &TransferredEvent<'_>,
        report: &Report<'_>,
        log: &mut Log,
    ) {
        let (second, list) = (event.secondary_old_call.as_ref(), &event.transferred_connections);
        let joined = Joined::new(&self.names, report.connection, second, list);
        let leaves = self.names.is_own(&report.subject()) || report.local == Some(Local::Null);
        if leaves && !matches!(report.local, Some(local) if local != Local::Null) {
            let ended = self.of_ids(&joined.old);
            if ended.is_empty() {
                log.unused(Unused::UnknownCall);
            }
            for id in ended {
                self.end(id, DisconnectMode::Normal, false, log);
            }
            return;
        }
        self.rebind(joined, report, log);
    }

    pub(super) fn conferenced(
        &mut self,
        event: &ConferencedEvent<'_>,
        report: &Report<'_>,
        log: &mut Log,
    ) {
        let (second, list) = (event.secondary_old_call.as_ref(), &event.conference_connections);
        let joined = Joined::new(&self.names, report.connection, second, list);
        let known = self.of_ids(&joined.old);
        match known.as_slice() {
            [first, second, ..] if self.names.is_own(&report.subject()) => {
                self.confer(*first, *second, joined, log);
            }
            _ => self.rebind(joined, report, log),
        }
    }

    /// The calls that have these ids, in this order.
    fn of_ids(&self, ids: &[SwitchCallId]) -> Vec<CallId> {
        ids.iter().filter_map(|id| self.of_switch(id)).map(|call| call.id).collect()
    }

    /// The call of a line that takes part goes on under another id, with others in it.
    fn rebind(&mut self, joined: Joined, report: &Report<'_>, log: &mut Log) {
        let Joined { old, new, others } = joined;
        let Some(new) = new.or_else(|| old.first().cloned()) else {
            return log.unused(Unused::NoCallId);
        };
        let known = self.of_ids(&old);
        let survivor = known.first().and_then(|id| self.get(*id)).cloned();
        let survivor = survivor.or_else(|| self.of_switch(&new).cloned());
        for id in known.iter().skip(1) {
            self.end(*id, DisconnectMode::Normal, false, log);
        }
        let mut call = match survivor {
            Some(call) => {
                log.touch(&call);
                call
            }
            None if report.local == Some(Local::Null) => return log.unused(Unused::UnknownCall),
            None if self.calls.len() >= MAX_CALLS => return log.unused(Unused::TooManyCalls),
            None => {
                let call = self.begin(new.clone(), log);
                log.incomplete(call.id);
                call
            }
        };
        self.take_id(&mut call, new, &[], log);
        let before = std::mem::take(&mut call.members);
        call.members = others.into_iter().map(|(member, _)| member).collect();
        for member in &mut call.members {
            let known = before.iter().find(|own| own.is(&member.party.identity, &member.device));
            if let Some(known) = known {
                member.is_connected = known.is_connected || report.name == "conferenced";
                member.call = known.call;
            }
        }
        meet(&mut call);
        let state = match report.local {
            Some(local) if agrees(call.state, local) => call.state,
            Some(local) => by_local(local, &call),
            None if call.state == CallState::Unknown => CallState::Connected,
            None => call.state,
        };
        let state = match state {
            CallState::Busy | CallState::Disconnected | CallState::Ringback
                if report.name == "conferenced" =>
            {
                CallState::Connected
            }
            state => state,
        };
        if report.name == "transferred" && state == CallState::Offering {
            call.reason = crate::Reason::Transfer;
        }
        if state == call.state {
            log.tell(&call);
        } else {
            log.enter(&mut call, state);
        }
        let id = call.id;
        self.put(call);
        self.leave_conference(id, log);
    }

    /// Gives a call another id in the switch. Whoever has it already is a ghost, unless it is one
    /// of those that the call is made of.
    fn take_id(&mut self, call: &mut Call, id: SwitchCallId, of: &[CallId], log: &mut Log) {
        let other = self.of_switch(&id).map(|own| own.id).filter(|own| *own != call.id);
        if let Some(ghost) = other.filter(|own| !of.contains(own)) {
            self.end(ghost, DisconnectMode::Unavailable, false, log);
        }
        call.switch_id = Some(id);
    }

    /// Two calls of the line become a conference, which is a call of its own; if one of them is a
    /// conference already, the other becomes part of it.
    fn confer(&mut self, first: CallId, second: CallId, joined: Joined, log: &mut Log) {
        let is_parent = |id: CallId| self.calls.iter().any(|call| call.conference == Some(id));
        let known = [first, second].into_iter().find(|id| is_parent(*id));
        let Some(new) = joined.new.clone().or_else(|| joined.old.first().cloned()) else {
            return log.unused(Unused::NoCallId);
        };
        let ids: Vec<_> = [first, second]
            .into_iter()
            .filter_map(|id| Some((id, self.get(id)?.switch_id.clone()?)))
            .collect();
        let mut parent = match known.and_then(|id| self.get(id)).cloned() {
            Some(parent) => {
                log.touch(&parent);
                parent
            }
            None if self.calls.len() >= MAX_CALLS => return log.unused(Unused::TooManyCalls),
            None => {
                // The id is that of the conference from here on, also where it was one call's.
                for call in self.calls.iter_mut().filter(|own| [first, second].contains(&own.id)) {
                    log.touch(call);
                    call.switch_id = None;
                }
                let mut parent = self.begin(new.clone(), log);
                parent.origin = Origin::Conference;
                parent.reason = crate::Reason::Direct;
                parent
            }
        };
        self.take_id(&mut parent, new, &[first, second], log);
        let before = std::mem::take(&mut parent.members);
        parent.members = joined
            .others
            .into_iter()
            .map(|(mut member, old)| {
                let known =
                    before.iter().find(|own| own.is(&member.party.identity, &member.device));
                let of = ids.iter().find(|(_, id)| Some(id) == old.as_ref()).map(|(id, _)| *id);
                member.call = known.and_then(|own| own.call).or(of).filter(|id| *id != parent.id);
                member
            })
            .collect();
        log.enter(&mut parent, CallState::Connected);
        let parent_id = parent.id;
        self.put(parent);
        for id in [first, second].into_iter().filter(|id| *id != parent_id) {
            self.become_member(id, parent_id, log);
        }
        self.leave_conference(parent_id, log);
    }

    /// A call becomes part of a conference; what was part of it becomes so too.
    fn become_member(&mut self, id: CallId, parent: CallId, log: &mut Log) {
        let has_members = self.calls.iter().any(|call| call.conference == Some(id));
        if has_members {
            for call in self.calls.iter_mut().filter(|call| call.conference == Some(id)) {
                log.touch(call);
                call.conference = Some(parent);
            }
            return self.end(id, DisconnectMode::Normal, false, log);
        }
        if let Some(mut call) = self.get(id).cloned() {
            log.touch(&call);
            call.switch_id = None;
            call.related = None;
            call.conference = Some(parent);
            log.enter(&mut call, CallState::Conferenced);
            self.put(call);
        }
    }

    /// Ends those parts of a conference whose party has left; the last one that is left is a call
    /// like others again.
    pub(super) fn leave_conference(&mut self, parent: CallId, log: &mut Log) {
        let parts: Vec<CallId> = self
            .calls
            .iter()
            .filter(|call| call.conference == Some(parent))
            .map(|call| call.id)
            .collect();
        let Some(conference) = self.get(parent).filter(|_| !parts.is_empty()).cloned() else {
            return;
        };
        let is_there =
            |id: &CallId| conference.members.iter().any(|member| member.call == Some(*id));
        let (left, gone): (Vec<_>, Vec<_>) = parts.into_iter().partition(is_there);
        for id in gone {
            self.end(id, DisconnectMode::Normal, false, log);
        }
        if let ([last], 0..=1) = (left.as_slice(), conference.members.len()) {
            self.end_conference(parent, *last, log);
        }
    }

    /// Ends a conference of which one other is left, whose call goes on.
    pub(super) fn end_conference(&mut self, parent: CallId, last: CallId, log: &mut Log) {
        let (Some(mut conference), Some(mut call)) =
            (self.get(parent).cloned(), self.get(last).cloned())
        else {
            return;
        };
        log.touch(&conference);
        log.touch(&call);
        call.switch_id = conference.switch_id.take();
        call.conference = None;
        call.members = std::mem::take(&mut conference.members);
        for member in &mut call.members {
            member.call = None;
        }
        meet(&mut call);
        let state = conference.state;
        log.end(&mut conference, DisconnectMode::Normal, false);
        self.put(conference);
        let state = match state {
            CallState::OnHoldPendingConference => CallState::OnHoldPendingTransfer,
            CallState::Conferenced | CallState::Unknown => CallState::Connected,
            state => state,
        };
        log.enter(&mut call, state);
        self.put(call);
    }
}

/// The one who is left to talk with is the other end.
fn meet(call: &mut Call) {
    let [other] = call.members.as_slice() else {
        return;
    };
    let party = match &other.party.identity {
        identity if trunk_of(identity).is_some() => return,
        Identity::NotKnown => return,
        _ => other.party.clone(),
    };
    if call.origin.is_inbound() && call.state.is_ringing() {
        call.caller.learn(party);
    } else {
        call.connected.learn(party);
    }
}
