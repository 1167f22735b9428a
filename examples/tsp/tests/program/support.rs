//! The program and the PBX of a test.

use std::path::Path;
use std::process::{ExitStatus, Output, Stdio};
use std::time::Duration;

use pbx_sim::{Config, Simulator};
use serde_json::Value;
use tokio::io::{AsyncBufReadExt, BufReader, Lines};
use tokio::process::{Child, ChildStderr, ChildStdout, Command};
use tokio::time::timeout;

/// How long anything may take on a busy computer.
pub(crate) const LIMIT: Duration = Duration::from_secs(60);

pub(crate) async fn pbx() -> Simulator {
    Simulator::start(Config::default(), "127.0.0.1:0").await.unwrap()
}

/// The program, with nothing of the environment that it reads.
pub(crate) fn program(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_csta-tsp"));
    command.args(arguments).kill_on_drop(true);
    for (variable, _) in std::env::vars_os() {
        let name = variable.to_string_lossy();
        if name.starts_with("CSTA_") || name.starts_with("SSL_CERT_") {
            command.env_remove(variable);
        }
    }
    command
}

/// Runs the program to its end.
pub(crate) async fn run(arguments: &[&str]) -> Output {
    timeout(LIMIT, program(arguments).output()).await.unwrap().unwrap()
}

/// Runs it on a PBX.
pub(crate) async fn on(pbx: &Simulator, arguments: &[&str]) -> Output {
    let address = pbx.address().to_string();
    run(&[&["--pbx", &address], arguments].concat()).await
}

pub(crate) fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

pub(crate) fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// What was printed, one object a line.
pub(crate) fn objects(output: &Output) -> Vec<Value> {
    stdout(output).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// A text file in a directory.
pub(crate) fn file(directory: &Path, name: &str, text: &str) -> String {
    let path = directory.join(name);
    std::fs::write(&path, text).unwrap();
    path.display().to_string()
}

/// The program while it runs.
pub(crate) struct Running {
    pub(crate) child: Child,
    pub(crate) out: Lines<BufReader<ChildStdout>>,
    pub(crate) err: Lines<BufReader<ChildStderr>>,
}

impl Running {
    pub(crate) fn start(arguments: &[&str]) -> Self {
        let mut command = program(arguments);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let out = BufReader::new(child.stdout.take().unwrap()).lines();
        let err = BufReader::new(child.stderr.take().unwrap()).lines();
        Self { child, out, err }
    }

    /// Reads standard error up to a line that has this in it.
    pub(crate) async fn says(&mut self, wanted: &str) -> String {
        let mut before = String::new();
        loop {
            let line = timeout(LIMIT, self.err.next_line()).await;
            let line = line.unwrap_or_else(|_| panic!("{wanted:?} was not said:\n{before}"));
            let line = line.unwrap().unwrap_or_else(|| panic!("it ended:\n{before}"));
            if line.contains(wanted) {
                return line;
            }
            before.push_str(&line);
            before.push('\n');
        }
    }

    /// Reads standard output up to a line that is wanted.
    pub(crate) async fn prints(&mut self, wanted: impl Fn(&str) -> bool) -> String {
        let mut before = String::new();
        loop {
            let line = timeout(LIMIT, self.out.next_line()).await;
            let line = line.unwrap_or_else(|_| panic!("it was not printed:\n{before}"));
            let line = line.unwrap().unwrap_or_else(|| panic!("it ended:\n{before}"));
            if wanted(&line) {
                return line;
            }
            before.push_str(&line);
            before.push('\n');
        }
    }

    /// Sends Ctrl-C and waits for the end.
    pub(crate) async fn interrupt(&mut self) {
        let status = self.interrupted().await;
        assert!(status.success(), "{status}");
    }

    /// Sends Ctrl-C and tells how it ends.
    pub(crate) async fn interrupted(&mut self) -> ExitStatus {
        let id = self.child.id().unwrap().to_string();
        let sent = Command::new("kill").args(["-INT", &id]).status().await.unwrap();
        assert!(sent.success());
        timeout(LIMIT, self.child.wait()).await.expect("it ends").unwrap()
    }
}
