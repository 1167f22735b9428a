//! How a line is.

use std::fmt;

use serde::Serialize;

use crate::Refusal;

/// How a line, or one of its addresses, is: whether what happens at it is seen, and why not.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(tag = "state", rename_all = "camelCase")]
pub enum LineState {
    /// Nobody has opened it.
    #[default]
    Closed,
    /// There is no link to the PBX; it heals by itself when there is one again.
    WaitingForLink,
    /// The monitor is being started and the calls are being read.
    Starting,
    /// What happens at it is seen.
    Monitored,
    /// The PBX does not monitor it, for instance because there is no such device or because there
    /// are too few licences. It is tried again at an interval.
    Refused(Refusal),
    /// The telephone is not plugged in or out of order. It heals by itself.
    OutOfService,
}

impl LineState {
    /// Whether what happens is seen.
    #[must_use]
    pub const fn is_monitored(&self) -> bool {
        matches!(self, Self::Monitored)
    }

    /// Whether it is settled for the time being: nothing will change it soon by itself.
    #[must_use]
    pub const fn is_settled(&self) -> bool {
        matches!(self, Self::Monitored | Self::Refused(_) | Self::OutOfService | Self::Closed)
    }
}

impl fmt::Display for LineState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Closed => f.pad("closed"),
            Self::WaitingForLink => f.pad("waiting for the link"),
            Self::Starting => f.pad("starting"),
            Self::Monitored => f.pad("monitored"),
            Self::Refused(refusal) => f.pad(&format!("refused: {refusal}")),
            Self::OutOfService => f.pad("out of service"),
        }
    }
}
