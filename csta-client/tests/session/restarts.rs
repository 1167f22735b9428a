//! A session survives whatever the PBX does.

use std::time::Duration;

use pbx_sim::{Fault, People};

use crate::office::{SECOND, builder, config, monitor, start};
use crate::witness::{agrees, read, record, telephone, tells_all};

const TELEPHONES: u16 = 500;
const RESTARTS: usize = 50;

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
        monitors.push((index, monitor(&session, index).await));
    }

    for restart in 0..RESTARTS {
        // Some come while monitors are still being restored.
        let moment = if restart % 3 == 0 { 0..1500 } else { 2000..8000 };
        let moment = Duration::from_millis(random.u64(moment));
        telephone(&pbx, TELEPHONES, &mut random, moment).await;
        agrees(&pbx, &view, &monitors).await;
        pbx.fault(fault(&mut random)).await.unwrap();
    }

    while !view.lock().unwrap().is_sure() {
        telephone(&pbx, TELEPHONES, &mut random, SECOND).await;
    }
    agrees(&pbx, &view, &monitors).await;
    let view = view.lock().unwrap();
    assert!(view.downs >= RESTARTS, "each is told");
    let log = log.lock().unwrap();
    tells_all(&view, &log, &monitors);
    let told: usize = view.monitors.values().flat_map(|watched| &watched.told).map(Vec::len).sum();
    let happened: usize = log.values().map(Vec::len).sum();
    println!("{told} of {happened} events told, the rest in gaps");
    assert!(told > happened / 4 && told < happened, "{told} of {happened}");
}
