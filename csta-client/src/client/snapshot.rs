//! Which calls a device has, and which devices a call.

use csta_codec::services::{
    SnapshotCall, SnapshotCallArgument, SnapshotCallData, SnapshotCallDataArgument,
    SnapshotCallResult, SnapshotDevice, SnapshotDeviceArgument, SnapshotDeviceData,
    SnapshotDeviceDataArgument, SnapshotDeviceResult,
};
use csta_codec::types::{ConnectionId, DeviceId};
use csta_codec::{Operation, services};

use crate::connection::{Segment, Segmented};
use crate::snapshot::read_all;
use crate::{CallSnapshot, Client, Error, Snapshot};

/// Snapshots. The switch answers at once or in segments; they are put together.
///
/// All of these fail as [`invoke`](Client::invoke) does, and if a segment is missing or late.
impl Client {
    /// Which calls a device has, and in which states. None if it is idle.
    ///
    /// ```no_run
    /// # async fn show(client: csta_client::Client) -> Result<(), csta_client::Error> {
    /// use csta_codec::types::DeviceId;
    ///
    /// let snapshot = client.snapshot_device(DeviceId::dialing_number("101")).await?;
    /// for call in snapshot.calls() {
    ///     println!("{:?} is {:?}", call.connection_identifier, call.local_call_state);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub async fn snapshot_device(&self, device: DeviceId<'_>) -> Result<Snapshot, Error> {
        let argument = SnapshotDeviceArgument::new(device);
        let (result, segments) = self.collect::<SnapshotDevice>(&argument).await?;
        Snapshot::new(result, &segments)
    }

    /// Which devices a call has, and in which states; the call by a connection in it.
    pub async fn snapshot_call(&self, call: ConnectionId<'_>) -> Result<CallSnapshot, Error> {
        let argument = SnapshotCallArgument::new(call);
        let (result, segments) = self.collect::<SnapshotCall>(&argument).await?;
        Ok(CallSnapshot { result, segments: read_all(SnapshotCall::NAME, &segments)? })
    }
}

impl Segmented for SnapshotDevice {
    type Segment = SnapshotDeviceData;

    fn cross_ref<'a: 'a>(result: &SnapshotDeviceResult<'a>) -> Option<&'a [u8]> {
        match result.cross_ref_id_or_snapshot_data {
            services::DeviceSnapshot::ServiceCrossRefId(cross_ref) => Some(cross_ref.as_bytes()),
            _ => None,
        }
    }

    fn segment<'a: 'a>(segment: &SnapshotDeviceDataArgument<'a>) -> Segment<'a> {
        Segment {
            cross_ref: segment.service_cross_ref_id.as_bytes(),
            number: segment.segment_id,
            is_last: segment.last_segment,
        }
    }
}

impl Segmented for SnapshotCall {
    type Segment = SnapshotCallData;

    fn cross_ref<'a: 'a>(result: &SnapshotCallResult<'a>) -> Option<&'a [u8]> {
        match result.cross_ref_id_or_snapshot_data {
            services::CallSnapshot::ServiceCrossRefId(cross_ref) => Some(cross_ref.as_bytes()),
            _ => None,
        }
    }

    fn segment<'a: 'a>(segment: &SnapshotCallDataArgument<'a>) -> Segment<'a> {
        Segment {
            cross_ref: segment.service_cross_ref_id.as_bytes(),
            number: segment.segment_id,
            is_last: segment.last_segment,
        }
    }
}
