//! The program, as a person runs it, against a simulated PBX in this process.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail that way")]

use std::process::{Output, Stdio};

use pbx_sim::model::UserAct;
use pbx_sim::{Config, Simulator};
use serde_json::Value;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::Command;

async fn pbx() -> Simulator {
    Simulator::start(Config::default(), "127.0.0.1:0").await.unwrap()
}

async fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_csta-tsp"))
        .args(arguments)
        .env_remove("CSTA_PBX")
        .kill_on_drop(true)
        .output()
        .await
        .unwrap()
}

async fn on(pbx: &Simulator, arguments: &[&str]) -> Output {
    let address = pbx.address().to_string();
    run(&[arguments, &["--pbx", &address]].concat()).await
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// The states that a command reports, in their order.
fn states(output: &Output) -> Vec<String> {
    stdout(output)
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap())
        .map(|call| call["state"].as_str().unwrap().to_owned())
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_demo_shows_each_state_of_the_call() {
    let output = run(&["demo"]).await;
    assert!(output.status.success(), "{}", stderr(&output));
    let shown = stdout(&output);
    for state in ["dialtone", "ringback", "offering", "connected", "onhold", "idle"] {
        assert!(shown.contains(state), "{state} is missing in {shown}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn lines_and_trunks_are_listed() {
    let pbx = pbx().await;
    let extensions = on(&pbx, &["lines"]).await;
    let numbers: Vec<String> = stdout(&extensions)
        .lines()
        .map(|line| line.split_whitespace().next().unwrap().to_owned())
        .collect();
    // The cordless telephones of 110 and 120 have the numbers of those on the desks.
    let mut expected: Vec<_> = (101..=120).chain([110, 120]).collect();
    expected.sort_unstable();
    assert_eq!(numbers, expected.iter().map(ToString::to_string).collect::<Vec<_>>());
    let trunks = on(&pbx, &["lines", "--trunks", "--json"]).await;
    let trunk: Value = serde_json::from_str(stdout(&trunks).lines().next().unwrap()).unwrap();
    assert_eq!(trunk["device"], "0x01310001");
    assert_eq!(trunk["inService"], true);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_call_is_carried_through_by_one_command_after_another() {
    let pbx = pbx().await;
    let dial = on(&pbx, &["dial", "101", "102", "--json"]).await;
    assert_eq!(states(&dial), ["dialtone", "dialing", "proceeding", "ringback"]);
    for (command, states_expected) in [
        ("answer", vec!["connected"]),
        ("hold", vec!["onhold"]),
        ("retrieve", vec!["connected"]),
        ("hangup", vec!["idle"]),
    ] {
        let output = on(&pbx, &[command, "102", "--json"]).await;
        assert!(output.status.success(), "{command}: {}", stderr(&output));
        assert_eq!(states(&output), states_expected, "{command}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_done_is_told_with_its_reason() {
    let pbx = pbx().await;
    for (arguments, expected) in [
        (vec!["answer", "101"], "line 101 cannot answer: no call is offering or accepted"),
        (vec!["hold", "101"], "line 101 cannot hold: no call is connected, it has no call"),
        (vec!["retrieve", "101"], "line 101 cannot retrieve"),
        (vec!["hangup", "101"], "line 101 cannot hang up: no call is there"),
        (
            vec!["answer", "777"],
            "line 777 is not monitored: refused: invalid device ID: operation invalidDeviceID (12)",
        ),
    ] {
        let output = on(&pbx, &arguments).await;
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        assert!(stderr(&output).contains(expected), "{}", stderr(&output));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_application_learns_that_the_pbx_is_taken() {
    let pbx = pbx().await;
    let builder = csta_client::Client::builder().address(pbx.address().to_string());
    let first = builder.connect().await.unwrap();
    let output = on(&pbx, &["lines"]).await;
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("rejected-permanent"), "{}", stderr(&output));
    drop(first);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pbx_that_is_not_there_is_told_apart() {
    let output = run(&["lines", "--pbx", "127.0.0.1:1"]).await;
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("no connection to 127.0.0.1:1"), "{}", stderr(&output));
    let output = run(&["lines"]).await;
    assert_eq!(output.status.code(), Some(2), "the PBX has to be named");
}

#[tokio::test(flavor = "multi_thread")]
async fn all_lines_are_watched_those_of_twins_too() {
    let pbx = pbx().await;
    let mut watching = Command::new(env!("CARGO_BIN_EXE_csta-tsp"))
        .args(["monitor", "--pbx", &pbx.address().to_string()])
        .env_remove("CSTA_PBX")
        .kill_on_drop(true)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut shown = BufReader::new(watching.stdout.take().unwrap()).lines();
    // The cordless telephones of 110 and 120 are addresses of their lines.
    let first = shown.next_line().await.unwrap().expect("it goes on watching");
    assert_eq!(first, "20 lines are watched; Ctrl-C ends it.");
    pbx.user("101", UserAct::Dial("120".to_owned())).await.unwrap();
    loop {
        let line = shown.next_line().await.unwrap().expect("it goes on watching");
        if line.contains("120 ") && line.contains("offering") {
            return;
        }
    }
}
