//! Snapshots that come in pieces.

use std::time::Instant;

use csta_codec::Owned;
use csta_codec::services::SnapshotDeviceDataArgument;

use super::MonitorId;
use super::planner::Answer;
use crate::Snapshot;

/// The snapshots that are under way in pieces; as many as there are requests in flight.
#[derive(Debug, Default)]
pub(super) struct Segments {
    pending: Vec<Pending>,
}

#[derive(Debug)]
struct Pending {
    service_cross_ref: Vec<u8>,
    monitor: MonitorId,
    deadline: Instant,
    snapshot: Snapshot,
    /// Whether the calls have changed since the first piece was announced: then nobody can tell
    /// whether the pieces that follow are of before or after.
    disturbed: bool,
}

/// What came of a piece.
#[derive(Debug)]
pub(super) enum Taken {
    /// It belongs to no snapshot of ours.
    Unknown,
    /// More are to come.
    More,
    /// It was the last one.
    Last(Answer),
}

impl Segments {
    /// Waits until `deadline` for the pieces that the switch has announced.
    pub(super) fn begin(
        &mut self,
        service_cross_ref: Vec<u8>,
        monitor: MonitorId,
        deadline: Instant,
    ) {
        let (snapshot, disturbed) = (Snapshot::default(), false);
        let pending = Pending { service_cross_ref, monitor, deadline, snapshot, disturbed };
        self.pending.push(pending);
    }

    pub(super) fn take(&mut self, segment: &Owned<SnapshotDeviceDataArgument<'static>>) -> Taken {
        let (service_cross_ref, last) = {
            let segment = segment.get();
            (segment.service_cross_ref_id.as_bytes().to_vec(), segment.last_segment)
        };
        let of = |pending: &Pending| pending.service_cross_ref == service_cross_ref;
        let Some(index) = self.pending.iter().position(of) else {
            return Taken::Unknown;
        };
        if !last {
            if let Some(pending) = self.pending.get_mut(index) {
                pending.snapshot.add_segment(segment.clone());
            }
            return Taken::More;
        }
        let Pending { monitor, mut snapshot, disturbed, .. } = self.pending.remove(index);
        snapshot.add_segment(segment.clone());
        Taken::Last(match disturbed {
            true => Answer::SnapshotDisturbed(monitor),
            false => Answer::Snapshot(monitor, Ok(snapshot)),
        })
    }

    /// Something has happened at a device.
    pub(super) fn disturb(&mut self, monitor: MonitorId) {
        for pending in self.pending.iter_mut().filter(|pending| pending.monitor == monitor) {
            pending.disturbed = true;
        }
    }

    pub(super) fn poll_timeout(&self) -> Option<Instant> {
        self.pending.iter().map(|pending| pending.deadline).min()
    }

    /// Gives up a snapshot whose time is over.
    pub(super) fn expire(&mut self, now: Instant) -> Option<MonitorId> {
        let index = self.pending.iter().position(|pending| pending.deadline <= now)?;
        Some(self.pending.remove(index).monitor)
    }
}
