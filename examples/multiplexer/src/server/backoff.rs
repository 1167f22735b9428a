//! When to try again to reach the switch.

use std::time::Duration;

use csta_client::{CloseReason, Error};
use csta_codec::acse::AssociateResult;

const SHORTEST: Duration = Duration::from_secs(1);
const LONGEST: Duration = Duration::from_secs(60);

/// After how long an association counts as one that holds, so that the next attempts begin anew.
const HOLDS: Duration = Duration::from_secs(60);

/// Says how long to wait until the next attempt: twice as long each time, between one second and a
/// minute, of which a random part up to a half is taken off, so that several do not come at once. Knows no clock.
#[derive(Debug)]
pub(super) struct Backoff {
    attempts: u32,
    random: fastrand::Rng,
}

impl Backoff {
    pub(super) const fn new(random: fastrand::Rng) -> Self {
        Self { attempts: 0, random }
    }

    /// An association has ended that was there so long.
    pub(super) fn after_association(&mut self, held: Duration) -> Duration {
        if held >= HOLDS {
            self.attempts = 0;
        }
        self.next()
    }

    /// There was none.
    pub(super) fn after_error(&mut self, error: &Error) -> Duration {
        // Another application has the switch, which is not over in a second.
        match error.close_reason() {
            Some(CloseReason::RejectedByPeer {
                result: AssociateResult::RejectedPermanent,
                ..
            }) => LONGEST,
            _ => self.next(),
        }
    }

    fn next(&mut self) -> Duration {
        let factor = 2_u32.saturating_pow(self.attempts.min(16));
        self.attempts = self.attempts.saturating_add(1);
        let longest = SHORTEST.saturating_mul(factor).min(LONGEST);
        longest.mul_f64(self.random.f64().mul_add(0.5, 0.5))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_waits_longer_each_time_until_an_association_holds() {
        let mut backoff = Backoff::new(fastrand::Rng::with_seed(1));
        let waits: Vec<_> = (0..10).map(|_| backoff.after_association(Duration::ZERO)).collect();
        for (index, wait) in waits.iter().enumerate() {
            let longest = Duration::from_secs(1 << index).min(LONGEST);
            assert!(*wait <= longest && *wait >= longest / 2, "{index}: {wait:?}");
        }
        assert!(backoff.after_association(HOLDS) <= SHORTEST);
    }
}
