//! The time of day, as the switch tells it: local, without a zone.

use std::time::Instant;

use csta_codec::GeneralizedTime;
use jiff::civil::DateTime;
use jiff::{SignedDuration, Zoned};

/// Tells the time of day of an instant.
#[derive(Clone, Copy, Debug)]
pub(super) struct Clock {
    /// The time of day when it was set.
    set_to: DateTime,
    /// When that was: when the switch was first driven.
    set_at: Option<Instant>,
}

impl Clock {
    /// A clock that begins with a time of day, by default that of this computer.
    pub(super) fn new(begin: Option<DateTime>) -> Self {
        Self { set_to: begin.unwrap_or_else(|| Zoned::now().datetime()), set_at: None }
    }

    /// Lets it begin, the first time.
    pub(super) fn start(&mut self, now: Instant) {
        self.set_at.get_or_insert(now);
    }

    pub(super) fn time_of_day(&self, at: Instant) -> TimeOfDay {
        let since = self.set_at.map_or(SignedDuration::ZERO, |set_at| {
            SignedDuration::try_from(at.saturating_duration_since(set_at)).unwrap_or_default()
        });
        TimeOfDay(self.set_to.saturating_add(since).strftime("%Y%m%d%H%M%S").to_string())
    }
}

/// `YYYYMMDDhhmmss`, which sorts as it reads.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct TimeOfDay(String);

impl TimeOfDay {
    pub(super) fn get(&self) -> GeneralizedTime<'_> {
        GeneralizedTime(self.0.as_bytes())
    }
}
