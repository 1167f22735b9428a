//! What a monitor reports, as a stream.

use std::pin::Pin;
use std::task::{Context, Poll};

use csta_codec::Owned;
use csta_codec::events::EventReportArgument;
use csta_codec::services::MonitorStartResult;
use futures::Stream;
use tokio::sync::mpsc;

use crate::CloseReason;
use crate::connection::Housekeeping;

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

/// Why a monitor is at an end.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum MonitorEnd {
    /// The switch stopped it, for instance because the device is no more.
    #[error("the switch stopped the monitor")]
    StoppedBySwitch,
    /// The association is at an end.
    #[error(transparent)]
    Closed(CloseReason),
}

/// A monitor in the switch: a stream of what happens at a device.
///
/// Made by [`Client::monitor`](crate::Client::monitor). When it is dropped, the monitor in the
/// switch is stopped.
///
/// It holds a limited number of events (1024 unless said otherwise). When they are not read, the
/// next ones are lost, and where they are missing the stream says so with
/// [`MonitorItem::Lagged`]; the others and the link go on.
#[derive(Debug)]
#[must_use = "the monitor is stopped when it is dropped"]
pub struct Monitor {
    pub(crate) items: mpsc::Receiver<MonitorItem>,
    pub(crate) started: Owned<MonitorStartResult<'static>>,
    pub(crate) housekeeping: mpsc::UnboundedSender<Housekeeping>,
}

impl Monitor {
    /// What the switch answered when the monitor was started.
    #[must_use]
    pub const fn started(&self) -> &Owned<MonitorStartResult<'static>> {
        &self.started
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
        let cross_ref = self.started.get().cross_ref_identifier.0.as_bytes().to_vec();
        // If the link is gone, so is the monitor.
        let _ = self.housekeeping.send(Housekeeping::StopMonitor(cross_ref));
    }
}

/// The sending end: tells how many items did not fit as soon as one fits again.
#[derive(Debug)]
pub(crate) struct MonitorSender {
    items: mpsc::Sender<MonitorItem>,
    lagged: u64,
}

impl MonitorSender {
    pub(crate) const fn new(items: mpsc::Sender<MonitorItem>) -> Self {
        Self { items, lagged: 0 }
    }

    pub(crate) fn send(&mut self, event: Event) {
        if self.lagged > 0 && self.items.try_send(MonitorItem::Lagged(self.lagged)).is_ok() {
            self.lagged = 0;
        }
        if self.lagged > 0 || self.items.try_send(MonitorItem::Event(event)).is_err() {
            self.lagged += 1;
        }
    }

    /// Says the last word. It waits in a task of its own for a reader that is behind.
    pub(crate) fn end(self, end: MonitorEnd) {
        let Self { items, lagged } = self;
        let last = MonitorItem::Ended(end);
        if lagged == 0 && items.try_send(last.clone()).is_ok() {
            return;
        }
        tokio::spawn(async move {
            if lagged > 0 {
                let _ = items.send(MonitorItem::Lagged(lagged)).await;
            }
            let _ = items.send(last).await;
        });
    }
}
