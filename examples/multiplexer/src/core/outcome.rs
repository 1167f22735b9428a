//! What comes of requests to the switch.

use std::fmt;
use std::time::Instant;

use csta_client::MAX_APDU;
use csta_codec::rose::ReturnError;
use csta_codec::services::{MonitorStart, StartCdrTransmission};
use csta_codec::types::{MonitorFilter, UniversalFailure};
use csta_codec::{Element, Operation};
use kme_private::DialogueId;

use super::Notice;
use super::applications::Asker;
use super::failure::Refusal;
use super::machine::Core;
use super::message::{Answer, answer_again, invocation, readable};
use super::monitors::MonitorId;
use super::requests::Request;

/// What becomes of the answer to a request.
#[derive(Clone, Debug)]
pub(super) enum Purpose {
    /// It goes to the application that has asked.
    Forward(Asker),
    MonitorStart(MonitorId),
    MonitorStop(MonitorId),
    /// The switch is to suppress something else of a monitor.
    MonitorFilter(MonitorId, MonitorFilter),
    Devices(DialogueId),
    /// The start of the transmission of call records, for an application or of the multiplexer's
    /// own accord.
    Transmission(Option<Asker>),
    EndOfTransmission,
    Probe,
    /// Nothing.
    CleanUp,
}

/// What has come of a request.
#[derive(Clone, Debug)]
pub(super) enum Outcome<'a> {
    Answered(Answer<'a>),
    /// The switch has not answered.
    Failed(Refusal),
}

impl<'a> Outcome<'a> {
    pub(super) fn result(&self, operation: i32) -> Option<Element<'a>> {
        match self {
            Self::Answered(answer) => answer.result(operation),
            Self::Failed(_) => None,
        }
    }

    pub(super) const fn is_result(&self) -> bool {
        matches!(self, Self::Answered(Answer::Result(_)))
    }
}

impl Outcome<'_> {
    /// Why the switch does not do what it was asked, if it says.
    pub(super) fn failure(&self) -> Option<UniversalFailure<'_>> {
        match self {
            Self::Answered(Answer::Error(ReturnError { parameter, .. })) => {
                parameter.as_ref()?.read().ok()
            }
            Self::Failed(Refusal::Failure(failure)) => Some(*failure),
            _ => None,
        }
    }
}

impl fmt::Display for Outcome<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self, self.failure()) {
            (_, Some(failure)) => write!(f, "{failure}"),
            (Self::Answered(Answer::Reject(problem)), _) => write!(f, "rejected: {problem:?}"),
            (Self::Answered(Answer::Result(_)), _) => f.write_str("an unexpected result"),
            _ => f.write_str("an unknown error"),
        }
    }
}

impl Core {
    /// A request has come to its end.
    pub(super) fn conclude(
        &mut self,
        now: Instant,
        request: &Request<Purpose>,
        outcome: &Outcome<'_>,
    ) {
        match request.purpose {
            Purpose::Forward(asker) => self.forwarded(now, asker, request, outcome),
            Purpose::MonitorStart(id) => {
                self.monitor_started(now, id, outcome);
                self.forget_held_events();
                self.retry_monitors(now);
            }
            Purpose::MonitorStop(id) => self.monitor_stopped(now, id, outcome),
            Purpose::MonitorFilter(id, filter) => self.filter_changed(now, id, filter, outcome),
            Purpose::Devices(dialogue) => self.devices_answered(now, dialogue, outcome),
            Purpose::Transmission(asker) => self.transmission_started(now, asker, outcome),
            Purpose::EndOfTransmission => self.transmission_ended(now),
            Purpose::Probe => self.probed(now, outcome),
            Purpose::CleanUp => {}
        }
    }

    fn forwarded(
        &mut self,
        now: Instant,
        asker: Asker,
        request: &Request<Purpose>,
        outcome: &Outcome<'_>,
    ) {
        let operation = request.operation;
        let result = outcome.result(operation);
        let is_there = self.applications.get(asker.application).is_some();
        if !is_there {
            if let Some(result) = result {
                self.unregister_late(now, operation, &result);
            }
            return;
        }
        if request.is_confirmed || !matches!(outcome, Outcome::Failed(_)) {
            self.answer(asker, outcome);
        }
        let Some(result) = result else {
            return;
        };
        self.expect_linked_replies(now, asker, operation, &result);
        // It has been read before.
        let _ = readable(request.apdu.clone(), |_, decoded| {
            let argument = invocation(decoded).and_then(|invoke| invoke.argument.as_ref());
            self.register(asker.application, operation, argument, &result);
        });
    }

    /// Tells an application what has come of its request.
    pub(super) fn answer(&mut self, asker: Asker, outcome: &Outcome<'_>) {
        let apdu = match outcome {
            Outcome::Answered(answer) => answer_again(answer, asker.invoke_id),
            Outcome::Failed(refusal) => refusal.encode(asker.invoke_id),
        };
        let apdu =
            if apdu.len() > MAX_APDU { Refusal::TOO_LONG.encode(asker.invoke_id) } else { apdu };
        self.tell_application(asker.application, apdu);
    }

    /// An answer of the switch.
    pub(super) fn switch_answers(&mut self, now: Instant, invoke_id: i32, answer: Answer<'_>) {
        let Some((request, is_late)) = self.requests.end(invoke_id) else {
            self.notice(Notice::UnexpectedAnswer { invoke_id });
            // It may come so late that nobody knows any more what it was asked.
            if let Some(started) = answer.result(MonitorStart::CODE) {
                self.stop_stray_monitor(now, &started);
            } else if answer.result(StartCdrTransmission::CODE).is_some() {
                self.transmission_started(now, None, &Outcome::Answered(answer));
            }
            return;
        };
        if !is_late {
            self.conclude(now, &request, &Outcome::Answered(answer));
            return;
        }
        self.notice(Notice::LateAnswer { invoke_id });
        // Nobody waits for it, but it may have changed something in the switch.
        if let Some(result) = answer.result(request.operation) {
            match request.purpose {
                Purpose::Forward(_) => self.unregister_late(now, request.operation, &result),
                Purpose::MonitorStart(id) => self.monitor_started_late(now, id, &result),
                Purpose::MonitorStop(id) => self.monitor_stopped_late(now, id, &request.apdu),
                Purpose::Transmission(_) => {
                    self.transmission_started(now, None, &Outcome::Answered(answer));
                }
                _ => {}
            }
        }
    }
}
