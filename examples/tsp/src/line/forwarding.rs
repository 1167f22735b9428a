//! How the calls of a line are forwarded.

use csta_codec::services::GetForwardingResult;
use csta_codec::types::{DeviceId, ForwardingType};
use serde::Serialize;

use crate::constants::constants;
use crate::{Directory, Party};

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

    /// The mode that the switch means; without a type it is the one that the user sets by default.
    pub(crate) fn meant(kind: Option<ForwardingType>) -> Option<Self> {
        kind.map_or(Some(Self::Unconditional), Self::of)
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

    /// As the switch tells it.
    pub(crate) fn read(
        mode: ForwardMode,
        to: Option<&DeviceId<'_>>,
        rings: Option<i64>,
        directory: &Directory,
    ) -> Self {
        let to = to.map_or(Party::NOT_KNOWN, Party::from);
        let to = directory.named(&to);
        Self {
            mode,
            to: if to.is_known() { to.to_string() } else { String::new() },
            rings: rings.and_then(|rings| u8::try_from(rings).ok()),
        }
    }
}

/// The forwardings in force, in the order of their modes.
pub(crate) fn in_force(result: &GetForwardingResult<'_>, directory: &Directory) -> Vec<Forwarding> {
    let entries = result.forwarding_list.iter().filter(|entry| entry.forward_status);
    let mut forwarding: Vec<Forwarding> = entries
        .filter_map(|entry| {
            let mode = ForwardMode::meant(entry.forwarding_type)?;
            let to = entry.forward_dn.as_ref();
            Some(Forwarding::read(mode, to, entry.ring_count, directory))
        })
        .collect();
    forwarding.sort_by_key(|own| own.mode);
    forwarding
}

#[cfg(test)]
mod tests {
    use csta_codec::SequenceOf;
    use csta_codec::types::ForwardListEntry;
    use kme_private::{DeviceKind, DeviceNumber};

    use super::*;
    use crate::Device;

    #[test]
    fn a_device_number_is_shown_by_the_number_that_is_dialled() {
        let cordless = DeviceNumber::new(DeviceKind::PortableStation, 10);
        let device = Device { device: Some(cordless), ..Device::by_number("110") };
        let mut directory = Directory::default();
        let entry = |kind| {
            let mut entry = ForwardListEntry::new(true);
            entry.forwarding_type = Some(kind);
            entry.forward_dn = Some(cordless.to_device_id());
            entry
        };
        let entries = [ForwardingType::ForwardNoAns, ForwardingType::ForwardBusy].map(entry);
        let result = GetForwardingResult::new(SequenceOf::from(&entries[..]));
        assert_eq!(in_force(&result, &directory)[0].to, "portable-station/10");
        directory.learn(&[device], true);
        let expected = [ForwardMode::Busy, ForwardMode::NoAnswer];
        assert_eq!(
            in_force(&result, &directory),
            expected.map(|mode| Forwarding::new(mode, "110"))
        );
    }
}
