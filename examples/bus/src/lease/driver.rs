//! The lease in a NATS key-value bucket.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use async_nats::jetstream::context::PublishErrorKind;
use async_nats::jetstream::kv::{Operation as Mark, Store};
use async_nats::jetstream::message::PublishMessage;
use bytes::Bytes;
use futures::StreamExt;
use serde::{Deserialize, Serialize};
use tokio::sync::{mpsc, watch};
use tokio::time::timeout;

use super::{
    Entry, Lease, LeaseAnswer, LeaseHolding, LeaseOperation, LeaseOutput, LeaseSettings, LetGo,
};
use crate::bucket::BucketError;
use crate::{Bus, Said, Site, bucket, subject};

/// The key of the lease in its bucket.
const KEY: &str = "holder";

/// Signals that wait for a reader: at most a take, a hand-over and something urgent.
const SIGNALS: usize = 4;

/// What the holder of a [`LeaseSignals`] has to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeaseSignal {
    /// Take the PBX.
    Take(LeaseHolding),
    /// Let it go, at once if it [is urgent](LetGo::is_urgent), then call
    /// [`released`](LeaseHandle::released). It can come again in the course of a hand-over.
    LetGo(LetGo),
}

/// How the lease stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LeaseStatus {
    /// By what this multiplexer has the PBX.
    pub holding: Option<LeaseHolding>,
    /// Which other one has the lease, as far as is known.
    pub other_holder: Option<String>,
    /// Whether NATS is being asked for something.
    pub is_busy: bool,
}

/// What the owner of the link to the PBX says to the lease. When the last one is dropped, the lease
/// is not renewed any more.
#[derive(Clone, Debug)]
pub struct LeaseHandle {
    commands: mpsc::Sender<Command>,
    status: watch::Receiver<LeaseStatus>,
}

/// What the lease says to the owner of the link to the PBX.
#[derive(Debug)]
pub struct LeaseSignals(mpsc::Receiver<LeaseSignal>);

#[derive(Clone, Copy, Debug)]
enum Command {
    HandOver,
    Released,
}

/// Who wants the lease: a name for people, and one for this run of the program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Holder {
    name: String,
    run: String,
}

impl LeaseHandle {
    /// Hands the PBX over to another multiplexer, if this one has it: it is told to
    /// [let go](LeaseSignal::LetGo), and another one takes it without waiting for the lease to
    /// expire. If nobody wants it, this one takes it again after the time of a lease.
    pub async fn hand_over(&self) {
        // Without the task there is no lease to hand over.
        let _ = self.commands.send(Command::HandOver).await;
    }

    /// Says that the link to the PBX is closed.
    pub async fn released(&self) {
        let _ = self.commands.send(Command::Released).await;
    }

    /// How the lease stands.
    #[must_use]
    pub fn status(&self) -> LeaseStatus {
        self.status.borrow().clone()
    }

    /// How the lease stands, to be watched.
    #[must_use]
    pub fn watch(&self) -> watch::Receiver<LeaseStatus> {
        self.status.clone()
    }
}

impl LeaseSignals {
    /// The next signal; `None` when the handles have been dropped.
    pub async fn next(&mut self) -> Option<LeaseSignal> {
        self.0.recv().await
    }
}

/// Takes part in the lease of a site, in a task of its own on the present tokio runtime, under a
/// name that people know this multiplexer by.
///
/// The bucket of the lease is made where there is none. NATS may be away at first.
///
/// # Panics
///
/// Outside of a runtime.
#[must_use = "without handles there is no lease"]
pub fn keep_lease(
    bus: Bus,
    site: Site,
    name: impl Into<String>,
    settings: LeaseSettings,
) -> (LeaseHandle, LeaseSignals) {
    let (commands, received) = mpsc::channel(4);
    let (signals, read) = mpsc::channel(SIGNALS);
    let (status, watched) = watch::channel(LeaseStatus::default());
    let holder = Holder { name: name.into(), run: bus.unique() };
    let key = Key {
        bus,
        site,
        holder,
        settings,
        store: tokio::sync::Mutex::new(None),
        said: Mutex::default(),
    };
    let driver = Driver { key: Arc::new(key), lease: Lease::new(now(), settings), signals, status };
    tokio::spawn(driver.run(received));
    (LeaseHandle { commands, status: watched }, LeaseSignals(read))
}

fn now() -> Instant {
    tokio::time::Instant::now().into_std()
}

struct Driver {
    key: Arc<Key>,
    lease: Lease,
    signals: mpsc::Sender<LeaseSignal>,
    status: watch::Sender<LeaseStatus>,
}

impl Driver {
    async fn run(mut self, mut commands: mpsc::Receiver<Command>) {
        let subject = subject::lease(&self.key.site);
        // Without the hints, the lease is found free a little later.
        let hints = self.key.bus.client().subscribe(subject).await;
        let mut hints = hints.map_or_else(|_| futures::stream::pending().boxed(), StreamExt::boxed);
        let (answers, mut answered) = mpsc::channel(4);
        loop {
            while let Some(output) = self.lease.poll_output() {
                self.carry_out(output, &answers);
            }
            let status = LeaseStatus {
                holding: self.lease.holding(),
                other_holder: self.lease.other_holder().map(str::to_owned),
                is_busy: self.lease.is_busy(),
            };
            self.status.send_if_modified(|known| {
                let changed = *known != status;
                *known = status;
                changed
            });
            let due = self.lease.poll_timeout();
            let wait = async {
                match due {
                    Some(at) => tokio::time::sleep_until(at.into()).await,
                    None => std::future::pending().await,
                }
            };
            tokio::select! {
                biased;
                command = commands.recv() => match command {
                    Some(Command::HandOver) => self.lease.handle_hand_over(),
                    Some(Command::Released) => self.lease.handle_released(now()),
                    None => return,
                },
                () = wait => self.lease.handle_timeout(now()),
                Some((id, answer)) = answered.recv() => self.lease.handle_answer(now(), id, answer),
                Some(hint) = hints.next() => {
                    if hint.payload != self.key.holder.run {
                        self.lease.handle_announcement(now());
                    }
                }
            }
        }
    }

    fn carry_out(&self, output: LeaseOutput, answers: &mpsc::Sender<(u64, LeaseAnswer)>) {
        let signal = match output {
            LeaseOutput::Operation { id, operation } => {
                let (key, answers) = (Arc::clone(&self.key), answers.clone());
                tokio::spawn(async move {
                    let answer = timeout(key.settings.answer_limit, key.carry_out(operation)).await;
                    // If nobody waits for it, it is of no use.
                    let _ = answers.send((id, answer.unwrap_or(LeaseAnswer::Failed))).await;
                });
                return;
            }
            LeaseOutput::Take(holding) => LeaseSignal::Take(holding),
            LeaseOutput::LetGo(why) => LeaseSignal::LetGo(why),
        };
        if self.signals.try_send(signal).is_err() {
            tracing::error!(?signal, "nobody reads what the lease says");
        }
    }
}

/// The key of the lease, as one multiplexer sees it.
struct Key {
    bus: Bus,
    site: Site,
    holder: Holder,
    settings: LeaseSettings,
    /// The bucket, once it has been found.
    store: tokio::sync::Mutex<Option<Store>>,
    /// What was last said of what went wrong.
    said: Mutex<Said>,
}

impl Key {
    async fn carry_out(&self, operation: LeaseOperation) -> LeaseAnswer {
        // What is asked now would be sent when the connection is there again, and be of no use.
        if !self.bus.is_connected() {
            return LeaseAnswer::Failed;
        }
        match self.attempt(operation).await {
            Ok(answer) => {
                self.said().forget();
                answer
            }
            Err(error) => {
                self.say(&error);
                *self.store.lock().await = None;
                LeaseAnswer::Failed
            }
        }
    }

    fn say(&self, error: &BucketError) {
        let error = error.to_string();
        if self.said().is_news(&error) {
            tracing::warn!(site = %self.site, %error, "the lease cannot be had");
        }
    }

    fn said(&self) -> MutexGuard<'_, Said> {
        self.said.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn attempt(&self, operation: LeaseOperation) -> Result<LeaseAnswer, BucketError> {
        let store = self.store().await?;
        match operation {
            LeaseOperation::Read => {
                let entry = store.entry(KEY).await.map_err(BucketError::read)?;
                let entry = match entry {
                    None => Entry::Free { revision: 0 },
                    Some(entry) if entry.operation != Mark::Put => {
                        Entry::Free { revision: entry.revision }
                    }
                    Some(entry) => match serde_json::from_slice::<Holder>(&entry.value) {
                        Ok(holder) if holder == self.holder => {
                            Entry::Own { revision: entry.revision }
                        }
                        Ok(holder) => Entry::Other { holder: holder.name },
                        Err(_) => Entry::Other { holder: "somebody unknown".to_owned() },
                    },
                };
                Ok(LeaseAnswer::Entry(entry))
            }
            LeaseOperation::Write { expected } => {
                let value = serde_json::to_vec(&self.holder).map_err(BucketError::value)?;
                let message = PublishMessage::build().payload(Bytes::from(value));
                self.replace(&store, message, expected).await
            }
            LeaseOperation::Delete { expected } => {
                let message = PublishMessage::build().header("KV-Operation", "DEL");
                let answer = self.replace(&store, message, expected).await?;
                if matches!(answer, LeaseAnswer::Done { .. }) {
                    let own = Bytes::from(self.holder.run.clone());
                    let hint = self.bus.client().publish(subject::lease(&self.site), own);
                    let _ = hint.await;
                }
                Ok(answer)
            }
        }
    }

    /// Writes the key if it has the revision that is expected.
    async fn replace(
        &self,
        store: &Store,
        message: PublishMessage,
        expected: u64,
    ) -> Result<LeaseAnswer, BucketError> {
        let subject = format!("{}{KEY}", store.prefix);
        let message = message.expected_last_subject_sequence(expected);
        let sent = self.bus.jetstream().send_publish(subject, message).await;
        let acknowledged = match sent {
            Ok(acknowledged) => acknowledged.await,
            Err(error) => Err(error),
        };
        match acknowledged {
            Ok(acknowledged) => Ok(LeaseAnswer::Done { revision: acknowledged.sequence }),
            Err(error) if error.kind() == PublishErrorKind::WrongLastSequence => {
                Ok(LeaseAnswer::Conflict)
            }
            Err(error) => Err(BucketError::written(error)),
        }
    }

    async fn store(&self) -> Result<Store, BucketError> {
        let mut known = self.store.lock().await;
        if let Some(store) = &*known {
            return Ok(store.clone());
        }
        let store = bucket::lease(&self.bus, &self.site, self.settings.duration).await?;
        *known = Some(store.clone());
        Ok(store)
    }
}
