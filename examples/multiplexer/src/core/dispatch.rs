//! What applications invoke and answer, and who deals with it.

use std::time::Instant;

use bytes::Bytes;
use csta_codec::rose::{GeneralProblem, Invoke, Problem, Reject, RejectedId, Rose};
use csta_codec::services::{
    self, ChangeMonitorFilter, ChangeSysStatFilter, Escape, GetLocationTrackingSessions,
    GetMonitors, GetRegistrations, MonitorStart, MonitorStop, RequestSysStat, SendStoredCdr,
    StartCdrTransmission, StopCdrTransmission, SystemRegister, SystemRegisterCancel,
};
use csta_codec::{Ber, Direction, Operation, OperationInfo, Owned};

use super::applications::{Asked, Asker};
use super::failure::Refusal;
use super::machine::Core;
use super::message::{Answer, answer_again, answer_in, encode, readable};
use super::outcome::{Outcome, Purpose};
use super::requests::Request;
use super::{ApplicationId, Notice};

/// When a request of an application is answered.
#[derive(Debug)]
pub(super) enum Answered {
    Now(Bytes),
    /// When the switch has answered, or it has been seen to.
    Later,
}

/// The argument of an invocation.
pub(super) fn argument<T: Ber<'static>>(
    invoke: &Invoke<'_>,
    frame: &Bytes,
) -> Result<Owned<T>, Refusal> {
    let argument = invoke.argument.as_ref().ok_or(Refusal::MISTYPED)?;
    Owned::from_element(argument, frame).map_err(|_| Refusal::MISTYPED)
}

/// What an application invokes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Invocation<'a> {
    pub(super) asker: Asker,
    pub(super) invoke: &'a Invoke<'a>,
    /// In which it is.
    pub(super) apdu: &'a Bytes,
}

impl Invocation<'_> {
    pub(super) fn argument<T: Ber<'static>>(&self) -> Result<Owned<T>, Refusal> {
        argument(self.invoke, self.apdu)
    }
}

impl Core {
    pub(super) fn application_apdu(&mut self, now: Instant, from: ApplicationId, apdu: Bytes) {
        if self.applications.get(from).is_none() {
            return;
        }
        let octets = apdu.len();
        let read = readable(apdu, |apdu, decoded| match decoded {
            Rose::Invoke(invoke) => self.application_invokes(now, from, invoke, apdu),
            message => match answer_in(message) {
                Some((invoke_id, answer)) => {
                    self.application_answers(now, from, invoke_id, answer);
                }
                None => self.reject_application(from),
            },
        });
        if let Err(error) = read {
            self.notice(Notice::ApplicationUndecodable { application: from, octets, error });
            self.tell_application(from, encode(Rose::Reject(Reject::of_apdu(&error))));
        }
    }

    fn reject_application(&mut self, from: ApplicationId) {
        let problem = Problem::General(GeneralProblem::UnrecognisedPdu);
        let reject = Reject::new(RejectedId::Absent, problem);
        self.tell_application(from, encode(Rose::Reject(reject)));
    }

    fn application_invokes(
        &mut self,
        now: Instant,
        from: ApplicationId,
        invoke: &Invoke<'_>,
        apdu: &Bytes,
    ) {
        if let Some(application) = self.applications.get_mut(from) {
            application.requests += 1;
        }
        let asker = Asker { application: from, invoke_id: invoke.invoke_id };
        self.take_request(now, asker, invoke, apdu);
    }

    /// Deals with a request, and answers it if that can be done now.
    pub(super) fn take_request(
        &mut self,
        now: Instant,
        asker: Asker,
        invoke: &Invoke<'_>,
        apdu: &Bytes,
    ) {
        match self.serve_request(now, &Invocation { asker, invoke, apdu }) {
            Ok(Answered::Now(answer)) => self.tell_application(asker.application, answer),
            Ok(Answered::Later) => {}
            Err(refusal) => self.refuse(asker, invoke, refusal),
        }
    }

    /// Tells an application that its request is not carried out, if it is one that is answered.
    pub(super) fn refuse(&mut self, asker: Asker, invoke: &Invoke<'_>, refusal: Refusal) {
        let Asker { application, invoke_id } = asker;
        let operation = invoke.operation.local().unwrap_or_default();
        if refusal == Refusal::NOT_PERMITTED {
            self.notice(Notice::NotPermitted { application, operation });
        } else if refusal == Refusal::TOO_MANY_REQUESTS {
            self.notice(Notice::QueueFull { application });
        }
        let info = OperationInfo::by_code(operation);
        if info.is_none_or(|own| own.is_confirmed()) || matches!(refusal, Refusal::Problem(_)) {
            self.tell_application(application, refusal.encode(invoke_id));
        } else {
            let failure = Outcome::Failed(refusal).to_string();
            self.notice(Notice::UnconfirmedRefused { application, operation, failure });
        }
    }

    fn serve_request(&mut self, now: Instant, asked: &Invocation<'_>) -> Result<Answered, Refusal> {
        let Invocation { asker, invoke, apdu } = *asked;
        let code = invoke.operation.local().ok_or(Refusal::UNRECOGNISED)?;
        let info = OperationInfo::by_code(code);
        if info.is_some_and(|own| own.direction == Direction::FromSwitch) {
            return Err(Refusal::UNRECOGNISED);
        }
        // Where it is answered does not matter: alone with the switch it could not be sent.
        if apdu.len() > self.settings.switch_apdu_limit {
            return Err(Refusal::TOO_LONG);
        }
        // These need no switch.
        match code {
            RequestSysStat::CODE
            | services::SystemStatus::CODE
            | SystemRegister::CODE
            | SystemRegisterCancel::CODE
            | ChangeSysStatFilter::CODE => return self.system_service(asked, code),
            MonitorStop::CODE => return self.monitor_stop(now, asked),
            ChangeMonitorFilter::CODE => {
                return self.change_monitor_filter(now, asked);
            }
            GetMonitors::CODE => return self.list_monitors(asked),
            // The switch would list those of all applications.
            GetRegistrations::CODE | GetLocationTrackingSessions::CODE => {
                return Err(Refusal::NOT_SUPPORTED);
            }
            _ => {}
        }
        self.permit(asker.application, code, invoke)?;
        match code {
            StopCdrTransmission::CODE => return self.stop_records(now, asked),
            SendStoredCdr::CODE => return self.send_stored_records(now, asked),
            StartCdrTransmission::CODE if self.call_records.is_wanted() => {
                return self.start_records(now, asked);
            }
            _ => {}
        }
        if self.link.is_down() {
            return Err(Refusal::SWITCH_LOST);
        }
        if !self.link.is_serving() {
            return self.keep_early(now, asker, apdu);
        }
        match code {
            MonitorStart::CODE => self.monitor_start(now, asked),
            StartCdrTransmission::CODE => self.start_records(now, asked),
            Escape::CODE => {
                self.take_hotel_role(asker.application, invoke)?;
                self.forward(now, asked, code)
            }
            _ => self.forward(now, asked, code),
        }
    }

    fn forward(
        &mut self,
        now: Instant,
        asked: &Invocation<'_>,
        operation: i32,
    ) -> Result<Answered, Refusal> {
        let Invocation { asker, invoke, apdu } = *asked;
        let application = asker.application;
        if let Some(argument) = &invoke.argument
            && self.is_anothers(application, operation, argument)
        {
            return Err(Refusal::NO_SUCH_REFERENCE);
        }
        let is_confirmed = OperationInfo::by_code(operation).is_none_or(|own| own.is_confirmed());
        let purpose = Purpose::Forward(asker);
        let request = Request { operation, is_confirmed, apdu: apdu.clone(), purpose };
        if self.requests.push(now, &self.settings, Some(application), request).is_err() {
            return Err(Refusal::TOO_MANY_REQUESTS);
        }
        if !is_confirmed && let Some(argument) = &invoke.argument {
            self.unregister(application, operation, argument);
        }
        Ok(Answered::Later)
    }

    fn application_answers(
        &mut self,
        now: Instant,
        from: ApplicationId,
        invoke_id: Option<i32>,
        answer: Answer<'_>,
    ) {
        let application = self.applications.get_mut(from);
        let asked = application.zip(invoke_id).and_then(|(own, id)| own.answered(id));
        match asked {
            None => {
                let invoke_id = invoke_id.unwrap_or_default();
                self.notice(Notice::UnexpectedApplicationAnswer { application: from, invoke_id });
            }
            Some(Asked::Notified) => {}
            Some(Asked::Forwarded { invoke_id, operation }) => {
                let result = answer.result(operation);
                if result.is_some_and(|own| !self.data_path_started(from, operation, &own)) {
                    self.tell_switch(Refusal::GENERIC.encode(invoke_id));
                    return;
                }
                let octets = answer_again(&answer, invoke_id);
                if octets.len() > self.settings.switch_apdu_limit {
                    // It could not be sent, and the switch would wait for an answer.
                    self.notice(Notice::AnswerTooLong { application: from, octets: octets.len() });
                    self.tell_switch(Refusal::TOO_LONG.encode(invoke_id));
                    return;
                }
                self.tell_switch(octets);
            }
            Some(Asked::Report(id)) => {
                // It may say nothing but that it is one.
                let is_taken = matches!(answer, Answer::Result(_));
                self.report_answered(now, from, id, is_taken);
            }
        }
    }
}
