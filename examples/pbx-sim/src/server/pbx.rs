//! The task that owns the switch, and the handle by which it is reached.

use std::collections::BTreeMap;
use std::fmt;
use std::io;
use std::time::Duration;

use bytes::Bytes;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpListener;
use tokio::sync::{broadcast, mpsc, oneshot};
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep, sleep_until};

use super::connection::{self, Admission, Outgoing};
use crate::config::{Config, ConfigError, Link};
use crate::csta::{Act, ApplicationId, Notice, Switch};
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
    link: Link,
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

pub(super) enum Command {
    /// Somebody acts.
    Act(Act, oneshot::Sender<Result<(), Failure>>),
    /// A user acts, named by number.
    User(String, UserAct, oneshot::Sender<Result<(), Failure>>),
    /// Somebody looks at the calls.
    Look(Box<dyn FnOnce(&CallModel) + Send>),
    /// The links to all applications break.
    DropLink,
    /// The associations with all applications are aborted.
    Abort,
    /// A connection asks for an association.
    Request(oneshot::Sender<Option<Admission>>),
    /// The association is open.
    Opened(ApplicationId),
    /// The application has sent something.
    Apdu(ApplicationId, Bytes),
    /// The connection has ended.
    Closed(ApplicationId),
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
        let link = config.link;
        let switch = Switch::new(config)?;
        let (commands, received) = mpsc::channel(COMMANDS);
        let (notices, _) = broadcast::channel(NOTICES);
        let actor = Actor {
            switch,
            notices: notices.clone(),
            associations: BTreeMap::new(),
            last: ApplicationId(0),
        };
        tokio::spawn(actor.run(received));
        Ok(Self { link, commands, notices })
    }

    /// Serves one connection until it ends: over TCP, or in memory for tests.
    pub async fn serve<S>(&self, stream: S)
    where
        S: AsyncRead + AsyncWrite + Unpin,
    {
        connection::serve(self.commands.clone(), self.link, stream).await;
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
                    connections.spawn(connection::serve(commands, self.link, stream));
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

    /// Breaks the connections to all applications; calls go on.
    ///
    /// # Errors
    ///
    /// If the switch has been stopped.
    pub async fn drop_link(&self) -> Result<(), ActError> {
        self.send(Command::DropLink).await
    }

    /// Aborts the associations with all applications, as a switch does that restarts; calls go on.
    ///
    /// # Errors
    ///
    /// If the switch has been stopped.
    pub async fn abort(&self) -> Result<(), ActError> {
        self.send(Command::Abort).await
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
    associations: BTreeMap<ApplicationId, mpsc::Sender<Outgoing>>,
    last: ApplicationId,
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
            Command::DropLink => {
                while let Some((&application, _)) = self.associations.first_key_value() {
                    self.end(application);
                }
            }
            Command::Abort => {
                while let Some((application, unsent)) = self.associations.pop_first() {
                    // One that does not read loses its connection without it.
                    let _ = unsent.try_send(Outgoing::Abort);
                    self.end(application);
                }
            }
            Command::Request(answer) => self.admit(answer),
            Command::Opened(application) if self.associations.contains_key(&application) => {
                tracing::info!("an application is associated");
                self.switch.open(now(), application);
            }
            Command::Opened(_) => {}
            // What comes from an application that is not associated is ignored.
            Command::Apdu(application, apdu) => {
                self.switch.handle_apdu(now(), application, &apdu);
            }
            Command::Closed(application) if self.associations.contains_key(&application) => {
                self.end(application);
            }
            Command::Closed(_) => {}
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

    fn admit(&mut self, answer: oneshot::Sender<Option<Admission>>) {
        if self.associations.len() >= self.switch.model().config().link.applications {
            tracing::info!("a further application is rejected");
            let _ = answer.send(None);
            return;
        }
        self.last = ApplicationId(self.last.0 + 1);
        let (unsent, outgoing) = mpsc::channel(UNSENT);
        let application = self.last;
        if answer.send(Some(Admission { application, outgoing })).is_ok() {
            self.associations.insert(application, unsent);
        }
    }

    fn end(&mut self, application: ApplicationId) {
        self.associations.remove(&application);
        self.switch.close(application);
        tracing::info!("an association has ended");
    }

    fn transmit(&mut self) {
        while let Some((to, apdu)) = self.switch.poll_transmit() {
            let sent =
                self.associations.get(&to).map(|unsent| unsent.try_send(Outgoing::Apdu(apdu)));
            if let Some(Err(mpsc::error::TrySendError::Full(_))) = sent {
                tracing::warn!("the application does not read");
                self.end(to);
            }
        }
    }
}

fn now() -> std::time::Instant {
    Instant::now().into_std()
}
