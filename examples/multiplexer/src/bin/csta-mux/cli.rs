//! The command line.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use multiplexer::{AccessError, Config, DeviceSet, Login, Tcp, Tls};
use program::LogLevel;

/// Many applications on the one CSTA link that a Panasonic PBX accepts.
///
/// With --config it does what a file says (`csta-mux config` prints one); with --pbx it serves
/// applications on this computer without a login. What is typed wins over the environment: a variable
/// whose option cannot be used with one that is typed does not count.
#[derive(Debug, Parser)]
#[command(version, args_conflicts_with_subcommands = true)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Option<Command>,

    #[command(flatten)]
    pub(crate) run: Run,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Say who may log in
    #[command(subcommand)]
    User(UserCommand),
    /// Make a self-signed certificate for trying, in force for a year
    Certificate(MakeCertificate),
    /// Print a whole configuration file, with what each setting means
    Config,
    /// Ask a multiplexer that runs on this computer how it is
    Status(Status),
}

#[derive(Debug, Subcommand)]
pub(crate) enum UserCommand {
    /// Add a user, whose password is asked for, or read from standard input if that is no terminal
    Add(AddUser),
    /// Say what a user may do; without options everything
    Limit(LimitUser),
    /// Remove a user, whose applications are aborted
    Remove(RemoveUser),
    /// List the users, and what they may do
    List(UserFile),
}

#[derive(Debug, Args)]
pub(crate) struct UserFile {
    /// The file of the users
    #[arg(long, value_name = "FILE", conflicts_with = "config")]
    pub(crate) file: Option<PathBuf>,

    /// The configuration, which says what the file of the users is
    #[arg(long, value_name = "FILE", env = "CSTA_MUX_CONFIG")]
    pub(crate) config: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct AddUser {
    /// The name
    pub(crate) name: String,

    #[command(flatten)]
    pub(crate) users: UserFile,

    /// Give a user that there is the new password
    #[arg(long)]
    pub(crate) replace: bool,
}

#[derive(Debug, Args)]
pub(crate) struct LimitUser {
    /// The name
    pub(crate) name: String,

    #[command(flatten)]
    pub(crate) users: UserFile,

    /// Which devices may be monitored and asked about, such as 101,200-299
    #[arg(long, value_name = "NUMBERS", value_parser = devices)]
    pub(crate) monitor: Option<DeviceSet>,

    /// Which devices may be controlled
    #[arg(long, value_name = "NUMBERS", value_parser = devices)]
    pub(crate) control: Option<DeviceSet>,

    /// Nothing may be controlled
    #[arg(long)]
    pub(crate) read_only: bool,
}

#[derive(Debug, Args)]
pub(crate) struct RemoveUser {
    /// The name
    pub(crate) name: String,

    #[command(flatten)]
    pub(crate) users: UserFile,
}

fn devices(text: &str) -> Result<DeviceSet, AccessError> {
    DeviceSet::only(text.split(',').map(str::trim))
}

#[derive(Debug, Args)]
pub(crate) struct MakeCertificate {
    /// The names and addresses by which applications call this computer
    #[arg(required = true)]
    pub(crate) names: Vec<String>,

    /// Where the certificate is written
    #[arg(long, value_name = "FILE", default_value = "server.pem")]
    pub(crate) certificate: PathBuf,

    /// Where its key is written
    #[arg(long, value_name = "FILE", default_value = "server.key")]
    pub(crate) key: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Status {
    /// Where its status page is
    #[arg(
        long,
        value_name = "ADDRESS:PORT",
        env = "CSTA_MUX_WEB",
        default_value = "127.0.0.1:33380"
    )]
    pub(crate) web: SocketAddr,

    /// Its configuration, which says where the status page is and what its token
    #[arg(long, value_name = "FILE", env = "CSTA_MUX_CONFIG", conflicts_with = "web")]
    pub(crate) config: Option<PathBuf>,

    /// A file whose first line is the token of the status page, where that needs one
    #[arg(long, value_name = "FILE", env = "CSTA_MUX_TOKEN_FILE")]
    pub(crate) token_file: Option<PathBuf>,

    /// Print all of it, as JSON
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Run {
    /// All settings (TOML)
    #[arg(long, value_name = "FILE", env = "CSTA_MUX_CONFIG", conflicts_with = "pbx")]
    pub(crate) config: Option<PathBuf>,

    /// The PBX; the port is 33333 unless it is given
    #[arg(long, value_name = "HOST[:PORT]", env = "CSTA_MUX_PBX")]
    pub(crate) pbx: Option<String>,

    /// Where applications connect without TLS; 127.0.0.1:33333 unless it is given
    #[arg(long, value_name = "ADDRESS:PORT", env = "CSTA_MUX_LISTEN", conflicts_with = "config")]
    pub(crate) listen: Option<SocketAddr>,

    /// Where applications connect with TLS and a login
    #[arg(
        long, value_name = "ADDRESS:PORT", env = "CSTA_MUX_TLS_LISTEN",
        conflicts_with = "config", requires_all = ["certificate", "key", "users"],
    )]
    pub(crate) tls_listen: Option<SocketAddr>,

    /// The certificate for TLS (PEM)
    #[arg(long, value_name = "FILE", env = "CSTA_MUX_CERTIFICATE", conflicts_with = "config")]
    pub(crate) certificate: Option<PathBuf>,

    /// The key of the certificate (PEM)
    #[arg(long, value_name = "FILE", env = "CSTA_MUX_KEY", conflicts_with = "config")]
    pub(crate) key: Option<PathBuf>,

    /// Who may log in, as written by `csta-mux user add`
    #[arg(long, value_name = "FILE", env = "CSTA_MUX_USERS", conflicts_with = "config")]
    pub(crate) users: Option<PathBuf>,

    /// Whether everybody has to log in, on the port without TLS too
    #[arg(long, conflicts_with = "config", requires = "users")]
    pub(crate) require_login: bool,

    /// Where call records wait that nobody has collected
    #[arg(long, value_name = "DIRECTORY", env = "CSTA_MUX_SPOOL", conflicts_with = "config")]
    pub(crate) spool: Option<PathBuf>,

    /// Where the status page is
    #[arg(
        long,
        value_name = "ADDRESS:PORT",
        env = "CSTA_MUX_WEB",
        conflicts_with = "config",
        default_value = "127.0.0.1:33380"
    )]
    pub(crate) web: SocketAddr,

    /// A file whose first line is the token that changes on the status page need
    #[arg(long, value_name = "FILE", env = "CSTA_MUX_TOKEN_FILE", conflicts_with = "config")]
    pub(crate) token_file: Option<PathBuf>,

    /// NATS, on which events, call state, requests and call records are served
    #[cfg(feature = "nats")]
    #[arg(
        long,
        value_name = "nats://HOST:PORT",
        env = "CSTA_MUX_BUS",
        conflicts_with = "config",
        requires = "site"
    )]
    pub(crate) bus: Option<String>,

    /// The name of this site on NATS: letters, digits, "-" and "_"
    #[cfg(feature = "nats")]
    #[arg(
        long,
        value_name = "NAME",
        env = "CSTA_MUX_SITE",
        conflicts_with = "config",
        requires = "bus"
    )]
    pub(crate) site: Option<String>,

    /// Only tell whether it could start: settings, users, certificate, ports and the spool, which a
    /// csta-mux that is to be restarted may have
    #[arg(long)]
    pub(crate) check: bool,

    /// Where logs go
    #[arg(long, value_enum, default_value_t, env = "CSTA_MUX_LOG")]
    pub(crate) log: Log,

    /// How much is logged
    #[arg(long, value_enum, default_value_t, env = "CSTA_MUX_LOG_LEVEL")]
    pub(crate) log_level: LogLevel,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Log {
    /// Standard error
    #[default]
    Stderr,
    /// The journal of systemd
    Journald,
}

impl Run {
    /// The settings that the command line gives, if it names a PBX.
    pub(crate) fn settings(&self) -> Option<Config> {
        let mut config = Config::new(self.pbx.as_ref()?);
        let tcp = config.tcp.get_or_insert_with(Tcp::default);
        if let Some(listen) = self.listen {
            tcp.listen = listen;
        }
        if self.require_login {
            tcp.login = Login::Required;
        }
        if let (Some(listen), Some(certificate), Some(key)) =
            (self.tls_listen, &self.certificate, &self.key)
        {
            config.tls = Some(Tls { listen, certificate: certificate.clone(), key: key.clone() });
        }
        config.users.file = self.users.clone();
        config.spool.directory = self.spool.clone();
        #[cfg(feature = "nats")]
        if let (Some(bus), Some(site)) = (&self.bus, &self.site) {
            config.bus = Some(multiplexer::BusSettings::new(bus, site));
        }
        if let Some(web) = &mut config.web {
            web.listen = self.web;
            web.token_file = self.token_file.clone();
        }
        Some(config)
    }
}
