//! The thread that writes, and the way to it.

use std::io;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::SystemTime;

use bytes::Bytes;
use csta_client::{Direction, Numbers as Shown, ProtocolLog};
use rustc_hash::FxHashMap;

use super::files::{Files, Keeping};
use super::rotating::Rotating;
use crate::config::{Numbers, ProtocolLogs};
use crate::worker::Worker;

/// How many octets of messages may wait to be written. What comes beyond is not logged, and the log
/// says how much is missing.
const WAITING: usize = 16 << 20;

/// Octets that a message takes while it waits, besides its own.
const OVERHEAD: usize = 100;

/// The way to the thread that writes protocol logs.
#[derive(Clone, Debug)]
pub(crate) struct Recorder {
    sender: Sender<Item>,
    waiting: Arc<AtomicUsize>,
    next: Arc<AtomicU64>,
}

/// The log of a connection.
#[derive(Debug)]
pub(crate) struct Log {
    recorder: Recorder,
    number: u64,
    /// Messages that had no room.
    missing: AtomicU64,
}

#[derive(Debug)]
enum Item {
    Begin { number: u64, name: String, head: String, of_switch: bool },
    Frame { number: u64, at: SystemTime, direction: Direction, apdu: Bytes, missing: u64 },
    End { number: u64, missing: u64 },
}

impl Recorder {
    /// Starts a thread, which ends with the last who has a way to it, when all is written.
    ///
    /// # Errors
    ///
    /// If files cannot be written where they are to be.
    pub(crate) fn start(settings: &ProtocolLogs) -> io::Result<(Self, Worker)> {
        let keeping = Keeping {
            directory: settings.directory.clone(),
            size: settings.size,
            files: settings.files,
        };
        keeping.open()?;
        let numbers = match settings.numbers {
            Numbers::Masked => Shown::Masked,
            Numbers::Shown => Shown::Shown,
        };
        let (sender, items) = channel();
        let waiting = Arc::new(AtomicUsize::new(0));
        let recorder = Self { sender, waiting: Arc::clone(&waiting), next: Arc::default() };
        let worker = Worker::start(move || write(&items, keeping, numbers, &waiting));
        Ok((recorder, worker))
    }

    /// Begins the log of a connection: what it is called and what stands at its beginning. Where
    /// this program is the switch, what it sends comes from the switch.
    pub(crate) fn begin(&self, name: &str, head: &str, of_switch: bool) -> Log {
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        let now = humantime::format_rfc3339_millis(SystemTime::now()).to_string();
        let name = format!("{name}-{}-{number}", now.replace([':', '-', '.'], ""));
        // One line, whatever is in it.
        let head = format!("# {now} {}\n", head.replace(|c: char| c.is_control(), " "));
        // The thread ends no earlier than this.
        let _ = self.sender.send(Item::Begin { number, name, head, of_switch });
        Log { recorder: self.clone(), number, missing: AtomicU64::new(0) }
    }
}

impl Log {
    /// Logs a message. It does not wait.
    pub(crate) fn record(&self, direction: Direction, apdu: &[u8]) {
        let octets = apdu.len() + OVERHEAD;
        let waiting = &self.recorder.waiting;
        if waiting.fetch_add(octets, Ordering::Relaxed) + octets > WAITING {
            waiting.fetch_sub(octets, Ordering::Relaxed);
            self.missing.fetch_add(1, Ordering::Relaxed);
            return;
        }
        let _ = self.recorder.sender.send(Item::Frame {
            number: self.number,
            at: SystemTime::now(),
            direction,
            apdu: Bytes::copy_from_slice(apdu),
            missing: self.missing.swap(0, Ordering::Relaxed),
        });
    }

    /// Logs each message in whole frames.
    pub(crate) fn record_frames(&self, direction: Direction, mut frames: &[u8]) {
        while let Some((length, rest)) = frames.split_first_chunk::<2>() {
            let length = usize::from(u16::from_be_bytes(*length)).min(rest.len());
            let (apdu, rest) = rest.split_at(length);
            self.record(direction, apdu);
            frames = rest;
        }
    }
}

impl Drop for Log {
    fn drop(&mut self) {
        let missing = *self.missing.get_mut();
        let _ = self.recorder.sender.send(Item::End { number: self.number, missing });
    }
}

fn write(items: &Receiver<Item>, keeping: Keeping, numbers: Shown, waiting: &AtomicUsize) {
    let files = Files::new(keeping);
    let mut logs = FxHashMap::default();
    while let Ok(item) = items.recv() {
        match item {
            Item::Begin { number, name, head, of_switch } => {
                let writer = Rotating::new(Rc::clone(&files), name, head);
                let log = ProtocolLog::new(writer).numbers(numbers);
                logs.insert(number, if of_switch { log.of_switch() } else { log });
            }
            Item::Frame { number, at, direction, apdu, missing } => {
                waiting.fetch_sub(apdu.len() + OVERHEAD, Ordering::Relaxed);
                if let Some(log) = logs.get(&number) {
                    tell_missing(log, at, missing);
                    log.frame_at(at, direction, &apdu);
                }
            }
            Item::End { number, missing } => {
                if let Some(log) = logs.remove(&number) {
                    tell_missing(&log, SystemTime::now(), missing);
                }
            }
        }
    }
}

fn tell_missing(log: &ProtocolLog<Rotating>, at: SystemTime, missing: u64) {
    if missing > 0 {
        log.comment(at, &format!("{missing} messages are missing here: the disk was too slow"));
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::time::Duration;

    use tempfile::TempDir;

    use super::*;

    fn settings(directory: &TempDir) -> ProtocolLogs {
        ProtocolLogs {
            directory: directory.path().to_owned(),
            numbers: Numbers::Masked,
            size: 1 << 20,
            files: 10,
        }
    }

    /// What is in the log whose name begins so.
    fn read(directory: &TempDir, name: &str) -> String {
        let files = fs::read_dir(directory.path()).unwrap().map(|file| file.unwrap());
        let mut files = files.filter(|file| file.file_name().to_str().unwrap().starts_with(name));
        fs::read_to_string(files.next().unwrap().path()).unwrap()
    }

    #[tokio::test]
    async fn each_connection_has_its_log_with_numbers_masked() {
        let directory = tempfile::tempdir().unwrap();
        let (recorder, worker) = Recorder::start(&settings(&directory)).unwrap();
        let [one, other] =
            ["pbx", "application"].map(|name| recorder.begin(name, "from\nhere", true));
        let status = hex_literal::hex!("A1 0C 02 01 01 02 02 00 D3 30 03 0A 01 02");
        let call = hex_literal::hex!(
            "A1 16 02 01 07 02 01 0A 30 0E 30 05 80 03 313031 30 05 80 03 313032"
        );
        one.record(Direction::Sent, &status);
        let framed = [&[0, 24][..], &call, &[0, 14], &status].concat();
        other.record_frames(Direction::Received, &framed);
        drop((one, other, recorder));
        assert!(worker.ended(Duration::from_secs(60)).await);
        let text = read(&directory, "pbx");
        assert!(text.contains(" < A1 0C 02 01 01"), "{text}");
        let text = read(&directory, "application");
        assert_eq!(text.lines().count(), 3, "{text}");
        assert!(text.lines().next().unwrap().ends_with("from here"), "{text}");
        assert!(
            text.contains(" > A1 16") && text.contains("30 30 30 30 05 80 03 30 30 30"),
            "{text}"
        );
    }

    #[tokio::test]
    async fn messages_that_had_no_room_are_told_at_the_end_too() {
        let directory = tempfile::tempdir().unwrap();
        let (recorder, worker) = Recorder::start(&settings(&directory)).unwrap();
        let log = recorder.begin("pbx", "from here", false);
        recorder.waiting.fetch_add(WAITING, Ordering::Relaxed);
        (0..3).for_each(|_| log.record(Direction::Sent, &[0; 8]));
        drop((log, recorder));
        assert!(worker.ended(Duration::from_secs(60)).await);
        let text = read(&directory, "pbx");
        assert!(text.ends_with(" 3 messages are missing here: the disk was too slow\n"), "{text}");
    }
}
