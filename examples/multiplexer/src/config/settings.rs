//! The settings, as they stand in the file.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::time::Duration;

use csta_client::{DEFAULT_PORT, DEFAULT_SEND_LIMIT};
use program::ProtocolLogs;
use serde::{Deserialize, Serialize};

/// All settings of a multiplexer.
///
/// [`Config::new`] has the defaults; [`Config::load`] reads a file, which `csta-mux.toml` beside
/// the program's sources shows whole.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// The PBX, and the way to it.
    pub pbx: Pbx,
    /// The port without TLS, or `None` for no such port.
    #[serde(default)]
    pub tcp: Option<Tcp>,
    /// The port with TLS, or `None` for no such port.
    #[serde(default)]
    pub tls: Option<Tls>,
    /// Who may log in.
    #[serde(default)]
    pub users: UserSettings,
    /// How many, how much and how long.
    #[serde(default)]
    pub limits: Limits,
    /// Where call records wait.
    #[serde(default)]
    pub spool: SpoolSettings,
    /// Protocol logs, or `None` for none.
    #[serde(default)]
    pub protocol_logs: Option<ProtocolLogs>,
    /// The status page, or `None` for none.
    #[serde(default)]
    pub web: Option<Web>,
    /// The front on NATS, or `None` for none.
    #[cfg(feature = "nats")]
    #[serde(default)]
    pub bus: Option<super::BusSettings>,
}

/// The PBX, and the way to it.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Pbx {
    /// `HOST` or `HOST:PORT`; the port is 33333 unless it is given.
    pub address: String,
    /// The longest APDU that it takes, in octets: 240 unless said otherwise, from 16 to 65,535.
    #[serde(default = "send_limit")]
    pub send_limit: usize,
    /// How long a connection to it may take: 10 s.
    #[serde(default = "ten_seconds", with = "config_file::time")]
    pub connect_timeout: Duration,
    /// How long it may take to answer a request: 10 s.
    #[serde(default = "ten_seconds", with = "config_file::time")]
    pub answer_timeout: Duration,
    /// How long it may be silent before it is asked for a sign of life: 5 min.
    #[serde(default = "five_minutes", with = "config_file::time")]
    pub silence_timeout: Duration,
    /// How many requests it has before it at once: 16, from 1 to 1000. One application has no more
    /// of them than places are left, which is half.
    #[serde(default = "requests_in_flight")]
    pub requests_in_flight: usize,
    /// How long after the link is back it is asked again to send call records: 60 s, since asking at
    /// once has caused trouble with Panasonic switches.
    #[serde(default = "one_minute", with = "config_file::time")]
    pub call_records_after: Duration,
    /// Whether it is asked to suppress the events that no application wants. Unless said otherwise
    /// it reports all, and the filters of applications are applied here alone.
    #[serde(default)]
    pub filters_events: bool,
    /// Whether applications are aborted when the link to the PBX is lost. Unless said otherwise
    /// they stay, are told by SystemStatus, and keep their monitors.
    #[serde(default)]
    pub abort_applications_when_lost: bool,
}

impl Pbx {
    /// A PBX with the limits that are usual.
    #[must_use]
    pub fn new(address: impl Into<String>) -> Self {
        Self {
            address: address.into(),
            send_limit: send_limit(),
            connect_timeout: ten_seconds(),
            answer_timeout: ten_seconds(),
            silence_timeout: five_minutes(),
            requests_in_flight: requests_in_flight(),
            call_records_after: one_minute(),
            filters_events: false,
            abort_applications_when_lost: false,
        }
    }
}

/// The port without TLS.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct Tcp {
    /// Where to listen: `127.0.0.1:33333`, which is this computer alone.
    pub listen: SocketAddr,
    /// Whether a login is required. One that is sent is always checked.
    pub login: Login,
}

/// Whether applications have to log in on the port without TLS.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Login {
    /// They may, so that programs work that know the PBX alone.
    #[default]
    Optional,
    /// They have to.
    Required,
}

impl Default for Tcp {
    fn default() -> Self {
        let listen = SocketAddr::from((Ipv4Addr::LOCALHOST, DEFAULT_PORT));
        Self { listen, login: Login::Optional }
    }
}

/// The port with TLS, where a login is always required.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Tls {
    /// Where to listen: `0.0.0.0:33334` unless said otherwise.
    #[serde(default = "tls_listen")]
    pub listen: SocketAddr,
    /// A PEM file with the certificate, and those that lead to its issuer.
    pub certificate: PathBuf,
    /// A PEM file with its key.
    pub key: PathBuf,
}

/// Who may log in.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct UserSettings {
    /// The file with the users, which `csta-mux user add` writes.
    pub file: Option<PathBuf>,
    /// How many wrong passwords an address may send, and how many may be sent for a user, until
    /// further ones are refused unseen: 5, from 1 to 1000.
    pub attempts: u32,
    /// How long until one of these attempts is given back: 30 s.
    #[serde(with = "config_file::time")]
    pub attempt_interval: Duration,
}

impl Default for UserSettings {
    fn default() -> Self {
        Self { file: None, attempts: 5, attempt_interval: Duration::from_secs(30) }
    }
}

/// How many, how much and how long.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct Limits {
    /// How many applications there may be at once: 1000, from 1 to 100,000.
    pub applications: usize,
    /// How many of them may collect call records at once: 1, or 0 for none.
    pub call_record_applications: usize,
    /// How many of them may use Panasonic's hotel control at once: 1, from 0 to 1000.
    pub hotel_applications: usize,
    /// How many connections may wait for their association beside them: 256, from 1 to 100,000.
    pub waiting: usize,
    /// How many requests of an application wait for the PBX: 256, from 1 to 10,000.
    pub requests: usize,
    /// How many monitors an application may have: 10,000, from 1 to 100,000.
    pub monitors: usize,
    /// How many octets may wait for an application that does not read, until it is aborted: 1 MiB,
    /// from 64 KiB to 1 GiB.
    pub unread: usize,
    /// How often applications are sent SystemStatus: every 2 min.
    #[serde(with = "config_file::time")]
    pub keep_alive: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            applications: 1000,
            call_record_applications: 1,
            hotel_applications: 1,
            waiting: 256,
            requests: 256,
            monitors: 10_000,
            unread: 1 << 20,
            keep_alive: Duration::from_secs(120),
        }
    }
}

/// Where call records wait for whoever collects them.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct SpoolSettings {
    /// Where: `$STATE_DIRECTORY` or else `~/.local/state/csta-mux` unless said otherwise.
    pub directory: Option<PathBuf>,
    /// How many octets of records there may be: 64 MiB, from 64 KiB to 4 GiB. What comes beyond is
    /// not confirmed, so that the PBX keeps it. The log warns at 50, 75 and 90 %.
    pub size: u64,
    /// Whether the PBX goes on to send call records when no application collects them, once one has:
    /// so unless said otherwise. What is in the spool is kept in any case.
    pub keep_transmission: bool,
}

impl Default for SpoolSettings {
    fn default() -> Self {
        Self { directory: None, size: 64 << 20, keep_transmission: true }
    }
}

/// The status page.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct Web {
    /// Where to listen: `127.0.0.1:33380`.
    pub listen: SocketAddr,
    /// A file whose first line is the token that changes need. Without one, nothing can be changed;
    /// on an address that other computers reach, all needs it.
    pub token_file: Option<PathBuf>,
    /// Names by which the page is called, beside its address and `localhost`.
    pub hosts: Vec<String>,
}

impl Default for Web {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from((Ipv4Addr::LOCALHOST, 33_380)),
            token_file: None,
            hosts: Vec::new(),
        }
    }
}

impl Config {
    /// The defaults, for a PBX: applications on this computer alone, without a login, and the
    /// status page.
    #[must_use]
    pub fn new(pbx: impl Into<String>) -> Self {
        Self {
            pbx: Pbx::new(pbx),
            tcp: Some(Tcp::default()),
            tls: None,
            users: UserSettings::default(),
            limits: Limits::default(),
            spool: SpoolSettings::default(),
            protocol_logs: None,
            web: Some(Web::default()),
            #[cfg(feature = "nats")]
            bus: None,
        }
    }
}

const fn send_limit() -> usize {
    DEFAULT_SEND_LIMIT
}

const fn requests_in_flight() -> usize {
    16
}

const fn ten_seconds() -> Duration {
    Duration::from_secs(10)
}

const fn one_minute() -> Duration {
    Duration::from_secs(60)
}

const fn five_minutes() -> Duration {
    Duration::from_secs(300)
}

fn tls_listen() -> SocketAddr {
    SocketAddr::from((Ipv4Addr::UNSPECIFIED, DEFAULT_PORT + 1))
}
