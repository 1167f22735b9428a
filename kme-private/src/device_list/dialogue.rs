//! One request and what comes in answer to it.

use std::collections::BTreeMap;
use std::time::Instant;

use csta_codec::{OctetString, Owned};

use super::{Completeness, DeviceList, DeviceListError, DeviceListLimits, DialogueId};
use crate::{DeviceCategory, LinkedReply};

/// A dialogue that is under way.
#[derive(Clone, Debug)]
pub(super) struct Dialogue {
    pub(super) id: DialogueId,
    category: DeviceCategory,
    /// None until the acknowledgement has come.
    cross_ref: Option<Box<[u8]>>,
    /// By number. Segments of the same number and different content are all kept: it would be a
    /// strange switch, but no device is lost.
    segments: BTreeMap<i64, Vec<Owned<LinkedReply<'static>>>>,
    count: usize,
    entries: usize,
    octets: usize,
    last_came: bool,
    /// When the wait is over, never if the clock cannot tell.
    deadline: Option<Instant>,
}

impl Dialogue {
    pub(super) fn start(
        now: Instant,
        id: DialogueId,
        category: DeviceCategory,
        limits: &DeviceListLimits,
    ) -> Self {
        Self {
            id,
            category,
            cross_ref: None,
            segments: BTreeMap::new(),
            count: 0,
            entries: 0,
            octets: 0,
            last_came: false,
            deadline: now.checked_add(limits.acknowledgement),
        }
    }

    pub(super) const fn is_acknowledged(&self) -> bool {
        self.cross_ref.is_some()
    }

    pub(super) fn acknowledge(
        &mut self,
        now: Instant,
        cross_ref: OctetString<'_>,
        limits: &DeviceListLimits,
    ) {
        self.cross_ref = Some(cross_ref.as_bytes().into());
        self.deadline = now.checked_add(limits.segment);
    }

    /// Whether replies with this cross reference belong to it.
    pub(super) fn is_referred_by(&self, cross_ref: OctetString<'_>) -> bool {
        self.cross_ref.as_deref() == Some(cross_ref.as_bytes())
    }

    pub(super) const fn deadline(&self) -> Option<Instant> {
        self.deadline
    }

    /// Takes a segment; `false` if it was there already.
    pub(super) fn take(
        &mut self,
        now: Instant,
        reply: &LinkedReply<'_>,
        limits: &DeviceListLimits,
    ) -> Result<bool, DeviceListError> {
        let segment = Owned::<LinkedReply<'static>>::new(reply);
        let segments = self.segments.entry(reply.segment_id).or_default();
        // Both were written by the same rules.
        if segments.iter().any(|kept| kept.element() == segment.element()) {
            return Ok(false);
        }
        self.count += 1;
        self.entries = self.entries.saturating_add(reply.devices().count());
        self.octets = self.octets.saturating_add(segment.element().content().len());
        if self.count > limits.segments
            || self.entries > limits.entries
            || self.octets > limits.octets
        {
            return Err(DeviceListError::TooLarge);
        }
        segments.push(segment);
        self.last_came |= reply.last_segment;
        self.deadline =
            now.checked_add(if self.last_came { limits.straggler } else { limits.segment });
        Ok(true)
    }

    pub(super) fn completeness(&self, limits: &DeviceListLimits) -> Completeness {
        if !self.last_came {
            return Completeness::LastSegmentMissing;
        }
        let first = self.segments.keys().next().copied().unwrap_or(0).min(limits.first_segment);
        let last = self.segments.keys().next_back().copied().unwrap_or(0);
        // Wide enough for any two numbers.
        let wanted = i128::from(last) - i128::from(first) + 1;
        if usize::try_from(wanted) == Ok(self.segments.len()) {
            Completeness::Complete
        } else {
            Completeness::SegmentsMissing
        }
    }

    /// What has come of it when the wait is over.
    pub(super) fn finish(self, limits: &DeviceListLimits) -> Result<DeviceList, DeviceListError> {
        if !self.is_acknowledged() {
            return Err(DeviceListError::NotAcknowledged);
        }
        Ok(DeviceList {
            category: self.category,
            completeness: self.completeness(limits),
            segments: self.segments.into_values().flatten().collect(),
        })
    }
}
