//! Multiplexers, a NATS server with one key, and the network between them, on virtual time.
#![expect(clippy::indexing_slicing, clippy::expect_used, reason = "it is a test")]

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::time::{Duration, Instant};

use bus::{
    Entry, Lease, LeaseAnswer, LeaseHolding, LeaseOperation, LeaseOutput, LeaseSettings, Preference,
};

const TAKEOVER: Duration = Duration::from_secs(10);

/// What goes wrong.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Chaos {
    /// Messages take up to so many milliseconds, each way.
    delay: u64,
    /// One in so many messages is lost; 0 for none.
    loss: u64,
    /// Clocks run up to so many thousandths faster or slower.
    drift: u64,
    /// Multiplexers die and come back, are cut off and hand over.
    machines: bool,
    /// NATS goes away for all, and comes back.
    outages: bool,
}

impl Chaos {
    pub(crate) const NONE: Self =
        Self { delay: 1, loss: 0, drift: 0, machines: false, outages: false };
    pub(crate) const DELAYS: Self = Self { delay: 100, drift: 10, ..Self::NONE };
    pub(crate) const OUTAGES: Self = Self { outages: true, ..Self::DELAYS };
    pub(crate) const EVERYTHING: Self =
        Self { delay: 1500, loss: 8, drift: 20, machines: true, outages: true };
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    Timeout { machine: usize, life: u64 },
    Arrive { machine: usize, life: u64, id: u64, operation: Sent },
    Answer { machine: usize, life: u64, id: u64, answer: Answered },
    Announce { machine: usize, life: u64 },
    Linked { machine: usize, take: u64 },
    Closed { machine: usize, take: u64 },
    Mischief,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Sent {
    Read,
    Write(u64),
    Delete(u64),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Answered {
    Free(u64),
    Own(u64),
    Other,
    Done(u64),
    Conflict,
    Failed,
}

struct Machine {
    lease: Option<Lease>,
    preference: Preference,
    /// Thousandths by which its clock runs faster.
    drift: i64,
    life: u64,
    reachable: bool,
    linked: bool,
    /// How often it has taken or let go of the PBX: what an older wish has started does not count.
    take: u64,
}

struct Key {
    owner: Option<(usize, u64)>,
    revision: u64,
    written: Duration,
}

pub(crate) struct World {
    now: Duration,
    base: Instant,
    random: fastrand::Rng,
    chaos: Chaos,
    machines: Vec<Machine>,
    key: Option<Key>,
    revision: u64,
    nats: bool,
    steps: BinaryHeap<Reverse<(Duration, u64, Step)>>,
    order: u64,
    most_links: usize,
    takes: usize,
}

impl World {
    pub(crate) fn new(seed: u64, preferences: &[Preference], chaos: Chaos) -> Self {
        let mut world = Self {
            now: Duration::ZERO,
            base: Instant::now(),
            random: fastrand::Rng::with_seed(seed),
            chaos,
            machines: Vec::new(),
            key: None,
            revision: 0,
            nats: true,
            steps: BinaryHeap::new(),
            order: 0,
            most_links: 0,
            takes: 0,
        };
        for (index, preference) in preferences.iter().enumerate() {
            let drift = i64::try_from(chaos.drift).expect("small");
            world.machines.push(Machine {
                lease: None,
                preference: *preference,
                drift: world.random.i64(-drift..=drift),
                life: 0,
                reachable: true,
                linked: false,
                take: 0,
            });
            world.start(index);
        }
        if chaos.machines || chaos.outages {
            world.after(Duration::from_secs(5), Step::Mischief);
        }
        world
    }

    pub(crate) fn run_for(&mut self, time: Duration) {
        let end = self.now + time;
        while self.steps.peek().is_some_and(|Reverse((at, ..))| *at <= end) {
            let Reverse((at, _, step)) = self.steps.pop().expect("peeked");
            self.now = at;
            self.step(step);
            let links = self.links();
            self.most_links = self.most_links.max(links);
        }
        self.now = end;
    }

    /// Nothing goes wrong any more.
    pub(crate) fn calm(&mut self) {
        self.chaos = Chaos::DELAYS;
        self.nats = true;
        for index in 0..self.machines.len() {
            self.machines[index].reachable = true;
            if self.machines[index].lease.is_none() {
                self.start(index);
            }
        }
    }

    pub(crate) fn links(&self) -> usize {
        self.machines.iter().filter(|machine| machine.linked).count()
    }

    pub(crate) fn most_links(&self) -> usize {
        self.most_links
    }

    pub(crate) fn takes(&self) -> usize {
        self.takes
    }

    pub(crate) fn holder(&self) -> Option<usize> {
        self.machines.iter().position(|machine| {
            let holding = machine.lease.as_ref().and_then(Lease::holding);
            machine.linked && holding.is_some()
        })
    }

    pub(crate) fn holding(&self, index: usize) -> Option<LeaseHolding> {
        self.machines[index].lease.as_ref().and_then(Lease::holding)
    }

    pub(crate) fn set_nats(&mut self, up: bool) {
        self.nats = up;
    }

    pub(crate) fn set_reachable(&mut self, index: usize, reachable: bool) {
        self.machines[index].reachable = reachable;
    }

    pub(crate) fn kill(&mut self, index: usize) {
        let machine = &mut self.machines[index];
        machine.lease = None;
        machine.linked = false;
        machine.take += 1;
        machine.life += 1;
    }

    pub(crate) fn hand_over(&mut self, index: usize) {
        if let Some(lease) = &mut self.machines[index].lease {
            lease.handle_hand_over();
        }
        self.settle(index);
    }

    fn start(&mut self, index: usize) {
        let now = self.clock(index);
        let machine = &mut self.machines[index];
        machine.life += 1;
        machine.lease = Some(Lease::new(now, LeaseSettings::within(TAKEOVER, machine.preference)));
        self.settle(index);
    }

    /// What a machine's clock says.
    fn clock(&self, index: usize) -> Instant {
        self.base + self.now + self.skew(index)
    }

    fn skew(&self, index: usize) -> Duration {
        // Measured from a minute's worth before the start, so that it never runs backwards.
        let thousandths = u32::try_from(1000 + self.machines[index].drift).expect("positive");
        (self.now * thousandths / 1000 + Duration::from_secs(60)).saturating_sub(self.now)
    }

    fn after(&mut self, time: Duration, step: Step) {
        self.order += 1;
        self.steps.push(Reverse((self.now + time, self.order, step)));
    }

    fn delay(&mut self) -> Duration {
        Duration::from_micros(self.random.u64(100..=self.chaos.delay * 1000))
    }

    fn lost(&mut self, index: usize) -> bool {
        let loss = self.chaos.loss > 0 && self.random.u64(0..self.chaos.loss) == 0;
        loss || !self.nats || !self.machines[index].reachable
    }

    /// Does what the lease of a machine wants.
    fn settle(&mut self, index: usize) {
        let life = self.machines[index].life;
        while let Some(output) = self.machines[index].lease.as_mut().and_then(Lease::poll_output) {
            match output {
                LeaseOutput::Operation { id, operation } => {
                    let operation = match operation {
                        LeaseOperation::Read => Sent::Read,
                        LeaseOperation::Write { expected } => Sent::Write(expected),
                        LeaseOperation::Delete { expected } => Sent::Delete(expected),
                    };
                    let delay = self.delay();
                    if !self.lost(index) {
                        self.after(delay, Step::Arrive { machine: index, life, id, operation });
                    } else if self.random.bool() {
                        let answer = Answered::Failed;
                        self.after(delay, Step::Answer { machine: index, life, id, answer });
                    }
                }
                LeaseOutput::Take(_) => {
                    self.takes += 1;
                    let machine = &mut self.machines[index];
                    machine.take += 1;
                    let take = machine.take;
                    let connecting = Duration::from_millis(self.random.u64(0..200));
                    self.after(connecting, Step::Linked { machine: index, take });
                }
                LeaseOutput::LetGo(why) => {
                    let machine = &mut self.machines[index];
                    machine.take += 1;
                    let take = machine.take;
                    let limit = if why.is_urgent() { 1000 } else { 2000 };
                    let closing = Duration::from_millis(self.random.u64(0..limit));
                    self.after(closing, Step::Closed { machine: index, take });
                }
            }
        }
        if let Some(at) = self.machines[index].lease.as_ref().and_then(Lease::poll_timeout) {
            let wait = at.saturating_duration_since(self.clock(index));
            // In the time of the world, and a little late, as timers are.
            let drift = self.machines[index].drift;
            let wait = wait * 1000 / u32::try_from(1000 + drift).expect("positive");
            self.after(wait + Duration::from_millis(1), Step::Timeout { machine: index, life });
        }
    }

    fn step(&mut self, step: Step) {
        match step {
            Step::Timeout { machine, life } => {
                self.with(machine, life, |lease, now| {
                    if lease.poll_timeout().is_some_and(|at| at <= now) {
                        lease.handle_timeout(now);
                        true
                    } else {
                        false // there is a later timer
                    }
                });
            }
            Step::Arrive { machine, life, id, operation } => {
                let answer = self.serve(machine, life, operation);
                let delay = self.delay();
                if !self.lost(machine) {
                    self.after(delay, Step::Answer { machine, life, id, answer });
                }
            }
            Step::Answer { machine, life, id, answer } => {
                let answer = match answer {
                    Answered::Free(revision) => LeaseAnswer::Entry(Entry::Free { revision }),
                    Answered::Own(revision) => LeaseAnswer::Entry(Entry::Own { revision }),
                    Answered::Other => {
                        LeaseAnswer::Entry(Entry::Other { holder: "another".to_owned() })
                    }
                    Answered::Done(revision) => LeaseAnswer::Done { revision },
                    Answered::Conflict => LeaseAnswer::Conflict,
                    Answered::Failed => LeaseAnswer::Failed,
                };
                self.with(machine, life, |lease, now| {
                    lease.handle_answer(now, id, answer);
                    true
                });
            }
            Step::Announce { machine, life } => {
                self.with(machine, life, |lease, now| {
                    lease.handle_announcement(now);
                    true
                });
            }
            Step::Linked { machine, take } => {
                if self.machines[machine].take == take {
                    self.machines[machine].linked = true;
                }
            }
            Step::Closed { machine, take } => {
                if self.machines[machine].take == take {
                    self.machines[machine].linked = false;
                    let life = self.machines[machine].life;
                    self.with(machine, life, |lease, now| {
                        lease.handle_released(now);
                        true
                    });
                }
            }
            Step::Mischief => self.mischief(),
        }
    }

    fn with(&mut self, index: usize, life: u64, act: impl FnOnce(&mut Lease, Instant) -> bool) {
        let now = self.clock(index);
        let machine = &mut self.machines[index];
        let acted = match &mut machine.lease {
            Some(lease) if machine.life == life => act(lease, now),
            _ => false,
        };
        if acted {
            self.settle(index);
        }
    }

    /// What the server does with an operation when it comes.
    fn serve(&mut self, machine: usize, life: u64, operation: Sent) -> Answered {
        let duration = LeaseSettings::within(TAKEOVER, Preference::Nobody).duration;
        if self.key.as_ref().is_some_and(|key| self.now >= key.written + duration) {
            self.key = None;
        }
        let present = self.key.as_ref().map_or(0, |key| key.revision);
        let (expected, owner) = match operation {
            Sent::Read => {
                return match &self.key {
                    None => Answered::Free(0),
                    Some(Key { owner: None, revision, .. }) => Answered::Free(*revision),
                    Some(key) if key.owner == Some((machine, life)) => Answered::Own(key.revision),
                    Some(_) => Answered::Other,
                };
            }
            Sent::Write(expected) => (expected, Some((machine, life))),
            Sent::Delete(expected) => (expected, None),
        };
        if expected != present {
            return Answered::Conflict;
        }
        self.revision += 1;
        let revision = self.revision;
        self.key = Some(Key { owner, revision, written: self.now });
        if owner.is_none() {
            for other in 0..self.machines.len() {
                let (delay, life) = (self.delay(), self.machines[other].life);
                if other != machine && !self.lost(other) {
                    self.after(delay, Step::Announce { machine: other, life });
                }
            }
        }
        Answered::Done(revision)
    }

    fn mischief(&mut self) {
        if self.chaos.outages && self.random.u8(0..4) == 0 {
            self.nats = !self.nats;
        }
        if self.chaos.machines {
            let index = self.random.usize(0..self.machines.len());
            match self.random.u8(0..4) {
                0 => self.kill(index),
                1 => self.hand_over(index),
                2 => self.machines[index].reachable = !self.machines[index].reachable,
                _ => {}
            }
            let index = self.random.usize(0..self.machines.len());
            if self.machines[index].lease.is_none() {
                self.start(index);
            }
        }
        if self.chaos.machines || self.chaos.outages {
            let pause = Duration::from_millis(self.random.u64(100..12_000));
            self.after(pause, Step::Mischief);
        }
    }
}
