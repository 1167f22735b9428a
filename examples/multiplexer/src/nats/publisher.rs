//! What is published as it happens, on its way out.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use bus::Bus;
use bytes::Bytes;
use tokio::sync::mpsc;
use tokio::time::timeout;

/// How many messages wait for NATS; those that come beyond are missed.
const QUEUE: usize = 8192;

/// How long NATS may take to take one.
const LIMIT: Duration = Duration::from_secs(1);

/// A message on its way.
#[derive(Debug)]
struct Message {
    subject: String,
    payload: Bytes,
    /// Whether it is missed if it does not get there: what stands in a bucket, too, is not.
    is_event: bool,
}

/// Publishes events and what else is told, in this order. Events that cannot be published in time
/// are counted.
#[derive(Clone, Debug)]
pub(super) struct Publisher {
    queue: mpsc::Sender<Message>,
    missed: Arc<AtomicU64>,
}

/// The other end of a [`Publisher`].
#[derive(Debug)]
pub(super) struct Outgoing {
    queue: mpsc::Receiver<Message>,
    missed: Arc<AtomicU64>,
}

impl Publisher {
    pub(super) fn new() -> (Self, Outgoing) {
        let (queue, received) = mpsc::channel(QUEUE);
        let missed = Arc::new(AtomicU64::new(0));
        (Self { queue, missed: Arc::clone(&missed) }, Outgoing { queue: received, missed })
    }

    /// Publishes an event as soon as it is its turn.
    pub(super) fn event(&self, subject: String, payload: Bytes) {
        if self.queue.try_send(Message { subject, payload, is_event: true }).is_err() {
            self.miss(1);
        }
    }

    /// Publishes what a bucket keeps as well.
    pub(super) fn status(&self, subject: String, payload: Bytes) {
        // Who does not hear it reads it there.
        let _ = self.queue.try_send(Message { subject, payload, is_event: false });
    }

    /// So many events were not published.
    pub(super) fn miss(&self, events: u64) {
        self.missed.fetch_add(events, Ordering::Relaxed);
    }

    /// How many events were not published.
    pub(super) fn missed(&self) -> u64 {
        self.missed.load(Ordering::Relaxed)
    }
}

impl Outgoing {
    /// Publishes until there is no publisher any more.
    pub(super) async fn run(mut self, bus: Bus) {
        while let Some(Message { subject, payload, is_event }) = self.queue.recv().await {
            // What goes out when the connection is there again is no news any more.
            let published = bus.is_connected()
                && timeout(LIMIT, bus.client().publish(subject, payload))
                    .await
                    .is_ok_and(|published| published.is_ok());
            if is_event && !published {
                self.missed.fetch_add(1, Ordering::Relaxed);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use bus::BusSettings;

    use super::*;

    #[tokio::test]
    async fn with_nats_away_events_are_counted_and_nothing_else() {
        // Nobody can listen there.
        let settings = BusSettings { url: "nats://127.0.0.1:1".to_owned(), ..Default::default() };
        let bus = Bus::connect(&settings).await.expect("a bus without NATS");
        let (publisher, outgoing) = Publisher::new();
        publisher.event("csta.berlin.event.101.delivered".to_owned(), Bytes::new());
        publisher.status("csta.berlin.status".to_owned(), Bytes::new());
        publisher.event("csta.berlin.event.101.established".to_owned(), Bytes::new());
        publisher.miss(3);
        let missed = Arc::clone(&publisher.missed);
        drop(publisher);
        outgoing.run(bus).await;
        assert_eq!(missed.load(Ordering::Relaxed), 5);
    }
}
