//! What all tasks share.

use std::sync::{Mutex, MutexGuard};
use std::time::Instant;

use tokio::sync::Notify;
use tokio::time::sleep_until;

use super::Hub;

/// What all tasks share: the [`Hub`], and its times.
#[derive(Debug)]
pub(crate) struct Shared {
    hub: Mutex<Hub>,
    /// The time that is waited for has become another.
    earlier: Notify,
    /// A task has panicked while it had the hub.
    pub(super) fault: Notify,
}

/// The hub while it is locked. What is locked is not held over an `await`.
pub(crate) struct Locked<'a> {
    hub: MutexGuard<'a, Hub>,
    earlier: &'a Notify,
    deadline: Option<Instant>,
}

impl Shared {
    pub(super) fn new(hub: Hub) -> Self {
        Self { hub: Mutex::new(hub), earlier: Notify::new(), fault: Notify::new() }
    }

    /// Locks the hub.
    pub(crate) fn lock(&self) -> Locked<'_> {
        let hub = self.hub.lock().unwrap_or_else(|poisoned| {
            // What it knows may be wrong now. The program ends, and is started again by whoever
            // looks after it.
            self.fault.notify_one();
            poisoned.into_inner()
        });
        let deadline = hub.poll_timeout();
        Locked { hub, earlier: &self.earlier, deadline }
    }

    /// Does what is due when it is due, for ever.
    pub(super) async fn keep_time(&self) {
        loop {
            let deadline = self.lock().poll_timeout();
            let due = async {
                match deadline {
                    Some(deadline) => sleep_until(deadline.into()).await,
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

impl std::ops::Deref for Locked<'_> {
    type Target = Hub;

    fn deref(&self) -> &Hub {
        &self.hub
    }
}

impl std::ops::DerefMut for Locked<'_> {
    fn deref_mut(&mut self) -> &mut Hub {
        &mut self.hub
    }
}

impl Drop for Locked<'_> {
    fn drop(&mut self) {
        let deadline = self.hub.poll_timeout();
        let is_earlier = match (deadline, self.deadline) {
            (Some(now), Some(before)) => now < before,
            (Some(_), None) => true,
            (None, _) => false,
        };
        if is_earlier {
            self.earlier.notify_one();
        }
    }
}

/// The time, which tests can let pass.
pub(crate) fn now() -> Instant {
    tokio::time::Instant::now().into_std()
}
