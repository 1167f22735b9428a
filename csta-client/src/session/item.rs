//! What a session tells the application.

use std::fmt;
use std::time::Duration;

use csta_codec::Owned;
use csta_codec::rose::InvokeProblem;
use csta_codec::services::StartCdrTransmissionResult;
use csta_codec::types::{CdrReason, CstaVersion};
use kme_private::{DeviceCategory, DeviceList};

use crate::{CallRecordReport, Error, Event, Incoming, Snapshot};

/// Names a monitor of a [`Session`](crate::Session), from the time it is asked for until it is
/// stopped by the application, whatever cross references it has in the switch meanwhile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MonitorId(pub(crate) u64);

impl fmt::Display for MonitorId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Why a monitor does not report.
#[derive(Clone, Debug, thiserror::Error)]
#[non_exhaustive]
pub enum MonitorLoss {
    /// The switch stopped it, for instance because the device is no more.
    #[error("the switch stopped the monitor")]
    StoppedBySwitch,
    /// The switch does not start it: for instance a telephone is not plugged in, there is no such
    /// device, or there are licences for fewer monitors. [`Error::failure`] tells which.
    #[error("the monitor was not started: {0}")]
    NotStarted(#[source] Error),
}

/// What a [`Session`](crate::Session) tells, in the order in which it happened.
///
/// From these items alone the application can know at any time what is known of the switch. It
/// keeps for each monitor whether it runs, and what calls are at the device. Four items are
/// **gaps**, where events may have been lost: [`LinkDown`](Self::LinkDown) and
/// [`Lagged`](Self::Lagged) for all monitors, [`MonitorLost`](Self::MonitorLost) for one, and a
/// [`SystemStatus`](Incoming::SystemStatus) of `Disabled` or `MessagesLost` for all: a multiplexer
/// says so when it has lost the switch, and when its monitors are restored. A gap ends for each
/// monitor with its next [`Resynchronised`](Self::Resynchronised).
#[derive(Debug)]
#[non_exhaustive]
pub enum SessionItem {
    /// The association is there and the switch takes requests. The monitors are being started,
    /// and tell so one by one.
    LinkUp {
        /// The version of CSTA that was agreed, if the switch told one.
        version: Option<CstaVersion>,
    },
    /// The association is at an end, or another attempt to make one has failed. **A gap**: no
    /// monitor runs, and what was known of calls may be wrong from here on.
    LinkDown {
        /// Why. [`Error::close_reason`] tells it if there was an association.
        error: Error,
        /// After how long the next attempt is made.
        retry_in: Duration,
    },
    /// The devices of a category, if the session was told to read them: after each
    /// [`LinkUp`](Self::LinkUp), and after [`Lagged`](Self::Lagged). To be compared with those
    /// known.
    Devices {
        /// The category.
        category: DeviceCategory,
        /// The list, or why there is none; then it is asked for again later.
        list: Result<DeviceList, Error>,
    },
    /// The monitor runs in the switch, for the first time or again. Events of it follow, and soon
    /// a [`Resynchronised`](Self::Resynchronised); until then events can be of calls that are not
    /// known.
    MonitorRestored(MonitorId),
    /// The monitor does not run. **A gap**: what was known of calls at the device may be wrong
    /// from here on. The session tries to start it at a regular interval and tells this each time
    /// that it fails.
    MonitorLost {
        /// The monitor.
        monitor: MonitorId,
        /// Why.
        loss: MonitorLoss,
    },
    /// Something happened at a monitored device.
    Event {
        /// The monitor.
        monitor: MonitorId,
        /// What happened.
        event: Event,
    },
    /// The calls at a monitored device at this place in the order of its events: it replaces all
    /// that was known of them. Calls that are not in it are gone; of those that are new,
    /// [`SnapshotCall`](csta_codec::services::SnapshotCall) tells more.
    ///
    /// It stands where the switch sent it. Events before it were sent before it, and are contained
    /// in it; events after it were sent after it, and change it.
    Resynchronised {
        /// The monitor.
        monitor: MonitorId,
        /// The calls.
        snapshot: Snapshot,
    },
    /// The calls at a monitored device could not be read. What is known of them stays as
    /// doubtful as it was; the session asks again later.
    NotResynchronised {
        /// The monitor.
        monitor: MonitorId,
        /// Why.
        error: Error,
    },
    /// The switch sends call records from here on. The transmission has another cross reference
    /// each time.
    CallRecordsStarted(Owned<StartCdrTransmissionResult<'static>>),
    /// Call records, to be [confirmed](CallRecordReport::confirm) when they are safe. Until then
    /// the switch keeps them.
    CallRecords(CallRecordReport),
    /// Records are stored in the switch and wait to be fetched by
    /// [`SendStoredCdr`](csta_codec::services::SendStoredCdr), for this reason if it says one.
    CallRecordsStored(Option<CdrReason>),
    /// The switch does not send call records, or no longer: the error tells why it did not
    /// start, and nothing if it stopped by itself. The session tries again at a regular interval.
    CallRecordsLost(Option<Error>),
    /// What else comes from the switch. [`Incoming::Invoke`]s want an answer. A `SystemStatus` of
    /// `Disabled` is **a gap** for all monitors, which lasts until the switch is `Normal` again;
    /// one of `MessagesLost` is **a gap**, too. Then each of them is resynchronised, and what was
    /// refused meanwhile is asked for again.
    Incoming(Incoming),
    /// So many items were lost at this place, since the stream was not read. **A gap**: the link
    /// is to be taken as down and all monitors as lost; how it is now is told again, beginning
    /// with [`LinkUp`](Self::LinkUp) or [`LinkDown`](Self::LinkDown), and all monitors that run
    /// are resynchronised. Call records and other operations of the switch that were among them
    /// have been rejected for [want of resources](InvokeProblem::ResourceLimitation), so that
    /// the switch keeps its records.
    Lagged(u64),
    /// The session was released, and nothing follows.
    Closed,
}

impl SessionItem {
    /// Answers what wants an answer and will not get one.
    pub(super) fn turn_away(self) {
        match self {
            Self::CallRecords(report) => report.turn_away(),
            Self::Incoming(Incoming::Invoke(invoke)) if invoke.is_confirmed() => {
                invoke.reject(InvokeProblem::ResourceLimitation);
            }
            _ => {}
        }
    }
}
