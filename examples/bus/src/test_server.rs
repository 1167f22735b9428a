//! A `nats-server` for tests.

use std::io;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use tempfile::TempDir;
use tokio::time::{Instant, sleep};

use crate::{Bus, BusError, BusSettings};

/// How long a server may take until it can be connected to.
const READY: Duration = Duration::from_secs(20);

/// How often is looked whether it can.
const LOOK: Duration = Duration::from_millis(20);

/// A `nats-server` with `JetStream` on a free port of this computer, in a directory of its own. It is
/// stopped when it is dropped.
#[derive(Debug)]
pub struct TestServer {
    directory: TempDir,
    /// The port that it has chosen, once it has run.
    port: Option<u16>,
    child: Option<Child>,
    arguments: Vec<String>,
}

impl TestServer {
    /// Starts a server, or says that there is no such program and returns `None`, so that tests
    /// that need it can be skipped.
    ///
    /// # Errors
    ///
    /// If it is there and does not start.
    pub async fn start() -> io::Result<Option<Self>> {
        Self::start_with(&[]).await
    }

    /// As [`start`](Self::start), with further arguments.
    ///
    /// # Errors
    ///
    /// As [`start`](Self::start).
    pub async fn start_with(arguments: &[&str]) -> io::Result<Option<Self>> {
        let arguments = arguments.iter().map(ToString::to_string).collect();
        let mut server = Self { directory: TempDir::new()?, port: None, child: None, arguments };
        match server.restart().await {
            Ok(()) => Ok(Some(server)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                say("skipped: nats-server is not installed");
                Ok(None)
            }
            Err(error) => Err(error),
        }
    }

    /// Kills it, without giving it time for anything.
    pub fn kill(&mut self) {
        if let Some(mut child) = self.child.take() {
            // It may have ended by itself.
            let _ = child.kill();
            let _ = child.wait();
        }
    }

    /// Starts it again on the same port with what it has stored; it is killed first if it runs.
    ///
    /// # Errors
    ///
    /// If it does not start.
    pub async fn restart(&mut self) -> io::Result<()> {
        self.kill();
        let deadline = Instant::now() + READY;
        loop {
            // Somebody may have been given the port meanwhile, and gives it back.
            match self.attempt(deadline).await {
                Err(error) if error.kind() == io::ErrorKind::AddrInUse => sleep(LOOK).await,
                done => return done,
            }
        }
    }

    async fn attempt(&mut self, deadline: Instant) -> io::Result<()> {
        let port = self.port.map_or_else(|| "-1".to_owned(), |port| port.to_string());
        let mut command = Command::new("nats-server");
        command
            .args(["-js", "-a", "127.0.0.1", "-p", &port, "-sd"])
            .arg(self.directory.path())
            .arg("--ports_file_dir")
            .arg(self.directory.path())
            .args(&self.arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let child = self.child.insert(command.spawn()?);
        // It writes where it listens, so that no other program is taken for it.
        let ports = self.directory.path().join(format!("nats-server_{}.ports", child.id()));
        loop {
            if let Some(port) = std::fs::read(&ports).ok().as_deref().and_then(port_of_clients) {
                self.port = Some(port);
                return Ok(());
            }
            let ended = child.try_wait()?;
            let is_late = Instant::now() >= deadline;
            if ended.is_some() || is_late {
                self.kill();
                let kind = if is_late { io::ErrorKind::TimedOut } else { io::ErrorKind::AddrInUse };
                let text = format!("nats-server does not listen on port {port}: {ended:?}");
                return Err(io::Error::new(kind, text));
            }
            sleep(LOOK).await;
        }
    }

    /// Where it is.
    #[must_use]
    pub fn url(&self) -> String {
        format!("nats://127.0.0.1:{}", self.port.unwrap_or_default())
    }

    /// Its process, for what it takes of the computer.
    #[must_use]
    pub fn process(&self) -> Option<u32> {
        self.child.as_ref().map(Child::id)
    }

    /// Where it stores what it is given.
    #[must_use]
    pub fn directory(&self) -> &Path {
        self.directory.path()
    }

    /// A connection to it.
    ///
    /// # Errors
    ///
    /// As [`Bus::connect`].
    pub async fn connect(&self) -> Result<Bus, BusError> {
        let name = "test".to_owned();
        Bus::connect(&BusSettings { url: self.url(), name, ..BusSettings::default() }).await
    }
}

/// The port for clients in a file in which a server has written its ports.
fn port_of_clients(file: &[u8]) -> Option<u16> {
    let ports: serde_json::Value = serde_json::from_slice(file).ok()?;
    let (_, port) = ports.get("nats")?.get(0)?.as_str()?.rsplit_once(':')?;
    port.parse().ok()
}

#[expect(clippy::print_stderr, reason = "it is for whoever runs the tests")]
fn say(text: &str) {
    eprintln!("{text}");
}

impl Drop for TestServer {
    fn drop(&mut self) {
        self.kill();
    }
}
