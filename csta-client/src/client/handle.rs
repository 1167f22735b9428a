//! The handle and how it invokes operations.

use std::sync::Arc;
use std::time::Duration;

use csta_codec::rose::OutgoingInvoke;
use csta_codec::{Operation, Owned};
use tokio::sync::{mpsc, oneshot, watch};
use tokio::time::Instant;

use crate::builder::bounded;
use crate::connection::{
    Answer, Command, Ending, Housekeeping, Reply, SegmentForm, Segmented, Starting, channel,
};
use crate::error::Cause;
use crate::exchange::{Asked, Call, Exchange};
use crate::{ClientBuilder, CloseReason, Error};

/// A handle on an association, to be cloned at will.
///
/// Made by [`ClientBuilder::connect`] together with the [`Connection`](crate::Connection) that
/// does the work. When the last handle and monitor are gone, the association is released.
///
/// There is a method for each service that is used much, named as ECMA-269 names it, and
/// [`invoke`](Self::invoke) for all others and for options that a method does not have.
///
/// As many requests may be outstanding as the [builder](ClientBuilder::outstanding_limit) says;
/// further ones wait, within their time limit.
#[derive(Clone, Debug)]
pub struct Client {
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    exchange: Arc<Exchange>,
    housekeeping: mpsc::UnboundedSender<Housekeeping>,
    ending: watch::Sender<Ending>,
    answer_timeout: Duration,
    monitor_queue: usize,
}

impl Client {
    pub(crate) fn new(
        exchange: Arc<Exchange>,
        housekeeping: mpsc::UnboundedSender<Housekeeping>,
        ending: watch::Sender<Ending>,
        builder: &ClientBuilder,
    ) -> Self {
        let shared = Shared {
            exchange,
            housekeeping,
            ending,
            answer_timeout: builder.answer_timeout,
            monitor_queue: builder.monitor_queue,
        };
        Self { shared: Arc::new(shared) }
    }

    /// How to connect, to be filled in.
    pub fn builder() -> ClientBuilder {
        ClientBuilder::default()
    }

    /// Invokes an operation in the switch and waits for its result.
    ///
    /// Many can be under way at once. Dropping the future ends the waiting, not the operation;
    /// its invoke id is not used again before it is answered or its time is over.
    ///
    /// # Errors
    ///
    /// The switch refuses or does not understand it, does not answer in time, or the association
    /// ends; see [`ErrorKind`](crate::ErrorKind).
    ///
    /// ```no_run
    /// # async fn call(client: csta_client::Client) -> Result<(), csta_client::Error> {
    /// use csta_codec::services::{MakeCall, MakeCallArgument};
    /// use csta_codec::types::{AutoOriginate, DeviceId};
    ///
    /// let (from, to) = (DeviceId::dialing_number("101"), DeviceId::dialing_number("102"));
    /// let mut argument = MakeCallArgument::new(from, to);
    /// argument.auto_originate = AutoOriginate::DoNotPrompt;
    /// let result = client.invoke::<MakeCall>(&argument).await?;
    /// println!("{:?}", result.get().calling_device);
    /// # Ok(())
    /// # }
    /// ```
    pub async fn invoke<O: Operation>(
        &self,
        argument: &O::Argument<'_>,
    ) -> Result<Owned<O::Result<'static>>, Error> {
        self.invoke_within::<O>(argument, self.shared.answer_timeout).await
    }

    /// As [`invoke`](Self::invoke), with a time limit of its own, of a year at most.
    ///
    /// # Errors
    ///
    /// As [`invoke`](Self::invoke).
    pub async fn invoke_within<O: Operation>(
        &self,
        argument: &O::Argument<'_>,
        limit: Duration,
    ) -> Result<Owned<O::Result<'static>>, Error> {
        const { assert!(O::CONFIRMED, "an operation without an answer is for notify") };
        let (exchange, limit) = (&self.shared.exchange, bounded(limit));
        // The clock is read where a place has to be waited for; else by the task, once for many.
        let mut waited = None;
        loop {
            let call = Call::make(|cx| exchange.call::<O>(argument, limit, waited.take(), cx));
            if let Some(answer) = call.await? {
                return read::<O>(answer);
            }
            let deadline = Instant::now() + limit;
            waited = Some((exchange.slot(O::NAME, (deadline, limit)).await?, deadline));
        }
    }

    /// Invokes an operation without waiting for an answer: an event report of a server, a segment
    /// of a list, an Escape. It returns when the operation is on its way.
    ///
    /// An answer that comes all the same is told as [`Unmatched`](crate::Incoming::Unmatched).
    ///
    /// # Errors
    ///
    /// It is too long, the other side does not read, or the association is at an end.
    pub async fn notify<O: Operation>(&self, argument: &O::Argument<'_>) -> Result<(), Error> {
        let (reply, sent) = oneshot::channel();
        self.request::<O>(argument, Reply::Sent(reply)).await?;
        self.answer(sent).await
    }

    /// Invokes an operation whose result says nothing.
    pub(super) async fn perform<O: Operation>(
        &self,
        argument: &O::Argument<'_>,
    ) -> Result<(), Error> {
        self.invoke::<O>(argument).await.map(drop)
    }

    /// Invokes an operation whose result may follow in segments.
    pub(super) async fn collect<O: Segmented>(
        &self,
        argument: &O::Argument<'_>,
    ) -> Result<(Owned<O::Result<'static>>, Vec<Answer>), Error> {
        let (reply, answer) = oneshot::channel();
        let form = const { &SegmentForm::of::<O>() };
        self.request::<O>(argument, Reply::Segments { reply, form }).await?;
        let (result, segments) = self.answer(answer).await?;
        Ok((read::<O>(result)?, segments))
    }

    /// Hands a request to the connection's task.
    pub(super) async fn request<O: Operation>(
        &self,
        argument: &O::Argument<'_>,
        reply: Reply,
    ) -> Result<(), Error> {
        self.submit((O::CODE, O::NAME), OutgoingInvoke::new::<O>(argument), reply).await
    }

    /// The same, with the code and the name of the operation.
    pub(super) async fn submit(
        &self,
        (operation, name): (i32, &'static str),
        invoke: OutgoingInvoke,
        reply: Reply,
    ) -> Result<(), Error> {
        let (exchange, limit) = (&self.shared.exchange, self.shared.answer_timeout);
        let deadline = Instant::now() + limit;
        let place = exchange.slot(name, (deadline, limit)).await?;
        let asked = Asked::named(operation, name, limit, place.into_slot());
        exchange.command(Command { invoke, deadline, asked, reply })
    }

    /// Waits for an answer of the connection's task.
    pub(crate) async fn answer<T>(
        &self,
        answer: oneshot::Receiver<Result<T, Error>>,
    ) -> Result<T, Error> {
        answer.await.unwrap_or_else(|_| Err(self.shared.exchange.gone(true)))
    }

    /// Hands the task what it has to do even if it is busy. If it is gone, so is the reason.
    pub(crate) fn keep_house(&self, job: Housekeeping) {
        let _ = self.shared.housekeeping.send(job);
    }

    /// A stream for what is to be started.
    pub(super) fn starting<I>(&self) -> Box<Starting<I>> {
        let (items, received) = channel(self.shared.monitor_queue);
        Box::new(Starting { items, received, client: self.clone() })
    }

    /// Releases the association. The connection ends when the switch has agreed, or soon after.
    pub fn release(&self) {
        self.end(Ending::Release);
    }

    /// Ends the association at once, without waiting for the switch.
    pub fn abort(&self) {
        self.end(Ending::Abort);
    }

    fn end(&self, ending: Ending) {
        // An abort is not taken back by a release.
        self.shared.ending.send_if_modified(|current| {
            let stronger = *current == Ending::NotYet || ending == Ending::Abort;
            *current = if stronger { ending } else { *current };
            stronger
        });
    }

    /// Whether the association is at an end.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        self.shared.housekeeping.is_closed()
    }

    /// Waits until the association is at an end.
    ///
    /// ```no_run
    /// # async fn wait(client: csta_client::Client) {
    /// client.closed().await;
    /// if let Some(reason) = client.close_reason() {
    ///     println!("{reason}");
    /// }
    /// # }
    /// ```
    pub async fn closed(&self) {
        self.shared.housekeeping.closed().await;
    }

    /// Why the association is at an end, if it is. A connection that was dropped instead of run
    /// to its end gives no reason.
    #[must_use]
    pub fn close_reason(&self) -> Option<&CloseReason> {
        self.shared.exchange.close_reason()
    }
}

/// Reads the answer to an operation.
pub(crate) fn read<O: Operation>(answer: Answer) -> Result<Owned<O::Result<'static>>, Error> {
    let operation = O::NAME;
    answer.into_value().map_err(|error| Cause::Undecodable { operation, error }.into())
}
