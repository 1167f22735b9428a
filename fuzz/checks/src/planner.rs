//! Any sequence of what can happen to a session.

use csta_client::fuzzing::{Step, play};

use crate::Check;
use crate::input::Input;

pub(crate) const CHECK: Check = Check {
    name: "planner",
    claim: "any order of what can happen to a session: never more requests than allowed, never \
        without a pause; every loss is told; and when all goes well again, each monitor runs and \
        the application knows of each event",
    run,
    seeds,
};

/// How many steps are taken.
const STEPS: usize = 300;

fn run(octets: &[u8]) {
    let mut input = Input::new(octets);
    let steps: Vec<_> = std::iter::from_fn(|| step(&mut input)).take(STEPS).collect();
    play(&steps);
}

fn step(input: &mut Input<'_>) -> Option<Step> {
    Some(match input.step()? % 15 {
        0 => Step::Wait(input.octet().into()),
        1 => Step::Wait(u64::from(input.octet()) * 200),
        2 => Step::LinkUp,
        3 => Step::LinkDown,
        4 => Step::Answer(input.octet().into(), true),
        5 => Step::Answer(input.octet().into(), false),
        6 => Step::Event(input.octet().into()),
        7 => Step::StopBySwitch(input.octet().into()),
        8 => Step::Add,
        9 => Step::Remove(input.octet().into()),
        10 => Step::Resynchronise(input.octet().into()),
        11 => Step::MessagesLost,
        12 => Step::Disabled,
        13 => Step::Enabled,
        _ => Step::Read(input.octet().into()),
    })
}

fn seeds() -> Vec<Vec<u8>> {
    vec![
        // Two monitors, started, with events, an outage and both again.
        vec![8, 8, 2, 4, 0, 0, 50, 4, 0, 6, 0, 6, 1, 4, 0, 3, 1, 255, 2, 0, 50, 4, 0, 14, 30],
        // One that is refused, one that the switch stops, one that is removed while it starts.
        vec![2, 8, 0, 20, 5, 0, 1, 120, 4, 0, 0, 20, 4, 0, 7, 0, 8, 0, 20, 9, 1, 4, 0, 14, 9],
        // A reader who is too slow, and messages that are lost.
        [vec![2, 8, 0, 20, 4, 0, 0, 20, 4, 0], [6, 0].repeat(20), vec![11, 14, 3, 10, 0]].concat(),
        // A switch that loses its monitors and has them again.
        vec![2, 8, 0, 20, 4, 0, 0, 20, 12, 4, 0, 6, 0, 13, 0, 99, 4, 0, 6, 0, 11, 4, 0, 14, 30],
    ]
}
