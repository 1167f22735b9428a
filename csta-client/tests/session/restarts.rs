//! A session survives whatever the PBX does.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use csta_client::{MonitorId, SessionStream};
use futures::StreamExt;
use pbx_sim::model::UserAct;
use pbx_sim::{Fault, People};
use tokio::sync::broadcast::Receiver;
use tokio::time::{Instant, sleep};

use crate::office::{SECOND, builder, config, monitor, number, start};
use crate::view::{Calls, Happening, View, known_calls, known_happening};

const TELEPHONES: u16 = 500;
const RESTARTS: usize = 50;

/// What happened at each telephone, as the PBX knows it.
type Log = BTreeMap<u16, Vec<Happening>>;

/// Writes down what the PBX tells of itself.
fn record(mut notices: Receiver<pbx_sim::csta::Notice>) -> Arc<Mutex<Log>> {
    let log = Arc::new(Mutex::new(Log::new()));
    let written = Arc::clone(&log);
    tokio::spawn(async move {
        while let Ok(notice) = notices.recv().await {
            if let pbx_sim::csta::Notice::Event(event) = notice
                && event.at.kind().is_station()
            {
                let telephone = event.at.raw() as u16;
                let happening = known_happening(&event);
                written.lock().unwrap().entry(telephone).or_default().push(happening);
            }
        }
    });
    log
}

/// An application that reads all items.
fn read(mut items: SessionStream) -> Arc<Mutex<View>> {
    let view = Arc::new(Mutex::new(View::default()));
    let taken = Arc::clone(&view);
    tokio::spawn(async move {
        while let Some(item) = items.next().await {
            taken.lock().unwrap().take(&item);
        }
    });
    view
}

/// What the application knows of calls is true, but where it knows of a gap.
async fn agrees(pbx: &pbx_sim::Pbx, view: &Mutex<View>, monitors: &[MonitorId]) {
    let mut differs = String::new();
    // What is on the way arrives within a moment.
    for _ in 0..50 {
        let known = pbx.look(|model| {
            let calls = |index| known_calls(model, &number(index));
            (1..=TELEPHONES).map(calls).collect::<Vec<Calls>>()
        });
        let known = known.await.unwrap();
        let difference = {
            let view = view.lock().unwrap();
            monitors.iter().zip(&known).enumerate().find_map(|(index, (monitor, known))| {
                let watched = view.monitors.get(monitor)?;
                let agrees = watched.gap || watched.calls == *known;
                (!agrees).then(|| format!("{}: {known:?}, {watched:?}", index + 1))
            })
        };
        match difference {
            None => return,
            Some(difference) => differs = difference,
        }
        sleep(Duration::from_millis(1)).await;
    }
    panic!("{differs}");
}

/// Where events are missing, there is a gap; everything else was told in its order.
fn is_complete(told: &[Vec<Happening>], happened: &[Happening]) -> bool {
    let mut rest = happened;
    told.iter().filter(|piece| !piece.is_empty()).all(|piece| {
        let found = rest.windows(piece.len()).position(|window| window == piece);
        rest = found.map_or(&[], |at| &rest[at + piece.len()..]);
        found.is_some()
    })
}

/// Telephones call each other for a time.
async fn telephone(pbx: &pbx_sim::Pbx, random: &mut fastrand::Rng, time: Duration) {
    let end = Instant::now() + time;
    while Instant::now() < end {
        let (from, to) = (random.u16(1..=TELEPHONES), random.u16(1..=TELEPHONES));
        let act = match random.u8(0..8) {
            0 => UserAct::Hold,
            1 => UserAct::Retrieve,
            2 => UserAct::HangUp,
            _ => UserAct::Dial(number(to)),
        };
        // Not everything is possible at any time.
        let _ = pbx.user(&number(from), act).await;
        sleep(Duration::from_millis(random.u64(0..100))).await;
    }
}

fn fault(random: &mut fastrand::Rng) -> Fault {
    let lasting = Duration::from_millis(random.u64(0..4000));
    match random.u8(0..8) {
        0 => Fault::DropLink,
        1 => Fault::Abort,
        2 | 3 => Fault::Restart { lasting, keeps_calls: true },
        _ => Fault::Restart { lasting, keeps_calls: false },
    }
}

#[tokio::test(start_paused = true)]
async fn a_session_survives_fifty_restarts() {
    // Set it to repeat a run, or to try another one.
    let seed = std::env::var("SESSION_SEED").map_or(20, |seed| seed.parse().unwrap());
    println!("SESSION_SEED={seed}");
    let mut random = fastrand::Rng::with_seed(seed);

    let mut config = config(TELEPHONES);
    config.people = People { answer_after: Some(2 * SECOND), hang_up_after: Some(5 * SECOND) };
    let pbx = pbx_sim::Pbx::spawn(config).unwrap();
    let log = record(pbx.notices());
    let builder = builder()
        .seed(seed)
        .backoff(SECOND / 10, 2 * SECOND)
        .requests_in_flight(8)
        .request_interval(Duration::from_millis(1))
        .snapshot_interval(Some(20 * SECOND));
    let (session, items) = start(builder, &pbx);
    let view = read(items);
    let mut monitors = Vec::new();
    for index in 1..=TELEPHONES {
        monitors.push(monitor(&session, index).await);
    }

    for restart in 0..RESTARTS {
        // Some come while monitors are still being restored.
        let moment = if restart % 3 == 0 { 0..1500 } else { 2000..8000 };
        let moment = Duration::from_millis(random.u64(moment));
        telephone(&pbx, &mut random, moment).await;
        agrees(&pbx, &view, &monitors).await;
        pbx.fault(fault(&mut random)).await.unwrap();
    }

    while !view.lock().unwrap().is_sure() {
        telephone(&pbx, &mut random, SECOND).await;
    }
    agrees(&pbx, &view, &monitors).await;
    let view = view.lock().unwrap();
    assert!(view.downs >= RESTARTS, "each is told");
    assert_eq!(view.monitors.keys().copied().collect::<Vec<_>>(), monitors);
    let log = log.lock().unwrap();
    for (index, monitor) in (1..).zip(&monitors) {
        let told = &view.monitors[monitor].told;
        let happened = log.get(&index).map_or(&[][..], Vec::as_slice);
        assert!(is_complete(told, happened), "{index}: {told:?} of {happened:?}");
    }
    let told: usize = view.monitors.values().flat_map(|watched| &watched.told).map(Vec::len).sum();
    let happened: usize = log.values().map(Vec::len).sum();
    println!("{told} of {happened} events told, the rest in gaps");
    assert!(told > happened / 4 && told < happened, "{told} of {happened}");
}
