//! A call as it is planned: what those who take part will do.

use std::time::Duration;

use super::{between, exponential};
use crate::model::{Caller, DeviceKind, DeviceNumber, NetworkAct, UserAct};

/// What is to happen.
#[derive(Clone, Debug)]
pub(super) enum Deed {
    /// Another call is made.
    NextCall,
    /// The user of a telephone does something.
    User(DeviceNumber, UserAct),
    /// The network does something.
    Network(NetworkAct),
    /// The outside party hangs up with whom a telephone talks.
    FarHangsUp(DeviceNumber),
    /// A device has no part in the call any more.
    Over(DeviceNumber),
}

/// Where a call comes from and goes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Internal,
    Incoming,
    Outgoing,
}

/// What becomes of a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    Answered,
    NotAnswered,
    Held,
    Transferred,
}

/// What a call is planned from.
pub(super) struct Draft<'a> {
    pub(super) chance: &'a mut fastrand::Rng,
    pub(super) mean_talk: Duration,
    /// A telephone, or the line by which the call comes in.
    pub(super) caller: DeviceNumber,
    /// Whom it is for, and its number.
    pub(super) called: Option<(DeviceNumber, String)>,
    /// To whom it can be transferred, and its number.
    pub(super) other: Option<(DeviceNumber, String)>,
    /// What is dialled in front of an outside number, in a call that goes out.
    pub(super) access_code: Option<String>,
    /// The called one is busy and has no part in it.
    pub(super) is_busy: bool,
}

/// What happens, and how long after the beginning.
#[derive(Default)]
struct Plan {
    now: Duration,
    deeds: Vec<(Duration, Deed)>,
}

impl Plan {
    fn wait(&mut self, time: Duration) -> &mut Self {
        self.now += time;
        self
    }

    fn add(&mut self, deed: Deed) -> &mut Self {
        self.deeds.push((self.now, deed));
        self
    }

    fn user(&mut self, station: DeviceNumber, act: UserAct) -> &mut Self {
        self.add(Deed::User(station, act))
    }
}

impl Draft<'_> {
    /// All that will happen. Each device that takes part is over once.
    pub(super) fn deeds(mut self) -> Vec<(Duration, Deed)> {
        let mut plan = Plan::default();
        let fate = match self.chance.u8(0..100) {
            0..12 => Fate::NotAnswered,
            12..20 => Fate::Held,
            20..32 if self.other.is_some() => Fate::Transferred,
            _ => Fate::Answered,
        };
        let mut parts = vec![self.caller];
        if let Some(code) = self.access_code.take() {
            let outside = number(self.chance);
            self.dial(&mut plan, format!("{code}{outside}#"));
            // The network takes its time to let the other answer.
            plan.wait(self.ring() + Duration::from_secs(3));
            self.talk(&mut plan, self.caller, fate, &mut parts);
        } else if let Some((called, number)) = self.called.take() {
            self.call(&mut plan, number);
            if self.is_busy {
                plan.wait(self.millis(1_500, 4_000));
            } else {
                parts.push(called);
                plan.wait(self.ring());
                if fate == Fate::NotAnswered {
                    plan.wait(self.ring());
                } else {
                    plan.user(called, UserAct::Lift);
                    self.talk(&mut plan, called, fate, &mut parts);
                }
            }
        } else {
            return Vec::new();
        }
        self.end(&mut plan, &parts);
        plan.deeds
    }

    /// The caller calls: the network, or a user who takes time to dial.
    fn call(&mut self, plan: &mut Plan, to: String) {
        if self.caller.kind() == DeviceKind::Trunk {
            let from = match self.chance.u8(0..20) {
                0 => Caller::Unknown,
                1..3 => Caller::Withheld,
                _ => Caller::Number(number(self.chance)),
            };
            plan.add(Deed::Network(NetworkAct::Calls { line: Some(self.caller), from, to }));
        } else {
            self.dial(plan, to);
        }
    }

    fn dial(&mut self, plan: &mut Plan, number: String) {
        plan.user(self.caller, UserAct::Lift);
        plan.wait(self.millis(300, 1_500)).user(self.caller, UserAct::Dial(number));
    }

    /// Those who are connected talk; `own` is the one who may press keys.
    fn talk(
        &mut self,
        plan: &mut Plan,
        own: DeviceNumber,
        fate: Fate,
        parts: &mut Vec<DeviceNumber>,
    ) {
        let half = exponential(self.chance, self.mean_talk) / 2;
        plan.wait(half);
        match (fate, self.other.take()) {
            (Fate::Held, _) => {
                plan.user(own, UserAct::Hold);
                plan.wait(self.ring()).user(own, UserAct::Retrieve);
            }
            (Fate::Transferred, Some((other, number))) => {
                parts.push(other);
                plan.user(own, UserAct::Transfer);
                plan.wait(self.millis(300, 1_500)).user(own, UserAct::Dial(number));
                plan.wait(self.ring()).user(other, UserAct::Lift);
                plan.wait(self.ring()).user(own, UserAct::HangUp);
            }
            _ => {}
        }
        plan.wait(half);
    }

    /// One hangs up, then whoever is left.
    fn end(&mut self, plan: &mut Plan, parts: &[DeviceNumber]) {
        let mut leaving = parts.to_vec();
        if self.chance.bool() {
            leaving.reverse();
        }
        if self.chance.bool() {
            plan.add(Deed::FarHangsUp(parts.last().copied().unwrap_or(self.caller)));
        }
        for device in leaving {
            if device.kind().is_station() {
                plan.user(device, UserAct::HangUp).wait(self.millis(100, 800));
            } else {
                plan.add(Deed::Network(NetworkAct::Releases(device)));
            }
        }
        for device in parts {
            plan.add(Deed::Over(*device));
        }
    }

    /// How long a telephone rings before somebody lifts the handset.
    fn ring(&mut self) -> Duration {
        let mean = self.mean_talk.min(Duration::from_secs(20));
        between(self.chance, mean / 10, mean * 4 / 10)
    }

    fn millis(&mut self, least: u64, most: u64) -> Duration {
        between(self.chance, Duration::from_millis(least), Duration::from_millis(most))
    }
}

/// An outside number.
fn number(chance: &mut fastrand::Rng) -> String {
    format!("0{}", chance.u32(30_000_000..=999_999_999))
}
