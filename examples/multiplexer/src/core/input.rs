//! What the core is told.

use std::sync::Arc;

use bytes::Bytes;

use super::{Access, ApplicationId, Settings, SpoolEntry, SpoolId};

/// What has happened outside of the [`Core`](super::Core).
///
/// APDUs are those of open associations, without the length in front; ACSE is dealt with outside.
#[derive(Clone, Debug)]
pub enum Input {
    /// The association with the switch is open.
    SwitchUp,
    /// The association with the switch is gone, or an attempt to open it has failed. It is
    /// repeated without harm.
    SwitchDown,
    /// The switch has sent an APDU.
    SwitchApdu(Bytes),
    /// The association of an application is open.
    Connected {
        /// Its name from now on.
        application: ApplicationId,
        /// What it may do.
        access: Arc<Access>,
    },
    /// The association of an application is gone, in whatever way. An application that was not
    /// connected or has gone already may be named.
    Disconnected {
        /// Which.
        application: ApplicationId,
    },
    /// An application has sent an APDU.
    ApplicationApdu {
        /// Which.
        application: ApplicationId,
        /// What it has sent.
        apdu: Bytes,
    },
    /// At start, before anything else: what an earlier run of the program has left.
    SpoolRecovered {
        /// The reports in the spool.
        entries: Vec<SpoolEntry>,
        /// What the last [`Output::RememberTransmission`](super::Output::RememberTransmission)
        /// said.
        transmission: bool,
    },
    /// A report is durable: it would survive a loss of power.
    Spooled(SpoolId),
    /// A report could not be made durable. It is given to the spool again after a while.
    SpoolFailed(SpoolId),
    /// A report has been read from the spool.
    SpoolRead(SpoolId, Bytes),
    /// A report could not be read from the spool and never will be.
    SpoolLost(SpoolId),
    /// The configuration has changed.
    SettingsChanged(Box<Settings>),
}
