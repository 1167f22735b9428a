//! Why the program ends.

use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;

use pbx_sim::replay::RecordingError;
use pbx_sim::script::ScriptErrors;
use pbx_sim::{ConfigError, ConfigFileError, StartError};

#[derive(Debug, thiserror::Error)]
pub(crate) enum Error {
    #[error("{}: {source}", file.display())]
    File { file: PathBuf, source: io::Error },
    #[error("{}: no script can be made of it\n{source}", file.display())]
    Script { file: PathBuf, source: ScriptErrors },
    #[error("{}: no recording can be made of it: {source}", file.display())]
    Recording { file: PathBuf, source: RecordingError },
    #[error(transparent)]
    ConfigFile(#[from] ConfigFileError),
    #[error("the configuration makes no switch: {0}")]
    Config(#[from] ConfigError),
    #[error("{0}: cannot listen: {1}; {advice}", advice = advice(.1))]
    Listen(SocketAddr, io::Error),
    #[error("signals cannot be received: {0}")]
    Signal(io::Error),
    #[error("standard output: {0}")]
    Output(io::Error),
    #[error("the switch has ended by a fault of this program")]
    Stopped,
}

impl Error {
    pub(crate) fn start(address: SocketAddr, error: StartError) -> Self {
        match error {
            StartError::Listen(error) => Self::Listen(address, error),
            StartError::Config(error) => Self::Config(error),
            _ => Self::Stopped,
        }
    }
}

/// What to do if the port cannot be had.
fn advice(error: &io::Error) -> &'static str {
    match error.kind() {
        io::ErrorKind::AddrInUse => {
            "another program has this port: end it, or choose another port by --listen"
        }
        io::ErrorKind::PermissionDenied => {
            "this port is for system services: choose one above 1023 by --listen"
        }
        io::ErrorKind::AddrNotAvailable => {
            "this computer does not have this address: choose another by --listen"
        }
        _ => "choose another address by --listen",
    }
}
