//! What happens by chance, and is the same for each seed: traffic, and things that go wrong.
//!
//! Both know no clock: `poll_timeout` says when something happens next, and what is due is taken
//! from `poll_act` or `poll_fault`.

mod load;
mod mishaps;
mod plan;

pub use load::{Load, Traffic};
pub use mishaps::Mishaps;

use std::time::Duration;

use config_file::time::LONGEST;

/// A time that is as long as the mean on average, as those between calls and of talks are; at most
/// eight times as long. Of longer means there is the longest that can be written.
fn exponential(chance: &mut fastrand::Rng, mean: Duration) -> Duration {
    let factor = -(1.0 - chance.f64()).ln();
    mean.min(LONGEST).mul_f64(factor.min(8.0))
}

/// A time between two others.
fn between(chance: &mut fastrand::Rng, least: Duration, most: Duration) -> Duration {
    least + most.saturating_sub(least).mul_f64(chance.f64())
}
