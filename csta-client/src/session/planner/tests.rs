//! Whatever happens in whatever order: what is told is the truth, and all of it.

use std::time::{Duration, Instant};

use csta_codec::acse::AssociateResult;
use csta_codec::types::SystemStatus;
use proptest::prelude::*;

use super::world::{SECOND, Step, World, broken, plan, play, snapshot, wanted};
use super::*;
use crate::session::{MonitorId, MonitorLoss, SessionItem};
use crate::{CloseReason, Error};

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        6 => prop_oneof![0_u64..50, 0_u64..40_000].prop_map(Step::Wait),
        3 => Just(Step::LinkUp),
        1 => Just(Step::LinkDown),
        8 => (0_usize..4, prop::bool::weighted(0.8)).prop_map(|(index, ok)| Step::Answer(index, ok)),
        8 => (0_usize..5).prop_map(Step::Event),
        1 => (0_usize..5).prop_map(Step::StopBySwitch),
        2 => Just(Step::Add),
        1 => (0_usize..5).prop_map(Step::Remove),
        1 => (0_usize..5).prop_map(Step::Resynchronise),
        1 => Just(Step::MessagesLost),
        1 => Just(Step::Disabled),
        1 => Just(Step::Enabled),
        3 => (0_usize..8).prop_map(Step::Read),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn what_is_told_is_the_truth(steps in prop::collection::vec(step(), 0..200)) {
        play(&steps);
    }
}

#[test]
fn a_switch_that_says_again_that_it_is_enabled_does_not_begin_anew() {
    play(&[
        Step::LinkUp,
        Step::Disabled,
        Step::Enabled,
        Step::Add,
        Step::Wait(20_000),
        Step::Enabled,
        Step::Answer(0, true),
        Step::Answer(0, true),
        Step::Event(0),
    ]);
}

fn retry_in(planner: &mut Planner, now: Instant) -> Duration {
    loop {
        match planner.poll_item(now) {
            Some(SessionItem::LinkDown { retry_in, .. }) => return retry_in,
            Some(_) => {}
            None => panic!("not told"),
        }
    }
}

#[test]
fn waits_longer_each_time_until_a_link_has_held() {
    let mut now = Instant::now();
    let mut planner = Planner::new(now, plan(), fastrand::Rng::with_seed(1));
    let mut fail = |now: &mut Instant, up: Option<Duration>| {
        assert!(matches!(planner.poll_action(*now), Some(Action::Connect)));
        if let Some(held) = up {
            planner.handle_link_up(*now, None);
            *now += held;
        }
        planner.handle_link_down(*now, broken());
        let delay = retry_in(&mut planner, *now);
        *now += delay;
        delay
    };
    for seconds in [1, 2, 4, 8, 16, 32, 60, 60] {
        let delay = fail(&mut now, None);
        assert!(delay >= seconds * SECOND / 2 && delay <= seconds * SECOND, "{delay:?}");
    }
    // One that breaks soon is no better than none.
    assert!(fail(&mut now, Some(SECOND)) >= 30 * SECOND);
    assert!(fail(&mut now, Some(60 * SECOND)) <= SECOND);
}

#[test]
fn is_in_no_hurry_when_rejected_permanently() {
    let now = Instant::now();
    let mut planner = Planner::new(now, plan(), fastrand::Rng::with_seed(1));
    planner.poll_action(now);
    let result = AssociateResult::RejectedPermanent;
    let rejected = CloseReason::RejectedByPeer { result, diagnostic: String::new() };
    planner.handle_link_down(now, Error::closed(rejected));
    assert_eq!(retry_in(&mut planner, now), plan().rejected_backoff);
    assert_eq!(planner.poll_timeout(), Some(now + plan().rejected_backoff));
}

#[test]
fn tells_all_anew_after_the_reader_was_slow() {
    let mut world = World::new();
    world.act();
    world.add();
    world.link_up();
    for _ in 0..4 {
        world.wait(SECOND);
        world.answer(0, true);
    }
    world.read(usize::MAX);
    for _ in 0..plan().item_queue + 3 {
        world.event(0);
    }
    for _ in 0..plan().item_queue {
        assert!(matches!(world.planner.poll_item(world.now), Some(SessionItem::Event { .. })));
    }
    assert!(matches!(world.planner.poll_item(world.now), Some(SessionItem::Lagged(3))));
    assert!(matches!(world.planner.poll_item(world.now), Some(SessionItem::LinkUp { .. })));
    assert!(matches!(world.planner.poll_item(world.now), Some(SessionItem::MonitorRestored(_))));
    world.wait(SECOND);
    world.answer(0, true);
    let item = world.planner.poll_item(world.now);
    assert!(matches!(item, Some(SessionItem::Resynchronised { .. })), "{item:?}");
}

#[test]
fn a_monitor_that_is_refused_is_told_and_tried_again() {
    let mut world = World::new();
    world.act();
    world.add();
    world.link_up();
    world.act();
    for _ in 0..2 {
        world.answer(0, false);
        let told: Vec<_> = std::iter::from_fn(|| world.planner.poll_item(world.now)).collect();
        let loss = told.last();
        let refused = SessionItem::MonitorLost {
            monitor: MonitorId(1),
            loss: MonitorLoss::NotStarted(broken()),
        };
        assert_eq!(format!("{loss:?}"), format!("{:?}", Some(refused)));
        world.wait(plan().retry_interval - Duration::from_millis(1));
        assert_eq!(world.in_flight.len(), 0);
        world.wait(Duration::from_millis(1));
        assert_eq!(world.in_flight.len(), 1);
    }
}

/// A multiplexer says so when it reaches its switch after its applications have come.
#[test]
fn what_was_refused_while_the_switch_was_disabled_is_asked_for_when_it_is_enabled() {
    for enabled in [SystemStatus::Enabled, SystemStatus::Normal] {
        let mut world = World::new();
        world.act();
        world.add();
        world.link_up();
        world.status(SystemStatus::Disabled);
        world.act();
        world.answer(0, false);
        world.wait(SECOND);
        assert_eq!(world.in_flight.len(), 0);
        world.status(enabled);
        world.act();
        assert!(matches!(world.in_flight.as_slice(), [Request::Start(..)]), "{enabled}");
    }
}

#[test]
fn what_timers_are_late_does_not_add_up() {
    let begin = Instant::now();
    let mut planner = Planner::new(begin, plan(), fastrand::Rng::with_seed(1));
    assert!(matches!(planner.poll_action(begin), Some(Action::Connect)));
    planner.handle_link_up(begin, None);
    for _ in 0..5 {
        planner.handle_add(begin, wanted()).unwrap();
    }
    let (mut now, mut sent) = (begin, 0_u32);
    while sent < 10 {
        match planner.poll_action(now) {
            Some(Action::Ask(Request::Start(monitor, _))) => {
                planner.handle_answer(now, Answer::Started(monitor, Ok(())));
                sent += 1;
            }
            Some(Action::Ask(Request::Snapshot(monitor, _))) => {
                planner.handle_answer(now, Answer::Snapshot(monitor, Ok(snapshot(0))));
                sent += 1;
            }
            Some(_) => {}
            None => now = planner.poll_timeout().unwrap() + Duration::from_millis(4),
        }
    }
    let prescribed = plan().request_interval * 9;
    assert!(now - begin <= prescribed + Duration::from_millis(4), "{:?}", now - begin);
}
