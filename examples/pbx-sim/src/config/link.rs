//! How the switch speaks CSTA.

use std::time::Duration;

use serde::{Deserialize, Serialize};

/// How the switch speaks CSTA: the ways in which Panasonic's switches differ from the standard and
/// from each other, each of which can be switched.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Link {
    /// How many applications can be associated at a time. A further one is rejected permanently.
    /// Panasonic's switches have one.
    pub applications: usize,
    /// Whether an association may be requested without user information, in which the versions of
    /// CSTA stand; otherwise it is rejected permanently.
    pub bare_requests: bool,
    /// Whether an A-ABORT is sent without its length, as a live switch seems to.
    pub unframed_abort: bool,
    /// The time between two messages about the state of the switch, a second or more.
    #[serde(with = "config_file::time")]
    pub status_interval: Duration,
    /// How long a message can be that the switch sends, in octets, where it can choose: 96 or more.
    /// A result that does not fit comes in segments if its service has them, else as it is.
    pub message_limit: usize,
    /// How many monitors there can be, those of all applications together.
    pub monitor_limit: usize,
    /// Whether monitors have names that tell nothing; otherwise they look like device numbers.
    pub opaque_references: bool,
    /// Whether a snapshot always comes in segments behind its result.
    pub linked_snapshots: bool,
    /// Whether devices of events, results and lists have the names of their users with them, as far
    /// as there are any: their octets in UTF-8. No Panasonic switch has been seen to.
    pub names: bool,
    /// Whether events tell the state of the monitored device's own connection, as a live switch was
    /// seen to. The standard leaves it open.
    pub local_states: bool,
    /// Whether private data that the switch does not know are answered with the same, as if it did;
    /// otherwise they are refused with invalidFeature.
    pub echoes_private: bool,
    /// The number of the first segment of Panasonic's device list. It is not known.
    pub first_segment: u8,
    /// Whether the device list has the element that some models add to each entry.
    pub second_status: bool,
    /// The status in the device list of a device that is out of service. It is not 0; what else it
    /// is in a live switch is not known.
    pub out_of_service_status: i32,
}

impl Default for Link {
    fn default() -> Self {
        Self {
            applications: 1,
            bare_requests: true,
            unframed_abort: true,
            status_interval: Duration::from_secs(120),
            message_limit: 240,
            monitor_limit: 2048,
            opaque_references: false,
            linked_snapshots: false,
            names: false,
            local_states: true,
            echoes_private: false,
            first_segment: 1,
            second_status: true,
            out_of_service_status: 1,
        }
    }
}
