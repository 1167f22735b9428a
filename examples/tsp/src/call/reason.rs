//! Where a call comes from, why it is here, and why it ended.

use csta_codec::types::EventCause;

use crate::constants::constants;

constants! {
    /// Where a call comes from: TAPI's `LINECALLORIGIN_` constants.
    pub enum Origin {
        /// The line called.
        Outbound = 0x1 "outbound",
        /// Another extension called.
        Internal = 0x2 "internal",
        /// Somebody outside called.
        External = 0x4 "external",
        /// It was found in a snapshot, which does not say.
        Unknown = 0x10 "unknown",
        /// It cannot be told, and never will be.
        Unavailable = 0x20 "unavail",
        /// It is a conference.
        Conference = 0x40 "conference",
        /// Somebody called; whether from inside or outside cannot be told.
        Inbound = 0x80 "inbound",
    }
}

impl Origin {
    /// Whether the line was called.
    #[must_use]
    pub const fn is_inbound(self) -> bool {
        matches!(self, Self::Internal | Self::External | Self::Inbound)
    }
}

constants! {
    /// Why a call is here: TAPI's `LINECALLREASON_` constants.
    pub enum Reason {
        /// It was called directly.
        Direct = 0x1 "direct",
        /// Forwarded from a busy device.
        ForwardedBusy = 0x2 "fwdbusy",
        /// Forwarded from a device where nobody answered.
        ForwardedNoAnswer = 0x4 "fwdnoanswer",
        /// Forwarded in any case.
        ForwardedUnconditionally = 0x8 "fwduncond",
        /// Picked up from another device.
        PickUp = 0x10 "pickup",
        /// Fetched from where it was parked.
        Unpark = 0x20 "unpark",
        /// Sent here by a redirection.
        Redirect = 0x40 "redirect",
        /// A call back that was asked for.
        CallCompletion = 0x80 "callcompletion",
        /// Transferred.
        Transfer = 0x100 "transfer",
        /// It came back to whom it was held, parked or transferred by.
        Reminder = 0x200 "reminder",
        /// Nothing is known of it yet.
        Unknown = 0x400 "unknown",
        /// It cannot be told, and never will be.
        Unavailable = 0x800 "unavail",
        /// Somebody broke in.
        Intrude = 0x1000 "intrude",
        /// Parked here.
        Parked = 0x2000 "parked",
        /// It waits at a busy device.
        CampedOn = 0x4000 "campedon",
        /// A routeing request. No event of CSTA leads here.
        RouteRequest = 0x8000 "routerequest",
    }
}

impl Reason {
    /// The reason that the cause of a call's first event gives.
    #[must_use]
    pub const fn of(cause: EventCause) -> Self {
        use EventCause as C;
        match cause {
            C::CallForwardBusy | C::CallInterceptionBusy => Self::ForwardedBusy,
            C::CallForwardNoAnswer | C::CallInterceptionNoAnswer => Self::ForwardedNoAnswer,
            C::CallForwardImmediate | C::CallForward => Self::ForwardedUnconditionally,
            C::CallPickup => Self::PickUp,
            C::Park => Self::Unpark,
            C::Redirected
            | C::Distributed
            | C::Overflow
            | C::MultipleAlerting
            | C::QueueTimeOverflow
            | C::CallInterception => Self::Redirect,
            C::CallBack => Self::CallCompletion,
            C::Transfer | C::SingleStepTransfer => Self::Transfer,
            C::Recall
            | C::RecallBusy
            | C::RecallForwarded
            | C::RecallNoAnswer
            | C::RecallResourcesNotAvailable => Self::Reminder,
            C::Intrude
            | C::JoinCall
            | C::ActiveParticipation
            | C::SilentParticipation
            | C::Override => Self::Intrude,
            C::CampOn => Self::CampedOn,
            _ => Self::Direct,
        }
    }
}

constants! {
    /// Why the other end has gone: TAPI's `LINEDISCONNECTMODE_` constants.
    pub enum DisconnectMode {
        /// It hung up.
        Normal = 0x1 "normal",
        /// It cannot be told yet.
        Unknown = 0x2 "unknown",
        /// It rejected the call.
        Reject = 0x4 "reject",
        /// Somebody else has picked it up.
        PickUp = 0x8 "pickup",
        /// It was forwarded.
        Forwarded = 0x10 "forwarded",
        /// It is busy.
        Busy = 0x20 "busy",
        /// Nobody answered.
        NoAnswer = 0x40 "noanswer",
        /// There is no such number.
        BadAddress = 0x80 "badaddress",
        /// It cannot be reached.
        Unreachable = 0x100 "unreachable",
        /// There are not the means to reach it.
        Congestion = 0x200 "congestion",
        /// It takes no such calls.
        Incompatible = 0x400 "incompatible",
        /// It cannot be told, and never will be.
        Unavailable = 0x800 "unavail",
        /// There was no dial tone. No event of CSTA leads here.
        NoDialtone = 0x1000 "nodialtone",
        /// It has another number now.
        NumberChanged = 0x2000 "numberchanged",
        /// It is out of order.
        OutOfOrder = 0x4000 "outoforder",
        /// A temporary failure. No event of CSTA leads here.
        TemporaryFailure = 0x8000 "tempfailure",
        /// The quality of the service was not to be had. No event of CSTA leads here.
        QualityUnavailable = 0x10000 "qosunavail",
        /// The call was not allowed.
        Blocked = 0x20000 "blocked",
        /// It does not want to be disturbed.
        DoNotDisturb = 0x40000 "donotdisturb",
        /// The caller gave up.
        Cancelled = 0x80000 "cancelled",
    }
}

impl DisconnectMode {
    /// What a cause says of the end of a call; `was_connected` tells whether it was talked in.
    #[must_use]
    pub const fn of(cause: EventCause, was_connected: bool) -> Self {
        use EventCause as C;
        match cause {
            C::NormalClearing | C::Normal | C::Blocked | C::SwitchingFunctionTerminated => {
                Self::Normal
            }
            C::Busy | C::AcdBusy => Self::Busy,
            C::CallNotAnswered | C::AlertTimeExpired | C::Timeout => Self::NoAnswer,
            C::CallCancelled => Self::Cancelled,
            C::DestNotObtainable | C::NumberUnallocated | C::InvalidNumberFormat => {
                Self::BadAddress
            }
            C::NetworkNotObtainable => Self::Unreachable,
            C::NumberChanged => Self::NumberChanged,
            C::NetworkCongestion
            | C::TrunksBusy
            | C::ResourcesNotAvailable
            | C::SelectedTrunkBusy
            | C::CampOnTrunks => Self::Congestion,
            C::IncompatibleDestination
            | C::NotAvaliableBearerService
            | C::NotSupportedBearerService => Self::Incompatible,
            C::CallForward
            | C::CallForwardImmediate
            | C::CallForwardBusy
            | C::CallForwardNoAnswer
            | C::Redirected
            | C::Distributed
            | C::Overflow
            | C::Park => Self::Forwarded,
            C::CallPickup => Self::PickUp,
            C::DestOutOfOrder | C::NetworkOutOfOrder | C::Maintenance | C::Lockout => {
                Self::OutOfOrder
            }
            C::DoNotDisturb => Self::DoNotDisturb,
            C::UnauthorisedBearerService | C::InvalidAccountCode | C::ForcedTransition => {
                Self::Blocked
            }
            _ if was_connected => Self::Normal,
            _ => Self::Unknown,
        }
    }
}

constants! {
    /// Why the other end is busy: TAPI's `LINEBUSYMODE_` constants.
    pub enum BusyMode {
        /// The called device is.
        Station = 0x1 "station",
        /// There is no free way to it.
        Trunk = 0x2 "trunk",
        /// It cannot be told yet.
        Unknown = 0x4 "unknown",
        /// It cannot be told, and never will be.
        Unavailable = 0x8 "unavail",
    }
}

impl BusyMode {
    /// What a cause says of being busy, or `None` if it says something else.
    #[must_use]
    pub const fn of(cause: EventCause) -> Option<Self> {
        use EventCause as C;
        match cause {
            C::Busy | C::AcdBusy => Some(Self::Station),
            C::TrunksBusy
            | C::SelectedTrunkBusy
            | C::NetworkCongestion
            | C::ResourcesNotAvailable
            | C::CampOnTrunks => Some(Self::Trunk),
            _ => None,
        }
    }
}
