//! Call detail records, as a stream.

use std::pin::Pin;
use std::task::{Context, Poll};

use csta_codec::rose::InvokeProblem;
use csta_codec::services::{
    CdrNotification, CdrNotificationResult, CdrReport, CdrReportArgument, CdrReportResult,
    SendStoredCdr, SendStoredCdrArgument, StartCdrTransmissionResult,
};
use csta_codec::types::{CdrReason, CdrTimePeriod, UniversalFailure};
use csta_codec::{Operation, Owned};
use futures::Stream;
use tokio::sync::{mpsc, oneshot};

use crate::connection::{Housekeeping, Item};
use crate::{Client, Error, IncomingInvoke, MonitorEnd};

/// What comes of a transmission of call records.
#[derive(Debug)]
pub enum CallRecordItem {
    /// Records, which want to be [confirmed](CallRecordReport::confirm).
    Report(CallRecordReport),
    /// Records are stored in the switch and wait to be [fetched](CallRecords::send_stored), for
    /// this reason if it says one.
    Stored(Option<CdrReason>),
    /// The transmission is at an end; nothing follows.
    Ended(MonitorEnd),
}

/// A transmission of call detail records: a stream of them.
///
/// Made by [`Client::call_records`]. When it is dropped, the transmission is stopped.
///
/// It holds as many reports as a monitor holds events. When they are not read, the next ones are
/// turned away unconfirmed, so that they stay in the switch; what it does with them then is its
/// own affair: it sends them again or waits to be asked for stored ones.
#[derive(Debug)]
#[must_use = "the transmission is stopped when it is dropped"]
pub struct CallRecords {
    pub(crate) items: mpsc::Receiver<CallRecordItem>,
    pub(crate) started: Owned<StartCdrTransmissionResult<'static>>,
    pub(crate) client: Client,
}

impl CallRecords {
    /// What the switch answered when the transmission was started.
    #[must_use]
    pub const fn started(&self) -> &Owned<StartCdrTransmissionResult<'static>> {
        &self.started
    }

    /// Asks for the records that the switch has stored, all or those of a time. They come by the
    /// stream.
    ///
    /// # Errors
    ///
    /// As [`Client::invoke`].
    pub async fn send_stored(&self, period: Option<CdrTimePeriod<'_>>) -> Result<(), Error> {
        let mut argument = SendStoredCdrArgument::new(self.started.get().cdr_cross_ref_id);
        argument.time_period = period;
        self.client.invoke::<SendStoredCdr>(&argument).await.map(drop)
    }

    /// Stops the transmission and waits for the switch to confirm it.
    ///
    /// # Errors
    ///
    /// As [`Client::invoke`]. It is stopped all the same, as far as this side is concerned.
    pub async fn stop(mut self) -> Result<(), Error> {
        self.items.close();
        let (done, stopped) = oneshot::channel();
        self.client.keep_house(Housekeeping::StopCallRecords {
            cross_ref: self.cross_ref(),
            done: Some(done),
        });
        // Without an answer, it was stopped already.
        stopped.await.map_or(Ok(()), |stopped| stopped.map(drop))
    }

    fn cross_ref(&self) -> Vec<u8> {
        self.started.get().cdr_cross_ref_id.as_bytes().to_vec()
    }
}

impl Stream for CallRecords {
    type Item = CallRecordItem;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<CallRecordItem>> {
        self.items.poll_recv(cx)
    }
}

impl Drop for CallRecords {
    fn drop(&mut self) {
        self.items.close();
        let cross_ref = self.cross_ref();
        self.client.keep_house(Housekeeping::StopCallRecords { cross_ref, done: None });
    }
}

/// Call records that the switch sends, and keeps until they are confirmed.
#[derive(Debug)]
pub struct CallRecordReport {
    argument: Owned<CdrReportArgument<'static>>,
    invoke: IncomingInvoke,
}

impl CallRecordReport {
    /// The records.
    #[must_use]
    pub const fn argument(&self) -> &Owned<CdrReportArgument<'static>> {
        &self.argument
    }

    /// Confirms them: the switch may forget them. Do it when they are safe.
    pub fn confirm(self) {
        self.invoke.answer::<CdrReport>(&CdrReportResult::NoData);
    }

    /// Turns them away since nobody can take them now: the switch keeps them.
    pub(crate) fn turn_away(self) {
        self.invoke.reject(InvokeProblem::ResourceLimitation);
    }

    /// Refuses them: the switch keeps them.
    pub fn refuse(self, failure: &UniversalFailure<'_>) {
        self.invoke.refuse(failure);
    }
}

impl IncomingInvoke {
    /// The cross reference of the transmission of call records that it belongs to, if to any.
    pub(crate) fn call_records(&self) -> Option<Vec<u8>> {
        let cross_ref = match self.operation() {
            CdrReport::CODE => {
                let report = self.argument::<CdrReport>()?.ok()?;
                report.get().cdr_cross_ref_id.as_bytes().to_vec()
            }
            CdrNotification::CODE => {
                let notification = self.argument::<CdrNotification>()?.ok()?;
                notification.get().cdr_cross_ref_id.as_bytes().to_vec()
            }
            _ => return None,
        };
        Some(cross_ref)
    }
}

impl Item for CallRecordItem {
    type Value = IncomingInvoke;

    fn of(invoke: IncomingInvoke) -> Self {
        if let Some(Ok(argument)) = invoke.argument::<CdrReport>() {
            return Self::Report(CallRecordReport { argument, invoke });
        }
        let notification = invoke.argument::<CdrNotification>().and_then(Result::ok);
        let reason = notification.and_then(|notification| notification.get().cdr_reason);
        invoke.answer::<CdrNotification>(&CdrNotificationResult::NoData);
        Self::Stored(reason)
    }

    fn ended(end: MonitorEnd) -> Self {
        Self::Ended(end)
    }
}
