//! One timer for all that is due.

use std::pin::Pin;

use tokio::time::{Instant, Sleep, sleep_until};

/// Wakes the task when something is due.
///
/// It is armed anew only for what is due earlier: requests begin and end all the time, and most
/// are due later than those before them. So it may ring when nothing is due any more.
#[derive(Debug, Default)]
pub(super) struct Timer {
    sleep: Option<Pin<Box<Sleep>>>,
    armed: Option<Instant>,
}

impl Timer {
    /// Waits until `due` at the latest; for ever if nothing is due.
    pub(super) async fn ring(&mut self, due: Option<Instant>) {
        let Some(due) = due else {
            return std::future::pending().await;
        };
        let sleep = self.sleep.get_or_insert_with(|| Box::pin(sleep_until(due)));
        if self.armed.is_none_or(|armed| due < armed) {
            sleep.as_mut().reset(due);
            self.armed = Some(due);
        }
        sleep.as_mut().await;
        self.armed = None;
    }
}
