//! How long things take.

use std::time::Duration;

use serde::{Deserialize, Serialize};

/// How long things take; what is `None` does not happen.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Timing {
    /// How long a telephone prompts its user to go off-hook.
    #[serde(with = "config_file::time")]
    pub prompt: Duration,
    /// How long dial tone is given before the first digit.
    #[serde(with = "config_file::time")]
    pub first_digit: Duration,
    /// After how long without a further digit a number is complete.
    #[serde(with = "config_file::time")]
    pub inter_digit: Duration,
    /// How long a telephone rings.
    #[serde(with = "config_file::time::optional")]
    pub no_answer: Option<Duration>,
    /// How long a hands-free telephone gives a tone before it goes on-hook.
    #[serde(with = "config_file::time")]
    pub tone: Duration,
    /// From one ring to the next.
    #[serde(with = "config_file::time")]
    pub ring_cycle: Duration,
    /// How long a telephone rings before a call is forwarded on which nobody answers, if the number
    /// of rings is not set.
    #[serde(with = "config_file::time")]
    pub forward_no_answer: Duration,
    /// After how long a held call rings at the telephone that holds it.
    #[serde(with = "config_file::time::optional")]
    pub hold_recall: Option<Duration>,
    /// After how long a call that was transferred and is not answered comes back.
    #[serde(with = "config_file::time::optional")]
    pub transfer_recall: Option<Duration>,
    /// After how long a parked call rings at the telephone that parked it.
    #[serde(with = "config_file::time::optional")]
    pub park_recall: Option<Duration>,
    /// How long a telephone rings to tell its user that somebody can be called back.
    #[serde(with = "config_file::time")]
    pub call_back: Duration,
    /// After how long voice mail answers. DISA answers at once.
    #[serde(with = "config_file::time")]
    pub voice_mail_answer: Duration,
    /// How long voice mail takes a message.
    #[serde(with = "config_file::time")]
    pub message: Duration,
}

impl Default for Timing {
    fn default() -> Self {
        Self {
            prompt: Duration::from_secs(20),
            first_digit: Duration::from_secs(20),
            inter_digit: Duration::from_secs(4),
            no_answer: Some(Duration::from_secs(60)),
            tone: Duration::from_secs(15),
            ring_cycle: Duration::from_secs(5),
            forward_no_answer: Duration::from_secs(15),
            hold_recall: Some(Duration::from_secs(60)),
            transfer_recall: Some(Duration::from_secs(30)),
            park_recall: Some(Duration::from_secs(180)),
            call_back: Duration::from_secs(10),
            voice_mail_answer: Duration::from_secs(1),
            message: Duration::from_secs(60),
        }
    }
}
