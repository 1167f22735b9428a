//! The calls of one address: what is known, and how an event changes it.

use std::sync::Arc;

use csta_codec::events::{CallControlEvents as Event, CallInformationEvent};
use csta_codec::types::EventCause;
use jiff::Timestamp;
use numfmt::Formatter;

use super::change::Log;
use super::report::Report;
use super::transition::{self, Next};
use super::{Reduced, Unused, learn};
use crate::{
    AddressId, Call, CallData, CallId, CallState, DisconnectMode, Identity, LineId, Party,
    SwitchCallId,
};

/// The most calls that an address has at a time, members of conferences included.
pub const MAX_CALLS: usize = 128;

/// The most calls whose events are awaited.
const MAX_RESERVED: usize = 16;

/// How the switch names an address.
#[derive(Clone, Debug)]
pub struct Names {
    /// As the device that something happens at.
    pub(super) own: Vec<Identity>,
    /// As one who calls or is called: twins have one number.
    pub(super) public: Vec<Identity>,
    /// Tells inside numbers from outside ones.
    pub(super) numbers: Arc<Formatter>,
}

impl Names {
    /// An address at which things happen under the names `own`, and which calls and is called
    /// under these and under `public`.
    #[must_use]
    pub fn new(own: Vec<Identity>, public: Vec<Identity>, numbers: Arc<Formatter>) -> Self {
        Self { own, public, numbers }
    }

    pub(super) fn is_own(&self, party: &Party) -> bool {
        self.own.contains(&party.identity)
    }

    pub(super) fn is_self(&self, party: &Party) -> bool {
        self.public.contains(&party.identity) || self.is_own(party)
    }
}

/// A call that the switch has said to have begun, before any of its events.
#[derive(Clone, Debug)]
pub(super) struct Reserved {
    /// Its id in the switch.
    pub(super) switch_id: SwitchCallId,
    /// Its name at the line.
    pub(crate) id: CallId,
    /// Whom it was made to.
    pub(crate) called: Party,
    /// The call that is held for it.
    pub(crate) related: Option<CallId>,
    /// Whether the telephone prompts its user.
    pub(crate) prompts: bool,
    /// How many snapshots have not shown it.
    pub(crate) missed: u8,
}

/// The calls of one address of a line.
///
/// [`apply`](Self::apply) and [`synchronise`](Self::synchronise) take any events and snapshots in
/// any order: events are lost, late and come twice. What the switch says of the line's own
/// connection always counts more than what was believed.
///
/// Whatever comes, these hold:
///
/// - no two calls have one id in the switch, and none that is [idle](CallState::Idle) stays;
/// - calls that are [conferenced](CallState::Conferenced) have a conference that is there, and no
///   id in the switch of their own; no others have a conference;
/// - consultation partners are there and name each other.
#[derive(Clone, Debug)]
pub struct Calls {
    place: (LineId, AddressId),
    ordinal: u32,
    count: u32,
    pub(super) names: Names,
    pub(super) calls: Vec<Call>,
    pub(super) reserved: Vec<Reserved>,
}

impl Calls {
    /// No calls yet, at an address of a line. `ordinal` tells its calls from those of all others.
    #[must_use]
    pub const fn new(line: LineId, address: AddressId, ordinal: u32, names: Names) -> Self {
        Self {
            place: (line, address),
            ordinal,
            count: 0,
            names,
            calls: Vec::new(),
            reserved: Vec::new(),
        }
    }

    /// The calls, the oldest first.
    pub fn iter(&self) -> std::slice::Iter<'_, Call> {
        self.calls.iter()
    }

    /// How many there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.calls.len()
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.calls.is_empty()
    }

    /// A call.
    #[must_use]
    pub fn get(&self, id: CallId) -> Option<&Call> {
        self.calls.iter().find(|call| call.id == id)
    }

    /// The call of an id in the switch.
    #[must_use]
    pub fn of_switch(&self, id: &SwitchCallId) -> Option<&Call> {
        self.calls.iter().find(|call| call.switch_id.as_ref() == Some(id))
    }

    /// Takes in an event.
    pub fn apply(&mut self, event: &Event<'_>, now: Timestamp) -> Reduced {
        let Some(report) = Report::of(event) else {
            return Reduced { unused: Some(Unused::UnknownEvent), ..Reduced::default() };
        };
        let mut log = Log::new(report.name, Some(report.cause), now);
        match event {
            Event::Transferred(transferred) => self.transferred(transferred, &report, &mut log),
            Event::Conferenced(conferenced) => self.conferenced(conferenced, &report, &mut log),
            _ => self.single(event, &report, &mut log),
        }
        self.finish(log)
    }

    /// An event about one call, whose id stays.
    fn single(&mut self, event: &Event<'_>, report: &Report<'_>, log: &mut Log) {
        let Some(id) = SwitchCallId::of(report.connection) else {
            return log.unused(Unused::NoCallId);
        };
        let is_own = self.names.is_own(&report.subject());
        if let Some(call) = self.of_switch(&id)
            && transition::begins_anew(event, report, is_own, call)
        {
            // Its end was missed, and the switch has used its id again.
            let ghost = call.id;
            self.end(ghost, DisconnectMode::Unavailable, true, log);
        }
        let known = self.of_switch(&id).cloned();
        let is_new = known.is_none();
        let mut call = match known {
            Some(call) => {
                log.touch(&call);
                call
            }
            None if transition::is_end(event, report, is_own) => {
                return log.unused(Unused::UnknownCall);
            }
            None if self.calls.len() >= MAX_CALLS => return log.unused(Unused::TooManyCalls),
            None => self.begin(id, log),
        };
        learn::parties(&self.names, &mut call, event, report, is_own);
        let next = transition::next(event, report, is_own, is_new, &call);
        match next {
            Next::Stay | Next::Late if is_new => {
                log.incomplete(call.id);
                log.enter(&mut call, CallState::Unknown);
            }
            Next::Stay => {}
            Next::Late => log.unused(Unused::Late),
            Next::To(state) => log.enter(&mut call, state),
            Next::Through(first, then) => {
                log.enter(&mut call, first);
                log.enter(&mut call, then);
            }
            Next::Doubtful(state) => {
                log.reduced.is_doubtful = true;
                log.enter(&mut call, state);
            }
            Next::End(mode, tell_why) => log.end(&mut call, mode, tell_why),
        }
        if is_new && !learn::tells_parties(event) && call.state != CallState::Idle {
            log.incomplete(call.id);
        }
        if matches!(event, Event::ServiceInitiated(_) | Event::Originated(_)) && is_own {
            self.pair(&mut call, report.cause);
        }
        let id = call.id;
        self.put(call);
        self.leave_conference(id, log);
    }

    /// A call that is new.
    pub(super) fn begin(&mut self, switch_id: SwitchCallId, log: &mut Log) -> Call {
        let reserved = self.reserved.iter().position(|own| own.switch_id == switch_id);
        let reserved = reserved.map(|at| self.reserved.remove(at));
        let id = reserved.as_ref().map_or_else(|| self.next_id(), |own| own.id);
        log.begin(id);
        let mut call = Call::new(id, self.place, Some(switch_id), log.now);
        if let Some(reserved) = reserved {
            call.called = reserved.called;
            call.prompts = reserved.prompts;
            if let Some(related) = reserved.related {
                self.relate(&mut call, related);
            }
        }
        call
    }

    pub(super) fn next_id(&mut self) -> CallId {
        self.count = self.count.wrapping_add(1);
        CallId { address: self.ordinal, count: self.count }
    }

    /// Makes a call the partner of one that is held for it, unless that has one.
    fn relate(&mut self, call: &mut Call, held: CallId) {
        if let Some(held) = self.calls.iter_mut().find(|own| own.id == held)
            && held.related.is_none()
            && held.id != call.id
        {
            held.related = Some(call.id);
            call.related = Some(held.id);
        }
    }

    /// A call that begins while another is held for it is its partner.
    fn pair(&mut self, call: &mut Call, cause: EventCause) {
        if call.related.is_some() || call.state == CallState::Idle {
            return;
        }
        let consults = matches!(cause, EventCause::Consultation | EventCause::Transfer);
        let pending = |own: &&Call| {
            let pending = matches!(
                own.state,
                CallState::OnHoldPendingTransfer | CallState::OnHoldPendingConference
            );
            own.related.is_none() && (pending || consults && own.state == CallState::OnHold)
        };
        if let Some(held) = self.calls.iter().rev().find(pending).map(|held| held.id) {
            self.relate(call, held);
        }
    }

    /// Puts a call back in its place, or behind the others if it is new; away if it is over.
    pub(super) fn put(&mut self, call: Call) {
        let at = self.calls.iter().position(|own| own.id == call.id);
        match at {
            Some(at) if call.state == CallState::Idle => {
                self.calls.remove(at);
            }
            Some(at) => {
                if let Some(own) = self.calls.get_mut(at) {
                    *own = call;
                }
            }
            None if call.state == CallState::Idle => {}
            None => self.calls.push(call),
        }
    }

    /// Ends a call, if it is there.
    pub(super) fn end(&mut self, id: CallId, mode: DisconnectMode, why: bool, log: &mut Log) {
        if let Some(mut call) = self.get(id).cloned() {
            log.end(&mut call, mode, why);
            self.put(call);
        }
    }

    /// Tells what is still to be told, and lets go of partners and conferences that are no more.
    pub(super) fn finish(&mut self, mut log: Log) -> Reduced {
        loop {
            let gone: Vec<CallId> = self
                .calls
                .iter()
                .filter(|own| own.conference.is_some_and(|parent| self.get(parent).is_none()))
                .map(|own| own.id)
                .collect();
            if gone.is_empty() {
                break;
            }
            for member in gone {
                self.end(member, DisconnectMode::Normal, false, &mut log);
            }
        }
        let partners: Vec<(CallId, Option<CallId>)> =
            self.calls.iter().map(|own| (own.id, own.related)).collect();
        for call in &mut self.calls {
            let is_mutual = |partner: CallId| partners.contains(&(partner, Some(call.id)));
            if call.related.is_some_and(|partner| !is_mutual(partner)) {
                log.touch(call);
                call.related = None;
            }
        }
        for id in log.touched() {
            if let Some(call) = self.get(id).cloned() {
                log.tell(&call);
            }
        }
        log.reduced.incomplete.retain(|id| self.get(*id).is_some());
        log.reduced
    }

    /// Keeps a name for a call that the switch has said to have begun. Returns the name.
    pub(crate) fn reserve(
        &mut self,
        switch_id: SwitchCallId,
        called: Party,
        related: Option<CallId>,
        prompts: bool,
        now: Timestamp,
    ) -> (CallId, Reduced) {
        let mut log = Log::new("request", None, now);
        if let Some(mut call) = self.of_switch(&switch_id).cloned() {
            log.touch(&call);
            if let Some(related) = related {
                self.relate(&mut call, related);
            }
            if !call.called.is_known() {
                call.called = called;
            }
            let id = call.id;
            self.put(call);
            return (id, self.finish(log));
        }
        if self.reserved.len() >= MAX_RESERVED {
            self.reserved.remove(0);
        }
        let id = self.next_id();
        self.reserved.push(Reserved { switch_id, id, called, related, prompts, missed: 0 });
        (id, Reduced::default())
    }

    /// Changes what an application keeps with a call; `false` if there is no such call.
    pub(crate) fn annotate(
        &mut self,
        id: CallId,
        app_specific: Option<u64>,
        data: Option<CallData>,
        now: Timestamp,
    ) -> Option<Reduced> {
        let mut log = Log::new("request", None, now);
        let call = self.calls.iter_mut().find(|call| call.id == id)?;
        log.touch(call);
        call.app_specific = app_specific.unwrap_or(call.app_specific);
        call.data = data.unwrap_or_else(|| std::mem::take(&mut call.data));
        Some(self.finish(log))
    }

    /// The switch names the address otherwise from now on.
    pub fn rename(&mut self, names: Names) {
        self.names = names;
    }

    /// Takes in what the switch tells of a call besides its state.
    pub fn inform(&mut self, event: &CallInformationEvent<'_>, now: Timestamp) -> Reduced {
        let mut log = Log::new("callInformation", None, now);
        let id = SwitchCallId::of(&event.connection);
        let call = self.calls.iter_mut().find(|call| id.is_some() && call.switch_id == id);
        let Some(call) = call else {
            return Reduced { unused: Some(Unused::UnknownCall), ..Reduced::default() };
        };
        log.touch(call);
        call.caller.learn(event.calling_device.as_ref().map_or(Party::NOT_KNOWN, Party::from));
        if let Some(data) = &event.user_data {
            call.user_user = Some(data.0.as_bytes().to_vec());
            log.user_data(call.id);
        }
        self.finish(log)
    }

    /// Gives calls their numbers by which they are grouped over lines.
    pub(crate) fn set_hub(&mut self, id: CallId, hub: u32) {
        if let Some(call) = self.calls.iter_mut().find(|call| call.id == id) {
            call.hub = hub;
        }
    }

    /// Ends all calls, as none is known any more.
    pub(crate) fn clear(&mut self, now: Timestamp) -> Reduced {
        let mut log = Log::new("request", None, now);
        self.reserved.clear();
        for id in self.calls.iter().map(|call| call.id).collect::<Vec<_>>() {
            self.end(id, DisconnectMode::Unavailable, false, &mut log);
        }
        self.finish(log)
    }
}
