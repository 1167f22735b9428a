//! What an input makes of the calls of an address.

use csta_codec::types::EventCause;
use jiff::Timestamp;

use crate::{Call, CallId, CallInfo, CallState, DisconnectMode};

/// A change of a call, and what brought it.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The call as it is now. One that is [idle](CallState::Idle) is forgotten.
    pub call: Call,
    /// Its state before; `None` for a new call, and the same state if only what is known of the
    /// call has changed.
    pub from: Option<CallState>,
    /// What of it has changed besides its state. Empty for a new call.
    pub info: Vec<CallInfo>,
    /// The event, by its name in CSTA, or `snapshot`, or `request` for what an application did.
    pub event: &'static str,
    /// The cause that the event gives.
    pub cause: Option<EventCause>,
}

impl Change {
    /// Whether the call is new.
    #[must_use]
    pub const fn is_new(&self) -> bool {
        self.from.is_none()
    }

    /// Whether the state has changed.
    #[must_use]
    pub fn is_state(&self) -> bool {
        self.from != Some(self.call.state)
    }
}

/// What came of an input.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reduced {
    /// The changes, in their order.
    pub changes: Vec<Change>,
    /// What could not be used.
    pub unused: Option<Unused>,
    /// Calls of which too little is known: a snapshot of the call tells who takes part.
    pub incomplete: Vec<CallId>,
    /// Whether something was contradictory: a snapshot of the device tells how it is.
    pub is_doubtful: bool,
}

/// Why an event could not be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum Unused {
    /// It is none that is known.
    #[error("it is not known")]
    UnknownEvent,
    /// It names no call.
    #[error("it names no call")]
    NoCallId,
    /// It is the end of a call that nobody knows.
    #[error("it is about the end of a call that is not known")]
    UnknownCall,
    /// It is about something that has happened before what is known already.
    #[error("it comes too late")]
    Late,
    /// There are more calls than one address can have.
    #[error("there are too many calls")]
    TooManyCalls,
}

/// What happens while one input is taken in.
#[derive(Debug)]
pub(super) struct Log {
    pub(super) event: &'static str,
    pub(super) cause: Option<EventCause>,
    pub(super) now: Timestamp,
    /// The calls that are concerned, as they were; `None` for new ones.
    before: Vec<(CallId, Option<Call>)>,
    /// The call with which data have come from another user, perhaps the same as before.
    user_data: Option<CallId>,
    pub(super) reduced: Reduced,
}

impl Log {
    pub(super) fn new(event: &'static str, cause: Option<EventCause>, now: Timestamp) -> Self {
        let reduced = Reduced::default();
        Self { event, cause, now, before: Vec::new(), user_data: None, reduced }
    }

    /// Data have come with a call: that is told, also if they are the same as before.
    pub(super) const fn user_data(&mut self, call: CallId) {
        self.user_data = Some(call);
    }

    pub(super) const fn unused(&mut self, why: Unused) {
        self.reduced.unused = Some(why);
    }

    pub(super) fn incomplete(&mut self, call: CallId) {
        if !self.reduced.incomplete.contains(&call) {
            self.reduced.incomplete.push(call);
        }
    }

    /// Keeps a call as it was before this input.
    pub(super) fn touch(&mut self, call: &Call) {
        if !self.before.iter().any(|(id, _)| *id == call.id) {
            self.before.push((call.id, Some(call.clone())));
        }
    }

    /// Knows a call to be new.
    pub(super) fn begin(&mut self, call: CallId) {
        self.before.push((call, None));
    }

    /// Brings a call into a state.
    pub(super) fn enter(&mut self, call: &mut Call, state: CallState) {
        self.touch(call);
        if state != call.state {
            call.since = self.now;
        }
        call.state = state;
        match state {
            CallState::Connected | CallState::Conferenced => {
                call.prompts = false;
                call.connected_at.get_or_insert(self.now);
            }
            CallState::Idle => call.ended = Some(self.now),
            _ => {}
        }
        if state != CallState::Connected {
            call.held_by_other = false;
        }
        if state != CallState::Busy {
            call.busy = None;
        }
        self.tell(call);
    }

    /// Ends a call, and tells why first where an application may want to know.
    pub(super) fn end(&mut self, call: &mut Call, mode: DisconnectMode, tell_why: bool) {
        self.touch(call);
        call.disconnect.get_or_insert(mode);
        if tell_why && call.state != CallState::Disconnected && !self.is_new(call.id) {
            self.enter(call, CallState::Disconnected);
        }
        self.enter(call, CallState::Idle);
    }

    fn is_new(&self, call: CallId) -> bool {
        self.before.iter().any(|(id, before)| *id == call && before.is_none())
    }

    /// Tells a call as it is now, unless there is nothing new.
    pub(super) fn tell(&mut self, call: &Call) {
        let told = self.reduced.changes.iter().rev().find(|change| change.call.id == call.id);
        let before = match told {
            Some(told) => Some(&told.call),
            None => self
                .before
                .iter()
                .find(|(id, _)| *id == call.id)
                .and_then(|(_, before)| before.as_ref()),
        };
        let mut info = before.map_or_else(Vec::new, |before| CallInfo::between(before, call));
        let from = before.map(|before| before.state);
        let has_come = self.user_data.take_if(|id| *id == call.id).is_some();
        if has_come && from.is_some() && !info.contains(&CallInfo::UserUserInfo) {
            info.push(CallInfo::UserUserInfo);
        }
        if from == Some(call.state) && info.is_empty() {
            return;
        }
        let (event, cause) = (self.event, self.cause);
        self.reduced.changes.push(Change { call: call.clone(), from, info, event, cause });
    }

    /// The calls that were concerned.
    pub(super) fn touched(&self) -> Vec<CallId> {
        self.before.iter().map(|(id, _)| *id).collect()
    }
}
