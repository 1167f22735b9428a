//! Values on their way into a bucket.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use async_nats::jetstream::kv::{Operation, Store};
use bus::{Bus, Said, bucket};
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

/// Values by key; `None` for a key that is to be deleted.
type Batch = BTreeMap<String, Option<Bytes>>;

/// Values on their way into the bucket of lines: the newest of each key, so that there are never
/// more than keys. What cannot be written stays until it can.
///
/// A key is replaced only if it has the revision that is known of it. What a multiplexer that was
/// cut off has sent, and gets there when another one has the PBX, is refused by that.
#[derive(Clone, Debug, Default)]
pub(super) struct Values(Arc<Shared>);

#[derive(Debug, Default)]
struct Shared {
    waiting: Mutex<Batch>,
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

    /// Takes back what could not be written, where nothing newer waits.
    fn put_back(&self, failed: Batch) {
        let mut waiting = self.lock();
        for (key, value) in failed {
            waiting.entry(key).or_insert(value);
        }
    }

    /// Writes values for ever.
    pub(super) async fn write(self, bus: Bus) {
        let mut writer = Writer { bus, store: None, revisions: HashMap::new() };
        let mut said = Said::default();
        loop {
            let batch = std::mem::take(&mut *self.lock());
            if batch.is_empty() {
                self.0.changed.notified().await;
                continue;
            }
            let (failed, error) = writer.write(batch).await;
            let Some(error) = error else {
                said.forget();
                continue;
            };
            if writer.bus.is_connected() && said.is_news(&error) {
                tracing::warn!(%error, "the state of lines waits for NATS");
            }
            self.put_back(failed);
            sleep(PAUSE).await;
        }
    }

    fn lock(&self) -> MutexGuard<'_, Batch> {
        self.0.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What writes them.
struct Writer {
    bus: Bus,
    store: Option<Store>,
    /// The last revision of each key, as far as it is known.
    revisions: HashMap<String, u64>,
}

impl Writer {
    /// Writes values. Returns those that could not be written, and why the last of them could not.
    async fn write(&mut self, batch: Batch) -> (Batch, Option<String>) {
        // What is sent now would go out when the connection is there again, and be old then.
        if !self.bus.is_connected() {
            return (batch, Some("NATS is away".to_owned()));
        }
        let store = match self.store.take() {
            Some(store) => store,
            None => match bucket::lines(&self.bus).await {
                Ok(store) => store,
                Err(error) => return (batch, Some(error.to_string())),
            },
        };
        let (mut failed, mut last) = (Batch::new(), None);
        let mut rest = batch.into_iter();
        let mut writing = FuturesUnordered::new();
        loop {
            while writing.len() < AT_ONCE
                && let Some((key, value)) = rest.next()
            {
                // Whether or not it is written, another revision is known only afterwards.
                let revision = self.revisions.remove(&key);
                let store = &store;
                writing.push(async move {
                    let written = replace(store, &key, value.clone(), revision);
                    let written = timeout(LIMIT, written).await;
                    let written = written.unwrap_or_else(|_| Err("no answer in time".to_owned()));
                    (key, value, written)
                });
            }
            match writing.next().await {
                Some((key, _, Ok(Some(revision)))) => drop(self.revisions.insert(key, revision)),
                Some((_, _, Ok(None))) => {}
                Some((key, value, Err(error))) => {
                    last = Some(format!("{key}: {error}"));
                    failed.insert(key, value);
                }
                None => break,
            }
        }
        drop(writing);
        // Where something failed, it is looked for anew.
        self.store = last.is_none().then_some(store);
        (failed, last)
    }
}

/// Writes a value, or deletes it, if the key has the revision still; if none is known, that which it
/// has now. Returns the new revision of a value.
async fn replace(
    store: &Store,
    key: &str,
    value: Option<Bytes>,
    revision: Option<u64>,
) -> Result<Option<u64>, String> {
    let revision = match revision {
        Some(revision) => revision,
        None => {
            let entry = store.entry(key).await.map_err(|error| error.to_string())?;
            let is_there = entry.as_ref().is_some_and(|entry| entry.operation == Operation::Put);
            if value.is_none() && !is_there {
                return Ok(None);
            }
            entry.map_or(0, |entry| entry.revision)
        }
    };
    match value {
        Some(value) => {
            let written = store.update(key, value, revision).await;
            written.map(Some).map_err(|error| error.to_string())
        }
        None => {
            // Not purged: on nats-server 2.9 a purge can silence those who watch the bucket.
            let deleted = store.delete_expect_revision(key, Some(revision)).await;
            deleted.map(|()| None).map_err(|error| error.to_string())
        }
    }
}
