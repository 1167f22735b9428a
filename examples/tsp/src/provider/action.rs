//! What the state machine of a provider wants to be done.

use csta_client::MonitorId;

use crate::{AddressId, LineId, SwitchCallId};

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Action {
    /// Read the list of devices.
    ReadDevices,
    /// Read the names of lines.
    ReadNames,
    /// Read who takes part in a call.
    ReadCall { line: LineId, address: AddressId, call: SwitchCallId },
    /// Read the calls at a monitored device.
    Resynchronise(MonitorId),
}
