//! The dialogue for lists of devices, under everything that can happen to its messages.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail so"
)]

use std::time::{Duration, Instant};

use csta_codec::types::CstaCommonArguments;
use csta_codec::{Ia5String, OctetString, SequenceOf};
use kme_private::*;
use proptest::collection::vec;
use proptest::prelude::*;

const SECOND: Duration = Duration::from_secs(1);
const STATION: DeviceCategory = DeviceCategory::Station;

/// The list that a switch would send: how many devices are in each segment.
#[derive(Clone, Debug)]
struct List {
    cross_ref: [u8; 2],
    first_segment: i64,
    segments: Vec<usize>,
}

impl List {
    fn number(&self, segment: usize, entry: usize) -> String {
        format!("{:02X}{segment}{entry}", self.cross_ref[1])
    }

    /// The numbers of the devices in these segments.
    fn numbers(&self, segments: impl Iterator<Item = usize>) -> Vec<String> {
        segments
            .flat_map(|segment| {
                (0..self.segments[segment]).map(move |entry| self.number(segment, entry))
            })
            .collect()
    }

    /// Gives a segment to the assembler.
    fn send(&self, assembler: &mut DeviceListAssembler, now: Instant, segment: usize) -> Taken {
        let numbers = self.numbers(core::iter::once(segment));
        let device = DeviceNumber::new(DeviceKind::Extension, segment as u16);
        let entries: Vec<_> = numbers
            .iter()
            .map(|number| DeviceStateEntry::in_service(device, Ia5String(number.as_bytes())))
            .collect();
        assembler.handle_reply(
            now,
            &LinkedReply::of_devices(
                OctetString(&self.cross_ref),
                self.first_segment + segment as i64,
                segment + 1 == self.segments.len(),
                SequenceOf::from(entries.as_slice()),
            ),
        )
    }

    fn acknowledge(
        &self,
        assembler: &mut DeviceListAssembler,
        now: Instant,
        dialogue: DialogueId,
    ) -> Result<(), AcknowledgeError> {
        assembler.acknowledge(now, dialogue, OctetString(&self.cross_ref))
    }
}

fn numbers(list: &DeviceList) -> Vec<String> {
    list.entries().filter_map(|entry| Some(entry.number?.to_string())).collect()
}

fn list(segments: &[usize]) -> List {
    List { cross_ref: [0, 1], first_segment: 1, segments: segments.to_vec() }
}

/// What comes from the switch: an acknowledgement or a segment of one of the lists.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Message {
    Acknowledgement(usize),
    Segment(usize, usize),
}

/// Lists, and their messages in some order, each as often as it comes: not at all, once or more.
fn traffic(
    often: core::ops::Range<usize>,
    first_segment: i64,
) -> impl Strategy<Value = (Vec<List>, Vec<Message>)> {
    vec(vec(0_usize..4, 1..7), 1..5)
        .prop_map(move |lists| {
            let list = |(index, segments)| List {
                cross_ref: [0xC5, index as u8],
                first_segment,
                segments,
            };
            lists.into_iter().enumerate().map(list).collect::<Vec<_>>()
        })
        .prop_flat_map(move |lists| {
            let mut messages = Vec::new();
            for (index, list) in lists.iter().enumerate() {
                messages.push(Message::Acknowledgement(index));
                messages.extend(
                    (0..list.segments.len()).map(|segment| Message::Segment(index, segment)),
                );
            }
            let often = vec(often.clone(), messages.len());
            (Just(lists), Just(messages), often)
        })
        .prop_flat_map(|(lists, messages, often)| {
            let messages: Vec<_> = messages
                .iter()
                .zip(often)
                .flat_map(|(message, often)| core::iter::repeat_n(*message, often))
                .collect();
            (Just(lists), Just(messages).prop_shuffle())
        })
}

/// Gives all messages to an assembler at one time; the dialogues in the order of the lists.
fn play(
    assembler: &mut DeviceListAssembler,
    now: Instant,
    lists: &[List],
    messages: &[Message],
) -> Vec<DialogueId> {
    let dialogues: Vec<_> = lists.iter().map(|_| assembler.start(now, STATION).unwrap()).collect();
    for message in messages {
        match *message {
            Message::Acknowledgement(list) => {
                // A repeated one is an error, and harmless.
                let _ = lists[list].acknowledge(assembler, now, dialogues[list]);
            }
            Message::Segment(list, segment) => {
                lists[list].send(assembler, now, segment);
            }
        }
    }
    dialogues
}

proptest! {
    #[test]
    fn every_list_is_complete_whatever_the_order(
        (lists, messages) in prop_oneof![traffic(1..2, 1), traffic(1..4, 1)]
    ) {
        let now = Instant::now();
        let mut assembler =
            DeviceListAssembler::new(DeviceListLimits { held: 1000, ..Default::default() });
        let dialogues = play(&mut assembler, now, &lists, &messages);
        for _ in &lists {
            let outcome = assembler.poll_outcome().unwrap();
            let index = dialogues.iter().position(|known| *known == outcome.dialogue).unwrap();
            let received = outcome.list.unwrap();
            prop_assert!(received.is_complete());
            prop_assert_eq!(numbers(&received), lists[index].numbers(0..lists[index].segments.len()));
        }
        prop_assert!(assembler.is_idle());
        prop_assert_eq!(assembler.poll_timeout(), None);
    }

    #[test]
    fn segments_are_counted_from_any_number_that_is_set(
        (lists, messages) in prop_oneof![traffic(1..3, 0), traffic(1..3, -3), traffic(1..3, 100)]
    ) {
        let now = Instant::now();
        let mut assembler = DeviceListAssembler::new(DeviceListLimits {
            held: 1000,
            first_segment: lists[0].first_segment,
            ..Default::default()
        });
        play(&mut assembler, now, &lists, &messages);
        for _ in &lists {
            prop_assert!(assembler.poll_outcome().unwrap().list.unwrap().is_complete());
        }
    }

    #[test]
    fn what_is_lost_is_missed_and_no_more((lists, messages) in traffic(0..3, 1)) {
        let now = Instant::now();
        let mut assembler =
            DeviceListAssembler::new(DeviceListLimits { held: 1000, ..Default::default() });
        let dialogues = play(&mut assembler, now, &lists, &messages);

        let mut wait = now;
        while let Some(timeout) = assembler.poll_timeout() {
            prop_assert!(timeout > wait, "a time limit that does not pass");
            wait = timeout;
            assembler.handle_timeout(wait);
        }
        for _ in &lists {
            let outcome = assembler.poll_outcome().unwrap();
            let index = dialogues.iter().position(|known| *known == outcome.dialogue).unwrap();
            let (list, last) = (&lists[index], lists[index].segments.len() - 1);
            if !messages.contains(&Message::Acknowledgement(index)) {
                prop_assert_eq!(outcome.list, Err(DeviceListError::NotAcknowledged));
                continue;
            }
            let came: Vec<_> = (0..=last)
                .filter(|segment| messages.contains(&Message::Segment(index, *segment)))
                .collect();
            let completeness = if !came.contains(&last) {
                Completeness::LastSegmentMissing
            } else if came.len() <= last {
                Completeness::SegmentsMissing
            } else {
                Completeness::Complete
            };
            let received = outcome.list.unwrap();
            prop_assert_eq!(received.completeness(), completeness);
            prop_assert_eq!(numbers(&received), list.numbers(came.into_iter()));
        }
        prop_assert!(assembler.is_idle());
    }

    #[test]
    fn any_numbers_of_segments_are_survived(
        replies in vec((any::<i64>(), any::<bool>(), any::<u8>()), 0..30)
    ) {
        let now = Instant::now();
        let mut assembler = DeviceListAssembler::default();
        let dialogue = assembler.start(now, STATION).unwrap();
        assembler.acknowledge(now, dialogue, OctetString(&[])).unwrap();
        for (segment, last, device) in &replies {
            let number = DeviceNumber::from(u32::from(*device));
            let entries = [DeviceStateEntry::new(number.to_device_id())];
            let entries = SequenceOf::from(entries.as_slice());
            let reply = LinkedReply::of_devices(OctetString(&[]), *segment, *last, entries);
            assembler.handle_reply(now, &reply);
        }
        assembler.handle_timeout(now + 60 * SECOND);
        let list = assembler.poll_outcome().unwrap().list.unwrap();
        prop_assert!(list.entries().count() <= replies.len());
        prop_assert!(assembler.is_idle());
    }
}

#[test]
fn segments_counted_from_0_in_order_are_complete_too() {
    let now = Instant::now();
    let mut assembler = DeviceListAssembler::default();
    let dialogue = assembler.start(now, STATION).unwrap();
    let list = List { first_segment: 0, ..list(&[2, 2, 1]) };
    list.acknowledge(&mut assembler, now, dialogue).unwrap();
    for segment in 0..3 {
        assert_eq!(list.send(&mut assembler, now, segment), Taken::Taken);
    }
    let received = assembler.poll_outcome().unwrap().list.unwrap();
    assert!(received.is_complete());
    assert_eq!(received.category(), STATION);
    assert_eq!(received.entries().count(), 5);
}

#[test]
fn segments_that_all_have_one_number_are_all_kept() {
    let now = Instant::now();
    let mut assembler = DeviceListAssembler::default();
    let dialogue = assembler.start(now, STATION).unwrap();
    assembler.acknowledge(now, dialogue, OctetString(&[1])).unwrap();
    for index in 1..=3 {
        let device = DeviceNumber::new(DeviceKind::Extension, index);
        let entries = [DeviceStateEntry::new(device.to_device_id())];
        let entries = SequenceOf::from(entries.as_slice());
        let reply = LinkedReply::of_devices(OctetString(&[1]), 1, index == 3, entries);
        assert_eq!(assembler.handle_reply(now, &reply), Taken::Taken);
    }
    assert_eq!(assembler.poll_outcome().unwrap().list.unwrap().entries().count(), 3);
}

#[test]
fn a_switch_that_counts_in_its_own_way_is_waited_for_shortly() {
    let now = Instant::now();
    let mut assembler = DeviceListAssembler::default();
    let dialogue = assembler.start(now, STATION).unwrap();
    let list = List { first_segment: 10, ..list(&[1, 1]) };
    list.acknowledge(&mut assembler, now, dialogue).unwrap();
    list.send(&mut assembler, now, 0);
    assert_eq!(assembler.poll_timeout(), Some(now + 10 * SECOND));
    list.send(&mut assembler, now, 1);
    assert_eq!(assembler.poll_timeout(), Some(now + SECOND));
    assembler.handle_timeout(now + SECOND);
    let received = assembler.poll_outcome().unwrap().list.unwrap();
    assert_eq!(received.completeness(), Completeness::SegmentsMissing);
    assert_eq!(received.entries().count(), 2);
}

#[test]
fn each_segment_gives_time_for_the_next() {
    let start = Instant::now();
    let mut assembler = DeviceListAssembler::default();
    let dialogue = assembler.start(start, STATION).unwrap();
    let list = list(&[1; 5]);
    list.acknowledge(&mut assembler, start + 9 * SECOND, dialogue).unwrap();
    for segment in 0..5 {
        let now = start + (18 + 9 * segment as u32) * SECOND;
        assembler.handle_timeout(now);
        assert_eq!(list.send(&mut assembler, now, segment), Taken::Taken);
    }
    assert!(assembler.poll_outcome().unwrap().list.unwrap().is_complete());
}

#[test]
fn a_reply_waits_for_its_acknowledgement_for_a_while_only() {
    let now = Instant::now();
    let mut assembler = DeviceListAssembler::default();
    let list = list(&[1]);
    assert_eq!(list.send(&mut assembler, now, 0), Taken::NotTaken);
    let dialogue = assembler.start(now, STATION).unwrap();
    assert_eq!(list.send(&mut assembler, now, 0), Taken::Held);
    assert_eq!(assembler.poll_timeout(), Some(now + 2 * SECOND));
    list.acknowledge(&mut assembler, now + 2 * SECOND, dialogue).unwrap();
    assert_eq!(assembler.poll_outcome(), None);
    assert_eq!(list.send(&mut assembler, now, 0), Taken::Taken);
    assert_eq!(list.send(&mut assembler, now, 0), Taken::NotTaken);
}

#[test]
fn replies_to_others_are_not_taken() {
    let now = Instant::now();
    let mut assembler = DeviceListAssembler::default();
    let dialogue = assembler.start(now, STATION).unwrap();
    list(&[1]).acknowledge(&mut assembler, now, dialogue).unwrap();
    let other = List { cross_ref: [9, 9], ..list(&[1]) };
    assert_eq!(other.send(&mut assembler, now, 0), Taken::NotTaken);
}

#[test]
fn an_acknowledgement_is_taken_once_and_for_one_dialogue() {
    let now = Instant::now();
    let mut assembler = DeviceListAssembler::default();
    let first = assembler.start(now, STATION).unwrap();
    let second = assembler.start(now, DeviceCategory::NetworkInterface).unwrap();
    let list = list(&[1]);
    let nothing: Option<CstaCommonArguments<'_>> = None;
    assert_eq!(
        assembler.handle_result(now, first, &nothing),
        Err(AcknowledgeError::NoAcknowledgement)
    );
    list.acknowledge(&mut assembler, now, first).unwrap();
    let again = list.acknowledge(&mut assembler, now, first);
    assert_eq!(again, Err(AcknowledgeError::Repeated));
    let other = list.acknowledge(&mut assembler, now, second);
    assert_eq!(other, Err(AcknowledgeError::CrossReferenceInUse));
    assert!(assembler.cancel(now, first) && !assembler.cancel(now, first));
    let over = list.acknowledge(&mut assembler, now, first);
    assert_eq!(over, Err(AcknowledgeError::NoDialogue));
    // The first is over: the cross reference is free.
    list.acknowledge(&mut assembler, now, second).unwrap();
}

#[test]
fn limits_hold() {
    let now = Instant::now();
    let outcome = |limits: DeviceListLimits| {
        let mut assembler = DeviceListAssembler::new(limits);
        let dialogue = assembler.start(now, STATION).unwrap();
        let list = list(&[2, 2, 2]);
        list.acknowledge(&mut assembler, now, dialogue).unwrap();
        for segment in 0..3 {
            list.send(&mut assembler, now, segment);
        }
        let outcome = assembler.poll_outcome().unwrap().list;
        assert!(assembler.is_idle());
        outcome.map(|list| list.is_complete())
    };
    let limits = DeviceListLimits { segments: 3, entries: 6, ..Default::default() };
    assert_eq!(outcome(limits), Ok(true));
    let too_large = Err(DeviceListError::TooLarge);
    assert_eq!(outcome(DeviceListLimits { segments: 2, ..limits }), too_large);
    assert_eq!(outcome(DeviceListLimits { entries: 5, ..limits }), too_large);
    assert_eq!(outcome(DeviceListLimits { octets: 100, ..limits }), too_large);
}

#[test]
fn dialogues_and_held_replies_are_limited() {
    let now = Instant::now();
    let limits = DeviceListLimits { dialogues: 1, held: 2, ..Default::default() };
    let mut assembler = DeviceListAssembler::new(limits);
    let dialogue = assembler.start(now, STATION).unwrap();
    assert_eq!(assembler.start(now, STATION), Err(StartError::TooManyDialogues));
    let list = list(&[1, 1, 1]);
    let taken = [0, 1, 2].map(|segment| list.send(&mut assembler, now, segment));
    assert_eq!(taken, [Taken::Held, Taken::Held, Taken::NotTaken]);
    list.acknowledge(&mut assembler, now, dialogue).unwrap();
    list.send(&mut assembler, now, 2);
    // Over, but not fetched.
    assert_eq!(assembler.start(now, STATION), Err(StartError::TooManyDialogues));
    assert!(assembler.poll_outcome().unwrap().list.unwrap().is_complete());
    assert!(assembler.start(now, STATION).is_ok());
}
