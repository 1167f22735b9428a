//! Time, as the state machines are given it.

use std::time::Instant;

use jiff::Timestamp;

/// A moment: on the clock by which time limits run, and on the wall.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Moment {
    pub(crate) instant: Instant,
    pub(crate) time: Timestamp,
}

impl Moment {
    /// Now, by the clock of the runtime, which can be virtual.
    pub(crate) fn now() -> Self {
        Self { instant: tokio::time::Instant::now().into_std(), time: Timestamp::now() }
    }
}
