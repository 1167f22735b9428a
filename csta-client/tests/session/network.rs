//! A session over a network that goes wrong, by seed: partitions, delays, connections that only
//! one end knows of, breaks, and restarts of the PBX at any moment, one over the other.
//!
//! The test runs seeds 0 to 99. More, or one again:
//!
//! ```sh
//! NETWORK_SEEDS=100..5000 cargo test --release -p csta-client --test session network
//! NETWORK_SEEDS=17 cargo test -p csta-client --test session network -- --nocapture
//! ```

use std::ops::Range;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use csta_client::{Client, Session, SessionItem};
use futures::StreamExt;
use pbx_sim::lan::{Lan, Weather};
use pbx_sim::{Fault, Pbx, People};
use tokio::runtime::Builder;
use tokio::time::{Instant, sleep, timeout};

use crate::office::{SECOND, config, monitor, word};
use crate::seeds::each_survives;
use crate::view::View;
use crate::witness::{agrees, record, telephone, tells_all};

const TELEPHONES: u16 = 5;

/// How much goes wrong in a run.
const MISHAPS: usize = 10;

/// What goes wrong.
#[derive(Debug)]
enum Mishap {
    /// Nothing arrives for so long.
    Part(Duration),
    /// The connection breaks.
    Break,
    /// The connection is forgotten on the way.
    Lose,
    /// Octets are on their way for so long, and arrive in small pieces.
    Delay(Duration),
    /// The PBX goes wrong.
    Pbx(Fault),
}

impl Mishap {
    fn random(random: &mut fastrand::Rng) -> Self {
        let mut time = |seconds: u64| Duration::from_millis(random.u64(0..seconds * 1000));
        let (short, long, lasting) = (time(5), time(600), time(30));
        match random.u8(0..12) {
            0..=1 => Self::Part(short),
            2 => Self::Part(long),
            3 => Self::Break,
            4..=5 => Self::Lose,
            6..=7 => Self::Delay(short),
            8 => Self::Pbx(Fault::Restart { lasting, keeps_calls: random.bool() }),
            9 => Self::Pbx(Fault::Restart { lasting: Duration::ZERO, keeps_calls: false }),
            10 => Self::Pbx(Fault::DropLink),
            _ => Self::Pbx(Fault::Abort),
        }
    }

    async fn happen(self, lan: &Lan, pbx: &Pbx) {
        match self {
            Self::Part(time) => {
                lan.part("desk", "pbx");
                let lan = lan.clone();
                tokio::spawn(async move {
                    sleep(time).await;
                    lan.join("desk", "pbx");
                });
            }
            Self::Break => lan.break_all("desk", "pbx"),
            Self::Lose => lan.lose_all("desk", "pbx"),
            Self::Delay(time) => lan.weather("desk", "pbx", weather(time / 10..time, 1..40)),
            Self::Pbx(fault) => pbx.fault(fault).await.unwrap(),
        }
    }
}

/// Ends give up sooner than TCP does, so that a run has more in it.
fn weather(latency: Range<Duration>, pieces: Range<usize>) -> Weather {
    Weather { latency, pieces, patience: 240 * SECOND }
}

/// The PBX is a host.
fn serve(lan: &Lan, pbx: &Pbx) {
    let mut listener = lan.listen("pbx");
    let pbx = pbx.clone();
    tokio::spawn(async move {
        loop {
            let (connection, pbx) = (listener.accept().await, pbx.clone());
            tokio::spawn(async move { pbx.serve(connection).await });
        }
    });
}

/// A run, and what the application was told at which moment.
async fn run(seed: u64) -> Vec<(Duration, &'static str)> {
    let begin = Instant::now();
    let mut random = fastrand::Rng::with_seed(seed);
    let lan = Lan::new(seed);
    let calm = || weather(SECOND / 1000..SECOND / 300, 1..1500);
    lan.weather("desk", "pbx", calm());
    let mut config = config(TELEPHONES);
    config.people = People { answer_after: Some(2 * SECOND), hang_up_after: Some(9 * SECOND) };
    let pbx = Pbx::spawn(config).unwrap();
    serve(&lan, &pbx);
    let log = record(pbx.notices());

    let dialling = lan.clone();
    let builder = Session::builder(Client::builder().silence_timeout(150 * SECOND))
        .seed(seed)
        .snapshot_interval(Some(120 * SECOND))
        .item_queue(if random.bool() { 64 } else { 4096 });
    let (session, mut items) = builder.start_with(move || {
        let lan = dialling.clone();
        async move { lan.connect("desk", "pbx").await }
    });
    let view = Arc::new(Mutex::new(View::default()));
    let (taken, trace) = (Arc::clone(&view), Arc::new(Mutex::new(Vec::new())));
    let written = Arc::clone(&trace);
    tokio::spawn(async move {
        while let Some(item) = items.next().await {
            written.lock().unwrap().push((begin.elapsed(), word(&item)));
            taken.lock().unwrap().take(&item);
            if matches!(item, SessionItem::Closed) {
                return;
            }
        }
    });
    let mut monitors = Vec::new();
    for index in 1..=TELEPHONES {
        monitors.push((index, monitor(&session, index).await));
    }

    for _ in 0..MISHAPS {
        let moment = Duration::from_millis(random.u64(0..6_000));
        telephone(&pbx, TELEPHONES, &mut random, moment).await;
        let mishap = Mishap::random(&mut random);
        println!("{:?} {mishap:?}", begin.elapsed());
        mishap.happen(&lan, &pbx).await;
    }

    // The weather clears up. What only one end knows of takes the longest.
    sleep(600 * SECOND).await;
    lan.weather("desk", "pbx", calm());
    let settled = async {
        while !view.lock().unwrap().is_sure() {
            telephone(&pbx, TELEPHONES, &mut random, 2 * SECOND).await;
        }
    };
    timeout(3600 * SECOND, settled).await.expect("it knows all again within an hour");
    agrees(&pbx, &view, &monitors).await;
    tells_all(&view.lock().unwrap(), &log.lock().unwrap(), &monitors);
    session.release().await;
    trace.lock().unwrap().clone()
}

fn play(seed: u64) -> Vec<(Duration, &'static str)> {
    let runtime = Builder::new_current_thread().enable_time().start_paused(true).build();
    runtime.unwrap().block_on(run(seed))
}

#[test]
fn a_session_survives_any_network() {
    each_survives(0..100, play);
}

#[test]
fn a_seed_is_played_the_same_again() {
    for seed in [3, 4] {
        assert_eq!(play(seed), play(seed), "{seed}");
    }
}
