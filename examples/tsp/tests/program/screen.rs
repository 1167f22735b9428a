//! The program in a real terminal: tmux, where it is installed.

use std::process::Stdio;
use std::time::Duration;

use tokio::process::Command;
use tokio::time::{Instant, sleep};

use crate::support::LIMIT;

/// How often the screen is looked at.
const LOOK: Duration = Duration::from_millis(50);

/// A terminal of 80 columns and 24 rows.
pub(crate) struct Terminal {
    name: String,
    state: tempfile::TempDir,
}

impl Terminal {
    /// Starts the program in it, and something after the program; nothing if there is no tmux.
    pub(crate) async fn start(name: &str, command: &str, after: &str) -> Option<Self> {
        let version = Command::new("tmux").arg("-V").stdout(Stdio::null()).status().await;
        if !version.is_ok_and(|status| status.success()) {
            eprintln!("skipped: tmux is not installed");
            return None;
        }
        let state = tempfile::tempdir().unwrap();
        let name = format!("csta-tsp-{name}-{}", std::process::id());
        let program = format!(
            "env -u CSTA_CONFIG XDG_STATE_HOME={} {} {command}",
            state.path().display(),
            env!("CARGO_BIN_EXE_csta-tsp"),
        );
        let pid = state.path().join("pid");
        let shell = format!("sh -c 'echo $$ > {}; exec {program}'; {after}", pid.display());
        let terminal = Self { name, state };
        terminal.tmux(&["new-session", "-d", "-x", "80", "-y", "24", &shell]).await;
        Some(terminal)
    }

    /// Sends the program a signal.
    pub(crate) async fn signal(&self, signal: &str) {
        let pid = std::fs::read_to_string(self.state.path().join("pid")).unwrap();
        let sent = Command::new("kill").args(["-s", signal, pid.trim()]).status().await;
        assert!(sent.unwrap().success());
    }

    pub(crate) async fn tmux(&self, arguments: &[&str]) -> String {
        let mut command = Command::new("tmux");
        command.args(["-f", "/dev/null", "-L", &self.name]).args(arguments);
        let output = command.env("TERM", "xterm-256color").output().await.unwrap();
        String::from_utf8(output.stdout).unwrap()
    }

    pub(crate) async fn keys(&self, keys: &[&str]) {
        self.tmux(&[&["send-keys"], keys].concat()).await;
    }

    /// Looks until the screen is as it should be.
    pub(crate) async fn shows(&self, what: &str, is_right: impl Fn(&str) -> bool) -> String {
        let until = Instant::now() + LIMIT;
        loop {
            let screen = self.tmux(&["capture-pane", "-p"]).await;
            if is_right(&screen) {
                return screen;
            }
            assert!(Instant::now() < until, "{what} is not shown:\n{screen}");
            sleep(LOOK).await;
        }
    }

    /// Waits until the program has ended, with which its terminal does.
    pub(crate) async fn ends(&self) {
        let until = Instant::now() + LIMIT;
        while !self.tmux(&["list-sessions"]).await.is_empty() {
            assert!(Instant::now() < until, "it goes on");
            sleep(LOOK).await;
        }
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let mut command = std::process::Command::new("tmux");
        let _ = command.args(["-L", &self.name, "kill-server"]).stderr(Stdio::null()).status();
    }
}

/// Whether a row of the screen begins with a number and has a text in it.
pub(crate) fn row<'t>(number: &'t str, text: &'t str) -> impl Fn(&str) -> bool + 't {
    move |screen| screen.lines().any(|row| row.starts_with(number) && row.contains(text))
}
