//! The stream of call records.

use std::fmt::Write as _;
use std::time::Duration;

use async_nats::jetstream::context::{CreateStreamError, PublishError};
use async_nats::jetstream::message::PublishMessage;
use async_nats::jetstream::stream::{Config, DiscardPolicy, StorageType};
use sha2::{Digest, Sha256};

use crate::{Bus, CallRecordMessage, Site, subject};

/// How long a record that comes again is known: a day.
pub const RECORD_MEMORY: Duration = Duration::from_secs(24 * 3600);

/// How long records are kept: 90 days.
const KEPT: Duration = Duration::from_secs(90 * 24 * 3600);

/// How much there may be; then no more are taken, and they wait in the spools: 1 GiB.
const STREAM_OCTETS: i64 = 1 << 30;

/// Why a record could not be published. It is to be tried again.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CallRecordError {
    /// There is no connection.
    #[error("NATS is away")]
    Away,
    /// The stream could not be made.
    #[error("the stream of call records cannot be made: {0}")]
    Create(#[from] CreateStreamError),
    /// The stream did not take it.
    #[error("the stream does not take call records: {0}")]
    Publish(#[from] PublishError),
    /// It cannot be written as JSON.
    #[error("a call record cannot be written: {0}")]
    Value(#[from] serde_json::Error),
}

/// Publishes call records, each once.
#[derive(Clone, Debug)]
pub struct CallRecordStream {
    bus: Bus,
    is_made: bool,
}

impl CallRecordStream {
    /// Nothing is done yet.
    #[must_use]
    pub const fn new(bus: Bus) -> Self {
        Self { bus, is_made: false }
    }

    /// Sees to it that there is the stream, so that its consumers can be made before the first record
    /// comes: kept in files for 90 days, up to 1 GiB, and takes no more when it is full. One that is
    /// there is used as it is.
    ///
    /// # Errors
    ///
    /// If it cannot be made.
    pub async fn open(&mut self) -> Result<(), CallRecordError> {
        // What is sent now would go out when the connection is there again, and out of order.
        if !self.bus.is_connected() {
            return Err(CallRecordError::Away);
        }
        if !self.is_made {
            make(&self.bus).await?;
            self.is_made = true;
        }
        Ok(())
    }

    /// Publishes a record and waits until the stream has it. `octets` are those of the record in
    /// BER, by which it is known again: one that the stream has already is not added.
    ///
    /// The stream is [opened](Self::open) first, if it has not been.
    ///
    /// # Errors
    ///
    /// If the stream does not have it, as far as is known.
    pub async fn publish(
        &mut self,
        record: &CallRecordMessage,
        octets: &[u8],
    ) -> Result<(), CallRecordError> {
        self.open().await?;
        let message = PublishMessage::build()
            .payload(serde_json::to_vec(record)?.into())
            .message_id(message_id(&record.site, octets));
        let sent = self.bus.jetstream();
        let sent = sent.send_publish(subject::call_record(&record.site), message).await;
        let acknowledged = match sent {
            Ok(acknowledged) => acknowledged.await,
            Err(error) => Err(error),
        };
        match acknowledged {
            Ok(_) => Ok(()),
            Err(error) => {
                // It may have been deleted.
                self.is_made = false;
                Err(error.into())
            }
        }
    }
}

/// The stream, made if there is none.
async fn make(bus: &Bus) -> Result<(), CreateStreamError> {
    if bus.jetstream().get_stream(subject::CALL_RECORDS_STREAM).await.is_ok() {
        return Ok(());
    }
    let config = Config {
        name: subject::CALL_RECORDS_STREAM.to_owned(),
        subjects: vec![subject::CALL_RECORDS.to_owned()],
        max_bytes: STREAM_OCTETS,
        max_age: KEPT,
        duplicate_window: RECORD_MEMORY,
        discard: DiscardPolicy::New,
        storage: StorageType::File,
        num_replicas: bus.replicas(),
        ..Config::default()
    };
    bus.jetstream().create_stream(config).await.map(drop)
}

/// By what a record is known again: its site, and a hash of its octets.
fn message_id(site: &Site, octets: &[u8]) -> String {
    let digest = Sha256::digest(octets);
    digest.iter().fold(format!("{site}-"), |mut id, octet| {
        // Writing to a string does not fail.
        let _ = write!(id, "{octet:02x}");
        id
    })
}
