//! Times to come.

use std::time::{Duration, Instant};

/// A time after another. One beyond what the clock can tell is as good as never.
pub(super) fn after(now: Instant, duration: Duration) -> Instant {
    const FAR: Duration = Duration::from_secs(1 << 32);
    now.checked_add(duration).unwrap_or_else(|| now + FAR)
}
