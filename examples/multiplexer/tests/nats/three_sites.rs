//! Three sites with two multiplexers each, in processes of their own, and one NATS: each part is
//! killed in turn, by hand-over and by force.
//!
//! What happens follows from a seed. `SITES_SEEDS=0..50` runs others than the first two, a number
//! alone that one; `SITES_TAKEOVER=10s` gives the multiplexers another time for taking over than three
//! seconds. How long a site is without its PBX when another multiplexer takes over is printed.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stderr,
    reason = "a test may fail that way, and says how far it is"
)]

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use bus::{Bus, InvokeOutcome, TestServer, invoke};
use pbx_sim::Fault;
use pbx_sim::model::UserAct;
use serde_json::json;
use tokio::time::{Instant, sleep};

use crate::bystander::{Board, call_records, count_second_applications, events, server};
use crate::process::{Place, Process};
use crate::support::{Office, soon, until};

/// How many parts are killed for each seed.
const ROUNDS: usize = 6;

/// How long NATS is away at the longest, in milliseconds; a lease lasts 1.8 s with a takeover of 3 s.
const NATS_AWAY: u64 = 4000;

/// A site: its PBX, the multiplexers in front of it, and what has been called there.
struct Branch {
    name: &'static str,
    office: Office,
    alive: Vec<(&'static str, Process)>,
    turned_away: Arc<Mutex<usize>>,
    runs: usize,
    calls: usize,
}

const PLACES: [&str; 2] = ["one", "other"];

impl Branch {
    async fn open(name: &'static str, server: &TestServer) -> Self {
        let office = Office::new(3).await;
        let turned_away = count_second_applications(&office);
        let mut branch = Self { name, office, alive: Vec::new(), turned_away, runs: 0, calls: 0 };
        PLACES.into_iter().for_each(|place| branch.start(place, server));
        branch
    }

    fn place(&self, place: &'static str) -> Place<'_> {
        Place { office: &self.office, site: self.name, place }
    }

    /// Starts a multiplexer, again if it has died, with the spool that it left.
    fn start(&mut self, place: &'static str, server: &TestServer) {
        self.runs += 1;
        let takeover = std::env::var("SITES_TAKEOVER");
        let process =
            self.place(place).start(self.runs, server, takeover.as_deref().unwrap_or("3s"));
        self.alive.push((place, process));
    }

    /// Which of those that live has the PBX, or is to have it.
    fn holder(&self, board: &Board) -> Option<usize> {
        let site = board.site(self.name)?;
        self.alive.iter().position(|(_, process)| process.name == site.holder)
    }

    /// Whether that one has it.
    fn is_linked(&self, board: &Board) -> bool {
        self.holder(board).is_some() && board.site(self.name).is_some_and(|site| site.linked)
    }

    /// Up to where events may have been numbered: with each takeover it is more.
    fn reserved(&self, board: &Board) -> u64 {
        board.site(self.name).map_or(0, |site| site.reserved)
    }

    /// Somebody calls from outside: one call record.
    async fn call(&mut self, office: usize) {
        self.calls += 1;
        self.office.call(&format!("0{office}{:06}", self.calls)).await;
    }
}

impl Drop for Branch {
    fn drop(&mut self) {
        if std::thread::panicking() {
            for place in PLACES {
                eprintln!("{} {place}:\n{}", self.name, self.place(place).log());
            }
        }
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

/// Kills a part, as chance has it. Returns what that was, and whether another multiplexer takes over.
async fn kill(
    branch: &mut Branch,
    server: &mut TestServer,
    board: &Board,
    random: &mut fastrand::Rng,
) -> (&'static str, bool) {
    let holder = branch.holder(board).expect("a holder");
    match random.u8(0..8) {
        0 => {
            // Just after NATS was away, nobody may hear it yet; who has the PBX answers.
            let (client, subject) =
                (board.bus().client(), format!("csta.{}.hand-over", branch.name));
            soon("the answer of the holder", async {
                while client.request(subject.clone(), "".into()).await.is_err() {
                    sleep(Duration::from_millis(100)).await;
                }
            })
            .await;
            ("hand-over", true)
        }
        1 | 2 => {
            let (place, mut dead) = branch.alive.swap_remove(holder);
            dead.kill();
            branch.start(place, server);
            ("the holder is killed", true)
        }
        3 => {
            let (place, mut dead) = branch.alive.swap_remove(1 - holder);
            dead.kill();
            branch.start(place, server);
            ("the standby is killed", false)
        }
        4 => {
            let (place, process) = branch.alive.swap_remove(holder);
            process.stop().await;
            branch.start(place, server);
            ("the holder is told to end", true)
        }
        5 => {
            let lasting = Duration::from_millis(random.u64(0..1500));
            branch
                .office
                .switch
                .fault(Fault::Restart { lasting, keeps_calls: true })
                .await
                .unwrap();
            ("the PBX restarts", false)
        }
        6 => {
            server.restart().await.unwrap();
            ("NATS is killed", false)
        }
        _ => {
            server.kill();
            sleep(Duration::from_millis(random.u64(0..NATS_AWAY))).await;
            server.restart().await.unwrap();
            ("NATS is away", false)
        }
    }
}

/// A dialler over the bus: while the PBX is away it is refused, and tries again.
async fn dial(bus: &Bus, site: &str) {
    let device = |number: &str| json!({"deviceIdentifier": {"dialingNumber": number}});
    let argument =
        json!({"callingDevice": device("1002"), "calledDirectoryNumber": device("1003")});
    let (site, limit) = (site.parse().unwrap(), Duration::from_secs(30));
    loop {
        let outcome = invoke(bus, &site, "makeCall", None, argument.clone(), limit).await.unwrap();
        match &outcome {
            InvokeOutcome::Result { .. } => return,
            InvokeOutcome::Error(error) => assert!(!error.may_have_been_done, "{site}: {error}"),
            InvokeOutcome::Failure(why) => {
                assert!(why.to_string().contains("resourceOutOfService"), "{site}: {why}");
            }
        }
        sleep(Duration::from_millis(100)).await;
    }
}

fn seeds() -> Range<u64> {
    let Ok(seeds) = std::env::var("SITES_SEEDS") else { return 0..2 };
    let number = |text: &str| text.parse().expect("SITES_SEEDS is a number, or two with ..");
    match seeds.split_once("..") {
        Some((first, end)) => number(first)..number(end),
        None => number(&seeds)..number(&seeds) + 1,
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_record_is_lost_or_doubled_no_ghost_stays_and_never_two_have_a_switch() {
    for seed in seeds() {
        let Some(server) = server().await else { return };
        eprintln!("SITES_SEEDS={seed}");
        three_sites(server, fastrand::Rng::with_seed(seed)).await;
    }
}

async fn three_sites(mut server: TestServer, mut random: fastrand::Rng) {
    let bus = server.connect().await.unwrap();
    let seen = events(&bus, "*").await;
    let mut branches = Vec::new();
    for name in ["berlin", "osaka", "turin"] {
        branches.push(Branch::open(name, &server).await);
    }
    let board = Board::follow(&bus).await;
    for round in 0..ROUNDS {
        for branch in &branches {
            until("a holder with its link", || branch.is_linked(&board)).await;
        }
        let at = random.usize(0..branches.len());
        let branch = branches.get_mut(at).unwrap();
        let (site, before) = (branch.name, branch.reserved(&board));
        let began = Instant::now();
        let (done, is_takeover) = kill(branch, &mut server, &board, &mut random).await;
        for (office, branch) in branches.iter_mut().enumerate() {
            branch.call(office + 1).await;
        }
        if let Some(branch) = branches.get(at).filter(|_| is_takeover) {
            until("another holder", || {
                branch.is_linked(&board) && branch.reserved(&board) > before
            })
            .await;
        }
        eprintln!("{round}: {site}: {done}, {:.1} s", began.elapsed().as_secs_f64());
        sleep(Duration::from_millis(random.u64(0..500))).await;
    }
    let late = Board::follow(&bus).await;
    for (office, branch) in branches.iter_mut().enumerate() {
        let name = branch.name;
        until("a holder with its link", || branch.is_linked(&late)).await;
        until("monitors", || {
            ["1001", "1002", "1003"].iter().all(|line| late.is_monitored(name, line))
        })
        .await;
        soon("a call", dial(&bus, name)).await;
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
