//! Three sites with two multiplexers each, and one NATS: each part dies in turn.
#![expect(clippy::unwrap_used, reason = "a test may fail that way")]

use std::collections::BTreeSet;
use std::time::Duration;

use bus::{Bus, InvokeOutcome, TestServer, invoke};
use multiplexer::{LinkState, Multiplexer};
use pbx_sim::model::{Caller, NetworkAct, UserAct};
use serde_json::json;
use tokio::runtime::Handle;
use tokio::time::sleep;

use crate::bystander::{
    Board, call_records, count_second_applications, events, server, with_standby,
};
use crate::support::{Office, soon, until};

/// A site: its PBX, the multiplexers in front of it, and what has been called there.
struct Branch {
    name: &'static str,
    office: Office,
    alive: Vec<(&'static str, Multiplexer)>,
    turned_away: std::sync::Arc<std::sync::Mutex<usize>>,
    calls: usize,
}

impl Branch {
    async fn open(name: &'static str, server: &TestServer) -> Self {
        let office = Office::new(3).await;
        let turned_away = count_second_applications(&office);
        let mut branch = Self { name, office, alive: Vec::new(), turned_away, calls: 0 };
        branch.start("one", server).await;
        branch.start("other", server).await;
        branch
    }

    /// Starts a multiplexer, again if it has died, with the spool that it left.
    async fn start(&mut self, name: &'static str, server: &TestServer) {
        let mut config = with_standby(&self.office, server, self.name, name);
        config.pbx.call_records_after = Duration::ZERO;
        let started = soon("the spool of the one before", async {
            loop {
                match Multiplexer::start(config.clone(), Handle::current()).await {
                    Ok(started) => return started,
                    Err(_) => sleep(Duration::from_millis(20)).await,
                }
            }
        });
        self.alive.push((name, started.await));
    }

    fn holder(&self) -> Option<usize> {
        self.alive.iter().position(|(_, one)| one.is_holder() && one.status().link == LinkState::Up)
    }

    /// Somebody calls from outside, is answered and hangs up: one call record.
    async fn call(&mut self, office: usize) {
        self.calls += 1;
        let from = Caller::Number(format!("0{office}{:06}", self.calls));
        let to = "1001".to_owned();
        self.office.switch.network(NetworkAct::Calls { line: None, from, to }).await.unwrap();
        self.office.switch.user("1001", UserAct::Answer).await.unwrap();
        self.office.switch.user("1001", UserAct::HangUp).await.unwrap();
    }
}

async fn count_records(bus: &Bus, site: &str) -> (usize, usize) {
    let records = call_records(bus).await;
    let of_site: Vec<String> = records
        .iter()
        .filter(|record| record.site.as_str() == site)
        .map(|record| record.csta.to_string())
        .collect();
    (of_site.len(), of_site.iter().collect::<BTreeSet<_>>().len())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_record_is_lost_or_doubled_no_ghost_stays_and_never_two_have_a_switch() {
    let Some(mut server) = server().await else { return };
    let seed = std::env::var("CSTA_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(10);
    let rounds =
        std::env::var("CSTA_ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(6);
    let mut random = fastrand::Rng::with_seed(seed);
    let bus = server.connect().await.unwrap();
    let seen = events(&bus, "*").await;
    let mut branches = Vec::new();
    for name in ["berlin", "osaka", "turin"] {
        branches.push(Branch::open(name, &server).await);
    }
    for round in 0..rounds {
        for branch in &branches {
            until("a holder with its link", || branch.holder().is_some()).await;
        }
        let at = random.usize(0..branches.len());
        let branch = &mut branches[at];
        let holder = branch.holder().unwrap();
        match random.u8(0..4) {
            0 => branch.alive[holder].1.hand_over().await,
            1 => {
                // Dropped, it ends without a word; its spool stays.
                let (name, dead) = branch.alive.swap_remove(holder);
                drop(dead);
                branch.start(name, &server).await;
            }
            2 => branch.office.switch.drop_link().await.unwrap(),
            _ => server.restart().await.unwrap(),
        }
        for (office, branch) in branches.iter_mut().enumerate() {
            branch.call(office + 1).await;
        }
        sleep(Duration::from_millis(random.u64(0..500) + round % 3)).await;
    }
    let (late, _following) = soon("the lines", Board::follow(&bus)).await;
    for (office, branch) in branches.iter_mut().enumerate() {
        let name = branch.name;
        until("monitors", || late.is_monitored(name, "1001") && late.is_monitored(name, "1002"))
            .await;
        // A dialler over the bus.
        let device = |number: &str| json!({"deviceIdentifier": {"dialingNumber": number}});
        let argument =
            json!({"callingDevice": device("1002"), "calledDirectoryNumber": device("1003")});
        let site = name.parse().unwrap();
        let limit = Duration::from_secs(30);
        let outcome = invoke(&bus, &site, "makeCall", None, argument, limit).await.unwrap();
        assert!(matches!(outcome, InvokeOutcome::Result { .. }), "{name}: {outcome:?}");
        until("ringing", || late.states(name, "1003") == ["offering"]).await;
        branch.office.switch.user("1002", UserAct::HangUp).await.unwrap();
        until("no ghost", || {
            ["1001", "1002", "1003"].iter().all(|line| late.states(name, line).is_empty())
        })
        .await;
        branch.call(office + 1).await;
        soon("the records", async {
            while count_records(&bus, name).await.0 < branch.calls {
                sleep(Duration::from_millis(100)).await;
            }
        })
        .await;
        assert_eq!(count_records(&bus, name).await, (branch.calls, branch.calls), "{name}");
        assert_eq!(*branch.turned_away.lock().unwrap(), 0, "{name}");
    }
    let seen = seen.lock().unwrap();
    for branch in &branches {
        let of_site = seen.iter().filter(|event| event.site.as_str() == branch.name);
        let numbers: Vec<u64> = of_site.map(|event| event.sequence).collect();
        assert!(!numbers.is_empty() && numbers.is_sorted_by(|a, b| a < b), "{numbers:?}");
    }
}
