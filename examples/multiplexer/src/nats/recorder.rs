//! Call records on their way into the stream.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use bus::{Bus, CallRecordMessage, CallRecordStream, SCHEMA, Said, Site};
use csta_client::CallRecordReport;
use csta_codec::Ber;
use jiff::Timestamp;
use serde_json::Value;
use tokio::sync::mpsc;
use tokio::time::{sleep, timeout};

/// How many reports wait for the stream. The switch and the spool keep the others.
const QUEUE: usize = 64;

/// How long the stream may take for a record.
const LIMIT: Duration = Duration::from_secs(5);

/// How long to wait when the stream has not taken a record.
const PAUSE: Duration = Duration::from_millis(500);

/// Publishes call records in their order, and confirms each report when the stream has all that is
/// in it. As long as it is not confirmed, the spool of the multiplexer keeps it.
#[derive(Clone, Debug)]
pub(super) struct Recorder {
    queue: mpsc::Sender<CallRecordReport>,
    waiting: Arc<AtomicU64>,
}

/// The other end of a [`Recorder`].
#[derive(Debug)]
pub(super) struct Records {
    queue: mpsc::Receiver<CallRecordReport>,
    waiting: Arc<AtomicU64>,
    /// Records are late: they are of a multiplexer that does not have the PBX.
    late: bool,
}

impl Recorder {
    pub(super) fn new(late: bool) -> (Self, Records) {
        let (queue, received) = mpsc::channel(QUEUE);
        let waiting = Arc::new(AtomicU64::new(0));
        let recorder = Self { queue, waiting: Arc::clone(&waiting) };
        (recorder, Records { queue: received, waiting, late })
    }

    /// Publishes what is in a report, and confirms it then.
    pub(super) fn record(&self, report: CallRecordReport) {
        self.waiting.fetch_add(1, Ordering::Relaxed);
        if self.queue.try_send(report).is_err() {
            // Not confirmed, it stays in the spool and comes again.
            self.waiting.fetch_sub(1, Ordering::Relaxed);
        }
    }

    /// How many reports wait.
    pub(super) fn waiting(&self) -> u64 {
        self.waiting.load(Ordering::Relaxed)
    }
}

impl Records {
    /// Publishes records until there is no recorder any more.
    pub(super) async fn run(mut self, bus: Bus, site: Site, name: String) {
        let mut stream = CallRecordStream::new(bus);
        // Each record opens it as well, if it cannot be had yet.
        while !matches!(timeout(LIMIT, stream.open()).await, Ok(Ok(()))) && self.queue.is_empty() {
            sleep(PAUSE).await;
        }
        while let Some(report) = self.queue.recv().await {
            for record in report.argument().get().cdr_info.iter() {
                let octets = record.encode();
                let message = CallRecordMessage {
                    version: SCHEMA,
                    site: site.clone(),
                    time: Timestamp::now(),
                    multiplexer: name.clone(),
                    late: self.late,
                    csta: serde_json::to_value(record).unwrap_or(Value::Null),
                };
                publish(&mut stream, &message, &octets).await;
            }
            report.confirm();
            self.waiting.fetch_sub(1, Ordering::Relaxed);
        }
    }
}

/// Publishes a record, however long it takes.
async fn publish(stream: &mut CallRecordStream, message: &CallRecordMessage, octets: &[u8]) {
    let mut said = Said::default();
    loop {
        let error = match timeout(LIMIT, stream.publish(message, octets)).await {
            Ok(Ok(())) => return,
            Ok(Err(error)) => error.to_string(),
            Err(_) => "no answer in time".to_owned(),
        };
        if said.is_news(&error) {
            tracing::warn!(%error, "call records wait for NATS");
        }
        sleep(PAUSE).await;
    }
}
