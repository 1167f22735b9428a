//! Whatever happens in whatever order: what is told is the truth, and all of it.

use std::time::{Duration, Instant};

use csta_codec::acse::AssociateResult;
use csta_codec::types::{CdrTransferMode, SystemStatus};
use kme_private::DeviceCategory;
use proptest::prelude::*;

use super::world::{SECOND, Step, World, broken, plan, play, snapshot, wanted};
use super::*;
use crate::session::{MonitorId, MonitorLoss, SessionItem};
use crate::{CloseReason, Error, Incoming};

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

fn told(planner: &mut Planner, now: Instant) -> Vec<SessionItem> {
    std::iter::from_fn(|| planner.poll_item(now)).collect()
}

#[test]
fn nothing_follows_the_end_also_for_a_reader_that_was_slow() {
    let mut world = World::new();
    world.act();
    world.add();
    world.link_up();
    for _ in 0..4 {
        world.wait(SECOND);
        world.answer(0, true);
    }
    for _ in 0..plan().item_queue {
        world.event(0);
    }
    world.planner.handle_release();
    // While the association is being released there is nothing to say again.
    for _ in 0..plan().item_queue {
        assert!(world.planner.poll_item(world.now).is_some());
    }
    assert!(matches!(told(&mut world.planner, world.now).as_slice(), [SessionItem::Lagged(_)]));
    for _ in 0..plan().item_queue + 3 {
        world.planner.handle_incoming(world.now, Incoming::SystemStatus(SystemStatus::Normal));
    }
    world.planner.handle_release();
    world.act();
    assert!(world.planner.is_closed());
    let told = told(&mut world.planner, world.now);
    let end = told.get(plan().item_queue..);
    assert!(matches!(end, Some([SessionItem::Lagged(4), SessionItem::Closed])), "{end:?}");
}

/// A planner whose association is there.
fn up(now: Instant, plan: Plan) -> Planner {
    let mut planner = Planner::new(now, plan, fastrand::Rng::with_seed(1));
    assert!(matches!(planner.poll_action(now), Some(Action::Connect)));
    planner.handle_link_up(now, None);
    planner
}

/// When the next request is due, and which one it is.
fn next(planner: &mut Planner, mut now: Instant) -> (Instant, Request) {
    loop {
        match planner.poll_action(now) {
            Some(Action::Ask(request)) => return (now, request),
            Some(other) => panic!("{other:?}"),
            None => now = planner.poll_timeout().unwrap(),
        }
    }
}

#[test]
fn what_is_read_once_and_fails_is_tried_again() {
    let begin = Instant::now();
    let retry = plan().retry_interval;
    let devices = vec![DeviceCategory::Station];
    let mut planner = up(begin, Plan { devices, ..plan() });
    let (now, request) = next(&mut planner, begin);
    assert!(matches!(request, Request::Devices(0, DeviceCategory::Station)));
    planner.handle_answer(now, Answer::Devices(0, Err(broken())));
    let failed = told(&mut planner, now);
    assert!(matches!(failed.last(), Some(SessionItem::Devices { list: Err(_), .. })), "{failed:?}");
    let (again, request) = next(&mut planner, now);
    assert!(matches!(request, Request::Devices(..)) && again == now + retry, "{request:?}");

    let call_records = Some(CdrTransferMode::TransferAtEndOfCall);
    let mut planner = up(begin, Plan { call_records, ..plan() });
    let (now, request) = next(&mut planner, begin);
    assert!(matches!(request, Request::StartCallRecords(_)));
    assert_eq!(now, begin + plan().call_records_delay);
    planner.handle_answer(now, Answer::CallRecordsStarted(Err(broken())));
    let (again, request) = next(&mut planner, now);
    assert!(matches!(request, Request::StartCallRecords(_)) && again == now + retry);
    // Refused while the switch is disabled, it is asked for when it is enabled, in its own time.
    let disabled = Incoming::SystemStatus(SystemStatus::Disabled);
    planner.handle_incoming(again, disabled);
    planner.handle_answer(again, Answer::CallRecordsStarted(Err(broken())));
    planner.handle_incoming(again, Incoming::SystemStatus(SystemStatus::Enabled));
    let (now, request) = next(&mut planner, again);
    assert!(matches!(request, Request::StartCallRecords(_)));
    assert_eq!(now, again + plan().call_records_delay);
}

#[test]
fn an_answer_to_what_was_not_asked_is_not_taken() {
    let now = Instant::now();
    let devices = vec![DeviceCategory::Station];
    let mut planner = up(now, Plan { devices, ..plan() });
    told(&mut planner, now);
    planner.handle_answer(now, Answer::Devices(0, Err(broken())));
    // Nor is there a second association, or an end of none.
    planner.handle_link_up(now, None);
    assert_eq!(told(&mut planner, now).len(), 0);
    planner.handle_link_down(now, broken());
    planner.handle_link_down(now, broken());
    assert!(matches!(told(&mut planner, now).as_slice(), [SessionItem::LinkDown { .. }]));
}
