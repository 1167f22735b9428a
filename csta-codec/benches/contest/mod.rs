//! What is measured: the same work, done by each side.

#![allow(
    unreachable_pub,
    reason = "a bench is a program of its own, nothing in it can be reached from outside"
)]

pub mod stream;

use std::hint::black_box;
use std::time::{Duration, Instant};

use csta_codec::events::{CallControlEvents, EventReportArgument, EventSpecificInfo};
use csta_codec::types::{
    CalledDeviceId, CallingDeviceId, ConnectionId, DeviceIdentifier, EventCause,
    LocalConnectionState,
};
use csta_codec::{Ber, Writer};

use crate::peer::{messages, rasn_types, tree, walk};

/// How often each side of a contest is measured for the table, in turns.
const ROUNDS: usize = 300;
/// How often at least, where that takes longer than this.
const FEWEST_ROUNDS: usize = 20;
const LONGEST: Duration = Duration::from_secs(3);
/// How long each of these measurements is about to take.
const ROUND: Duration = Duration::from_micros(400);

/// A piece of work and who does it.
pub struct Contest {
    pub name: String,
    pub sides: Vec<(Side, Work)>,
}

/// Does the work so many times, and says how long that took.
pub type Work = Box<dyn FnMut(u64) -> Duration>;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// What nobody gets below by much.
    Floor,
    /// Decoded into a value that is there already; encoded into a writer that is used again.
    InPlace,
    ByValue,
    Rasn,
}

impl Side {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Floor => "floor",
            Self::InPlace => "csta-codec, in place",
            Self::ByValue => "csta-codec, by value",
            Self::Rasn => "rasn",
        }
    }
}

pub fn work(mut work: impl FnMut() + 'static) -> Work {
    Box::new(move |times| {
        let start = Instant::now();
        for _ in 0..times {
            work();
        }
        start.elapsed()
    })
}

/// The three messages, read and written.
pub fn messages() -> impl Iterator<Item = Contest> {
    let messages: [(_, &'static [u8]); 3] = [
        ("ServiceInitiated", messages::SERVICE_INITIATED),
        ("Delivered", messages::DELIVERED),
        ("Established", messages::ESTABLISHED),
    ];
    let decoded = messages.map(|(name, octets)| decode(name, octets));
    let encoded = messages.map(|(name, octets)| encode(name, octets));
    decoded.into_iter().chain(encoded)
}

fn decode(name: &str, octets: &'static [u8]) -> Contest {
    let floor = work(move || {
        black_box(walk::walk(black_box(octets)));
    });
    let mut report = EventReportArgument::decode(octets).unwrap();
    let in_place = work(move || {
        report.decode_into(black_box(octets)).unwrap();
        black_box(common(black_box(&report)));
    });
    let by_value = work(move || {
        let report = EventReportArgument::decode(black_box(octets));
        let Ok(report) = &report else { panic!("not decoded") };
        black_box(common(black_box(report)));
    });
    Contest {
        name: format!("decode/{name}"),
        sides: vec![
            (Side::Floor, floor),
            (Side::InPlace, in_place),
            (Side::ByValue, by_value),
            (Side::Rasn, work(move || drop(rasn_types::decode(black_box(octets)).unwrap()))),
        ],
    }
}

fn encode(name: &str, octets: &'static [u8]) -> Contest {
    let parsed = tree::Tree::parse(octets).unwrap();
    let mut buffer = [0; 1024];
    let floor = work(move || {
        black_box(tree::write_backwards(black_box(&parsed), &mut buffer));
    });
    let report = EventReportArgument::decode(octets).unwrap();
    assert_eq!(report.encode(), octets);
    let mut writer = Writer::with_capacity(1024);
    let in_place = work(move || {
        writer.clear();
        black_box(&report).write(&mut writer);
        black_box(writer.octets());
    });
    let by_value = work(move || drop(black_box(black_box(&report).encode())));
    let value = rasn_types::decode(octets).unwrap();
    Contest {
        name: format!("encode/{name}"),
        sides: vec![
            (Side::Floor, floor),
            (Side::InPlace, in_place),
            (Side::ByValue, by_value),
            (Side::Rasn, work(move || drop(rasn_types::encode(black_box(&value)).unwrap()))),
        ],
    }
}

/// What an application reads of each of these events.
pub type Common<'a> = (
    &'a ConnectionId<'a>,
    Option<&'a DeviceIdentifier<'a>>,
    Option<&'a DeviceIdentifier<'a>>,
    EventCause,
    Option<LocalConnectionState>,
);

pub fn common<'a>(report: &'a EventReportArgument<'a>) -> Option<Common<'a>> {
    let EventSpecificInfo::CallControlEvents(event) = &report.event_specific_info else {
        return None;
    };
    let calling = |device: &'a CallingDeviceId<'a>| match device {
        CallingDeviceId::DeviceIdentifier(device) => Some(&device.device_identifier),
        _ => None,
    };
    let called = |device: &'a CalledDeviceId<'a>| match device {
        CalledDeviceId::DeviceIdentifier(device) => Some(&device.device_identifier),
        _ => None,
    };
    Some(match event {
        CallControlEvents::ServiceInitiated(e) => {
            (&e.initiated_connection, None, None, e.cause, e.local_connection_info)
        }
        CallControlEvents::Delivered(e) => (
            &e.connection,
            calling(&e.calling_device),
            called(&e.called_device),
            e.cause,
            e.local_connection_info,
        ),
        CallControlEvents::Established(e) => (
            &e.established_connection,
            calling(&e.calling_device),
            called(&e.called_device),
            e.cause,
            e.local_connection_info,
        ),
        _ => return None,
    })
}

/// Measures all sides of each contest in turns, and prints the ratios of their best times: what
/// else the machine does only ever adds to a time.
pub fn print_ratios(contests: &mut [Contest]) {
    println!("| | floor, ns | in place / floor | by value / floor | rasn / in place |");
    println!("| --- | --- | --- | --- | --- |");
    for Contest { name, sides } in contests {
        let mut best = vec![f64::INFINITY; sides.len()];
        let mut times = vec![1; sides.len()];
        let start = Instant::now();
        for round in 0..ROUNDS {
            if round >= FEWEST_ROUNDS && start.elapsed() > LONGEST {
                break;
            }
            for (((_, work), best), times) in sides.iter_mut().zip(&mut best).zip(&mut times) {
                *best = best.min(work(*times).as_secs_f64() / *times as f64);
                *times = (ROUND.as_secs_f64() / *best).ceil() as u64;
            }
        }
        let of = |side| {
            let index = sides.iter().position(|(known, _)| *known == side)?;
            best.get(index).copied()
        };
        let ratio = |side, to| match (of(side), of(to)) {
            (Some(side), Some(to)) => format!("{:.2}", side / to),
            _ => String::from("-"),
        };
        println!(
            "| {name} | {:.0} | {} | {} | {} |",
            of(Side::Floor).unwrap() * 1e9,
            ratio(Side::InPlace, Side::Floor),
            ratio(Side::ByValue, Side::Floor),
            ratio(Side::Rasn, Side::InPlace),
        );
    }
}
