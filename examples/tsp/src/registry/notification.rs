//! What applications are told.

use std::sync::Arc;

use csta_codec::types::EventCause;
use serde::{Serialize, Serializer};

use crate::constants::constants;
use crate::{AddressId, Call, CallInfo, CallState, Forwarding, LineId, LineState, ProviderId};

/// What an application is told, in the order in which it happened.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "type", rename_all = "camelCase")]
#[non_exhaustive]
pub enum Notification {
    /// Something happened to the link with a PBX, or to its lines as a whole.
    Provider(ProviderNotification),
    /// Something happened to a line.
    Line(LineNotification),
    /// Something happened to a call.
    Call(CallNotification),
    /// So many notifications were lost at this place, since they were not read. What lines and
    /// calls there are, the registry tells.
    Lagged {
        /// How many.
        lost: u64,
    },
}

/// What happened to the link with a PBX, or to its lines as a whole.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ProviderNotification {
    /// The provider.
    pub provider: ProviderId,
    /// Its name.
    pub name: Arc<str>,
    /// What happened.
    #[serde(flatten)]
    pub change: ProviderChange,
}

/// What can happen to a provider.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "change", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[non_exhaustive]
pub enum ProviderChange {
    /// The link is up.
    LinkUp,
    /// The link is down, or another attempt to make it has failed.
    LinkDown {
        /// Why.
        why: String,
        /// After how many seconds the next attempt is made.
        retry_in: f64,
    },
    /// The PBX tells how it is, by the name of its state in CSTA.
    SystemStatus {
        /// The state.
        status: String,
    },
    /// The lines have been read from the PBX.
    LinesLoaded {
        /// How many there are.
        lines: usize,
    },
    /// The lines could not be read from the PBX; it is tried again.
    LinesNotLoaded {
        /// Why.
        why: String,
    },
    /// So many events of the PBX were lost, since they were not taken in in time. The calls are
    /// read anew.
    EventsLost {
        /// How many.
        lost: u64,
    },
    /// The PBX sends call records from here on.
    CallRecordsStarted,
    /// The PBX does not send call records, or no longer; told once until the reason is another.
    CallRecordsLost {
        /// Why.
        why: String,
        /// After how many seconds they are asked for again, again and again.
        retry_in: f64,
    },
    /// The provider has been closed, and its lines are gone.
    Closed,
}

/// What happened to a line.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct LineNotification {
    /// The line.
    pub line: LineId,
    /// Its number.
    pub number: Arc<str>,
    /// The number as it is shown: the same, or canonical.
    pub display: Arc<str>,
    /// The name of its provider.
    pub provider_name: Arc<str>,
    /// What happened.
    #[serde(flatten)]
    pub change: LineChange,
}

/// What can happen to a line: TAPI's `LINEDEVSTATE_` and `LINEADDRESSSTATE_` messages.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "change", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[non_exhaustive]
pub enum LineChange {
    /// It is new: `LINE_CREATE`.
    Created,
    /// It is no more: `LINE_REMOVE`.
    Removed,
    /// It has been opened.
    Opened,
    /// It has been closed.
    Closed,
    /// It is in another state.
    State {
        /// The address.
        address: AddressId,
        /// Its state now.
        #[serde(flatten)]
        state: LineState,
    },
    /// It has a cordless telephone from now on, or has none any more.
    Mobile {
        /// Whether there is one.
        present: bool,
    },
    /// It has another name.
    Name {
        /// The name.
        name: String,
    },
    /// It has begun or ceased to ring.
    Ringing {
        /// Whether it rings.
        on: bool,
    },
    /// Its lamp for messages has been switched.
    MessageWaiting {
        /// Whether messages wait.
        on: bool,
    },
    /// How its calls are forwarded has changed.
    Forwarding {
        /// The forwardings in force.
        forwarding: Vec<Forwarding>,
    },
    /// Whether it does not want to be disturbed has changed.
    DoNotDisturb {
        /// Whether it does not.
        on: bool,
    },
    /// A call back was asked for, or is not wanted any more.
    CallBack {
        /// Who is to be called back.
        target: String,
        /// Whether it is wanted.
        set: bool,
    },
}

constants! {
    /// The messages about the states of a line that an application can ask for: TAPI's
    /// `LINEDEVSTATE_` constants.
    pub enum StatusMessage {
        /// What has no constant of its own.
        Other = 0x1 "other",
        /// It rings.
        Ringing = 0x2 "ringing",
        /// What is seen of it begins.
        Connected = 0x4 "connected",
        /// What is seen of it ends.
        Disconnected = 0x8 "disconnected",
        /// Messages wait.
        MessageWaitingOn = 0x10 "msgwaiton",
        /// No messages wait any more.
        MessageWaitingOff = 0x20 "msgwaitoff",
        /// It can be used.
        InService = 0x40 "inservice",
        /// It cannot be used.
        OutOfService = 0x80 "outofservice",
        /// It has been opened.
        Open = 0x200 "open",
        /// It has been closed.
        Close = 0x400 "close",
        /// It is no more.
        Removed = 0x1000000 "removed",
    }
}

impl LineChange {
    /// The message of TAPI that it is.
    #[must_use]
    pub const fn status_message(&self) -> StatusMessage {
        match self {
            Self::Ringing { .. } => StatusMessage::Ringing,
            Self::MessageWaiting { on: true } => StatusMessage::MessageWaitingOn,
            Self::MessageWaiting { on: false } => StatusMessage::MessageWaitingOff,
            Self::Opened => StatusMessage::Open,
            Self::Closed => StatusMessage::Close,
            Self::Removed => StatusMessage::Removed,
            Self::State { state, .. } => match state {
                LineState::Monitored => StatusMessage::InService,
                LineState::WaitingForLink => StatusMessage::Disconnected,
                LineState::Starting => StatusMessage::Connected,
                LineState::Closed => StatusMessage::Close,
                LineState::Refused(_) | LineState::OutOfService => StatusMessage::OutOfService,
            },
            Self::Created
            | Self::Mobile { .. }
            | Self::Name { .. }
            | Self::Forwarding { .. }
            | Self::DoNotDisturb { .. }
            | Self::CallBack { .. } => StatusMessage::Other,
        }
    }
}

/// What happened to a call.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct CallNotification {
    /// The number of the line.
    pub number: Arc<str>,
    /// The number as it is shown: the same, or canonical.
    pub display: Arc<str>,
    /// The name of its provider.
    pub provider_name: Arc<str>,
    /// The call as it is now, with its numbers as the rules make them.
    pub call: Arc<Call>,
    /// Its state before; `None` for a new call, and the same state if only what is known of the
    /// call has changed.
    pub from: Option<CallState>,
    /// What of it has changed besides its state.
    pub info: Arc<[CallInfo]>,
    /// The event, by its name in CSTA, or `snapshot`, or `request` for what an application did.
    pub event: &'static str,
    /// The cause that the event gives.
    #[serde(serialize_with = "as_shown")]
    pub cause: Option<EventCause>,
}

impl CallNotification {
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

fn as_shown<S: Serializer>(cause: &Option<EventCause>, to: S) -> Result<S::Ok, S::Error> {
    match cause {
        Some(cause) => to.collect_str(cause),
        None => to.serialize_none(),
    }
}
