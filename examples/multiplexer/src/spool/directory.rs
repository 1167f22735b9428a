//! Segments as files in a directory.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

use fs4::FileExt;

use super::Medium;

/// How the files of segments are called, with a number between.
const PREFIX: &str = "call-records-";
const SUFFIX: &str = ".spool";

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
        let lock = options.open(path.join("lock"))?;
        FileExt::try_lock(&lock).map_err(|_| {
            io::Error::new(
                io::ErrorKind::ResourceBusy,
                "another csta-mux uses it: end that, or set another spool.directory",
            )
        })?;
        let directory = Self { path: path.to_owned(), _lock: lock, open: None };
        directory.sync_directory()?;
        Ok(directory)
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

    fn create(&mut self, segment: u64) -> io::Result<()> {
        let mut options = OpenOptions::new();
        options.append(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options.open(self.file(segment))?;
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
    fn two_programs_do_not_share_a_directory() {
        let directory = tempfile::tempdir().unwrap();
        let first = Directory::open(directory.path()).unwrap();
        assert!(Directory::open(directory.path()).unwrap_err().to_string().contains("another"));
        drop(first);
        Directory::open(directory.path()).unwrap();
    }
}
