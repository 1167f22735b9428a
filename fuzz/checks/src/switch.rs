//! Any messages to the simulated PBX.

use std::time::{Duration, Instant};

use bytes::Bytes;
use csta_codec::{Apdu, Ber};
use pbx_sim::Config;
use pbx_sim::csta::{ApplicationId, Switch};

use crate::input::Input;
use crate::{Check, seeds};

pub(crate) const CHECK: Check = Check {
    name: "switch",
    claim: "any messages of two applications to the simulated PBX, in any order: what it sends is \
        understood and short enough, and it goes on answering",
    run,
    seeds,
};

fn run(octets: &[u8]) {
    let mut input = Input::new(octets);
    let mut now = Instant::now();
    let mut switch = Switch::new(Config::default()).expect("the default makes a switch");
    while let Some(step) = input.step() {
        let application = ApplicationId(u64::from(step & 1));
        match step / 2 % 4 {
            0 | 1 => {
                let apdu = Bytes::copy_from_slice(input.piece());
                switch.handle_apdu(now, application, &apdu);
            }
            2 => switch.open(now, application),
            _ => {
                now += Duration::from_millis(u64::from(input.number()) * 4);
                switch.handle_timeout(now);
                assert!(switch.poll_timeout().is_none_or(|due| due > now), "due, not done");
            }
        }
        drain(&mut switch);
    }
    switch.open(now, ApplicationId(9));
    drain(&mut switch);
    let asked = hex_literal::hex!("A1 08 02 01 09 02 02 00D2 30 00"); // requestSysStat
    switch.handle_apdu(now, ApplicationId(9), &Bytes::copy_from_slice(&asked));
    assert_eq!(drain(&mut switch), 1, "it answers");
}

fn drain(switch: &mut Switch) -> usize {
    let mut sent = 0;
    while let Some((_, apdu)) = switch.poll_transmit() {
        let understood = Apdu::decode(&apdu);
        assert!(understood.is_ok(), "{understood:?}: {apdu:02X?}");
        sent += 1;
    }
    while switch.poll_notice().is_some() {}
    sent
}

/// Each message by itself, and some behind each other.
fn seeds() -> Vec<Vec<u8>> {
    let open = vec![4];
    let apdu = |apdu: &Vec<u8>| [vec![0], seeds::framed(apdu)].concat();
    let all = seeds::apdus();
    let single = all.iter().filter(|octets| octets.len() < 500);
    let mut seeds: Vec<_> = single.map(|octets| [open.clone(), apdu(octets)].concat()).collect();
    let few: Vec<_> = seeds::few_apdus().iter().map(apdu).collect();
    seeds.push([open, few.concat(), vec![6, 0xFF, 0xFF]].concat());
    seeds
}
