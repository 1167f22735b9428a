//! Whether the other side is still there. Without I/O and without a clock.

use std::time::{Duration, Instant};

/// Hears whether anything comes, and says when to ask and when to give up.
#[derive(Clone, Copy, Debug)]
pub(super) struct Liveness {
    silence: Duration,
    answer: Duration,
    state: State,
}

#[derive(Clone, Copy, Debug)]
enum State {
    /// Something came.
    Heard(Instant),
    /// The other side is asked, and has until then.
    Asked(Instant),
    /// It is given up.
    GivenUp,
}

/// What is to be done about silence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Alarm {
    /// Ask the other side for a sign of life.
    Ask,
    /// There was none.
    GiveUp,
}

impl Liveness {
    /// After `silence` the other side is asked, and has `answer` to answer.
    pub(super) const fn new(now: Instant, silence: Duration, answer: Duration) -> Self {
        Self { silence, answer, state: State::Heard(now) }
    }

    /// How long there has been nothing when it is given up.
    pub(super) const fn patience(&self) -> Duration {
        self.silence.saturating_add(self.answer)
    }

    /// Takes in that something came; anything counts.
    pub(super) const fn heard(&mut self, now: Instant) {
        self.state = State::Heard(now);
    }

    pub(super) fn poll_timeout(&self) -> Option<Instant> {
        match self.state {
            State::Heard(at) => at.checked_add(self.silence),
            State::Asked(until) => Some(until),
            State::GivenUp => None,
        }
    }

    pub(super) fn handle_timeout(&mut self, now: Instant) -> Option<Alarm> {
        if self.poll_timeout().is_none_or(|due| now < due) {
            return None;
        }
        match self.state {
            State::Heard(_) => {
                self.state = now.checked_add(self.answer).map_or(State::GivenUp, State::Asked);
                Some(Alarm::Ask)
            }
            State::Asked(_) => {
                self.state = State::GivenUp;
                Some(Alarm::GiveUp)
            }
            State::GivenUp => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    #[test]
    fn anything_that_comes_is_a_sign_of_life_also_while_asked() {
        let start = Instant::now();
        let mut liveness = Liveness::new(start, 300 * SECOND, 10 * SECOND);
        assert_eq!(liveness.handle_timeout(start + 299 * SECOND), None);
        assert_eq!(liveness.handle_timeout(start + 300 * SECOND), Some(Alarm::Ask));
        liveness.heard(start + 305 * SECOND);
        assert_eq!(liveness.handle_timeout(start + 310 * SECOND), None);
        assert_eq!(liveness.poll_timeout(), Some(start + 605 * SECOND));
    }

    proptest! {
        /// It asks once in each silence, gives up once, and never earlier than it may.
        #[test]
        fn nobody_is_given_up_who_was_not_asked(steps in prop::collection::vec((any::<bool>(), 0_u64..20), 0..200)) {
            let mut now = Instant::now();
            let mut liveness = Liveness::new(now, 10 * SECOND, 5 * SECOND);
            let (mut heard, mut asked, mut given_up) = (now, None, false);
            for (hears, seconds) in steps {
                now += u32::try_from(seconds).unwrap_or(0) * SECOND;
                if hears && !given_up {
                    liveness.heard(now);
                    (heard, asked) = (now, None);
                }
                match liveness.handle_timeout(now) {
                    Some(Alarm::Ask) => {
                        prop_assert!(now >= heard + 10 * SECOND && asked.is_none());
                        asked = Some(now);
                    }
                    Some(Alarm::GiveUp) => {
                        prop_assert!(asked.is_some_and(|at| now >= at + 5 * SECOND) && !given_up);
                        given_up = true;
                    }
                    None => {}
                }
            }
        }
    }
}
