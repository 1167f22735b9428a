//! 10,000 frames one after the other, as an application gets and sends them: APDU, operation,
//! typed value.

use std::hint::black_box;

use csta_codec::ber::{Class, Tag};
use csta_codec::events::{EventReport, EventReportArgument};
use csta_codec::rose::{Code, Invoke, InvokeId, ReturnResult, Rose};
use csta_codec::services::*;
use csta_codec::types::UniversalFailure;
use csta_codec::{Apdu, Ber, Element, Operation, Writer};

use super::{Contest, Side, Work, common, work};
use crate::peer::{messages, rasn_types, tree, walk};

#[path = "../../tests/golden/mod.rs"]
mod golden;

/// How many frames there are in a stream.
const FRAMES: usize = 10_000;

/// Writes a message in front of what a writer holds.
type Write = Box<dyn Fn(&mut Writer)>;

/// The three messages in a random order, which rasn has types for, and those of every kind.
pub fn contests() -> impl Iterator<Item = Contest> {
    let three = [messages::SERVICE_INITIATED, messages::DELIVERED, messages::ESTABLISHED]
        .map(event_report)
        .to_vec();
    let mixed: Vec<Vec<u8>> = golden::all()
        .map(|vector| vector.octets.to_vec())
        .chain(events().map(|argument| event_report(&argument)))
        .collect();
    let (decode_three, encode_three) =
        (decode("three kinds", &three), encode("three kinds", &three));
    let (decode_mixed, encode_mixed) = (decode("all kinds", &mixed), encode("all kinds", &mixed));
    let decode_three = with_rasn(decode_three, decode_rasn(&three));
    let encode_three = with_rasn(encode_three, encode_rasn(&three));
    [decode_three, decode_mixed, encode_three, encode_mixed].into_iter()
}

fn with_rasn(mut contest: Contest, rasn: Work) -> Contest {
    contest.sides.push((Side::Rasn, rasn));
    contest
}

/// Three random valid values of each event, made with a second implementation of the schema.
fn events() -> impl Iterator<Item = Vec<u8>> {
    include_str!("../../tests/vectors/events.jsonl").lines().map(|line| {
        let hex = line.split('"').nth(7).unwrap();
        let octet = |at| u8::from_str_radix(hex.get(at..at + 2).unwrap(), 16).unwrap();
        (0..hex.len()).step_by(2).map(octet).collect()
    })
}

/// The APDU that reports an event.
fn event_report(argument: impl AsRef<[u8]>) -> Vec<u8> {
    let argument = Element::decode(argument.as_ref()).unwrap();
    let invoke =
        Invoke { argument: Some(argument), ..Invoke::new(3, Code::Local(EventReport::CODE)) };
    Apdu::Rose(Rose::Invoke(invoke)).encode()
}

/// Which frame comes when: the same random order each time.
fn order(kinds: usize) -> impl Iterator<Item = usize> {
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    (0..FRAMES).map(move |_| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 32) as usize % kinds
    })
}

/// The frames, each in a place of its own.
fn frames(kinds: &[Vec<u8>]) -> Vec<&'static [u8]> {
    order(kinds.len()).map(|kind| &*kinds[kind].clone().leak()).collect()
}

fn decode(name: &str, kinds: &[Vec<u8>]) -> Contest {
    let frames = frames(kinds);
    let same = frames.clone();
    let floor = work(move || {
        for frame in &frames {
            black_box(walk::walk(black_box(frame)));
        }
    });
    let mut report = EventReportArgument::decode(messages::DELIVERED).unwrap();
    let mut apdu = Apdu::decode(same[0]).unwrap();
    assert!(same.iter().all(|frame| read(frame, &mut apdu, &mut report)));
    let in_place = work(move || {
        for frame in &same {
            black_box(read(black_box(frame), &mut apdu, &mut report));
        }
    });
    Contest {
        name: format!("decode/{FRAMES} of {name}"),
        sides: vec![(Side::Floor, floor), (Side::InPlace, in_place)],
    }
}

fn encode(name: &str, kinds: &[Vec<u8>]) -> Contest {
    let kinds: Vec<&'static [u8]> = kinds.iter().map(|octets| &*octets.clone().leak()).collect();
    let order: Vec<usize> = order(kinds.len()).collect();
    let same = order.clone();
    let trees: Vec<_> = kinds.iter().map(|octets| tree::Tree::parse(octets).unwrap()).collect();
    let mut buffer = [0; 1024];
    let floor = work(move || {
        for kind in &order {
            black_box(tree::write_backwards(black_box(&trees[*kind]), &mut buffer));
        }
    });
    let mut writer = Writer::with_capacity(1024);
    let writes: Vec<Write> = kinds.iter().map(|octets| write(octets)).collect();
    for (write, octets) in writes.iter().zip(kinds) {
        writer.clear();
        write(&mut writer);
        assert_eq!(writer.octets(), octets);
    }
    let in_place = work(move || {
        for kind in &same {
            writer.clear();
            writes[*kind](&mut writer);
            black_box(writer.octets());
        }
    });
    Contest {
        name: format!("encode/{FRAMES} of {name}"),
        sides: vec![(Side::Floor, floor), (Side::InPlace, in_place)],
    }
}

fn decode_rasn(kinds: &[Vec<u8>]) -> Work {
    let frames = frames(kinds);
    work(move || {
        for frame in &frames {
            drop(rasn_types::decode_invoke(black_box(frame)).unwrap());
        }
    })
}

fn encode_rasn(kinds: &[Vec<u8>]) -> Work {
    let invokes: Vec<_> =
        kinds.iter().map(|octets| rasn_types::decode_invoke(octets).unwrap()).collect();
    let order: Vec<usize> = order(kinds.len()).collect();
    work(move || {
        for kind in &order {
            drop(rasn_types::encode_invoke(black_box(&invokes[*kind])).unwrap());
        }
    })
}

/// The operations in the frames of all kinds, but for the event report.
macro_rules! operations {
    ($($operation:ident)*) => {
        fn read_argument(code: i32, argument: &Element<'_>) -> bool {
            match code {
                $($operation::CODE => {
                    let value = argument.read::<<$operation as Operation>::Argument<'_>>();
                    black_box(&value).is_ok()
                })*
                _ => false,
            }
        }

        fn read_result(code: i32, result: &Element<'_>) -> bool {
            match code {
                $($operation::CODE => {
                    let value = result.read::<<$operation as Operation>::Result<'_>>();
                    black_box(&value).is_ok()
                })*
                _ => false,
            }
        }

        fn write_argument(code: i32, id: InvokeId, argument: &Element<'static>) -> Write {
            match code {
                $($operation::CODE => {
                    let value: <$operation as Operation>::Argument<'static> =
                        argument.read().unwrap();
                    Box::new(move |writer| write_invoke(writer, id, code, &value))
                })*
                _ => panic!("operation {code} is not in the list"),
            }
        }

        fn write_result(code: i32, id: InvokeId, result: &Element<'static>) -> Write {
            match code {
                $($operation::CODE => {
                    let value: <$operation as Operation>::Result<'static> = result.read().unwrap();
                    Box::new(move |writer| write_return_result(writer, id, code, &value))
                })*
                _ => panic!("operation {code} is not in the list"),
            }
        }
    };
}

operations! {
    EventReport SystemStatus Escape MonitorStart MonitorStop MakeCall SetDisplay
    StartCdrTransmission CdrReport
}

/// Reads a frame as far as an application does.
fn read<'a>(frame: &'a [u8], apdu: &mut Apdu<'a>, report: &mut EventReportArgument<'a>) -> bool {
    if apdu.decode_into(frame).is_err() {
        return false;
    }
    match apdu {
        Apdu::Rose(Rose::Invoke(Invoke { operation, argument: Some(argument), .. })) => {
            match operation.local() {
                Some(EventReport::CODE) => {
                    let is_read = argument.read_into(report).is_ok();
                    black_box(common(report));
                    is_read
                }
                Some(code) => read_argument(code, argument),
                None => false,
            }
        }
        Apdu::Rose(Rose::ReturnResult(ReturnResult { result: Some(result), .. })) => {
            result.operation.local().is_some_and(|code| read_result(code, &result.result))
        }
        Apdu::Rose(Rose::ReturnError(error)) => error
            .parameter
            .is_some_and(|failure| black_box(&failure.read::<UniversalFailure<'_>>()).is_ok()),
        apdu => {
            black_box(apdu);
            true
        }
    }
}

/// What writes the message again, from the typed value.
fn write(frame: &'static [u8]) -> Write {
    let apdu = Apdu::decode(frame).unwrap();
    match apdu {
        Apdu::Rose(Rose::Invoke(Invoke {
            invoke_id, operation, argument: Some(argument), ..
        })) => write_argument(operation.local().unwrap(), invoke_id, &argument),
        Apdu::Rose(Rose::ReturnResult(ReturnResult { invoke_id, result: Some(result) })) => {
            write_result(result.operation.local().unwrap(), invoke_id, &result.result)
        }
        _ => Box::new(move |writer| apdu.write(writer)),
    }
}

/// The argument, and the head of its invocation in front of it.
fn write_invoke<'a>(writer: &mut Writer, id: InvokeId, code: i32, argument: &impl Ber<'a>) {
    argument.write(writer);
    code.write(writer);
    id.write(writer);
    writer.header(Tag::new(Class::Context, 1, true), 0);
}

fn write_return_result<'a>(writer: &mut Writer, id: InvokeId, code: i32, result: &impl Ber<'a>) {
    result.write(writer);
    code.write(writer);
    writer.header(Tag::constructed(16), 0);
    id.write(writer);
    writer.header(Tag::new(Class::Context, 2, true), 0);
}
