//! Any order of what a switch can tell of the calls of a line.

use csta_codec::types::EventCause;

use crate::Check;
use crate::input::Input;

#[path = "../../../examples/tsp/tests/reducer/chronicle.rs"]
mod chronicle;
#[path = "../../../examples/tsp/tests/reducer/happening.rs"]
mod happening;
#[path = "../../../examples/tsp/tests/support/legality.rs"]
mod legality;

use chronicle::follow;
use happening::Happening;

pub(crate) const CHECK: Check = Check {
    name: "reducer",
    claim: "any order of events and snapshots of the calls of a line: its calls are in states that \
        can be, and what is told adds up to them",
    run,
    seeds,
};

/// How many things happen.
const HAPPENINGS: usize = 300;

fn run(octets: &[u8]) {
    let mut input = Input::new(octets);
    let happenings: Vec<_> =
        std::iter::from_fn(|| happening(&mut input)).take(HAPPENINGS).collect();
    follow(&happenings);
}

fn happening(input: &mut Input<'_>) -> Option<Happening> {
    let kind = input.step()? % 22;
    Some(match kind {
        20 => Happening::Information { call: input.octet(), device: input.octet() % 5 },
        21 => {
            let calls = (0..input.octet() % 4).map(|_| {
                let (call, states) = (input.octet(), input.octet() % 4);
                (call, (0..states).map(|_| input.octet().into()).collect())
            });
            Happening::Snapshot(calls.collect())
        }
        kind => {
            let (call, device, other) = (input.octet(), input.octet() % 5, input.octet() % 5);
            let (local, cause) = (input.octet(), input.octet());
            let (cause, _) = EventCause::ALL[usize::from(cause) % EventCause::ALL.len()];
            // A transfer or conference has a second call and a list.
            let joins = matches!(kind, 15 | 16);
            let second = joins.then(|| input.octet()).filter(|second| *second < 4);
            let list = (0..if joins { input.octet() % 5 } else { 0 })
                .map(|_| (input.octet(), input.octet(), input.octet() % 5));
            Happening::Event {
                kind,
                call,
                second,
                device,
                other,
                local: (local < 8).then_some(local.into()),
                cause,
                list: list.collect(),
            }
        }
    })
}

/// An event as octets.
fn event(kind: u8, call: u8, at: u8, local: u8, cause: EventCause) -> Vec<u8> {
    let cause = EventCause::ALL.iter().position(|(own, _)| *own == cause);
    vec![kind, call, at, 1, local, cause.and_then(|at| u8::try_from(at).ok()).unwrap_or_default()]
}

fn seeds() -> Vec<Vec<u8>> {
    let of = |kind, call, at, local| event(kind, call, at, local, EventCause::Normal);
    // Rings, is answered, is held and taken back, ends.
    let comes = [of(3, 0, 0, 2), of(5, 0, 0, 3)].concat();
    let held = [of(6, 0, 0, 4), of(7, 0, 0, 3)].concat();
    let ends = of(9, 0, 0, 0);
    // Held for a consultation, whose call is made.
    let consults = [
        event(6, 0, 0, 4, EventCause::Consultation),
        event(0, 1, 0, 1, EventCause::Consultation),
        of(1, 1, 0, 3),
        of(3, 1, 2, 3),
        of(5, 1, 2, 3),
    ]
    .concat();
    let list = [2, 2, 0, 1, 2, 1, 2];
    let transferred = [of(15, 0, 0, 0), vec![1], list.to_vec()].concat();
    let conferenced = [of(16, 0, 0, 3), vec![1, 3, 2, 0, 0, 2, 0, 1, 2, 1, 2]].concat();
    let snapshot = vec![21, 2, 0, 1, 51, 1, 3, 3, 3, 2];
    vec![
        [comes.clone(), vec![20, 0, 1], held, ends.clone()].concat(),
        [comes.clone(), consults.clone(), transferred, snapshot.clone()].concat(),
        [comes, consults, conferenced, of(9, 2, 1, 3), snapshot, ends].concat(),
    ]
}
