//! `watch` and `shell` in a terminal.

use pbx_sim::Simulator;
use pbx_sim::model::UserAct;

use crate::screen::{Terminal, row};
use crate::support::pbx;

/// Starts the program in a terminal on a PBX, and something after the program.
async fn on(name: &str, pbx: &Simulator, command: &str, after: &str) -> Option<Terminal> {
    Terminal::start(name, &format!("--pbx {} {command}", pbx.address()), after).await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_live_table_shows_calls_and_takes_keys() {
    let pbx = pbx().await;
    let Some(terminal) = on("watch", &pbx, "watch", "").await else {
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
    let Some(terminal) = on("shell", &pbx, "shell", "").await else {
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
            let Some(terminal) = on(&name, &pbx, command, "stty -a; cat").await else {
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
