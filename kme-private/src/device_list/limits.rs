//! How much and how long.

use std::time::Duration;

/// How much a [`DeviceListAssembler`](crate::DeviceListAssembler) holds, and how long it waits.
///
/// No such number of a switch is known. The default ones suffice for the largest Panasonic
/// switches, which have some thousands of devices, and for messages of 240 octets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DeviceListLimits {
    /// Dialogues at once, those included whose outcome has not been fetched.
    pub dialogues: usize,
    /// Segments of one list.
    pub segments: usize,
    /// Devices in one list.
    pub entries: usize,
    /// Octets of one list.
    pub octets: usize,
    /// Replies that are held because they may have come before their acknowledgement, of all
    /// dialogues together.
    pub held: usize,
    /// How long after the request the acknowledgement may come.
    pub acknowledgement: Duration,
    /// How long after the acknowledgement or a segment the next segment may come.
    pub segment: Duration,
    /// How long segments may come after the last one of the list, where some are missing.
    pub straggler: Duration,
    /// How long a reply is held for its acknowledgement.
    pub hold: Duration,
    /// The number that the first segment has. It is not known whether a switch counts from 0 or
    /// from 1: with 1, a segment 0 is taken as well if it comes in order.
    pub first_segment: i64,
}

impl Default for DeviceListLimits {
    fn default() -> Self {
        Self {
            dialogues: 16,
            segments: 4096,
            entries: 65536,
            octets: 4 << 20,
            held: 64,
            acknowledgement: Duration::from_secs(10),
            segment: Duration::from_secs(10),
            straggler: Duration::from_secs(1),
            hold: Duration::from_secs(2),
            first_segment: 1,
        }
    }
}
