//! What the switch sends, and to whom it goes.

use std::time::Instant;

use bytes::Bytes;
use csta_codec::rose::{GeneralProblem, Invoke, Problem, Reject, RejectedId, Rose};
use csta_codec::services::{
    self, CdrNotification, CdrReport, Escape, EventReport, MonitorStop, MonitorStopArgument,
    RequestSysStat, RequestSysStatRes, StopCdrTransmission, SwFunctionCapsChanged,
    SwFunctionDevicesChanged, SystemStatusArg,
};
use csta_codec::types::SystemStatus;
use csta_codec::{Operation, OperationInfo};

use super::applications::Asked;
use super::dispatch::argument;
use super::failure::Refusal;
use super::hotel::is_about_hotel;
use super::machine::Core;
use super::message::{answer_in, encode, no_data, readable, result};
use super::{ApplicationId, Notice};

impl Core {
    pub(super) fn switch_apdu(&mut self, now: Instant, apdu: Bytes) {
        if self.link.is_down() {
            return;
        }
        self.link.hear(now);
        let octets = apdu.len();
        let read = readable(apdu, |apdu, decoded| match decoded {
            Rose::Invoke(invoke) => self.switch_invokes(now, invoke, apdu),
            message => match answer_in(message) {
                Some((Some(id), answer)) => self.switch_answers(now, id, answer),
                // It rejects without saying what: the time limit of the request ends it.
                Some((None, _)) => self.notice(Notice::UnexpectedAnswer { invoke_id: 0 }),
                None => self.reject_switch(),
            },
        });
        if let Err(error) = read {
            self.notice(Notice::SwitchUndecodable { octets, error });
            self.tell_switch(encode(Rose::Reject(Reject::of_apdu(&error))));
        }
    }

    fn reject_switch(&mut self) {
        let problem = Problem::General(GeneralProblem::UnrecognisedPdu);
        let reject = Reject::new(RejectedId::Absent, problem);
        self.tell_switch(encode(Rose::Reject(reject)));
    }

    fn switch_invokes(&mut self, now: Instant, invoke: &Invoke<'_>, apdu: &Bytes) {
        let id = invoke.invoke_id;
        let Some(code) = invoke.operation.local() else {
            self.tell_switch(Refusal::UNRECOGNISED.encode(id));
            return;
        };
        match code {
            EventReport::CODE => self.event(invoke, apdu),
            services::SystemStatus::CODE => {
                match argument::<SystemStatusArg<'static>>(invoke, apdu) {
                    Ok(told) => {
                        self.tell_switch(no_data(id, code));
                        self.switch_status(now, told.get().system_status);
                    }
                    Err(refusal) => self.tell_switch(refusal.encode(id)),
                }
            }
            RequestSysStat::CODE => {
                let own = RequestSysStatRes::new(SystemStatus::Normal);
                self.tell_switch(result::<RequestSysStat>(id, &own));
            }
            SwFunctionDevicesChanged::CODE => {
                self.tell_switch(no_data(id, code));
                self.devices_changed(now);
            }
            SwFunctionCapsChanged::CODE => {
                self.tell_switch(no_data(id, code));
                self.tell_changed(code);
            }
            MonitorStop::CODE => match argument::<MonitorStopArgument<'static>>(invoke, apdu) {
                Ok(stop) => {
                    let reference = stop.get().cross_ref_identifier;
                    let is_known = self.switch_stops(now, reference.0.as_bytes());
                    let refusal = Refusal::NO_SUCH_MONITOR;
                    let answer = if is_known { no_data(id, code) } else { refusal.encode(id) };
                    self.tell_switch(answer);
                }
                Err(refusal) => self.tell_switch(refusal.encode(id)),
            },
            CdrReport::CODE => self.switch_reports_records(now, invoke, apdu),
            CdrNotification::CODE => self.switch_notifies_of_records(invoke, apdu),
            StopCdrTransmission::CODE => self.switch_stops_records(now, invoke),
            _ => self.switch_invokes_other(now, invoke, apdu, code),
        }
    }

    fn switch_invokes_other(&mut self, now: Instant, invoke: &Invoke<'_>, apdu: &Bytes, code: i32) {
        if self.linked_reply(now, invoke, apdu) {
            return;
        }
        if let Some(application) = self.registered(invoke) {
            self.pass_on(application, invoke);
            return;
        }
        let id = invoke.invoke_id;
        if code == Escape::CODE {
            self.switch_escapes(invoke);
            return;
        }
        self.notice(Notice::NobodyTakes { operation: code });
        match OperationInfo::by_code(code) {
            Some(known) if !known.is_confirmed() => {}
            Some(_) => self.tell_switch(Refusal::NO_SUCH_REFERENCE.encode(id)),
            None => self.tell_switch(Refusal::UNRECOGNISED.encode(id)),
        }
    }

    /// Private data that nobody has asked for: hotel functions go to the hotel application, which
    /// answers, everything else to all, and is answered here.
    fn switch_escapes(&mut self, invoke: &Invoke<'_>) {
        let to: Vec<ApplicationId> = if is_about_hotel(invoke) {
            self.hotel.iter().collect()
        } else {
            self.applications.ids()
        };
        if let [only] = to.as_slice() {
            self.pass_on(*only, invoke);
            return;
        }
        self.tell_switch(no_data(invoke.invoke_id, Escape::CODE));
        if to.is_empty() {
            self.notice(Notice::NobodyTakes { operation: Escape::CODE });
        }
        for application in to {
            self.pass_copy(application, invoke, Asked::Notified);
        }
    }

    /// Invokes in an application what the switch invokes; its answer goes back.
    pub(super) fn pass_on(&mut self, to: ApplicationId, invoke: &Invoke<'_>) {
        let invoke_id = invoke.invoke_id;
        let operation = invoke.operation.local().unwrap_or_default();
        self.pass_copy(to, invoke, Asked::Forwarded { invoke_id, operation });
    }

    fn pass_copy(&mut self, to: ApplicationId, invoke: &Invoke<'_>, asked: Asked) {
        let operation = invoke.operation.local().unwrap_or_default();
        let is_confirmed = OperationInfo::by_code(operation).is_none_or(|own| own.is_confirmed());
        let Some(application) = self.applications.get_mut(to) else {
            return;
        };
        let invoke_id =
            if is_confirmed { application.ask(asked) } else { application.next_invoke() };
        self.tell_application(to, encode(Rose::Invoke(Invoke { invoke_id, ..*invoke })));
    }
}
