//! What the core wants done.

use std::fmt;
use std::sync::Arc;

use bytes::Bytes;
use serde::Serialize;

use super::{ApplicationId, Notice, SpoolId};

/// What is to be done outside of the [`Core`](super::Core), in this order.
#[derive(Clone, Debug, PartialEq)]
pub enum Output {
    /// Send an APDU to the switch.
    ToSwitch(Bytes),
    /// Send an APDU to an application.
    ToApplication {
        /// Which.
        application: ApplicationId,
        /// What.
        apdu: Bytes,
    },
    /// Send an APDU to several applications, each once. This is how events go out: octets and list
    /// are shared, and the list is the same one as long as nothing changes.
    ToApplications {
        /// Which; some may have gone.
        to: Arc<[ApplicationId]>,
        /// What.
        apdu: Bytes,
    },
    /// Abort the association of an application. For the core it has gone already.
    Abort {
        /// Which.
        application: ApplicationId,
        /// Why.
        reason: AbortReason,
    },
    /// Abort the association with the switch, then tell that it is down.
    DropSwitch {
        /// Why.
        reason: DropReason,
    },
    /// Make a report of call records durable, then tell [`Input::Spooled`](super::Input::Spooled).
    Spool {
        /// Its name from now on.
        id: SpoolId,
        /// The report.
        octets: Bytes,
    },
    /// Read a report from the spool.
    ReadSpool(SpoolId),
    /// Remove a report from the spool: it has been delivered.
    Unspool(SpoolId),
    /// Remember over restarts whether the switch is to send call records.
    RememberTransmission(bool),
    /// Tell people.
    Notice(Notice),
}

/// Why an application is aborted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub enum AbortReason {
    /// There are as many applications as the settings allow.
    TooManyApplications,
    /// The switch is lost, and the settings want applications to be aborted then.
    SwitchLost,
}

impl fmt::Display for AbortReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::TooManyApplications => {
                "as many applications as `application_limit` allows are connected"
            }
            Self::SwitchLost => "the link to the switch is lost",
        })
    }
}

/// Why the association with the switch is dropped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub enum DropReason {
    /// It says nothing and does not answer either.
    Silent,
}

impl fmt::Display for DropReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Silent => "the switch is silent and does not answer when it is asked",
        })
    }
}
