//! When to try again to associate.

use std::time::Duration;

use csta_codec::acse::AssociateResult;

use crate::{CloseReason, Error};

/// Says how long to wait until the next attempt to associate, for those who keep an association up
/// by themselves; [`Session`](crate::Session) does so with one.
///
/// It is twice as long each time, between a shortest and a longest time, of which a random part up to
/// a half is taken off, so that not all who have lost the same switch come back at once. It begins
/// anew after an association that has held for the longest time. It knows no clock.
///
/// ```
/// use std::time::Duration;
///
/// use csta_client::Backoff;
///
/// let mut backoff = Backoff::default();
/// let first = backoff.after_association(Duration::from_secs(5));
/// assert!(first <= Duration::from_secs(1));
/// let second = backoff.after_association(Duration::from_secs(5));
/// assert!(second >= Duration::from_secs(1) && second <= Duration::from_secs(2));
/// ```
#[derive(Clone, Debug)]
pub struct Backoff {
    shortest: Duration,
    longest: Duration,
    rejected: Duration,
    /// How many attempts in a row did not lead to an association that held.
    attempts: u32,
    random: fastrand::Rng,
}

impl Backoff {
    /// Between `shortest` and `longest`, which is no shorter; and as long as `rejected` after the
    /// switch has rejected an association permanently, as Panasonic's do while another application
    /// is connected.
    #[must_use]
    pub fn new(shortest: Duration, longest: Duration, rejected: Duration) -> Self {
        Self::with_random(shortest, longest, rejected, fastrand::Rng::new())
    }

    pub(crate) fn with_random(
        shortest: Duration,
        longest: Duration,
        rejected: Duration,
        random: fastrand::Rng,
    ) -> Self {
        Self { shortest, longest: longest.max(shortest), rejected, attempts: 0, random }
    }

    /// An association has ended that was there so long.
    pub fn after_association(&mut self, held: Duration) -> Duration {
        if held >= self.longest {
            self.attempts = 0;
        }
        self.next()
    }

    /// An association could not be made.
    pub fn after_error(&mut self, error: &Error) -> Duration {
        match error.close_reason() {
            // Trying again soon makes no sense: another application has the switch, or the login is
            // wrong.
            Some(CloseReason::RejectedByPeer {
                result: AssociateResult::RejectedPermanent,
                ..
            }) => self.rejected,
            _ => self.next(),
        }
    }

    fn next(&mut self) -> Duration {
        let factor = 1_u32.checked_shl(self.attempts).unwrap_or(u32::MAX);
        self.attempts = self.attempts.saturating_add(1);
        let longest = self.shortest.saturating_mul(factor).min(self.longest);
        longest.mul_f64(self.random.f64().mul_add(0.5, 0.5))
    }
}

/// From a second to a minute, and a minute after a rejection.
impl Default for Backoff {
    fn default() -> Self {
        let minute = Duration::from_secs(60);
        Self::new(Duration::from_secs(1), minute, minute)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_from_a_second_to_a_minute_and_a_minute_after_a_rejection() {
        let (second, minute) = (Duration::from_secs(1), Duration::from_secs(60));
        let mut backoff = Backoff::default();
        let result = AssociateResult::RejectedPermanent;
        let rejected = CloseReason::RejectedByPeer { result, diagnostic: String::new() };
        for longest in [1, 2, 4, 8, 16, 32, 60, 60].map(|seconds| seconds * second) {
            assert_eq!(backoff.after_error(&Error::closed(rejected.clone())), minute);
            // Whatever the chance.
            let wait = backoff.after_error(&Error::closed(CloseReason::Aborted));
            assert!(longest / 2 <= wait && wait <= longest, "{wait:?}");
        }
        // The longest is no shorter than the shortest.
        let wait = Backoff::new(minute, second, second).after_association(second);
        assert!(minute / 2 <= wait && wait <= minute, "{wait:?}");
    }
}
