//! Traffic: people telephone.

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

use super::exponential;
use super::plan::{Deed, Draft, Kind};
use crate::csta::Act;
use crate::model::{CallModel, Device, DeviceKind, DeviceNumber, Hook, NetworkAct};

/// How many devices are looked at for one that is free.
const TRIES: usize = 16;

/// How much people telephone.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Traffic {
    /// How many calls are made each second, on average; none for 0, and at most
    /// [`MOST`](Self::MOST).
    pub calls_per_second: f64,
    /// How long people talk, on average; a year at most.
    pub mean_talk: Duration,
    /// The same seed makes the same traffic.
    pub seed: u64,
}

impl Traffic {
    /// The most calls each second.
    pub const MOST: f64 = 10_000.0;

    /// So many calls each second, in which people talk for 30 seconds on average.
    #[must_use]
    pub const fn new(calls_per_second: f64, seed: u64) -> Self {
        Self { calls_per_second, mean_talk: Duration::from_secs(30), seed }
    }
}

/// People who telephone as [`Traffic`] says: inside, in and out; answered or not, busy, put on
/// hold, transferred.
///
/// Whoever telephones was free, and a call for which nobody is free is not made: what is planned
/// is a few acts for each device at most.
///
/// ```
/// use pbx_sim::Config;
/// use pbx_sim::chance::{Load, Traffic};
/// use pbx_sim::model::CallModel;
/// use std::time::{Duration, Instant};
///
/// let model = CallModel::new(Config::default())?;
/// let mut load = Load::new(Traffic::new(2.0, 7), &model, Instant::now());
/// let first = load.poll_timeout().unwrap();
/// let act = load.poll_act(first + Duration::from_secs(2), &model);
/// assert!(act.is_some());
/// # Ok::<(), pbx_sim::ConfigError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Load {
    traffic: Traffic,
    chance: fastrand::Rng,
    stations: Vec<DeviceNumber>,
    trunks: Vec<DeviceNumber>,
    access_code: Option<String>,
    /// What is to happen, in the order in which it was planned where times are equal.
    deeds: BTreeMap<(Instant, u64), Deed>,
    count: u64,
    /// Who has a part in a call.
    occupied: BTreeSet<DeviceNumber>,
}

impl Load {
    /// Traffic between the telephones of a switch and its lines, from a time on.
    #[must_use]
    pub fn new(traffic: Traffic, model: &CallModel, begin: Instant) -> Self {
        let of = |wanted: fn(DeviceKind) -> bool| {
            let devices = model.devices().filter(|device| wanted(device.kind()));
            devices.map(Device::number).collect()
        };
        let mut load = Self {
            traffic,
            chance: fastrand::Rng::with_seed(traffic.seed),
            stations: of(DeviceKind::is_station),
            trunks: of(|kind| kind == DeviceKind::Trunk),
            access_code: model.config().access_codes.first().cloned(),
            deeds: BTreeMap::new(),
            count: 0,
            occupied: BTreeSet::new(),
        };
        load.await_next(begin);
        load
    }

    /// From a time on, people telephone as much as this says. Calls that are planned are made.
    pub fn change(&mut self, traffic: Traffic, now: Instant) {
        self.traffic = traffic;
        self.chance = fastrand::Rng::with_seed(traffic.seed);
        self.deeds.retain(|_, deed| !matches!(deed, Deed::NextCall));
        self.await_next(now);
    }

    /// When something happens next.
    #[must_use]
    pub fn poll_timeout(&self) -> Option<Instant> {
        self.deeds.first_key_value().map(|((due, _), _)| *due)
    }

    /// What happens until a time, one thing after the other; the model is to be as it is then.
    ///
    /// Where an application telephones too, what was planned may not be possible any more.
    pub fn poll_act(&mut self, now: Instant, model: &CallModel) -> Option<Act> {
        loop {
            let first = self.deeds.first_entry()?;
            let (due, _) = *first.key();
            if due > now {
                return None;
            }
            match first.remove() {
                Deed::NextCall => {
                    self.await_next(due);
                    self.plan(due, model);
                }
                Deed::User(station, act) => return Some(Act::User(station, act)),
                Deed::Network(act) => return Some(Act::Network(act)),
                Deed::FarHangsUp(station) => {
                    if let Some(line) = line_of(model, station) {
                        return Some(Act::Network(NetworkAct::Releases(line)));
                    }
                }
                Deed::Over(device) => {
                    self.occupied.remove(&device);
                }
            }
        }
    }

    fn await_next(&mut self, now: Instant) {
        let calls = self.traffic.calls_per_second.clamp(0.0, Traffic::MOST);
        if calls > 0.0
            && let Ok(mean) = Duration::try_from_secs_f64(1.0 / calls)
            && let Some(due) = now.checked_add(exponential(&mut self.chance, mean))
        {
            self.add(due, Deed::NextCall);
        }
    }

    fn add(&mut self, due: Instant, deed: Deed) {
        self.count += 1;
        self.deeds.insert((due, self.count), deed);
    }

    /// Plans a call from beginning to end, if those are free whom it takes.
    fn plan(&mut self, now: Instant, model: &CallModel) {
        let kind = match self.chance.u8(0..100) {
            0..50 => Kind::Internal,
            50..80 => Kind::Incoming,
            _ => Kind::Outgoing,
        };
        let line = (kind == Kind::Incoming).then(|| self.free(model, true)).flatten();
        let Some(caller) = line.or_else(|| self.free(model, false)) else {
            return;
        };
        let access_code = self.access_code.clone().filter(|_| kind == Kind::Outgoing);
        // One who is busy is called now and then.
        let busy = (self.chance.u8(0..100) < 8).then(|| self.busy(model)).flatten();
        let called = busy.or_else(|| self.free(model, false)).filter(|called| *called != caller);
        let other = self.free(model, false).filter(|own| *own != caller && Some(*own) != called);
        let dial = |station: DeviceNumber| {
            model.device(station).map_or_else(String::new, |device| device.dial().to_owned())
        };
        let draft = Draft {
            chance: &mut self.chance,
            mean_talk: self.traffic.mean_talk,
            caller,
            called: called.map(|called| (called, dial(called))),
            other: other.map(|other| (other, dial(other))),
            access_code,
            is_busy: busy.is_some(),
        };
        for (after, deed) in draft.deeds() {
            if let Deed::Over(device) = deed {
                self.occupied.insert(device);
            }
            self.add(now + after, deed);
        }
    }

    /// A telephone or a trunk line that is free, by chance.
    fn free(&mut self, model: &CallModel, is_trunk: bool) -> Option<DeviceNumber> {
        let among = if is_trunk { &self.trunks } else { &self.stations };
        let is_free = |device: &DeviceNumber| {
            let known = model.device(*device).filter(|device| device.in_service());
            !self.occupied.contains(device)
                && known.is_some_and(|own| own.calls().is_empty() && own.hook() == Hook::On)
        };
        let tries = (0..TRIES).filter_map(|_| self.chance.choice(among).copied());
        tries.into_iter().find(is_free)
    }

    /// A telephone that is not free, by chance.
    fn busy(&mut self, model: &CallModel) -> Option<DeviceNumber> {
        let tries = (0..TRIES).filter_map(|_| self.chance.choice(&self.stations).copied());
        tries.into_iter().find(|own| model.device(*own).is_some_and(|own| own.hook() != Hook::On))
    }
}

/// The trunk line that a telephone talks by.
fn line_of(model: &CallModel, station: DeviceNumber) -> Option<DeviceNumber> {
    let calls = model.device(station)?.calls();
    let connections =
        calls.iter().filter_map(|call| model.call(*call)).flat_map(|call| call.connections());
    connections
        .map(crate::model::Connection::device)
        .find(|device| device.kind() == DeviceKind::Trunk)
}
