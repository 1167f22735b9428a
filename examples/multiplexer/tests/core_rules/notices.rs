//! People are told what happens, and not a thousand times.

use std::time::Duration;

use multiplexer::{ApplicationId, Notice};

use crate::world::World;

const MINUTE: Duration = Duration::from_secs(60);

/// Results that nobody has asked for, so many of them.
fn answers_unasked(world: &mut World, application: ApplicationId, times: u16) {
    for id in (1000..).take(times.into()) {
        let [high, low] = u16::to_be_bytes(id);
        world.sends(application, &[0xA2, 11, 2, 2, high, low, 0x30, 5, 2, 1, 77, 5, 0]);
    }
}

/// About which application people were told that it has done so.
fn told_of(world: &mut World) -> Vec<ApplicationId> {
    let notices = std::mem::take(&mut world.notices);
    let unexpected = |own: &Notice| match own {
        Notice::UnexpectedApplicationAnswer { application, .. } => *application,
        other => panic!("{other}"),
    };
    notices.iter().map(unexpected).collect()
}

#[test]
fn what_an_application_does_again_and_again_is_counted() {
    let mut world = World::up();
    let a = world.connect();
    world.notices.clear();
    answers_unasked(&mut world, a, 1000);
    assert_eq!(told_of(&mut world), [a; 5]);
    world.pass(MINUTE);
    let [Notice::LeftOut { count: 995, last }] = world.notices.as_slice() else {
        panic!("{:?}", world.notices);
    };
    let last = last.as_ref().clone();
    assert_eq!(last, Notice::UnexpectedApplicationAnswer { application: a, invoke_id: 1999 });
    assert!(world.notices[0].to_string().starts_with("995 more like this"));
    world.notices.clear();
    // From then on it is told again.
    answers_unasked(&mut world, a, 1);
    assert_eq!(told_of(&mut world), [a]);
    world.pass(MINUTE);
    assert!(world.notices.is_empty());
}

#[test]
fn an_application_that_does_wrong_hides_nobody_elses() {
    let mut world = World::up();
    let (a, b) = (world.connect(), world.connect());
    world.notices.clear();
    answers_unasked(&mut world, a, 1000);
    answers_unasked(&mut world, b, 2);
    assert_eq!(told_of(&mut world), [a, a, a, a, a, b, b]);
}

#[test]
fn one_that_comes_again_and_again_is_not_told_of_each_time() {
    let mut world = World::up();
    world.notices.clear();
    let mut last = None;
    for _ in 0..100 {
        let application = world.connect();
        answers_unasked(&mut world, application, 3);
        world.disconnect(application);
        last = Some(application);
    }
    assert_eq!(told_of(&mut world).len(), 20);
    // Something else is told all the same.
    let application = world.connect();
    world.sends(application, &[0xA1, 0x7F]);
    assert!(matches!(world.notices.pop(), Some(Notice::ApplicationUndecodable { .. })));
    world.pass(MINUTE);
    let [Notice::LeftOut { count: 280, last: left_out }] = world.notices.as_slice() else {
        panic!("{:?}", world.notices);
    };
    assert_eq!(left_out.application(), last);
}
