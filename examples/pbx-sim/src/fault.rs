//! What goes wrong between a switch and its application.

use std::time::Duration;

use bytes::Bytes;

/// What goes wrong between a switch and its application.
///
/// Given to [`Pbx::fault`](crate::Pbx::fault). Calls go on through all of them, but for a
/// [`Restart`](Self::Restart) that does not keep them.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fault {
    /// All connections break, without a word.
    DropLink,
    /// The switch aborts all associations. How [`Link::unframed_abort`](crate::Link) says.
    Abort,
    /// The switch reads nothing and says nothing on any connection, for so long or until
    /// [`Thaw`](Self::Thaw). Connections can be made and stay; what was sent to it is served
    /// later, and what it has to say is said later.
    Freeze(Option<Duration>),
    /// Ends [`Freeze`](Self::Freeze).
    Thaw,
    /// Each message to the application leaves so much later, from now on; zero ends it.
    Delay(Duration),
    /// These octets are sent to the application as they are, between two messages.
    Octets(Bytes),
    /// The next so many reports of events are not sent. Those that are still to be lost when the
    /// association ends are not lost after it.
    LoseEvents(u32),
    /// The switch goes down, with all connections, and comes back after a time. Until then it
    /// closes each connection at once.
    Restart {
        /// How long it is down.
        lasting: Duration,
        /// Whether calls go on, as when its interface to applications restarts alone. Otherwise
        /// they are gone, and until it is back nobody can telephone.
        keeps_calls: bool,
    },
}
