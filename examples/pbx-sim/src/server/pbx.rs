//! The handle by which a switch that runs is reached.

use std::fmt;
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpListener;
use tokio::sync::{broadcast, mpsc, oneshot, watch};
use tokio::task::JoinSet;
use tokio::time::timeout;

use super::accept::accept;
use super::actor::{Actor, Command};
use super::condition::Condition;
use super::connection::{self, Access};
use super::wire::{Direction, Tap};
use crate::chance::Traffic;
use crate::config::{Config, ConfigError, Extension};
use crate::csta::{Act, Notice, Switch};
use crate::fault::Fault;
use crate::model::{CallModel, Failure, NetworkAct, UserAct};

/// How many messages wait for the task at most; whoever sends more waits.
const COMMANDS: usize = 256;

/// How many notices are kept for those who watch; who reads too slowly misses the oldest.
const NOTICES: usize = 4096;

/// How many connections there are at once at most; further ones are closed.
const CONNECTIONS: usize = 64;

/// How long an application may take to release its association.
const RELEASE: Duration = Duration::from_secs(3);

/// A switch that runs: a handle to it, which can be cloned.
///
/// The switch ends when the last handle is dropped.
#[derive(Clone)]
pub struct Pbx {
    access: Access,
    notices: broadcast::Sender<Notice>,
}

/// Why something could not be done to a switch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ActError {
    /// What was tried is not possible now.
    #[error(transparent)]
    Refused(#[from] Failure),
    /// The switch is down, after [`Fault::Restart`].
    #[error("the switch restarts and is not back yet")]
    Down,
    /// The switch has been stopped.
    #[error("the switch has been stopped")]
    Stopped,
}

/// Why a telephone could not be added to a switch.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum AddError {
    /// The switch cannot be with it.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// The switch has been stopped.
    #[error("the switch has been stopped")]
    Stopped,
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
        let (known, condition) = watch::channel(Condition::default());
        tokio::spawn(Actor::new(switch, notices.clone(), known).run(received));
        let access = Access { commands, condition, tap: Tap::default(), link };
        Ok(Self { access, notices })
    }

    /// Serves one connection until it ends: over TCP, or in memory for tests.
    pub async fn serve<S>(&self, stream: S)
    where
        S: AsyncRead + AsyncWrite + Unpin,
    {
        connection::serve(self.access.clone(), stream).await;
    }

    /// Serves whoever connects, for ever.
    pub async fn listen(self, listener: TcpListener) {
        let mut connections = JoinSet::new();
        loop {
            while connections.try_join_next().is_some() {}
            let (stream, from) = accept(&listener).await;
            if connections.len() < CONNECTIONS {
                tracing::debug!(%from, "connected");
                connections.spawn(connection::serve(self.access.clone(), stream));
            } else {
                tracing::warn!(%from, "too many connections, closed");
            }
        }
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
        done.await.map_err(|_| ActError::Stopped)?
    }

    /// Does what the public network does.
    ///
    /// # Errors
    ///
    /// If that is not possible now.
    pub async fn network(&self, act: NetworkAct) -> Result<(), ActError> {
        self.act(Act::Network(act)).await
    }

    /// Lets anything happen that can happen to a switch.
    ///
    /// # Errors
    ///
    /// If that is not possible now.
    pub async fn act(&self, act: Act) -> Result<(), ActError> {
        let (answer, done) = oneshot::channel();
        self.send(Command::Act(act, answer)).await?;
        done.await.map_err(|_| ActError::Stopped)?
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

    /// Breaks all connections; calls go on. Short for [`Fault::DropLink`].
    ///
    /// # Errors
    ///
    /// If the switch has been stopped.
    pub async fn drop_link(&self) -> Result<(), ActError> {
        self.fault(Fault::DropLink).await
    }

    /// Plugs a new telephone in, and tells all applications that the devices have changed.
    ///
    /// # Errors
    ///
    /// If the switch cannot be with it, such as when its number is taken.
    pub async fn add(&self, extension: Extension) -> Result<(), AddError> {
        let (answer, done) = oneshot::channel();
        let added = self.send(Command::Add(extension, answer)).await;
        added.map_err(|_| AddError::Stopped)?;
        Ok(done.await.map_err(|_| AddError::Stopped)??)
    }

    /// Lets something go wrong: it has when this returns.
    ///
    /// # Errors
    ///
    /// If the switch has been stopped.
    pub async fn fault(&self, fault: Fault) -> Result<(), ActError> {
        let (answer, done) = oneshot::channel();
        self.send(Command::Fault(fault, answer)).await?;
        done.await.map_err(|_| ActError::Stopped)
    }

    /// Lets people telephone from now on by themselves. If they do already, it is as much as this
    /// says from now on.
    ///
    /// # Errors
    ///
    /// If the switch has been stopped.
    pub async fn load(&self, traffic: Traffic) -> Result<(), ActError> {
        self.send(Command::Load(traffic)).await
    }

    /// Lets [`Mishaps`](crate::chance::Mishaps) happen from now on, so long apart on average.
    ///
    /// # Errors
    ///
    /// If the switch has been stopped.
    pub async fn mishaps(&self, mean: Duration, seed: u64) -> Result<(), ActError> {
        self.send(Command::Mishaps(mean, seed)).await
    }

    /// Releases the association, if there is one, and waits for its end, for at most 3 seconds.
    ///
    /// # Errors
    ///
    /// If the switch has been stopped.
    pub async fn release(&self) -> Result<(), ActError> {
        let (waiting, ended) = oneshot::channel();
        self.send(Command::Release(waiting)).await?;
        let _ = timeout(RELEASE, ended).await;
        Ok(())
    }

    /// Waits until an application is associated.
    ///
    /// # Errors
    ///
    /// If the switch has been stopped.
    pub async fn associated(&self) -> Result<(), ActError> {
        let mut condition = self.access.condition.clone();
        let associated = condition.wait_for(|condition| condition.is_associated).await;
        associated.map(drop).map_err(|_| ActError::Stopped)
    }

    /// Lets each frame be seen that goes either way on connections made from now on: its APDU,
    /// without the length. It must not take long. There can be one who sees; tells whether this
    /// is the one.
    pub fn tap(&self, see: impl Fn(Direction, &[u8]) + Send + Sync + 'static) -> bool {
        self.access.tap.set(Box::new(see))
    }

    /// What happens from now on, for people to see.
    #[must_use]
    pub fn notices(&self) -> broadcast::Receiver<Notice> {
        self.notices.subscribe()
    }

    async fn send(&self, command: Command) -> Result<(), ActError> {
        self.access.commands.send(command).await.map_err(|_| ActError::Stopped)
    }
}

impl fmt::Debug for Pbx {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pbx").finish_non_exhaustive()
    }
}
