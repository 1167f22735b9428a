//! The stream of what applications are told.

use std::time::Duration;

use tokio::sync::broadcast::error::RecvError;
use tokio::sync::broadcast::{self, error::TryRecvError};
use tokio::time::timeout;

use super::Notification;
use crate::Error;

/// What happens from the moment this was made, at all lines of all providers.
///
/// It holds a limited number ([`notifications`](super::RegistrySettings::notifications)). Whoever
/// reads too slowly misses the oldest, and is told so by [`Notification::Lagged`] in their place.
#[derive(Debug)]
pub struct Notifications {
    receiver: broadcast::Receiver<Notification>,
}

impl Notifications {
    pub(super) const fn new(receiver: broadcast::Receiver<Notification>) -> Self {
        Self { receiver }
    }

    /// Waits for the next one; `None` when the registry is gone. Nothing is lost if the future is
    /// dropped.
    pub async fn next(&mut self) -> Option<Notification> {
        match self.receiver.recv().await {
            Ok(notification) => Some(notification),
            Err(RecvError::Lagged(lost)) => Some(Notification::Lagged { lost }),
            Err(RecvError::Closed) => None,
        }
    }

    /// What has come already, if anything has.
    pub fn try_next(&mut self) -> Option<Notification> {
        match self.receiver.try_recv() {
            Ok(notification) => Some(notification),
            Err(TryRecvError::Lagged(lost)) => Some(Notification::Lagged { lost }),
            Err(TryRecvError::Empty | TryRecvError::Closed) => None,
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
