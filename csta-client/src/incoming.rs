//! What the switch sends unasked, other than events of monitors.

use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use csta_codec::rose::{
    Code, InvokeId, InvokeProblem, OperationResult, Reject, ReturnError, ReturnResult, Rose,
};
use csta_codec::types::{SystemStatus, UniversalFailure};
use csta_codec::{Ber, DecodeError, Element, Operation, Owned};
use futures::Stream;
use tokio::sync::mpsc::error::TrySendError;
use tokio::sync::{OwnedSemaphorePermit, mpsc};

use crate::Event;
use crate::connection::Housekeeping;

/// What comes from the switch unasked.
#[derive(Debug)]
#[non_exhaustive]
pub enum Incoming {
    /// How the switch is. It has been answered.
    SystemStatus(SystemStatus),
    /// The switch invokes an operation: an Escape, a report of call records and so on.
    Invoke(IncomingInvoke),
    /// An event of a monitor that is not known here.
    Event(Event),
    /// An answer to no request that is outstanding, as the APDU it came in.
    Unmatched(Bytes),
    /// What cannot be understood. If it asked for an answer, it was rejected.
    Undecodable {
        /// The APDU.
        apdu: Bytes,
        /// What is wrong with it.
        error: DecodeError,
    },
    /// So many of these were lost at this place, since they were not read.
    Lagged(u64),
}

/// The stream of what comes from the switch unasked.
///
/// It holds a limited number of items; when they are not read, the next ones are lost, and
/// [`Incoming::Lagged`] says how many.
#[derive(Debug)]
pub struct IncomingStream {
    pub(crate) items: mpsc::Receiver<Incoming>,
}

impl IncomingStream {
    /// What has come already.
    pub(crate) fn try_next(&mut self) -> Option<Incoming> {
        self.items.try_recv().ok()
    }
}

impl Stream for IncomingStream {
    type Item = Incoming;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Incoming>> {
        self.items.poll_recv(cx)
    }
}

/// An operation that the switch invokes in the application.
///
/// Confirmed ones want an answer; the Escapes of Panasonic switches do without. Dropping it answers
/// nothing.
///
/// As many exist at once as the [queue](crate::ClientBuilder::incoming_queue) of these messages
/// holds; while they are kept unanswered, further ones are rejected with
/// [`ResourceLimitation`](InvokeProblem::ResourceLimitation).
#[derive(Debug)]
pub struct IncomingInvoke {
    pub(crate) invoke_id: InvokeId,
    pub(crate) operation: i32,
    pub(crate) is_confirmed: bool,
    pub(crate) argument: Option<Owned<Element<'static>>>,
    pub(crate) housekeeping: mpsc::WeakUnboundedSender<Housekeeping>,
    pub(crate) _room: OwnedSemaphorePermit,
}

impl IncomingInvoke {
    /// The code of the operation.
    #[must_use]
    pub const fn operation(&self) -> i32 {
        self.operation
    }

    /// Whether the switch wants an answer, as far as the operation is known.
    #[must_use]
    pub const fn is_confirmed(&self) -> bool {
        self.is_confirmed
    }

    /// The argument as that of an operation, or `None` if it is another operation or has none.
    ///
    /// # Errors
    ///
    /// If it is no argument of that operation; then it should be [rejected](Self::reject).
    #[must_use]
    pub fn argument<O: Operation>(
        &self,
    ) -> Option<Result<Owned<O::Argument<'static>>, DecodeError>> {
        let argument = self.argument.as_ref().filter(|_| self.operation == O::CODE)?;
        Some(argument.read())
    }

    /// Answers that it was carried out.
    pub fn answer<O: Operation>(self, result: &O::Result<'_>) {
        self.send(self::result::<O>(self.invoke_id, result));
    }

    /// Answers that it was not carried out, and why.
    pub fn refuse(self, failure: &UniversalFailure<'_>) {
        let failure = failure.encode();
        let mut answer = ReturnError::new(self.invoke_id, Code::Local(1));
        answer.parameter = Element::decode(&failure).ok();
        self.send(Rose::ReturnError(answer).encode());
    }

    /// Answers that it was not understood.
    pub fn reject(self, problem: InvokeProblem) {
        self.send(Rose::Reject(Reject::of_invoke(self.invoke_id, problem)).encode());
    }

    fn send(&self, answer: Vec<u8>) {
        // If the link is gone, nobody waits for the answer.
        if let Some(housekeeping) = self.housekeeping.upgrade() {
            let _ = housekeeping.send(Housekeeping::Answer(answer.into()));
        }
    }
}

/// The APDU that says that an operation was carried out.
pub(crate) fn result<O: Operation>(invoke_id: InvokeId, result: &O::Result<'_>) -> Vec<u8> {
    let result = result.encode();
    let mut answer = ReturnResult::new(invoke_id);
    answer.result = Element::decode(&result)
        .ok()
        .map(|result| OperationResult::new(Code::Local(O::CODE), result));
    Rose::ReturnResult(answer).encode()
}

/// The sending end, which counts what does not fit.
#[derive(Debug)]
pub(crate) struct IncomingSender {
    items: mpsc::Sender<Incoming>,
    lagged: u64,
}

impl IncomingSender {
    pub(crate) const fn new(items: mpsc::Sender<Incoming>) -> Self {
        Self { items, lagged: 0 }
    }

    /// Whether anybody listens.
    pub(crate) fn is_open(&self) -> bool {
        !self.items.is_closed()
    }

    /// Sends an item, or counts it if nobody reads.
    pub(crate) fn send(&mut self, item: Incoming) {
        if self.try_send(item).is_err() {
            self.lose();
        }
    }

    /// Sends an operation, or counts it and gives it back if nobody reads.
    pub(crate) fn send_invoke(&mut self, invoke: IncomingInvoke) -> Result<(), IncomingInvoke> {
        match self.try_send(Incoming::Invoke(invoke)) {
            Err(Incoming::Invoke(invoke)) => {
                self.lose();
                Err(invoke)
            }
            _ => Ok(()),
        }
    }

    /// Counts an item that nobody reads.
    pub(crate) const fn lose(&mut self) {
        self.lagged += 1;
    }

    fn try_send(&mut self, item: Incoming) -> Result<(), Incoming> {
        if self.lagged > 0 {
            match self.items.try_send(Incoming::Lagged(self.lagged)) {
                Ok(()) => self.lagged = 0,
                Err(_) => return Err(item),
            }
        }
        self.items.try_send(item).map_err(|error| match error {
            TrySendError::Full(item) | TrySendError::Closed(item) => item,
        })
    }
}
