//! What `docs/bus.md` says can be done as it stands there.
#![expect(clippy::expect_used, reason = "a test may fail that way")]

use bus::{InvokeAnswer, InvokeOutcome};
use multiplexer::Config;

use crate::bystander::{Board, server, with_bus};
use crate::support::{Office, start_linked, until};

const PAGE: &str = include_str!("../../docs/bus.md");

/// What stands in the blocks of a language.
fn blocks(language: &str) -> Vec<&'static str> {
    let begins = format!("```{language}\n");
    let blocks = PAGE.split(begins.as_str()).skip(1);
    blocks.map(|block| block.split("```").next().expect("an end")).collect()
}

#[test]
fn the_settings_in_it_are_settings() {
    let directory = tempfile::tempdir().expect("a directory");
    let blocks = blocks("toml");
    assert!(!blocks.is_empty());
    for block in blocks {
        let file = directory.path().join("csta-mux.toml");
        let text = format!("version = 1\n[pbx]\naddress = \"192.168.0.101\"\n[tcp]\n{block}");
        std::fs::write(&file, text).expect("a file");
        let config = Config::load(&file).map_err(|error| error.to_string());
        let config = config.expect("settings");
        config.check().expect("settings that can be");
        assert!(config.bus.is_some(), "{block}");
    }
}

#[tokio::test]
async fn the_request_in_it_is_carried_out() {
    let Some(server) = server().await else { return };
    let block = blocks("sh").into_iter().find(|block| block.contains("invoke.makeCall"));
    let block = block.expect("a request");
    let (subject, rest) = block
        .split_once("nats request ")
        .and_then(|(_, rest)| rest.split_once(' '))
        .expect("a subject");
    let payload = rest.split('\'').nth(1).expect("a payload");
    let payload = payload.replace("\"101\"", "\"1001\"").replace("\"102\"", "\"1002\"");

    let office = Office::new(2).await;
    let bus = server.connect().await.expect("NATS");
    let multiplexer = start_linked(with_bus(&office, &server, "berlin", "one")).await;
    let board = Board::follow(&bus).await;
    until("monitors", || board.is_monitored("berlin", "1002")).await;
    let answer = bus.client().request(subject.to_owned(), payload.into()).await.expect("an answer");
    let answer: InvokeAnswer = serde_json::from_slice(&answer.payload).expect("JSON");
    assert!(matches!(answer.outcome, InvokeOutcome::Result { .. }), "{answer:?}");
    until("ringing", || board.states("berlin", "1002") == ["offering"]).await;
    multiplexer.stop().await;
}
