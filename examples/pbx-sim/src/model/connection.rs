//! Connections: the relation between a call and a device.

use core::fmt;

use super::{CallId, DeviceNumber, Number};
use crate::config::Outcome;

/// The seven states of a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ConnectionState {
    /// The device has no relation to the call, or none any more.
    Null,
    /// The device has dial tone, is dialling or is prompted to go off-hook.
    Initiated,
    /// The call is offered to the device: it rings.
    Alerting,
    /// The device takes part in the call.
    Connected,
    /// The device takes part and has suspended its media.
    Hold,
    /// The call waits at the device.
    Queued,
    /// The device could not be reached, or hears a tone after the others have left.
    Fail,
}

impl ConnectionState {
    /// Whether a connection can go from this state to the other by one event.
    #[must_use]
    pub const fn may_become(self, next: Self) -> bool {
        use ConnectionState::{Alerting, Connected, Fail, Hold, Initiated, Null, Queued};
        match self {
            Null => !matches!(next, Null | Hold),
            Initiated => matches!(next, Initiated | Connected | Fail | Null),
            Alerting => matches!(next, Alerting | Connected | Queued | Fail | Null),
            Connected => matches!(next, Connected | Hold | Queued | Fail | Null),
            Hold => matches!(next, Alerting | Connected | Queued | Fail | Null),
            Queued => matches!(next, Alerting | Connected | Queued | Fail | Null),
            Fail => matches!(next, Alerting | Connected | Queued | Null),
        }
    }

    /// Whether the device is off-hook for this connection: it can have one such at a time.
    #[must_use]
    pub const fn is_active(self) -> bool {
        matches!(self, Self::Initiated | Self::Connected | Self::Fail)
    }

    /// Whether the device takes part in the call.
    #[must_use]
    pub const fn is_joined(self) -> bool {
        matches!(self, Self::Connected | Self::Hold)
    }
}

/// Names a connection.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ConnectionRef {
    /// The call.
    pub call: CallId,
    /// The device in it.
    pub device: DeviceNumber,
}

impl ConnectionRef {
    /// The connection of a device in a call.
    #[must_use]
    pub const fn new(call: CallId, device: DeviceNumber) -> Self {
        Self { call, device }
    }
}

impl fmt::Debug for ConnectionRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.call, self.device)
    }
}

/// What a telephone prompts its user for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Prompt {
    /// To call a number.
    Call(String),
    /// To call back a telephone that was busy or did not answer.
    CallBack(String),
    /// To take a call that rings or waits elsewhere.
    Take(ConnectionRef),
    /// To join the call.
    Join(csta_codec::types::EventCause),
}

/// A connection.
#[derive(Clone, Debug)]
pub struct Connection {
    pub(super) device: DeviceNumber,
    pub(super) state: ConnectionState,
    /// Another one for each change: tells timers of this state from those of an earlier one.
    pub(super) stamp: u64,
    /// What will be done when the user, who is prompted, goes off-hook.
    pub(super) prompt: Option<Prompt>,
    /// On hold while its user consults somebody: hanging up means transfer.
    pub(super) consulting: bool,
    /// It was on hold and rings again to remind its user.
    pub(super) recalling: bool,
    /// The telephone at which the call rings again if nobody answers it or fetches it here.
    pub(super) returns_to: Option<DeviceNumber>,
    /// Who adds the device to the call; the device has not answered yet.
    pub(super) added_by: Option<DeviceNumber>,
    /// In a queue: how many calls are in front, as was told last.
    pub(super) in_front: Option<usize>,
    /// At a trunk line: who is at the other end.
    pub(super) outside: Option<Number>,
    /// At a trunk line that calls out: what the network will do by itself.
    pub(super) outcome: Option<Outcome>,
    /// At a trunk line: the outside telephone rings.
    pub(super) far_rings: bool,
    /// At a trunk line: the outside telephone was answered.
    pub(super) far_answered: bool,
}

impl Connection {
    pub(super) const fn new(device: DeviceNumber, state: ConnectionState) -> Self {
        Self {
            device,
            state,
            stamp: 0,
            prompt: None,
            consulting: false,
            recalling: false,
            returns_to: None,
            added_by: None,
            in_front: None,
            outside: None,
            outcome: None,
            far_rings: false,
            far_answered: false,
        }
    }

    /// Whether the call is offered to it, and to others perhaps: the first who answers has it.
    pub(super) fn is_offered(&self) -> bool {
        self.state == ConnectionState::Alerting && !self.recalling && self.added_by.is_none()
    }

    /// The device.
    #[must_use]
    pub const fn device(&self) -> DeviceNumber {
        self.device
    }

    /// Its state.
    #[must_use]
    pub const fn state(&self) -> ConnectionState {
        self.state
    }

    /// Its state as events tell it to the others: a trunk line whose outside telephone rings is
    /// connected and appears to be alerting.
    #[must_use]
    pub const fn seen_state(&self) -> ConnectionState {
        if self.far_rings { ConnectionState::Alerting } else { self.state }
    }
}
