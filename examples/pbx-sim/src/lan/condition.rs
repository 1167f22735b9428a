//! How it is between two hosts.

use std::ops::Range;
use std::time::Duration;

use tokio::sync::watch;

/// How long things take between two hosts, both ways.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weather {
    /// How long octets are on the way.
    pub latency: Range<Duration>,
    /// In what pieces they arrive, in octets: 1 at least.
    pub pieces: Range<usize>,
    /// How long an end waits for what it has sent to arrive, before it gives the connection up:
    /// the other end may think that it is still there. TCP waits for a quarter of an hour.
    pub patience: Duration,
}

impl Default for Weather {
    /// A quiet office: a millisecond or two, large pieces.
    fn default() -> Self {
        Self {
            latency: Duration::from_millis(1)..Duration::from_millis(3),
            pieces: 1..1500,
            patience: Duration::from_secs(900),
        }
    }
}

/// What holds between two hosts at a moment.
#[derive(Clone, Debug, Default)]
pub(super) struct Condition {
    pub(super) weather: Weather,
    /// Whether nothing arrives. What is sent arrives when it is over, as TCP repeats it.
    pub(super) is_parted: bool,
    /// How often connections were broken so that both ends know.
    pub(super) breaks: u64,
    /// How often connections were forgotten on the way: nothing of them arrives ever again.
    pub(super) losses: u64,
}

/// The condition between two hosts, for whoever changes it.
#[derive(Debug, Default)]
pub(super) struct Conditions(watch::Sender<Condition>);

impl Conditions {
    pub(super) fn change(&self, change: impl FnOnce(&mut Condition)) {
        self.0.send_modify(change);
    }

    pub(super) fn watch(&self) -> watch::Receiver<Condition> {
        self.0.subscribe()
    }
}
