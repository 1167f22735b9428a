//! Call states, as TAPI has them.

use crate::constants::constants;

constants! {
    /// The state of a call at a line: TAPI's `LINECALLSTATE_` constants.
    pub enum CallState {
        /// The call is no more.
        Idle = 0x1 "idle",
        /// It rings here.
        Offering = 0x2 "offering",
        /// It rings here, and somebody has been told. A Panasonic switch lets nobody accept calls,
        /// so none comes into this state.
        Accepted = 0x4 "accepted",
        /// There is dial tone, or the user is prompted to lift the handset.
        Dialtone = 0x8 "dialtone",
        /// Digits are dialled.
        Dialing = 0x10 "dialing",
        /// It rings at the other end.
        Ringback = 0x20 "ringback",
        /// The other end is busy.
        Busy = 0x40 "busy",
        /// The network reports something special of a call. No event of CSTA leads here.
        SpecialInfo = 0x80 "specialinfo",
        /// Both talk.
        Connected = 0x100 "connected",
        /// The call is on its way.
        Proceeding = 0x200 "proceeding",
        /// It is held here, or waits here.
        OnHold = 0x400 "onhold",
        /// It is part of a conference, which is a call of its own at this line.
        Conferenced = 0x800 "conferenced",
        /// It is held here while its conference is being enlarged.
        OnHoldPendingConference = 0x1000 "onholdpendconf",
        /// It is held here, to be transferred.
        OnHoldPendingTransfer = 0x2000 "onholdpendtransfer",
        /// The other end has gone.
        Disconnected = 0x4000 "disconnected",
        /// Nothing is known of it.
        Unknown = 0x8000 "unknown",
    }
}

impl CallState {
    /// Whether the call is held here, for whatever reason.
    #[must_use]
    pub const fn is_on_hold(self) -> bool {
        matches!(self, Self::OnHold | Self::OnHoldPendingConference | Self::OnHoldPendingTransfer)
    }

    /// Whether the call rings here.
    #[must_use]
    pub const fn is_ringing(self) -> bool {
        matches!(self, Self::Offering | Self::Accepted)
    }

    /// Whether the line is occupied by the call: it is neither held nor rings, nor is it over.
    #[must_use]
    pub const fn is_active(self) -> bool {
        matches!(
            self,
            Self::Dialtone
                | Self::Dialing
                | Self::Proceeding
                | Self::Ringback
                | Self::Busy
                | Self::SpecialInfo
                | Self::Connected
        )
    }
}
