//! `watch` in a real terminal: tmux, where it is installed.

use pbx_sim::model::UserAct;

use crate::branch::{Branch, server};
use crate::screen::{Terminal, row};

#[tokio::test(flavor = "multi_thread")]
async fn the_live_table_shows_each_site_and_takes_keys_for_its_lines() {
    let Some(server) = server().await else { return };
    let mut branches = Vec::new();
    for site in ["berlin", "osaka", "turin"] {
        branches.push(Branch::open(&server, site).await);
    }
    let command = format!("--bus {} watch", server.url());
    let Some(terminal) = Terminal::start("bus", &command, "").await else { return };
    let parts = ["60 lines, 0 calls", "Site", "berlin, osaka, turin", "q quit"];
    terminal.shows("all", |screen| parts.iter().all(|part| screen.contains(part))).await;
    branches[1].pbx.user("105", UserAct::Dial("101".to_owned())).await.unwrap();
    terminal.keys(&["v"]).await;
    terminal.shows("the call", row("osaka", "offering")).await;
    terminal.shows("who calls", row("osaka", "ringback")).await;
    // Whichever was shown first is selected; that of 101 is the first row.
    terminal.keys(&["Home", "a"]).await;
    terminal.shows("the answer", |screen| screen.matches("connected").count() == 2).await;
    branches[2].kill();
    terminal.shows("who is away", |screen| screen.contains("turin is down")).await;
    terminal.keys(&["q"]).await;
    terminal.ends().await;
}
