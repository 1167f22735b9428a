//! A medium for tests, which fails and loses power.

use std::collections::BTreeMap;
use std::io;
use std::sync::{Arc, Mutex, MutexGuard};

use super::Medium;

/// Segments in memory, of which a loss of power takes away what was not synced.
#[derive(Clone, Debug, Default)]
pub(crate) struct Memory(Arc<Mutex<Disk>>);

#[derive(Debug, Default)]
pub(super) struct Disk {
    /// Their octets, and how many of them are synced.
    pub(super) segments: BTreeMap<u64, (Vec<u8>, usize)>,
    /// How many octets fit.
    room: Option<usize>,
    pub(super) failing_syncs: usize,
    /// How many segments are begun and fail then.
    pub(super) failing_creates: usize,
    /// Segments that were set aside.
    pub(super) aside: BTreeMap<u64, Vec<u8>>,
    /// How many writes stop halfway.
    pub(super) torn_writes: usize,
}

impl Memory {
    pub(super) fn disk(&self) -> MutexGuard<'_, Disk> {
        self.0.lock().unwrap()
    }

    /// Lets so many octets fit from now on.
    pub(crate) fn set_room(&self, room: Option<usize>) {
        self.disk().room = room;
    }

    /// Keeps of what was not synced so many parts of 8.
    pub(crate) fn lose_power(&self, kept: usize) {
        for (octets, synced) in self.disk().segments.values_mut() {
            let unsynced = octets.len() - *synced;
            octets.truncate(*synced + unsynced * kept / 8);
            *synced = octets.len();
        }
    }
}

impl Medium for Memory {
    fn segments(&mut self) -> io::Result<Vec<u64>> {
        Ok(self.disk().segments.keys().copied().collect())
    }

    fn read(&mut self, segment: u64) -> io::Result<Vec<u8>> {
        Ok(self.disk().segments[&segment].0.clone())
    }

    fn read_at(&mut self, segment: u64, at: u64, length: usize) -> io::Result<Vec<u8>> {
        let disk = self.disk();
        let octets = disk.segments.get(&segment).ok_or(io::ErrorKind::NotFound)?;
        let at = usize::try_from(at).unwrap();
        Ok(octets.0.get(at..at + length).ok_or(io::ErrorKind::UnexpectedEof)?.to_vec())
    }

    fn name(&self, segment: u64) -> String {
        format!("segment {segment}")
    }

    fn create(&mut self, segment: u64) -> io::Result<()> {
        let mut disk = self.disk();
        disk.segments.insert(segment, (Vec::new(), 0));
        if disk.failing_creates > 0 {
            disk.failing_creates -= 1;
            return Err(io::Error::other("the directory is not synced"));
        }
        Ok(())
    }

    fn append(&mut self, segment: u64, octets: &[u8]) -> io::Result<()> {
        let mut disk = self.disk();
        let used: usize = disk.segments.values().map(|(octets, _)| octets.len()).sum();
        let mut fits = disk.room.map_or(octets.len(), |room| room.saturating_sub(used));
        if disk.torn_writes > 0 {
            disk.torn_writes -= 1;
            fits = octets.len() / 2;
        }
        let written = &octets[..fits.min(octets.len())];
        disk.segments.get_mut(&segment).unwrap().0.extend_from_slice(written);
        if written.len() < octets.len() { Err(io::ErrorKind::StorageFull.into()) } else { Ok(()) }
    }

    fn sync(&mut self, segment: u64) -> io::Result<()> {
        let mut disk = self.disk();
        if disk.failing_syncs > 0 {
            disk.failing_syncs -= 1;
            return Err(io::Error::other("the disk does not answer"));
        }
        let (octets, synced) = disk.segments.get_mut(&segment).unwrap();
        *synced = octets.len();
        Ok(())
    }

    fn remove(&mut self, segment: u64) -> io::Result<()> {
        self.disk().segments.remove(&segment);
        Ok(())
    }

    fn set_aside(&mut self, segment: u64) -> io::Result<()> {
        let mut disk = self.disk();
        let (octets, _) = disk.segments.remove(&segment).ok_or(io::ErrorKind::NotFound)?;
        disk.aside.insert(segment, octets);
        Ok(())
    }
}
