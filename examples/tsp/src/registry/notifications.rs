//! The stream of what applications are told.

use std::time::Duration;

use tokio::sync::broadcast::error::RecvError;
use tokio::sync::broadcast::{self, error::TryRecvError};
use tokio::time::timeout;

use super::{Notification, StatusMessage};
use crate::Error;

/// What happens from the moment this was made, at all lines of all providers.
///
/// It holds a limited number ([`notifications`](super::RegistrySettings::notifications)). Whoever
/// reads too slowly misses the oldest, and is told so by [`Notification::Lagged`] in their place.
#[derive(Debug)]
pub struct Notifications {
    receiver: broadcast::Receiver<Notification>,
    /// The messages about states of lines that are wanted; all if it is not said.
    wanted: Option<Vec<StatusMessage>>,
}

impl Notifications {
    pub(super) const fn new(receiver: broadcast::Receiver<Notification>) -> Self {
        Self { receiver, wanted: None }
    }

    /// Tells of the states of lines by these messages only: TAPI's `lineSetStatusMessages`. What
    /// happens to calls and providers is told all the same.
    #[must_use]
    pub fn only(mut self, messages: impl IntoIterator<Item = StatusMessage>) -> Self {
        self.wanted = Some(messages.into_iter().collect());
        self
    }

    fn is_wanted(&self, notification: &Notification) -> bool {
        match (&self.wanted, notification) {
            (Some(wanted), Notification::Line(line)) => {
                wanted.contains(&line.change.status_message())
            }
            _ => true,
        }
    }

    /// Waits for the next one; `None` when the registry is gone. Nothing is lost if the future is
    /// dropped.
    pub async fn next(&mut self) -> Option<Notification> {
        loop {
            let next = match self.receiver.recv().await {
                Ok(notification) => notification,
                Err(RecvError::Lagged(lost)) => Notification::Lagged { lost },
                Err(RecvError::Closed) => return None,
            };
            if self.is_wanted(&next) {
                return Some(next);
            }
        }
    }

    /// What has come already, if anything has.
    pub fn try_next(&mut self) -> Option<Notification> {
        loop {
            let next = match self.receiver.try_recv() {
                Ok(notification) => notification,
                Err(TryRecvError::Lagged(lost)) => Notification::Lagged { lost },
                Err(TryRecvError::Empty | TryRecvError::Closed) => return None,
            };
            if self.is_wanted(&next) {
                return Some(next);
            }
        }
    }

    /// Reads until `found` makes something of a notification.
    ///
    /// # Errors
    ///
    /// [`Error::TimedOut`] if it does not within the limit; `what` is what was waited for.
    pub async fn until<T>(
        &mut self,
        what: impl Into<String>,
        limit: Duration,
        mut found: impl FnMut(Notification) -> Option<T>,
    ) -> Result<T, Error> {
        let wait = timeout(limit, async {
            while let Some(notification) = self.next().await {
                if let Some(found) = found(notification) {
                    return Some(found);
                }
            }
            None
        });
        let found = wait.await.ok().flatten();
        found.ok_or_else(|| Error::TimedOut { what: what.into(), after: limit })
    }
}
