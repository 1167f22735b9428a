//! A `nats-server` for tests.

use std::io;
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use tempfile::TempDir;
use tokio::net::TcpStream;
use tokio::time::{Instant, sleep};

use crate::{Bus, BusError, BusSettings};

/// How long a server may take until it can be connected to.
const READY: Duration = Duration::from_secs(20);

/// A `nats-server` with `JetStream` on a free port of this computer, in a directory of its own. It is
/// stopped when it is dropped.
#[derive(Debug)]
pub struct TestServer {
    directory: TempDir,
    port: u16,
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
        // A port that is free now; if another takes it first, the server ends and says so.
        let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
        let mut server = Self { directory: TempDir::new()?, port, child: None, arguments };
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
        let mut command = Command::new("nats-server");
        command
            .args(["-js", "-a", "127.0.0.1", "-p", &self.port.to_string(), "-sd"])
            .arg(self.directory.path())
            .args(&self.arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let mut child = command.spawn()?;
        let deadline = Instant::now() + READY;
        loop {
            if TcpStream::connect(("127.0.0.1", self.port)).await.is_ok() {
                self.child = Some(child);
                return Ok(());
            }
            if let Some(status) = child.try_wait()? {
                return Err(io::Error::other(format!("nats-server has ended: {status}")));
            }
            if Instant::now() >= deadline {
                let _ = child.kill();
                let _ = child.wait();
                return Err(io::Error::other("nats-server does not listen"));
            }
            sleep(Duration::from_millis(20)).await;
        }
    }

    /// Where it is.
    #[must_use]
    pub fn url(&self) -> String {
        format!("nats://127.0.0.1:{}", self.port)
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

#[expect(clippy::print_stderr, reason = "it is for whoever runs the tests")]
fn say(text: &str) {
    eprintln!("{text}");
}

impl Drop for TestServer {
    fn drop(&mut self) {
        self.kill();
    }
}
