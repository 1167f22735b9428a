//! Round trips over TCP on this machine, beside what does less, in one run.
//!
//! `cargo bench -p csta-client --bench round_trips`. With one request in flight the peer is a bare framed echo: the
//! octets of the request are written, those of the answer read. With 16 and 256 it is a bare client that has one
//! message in a channel and one oneshot for a request, and no codec. All of them talk to the same responder, which
//! answers each request with the octets of a result. `peer/mod.rs` has them. The ratios stand at the end.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "criterion's macros write functions without documentation, and a bench may fail"
)]

mod peer;

use std::time::{Duration, Instant};

use criterion::{Criterion, Throughput};
use csta_client::Client;
use csta_codec::services::{MakeCall, MakeCallArgument};
use csta_codec::types::DeviceId;
use peer::{BareClient, BareEcho, Responder};
use tokio::runtime::Runtime;
use tokio::task::JoinSet;

/// How many requests wait for an answer at once.
const IN_FLIGHT: [usize; 3] = [1, 16, 256];

/// So many tasks, each of which asks again as soon as it has its answer, until `count` have been answered.
async fn keep_in_flight<F>(
    in_flight: usize,
    count: u64,
    request: impl Fn() -> F + Clone + Send + 'static,
) -> Duration
where
    F: Future<Output = ()> + Send,
{
    let begin = Instant::now();
    let each = count.div_ceil(in_flight as u64);
    let mut tasks = JoinSet::new();
    for _ in 0..in_flight {
        let request = request.clone();
        tasks.spawn(async move {
            for _ in 0..each {
                request().await;
            }
        });
    }
    tasks.join_all().await;
    // For so many as were asked for.
    begin.elapsed().mul_f64(count as f64 / (each * in_flight as u64) as f64)
}

async fn call(client: Client) {
    let (from, to) = (DeviceId::dialing_number("101"), DeviceId::dialing_number("102"));
    let result = client.invoke::<MakeCall>(&MakeCallArgument::new(from, to)).await.unwrap();
    assert!(result.get().calling_device.call().is_some());
}

/// A client of this crate, and the bare one, connected to the same responder.
struct Clients {
    runtime: Runtime,
    client: Client,
    bare: BareClient,
    echo: BareEcho,
    _responder: Responder,
}

impl Clients {
    fn connect() -> Self {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let responder = Responder::start();
        let (client, bare, echo) = runtime.block_on(async {
            let builder = Client::builder().address(responder.address().to_string());
            let (client, connection) = builder.outstanding_limit(1024).connect().await.unwrap();
            tokio::spawn(connection.run());
            let bare = BareClient::connect(responder.address()).await;
            (client, bare, BareEcho::connect(responder.address()).await)
        });
        Self { runtime, client, bare, echo, _responder: responder }
    }

    fn client(&self, in_flight: usize, count: u64) -> Duration {
        let client = self.client.clone();
        self.runtime.block_on(keep_in_flight(in_flight, count, move || call(client.clone())))
    }

    fn peer(&mut self, in_flight: usize, count: u64) -> Duration {
        if in_flight == 1 {
            self.runtime.block_on(self.echo.round_trips(count))
        } else {
            let bare = self.bare.clone();
            self.runtime.block_on(keep_in_flight(in_flight, count, move || bare.clone().request()))
        }
    }
}

const fn peer_name(in_flight: usize) -> &'static str {
    if in_flight == 1 { "bare echo" } else { "bare client" }
}

fn round_trips(c: &mut Criterion, clients: &mut Clients) {
    for in_flight in IN_FLIGHT {
        let mut group = c.benchmark_group(format!("{in_flight} in flight"));
        group.throughput(Throughput::Elements(1));
        group.bench_function(peer_name(in_flight), |b| {
            b.iter_custom(|count| clients.peer(in_flight, count));
        });
        group.bench_function("csta-client", |b| {
            b.iter_custom(|count| clients.client(in_flight, count));
        });
        group.finish();
    }
}

/// Both in turn, many times, so that other load on the machine meets both alike; the median of the
/// ratios.
fn ratios(clients: &mut Clients) {
    const ROUNDS: usize = 31;
    const REQUESTS: u64 = 4096;
    println!("| in flight | peer | round trips a second | csta-client | ratio |");
    println!("|---|---|---|---|---|");
    for in_flight in IN_FLIGHT {
        let mut measured: Vec<(f64, f64)> = (0..ROUNDS)
            .map(|_| {
                let a_second = |took: Duration| REQUESTS as f64 / took.as_secs_f64();
                let bare = a_second(clients.peer(in_flight, REQUESTS));
                (bare, a_second(clients.client(in_flight, REQUESTS)))
            })
            .collect();
        measured.sort_by(|a, b| (a.1 / a.0).total_cmp(&(b.1 / b.0)));
        let (bare, client) = *measured.get(ROUNDS / 2).unwrap();
        let (peer, ratio) = (peer_name(in_flight), client / bare);
        println!("| {in_flight} | {peer} | {bare:.0} | {client:.0} | {ratio:.2} |");
    }
}

fn main() {
    let mut clients = Clients::connect();
    let mut criterion = Criterion::default()
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_secs(2))
        .sample_size(20)
        .configure_from_args();
    round_trips(&mut criterion, &mut clients);
    criterion.final_summary();
    // All of it was asked for, and not only a try whether it runs.
    if std::env::args().skip(1).eq(["--bench"]) {
        ratios(&mut clients);
    }
}
