//! Call records: written, then confirmed.

use std::fs;

use pbx_sim::model::{Caller, NetworkAct, UserAct};
use pbx_sim::{Config, Simulator};

use crate::support::{Running, pbx};

/// A call from outside to a line.
async fn outside_call(pbx: &Simulator, to: &str) {
    let from = Caller::Number("0301234567".to_owned());
    pbx.network(NetworkAct::Calls { line: None, from, to: to.to_owned() }).await.unwrap();
    pbx.user(to, UserAct::Answer).await.unwrap();
    pbx.user(to, UserAct::HangUp).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn records_are_written_once_and_the_pbx_may_forget_them() {
    let pbx = pbx().await;
    let address = pbx.address().to_string();
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("calls.csv");
    let file = path.display().to_string();
    outside_call(&pbx, "101").await;
    let arguments = ["--pbx", &address, "cdr", "--file", &file, "--delay", "0", "--count", "1"];
    let mut first = Running::start(&arguments);
    first.says("1 call records written.").await;
    first.child.wait().await.unwrap();
    outside_call(&pbx, "102").await;
    outside_call(&pbx, "103").await;
    let mut second = Running::start(&["--pbx", &address, "cdr", "--file", &file, "--delay", "0"]);
    for line in ["102", "103"] {
        second.prints(|text| text.contains(&format!("0301234567 > {line}"))).await;
    }
    second.interrupt().await;
    let text = fs::read_to_string(&path).unwrap();
    let called: Vec<&str> =
        text.lines().skip(1).map(|line| line.split(',').nth(4).unwrap()).collect();
    assert_eq!(called, ["101", "102", "103"], "{text}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refusal_is_told_at_once_and_that_it_is_tried_again() {
    let refused_services = vec!["startCDRTransmission".to_owned()];
    let config = Config { refused_services, ..Config::default() };
    let pbx = Simulator::start(config, "127.0.0.1:0").await.unwrap();
    let address = pbx.address().to_string();
    let directory = tempfile::tempdir().unwrap();
    let file = directory.path().join("calls.csv").display().to_string();
    let arguments = ["--pbx", &address, "cdr", "--file", &file, "--delay", "0"];
    let mut refused = Running::start(&arguments);
    refused.says("the link is up").await;
    let told = refused.says("no call records").await;
    assert!(told.contains("WARN") && told.contains("it is tried again"), "{told}");
    assert!(told.contains("the switch refused startCDRTransmission"), "{told}");
    refused.interrupt().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_asked_of_the_pbx_if_records_cannot_be_written() {
    let pbx = pbx().await;
    let address = pbx.address().to_string();
    let mut running =
        Running::start(&["--pbx", &address, "cdr", "--file", "/no/such/directory/calls.csv"]);
    running.says("/no/such/directory/calls.csv cannot be opened: ").await;
    assert_eq!(running.child.wait().await.unwrap().code(), Some(1));
}
