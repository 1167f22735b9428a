//! Records as text with commas (RFC 4180), one a line.

use std::fs::{File, OpenOptions};
use std::io::{Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

use fs4::TryLockError;

use super::recent::Recent;
use super::record::Row;
use super::store::{Store, StoreError};

/// About as many octets of a record as there may be, to find the last of them from the end.
const RECORD: u64 = 1024;

/// Longer than any record: its octets twice, as they are and in hexadecimal, of which a message has
/// 65,535 at most.
const LONGEST_RECORD: u64 = 512 << 10;

/// The most octets that are read of what is there already.
const MAX_TAIL: u64 = 64 << 20;

/// A file of records, which only grows.
///
/// A record is a line. If the program or the computer fails while one is written, the last line has
/// no end: it is taken off when the file is opened again, since it was not confirmed, and comes
/// again.
#[derive(Debug)]
pub(super) struct CsvFile {
    path: PathBuf,
    file: File,
    /// How far it is whole.
    length: u64,
    recent: Recent,
}

impl CsvFile {
    /// Opens the file, or makes it; records are compared with the last `window` of it.
    pub(super) fn open(path: &Path, window: usize) -> Result<Self, StoreError> {
        let failed =
            |error: std::io::Error| format!("{} cannot be opened: {error}", path.display());
        let mut file = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(path)
            .map_err(failed)?;
        match fs4::FileExt::try_lock(&file) {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(format!("{} is written by another program", path.display()).into());
            }
            Err(TryLockError::Error(error)) => return Err(failed(error).into()),
        }
        let length = file.metadata().map_err(failed)?.len();
        let mut own = Self { path: path.to_owned(), file, length, recent: Recent::new(window) };
        if own.is_begun()? {
            own.read_tail(window)?;
        } else {
            file = own.file.try_clone().map_err(failed)?;
            file.set_len(0).map_err(failed)?;
            own.length = 0;
            let header = line(|writer| writer.write_record(Row::columns()))?;
            own.write(&header)?;
            // The file's name is safe, too, not what is in it alone.
            if let Some(parent) = path.parent().filter(|parent| !parent.as_os_str().is_empty()) {
                File::open(parent).and_then(|directory| directory.sync_all()).map_err(failed)?;
            }
        }
        Ok(own)
    }

    /// Whether the file has its header; if it has something else, it is not touched.
    fn is_begun(&mut self) -> Result<bool, StoreError> {
        let header = line(|writer| writer.write_record(Row::columns()))?;
        let mut begin = Vec::new();
        self.file.seek(SeekFrom::Start(0))?;
        (&self.file).take(header.len() as u64).read_to_end(&mut begin)?;
        if begin == header {
            return Ok(true);
        }
        if header.starts_with(&begin) {
            return Ok(false);
        }
        let wrong = "has something else in it than call records of this program: name another file";
        Err(format!("{} {wrong}", self.path.display()).into())
    }

    /// Learns which records were last, and takes off the one that was not finished.
    fn read_tail(&mut self, window: usize) -> Result<(), StoreError> {
        let tail = RECORD.saturating_mul(window as u64).clamp(LONGEST_RECORD, MAX_TAIL);
        let from = self.length.saturating_sub(tail);
        let mut octets = Vec::new();
        self.file.seek(SeekFrom::Start(from))?;
        (&self.file).take(tail).read_to_end(&mut octets)?;
        let whole = octets.iter().rposition(|octet| *octet == b'\n').map_or(0, |end| end + 1);
        let torn = (octets.len() - whole) as u64;
        if torn > 0 {
            self.length -= torn;
            self.file.set_len(self.length)?;
            self.file.sync_all()?;
            octets.truncate(whole);
        }
        // No record has a line end in it, so each line begins one.
        for line in octets.split(|octet| *octet == b'\n') {
            let name = line.split(|octet| *octet == b',').next().unwrap_or_default();
            if let Ok(name) = std::str::from_utf8(name)
                && name.bytes().all(|octet| octet.is_ascii_hexdigit())
                && !name.is_empty()
            {
                self.recent.insert(name.to_owned());
            }
        }
        Ok(())
    }

    /// Writes octets at the end and waits until they are on the disk; if that fails, the file is as
    /// it was.
    fn write(&mut self, octets: &[u8]) -> Result<(), StoreError> {
        let written = self
            .file
            .seek(SeekFrom::Start(self.length))
            .and_then(|_| self.file.write_all(octets))
            .and_then(|()| self.file.sync_data());
        if let Err(error) = written {
            // Should this fail as well, the next write begins at the same place.
            let _ = self.file.set_len(self.length);
            return Err(format!("{} cannot be written: {error}", self.path.display()).into());
        }
        self.length += octets.len() as u64;
        Ok(())
    }
}

impl Store for CsvFile {
    fn append(&mut self, rows: &[Row]) -> Result<Vec<Row>, StoreError> {
        let mut new: Vec<Row> = Vec::new();
        for row in rows {
            let is_new = !self.recent.contains(&row.id) && !new.iter().any(|own| own.id == row.id);
            if is_new {
                new.push(row.clone());
            }
        }
        if new.is_empty() {
            return Ok(new);
        }
        let lines =
            line(|writer| new.iter().try_for_each(|row| writer.write_record(row.values())))?;
        self.write(&lines)?;
        for row in &new {
            self.recent.insert(row.id.clone());
        }
        Ok(new)
    }
}

/// What is written, as octets.
fn line(
    write: impl FnOnce(&mut csv::Writer<Vec<u8>>) -> csv::Result<()>,
) -> Result<Vec<u8>, StoreError> {
    let mut writer = csv::WriterBuilder::new().has_headers(false).from_writer(Vec::new());
    write(&mut writer)?;
    writer.into_inner().map_err(|error| error.to_string().into())
}
