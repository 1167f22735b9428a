//! The requests of a session, and their answers.

use csta_codec::services::{
    DeviceSnapshot, Escape, MonitorStart, MonitorStartArgument, MonitorStop, MonitorStopArgument,
    SnapshotDevice, SnapshotDeviceArgument, StartCdrTransmission, StartCdrTransmissionArgument,
};
use csta_codec::types::{CdrTransferMode, MonitorCrossRefId, MonitorObject};
use csta_codec::{OctetString, Operation};
use kme_private::DeviceList;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::sync::oneshot::error::TryRecvError;
use tokio::sync::oneshot::{Receiver, channel};

use super::MonitorId;
use super::conversation::{Conversation, now};
use super::planner::{Answer, Request, Task};
use crate::client::read;
use crate::connection::{self, Reply};
use crate::{CloseReason, Error, Snapshot};

/// What has been asked, and where the answer comes.
#[derive(Debug)]
pub(super) enum Asked {
    Operation(Task, Receiver<Result<connection::Answer, Error>>),
    Devices(usize, Receiver<Result<DeviceList, Error>>),
}

/// An answer as it came.
enum Answered {
    Operation(Task, Result<connection::Answer, Error>),
    Devices(usize, Result<DeviceList, Error>),
}

impl Asked {
    fn poll(&mut self) -> Option<Answered> {
        fn poll<T>(answer: &mut Receiver<Result<T, Error>>) -> Option<Result<T, Error>> {
            match answer.try_recv() {
                Ok(answer) => Some(answer),
                Err(TryRecvError::Empty) => None,
                Err(TryRecvError::Closed) => {
                    let reason = CloseReason::Disconnected("before the answer came");
                    Some(Err(Error::closed_after_sending(reason)))
                }
            }
        }
        match self {
            Self::Operation(task, answer) => {
                poll(answer).map(|answer| Answered::Operation(*task, answer))
            }
            Self::Devices(index, list) => poll(list).map(|list| Answered::Devices(*index, list)),
        }
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin> Conversation<S> {
    /// Sends a request. It is answered at once if there is nothing to ask.
    pub(super) fn ask(&mut self, request: &Request, mode: CdrTransferMode) -> Option<Answer> {
        match request {
            Request::Stop(monitor) => {
                let Some(cross_ref) = self.forget(*monitor) else {
                    return Some(Answer::Stopped(*monitor));
                };
                let cross_ref = MonitorCrossRefId(OctetString(&cross_ref));
                let argument = MonitorStopArgument::new(cross_ref);
                self.operation::<MonitorStop>(Task::Stop(*monitor), &argument);
            }
            Request::Start(monitor, wanted) => {
                let object = MonitorObject::DeviceObject(wanted.device.get());
                let mut argument = MonitorStartArgument::new(object);
                argument.requested_monitor_filter = Some(wanted.filter);
                self.operation::<MonitorStart>(Task::Start(*monitor), &argument);
            }
            Request::Snapshot(monitor, wanted) => {
                let argument = SnapshotDeviceArgument::new(wanted.device.get());
                self.operation::<SnapshotDevice>(Task::Snapshot(*monitor), &argument);
            }
            Request::Devices(index, category) => {
                let argument = kme_private::escape_for_devices(*category);
                let (reply, list) = channel();
                let reply = Reply::DeviceList { reply, category: *category };
                self.send::<Escape>(&argument.get(), reply);
                self.asked.push(Asked::Devices(*index, list));
            }
            Request::StartCdr => {
                let argument = StartCdrTransmissionArgument::new(mode);
                self.operation::<StartCdrTransmission>(Task::StartCdr, &argument);
            }
        }
        None
    }

    fn operation<O: Operation>(&mut self, task: Task, argument: &O::Argument<'_>) {
        let (reply, answer) = channel();
        self.send::<O>(argument, Reply::Request(reply));
        self.asked.push(Asked::Operation(task, answer));
    }

    fn send<O: Operation>(&mut self, argument: &O::Argument<'_>, reply: Reply) {
        self.connection.ask::<O>(argument, reply);
    }

    /// The requests that have been answered since.
    pub(super) fn answers(&mut self) -> Vec<Answer> {
        let mut answered = Vec::new();
        self.asked.retain_mut(|asked| match asked.poll() {
            None => true,
            Some(answer) => {
                answered.push(answer);
                false
            }
        });
        answered.into_iter().filter_map(|answer| self.read(answer)).collect()
    }

    fn read(&mut self, answered: Answered) -> Option<Answer> {
        let (task, answer) = match answered {
            Answered::Devices(index, list) => return Some(Answer::Devices(index, list)),
            Answered::Operation(task, answer) => (task, answer),
        };
        Some(match task {
            Task::Stop(monitor) => {
                if let Err(error) = answer {
                    tracing::debug!(%error, "a monitor was not stopped");
                }
                Answer::Stopped(monitor)
            }
            Task::Start(monitor) => {
                let started = answer.and_then(read::<MonitorStart>);
                Answer::Started(
                    monitor,
                    started.map(|started| {
                        self.remember(monitor, started.get().cross_ref_identifier);
                    }),
                )
            }
            Task::Snapshot(monitor) => return self.read_snapshot(monitor, answer),
            Task::StartCdr => {
                let started = answer.and_then(read::<StartCdrTransmission>);
                if let Ok(started) = &started {
                    self.cdr = Some(started.get().cdr_cross_ref_id.as_bytes().to_vec());
                }
                Answer::CdrStarted(started)
            }
            Task::Devices(_) => return None, // asked otherwise
        })
    }

    /// A snapshot that comes in pieces is not answered yet.
    fn read_snapshot(
        &mut self,
        monitor: MonitorId,
        answer: Result<connection::Answer, Error>,
    ) -> Option<Answer> {
        let result = match answer.and_then(read::<SnapshotDevice>) {
            Ok(result) => result,
            Err(error) => return Some(Answer::Snapshot(monitor, Err(error))),
        };
        if let DeviceSnapshot::ServiceCrossRefId(cross_ref) =
            result.get().cross_ref_id_or_snapshot_data
        {
            let deadline = now() + self.connection.answer_timeout();
            self.segments.begin(cross_ref.as_bytes().to_vec(), monitor, deadline);
            return None;
        }
        Some(Answer::Snapshot(monitor, Ok(Snapshot::of_result(result))))
    }
}
