//! The calls at a device.

use csta_codec::Owned;
use csta_codec::services::{DeviceSnapshot, SnapshotDeviceDataArgument, SnapshotDeviceResult};
use csta_codec::types::SnapshotDeviceResponseInfo;

/// The calls at a device at one moment.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Snapshot {
    parts: Vec<Part>,
}

#[derive(Clone, Debug, PartialEq)]
enum Part {
    Result(Owned<SnapshotDeviceResult<'static>>),
    Segment(Owned<SnapshotDeviceDataArgument<'static>>),
}

impl Snapshot {
    /// The calls: the connection of the device in each, and its state.
    pub fn calls(&self) -> impl Iterator<Item = SnapshotDeviceResponseInfo<'_>> {
        self.parts.iter().flat_map(|part| {
            let data = match part {
                Part::Result(result) => match result.get().cross_ref_id_or_snapshot_data {
                    DeviceSnapshot::SnapshotData(data) => Some(data),
                    _ => None,
                },
                Part::Segment(segment) => Some(segment.get().snapshot_data),
            };
            data.into_iter().flat_map(|data| data.0.iter())
        })
    }

    /// Whether there is no call.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.calls().next().is_none()
    }

    pub(super) fn of_result(result: Owned<SnapshotDeviceResult<'static>>) -> Self {
        Self { parts: vec![Part::Result(result)] }
    }

    pub(super) fn add_segment(&mut self, segment: Owned<SnapshotDeviceDataArgument<'static>>) {
        self.parts.push(Part::Segment(segment));
    }
}
