//! Call records in the spool of a machine that has died.
#![expect(clippy::unwrap_used, reason = "a test may fail that way")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::time::Duration;

use bus::{Bus, CallRecordMessage};
use multiplexer::{Config, Multiplexer};
use tokio::runtime::Handle;

use crate::bystander::{call_records, server, with_bus, with_standby};
use crate::support::{Office, soon, start_linked, until};

/// Waits until the stream has so many records, and gives them.
async fn records(bus: &Bus, count: usize) -> Vec<CallRecordMessage> {
    soon("the records", async {
        loop {
            let records = call_records(bus).await;
            if records.len() >= count {
                return records;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    })
    .await
}

/// Starts a multiplexer as soon as the spool of the one before is free.
async fn restart(config: &Config) -> Multiplexer {
    soon("the spool of the one before", async {
        loop {
            match Multiplexer::start(config.clone(), Handle::current()).await {
                Ok(started) => return started,
                Err(_) => tokio::time::sleep(Duration::from_millis(20)).await,
            }
        }
    })
    .await
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
    }
}

#[tokio::test]
async fn what_lay_on_a_dead_machine_is_published_when_it_returns_and_none_is_doubled() {
    let Some(mut server) = server().await else { return };
    let office = Office::new(1).await;
    let bus = server.connect().await.unwrap();
    // Without a standby at first, so that it keeps the PBX when NATS is away.
    let mut alone = with_bus(&office, &server, "berlin", "one");
    alone.pbx.call_records_after = Duration::ZERO;
    let one = start_linked(alone).await;
    until("call records", || one.status().call_records.is_sending).await;
    office.call("0300001").await;
    assert!(!records(&bus, 1).await[0].late);
    server.kill();
    until("the loss of NATS", || !bus.is_connected()).await;
    for (before, from) in ["0300002", "0300003", "0300004"].into_iter().enumerate() {
        office.call(from).await;
        // One after the other, or several come in one report.
        until("the spool", || one.status().call_records.spooled > before).await;
    }
    drop(one);
    server.restart().await.unwrap();
    // As a copy of the disk that somebody puts back.
    copy(&office.path("spool-one"), &office.path("copy"));

    let mut other = with_standby(&office, &server, "berlin", "other");
    other.pbx.call_records_after = Duration::ZERO;
    let other = start_linked(other).await;
    until("call records", || other.status().call_records.is_sending).await;
    office.call("0300005").await;
    records(&bus, 2).await;

    let with_spool = |name: &str| {
        let mut config = with_standby(&office, &server, "berlin", "one");
        config.spool.directory = Some(office.path(name));
        config
    };
    let returned = restart(&with_spool("spool-one")).await;
    let published = records(&bus, 5).await;
    let late: Vec<&str> =
        published.iter().filter(|own| own.late).map(|own| own.multiplexer.as_str()).collect();
    assert_eq!(late, ["one"; 3]);
    until("an empty spool", || returned.status().call_records.spooled == 0).await;
    assert!(!returned.is_holder(), "it did not need the PBX for it");
    drop(returned);

    let again = restart(&with_spool("copy")).await;
    until("an empty spool", || again.status().call_records.spooled == 0).await;
    let published = records(&bus, 5).await;
    let unique: BTreeSet<String> = published.iter().map(|own| own.csta.to_string()).collect();
    assert_eq!((published.len(), unique.len()), (5, 5));
    other.stop().await;
}
