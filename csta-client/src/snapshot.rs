//! Snapshots and lists, put together from the segments in which they came.

use csta_codec::services::{
    self, DeviceListEntry, SnapshotCallDataArgument, SnapshotCallResult,
    SnapshotDeviceDataArgument, SnapshotDeviceResult, SwitchingFunctionDevicesArgument,
};
use csta_codec::types::{SnapshotCallResponseInfo, SnapshotDeviceResponseInfo};
use csta_codec::{Ber, Owned};

use crate::Error;
use crate::connection::Answer;
use crate::error::Cause;

/// The calls of a device, from [`Client::snapshot_device`](crate::Client::snapshot_device).
#[derive(Clone, Debug)]
pub struct DeviceSnapshot {
    pub(crate) result: Owned<SnapshotDeviceResult<'static>>,
    pub(crate) segments: Vec<Owned<SnapshotDeviceDataArgument<'static>>>,
}

impl DeviceSnapshot {
    /// The calls, with the states of their connections.
    pub fn calls(&self) -> impl Iterator<Item = SnapshotDeviceResponseInfo<'_>> {
        let first = match self.result.get().cross_ref_id_or_snapshot_data {
            services::DeviceSnapshot::SnapshotData(calls) => Some(calls),
            _ => None,
        };
        let others = self.segments.iter().map(|segment| segment.get().snapshot_data);
        first.into_iter().chain(others).flat_map(|calls| calls.0.iter())
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
