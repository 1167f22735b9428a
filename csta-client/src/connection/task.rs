//! The task that owns the connection.

use std::future::poll_fn;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::BytesMut;
use csta_codec::rose::InvokeId;
use csta_codec::types::CstaVersion;
use futures::StreamExt;
use rustc_hash::FxHashSet;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::sync::{Semaphore, mpsc, watch};
use tokio::time::Instant;
use tracing::{Instrument, Span};

use super::command::{Ending, Housekeeping};
use super::device_lists::DeviceLists;
use super::feed::Feeds;
use super::liveness::{Alarm, Liveness};
use super::returned::{Returned, Woken};
use super::segments::Segments;
use super::timer::Timer;
use crate::exchange::{Exchange, Served};
use crate::incoming::IncomingSender;
use crate::{
    AssociationEvent, CallRecordItem, Client, ClientBuilder, CloseReason, Error, IncomingStream,
    Link, MonitorEnd, MonitorItem, WhenLagging, metrics,
};

/// How many messages of the switch are taken before anything else has its turn.
const BATCH: usize = 256;

/// The work of an association: it has to be [run](Self::run), mostly in a task of its own.
///
/// It answers the SystemStatus of the switch by itself, and asks for a sign of life when nothing
/// comes; see [`ClientBuilder::silence_timeout`].
#[derive(Debug)]
#[must_use = "nothing is sent or received unless it is run"]
pub struct Connection<S> {
    pub(super) link: Link<S>,
    span: Span,
    version: Option<CstaVersion>,
    /// The requests of the handles, and those of the task.
    pub(super) exchange: Served,
    /// What goes from there to the link; empty in between.
    pub(super) frames: BytesMut,
    housekeeping: mpsc::UnboundedReceiver<Housekeeping>,
    /// Whether all handles and monitors are gone.
    abandoned: bool,
    ending: watch::Receiver<Ending>,
    /// For what is made here and reports back.
    pub(super) report: mpsc::WeakUnboundedSender<Housekeeping>,
    pub(super) answer_timeout: Duration,
    pub(super) when_lagging: WhenLagging,
    pub(super) monitors: Feeds<MonitorItem>,
    pub(super) call_records: Feeds<CallRecordItem>,
    /// The starts of those whose time is over, and which may be answered still, long after others
    /// have got their ids; as many as there are invoke ids at most.
    pub(super) late: FxHashSet<InvokeId>,
    pub(super) device_lists: DeviceLists,
    pub(super) segments: Segments,
    /// The results that have come and are to be told; empty between two steps.
    pub(super) returned: Vec<Returned>,
    /// The futures that wait for them, while they are told.
    pub(super) woken: Vec<Woken>,
    pub(super) incoming: IncomingSender,
    /// How many operations of the switch may be unanswered.
    pub(super) unanswered: Arc<Semaphore>,
    unread: Option<IncomingStream>,
    pub(super) liveness: Liveness,
    /// Until when requests wait for the switch to be ready; `None` when it is.
    pub(super) ready_by: Option<Instant>,
    timer: Timer,
}

impl<S: AsyncRead + AsyncWrite + Unpin> Connection<S> {
    /// The requesting end, which waits for the switch to report itself ready and notices when it is
    /// silent.
    pub(crate) fn of_application(
        link: Link<S>,
        version: Option<CstaVersion>,
        builder: &ClientBuilder,
    ) -> (Client, Self) {
        let ready_by = Some(Instant::now() + builder.ready_timeout);
        Self::new(link, version, builder, builder.silence_timeout, ready_by)
    }

    /// The answering end. Applications speak when they want something, so silence is none of
    /// their faults.
    pub(crate) fn of_switch(
        link: Link<S>,
        version: Option<CstaVersion>,
        builder: &ClientBuilder,
    ) -> (Client, Self) {
        Self::new(link, version, builder, Duration::MAX, None)
    }

    fn new(
        link: Link<S>,
        version: Option<CstaVersion>,
        builder: &ClientBuilder,
        silence: Duration,
        ready_by: Option<Instant>,
    ) -> (Client, Self) {
        let (housekeeping, kept) = mpsc::unbounded_channel();
        let (ends, ending) = watch::channel(Ending::NotYet);
        let incoming_queue = builder.incoming_queue.clamp(1, 1 << 20);
        let (incoming, items) = mpsc::channel(incoming_queue);
        let (now, report) = (Instant::now(), housekeeping.downgrade());
        let span = tracing::info_span!("association", peer = builder.peer());
        let exchange = Exchange::new(link.codec(), ready_by.is_none(), span.clone(), builder);
        let client = Client::new(Arc::clone(&exchange), housekeeping, ends, builder);
        let connection = Self {
            link,
            span,
            version,
            exchange: Served(exchange),
            frames: BytesMut::new(),
            housekeeping: kept,
            abandoned: false,
            ending,
            report,
            answer_timeout: builder.answer_timeout,
            when_lagging: builder.when_lagging,
            monitors: Feeds::default(),
            call_records: Feeds::default(),
            late: FxHashSet::default(),
            device_lists: DeviceLists::default(),
            segments: Segments::default(),
            returned: Vec::new(),
            woken: Vec::new(),
            incoming: IncomingSender::new(incoming),
            unanswered: Arc::new(Semaphore::new(incoming_queue)),
            unread: Some(IncomingStream { items }),
            liveness: Liveness::new(now.into_std(), silence, builder.answer_timeout),
            ready_by,
            timer: Timer::default(),
        };
        tracing::info!(parent: &connection.span, ?version, "the association is open");
        metrics::association_opened();
        (client, connection)
    }

    /// The version of CSTA that was agreed, if the switch told one.
    #[must_use]
    pub const fn version(&self) -> Option<CstaVersion> {
        self.version
    }

    /// What comes from the switch unasked, other than events of monitors and call records. It can
    /// be taken once.
    ///
    /// If it is not taken, confirmed operations that the switch invokes are rejected as not
    /// recognised, and all else of it is dropped.
    #[must_use]
    pub const fn incoming(&mut self) -> Option<IncomingStream> {
        self.unread.take()
    }

    /// Does the work until the association is at an end, and says why it ended.
    ///
    /// It is released when [`Client::release`] is called, and when all handles and monitors are
    /// gone. All requests and streams have been told when it returns.
    pub async fn run(mut self) -> CloseReason {
        drop(self.unread.take());
        let span = self.span.clone();
        async move {
            loop {
                if let Some(reason) = self.turn().await {
                    return reason;
                }
                // What has come with it goes the short way.
                for _ in 1..BATCH {
                    let Some(apdu) = self.link.take_received() else { break };
                    self.handle_apdu(apdu);
                }
                self.tell_returned();
            }
        }
        .instrument(span)
        .await
    }

    /// Does the next thing that is to be done: sends the requests that there are, takes one message
    /// of the switch, or lets some time limits run out. At the end of the association it says why.
    ///
    /// Dropping the future loses nothing.
    pub(crate) async fn step(&mut self) -> Option<CloseReason> {
        let end = self.turn().await;
        self.tell_returned();
        end
    }

    /// A [step](Self::step) after which a result that has come is still to be told.
    async fn turn(&mut self) -> Option<CloseReason> {
        // First, however much comes from the switch.
        self.send_requests();
        self.exchange.serve_waiting();
        let due = self.poll_timeout();
        tokio::select! {
            turn = poll_fn(|cx| poll_turn(&mut self.link, &self.exchange, cx)) => match turn {
                Turn::Receive(event) => {
                    self.liveness.heard(Instant::now().into_std());
                    return self.handle_link(event);
                }
                Turn::Send => self.send_requests(),
            },
            job = self.housekeeping.recv(), if !self.abandoned => match job {
                Some(job) => self.keep_house(job),
                None => {
                    self.abandoned = true;
                    self.link.release();
                }
            },
            Ok(()) = self.ending.changed() => {
                let ending = *self.ending.borrow_and_update();
                match ending {
                    Ending::NotYet => {}
                    Ending::Release => self.link.release(),
                    Ending::Abort => self.link.abort(),
                }
            }
            () = self.timer.ring(due) => self.handle_timeout(),
        }
        None
    }

    fn handle_link(&mut self, event: Option<AssociationEvent>) -> Option<CloseReason> {
        match event {
            Some(AssociationEvent::Apdu(apdu)) => self.handle_apdu(apdu),
            Some(AssociationEvent::Closed(reason)) => return Some(self.end(reason)),
            Some(AssociationEvent::Open { .. } | AssociationEvent::Requested { .. }) => {}
            None => return Some(self.end(CloseReason::Disconnected("without a reason"))),
        }
        None
    }

    /// Whether the association is open and the switch takes requests.
    pub(crate) fn is_ready(&self) -> bool {
        self.ready_by.is_none() && self.link.is_open()
    }

    /// Whoever runs the connection serves a monitor by itself, or does not any more.
    pub(crate) fn claim_monitor(&mut self, cross_ref: &[u8], claimed: bool) {
        self.monitors.claim(cross_ref, claimed);
    }

    /// The same for a transmission of call records.
    pub(crate) fn claim_call_records(&mut self, cross_ref: &[u8], claimed: bool) {
        self.call_records.claim(cross_ref, claimed);
    }

    fn poll_timeout(&self) -> Option<Instant> {
        let due = [
            self.exchange.lock().poll_timeout(),
            self.device_lists.poll_timeout(),
            self.segments.poll_timeout(),
            self.liveness.poll_timeout(),
        ];
        due.into_iter().flatten().map(Instant::from_std).chain(self.ready_by).min()
    }

    fn handle_timeout(&mut self) {
        let now = Instant::now();
        if self.ready_by.is_some_and(|ready_by| ready_by <= now) {
            tracing::debug!("the switch has not reported itself ready; going on without");
            self.ready();
        }
        // What is on its way is told apart from what is not sent any more.
        self.send_requests();
        self.expire(now);
        self.device_lists.handle_timeout(now.into_std());
        self.segments.handle_timeout(now.into_std());
        match self.liveness.handle_timeout(now.into_std()) {
            Some(Alarm::Ask) if self.link.is_open() => {
                tracing::debug!("nothing comes from the switch; asking for a sign of life");
                self.probe();
            }
            Some(Alarm::GiveUp) => {
                let after = self.liveness.patience();
                self.link.give_up(CloseReason::Unresponsive { after });
            }
            Some(Alarm::Ask) | None => {}
        }
    }

    /// Tells everybody that it is over.
    fn end(&mut self, reason: CloseReason) -> CloseReason {
        tracing::info!(%reason, "the association is at an end");
        metrics::association_closed();
        // First of all, so that whoever is woken by the rest can look it up.
        let outstanding = self.exchange.close(Some(&reason));
        self.housekeeping.close();
        for settled in outstanding {
            self.tell_settled(settled);
        }
        // Those whose request has been answered, and which wait for the rest.
        let after_sending = Error::closed_after_sending(reason.clone());
        self.device_lists.end(&after_sending);
        self.segments.end(&after_sending);
        self.monitors.end(&MonitorEnd::Closed(reason.clone()));
        self.call_records.end(&MonitorEnd::Closed(reason.clone()));
        reason
    }
}

/// What the connection has to do next.
enum Turn {
    Receive(Option<AssociationEvent>),
    Send,
}

/// Does what the link has to do, then looks for requests.
fn poll_turn<S: AsyncRead + AsyncWrite + Unpin>(
    link: &mut Link<S>,
    exchange: &Exchange,
    cx: &mut Context<'_>,
) -> Poll<Turn> {
    if let Poll::Ready(event) = link.poll_next_unpin(cx) {
        return Poll::Ready(Turn::Receive(event));
    }
    if !link.is_open() {
        return Poll::Pending;
    }
    exchange.lock().poll_news(cx, link.unwritten()).map(|()| Turn::Send)
}
