//! The thread that has the spool.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use bytes::Bytes;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

use super::{Journal, Medium};
use crate::{Input, SpoolId};

/// How many octets of records may be on their way to the disk.
const ON_THE_WAY: usize = 8 << 20;

/// How much is done with one sync.
const AT_ONCE: usize = 256;

/// What the spool is asked to do.
#[derive(Debug)]
pub(crate) enum Asked {
    Store(SpoolId, Bytes),
    Read(SpoolId),
    Remove(SpoolId),
    Transmission(bool),
}

/// The way to the thread that has the spool.
///
/// Records on their way are limited by their octets; reads and removals by the core, which has few
/// of them at once.
#[derive(Clone, Debug)]
pub(crate) struct SpoolHandle {
    asked: UnboundedSender<Asked>,
    on_the_way: Arc<AtomicUsize>,
}

/// What [`keep`] takes from a [`SpoolHandle`].
#[derive(Debug)]
pub(crate) struct Work {
    asked: UnboundedReceiver<Asked>,
    on_the_way: Arc<AtomicUsize>,
    /// Why the disk took nothing the last time, if it did not.
    failure: Option<String>,
}

impl SpoolHandle {
    /// A way to a thread, and the end for that thread.
    pub(crate) fn new() -> (Self, Work) {
        let (sender, asked) = unbounded_channel();
        let on_the_way = Arc::new(AtomicUsize::new(0));
        (
            Self { asked: sender, on_the_way: Arc::clone(&on_the_way) },
            Work { asked, on_the_way, failure: None },
        )
    }

    /// Has a record stored. Returns false if there is too much on the way, or nobody to do it.
    pub(crate) fn store(&self, id: SpoolId, octets: Bytes) -> bool {
        let length = octets.len();
        if self.on_the_way.fetch_add(length, Ordering::Relaxed) + length > ON_THE_WAY {
            self.on_the_way.fetch_sub(length, Ordering::Relaxed);
            return false;
        }
        self.asked.send(Asked::Store(id, octets)).is_ok()
    }

    /// Has a record read.
    pub(crate) fn read(&self, id: SpoolId) {
        let _ = self.asked.send(Asked::Read(id));
    }

    /// Has a record removed.
    pub(crate) fn remove(&self, id: SpoolId) {
        let _ = self.asked.send(Asked::Remove(id));
    }

    /// Has it remembered whether the switch is to send call records.
    pub(crate) fn remember_transmission(&self, is_wanted: bool) {
        let _ = self.asked.send(Asked::Transmission(is_wanted));
    }
}

impl Work {
    /// Tells people when the disk takes nothing any more, or for another reason, and when it does
    /// again: it is asked every few seconds, perhaps for days.
    fn written(&mut self, written: &io::Result<()>) {
        let failure = written.as_ref().err().map(ToString::to_string);
        if failure == self.failure {
            return;
        }
        match &failure {
            Some(error) => tracing::error!(%error, "the spool cannot be written"),
            None => tracing::info!("the spool can be written again"),
        }
        self.failure = failure;
    }
}

/// Does what is asked, until all handles are gone. It blocks.
pub(crate) fn keep<M: Medium>(
    mut journal: Journal<M>,
    mut work: Work,
    mut tell: impl FnMut(Input),
) {
    while let Some(first) = work.asked.blocking_recv() {
        at_once(&mut journal, &mut work, first, &mut tell);
    }
}

/// The same in a task, which takes a moment before each time that it does something.
#[cfg(test)]
pub(crate) async fn keep_in_task<M: Medium>(
    mut journal: Journal<M>,
    mut work: Work,
    mut moment: impl AsyncFnMut(),
    mut tell: impl FnMut(Input),
) {
    while let Some(first) = work.asked.recv().await {
        moment().await;
        at_once(&mut journal, &mut work, first, &mut tell);
    }
}

/// Does what is asked by now, with one sync.
fn at_once<M: Medium>(
    journal: &mut Journal<M>,
    work: &mut Work,
    first: Asked,
    tell: &mut impl FnMut(Input),
) {
    let mut store = Vec::new();
    let mut remove = Vec::new();
    let mut read = Vec::new();
    let mut next = Some(first);
    let mut count = 0;
    while let Some(asked) = next {
        match asked {
            Asked::Store(id, octets) => store.push((id, octets)),
            Asked::Read(id) => read.push(id),
            Asked::Remove(id) => remove.push(id),
            Asked::Transmission(is_wanted) => {
                work.written(&journal.remember_transmission(is_wanted));
            }
        }
        count += 1;
        next = if count < AT_ONCE { work.asked.try_recv().ok() } else { None };
    }
    if !store.is_empty() {
        let octets = store.iter().map(|(_, octets)| octets.len()).sum();
        work.on_the_way.fetch_sub(octets, Ordering::Relaxed);
        let stored = journal.store(&store);
        work.written(&stored);
        for (id, _) in store {
            tell(if stored.is_ok() { Input::Spooled(id) } else { Input::SpoolFailed(id) });
        }
    }
    for id in read {
        tell(match journal.read(id) {
            Ok(octets) => Input::SpoolRead(id, octets),
            Err(error) => {
                tracing::error!(%error, %id, "a call record cannot be read");
                Input::SpoolLost(id)
            }
        });
    }
    if !remove.is_empty() {
        journal.remove(&remove);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;
    use std::thread;

    use super::super::Directory;
    use super::super::journal::Memory;
    use super::*;

    #[test]
    fn what_is_asked_is_done_and_told() {
        let directory = tempfile::tempdir().unwrap();
        let medium = Directory::open(directory.path()).unwrap();
        let (journal, _) = Journal::open(medium, 1 << 20).unwrap();
        let (handle, work) = SpoolHandle::new();
        let (told, inputs) = mpsc::channel();
        let keeper = thread::spawn(move || keep(journal, work, |input| told.send(input).unwrap()));
        assert!(handle.store(SpoolId(7), Bytes::from("seven")));
        assert!(matches!(inputs.recv().unwrap(), Input::Spooled(SpoolId(7))));
        handle.read(SpoolId(7));
        let read = inputs.recv().unwrap();
        assert!(matches!(read, Input::SpoolRead(SpoolId(7), octets) if octets == "seven"));
        handle.remove(SpoolId(7));
        handle.read(SpoolId(8));
        assert!(matches!(inputs.recv().unwrap(), Input::SpoolLost(SpoolId(8))));
        drop(handle);
        keeper.join().unwrap();
    }

    #[test]
    fn a_full_disk_is_told_and_the_next_record_is_stored_when_there_is_room() {
        let memory = Memory::default();
        let (journal, _) = Journal::open(memory.clone(), 1 << 20).unwrap();
        let (handle, work) = SpoolHandle::new();
        let (told, inputs) = mpsc::channel();
        let keeper = thread::spawn(move || keep(journal, work, |input| told.send(input).unwrap()));
        memory.set_room(Some(100));
        assert!(handle.store(SpoolId(1), Bytes::from(vec![1; 200])));
        assert!(matches!(inputs.recv().unwrap(), Input::SpoolFailed(SpoolId(1))));
        memory.set_room(None);
        assert!(handle.store(SpoolId(1), Bytes::from(vec![1; 200])));
        assert!(matches!(inputs.recv().unwrap(), Input::Spooled(SpoolId(1))));
        drop(handle);
        keeper.join().unwrap();
        let (mut journal, recovered) = Journal::open(memory, 1 << 20).unwrap();
        assert_eq!(recovered.records.len(), 1);
        assert_eq!(journal.read(SpoolId(1)).unwrap(), vec![1; 200]);
    }

    #[test]
    fn what_is_on_the_way_is_bounded() {
        let (handle, work) = SpoolHandle::new();
        assert!(handle.store(SpoolId(1), Bytes::from(vec![0; ON_THE_WAY])));
        assert!(!handle.store(SpoolId(2), Bytes::from_static(b"x")));
        drop(work);
    }
}
