//! Each application sees through the multiplexer what it would see alone with the switch.
//!
//! Two simulated switches get the same calls and the same requests. To one the applications are
//! connected directly, which it can do though no Panasonic switch does; to the other by the
//! multiplexer.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use bytes::Bytes;
use csta_codec::events::EventReport;
use csta_codec::rose::Rose;
use csta_codec::services::{
    AnswerCall, AnswerCallArgument, ChangeMonitorFilter, ChangeMonitorFilterArgument,
    ClearConnection, ClearConnectionArgument, DeviceSnapshot, GetDoNotDisturb,
    GetDoNotDisturbArgument, HoldCall, HoldCallArgument, MakeCall, MakeCallArgument, MonitorStart,
    MonitorStartResult, MonitorStop, RetrieveCall, RetrieveCallArgument, SetDoNotDisturb,
    SetDoNotDisturbArgument, SnapshotDevice, SnapshotDeviceArgument, SnapshotDeviceData,
    SnapshotDeviceDataArgument, SnapshotDeviceResult, SystemStatus,
};
use csta_codec::types::{
    CallControlEventSet, ConnectionId, DeviceId, LogicalDeviceFeatureEventSet, MonitorCrossRefId,
    MonitorFilter,
};
use csta_codec::{Apdu, Ber, OctetString, Operation};
use multiplexer::{Access, ApplicationId, Core, Input, Output, Settings};
use pbx_sim::csta::{Act, ApplicationId as Session, Switch};
use pbx_sim::model::{Caller, DeviceKind, DeviceNumber, NetworkAct, UserAct};
use pbx_sim::{Config, Extension};
use proptest::prelude::*;

use crate::monitors::stop;
use crate::world::{invoke, monitor};

const APPLICATIONS: usize = 3;
const NUMBERS: [&str; 4] = ["101", "102", "103", "104"];

fn config(linked: bool) -> Config {
    let extensions =
        NUMBERS.map(|number| Extension { call_waiting: true, ..Extension::new(number, "") });
    let mut config = Config::with_extensions(extensions);
    config.trunks.truncate(2);
    config.link.linked_snapshots = linked;
    config.link.status_interval = Duration::from_secs(60);
    config
}

fn device(index: usize) -> DeviceId<'static> {
    if index % 8 < 4 {
        DeviceId::dialing_number(NUMBERS[index % 4])
    } else {
        DeviceId::device_number(0x0111_0001 + (index % 4) as i64)
    }
}

/// The extension that a device is.
fn extension(index: usize) -> usize {
    index % 4
}

/// One application as it sees things: what is its own is told by what it came from.
#[derive(Default)]
struct View {
    seen: Vec<String>,
    /// Its monitors by extension, as it knows them, and how they are called in what it has seen.
    references: BTreeMap<usize, Bytes>,
    names: BTreeMap<Bytes, String>,
    /// For which extension it has asked for a monitor, by invoke id.
    asked: BTreeMap<i32, usize>,
    dialogues: Vec<Vec<u8>>,
}

impl View {
    fn dialogue(&mut self, reference: &[u8]) -> usize {
        // A switch gives it again when it is over.
        if let Some(at) = self.dialogues.iter().rposition(|own| own == reference) {
            return at;
        }
        self.dialogues.push(reference.to_vec());
        self.dialogues.len() - 1
    }

    fn take(&mut self, apdu: &Bytes) {
        let seen = match Apdu::decode(apdu).unwrap() {
            Apdu::Rose(Rose::Invoke(invoke)) => {
                let argument = invoke.argument.unwrap();
                match invoke.operation.local().unwrap() {
                    SystemStatus::CODE => return, // its times are the multiplexer's own
                    EventReport::CODE => {
                        let content = argument.content();
                        let length = 2 + usize::from(content[1]);
                        let name = self.names.get(&content[2..length]).expect("its own");
                        format!("event of {name}: {:02X?}", &content[length..])
                    }
                    SnapshotDeviceData::CODE => {
                        let mut data: SnapshotDeviceDataArgument<'_> = argument.read().unwrap();
                        let dialogue = self.dialogue(data.service_cross_ref_id.as_bytes());
                        data.service_cross_ref_id = OctetString(&[]);
                        format!("segment of {dialogue}: {data:?}")
                    }
                    other => format!("invoke {other}: {argument:?}"),
                }
            }
            Apdu::Rose(Rose::ReturnResult(result)) => {
                let id = result.invoke_id;
                let own = result.result.unwrap();
                match own.operation.local().unwrap() {
                    MonitorStart::CODE => {
                        let mut started: MonitorStartResult<'_> = own.result.read().unwrap();
                        let reference = started.cross_ref_identifier.0.as_bytes();
                        let reference = Bytes::copy_from_slice(reference);
                        let at = self.asked[&id];
                        self.references.insert(at, reference.clone());
                        self.names.insert(reference, format!("extension {at}"));
                        started.cross_ref_identifier = MonitorCrossRefId(OctetString(&[]));
                        // Whether there are calls is known of the first who asks alone.
                        started.monitor_existing_calls = None;
                        format!("{id}: started {started:?}")
                    }
                    SnapshotDevice::CODE => {
                        let told: SnapshotDeviceResult<'_> = own.result.read().unwrap();
                        match told.cross_ref_id_or_snapshot_data {
                            DeviceSnapshot::ServiceCrossRefId(reference) => {
                                self.dialogues.push(reference.as_bytes().to_vec());
                                format!("{id}: dialogue {}", self.dialogues.len() - 1)
                            }
                            calls => format!("{id}: {calls:?}"),
                        }
                    }
                    other => format!("{id}: result of {other}: {:?}", own.result),
                }
            }
            Apdu::Rose(Rose::ReturnError(error)) => {
                format!("{}: error {:?}", error.invoke_id, error.parameter)
            }
            other => format!("{other:?}"),
        };
        self.seen.push(seen);
    }
}

/// The applications, and what they are connected to.
struct Side {
    switch: Switch,
    core: Option<Core>,
    views: Vec<View>,
}

fn name(application: usize) -> ApplicationId {
    ApplicationId { slot: application as u32, generation: 1 }
}

impl Side {
    /// With settings by a multiplexer, and directly without.
    fn new(now: Instant, linked: bool, settings: Option<Settings>) -> Self {
        let mut switch = Switch::new(config(linked)).unwrap();
        let mut core = settings.map(|settings| Core::new(now, settings));
        if let Some(core) = &mut core {
            core.handle(now, Input::SwitchUp);
            switch.open(now, Session(0));
        }
        let views = (0..APPLICATIONS).map(|_| View::default()).collect();
        let mut side = Self { switch, core, views };
        side.settle(now);
        for application in 0..APPLICATIONS {
            match &mut side.core {
                Some(core) => {
                    let access = Arc::new(Access::full());
                    core.handle(now, Input::Connected { application: name(application), access });
                }
                None => side.switch.open(now, Session(application as u64)),
            }
        }
        side.settle(now);
        side
    }

    /// Everything that is said is heard.
    fn settle(&mut self, now: Instant) {
        loop {
            let mut is_quiet = true;
            while self.switch.poll_notice().is_some() {}
            while let Some((to, apdu)) = self.switch.poll_transmit() {
                is_quiet = false;
                match &mut self.core {
                    Some(core) => core.handle(now, Input::SwitchApdu(apdu)),
                    None => self.views[to.0 as usize].take(&apdu),
                }
            }
            while let Some(output) = self.core.as_mut().and_then(Core::poll_output) {
                is_quiet = false;
                match output {
                    Output::ToSwitch(apdu) => self.switch.handle_apdu(now, Session(0), &apdu),
                    Output::ToApplication { application, apdu } => {
                        self.views[application.slot as usize].take(&apdu);
                    }
                    Output::ToApplications { to, apdu } => {
                        to.iter().for_each(|own| self.views[own.slot as usize].take(&apdu));
                    }
                    _ => {}
                }
            }
            if is_quiet {
                return;
            }
        }
    }

    fn pass(&mut self, from: Instant, until: Instant) {
        let mut now = from;
        loop {
            let core = self.core.as_ref().and_then(Core::poll_timeout);
            let due = self.switch.poll_timeout().into_iter().chain(core).min();
            let Some(due) = due.filter(|due| *due <= until) else {
                return;
            };
            now = now.max(due);
            self.switch.handle_timeout(now);
            if let Some(core) = &mut self.core {
                core.handle_timeout(now);
            }
            self.settle(now);
        }
    }

    fn act(&mut self, now: Instant, act: Act) {
        self.switch.handle(now, act);
        self.settle(now);
    }

    fn ask(&mut self, now: Instant, application: usize, apdu: Vec<u8>) {
        let apdu = Bytes::from(apdu);
        match &mut self.core {
            Some(core) => {
                let application = name(application);
                core.handle(now, Input::ApplicationApdu { application, apdu });
            }
            None => self.switch.handle_apdu(now, Session(application as u64), &apdu),
        }
        self.settle(now);
    }

    /// What an application asks, in the words that it has for its own monitors.
    fn asks(&mut self, now: Instant, application: usize, id: i32, ask: &Ask) {
        let view = &mut self.views[application];
        let apdu = match *ask {
            Ask::Start(index, filter) => {
                // One at a time: the switch allows no second one, the multiplexer does.
                if view.references.contains_key(&extension(index)) {
                    return;
                }
                view.asked.insert(id, extension(index));
                let mut argument = monitor(device(index));
                argument.requested_monitor_filter = filter.then(quiet);
                invoke::<MonitorStart>(id, &argument)
            }
            Ask::Stop(index) => {
                let Some(reference) = view.references.remove(&extension(index)) else {
                    return;
                };
                invoke::<MonitorStop>(id, &stop(&reference))
            }
            Ask::Filter(index, is_quiet) => {
                let nobodys = Bytes::from_static(b"none");
                let reference = view.references.get(&extension(index)).unwrap_or(&nobodys);
                let reference = MonitorCrossRefId(OctetString(reference));
                let filter = if is_quiet { quiet() } else { MonitorFilter::new() };
                let argument = ChangeMonitorFilterArgument::new(reference, filter);
                invoke::<ChangeMonitorFilter>(id, &argument)
            }
            Ask::Snapshot(index) => {
                invoke::<SnapshotDevice>(id, &SnapshotDeviceArgument::new(device(index)))
            }
            Ask::Call(from, to) => {
                let to = DeviceId::dialing_number(NUMBERS[to % 4]);
                invoke::<MakeCall>(id, &MakeCallArgument::new(device(from), to))
            }
            Ask::OfConnection(what, at) => {
                let connection = self.connection(at);
                let digits = connection.0;
                let own = ConnectionId::new(OctetString(&digits), device(connection.1));
                match what % 4 {
                    0 => invoke::<AnswerCall>(id, &AnswerCallArgument::new(own)),
                    1 => invoke::<ClearConnection>(id, &ClearConnectionArgument::new(own)),
                    2 => invoke::<HoldCall>(id, &HoldCallArgument::new(own)),
                    _ => invoke::<RetrieveCall>(id, &RetrieveCallArgument::new(own)),
                }
            }
            Ask::Quiet(index, on) => {
                invoke::<SetDoNotDisturb>(id, &SetDoNotDisturbArgument::new(device(index), on))
            }
            Ask::IsQuiet(index) => {
                invoke::<GetDoNotDisturb>(id, &GetDoNotDisturbArgument::new(device(index)))
            }
            Ask::Nonsense(operation) => {
                vec![0xA1, 0x0A, 0x02, 1, id as u8 & 0x7F, 0x02, 1, operation & 0x7F, 0x30, 2, 5, 0]
            }
        };
        self.ask(now, application, apdu);
    }

    /// A connection of an extension, or one that is none.
    fn connection(&self, at: usize) -> ([u8; 4], usize) {
        let calls = self.switch.model().calls();
        let connections: Vec<_> = calls
            .flat_map(|(id, call)| call.connections().iter().map(move |own| (id, own.device())))
            .filter(|(_, device)| device.kind() == DeviceKind::Extension)
            .collect();
        match connections.get(at % connections.len().max(1)) {
            Some((call, device)) => {
                let digits = call.to_string();
                let digits = digits.as_bytes().try_into().unwrap_or(*b"0001");
                (digits, usize::from(device.index()) - 1)
            }
            None => (*b"0001", at),
        }
    }
}

fn quiet() -> MonitorFilter {
    MonitorFilter {
        call_control: CallControlEventSet::DELIVERED | CallControlEventSet::HELD,
        logical_device_feature: LogicalDeviceFeatureEventSet::DO_NOT_DISTURB,
        ..MonitorFilter::new()
    }
}

#[derive(Clone, Debug)]
enum Ask {
    Start(usize, bool),
    Stop(usize),
    Filter(usize, bool),
    Snapshot(usize),
    Call(usize, usize),
    OfConnection(u8, usize),
    Quiet(usize, bool),
    IsQuiet(usize),
    Nonsense(u8),
}

#[derive(Clone, Debug)]
enum Step {
    Ask(usize, Ask),
    User(usize, UserAct),
    Outside(usize),
    Pass(u64),
}

fn step() -> impl Strategy<Value = Step> {
    let ask = prop_oneof![
        4 => (0_usize..8, any::<bool>()).prop_map(|(at, quiet)| Ask::Start(at, quiet)),
        1 => (0_usize..8).prop_map(Ask::Stop),
        1 => (0_usize..8, any::<bool>()).prop_map(|(at, quiet)| Ask::Filter(at, quiet)),
        1 => (0_usize..8).prop_map(Ask::Snapshot),
        3 => (0_usize..8, 0_usize..4).prop_map(|(from, to)| Ask::Call(from, to)),
        3 => (any::<u8>(), 0_usize..8).prop_map(|(what, at)| Ask::OfConnection(what, at)),
        1 => (0_usize..8, any::<bool>()).prop_map(|(at, on)| Ask::Quiet(at, on)),
        1 => (0_usize..8).prop_map(Ask::IsQuiet),
        // Only such as both know to refuse in the same way.
        1 => prop_oneof![Just(10_u8), Just(2), Just(71), Just(72), Just(73), Just(74)]
            .prop_map(Ask::Nonsense),
    ];
    let act = prop_oneof![
        Just(UserAct::Lift),
        Just(UserAct::HangUp),
        Just(UserAct::Answer),
        Just(UserAct::Hold),
        Just(UserAct::Retrieve),
        Just(UserAct::Transfer),
        Just(UserAct::Conference),
        (0_usize..4).prop_map(|to| UserAct::Dial(NUMBERS[to].to_owned())),
    ];
    prop_oneof![
        4 => (0..APPLICATIONS, ask).prop_map(|(application, ask)| Step::Ask(application, ask)),
        3 => (0_usize..4, act).prop_map(|(at, act)| Step::User(at, act)),
        1 => (0_usize..4).prop_map(Step::Outside),
        1 => (0_u64..40_000).prop_map(Step::Pass),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn each_application_sees_what_it_would_see_alone(
        linked in any::<bool>(),
        filtered in any::<bool>(),
        steps in prop::collection::vec(step(), 1..80),
    ) {
        let mut now = Instant::now();
        let mut settings = Settings::default();
        settings.monitors.filtered_by_switch = filtered;
        let mut alone = Side::new(now, linked, None);
        let mut together = Side::new(now, linked, Some(settings));
        for (id, step) in (1..).zip(steps) {
            for side in [&mut alone, &mut together] {
                match &step {
                    Step::Ask(application, ask) => side.asks(now, *application, id, ask),
                    Step::User(at, act) => {
                        let station = DeviceNumber::new(DeviceKind::Extension, 1 + *at as u16);
                        side.act(now, Act::User(station, act.clone()));
                    }
                    Step::Outside(to) => {
                        let from = Caller::Number("0301".to_owned());
                        let to = NUMBERS[*to].to_owned();
                        side.act(now, Act::Network(NetworkAct::Calls { line: None, from, to }));
                    }
                    Step::Pass(millis) => side.pass(now, now + Duration::from_millis(*millis)),
                }
            }
            if let Step::Pass(millis) = step {
                now += Duration::from_millis(millis);
            }
        }
        for (alone, together) in alone.views.iter().zip(&together.views) {
            prop_assert_eq!(&alone.seen, &together.seen);
        }
    }
}
