//! The task that owns the switch, and the handle by which it is reached.

use std::fmt;
use std::io;
use std::time::Duration;

use bytes::Bytes;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpListener;
use tokio::sync::{broadcast, mpsc, oneshot};
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep, sleep_until};

use super::connection::{self, Admission};
use crate::config::{Config, ConfigError};
use crate::csta::{Act, Notice, Switch};
use crate::model::{CallModel, DeviceNumber, Failure, NetworkAct, UserAct};

/// How many messages wait for the task at most; whoever sends more waits.
const COMMANDS: usize = 256;

/// How many messages wait for the application at most. One that does not read them loses its
/// association.
const UNSENT: usize = 4096;

/// How many notices are kept for those who watch; who reads too slowly misses the oldest.
const NOTICES: usize = 4096;

/// How many connections there are at once at most; further ones are closed.
const CONNECTIONS: usize = 64;

/// A switch that runs: a handle to it, which can be cloned.
///
/// The switch ends when the last handle is dropped.
#[derive(Clone)]
pub struct Pbx {
    commands: mpsc::Sender<Command>,
    notices: broadcast::Sender<Notice>,
}

/// Why something could not be done to a switch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ActError {
    /// What was tried is not possible now.
    #[error(transparent)]
    Refused(#[from] Failure),
    /// The switch has been stopped.
    #[error("the switch has been stopped")]
    Stopped,
}

/// Names a connection.
pub(super) type ConnectionNumber = u64;

pub(super) enum Command {
    /// Somebody acts.
    Act(Act, oneshot::Sender<Result<(), Failure>>),
    /// A user acts, named by number.
    User(String, UserAct, oneshot::Sender<Result<(), Failure>>),
    /// Somebody looks at the calls.
    Look(Box<dyn FnOnce(&CallModel) + Send>),
    /// The link to the application breaks.
    DropLink,
    /// A connection asks for an association.
    Request(oneshot::Sender<Option<Admission>>),
    /// The association is open.
    Opened(ConnectionNumber),
    /// The application has sent something.
    Apdu(ConnectionNumber, Bytes),
    /// The connection has ended.
    Closed(ConnectionNumber),
}

impl Pbx {
    /// Starts a switch on the present tokio runtime.
    ///
    /// # Errors
    ///
    /// If the configuration makes no switch.
    ///
    /// # Panics
    ///
    /// Outside of a runtime.
    pub fn spawn(config: Config) -> Result<Self, ConfigError> {
        let switch = Switch::new(config)?;
        let (commands, received) = mpsc::channel(COMMANDS);
        let (notices, _) = broadcast::channel(NOTICES);
        let actor = Actor { switch, notices: notices.clone(), association: None, connections: 0 };
        tokio::spawn(actor.run(received));
        Ok(Self { commands, notices })
    }

    /// Serves one connection until it ends: over TCP, or in memory for tests.
    pub async fn serve<S>(&self, stream: S)
    where
        S: AsyncRead + AsyncWrite + Unpin,
    {
        connection::serve(self.commands.clone(), stream).await;
    }

    /// Serves whoever connects, for ever.
    pub async fn listen(self, listener: TcpListener) {
        let mut connections = JoinSet::new();
        loop {
            while connections.try_join_next().is_some() {}
            match listener.accept().await {
                Ok((stream, from)) if connections.len() < CONNECTIONS => {
                    tracing::debug!(%from, "connected");
                    // Small messages that somebody waits for.
                    let _ = stream.set_nodelay(true);
                    let commands = self.commands.clone();
                    connections.spawn(connection::serve(commands, stream));
                }
                Ok((_, from)) => tracing::warn!(%from, "too many connections, closed"),
                Err(error) => Self::accept_failed(&error).await,
            }
        }
    }

    async fn accept_failed(error: &io::Error) {
        tracing::warn!(%error, "a connection could not be accepted");
        sleep(Duration::from_millis(100)).await;
    }

    /// Does what the user of a telephone does.
    ///
    /// # Errors
    ///
    /// If that is not possible now, as lifting a handset that is lifted, or there is no such
    /// telephone.
    pub async fn user(&self, number: &str, act: UserAct) -> Result<(), ActError> {
        let (answer, done) = oneshot::channel();
        self.send(Command::User(number.to_owned(), act, answer)).await?;
        Ok(done.await.map_err(|_| ActError::Stopped)??)
    }

    /// Does what the public network does.
    ///
    /// # Errors
    ///
    /// If that is not possible now.
    pub async fn network(&self, act: NetworkAct) -> Result<(), ActError> {
        let (answer, done) = oneshot::channel();
        self.send(Command::Act(Act::Network(act), answer)).await?;
        Ok(done.await.map_err(|_| ActError::Stopped)??)
    }

    /// Looks at the calls as they are after everything that was done before.
    ///
    /// # Errors
    ///
    /// If the switch has been stopped.
    pub async fn look<T: Send + 'static>(
        &self,
        look: impl FnOnce(&CallModel) -> T + Send + 'static,
    ) -> Result<T, ActError> {
        let (answer, seen) = oneshot::channel();
        let look = Box::new(move |model: &CallModel| drop(answer.send(look(model))));
        self.send(Command::Look(look)).await?;
        seen.await.map_err(|_| ActError::Stopped)
    }

    /// Breaks the connection to the application; calls go on.
    ///
    /// # Errors
    ///
    /// If the switch has been stopped.
    pub async fn drop_link(&self) -> Result<(), ActError> {
        self.send(Command::DropLink).await
    }

    /// What happens from now on, for people to see.
    #[must_use]
    pub fn notices(&self) -> broadcast::Receiver<Notice> {
        self.notices.subscribe()
    }

    async fn send(&self, command: Command) -> Result<(), ActError> {
        self.commands.send(command).await.map_err(|_| ActError::Stopped)
    }
}

impl fmt::Debug for Pbx {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pbx").finish_non_exhaustive()
    }
}

/// Owns the switch.
struct Actor {
    switch: Switch,
    notices: broadcast::Sender<Notice>,
    association: Option<(ConnectionNumber, mpsc::Sender<Bytes>)>,
    connections: ConnectionNumber,
}

impl Actor {
    async fn run(mut self, mut commands: mpsc::Receiver<Command>) {
        loop {
            let due = self.switch.poll_timeout().map(Instant::from_std);
            let timeout = async {
                match due {
                    Some(due) => sleep_until(due).await,
                    None => core::future::pending().await,
                }
            };
            tokio::select! {
                command = commands.recv() => match command {
                    Some(command) => self.handle(command),
                    None => return,
                },
                () = timeout => self.switch.handle_timeout(now()),
            }
            self.transmit();
            self.publish();
        }
    }

    fn handle(&mut self, command: Command) {
        match command {
            Command::Act(act, answer) => drop(answer.send(self.act(act))),
            Command::User(number, act, answer) => {
                let station = self.switch.model().station(&number);
                let done = station.ok_or(Failure::InvalidDevice);
                let done = done.and_then(|station: DeviceNumber| self.act(Act::User(station, act)));
                let _ = answer.send(done);
            }
            Command::Look(look) => {
                self.switch.handle_timeout(now());
                look(self.switch.model());
            }
            Command::DropLink => self.end(),
            Command::Request(answer) => self.admit(answer),
            Command::Opened(number) if self.is_current(number) => {
                tracing::info!("an application is associated");
                self.switch.open(now());
            }
            Command::Apdu(number, apdu) if self.is_current(number) => {
                self.switch.handle_apdu(now(), &apdu);
            }
            Command::Closed(number) if self.is_current(number) => self.end(),
            Command::Opened(_) | Command::Apdu(..) | Command::Closed(_) => {}
        }
    }

    fn act(&mut self, act: Act) -> Result<(), Failure> {
        // What is due happens first; what it refuses is not an answer to this act.
        self.switch.handle_timeout(now());
        self.publish();
        self.switch.handle(now(), act);
        let mut done = Ok(());
        while let Some(notice) = self.switch.poll_notice() {
            if let Notice::Refused(failure) = notice {
                done = Err(failure);
            }
            let _ = self.notices.send(notice);
        }
        done
    }

    fn publish(&mut self) {
        while let Some(notice) = self.switch.poll_notice() {
            let _ = self.notices.send(notice); // nobody may watch
        }
    }

    /// One application at a time.
    fn admit(&mut self, answer: oneshot::Sender<Option<Admission>>) {
        if self.association.is_some() {
            tracing::info!("a second application is rejected");
            let _ = answer.send(None);
            return;
        }
        self.connections += 1;
        let (unsent, outgoing) = mpsc::channel(UNSENT);
        let number = self.connections;
        if answer.send(Some(Admission { number, outgoing })).is_ok() {
            self.association = Some((number, unsent));
        }
    }

    fn is_current(&self, number: ConnectionNumber) -> bool {
        self.association.as_ref().is_some_and(|(current, _)| *current == number)
    }

    fn end(&mut self) {
        if self.association.take().is_some() {
            tracing::info!("the association has ended");
        }
        self.switch.close();
    }

    fn transmit(&mut self) {
        while let Some(apdu) = self.switch.poll_transmit() {
            let sent = self.association.as_ref().map(|(_, unsent)| unsent.try_send(apdu));
            if let Some(Err(mpsc::error::TrySendError::Full(_))) = sent {
                tracing::warn!("the application does not read");
                self.end();
            }
        }
    }
}

fn now() -> std::time::Instant {
    Instant::now().into_std()
}
