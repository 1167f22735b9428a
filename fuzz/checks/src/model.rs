//! Any sequence of what can happen in calls.

use std::time::{Duration, Instant};

use pbx_sim::model::{CallModel, Input as Happening};

use crate::Check;
use crate::input::Input;

#[path = "../../../examples/pbx-sim/tests/sim/rules.rs"]
mod rules;
#[path = "../../../examples/pbx-sim/tests/sim/steps.rs"]
mod steps;

pub(crate) const CHECK: Check = Check {
    name: "model",
    claim: "any order of what people, the network and applications do in the simulated PBX: \
        events tell each device its state, each request is answered once, and every call can end",
    run,
    seeds,
};

/// How many steps are taken; longer inputs find nothing more, and take long.
const STEPS: usize = 100;

fn run(octets: &[u8]) {
    let mut octets = Input::new(octets);
    let settings = octets.octet();
    let config = steps::config(settings & 1 != 0, settings & 2 != 0);
    let mut model = CallModel::new(config).expect("a small office");
    let mut heard = rules::Heard::default();
    let mut now = Instant::now();
    for _ in 0..STEPS {
        let Some(step) = step(&mut octets) else { break };
        let happening = steps::input(&model, &step);
        let asked = matches!(happening, Happening::Request(..));
        model.handle(now, happening);
        assert_eq!(rules::drain(&mut model, &mut heard), usize::from(asked));
        rules::check(&model, &heard);
        now += Duration::from_millis(step.millis);
        model.handle_timeout(now);
        assert!(model.poll_timeout().is_none_or(|due| due > now), "due, not done");
        rules::drain(&mut model, &mut heard);
        rules::check(&model, &heard);
    }
    rules::end(&mut model, &mut heard, now);
}

fn step(octets: &mut Input<'_>) -> Option<steps::Step> {
    let kind = octets.step()? % steps::KINDS;
    let (one, two) = (octets.octet().into(), octets.octet().into());
    Some(steps::Step { kind, one, two, millis: u64::from(octets.octet()) * 300 })
}

/// Some that dial, answer, hold, transfer and hang up.
fn seeds() -> Vec<Vec<u8>> {
    let acts: [&[u8]; 6] = [
        &[26, 0, 1, 1, 28, 1, 0, 3, 30, 1, 0, 1, 31, 1, 0, 1, 25, 0, 0, 1],
        &[35, 0, 0, 1, 28, 0, 0, 1, 12, 0, 3, 1, 28, 3, 0, 1, 16, 0, 1, 1, 37, 0, 0, 1],
        &[72, 0, 0, 1, 26, 2, 0, 1, 28, 1, 0, 1, 21, 1, 4, 1, 25, 2, 0, 1],
        &[26, 0, 6, 1, 51, 0, 0, 1, 28, 3, 0, 9, 19, 1, 2, 1, 44, 1, 0, 1],
        &[23, 0, 0, 1, 55, 0, 15, 1, 39, 0, 0, 200, 77, 0, 3, 1, 78, 1, 0, 1, 79, 1, 0, 1],
        &[0, 0, 1, 9, 4, 1, 0, 1, 9, 0, 0, 1, 47, 0, 13, 1, 66, 0, 2, 1, 41, 1, 2, 1],
    ];
    (0..4).flat_map(|settings| acts.map(|act| [&[settings], act].concat())).collect()
}
