//! What holds whatever happens, in whatever order: each request is answered once, nobody gets what
//! is another's, and nothing is left when all have gone.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::{Duration, Instant};

use bytes::Bytes;
use csta_codec::events::EventReport;
use csta_codec::rose::{InvokeProblem, Reject, RejectedId, Rose};
use csta_codec::services::{
    CdrReport, CdrReportArgument, CdrReportResult, ChangeMonitorFilter,
    ChangeMonitorFilterArgument, Escape, EscapeArgument, EscapeResult, GetMonitorArgument,
    GetMonitors, MakeCall, MakeCallArgument, MonitorStart, MonitorStartResult, MonitorStop,
    RouteRegister, RouteRegisterArgument, RouteRegisterCancel, RouteRegisterCancelArgument,
    RouteRegisterResult, RouteRequest, RouteRequestArgument, RouteSelectRequest,
    RouteSelectRequestArgument, SnapshotDevice, SnapshotDeviceArgument, SnapshotDeviceData,
    SnapshotDeviceDataArgument, SnapshotDeviceResult, StartCdrTransmission,
    StartCdrTransmissionArgument, StartCdrTransmissionResult, StopCdrTransmission,
    StopCdrTransmissionArgument, SystemStatus, SystemStatusArg,
};
use csta_codec::types::{
    self, CallControlEventSet, CalledDeviceId, CallingDeviceId, CdrInformationItem,
    CdrTransferMode, DeviceId, MonitorCrossRefId, MonitorFilter, OperationErrors,
    RouteingCrossRefId, SnapshotDeviceData as Calls,
};
use csta_codec::{
    Apdu, Ber, Element, GeneralizedTime, OctetString, Operation, OperationInfo, SequenceOf,
};
use kme_private::{KmePrivateData, LinkedReply, SystemData, common_arguments};
use multiplexer::{Access, ApplicationId, Core, Input, Output, Settings, SpoolId, WhenSwitchLost};
use proptest::prelude::*;

use crate::monitors::stop;
use crate::world::{failure_of, invoke, monitor, operation, result_of};

#[derive(Default)]
struct Application {
    /// What it has asked and not been answered, by invoke id.
    asked: BTreeMap<i32, usize>,
    references: BTreeSet<Vec<u8>>,
    /// The monitors that it stops, by invoke id.
    stops: BTreeMap<i32, Vec<u8>>,
    /// What it was asked: id, operation and record.
    invocations: Vec<(i32, i32, Option<u64>)>,
}

struct Chaos {
    core: Core,
    now: Instant,
    applications: BTreeMap<ApplicationId, Application>,
    generation: u32,
    /// Each stop of a monitor has an id of its own.
    next_stop: i32,
    /// What the switch was asked in this association.
    at_switch: BTreeMap<i32, i32>,
    used: BTreeSet<i32>,
    switch_invoke: i32,
    /// Reports that the switch has sent, and those that were confirmed to it.
    reports: BTreeMap<i32, u64>,
    confirmed: BTreeSet<u64>,
    delivered: BTreeSet<u64>,
    spool: BTreeMap<SpoolId, Bytes>,
    unspooled: Vec<(SpoolId, Bytes)>,
}

#[derive(Clone, Copy, Debug)]
struct Step {
    kind: u8,
    one: usize,
    two: usize,
}

fn reference(number: usize) -> [u8; 4] {
    [0, 0, 0, number as u8 % 6]
}

/// One that suppresses some events or none.
fn filter(number: usize) -> MonitorFilter {
    let sets = [CallControlEventSet::EMPTY, CallControlEventSet::HELD, CallControlEventSet::QUEUED];
    let call_control = sets[number % 3] | sets[number / 3 % 3];
    MonitorFilter { call_control, ..MonitorFilter::new() }
}

fn record_in(argument: &CdrReportArgument<'_>) -> u64 {
    let item = argument.cdr_info.iter().next().unwrap();
    let Some(CallingDeviceId::DeviceIdentifier(device)) = item.calling_device else { panic!() };
    let types::DeviceIdentifier::DialingNumber(number) = device.device_identifier else { panic!() };
    number.as_str().unwrap().parse().unwrap()
}

impl Chaos {
    fn new(abort: bool, filtered: bool) -> Self {
        let now = Instant::now();
        let mut settings =
            Settings { requests_in_flight: 3, request_queue: 8, ..Settings::default() };
        settings.monitors.restored_at_once = 2;
        settings.monitors.filtered_by_switch = filtered;
        settings.application_limit = 5;
        settings.call_records.spool_octets = 1000;
        if abort {
            settings.when_switch_lost = WhenSwitchLost::Abort;
        }
        Self {
            core: Core::new(now, settings),
            now,
            applications: BTreeMap::new(),
            generation: 0,
            next_stop: 1000,
            at_switch: BTreeMap::new(),
            used: BTreeSet::new(),
            switch_invoke: 0,
            reports: BTreeMap::new(),
            confirmed: BTreeSet::new(),
            delivered: BTreeSet::new(),
            spool: BTreeMap::new(),
            unspooled: Vec::new(),
        }
    }

    fn input(&mut self, input: Input) {
        self.core.handle(self.now, input);
        self.run();
    }

    fn run(&mut self) {
        while let Some(output) = self.core.poll_output() {
            match output {
                Output::ToSwitch(apdu) => self.switch_gets(&apdu),
                Output::ToApplication { application, apdu } => self.gets(application, &apdu),
                Output::ToApplications { to, apdu } => {
                    to.iter().for_each(|application| self.gets(*application, &apdu));
                }
                Output::Abort { application, .. } => {
                    self.applications.remove(&application);
                }
                Output::Spool { id, octets } => self.unspooled.push((id, octets)),
                Output::ReadSpool(id) => {
                    let octets = self.spool.get(&id).expect("a report in the spool").clone();
                    self.core.handle(self.now, Input::SpoolRead(id, octets));
                }
                Output::Unspool(id) => {
                    self.spool.remove(&id);
                }
                Output::DropSwitch { .. } => {
                    self.core.handle(self.now, Input::SwitchDown);
                    self.at_switch.clear();
                }
                Output::RememberTransmission(_) => {}
                Output::Notice(notice) => assert!(!notice.to_string().is_empty()),
            }
        }
    }

    fn switch_gets(&mut self, apdu: &Bytes) {
        match Apdu::decode(apdu).unwrap() {
            Apdu::Rose(Rose::Invoke(invoke)) => {
                assert!((1..=32_767).contains(&invoke.invoke_id));
                assert!(self.used.insert(invoke.invoke_id), "an id is used twice");
                let code = invoke.operation.local().unwrap();
                if OperationInfo::by_code(code).unwrap().is_confirmed() {
                    self.at_switch.insert(invoke.invoke_id, code);
                }
            }
            Apdu::Rose(Rose::ReturnResult(result)) => {
                if let Some(record) = self.reports.remove(&result.invoke_id) {
                    self.confirmed.insert(record);
                }
            }
            _ => {}
        }
    }

    fn gets(&mut self, to: ApplicationId, apdu: &Bytes) {
        let own = self.applications.get_mut(&to).expect("an application that is there");
        let mut answered = |id: i32| {
            let left = own.asked.get_mut(&id).expect("an answer to a request");
            *left -= 1;
            if *left == 0 {
                own.asked.remove(&id);
            }
        };
        match Apdu::decode(apdu).unwrap() {
            Apdu::Rose(Rose::Invoke(invoke)) => {
                let argument = invoke.argument.unwrap();
                let code = invoke.operation.local().unwrap();
                let named = |argument: &Element<'_>| {
                    Element::decode(&argument.content()[..6]).unwrap().content().to_vec()
                };
                match code {
                    EventReport::CODE => {
                        assert!(own.references.contains(&named(&argument)), "another's event");
                        return;
                    }
                    MonitorStop::CODE => {
                        assert!(own.references.remove(&named(&argument)), "another's monitor");
                    }
                    _ => {}
                }
                let record =
                    (code == CdrReport::CODE).then(|| record_in(&argument.read().unwrap()));
                own.invocations.push((invoke.invoke_id, code, record));
            }
            Apdu::Rose(Rose::ReturnResult(result)) => {
                answered(result.invoke_id);
                let stopped = own.stops.remove(&result.invoke_id);
                let result = result.result.unwrap();
                if result.operation.local() == Some(MonitorStart::CODE)
                    && let Ok(started) = result.result.read::<MonitorStartResult<'_>>()
                {
                    let reference = started.cross_ref_identifier.0.as_bytes().to_vec();
                    assert!(own.references.insert(reference), "a reference given twice");
                }
                if let Some(reference) = stopped {
                    own.references.remove(&reference);
                }
            }
            Apdu::Rose(Rose::ReturnError(error)) => answered(error.invoke_id),
            Apdu::Rose(Rose::Reject(reject)) => {
                if let RejectedId::Present(id) = reject.invoke_id {
                    answered(id);
                }
            }
            other => panic!("{other:?}"),
        }
    }

    fn pass(&mut self, time: Duration) {
        let until = self.now + time;
        while let Some(due) = self.core.poll_timeout().filter(|due| *due <= until) {
            assert!(due >= self.now || self.core.poll_timeout().is_some());
            self.now = self.now.max(due);
            self.core.handle_timeout(self.now);
            self.run();
            let next = self.core.poll_timeout();
            assert!(next.is_none_or(|next| next > self.now), "what is due is done");
        }
        self.now = until;
    }

    fn switch_sends(&mut self, apdu: Vec<u8>) {
        self.input(Input::SwitchApdu(apdu.into()));
    }

    fn switch_invokes<Op: Operation>(&mut self, argument: &Op::Argument<'_>) -> i32 {
        self.switch_invoke += 1;
        let id = self.switch_invoke;
        self.switch_sends(invoke::<Op>(id, argument));
        id
    }

    /// The switch answers something that it was asked, well or not.
    fn answer(&mut self, one: usize, two: usize) {
        let ids: Vec<_> = self.at_switch.iter().map(|(id, code)| (*id, *code)).collect();
        let Some(&(id, code)) = ids.get(one % ids.len().max(1)) else {
            return;
        };
        if !two.is_multiple_of(17) {
            self.at_switch.remove(&id); // or it answers once more
        }
        match two % 12 {
            0 => self.switch_sends(failure_of(id, operation(OperationErrors::InvalidDeviceId))),
            1 => self.switch_sends(failure_of(id, operation(OperationErrors::Generic))),
            2 => {
                let reject = Reject::of_invoke(id, InvokeProblem::MistypedArgument);
                self.switch_sends(Apdu::Rose(Rose::Reject(reject)).encode());
            }
            _ => self.answer_well(id, code, two),
        }
    }

    fn answer_well(&mut self, id: i32, code: i32, two: usize) {
        let own = reference(two / 12);
        let octets = OctetString(&own);
        let apdu = match code {
            MonitorStart::CODE => {
                result_of::<MonitorStart>(id, &MonitorStartResult::new(MonitorCrossRefId(octets)))
            }
            SnapshotDevice::CODE => {
                let data = csta_codec::services::DeviceSnapshot::ServiceCrossRefId(octets);
                result_of::<SnapshotDevice>(id, &SnapshotDeviceResult::new(data))
            }
            Escape::CODE => {
                let acknowledgement = SystemData::Acknowledgement(octets);
                let data = common_arguments(&[KmePrivateData::SystemData(acknowledgement)]);
                result_of::<Escape>(id, &EscapeResult::Extensions(data.get()))
            }
            RouteRegister::CODE => {
                result_of::<RouteRegister>(id, &RouteRegisterResult::new(octets))
            }
            StartCdrTransmission::CODE => {
                result_of::<StartCdrTransmission>(id, &StartCdrTransmissionResult::new(octets))
            }
            // Nothing, which for some is no result.
            _ => {
                let code = code.to_be_bytes();
                vec![
                    0xA2,
                    0x0C,
                    0x02,
                    0x02,
                    (id >> 8) as u8,
                    id as u8,
                    0x30,
                    0x06,
                    0x02,
                    0x02,
                    code[2],
                    code[3],
                    0x05,
                    0x00,
                ]
            }
        };
        self.switch_sends(apdu);
    }

    fn switch_says(&mut self, one: usize, two: usize) {
        let own = reference(one);
        let octets = OctetString(&own);
        match two % 9 {
            0..=2 => {
                let mut event = vec![0xA1, 0x12, 0x02, 1, 1, 0x02, 1, 21, 0x30, 0x0A, 0x55, 4];
                event.extend(own);
                event.extend([0xA0, 2, 0xA0 | ((two / 9) as u8 % 20), 0]);
                self.switch_sends(event);
            }
            3 => {
                self.switch_invokes::<MonitorStop>(&stop(&own));
            }
            4 => {
                let calls = Calls(SequenceOf::from(&[][..]));
                let segment = SnapshotDeviceDataArgument::new(octets, two.is_multiple_of(2), calls);
                self.switch_invokes::<SnapshotDeviceData>(&segment);
            }
            5 => {
                let devices = SequenceOf::from(&[][..]);
                let reply = LinkedReply::of_devices(octets, 1, two.is_multiple_of(2), devices);
                let data = KmePrivateData::SystemData(SystemData::LinkedReply(reply));
                self.switch_invokes::<Escape>(&EscapeArgument::new(data.to_private().get()));
            }
            6 => {
                let status = types::SystemStatus::Normal;
                self.switch_invokes::<SystemStatus>(&SystemStatusArg::new(status));
            }
            7 => {
                let called = CalledDeviceId::NotKnown;
                let dialogue = RouteingCrossRefId(octets);
                let mut request = RouteRequestArgument::new(dialogue, called);
                request.route_register_req_id = two.is_multiple_of(2).then_some(octets);
                self.switch_invokes::<RouteRequest>(&request);
            }
            _ => self.report(one),
        }
    }

    fn report(&mut self, record: usize) {
        let number = (record % 8).to_string();
        let mut item = CdrInformationItem::new(GeneralizedTime(b"20231019131902"));
        let caller = DeviceId::dialing_number(&number);
        item.calling_device = Some(CallingDeviceId::DeviceIdentifier(caller));
        let items = [item];
        let records = SequenceOf::from(items.as_slice());
        let argument = CdrReportArgument::new(OctetString(&[]), 1, records);
        self.reports.insert(self.switch_invoke + 1, (record % 8) as u64);
        self.switch_invokes::<CdrReport>(&argument);
    }

    fn asks(&mut self, one: usize, two: usize) {
        let ids: Vec<_> = self.applications.keys().copied().collect();
        let Some(&application) = ids.get(one % ids.len().max(1)) else {
            return;
        };
        let own = &self.applications[&application];
        let mut id = (two / 16) as i32 % 5;
        let mut stopped = None;
        let octets = reference(one / 5);
        let known: Vec<_> = own.references.iter().cloned().collect();
        let known =
            known.get(one / 5 % known.len().max(1)).cloned().unwrap_or_else(|| octets.to_vec());
        let mine = MonitorCrossRefId(OctetString(&known));
        let numbers = ["101", "102", "103"];
        let device = DeviceId::dialing_number(numbers[one / 5 % 3]);
        let (code, apdu) = match two % 16 {
            0 | 1 => {
                let mut argument = monitor(device);
                argument.requested_monitor_filter = Some(filter(two / 16));
                (MonitorStart::CODE, invoke::<MonitorStart>(id, &argument))
            }
            2 => {
                let number = 0x0111_0065 + (one / 5) as i64 % 3;
                let device = DeviceId::device_number(number);
                (MonitorStart::CODE, invoke::<MonitorStart>(id, &monitor(device)))
            }
            3 | 4 => {
                id = self.next_stop;
                self.next_stop += 1;
                stopped = Some(known.clone());
                (MonitorStop::CODE, invoke::<MonitorStop>(id, &stop(&known)))
            }
            5 => {
                let change = ChangeMonitorFilterArgument::new(mine, filter(two / 16));
                (ChangeMonitorFilter::CODE, invoke::<ChangeMonitorFilter>(id, &change))
            }
            6 => (GetMonitors::CODE, invoke::<GetMonitors>(id, &GetMonitorArgument::new())),
            7 => {
                let argument = SnapshotDeviceArgument::new(device);
                (SnapshotDevice::CODE, invoke::<SnapshotDevice>(id, &argument))
            }
            8 => {
                let data = if one.is_multiple_of(2) {
                    KmePrivateData::HotelControl(Element::null())
                } else {
                    KmePrivateData::SystemData(SystemData::device_list_request(
                        kme_private::DeviceCategory::Station,
                    ))
                };
                let private = data.to_private();
                (Escape::CODE, invoke::<Escape>(id, &EscapeArgument::new(private.get())))
            }
            9 => (RouteRegister::CODE, invoke::<RouteRegister>(id, &RouteRegisterArgument::new())),
            10 => {
                let argument = RouteRegisterCancelArgument::new(OctetString(&octets));
                (RouteRegisterCancel::CODE, invoke::<RouteRegisterCancel>(id, &argument))
            }
            11 => {
                let dialogue = RouteingCrossRefId(OctetString(&octets));
                let argument = RouteSelectRequestArgument::new(dialogue, device);
                (RouteSelectRequest::CODE, invoke::<RouteSelectRequest>(id, &argument))
            }
            12 => {
                let mode = CdrTransferMode::TransferAtEndOfCall;
                let argument = StartCdrTransmissionArgument::new(mode);
                (StartCdrTransmission::CODE, invoke::<StartCdrTransmission>(id, &argument))
            }
            13 => {
                let argument = StopCdrTransmissionArgument::new(OctetString(&[0, 0, 0, 1]));
                (StopCdrTransmission::CODE, invoke::<StopCdrTransmission>(id, &argument))
            }
            14 => (0x1F, vec![0xA1, 3, 0x02, 1]), // nothing at all
            _ => {
                let argument = MakeCallArgument::new(device, device);
                (MakeCall::CODE, invoke::<MakeCall>(id, &argument))
            }
        };
        let is_confirmed = OperationInfo::by_code(code).is_some_and(|own| own.is_confirmed());
        if is_confirmed && let Some(own) = self.applications.get_mut(&application) {
            *own.asked.entry(id).or_default() += 1;
            if let Some(reference) = stopped {
                own.stops.insert(id, reference);
            }
        }
        self.input(Input::ApplicationApdu { application, apdu: apdu.into() });
    }

    fn replies(&mut self, one: usize, two: usize) {
        let ids: Vec<_> = self.applications.keys().copied().collect();
        let Some(&application) = ids.get(one % ids.len().max(1)) else {
            return;
        };
        let Some(own) = self.applications.get_mut(&application) else {
            return;
        };
        if own.invocations.is_empty() {
            return;
        }
        let (id, code, record) = own.invocations.remove(two % own.invocations.len());
        let apdu = if two.is_multiple_of(5) {
            failure_of(id, operation(OperationErrors::Generic))
        } else if code == CdrReport::CODE {
            self.delivered.extend(record);
            result_of::<CdrReport>(id, &CdrReportResult::NoData)
        } else {
            result_of::<Escape>(id, &EscapeResult::NoData)
        };
        self.input(Input::ApplicationApdu { application, apdu: apdu.into() });
    }

    fn connect(&mut self, one: usize) {
        self.generation += 1;
        let application = ApplicationId { slot: one as u32 % 8, generation: self.generation };
        self.applications.insert(application, Application::default());
        self.input(Input::Connected { application, access: Arc::new(Access::full()) });
    }

    fn step(&mut self, Step { kind, one, two }: Step) {
        match kind {
            0..=9 => self.asks(one, two),
            10..=19 => self.answer(one, two),
            20..=25 => self.switch_says(one, two),
            26 | 27 => self.connect(one),
            28 => {
                let ids: Vec<_> = self.applications.keys().copied().collect();
                if let Some(&application) = ids.get(one % ids.len().max(1)) {
                    self.applications.remove(&application);
                    self.input(Input::Disconnected { application });
                }
            }
            29 => self.replies(one, two),
            30 => self.pass(Duration::from_millis(two as u64 * 40)),
            31 if two.is_multiple_of(3) => {
                self.at_switch.clear();
                self.used.clear();
                self.reports.clear();
                self.input(Input::SwitchDown);
            }
            31 => {
                self.at_switch.clear();
                self.used.clear();
                self.reports.clear();
                self.input(Input::SwitchUp);
            }
            32 => self.disk(two),
            _ => {
                let garbage: Vec<u8> =
                    (0..two % 30).map(|at| (one * 31 + at * two) as u8).collect();
                self.switch_sends(garbage);
            }
        }
    }

    fn disk(&mut self, two: usize) {
        if self.unspooled.is_empty() {
            return;
        }
        let (id, octets) = self.unspooled.remove(two % self.unspooled.len());
        if two.is_multiple_of(4) {
            self.input(Input::SpoolFailed(id));
        } else {
            self.spool.insert(id, octets);
            self.input(Input::Spooled(id));
        }
    }

    /// The switch and the disk do what they are asked, for a while.
    fn calm(&mut self) {
        for _ in 0..50 {
            for _ in 0..200 {
                let Some((&id, &code)) = self.at_switch.first_key_value() else {
                    break;
                };
                self.at_switch.remove(&id);
                self.answer_well(id, code, 12 * id as usize);
            }
            while let Some((id, octets)) = self.unspooled.pop() {
                self.spool.insert(id, octets);
                self.input(Input::Spooled(id));
            }
            self.switch_says(0, 6); // it lives
            self.pass(Duration::from_secs(5));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn each_request_is_answered_once_and_nothing_is_left(
        abort in any::<bool>(),
        filtered in any::<bool>(),
        steps in prop::collection::vec(
            (0_u8..34, 0_usize..1000, 0_usize..1000).prop_map(|(kind, one, two)| Step { kind, one, two }),
            1..250,
        ),
    ) {
        let mut chaos = Chaos::new(abort, filtered);
        chaos.input(Input::SwitchUp);
        for step in steps {
            chaos.step(step);
        }
        chaos.calm();
        for (name, application) in &chaos.applications {
            prop_assert!(application.asked.is_empty(), "{name} waits for {:?}", application.asked);
        }
        while let Some((application, _)) = chaos.applications.pop_first() {
            chaos.input(Input::Disconnected { application });
        }
        chaos.calm();
        let status = chaos.core.status();
        prop_assert!(status.applications.is_empty());
        prop_assert!(status.monitors.is_empty(), "{:?}", status.monitors);
        prop_assert_eq!((status.requests.queued, status.requests.in_flight, status.requests.late), (0, 0, 0));
        prop_assert_eq!((status.registrations, status.linked_replies, status.held), (0, 0, 0));
        prop_assert!(status.hotel.is_empty());
        prop_assert_eq!(status.call_records.holder, None);
        let mut kept = chaos.delivered.clone();
        for octets in chaos.spool.values() {
            kept.insert(record_in(&CdrReportArgument::decode(octets).unwrap()));
        }
        prop_assert!(chaos.confirmed.is_subset(&kept), "{:?} lost", chaos.confirmed.difference(&kept));
    }
}
