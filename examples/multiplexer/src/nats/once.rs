//! What has been asked for, so that nothing is done twice.

use std::time::Duration;

use async_nats::jetstream::kv::{CreateErrorKind, Entry, Operation, Store};
use bus::{BucketError, Bus, InvokeAnswer, InvokeError, Site, bucket, subject};
use bytes::Bytes;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use tokio::sync::Mutex;
use tokio::time::{Instant, sleep};

/// How long after a request has come its answer is waited for by those who ask again.
const PATIENCE: Duration = Duration::from_secs(15);

/// How often is looked for it.
const LOOK: Duration = Duration::from_millis(200);

/// What has been asked for lately, in a bucket that all multiplexers of the site share.
#[derive(Debug)]
pub(super) struct Once {
    bus: Bus,
    site: Site,
    store: Mutex<Option<Store>>,
}

/// What is kept of a request.
#[derive(Debug, Serialize, Deserialize)]
struct Kept {
    /// A hash of what was asked for: one key is for one request.
    request: String,
    /// How it went, once that is known.
    answer: Option<InvokeAnswer>,
}

/// What is to be done with a request.
#[derive(Debug)]
pub(super) enum Turn {
    /// It is new, and to be carried out.
    First(Box<Ticket>),
    /// It was carried out before, and this was the answer.
    Again(InvokeAnswer),
}

/// A request that is being carried out.
#[derive(Debug)]
pub(super) struct Ticket {
    store: Store,
    key: String,
    request: String,
}

impl Once {
    pub(super) fn new(bus: Bus, site: Site) -> Self {
        Self { bus, site, store: Mutex::new(None) }
    }

    /// Takes in a request before it is carried out.
    ///
    /// # Errors
    ///
    /// If the key was used for something else, if it is not known how the first one went, or if
    /// nothing can be remembered; it is not to be carried out then.
    pub(super) async fn begin(
        &self,
        user: Option<&str>,
        key: &str,
        request: &[u8],
    ) -> Result<Turn, InvokeError> {
        let store = self.store().await.map_err(|error| away(&error))?;
        let user = subject::token(user.unwrap_or_default());
        let key = format!("{}.{user}.{}", self.site, subject::token(key));
        let request = hash(request);
        let kept = Kept { request: request.clone(), answer: None };
        let value = serde_json::to_vec(&kept).map_err(|error| away(&error))?;
        let value = Bytes::from(value);
        let deadline = Instant::now() + PATIENCE;
        loop {
            match store.create(&key, value.clone()).await {
                Ok(_) => return Ok(Turn::First(Box::new(Ticket { store, key, request }))),
                Err(error) if error.kind() == CreateErrorKind::AlreadyExists => {}
                Err(error) => {
                    *self.store.lock().await = None;
                    return Err(away(&error));
                }
            }
            let entry = store.entry(key.clone()).await.map_err(|error| away(&error))?;
            // If it is gone again, the first one was surely not carried out.
            let entry = entry.filter(|entry| entry.operation == Operation::Put);
            if let Some(entry) = entry {
                let kept = serde_json::from_slice::<Kept>(&entry.value);
                match kept.map_err(|error| away(&error))? {
                    kept if kept.request != request => {
                        let text = "the key was used for another request".to_owned();
                        return Err(InvokeError { code: 409, text, may_have_been_done: false });
                    }
                    Kept { answer: Some(answer), .. } => return Ok(Turn::Again(answer)),
                    // Who asks again and again does not wait for as long each time.
                    _ if is_old(&entry) || Instant::now() >= deadline => return Err(unknown()),
                    _ => {}
                }
            } else if Instant::now() >= deadline {
                return Err(unknown());
            }
            sleep(LOOK).await;
        }
    }

    async fn store(&self) -> Result<Store, BucketError> {
        let mut known = self.store.lock().await;
        if let Some(store) = &*known {
            return Ok(store.clone());
        }
        let store = bucket::requests(&self.bus).await?;
        *known = Some(store.clone());
        Ok(store)
    }
}

impl Ticket {
    /// Keeps the answer for whoever asks again. One that was surely not carried out may be tried
    /// again.
    pub(super) async fn end(self, answer: &InvokeAnswer) {
        let is_undone = matches!(&answer.outcome, bus::InvokeOutcome::Error(error)
            if !error.may_have_been_done);
        let kept = if is_undone {
            self.store.delete(&self.key).await.map_err(|error| error.to_string())
        } else {
            let kept = Kept { request: self.request, answer: Some(answer.clone()) };
            match serde_json::to_vec(&kept) {
                Ok(value) => self
                    .store
                    .put(&self.key, value.into())
                    .await
                    .map(drop)
                    .map_err(|error| error.to_string()),
                Err(error) => Err(error.to_string()),
            }
        };
        if let Err(error) = kept {
            // Whoever asks again is told that it is not known.
            tracing::warn!(%error, "the answer to a request could not be kept");
        }
    }
}

/// Whether it is so long ago that something was asked for that no answer comes any more, as far as
/// the clocks of NATS and of this computer are alike.
fn is_old(entry: &Entry) -> bool {
    let age = Timestamp::now().as_second() - entry.created.unix_timestamp();
    age >= i64::try_from(PATIENCE.as_secs()).unwrap_or(i64::MAX)
}

fn unknown() -> InvokeError {
    let text = "outcome unknown: whoever carried it out has not told".to_owned();
    InvokeError { code: 504, text, may_have_been_done: true }
}

fn away(error: &dyn std::error::Error) -> InvokeError {
    let text = format!("requests cannot be remembered, and none is carried out twice: {error}");
    InvokeError { code: 503, text, may_have_been_done: false }
}

fn hash(request: &[u8]) -> String {
    use std::fmt::Write as _;

    Sha256::digest(request).iter().fold(String::new(), |mut text, octet| {
        // Writing to a string does not fail.
        let _ = write!(text, "{octet:02x}");
        text
    })
}
