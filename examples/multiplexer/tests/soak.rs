//! Many applications at once, many devices, many calls, losses of the link and restarts of the switch,
//! and applications that are killed at random and come back: events are there once and in order, and
//! nothing is left behind.
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
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use csta_client::{Client, Error, Monitor, MonitorItem};
use csta_codec::events::EventReport;
use csta_codec::rose::Rose;
use csta_codec::services::{MonitorStart, MonitorStartArgument, MonitorStartResult};
use csta_codec::types::{DeviceId, MonitorObject};
use csta_codec::{Apdu, Ber as _, Operation as _};
use futures::StreamExt as _;
use futures::stream::select_all;
use multiplexer::{LinkState, Multiplexer};
use pbx_sim::Fault;
use pbx_sim::chance::Traffic;
use pbx_sim::server::Direction;
use support::{Office, by_tcp, by_tls, number, start_linked, until};
use tokio::sync::{Semaphore, watch};
use tokio::task::{JoinHandle, JoinSet};
use tokio::time::{Instant, sleep, timeout};

const SECOND: Duration = Duration::from_secs(1);

/// How many applications connect at the same time.
const CONNECTING: usize = 64;

/// How many applications are killed each second, on average.
const KILLED: usize = 30;

/// How many devices an application monitors.
const MONITORED: usize = 3;

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
    events: HashMap<String, Vec<u64>>,
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
                    && invoke.operation.local() == Some(EventReport::CODE)
                {
                    let (reference, event) = parts(argument.content());
                    if let Some(device) = self.devices.get(reference) {
                        self.events.entry(device.clone()).or_default().push(event);
                    }
                }
            }
            _ => {}
        }
    }

    /// Checks that what a monitor has reported is a part of what the switch has sent, without a gap.
    fn check(&self, Reported { device, events }: &Reported) {
        let Some(first) = events.first() else {
            return;
        };
        let sent = self.events.get(device).map(Vec::as_slice).unwrap_or_default();
        let begins = sent.iter().enumerate().filter(|(_, event)| *event == first);
        let is_part = begins.map(|(at, _)| at).any(|at| sent[at..].starts_with(events));
        let places = || -> Vec<_> {
            events.iter().map(|event| sent.iter().position(|own| own == event)).collect()
        };
        assert!(
            is_part,
            "{device}: an event is lost, doubled or out of order; among the {} that the switch has \
             sent, those that came are number {:?}",
            sent.len(),
            places()
        );
    }
}

/// The cross reference in the argument of an event, and the rest, which the multiplexer does not
/// change, in one number.
fn parts(argument: &[u8]) -> (&[u8], u64) {
    let (reference, rest) = argument[2..].split_at(argument[1].into());
    let mut hasher = DefaultHasher::new();
    rest.hash(&mut hasher);
    (reference, hasher.finish())
}

/// What a monitor has reported.
#[derive(Debug)]
struct Reported {
    device: String,
    events: Vec<u64>,
}

/// What is going on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Phase {
    /// Applications come until all are there.
    Gathering,
    /// Some are killed and come back, and the link is lost.
    Struggling,
    /// Nobody is killed any more, and those who are missing come back.
    Settling,
    /// All go.
    Over,
}

/// What all applications have to do with.
struct Site {
    multiplexer: Multiplexer,
    office: Office,
    devices: usize,
    /// How long an application is there at the longest before it is killed.
    longest_life: Duration,
    connecting: Semaphore,
    there: AtomicUsize,
    killed: AtomicUsize,
}

impl Site {
    /// An application that is there, over TCP or TLS, until all is over. Whenever it has been killed
    /// it comes back, as another one.
    async fn sit(
        self: Arc<Self>,
        mut random: fastrand::Rng,
        mut phase: watch::Receiver<Phase>,
    ) -> Vec<Reported> {
        let mut reported = Vec::new();
        while *phase.borrow() != Phase::Over {
            match self.connect(&mut random).await {
                Ok((client, connection)) => {
                    self.there.fetch_add(1, Ordering::Relaxed);
                    let (own, is_killed) = self.live(&client, &mut random, &mut phase).await;
                    self.there.fetch_sub(1, Ordering::Relaxed);
                    reported.extend(own);
                    match is_killed {
                        false => client.release(),
                        true if random.bool() => client.abort(),
                        // With its process: the system closes the connection.
                        true => connection.abort(),
                    }
                    self.killed.fetch_add(is_killed.into(), Ordering::Relaxed);
                }
                // The one before it may count still.
                Err(_) => sleep(Duration::from_millis(20)).await,
            }
        }
        reported
    }

    async fn connect(&self, random: &mut fastrand::Rng) -> Result<(Client, JoinHandle<()>), Error> {
        let _turn = self.connecting.acquire().await.unwrap();
        let builder = if random.bool() {
            by_tcp(&self.multiplexer)
        } else {
            by_tls(&self.multiplexer, &self.office).login("admin", "opensesame")
        };
        let (client, connection) = builder.monitor_queue(1 << 16).connect().await?;
        Ok((client, tokio::spawn(async move { drop(connection.run().await) })))
    }

    /// Monitors some devices and reads what they report, until it is killed or all is over; tells
    /// which of both.
    async fn live(
        &self,
        client: &Client,
        random: &mut fastrand::Rng,
        phase: &mut watch::Receiver<Phase>,
    ) -> (Vec<Reported>, bool) {
        let (mut reported, mut monitors) = (Vec::new(), Vec::<Monitor>::new());
        for _ in 0..MONITORED {
            let number = number(random.usize(0..self.devices));
            let device = DeviceId::dialing_number(&number);
            // While the link is down, none can be started.
            if let Ok(monitor) = client.monitor(device, None).await {
                let device = format!("{:?}", MonitorObject::DeviceObject(device));
                reported.push(Reported { device, events: Vec::new() });
                monitors.push(monitor);
            }
        }
        let of_each = monitors.into_iter().enumerate();
        let mut items = select_all(of_each.map(|(at, own)| own.map(move |item| (at, item))));
        let life = random.u64(100..=self.longest_life.as_millis() as u64);
        let mut end = std::pin::pin!(is_killed(phase, Duration::from_millis(life)));
        loop {
            tokio::select! {
                is_killed = &mut end => return (reported, is_killed),
                Some((at, item)) = items.next() => match item {
                    MonitorItem::Event(event) => {
                        reported[at].events.push(parts(event.element().content()).1);
                    }
                    MonitorItem::Lagged(count) => panic!("{count} events were not read"),
                    MonitorItem::Ended(end) => panic!("a monitor has ended: {end}"),
                },
            }
        }
    }
}

/// Waits until the life of an application is over, or all is; tells whether it is killed.
async fn is_killed(phase: &mut watch::Receiver<Phase>, life: Duration) -> bool {
    phase.wait_for(|own| *own > Phase::Gathering).await.unwrap();
    let settled = phase.wait_for(|own| *own > Phase::Struggling);
    if timeout(life, settled).await.is_err() {
        return true;
    }
    phase.wait_for(|own| *own == Phase::Over).await.unwrap();
    false
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
    let site = Arc::new(Site {
        multiplexer: start_linked(office.config_with_tls()).await,
        office,
        devices,
        longest_life: SECOND.mul_f64(2.0 * applications as f64 / KILLED as f64),
        connecting: Semaphore::new(CONNECTING),
        there: AtomicUsize::new(0),
        killed: AtomicUsize::new(0),
    });
    let (multiplexer, switch) = (&site.multiplexer, &site.office.switch);
    let traffic = Traffic {
        calls_per_second: setting("CSTA_MUX_SOAK_CALLS", devices / 2) as f64,
        mean_talk: Duration::from_millis(500),
        seed: 1,
    };
    switch.load(traffic).await.unwrap();

    let phase = watch::Sender::new(Phase::Gathering);
    let mut seats = JoinSet::new();
    for _ in 0..applications {
        seats.spawn(Arc::clone(&site).sit(random.fork(), phase.subscribe()));
    }
    let all_are_there = async || {
        until("all applications", || site.there.load(Ordering::Relaxed) == applications).await;
        until("nobody else", || multiplexer.status().applications.len() == applications).await;
    };
    all_are_there().await;
    phase.send_replace(Phase::Struggling);
    let end = Instant::now() + Duration::from_secs(seconds as u64);
    let (mut losses, mut restarts) = (0, 0);
    // Where associations do not hold, the multiplexer waits longer and longer before it tries again.
    let apart = Duration::from_secs(seconds as u64 / 5).clamp(2 * SECOND, 60 * SECOND);
    while Instant::now() < end {
        sleep(apart.mul_f64(0.5 + random.f64())).await;
        if random.bool() {
            switch.drop_link().await.unwrap();
            losses += 1;
        } else {
            let lasting = Duration::from_millis(random.u64(0..500));
            let fault = Fault::Restart { lasting, keeps_calls: random.bool() };
            switch.fault(fault).await.unwrap();
            restarts += 1;
        }
    }
    phase.send_replace(Phase::Settling);
    // The link may be down just now.
    until("the link", || multiplexer.status().link == LinkState::Up).await;
    all_are_there().await;
    phase.send_replace(Phase::Over);
    let reported: Vec<_> = seats.join_all().await.into_iter().flatten().collect();
    until("that nothing is left", || {
        let status = multiplexer.status();
        let requests = status.requests;
        status.applications.is_empty()
            && status.monitors.is_empty()
            && requests.queued + requests.in_flight == 0
    })
    .await;
    let events: usize = reported.iter().map(|own| own.events.len()).sum();
    println!(
        "{applications} applications at once; {losses} losses of the link, {restarts} restarts of \
         the switch, {} applications killed; {} monitors have reported {events} events",
        site.killed.load(Ordering::Relaxed),
        reported.len()
    );
    assert!(events > 0);
    let sent = sent.lock().unwrap();
    reported.iter().for_each(|own| sent.check(own));
}
