//! Where a call record finds no room, none is lost.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail that way"
)]

mod support;

use csta_client::{CallRecordItem, CallRecordReport, CallRecords, Client};
use csta_codec::types::CdrTransferMode;
use futures::StreamExt as _;
use support::{Office, by_tcp, connect, soon, start_linked, until};

/// Begins to collect the records.
async fn collect(client: &Client) -> CallRecords {
    let records = client.call_records(CdrTransferMode::TransferAtEndOfCall);
    soon("the start", records).await.unwrap()
}

async fn report(records: &mut CallRecords) -> CallRecordReport {
    match soon("a report", records.next()).await {
        Some(CallRecordItem::Report(report)) => report,
        other => panic!("no report: {other:?}"),
    }
}

#[cfg(target_os = "linux")]
mod disk {
    use std::process::Command;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use csta_codec::rose::{Code, Rose};
    use csta_codec::services::CdrReport;
    use csta_codec::{Apdu, Ber as _, Operation as _};
    use pbx_sim::server::Direction;
    use serde_json::Value;

    use super::*;
    use crate::support::program::{Running, csta_mux, run};

    /// How many reports the multiplexer has confirmed, of the association that is made next.
    fn confirmed(office: &Office) -> Arc<AtomicUsize> {
        let count = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&count);
        let is_seen = office.switch.tap(move |direction, apdu| {
            if let (Direction::ToSwitch, Ok(Apdu::Rose(Rose::ReturnResult(answer)))) =
                (direction, Apdu::decode(apdu))
                && answer.result.is_some_and(|own| own.operation == Code::Local(CdrReport::CODE))
            {
                counted.fetch_add(1, Ordering::Relaxed);
            }
        });
        assert!(is_seen);
        count
    }

    /// From now on the program can write so much to a file, as if the disk were full beyond.
    fn allow(running: &Running, octets: &str) {
        let pid = running.child.id().to_string();
        let mut command = Command::new("prlimit");
        command.args(["--pid", &pid, &format!("--fsize={octets}:unlimited")]);
        assert!(command.status().unwrap().success());
    }

    /// What the status page shows.
    fn shown(web: &str) -> Value {
        serde_json::from_slice(&run(&["status", "--web", web, "--json"]).stdout).unwrap()
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn a_full_disk_confirms_nothing_is_told_and_may_have_room_again() {
        let office = Office::new(2).await;
        let confirmed = confirmed(&office);
        let pbx = office.switch.address().to_string();
        let spool = office.path("spool");
        let program = csta_mux();
        let mut command = Command::new("sh");
        // What does not fit is an error as on a full disk, not the end.
        command.args(["-c", "trap '' XFSZ; exec \"$0\" \"$@\""]).arg(program.get_program());
        command.args(["--pbx", &pbx, "--listen", "127.0.0.1:0", "--web", "127.0.0.1:0", "--spool"]);
        let mut running = Running::of(command.arg(spool));
        let line = running.line(" serves ");
        let after =
            |name: &str| line.split(name).nth(1).unwrap().split_whitespace().next().unwrap();
        let (tcp, web) = (after("tcp="), after("web="));
        running.line("has told of");

        let client = connect(Client::builder().address(tcp)).await.unwrap();
        let mut records = collect(&client).await;
        allow(&running, "0");
        office.call("0305551234").await;
        running.line("could not be written to the spool");
        let state = shown(web);
        assert_eq!(state["call_records"]["unspooled"], 1, "{state}");
        let recent = state["recent"].as_array().unwrap().last().unwrap();
        assert!(recent["text"].as_str().unwrap().contains("could not be written"), "{recent}");
        assert_eq!(confirmed.load(Ordering::Relaxed), 0);

        allow(&running, "unlimited");
        report(&mut records).await.confirm();
        until("the end of it", || {
            let state = &shown(web)["call_records"];
            (&state["spooled"], &state["unspooled"]) == (&Value::from(0), &Value::from(0))
        })
        .await;
        assert_eq!(confirmed.load(Ordering::Relaxed), 1);
    }
}

#[tokio::test]
async fn what_a_full_spool_does_not_take_stays_in_the_switch_until_it_is_emptied() {
    let again = std::time::Duration::from_secs(1);
    let office = Office::with(1, |switch| switch.records.repeat_after = again).await;
    let mut config = office.config();
    config.spool.size = 64 << 10;
    let multiplexer = start_linked(config).await;
    let client = connect(by_tcp(&multiplexer)).await.unwrap();
    drop(collect(&client).await);
    client.release();
    client.closed().await;
    until("nobody who collects", || multiplexer.status().call_records.holder.is_none()).await;

    let is_full = || multiplexer.recent().texts().any(|text| text.contains("records is full"));
    let mut calls = 0;
    while !is_full() {
        office.call(&format!("0305550{calls:04}")).await;
        calls += 1;
        until("its record", || {
            let status = multiplexer.status().call_records;
            is_full() || status.spooled + status.unspooled == calls
        })
        .await;
        assert!(calls < 2000, "{:?}", multiplexer.status().call_records);
    }
    let status = multiplexer.status().call_records;
    assert!(status.spooled_octets > 60 << 10 && status.spooled_octets <= 64 << 10, "{status:?}");

    let client = connect(by_tcp(&multiplexer)).await.unwrap();
    let mut records = collect(&client).await;
    let mut collected = 0;
    while collected < calls {
        let report = report(&mut records).await;
        collected += report.argument().get().cdr_info.iter().count();
        report.confirm();
    }
    assert_eq!(collected, calls);
    until("the end of it", || {
        let status = multiplexer.status().call_records;
        (status.spooled, status.unspooled) == (0, 0)
    })
    .await;
}
