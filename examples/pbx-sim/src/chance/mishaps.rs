//! Things that go wrong.

use std::time::{Duration, Instant};

use bytes::Bytes;

use super::{between, exponential};
use crate::fault::Fault;

const SECOND: Duration = Duration::from_secs(1);

/// Faults of all kinds, by chance.
///
/// ```
/// use pbx_sim::chance::Mishaps;
/// use std::time::{Duration, Instant};
///
/// let now = Instant::now();
/// let mut mishaps = Mishaps::new(Duration::from_secs(60), 7, now);
/// let later = now + Duration::from_secs(24 * 3600);
/// println!("{:?}", mishaps.poll_fault(later).unwrap());
/// ```
#[derive(Clone, Debug)]
pub struct Mishaps {
    mean: Duration,
    chance: fastrand::Rng,
    due: Option<Instant>,
    /// What is delayed, is not for ever.
    is_delayed: bool,
}

impl Mishaps {
    /// Faults that are so long apart on average, a year at most, from a time on. The same seed makes
    /// the same faults.
    #[must_use]
    pub fn new(mean: Duration, seed: u64, begin: Instant) -> Self {
        let chance = fastrand::Rng::with_seed(seed);
        let mut mishaps = Self { mean, chance, due: None, is_delayed: false };
        mishaps.await_next(begin);
        mishaps
    }

    /// When something goes wrong next.
    #[must_use]
    pub const fn poll_timeout(&self) -> Option<Instant> {
        self.due
    }

    /// What goes wrong until a time, one fault after the other.
    pub fn poll_fault(&mut self, now: Instant) -> Option<Fault> {
        let due = self.due.filter(|due| *due <= now)?;
        self.await_next(due);
        if core::mem::take(&mut self.is_delayed) {
            return Some(Fault::Delay(Duration::ZERO));
        }
        Some(self.fault())
    }

    fn fault(&mut self) -> Fault {
        let chance = &mut self.chance;
        match chance.u8(0..8) {
            0 => Fault::DropLink,
            1 => Fault::Abort,
            2 => Fault::Freeze(Some(between(chance, SECOND, 20 * SECOND))),
            3 => {
                self.is_delayed = true;
                Fault::Delay(between(chance, SECOND / 20, 3 * SECOND))
            }
            4 => {
                let count = chance.usize(1..200);
                Fault::Octets((0..count).map(|_| chance.u8(..)).collect::<Vec<_>>().into())
            }
            5 => Fault::Octets(frame(chance)),
            6 => Fault::LoseEvents(chance.u32(1..20)),
            _ => {
                let lasting = between(chance, SECOND, 20 * SECOND);
                Fault::Restart { lasting, keeps_calls: chance.bool() }
            }
        }
    }

    fn await_next(&mut self, now: Instant) {
        self.due = now.checked_add(exponential(&mut self.chance, self.mean));
    }
}

/// A frame of octets that are no message.
fn frame(chance: &mut fastrand::Rng) -> Bytes {
    let count = chance.u8(1..200);
    let octets = (0..count).map(|_| chance.u8(..));
    [0, count].into_iter().chain(octets).collect::<Vec<_>>().into()
}
