//! What calls go to besides telephones: groups, park zones, voice mail.

use std::time::Duration;

use serde::{Deserialize, Serialize};

/// A group: its number is dialled, and one of its members answers.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Group {
    /// Its number.
    pub number: String,
    /// Its name, or nothing.
    pub name: String,
    /// How its members ring.
    pub kind: GroupKind,
    /// The numbers of its members, in the order in which they are tried.
    pub members: Vec<String>,
    /// How many calls may wait while all members are busy; further ones find the group busy.
    pub queue: usize,
    /// The number of the telephone or voice mail that takes calls which nobody answers or for
    /// which there is no room.
    pub overflow: Option<String>,
    /// How long a call waits in the queue before it overflows.
    #[serde(with = "config_file::time")]
    pub overflow_after: Duration,
    /// How long members ring before the next one does, or the call overflows.
    #[serde(with = "config_file::time")]
    pub no_answer: Duration,
}

/// How the members of a group ring.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum GroupKind {
    /// All at the same time.
    Ring,
    /// One after the other, from the first.
    Hunt,
}

impl Default for Group {
    /// A ring group without a number, which is none.
    fn default() -> Self {
        Self::new("", GroupKind::Ring, [""; 0])
    }
}

impl Group {
    /// A group whose members all ring, with room for three calls that wait and no overflow.
    #[must_use]
    pub fn new<T: Into<String>>(
        number: impl Into<String>,
        kind: GroupKind,
        members: impl IntoIterator<Item = T>,
    ) -> Self {
        Self {
            number: number.into(),
            name: String::new(),
            kind,
            members: members.into_iter().map(Into::into).collect(),
            queue: 3,
            overflow: None,
            overflow_after: Duration::from_secs(60),
            no_answer: Duration::from_secs(20),
        }
    }
}

/// A pick-up group: telephones whose users answer for each other.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct PickupGroup {
    /// The number by which it is named, and dialled to pick up a call that rings in it.
    pub number: String,
    /// The numbers of its members.
    pub members: Vec<String>,
}

/// What answers by itself: voice mail, or direct inward system access (DISA), by which outside
/// callers reach numbers that they dial after the answer.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Service {
    /// Its number.
    pub number: String,
    /// How many calls it can have at a time.
    pub ports: usize,
}
