//! Any sequence of requests, answers and time.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use csta_client::{Invocations, MAX_INVOKE_ID};

use crate::Check;
use crate::input::Input;

pub(crate) const CHECK: Check = Check {
    name: "invocations",
    claim: "any order of requests, answers and time: each request ends once, in its time, and no \
        two that wait have the same invoke id",
    run,
    seeds,
};

fn run(octets: &[u8]) {
    let mut input = Input::new(octets);
    let limit = usize::from(input.octet()).max(1);
    let mut invocations = Invocations::new(limit);
    let mut open = BTreeMap::new();
    let mut now = Instant::now();
    for number in 0_u64.. {
        let Some(step) = input.step() else { break };
        match step % 4 {
            0 | 1 => {
                let deadline = now + Duration::from_millis(input.number().into());
                match invocations.begin(deadline, number) {
                    Ok(id) => {
                        assert!((1..=MAX_INVOKE_ID).contains(&id));
                        assert_eq!(open.insert(id, (deadline, number)), None, "the id {id} waits");
                    }
                    Err(request) => {
                        assert_eq!((request, open.len()), (number, limit));
                    }
                }
            }
            2 => {
                let id = i32::from(input.number());
                assert_eq!(invocations.end(id), open.remove(&id).map(|(_, number)| number));
            }
            _ => {
                now += Duration::from_millis(input.number().into());
                while let Some((id, number)) = invocations.expire(now) {
                    let (deadline, expected) = open.remove(&id).expect("it waited");
                    assert!(deadline <= now);
                    assert_eq!(number, expected);
                }
            }
        }
        assert_eq!(invocations.len(), open.len());
        if let Some(due) = open.values().map(|(deadline, _)| *deadline).min() {
            let told = invocations.poll_timeout();
            assert!(told.is_some_and(|told| told <= due), "{told:?} is too late for {due:?}");
        }
    }
    assert_eq!(invocations.drain().count(), open.len());
}

fn seeds() -> Vec<Vec<u8>> {
    vec![
        [&[3][..], &[0, 0, 9].repeat(5), &[2, 0, 1, 3, 0, 9, 3, 0xFF, 0xFF]].concat(),
        [&[255][..], &[1, 0x10, 0].repeat(300), &[2, 0, 200]].concat(),
    ]
}
