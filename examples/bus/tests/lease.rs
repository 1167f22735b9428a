//! The lease with a real nats-server.
#![expect(clippy::expect_used, reason = "it is a test")]

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use bus::{
    Bus, LeaseHandle, LeaseHolding, LeaseSettings, LeaseSignal, LeaseSignals, LetGo, Preference,
    Site, TestServer, keep_lease,
};
use tokio::task::JoinHandle;
use tokio::time::timeout;

/// The time of taking over in these tests; what waits for it has much more.
const TAKEOVER: Duration = Duration::from_secs(3);
const PATIENCE: Duration = Duration::from_secs(60);

fn site() -> Site {
    "berlin".parse().expect("a name")
}

/// How many hold the PBX at the same time.
#[derive(Clone, Default)]
struct Pbx(Arc<(AtomicUsize, AtomicUsize)>);

impl Pbx {
    fn open(&self) {
        let now = self.0.0.fetch_add(1, Ordering::SeqCst) + 1;
        self.0.1.fetch_max(now, Ordering::SeqCst);
    }

    fn close(&self) {
        self.0.0.fetch_sub(1, Ordering::SeqCst);
    }

    fn most(&self) -> usize {
        self.0.1.load(Ordering::SeqCst)
    }
}

fn join(bus: &Bus, name: &str, preference: Preference) -> (LeaseHandle, LeaseSignals) {
    keep_lease(bus.clone(), site(), name, LeaseSettings::within(TAKEOVER, preference))
}

async fn next(signals: &mut LeaseSignals) -> LeaseSignal {
    timeout(PATIENCE, signals.next()).await.expect("in time").expect("a signal")
}

async fn holding(handle: &LeaseHandle) {
    let mut status = handle.watch();
    let holding = status.wait_for(|status| status.holding.is_some());
    timeout(PATIENCE, holding).await.expect("in time").expect("alive");
}

/// Waits until it knows who has the lease.
async fn sees(handle: &LeaseHandle, holder: &str) {
    let mut status = handle.watch();
    let seen = status.wait_for(|status| status.other_holder.as_deref() == Some(holder));
    timeout(PATIENCE, seen).await.expect("in time").expect("alive");
}

#[tokio::test]
async fn another_takes_over_when_the_holder_is_gone() {
    let Some(server) = TestServer::start().await.expect("nats-server") else { return };
    let (first, second) =
        (server.connect().await.expect("a bus"), server.connect().await.expect("a bus"));
    let (one, mut of_one) = join(&first, "one", Preference::Nobody);
    assert_eq!(next(&mut of_one).await, LeaseSignal::Take(LeaseHolding::Lease));
    let (other, mut of_other) = join(&second, "other", Preference::Nobody);
    sees(&other, "one").await;
    drop(one);
    assert_eq!(next(&mut of_other).await, LeaseSignal::Take(LeaseHolding::Lease));
}

#[tokio::test]
async fn a_hand_over_goes_to_the_other_and_back() {
    let Some(server) = TestServer::start().await.expect("nats-server") else { return };
    let bus = server.connect().await.expect("a bus");
    let (one, mut of_one) = join(&bus, "one", Preference::Nobody);
    assert_eq!(next(&mut of_one).await, LeaseSignal::Take(LeaseHolding::Lease));
    let (other, mut of_other) = join(&bus, "other", Preference::Nobody);
    // Who is not there yet gets nothing handed over.
    sees(&other, "one").await;
    for _ in 0..3 {
        one.hand_over().await;
        assert_eq!(next(&mut of_one).await, LeaseSignal::LetGo(LetGo::HandOver));
        one.released().await;
        assert_eq!(next(&mut of_other).await, LeaseSignal::Take(LeaseHolding::Lease));
        other.hand_over().await;
        assert_eq!(next(&mut of_other).await, LeaseSignal::LetGo(LetGo::HandOver));
        other.released().await;
        assert_eq!(next(&mut of_one).await, LeaseSignal::Take(LeaseHolding::Lease));
    }
}

#[tokio::test]
async fn the_holder_lets_go_when_nats_dies_and_takes_it_again_when_it_is_back() {
    let Some(mut server) = TestServer::start().await.expect("nats-server") else { return };
    let bus = server.connect().await.expect("a bus");
    let (one, mut of_one) = join(&bus, "one", Preference::Nobody);
    assert_eq!(next(&mut of_one).await, LeaseSignal::Take(LeaseHolding::Lease));
    server.kill();
    assert_eq!(next(&mut of_one).await, LeaseSignal::LetGo(LetGo::Expired));
    one.released().await;
    server.restart().await.expect("nats-server");
    assert_eq!(next(&mut of_one).await, LeaseSignal::Take(LeaseHolding::Lease));
}

#[tokio::test]
async fn the_preferred_one_takes_the_pbx_without_nats_and_keeps_it_when_nats_is_back() {
    let Some(mut server) = TestServer::start().await.expect("nats-server") else { return };
    let bus = server.connect().await.expect("a bus");
    server.kill();
    let (this, mut of_this) = join(&bus, "this", Preference::This);
    let (other, mut of_other) = join(&bus, "other", Preference::Another);
    assert_eq!(next(&mut of_this).await, LeaseSignal::Take(LeaseHolding::Preference));
    server.restart().await.expect("nats-server");
    let mut status = this.watch();
    let leased = status.wait_for(|status| status.holding == Some(LeaseHolding::Lease));
    timeout(PATIENCE, leased).await.expect("in time").expect("alive");
    // It was never told to let go, and the other one sees who holds it.
    sees(&other, "this").await;
    drop((this, other));
    assert_eq!(of_this.next().await, None);
    assert_eq!(of_other.next().await, None);
}

#[tokio::test]
async fn a_bucket_of_another_duration_is_no_lease() {
    let Some(server) = TestServer::start().await.expect("nats-server") else { return };
    let bus = server.connect().await.expect("a bus");
    let (one, mut of_one) = join(&bus, "one", Preference::Nobody);
    assert_eq!(next(&mut of_one).await, LeaseSignal::Take(LeaseHolding::Lease));
    drop(one);
    let settings = LeaseSettings::within(TAKEOVER * 2, Preference::Nobody);
    let (_two, mut of_two) = keep_lease(bus, site(), "two", settings);
    assert!(timeout(TAKEOVER * 2, of_two.next()).await.is_err(), "it must not hold the PBX");
}

/// A multiplexer that does what the lease says, until it is aborted.
fn obedient(bus: Bus, name: String, pbx: Pbx) -> (LeaseHandle, JoinHandle<()>) {
    struct Link(Pbx);
    impl Drop for Link {
        fn drop(&mut self) {
            self.0.close();
        }
    }
    let (handle, mut signals) = join(&bus, &name, Preference::Nobody);
    let own = handle.clone();
    let task = tokio::spawn(async move {
        let mut link = None;
        while let Some(signal) = signals.next().await {
            match signal {
                LeaseSignal::Take(_) => {
                    pbx.open();
                    link = Some(Link(pbx.clone()));
                }
                LeaseSignal::LetGo(_) => {
                    drop(link.take());
                    own.released().await;
                }
            }
        }
    });
    (handle, task)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn never_two_hold_the_pbx_whoever_dies() {
    let Some(mut server) = TestServer::start().await.expect("nats-server") else { return };
    let pbx = Pbx::default();
    let mut random = fastrand::Rng::with_seed(10);
    let mut alive = Vec::new();
    for number in 0..3 {
        let bus = server.connect().await.expect("a bus");
        alive.push(obedient(bus, format!("mux-{number}"), pbx.clone()));
    }
    for round in 0..6 {
        let holder = loop {
            let watches: Vec<_> =
                alive.iter().map(|(handle, _)| Box::pin(holding(handle))).collect();
            futures::future::select_all(watches).await;
            if let Some(at) = alive.iter().position(|(h, _)| h.status().holding.is_some()) {
                break at;
            }
        };
        match random.u8(0..3) {
            0 => alive[holder].0.hand_over().await,
            1 => {
                let (_, task) = alive.swap_remove(holder);
                task.abort();
                let bus = server.connect().await.expect("a bus");
                alive.push(obedient(bus, format!("mux-again-{round}"), pbx.clone()));
            }
            _ => server.restart().await.expect("nats-server"),
        }
        tokio::time::sleep(Duration::from_millis(random.u64(0..1500))).await;
    }
    assert_eq!(pbx.most(), 1);
}
