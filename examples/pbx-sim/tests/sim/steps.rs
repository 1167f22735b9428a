//! Everything that can happen in a small office. What fuzzing begins with, too.

use pbx_sim::model::{
    Button, CallId, CallModel, Caller, Calls, ConnectionRef, DeviceKind, DeviceNumber, ForwardKind,
    Input, NetworkAct, Request, RequestId, Setting, UserAct, When,
};
use pbx_sim::{Config, Extension, Group, GroupKind, Outcome, PickupGroup, Service};

/// A small office, so that calls get in each other's way.
pub(crate) fn config(handsets: bool, trunk_to_trunk: bool) -> Config {
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
pub(crate) struct Step {
    pub(crate) kind: u8,
    pub(crate) one: usize,
    pub(crate) two: usize,
    pub(crate) millis: u64,
}

/// How many kinds of steps there are.
pub(crate) const KINDS: u8 = 82;

const NUMBERS: [&str; 22] = [
    "101", "102", "103", "104", "105", "106", "601", "601", "602", "602", "500", "501", "610",
    "701", "702", "0155", "0255", "0355", "1", "99#", "777", "#",
];

/// Something for the model to do, as a step says it.
pub(crate) fn input(model: &CallModel, step: &Step) -> Input {
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
        57 if step.millis.is_multiple_of(2) => {
            let data = number.into_bytes();
            request(Request::SendUserInformation { connection: first, data })
        }
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
        72..=74 => {
            let when = [When::Always, When::Busy, When::NoAnswer][step.one % 3];
            let calls = [Calls::All, Calls::Internal, Calls::External][step.two % 3];
            let to = (!step.millis.is_multiple_of(4)).then_some(number);
            user(UserAct::Forward(ForwardKind { when, calls }, to))
        }
        75 => user(UserAct::DoNotDisturb((!step.two.is_multiple_of(2)).then_some(Calls::All))),
        76 => request(Request::Set(device, Setting::AutoAnswer(Some(step.two as u32 % 4)))),
        77 => user(UserAct::Press(Button::ALL[step.two % 8])),
        78 => user(UserAct::Unplug),
        79 => user(UserAct::PlugIn),
        80 => request(Request::SetHook { device, on_hook: step.millis > 1_000 }),
        _ => user(UserAct::Lift),
    }
}
