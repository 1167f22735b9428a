//! An application without a socket: octets in, octets out, on virtual time.

use std::time::{Duration, Instant};

use bytes::Bytes;
use csta_codec::events::{
    CallAssociatedEvents, CallControlEvents, EventReport, EventReportArgument, EventSpecificInfo,
    LogicalDeviceFeatureEvents,
};
use csta_codec::rose::{Code, Invoke, OperationResult, Problem, ReturnResult, Rose};
use csta_codec::services::{MakeCall, MakeCallArgument};
use csta_codec::types::{
    ConnectionId, DeviceId, LocalConnectionState, SubjectDeviceId, UniversalFailure,
};
use csta_codec::{Apdu, Ber, Element, Operation, Owned};
use pbx_sim::Config;
use pbx_sim::csta::{Act, ApplicationId, Switch};
use pbx_sim::model::{DeviceKind, DeviceNumber, NetworkAct, UserAct};

pub(crate) struct Application {
    pub(crate) switch: Switch,
    pub(crate) now: Instant,
    invoke_id: i32,
    /// Invocations of the switch that were not looked at yet.
    pub(crate) unasked: Vec<Bytes>,
}

/// What is answered to a request.
#[derive(Debug)]
pub(crate) enum Refused {
    Error(Owned<UniversalFailure<'static>>),
    Rejected(String),
}

impl Application {
    pub(crate) fn new() -> Self {
        Self::with(|_| {})
    }

    pub(crate) fn with(change: impl FnOnce(&mut Config)) -> Self {
        let mut config = Config::default();
        change(&mut config);
        let now = Instant::now();
        let switch = Switch::new(config).unwrap();
        let mut application = Self { switch, now, invoke_id: 100, unasked: Vec::new() };
        application.switch.open(now, ApplicationId(1));
        let status = application.receive();
        assert_eq!(status.len(), 1);
        application
    }

    /// Everything that the switch sends now. With `PBX_SIM_FRAMES` set to the name of a file, all
    /// that applications and switches say to each other in these tests is appended to it, each
    /// message in a line of hexadecimal digits, for a second opinion.
    pub(crate) fn receive(&mut self) -> Vec<Bytes> {
        while self.switch.poll_notice().is_some() {}
        let sent: Vec<_> =
            std::iter::from_fn(|| self.switch.poll_transmit()).map(|(_, apdu)| apdu).collect();
        sent.iter().for_each(|apdu| write_down(apdu));
        sent
    }

    /// Sends octets, and gives what comes back.
    pub(crate) fn exchange(&mut self, octets: &[u8]) -> Vec<Bytes> {
        write_down(octets);
        self.switch.handle_apdu(self.now, ApplicationId(1), &Bytes::copy_from_slice(octets));
        self.receive()
    }

    /// Invokes an operation. What comes besides the answer is kept.
    pub(crate) fn invoke<Op: Operation>(
        &mut self,
        argument: &Op::Argument<'_>,
    ) -> Result<Owned<Op::Result<'static>>, Refused> {
        self.invoke_id += 1;
        let octets = argument.encode();
        let mut invoke = Invoke::new(self.invoke_id, Code::Local(Op::CODE));
        invoke.argument = Some(Element::decode(&octets).unwrap());
        let mut answers = self.exchange(&Apdu::from(Rose::Invoke(invoke)).encode());
        let answer = answers.remove(0); // the answer comes first
        self.unasked.extend(answers);
        match Apdu::decode(&answer).unwrap() {
            Apdu::Rose(Rose::ReturnResult(result)) => {
                assert_eq!(result.invoke_id, self.invoke_id);
                let result = result.result.unwrap();
                assert_eq!(result.operation, Code::Local(Op::CODE));
                Ok(Owned::from_element(&result.result, &answer).unwrap())
            }
            Apdu::Rose(Rose::ReturnError(error)) => {
                assert_eq!((error.invoke_id, error.error), (self.invoke_id, Code::Local(1)));
                let failure = Owned::from_element(&error.parameter.unwrap(), &answer).unwrap();
                Err(Refused::Error(failure))
            }
            Apdu::Rose(Rose::Reject(reject)) => {
                let Problem::Invoke(problem) = reject.problem else { panic!("{reject:?}") };
                Err(Refused::Rejected(problem.to_string()))
            }
            other => panic!("{other:?}"),
        }
    }

    /// Confirms an invocation of the switch.
    pub(crate) fn confirm<Op: Operation>(&mut self, frame: &Bytes, result: &Op::Result<'_>) {
        let Apdu::Rose(Rose::Invoke(invoke)) = Apdu::decode(frame).unwrap() else {
            panic!("no invocation: {frame:?}");
        };
        let octets = result.encode();
        let mut answer = ReturnResult::new(invoke.invoke_id);
        let element = Element::decode(&octets).unwrap();
        answer.result = Some(OperationResult::new(invoke.operation, element));
        let received = self.exchange(&Apdu::from(Rose::ReturnResult(answer)).encode());
        self.unasked.extend(received);
    }

    /// The error with which an operation is refused, as its debug form.
    pub(crate) fn refusal<Op: Operation>(&mut self, argument: &Op::Argument<'_>) -> String {
        match self.invoke::<Op>(argument) {
            Err(Refused::Error(failure)) => format!("{:?}", failure.get()),
            Err(Refused::Rejected(problem)) => format!("rejected: {problem}"),
            Ok(_) => "not refused".to_owned(),
        }
    }

    pub(crate) fn monitor(&mut self, number: &str) {
        use csta_codec::services::{MonitorStart, MonitorStartArgument};
        let object =
            csta_codec::types::MonitorObject::DeviceObject(DeviceId::dialing_number(number));
        self.invoke::<MonitorStart>(&MonitorStartArgument::new(object)).unwrap();
    }

    /// Calls, and gives the digits of the call.
    pub(crate) fn make_call(&mut self, from: &str, to: &str) -> Vec<u8> {
        let (from, to) = (DeviceId::dialing_number(from), DeviceId::dialing_number(to));
        let made = self.invoke::<MakeCall>(&MakeCallArgument::new(from, to)).unwrap();
        made.get().calling_device.call().unwrap().as_bytes().to_vec()
    }

    pub(crate) fn user(&mut self, number: &str, act: UserAct) {
        let station = self.switch.model().station(number).unwrap();
        self.switch.handle(self.now, Act::User(station, act));
        let received = self.receive();
        self.unasked.extend(received);
    }

    pub(crate) fn line(&self, index: u16) -> DeviceNumber {
        DeviceNumber::new(DeviceKind::Trunk, index)
    }

    pub(crate) fn network(&mut self, act: NetworkAct) {
        self.switch.handle(self.now, Act::Network(act));
        let received = self.receive();
        self.unasked.extend(received);
    }

    pub(crate) fn wait_secs(&mut self, seconds: u64) {
        self.now += Duration::from_secs(seconds);
        self.switch.handle_timeout(self.now);
        let received = self.receive();
        self.unasked.extend(received);
    }

    /// The events that have come, as `reference event connection state cause`.
    pub(crate) fn events(&mut self) -> Vec<String> {
        let mut events = Vec::new();
        for frame in std::mem::take(&mut self.unasked) {
            let Apdu::Rose(Rose::Invoke(invoke)) = Apdu::decode(&frame).unwrap() else {
                panic!("no invocation: {frame:?}");
            };
            if invoke.operation == Code::Local(EventReport::CODE) {
                let report: EventReportArgument<'_> = invoke.argument.unwrap().read().unwrap();
                events.push(text(&report));
            }
        }
        events
    }
}

fn write_down(apdu: &[u8]) {
    let Some(path) = std::env::var_os("PBX_SIM_FRAMES") else {
        return;
    };
    let line: String = apdu.iter().map(|octet| format!("{octet:02X}")).collect();
    let file = std::fs::OpenOptions::new().create(true).append(true).open(path);
    std::io::Write::write_all(&mut file.unwrap(), format!("{line}\n").as_bytes()).unwrap();
}

/// The argument of an invocation of the switch.
pub(crate) fn argument_of<Op: Operation>(frame: &Bytes) -> Op::Argument<'_> {
    match Apdu::decode(frame).unwrap() {
        Apdu::Rose(Rose::Invoke(invoke)) => {
            assert_eq!(invoke.operation, Code::Local(Op::CODE));
            invoke.argument.unwrap().read().unwrap()
        }
        other => panic!("{other:?}"),
    }
}

/// A connection of a device by number.
pub(crate) fn connection<'a>(call: &'a [u8], number: &'a str) -> ConnectionId<'a> {
    ConnectionId::new(call.into(), DeviceId::dialing_number(number))
}

fn text(report: &EventReportArgument<'_>) -> String {
    let reference = report.cross_ref_identifier.0;
    match &report.event_specific_info {
        EventSpecificInfo::CallControlEvents(event) => {
            format!("{reference} {}", call_text(event))
        }
        EventSpecificInfo::CallAssociatedEvents(CallAssociatedEvents::DigitsGeneratedEvent(e)) => {
            let connection = connection_text(&e.connection);
            format!("{reference} digits {connection} {}", e.digit_generated_list)
        }
        EventSpecificInfo::CallAssociatedEvents(CallAssociatedEvents::CallInformation(e)) => {
            let connection = connection_text(&e.connection);
            let SubjectDeviceId::DeviceIdentifier(device) = &e.device else {
                panic!("{:?}", e.device)
            };
            let data = e.user_data.unwrap().0.as_bytes().escape_ascii().to_string();
            format!("{reference} data {connection} {} {data}", device_text(device))
        }
        EventSpecificInfo::LogicalDeviceFeatureEvents(LogicalDeviceFeatureEvents::CallBack(e)) => {
            let devices = [&e.originating_device, &e.target_device].map(|device| match device {
                SubjectDeviceId::DeviceIdentifier(device) => device_text(device),
                other => panic!("{other:?}"),
            });
            format!("{reference} callBack {} {}", devices.join(">"), e.call_back_set_canceled)
        }
        EventSpecificInfo::LogicalDeviceFeatureEvents(LogicalDeviceFeatureEvents::Forwarding(
            e,
        )) => {
            let kind = e.forwarding_type.unwrap();
            let to = e.forward_to.as_ref().map(device_text).unwrap_or_default();
            format!("{reference} forwarding {kind} {} {to}", e.forward_status)
        }
        EventSpecificInfo::LogicalDeviceFeatureEvents(
            LogicalDeviceFeatureEvents::DoNotDisturb(e),
        ) => format!("{reference} doNotDisturb {}", e.do_not_disturb_on),
        EventSpecificInfo::LogicalDeviceFeatureEvents(event) => {
            format!("{reference} {}", name_of(event))
        }
        EventSpecificInfo::PhysicalDeviceFeatureEvents(event) => {
            format!("{reference} {}", name_of(event))
        }
        EventSpecificInfo::DeviceMaintenanceEvents(event) => {
            format!("{reference} {}", name_of(event))
        }
        other => panic!("{other:?}"),
    }
}

/// The name of an alternative.
fn name_of(event: &impl std::fmt::Debug) -> String {
    let text = format!("{event:?}");
    text.split('(').next().unwrap_or_default().to_owned()
}

fn call_text(event: &CallControlEvents<'_>) -> String {
    macro_rules! parts {
        ($name:literal, $event:ident, $connection:ident) => {
            ($name, $event.$connection, $event.local_connection_info, $event.cause)
        };
    }
    let (name, connection, local, cause) = match event {
        CallControlEvents::ServiceInitiated(e) => parts!("SI", e, initiated_connection),
        CallControlEvents::Originated(e) => parts!("OR", e, originated_connection),
        CallControlEvents::Delivered(e) => parts!("DL", e, connection),
        CallControlEvents::Established(e) => parts!("ES", e, established_connection),
        CallControlEvents::ConnectionCleared(e) => parts!("CC", e, dropped_connection),
        CallControlEvents::Failed(e) => parts!("FA", e, failed_connection),
        CallControlEvents::Held(e) => parts!("HE", e, held_connection),
        CallControlEvents::Retrieved(e) => parts!("RE", e, retrieved_connection),
        CallControlEvents::Diverted(e) => parts!("DV", e, connection),
        CallControlEvents::Queued(e) => parts!("QU", e, queued_connection),
        CallControlEvents::DigitsDialed(e) => parts!("DD", e, dialing_connection),
        CallControlEvents::NetworkReached(e) => parts!("NR", e, outbound_connection),
        CallControlEvents::Transferred(e) => parts!("TR", e, primary_old_call),
        CallControlEvents::Conferenced(e) => parts!("CF", e, primary_old_call),
        other => panic!("{other:?}"),
    };
    let local = local.unwrap_or(LocalConnectionState::Unrecognised(-1));
    format!("{name} {} {local} {cause}", connection_text(&connection))
}

pub(crate) fn connection_text(connection: &ConnectionId<'_>) -> String {
    let call = String::from_utf8(connection.call().unwrap().as_bytes().to_vec()).unwrap();
    format!("{call}/{}", device_text(connection.device().unwrap()))
}

pub(crate) fn device_text(device: &DeviceId<'_>) -> String {
    use csta_codec::types::DeviceIdentifier;
    match device.device_identifier {
        DeviceIdentifier::DialingNumber(digits) => digits.to_string(),
        DeviceIdentifier::DeviceNumber(number) => format!("{number:08X}"),
        other => panic!("{other:?}"),
    }
}
