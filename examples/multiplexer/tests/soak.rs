//! Many applications, many devices, many calls, restarts of the switch, and applications that are
//! killed at random: events are there once and in order, and nothing is left behind.
//!
//! It runs some seconds; for longer, and with more of everything:
//!
//! ```text
//! CSTA_MUX_SOAK_SECONDS=600 CSTA_MUX_SOAK_APPLICATIONS=1000 CSTA_MUX_SOAK_DEVICES=1000 \
//!     cargo test --release -p csta-mux --test soak -- --nocapture
//! ```
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail that way"
)]

mod support;

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use csta_client::{Client, Monitor, MonitorItem};
use csta_codec::events::EventReportArgument;
use csta_codec::rose::Rose;
use csta_codec::services::{MonitorStart, MonitorStartArgument, MonitorStartResult};
use csta_codec::types::{DeviceId, MonitorObject};
use csta_codec::{Apdu, Ber as _, Operation as _};
use futures::StreamExt as _;
use futures::future::join_all;
use multiplexer::{LinkState, Multiplexer};
use pbx_sim::chance::Traffic;
use pbx_sim::server::Direction;
use support::{Office, by_tcp, by_tls, connect, number, start_linked, until};
use tokio::task::JoinSet;
use tokio::time::{Instant, timeout, timeout_at};

fn setting(name: &str, default: usize) -> usize {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(default)
}

/// What the switch has sent, seen at its end of the link.
#[derive(Debug, Default)]
struct Sent {
    /// Requests to start monitors that are not answered, by invoke id.
    starts: HashMap<i64, String>,
    /// The devices by cross reference.
    devices: HashMap<Vec<u8>, String>,
    /// The events of each device, in order.
    events: HashMap<String, Vec<String>>,
}

impl Sent {
    fn see(&mut self, direction: Direction, apdu: &[u8]) {
        match (direction, Apdu::decode(apdu)) {
            (Direction::ToSwitch, Ok(Apdu::Rose(Rose::Invoke(invoke)))) => {
                if invoke.operation.local() == Some(MonitorStart::CODE)
                    && let Some(argument) = invoke.argument
                    && let Ok(argument) = argument.read::<MonitorStartArgument<'_>>()
                {
                    let device = format!("{:?}", argument.monitor_object);
                    self.starts.insert(invoke.invoke_id.into(), device);
                }
            }
            (Direction::FromSwitch, Ok(Apdu::Rose(Rose::ReturnResult(answer)))) => {
                if let Some(device) = self.starts.remove(&answer.invoke_id.into())
                    && let Some(result) = answer.result
                    && let Ok(result) = result.result.read::<MonitorStartResult<'_>>()
                {
                    let reference = result.cross_ref_identifier.0.as_bytes().to_vec();
                    self.devices.insert(reference, device);
                }
            }
            (Direction::FromSwitch, Ok(Apdu::Rose(Rose::Invoke(invoke)))) => {
                if let Some(argument) = invoke.argument
                    && invoke.operation.local() == Some(csta_codec::events::EventReport::CODE)
                    && let Ok(event) = argument.read::<EventReportArgument<'_>>()
                    && let Some(device) = self.devices.get(event.cross_ref_identifier.0.as_bytes())
                {
                    self.events.entry(device.clone()).or_default().push(text(&event));
                }
            }
            _ => {}
        }
    }

    /// Checks that what a monitor has reported is a part of what the switch has sent, without a gap.
    fn check(&self, device: &str, reported: &[String]) {
        let Some(first) = reported.first() else {
            return;
        };
        let sent = self.events.get(device).map(Vec::as_slice).unwrap_or_default();
        let begins = sent.iter().enumerate().filter(|(_, event)| *event == first);
        let is_part = begins.map(|(at, _)| at).any(|at| sent[at..].starts_with(reported));
        assert!(is_part, "{device}: an event is lost, doubled or out of order: {reported:#?}");
    }
}

/// What is in an event, without what the multiplexer changes.
fn text(event: &EventReportArgument<'_>) -> String {
    format!("{:?}", event.event_specific_info)
}

/// Monitors some devices and reads what they report, until it is killed.
async fn application(
    client: Client,
    devices: Vec<usize>,
    life: Duration,
) -> Vec<(String, Vec<String>)> {
    let mut monitors = Vec::new();
    for device in devices {
        let device = number(device);
        let name = format!("{:?}", MonitorObject::DeviceObject(DeviceId::dialing_number(&device)));
        // While the link is down, none can be started.
        if let Ok(monitor) = client.monitor(DeviceId::dialing_number(&device), None).await {
            monitors.push((name, monitor));
        }
    }
    let end = Instant::now() + life;
    let read = |(name, mut monitor): (String, Monitor)| async move {
        let mut reported = Vec::new();
        while let Ok(Some(item)) = timeout_at(end, monitor.next()).await {
            match item {
                MonitorItem::Event(event) => reported.push(text(&event.get())),
                MonitorItem::Lagged(count) => panic!("{count} events were not read"),
                MonitorItem::Ended(_) => break,
            }
        }
        (name, reported)
    };
    let reported = join_all(monitors.into_iter().map(read)).await;
    client.abort();
    reported
}

/// Starts an application over TCP or TLS.
async fn begin(
    multiplexer: &Multiplexer,
    office: &Office,
    random: &mut fastrand::Rng,
) -> Option<Client> {
    let builder = if random.bool() {
        by_tcp(multiplexer)
    } else {
        by_tls(multiplexer, office).login("admin", "opensesame")
    };
    connect(builder.monitor_queue(1 << 16)).await.ok()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn events_are_there_once_and_in_order_whatever_happens() {
    let seconds = setting("CSTA_MUX_SOAK_SECONDS", 6);
    let applications = setting("CSTA_MUX_SOAK_APPLICATIONS", 40);
    let devices = setting("CSTA_MUX_SOAK_DEVICES", 60);
    let mut random = fastrand::Rng::with_seed(setting("CSTA_MUX_SOAK_SEED", 1) as u64);

    let office = Office::new(devices).await;
    let sent = Arc::new(Mutex::new(Sent::default()));
    let seen = Arc::clone(&sent);
    let taps = office.switch.tap(move |direction, apdu| seen.lock().unwrap().see(direction, apdu));
    assert!(taps);
    let multiplexer = start_linked(office.config_with_tls()).await;
    let traffic = Traffic {
        calls_per_second: devices as f64 / 2.0,
        mean_talk: Duration::from_millis(500),
        seed: 1,
    };
    office.switch.load(traffic).await.unwrap();

    let mut running = JoinSet::new();
    let mut reported = Vec::new();
    let end = Instant::now() + Duration::from_secs(seconds as u64);
    let mut next_loss = Instant::now() + Duration::from_secs(2);
    while Instant::now() < end {
        while running.len() < applications {
            let Some(client) = begin(&multiplexer, &office, &mut random).await else { break };
            let devices = (0..3).map(|_| random.usize(0..devices)).collect();
            let life = Duration::from_millis(random.u64(100..3000));
            running.spawn(application(client, devices, life));
        }
        if let Ok(Some(done)) = timeout(Duration::from_millis(50), running.join_next()).await {
            reported.extend(done.unwrap());
        }
        if Instant::now() > next_loss {
            office.switch.drop_link().await.unwrap();
            next_loss += Duration::from_secs(random.u64(3..6));
        }
    }
    while let Some(done) = running.join_next().await {
        reported.extend(done.unwrap());
    }
    // The link may be down just now.
    until("the link", || multiplexer.status().link == LinkState::Up).await;
    until("that nothing is left", || {
        let status = multiplexer.status();
        let requests = status.requests;
        status.applications.is_empty()
            && status.monitors.is_empty()
            && requests.queued + requests.in_flight == 0
    })
    .await;
    let events: usize = reported.iter().map(|(_, events)| events.len()).sum();
    println!("{} monitors have reported {events} events", reported.len());
    assert!(events > 0);
    let sent = sent.lock().unwrap();
    for (device, events) in &reported {
        sent.check(device, events);
    }
}
