//! A line at one moment.

use std::sync::Arc;

use serde::Serialize;

use crate::{Address, Forwarding, LineId, LineState, ProviderId};

/// A line, as it is.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct LineInfo {
    /// Its permanent id.
    pub id: LineId,
    /// The number under which it is called.
    pub number: Arc<str>,
    /// The number as it is shown: the same, or canonical.
    pub display: Arc<str>,
    /// What it is called; nothing if no name is known.
    pub name: String,
    /// The provider.
    pub provider: ProviderId,
    /// The name of the provider.
    pub provider_name: Arc<str>,
    /// Whether it was added by hand or from a list, and not read from the PBX.
    pub is_manual: bool,
    /// Whether it can be used, as the PBX has said in its last list of devices. `None` if it is not
    /// in that list, or there is none yet.
    pub in_service: Option<bool>,
    /// How it is: as its first address is.
    #[serde(flatten)]
    pub state: LineState,
    /// Its addresses: one, or two where the device is a Super-Twin.
    pub addresses: Vec<Address>,
    /// Whether it rings.
    pub rings: bool,
    /// Whether messages wait, as far as that was told.
    pub message_waiting: bool,
    /// Whether it does not want to be disturbed, as far as that was told.
    pub do_not_disturb: bool,
    /// The forwardings in force, as far as they were read or told.
    pub forwarding: Option<Vec<Forwarding>>,
}
