//! What all tasks share.

use std::sync::{Mutex, MutexGuard};
use std::time::Instant;

use tokio::sync::Notify;
use tokio::time::sleep_until;

use super::Hub;

/// What all tasks share: the [`Hub`], and its times.
#[derive(Debug)]
pub(crate) struct Shared {
    timed: Mutex<Timed>,
    /// Something is due earlier than what is waited for.
    earlier: Notify,
    /// A task has panicked while it had the hub.
    pub(super) fault: Notify,
}

#[derive(Debug)]
struct Timed {
    hub: Hub,
    /// When it is looked whether something is due. It may be too early: each request is due after
    /// all others, so that who waits need not be woken for it.
    wakes_at: Option<Instant>,
}

/// The hub while it is locked. What is locked is not held over an `await`.
pub(crate) struct Locked<'a> {
    timed: MutexGuard<'a, Timed>,
    earlier: &'a Notify,
}

impl Shared {
    pub(super) fn new(hub: Hub) -> Self {
        let timed = Timed { hub, wakes_at: None };
        Self { timed: Mutex::new(timed), earlier: Notify::new(), fault: Notify::new() }
    }

    /// Locks the hub.
    pub(crate) fn lock(&self) -> Locked<'_> {
        let timed = self.timed.lock().unwrap_or_else(|poisoned| {
            // What it knows may be wrong now. The program ends, and is started again by whoever
            // looks after it.
            self.fault.notify_one();
            poisoned.into_inner()
        });
        Locked { timed, earlier: &self.earlier }
    }

    /// Does what is due when it is due, for ever.
    pub(super) async fn keep_time(&self) {
        loop {
            let wakes_at = self.lock().wait();
            let due = async {
                match wakes_at {
                    Some(time) => sleep_until(time.into()).await,
                    None => std::future::pending().await,
                }
            };
            tokio::select! {
                () = due => self.lock().timeout(now()),
                () = self.earlier.notified() => {}
            }
        }
    }
}

impl Locked<'_> {
    /// Waits from now on for what is due next.
    fn wait(&mut self) -> Option<Instant> {
        self.timed.wakes_at = self.timed.hub.poll_timeout();
        self.timed.wakes_at
    }
}

impl std::ops::Deref for Locked<'_> {
    type Target = Hub;

    fn deref(&self) -> &Hub {
        &self.timed.hub
    }
}

impl std::ops::DerefMut for Locked<'_> {
    fn deref_mut(&mut self) -> &mut Hub {
        &mut self.timed.hub
    }
}

impl Drop for Locked<'_> {
    fn drop(&mut self) {
        let is_earlier = match (self.timed.hub.poll_timeout(), self.timed.wakes_at) {
            (Some(due), Some(wakes_at)) => due < wakes_at,
            (due, None) => due.is_some(),
            (None, Some(_)) => false,
        };
        if is_earlier {
            self.wait();
            self.earlier.notify_one();
        }
    }
}

/// The time, which tests can let pass.
pub(crate) fn now() -> Instant {
    tokio::time::Instant::now().into_std()
}
