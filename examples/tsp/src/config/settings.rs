//! The settings of the configuration file, key by key; `csta-tsp.toml` tells what each means.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::time::Duration;

use program::ProtocolLogs;
use serde::{Deserialize, Serialize};

/// What the table of a provider has from the tables of all, where it does not say otherwise, key by
/// key. Lists of lines are each of one PBX.
pub(super) const INHERITED: [&str; 5] =
    ["lines.automatic", "lines.names", "lines.form", "numbers", "advanced"];

/// The whole file but its version.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// The PBXs and multiplexers.
    pub providers: Vec<Provider>,
    /// Multiplexers on NATS.
    pub bus: Option<Bus>,
    /// Which lines there are.
    pub lines: Lines,
    /// How numbers are rewritten.
    pub numbers: numfmt::Config,
    /// How lines are kept up.
    pub advanced: Advanced,
    /// The HTTP API.
    pub serve: Serve,
    /// Call records.
    pub cdr: CdrSettings,
    /// Protocol logs, or `None` for none.
    pub protocol_logs: Option<ProtocolLogs>,
}

impl Settings {
    /// A provider of which nothing is said but where it is.
    pub(super) fn provider(&self, address: &str) -> Provider {
        let lines = Lines { file: None, manual: Vec::new(), ..self.lines.clone() };
        let numbers = self.numbers.clone();
        let address = address.to_owned();
        Provider { address, lines, numbers, advanced: self.advanced, ..Provider::default() }
    }
}

/// A PBX or a multiplexer. What its file does not say of lines, numbers and their upkeep is what holds
/// for all of them.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Provider {
    /// What it is called; its address if nothing else.
    pub name: String,
    /// `HOST` or `HOST:PORT`.
    pub address: String,
    /// Name and password, where they are asked for.
    pub login: Option<Login>,
    /// TLS, where it is spoken.
    pub tls: Option<Tls>,
    /// Which lines it has.
    pub lines: Lines,
    /// How its numbers are rewritten.
    pub numbers: numfmt::Config,
    /// How its lines are kept up. How many can be open is not for one alone.
    pub advanced: Advanced,
}

impl Provider {
    /// What it is called.
    #[must_use]
    pub fn name(&self) -> &str {
        if self.name.is_empty() { &self.address } else { &self.name }
    }
}

/// Name and password at a multiplexer.
#[derive(Clone, Default, PartialEq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Login {
    /// The name of the user.
    pub user: String,
    /// The password.
    pub password: Option<String>,
    /// A file with the password in its first line.
    pub password_file: Option<PathBuf>,
}

impl std::fmt::Debug for Login {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Login").field("user", &self.user).finish_non_exhaustive()
    }
}

/// How a multiplexer is known over TLS.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Tls {
    /// A PEM file with the certificates of the issuers that are trusted; those that the system
    /// trusts if there is none.
    pub roots: Option<PathBuf>,
    /// The name in the certificate, where it is not that of the host.
    pub server_name: Option<String>,
    /// A PEM file with a certificate of one's own, where the multiplexer asks for one.
    pub certificate: Option<PathBuf>,
    /// The PEM file with its key.
    pub key: Option<PathBuf>,
}

/// Multiplexers on NATS, each with its PBX.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Bus {
    /// `nats://HOST:PORT`, or several of a cluster with commas between.
    pub url: String,
    /// A file with credentials.
    pub credentials: Option<PathBuf>,
    /// As which user of the multiplexers operations are asked for.
    pub user: Option<String>,
    /// The sites; all if none is named.
    pub sites: Vec<String>,
}

/// Which lines there are.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Lines {
    /// Whether they are read from the PBX.
    pub automatic: bool,
    /// Whether their names are read from the PBX.
    pub names: bool,
    /// How they are called.
    pub form: LineForm,
    /// A text file with lines, `number[,name]` each, of the only provider or of that whose table it
    /// is.
    pub file: Option<PathBuf>,
    /// Lines that are listed here.
    pub manual: Vec<ManualLine>,
}

impl Default for Lines {
    fn default() -> Self {
        Self {
            automatic: true,
            names: false,
            form: LineForm::Internal,
            file: None,
            manual: Vec::new(),
        }
    }
}

/// How lines are called.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LineForm {
    /// By the number that is dialled inside: `101`.
    Internal,
    /// By the number with country and area code, for which the location is needed.
    Canonical,
}

/// A line that is listed in the file.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct ManualLine {
    /// Its number.
    pub number: String,
    /// Its name, or nothing.
    pub name: String,
    /// The name of its provider; the first one if nothing else. In the table of a provider there is
    /// none.
    pub provider: Option<String>,
}

/// How lines are kept up.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Advanced {
    /// The time between two looks at the calls of a line.
    #[serde(with = "config_file::time::optional")]
    pub snapshot_interval: Option<Duration>,
    /// After how long a monitor is tried again that did not start.
    #[serde(with = "config_file::time")]
    pub retry_interval: Duration,
    /// The time between two requests of the start at least.
    #[serde(with = "config_file::time")]
    pub request_interval: Duration,
    /// How many requests of the start wait for an answer at once.
    pub requests_in_flight: usize,
    /// How many lines can be open, of all providers together.
    pub open_lines: usize,
}

impl Default for Advanced {
    fn default() -> Self {
        Self {
            snapshot_interval: Some(Duration::from_secs(300)),
            retry_interval: Duration::from_secs(60),
            request_interval: Duration::from_millis(10),
            requests_in_flight: 4,
            open_lines: 4096,
        }
    }
}

/// The HTTP API.
#[derive(Clone, PartialEq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Serve {
    /// Where it listens: an address of this computer alone.
    pub listen: SocketAddr,
    /// What has to be known to change anything.
    pub token: Option<String>,
    /// A file with the token in its first line.
    pub token_file: Option<PathBuf>,
    /// The origins whose pages may use it, such as `https://crm.example`.
    pub origins: Vec<String>,
    /// Names besides that of the address and `localhost` by which it may be called.
    pub hosts: Vec<String>,
}

impl Default for Serve {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from((Ipv4Addr::LOCALHOST, 8033)),
            token: None,
            token_file: None,
            origins: Vec::new(),
            hosts: Vec::new(),
        }
    }
}

impl std::fmt::Debug for Serve {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Serve").field("listen", &self.listen).finish_non_exhaustive()
    }
}

/// Call records.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct CdrSettings {
    /// The name of the provider whose calls are recorded; the first one if nothing else.
    pub provider: Option<String>,
    /// The file they are written into.
    pub file: PathBuf,
    /// The form of the file.
    pub format: CdrFormat,
    /// How many of the last records a new one is compared with, so that each is written once.
    pub window: usize,
    /// After how long they are asked for when the link has come up.
    #[serde(with = "config_file::time")]
    pub delay: Duration,
}

impl Default for CdrSettings {
    fn default() -> Self {
        Self {
            provider: None,
            file: PathBuf::from("calls.csv"),
            format: CdrFormat::Csv,
            window: 10_000,
            delay: Duration::from_secs(60),
        }
    }
}

/// The form of the file with call records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, clap::ValueEnum)]
#[serde(rename_all = "snake_case")]
pub enum CdrFormat {
    /// Text with commas, for spreadsheets.
    Csv,
    /// A database of SQLite.
    Sqlite,
}
