//! Traffic and mishaps: by chance, and the same for each seed.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use pbx_sim::chance::{Load, Mishaps, Traffic};
use pbx_sim::csta::{Notice, Switch};
use pbx_sim::model::{Event, Hook, What};
use pbx_sim::{Config, Fault, Pbx};

const SECOND: Duration = Duration::from_secs(1);

/// What happened, and when, in so much time of traffic; and the switch after it.
fn telephone(traffic: Traffic, time: Duration) -> (Vec<(Duration, Event)>, Switch) {
    let begin = Instant::now();
    let mut switch = Switch::new(Config::default()).unwrap();
    let mut load = Load::new(traffic, switch.model(), begin);
    let (mut events, mut is_over) = (Vec::new(), false);
    while let Some(due) = load.poll_timeout().into_iter().chain(switch.poll_timeout()).min() {
        if due > begin + time && !is_over {
            is_over = true;
            load.change(Traffic { calls_per_second: 0.0, ..traffic }, due);
        }
        switch.handle_timeout(due);
        while let Some(act) = load.poll_act(due, switch.model()) {
            switch.handle(due, act);
        }
        while let Some(notice) = switch.poll_notice() {
            if let Notice::Event(event) = notice {
                events.push((due - begin, event));
            }
        }
    }
    (events, switch)
}

#[test]
fn the_same_seed_makes_the_same_traffic() {
    let traffic = Traffic { mean_talk: 5 * SECOND, ..Traffic::new(1.0, 42) };
    let (events, _) = telephone(traffic, 300 * SECOND);
    assert!(events.len() > 1_000, "{}", events.len());
    assert_eq!(events, telephone(traffic, 300 * SECOND).0);
    assert_ne!(events, telephone(Traffic { seed: 43, ..traffic }, 300 * SECOND).0);
}

#[test]
fn people_do_all_that_people_do_and_hang_up_in_the_end() {
    let traffic = Traffic { mean_talk: 5 * SECOND, ..Traffic::new(1.0, 1) };
    let (events, switch) = telephone(traffic, 600 * SECOND);
    let kind = |(_, event): &(Duration, Event)| match &event.what {
        What::Established { .. } => "answered",
        What::Held { .. } => "held",
        What::Retrieved { .. } => "retrieved",
        What::Transferred { .. } => "transferred",
        What::Failed { .. } => "failed",
        What::NetworkReached { .. } => "out",
        What::ServiceInitiated { network_called: Some(_), .. } => "in",
        _ => "other",
    };
    let kinds: BTreeSet<_> = events.iter().map(kind).collect();
    let expected = ["answered", "failed", "held", "in", "other", "out", "retrieved", "transferred"];
    assert_eq!(kinds, BTreeSet::from(expected));
    assert_eq!(switch.model().calls().count(), 0);
    assert!(switch.model().devices().all(|device| device.hook() == Hook::On));
}

#[test]
fn the_same_seed_makes_the_same_mishaps() {
    let begin = Instant::now();
    let faults = |seed| {
        let mut mishaps = Mishaps::new(60 * SECOND, seed, begin);
        std::iter::from_fn(|| mishaps.poll_fault(begin + 36_000 * SECOND)).collect::<Vec<_>>()
    };
    let first = faults(5);
    assert!((400..800).contains(&first.len()), "{}", first.len());
    assert_eq!(first, faults(5));
    assert_ne!(first, faults(6));
    let delays = first.iter().filter(|fault| matches!(fault, Fault::Delay(_))).count();
    let ended = first.iter().filter(|fault| **fault == Fault::Delay(Duration::ZERO)).count();
    assert!(delays.div_ceil(2) >= ended && ended > 0);
}

#[test]
fn times_without_end_are_long_and_no_more() {
    let traffic = Traffic { mean_talk: Duration::MAX, ..Traffic::new(1.0, 1) };
    let switch = Switch::new(Config::default()).unwrap();
    let mut load = Load::new(traffic, switch.model(), Instant::now());
    let first = load.poll_timeout().unwrap();
    assert!(load.poll_act(first, switch.model()).is_some());
    let mishaps = Mishaps::new(Duration::MAX, 1, Instant::now());
    assert!(mishaps.poll_timeout().is_some());
}

#[tokio::test(start_paused = true)]
async fn a_switch_lives_through_hours_of_mishaps() {
    let pbx = Pbx::spawn(Config::default()).unwrap();
    pbx.load(Traffic::new(0.2, 3)).await.unwrap();
    pbx.mishaps(120 * SECOND, 3).await.unwrap();
    tokio::time::sleep(4 * 3600 * SECOND).await;
    pbx.load(Traffic::new(0.0, 3)).await.unwrap();
    tokio::time::sleep(3600 * SECOND).await;
    assert_eq!(pbx.look(|model| model.calls().count()).await, Ok(0));
}
