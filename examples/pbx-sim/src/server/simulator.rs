//! A switch on a TCP port.

use std::io;
use std::net::SocketAddr;
use std::ops::Deref;

use tokio::net::{TcpListener, ToSocketAddrs};
use tokio::task::JoinHandle;

use super::Pbx;
use crate::config::{Config, ConfigError};

/// A switch that listens on a TCP port until it is dropped.
///
/// ```no_run
/// use pbx_sim::{Config, Simulator};
/// use pbx_sim::model::UserAct;
///
/// # async fn demo() -> Result<(), Box<dyn std::error::Error>> {
/// let simulator = Simulator::start(Config::default(), "127.0.0.1:0").await?;
/// println!("connect to {}", simulator.address());
/// simulator.user("102", UserAct::Answer).await?;
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
pub struct Simulator {
    pbx: Pbx,
    address: SocketAddr,
    listening: JoinHandle<()>,
}

/// Why a switch could not be started.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StartError {
    /// The configuration makes no switch.
    #[error("the configuration makes no switch: {0}")]
    Config(#[from] ConfigError),
    /// The port cannot be listened on: mostly another program has it.
    #[error("cannot listen: {0}")]
    Listen(#[from] io::Error),
}

impl Simulator {
    /// Starts a switch and listens on an address; port 0 takes one that is free.
    ///
    /// # Errors
    ///
    /// If it is not configured rightly, or the address cannot be listened on.
    pub async fn start(config: Config, address: impl ToSocketAddrs) -> Result<Self, StartError> {
        config.check()?;
        let listener = TcpListener::bind(address).await?;
        let address = listener.local_addr()?;
        let pbx = Pbx::spawn(config)?;
        let listening = tokio::spawn(pbx.clone().listen(listener));
        Ok(Self { pbx, address, listening })
    }

    /// Where it listens.
    #[must_use]
    pub const fn address(&self) -> SocketAddr {
        self.address
    }

    /// The switch itself.
    #[must_use]
    pub const fn pbx(&self) -> &Pbx {
        &self.pbx
    }
}

impl Deref for Simulator {
    type Target = Pbx;

    fn deref(&self) -> &Pbx {
        &self.pbx
    }
}

/// Closes the port and the link.
impl Drop for Simulator {
    fn drop(&mut self) {
        self.listening.abort();
    }
}
