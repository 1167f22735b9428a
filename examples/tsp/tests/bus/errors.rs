//! What is not there, and what is not allowed.

use bus::TestServer;

use crate::branch::{Branch, does, server};
use crate::support::{file, run, stderr};

/// Runs a command that has to fail; what it says.
async fn fails(server: &TestServer, arguments: &[&str]) -> String {
    let output = run(&[&["--bus", &server.url()], arguments].concat()).await;
    assert_eq!(output.status.code(), Some(1), "{arguments:?}");
    stderr(&output)
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_not_there_is_told() {
    let output = run(&["--bus", "nats://127.0.0.1:1", "lines"]).await;
    let said = stderr(&output);
    assert!(said.contains("NATS at nats://127.0.0.1:1: no connection"), "{said}");
    assert_eq!(output.status.code(), Some(1));
    let output = run(&["--bus", "nats://127.0.0.1:1", "--pbx", "a", "lines"]).await;
    assert_eq!(output.status.code(), Some(2), "one of both");

    let Some(server) = server().await else { return };
    let mut berlin = Branch::open(&server, "berlin").await;
    let said = fails(&server, &["--site", "berlim", "lines"]).await;
    assert!(said.contains("there is no site berlim on the bus"), "{said}");
    assert!(said.contains("did you mean berlin?"), "{said}");
    let said = fails(&server, &["--site", "no.site", "lines"]).await;
    assert!(said.contains("is no name for a site"), "{said}");
    let said = fails(&server, &["dial", "hamburg/101", "102"]).await;
    assert!(said.contains("there is no line hamburg/101"), "{said}");
    let said = fails(&server, &["dial", "999", "102"]).await;
    assert!(said.contains("invalid device ID"), "{said}");
    let said = fails(&server, &["cdr", "--file", "/nowhere/calls.csv"]).await;
    assert!(said.contains("csta-call-records"), "{said}");
    // Who is away has its lines all the same. Its PBX stays: the multiplexer could say otherwise, while
    // it ends, that it has no link to it.
    berlin.kill();
    let said = fails(&server, &["dial", "101", "102"]).await;
    assert!(said.contains("no multiplexer of berlin answers"), "{said}");
    assert!(said.contains("line 101") && said.contains("waiting for the link"), "{said}");
    let lines = does(&server, &["lines"]).await;
    assert_eq!(lines.len(), 20);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_rules_of_a_user_hold_over_the_bus() {
    let Some(server) = server().await else { return };
    let _berlin = Branch::open_with(&server, "berlin", |config, directory| {
        let users = directory.path().join("users.toml");
        multiplexer::add_user(&users, "reception", "opensesame", false).unwrap();
        let text = std::fs::read_to_string(&users).unwrap();
        std::fs::write(&users, format!("{text}control = [\"101\"]\n")).unwrap();
        config.users.file = Some(users);
    })
    .await;
    let directory = tempfile::tempdir().unwrap();
    let text = "version = 1\n[bus]\nurl = \"nats://127.0.0.1:1\"\nuser = \"reception\"\n";
    let config = file(directory.path(), "csta-tsp.toml", text);
    does(&server, &["--config", &config, "dial", "101", "102"]).await;
    let said = fails(&server, &["--config", &config, "dial", "103", "104"]).await;
    assert!(said.contains("privilege violation specified device"), "{said}");
    let text = text.replace("reception", "nobody");
    let config = file(directory.path(), "csta-tsp.toml", &text);
    let said = fails(&server, &["--config", &config, "dial", "103", "104"]).await;
    assert!(said.contains("privilege violation specified device"), "{said}");
}
