//! The task of a link to a site.

use std::time::Duration;

use async_nats::Subscriber;
use bytes::Bytes;
use csta_client::{
    Acceptor, AssociationEvent, FrameCodec, Link, MAX_APDU, PANASONIC_VERSION, SendError,
};
use csta_codec::rose::{Invoke, InvokeId, InvokeProblem, Rose};
use csta_codec::services::{
    Escape, EscapeArgument, MonitorStart, MonitorStartArgument, MonitorStop, MonitorStopArgument,
    MonitorStopResult, SwFunctionDevicesChanged, SwFunctionDevicesChangedArg, SystemStatus,
    SystemStatusArg,
};
use csta_codec::types::{OperationErrors, SystemStatus as State, UniversalFailure};
use csta_codec::{Apdu, Ber, Operation, OperationInfo};
use futures::StreamExt;
use futures::future::BoxFuture;
use futures::stream::FuturesUnordered;
use jiff::Timestamp;
use kme_private::DeviceCategory;
use tokio::io::DuplexStream;
use tokio::time::{MissedTickBehavior, interval};

use super::devices::Listed;
use super::monitors::{self, Monitors};
use super::request::{Answer, ask};
use super::{SiteLink, devices, message};
use crate::{EventMessage, LineState};

/// How many requests are under way at once; further ones are refused.
const AT_ONCE: usize = 256;

/// How often it is looked whether NATS is there.
const LOOK: Duration = Duration::from_millis(500);

/// How often it is asked whether the multiplexer is there.
const PRESENCE: Duration = Duration::from_secs(5);

/// Serves an application for which a site of the bus is the switch.
pub(super) struct Serving {
    site: SiteLink,
    monitors: Monitors,
    asked: FuturesUnordered<BoxFuture<'static, Answer>>,
    /// The devices as the application was told of them last, if it was.
    listed: Option<Vec<Listed>>,
    /// The invoke id of the last message of this side.
    last_invoke: InvokeId,
    /// The number of the last event of the site.
    last_event: Option<u64>,
    /// How many events the site has missed.
    missed: Option<u64>,
    /// Since when its multiplexer has had the PBX.
    since: Option<Timestamp>,
    /// How often the bus has been connected.
    connected: u64,
}

/// The application does not take what it is sent, or is gone.
struct Over;

impl Serving {
    pub(super) fn new(site: SiteLink) -> Self {
        let connected = *site.bus.connections().borrow();
        let (missed, since) = told(&site);
        Self {
            site,
            monitors: Monitors::default(),
            asked: FuturesUnordered::new(),
            listed: None,
            last_invoke: 0,
            last_event: None,
            missed,
            since,
            connected,
        }
    }

    /// Serves until the application goes, or somebody who is needed does.
    pub(super) async fn run(mut self, stream: DuplexStream, mut events: Subscriber) {
        let codec = FrameCodec { send_limit: MAX_APDU, ..FrameCodec::default() };
        let acceptor = Acceptor { codec, ..Acceptor::default() };
        // Nobody has asked: the application has gone already.
        let Ok(request) = acceptor.accept(stream).await else { return };
        let mut link = request.accept(PANASONIC_VERSION);
        let mut known = self.site.sites.watch();
        let mut look = interval(LOOK);
        look.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let presence = self.presence();
        tokio::pin!(presence);
        loop {
            let done = tokio::select! {
                event = link.next() => match event {
                    Some(AssociationEvent::Apdu(apdu)) => self.hear(&mut link, &apdu),
                    Some(AssociationEvent::Open { .. }) => self.tell(&mut link, State::Normal),
                    Some(AssociationEvent::Requested { .. }) => Ok(()),
                    Some(AssociationEvent::Closed(_)) | None => return,
                },
                event = events.next() => match event {
                    Some(event) => self.event(&mut link, &event.payload),
                    None => Err(Over),
                },
                Some(answer) = self.asked.next(), if !self.asked.is_empty() => {
                    self.answer(&mut link, answer)
                }
                Ok(()) = known.changed() => self.look(&mut link),
                _ = look.tick() => {
                    self.look(&mut link).and_then(|()| self.look_at_devices(&mut link))
                }
                () = &mut presence => Err(Over),
            };
            if done.is_err() {
                // Why, the next attempt to connect finds out.
                link.abort();
                while link.next().await.is_some() {}
                return;
            }
        }
    }

    /// Ends when the multiplexer does not answer any more.
    fn presence(&self) -> impl Future<Output = ()> + Send + use<> {
        let site = self.site.clone();
        async move {
            loop {
                tokio::time::sleep(PRESENCE).await;
                if let Err(error) = site.presence().await {
                    tracing::info!(site = %site.site, %error, "the link to a site is at an end");
                    return;
                }
            }
        }
    }

    /// Takes in what the application sends.
    fn hear(&mut self, link: &mut Link<DuplexStream>, apdu: &Bytes) -> Result<(), Over> {
        match Apdu::decode(apdu) {
            Ok(Apdu::Rose(Rose::Invoke(invoke))) => {
                let answer = self.serve(&invoke);
                match answer {
                    Some(answer) => self.answer(link, answer),
                    None => Ok(()),
                }
            }
            // The answers to what is told here say nothing.
            Ok(_) => Ok(()),
            Err(error) => {
                tracing::warn!(%error, "the application of a site has sent what is no message");
                Err(Over)
            }
        }
    }

    /// Serves a request, or begins to; what is asked of the site is answered later.
    fn serve(&mut self, invoke: &Invoke<'_>) -> Option<Answer> {
        let id = invoke.invoke_id;
        let reject = |problem| Some(Answer::of(message::reject(id, problem)));
        let operation = invoke.operation.local().and_then(OperationInfo::by_code);
        let Some(operation) = operation else {
            return reject(InvokeProblem::UnrecognisedOperation);
        };
        let argument = invoke.argument.as_ref();
        if operation.code == Escape::CODE
            && let Some(Ok(escape)) = argument.map(|own| own.read::<EscapeArgument<'_>>())
            && let Some(category) = devices::requested(&escape)
        {
            return Some(self.devices(id, category));
        }
        match operation.code {
            MonitorStart::CODE => {
                let argument = argument.and_then(|own| own.read::<MonitorStartArgument<'_>>().ok());
                let Some(argument) = argument else {
                    return reject(InvokeProblem::MistypedArgument);
                };
                Some(self.start_monitor(id, &argument))
            }
            MonitorStop::CODE => {
                let argument = argument.and_then(|own| own.read::<MonitorStopArgument<'_>>().ok());
                let Some(argument) = argument else {
                    return reject(InvokeProblem::MistypedArgument);
                };
                if !self.monitors.stop(argument.cross_ref_identifier.0.as_bytes()) {
                    return refuse(id, OperationErrors::InvalidMonitorCrossRefId);
                }
                let result = MonitorStopResult::NoData.encode();
                Some(Answer::of(message::result(id, MonitorStop::CODE, &result)))
            }
            _ if self.asked.len() >= AT_ONCE => reject(InvokeProblem::ResourceLimitation),
            _ => {
                let argument = argument.map(Ber::encode).unwrap_or_default();
                let asked = ask(self.site.clone(), id, operation, argument);
                self.asked.push(Box::pin(asked));
                None
            }
        }
    }

    fn start_monitor(&mut self, id: InvokeId, argument: &MonitorStartArgument<'_>) -> Answer {
        let device = {
            let known = self.site.sites.known();
            let lines = known.lines.get(&self.site.site).into_iter().flatten();
            monitors::device(argument, lines.map(|(_, line)| line))
        };
        let failure = |error| Answer::failure(id, &UniversalFailure::Operation(error));
        let Some(device) = device else { return failure(OperationErrors::InvalidDeviceId) };
        match self.monitors.start(&device) {
            Some(result) => Answer::of(message::result(id, MonitorStart::CODE, &result)),
            None => failure(OperationErrors::Generic),
        }
    }

    fn devices(&mut self, id: InvokeId, category: DeviceCategory) -> Answer {
        if category != DeviceCategory::Station {
            // Only telephones are lines.
            let error = UniversalFailure::Operation(OperationErrors::InvalidFeature);
            return Answer::failure(id, &error);
        }
        let lines = self.lines(LineState::clone);
        self.listed = Some(lines.iter().map(devices::listed).collect());
        // One reference for each list.
        let reference = id.to_be_bytes();
        let (operation, segments) = devices::segments(&reference, &lines);
        let message = message::result(id, Escape::CODE, &devices::acknowledgement(&reference));
        let segments = segments.into_iter().map(|segment| (operation, segment));
        Answer { message: Some(message), segments: segments.collect() }
    }

    /// What is to be known of each line of the site.
    fn lines<T>(&self, of: fn(&LineState) -> T) -> Vec<T> {
        let known = self.site.sites.known();
        known.lines.get(&self.site.site).into_iter().flatten().map(|(_, line)| of(line)).collect()
    }

    /// Tells the application when there are other devices than it was told of, so that it asks again.
    fn look_at_devices(&mut self, link: &mut Link<DuplexStream>) -> Result<(), Over> {
        let Some(before) = &self.listed else { return Ok(()) };
        let now = self.lines(devices::listed);
        if *before == now || !link.is_open() {
            return Ok(());
        }
        self.listed = Some(now);
        let changed = SwFunctionDevicesChangedArg::new().encode();
        let id = self.next_invoke();
        send(link, &message::invoke(id, SwFunctionDevicesChanged::CODE, &changed))
    }

    fn answer(&mut self, link: &mut Link<DuplexStream>, answer: Answer) -> Result<(), Over> {
        if let Some(message) = answer.message {
            send(link, &message)?;
        }
        for (operation, argument) in answer.segments {
            let id = self.next_invoke();
            send(link, &message::invoke(id, operation, &argument))?;
        }
        Ok(())
    }

    /// Hands an event of the site on to those that monitor its device.
    fn event(&mut self, link: &mut Link<DuplexStream>, payload: &[u8]) -> Result<(), Over> {
        let site = &self.site.site;
        let event = match serde_json::from_slice::<EventMessage>(payload) {
            Ok(event) => event,
            Err(error) => {
                tracing::warn!(%site, %error, "an event on the bus cannot be understood");
                return Ok(());
            }
        };
        if event.previous.is_some() && self.last_event.is_some_and(|last| event.sequence <= last) {
            tracing::debug!(%site, sequence = event.sequence, "an event of a former holder comes late");
            return Ok(());
        }
        let before = self.last_event.replace(event.sequence);
        // Without a number before, another multiplexer has taken over.
        let is_next = before.is_none_or(|before| event.previous.is_some_and(|own| own <= before));
        match self.monitors.reports(&event) {
            Ok(reports) => {
                for report in reports {
                    let id = self.next_invoke();
                    let report =
                        message::invoke(id, csta_codec::events::EventReport::CODE, &report);
                    send(link, &report)?;
                }
            }
            Err(error) => {
                tracing::warn!(%site, %error, event = event.event, "an event cannot be encoded");
            }
        }
        if is_next { Ok(()) } else { self.tell_loss(link) }
    }

    /// Looks at what is known of the site.
    fn look(&mut self, link: &mut Link<DuplexStream>) -> Result<(), Over> {
        if self.site.check().is_err() {
            return Err(Over);
        }
        let connected = *self.site.bus.connections().borrow();
        let was_away = std::mem::replace(&mut self.connected, connected) != connected;
        if was_away {
            // NATS may have lost what it had stored, and numbers begin anew then.
            self.last_event = None;
        }
        let (missed, since) = told(&self.site);
        let has_missed = missed.zip(self.missed).is_some_and(|(now, before)| now > before);
        // What happened before another one has had it, is in no event.
        let is_another = since.zip(self.since).is_some_and(|(now, before)| now != before);
        (self.missed, self.since) = (missed, since.or(self.since));
        let has_lost = was_away || has_missed || is_another;
        if has_lost && link.is_open() { self.tell_loss(link) } else { Ok(()) }
    }

    /// Tells the application that events were missed, so that it takes snapshots.
    fn tell_loss(&mut self, link: &mut Link<DuplexStream>) -> Result<(), Over> {
        self.tell(link, State::MessagesLost)?;
        self.tell(link, State::Normal)
    }

    fn tell(&mut self, link: &mut Link<DuplexStream>, state: State) -> Result<(), Over> {
        let id = self.next_invoke();
        let status = SystemStatusArg::new(state).encode();
        send(link, &message::invoke(id, SystemStatus::CODE, &status))
    }

    const fn next_invoke(&mut self) -> InvokeId {
        self.last_invoke = self.last_invoke.wrapping_add(1) & InvokeId::MAX;
        self.last_invoke
    }
}

/// How many events the site has missed, and since when its multiplexer has had the PBX.
fn told(site: &SiteLink) -> (Option<u64>, Option<Timestamp>) {
    let known = site.sites.known();
    let state = known.sites.get(&site.site);
    (state.map(|state| state.missed), state.and_then(|state| state.since))
}

fn refuse(id: InvokeId, error: OperationErrors) -> Option<Answer> {
    Some(Answer::failure(id, &UniversalFailure::Operation(error)))
}

fn send(link: &mut Link<DuplexStream>, message: &[u8]) -> Result<(), Over> {
    match link.send(message) {
        Ok(()) => Ok(()),
        Err(error @ SendError::TooLong { .. }) => {
            tracing::warn!(%error, "a message of a site cannot be handed on");
            Ok(())
        }
        // An application that does not read begins anew; one that is going needs nothing.
        Err(error) => {
            tracing::debug!(%error, "the application of a site takes no messages");
            Err(Over)
        }
    }
}
