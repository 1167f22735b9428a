//! The connection to NATS.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use async_nats::connection::State;
use async_nats::jetstream::{self, Context};
use async_nats::{Client, ConnectOptions, Event, ServerAddr};
use tokio::sync::watch;

use crate::Said;

/// How often it is tried to connect again, at least.
const RECONNECT: Duration = Duration::from_millis(500);

/// How long NATS may take to answer.
const ANSWER: Duration = Duration::from_secs(5);

/// How the bus is reached.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BusSettings {
    /// `nats://HOST:PORT`, or several of a cluster with commas between; also
    /// `nats://USER:PASSWORD@HOST:PORT`, of which the first login counts.
    pub url: String,
    /// A file with credentials, as `nsc` and the `nats` program write it.
    pub credentials: Option<PathBuf>,
    /// What the server is told that it is connected with.
    pub name: String,
    /// On how many servers of a cluster the buckets and the stream are kept that are made here: 1 at
    /// least. Those that are there already stay as they are.
    pub replicas: usize,
}

/// Where NATS is, for people: the URL, or several with commas between, without names and passwords.
///
/// ```
/// let place = bus::place("nats://mux:secret@nats-a:4222, nats://nats-b");
/// assert_eq!(place, "nats://nats-a:4222, nats://nats-b");
/// ```
#[must_use]
pub fn place(url: &str) -> String {
    let hide = |server: &str| match (server.find("//"), server.rfind('@')) {
        (Some(at), Some(end)) if at < end => {
            let (scheme, host) = (server.get(..at + 2), server.get(end + 1..));
            [scheme.unwrap_or_default(), host.unwrap_or_default()].concat()
        }
        (None, Some(end)) => server.get(end + 1..).unwrap_or_default().to_owned(),
        _ => server.to_owned(),
    };
    url.split(',').map(hide).collect::<Vec<_>>().join(",")
}

/// The login in a URL, which the client does not look for there.
fn login(server: &str) -> Option<(String, String)> {
    let server: ServerAddr = server.parse().ok()?;
    Some((server.username()?.to_owned(), server.password()?.to_owned()))
}

/// Why there is no bus.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BusError {
    /// The credentials cannot be read.
    #[error("the credentials of NATS in {path} cannot be read: {error}", path = .path.display())]
    Credentials {
        /// The file.
        path: PathBuf,
        /// Why.
        error: std::io::Error,
    },
    /// The URL is none, or the server does not let us in.
    #[error("no connection to NATS at {url}: {error}")]
    Connect {
        /// The URL.
        url: String,
        /// Why.
        error: async_nats::ConnectError,
    },
}

/// A connection to NATS that comes back by itself, to be cloned at will.
#[derive(Clone, Debug)]
pub struct Bus {
    client: Client,
    jetstream: Context,
    /// How often it has been connected.
    connections: watch::Receiver<u64>,
    replicas: usize,
}

impl Bus {
    /// Connects, now or as soon as there is a server.
    ///
    /// # Errors
    ///
    /// If the credentials cannot be read or the URL is none. That there is no server, or that it
    /// does not let us in, is logged and tried again.
    pub async fn connect(settings: &BusSettings) -> Result<Self, BusError> {
        let (count, connections) = watch::channel(0);
        let url = place(&settings.url);
        let said = Arc::new(Mutex::new(Said::default()));
        let mut options = ConnectOptions::new()
            .name(&settings.name)
            .retry_on_initial_connect()
            .connection_timeout(ANSWER)
            .request_timeout(Some(ANSWER))
            .ping_interval(Duration::from_secs(10))
            .reconnect_delay_callback(|attempts| {
                RECONNECT.min(Duration::from_millis(u64::try_from(attempts).unwrap_or(50) * 50))
            })
            .event_callback(move |event| {
                let (count, url, said) = (count.clone(), url.clone(), Arc::clone(&said));
                async move {
                    let mut said = said.lock().unwrap_or_else(PoisonError::into_inner);
                    match event {
                        Event::Connected => {
                            count.send_modify(|count| *count += 1);
                            said.forget();
                            tracing::info!(%url, "connected to NATS");
                        }
                        Event::Disconnected => tracing::warn!(%url, "disconnected from NATS"),
                        // Each attempt to connect ends so, and there are two in a second.
                        event => {
                            if said.is_news(&event.to_string()) {
                                tracing::warn!(%url, %event, "no connection to NATS, or trouble with it");
                            }
                        }
                    }
                }
            });
        if let Some(path) = &settings.credentials {
            let read = options.credentials_file(path).await;
            options = read.map_err(|error| BusError::Credentials { path: path.clone(), error })?;
        }
        let servers: Vec<&str> = settings.url.split(',').map(str::trim).collect();
        if let Some((user, password)) = servers.iter().find_map(|server| login(server)) {
            options = options.user_and_password(user, password);
        }
        let connected = options.connect(servers).await;
        let client =
            connected.map_err(|error| BusError::Connect { url: place(&settings.url), error })?;
        let mut jetstream = jetstream::new(client.clone());
        jetstream.set_timeout(ANSWER);
        Ok(Self { client, jetstream, connections, replicas: settings.replicas.max(1) })
    }

    /// The client of NATS, for what else is to be said and heard there.
    #[must_use]
    pub const fn client(&self) -> &Client {
        &self.client
    }

    /// Its `JetStream`.
    #[must_use]
    pub const fn jetstream(&self) -> &Context {
        &self.jetstream
    }

    /// Whether there is a connection at present.
    #[must_use]
    pub fn is_connected(&self) -> bool {
        self.client.connection_state() == State::Connected
    }

    /// How often it has been connected, to be watched for coming back.
    #[must_use]
    pub fn connections(&self) -> watch::Receiver<u64> {
        self.connections.clone()
    }

    /// On how many servers what is made is kept.
    pub(crate) const fn replicas(&self) -> usize {
        self.replicas
    }

    /// A text that nobody else has.
    #[must_use]
    pub fn unique(&self) -> String {
        self.client.new_inbox().replace("_INBOX.", "")
    }
}
