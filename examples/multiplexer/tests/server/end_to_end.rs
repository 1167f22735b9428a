//! Applications, the multiplexer and a switch.

use std::collections::BTreeMap;
use std::time::Duration;

use csta_client::{CallRecordItem, Client, ErrorKind, Monitor, MonitorItem};
use csta_codec::Element;
use csta_codec::services::{Escape, EscapeArgument};
use csta_codec::types::{CdrTransferMode, DeviceId};
use futures::{StreamExt as _, future::join_all};
use kme_private::KmePrivateData;
use multiplexer::{LinkState, Numbers, ProtocolLogs};
use pbx_sim::Simulator;
use pbx_sim::model::UserAct;
use tokio::time::sleep;

use crate::support::{Office, by_tcp, by_tls, connect, number, soon, start_linked, until};

async fn monitor(client: &Client, number: &str) -> Monitor {
    soon("a monitor", client.monitor(DeviceId::dialing_number(number), None)).await.unwrap()
}

/// The next event of a monitor, by its octets behind the cross reference.
async fn event(monitor: &mut Monitor) -> String {
    match soon("an event", monitor.next()).await {
        Some(MonitorItem::Event(event)) => format!("{:?}", event.get().event_specific_info),
        other => panic!("no event: {other:?}"),
    }
}

#[tokio::test]
async fn all_who_monitor_a_device_get_each_event_once_and_in_order() {
    let office = Office::new(3).await;
    let multiplexer = start_linked(office.config_with_tls()).await;
    let mut clients = Vec::new();
    for index in 0..6 {
        let builder = match index % 2 {
            0 => by_tcp(&multiplexer),
            _ => by_tls(&multiplexer, &office).login("admin", "opensesame"),
        };
        clients.push(connect(builder).await.unwrap());
    }
    let mut monitors = Vec::new();
    for client in &clients {
        monitors.push(monitor(client, &number(0)).await);
    }
    assert_eq!(multiplexer.status().monitors.len(), 1, "the switch has one monitor");
    office.switch.user(&number(0), UserAct::Lift).await.unwrap();
    office.switch.user(&number(0), UserAct::Dial(number(1))).await.unwrap();
    office.switch.user(&number(1), UserAct::Answer).await.unwrap();
    office.switch.user(&number(0), UserAct::HangUp).await.unwrap();
    let mut seen: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    for (index, monitor) in monitors.iter_mut().enumerate() {
        for _ in 0..4 {
            seen.entry(index).or_default().push(event(monitor).await);
        }
    }
    for events in seen.values() {
        assert_eq!(events, &seen[&0]);
        assert!(
            events[0].contains("ServiceInitiated") || events[0].contains("erviceInitiated"),
            "{}",
            events[0]
        );
    }
    drop(clients);
}

#[tokio::test]
async fn an_application_that_goes_away_leaves_nothing_behind() {
    let office = Office::new(2).await;
    let multiplexer = start_linked(office.config()).await;
    let client = connect(by_tcp(&multiplexer)).await.unwrap();
    let monitors = [monitor(&client, &number(0)).await, monitor(&client, &number(1)).await];
    assert_eq!(multiplexer.status().monitors.len(), 2);
    client.abort();
    until("the end of its monitors", || {
        let status = multiplexer.status();
        status.monitors.is_empty() && status.applications.is_empty()
    })
    .await;
    drop(monitors);
}

#[tokio::test]
async fn monitors_outlive_a_restart_of_the_switch() {
    let Office { switch, directory } = Office::new(2).await;
    let address = switch.address();
    let office = Office { switch, directory };
    let multiplexer = start_linked(office.config()).await;
    let client = connect(by_tcp(&multiplexer)).await.unwrap();
    let mut monitored = monitor(&client, &number(0)).await;
    let Office { switch, directory } = office;
    switch.drop_link().await.unwrap();
    drop(switch);
    until("the loss of the link", || multiplexer.status().link == LinkState::Down).await;
    let error =
        client.make_call(DeviceId::dialing_number("1001"), DeviceId::dialing_number("1002"));
    let error = soon("the refusal", error).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Refused, "{error}");

    let extensions = (0..2).map(|index| pbx_sim::Extension::new(number(index), "")).collect();
    let config = pbx_sim::Config {
        extensions,
        groups: Vec::new(),
        pickup_groups: Vec::new(),
        ..Default::default()
    };
    let switch = soon("the port", async {
        loop {
            match Simulator::start(config.clone(), address).await {
                Ok(switch) => return switch,
                Err(_) => sleep(Duration::from_millis(20)).await,
            }
        }
    })
    .await;
    until("the link and the monitor", || multiplexer.status().link == LinkState::Up).await;
    switch.user(&number(0), UserAct::Lift).await.unwrap();
    assert!(event(&mut monitored).await.contains("erviceInitiated"));
    drop(directory);
}

#[tokio::test]
async fn call_records_are_kept_until_somebody_collects_them_also_over_a_restart() {
    let office = Office::new(2).await;
    let multiplexer = start_linked(office.config()).await;
    let client = connect(by_tcp(&multiplexer)).await.unwrap();
    let records = soon("the start", client.call_records(CdrTransferMode::TransferAtEndOfCall));
    drop(records.await.unwrap());
    client.release();
    client.closed().await;
    until("nobody who collects", || multiplexer.status().call_records.holder.is_none()).await;

    office.call("0305551234").await;
    until("a record in the spool", || multiplexer.status().call_records.spooled == 1).await;
    soon("the stop", multiplexer.stop()).await;

    let multiplexer = start_linked(office.config()).await;
    assert_eq!(multiplexer.status().call_records.spooled, 1);
    let client = connect(by_tcp(&multiplexer)).await.unwrap();
    let records = client.call_records(CdrTransferMode::TransferAtEndOfCall);
    let mut records = soon("the start", records).await.unwrap();
    match soon("the record", records.next()).await {
        Some(CallRecordItem::Report(report)) => report.confirm(),
        other => panic!("no report: {other:?}"),
    }
    until("the confirmation", || multiplexer.status().call_records.spooled == 0).await;
}

#[tokio::test]
async fn roles_that_nobody_is_to_have_can_be_set() {
    let office = Office::new(1).await;
    let mut config = office.config();
    config.limits.call_record_applications = 0;
    config.limits.hotel_applications = 0;
    let multiplexer = start_linked(config).await;
    let client = connect(by_tcp(&multiplexer)).await.unwrap();
    let records = client.call_records(CdrTransferMode::TransferAtEndOfCall);
    let error = soon("the refusal", records).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Refused, "{error}");
    let hotel = KmePrivateData::HotelControl(Element::null()).to_private();
    let escape = EscapeArgument::new(hotel.get());
    let error = soon("the refusal", client.invoke::<Escape>(&escape)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Refused, "{error}");
    assert!(error.to_string().contains("generic"), "{error}");
}

#[tokio::test]
async fn the_same_invoke_ids_of_many_applications_do_not_mix() {
    let office = Office::new(20).await;
    let multiplexer = start_linked(office.config()).await;
    let mut clients = Vec::new();
    for _ in 0..20 {
        clients.push(connect(by_tcp(&multiplexer)).await.unwrap());
    }
    // All of them count their invoke ids from the same number.
    let asked = clients.iter().enumerate().map(|(index, client)| async move {
        for _ in 0..10 {
            let number = number(index);
            let monitor = client.monitor(DeviceId::dialing_number(&number), None).await.unwrap();
            monitor.stop().await.unwrap();
        }
    });
    soon("all answers", join_all(asked)).await;
    until("the end of all monitors", || multiplexer.status().monitors.is_empty()).await;
}

#[tokio::test]
async fn protocol_logs_have_all_that_was_said_when_it_has_stopped() {
    let office = Office::new(1).await;
    let mut config = office.config();
    config.protocol_logs = Some(ProtocolLogs {
        directory: office.path("logs"),
        numbers: Numbers::Masked,
        size: 1 << 20,
        files: 10,
    });
    let multiplexer = start_linked(config).await;
    let client = connect(by_tcp(&multiplexer)).await.unwrap();
    let _monitor = monitor(&client, &number(0)).await;
    multiplexer.stop().await;
    let files = std::fs::read_dir(office.path("logs")).unwrap().map(|file| file.unwrap());
    let logs: Vec<_> = files.map(|file| std::fs::read_to_string(file.path()).unwrap()).collect();
    assert_eq!(logs.len(), 2, "one for the switch and one for the application");
    for log in logs {
        // MonitorStart, which is operation 71, and its result.
        assert!(log.ends_with('\n'), "{log}");
        assert_eq!(log.matches(" 02 01 47 ").count(), 2, "{log}");
    }
}
