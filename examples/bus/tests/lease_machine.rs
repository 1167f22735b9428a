//! The lease as a state machine: multiplexers with clocks that differ, a network that delays and
//! loses, and a key that expires.

mod lease_world;

use std::time::Duration;

use bus::{LeaseHolding, Preference};
use lease_world::{Chaos, World};
use proptest::prelude::*;

const SECOND: Duration = Duration::from_secs(1);

#[test]
fn one_of_two_takes_the_pbx() {
    let mut world = World::new(1, &[Preference::Nobody; 2], Chaos::NONE);
    world.run_for(5 * SECOND);
    assert_eq!(world.links(), 1);
}

#[test]
fn the_other_takes_over_within_the_time_when_the_holder_dies() {
    for seed in 0..200 {
        let mut world = World::new(seed, &[Preference::Nobody; 2], Chaos::DELAYS);
        world.run_for(SECOND * 5 + Duration::from_millis(seed * 37));
        let holder = world.holder().expect("a holder");
        world.kill(holder);
        world.run_for(SECOND * 9);
        assert_eq!(world.holder(), Some(1 - holder), "seed {seed}");
    }
}

#[test]
fn a_hand_over_does_not_wait_for_the_lease_to_expire() {
    for seed in 0..200 {
        let mut world = World::new(seed, &[Preference::Nobody; 2], Chaos::DELAYS);
        world.run_for(SECOND * 5);
        let holder = world.holder().expect("a holder");
        world.hand_over(holder);
        world.run_for(Duration::from_millis(3500));
        assert_eq!(world.holder(), Some(1 - holder), "seed {seed}");
    }
}

#[test]
fn what_is_handed_back_at_once_is_taken_at_once() {
    for seed in 0..200 {
        let mut world = World::new(seed, &[Preference::Nobody; 2], Chaos::DELAYS);
        world.run_for(SECOND * 5);
        let first = world.holder().expect("a holder");
        world.hand_over(first);
        while world.holder() != Some(1 - first) {
            world.run_for(Duration::from_millis(1));
        }
        world.hand_over(1 - first);
        world.run_for(Duration::from_millis(3500));
        assert_eq!(world.holder(), Some(first), "seed {seed}");
    }
}

#[test]
fn a_lease_that_nobody_wants_is_taken_again() {
    let mut world = World::new(7, &[Preference::Nobody], Chaos::DELAYS);
    world.run_for(SECOND * 5);
    world.hand_over(0);
    world.run_for(SECOND * 3);
    assert_eq!(world.links(), 0);
    world.run_for(SECOND * 8);
    assert_eq!(world.holder(), Some(0));
}

#[test]
fn the_holder_lets_go_before_its_lease_ends_when_nats_is_away() {
    let mut world = World::new(3, &[Preference::Nobody; 2], Chaos::NONE);
    world.run_for(SECOND * 5);
    assert_eq!(world.links(), 1);
    world.set_nats(false);
    world.run_for(SECOND * 6);
    assert_eq!(world.links(), 0);
    world.run_for(SECOND * 60);
    assert_eq!(world.links(), 0);
    world.set_nats(true);
    world.run_for(SECOND * 9);
    assert_eq!(world.links(), 1);
}

#[test]
fn a_short_absence_of_nats_does_not_touch_the_pbx() {
    let mut world = World::new(4, &[Preference::Nobody; 2], Chaos::NONE);
    world.run_for(SECOND * 5);
    let holder = world.holder();
    world.set_nats(false);
    world.run_for(SECOND * 3);
    world.set_nats(true);
    world.run_for(SECOND * 20);
    assert_eq!((world.holder(), world.takes()), (holder, 1));
}

#[test]
fn the_preferred_one_goes_on_without_nats_after_three_leases() {
    for seed in 0..100 {
        let preferences = [Preference::Another, Preference::This, Preference::Another];
        let mut world = World::new(seed, &preferences, Chaos::DELAYS);
        world.run_for(SECOND * 15);
        assert_eq!(world.links(), 1, "seed {seed}");
        world.set_nats(false);
        world.run_for(SECOND * 30);
        assert_eq!(world.holder(), Some(1), "seed {seed}");
        assert_eq!(world.holding(1), Some(LeaseHolding::Preference));
        world.set_nats(true);
        world.run_for(SECOND * 10);
        // It has the lease now and has kept the PBX all the time.
        assert_eq!(world.holding(1), Some(LeaseHolding::Lease), "seed {seed}");
        assert_eq!(world.most_links(), 1, "seed {seed}");
    }
}

#[test]
fn the_preferred_one_yields_when_it_sees_another_holder() {
    let mut world = World::new(5, &[Preference::This, Preference::Another], Chaos::NONE);
    world.run_for(SECOND * 10);
    assert_eq!(world.holder(), Some(0));
    world.set_reachable(0, false);
    world.run_for(SECOND * 30);
    // Cut off from NATS but not from the PBX, it has taken it without a lease.
    assert_eq!(world.holding(0), Some(LeaseHolding::Preference));
    assert_eq!(world.holding(1), Some(LeaseHolding::Lease));
    world.set_reachable(0, true);
    world.run_for(SECOND * 5);
    assert_eq!(world.holding(0), None);
    assert_eq!(world.holder(), Some(1));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn there_are_never_two_holders(seed: u64, machines in 2_usize..5) {
        let mut world = World::new(seed, &vec![Preference::Nobody; machines], Chaos::EVERYTHING);
        world.run_for(SECOND * 600);
        prop_assert!(world.most_links() <= 1, "{} at once", world.most_links());
        // When it is quiet again, there is one.
        world.calm();
        world.run_for(SECOND * 30);
        prop_assert_eq!(world.links(), 1);
    }

    #[test]
    fn nor_with_a_preferred_one_when_nats_goes_and_comes_for_all(seed: u64) {
        let preferences = [Preference::Another, Preference::This, Preference::Another];
        let mut world = World::new(seed, &preferences, Chaos::OUTAGES);
        world.run_for(SECOND * 900);
        prop_assert!(world.most_links() <= 1, "{} at once", world.most_links());
        world.calm();
        world.run_for(SECOND * 30);
        prop_assert_eq!(world.links(), 1);
    }
}
