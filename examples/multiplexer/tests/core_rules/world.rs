//! A switch, applications and a spool, all in the hands of a test.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;
use std::time::{Duration, Instant};

use bytes::Bytes;
use csta_codec::rose::{
    Code, Invoke, InvokeId, OperationResult, RejectedId, ReturnError, ReturnResult, Rose,
};
use csta_codec::services::{
    Escape, EscapeResult, MonitorStart, MonitorStartArgument, MonitorStartResult, SystemStatus,
    SystemStatusArg,
};
use csta_codec::types::{
    self, DeviceId, MonitorCrossRefId, MonitorObject, OperationErrors, UniversalFailure,
};
use csta_codec::{Apdu, Ber, Element, OctetString, Operation, Owned};
use kme_private::{
    DeviceNumber, DeviceStateEntry, KmePrivateData, LinkedReply, SystemData, common_arguments,
};
use multiplexer::{
    AbortReason, Access, ApplicationId, Core, DropReason, Input, Notice, Output, Settings, SpoolId,
    Status,
};

/// The extensions that the switch has, by device number and number.
pub(crate) const EXTENSIONS: [(u32, &str); 3] =
    [(0x0111_0065, "101"), (0x0111_0066, "102"), (0x0111_0067, "103")];

pub(crate) struct World {
    pub(crate) core: Core,
    pub(crate) now: Instant,
    /// What the switch has got and not looked at.
    pub(crate) switch: VecDeque<Bytes>,
    /// The same of each application.
    pub(crate) applications: BTreeMap<ApplicationId, VecDeque<Bytes>>,
    pub(crate) notices: Vec<Notice>,
    pub(crate) aborts: Vec<(ApplicationId, AbortReason)>,
    pub(crate) drops: Vec<DropReason>,
    pub(crate) spool: BTreeMap<SpoolId, Bytes>,
    /// Reports that the disk has not taken yet; it does so by itself unless it is slow.
    pub(crate) unspooled: VecDeque<(SpoolId, Bytes)>,
    pub(crate) is_disk_slow: bool,
    pub(crate) remembered: Option<bool>,
    /// How often each list of applications was given for an event.
    pub(crate) shared: Vec<(Arc<[ApplicationId]>, Bytes)>,
    connected: u32,
    asked: InvokeId,
}

/// What an application has been answered.
#[derive(Debug, PartialEq)]
pub(crate) enum Answer {
    Result(Vec<u8>),
    Failure(String),
    Reject(String),
}

impl World {
    /// Nothing is there.
    pub(crate) fn new(change: impl FnOnce(&mut Settings)) -> Self {
        let mut settings = Settings::default();
        change(&mut settings);
        let now = Instant::now();
        Self {
            core: Core::new(now, settings),
            now,
            switch: VecDeque::new(),
            applications: BTreeMap::new(),
            notices: Vec::new(),
            aborts: Vec::new(),
            drops: Vec::new(),
            spool: BTreeMap::new(),
            unspooled: VecDeque::new(),
            is_disk_slow: false,
            remembered: None,
            shared: Vec::new(),
            connected: 0,
            asked: 0,
        }
    }

    /// The switch serves.
    pub(crate) fn up() -> Self {
        Self::up_with(|_| {})
    }

    pub(crate) fn up_with(change: impl FnOnce(&mut Settings)) -> Self {
        let mut world = Self::new(change);
        world.switch_comes();
        world
    }

    pub(crate) fn input(&mut self, input: Input) {
        if matches!(input, Input::SwitchDown) {
            self.switch.clear();
        }
        self.core.handle(self.now, input);
        self.run();
    }

    fn run(&mut self) {
        while let Some(output) = self.core.poll_output() {
            match output {
                Output::ToSwitch(apdu) => self.switch.push_back(apdu),
                Output::ToApplication { application, apdu } => self.deliver(application, apdu),
                Output::ToApplications { to, apdu } => {
                    for application in to.iter() {
                        self.deliver(*application, apdu.clone());
                    }
                    self.shared.push((to, apdu));
                }
                Output::Abort { application, reason } => {
                    self.applications.remove(&application);
                    self.aborts.push((application, reason));
                }
                Output::DropSwitch { reason } => self.drops.push(reason),
                Output::Spool { id, octets } => {
                    self.unspooled.push_back((id, octets));
                    if !self.is_disk_slow {
                        self.disk_writes();
                    }
                }
                Output::ReadSpool(id) => {
                    let octets = self.spool.get(&id).cloned();
                    self.core.handle(
                        self.now,
                        match octets {
                            Some(octets) => Input::SpoolRead(id, octets),
                            None => Input::SpoolLost(id),
                        },
                    );
                }
                Output::Unspool(id) => {
                    self.spool.remove(&id);
                }
                Output::RememberTransmission(is_wanted) => self.remembered = Some(is_wanted),
                Output::Notice(notice) => {
                    assert!(!notice.to_string().is_empty());
                    self.notices.push(notice);
                }
            }
        }
    }

    fn deliver(&mut self, application: ApplicationId, apdu: Bytes) {
        // One that has gone does not mind.
        if let Some(queue) = self.applications.get_mut(&application) {
            queue.push_back(apdu);
        }
    }

    /// The disk has taken what waits.
    pub(crate) fn disk_writes(&mut self) {
        while let Some((id, octets)) = self.unspooled.pop_front() {
            self.spool.insert(id, octets);
            self.input(Input::Spooled(id));
        }
    }

    pub(crate) fn pass(&mut self, time: Duration) {
        let until = self.now + time;
        while let Some(due) = self.core.poll_timeout().filter(|due| *due <= until) {
            self.now = self.now.max(due);
            self.core.handle_timeout(self.now);
            self.run();
        }
        self.now = until;
    }

    pub(crate) fn status(&self) -> Status {
        self.core.status()
    }

    // The switch.

    /// The switch is there, says that it is well and tells its devices.
    pub(crate) fn switch_comes(&mut self) {
        self.input(Input::SwitchUp);
        self.switch_says(types::SystemStatus::Normal);
        self.tell_devices();
    }

    pub(crate) fn switch_says(&mut self, status: types::SystemStatus) {
        let invoke_id = self.switch_invokes::<SystemStatus>(&SystemStatusArg::new(status));
        assert_eq!(self.switch_answered(invoke_id), "result");
    }

    /// Answers the two requests for devices.
    pub(crate) fn tell_devices(&mut self) {
        for reference in [[1, 0, 0, 1], [1, 0, 0, 2]] {
            let (invoke_id, _) = self.switch_asked::<Escape>();
            let acknowledgement = SystemData::Acknowledgement(OctetString(&reference));
            let extensions = common_arguments(&[KmePrivateData::SystemData(acknowledgement)]);
            self.switch_result::<Escape>(invoke_id, &EscapeResult::Extensions(extensions.get()));
            let devices: Vec<_> = EXTENSIONS
                .iter()
                .filter(|_| reference == [1, 0, 0, 1])
                .map(|(device, number)| {
                    DeviceStateEntry::in_service(DeviceNumber::from(*device), (*number).into())
                })
                .collect();
            let devices = devices.as_slice().into();
            let reply = LinkedReply::of_devices(OctetString(&reference), 1, true, devices);
            self.switch_escapes(&KmePrivateData::SystemData(SystemData::LinkedReply(reply)));
        }
    }

    pub(crate) fn switch_escapes(&mut self, data: &KmePrivateData<'_>) -> InvokeId {
        let private = data.to_private();
        let argument = csta_codec::services::EscapeArgument::new(private.get());
        self.switch_invokes::<Escape>(&argument)
    }

    pub(crate) fn switch_sends(&mut self, apdu: &[u8]) {
        self.input(Input::SwitchApdu(Bytes::copy_from_slice(apdu)));
    }

    pub(crate) fn switch_invokes<Op: Operation>(
        &mut self,
        argument: &Op::Argument<'_>,
    ) -> InvokeId {
        self.asked += 1;
        let invoke_id = self.asked;
        self.switch_sends(&invoke::<Op>(invoke_id, argument));
        invoke_id
    }

    /// What the switch is asked next, which must be this.
    pub(crate) fn switch_asked<Op: Operation>(&mut self) -> (InvokeId, Owned<Op::Argument<'static>>)
    where
        Op::Argument<'static>: Ber<'static>,
    {
        let apdu = self.switch.pop_front().expect("the switch is asked nothing");
        argument_of::<Op>(&apdu)
    }

    /// How an invocation of the switch has been answered, which must be the next it gets.
    pub(crate) fn switch_answered(&mut self, invoke_id: InvokeId) -> String {
        let apdu = self.switch.pop_front().expect("the switch is answered nothing");
        let (id, answer) = answer_of(&apdu);
        assert_eq!(id, invoke_id);
        match answer {
            Answer::Result(_) => "result".to_owned(),
            Answer::Failure(failure) => failure,
            Answer::Reject(problem) => problem,
        }
    }

    pub(crate) fn switch_result<Op: Operation>(
        &mut self,
        invoke_id: InvokeId,
        result: &Op::Result<'_>,
    ) {
        self.switch_sends(&result_of::<Op>(invoke_id, result));
    }

    pub(crate) fn switch_fails(&mut self, invoke_id: InvokeId, failure: UniversalFailure<'_>) {
        self.switch_sends(&failure_of(invoke_id, failure));
    }

    /// The switch is asked to start a monitor, and does.
    pub(crate) fn switch_monitors(&mut self, reference: [u8; 4]) {
        let (invoke_id, argument) = self.switch_asked::<MonitorStart>();
        let filter = argument.get().requested_monitor_filter;
        assert_eq!(filter, Some(types::MonitorFilter::new()), "the switch is to report all events");
        self.switch_result::<MonitorStart>(invoke_id, &started(reference));
    }

    // Applications.

    /// An application is there and has been told the state of the system.
    pub(crate) fn connect(&mut self) -> ApplicationId {
        self.connect_with(Access::full())
    }

    pub(crate) fn connect_with(&mut self, access: Access) -> ApplicationId {
        self.connected += 1;
        let application = ApplicationId { slot: self.connected % 4, generation: self.connected };
        self.applications.insert(application, VecDeque::new());
        self.input(Input::Connected { application, access: Arc::new(access) });
        if self.applications.contains_key(&application) {
            let (invoke_id, _) = self.told::<SystemStatus>(application);
            assert_eq!(invoke_id, 1);
        }
        application
    }

    pub(crate) fn disconnect(&mut self, application: ApplicationId) {
        self.applications.remove(&application);
        self.input(Input::Disconnected { application });
    }

    pub(crate) fn sends(&mut self, application: ApplicationId, apdu: &[u8]) {
        self.input(Input::ApplicationApdu { application, apdu: Bytes::copy_from_slice(apdu) });
    }

    pub(crate) fn invokes<Op: Operation>(
        &mut self,
        application: ApplicationId,
        invoke_id: InvokeId,
        argument: &Op::Argument<'_>,
    ) {
        self.sends(application, &invoke::<Op>(invoke_id, argument));
    }

    pub(crate) fn next(&mut self, application: ApplicationId) -> Bytes {
        let queue = self.applications.get_mut(&application).expect("the application has gone");
        queue.pop_front().expect("the application gets nothing")
    }

    /// What an application is asked or told next, which must be this.
    pub(crate) fn told<Op: Operation>(
        &mut self,
        application: ApplicationId,
    ) -> (InvokeId, Owned<Op::Argument<'static>>)
    where
        Op::Argument<'static>: Ber<'static>,
    {
        let apdu = self.next(application);
        argument_of::<Op>(&apdu)
    }

    /// What an application is told of the system next.
    pub(crate) fn told_status(&mut self, application: ApplicationId) -> types::SystemStatus {
        self.told::<SystemStatus>(application).1.get().system_status
    }

    /// How an application is answered next.
    pub(crate) fn answered(&mut self, application: ApplicationId) -> (InvokeId, Answer) {
        let apdu = self.next(application);
        answer_of(&apdu)
    }

    /// How a request of an application is refused.
    pub(crate) fn refused(&mut self, application: ApplicationId, invoke_id: InvokeId) -> String {
        match self.answered(application) {
            (id, Answer::Failure(failure)) if id == invoke_id => failure,
            other => panic!("not refused: {other:?}"),
        }
    }

    /// The result of a request of an application.
    pub(crate) fn result<Op: Operation>(
        &mut self,
        application: ApplicationId,
        invoke_id: InvokeId,
    ) -> Owned<Op::Result<'static>>
    where
        Op::Result<'static>: Ber<'static>,
    {
        match self.answered(application) {
            (id, Answer::Result(octets)) if id == invoke_id => {
                Owned::decode(octets.into()).expect("another result")
            }
            other => panic!("no result: {other:?}"),
        }
    }

    /// Whether an application has got nothing more.
    pub(crate) fn is_quiet(&self, application: ApplicationId) -> bool {
        self.applications[&application].is_empty()
    }

    /// An application answers what it was asked.
    pub(crate) fn replies<Op: Operation>(
        &mut self,
        application: ApplicationId,
        invoke_id: InvokeId,
        result: &Op::Result<'_>,
    ) {
        self.sends(application, &result_of::<Op>(invoke_id, result));
    }

    /// An application asks for a monitor.
    pub(crate) fn wants(
        &mut self,
        application: ApplicationId,
        invoke_id: InvokeId,
        device: DeviceId<'_>,
    ) {
        self.invokes::<MonitorStart>(application, invoke_id, &monitor(device));
    }

    /// An application has got the monitor it wanted, under this reference.
    pub(crate) fn monitors(&mut self, application: ApplicationId, invoke_id: InvokeId) -> [u8; 4] {
        let started = self.result::<MonitorStart>(application, invoke_id);
        let reference = started.get().cross_ref_identifier;
        reference.0.as_bytes().try_into().expect("four octets")
    }
}

pub(crate) fn monitor(device: DeviceId<'_>) -> MonitorStartArgument<'_> {
    let mut argument = MonitorStartArgument::new(MonitorObject::DeviceObject(device));
    argument.requested_monitor_filter = Some(types::MonitorFilter::new());
    argument
}

pub(crate) fn started(reference: [u8; 4]) -> MonitorStartResult<'static> {
    let reference: &'static [u8; 4] = Box::leak(Box::new(reference));
    MonitorStartResult::new(MonitorCrossRefId(OctetString(reference)))
}

pub(crate) fn operation(error: OperationErrors) -> UniversalFailure<'static> {
    UniversalFailure::Operation(error)
}

pub(crate) fn invoke<Op: Operation>(invoke_id: InvokeId, argument: &Op::Argument<'_>) -> Vec<u8> {
    let octets = argument.encode();
    let mut invoke = Invoke::new(invoke_id, Code::Local(Op::CODE));
    invoke.argument = Some(Element::decode(&octets).unwrap());
    Apdu::Rose(Rose::Invoke(invoke)).encode()
}

pub(crate) fn result_of<Op: Operation>(invoke_id: InvokeId, result: &Op::Result<'_>) -> Vec<u8> {
    let octets = result.encode();
    let element = Element::decode(&octets).unwrap();
    let mut answer = ReturnResult::new(invoke_id);
    answer.result = Some(OperationResult::new(Code::Local(Op::CODE), element));
    Apdu::Rose(Rose::ReturnResult(answer)).encode()
}

pub(crate) fn failure_of(invoke_id: InvokeId, failure: UniversalFailure<'_>) -> Vec<u8> {
    let octets = failure.encode();
    let mut error = ReturnError::new(invoke_id, Code::Local(1));
    error.parameter = Some(Element::decode(&octets).unwrap());
    Apdu::Rose(Rose::ReturnError(error)).encode()
}

pub(crate) fn argument_of<Op: Operation>(apdu: &Bytes) -> (InvokeId, Owned<Op::Argument<'static>>)
where
    Op::Argument<'static>: Ber<'static>,
{
    let Ok(Apdu::Rose(Rose::Invoke(invoke))) = Apdu::decode(apdu) else {
        panic!("no invocation: {:?}", Apdu::decode(apdu));
    };
    assert_eq!(invoke.operation, Code::Local(Op::CODE), "another operation than {}", Op::NAME);
    let argument = Owned::from_element(&invoke.argument.unwrap(), apdu).expect("the argument");
    (invoke.invoke_id, argument)
}

pub(crate) fn answer_of(apdu: &[u8]) -> (InvokeId, Answer) {
    match Apdu::decode(apdu).expect("an APDU") {
        Apdu::Rose(Rose::ReturnResult(result)) => {
            (result.invoke_id, Answer::Result(result.result.unwrap().result.encode()))
        }
        Apdu::Rose(Rose::ReturnError(error)) => {
            let failure: UniversalFailure<'_> = error.parameter.unwrap().read().unwrap();
            (error.invoke_id, Answer::Failure(failure.to_string()))
        }
        Apdu::Rose(Rose::Reject(reject)) => {
            let id = match reject.invoke_id {
                RejectedId::Present(id) => id,
                _ => 0,
            };
            (id, Answer::Reject(format!("{:?}", reject.problem)))
        }
        other => panic!("no answer: {other:?}"),
    }
}
