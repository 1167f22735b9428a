//! What a PBX knows, what an application was told, and whether they agree.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use csta_client::{MonitorId, SessionStream};
use futures::StreamExt;
use pbx_sim::Pbx;
use pbx_sim::csta::Notice;
use pbx_sim::model::UserAct;
use tokio::sync::broadcast::Receiver;
use tokio::time::{Instant, sleep};

use super::office::number;
use super::view::{Calls, Happening, View, known_calls, known_happening};

/// What happened at each telephone, as the PBX knows it.
pub(crate) type Log = BTreeMap<u16, Vec<Happening>>;

/// Writes down what the PBX tells of itself.
pub(crate) fn record(mut notices: Receiver<Notice>) -> Arc<Mutex<Log>> {
    let log = Arc::new(Mutex::new(Log::new()));
    let written = Arc::clone(&log);
    tokio::spawn(async move {
        while let Ok(notice) = notices.recv().await {
            if let Notice::Event(event) = notice
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
pub(crate) fn read(mut items: SessionStream) -> Arc<Mutex<View>> {
    let view = Arc::new(Mutex::new(View::default()));
    let taken = Arc::clone(&view);
    tokio::spawn(async move {
        while let Some(item) = items.next().await {
            taken.lock().unwrap().take(&item);
        }
    });
    view
}

/// What the application knows of calls is true, but where it knows of a gap. It monitors these
/// telephones.
pub(crate) async fn agrees(pbx: &Pbx, view: &Mutex<View>, monitors: &[(u16, MonitorId)]) {
    let telephones: Vec<_> = monitors.iter().map(|(telephone, _)| *telephone).collect();
    let mut differs = String::new();
    // What is on the way arrives within a moment.
    for _ in 0..50 {
        let telephones = telephones.clone();
        let known = pbx.look(move |model| {
            let calls = telephones.iter().map(|index| known_calls(model, &number(*index)));
            calls.collect::<Vec<Calls>>()
        });
        let known = known.await.unwrap();
        let difference = {
            let view = view.lock().unwrap();
            monitors.iter().zip(&known).find_map(|((telephone, monitor), known)| {
                let watched = view.monitors.get(monitor)?;
                let agrees = watched.gap || watched.calls == *known;
                (!agrees).then(|| format!("{telephone}: {known:?}, {watched:?}"))
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

/// The application knows of all its monitors, and where events of them are missing, there is a gap;
/// everything else was told in its order.
pub(crate) fn tells_all(view: &View, log: &Log, monitors: &[(u16, MonitorId)]) {
    let ids: Vec<_> = monitors.iter().map(|(_, monitor)| *monitor).collect();
    assert_eq!(view.monitors.keys().copied().collect::<Vec<_>>(), ids);
    for (telephone, monitor) in monitors {
        let told = &view.monitors[monitor].told;
        let happened = log.get(telephone).map_or(&[][..], Vec::as_slice);
        assert!(is_complete(told, happened), "{telephone}: {told:?} of {happened:?}");
    }
}

fn is_complete(told: &[Vec<Happening>], happened: &[Happening]) -> bool {
    let mut rest = happened;
    told.iter().filter(|piece| !piece.is_empty()).all(|piece| {
        let found = rest.windows(piece.len()).position(|window| window == piece);
        rest = found.map_or(&[], |at| &rest[at + piece.len()..]);
        found.is_some()
    })
}

/// Telephones call each other for a time.
pub(crate) async fn telephone(
    pbx: &Pbx,
    telephones: u16,
    random: &mut fastrand::Rng,
    time: Duration,
) {
    let end = Instant::now() + time;
    while Instant::now() < end {
        let (from, to) = (random.u16(1..=telephones), random.u16(1..=telephones));
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
