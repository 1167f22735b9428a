//! A request that waits for its answer.

use std::time::Duration;

use csta_codec::Operation;

use super::slots::Slot;
use crate::connection::Reply;

/// What is known of a request when it is asked for.
#[derive(Debug)]
pub(crate) struct Asked {
    pub(crate) operation: i32,
    pub(crate) name: &'static str,
    /// How long it may take from when it was asked for.
    pub(crate) limit: Duration,
    /// Its place among the requests that may be outstanding; the task's own requests have none.
    pub(super) slot: Option<Slot>,
}

impl Asked {
    pub(crate) const fn new<O: Operation>(limit: Duration, slot: Option<Slot>) -> Self {
        Self { operation: O::CODE, name: O::NAME, limit, slot }
    }

    /// The same, for an operation that may be known at run time alone.
    pub(crate) const fn named(
        operation: i32,
        name: &'static str,
        limit: Duration,
        slot: Option<Slot>,
    ) -> Self {
        Self { operation, name, limit, slot }
    }
}

/// A request that waits for its answer.
#[derive(Debug)]
pub(crate) struct Pending {
    pub(crate) asked: Asked,
    pub(crate) asker: Asker,
    /// Where it begins in all that has been sent; `None` while it is held.
    pub(super) place: Option<u64>,
}

/// Who waits for the answer.
#[derive(Debug)]
pub(crate) enum Asker {
    /// A future, which finds it under this key.
    Call(usize),
    /// Somebody whom the task tells.
    Task(Reply),
}

/// How far a request has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Progress {
    /// It waits for the switch to be ready.
    Held,
    /// It waits for the task to take it, which it does not any more once the association is ending.
    Queued,
    Sent,
}

impl Pending {
    /// Whether nobody waits for it any more.
    pub(super) fn is_abandoned(&self) -> bool {
        matches!(&self.asker, Asker::Task(reply) if reply.is_abandoned())
    }

    /// Whether no answer is waited for, only that it is sent.
    pub(super) const fn is_notice(&self) -> bool {
        matches!(self.asker, Asker::Task(Reply::Sent(_)))
    }
}
