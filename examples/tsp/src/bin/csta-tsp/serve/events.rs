//! Events, as they happen (server-sent events).

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::response::Sse;
use axum::response::sse::{Event, KeepAlive};
use futures::stream::{self, Stream};
use tokio::sync::OwnedSemaphorePermit;
use tsp::{LineId, Notification, Notifications};

use crate::show::Stamped;

/// How often something is sent while nothing happens, so that a broken connection is noticed.
const KEEP_ALIVE: Duration = Duration::from_secs(15);

/// The names of the events that are sent, which are the types of notifications.
pub(super) const NAMES: [&str; 4] = ["provider", "line", "call", "lagged"];

/// The notifications from now on, of a line or of all: the type of each is the name of the event,
/// the notification its data.
pub(super) fn stream(
    notifications: Notifications,
    line: Option<LineId>,
    permit: OwnedSemaphorePermit,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    // The permit goes when the reader does.
    let state = (notifications, Arc::new(permit));
    let events = stream::unfold(state, move |(mut notifications, permit)| async move {
        loop {
            let notification = notifications.next().await?;
            if line.is_none_or(|line| concerns(&notification, line)) {
                return Some((Ok(event(&notification)), (notifications, permit)));
            }
        }
    });
    Sse::new(events).keep_alive(KeepAlive::new().interval(KEEP_ALIVE))
}

/// Whether a notification is of a line, or of all.
fn concerns(notification: &Notification, line: LineId) -> bool {
    match notification {
        Notification::Line(own) => own.line == line,
        Notification::Call(own) => own.call.line == line,
        _ => true,
    }
}

fn event(notification: &Notification) -> Event {
    let name = match notification {
        Notification::Provider(_) => "provider",
        Notification::Line(_) => "line",
        Notification::Call(_) => "call",
        _ => "lagged",
    };
    // What is serialised by derived code into memory does not fail.
    let data = serde_json::to_string(&Stamped::now(notification)).unwrap_or_default();
    Event::default().event(name).data(data)
}
