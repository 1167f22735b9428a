//! The spool as it is on disk: segments to which entries are appended.

use std::collections::{BTreeMap, VecDeque};
use std::io;

use bytes::Bytes;

use super::entries::Entries;
use super::entry::{Entry, HEAD};
use crate::{SpoolEntry, SpoolId};

/// How long a segment becomes before the next is begun.
const SEGMENT: u64 = 1 << 20;

/// How much may be on disk beside what is kept, before it is tidied up.
const GARBAGE: u64 = 4 * SEGMENT;

/// Where segments are: a directory, or what a test takes for one.
pub(crate) trait Medium: Send {
    /// The numbers of the segments that there are, in any order.
    fn segments(&mut self) -> io::Result<Vec<u64>>;
    /// All octets of a segment.
    fn read(&mut self, segment: u64) -> io::Result<Vec<u8>>;
    /// Some octets of a segment.
    fn read_at(&mut self, segment: u64, at: u64, length: usize) -> io::Result<Vec<u8>>;
    /// How people find a segment.
    fn name(&self, segment: u64) -> String;
    /// Begins an empty segment, so that it is there after a loss of power. After an error it may be
    /// there, and is begun anew when this is asked again.
    fn create(&mut self, segment: u64) -> io::Result<()>;
    /// Appends to a segment, all or a part of it if it fails.
    fn append(&mut self, segment: u64, octets: &[u8]) -> io::Result<()>;
    /// Sees to it that what was appended is there after a loss of power.
    fn sync(&mut self, segment: u64) -> io::Result<()>;
    /// Removes a segment.
    fn remove(&mut self, segment: u64) -> io::Result<()>;
    /// Takes a segment away from the others and keeps it, for people to look at.
    fn set_aside(&mut self, segment: u64) -> io::Result<()>;
}

/// Records on a [`Medium`].
///
/// A record is stored when it has been appended and synced. After an error nothing more is appended
/// to that segment, of which nobody knows what the disk has of it: what is sound of it counts, and
/// the next entries go into a new one. The oldest segment goes when none of its records is left;
/// if one is kept very long, it is appended again to the newest. A damaged segment is never removed,
/// but set aside.
#[derive(Debug)]
pub(crate) struct Journal<M> {
    medium: M,
    /// How many octets there may be on disk.
    limit: u64,
    segments: VecDeque<Segment>,
    /// Whether the newest segment may be appended to.
    is_sound: bool,
    places: BTreeMap<SpoolId, Place>,
    /// Octets of entries of records that are kept.
    live: u64,
    /// Records that are removed, of which that could not be written yet.
    unmarked: Vec<SpoolId>,
    transmission: bool,
    /// The segment that says so last.
    transmission_in: u64,
}

#[derive(Debug)]
struct Segment {
    number: u64,
    length: u64,
    records: usize,
    /// What was written could not be read again.
    is_damaged: bool,
}

#[derive(Clone, Copy, Debug)]
struct Place {
    segment: u64,
    at: u64,
    length: usize,
}

/// What an earlier run of the program has left.
#[derive(Debug, Default)]
pub(crate) struct Recovered {
    /// The records, in order.
    pub(crate) records: Vec<SpoolEntry>,
    /// Whether the switch is to send call records.
    pub(crate) transmission: bool,
    /// How many octets are no whole entries since the power was lost, or the disk was full, while
    /// they were written. Nobody was told that they are durable.
    pub(crate) torn: usize,
    /// The segments of which more than that cannot be read.
    pub(crate) damaged: Vec<Damaged>,
}

/// A segment that the disk has not kept as it was written.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Damaged {
    /// How people find it.
    pub(crate) name: String,
    /// How many octets of it are no entries.
    pub(crate) octets: usize,
}

impl<M: Medium> Journal<M> {
    /// Reads what is there, and sees to it that it stays there: the last run may have ended before
    /// what it wrote was synced. At most so many octets of records are kept, and about twice as
    /// many are on disk.
    ///
    /// # Errors
    ///
    /// If the medium cannot be read, or does not keep what is read.
    pub(crate) fn open(mut medium: M, size: u64) -> io::Result<(Self, Recovered)> {
        let mut numbers = medium.segments()?;
        numbers.sort_unstable();
        let mut journal = Self {
            medium,
            limit: size.saturating_mul(2).saturating_add(GARBAGE),
            segments: VecDeque::new(),
            // What the last run was about to write when it ended is not known.
            is_sound: false,
            places: BTreeMap::new(),
            live: 0,
            unmarked: Vec::new(),
            transmission: false,
            transmission_in: 0,
        };
        let mut known = BTreeMap::new();
        let mut recovered = Recovered::default();
        for number in numbers {
            journal.replay(number, &mut known, &mut recovered)?;
        }
        recovered.records = known.into_values().collect();
        recovered.transmission = journal.transmission;
        journal.tidy();
        Ok((journal, recovered))
    }

    /// Takes in a segment: all that is sound of it.
    fn replay(
        &mut self,
        number: u64,
        known: &mut BTreeMap<SpoolId, SpoolEntry>,
        recovered: &mut Recovered,
    ) -> io::Result<()> {
        self.medium.sync(number)?;
        let text = self.medium.read(number)?;
        self.segments.push_back(Segment {
            number,
            length: text.len() as u64,
            records: 0,
            is_damaged: false,
        });
        let mut entries = Entries::of(&text);
        for (at, entry, length) in entries.by_ref() {
            match entry {
                Entry::Record(id, octets) => {
                    known.insert(id, SpoolEntry::of(id, &octets));
                    self.keep(id, Place { segment: number, at: at as u64, length });
                }
                Entry::Removed(id) => {
                    known.remove(&id);
                    self.forget(id);
                }
                Entry::Transmission(is_wanted) => {
                    (self.transmission, self.transmission_in) = (is_wanted, number);
                }
            }
        }
        recovered.torn += entries.torn();
        let octets = entries.damaged();
        if octets > 0 {
            recovered.damaged.push(Damaged { name: self.medium.name(number), octets });
            self.damaged(number);
        }
        Ok(())
    }

    fn damaged(&mut self, number: u64) {
        if let Some(segment) = self.segment(number) {
            segment.is_damaged = true;
        }
    }

    fn keep(&mut self, id: SpoolId, place: Place) {
        self.forget(id);
        self.places.insert(id, place);
        self.live += place.length as u64;
        if let Some(segment) = self.segment(place.segment) {
            segment.records += 1;
        }
    }

    fn forget(&mut self, id: SpoolId) -> bool {
        let Some(place) = self.places.remove(&id) else {
            return false;
        };
        self.live -= place.length as u64;
        if let Some(segment) = self.segment(place.segment) {
            segment.records -= 1;
        }
        true
    }

    fn segment(&mut self, number: u64) -> Option<&mut Segment> {
        self.segments.iter_mut().rev().find(|segment| segment.number == number)
    }

    /// How many octets there are on disk.
    fn total(&self) -> u64 {
        self.segments.iter().map(|segment| segment.length).sum()
    }

    /// Stores records, all or none of them, so that they are there after a loss of power.
    ///
    /// # Errors
    ///
    /// If the medium does not take them, or there is no room.
    pub(crate) fn store(&mut self, records: &[(SpoolId, Bytes)]) -> io::Result<()> {
        let entries: Vec<_> =
            records.iter().map(|(id, octets)| Entry::Record(*id, octets.clone())).collect();
        let places = self.append(&entries)?;
        self.sync()?;
        for (id, place) in places {
            self.keep(id, place);
        }
        Ok(())
    }

    /// Remembers whether the switch is to send call records.
    ///
    /// # Errors
    ///
    /// If the medium does not take it; it is written with the next segment then.
    pub(crate) fn remember_transmission(&mut self, is_wanted: bool) -> io::Result<()> {
        self.transmission = is_wanted;
        self.append(&[Entry::Transmission(is_wanted)])?;
        self.sync()?;
        self.transmission_in = self.segments.back().map_or(0, |newest| newest.number);
        Ok(())
    }

    /// Removes records. After a loss of power some of them may be there again.
    pub(crate) fn remove(&mut self, ids: &[SpoolId]) {
        for id in ids {
            if self.forget(*id) {
                self.unmarked.push(*id);
            }
        }
        let entries: Vec<_> = self.unmarked.iter().map(|id| Entry::Removed(*id)).collect();
        if !entries.is_empty() && self.append(&entries).is_ok() {
            self.unmarked.clear();
        }
        self.tidy();
    }

    /// The octets of a record.
    ///
    /// # Errors
    ///
    /// If there is none, or it cannot be read any more.
    pub(crate) fn read(&mut self, id: SpoolId) -> io::Result<Bytes> {
        let place = *self.places.get(&id).ok_or(io::ErrorKind::NotFound)?;
        let read = self.medium.read_at(place.segment, place.at, place.length);
        let octets = read.and_then(|text| match Entry::read(&text) {
            Some((Entry::Record(found, octets), _)) if found == id => Ok(octets),
            _ => Err(io::Error::new(io::ErrorKind::InvalidData, "it is damaged on disk")),
        });
        octets.map_err(|error| {
            self.damaged(place.segment);
            let name = self.medium.name(place.segment);
            io::Error::new(error.kind(), format!("{name}: {error}"))
        })
    }

    /// Appends entries to the newest segment. Returns where the records in them are.
    fn append(&mut self, entries: &[Entry]) -> io::Result<Vec<(SpoolId, Place)>> {
        self.make_segment()?;
        let Some(newest) = self.segments.back() else {
            return Err(io::ErrorKind::NotFound.into());
        };
        let (number, begin) = (newest.number, newest.length);
        let mut text = Vec::new();
        let mut places = Vec::new();
        for entry in entries {
            let at = begin + text.len() as u64;
            entry.write(&mut text);
            if let Entry::Record(id, octets) = entry {
                places.push((*id, Place { segment: number, at, length: HEAD + octets.len() }));
            }
        }
        if !places.is_empty() && self.total() + text.len() as u64 > self.limit {
            return Err(io::Error::new(io::ErrorKind::StorageFull, "spool.size allows no more"));
        }
        if let Err(error) = self.medium.append(number, &text) {
            self.is_sound = false;
            return Err(error);
        }
        if let Some(newest) = self.segments.back_mut() {
            newest.length += text.len() as u64;
        }
        Ok(places)
    }

    fn sync(&mut self) -> io::Result<()> {
        let Some(newest) = self.segments.back() else {
            return Ok(());
        };
        let synced = self.medium.sync(newest.number);
        self.is_sound &= synced.is_ok();
        synced
    }

    /// Begins a new segment where the newest cannot be appended to.
    fn make_segment(&mut self) -> io::Result<()> {
        let newest = self.segments.back();
        if self.is_sound && newest.is_some_and(|newest| newest.length < SEGMENT) {
            return Ok(());
        }
        let number = newest.map_or(0, |newest| newest.number) + 1;
        if self.is_sound {
            // What is removed in it counts from now on.
            self.sync()?;
        }
        // What the oldest segment says of it goes with it.
        let mut text = Vec::new();
        Entry::Transmission(self.transmission).write(&mut text);
        // It counts when all of this is done: until then it is begun anew each time.
        self.medium.create(number)?;
        self.medium.append(number, &text)?;
        self.medium.sync(number)?;
        let length = text.len() as u64;
        self.segments.push_back(Segment { number, length, records: 0, is_damaged: false });
        self.is_sound = true;
        self.transmission_in = number;
        Ok(())
    }

    /// Removes the oldest segments of which nothing is kept, and makes it so if there are too many.
    fn tidy(&mut self) {
        while self.segments.len() > 1 {
            let Some(oldest) = self.segments.front() else {
                return;
            };
            let (number, records, is_damaged) = (oldest.number, oldest.records, oldest.is_damaged);
            if records > 0 {
                if self.total() <= self.live.saturating_mul(2).saturating_add(GARBAGE)
                    || self.move_records(number).is_err()
                {
                    return;
                }
                continue;
            }
            // What only it says is written elsewhere before it goes.
            if self.transmission && self.transmission_in == number {
                self.is_sound = false;
                if self.make_segment().is_err() {
                    return;
                }
                continue;
            }
            let gone =
                if is_damaged { self.medium.set_aside(number) } else { self.medium.remove(number) };
            if gone.is_err() {
                return;
            }
            self.segments.pop_front();
        }
    }

    /// Appends the records of a segment to the newest again.
    fn move_records(&mut self, number: u64) -> io::Result<()> {
        let ids: Vec<_> = self
            .places
            .iter()
            .filter(|(_, place)| place.segment == number)
            .map(|(id, _)| *id)
            .collect();
        let mut records = Vec::new();
        for id in ids {
            records.push((id, self.read(id)?));
        }
        self.store(&records)
    }
}

#[cfg(test)]
mod memory;
#[cfg(test)]
mod tests;
#[cfg(test)]
pub(crate) use memory::Memory;
