//! A log that goes on in a new file when one is long.

use std::io::{self, Write};
use std::rc::Rc;
use std::time::Instant;

use super::files::{Files, LogFile};

/// The log of a connection. Writing to it never fails: what the disk does not take is counted, and told
/// when it takes something again.
#[derive(Debug)]
pub(super) struct Rotating {
    files: Rc<Files>,
    name: String,
    /// What stands at the beginning of each file.
    head: String,
    file: Option<LogFile>,
    count: u32,
    /// Lines that the disk did not take.
    missing: u64,
}

impl Rotating {
    /// A log of this name, with this at the beginning of each file. Nothing is written yet.
    pub(super) const fn new(files: Rc<Files>, name: String, head: String) -> Self {
        Self { files, name, head, file: None, count: 0, missing: 0 }
    }

    fn write_at(&mut self, now: Instant, line: &[u8]) {
        let files = Rc::clone(&self.files);
        if !files.attempt(now, || self.append(line)) {
            self.missing += 1;
        }
    }

    fn append(&mut self, line: &[u8]) -> io::Result<()> {
        let file = match &mut self.file {
            Some(file) if !file.is_long() => file,
            place => {
                self.count += 1;
                let name = format!("{}-{:03}", self.name, self.count);
                place.insert(self.files.begin(&name, &self.head)?)
            }
        };
        if self.missing == 0 {
            return file.append(line);
        }
        let missing = format!("# {} lines are missing here: the disk has failed\n", self.missing);
        file.append(&[missing.as_bytes(), line].concat())?;
        self.missing = 0;
        Ok(())
    }
}

impl Drop for Rotating {
    fn drop(&mut self) {
        if self.missing > 0 {
            // If it cannot be told here either, the log of the program has told that the disk fails.
            let _ = self.append(b"");
        }
    }
}

impl Write for Rotating {
    /// Takes a whole line.
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        self.write_at(Instant::now(), line);
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::fs::{self, File};
    use std::path::Path;

    use tempfile::TempDir;

    use super::super::files::Keeping;
    use super::super::health::RETRY;
    use super::*;

    fn files(directory: &TempDir, files: usize) -> Rc<Files> {
        Files::new(Keeping { directory: directory.path().to_owned(), size: 100, files })
    }

    fn log(files: &Rc<Files>, name: &str) -> Rotating {
        Rotating::new(Rc::clone(files), name.to_owned(), "# head\n".to_owned())
    }

    fn names(directory: &Path) -> Vec<String> {
        let files = fs::read_dir(directory).unwrap();
        let mut names: Vec<_> =
            files.map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn long_logs_go_on_in_new_files_and_the_oldest_go() {
        let directory = tempfile::tempdir().unwrap();
        let mut log = log(&files(&directory, 3), "pbx");
        for number in 0..50 {
            log.write_all(format!("line {number:04}\n").as_bytes()).unwrap();
        }
        let names = names(directory.path());
        assert_eq!(names.len(), 3);
        let read = |name: &String| fs::read_to_string(directory.path().join(name)).unwrap();
        let last = read(names.last().unwrap());
        assert!(last.starts_with("# head\n") && last.ends_with("line 0049\n"), "{last}");
        assert!(names.iter().all(|name| read(name).len() < 120));
    }

    #[test]
    fn files_of_others_stay() {
        let directory = tempfile::tempdir().unwrap();
        for name in ["access.log", "csta.log", "notes.txt"] {
            fs::write(directory.path().join(name), "theirs").unwrap();
        }
        let mut log = log(&files(&directory, 2), "pbx");
        (0..50).for_each(|_| log.write_all(b"a line of a log\n").unwrap());
        let names = names(directory.path());
        assert_eq!(names[..3], ["access.log", "csta.log", "notes.txt"]);
        assert_eq!(names.len(), 3 + 2);
    }

    #[test]
    fn what_is_being_written_is_never_removed() {
        let directory = tempfile::tempdir().unwrap();
        let files = files(&directory, 2);
        let mut logs: Vec<_> = (0..5).map(|number| log(&files, &format!("log-{number}"))).collect();
        logs.iter_mut().for_each(|log| log.write_all(b"begun\n").unwrap());
        for log in &mut logs {
            log.write_all(b"gone on\n").unwrap();
        }
        let begun = names(directory.path());
        assert_eq!(begun.len(), 5);
        for name in begun {
            let text = fs::read_to_string(directory.path().join(name)).unwrap();
            assert_eq!(text, "# head\nbegun\ngone on\n");
        }
        logs.truncate(1);
        (0..20).for_each(|_| logs[0].write_all(b"a line of a log\n").unwrap());
        assert_eq!(names(directory.path()).len(), 2);
    }

    #[test]
    fn a_file_that_cannot_be_begun_costs_no_old_ones() {
        let directory = tempfile::tempdir().unwrap();
        let files = files(&directory, 2);
        for old in ["old-1.csta.log", "old-2.csta.log"] {
            fs::write(directory.path().join(old), "old").unwrap();
        }
        for number in 1..=3 {
            // In the way.
            fs::create_dir(directory.path().join(format!("pbx-{number:03}.csta.log"))).unwrap();
        }
        let before = names(directory.path());
        let (mut one, begin) = (log(&files, "pbx"), Instant::now());
        for attempt in 0..3 {
            one.write_at(begin + RETRY * attempt, b"lost\n");
            one.write_at(begin + RETRY * attempt, b"too early\n");
            assert_eq!(names(directory.path()), before);
        }
        for number in 1..=3 {
            fs::remove_dir(directory.path().join(format!("pbx-{number:03}.csta.log"))).unwrap();
        }
        one.write_at(begin + RETRY * 3, b"kept\n");
        one.write_at(begin + RETRY * 3, b"kept\n");
        let text = fs::read_to_string(directory.path().join("pbx-004.csta.log")).unwrap();
        let missing = "# 6 lines are missing here: the disk has failed\n";
        assert_eq!(text, format!("# head\n{missing}kept\nkept\n"));
        assert_eq!(names(directory.path()).len(), 2, "there is room for two");
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_full_disk_costs_lines_and_no_files() {
        let directory = tempfile::tempdir().unwrap();
        let (mut log, begin) = (log(&files(&directory, 2), "pbx"), Instant::now());
        log.write_at(begin, b"kept\n");
        let mut own =
            log.file.as_mut().unwrap().put(File::options().write(true).open("/dev/full").unwrap());
        for attempt in 0..3 {
            log.write_at(begin + RETRY * attempt, b"lost\n");
        }
        // As far as there was room.
        own.write_all(b"lo").unwrap();
        let full = log.file.as_mut().unwrap().put(own);
        log.write_at(begin + RETRY * 3, b"kept\n");
        let own = log.file.as_mut().unwrap().put(full);
        log.write_at(begin + RETRY * 4, b"lost\n");
        log.file.as_mut().unwrap().put(own);
        drop(log);
        assert_eq!(names(directory.path()), ["pbx-001.csta.log"]);
        let text = fs::read_to_string(directory.path().join("pbx-001.csta.log")).unwrap();
        let missing = |lines| format!("# {lines} lines are missing here: the disk has failed\n");
        assert_eq!(text, format!("# head\nkept\n{}kept\n{}", missing(3), missing(1)));
    }
}
