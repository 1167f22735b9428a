//! How often somebody may be wrong.

use std::hash::Hash;
use std::time::{Duration, Instant};

use rustc_hash::FxHashMap;

/// Counts failures by whatever is limited: each takes one of a number of attempts, and one is given
/// back at an interval. Knows no clock.
///
/// It remembers a bounded number of keys. When there are more, those with the fewest failures are
/// forgotten first, so that a flood of keys does not free those who try hardest.
#[derive(Debug)]
pub(super) struct Attempts<K> {
    most: u32,
    interval: Duration,
    capacity: usize,
    failures: FxHashMap<K, Failures>,
}

#[derive(Clone, Copy, Debug)]
struct Failures {
    count: u32,
    /// When the count was true.
    at: Instant,
}

impl<K: Hash + Eq + Clone> Attempts<K> {
    /// So many attempts, one of which is given back at each interval, for so many keys.
    pub(super) fn new(most: u32, interval: Duration, capacity: usize) -> Self {
        Self { most, interval, capacity, failures: FxHashMap::default() }
    }

    /// How many keys are remembered.
    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        self.failures.len()
    }

    /// How many attempts are used up.
    fn count(&self, now: Instant, failures: Failures) -> u32 {
        let passed = now.saturating_duration_since(failures.at);
        let given_back = passed.as_nanos() / self.interval.as_nanos().max(1);
        failures.count.saturating_sub(u32::try_from(given_back).unwrap_or(u32::MAX))
    }

    /// Whether somebody may try.
    pub(super) fn allows(&self, now: Instant, key: &K) -> bool {
        self.failures.get(key).is_none_or(|failures| self.count(now, *failures) < self.most)
    }

    /// Takes in that somebody was wrong.
    pub(super) fn failed(&mut self, now: Instant, key: K) {
        let known = self.failures.get(&key).copied();
        if known.is_none() && self.failures.len() >= self.capacity {
            self.make_room(now);
        }
        let count = known.map_or(0, |failures| self.count(now, failures));
        // What has passed of the running interval counts on, so that one who tries all the time is
        // given attempts back, too.
        let at = known.filter(|_| count > 0).map_or(now, |failures| {
            let steps = failures.count.saturating_sub(count);
            failures.at.checked_add(self.interval.saturating_mul(steps)).unwrap_or(now)
        });
        self.failures.insert(key, Failures { count: (count + 1).min(self.most), at });
    }

    /// Forgets those who have all their attempts, or else half of them, with the fewest failures.
    fn make_room(&mut self, now: Instant) {
        let mut counts: Vec<(u32, K)> = self
            .failures
            .iter()
            .map(|(key, failures)| (self.count(now, *failures), key.clone()))
            .collect();
        counts.sort_unstable_by_key(|(count, _)| *count);
        for (index, (count, key)) in counts.iter().enumerate() {
            if *count > 0 && index >= self.capacity / 2 {
                break;
            }
            self.failures.remove(key);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    #[test]
    fn attempts_are_used_up_and_given_back_one_by_one() {
        let start = Instant::now();
        let mut attempts = Attempts::new(3, 10 * SECOND, 100);
        for _ in 0..3 {
            assert!(attempts.allows(start, &1));
            attempts.failed(start, 1);
        }
        assert!(!attempts.allows(start + 9 * SECOND, &1));
        assert!(attempts.allows(start, &2), "others are not concerned");
        assert!(attempts.allows(start + 10 * SECOND, &1));
        attempts.failed(start + 10 * SECOND, 1);
        assert!(!attempts.allows(start + 19 * SECOND, &1));
        assert!(attempts.allows(start + 20 * SECOND, &1));
    }

    #[test]
    fn a_flood_of_others_does_not_free_who_tries_hardest() {
        let start = Instant::now();
        let mut attempts = Attempts::new(3, 10 * SECOND, 8);
        for _ in 0..3 {
            attempts.failed(start, 0);
        }
        for key in 1..1000 {
            attempts.failed(start, key);
            assert!(!attempts.allows(start, &0));
            assert!(attempts.failures.len() <= 8);
        }
    }

    proptest! {
        /// Whatever the times, nobody gets more attempts than the number and one an interval.
        #[test]
        fn nobody_gets_more(pauses in prop::collection::vec(0_u64..30, 1..200)) {
            let start = Instant::now();
            let mut attempts = Attempts::new(5, 10 * SECOND, 100);
            let (mut now, mut used) = (start, 0_u64);
            for pause in pauses {
                now += Duration::from_secs(pause);
                if attempts.allows(now, &0) {
                    attempts.failed(now, 0);
                    used += 1;
                }
                prop_assert!(used <= 5 + (now - start).as_secs() / 10);
            }
        }
    }
}
