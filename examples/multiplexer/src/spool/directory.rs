//! Segments as files in a directory.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

use fs4::{FileExt, TryLockError};

use super::Medium;

/// How the files of segments are called, with a number between.
const PREFIX: &str = "call-records-";
const SUFFIX: &str = ".spool";

/// The file that is locked by who has the directory.
const LOCK: &str = "lock";

/// What is behind the name of a file that is set aside.
const DAMAGED: &str = "damaged";

/// Segments as files in a directory, which no other program has meanwhile.
#[derive(Debug)]
pub(crate) struct Directory {
    path: PathBuf,
    /// Locked as long as it is open.
    _lock: File,
    /// The segment to which was appended last.
    open: Option<(u64, File)>,
}

impl Directory {
    /// Opens a directory, which is made if there is none.
    pub(crate) fn open(path: &Path) -> io::Result<Self> {
        fs::create_dir_all(path)?;
        let mut options = OpenOptions::new();
        options.create(true).write(true).truncate(false);
        let lock = options.open(path.join(LOCK))?;
        FileExt::try_lock(&lock).map_err(unlocked)?;
        probe(path)?;
        let directory = Self { path: path.to_owned(), _lock: lock, open: None };
        directory.sync_directory()?;
        Ok(directory)
    }

    /// Tells whether [`open`](Self::open) could open it when no other program has it, and leaves
    /// nothing there: who asks may be another user than the one who will open it.
    pub(crate) fn check(path: &Path) -> io::Result<()> {
        let path = std::path::absolute(path)?;
        let lock = path.join(LOCK);
        if lock.try_exists()? {
            OpenOptions::new().write(true).open(lock)?;
        }
        // Where it is to be made, or it itself.
        probe(path.ancestors().find(|own| own.exists()).unwrap_or(&path))
    }

    fn file(&self, segment: u64) -> PathBuf {
        self.path.join(format!("{PREFIX}{segment:010}{SUFFIX}"))
    }

    fn appending(&mut self, segment: u64) -> io::Result<&mut File> {
        if self.open.as_ref().is_none_or(|(open, _)| *open != segment) {
            let file = OpenOptions::new().append(true).open(self.file(segment))?;
            self.open = Some((segment, file));
        }
        let open = self.open.as_mut().map(|(_, file)| file);
        open.ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    /// Sees to it that what files there are is so after a loss of power.
    fn sync_directory(&self) -> io::Result<()> {
        // Elsewhere directories cannot be opened, and need not.
        #[cfg(unix)]
        File::open(&self.path)?.sync_all()?;
        Ok(())
    }
}

/// Sees whether files can be made in a directory, and locked.
fn probe(directory: &Path) -> io::Result<()> {
    let path = directory.join(format!("csta-mux-probe-{}", std::process::id()));
    let file = match File::create(&path) {
        Ok(file) => file,
        // There may be room again, and until then the switch keeps its records.
        Err(error)
            if matches!(
                error.kind(),
                io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded
            ) =>
        {
            return Ok(());
        }
        Err(error) => return Err(error),
    };
    let locked = FileExt::try_lock(&file);
    drop(file);
    fs::remove_file(path)?;
    match locked {
        Ok(()) | Err(TryLockError::WouldBlock) => Ok(()),
        Err(error) => Err(unlocked(error)),
    }
}

/// Why a directory could not be locked.
fn unlocked(error: TryLockError) -> io::Error {
    match error {
        TryLockError::WouldBlock => io::Error::new(
            io::ErrorKind::ResourceBusy,
            "another csta-mux uses it: end that, or set another spool.directory",
        ),
        TryLockError::Error(error) => io::Error::new(
            error.kind(),
            format!(
                "files in it cannot be locked ({error}): set a spool.directory on a \
                 filesystem that has locks"
            ),
        ),
    }
}

impl Medium for Directory {
    fn segments(&mut self) -> io::Result<Vec<u64>> {
        let mut segments = Vec::new();
        for file in fs::read_dir(&self.path)? {
            let name = file?.file_name();
            let number = name.to_str().and_then(|name| {
                name.strip_prefix(PREFIX)?.strip_suffix(SUFFIX)?.parse::<u64>().ok()
            });
            segments.extend(number);
        }
        Ok(segments)
    }

    fn read(&mut self, segment: u64) -> io::Result<Vec<u8>> {
        fs::read(self.file(segment))
    }

    fn read_at(&mut self, segment: u64, at: u64, length: usize) -> io::Result<Vec<u8>> {
        let mut file = File::open(self.file(segment))?;
        file.seek(SeekFrom::Start(at))?;
        let mut octets = vec![0; length];
        file.read_exact(&mut octets)?;
        Ok(octets)
    }

    fn name(&self, segment: u64) -> String {
        self.file(segment).display().to_string()
    }

    fn create(&mut self, segment: u64) -> io::Result<()> {
        let mut options = OpenOptions::new();
        options.append(true).create(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options.open(self.file(segment))?;
        // What an earlier try has left does not count.
        file.set_len(0)?;
        self.open = Some((segment, file));
        self.sync_directory()
    }

    fn append(&mut self, segment: u64, octets: &[u8]) -> io::Result<()> {
        self.appending(segment)?.write_all(octets)
    }

    fn sync(&mut self, segment: u64) -> io::Result<()> {
        self.appending(segment)?.sync_data()
    }

    fn remove(&mut self, segment: u64) -> io::Result<()> {
        fs::remove_file(self.file(segment))
    }

    fn set_aside(&mut self, segment: u64) -> io::Result<()> {
        let file = self.file(segment);
        let name = |count: u64| match count {
            0 => file.with_added_extension(DAMAGED),
            _ => file.with_added_extension(format!("{DAMAGED}-{count}")),
        };
        // An earlier one is not replaced; nobody else makes files here.
        let mut count = 0;
        while name(count).try_exists()? {
            count += 1;
        }
        fs::rename(&file, name(count))
    }
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;

    use super::super::Journal;
    use super::*;
    use crate::SpoolId;

    #[test]
    fn records_are_there_after_a_restart() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("spool");
        let open = || Journal::open(Directory::open(&path).unwrap(), 1 << 20).unwrap();
        let (mut journal, recovered) = open();
        assert!(recovered.records.is_empty() && !recovered.transmission);
        journal
            .store(&[(SpoolId(1), Bytes::from("one")), (SpoolId(2), Bytes::from("two"))])
            .unwrap();
        journal.remember_transmission(true).unwrap();
        journal.remove(&[SpoolId(1)]);
        drop(journal);

        let (mut journal, recovered) = open();
        let ids: Vec<_> = recovered.records.iter().map(crate::SpoolEntry::id).collect();
        assert_eq!(ids, [SpoolId(2)]);
        assert!(recovered.transmission);
        assert_eq!(journal.read(SpoolId(2)).unwrap(), "two");
        assert!(journal.read(SpoolId(1)).is_err());
    }

    #[test]
    fn a_segment_is_begun_anew_as_often_as_it_is_asked_for() {
        let directory = tempfile::tempdir().unwrap();
        let mut medium = Directory::open(directory.path()).unwrap();
        for _ in 0..2 {
            medium.create(7).unwrap();
            medium.append(7, b"what is there").unwrap();
        }
        assert_eq!(medium.read(7).unwrap(), b"what is there");
        assert_eq!(medium.segments().unwrap(), [7]);
    }

    #[test]
    fn what_is_set_aside_is_no_segment_and_is_never_replaced() {
        let directory = tempfile::tempdir().unwrap();
        let mut medium = Directory::open(directory.path()).unwrap();
        for text in ["one", "two"] {
            medium.create(7).unwrap();
            medium.append(7, text.as_bytes()).unwrap();
            medium.set_aside(7).unwrap();
        }
        assert_eq!(medium.segments().unwrap(), [0_u64; 0]);
        let read = |name: &str| fs::read_to_string(directory.path().join(name)).unwrap();
        assert_eq!(read("call-records-0000000007.spool.damaged"), "one");
        assert_eq!(read("call-records-0000000007.spool.damaged-1"), "two");
    }

    #[test]
    fn a_check_tells_what_keeps_it_from_being_opened() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("spool");
        Directory::check(&path).unwrap();
        assert_eq!(fs::read_dir(directory.path()).unwrap().count(), 0, "it leaves nothing");
        let used = Directory::open(&path).unwrap();
        Directory::check(&path).unwrap();
        drop(used);
        let file = directory.path().join("file");
        fs::write(&file, "").unwrap();
        let error = Directory::check(&file.join("spool")).unwrap_err();
        assert_eq!(
            error.to_string(),
            Directory::open(&file.join("spool")).unwrap_err().to_string()
        );
    }

    #[test]
    fn a_filesystem_without_locks_is_not_taken_for_another_program() {
        let none = TryLockError::Error(io::ErrorKind::Unsupported.into());
        let text = unlocked(none).to_string();
        assert!(text.contains("has locks") && !text.contains("another csta-mux"), "{text}");
    }

    #[test]
    fn two_programs_do_not_share_a_directory() {
        let directory = tempfile::tempdir().unwrap();
        let first = Directory::open(directory.path()).unwrap();
        assert!(Directory::open(directory.path()).unwrap_err().to_string().contains("another"));
        drop(first);
        Directory::open(directory.path()).unwrap();
    }
}
