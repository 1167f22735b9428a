//! What handles and the task of a provider share.

use std::sync::{Mutex, PoisonError};

use csta_client::Session;
use tokio::sync::{Notify, watch};

use super::Board;
use crate::registry::Common;

/// What handles and the task of a provider share. The lock is held for moments only.
#[derive(Debug)]
pub(crate) struct Shared {
    board: Mutex<Board>,
    pub(crate) common: Common,
    pub(crate) session: Session,
    /// Wakes the task when there is something to do for it.
    pub(super) wake: Notify,
    /// Goes up with each change, for those who wait for something to become so.
    changes: watch::Sender<u64>,
}

impl Shared {
    pub(super) fn new(board: Board, common: Common, session: Session) -> Self {
        let (changes, _) = watch::channel(0);
        Self { board: Mutex::new(board), common, session, wake: Notify::new(), changes }
    }

    /// Looks at lines and calls, or changes them; what has happened thereby is told.
    pub(crate) fn with<T>(&self, work: impl FnOnce(&mut Board) -> T) -> T {
        let mut board = self.board.lock().unwrap_or_else(PoisonError::into_inner);
        let done = work(&mut board);
        let mut has_changed = false;
        // Under the lock, so that all are told in the order in which it happened.
        while let Some(notification) = board.poll_notification() {
            has_changed = true;
            // Without a reader, nobody is told.
            let _ = self.common.notifications.send(notification);
        }
        if has_changed {
            self.changes.send_modify(|count| *count = count.wrapping_add(1));
        }
        if board.has_action() {
            self.wake.notify_one();
        }
        done
    }

    /// Waits until something is found; it is looked for again after each change.
    pub(crate) async fn until<T>(&self, mut look: impl FnMut(&mut Board) -> Option<T>) -> T {
        let mut changes = self.changes.subscribe();
        loop {
            changes.borrow_and_update();
            if let Some(found) = self.with(&mut look) {
                return found;
            }
            // The sender lives as long as this does.
            let _ = changes.changed().await;
        }
    }

    /// Lets the task look again when something is due.
    pub(crate) fn nudge(&self) {
        self.wake.notify_one();
    }

    /// Lets those look again who wait.
    pub(super) fn stir(&self) {
        self.changes.send_modify(|count| *count = count.wrapping_add(1));
    }
}
