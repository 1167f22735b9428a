//! How a lease is kept.

use std::time::Duration;

/// Which multiplexer holds the PBX when there is no NATS to ask.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Preference {
    /// None of them: without NATS, nobody takes the PBX anew.
    #[default]
    Nobody,
    /// This one. When NATS has stayed away for three leases, it takes the PBX without a lease.
    This,
    /// Another one. This one lets it go first when NATS is there again.
    Another,
}

/// How a [`Lease`](super::Lease) is kept: its times. All multiplexers of a site have the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LeaseSettings {
    /// How long the lease lives in NATS after it was last written.
    pub duration: Duration,
    /// How much earlier the holder lets go of the PBX: for closing the link, and for clocks of
    /// which one runs faster.
    pub margin: Duration,
    /// How often the holder renews it.
    pub renew_every: Duration,
    /// How often the others look whether it is free.
    pub poll_every: Duration,
    /// How long NATS may take to answer.
    pub answer_limit: Duration,
    /// Who goes on when there is no NATS.
    pub preference: Preference,
}

impl LeaseSettings {
    /// The times by which another multiplexer takes over within `takeover` after the holder has
    /// died: a lease of six tenths of it, renewed and looked at each tenth, and a margin of a
    /// quarter of the lease. Three tenths are left for looking, and for associating with the PBX.
    ///
    /// With the 10 s that are usual, the lease is 6 s, and a holder that is cut off from NATS
    /// keeps the PBX for 4.5 s after its last renewal. At least 1 s counts.
    #[must_use]
    pub fn within(takeover: Duration, preference: Preference) -> Self {
        let tenth = takeover.max(Duration::from_secs(1)) / 10;
        let duration = tenth * 6;
        Self {
            duration,
            margin: duration / 4,
            renew_every: tenth,
            poll_every: tenth,
            answer_limit: tenth * 2,
            preference,
        }
    }

    /// After how long without NATS the preferred multiplexer takes the PBX without a lease.
    #[must_use]
    pub fn patience(&self) -> Duration {
        self.duration * 3
    }
}
