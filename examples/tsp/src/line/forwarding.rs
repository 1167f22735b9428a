//! How the calls of a line are forwarded.

use csta_codec::services::GetForwardingResult;
use csta_codec::types::{ForwardListEntry, ForwardingType};
use serde::Serialize;

use crate::Party;
use crate::constants::constants;

constants! {
    /// When calls are forwarded: TAPI's `LINEFORWARDMODE_` constants, the nine that Panasonic's
    /// switches have.
    pub enum ForwardMode {
        /// Always.
        Unconditional = 0x1 "uncond",
        /// Always, calls from inside.
        UnconditionalInternal = 0x2 "uncondinternal",
        /// Always, calls from outside.
        UnconditionalExternal = 0x4 "uncondexternal",
        /// When the line is busy.
        Busy = 0x10 "busy",
        /// When the line is busy, calls from inside.
        BusyInternal = 0x20 "busyinternal",
        /// When the line is busy, calls from outside.
        BusyExternal = 0x40 "busyexternal",
        /// When nobody answers.
        NoAnswer = 0x100 "noansw",
        /// When nobody answers, calls from inside.
        NoAnswerInternal = 0x200 "noanswinternal",
        /// When nobody answers, calls from outside.
        NoAnswerExternal = 0x400 "noanswexternal",
    }
}

impl ForwardMode {
    /// The mode of a name.
    #[must_use]
    pub fn by_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|mode| mode.name() == name)
    }

    /// The type of forwarding of CSTA.
    #[must_use]
    pub const fn forwarding_type(self) -> ForwardingType {
        match self {
            Self::Unconditional => ForwardingType::ForwardImmediate,
            Self::UnconditionalInternal => ForwardingType::ForwardImmInt,
            Self::UnconditionalExternal => ForwardingType::ForwardImmExt,
            Self::Busy => ForwardingType::ForwardBusy,
            Self::BusyInternal => ForwardingType::ForwardBusyInt,
            Self::BusyExternal => ForwardingType::ForwardBusyExt,
            Self::NoAnswer => ForwardingType::ForwardNoAns,
            Self::NoAnswerInternal => ForwardingType::ForwardNoAnsInt,
            Self::NoAnswerExternal => ForwardingType::ForwardNoAnsExt,
        }
    }

    /// The mode of a type of forwarding. Those that go with do not disturb have none.
    #[must_use]
    pub fn of(kind: ForwardingType) -> Option<Self> {
        Self::ALL.iter().copied().find(|mode| mode.forwarding_type() == kind)
    }
}

/// A forwarding: TAPI's `LINEFORWARD`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Forwarding {
    /// When calls are forwarded.
    pub mode: ForwardMode,
    /// Where they go.
    pub to: String,
    /// After how many rings, where nobody answers: 1 to 100. The switch decides if it is not said.
    pub rings: Option<u8>,
}

impl Forwarding {
    /// A forwarding to a number, with as many rings as the switch likes.
    #[must_use]
    pub fn new(mode: ForwardMode, to: impl Into<String>) -> Self {
        Self { mode, to: to.into(), rings: None }
    }
}

/// The forwardings in force.
pub(crate) fn in_force(result: &GetForwardingResult<'_>) -> Vec<Forwarding> {
    result.forwarding_list.iter().filter_map(|entry| read(&entry)).collect()
}

fn read(entry: &ForwardListEntry<'_>) -> Option<Forwarding> {
    if !entry.forward_status {
        return None;
    }
    // Without a type it is the one that the user sets by default.
    let kind = entry.forwarding_type.unwrap_or(ForwardingType::ForwardImmediate);
    let to = entry.forward_dn.as_ref().map_or(Party::NOT_KNOWN, Party::from);
    Some(Forwarding {
        mode: ForwardMode::of(kind)?,
        to: to.number().unwrap_or_default().to_owned(),
        rings: entry.ring_count.and_then(|rings| u8::try_from(rings).ok()),
    })
}
