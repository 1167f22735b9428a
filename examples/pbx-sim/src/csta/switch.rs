//! The switch: its calls, and the association through which an application reaches them.

use std::collections::{BTreeMap, VecDeque};
use std::time::Instant;

use bytes::Bytes;
use csta_codec::ber::normalise;
use csta_codec::rose::{Reject, Rose};
use csta_codec::types::{CstaPrivateData, SystemStatus};
use csta_codec::{Apdu, Ber, OperationInfo};

use super::call_records::{CallRecords, Kept};
use super::clock::Clock;
use super::event::{filter_bit, report};
use super::failure::Refusal;
use super::feature_event;
use super::service::Asked;
use super::session::Session;
use crate::config::{Config, ConfigError, Extension};
use crate::fault::Fault;
use crate::model::{
    Answer, CallModel, DeviceNumber, Event, Failure, Feature, FeatureEvent, Input, NetworkAct,
    Output, Record, Request, RequestId, UserAct,
};

/// A switch that speaks CSTA, without a socket and without a clock.
///
/// It is driven as its [`CallModel`] is: inputs are [`open`](Self::open),
/// [`close`](Self::close), [`handle_apdu`](Self::handle_apdu), [`handle`](Self::handle) and
/// [`handle_timeout`](Self::handle_timeout). After each of them take everything from
/// [`poll_transmit`](Self::poll_transmit), which is to be sent, and from
/// [`poll_notice`](Self::poll_notice), which is for people; then ask
/// [`poll_timeout`](Self::poll_timeout) when to call again at the latest.
///
/// Calls go on whether an application is there or not; its monitors end with it. How many
/// applications are let in is up to whoever opens associations.
#[derive(Clone, Debug)]
pub struct Switch {
    pub(super) model: CallModel,
    pub(super) sessions: BTreeMap<ApplicationId, Session>,
    pub(super) records: CallRecords,
    pub(super) status: SystemStatus,
    pub(super) clock: Clock,
    transmit: VecDeque<(ApplicationId, Bytes)>,
    notices: VecDeque<Notice>,
}

/// Names an application as long as it is associated; given by whoever opens the association.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ApplicationId(pub u64);

/// What people and the network do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// A telephone user does something.
    User(DeviceNumber, UserAct),
    /// The public network does something.
    Network(NetworkAct),
    /// The state of the switch changes, and it tells so.
    Status(SystemStatus),
    /// The switch sends private data to all applications, by Escape and unasked. They are the
    /// octets of one BER element; of an OCTET STRING, the alternative of agreed octets.
    Private(Bytes),
}

/// What people may want to see.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Notice {
    /// Something has happened in a call, told at one of its devices.
    Event(Event),
    /// Something has happened at a device, apart from the states of its calls.
    Feature(FeatureEvent),
    /// An outside call, or a part of it, is over.
    Record(Record),
    /// So many records had to be kept that the oldest was lost.
    RecordLost,
    /// A user or the network tried what cannot be done.
    Refused(Failure),
    /// The application has asked for something.
    Requested {
        /// The code of the operation.
        operation: i32,
        /// Its name, if it is one of CSTA.
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
    /// An association has ended.
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
        let clock = Clock::new(config.starts_at);
        Ok(Self {
            model: CallModel::new(config)?,
            sessions: BTreeMap::new(),
            records: CallRecords::default(),
            status: SystemStatus::Normal,
            clock,
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
    pub fn is_open(&self) -> bool {
        !self.sessions.is_empty()
    }

    /// An application has been associated: the switch tells it its state first of all.
    pub fn open(&mut self, now: Instant, application: ApplicationId) {
        self.close(application);
        self.sessions.insert(application, Session::new(now));
        self.notices.push_back(Notice::Associated);
        self.send_status(now, application);
    }

    /// An association has ended.
    pub fn close(&mut self, application: ApplicationId) {
        self.records.forget(application);
        if self.sessions.remove(&application).is_some() {
            self.notices.push_back(Notice::Dissociated);
        }
        self.transmit.retain(|(to, _)| *to != application);
    }

    /// The switch starts anew: its calls are gone, and all associations are.
    pub fn restart(&mut self, now: Instant) {
        while let Some((&application, _)) = self.sessions.first_key_value() {
            self.close(application);
        }
        self.model.restart(now);
    }

    /// Plugs a new telephone in, and tells all applications that the devices have changed.
    ///
    /// # Errors
    ///
    /// If the switch cannot be with it, such as when its number is taken; nothing happens then.
    pub fn add(&mut self, extension: Extension) -> Result<(), ConfigError> {
        self.model.add(extension)?;
        self.tell_devices_changed();
        Ok(())
    }

    /// The next so many reports of events are not sent, in each of the present associations.
    pub fn lose_events(&mut self, count: u32) {
        for session in self.sessions.values_mut() {
            session.lost_events = count;
        }
    }

    /// Takes what people and the network do.
    pub fn handle(&mut self, now: Instant, act: Act) {
        self.clock.start(now);
        match act {
            Act::User(station, act) => self.model.handle(now, Input::User(station, act)),
            Act::Network(act) => self.model.handle(now, Input::Network(act)),
            Act::Status(status) => self.change_status(now, status),
            Act::Private(octets) => match CstaPrivateData::decode(&octets) {
                Ok(private) => self.send_private(&private),
                Err(_) => self.notices.push_back(Notice::Refused(Failure::InvalidParameterValue)),
            },
        }
        self.spread();
        self.send_records(now);
    }

    /// Takes a message of an application.
    pub fn handle_apdu(&mut self, now: Instant, from: ApplicationId, frame: &Bytes) {
        if !self.sessions.contains_key(&from) {
            return;
        }
        self.handle_timeout(now);
        match Apdu::decode(frame) {
            Ok(apdu) => self.handle_message(now, from, &apdu, frame),
            Err(error) if error.is_form() => match normalise::<Apdu<'static>>(frame) {
                Ok(octets) => {
                    let octets = Bytes::from(octets);
                    match Apdu::decode(&octets) {
                        Ok(apdu) => self.handle_message(now, from, &apdu, &octets),
                        Err(error) => self.reject(from, &Reject::of_apdu(&error), frame),
                    }
                }
                Err(error) => self.reject(from, &Reject::of_apdu(&error), frame),
            },
            Err(error) => self.reject(from, &Reject::of_apdu(&error), frame),
        }
    }

    /// Does what is due.
    pub fn handle_timeout(&mut self, now: Instant) {
        self.clock.start(now);
        self.model.handle_timeout(now);
        self.spread();
        self.send_records(now);
        let due = self.sessions.iter().filter(|(_, session)| session.status_due <= now);
        for application in due.map(|(id, _)| *id).collect::<Vec<_>>() {
            self.send_status(now, application);
        }
    }

    /// The next message to be sent, and to which application.
    #[must_use]
    pub fn poll_transmit(&mut self) -> Option<(ApplicationId, Bytes)> {
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
        let statuses = self.sessions.values().map(|session| session.status_due);
        let records = self.records.due(self.model.config().records);
        self.model.poll_timeout().into_iter().chain(statuses).chain(records).min()
    }

    fn handle_message(
        &mut self,
        now: Instant,
        from: ApplicationId,
        apdu: &Apdu<'_>,
        frame: &Bytes,
    ) {
        match apdu {
            Apdu::Rose(Rose::Invoke(invoke)) => {
                self.handle_invoke(&Asked { now, from, invoke, frame });
            }
            // Answers to what the switch has invoked. Only call records need them.
            Apdu::Rose(Rose::ReturnResult(result)) => {
                self.records.confirm(from, result.invoke_id);
                self.send_records(now);
            }
            Apdu::Rose(Rose::ReturnError(_) | Rose::Reject(_)) => {}
            Apdu::Rose(Rose::Unrecognised(_)) | Apdu::Acse(_) => self.garbage(frame),
        }
    }

    fn handle_invoke(&mut self, asked: &Asked<'_>) {
        let answer = self.serve(asked);
        let verdict = match &answer {
            Ok(_) => Verdict::Result,
            Err(Refusal::Failure(_)) => Verdict::Error,
            Err(Refusal::Problem(_)) => Verdict::Rejected,
        };
        let operation = asked.invoke.operation.local().unwrap_or_default();
        let name = OperationInfo::by_code(operation).map(|operation| operation.name);
        self.notices.push_back(Notice::Requested { operation, name, verdict });
        let octets = answer.unwrap_or_else(|refusal| refusal.encode(asked.invoke.invoke_id));
        self.send(asked.from, octets);
        self.spread();
        let behind = self.sessions.get_mut(&asked.from).map(Session::take_behind);
        for octets in behind.into_iter().flatten() {
            self.send(asked.from, octets);
        }
        self.send_records(asked.now);
    }

    fn reject(&mut self, to: ApplicationId, reject: &Reject<'_>, frame: &Bytes) {
        self.garbage(frame);
        self.send(to, Apdu::Rose(Rose::Reject(*reject)).encode());
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
            Output::Feature(event) => {
                self.report_feature(&event);
                if matches!(event.feature, Feature::InService(_)) {
                    self.tell_devices_changed();
                }
                self.notices.push_back(Notice::Feature(event));
            }
            Output::Record(record) => self.keep_record(record),
            Output::Refused(failure) => self.notices.push_back(Notice::Refused(failure)),
            Output::Answer(..) => {} // taken by `ask`
        }
    }

    fn report(&mut self, event: &Event) {
        let bit = filter_bit(&event.what);
        for (application, session) in &mut self.sessions {
            let reference = session.monitors.reports(event.at, |filter| {
                filter.call_control.contains(bit) // in a filter, a set bit suppresses
            });
            let Some(reference) = reference.filter(|_| !session.loses_event()) else {
                continue;
            };
            let octets = report(&self.model, session.next_invoke(), reference, event);
            self.transmit.push_back((*application, octets.into()));
        }
    }

    fn report_feature(&mut self, event: &FeatureEvent) {
        for (application, session) in &mut self.sessions {
            let suppressed = |filter: &_| feature_event::is_suppressed(&event.feature, filter);
            let reference = session.monitors.reports(event.at, suppressed);
            let Some(reference) = reference.filter(|_| !session.loses_event()) else {
                continue;
            };
            let octets =
                feature_event::report(&self.model, session.next_invoke(), reference, event);
            self.transmit.push_back((*application, octets.into()));
        }
    }

    fn keep_record(&mut self, record: Record) {
        let time = self.clock.time_of_day(record.ended);
        let kept = Kept { record: record.clone(), time };
        if self.records.keep(self.model.config().records, kept) {
            self.notices.push_back(Notice::RecordLost);
        }
        self.notices.push_back(Notice::Record(record));
    }

    pub(super) fn send(&mut self, to: ApplicationId, octets: Vec<u8>) {
        self.transmit.push_back((to, octets.into()));
    }
}
