//! What comes of a dialogue.

use csta_codec::Owned;

use super::DialogueId;
use crate::{DeviceCategory, DeviceStateEntry, LinkedReply};

/// What came of a dialogue.
#[derive(Clone, Debug, PartialEq)]
pub struct DeviceListOutcome {
    /// The dialogue, which is over.
    pub dialogue: DialogueId,
    /// The list, or why there is none.
    pub list: Result<DeviceList, DeviceListError>,
}

/// Why there is no list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum DeviceListError {
    /// The acknowledgement did not come in time.
    #[error("the request for a list of devices was not acknowledged in time")]
    NotAcknowledged,
    /// The list has more segments, devices or octets than the limits allow.
    #[error("the list of devices is larger than the limits allow")]
    TooLarge,
}

/// Whether a list is all that the switch sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Completeness {
    /// All segments are there, from the first number to the one marked as last.
    Complete,
    /// The segment marked as last is there, but not one for each number before it. If the switch
    /// numbers its segments in a way of its own, the list can be whole all the same.
    SegmentsMissing,
    /// No segment marked as last came in time.
    LastSegmentMissing,
}

/// The devices of a category.
///
/// ```
/// # use std::time::Instant;
/// # use csta_codec::OctetString;
/// # use kme_private::*;
/// # let now = Instant::now();
/// # let mut assembler = DeviceListAssembler::default();
/// # let dialogue = assembler.start(now, DeviceCategory::Station).unwrap();
/// # assembler.acknowledge(now, dialogue, OctetString(&[1])).unwrap();
/// # let extension = DeviceNumber::new(DeviceKind::Extension, 1);
/// # let entries = [DeviceStateEntry::in_service(extension, "101".into())];
/// # assembler.handle_reply(now, &LinkedReply::of_devices(
/// #     OctetString(&[1]), 1, true, entries.as_slice().into()));
/// # let list = assembler.poll_outcome().unwrap().list.unwrap();
/// assert!(list.is_complete());
/// let usable: Vec<_> = list
///     .entries()
///     .filter(DeviceStateEntry::is_in_service)
///     .filter_map(|entry| Some(entry.number?.to_string()))
///     .collect();
/// assert_eq!(usable, ["101"]);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct DeviceList {
    pub(super) category: DeviceCategory,
    pub(super) completeness: Completeness,
    pub(super) segments: Vec<Owned<LinkedReply<'static>>>,
}

impl DeviceList {
    /// The category that was asked for.
    #[must_use]
    pub const fn category(&self) -> DeviceCategory {
        self.category
    }

    /// Whether it is all that the switch sent.
    #[must_use]
    pub const fn completeness(&self) -> Completeness {
        self.completeness
    }

    /// Whether it is surely all that the switch sent.
    #[must_use]
    pub const fn is_complete(&self) -> bool {
        matches!(self.completeness, Completeness::Complete)
    }

    /// The replies it came in, in the order of their numbers, with whatever else is in them.
    pub fn segments(&self) -> impl Iterator<Item = LinkedReply<'_>> {
        self.segments.iter().map(Owned::get)
    }

    /// The devices, in the order of the segments.
    pub fn entries(&self) -> impl Iterator<Item = DeviceStateEntry<'_>> {
        self.segments().flat_map(|reply| reply.devices())
    }
}
