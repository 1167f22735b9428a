//! What people and the public network do by themselves.

use std::time::Duration;

use serde::{Deserialize, Serialize};

/// What the public network does with a call that goes out.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Network {
    /// After how long the outside telephone rings.
    #[serde(with = "config_file::time")]
    pub rings_after: Duration,
    /// What happens then, by the beginning of the number; the first that fits counts.
    pub numbers: Vec<(String, Outcome)>,
    /// What happens with other numbers.
    pub otherwise: Outcome,
}

impl Default for Network {
    fn default() -> Self {
        Self {
            rings_after: Duration::from_millis(400),
            numbers: Vec::new(),
            otherwise: Outcome::Answers(Duration::from_secs(2)),
        }
    }
}

/// How an outside telephone takes a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It rings for so long and is answered.
    Answers(#[serde(with = "config_file::time")] Duration),
    /// It is busy.
    Busy,
    /// It rings and nobody answers.
    Rings,
    /// Nothing happens by itself: whoever uses the model acts as the network.
    Silent,
}

/// What telephone users do by themselves; by default nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct People {
    /// After how long they answer.
    #[serde(with = "config_file::time::optional")]
    pub answer_after: Option<Duration>,
    /// After how long they hang up a call that they have answered.
    #[serde(with = "config_file::time::optional")]
    pub hang_up_after: Option<Duration>,
}
