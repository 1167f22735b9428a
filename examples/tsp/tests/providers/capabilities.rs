//! What lines and calls can do, and what of it at present.

use pbx_sim::Config;
use pbx_sim::model::UserAct;
use tsp::{AddressId, CallState, LineChange, Notification, Operation, StatusMessage};

use crate::office::{LIMIT, Office, settings};

#[tokio::test(start_paused = true)]
async fn what_can_be_done_depends_on_the_calls_that_are_there() {
    let mut office = Office::new(Config::default(), settings()).await;
    let line = office.provider.line("101").unwrap();
    assert_eq!(line.address_status(AddressId::Main).unwrap().operations, [], "it is not open");
    line.open().await.unwrap();
    line.ready(LIMIT).await.unwrap();
    let free = line.address_status(AddressId::Main).unwrap();
    assert!(free.operations.contains(&Operation::Dial));
    let call = line.dial("102").await.unwrap().call.unwrap();
    office.pbx.user("102", UserAct::Answer).await.unwrap();
    office
        .until(|told| match told {
            Notification::Call(own) => (own.call.state == CallState::Connected).then_some(()),
            _ => None,
        })
        .await;
    let busy = line.address_status(AddressId::Main).unwrap();
    assert_eq!((busy.active_calls, busy.held_calls), (1, 0));
    assert!(!busy.operations.contains(&Operation::Dial));
    let status = line.call_status(call).unwrap();
    let is_possible = |operation| status.operations.contains(&operation);
    assert!(is_possible(Operation::Hold) && is_possible(Operation::SetUpTransfer));
    assert!(!is_possible(Operation::CompleteTransfer) && !is_possible(Operation::Answer));
    assert_eq!(status.features.0 & 0x800, 0x800, "LINECALLFEATURE_HOLD");
    let consultation = line.set_up_transfer(None, Some("103")).await.unwrap().unwrap();
    office
        .until(|told| match told {
            Notification::Call(own) => (own.call.state == CallState::Ringback).then_some(()),
            _ => None,
        })
        .await;
    for id in [call, consultation] {
        let status = line.call_status(id).unwrap();
        assert!(status.operations.contains(&Operation::CompleteTransfer), "{status:?}");
        assert!(!status.operations.contains(&Operation::CreateConference), "{status:?}");
    }
    let status = line.status().unwrap();
    assert_eq!((status.active_calls, status.held_calls, status.pending_calls), (1, 1, 1));
}

#[tokio::test(start_paused = true)]
async fn an_address_without_a_telephone_can_do_nothing() {
    let office = Office::new(Config::default(), settings()).await;
    let line = office.provider.line("101").unwrap();
    let mobile = line.address_capabilities(AddressId::Mobile).unwrap();
    assert_eq!((mobile.label, mobile.operations.len()), ("Mobile", 0));
    assert_eq!(mobile.call_features, (0, 0));
    let main = line.address_capabilities(AddressId::Main).unwrap();
    assert_eq!(main.operations, Operation::ALL);
    let device = line.device_capabilities().unwrap();
    assert_eq!((device.name.as_str(), device.addresses.len()), ("101", 1));
    assert!(line.has_media_modes(0x4) && !line.has_media_modes(0x14));
    assert_eq!(line.address_of("101"), Some(AddressId::Main));
    assert_eq!(line.address_of("102"), None);
}

#[tokio::test(start_paused = true)]
async fn only_those_messages_about_lines_come_that_are_wanted() {
    let office = Office::new(Config::default(), settings()).await;
    let mut told = office.registry.notifications().only([StatusMessage::Close]);
    let line = office.provider.line("101").unwrap();
    line.open().await.unwrap();
    line.ready(LIMIT).await.unwrap();
    line.close().await.unwrap();
    let first = told.until("a line", LIMIT, |told| match told {
        Notification::Line(own) => Some(own.change),
        _ => None,
    });
    let first = first.await.unwrap();
    let is_closed = matches!(first, LineChange::Closed | LineChange::State { .. });
    assert!(is_closed && first.status_message() == StatusMessage::Close, "{first:?}");
}

#[tokio::test(start_paused = true)]
async fn what_is_told_reads_as_json() {
    let mut office = Office::new(Config::default(), settings()).await;
    let line = office.provider.line("101").unwrap();
    line.open().await.unwrap();
    line.ready(LIMIT).await.unwrap();
    line.dial("102").await.unwrap();
    let mut seen = Vec::new();
    office
        .until(|told| {
            let json = serde_json::to_value(&told).unwrap();
            assert!(json["type"].is_string(), "{json}");
            let is_ringing = json["call"]["state"] == "ringback";
            seen.push(json);
            is_ringing.then_some(())
        })
        .await;
    let last = seen.last().unwrap();
    assert_eq!(last["call"]["called"]["identity"], "102");
    assert_eq!(last["event"], "delivered");
    assert!(serde_json::to_string(&line.info().unwrap()).unwrap().contains("\"monitored\""));
    assert!(serde_json::to_string(&office.provider.status()).unwrap().contains("\"link\":\"up\""));
}
