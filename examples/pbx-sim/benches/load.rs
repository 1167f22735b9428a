//! A thousand monitored extensions, on which 50 calls are made each second, and people talk for 5
//! seconds on average: what a second of it costs.
//!
//! `cargo bench -p csta-pbx-sim`. The time of an iteration is what one core spends on one second of
//! the office: 1 s would be a core that does nothing else. First the switch alone, APDUs in and
//! out; then with the association, the frames and a client that takes each event from its
//! monitor's stream, all on the same core. Simulated time passes as fast as the core is.

#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "the bench sets all of it up itself")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use bytes::Bytes;
use criterion::{Criterion, criterion_group, criterion_main};
use csta_client::Client;
use csta_codec::rose::{Code, Invoke, Rose};
use csta_codec::services::{MonitorStart, MonitorStartArgument};
use csta_codec::types::{DeviceId, MonitorObject};
use csta_codec::{Apdu, Ber, Element, Operation};
use futures::StreamExt;
use futures::stream::SelectAll;
use pbx_sim::chance::{Load, Traffic};
use pbx_sim::csta::{ApplicationId, Switch};
use pbx_sim::{Config, Extension, Pbx, Trunk};

const SECOND: Duration = Duration::from_secs(1);
const EXTENSIONS: u32 = 1_000;
const TRUNKS: u32 = 200;
const TRAFFIC: Traffic =
    Traffic { calls_per_second: 50.0, mean_talk: Duration::from_secs(5), seed: 1 };

/// How long it takes until as many calls end as begin.
const WARM_UP: u32 = 20;

fn config() -> Config {
    let extension = |number: u32| Extension::new(number.to_string(), format!("User {number}"));
    let extensions = (1_000..1_000 + EXTENSIONS).map(extension);
    let trunks = (1..=TRUNKS).map(|line| Trunk::new(line.to_string())).collect();
    Config { trunks, ..Config::with_extensions(extensions) }
}

/// The switch alone, with its traffic.
struct Office {
    switch: Switch,
    load: Load,
    now: Instant,
    messages: u64,
    octets: u64,
}

impl Office {
    fn new() -> Self {
        let now = Instant::now();
        let mut switch = Switch::new(config()).unwrap();
        let load = Load::new(TRAFFIC, switch.model(), now);
        let application = ApplicationId(1);
        switch.open(now, application);
        for number in 1_000..1_000 + EXTENSIONS {
            let apdu = monitor_start(number);
            switch.handle_apdu(now, application, &apdu);
        }
        let mut office = Self { switch, load, now, messages: 0, octets: 0 };
        office.pass(WARM_UP);
        (office.messages, office.octets) = (0, 0);
        office
    }

    fn pass(&mut self, seconds: u32) {
        let end = self.now + seconds * SECOND;
        let Self { switch, load, .. } = self;
        loop {
            let due = load.poll_timeout().into_iter().chain(switch.poll_timeout()).min();
            let Some(due) = due.filter(|due| *due <= end) else {
                break;
            };
            switch.handle_timeout(due);
            while let Some(act) = load.poll_act(due, switch.model()) {
                switch.handle(due, act);
            }
            while let Some((_, apdu)) = switch.poll_transmit() {
                self.messages += 1;
                self.octets += apdu.len() as u64;
            }
            while let Some(notice) = switch.poll_notice() {
                black_box(notice);
            }
        }
        self.now = end;
    }
}

fn monitor_start(number: u32) -> Bytes {
    let device = number.to_string();
    let object = MonitorObject::DeviceObject(DeviceId::dialing_number(&device));
    let argument = MonitorStartArgument::new(object).encode();
    let mut invoke = Invoke::new(1, Code::Local(MonitorStart::CODE));
    invoke.argument = Some(Element::decode(&argument).unwrap());
    Apdu::from(Rose::Invoke(invoke)).encode().into()
}

/// The switch, the frames and a client that reads.
async fn converse(seconds: u32) -> (Duration, u64) {
    let pbx = Pbx::spawn(config()).unwrap();
    let (near, far) = tokio::io::duplex(1 << 20);
    let switch = pbx.clone();
    tokio::spawn(async move { switch.serve(far).await });
    let (client, connection) = Client::builder().connect_with(near).await.unwrap();
    tokio::spawn(connection.run());
    let mut events = SelectAll::new();
    for number in 1_000..1_000 + EXTENSIONS {
        let device = number.to_string();
        let monitor = client.monitor(DeviceId::dialing_number(&device), None);
        events.push(monitor.await.unwrap());
    }
    pbx.load(TRAFFIC).await.unwrap();
    let mut count = 0;
    let mut pass = async |seconds: u32| {
        let end = tokio::time::sleep(seconds * SECOND);
        tokio::pin!(end);
        let before = count;
        loop {
            tokio::select! {
                event = events.next() => {
                    black_box(event);
                    count += 1;
                }
                () = &mut end => return count - before,
            }
        }
    };
    pass(WARM_UP).await;
    let begin = Instant::now();
    let events = pass(seconds).await;
    (begin.elapsed(), events)
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_current_thread().enable_all().start_paused(true).build().unwrap()
}

fn bench(c: &mut Criterion) {
    let mut group = c.benchmark_group("a second of 50 calls a second, 1,000 monitored extensions");
    group.sample_size(10);
    let mut office = Office::new();
    group.bench_function("the switch alone", |bencher| bencher.iter(|| office.pass(1)));
    let runtime = runtime();
    group.bench_function("with link and client", |bencher| {
        bencher.iter_custom(|count| {
            let seconds = u32::try_from(count).unwrap_or(u32::MAX).min(3_600);
            let (time, _) = runtime.block_on(converse(seconds));
            time.mul_f64(count as f64 / f64::from(seconds))
        });
    });
    group.finish();
    shares(&mut office, &runtime);
}

/// What one core spends, in a minute of it.
fn shares(office: &mut Office, runtime: &tokio::runtime::Runtime) {
    let seconds = if std::env::args().any(|argument| argument == "--test") { 1 } else { 60 };
    (office.messages, office.octets) = (0, 0);
    let begin = Instant::now();
    office.pass(seconds);
    let alone = begin.elapsed();
    let (together, events) = runtime.block_on(converse(seconds));
    let share = |time: Duration| 100.0 * time.as_secs_f64() / f64::from(seconds);
    let each = |count: u64| count / u64::from(seconds);
    println!(
        "\n| 1,000 extensions, 50 calls a second, {seconds} s | share of one core | a second |"
    );
    println!("|---|---|---|");
    let (messages, octets) = (each(office.messages), each(office.octets));
    let share_alone = share(alone);
    println!("| the switch alone | {share_alone:.2} % | {messages} messages, {octets} octets |");
    let (share, events) = (share(together), each(events));
    println!("| with link and client | {share:.2} % | {events} events |");
}

criterion_group!(benches, bench);
criterion_main!(benches);
