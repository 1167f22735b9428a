//! The spool as it is on disk: segments to which entries are appended.

use std::collections::{BTreeMap, VecDeque};
use std::io;

use bytes::Bytes;

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
    /// Begins a segment, so that it is there after a loss of power.
    fn create(&mut self, segment: u64) -> io::Result<()>;
    /// Appends to a segment, all or a part of it if it fails.
    fn append(&mut self, segment: u64, octets: &[u8]) -> io::Result<()>;
    /// Sees to it that what was appended is there after a loss of power.
    fn sync(&mut self, segment: u64) -> io::Result<()>;
    /// Removes a segment.
    fn remove(&mut self, segment: u64) -> io::Result<()>;
}

/// Records on a [`Medium`].
///
/// A record is stored when it has been appended and synced. After an error nothing more is appended
/// to that segment, of which nobody knows what the disk has of it: what is sound of it counts, and
/// the next entries go into a new one. The oldest segment goes when none of its records is left;
/// if one is kept very long, it is appended again to the newest.
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
    /// How many octets could not be read, mostly of an entry that was being written when the power
    /// was lost.
    pub(crate) torn: u64,
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
        let mut torn = 0;
        for number in numbers {
            torn += journal.replay(number, &mut known)?;
        }
        let recovered = Recovered {
            records: known.into_values().collect(),
            transmission: journal.transmission,
            torn,
        };
        journal.tidy();
        Ok((journal, recovered))
    }

    /// Takes in a segment. Returns how many octets of it are no entries.
    fn replay(
        &mut self,
        number: u64,
        known: &mut BTreeMap<SpoolId, SpoolEntry>,
    ) -> io::Result<u64> {
        self.medium.sync(number)?;
        let text = self.medium.read(number)?;
        self.segments.push_back(Segment { number, length: text.len() as u64, records: 0 });
        let mut rest = text.as_slice();
        while let Some((entry, length)) = Entry::read(rest) {
            let at = (text.len() - rest.len()) as u64;
            match entry {
                Entry::Record(id, octets) => {
                    known.insert(id, SpoolEntry::of(id, &octets));
                    self.keep(id, Place { segment: number, at, length });
                }
                Entry::Removed(id) => {
                    known.remove(&id);
                    self.forget(id);
                }
                Entry::Transmission(is_wanted) => {
                    (self.transmission, self.transmission_in) = (is_wanted, number);
                }
            }
            rest = rest.get(length..).unwrap_or_default();
        }
        Ok(rest.len() as u64)
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
        let text = self.medium.read_at(place.segment, place.at, place.length)?;
        match Entry::read(&text) {
            Some((Entry::Record(found, octets), _)) if found == id => Ok(octets),
            _ => Err(io::Error::new(io::ErrorKind::InvalidData, "it is damaged on disk")),
        }
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
        if self.is_sound
            && let Some(newest) = newest
        {
            // What is removed in it counts from now on.
            self.medium.sync(newest.number)?;
        }
        self.medium.create(number)?;
        self.segments.push_back(Segment { number, length: 0, records: 0 });
        // What the oldest segment says of it goes with it.
        let mut text = Vec::new();
        Entry::Transmission(self.transmission).write(&mut text);
        let appended = self.medium.append(number, &text);
        self.is_sound = appended.is_ok();
        if let Some(newest) = self.segments.back_mut() {
            newest.length = text.len() as u64;
        }
        appended?;
        self.sync()?;
        self.transmission_in = number;
        Ok(())
    }

    /// Removes the oldest segments of which nothing is kept, and makes it so if there are too many.
    fn tidy(&mut self) {
        while self.segments.len() > 1 {
            let Some(oldest) = self.segments.front() else {
                return;
            };
            let (number, records) = (oldest.number, oldest.records);
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
            if self.medium.remove(number).is_err() {
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
