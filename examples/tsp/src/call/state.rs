//! Call states, as TAPI has them.

use std::fmt;

/// The state of a call at a line: TAPI's `LINECALLSTATE_` constants.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CallState {
    /// The call is no more.
    Idle,
    /// It rings here.
    Offering,
    /// It rings here, and somebody has been told.
    Accepted,
    /// There is dial tone.
    Dialtone,
    /// Digits are dialled.
    Dialing,
    /// It rings at the other end.
    Ringback,
    /// The other end is busy.
    Busy,
    /// Both talk.
    Connected,
    /// The call is on its way.
    Proceeding,
    /// It is held here.
    OnHold,
    /// It is part of a conference.
    Conferenced,
    /// It is held here, to become part of a conference.
    OnHoldPendingConference,
    /// It is held here, to be transferred.
    OnHoldPendingTransfer,
    /// The other end has gone.
    Disconnected,
    /// Nothing is known of it.
    Unknown,
}

impl CallState {
    /// TAPI's value of the constant.
    #[must_use]
    pub const fn value(self) -> u32 {
        match self {
            Self::Idle => 0x1,
            Self::Offering => 0x2,
            Self::Accepted => 0x4,
            Self::Dialtone => 0x8,
            Self::Dialing => 0x10,
            Self::Ringback => 0x20,
            Self::Busy => 0x40,
            Self::Connected => 0x100,
            Self::Proceeding => 0x200,
            Self::OnHold => 0x400,
            Self::Conferenced => 0x800,
            Self::OnHoldPendingConference => 0x1000,
            Self::OnHoldPendingTransfer => 0x2000,
            Self::Disconnected => 0x4000,
            Self::Unknown => 0x8000,
        }
    }

    /// TAPI's name of the constant, without its prefix and in small letters.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Idle => "idle",
            Self::Offering => "offering",
            Self::Accepted => "accepted",
            Self::Dialtone => "dialtone",
            Self::Dialing => "dialing",
            Self::Ringback => "ringback",
            Self::Busy => "busy",
            Self::Connected => "connected",
            Self::Proceeding => "proceeding",
            Self::OnHold => "onhold",
            Self::Conferenced => "conferenced",
            Self::OnHoldPendingConference => "onholdpendconf",
            Self::OnHoldPendingTransfer => "onholdpendtransfer",
            Self::Disconnected => "disconnected",
            Self::Unknown => "unknown",
        }
    }
}

impl fmt::Display for CallState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}
