//! A site as a CSTA link, with a real nats-server and what a multiplexer would say there.
#![expect(clippy::expect_used, clippy::panic, reason = "it is a test")]

use std::time::Duration;

use bus::{
    Bus, EventMessage, InvokeAnswer, InvokeOutcome, LineState, SCHEMA, Site, SiteLink, SiteState,
    Sites, TestServer, bucket, subject,
};
use csta_client::{Client, Incoming, MonitorItem, Session, SessionItem};
use csta_codec::Operation as _;
use csta_codec::services::SwFunctionDevicesChanged;
use csta_codec::types::{DeviceId, SystemStatus};
use futures::StreamExt;
use jiff::Timestamp;
use kme_private::DeviceCategory;
use serde_json::json;
use tokio::time::timeout;

const PATIENCE: Duration = Duration::from_secs(60);

fn site() -> Site {
    "berlin".parse().expect("a name")
}

/// Says that a multiplexer has the PBX now.
async fn take(bus: &Bus) {
    let (site, time) = (site(), Timestamp::now());
    let state = SiteState {
        version: SCHEMA,
        site: site.clone(),
        holder: "one".to_owned(),
        since: Some(time),
        time,
        linked: true,
        reason: None,
        reserved: 1024,
        missed: 0,
        call_records_waiting: 0,
    };
    let value = serde_json::to_vec(&state).expect("JSON");
    let store = bucket::lines(bus).await.expect("a bucket");
    store.put(subject::site_key(&site), value.into()).await.expect("the site");
}

/// Writes a line of the site into the bucket.
async fn plug_in(bus: &Bus, number: &str) {
    let (version, site, time) = (SCHEMA, site(), Timestamp::now());
    let store = bucket::lines(bus).await.expect("a bucket");
    let line = LineState {
        version,
        site: site.clone(),
        device: number.to_owned(),
        number: number.to_owned(),
        device_number: None,
        in_service: true,
        name: None,
        sequence: 0,
        time,
        monitored: true,
        reason: None,
        calls: Vec::new(),
    };
    let value = serde_json::to_vec(&line).expect("JSON");
    store.put(subject::line_key(&site, number), value.into()).await.expect("the line");
}

/// Writes the site and its line 101 into the bucket, and answers all requests.
async fn appear(bus: &Bus) {
    take(bus).await;
    plug_in(bus, "101").await;
    let (version, site) = (SCHEMA, site());
    let subject = subject::invoke(&site, "requestSysStat", None);
    let mut requests = bus.client().subscribe(subject).await.expect("a subscription");
    let client = bus.client().clone();
    tokio::spawn(async move {
        while let Some(request) = requests.next().await {
            let outcome = InvokeOutcome::Result { value: json!(null), segments: Vec::new() };
            let operation = "requestSysStat".to_owned();
            let answer = InvokeAnswer { version, site: site.clone(), operation, outcome };
            let answer = serde_json::to_vec(&answer).expect("JSON");
            let reply = request.reply.expect("somebody who waits");
            client.publish(reply, answer.into()).await.expect("NATS");
        }
    });
}

/// A server, a connection to it, and the sites there, of which one is known with its line; or nothing
/// where nats-server is not installed: the test is skipped then.
async fn known_site() -> Option<(TestServer, Bus, Sites)> {
    let server = TestServer::start().await.expect("nats-server")?;
    let bus = server.connect().await.expect("a bus");
    appear(&bus).await;
    let sites = Sites::follow(&bus);
    let mut known = sites.watch();
    let is_known = known.wait_for(|known| known.lines.contains_key(&site()));
    timeout(PATIENCE, is_known).await.expect("in time").expect("alive");
    Some((server, bus, sites))
}

/// Publishes an event of line 101.
async fn happen(bus: &Bus, sequence: u64, previous: Option<u64>) {
    let device = json!({"restricted": null});
    // Which one it is, is told by a member that has nothing else to say.
    let csta = json!({"logicalDeviceFeatureEvents": {"forwarding": {
        "device": device, "forwardStatus": false, "forwardDefault": "forwardingTypeAndForwardDN",
        "ringCount": sequence,
    }}});
    let event = EventMessage {
        version: SCHEMA,
        site: site(),
        sequence,
        previous,
        time: Timestamp::now(),
        device: "101".to_owned(),
        name: None,
        event: "forwarding".to_owned(),
        csta,
        numbers: Default::default(),
        names: Default::default(),
        call: None,
    };
    let payload = serde_json::to_vec(&event).expect("JSON");
    let subject = subject::event(&site(), "101", "forwarding");
    bus.client().publish(subject, payload.into()).await.expect("NATS");
}

/// The number of the event that was reported.
fn number(item: &MonitorItem) -> i64 {
    let MonitorItem::Event(event) = item else { panic!("{item:?}") };
    let event = serde_json::to_value(event.get().event_specific_info).expect("JSON");
    let forwarding = event.pointer("/logicalDeviceFeatureEvents/forwarding/ringCount");
    forwarding.and_then(serde_json::Value::as_i64).unwrap_or_else(|| panic!("{event}"))
}

/// A multiplexer that was cut off from NATS may have events on their way, and they come when another
/// one has taken over: what they tell is over.
#[tokio::test]
async fn an_event_that_comes_late_is_not_reported() {
    let Some((_server, bus, sites)) = known_site().await else { return };
    let link = SiteLink::new(bus.clone(), sites, site(), None);
    let stream = link.connect().await.expect("a link");
    let (client, connection) = Client::builder().connect_with(stream).await.expect("a client");
    tokio::spawn(connection.run());
    let mut monitor =
        client.monitor(DeviceId::dialing_number("101"), None).await.expect("a monitor");
    // The one that was cut off has numbered up to 3, and another one goes on at 11.
    for (sequence, previous) in
        [(1, None), (11, None), (12, Some(11)), (2, Some(1)), (3, Some(2)), (13, Some(12))]
    {
        happen(&bus, sequence, previous).await;
    }
    let mut numbers = Vec::new();
    while numbers.last() != Some(&13) {
        let item = timeout(PATIENCE, monitor.next()).await.expect("in time").expect("an event");
        numbers.push(number(&item));
    }
    assert_eq!(numbers, [1, 11, 12, 13]);
}

/// Calls may have ended before the other one has had the PBX, and there are no events of that.
#[tokio::test]
async fn another_takeover_is_told_as_a_loss_of_messages() {
    let Some((_server, bus, sites)) = known_site().await else { return };
    let link = SiteLink::new(bus.clone(), sites, site(), None);
    let (_session, mut items) = Session::builder(Client::builder()).start_with(move || {
        let link = link.clone();
        async move { link.connect().await }
    });
    let mut is_up = false;
    loop {
        let item = timeout(PATIENCE, items.next()).await.expect("in time").expect("an item");
        match item {
            SessionItem::LinkUp { .. } => {
                is_up = true;
                take(&bus).await;
            }
            SessionItem::Incoming(Incoming::SystemStatus(SystemStatus::MessagesLost)) => break,
            _ => {}
        }
    }
    assert!(is_up);
}

/// Whoever has asked for the devices before the last lines were in the bucket asks again.
#[tokio::test]
async fn a_line_that_comes_later_is_told_and_listed() {
    let Some((_server, bus, sites)) = known_site().await else { return };
    let link = SiteLink::new(bus.clone(), sites, site(), None);
    let stream = link.connect().await.expect("a link");
    let (client, mut connection) = Client::builder().connect_with(stream).await.expect("a client");
    let mut incoming = connection.incoming().expect("it is not taken");
    tokio::spawn(connection.run());
    let numbers = async || {
        let list = client.device_list(DeviceCategory::Station).await.expect("a list");
        let numbers = list.entries().map(|entry| entry.number.map(|own| own.to_string()));
        numbers.flatten().collect::<Vec<_>>()
    };
    assert_eq!(numbers().await, ["101"]);
    plug_in(&bus, "102").await;
    loop {
        let told = timeout(PATIENCE, incoming.next()).await.expect("in time").expect("alive");
        match told {
            Incoming::Invoke(own) if own.operation() == SwFunctionDevicesChanged::CODE => break,
            _ => {}
        }
    }
    assert_eq!(numbers().await, ["101", "102"]);
}

/// What the operator takes out of the bucket is not known any more.
#[tokio::test]
async fn a_site_that_is_taken_out_of_the_bucket_is_gone() {
    let Some((_server, bus, sites)) = known_site().await else { return };
    let store = bucket::lines(&bus).await.expect("a bucket");
    store.delete(subject::site_key(&site())).await.expect("NATS");
    let mut known = sites.watch();
    let is_gone = known.wait_for(|known| known.sites.is_empty());
    timeout(PATIENCE, is_gone).await.expect("in time").expect("alive");
}
