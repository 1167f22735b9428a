//! A run: people telephone, things go wrong, the weather clears up, and everybody knows all again.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use pbx_sim::csta::Notice;
use pbx_sim::lan::{Lan, LanListener};
use pbx_sim::model::{Caller, NetworkAct, Number};
use pbx_sim::server::Direction;
use pbx_sim::{Pbx, People};
use tokio::runtime::{Builder, Handle};
use tokio::sync::broadcast::Receiver;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep, timeout};

use super::desk::Desk;
use super::host::Host;
use super::mishap::{Mishap, weather};
use super::office::{SECOND, config, number};
use super::witness::{agrees, record, telephone, tells_all};
use crate::{Config, LinkState, MonitorState};

const TELEPHONES: u16 = 5;
const DESKS: usize = 3;

/// How much goes wrong in a run.
const MISHAPS: usize = 12;

/// Plays a seed.
pub(super) fn play(seed: u64) {
    // What the program takes by chance comes from here.
    fastrand::seed(seed);
    let runtime = Builder::new_current_thread().enable_time().start_paused(true).build().unwrap();
    runtime.block_on(run(seed));
}

async fn run(seed: u64) {
    let begin = Instant::now();
    let mut random = fastrand::Rng::with_seed(seed);
    let lan = Lan::new(seed);
    let names: Vec<_> = (1..=DESKS).map(|desk| format!("desk {desk}")).collect();
    calm_down(&lan, &names);
    let pbx = Pbx::spawn(switch(&mut random)).unwrap();
    let mut port = JoinSet::new();
    port.spawn(serve(lan.listen("pbx"), pbx.clone()));
    pbx.tap(move |direction, apdu| {
        super::trace(begin, "pbx", direction == Direction::FromSwitch, apdu);
    });
    let (log, owed) = (record(pbx.notices()), callers(pbx.notices()));
    let mut host = Host::new(&lan, multiplexer(&mut random), random.fork());
    let mut desks = Vec::new();
    for (index, name) in names.iter().enumerate() {
        let own = random.u8(1..1 << TELEPHONES);
        let telephones = (1..=TELEPHONES).filter(|number| own & 1 << (number - 1) != 0);
        let desk = Desk::new(&lan, name.clone(), telephones, index == 0, &mut random);
        desks.push(desk.await);
    }

    let mut office = Office { pbx: &pbx, random, requests: JoinSet::new(), callers: 0 };
    for _ in 0..MISHAPS {
        let moment = Duration::from_millis(office.random.u64(0..6_000));
        office.work(&desks, moment).await;
        let mishap = Mishap::random(&names, &mut office.random);
        println!("{:?} {mishap:?}", begin.elapsed());
        mishap.happen(&lan, &pbx, &mut host, &names).await;
    }

    // The weather clears up. What only one end knows of takes the longest.
    sleep(600 * SECOND).await;
    calm_down(&lan, &names);
    host.fill_disk(false);
    desks.iter().for_each(Desk::calm_down);
    let settled = async {
        while !desks.iter().all(Desk::is_sure) {
            office.work(&desks, 2 * SECOND).await;
        }
    };
    if timeout(3600 * SECOND, settled).await.is_err() {
        let views: Vec<_> = desks.iter().map(|desk| desk.view.lock().unwrap()).collect();
        panic!("not all is known again within an hour: {views:?}, {:?}", host.notices());
    }
    for desk in &desks {
        agrees(&pbx, &desk.view, &desk.monitors).await;
        tells_all(&desk.view.lock().unwrap(), &log.lock().unwrap(), &desk.monitors);
    }
    timeout(60 * SECOND, office.requests.join_all()).await.expect("each request has ended");
    let collected = async {
        // Calls that are still there come to their end.
        sleep(60 * SECOND).await;
        while !owed.lock().unwrap().is_subset(&desks[0].callers.lock().unwrap()) {
            sleep(SECOND).await;
        }
    };
    let is_collected = timeout(3600 * SECOND, collected).await.is_ok();
    assert!(is_collected, "{:?} of {owed:?}", desks[0].callers);
    is_as_it_should_be(&host, &desks);
    release(desks, &mut host).await;
    drop((host, port, pbx, lan));
    sleep(10 * SECOND).await;
    assert_eq!(Handle::current().metrics().num_alive_tasks(), 0, "tasks that do not end");
}

/// The network as it is when nothing is wrong with it.
fn calm_down(lan: &Lan, desks: &[String]) {
    for other in desks.iter().map(String::as_str).chain(["pbx"]) {
        lan.weather("mux", other, weather(SECOND / 1000..SECOND / 300));
    }
}

/// A PBX, with ways of its own.
fn switch(random: &mut fastrand::Rng) -> pbx_sim::Config {
    let mut config = config(TELEPHONES);
    config.people = People { answer_after: Some(2 * SECOND), hang_up_after: Some(9 * SECOND) };
    config.link.linked_snapshots = random.bool();
    config.link.opaque_references = random.bool();
    config.link.status_interval = SECOND * random.u32(10..120);
    config
}

/// A multiplexer, with settings of its own.
fn multiplexer(random: &mut fastrand::Rng) -> Config {
    let mut config = Config::new("pbx");
    config.pbx.silence_timeout = 150 * SECOND;
    config.pbx.requests_in_flight = random.usize(1..8);
    config.pbx.abort_applications_when_lost = random.bool();
    config.limits.keep_alive = SECOND * random.u32(10..120);
    config.limits.unread = 64 << random.usize(10..14);
    config
}

/// The PBX is a host.
pub(super) async fn serve(mut port: LanListener, pbx: Pbx) {
    loop {
        let (connection, pbx) = (port.accept().await, pbx.clone());
        tokio::spawn(async move { pbx.serve(connection).await });
    }
}

/// The callers of which the PBX has made call records.
fn callers(mut notices: Receiver<Notice>) -> Arc<Mutex<BTreeSet<String>>> {
    let callers = Arc::new(Mutex::new(BTreeSet::new()));
    let written = Arc::clone(&callers);
    tokio::spawn(async move {
        while let Ok(notice) = notices.recv().await {
            match notice {
                Notice::Record(record) => {
                    let Number::Digits(caller) = record.calling else { panic!("{record:?}") };
                    written.lock().unwrap().insert(caller);
                }
                Notice::RecordLost => panic!("the PBX keeps more than there are"),
                _ => {}
            }
        }
    });
    callers
}

/// What people do.
struct Office<'a> {
    pbx: &'a Pbx,
    random: fastrand::Rng,
    /// What applications have asked.
    requests: JoinSet<()>,
    /// How many have called from outside.
    callers: u32,
}

impl Office<'_> {
    /// People telephone for a time, some come from outside, and applications make calls.
    async fn work(&mut self, desks: &[Desk], time: Duration) {
        let telephone_of = |random: &mut fastrand::Rng| random.u16(1..=TELEPHONES);
        if self.random.bool() {
            self.callers += 1;
            let from = Caller::Number(format!("030{:06}", self.callers));
            let to = number(telephone_of(&mut self.random));
            // Not everything is possible at any time.
            let _ = self.pbx.network(NetworkAct::Calls { line: None, from, to }).await;
        }
        if self.random.bool() {
            let desk = &desks[self.random.usize(0..desks.len())];
            let (from, to) = (telephone_of(&mut self.random), telephone_of(&mut self.random));
            self.requests.spawn(desk.dial(from, to));
        }
        telephone(self.pbx, TELEPHONES, &mut self.random, time).await;
    }
}

/// The multiplexer has the monitors that applications want, and nothing else waits in it.
fn is_as_it_should_be(host: &Host, desks: &[Desk]) {
    let mut wanted = BTreeMap::<_, usize>::new();
    for (telephone, _) in desks.iter().flat_map(|desk| &desk.monitors) {
        *wanted.entry(number(*telephone)).or_default() += 1;
    }
    let status = host.running().unwrap().status();
    assert_eq!(status.link, LinkState::Up);
    let monitors = status.monitors.iter().map(|own| {
        assert_eq!(own.state, MonitorState::On, "{own:?}");
        (own.device.clone(), own.applications.len())
    });
    let monitors: BTreeMap<_, _> = monitors.collect();
    assert_eq!(monitors, wanted, "{:?}, {:?}", status.monitors, host.notices());
    assert_eq!(status.applications.len(), desks.len());
    let (requests, records) = (status.requests, status.call_records);
    assert_eq!((requests.queued, requests.in_flight, requests.late), (0, 0, 0));
    assert_eq!((records.spooled, records.unspooled), (0, 0));
    assert!(records.holder.is_some());
}

/// All go, and nothing is left of them.
async fn release(desks: Vec<Desk>, host: &mut Host) {
    for desk in desks {
        desk.session.release().await;
    }
    sleep(10 * SECOND).await;
    let status = host.running().unwrap().status();
    assert_eq!(status.link, LinkState::Up);
    assert!(status.applications.is_empty() && status.monitors.is_empty(), "{status:?}");
    assert!(status.hotel.is_empty() && status.call_records.holder.is_none(), "{status:?}");
    assert_eq!((status.registrations, status.linked_replies, status.held), (0, 0, 0));
    let requests = status.requests;
    assert_eq!((requests.queued, requests.in_flight, requests.late), (0, 0, 0));
    host.stop().await;
}
