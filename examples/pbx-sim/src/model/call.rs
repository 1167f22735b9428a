//! Calls: who calls whom, and who takes part.

use core::fmt;
use std::sync::Arc;

use csta_codec::types::EventCause;

use super::{Connection, ConnectionState, DeviceNumber};

/// A call: four decimal digits, used again when the call is over.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CallId(u16);

impl CallId {
    pub(super) const FIRST: Self = Self(1);

    /// How many there are.
    pub(super) const COUNT: usize = 9999;

    /// The one behind it, and behind 9999 the first.
    pub(super) const fn next(self) -> Self {
        if self.0 == 9999 { Self::FIRST } else { Self(self.0 + 1) }
    }

    /// The call of four ASCII digits.
    #[must_use]
    pub fn parse(octets: &[u8]) -> Option<Self> {
        let digits = <[u8; 4]>::try_from(octets).ok()?;
        digits
            .iter()
            .try_fold(0, |id, digit| {
                digit.is_ascii_digit().then(|| id * 10 + u16::from(digit - b'0'))
            })
            .map(Self)
    }

    /// The four ASCII digits.
    #[must_use]
    pub const fn digits(self) -> [u8; 4] {
        [
            b'0' + (self.0 / 1000 % 10) as u8,
            b'0' + (self.0 / 100 % 10) as u8,
            b'0' + (self.0 / 10 % 10) as u8,
            b'0' + (self.0 % 10) as u8,
        ]
    }
}

impl fmt::Display for CallId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.0)
    }
}

impl fmt::Debug for CallId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// A party as events name it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Number {
    /// A device of the switch.
    Device(DeviceNumber),
    /// A number outside, or one that was dialled.
    Digits(String),
    /// The network did not tell it.
    NotKnown,
    /// The caller does not want it shown.
    Restricted,
}

/// Who calls whom, as delivered, established and other events tell it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parties {
    /// The caller.
    pub calling: Number,
    /// Whom the caller dialled.
    pub called: Number,
    /// Who passed the call on last.
    pub last_redirection: Option<Number>,
    /// The caller as the network gave it.
    pub network_calling: Option<Number>,
    /// What was dialled outside, as the network gave it.
    pub network_called: Option<Number>,
    /// The trunk line an outside caller comes in by.
    pub associated_calling: Option<DeviceNumber>,
    /// The trunk line an outside telephone is called by.
    pub associated_called: Option<DeviceNumber>,
}

impl Parties {
    /// A call between these, with nothing else to tell.
    #[must_use]
    pub const fn new(calling: Number, called: Number) -> Self {
        Self {
            calling,
            called,
            last_redirection: None,
            network_calling: None,
            network_called: None,
            associated_calling: None,
            associated_called: None,
        }
    }
}

/// A device that a call did not reach.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unreached {
    pub(super) device: DeviceNumber,
    /// Why.
    pub(super) cause: EventCause,
}

/// How far a call has come in a group.
#[derive(Clone, Debug)]
pub(super) struct Distribution {
    pub(super) group: DeviceNumber,
    /// The members that have not answered it.
    pub(super) tried: Vec<DeviceNumber>,
}

/// A call.
#[derive(Clone, Debug)]
pub struct Call {
    pub(super) parties: Arc<Parties>,
    pub(super) connections: Vec<Connection>,
    /// Why it is what it is: the cause of its next delivered and established.
    pub(super) cause: EventCause,
    /// Whom it did not reach; the caller hears a tone.
    pub(super) unreached: Option<Unreached>,
    /// The group that it came to and that has not answered.
    pub(super) distribution: Option<Distribution>,
    /// The telephones that have forwarded it.
    pub(super) forwarded_by: Vec<DeviceNumber>,
    /// What the user has dialled so far.
    pub(super) dialled: String,
}

impl Call {
    pub(super) fn new(parties: Parties, cause: EventCause) -> Self {
        Self {
            parties: Arc::new(parties),
            connections: Vec::new(),
            cause,
            unreached: None,
            distribution: None,
            forwarded_by: Vec::new(),
            dialled: String::new(),
        }
    }

    /// Who calls whom.
    #[must_use]
    pub fn parties(&self) -> &Parties {
        &self.parties
    }

    /// Who takes part, the caller first.
    #[must_use]
    pub fn connections(&self) -> &[Connection] {
        &self.connections
    }

    /// The connection of a device.
    #[must_use]
    pub fn connection(&self, device: DeviceNumber) -> Option<&Connection> {
        self.connections.iter().find(|connection| connection.device == device)
    }

    pub(super) fn connection_mut(&mut self, device: DeviceNumber) -> Option<&mut Connection> {
        self.connections.iter_mut().find(|connection| connection.device == device)
    }

    /// The state of a device in it.
    #[must_use]
    pub fn state(&self, device: DeviceNumber) -> ConnectionState {
        self.connection(device).map_or(ConnectionState::Null, Connection::state)
    }

    /// Whether those who are left still have something to do with each other. A telephone that
    /// prompts its user does not count: it is not in the call yet.
    pub(super) fn goes_on(&self) -> bool {
        let mut there =
            self.connections.iter().filter(|own| own.state != ConnectionState::Initiated);
        let joined = there.clone().any(|own| own.state.is_joined());
        joined && (there.nth(1).is_some() || self.unreached.is_some())
    }

    /// The device that it did not reach because that was busy.
    pub(super) fn busy(&self) -> Option<DeviceNumber> {
        self.unreached.filter(|far| far.cause == EventCause::Busy).map(|far| far.device)
    }
}
