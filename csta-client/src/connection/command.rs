//! What the handles ask of the connection's task.

use bytes::Bytes;
use csta_codec::rose::OutgoingInvoke;
use csta_codec::{Element, Owned};
use kme_private::{DeviceCategory, DialogueId};
use tokio::sync::{mpsc, oneshot};
use tokio::time::Instant;

use super::device_lists::Waiting;
use super::segments::SegmentForm;
use crate::exchange::Asked;
use crate::{CallRecordItem, CallRecords, Client, Error, Monitor, MonitorItem};

/// A request of which the task has to know before it is sent.
#[derive(Debug)]
pub(crate) struct Command {
    pub(crate) invoke: OutgoingInvoke,
    /// When it has to be answered.
    pub(crate) deadline: Instant,
    pub(crate) asked: Asked,
    pub(crate) reply: Reply,
}

/// A result, whose operation is the one that was asked for.
pub(crate) type Answer = Owned<Element<'static>>;

/// A result and the segments that followed it.
pub(crate) type AnswerInSegments = (Answer, Vec<Answer>);

/// Whom the task tells of the answer to a request. It is moved with each request, so what is large
/// and seldom stands elsewhere.
#[derive(Debug)]
pub(crate) enum Reply {
    Request(oneshot::Sender<Result<Answer, Error>>),
    /// No answer is waited for, only that it is sent.
    Sent(oneshot::Sender<Result<(), Error>>),
    /// The start of a monitor.
    Monitor {
        reply: oneshot::Sender<Result<Monitor, Error>>,
        stream: Box<Starting<MonitorItem>>,
    },
    /// The start of a transmission of call records.
    CallRecords {
        reply: oneshot::Sender<Result<CallRecords, Error>>,
        stream: Box<Starting<CallRecordItem>>,
    },
    /// A result that may follow in segments.
    Segments {
        reply: oneshot::Sender<Result<AnswerInSegments, Error>>,
        form: &'static SegmentForm,
    },
    DeviceList {
        reply: Waiting,
        category: DeviceCategory,
    },
    /// A list of devices whose dialogue has been started.
    Dialogue(DialogueId),
    /// Nobody: the task asked by itself, to stop what nobody reads any more or to see whether the
    /// switch is there.
    Nobody,
}

/// A stream that is being started. The task hands it to whoever waits as a whole, so that it is
/// stopped wherever it is dropped, on the way too.
#[derive(Debug)]
pub(crate) struct Starting<I> {
    pub(crate) items: mpsc::Sender<I>,
    pub(crate) received: mpsc::Receiver<I>,
    pub(crate) client: Client,
}

impl Reply {
    /// Whether the future that waited has been dropped.
    pub(crate) fn is_abandoned(&self) -> bool {
        match self {
            Self::Request(reply) => reply.is_closed(),
            Self::Sent(reply) => reply.is_closed(),
            Self::Monitor { reply, .. } => reply.is_closed(),
            Self::CallRecords { reply, .. } => reply.is_closed(),
            Self::Segments { reply, .. } => reply.is_closed(),
            Self::DeviceList { reply, .. } => reply.is_closed(),
            Self::Dialogue(_) | Self::Nobody => false,
        }
    }

    /// Tells the future that waits that there is no answer, if it has not been dropped.
    pub(crate) fn fail(self, error: Error) {
        match self {
            Self::Request(reply) => drop(reply.send(Err(error))),
            Self::Sent(reply) => drop(reply.send(Err(error))),
            Self::Monitor { reply, .. } => drop(reply.send(Err(error))),
            Self::CallRecords { reply, .. } => drop(reply.send(Err(error))),
            Self::Segments { reply, .. } => drop(reply.send(Err(error))),
            Self::DeviceList { reply, .. } => drop(reply.send(Err(error))),
            Self::Dialogue(_) | Self::Nobody => {}
        }
    }
}

/// What must reach the task even if it is busy.
///
/// Its queue has no limit of its own; what it belongs to has: one stop for each monitor and
/// transmission that was started, and one answer for each
/// [`IncomingInvoke`](crate::IncomingInvoke), of which so many exist at once as the queue of
/// incoming messages holds.
#[derive(Debug)]
pub(crate) enum Housekeeping {
    StopMonitor { cross_ref: Vec<u8>, done: Option<oneshot::Sender<Result<Answer, Error>>> },
    StopCallRecords { cross_ref: Vec<u8>, done: Option<oneshot::Sender<Result<Answer, Error>>> },
    Answer(Bytes),
}

/// How the association is to end, as soon as somebody wants it to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ending {
    NotYet,
    Release,
    Abort,
}
