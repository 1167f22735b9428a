//! The journal on a medium that fails and loses power.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;

const SIZE: u64 = 16 << 20;

fn open(memory: &Memory) -> (Journal<Memory>, Recovered) {
    Journal::open(memory.clone(), SIZE).unwrap()
}

/// Opens it as often as it takes, as a service does that is started again.
fn open_in_the_end(memory: &Memory) -> (Journal<Memory>, Recovered) {
    loop {
        if let Ok(opened) = Journal::open(memory.clone(), SIZE) {
            return opened;
        }
    }
}

fn record(id: u64, length: usize) -> (SpoolId, Bytes) {
    let octets: Vec<u8> = (0..length).map(|at| (id as usize + at) as u8).collect();
    (SpoolId(id), Bytes::from(octets))
}

#[test]
fn a_full_disk_is_an_error_and_nothing_stored_before_is_lost() {
    let memory = Memory::default();
    let (mut journal, _) = open(&memory);
    journal.store(&[record(1, 1000)]).unwrap();
    memory.set_room(Some(1500));
    assert!(journal.store(&[record(2, 1000)]).is_err());
    assert!(journal.store(&[record(3, 1000)]).is_err());
    memory.set_room(None);
    journal.store(&[record(4, 1000)]).unwrap();
    memory.lose_power(0);
    let (mut journal, recovered) = open(&memory);
    let ids: Vec<_> = recovered.records.iter().map(|entry| entry.id().0).collect();
    assert_eq!(ids, [1, 4]);
    assert_eq!(journal.read(SpoolId(4)).unwrap(), record(4, 1000).1);
}

#[test]
fn a_spool_that_is_used_for_years_does_not_grow() {
    let memory = Memory::default();
    let (mut journal, _) = open(&memory);
    journal.store(&[record(0, 1000)]).unwrap();
    journal.remember_transmission(true).unwrap();
    for id in 1..50_000 {
        journal.store(&[record(id, 1000)]).unwrap();
        journal.remove(&[SpoolId(id)]);
    }
    let used: usize = memory.disk().segments.values().map(|(octets, _)| octets.len()).sum();
    assert!(used as u64 <= GARBAGE + 2 * SEGMENT, "{used}");
    let (mut journal, recovered) = open(&memory);
    assert!(recovered.transmission);
    assert_eq!(journal.read(SpoolId(0)).unwrap(), record(0, 1000).1);
}

#[test]
fn more_than_the_size_is_refused() {
    let memory = Memory::default();
    let (mut journal, _) = Journal::open(memory, 64 << 10).unwrap();
    let stored = (0..10_000).take_while(|id| journal.store(&[record(*id, 1000)]).is_ok()).count();
    assert!((64..6000).contains(&stored), "{stored}");
    assert_eq!(journal.read(SpoolId(0)).unwrap(), record(0, 1000).1);
}

#[test]
fn what_is_found_after_a_restart_stays_after_a_loss_of_power() {
    let memory = Memory::default();
    let (mut journal, _) = open(&memory);
    journal.store(&[record(1, 100)]).unwrap();
    memory.disk().failing_syncs = 1;
    assert!(journal.store(&[record(2, 100)]).is_err());
    memory.disk().failing_syncs = 1;
    assert!(journal.remember_transmission(true).is_err());
    drop(journal);
    memory.disk().failing_syncs = 1;
    assert!(Journal::open(memory.clone(), SIZE).is_err());
    let (journal, first) = open(&memory);
    drop(journal);
    memory.lose_power(0);
    let (mut journal, second) = open(&memory);
    assert_eq!(first.records.len(), 2);
    assert_eq!(second.records, first.records);
    assert_eq!((first.transmission, second.transmission), (true, true));
    assert_eq!(journal.read(SpoolId(2)).unwrap(), record(2, 100).1);
}

#[test]
fn a_segment_that_cannot_be_begun_is_begun_anew() {
    let memory = Memory::default();
    let (mut journal, _) = open(&memory);
    journal.store(&[record(1, 100)]).unwrap();
    for id in 2..20 {
        memory.disk().failing_syncs = 1;
        assert!(journal.store(&[record(id, 100)]).is_err());
        // Each leaves something: an empty one, one that is not synced, a torn one.
        memory.disk().failing_creates = 1;
        assert!(journal.store(&[record(id, 100)]).is_err());
        memory.disk().failing_syncs = 1;
        assert!(journal.store(&[record(id, 100)]).is_err());
        memory.disk().torn_writes = 1;
        assert!(journal.store(&[record(id, 100)]).is_err());
        journal.store(&[record(id, 100)]).unwrap();
        assert_eq!(memory.disk().segments.len() as u64, id, "others were left behind");
    }
    memory.lose_power(0);
    let (mut journal, recovered) = open(&memory);
    assert_eq!(recovered.records.len(), 19);
    assert_eq!((recovered.torn, recovered.damaged), (0, vec![]));
    assert_eq!(journal.read(SpoolId(19)).unwrap(), record(19, 100).1);
}

#[test]
fn damage_costs_one_record_is_told_and_is_kept() {
    let memory = Memory::default();
    let (mut journal, _) = open(&memory);
    for id in 1..=3 {
        journal.store(&[record(id, 100)]).unwrap();
    }
    drop(journal);
    // A bit of the second.
    let length = memory.disk().segments[&1].0.len();
    memory.disk().segments.get_mut(&1).unwrap().0[length - 150] ^= 4;
    let (mut journal, recovered) = open(&memory);
    let ids: Vec<_> = recovered.records.iter().map(|entry| entry.id().0).collect();
    assert_eq!(ids, [1, 3]);
    let damaged = Damaged { name: "segment 1".to_owned(), octets: 100 + HEAD };
    assert_eq!((recovered.torn, recovered.damaged), (0, vec![damaged]));
    assert_eq!(journal.read(SpoolId(3)).unwrap(), record(3, 100).1);
    let text = memory.disk().segments[&1].0.clone();
    journal.store(&[record(4, 100)]).unwrap();
    journal.remove(&[SpoolId(1), SpoolId(3)]);
    assert_eq!(memory.disk().aside, BTreeMap::from([(1, text)]));
    drop(journal);
    // It is no part of the spool any more.
    let (_, recovered) = open(&memory);
    assert_eq!((recovered.records.len(), recovered.damaged), (1, vec![]));
}

#[test]
fn a_record_that_is_damaged_meanwhile_is_kept_too() {
    let memory = Memory::default();
    let (mut journal, _) = open(&memory);
    journal.store(&[record(1, 100)]).unwrap();
    *memory.disk().segments.get_mut(&1).unwrap().0.last_mut().unwrap() ^= 1;
    let error = journal.read(SpoolId(1)).unwrap_err().to_string();
    assert!(error.starts_with("segment 1: it is damaged"), "{error}");
    // Nobody can have it any more.
    memory.disk().failing_syncs = 1;
    assert!(journal.store(&[record(2, 100)]).is_err());
    journal.store(&[record(3, 100)]).unwrap();
    journal.remove(&[SpoolId(1)]);
    assert_eq!(memory.disk().aside.keys().collect::<Vec<_>>(), [&1]);
}

#[derive(Clone, Debug)]
enum Step {
    Store(Vec<usize>),
    Remove(prop::sample::Index),
    Transmission(bool),
    TearWrite,
    FailSync,
    FailCreate,
    Restart,
    LosePower(usize),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        6 => prop::collection::vec(0_usize..300, 1..6).prop_map(Step::Store),
        1 => prop::collection::vec(20_000_usize..40_000, 3..6).prop_map(Step::Store),
        6 => any::<prop::sample::Index>().prop_map(Step::Remove),
        1 => any::<bool>().prop_map(Step::Transmission),
        1 => Just(Step::TearWrite),
        1 => Just(Step::FailSync),
        1 => Just(Step::FailCreate),
        1 => Just(Step::Restart),
        1 => (0_usize..=8).prop_map(Step::LosePower),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    /// Whatever happens, a record that was stored and not removed is there, as it was. What was
    /// removed may be there again after a loss of power; what could not be stored may be there, too.
    /// Whatever is found when the journal is opened stays from then on.
    #[test]
    fn nothing_that_was_stored_is_lost(steps in prop::collection::vec(step(), 1..80)) {
        let memory = Memory::default();
        let (mut journal, _) = open(&memory);
        let mut kept = BTreeMap::new();
        let mut transmission = Some(false);
        let mut next = 1;
        for step in steps {
            match step {
                Step::Store(lengths) => {
                    let records: Vec<_> = lengths
                        .into_iter()
                        .map(|length| {
                            next += 1;
                            record(next, length)
                        })
                        .collect();
                    if journal.store(&records).is_ok() {
                        kept.extend(records);
                    }
                }
                Step::Remove(index) => {
                    if !kept.is_empty() {
                        let id = *kept.keys().nth(index.index(kept.len())).unwrap();
                        kept.remove(&id);
                        journal.remove(&[id]);
                    }
                }
                Step::Transmission(is_wanted) => {
                    let done = journal.remember_transmission(is_wanted).is_ok();
                    transmission = done.then_some(is_wanted);
                }
                Step::TearWrite => memory.disk().torn_writes += 1,
                Step::FailSync => memory.disk().failing_syncs += 1,
                Step::FailCreate => memory.disk().failing_creates += 1,
                Step::Restart | Step::LosePower(_) => {
                    drop(journal);
                    if let Step::LosePower(kept) = step {
                        memory.lose_power(kept);
                    }
                    let recovered;
                    (journal, recovered) = open_in_the_end(&memory);
                    if let Some(transmission) = transmission {
                        prop_assert_eq!(recovered.transmission, transmission);
                    }
                    transmission = Some(recovered.transmission);
                    prop_assert_eq!(&recovered.damaged, &[]);
                    let ids: Vec<_> = recovered.records.iter().map(SpoolEntry::id).collect();
                    prop_assert!(ids.is_sorted());
                    for id in kept.keys() {
                        prop_assert!(ids.contains(id), "{} is lost", id);
                    }
                    for id in ids {
                        kept.entry(id).or_insert_with(|| journal.read(id).unwrap());
                    }
                }
            }
            for (id, octets) in &kept {
                prop_assert_eq!(&journal.read(*id).unwrap(), octets);
            }
            let live: usize = kept.values().map(|octets| octets.len() + HEAD).sum();
            prop_assert_eq!(journal.live, live as u64);
        }
    }
}
