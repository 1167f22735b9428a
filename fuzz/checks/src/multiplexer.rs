//! Any sequence of what can happen to the core of the multiplexer.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::{Duration, Instant};

use bytes::Bytes;
use csta_codec::{Apdu, Ber};
use multiplexer::{Access, ApplicationId, Core, Input as Happens, Output, Settings, SpoolId};

use crate::input::Input;
use crate::{Check, seeds};

pub(crate) const CHECK: Check = Check {
    name: "multiplexer",
    claim: "any order of what can happen to the core of the multiplexer: nobody who has gone gets \
        anything, what is due is done, and when all have gone nothing is left",
    run,
    seeds,
};

/// The core, and what is around it.
struct World {
    core: Core,
    now: Instant,
    applications: BTreeSet<ApplicationId>,
    generation: u32,
    asked: BTreeMap<i32, i32>,
    spool: BTreeMap<SpoolId, Bytes>,
    unspooled: Vec<(SpoolId, Bytes)>,
}

impl World {
    fn input(&mut self, input: Happens) {
        self.core.handle(self.now, input);
        self.run();
    }

    fn run(&mut self) {
        while let Some(output) = self.core.poll_output() {
            match output {
                Output::ToSwitch(apdu) => {
                    let decoded = Apdu::decode(&apdu).expect("what is sent can be read");
                    if let Some(invoke) = decoded.invoke() {
                        let code = invoke.operation.local().expect("an operation");
                        self.asked.insert(invoke.invoke_id, code);
                    }
                }
                Output::ToApplication { application, apdu } => {
                    assert!(self.applications.contains(&application));
                    Apdu::decode(&apdu).expect("what is sent can be read");
                }
                Output::ToApplications { to, .. } => {
                    assert!(to.iter().all(|own| self.applications.contains(own)));
                }
                Output::Abort { application, .. } => {
                    self.applications.remove(&application);
                }
                Output::DropSwitch { .. } => self.core.handle(self.now, Happens::SwitchDown),
                Output::Spool { id, octets } => self.unspooled.push((id, octets)),
                Output::ReadSpool(id) => {
                    let octets = self.spool.get(&id).expect("a report in the spool").clone();
                    self.core.handle(self.now, Happens::SpoolRead(id, octets));
                }
                Output::Unspool(id) => {
                    self.spool.remove(&id);
                }
                Output::RememberTransmission(_) | Output::Notice(_) => {}
            }
        }
    }

    fn pass(&mut self, time: Duration) {
        let until = self.now + time;
        while let Some(due) = self.core.poll_timeout().filter(|due| *due <= until) {
            self.now = self.now.max(due);
            self.core.handle_timeout(self.now);
            self.run();
            assert!(self.core.poll_timeout().is_none_or(|next| next > self.now));
        }
        self.now = until;
    }

    /// One of those that are there.
    fn application(&self, number: u8) -> Option<ApplicationId> {
        let count = self.applications.len().max(1);
        self.applications.iter().nth(usize::from(number) % count).copied()
    }
}

/// `tag` around an invoke id, an operation and what follows; a length that does not fit is kept.
fn message(tag: u8, invoke_id: u16, operation: u16, rest: &[u8]) -> Bytes {
    let mut inner = vec![0x02, 0x02, (invoke_id >> 8) as u8 & 0x7F, invoke_id as u8];
    let [high, low] = operation.to_be_bytes();
    let code = [0x02, 0x02, high & 0x7F, low];
    if tag == 0xA2 {
        inner.extend([0x30, 0x82]);
        inner.extend(((rest.len() + code.len()) as u16).to_be_bytes());
    }
    inner.extend(code);
    inner.extend(rest);
    let mut octets = vec![tag, 0x82];
    octets.extend((inner.len() as u16).to_be_bytes());
    octets.extend(inner);
    octets.into()
}

fn run(octets: &[u8]) {
    let mut input = Input::new(octets);
    let now = Instant::now();
    let mut world = World {
        core: Core::new(now, Settings { requests_in_flight: 4, ..Settings::default() }),
        now,
        applications: BTreeSet::new(),
        generation: 0,
        asked: BTreeMap::new(),
        spool: BTreeMap::new(),
        unspooled: Vec::new(),
    };
    while let Some(step) = input.step() {
        match step % 11 {
            0 => world.input(Happens::SwitchUp),
            1 => world.input(Happens::SwitchDown),
            2 => world.input(Happens::SwitchApdu(Bytes::copy_from_slice(input.piece()))),
            // So that not all is garbage.
            3 => {
                let apdu = message(0xA1, 7, input.number() % 600, input.piece());
                world.input(Happens::SwitchApdu(apdu));
            }
            4 => {
                let which = usize::from(input.octet()) % world.asked.len().max(1);
                let asked = world.asked.iter().nth(which).map(|(id, code)| (*id, *code));
                let rest = input.piece();
                if let Some((id, operation)) = asked {
                    let answer = message(0xA2, id as u16, operation as u16, rest);
                    world.input(Happens::SwitchApdu(answer));
                }
            }
            5 => {
                world.generation += 1;
                let slot = input.octet().into();
                let application = ApplicationId { slot, generation: world.generation };
                world.applications.insert(application);
                let access = Arc::new(Access::full());
                world.input(Happens::Connected { application, access });
            }
            6 => {
                if let Some(application) = world.application(input.octet()) {
                    world.applications.remove(&application);
                    world.input(Happens::Disconnected { application });
                }
            }
            7 => {
                let (number, octets) = (input.octet(), input.piece());
                if let Some(application) = world.application(number) {
                    let apdu = Bytes::copy_from_slice(octets);
                    world.input(Happens::ApplicationApdu { application, apdu });
                }
            }
            8 => {
                let number = input.octet();
                let apdu = message(0xA1, 9, input.number() % 600, input.piece());
                if let Some(application) = world.application(number) {
                    world.input(Happens::ApplicationApdu { application, apdu });
                }
            }
            9 => world.pass(Duration::from_millis(input.number().into())),
            _ => {
                let (which, well) = (input.octet(), input.flag());
                if !world.unspooled.is_empty() {
                    let at = usize::from(which) % world.unspooled.len();
                    let (id, octets) = world.unspooled.remove(at);
                    if well {
                        world.spool.insert(id, octets);
                        world.input(Happens::Spooled(id));
                    } else {
                        world.input(Happens::SpoolFailed(id));
                    }
                }
            }
        }
    }
    while let Some(application) = world.applications.pop_first() {
        world.input(Happens::Disconnected { application });
    }
    world.input(Happens::SwitchDown);
    let status = world.core.status();
    assert!(status.applications.is_empty() && status.monitors.is_empty());
    assert!(status.hotel.is_empty() && status.call_records.holder.is_none());
    let requests = status.requests;
    assert_eq!((requests.queued, requests.in_flight, requests.late), (0, 0, 0));
    assert_eq!((status.registrations, status.linked_replies, status.held), (0, 0, 0));
}

/// An application and a switch that serves, and then each message from either.
fn seeds() -> Vec<Vec<u8>> {
    let serves = [5, 0, 0, 9, 0x0F, 0xFF, 9, 0x4E, 0x20];
    let messages = seeds::few_apdus();
    let from = |head: &[u8], apdu: &Vec<u8>| [&serves, head, &seeds::framed(apdu)].concat();
    messages.iter().flat_map(|apdu| [from(&[2], apdu), from(&[7, 0], apdu)]).collect()
}
