//! What a planner knows, and what it wants to be done.

use std::sync::Arc;
use std::time::Duration;

use csta_codec::Owned;
use csta_codec::services::StartCdrTransmissionResult;
use csta_codec::types::{CdrTransferMode, DeviceId, MonitorFilter};
use kme_private::{DeviceCategory, DeviceList};

use crate::Error;
use crate::Snapshot;
use crate::builder::bounded;
use crate::session::MonitorId;

/// How long things take and how much is done at once; see
/// [`SessionBuilder`](super::SessionBuilder).
#[derive(Clone, Debug)]
pub(crate) struct Plan {
    pub(crate) shortest_backoff: Duration,
    pub(crate) longest_backoff: Duration,
    pub(crate) rejected_backoff: Duration,
    pub(crate) requests_in_flight: usize,
    pub(crate) request_interval: Duration,
    pub(crate) retry_interval: Duration,
    pub(crate) snapshot_interval: Option<Duration>,
    /// Which call records are asked for, if they are.
    pub(crate) call_records: Option<CdrTransferMode>,
    /// How long after the link came up.
    pub(crate) call_records_delay: Duration,
    pub(crate) devices: Vec<DeviceCategory>,
    pub(crate) monitor_limit: usize,
    pub(crate) item_queue: usize,
}

impl Plan {
    /// The same with times that can be added to any time of day.
    pub(super) fn bounded(mut self) -> Self {
        let times = [
            &mut self.shortest_backoff,
            &mut self.longest_backoff,
            &mut self.rejected_backoff,
            &mut self.request_interval,
            &mut self.retry_interval,
            &mut self.call_records_delay,
        ];
        for time in times.into_iter().chain(&mut self.snapshot_interval) {
            *time = bounded(*time);
        }
        self
    }
}

/// A request to the switch. Of those that are due at one time, the first come first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Task {
    Stop(MonitorId),
    Devices(usize),
    Start(MonitorId),
    Snapshot(MonitorId),
    StartCallRecords,
}

/// What came of a [`Task`].
#[derive(Debug)]
pub(crate) enum Answer {
    Stopped(MonitorId),
    Devices(usize, Result<DeviceList, Error>),
    Started(MonitorId, Result<(), Error>),
    Snapshot(MonitorId, Result<Snapshot, Error>),
    /// Something happened at the device while its snapshot was sent in segments: nobody can tell
    /// which of them are of before and which of after.
    SnapshotDisturbed(MonitorId),
    CallRecordsStarted(Result<Owned<StartCdrTransmissionResult<'static>>, Error>),
}

impl Answer {
    pub(super) const fn task(&self) -> Task {
        match self {
            Self::Stopped(monitor) => Task::Stop(*monitor),
            Self::Devices(index, _) => Task::Devices(*index),
            Self::Started(monitor, _) => Task::Start(*monitor),
            Self::Snapshot(monitor, _) | Self::SnapshotDisturbed(monitor) => {
                Task::Snapshot(*monitor)
            }
            Self::CallRecordsStarted(_) => Task::StartCallRecords,
        }
    }
}

/// What is to be done.
#[derive(Clone, Debug)]
pub(crate) enum Action {
    /// Make an association.
    Connect,
    /// Release it.
    Release,
    /// Send a request.
    Ask(Request),
}

/// A [`Task`] with what is needed to do it.
#[derive(Clone, Debug)]
pub(crate) enum Request {
    Stop(MonitorId),
    Devices(usize, DeviceCategory),
    Start(MonitorId, Arc<Wanted>),
    Snapshot(MonitorId, Arc<Wanted>),
    StartCallRecords(CdrTransferMode),
}

/// What is to be monitored.
#[derive(Debug)]
pub(crate) struct Wanted {
    pub(crate) device: Owned<DeviceId<'static>>,
    pub(crate) filter: MonitorFilter,
}
