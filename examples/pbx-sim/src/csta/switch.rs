//! The switch: its calls, and the association through which an application reaches them.

use std::collections::VecDeque;
use std::time::Instant;

use bytes::Bytes;
use csta_codec::ber::normalise;
use csta_codec::rose::{Invoke, InvokeId, Reject, Rose};
use csta_codec::services::{SystemStatus, SystemStatusArg};
use csta_codec::{Apdu, Ber, types};

use super::argument::invoke;
use super::event::report;
use super::monitor::Monitors;
use crate::config::{Config, ConfigError};
use crate::fault::Fault;
use crate::model::{
    Answer, CallModel, DeviceNumber, Event, Failure, Input, NetworkAct, Output, Request, RequestId,
    UserAct,
};

/// The largest invoke id that the switch gives; then it starts again at 1.
const MAX_INVOKE_ID: InvokeId = 32_767;

/// A switch that speaks CSTA, without a socket and without a clock.
///
/// It is driven as its [`CallModel`] is: inputs are [`open`](Self::open),
/// [`close`](Self::close), [`handle_apdu`](Self::handle_apdu), [`handle`](Self::handle) and
/// [`handle_timeout`](Self::handle_timeout). After each of them take everything from
/// [`poll_transmit`](Self::poll_transmit), which is to be sent, and from
/// [`poll_notice`](Self::poll_notice), which is for people; then ask
/// [`poll_timeout`](Self::poll_timeout) when to call again at the latest.
///
/// Calls go on whether an application is there or not; its monitors end with it.
#[derive(Clone, Debug)]
pub struct Switch {
    pub(super) model: CallModel,
    pub(super) session: Option<Session>,
    transmit: VecDeque<Bytes>,
    notices: VecDeque<Notice>,
}

/// What ends with the association.
#[derive(Clone, Debug)]
pub(super) struct Session {
    pub(super) monitors: Monitors,
    last_invoke: InvokeId,
    status_due: Instant,
    /// How many device lists were asked for.
    pub(super) lists: u32,
    /// Messages that follow the answer to a request.
    pub(super) behind: Vec<Vec<u8>>,
    /// How many reports of events are still not to be sent.
    lost_events: u32,
}

/// What people and the network do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// A telephone user does something.
    User(DeviceNumber, UserAct),
    /// The public network does something.
    Network(NetworkAct),
}

/// What people may want to see.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Notice {
    /// Something has happened in a call, told at one of its devices.
    Event(Event),
    /// A user or the network tried what cannot be done.
    Refused(Failure),
    /// The application has asked for something.
    Requested {
        /// The code of the operation.
        operation: i32,
        /// Its name, if the switch serves it.
        name: Option<&'static str>,
        /// What it was answered.
        verdict: Verdict,
    },
    /// The application has sent what is no message of CSTA.
    Garbage {
        /// How many octets it was.
        octets: usize,
    },
    /// An application has been associated.
    Associated,
    /// The association has ended.
    Dissociated,
    /// A further application wanted to be associated.
    TurnedAway,
    /// Something goes wrong on purpose.
    Fault(Fault),
    /// A [`Restart`](Fault::Restart) is over.
    Back,
}

/// How a request was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// With a result.
    Result,
    /// With an error.
    Error,
    /// It was rejected as not understood.
    Rejected,
}

impl Switch {
    /// A switch without calls and without an association.
    ///
    /// # Errors
    ///
    /// If the configuration makes no switch.
    pub fn new(config: Config) -> Result<Self, ConfigError> {
        Ok(Self {
            model: CallModel::new(config)?,
            session: None,
            transmit: VecDeque::new(),
            notices: VecDeque::new(),
        })
    }

    /// The devices and calls.
    #[must_use]
    pub const fn model(&self) -> &CallModel {
        &self.model
    }

    /// Whether an application is associated.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.session.is_some()
    }

    /// An application has been associated: the switch tells its state first of all.
    pub fn open(&mut self, now: Instant) {
        self.close();
        self.session = Some(Session {
            monitors: Monitors::default(),
            last_invoke: 0,
            status_due: now,
            lists: 0,
            behind: Vec::new(),
            lost_events: 0,
        });
        self.notices.push_back(Notice::Associated);
        self.send_status(now);
    }

    /// The association has ended.
    pub fn close(&mut self) {
        if self.session.take().is_some() {
            self.notices.push_back(Notice::Dissociated);
        }
        self.transmit.clear();
    }

    /// The switch starts anew: its calls are gone, and the association is.
    pub fn restart(&mut self, now: Instant) {
        self.close();
        self.model.restart(now);
    }

    /// The next so many reports of events are not sent, in this association.
    pub fn lose_events(&mut self, count: u32) {
        if let Some(session) = &mut self.session {
            session.lost_events = count;
        }
    }

    /// Takes what people and the network do.
    pub fn handle(&mut self, now: Instant, act: Act) {
        let input = match act {
            Act::User(station, act) => Input::User(station, act),
            Act::Network(act) => Input::Network(act),
        };
        self.model.handle(now, input);
        self.spread();
    }

    /// Takes a message of the application.
    pub fn handle_apdu(&mut self, now: Instant, frame: &Bytes) {
        if self.session.is_none() {
            return;
        }
        self.handle_timeout(now);
        match Apdu::decode(frame) {
            Ok(apdu) => self.handle_message(now, &apdu, frame),
            Err(error) if error.is_form() => match normalise::<Apdu<'static>>(frame) {
                Ok(octets) => {
                    let octets = Bytes::from(octets);
                    match Apdu::decode(&octets) {
                        Ok(apdu) => self.handle_message(now, &apdu, &octets),
                        Err(error) => self.reject(&Reject::of_apdu(&error), frame),
                    }
                }
                Err(error) => self.reject(&Reject::of_apdu(&error), frame),
            },
            Err(error) => self.reject(&Reject::of_apdu(&error), frame),
        }
    }

    /// Does what is due.
    pub fn handle_timeout(&mut self, now: Instant) {
        self.model.handle_timeout(now);
        self.spread();
        if self.session.as_ref().is_some_and(|session| session.status_due <= now) {
            self.send_status(now);
        }
    }

    /// The next message to be sent to the application.
    #[must_use]
    pub fn poll_transmit(&mut self) -> Option<Bytes> {
        self.transmit.pop_front()
    }

    /// The next thing that people may want to see.
    #[must_use]
    pub fn poll_notice(&mut self) -> Option<Notice> {
        self.notices.pop_front()
    }

    /// When [`handle_timeout`](Self::handle_timeout) is to be called.
    #[must_use]
    pub fn poll_timeout(&self) -> Option<Instant> {
        let status = self.session.as_ref().map(|session| session.status_due);
        self.model.poll_timeout().into_iter().chain(status).min()
    }

    fn handle_message(&mut self, now: Instant, apdu: &Apdu<'_>, frame: &Bytes) {
        match apdu {
            Apdu::Rose(Rose::Invoke(invoke)) => self.handle_invoke(now, invoke, frame),
            // Answers to what the switch has invoked. It goes on without them.
            Apdu::Rose(Rose::ReturnResult(_) | Rose::ReturnError(_) | Rose::Reject(_)) => {}
            Apdu::Rose(Rose::Unrecognised(_)) | Apdu::Acse(_) => self.garbage(frame),
        }
    }

    fn handle_invoke(&mut self, now: Instant, invoke: &Invoke<'_>, frame: &Bytes) {
        let answer = self.serve(now, invoke, frame);
        let verdict = match &answer {
            Ok(_) => Verdict::Result,
            Err(super::failure::Refusal::Failure(_)) => Verdict::Error,
            Err(super::failure::Refusal::Problem(_)) => Verdict::Rejected,
        };
        let operation = invoke.operation.local().unwrap_or_default();
        let name = super::service::name(operation);
        self.notices.push_back(Notice::Requested { operation, name, verdict });
        let octets = answer.unwrap_or_else(|refusal| refusal.encode(invoke.invoke_id));
        self.send(octets);
        self.spread();
        if let Some(session) = &mut self.session {
            let behind = core::mem::take(&mut session.behind);
            self.transmit.extend(behind.into_iter().map(Bytes::from));
        }
    }

    fn reject(&mut self, reject: &Reject<'_>, frame: &Bytes) {
        self.garbage(frame);
        self.send(Apdu::Rose(Rose::Reject(*reject)).encode());
    }

    fn garbage(&mut self, frame: &Bytes) {
        self.notices.push_back(Notice::Garbage { octets: frame.len() });
    }

    /// Asks the call model. Its events wait until the answer has been sent.
    pub(super) fn ask(&mut self, now: Instant, request: Request) -> Result<Answer, Failure> {
        self.model.handle(now, Input::Request(RequestId(0), request));
        loop {
            match self.model.poll_output() {
                Some(Output::Answer(_, answer)) => return answer,
                Some(output) => self.spread_one(output),
                None => return Err(Failure::ResourceBusy), // cannot be: each request is answered
            }
        }
    }

    /// Takes all that has happened in calls.
    pub(super) fn spread(&mut self) {
        while let Some(output) = self.model.poll_output() {
            self.spread_one(output);
        }
    }

    fn spread_one(&mut self, output: Output) {
        match output {
            Output::Event(event) => {
                self.report(&event);
                self.notices.push_back(Notice::Event(event));
            }
            Output::Refused(failure) => self.notices.push_back(Notice::Refused(failure)),
            Output::Answer(..) => {} // taken by `ask`
        }
    }

    fn report(&mut self, event: &Event) {
        let Some(session) = &mut self.session else {
            return;
        };
        if let Some(reference) = session.monitors.reports(event.at, &event.what) {
            if session.lost_events > 0 {
                session.lost_events -= 1;
                return;
            }
            let invoke_id = session.next_invoke();
            let octets = report(&self.model, invoke_id, reference, event);
            self.transmit.push_back(octets.into());
        }
    }

    fn send_status(&mut self, now: Instant) {
        let interval = self.model.config().link.status_interval;
        if let Some(session) = &mut self.session {
            // An interval beyond all times: the first status is the only one.
            let far = std::time::Duration::from_secs(1 << 32);
            session.status_due = now.checked_add(interval).unwrap_or(now + far);
            let argument = SystemStatusArg::new(types::SystemStatus::Normal);
            let octets = invoke::<SystemStatus>(session.next_invoke(), &argument);
            self.transmit.push_back(octets.into());
        }
    }

    pub(super) fn send(&mut self, octets: Vec<u8>) {
        self.transmit.push_back(octets.into());
    }
}

impl Session {
    /// The switch numbers its invocations from 1.
    pub(super) const fn next_invoke(&mut self) -> InvokeId {
        self.last_invoke = self.last_invoke % MAX_INVOKE_ID + 1;
        self.last_invoke
    }
}
