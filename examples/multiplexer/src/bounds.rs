//! What people are told, within bounds.

use std::hash::Hash;
use std::time::{Duration, Instant};

use rustc_hash::FxHashMap;

/// Bounds count anew after this time.
const PERIOD: Duration = Duration::from_secs(60);

/// How often people are told something of one kind about one of whom it is told.
const ABOUT_ONE: u32 = 5;

/// How often they are told something of one kind at all: one may come again and again under another
/// name.
const ABOUT_ALL: u32 = 20;

/// The target of lines of the log that are told within bounds already.
pub const BOUNDED: &str = "multiplexer::bounded";

/// How often people are told something: twenty times a minute of each kind, five times about each of
/// whom it is told. Whoever does something wrong a thousand times a second neither fills a log nor hides
/// what else happens. What is left out is counted, and comes out when the minute is over. It knows no
/// clock.
///
/// `K` is the kind, `A` of whom it is, `T` what is told.
#[derive(Debug)]
pub struct Bounds<K, A, T> {
    counts: FxHashMap<(K, Option<A>), Count<T>>,
    /// When the period ends that began with the first that was told.
    ends: Option<Instant>,
    is_any_left_out: bool,
}

#[derive(Debug)]
struct Count<T> {
    told: u32,
    left_out: u64,
    last: Option<T>,
}

/// How often something was left out, and the last of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut<T> {
    /// How often, in a minute.
    pub count: u64,
    /// The last of it.
    pub last: T,
}

impl<T> Default for Count<T> {
    fn default() -> Self {
        Self { told: 0, left_out: 0, last: None }
    }
}

impl<T> Count<T> {
    fn leave_out(&mut self, what: T) {
        self.left_out += 1;
        self.last = Some(what);
    }
}

impl<K, A, T> Default for Bounds<K, A, T> {
    fn default() -> Self {
        Self { counts: FxHashMap::default(), ends: None, is_any_left_out: false }
    }
}

impl<K: Clone + Eq + Hash, A: Clone + Eq + Hash, T> Bounds<K, A, T> {
    /// When [`left_out`](Self::left_out) has something to tell.
    #[must_use]
    pub fn poll_timeout(&self) -> Option<Instant> {
        self.ends.filter(|_| self.is_any_left_out)
    }

    /// Returns what is to be told if people are to be; counts it otherwise.
    pub fn admit(&mut self, now: Instant, kind: K, about: Option<A>, what: T) -> Option<T> {
        self.ends.get_or_insert_with(|| now.checked_add(PERIOD).unwrap_or(now));
        let one = about.map(|about| (kind.clone(), Some(about)));
        // One that is beyond its own bound does not use up that of all.
        if let Some(own) = one.as_ref().and_then(|one| self.counts.get_mut(one))
            && own.told >= ABOUT_ONE
        {
            own.leave_out(what);
            self.is_any_left_out = true;
            return None;
        }
        let all = self.counts.entry((kind, None)).or_default();
        if all.told >= ABOUT_ALL {
            all.leave_out(what);
            self.is_any_left_out = true;
            return None;
        }
        all.told += 1;
        // Only of those who are told of: there are few.
        if let Some(one) = one {
            self.counts.entry(one).or_default().told += 1;
        }
        Some(what)
    }

    /// Whether a minute is over.
    pub fn is_over(&self, now: Instant) -> bool {
        self.ends.is_some_and(|ends| ends <= now)
    }

    /// Begins anew, if the minute is over. Returns what was left out in it.
    pub fn left_out(&mut self, now: Instant) -> Vec<LeftOut<T>> {
        if self.is_over(now) { self.begin_anew() } else { Vec::new() }
    }

    /// Begins anew, also before the minute is over. Returns what was left out in it.
    pub fn begin_anew(&mut self) -> Vec<LeftOut<T>> {
        self.ends = None;
        self.is_any_left_out = false;
        let counts = self.counts.drain();
        counts
            .filter_map(|(_, Count { left_out, last, .. })| {
                Some(LeftOut { count: left_out, last: last? })
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_out_is_counted_and_comes_out_once() {
        let mut bounds = Bounds::default();
        let begin = Instant::now();
        let admitted =
            (0..1000).filter_map(|number| bounds.admit(begin, "kind", None::<i32>, number));
        assert!(admitted.eq(0..20));
        // Another kind, and five of each of whom it is.
        let admitted = (0..30)
            .filter_map(|number| bounds.admit(begin, "other kind", Some(number % 3), number));
        assert!(admitted.eq(0..15));
        let ends = bounds.poll_timeout().unwrap();
        assert_eq!(bounds.left_out(begin), []);
        let mut left_out = bounds.left_out(ends);
        left_out.sort_by_key(|own| own.last);
        let counts: Vec<_> = left_out.iter().map(|own| (own.count, own.last)).collect();
        assert_eq!(counts, [(5, 27), (5, 28), (5, 29), (980, 999)]);
        assert_eq!((bounds.left_out(ends), bounds.poll_timeout()), (vec![], None));
        assert_eq!(bounds.admit(ends, "kind", None, 7), Some(7), "and it is told again");
    }

    #[test]
    fn it_takes_no_room_for_those_who_are_not_told_of() {
        let mut bounds = Bounds::default();
        let now = Instant::now();
        for number in 0..100_000 {
            bounds.admit(now, "kind", Some(number), ());
        }
        assert_eq!(bounds.counts.len(), 21);
    }
}
