//! The files of all logs: the oldest are removed when there are many.

use std::cell::RefCell;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::{Instant, SystemTime};

use rustc_hash::FxHashSet;

use super::health::{Health, RETRY};

/// How the names of files end, by which they are known among those of others.
pub(super) const SUFFIX: &str = ".csta.log";

/// How files are kept.
#[derive(Clone, Debug)]
pub(super) struct Keeping {
    pub(super) directory: PathBuf,
    /// How many octets a file has before the next is begun.
    pub(super) size: u64,
    /// How many files there are, and as many as are being written if those are more.
    pub(super) files: usize,
}

impl Keeping {
    /// Makes the directory, and sees whether files can be written there.
    pub(super) fn open(&self) -> io::Result<()> {
        fs::create_dir_all(&self.directory)?;
        let probe = self.directory.join(".csta-probe");
        File::create(&probe)?;
        fs::remove_file(&probe)
    }
}

/// The files of all logs.
#[derive(Debug)]
pub(super) struct Files {
    pub(super) keeping: Keeping,
    /// Those that are being written.
    open: RefCell<FxHashSet<PathBuf>>,
    health: RefCell<Health>,
}

impl Files {
    pub(super) fn new(keeping: Keeping) -> Rc<Self> {
        Rc::new(Self { keeping, open: RefCell::default(), health: RefCell::default() })
    }

    /// Writes something, unless the disk has failed and it is too early to try again. Returns
    /// whether it is written.
    pub(super) fn attempt(&self, now: Instant, write: impl FnOnce() -> io::Result<()>) -> bool {
        if !self.health.borrow_mut().may_try(now) {
            return false;
        }
        let written = write();
        let mut health = self.health.borrow_mut();
        match &written {
            Ok(()) => {
                if let Some(missing) = health.works(now) {
                    tracing::warn!(
                        missing,
                        "protocol logs are written again; each tells what is missing"
                    );
                }
            }
            Err(error) if health.failed(now) => tracing::error!(
                %error,
                directory = %self.keeping.directory.display(),
                "protocol logs cannot be written, which is tried again every {} s: see that there is \
                 room, and that this program may write there",
                RETRY.as_secs()
            ),
            Err(_) => {}
        }
        written.is_ok()
    }

    /// Begins a file, and removes the oldest of those that are not being written if there are too
    /// many. If it fails, all is as before.
    pub(super) fn begin(self: &Rc<Self>, name: &str, head: &str) -> io::Result<LogFile> {
        let path = self.keeping.directory.join(format!("{name}{SUFFIX}"));
        let mut file = LogFile::create(Rc::clone(self), path)?;
        let begun = file.append(head.as_bytes()).and_then(|()| self.remove_oldest());
        if begun.is_err() {
            // It is of no use; what cannot be removed is one of the oldest some day.
            let _ = fs::remove_file(&file.path);
        }
        begun.map(|()| file)
    }

    fn remove_oldest(&self) -> io::Result<()> {
        let (mut files, mut closed) = (0_usize, Vec::new());
        for file in fs::read_dir(&self.keeping.directory)? {
            let path = file?.path();
            if !path.to_str().is_some_and(|path| path.ends_with(SUFFIX)) {
                continue;
            }
            files += 1;
            if !self.open.borrow().contains(&path) {
                let written = fs::metadata(&path).and_then(|metadata| metadata.modified());
                closed.push((written.unwrap_or(SystemTime::UNIX_EPOCH), path));
            }
        }
        closed.sort();
        for (_, path) in closed.into_iter().take(files.saturating_sub(self.keeping.files)) {
            match fs::remove_file(path) {
                // Somebody else has.
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                removed => removed?,
            }
        }
        Ok(())
    }
}

/// A file that is being written, in whole lines.
#[derive(Debug)]
pub(super) struct LogFile {
    file: File,
    path: PathBuf,
    /// How many octets of whole lines are in it.
    length: u64,
    /// A part of a line may stand behind them.
    is_torn: bool,
    files: Rc<Files>,
}

impl LogFile {
    fn create(files: Rc<Files>, path: PathBuf) -> io::Result<Self> {
        let file = create(&path)?;
        files.open.borrow_mut().insert(path.clone());
        Ok(Self { file, path, length: 0, is_torn: false, files })
    }

    /// Whether the next is to be begun.
    pub(super) fn is_long(&self) -> bool {
        self.length >= self.files.keeping.size
    }

    pub(super) fn append(&mut self, lines: &[u8]) -> io::Result<()> {
        if self.is_torn {
            self.file.set_len(self.length)?;
            self.file.seek(SeekFrom::Start(self.length))?;
        }
        self.is_torn = true;
        self.file.write_all(lines)?;
        self.is_torn = false;
        self.length += lines.len() as u64;
        Ok(())
    }
}

impl Drop for LogFile {
    fn drop(&mut self) {
        self.files.open.borrow_mut().remove(&self.path);
    }
}

fn create(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.create_new(true).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

#[cfg(test)]
impl LogFile {
    /// Has another file take the place of its own, which is given back.
    pub(super) fn put(&mut self, file: File) -> File {
        std::mem::replace(&mut self.file, file)
    }
}
