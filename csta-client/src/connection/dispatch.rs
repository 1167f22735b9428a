//! What the switch sends: to whom it goes.

use bytes::Bytes;
use csta_codec::ber::normalise;
use csta_codec::events::EventReport;
use csta_codec::rose::{Invoke, InvokeProblem, Reject, Rose};
use csta_codec::services::{
    Escape, MonitorStop, MonitorStopArgument, MonitorStopResult, StopCdrTransmission,
    StopCdrTransmissionArgument, StopCdrTransmissionResult, SystemStatus, SystemStatusArg,
    SystemStatusRes,
};
use csta_codec::{Ber, DecodeError, Element, Operation, OperationInfo, Owned};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::time::Instant;

use super::returned::{Returned, Value};
use super::task::Connection;
use crate::incoming::result;
use crate::{Event, Incoming, IncomingInvoke, MonitorEnd, WhenLagging, metrics};

impl<S: AsyncRead + AsyncWrite + Unpin> Connection<S> {
    pub(super) fn handle_apdu(&mut self, frame: Bytes) {
        // The link hands on nothing of ACSE.
        match Rose::of_apdu(&frame) {
            Ok(Rose::ReturnResult(result)) => {
                let (id, value) = (result.invoke_id, result.result.as_ref().map(Value::of));
                self.returned.push(Returned::new(id, value, frame));
            }
            other => {
                // In their order.
                self.tell_returned();
                self.handle_rose(other, &frame);
            }
        }
    }

    /// What is no result.
    fn handle_rose(&mut self, rose: Result<Rose<'_>, DecodeError>, frame: &Bytes) {
        match rose {
            Ok(Rose::Invoke(invoke)) => self.handle_invoke(&invoke, frame),
            Ok(Rose::ReturnError(error)) => self.handle_error(&error, frame),
            Ok(Rose::Reject(reject)) => self.handle_reject(&reject, frame),
            Ok(Rose::ReturnResult(_) | Rose::Unrecognised(_)) => {
                self.tell(Incoming::Unmatched(frame.clone()));
            }
            // No Panasonic switch writes indefinite lengths; others may. Rewritten, it has none.
            Err(error) if error.is_form() => match normalise::<Rose<'static>>(frame) {
                Ok(octets) => self.handle_apdu(octets.into()),
                Err(error) => self.handle_undecodable(frame, error),
            },
            Err(error) => self.handle_undecodable(frame, error),
        }
    }

    fn handle_invoke(&mut self, invoke: &Invoke<'_>, frame: &Bytes) {
        let argument = invoke.argument.as_ref();
        match invoke.operation.local() {
            Some(EventReport::CODE) => {
                match argument.map(|argument| Owned::from_element(argument, frame)) {
                    Some(Ok(event)) => self.handle_event(event),
                    Some(Err(error)) => self.report_undecodable(frame, error),
                    None => self.tell(Incoming::Unmatched(frame.clone())),
                }
            }
            Some(SystemStatus::CODE) => self.handle_system_status(invoke, frame),
            Some(MonitorStop::CODE) if self.handle_monitor_stop(invoke) => {}
            Some(StopCdrTransmission::CODE) if self.handle_call_records_stop(invoke) => {}
            Some(Escape::CODE) if self.device_lists.take(Instant::now().into_std(), argument) => {}
            operation => self.handle_other(operation, invoke, frame),
        }
    }

    fn handle_system_status(&mut self, invoke: &Invoke<'_>, frame: &Bytes) {
        match invoke.argument.as_ref().map(Element::read::<SystemStatusArg<'_>>) {
            Some(Ok(argument)) => {
                let status = argument.system_status;
                tracing::debug!(?status, "the switch reports its state");
                self.send(&result::<SystemStatus>(invoke.invoke_id, &SystemStatusRes::NoData));
                self.ready();
                self.tell(Incoming::SystemStatus(status));
            }
            Some(Err(error)) => {
                self.reject(invoke, InvokeProblem::MistypedArgument);
                self.report_undecodable(frame, error);
            }
            None => self.reject(invoke, InvokeProblem::MistypedArgument),
        }
    }

    /// What may be a segment, a call record or something for the application.
    fn handle_other(&mut self, operation: Option<i32>, invoke: &Invoke<'_>, frame: &Bytes) {
        let known = operation.and_then(OperationInfo::by_code);
        let is_confirmed = known.is_none_or(OperationInfo::is_confirmed);
        let argument =
            invoke.argument.as_ref().map(|argument| Owned::from_element(argument, frame));
        let argument: Option<Owned<Element<'static>>> = match argument.transpose() {
            Ok(argument) => argument,
            Err(error) => {
                if is_confirmed {
                    self.reject(invoke, InvokeProblem::MistypedArgument);
                }
                return self.report_undecodable(frame, error);
            }
        };
        if let (Some(operation), Some(argument)) = (operation, &argument)
            && self.segments.take(Instant::now().into_std(), operation, argument)
        {
            return;
        }
        let Some(operation) = operation else {
            return self.reject(invoke, InvokeProblem::UnrecognisedOperation);
        };
        let Ok(room) = self.unanswered.clone().try_acquire_owned() else {
            tracing::warn!(operation, "as many operations of the switch are unanswered as may be");
            if is_confirmed {
                self.reject(invoke, InvokeProblem::ResourceLimitation);
            }
            return self.incoming.lose();
        };
        let invoke = IncomingInvoke {
            invoke_id: invoke.invoke_id,
            operation,
            is_confirmed,
            argument,
            housekeeping: self.report.clone(),
            _room: room,
        };
        match invoke.call_records() {
            Some(cross_ref) => self.handle_call_record(&cross_ref, invoke),
            None => self.hand_on(invoke),
        }
    }

    /// Hands an operation on to the application; if it takes none, it is rejected.
    pub(super) fn hand_on(&mut self, invoke: IncomingInvoke) {
        if let Err(invoke) = self.incoming.send_invoke(invoke) {
            let operation = invoke.operation();
            tracing::debug!(operation, "the switch invokes what nobody takes");
            if invoke.is_confirmed() {
                let problem = match self.incoming.is_open() {
                    true => InvokeProblem::ResourceLimitation,
                    false => InvokeProblem::UnrecognisedOperation,
                };
                invoke.reject(problem);
            }
        }
    }

    /// Tells the application, if it listens.
    pub(super) fn tell(&mut self, item: Incoming) {
        self.incoming.send(item);
    }

    pub(super) fn handle_event(&mut self, event: Event) {
        metrics::event();
        let value = event.get();
        let cross_ref = value.cross_ref_identifier.0.as_bytes();
        let Some(feed) = self.monitors.get_mut(cross_ref) else {
            if let Err(event) = self.monitors.hold(cross_ref, event.clone()) {
                self.tell(Incoming::Event(event));
            }
            return;
        };
        if feed.send(event.clone()).is_ok() {
            return;
        }
        metrics::event_lost();
        feed.lose();
        if self.when_lagging == WhenLagging::Close
            && let Some(feed) = self.monitors.remove(cross_ref)
        {
            feed.end(MonitorEnd::Overrun);
            self.stop_monitor(cross_ref, None);
        }
    }

    pub(super) fn handle_call_record(&mut self, cross_ref: &[u8], invoke: IncomingInvoke) {
        match self.call_records.get_mut(cross_ref) {
            Some(feed) => {
                if let Err(invoke) = feed.send(invoke) {
                    // Not confirmed, so not lost: the switch keeps it.
                    tracing::warn!("call records are not read, and turned away");
                    invoke.reject(InvokeProblem::ResourceLimitation);
                }
            }
            None => {
                if let Err(invoke) = self.call_records.hold(cross_ref, invoke) {
                    self.hand_on(invoke);
                }
            }
        }
    }

    /// Whether the switch stops a monitor of ours: then it is answered here.
    fn handle_monitor_stop(&mut self, invoke: &Invoke<'_>) -> bool {
        let argument = invoke.argument.as_ref().map(Element::read::<MonitorStopArgument<'_>>);
        let Some(Ok(argument)) = argument else {
            return false;
        };
        let Some(feed) = self.monitors.remove(argument.cross_ref_identifier.0.as_bytes()) else {
            return false;
        };
        feed.end(MonitorEnd::StoppedBySwitch);
        self.send(&result::<MonitorStop>(invoke.invoke_id, &MonitorStopResult::NoData));
        true
    }

    /// The same for a transmission of call records.
    fn handle_call_records_stop(&mut self, invoke: &Invoke<'_>) -> bool {
        let argument = invoke.argument.as_ref();
        let argument = argument.map(Element::read::<StopCdrTransmissionArgument<'_>>);
        let Some(Ok(argument)) = argument else {
            return false;
        };
        let Some(feed) = self.call_records.remove(argument.cdr_cross_ref_id.as_bytes()) else {
            return false;
        };
        feed.end(MonitorEnd::StoppedBySwitch);
        let answer = StopCdrTransmissionResult::NoData;
        self.send(&result::<StopCdrTransmission>(invoke.invoke_id, &answer));
        true
    }

    /// Broken ROSE is answered as X.880 says, where it is not itself an answer.
    fn handle_undecodable(&mut self, frame: &Bytes, error: DecodeError) {
        if frame.first() == Some(&0xA1) {
            self.send(&Rose::Reject(Reject::of_apdu(&error)).encode());
        }
        self.report_undecodable(frame, error);
    }

    pub(super) fn report_undecodable(&mut self, frame: &Bytes, error: DecodeError) {
        tracing::warn!(%error, "the switch sent what cannot be understood");
        metrics::undecodable();
        self.tell(Incoming::Undecodable { apdu: frame.clone(), error });
    }
}
