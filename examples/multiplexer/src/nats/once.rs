//! What has been asked for, so that nothing is done twice.

use std::time::Duration;

use async_nats::jetstream::kv::{CreateErrorKind, Store};
use bus::{BucketError, Bus, InvokeAnswer, InvokeError, Site, bucket, subject};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use tokio::sync::Mutex;
use tokio::time::{Instant, sleep};

/// How long is waited for the answer to a request that came before.
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
        match store.create(&key, value.into()).await {
            Ok(_) => return Ok(Turn::First(Box::new(Ticket { store, key, request }))),
            Err(error) if error.kind() == CreateErrorKind::AlreadyExists => {}
            Err(error) => {
                *self.store.lock().await = None;
                return Err(away(&error));
            }
        }
        let deadline = Instant::now() + PATIENCE;
        loop {
            let value = store.get(key.clone()).await.map_err(|error| away(&error))?;
            let kept = value.and_then(|value| serde_json::from_slice::<Kept>(&value).ok());
            match kept {
                Some(kept) if kept.request != request => {
                    let text = "the key was used for another request".to_owned();
                    return Err(InvokeError { code: 409, text, may_have_been_done: false });
                }
                Some(Kept { answer: Some(answer), .. }) => return Ok(Turn::Again(answer)),
                _ if Instant::now() >= deadline => {
                    let text = "outcome unknown: whoever carried it out has not told".to_owned();
                    return Err(InvokeError { code: 504, text, may_have_been_done: true });
                }
                _ => sleep(LOOK).await,
            }
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
            self.store.purge(&self.key).await.map_err(|error| error.to_string())
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
