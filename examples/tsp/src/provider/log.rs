//! What is logged of a provider: what happens to it as a whole, the same once until something else
//! happens.

use super::Board;
use crate::ProviderChange;

impl Board {
    /// Logs a change. Another attempt that fails like the one before is of interest to few.
    pub(super) fn log(&mut self, change: &ProviderChange) {
        let provider = &*self.name;
        match change {
            ProviderChange::LinkDown { why, .. } if self.has_logged(change) => {
                tracing::debug!(provider, why, "the link is still down");
            }
            ProviderChange::LinesNotLoaded { why } if self.has_logged(change) => {
                tracing::debug!(provider, why, "the lines still cannot be read");
            }
            ProviderChange::LinkUp => tracing::info!(provider, "the link is up"),
            ProviderChange::LinkDown { why, .. } => {
                tracing::warn!(provider, why, "the link is down; it is tried until it is up again");
            }
            ProviderChange::SystemStatus { status } if status == DISABLED => {
                tracing::warn!(provider, status, "the PBX is not in service");
            }
            ProviderChange::SystemStatus { status } => {
                tracing::info!(provider, status, "the PBX tells how it is");
            }
            ProviderChange::LinesLoaded { lines } => {
                tracing::info!(provider, lines, "the lines have been read");
            }
            ProviderChange::LinesNotLoaded { why } => {
                tracing::warn!(provider, why, "the lines cannot be read; it is tried again");
            }
            ProviderChange::EventsLost { lost } => {
                tracing::warn!(provider, lost, "events were lost; the calls are read anew");
            }
            ProviderChange::CallRecordsStarted => {
                tracing::info!(provider, "call records come");
            }
            ProviderChange::CallRecordsLost { why, retry_in } => tracing::warn!(
                provider,
                why,
                retry_in,
                "no call records; one application alone can have them; it is tried again"
            ),
            ProviderChange::Closed => tracing::info!(provider, "closed"),
        }
        self.logged = Some(change.clone());
    }

    /// Whether this was logged last.
    fn has_logged(&self, change: &ProviderChange) -> bool {
        use ProviderChange::{LinesNotLoaded, LinkDown};
        match (&self.logged, change) {
            (Some(LinkDown { why: before, .. }), LinkDown { why, .. })
            | (Some(LinesNotLoaded { why: before }), LinesNotLoaded { why }) => before == why,
            _ => false,
        }
    }
}

/// How a switch says that monitors are stopped and requests fail; a multiplexer says so while it
/// has no PBX.
const DISABLED: &str = "disabled";
