//! Values on their way into a bucket.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use async_nats::jetstream::kv::Store;
use bus::{Bus, bucket};
use bytes::Bytes;
use futures::StreamExt;
use futures::stream::FuturesUnordered;
use tokio::sync::Notify;
use tokio::time::{sleep, timeout};

/// How many values are written at once.
const AT_ONCE: usize = 64;

/// How long a value may take.
const LIMIT: Duration = Duration::from_secs(5);

/// How long to wait when one could not be written.
const PAUSE: Duration = Duration::from_millis(500);

/// Values on their way into the bucket of lines: the newest of each key, so that there are never
/// more than keys. What cannot be written stays until it can.
#[derive(Clone, Debug, Default)]
pub(super) struct Values(Arc<Shared>);

#[derive(Debug, Default)]
struct Shared {
    /// `None` for a key that is to be deleted.
    waiting: Mutex<BTreeMap<String, Option<Bytes>>>,
    changed: Notify,
}

impl Values {
    /// Wants a key to have a value.
    pub(super) fn put(&self, key: String, value: Bytes) {
        self.set(key, Some(value));
    }

    /// Wants a key to be no more.
    pub(super) fn delete(&self, key: String) {
        self.set(key, None);
    }

    fn set(&self, key: String, value: Option<Bytes>) {
        self.lock().insert(key, value);
        self.0.changed.notify_one();
    }

    /// Writes values for ever.
    pub(super) async fn write(self, bus: Bus) {
        let mut store = None;
        loop {
            if self.lock().is_empty() {
                self.0.changed.notified().await;
                continue;
            }
            if !self.attempt(&bus, &mut store).await {
                store = None;
                sleep(PAUSE).await;
            }
        }
    }

    /// Writes what waits. Returns whether all of it could be written.
    async fn attempt(&self, bus: &Bus, known: &mut Option<Store>) -> bool {
        // What is sent now would go out when the connection is there again, and be old then.
        if !bus.is_connected() {
            return false;
        }
        let store = match known {
            Some(store) => store,
            None => match bucket::lines(bus).await {
                Ok(store) => known.insert(store),
                Err(error) => {
                    tracing::warn!(%error, "the state of lines cannot be published");
                    return false;
                }
            },
        };
        let batch = std::mem::take(&mut *self.lock());
        let mut failed = Vec::new();
        let mut writing = FuturesUnordered::new();
        let mut rest = batch.into_iter();
        loop {
            while writing.len() < AT_ONCE
                && let Some((key, value)) = rest.next()
            {
                let store = &*store;
                writing.push(async move {
                    let written = timeout(LIMIT, write(store, &key, value.clone())).await;
                    (key, value, written.unwrap_or(false))
                });
            }
            match writing.next().await {
                Some((_, _, true)) => {}
                Some((key, value, false)) => failed.push((key, value)),
                None => break,
            }
        }
        let is_done = failed.is_empty();
        let mut waiting = self.lock();
        for (key, value) in failed {
            waiting.entry(key).or_insert(value);
        }
        is_done
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, BTreeMap<String, Option<Bytes>>> {
        self.0.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

async fn write(store: &Store, key: &str, value: Option<Bytes>) -> bool {
    let written = match value {
        Some(value) => store.put(key, value).await.map(drop).map_err(|error| error.to_string()),
        None => store.purge(key).await.map_err(|error| error.to_string()),
    };
    if let Err(error) = &written {
        tracing::debug!(key, %error, "the state of a line could not be published");
    }
    written.is_ok()
}
