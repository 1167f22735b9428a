//! How call detail records are kept and sent.

use std::time::Duration;

use serde::{Deserialize, Serialize};

/// How call detail records are kept and sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Records {
    /// How many are kept until an application confirms them; then the oldest is lost for each new
    /// one.
    pub capacity: usize,
    /// After how long without a confirmation a report is sent again, a second or more.
    #[serde(with = "config_file::time")]
    pub repeat_after: Duration,
    /// How many have to wait before an application is told that it can fetch them, if it asked for
    /// a transmission by threshold.
    pub threshold: usize,
    /// After how long an application is told, and told again, that it can fetch some, a second or
    /// more.
    #[serde(with = "config_file::time")]
    pub notify_after: Duration,
}

impl Default for Records {
    fn default() -> Self {
        Self {
            capacity: 1000,
            repeat_after: Duration::from_secs(30),
            threshold: 20,
            notify_after: Duration::from_secs(60),
        }
    }
}
