//! `watch` and `shell` in a real terminal: tmux, where it is installed.

use std::process::Stdio;
use std::time::Duration;

use pbx_sim::Simulator;
use pbx_sim::model::UserAct;
use tokio::process::Command;
use tokio::time::{Instant, sleep};

use crate::support::{LIMIT, pbx};

/// How often the screen is looked at.
const LOOK: Duration = Duration::from_millis(50);

/// A terminal of 80 columns and 24 rows.
struct Terminal {
    name: String,
    state: tempfile::TempDir,
}

impl Terminal {
    /// Starts the program in it, and something after the program; nothing if there is no tmux.
    async fn start(name: &str, pbx: &Simulator, command: &str, after: &str) -> Option<Self> {
        let version = Command::new("tmux").arg("-V").stdout(Stdio::null()).status().await;
        if !version.is_ok_and(|status| status.success()) {
            eprintln!("skipped: tmux is not installed");
            return None;
        }
        let state = tempfile::tempdir().unwrap();
        let name = format!("csta-tsp-{name}-{}", std::process::id());
        let program = format!(
            "env -u CSTA_CONFIG XDG_STATE_HOME={} {} --pbx {} {command}",
            state.path().display(),
            env!("CARGO_BIN_EXE_csta-tsp"),
            pbx.address()
        );
        let pid = state.path().join("pid");
        let shell = format!("sh -c 'echo $$ > {}; exec {program}'; {after}", pid.display());
        let terminal = Self { name, state };
        terminal.tmux(&["new-session", "-d", "-x", "80", "-y", "24", &shell]).await;
        Some(terminal)
    }

    /// Sends the program a signal.
    async fn signal(&self, signal: &str) {
        let pid = std::fs::read_to_string(self.state.path().join("pid")).unwrap();
        let sent = Command::new("kill").args(["-s", signal, pid.trim()]).status().await;
        assert!(sent.unwrap().success());
    }

    async fn tmux(&self, arguments: &[&str]) -> String {
        let mut command = Command::new("tmux");
        command.args(["-f", "/dev/null", "-L", &self.name]).args(arguments);
        let output = command.env("TERM", "xterm-256color").output().await.unwrap();
        String::from_utf8(output.stdout).unwrap()
    }

    async fn keys(&self, keys: &[&str]) {
        self.tmux(&[&["send-keys"], keys].concat()).await;
    }

    /// Looks until the screen is as it should be.
    async fn shows(&self, what: &str, is_right: impl Fn(&str) -> bool) -> String {
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
    async fn ends(&self) {
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
fn row<'t>(number: &'t str, text: &'t str) -> impl Fn(&str) -> bool + 't {
    move |screen| screen.lines().any(|row| row.starts_with(number) && row.contains(text))
}

#[tokio::test(flavor = "multi_thread")]
async fn the_live_table_shows_calls_and_takes_keys() {
    let pbx = pbx().await;
    let Some(terminal) = Terminal::start("watch", &pbx, "watch", "").await else {
        return;
    };
    let parts = ["20 lines, 0 calls", "Other party", "119", "q quit"];
    terminal.shows("all", |screen| parts.iter().all(|part| screen.contains(part))).await;
    pbx.user("105", UserAct::Dial("101".to_owned())).await.unwrap();
    terminal.shows("a call", row("101", "offering")).await;
    terminal.keys(&["a"]).await;
    terminal.shows("the answer", row("101", "connected")).await;
    terminal.keys(&["h"]).await;
    terminal.shows("the hold", row("101", "onhold")).await;
    terminal.keys(&["h"]).await;
    terminal.shows("the call", row("101", "connected")).await;
    terminal.keys(&["t"]).await;
    terminal.shows("the entry", |screen| screen.contains("Transfer to:")).await;
    terminal.keys(&["1", "0", "3", "Enter"]).await;
    terminal.shows("the transfer", row("103", "offering")).await;
    terminal.keys(&["a"]).await;
    terminal.shows("a refusal", |screen| screen.contains("line 101 cannot answer")).await;
    terminal.keys(&["q"]).await;
    terminal.ends().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_shell_completes_and_carries_out_and_shows_what_happens() {
    let pbx = pbx().await;
    let Some(terminal) = Terminal::start("shell", &pbx, "shell", "").await else {
        return;
    };
    terminal.shows("the prompt", |screen| screen.contains("csta-tsp>")).await;
    terminal.keys(&["red", "Tab", "1", "01", " 102", "C-c"]).await;
    terminal.keys(&["dial-", "Tab"]).await;
    terminal.shows("the completion", |screen| screen.contains("csta-tsp> dial-digits")).await;
    terminal.keys(&["C-u", "dial 101 102", "Enter"]).await;
    terminal.shows("the call", |screen| screen.contains("ringback")).await;
    terminal.keys(&["answer 102", "Enter"]).await;
    terminal.shows("the answer", |screen| screen.contains("(established")).await;
    terminal.keys(&["answer 102", "Enter"]).await;
    terminal.shows("a refusal", |screen| screen.contains("line 102 cannot answer")).await;
    terminal.keys(&["hangup 101", "Enter"]).await;
    terminal.shows("the end", |screen| screen.contains("idle")).await;
    terminal.keys(&["status", "Enter"]).await;
    terminal.shows("the status", |screen| screen.contains("20 of 20 lines are monitored")).await;
    terminal.keys(&["C-c"]).await;
    terminal.ends().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_terminal_is_given_back_when_the_program_is_told_to_end() {
    for (command, ready) in [("watch", "q quit"), ("shell", "csta-tsp>")] {
        for signal in ["TERM", "HUP"] {
            let pbx = pbx().await;
            let name = format!("{command}-{signal}");
            let Some(terminal) = Terminal::start(&name, &pbx, command, "stty -a; cat").await else {
                return;
            };
            terminal.shows("the program", |screen| screen.contains(ready)).await;
            terminal.keys(&["x"]).await;
            terminal.signal(signal).await;
            let screen = terminal.shows("its end", |screen| screen.contains("icanon")).await;
            for wrong in ["-icanon", "-echo ", "-isig", "-icrnl", "-opost"] {
                assert!(!screen.contains(wrong), "{name}: {wrong} in\n{screen}");
            }
        }
    }
}
