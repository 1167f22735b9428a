//! What the lease asks for, hears and tells.

use std::fmt;

/// What stands in NATS under the key of the lease.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// Nothing, or the mark of a deletion, which has a revision.
    Free {
        /// The revision to be replaced: that of the mark, or 0.
        revision: u64,
    },
    /// This multiplexer holds it, in this very run of its program.
    Own {
        /// The revision.
        revision: u64,
    },
    /// Another one holds it.
    Other {
        /// Who.
        holder: String,
    },
}

/// What is to be done in NATS.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeaseOperation {
    /// Read the key.
    Read,
    /// Write this multiplexer under the key, if it has this revision still.
    Write {
        /// The revision that is replaced; 0 if there is none.
        expected: u64,
    },
    /// Delete the key, if it has this revision still, and tell the others.
    Delete {
        /// The revision.
        expected: u64,
    },
}

/// How an operation went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LeaseAnswer {
    /// The key was read.
    Entry(Entry),
    /// It was written or deleted, and has this revision now.
    Done {
        /// The revision.
        revision: u64,
    },
    /// It had another revision and is as it was.
    Conflict,
    /// No answer, or one that says nothing of the key. The operation may have been done.
    Failed,
}

/// What the holder of the PBX has to hold it by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeaseHolding {
    /// The lease.
    Lease,
    /// That it is the preferred one, and NATS is away.
    Preference,
}

/// Why the PBX is let go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LetGo {
    /// It was asked for. The association can be released as it should be.
    HandOver,
    /// The lease could not be renewed in time. The association has to be aborted **at once**.
    Expired,
    /// Another one has the lease. The association has to be aborted at once.
    Lost,
}

impl LetGo {
    /// Whether there is no time for releasing the association.
    #[must_use]
    pub const fn is_urgent(self) -> bool {
        !matches!(self, Self::HandOver)
    }
}

impl fmt::Display for LetGo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::HandOver => "it was asked to hand over",
            Self::Expired => "the lease could not be renewed in time: is NATS away?",
            Self::Lost => "another multiplexer has the lease",
        })
    }
}

/// What a [`Lease`](super::Lease) wants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LeaseOutput {
    /// Do this in NATS, then tell by [`handle_answer`](super::Lease::handle_answer).
    Operation {
        /// Which operation it is, for the answer.
        id: u64,
        /// What.
        operation: LeaseOperation,
    },
    /// Take the PBX.
    Take(LeaseHolding),
    /// Let the PBX go, then tell by [`handle_released`](super::Lease::handle_released). It can
    /// come a second time, when something urgent comes in the way of a hand-over.
    LetGo(LetGo),
}
