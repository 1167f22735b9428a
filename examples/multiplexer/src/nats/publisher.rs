//! Events on their way out.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use bus::Bus;
use bytes::Bytes;
use tokio::sync::mpsc;
use tokio::time::timeout;

/// How many events wait for NATS; those that come beyond are missed.
const QUEUE: usize = 8192;

/// How long NATS may take to take an event.
const LIMIT: Duration = Duration::from_secs(1);

/// Publishes events in their order. What cannot be published in time is counted.
#[derive(Clone, Debug)]
pub(super) struct Publisher {
    queue: mpsc::Sender<(String, Bytes)>,
    missed: Arc<AtomicU64>,
}

/// The other end of a [`Publisher`].
#[derive(Debug)]
pub(super) struct Outgoing {
    queue: mpsc::Receiver<(String, Bytes)>,
    missed: Arc<AtomicU64>,
}

impl Publisher {
    pub(super) fn new() -> (Self, Outgoing) {
        let (queue, received) = mpsc::channel(QUEUE);
        let missed = Arc::new(AtomicU64::new(0));
        (Self { queue, missed: Arc::clone(&missed) }, Outgoing { queue: received, missed })
    }

    /// Publishes an event as soon as it is its turn.
    pub(super) fn publish(&self, subject: String, payload: Bytes) {
        if self.queue.try_send((subject, payload)).is_err() {
            self.miss();
        }
    }

    /// An event was not published.
    pub(super) fn miss(&self) {
        self.missed.fetch_add(1, Ordering::Relaxed);
    }

    /// How many events were not published.
    pub(super) fn missed(&self) -> u64 {
        self.missed.load(Ordering::Relaxed)
    }
}

impl Outgoing {
    /// Publishes events until there is no publisher any more.
    pub(super) async fn run(mut self, bus: Bus) {
        while let Some((subject, payload)) = self.queue.recv().await {
            // An event that goes out when the connection is there again is none any more.
            let published = bus.is_connected()
                && timeout(LIMIT, bus.client().publish(subject, payload))
                    .await
                    .is_ok_and(|published| published.is_ok());
            if !published {
                self.missed.fetch_add(1, Ordering::Relaxed);
            }
        }
    }
}
