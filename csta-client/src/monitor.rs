//! What a monitor reports, as a stream.

use std::pin::Pin;
use std::task::{Context, Poll};

use csta_codec::Owned;
use csta_codec::events::EventReportArgument;
use csta_codec::services::{
    ChangeMonitorFilter, ChangeMonitorFilterArgument, ChangeMonitorFilterResult, MonitorStartResult,
};
use csta_codec::types::MonitorFilter;
use futures::Stream;
use tokio::sync::{mpsc, oneshot};

use crate::connection::{Housekeeping, Item};
use crate::{Client, CloseReason, Error};

/// An event with the octets it came in.
pub type Event = Owned<EventReportArgument<'static>>;

/// What a [`Monitor`] reports.
#[derive(Clone, Debug, PartialEq)]
pub enum MonitorItem {
    /// Something happened at the device.
    Event(Event),
    /// So many events were lost at this place, since the stream was not read.
    Lagged(u64),
    /// The monitor is at an end; nothing follows.
    Ended(MonitorEnd),
}

/// Why a monitor or a transmission of call records is at an end.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum MonitorEnd {
    /// The switch stopped it, for instance because the device is no more.
    #[error("the switch stopped the monitor")]
    StoppedBySwitch,
    /// Its reader fell behind, and it is [to be closed](WhenLagging::Close) then.
    #[error("the monitor was stopped since its events were not read")]
    Overrun,
    /// The association is at an end.
    #[error(transparent)]
    Closed(CloseReason),
}

/// What becomes of a monitor whose reader falls behind, so that its queue is full.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum WhenLagging {
    /// Events are lost, and the stream says how many at the place where they are missing.
    #[default]
    Skip,
    /// The monitor is stopped, here and in the switch, and ends with [`MonitorEnd::Overrun`]. What
    /// fitted can still be read.
    Close,
}

/// A monitor in the switch: a stream of what happens at a device.
///
/// Made by [`Client::monitor`]. When it is dropped, the monitor in the switch is stopped.
///
/// It holds a limited number of events ([`monitor_queue`](crate::ClientBuilder::monitor_queue)).
/// When they are not read, the next ones are lost, and where they are missing the stream says so
/// with [`MonitorItem::Lagged`], or the monitor is closed, as [`WhenLagging`] says; the others and
/// the link go on.
#[derive(Debug)]
#[must_use = "the monitor is stopped when it is dropped"]
pub struct Monitor {
    pub(crate) items: mpsc::Receiver<MonitorItem>,
    pub(crate) started: Owned<MonitorStartResult<'static>>,
    pub(crate) client: Client,
}

impl Monitor {
    /// What the switch answered when the monitor was started.
    #[must_use]
    pub const fn started(&self) -> &Owned<MonitorStartResult<'static>> {
        &self.started
    }

    /// Changes which events are reported: a set bit suppresses one. The result has the filter
    /// that is in force now.
    ///
    /// # Errors
    ///
    /// As [`Client::invoke`].
    pub async fn change_filter(
        &self,
        filter: MonitorFilter,
    ) -> Result<Owned<ChangeMonitorFilterResult<'static>>, Error> {
        let cross_ref = self.started.get().cross_ref_identifier;
        let argument = ChangeMonitorFilterArgument::new(cross_ref, filter);
        self.client.invoke::<ChangeMonitorFilter>(&argument).await
    }

    /// Stops the monitor and waits for the switch to confirm it.
    ///
    /// # Errors
    ///
    /// As [`Client::invoke`]. It is stopped all the same, as far as this side is concerned.
    pub async fn stop(mut self) -> Result<(), Error> {
        self.items.close();
        let (done, stopped) = oneshot::channel();
        let cross_ref = self.cross_ref();
        self.client.keep_house(Housekeeping::StopMonitor { cross_ref, done: Some(done) });
        // Without an answer, it was stopped already.
        stopped.await.map_or(Ok(()), |stopped| stopped.map(drop))
    }

    fn cross_ref(&self) -> Vec<u8> {
        self.started.get().cross_ref_identifier.0.as_bytes().to_vec()
    }
}

impl Stream for Monitor {
    type Item = MonitorItem;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<MonitorItem>> {
        self.items.poll_recv(cx)
    }
}

impl Drop for Monitor {
    fn drop(&mut self) {
        // Closed first: by that the task knows that it is this one and not another one which the
        // switch has given the same reference since.
        self.items.close();
        let cross_ref = self.cross_ref();
        self.client.keep_house(Housekeeping::StopMonitor { cross_ref, done: None });
    }
}

impl Item for MonitorItem {
    type Value = Event;

    fn of(event: Event) -> Self {
        Self::Event(event)
    }

    fn lagged(lost: u64) -> Option<Self> {
        Some(Self::Lagged(lost))
    }

    fn ended(end: MonitorEnd) -> Self {
        Self::Ended(end)
    }
}
