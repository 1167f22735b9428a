//! Lines that nobody took in time.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use multiplexer::BOUNDED;
use tracing_appender::non_blocking::ErrorCounter;

/// Tells how many lines were lost since whoever reads them is slower than they come.
#[derive(Clone, Debug)]
pub(super) struct Lost {
    lost: ErrorCounter,
    told: Arc<AtomicUsize>,
}

impl Lost {
    pub(super) fn new(lost: ErrorCounter) -> Self {
        Self { lost, told: Arc::default() }
    }

    /// Tells it, if some are and that has not been told.
    pub(super) fn tell(&self) {
        let (lost, told) = (self.lost.dropped_lines(), self.told.load(Ordering::Relaxed));
        if lost == told {
            return;
        }
        tracing::warn!(
            target: BOUNDED,
            "{} lines of the log are lost: whoever reads standard error does not keep up",
            lost.saturating_sub(told)
        );
        // Otherwise this line may be lost as well, and it is told the next time.
        if self.lost.dropped_lines() == lost {
            self.told.store(lost, Ordering::Relaxed);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io;
    use std::sync::{Mutex, MutexGuard};
    use std::thread;
    use std::time::{Duration, Instant};

    use tracing_appender::non_blocking::NonBlockingBuilder;

    use super::*;

    /// What is written, by whoever may.
    #[derive(Clone, Default)]
    struct Terminal(Arc<Mutex<Vec<u8>>>);

    impl Terminal {
        fn lock(&self) -> MutexGuard<'_, Vec<u8>> {
            self.0.lock().unwrap()
        }
    }

    impl io::Write for Terminal {
        fn write(&mut self, octets: &[u8]) -> io::Result<usize> {
            self.lock().write(octets)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn lines_that_are_lost_are_told_when_there_is_room_again() {
        let terminal = Terminal::default();
        let (writer, guard) =
            NonBlockingBuilder::default().buffered_lines_limit(1).finish(terminal.clone());
        let lost = Lost::new(writer.error_counter());
        let subscriber = tracing_subscriber::fmt().with_ansi(false).with_writer(writer).finish();
        tracing::subscriber::with_default(subscriber, || {
            lost.tell();
            let stopped = terminal.lock();
            (0..10).for_each(|number| tracing::info!(number, "a line"));
            lost.tell();
            drop(stopped);
            let begin = Instant::now();
            while lost.told.load(Ordering::Relaxed) == 0 {
                assert!(begin.elapsed() < Duration::from_secs(60), "it is never told");
                thread::yield_now();
                lost.tell();
            }
            lost.tell();
        });
        drop(guard);
        let text = String::from_utf8(terminal.lock().clone()).unwrap();
        let told: Vec<_> = text.lines().filter(|line| line.contains("are lost")).collect();
        let [told] = told[..] else { panic!("it is told once: {text}") };
        let before = told.split_once(" lines of the log are lost").unwrap().0;
        let count: usize = before.rsplit(' ').next().unwrap().parse().unwrap();
        let written = text.lines().filter(|line| line.contains("a line")).count();
        // With lines of its own that were lost in between.
        assert!(count + written >= 10, "{text}");
    }
}
