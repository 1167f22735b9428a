//! What holds whatever happens.

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

use bytes::Bytes;
use pbx_sim::csta::{Act, ApplicationId, Switch};
use pbx_sim::model::{
    CallId, CallModel, Caller, ConnectionRef, ConnectionState, DeviceKind, DeviceNumber, Event,
    Hook, Input, NetworkAct, Output, Request, RequestId, UserAct, What,
};
use pbx_sim::{Config, Extension, Group, GroupKind, Outcome, PickupGroup, Service};
use proptest::prelude::*;

/// A small office, so that calls get in each other's way.
fn config(handsets: bool, trunk_to_trunk: bool) -> Config {
    let names = ["101", "102", "103", "104", "105", "106"];
    let mut config = Config::with_extensions(names.map(|number| Extension::new(number, "")));
    config.trunks.truncate(2);
    config.trunk_to_trunk = trunk_to_trunk;
    config.extensions[1].twin = true;
    config.extensions[2].portable = true;
    config.extensions[3].call_waiting = true;
    config.extensions[4].hands_free = !handsets;
    config.extensions[4].intrusion = false;
    config.extensions[5].hands_free = false;
    config.groups = vec![
        Group { queue: 1, ..Group::new("601", GroupKind::Ring, ["101", "104", "105"]) },
        Group {
            queue: 1,
            overflow: Some("500".to_owned()),
            ..Group::new("602", GroupKind::Hunt, ["102", "106", "103"])
        },
    ];
    let members = names.map(str::to_owned).to_vec();
    config.pickup_groups = vec![PickupGroup { number: "610".to_owned(), members }];
    config.park_zones = vec!["701".to_owned(), "702".to_owned()];
    config.voice_mail = Some(Service { number: "500".to_owned(), ports: 1 });
    config.disa = Some(Service { number: "501".to_owned(), ports: 1 });
    config.network.numbers =
        vec![("1".to_owned(), Outcome::Busy), ("2".to_owned(), Outcome::Rings)];
    config
}

/// One thing that happens; which devices and calls it concerns is chosen when it does.
#[derive(Clone, Debug)]
struct Step {
    kind: u8,
    one: usize,
    two: usize,
    millis: u64,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = (0_u8..72, 0_usize..64, 0_usize..64, prop_oneof![0_u64..3_000, 0_u64..90_000])
        .prop_map(|(kind, one, two, millis)| Step { kind, one, two, millis });
    prop::collection::vec(step, 0..80)
}

const NUMBERS: [&str; 22] = [
    "101", "102", "103", "104", "105", "106", "601", "601", "602", "602", "500", "501", "610",
    "701", "702", "0155", "0255", "0355", "1", "99#", "777", "#",
];

/// Something for the model to do, as a step says it.
fn input(model: &CallModel, step: &Step) -> Input {
    let devices: Vec<_> = model.devices().map(|device| device.number()).collect();
    let device = devices[step.one % devices.len()];
    let number = NUMBERS[step.two % NUMBERS.len()].to_owned();
    let connections: Vec<_> = model
        .calls()
        .flat_map(|(id, call)| {
            call.connections().iter().map(move |own| ConnectionRef::new(id, own.device()))
        })
        .collect();
    let nowhere = ConnectionRef::new(CallId::parse(b"0001").unwrap(), device);
    let pick = |index: usize| {
        connections.get(index % connections.len().max(1)).copied().unwrap_or(nowhere)
    };
    let (first, second) = (pick(step.one), pick(step.two));
    let sibling = {
        let own: Vec<_> =
            connections.iter().filter(|other| other.device == first.device).copied().collect();
        own.get(step.two % own.len().max(1)).copied().unwrap_or(second)
    };
    let request = |request| Input::Request(RequestId(1), request);
    let user = |act| Input::User(device, act);
    let line = DeviceNumber::new(DeviceKind::Trunk, 1 + (step.two % 2) as u16);
    match step.kind {
        0..=3 => request(Request::MakeCall {
            calling: device,
            called: number,
            prompt: step.millis > 1_000,
        }),
        4..=6 => request(Request::Answer(first)),
        7 => request(Request::ClearConnection(first)),
        8 => request(Request::ClearCall(first.call)),
        9 | 10 => request(Request::Hold(first)),
        11 => request(Request::Retrieve(first)),
        12 | 13 => request(Request::Consultation { existing: first, consulted: number }),
        14 => request(Request::Alternate { held: first, active: sibling }),
        15 => request(Request::Reconnect { active: first, held: sibling }),
        16 | 17 => request(Request::Transfer { held: first, active: sibling }),
        18 => request(Request::SingleStepTransfer { active: first, to: number }),
        19 | 20 => request(Request::Conference { held: first, active: sibling }),
        21 => request(Request::Deflect { connection: first, to: number }),
        22 => request(Request::Pickup { waiting: first, by: device }),
        23 | 24 => user(UserAct::Lift),
        25 => user(UserAct::HangUp),
        26 | 27 => user(UserAct::Dial(number)),
        28 | 29 => user(UserAct::Answer),
        30 => user(UserAct::Hold),
        31 => user(UserAct::Retrieve),
        32 | 33 => user(UserAct::Transfer),
        34 => user(UserAct::Conference),
        35 | 36 => {
            let from = Caller::Number("0301".to_owned());
            Input::Network(NetworkAct::Calls { line: None, from, to: number })
        }
        37 => Input::Network(NetworkAct::Releases(line)),
        38 => Input::Network(NetworkAct::Answers(line)),
        39 => Input::Network(NetworkAct::IsBusy(line)),
        40 | 41 => request(Request::SingleStepConference { active: first, joining: number }),
        42 | 43 => request(Request::Join {
            active: first,
            joining: device,
            prompt: step.millis > 1_000,
            silent: step.millis.is_multiple_of(2),
        }),
        44 | 45 => request(Request::Intrude(first)),
        46 => request(Request::GroupPickup { by: device, group: None }),
        47 | 48 => request(Request::Park { connection: first, zone: number }),
        49 | 50 => request(Request::CampOn(first)),
        51 | 52 => request(Request::CallBack(first)),
        53 => request(Request::SetCallBack { originator: device, target: second.device }),
        54 => request(Request::CancelCallBack { originator: device, target: second.device }),
        55 => request(Request::DialDigits { connection: first, digits: number }),
        56 => request(Request::GenerateDigits { connection: first, digits: number }),
        57 => user(UserAct::PickUp),
        58 => user(UserAct::PickUpAt(number)),
        59 | 60 => user(UserAct::Park(NUMBERS[13 + step.two % 2].to_owned())),
        61 => user(UserAct::CallBack),
        62 | 63 => user(UserAct::CampOn),
        64 => user(UserAct::Intrude),
        65 => Input::Network(NetworkAct::Rings(line)),
        66 | 67 => Input::Network(NetworkAct::Dials { line, digits: number }),
        68 => {
            request(Request::MakeCall { calling: device, called: "601".to_owned(), prompt: false })
        }
        69 => {
            request(Request::MakeCall { calling: device, called: "102".to_owned(), prompt: false })
        }
        70 => user(UserAct::Alternate),
        _ => user(UserAct::Lift),
    }
}

/// What each device knows of its calls from its events alone: its own state in each of them.
#[derive(Default)]
struct Heard(BTreeMap<ConnectionRef, ConnectionState>);

impl Heard {
    fn take(&mut self, event: &Event) {
        let own = |call| ConnectionRef::new(call, event.at);
        match &event.what {
            What::Transferred { primary, secondary, connections, .. } => {
                self.merge(event, [Some(primary.call), secondary.map(|own| own.call)]);
                if let Some(moved) = connections.iter().find(|moved| moved.new.device == event.at) {
                    self.0.insert(own(moved.new.call), event.local);
                }
            }
            What::Conferenced { primary, secondary, connections, .. } => {
                self.merge(event, [Some(primary.call), secondary.map(|own| own.call)]);
                let moved = connections.iter().find(|moved| moved.new.device == event.at).unwrap();
                self.0.insert(own(moved.new.call), event.local);
            }
            what => {
                let own = own(what.connection().call);
                let before = self.0.get(&own).copied().unwrap_or(ConnectionState::Null);
                let legal = before == event.local || before.may_become(event.local);
                assert!(legal, "{before:?} became {:?} by {event:?}", event.local);
                if event.local == ConnectionState::Null {
                    self.0.remove(&own);
                } else {
                    self.0.insert(own, event.local);
                }
            }
        }
    }

    fn merge(&mut self, event: &Event, calls: [Option<CallId>; 2]) {
        for call in calls.into_iter().flatten() {
            self.0.remove(&ConnectionRef::new(call, event.at));
        }
    }
}

/// What is true at every moment.
fn check(model: &CallModel, heard: &Heard) {
    let mut there = BTreeMap::new();
    for (id, call) in model.calls() {
        assert!(!call.connections().is_empty(), "call {id} without connections");
        let mut devices = BTreeSet::new();
        for own in call.connections() {
            assert!(devices.insert(own.device()), "{} twice in {id}", own.device());
            assert_ne!(own.state(), ConnectionState::Null);
            there.insert(ConnectionRef::new(id, own.device()), own.state());
            let device = model.device(own.device()).unwrap();
            assert!(device.calls().contains(&id));
        }
    }
    assert_eq!(there, heard.0, "events and connections differ");
    for device in model.devices() {
        let views = model.snapshot(device.number());
        assert_eq!(views.len(), device.calls().len());
        for view in &views {
            assert_eq!(there.get(&view.connection), Some(&view.own));
        }
        let connected = views.iter().filter(|view| view.own == ConnectionState::Connected).count();
        if device.kind().is_service() {
            assert!(views.len() <= 1, "more calls than ports");
            continue;
        }
        assert!(connected <= 1, "{} talks in {connected} calls", device.number());
        let off_hook = matches!(device.hook(), Hook::HandsFree | Hook::Lifted);
        assert!(connected == 0 || off_hook || device.kind() == DeviceKind::Trunk);
        match device.kind() {
            DeviceKind::Trunk | DeviceKind::ParkZone => assert!(views.len() <= 1),
            DeviceKind::Group => assert!(views.len() <= 2, "more calls than room"),
            DeviceKind::PickupGroup => assert!(views.is_empty()),
            _ => {}
        }
    }
}

fn drain(model: &mut CallModel, heard: &mut Heard) -> usize {
    let mut answers = 0;
    while let Some(output) = model.poll_output() {
        match output {
            Output::Event(event) => heard.take(&event),
            Output::Answer(..) => answers += 1,
            Output::Refused(_) | Output::Feature(_) | Output::Record(_) => {}
        }
    }
    answers
}

/// Everybody hangs up and the network releases its lines: nothing may be left.
fn end(model: &mut CallModel, heard: &mut Heard, mut now: Instant) {
    let devices: Vec<_> = model.devices().map(|device| device.number()).collect();
    for _ in 0..20 {
        for &device in &devices {
            let input = if device.kind() == DeviceKind::Trunk {
                Input::Network(NetworkAct::Releases(device))
            } else {
                Input::User(device, UserAct::HangUp)
            };
            model.handle(now, input);
            drain(model, heard);
        }
        // Who is called back by a held call answers it, to hang up next time.
        for &device in &devices {
            model.handle(now, Input::User(device, UserAct::Retrieve));
            model.handle(now, Input::User(device, UserAct::Answer));
            drain(model, heard);
        }
        now += Duration::from_secs(70); // voice mail hangs up
        model.handle_timeout(now);
        drain(model, heard);
    }
    let left: Vec<_> = model.calls().collect();
    assert!(left.is_empty(), "{left:?}");
    assert!(heard.0.is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Events tell each device its state, states change as they may, and every call can end.
    #[test]
    fn calls_keep_their_rules(steps in steps(), handsets: bool, trunk_to_trunk: bool) {
        let mut model = CallModel::new(config(handsets, trunk_to_trunk)).unwrap();
        let mut heard = Heard::default();
        let mut now = Instant::now();
        for step in &steps {
            let input = input(&model, step);
            let asked = matches!(input, Input::Request(..));
            model.handle(now, input);
            let answers = drain(&mut model, &mut heard);
            prop_assert_eq!(answers, usize::from(asked));
            check(&model, &heard);
            now += Duration::from_millis(step.millis);
            model.handle_timeout(now);
            prop_assert!(model.poll_timeout().is_none_or(|due| due > now));
            drain(&mut model, &mut heard);
            check(&model, &heard);
        }
        end(&mut model, &mut heard, now);
    }

    /// No octets bring the switch down, nor do they stop it from answering.
    #[test]
    fn octets_do_no_harm(
        messages in prop::collection::vec((0_usize..9, 0_usize..64, any::<u8>()), 0..40),
    ) {
        let vectors: [&[u8]; 9] = [
            &hex_literal::hex!("A1 16 02 02 0602 02 01 33 30 0D A4 0B A0 09 A4 07 A1 05 A0 03 0A 01 05"),
            &hex_literal::hex!("A1 11 02 01 78 02 01 47 30 09 30 05 80 03 313031 A0 00"),
            &hex_literal::hex!("A1 12 02 01 05 02 01 47 30 0A 30 06 81 04 01110065 A0 00"),
            &hex_literal::hex!("A1 1A 02 01 07 02 01 0A 30 12 30 05 80 03 313031 30 09 80 07 39313233343536"),
            &hex_literal::hex!("A2 0B 02 01 01 30 06 02 02 00D3 05 00"),
            &hex_literal::hex!("A1 16 02 01 07 02 01 05 30 0E 6B 0F 30 0D 80 04 30303031 A1 05 30 03"),
            &hex_literal::hex!("A1 19 02 01 09 02 01 05 30 11 6B 0F 30 0D 80 04 30303031 A1 05 30 03 80 01 31"),
            &hex_literal::hex!("64 03 80 01 00"),
            &[],
        ];
        let mut switch = Switch::new(Config::default()).unwrap();
        let now = Instant::now();
        switch.open(now, ApplicationId(1));
        for (vector, at, octet) in messages {
            let mut octets = vectors[vector].to_vec();
            if let Some(changed) = octets.get_mut(at) {
                *changed = octet;
            } else {
                octets.truncate(at / 2);
            }
            switch.handle_apdu(now, ApplicationId(1), &Bytes::from(octets));
            while switch.poll_transmit().is_some() {}
            while switch.poll_notice().is_some() {}
        }
        let asked = hex_literal::hex!("A1 08 02 01 09 02 02 00D2 30 00");
        switch.handle_apdu(now, ApplicationId(1), &Bytes::copy_from_slice(&asked));
        prop_assert!(switch.poll_transmit().is_some());
        switch.handle(now, Act::Network(NetworkAct::Releases(DeviceNumber::new(DeviceKind::Trunk, 1))));
    }
}
