//! Whether the disk takes what is written.

use std::time::{Duration, Instant};

/// After which time it is tried again whether a disk that has failed takes what is written, and for
/// which time it has to until it works again: on a full one there is room for a short line now and
/// then.
pub(super) const RETRY: Duration = Duration::from_secs(10);

/// What is known of the disk, so that people are told once that it fails, and once that it works
/// again.
#[derive(Debug, Default)]
pub(super) struct Health {
    failing: Option<Failing>,
}

#[derive(Debug)]
struct Failing {
    try_at: Instant,
    /// Since when it has taken everything.
    works_since: Option<Instant>,
    missing: u64,
}

impl Health {
    /// Whether it may be tried to write a line. If not, it counts as missing.
    pub(super) fn may_try(&mut self, now: Instant) -> bool {
        match &mut self.failing {
            Some(failing) if now < failing.try_at => {
                failing.missing += 1;
                false
            }
            _ => true,
        }
    }

    /// A line has been written. Returns how many are missing, if the disk works again.
    pub(super) fn works(&mut self, now: Instant) -> Option<u64> {
        let failing = self.failing.as_mut()?;
        let since = *failing.works_since.get_or_insert(now);
        let missing = failing.missing;
        if now.duration_since(since) < RETRY {
            return None;
        }
        self.failing = None;
        Some(missing)
    }

    /// A line could not be written. Returns whether this is the first.
    pub(super) fn failed(&mut self, now: Instant) -> bool {
        let before = self.failing.as_ref().map_or(0, |failing| failing.missing);
        let failing = Failing { try_at: now + RETRY, works_since: None, missing: before + 1 };
        self.failing.replace(failing).is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_disk_that_fails_is_told_once_and_so_is_one_that_works_again() {
        let (mut health, begin) = (Health::default(), Instant::now());
        assert!(health.may_try(begin));
        assert_eq!(health.works(begin), None);
        assert!(health.failed(begin));
        assert!(!health.may_try(begin + RETRY / 2));
        assert!(health.may_try(begin + RETRY));
        assert_eq!(health.works(begin + RETRY), None, "a short line");
        assert!(!health.failed(begin + RETRY));
        assert!(!health.may_try(begin + RETRY));
        let better = begin + RETRY * 2;
        assert!(health.may_try(better));
        assert_eq!(health.works(better), None);
        assert!(health.may_try(better + RETRY));
        assert_eq!(health.works(better + RETRY), Some(4));
        assert_eq!(health.works(better + RETRY), None);
        assert!(health.failed(better + RETRY), "it is told anew");
    }
}
