//! A multiplexer and what is around it.
#![allow(
    dead_code,
    unreachable_pub,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "each test file uses its part, and a test may fail that way"
)]

pub mod program;

use std::future::Future;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use csta_client::{Client, ClientBuilder, ClientTls, Error};
use multiplexer::{Config, Multiplexer, Tls, Web};
use pbx_sim::model::{Caller, NetworkAct, UserAct};
use pbx_sim::{Config as Switch, Extension, Simulator};
use tempfile::TempDir;
use tokio::runtime::Handle;
use tokio::time::{sleep, timeout};

/// How long something may take that takes a moment: a busy machine must not make tests fail.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// Waits for what comes of itself.
pub async fn soon<T>(what: &str, future: impl Future<Output = T>) -> T {
    match timeout(PATIENCE, future).await {
        Ok(done) => done,
        Err(_) => panic!("{what} did not happen within {PATIENCE:?}"),
    }
}

/// Waits until something is so.
pub async fn until(what: &str, mut is_so: impl FnMut() -> bool) {
    soon(what, async {
        while !is_so() {
            sleep(Duration::from_millis(5)).await;
        }
    })
    .await;
}

/// An office with extensions from 101 on, and a directory for files.
pub struct Office {
    pub switch: Simulator,
    pub directory: TempDir,
}

impl Office {
    pub async fn new(extensions: usize) -> Self {
        Self::with(extensions, |_| {}).await
    }

    /// One whose switch is otherwise.
    pub async fn with(extensions: usize, change: impl FnOnce(&mut Switch)) -> Self {
        let extensions = (0..extensions).map(|index| Extension::new(number(index), "")).collect();
        let mut config = Switch {
            extensions,
            groups: Vec::new(),
            pickup_groups: Vec::new(),
            ..Switch::default()
        };
        change(&mut config);
        Self {
            switch: Simulator::start(config, "127.0.0.1:0").await.unwrap(),
            directory: tempfile::tempdir().unwrap(),
        }
    }

    /// Somebody calls the first extension and is talked to, so that there is a call record. Records
    /// of calls in the same second differ by who calls.
    pub async fn call(&self, from: &str) {
        let from = Caller::Number(from.to_owned());
        let call = NetworkAct::Calls { line: None, from, to: number(0) };
        self.switch.network(call).await.unwrap();
        self.switch.user(&number(0), UserAct::Answer).await.unwrap();
        self.switch.user(&number(0), UserAct::HangUp).await.unwrap();
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.directory.path().join(name)
    }

    /// Settings for its switch, with free ports and without a status page.
    pub fn config(&self) -> Config {
        let mut config = Config::new(self.switch.address().to_string());
        config.tcp.as_mut().unwrap().listen = any_port();
        config.web = None;
        config.spool.directory = Some(self.path("spool"));
        config
    }

    /// The same, also with TLS and the user admin, whose password is opensesame.
    pub fn config_with_tls(&self) -> Config {
        let mut config = self.config();
        let (certificate, key) = (self.path("server.pem"), self.path("server.key"));
        multiplexer::make_certificate(&["localhost".to_owned()], &certificate, &key).unwrap();
        config.tls = Some(Tls { listen: any_port(), certificate, key });
        multiplexer::add_user(self.path("users.toml"), "admin", "opensesame", false).unwrap();
        config.users.file = Some(self.path("users.toml"));
        config
    }

    /// The same as the first, with a status page and a token for it.
    pub fn config_with_web(&self) -> Config {
        let mut config = self.config();
        std::fs::write(self.path("token"), format!("{TOKEN}\n")).unwrap();
        config.web = Some(Web {
            listen: any_port(),
            token_file: Some(self.path("token")),
            ..Web::default()
        });
        config
    }
}

/// The token of the status page.
pub const TOKEN: &str = "0123456789abcdef";

/// The number of an extension.
pub fn number(index: usize) -> String {
    (1001 + index).to_string()
}

pub fn any_port() -> SocketAddr {
    ([127, 0, 0, 1], 0).into()
}

/// Starts a multiplexer.
pub async fn start(config: Config) -> Multiplexer {
    Multiplexer::start(config, Handle::current()).await.unwrap()
}

/// Starts a multiplexer and waits for its link.
pub async fn start_linked(config: Config) -> Multiplexer {
    let multiplexer = start(config).await;
    until("the link to the switch", || multiplexer.status().link == multiplexer::LinkState::Up)
        .await;
    multiplexer
}

/// How to connect to the port without TLS.
pub fn by_tcp(multiplexer: &Multiplexer) -> ClientBuilder {
    Client::builder().address(multiplexer.tcp_address().unwrap().to_string())
}

/// How to connect to the port with TLS.
pub fn by_tls(multiplexer: &Multiplexer, office: &Office) -> ClientBuilder {
    let tls = ClientTls::trusting(office.path("server.pem")).unwrap();
    let port = multiplexer.tls_address().unwrap().port();
    Client::builder().address(format!("localhost:{port}")).tls(tls)
}

/// Connects, and lets the connection run.
pub async fn connect(builder: ClientBuilder) -> Result<Client, Error> {
    let (client, connection) = builder.connect().await?;
    tokio::spawn(connection.run());
    Ok(client)
}
