//! The requests of a session, and their answers.

use csta_codec::services::{
    Escape, MonitorStart, MonitorStartArgument, MonitorStop, MonitorStopArgument, SnapshotDevice,
    SnapshotDeviceArgument, StartCdrTransmission, StartCdrTransmissionArgument,
};
use csta_codec::types::{MonitorCrossRefId, MonitorObject};
use csta_codec::{OctetString, Operation};
use kme_private::DeviceList;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::sync::oneshot::error::TryRecvError;
use tokio::sync::oneshot::{Receiver, channel};

use super::MonitorId;
use super::conversation::Conversation;
use super::planner::{Answer, Request};
use crate::client::read;
use crate::connection::{self, AnswerInSegments, Reply, SegmentForm};
use crate::{CloseReason, Error, Snapshot};

/// Where an answer comes.
type Waiting<T> = Receiver<Result<T, Error>>;

/// What has been asked, and where the answer comes.
#[derive(Debug)]
pub(super) enum Asked {
    Stop(MonitorId, Waiting<connection::Answer>),
    Start(MonitorId, Waiting<connection::Answer>),
    Snapshot {
        monitor: MonitorId,
        answer: Waiting<AnswerInSegments>,
        /// Whether something has happened at the device since.
        disturbed: bool,
    },
    Devices(usize, Waiting<DeviceList>),
    CallRecords(Waiting<connection::Answer>),
}

/// The answer, if it has come.
fn take<T>(answer: &mut Waiting<T>) -> Option<Result<T, Error>> {
    match answer.try_recv() {
        Ok(answer) => Some(answer),
        Err(TryRecvError::Empty) => None,
        Err(TryRecvError::Closed) => {
            let reason = CloseReason::Disconnected("before the answer came");
            Some(Err(Error::closed_after_sending(reason)))
        }
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin> Conversation<S> {
    /// Sends a request. It is answered at once if there is nothing to ask.
    pub(super) fn ask(&mut self, request: &Request) -> Option<Answer> {
        let asked = match request {
            Request::Stop(monitor) => {
                let Some(cross_ref) = self.forget(*monitor) else {
                    return Some(Answer::Stopped(*monitor));
                };
                let cross_ref = MonitorCrossRefId(OctetString(&cross_ref));
                let argument = MonitorStopArgument::new(cross_ref);
                Asked::Stop(*monitor, self.send::<MonitorStop>(&argument))
            }
            Request::Start(monitor, wanted) => {
                let object = MonitorObject::DeviceObject(wanted.device.get());
                let mut argument = MonitorStartArgument::new(object);
                argument.requested_monitor_filter = Some(wanted.filter);
                Asked::Start(*monitor, self.send::<MonitorStart>(&argument))
            }
            Request::Snapshot(monitor, wanted) => {
                let argument = SnapshotDeviceArgument::new(wanted.device.get());
                let (reply, answer) = channel();
                let form = const { &SegmentForm::of::<SnapshotDevice>() };
                self.connection.ask::<SnapshotDevice>(&argument, Reply::Segments { reply, form });
                Asked::Snapshot { monitor: *monitor, answer, disturbed: false }
            }
            Request::Devices(index, category) => {
                let argument = kme_private::escape_for_devices(*category);
                let (reply, list) = channel();
                let reply = Reply::DeviceList { reply, category: *category };
                self.connection.ask::<Escape>(&argument.get(), reply);
                Asked::Devices(*index, list)
            }
            Request::StartCallRecords(mode) => {
                let argument = StartCdrTransmissionArgument::new(*mode);
                Asked::CallRecords(self.send::<StartCdrTransmission>(&argument))
            }
        };
        self.asked.push(asked);
        None
    }

    fn send<O: Operation>(&mut self, argument: &O::Argument<'_>) -> Waiting<connection::Answer> {
        let (reply, answer) = channel();
        self.connection.ask::<O>(argument, Reply::Request(reply));
        answer
    }

    /// The answers that have come since.
    pub(super) fn answers(&mut self) -> Vec<Answer> {
        let mut answers = Vec::new();
        let mut asked = std::mem::take(&mut self.asked);
        asked.retain_mut(|asked| {
            let answer = self.read(asked);
            let waits = answer.is_none();
            answers.extend(answer);
            waits
        });
        self.asked = asked;
        answers
    }

    fn read(&mut self, asked: &mut Asked) -> Option<Answer> {
        Some(match asked {
            Asked::Stop(monitor, answer) => {
                if let Err(error) = take(answer)? {
                    tracing::debug!(%error, "a monitor was not stopped");
                }
                Answer::Stopped(*monitor)
            }
            Asked::Start(monitor, answer) => {
                let started = take(answer)?.and_then(read::<MonitorStart>);
                let started = started
                    .map(|started| self.remember(*monitor, started.get().cross_ref_identifier));
                Answer::Started(*monitor, started)
            }
            Asked::Snapshot { monitor, answer, disturbed } => match take(answer)? {
                Ok((_, segments)) if *disturbed && !segments.is_empty() => {
                    Answer::SnapshotDisturbed(*monitor)
                }
                answer => Answer::Snapshot(*monitor, answer.and_then(read_snapshot)),
            },
            Asked::Devices(index, list) => Answer::Devices(*index, take(list)?),
            Asked::CallRecords(answer) => {
                let started = take(answer)?.and_then(read::<StartCdrTransmission>);
                if let Ok(started) = &started {
                    self.remember_call_records(started.get().cdr_cross_ref_id);
                }
                Answer::CallRecordsStarted(started)
            }
        })
    }

    /// Something has happened at a device.
    pub(super) fn disturb(&mut self, at: MonitorId) {
        for asked in &mut self.asked {
            if let Asked::Snapshot { monitor, disturbed, .. } = asked {
                *disturbed |= *monitor == at;
            }
        }
    }
}

fn read_snapshot((result, segments): AnswerInSegments) -> Result<Snapshot, Error> {
    Snapshot::new(read::<SnapshotDevice>(result)?, &segments)
}
