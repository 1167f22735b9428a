//! Servers as processes of their own.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::net::SocketAddr;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use tempfile::TempDir;

/// Which server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Direct,
    Tasks,
    Multiplexer,
    /// The multiplexer, with subscribers on NATS in place of applications.
    Nats,
}

/// Says to this program, when it is started by itself, what it is to be.
pub(crate) const ROLE: &str = "CSTA_MUX_BENCH_ROLE";

impl Kind {
    pub(crate) fn of_this_process() -> Option<Self> {
        match std::env::var(ROLE).ok()?.as_str() {
            "direct" => Some(Self::Direct),
            "tasks" => Some(Self::Tasks),
            _ => None,
        }
    }
}

/// A server that runs until it is dropped.
#[derive(Debug)]
pub(crate) struct Server {
    child: Child,
    pub(crate) address: SocketAddr,
    _directory: Option<TempDir>,
}

impl Server {
    /// Starts this program as something else.
    pub(crate) fn own(role: &str) -> Self {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.env(ROLE, role).stdout(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.trim().parse().unwrap();
        Self { child, address, _directory: None }
    }

    /// Starts the multiplexer for a switch.
    pub(crate) fn multiplexer(switch: SocketAddr) -> Self {
        let text = format!(
            "version = 1\n[pbx]\naddress = \"{switch}\"\n[tcp]\nlisten = \"127.0.0.1:0\"\n"
        );
        Self::multiplexer_with(text)
    }

    /// Starts the multiplexer for a switch and for NATS, where it publishes the events of a device.
    pub(crate) fn multiplexer_on_bus(
        switch: SocketAddr,
        (url, site): (&str, &str),
        device: &str,
    ) -> Self {
        let text = format!(
            "version = 1\n[pbx]\naddress = \"{switch}\"\n[tcp]\nlisten = \"127.0.0.1:0\"\n\
             [bus]\nurl = \"{url}\"\nsite = \"{site}\"\ndevices = [\"{device}\"]\n\
             call_records = false\n"
        );
        Self::multiplexer_with(text)
    }

    fn multiplexer_with(settings: String) -> Self {
        let directory = tempfile::tempdir().unwrap();
        let file = directory.path().join("csta-mux.toml");
        fs::write(&file, settings + "[spool]\ndirectory = \"spool\"\n").unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_csta-mux"));
        command.arg("--config").arg(file).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut log = BufReader::new(child.stderr.take().unwrap());
        let address = loop {
            let mut line = String::new();
            assert!(log.read_line(&mut line).unwrap() > 0, "the multiplexer does not start");
            if let Some((_, rest)) = line.split_once("tcp=") {
                break rest.split_whitespace().next().unwrap().parse().unwrap();
            }
        };
        // What it logs must not stop it.
        std::thread::spawn(move || std::io::copy(&mut log, &mut std::io::sink()));
        Self { child, address, _directory: Some(directory) }
    }

    /// The processor time that it has used; nothing where that is not told.
    pub(crate) fn cpu(&self) -> Duration {
        cpu_of(self.child.id())
    }

    /// The memory that it has, in octets; nothing where that is not told.
    pub(crate) fn memory(&self) -> u64 {
        let status =
            fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok()).unwrap_or(0)
            * 1024
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The processor time that a process has used; nothing where that is not told.
pub(crate) fn cpu_of(process: u32) -> Duration {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    // Behind the name, which may have blanks in it: the 12th and 13th, in hundredths of a second.
    let numbers = stat.rsplit_once(')').map_or("", |(_, rest)| rest);
    let ticks = numbers
        .split_whitespace()
        .skip(11)
        .take(2)
        .map(|number| number.parse::<u64>().unwrap_or(0));
    Duration::from_millis(ticks.sum::<u64>() * 10)
}
