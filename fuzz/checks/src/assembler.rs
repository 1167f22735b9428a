//! Any sequence of what can happen to dialogues for lists of devices.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use csta_codec::services::EscapeArgument;
use csta_codec::{Ber, OctetString};
use kme_private::{
    DeviceCategory, DeviceDirectory, DeviceListAssembler, DeviceListLimits, DeviceStateEntry,
    LinkedReply, Taken,
};

use crate::Check;
use crate::input::Input;

pub(crate) const CHECK: Check = Check {
    name: "assembler",
    claim: "any order of requests, acknowledgements, segments, nonsense and time, several lists at \
        once: each list ends once, within its limits, and nothing is held at the end",
    run,
    seeds,
};

const LIMITS: DeviceListLimits = DeviceListLimits {
    dialogues: 3,
    segments: 4,
    entries: 9,
    octets: 400,
    held: 3,
    acknowledgement: Duration::from_secs(10),
    segment: Duration::from_secs(10),
    straggler: Duration::from_secs(1),
    hold: Duration::from_secs(2),
    first_segment: 1,
};

fn run(octets: &[u8]) {
    let mut input = Input::new(octets);
    let mut now = Instant::now();
    let mut assembler = DeviceListAssembler::new(LIMITS);
    let mut dialogues = Vec::new();
    let mut open = BTreeSet::new();
    while let Some(step) = input.step() {
        match step % 7 {
            0 => match assembler.start(now, DeviceCategory::Station) {
                Ok(dialogue) => {
                    dialogues.push(dialogue);
                    assert!(open.insert(dialogue), "given twice");
                }
                Err(_) => assert_eq!(open.len(), LIMITS.dialogues),
            },
            1 => {
                let (which, reference) = (input.octet(), [input.octet() % 4]);
                if let Some(dialogue) = pick(&dialogues, which) {
                    let _ = assembler.acknowledge(now, dialogue, OctetString(&reference));
                }
            }
            2 => {
                let (reference, number) = ([input.octet() % 4], i64::from(input.octet() % 8));
                let (last, count) = (input.flag(), input.octet() % 12);
                let entry = DeviceStateEntry::in_service(u32::from(count).into(), "101".into());
                let entries = vec![entry; count.into()];
                let reference = OctetString(&reference);
                let entries = entries.as_slice().into();
                let reply = LinkedReply::of_devices(reference, number, last, entries);
                let taken = assembler.handle_reply(now, &reply);
                assert!(!open.is_empty() || taken == Taken::NotTaken);
            }
            3 => {
                if let Ok(argument) = EscapeArgument::decode(input.piece()) {
                    assembler.handle_private_data(now, &argument);
                }
            }
            4 => {
                let which = input.octet();
                if let Some(dialogue) = pick(&dialogues, which)
                    && assembler.cancel(now, dialogue)
                {
                    assert!(open.remove(&dialogue));
                }
            }
            5 => {
                now += Duration::from_millis(input.number().into());
                assembler.handle_timeout(now);
                assert!(assembler.poll_timeout().is_none_or(|due| due > now), "due, not done");
            }
            _ => fetch(&mut assembler, &mut open),
        }
    }
    // Everything ends by itself.
    while let Some(due) = assembler.poll_timeout() {
        assembler.handle_timeout(due);
        assert!(assembler.poll_timeout().is_none_or(|next| next > due));
    }
    fetch(&mut assembler, &mut open);
    assert!(open.is_empty() && assembler.is_idle());
}

fn pick<T: Copy>(all: &[T], which: u8) -> Option<T> {
    all.get(usize::from(which) % all.len().max(1)).copied()
}

fn fetch(assembler: &mut DeviceListAssembler, open: &mut BTreeSet<kme_private::DialogueId>) {
    while let Some(outcome) = assembler.poll_outcome() {
        assert!(open.remove(&outcome.dialogue), "ended twice");
        let Ok(list) = outcome.list else { continue };
        assert!(list.segments().count() <= LIMITS.segments);
        assert!(list.entries().count() <= LIMITS.entries);
        let mut directory = DeviceDirectory::new();
        directory.insert_list(&list);
        assert!(directory.len() <= list.entries().count());
    }
}

fn seeds() -> Vec<Vec<u8>> {
    vec![
        // Two segments behind their acknowledgement.
        vec![0, 1, 0, 1, 2, 1, 1, 0, 2, 2, 1, 2, 1, 2, 6],
        // The other way round, the last segment twice, and then nothing for a long time.
        vec![0, 2, 1, 1, 1, 2, 1, 0, 1, 0, 2, 1, 2, 1, 3, 2, 1, 2, 1, 3, 5, 0xFF, 0xFF, 6],
        // Three at once, and one too many; one is given up.
        vec![0, 0, 0, 0, 1, 0, 0, 1, 1, 1, 1, 2, 2, 4, 1, 2, 2, 1, 1, 11, 5, 0x10, 0, 6],
    ]
}
