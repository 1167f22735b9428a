//! Telephones and lines.

use serde::{Deserialize, Serialize};

/// A telephone.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Extension {
    /// Its number.
    pub number: String,
    /// The name of its user, or nothing.
    pub name: String,
    /// Whether it goes off-hook without its user, by loudspeaker.
    pub hands_free: bool,
    /// Whether a second call is offered during a first.
    pub call_waiting: bool,
    /// Whether it is cordless.
    pub portable: bool,
    /// Whether it is a Super-Twin: a cordless telephone goes with it, under the same number.
    pub twin: bool,
    /// Whether others may break into its calls.
    pub intrusion: bool,
}

impl Default for Extension {
    /// One without a number, which is none.
    fn default() -> Self {
        Self::new("", "")
    }
}

impl Extension {
    /// A hands-free desk telephone.
    #[must_use]
    pub fn new(number: impl Into<String>, name: impl Into<String>) -> Self {
        Self {
            number: number.into(),
            name: name.into(),
            hands_free: true,
            call_waiting: false,
            portable: false,
            twin: false,
            intrusion: true,
        }
    }
}

/// A line to the public network.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Trunk {
    /// The number under which it is listed.
    pub number: String,
    /// Whether the network tells that the far telephone rings and answers, as a digital one does.
    pub progress: bool,
}

impl Default for Trunk {
    /// One without a number.
    fn default() -> Self {
        Self::new("")
    }
}

impl Trunk {
    /// A digital line.
    #[must_use]
    pub fn new(number: impl Into<String>) -> Self {
        Self { number: number.into(), progress: true }
    }
}
