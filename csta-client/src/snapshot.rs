//! Snapshots and lists, put together from the segments in which they came.

use csta_codec::services::{
    self, DeviceListEntry, DeviceSnapshot, SnapshotCallDataArgument, SnapshotCallResult,
    SnapshotDevice, SnapshotDeviceDataArgument, SnapshotDeviceResult,
    SwitchingFunctionDevicesArgument,
};
use csta_codec::types::{SnapshotCallResponseInfo, SnapshotDeviceResponseInfo};
use csta_codec::{Ber, Operation, Owned};

use crate::Error;
use crate::connection::Answer;
use crate::error::Cause;

/// The calls at a device at one moment, from
/// [`Client::snapshot_device`](crate::Client::snapshot_device) and from sessions.
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
    /// The calls: the connection of the device in each, and the states of all.
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

    pub(crate) fn new(
        result: Owned<SnapshotDeviceResult<'static>>,
        segments: &[Answer],
    ) -> Result<Self, Error> {
        let segments = read_all(SnapshotDevice::NAME, segments)?.into_iter().map(Part::Segment);
        Ok(Self { parts: std::iter::once(Part::Result(result)).chain(segments).collect() })
    }
}

/// The devices of a call, from [`Client::snapshot_call`](crate::Client::snapshot_call).
#[derive(Clone, Debug)]
pub struct CallSnapshot {
    pub(crate) result: Owned<SnapshotCallResult<'static>>,
    pub(crate) segments: Vec<Owned<SnapshotCallDataArgument<'static>>>,
}

impl CallSnapshot {
    /// The devices, with their connections and states.
    pub fn devices(&self) -> impl Iterator<Item = SnapshotCallResponseInfo<'_>> {
        let first = match self.result.get().cross_ref_id_or_snapshot_data {
            services::CallSnapshot::SnapshotData(devices) => Some(devices),
            _ => None,
        };
        let others = self.segments.iter().map(|segment| segment.get().snapshot_data);
        first.into_iter().chain(others).flat_map(|devices| devices.0.iter())
    }

    /// What else the switch says of the call: who called whom, for instance.
    #[must_use]
    pub const fn result(&self) -> &Owned<SnapshotCallResult<'static>> {
        &self.result
    }
}

/// The devices of a switch, from [`Client::switch_devices`](crate::Client::switch_devices).
#[derive(Clone, Debug)]
pub struct SwitchDevices {
    pub(crate) segments: Vec<Owned<SwitchingFunctionDevicesArgument<'static>>>,
}

impl SwitchDevices {
    /// The devices.
    pub fn entries(&self) -> impl Iterator<Item = DeviceListEntry<'_>> {
        self.segments.iter().flat_map(|segment| segment.get().device_list.iter())
    }
}

/// The segments of an operation's result, as what they are.
pub(crate) fn read_all<T: Ber<'static>>(
    operation: &'static str,
    segments: &[Answer],
) -> Result<Vec<Owned<T>>, Error> {
    let read = segments.iter().map(Answer::read).collect::<Result<_, _>>();
    read.map_err(|error| Cause::Undecodable { operation, error }.into())
}
