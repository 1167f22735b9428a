//! Why the program ends.

use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

use config_file::ConfigFileError;
use multiplexer::{CertificateError, StartError, TokenError, UserFileError};

#[derive(Debug, thiserror::Error)]
pub(crate) enum Error {
    #[error(
        "no PBX is named: give --pbx HOST[:PORT] or a configuration by --config FILE, or set \
         CSTA_MUX_PBX or CSTA_MUX_CONFIG (which does not count beside an option that it has a \
         setting for)"
    )]
    NoPbx,
    #[error(transparent)]
    Config(#[from] ConfigFileError),
    #[error(
        "no file for the users is named: give --file FILE, or a configuration that has users.file by \
         --config FILE"
    )]
    NoUserFile,
    #[error("{path}: has no users.file: set it, or name the file by --file", path = .0.display())]
    NoUsers(PathBuf),
    #[error(
        "{path}: has no [web], so that there is no status page to ask: add [web], and start csta-mux \
         again",
        path = .0.display()
    )]
    NoWeb(PathBuf),
    #[error(transparent)]
    Users(#[from] UserFileError),
    #[error(transparent)]
    Certificate(#[from] CertificateError),
    #[error(transparent)]
    Start(#[from] StartError),
    #[error("the password cannot be read: {0}")]
    Password(io::Error),
    #[error("the two passwords are not the same")]
    PasswordsDiffer,
    #[error("the program cannot be started: {0}")]
    Runtime(io::Error),
    #[error("signals cannot be received: {0}")]
    Signal(io::Error),
    #[error("the journal of systemd cannot be reached: {0}")]
    Journal(io::Error),
    #[error("standard output: {0}")]
    Output(io::Error),
    #[error(
        "{0}: no csta-mux shows its status there: {1}; is it running, and with this address of [web]?"
    )]
    NoStatus(SocketAddr, String),
    #[error("{0}: the status is not shown: {1}")]
    StatusRefused(SocketAddr, String),
    #[error(transparent)]
    Token(#[from] TokenError),
    #[error("it has ended by a fault of its own; what happened is in the log")]
    Fault,
}

/// What sysexits.h calls EX_CONFIG, and systemd `CONFIG`.
const WRONG_SETTING: u8 = 78;

impl Error {
    /// Tells whoever restarts the program whether that can be of use.
    pub(crate) fn exit_code(&self) -> ExitCode {
        let is_of_settings = match self {
            Self::NoPbx | Self::Config(_) => true,
            Self::Start(error) => error.is_of_settings(),
            _ => false,
        };
        if is_of_settings { ExitCode::from(WRONG_SETTING) } else { ExitCode::FAILURE }
    }
}
