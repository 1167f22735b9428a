//! The buckets: how they are made and found, also on servers before 2.10.

use std::time::Duration;

use async_nats::jetstream::ErrorCode;
use async_nats::jetstream::context::{CreateStreamError, GetStreamErrorKind, KeyValueError};
use async_nats::jetstream::kv::Store;
use async_nats::jetstream::stream::{Config, DiscardPolicy, StorageType};

use crate::{Bus, Site, subject};

/// The longest value in a bucket, in octets: a line with many calls is far below.
pub const MAX_VALUE: usize = 256 << 10;

/// How long it is remembered what has been asked for.
pub const REQUEST_MEMORY: Duration = Duration::from_secs(300);

/// What a bucket of lines and one of requests may hold.
const BUCKET_OCTETS: i64 = 256 << 20;

/// Why a bucket could not be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BucketError {
    /// It could not be made.
    #[error("the bucket {bucket} cannot be made: {error}")]
    Create {
        /// Which.
        bucket: String,
        /// Why.
        error: CreateStreamError,
    },
    /// It could not be opened.
    #[error("the bucket {bucket} cannot be opened: {error}")]
    Open {
        /// Which.
        bucket: String,
        /// Why.
        error: KeyValueError,
    },
    /// There is none: no multiplexer has been on this NATS.
    #[error("there is no bucket {bucket}: no multiplexer has ever been on this NATS")]
    Missing {
        /// Which.
        bucket: String,
    },
    /// It was made with another time after which values are forgotten.
    #[error(
        "the bucket {bucket} forgets after {actual:?} and not after {expected:?}: set all \
         multiplexers of the site to the same time of taking over, or delete the bucket"
    )]
    OtherAge {
        /// Which.
        bucket: String,
        /// The time that it has.
        actual: Duration,
        /// The time that it should have.
        expected: Duration,
    },
    /// A key could not be read.
    #[error("a key cannot be read: {0}")]
    Read(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// A key could not be written.
    #[error("a key cannot be written: {0}")]
    Write(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// A value is no JSON of this kind.
    #[error("a value is not as it should be: {0}")]
    Value(#[source] serde_json::Error),
}

impl BucketError {
    /// A key could not be read.
    pub fn read(error: impl std::error::Error + Send + Sync + 'static) -> Self {
        Self::Read(Box::new(error))
    }

    pub(crate) const fn value(error: serde_json::Error) -> Self {
        Self::Value(error)
    }

    pub(crate) fn written(error: impl std::error::Error + Send + Sync + 'static) -> Self {
        Self::Write(Box::new(error))
    }
}

/// The bucket of the lease of a site, whose key is forgotten after the duration of the lease.
pub(crate) async fn lease(
    bus: &Bus,
    site: &Site,
    duration: Duration,
) -> Result<Store, BucketError> {
    let bucket = subject::lease_bucket(site);
    let store = open(bus, &bucket, duration, 1 << 20).await?;
    let actual = store.stream.cached_info().config.max_age;
    if actual != duration {
        return Err(BucketError::OtherAge { bucket, actual, expected: duration });
    }
    Ok(store)
}

/// The bucket of lines and sites: [`LINES_BUCKET`](subject::LINES_BUCKET), which is made if there is
/// none.
///
/// # Errors
///
/// If it cannot be made or opened.
pub async fn lines(bus: &Bus) -> Result<Store, BucketError> {
    open(bus, subject::LINES_BUCKET, Duration::ZERO, BUCKET_OCTETS).await
}

/// The bucket of lines and sites for those who read it alone; it is not made.
pub(crate) async fn lines_to_read(bus: &Bus) -> Result<Store, BucketError> {
    let bucket = subject::LINES_BUCKET;
    let found = bus.jetstream().get_stream(format!("KV_{bucket}")).await;
    if let Err(error) = found
        && let GetStreamErrorKind::JetStream(answer) = error.kind()
        && answer.error_code() == ErrorCode::STREAM_NOT_FOUND
    {
        return Err(BucketError::Missing { bucket: bucket.to_owned() });
    }
    let store = bus.jetstream().get_key_value(bucket).await;
    store.map_err(|error| BucketError::Open { bucket: bucket.to_owned(), error })
}

/// The bucket of requests, [`REQUESTS_BUCKET`](subject::REQUESTS_BUCKET), which is made if there is
/// none and forgets after [`REQUEST_MEMORY`].
///
/// # Errors
///
/// If it cannot be made or opened.
pub async fn requests(bus: &Bus) -> Result<Store, BucketError> {
    open(bus, subject::REQUESTS_BUCKET, REQUEST_MEMORY, BUCKET_OCTETS).await
}

/// Opens a bucket, and makes it if there is none. It is a stream of that form; a server of version
/// 2.9 does not know all that a newer client would ask for.
async fn open(
    bus: &Bus,
    bucket: &str,
    max_age: Duration,
    max_bytes: i64,
) -> Result<Store, BucketError> {
    let name = format!("KV_{bucket}");
    if bus.jetstream().get_stream(&name).await.is_err() {
        // One answer for all that ask: what is read is what was written last, also in a cluster.
        let config = Config {
            name,
            subjects: vec![format!("$KV.{bucket}.>")],
            max_messages_per_subject: 1,
            max_bytes,
            max_age,
            max_message_size: i32::try_from(MAX_VALUE).unwrap_or(i32::MAX),
            duplicate_window: match max_age {
                Duration::ZERO => Duration::from_secs(120),
                age => age.min(Duration::from_secs(120)),
            },
            discard: DiscardPolicy::New,
            storage: StorageType::File,
            num_replicas: bus.replicas(),
            allow_rollup: true,
            deny_delete: true,
            allow_direct: false,
            ..Config::default()
        };
        let made = bus.jetstream().create_stream(config).await;
        made.map_err(|error| BucketError::Create { bucket: bucket.to_owned(), error })?;
    }
    let store = bus.jetstream().get_key_value(bucket).await;
    store.map_err(|error| BucketError::Open { bucket: bucket.to_owned(), error })
}
