//! The files: a new one when one is long, the oldest removed when there are many.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

/// How the names of files end.
const SUFFIX: &str = "log";

/// How files are kept.
#[derive(Debug)]
pub(super) struct Keeping {
    pub(super) directory: PathBuf,
    /// How many octets a file has before the next is begun.
    pub(super) size: u64,
    /// How many files there are.
    pub(super) files: usize,
}

impl Keeping {
    /// Makes the directory, and sees whether files can be written there.
    pub(super) fn open(&self) -> io::Result<()> {
        fs::create_dir_all(&self.directory)?;
        let probe = self.directory.join(".probe");
        File::create(&probe)?;
        fs::remove_file(&probe)
    }

    /// Removes the oldest files, so that there is room for one more.
    fn make_room(&self) -> io::Result<()> {
        let mut files = Vec::new();
        for file in fs::read_dir(&self.directory)? {
            let path = file?.path();
            if path.extension().is_some_and(|extension| extension == SUFFIX) {
                let written = fs::metadata(&path).and_then(|metadata| metadata.modified());
                files.push((written.unwrap_or(SystemTime::UNIX_EPOCH), path));
            }
        }
        files.sort();
        let excess = (files.len() + 1).saturating_sub(self.files);
        for (_, path) in files.into_iter().take(excess) {
            fs::remove_file(path)?;
        }
        Ok(())
    }
}

/// A log that goes on in a new file when one is long.
#[derive(Debug)]
pub(super) struct Rotating {
    keeping: Arc<Keeping>,
    name: String,
    /// What stands at the beginning of each file.
    head: String,
    file: Option<File>,
    length: u64,
    count: u32,
}

impl Rotating {
    /// A log of this name, with this at the beginning of each file. Nothing is written yet.
    pub(super) const fn new(keeping: Arc<Keeping>, name: String, head: String) -> Self {
        Self { keeping, name, head, file: None, length: 0, count: 0 }
    }

    fn path(&self) -> PathBuf {
        self.keeping.directory.join(format!("{}-{:03}.{SUFFIX}", self.name, self.count))
    }

    fn open(&mut self) -> io::Result<File> {
        self.keeping.make_room()?;
        self.count += 1;
        let path = self.path();
        let mut file = create(&path)?;
        file.write_all(self.head.as_bytes())?;
        self.length = self.head.len() as u64;
        Ok(file)
    }
}

fn create(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.create(true).append(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

impl Write for Rotating {
    /// Takes a whole line.
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        let mut file = match self.file.take() {
            Some(file) if self.length < self.keeping.size => file,
            _ => self.open()?,
        };
        file.write_all(line)?;
        self.length += line.len() as u64;
        self.file = Some(file);
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_logs_go_on_in_new_files_and_the_oldest_go() {
        let directory = tempfile::tempdir().unwrap();
        let keeping =
            Arc::new(Keeping { directory: directory.path().join("logs"), size: 100, files: 3 });
        keeping.open().unwrap();
        let mut log = Rotating::new(Arc::clone(&keeping), "pbx".to_owned(), "# head\n".to_owned());
        for number in 0..50 {
            log.write_all(format!("line {number:04}\n").as_bytes()).unwrap();
        }
        let mut files: Vec<_> =
            fs::read_dir(&keeping.directory).unwrap().map(|file| file.unwrap().path()).collect();
        files.sort();
        assert_eq!(files.len(), 3);
        let last = fs::read_to_string(files.last().unwrap()).unwrap();
        assert!(last.starts_with("# head\n") && last.ends_with("line 0049\n"), "{last}");
        for file in files {
            assert!(fs::metadata(file).unwrap().len() < 120);
        }
    }
}
