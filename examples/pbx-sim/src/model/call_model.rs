//! The model itself: its state, its inputs and outputs, and the small steps that the rules are
//! made of.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;
use std::time::Instant;

use csta_codec::types::EventCause;

use super::equipment::Equipment;
use super::record::{Line, Recorder};
use super::timer::Timers;
use super::{
    Answer, Call, CallId, Connection, ConnectionRef, ConnectionState, Device, DeviceKind,
    DeviceNumber, Event, Failure, Feature, FeatureEvent, Hook, NetworkAct, Number, Parties, Record,
    Request, Settings, UserAct, What,
};
use crate::config::{Config, ConfigError, Extension};

/// The calls of a switch.
///
/// It has no clock and does no I/O. Whoever drives it
///
/// 1. gives it what happens, by [`handle`](Self::handle), with the time at which it does;
/// 2. takes everything from [`poll_output`](Self::poll_output);
/// 3. asks [`poll_timeout`](Self::poll_timeout) for the time at which the model wants to be called
///    if nothing happens before, and calls [`handle_timeout`](Self::handle_timeout) then.
///
/// Times must not go backwards. Calls, devices and connections can be looked at in between.
///
/// ```
/// use pbx_sim::Config;
/// use pbx_sim::model::{CallModel, Input, Output, UserAct};
/// use std::time::Instant;
///
/// let mut model = CallModel::new(Config::default())?;
/// let anna = model.station("101").unwrap();
/// model.handle(Instant::now(), Input::User(anna, UserAct::Dial("102".to_owned())));
/// while let Some(output) = model.poll_output() {
///     if let Output::Event(event) = output {
///         println!("{event:?}");
///     }
/// }
/// # Ok::<(), pbx_sim::ConfigError>(())
/// ```
#[derive(Clone, Debug)]
pub struct CallModel {
    pub(super) config: Config,
    pub(super) equipment: Equipment,
    pub(super) calls: BTreeMap<CallId, Call>,
    pub(super) next_call: CallId,
    pub(super) stamp: u64,
    pub(super) timers: Timers,
    pub(super) recorder: Recorder,
    pub(super) outputs: VecDeque<Output>,
    /// Devices that may be free for what waits for them.
    pub(super) changed: BTreeSet<DeviceNumber>,
    /// The time of the input that is being handled.
    pub(super) now: Instant,
}

/// Names a request until it is answered; given by whoever makes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RequestId(pub u64);

/// What happens to a switch.
#[derive(Clone, Debug)]
pub enum Input {
    /// An application asks for something.
    Request(RequestId, Request),
    /// A telephone user does something.
    User(DeviceNumber, UserAct),
    /// The public network does something.
    Network(NetworkAct),
}

/// What comes of it.
#[derive(Clone, Debug, PartialEq)]
pub enum Output {
    /// A request is answered, before the events that it causes.
    Answer(RequestId, Result<Answer, Failure>),
    /// Something has happened in a call.
    Event(Event),
    /// Something has happened at a device.
    Feature(FeatureEvent),
    /// An outside call, or the part of it that a telephone had, is over.
    Record(Record),
    /// A user or the network tried what cannot be done.
    Refused(Failure),
}

impl CallModel {
    /// A switch without calls.
    ///
    /// # Errors
    ///
    /// If the configuration makes no switch.
    pub fn new(config: Config) -> Result<Self, ConfigError> {
        config.check()?;
        Ok(Self {
            equipment: Equipment::new(&config),
            config,
            calls: BTreeMap::new(),
            next_call: CallId::FIRST,
            stamp: 0,
            timers: Timers::default(),
            recorder: Recorder::default(),
            outputs: VecDeque::new(),
            changed: BTreeSet::new(),
            now: Instant::now(),
        })
    }

    /// Plugs a new telephone in.
    ///
    /// # Errors
    ///
    /// If the switch cannot be with it, such as when its number is taken; nothing happens then.
    pub fn add(&mut self, extension: Extension) -> Result<(), ConfigError> {
        let mut config = self.config.clone();
        config.extensions.push(extension);
        config.check()?;
        self.config = config;
        let place = u16::try_from(self.config.extensions.len()).unwrap_or(u16::MAX);
        if let Some(extension) = self.config.extensions.last() {
            self.equipment.add_telephone(place, extension);
        }
        Ok(())
    }

    /// Takes what happens at a time.
    pub fn handle(&mut self, now: Instant, input: Input) {
        self.handle_timeout(now);
        match input {
            Input::Request(id, request) => {
                let events = self.outputs.len();
                let answer = self.request(request);
                self.outputs.insert(events, Output::Answer(id, answer));
            }
            Input::User(device, act) => {
                let done = self.user(device, act);
                self.outputs.extend(done.err().map(Output::Refused));
            }
            Input::Network(act) => {
                let done = self.network(act);
                self.outputs.extend(done.err().map(Output::Refused));
            }
        }
        self.serve_waiting();
    }

    /// Does what is due at a time.
    pub fn handle_timeout(&mut self, now: Instant) {
        while let Some((due, timer)) = self.timers.pop_due(now) {
            self.now = due;
            self.expire(timer);
            self.serve_waiting();
        }
        self.now = now;
    }

    /// What comes next of what has happened.
    #[must_use]
    pub fn poll_output(&mut self) -> Option<Output> {
        self.outputs.pop_front()
    }

    /// When [`handle_timeout`](Self::handle_timeout) is to be called.
    #[must_use]
    pub fn poll_timeout(&self) -> Option<Instant> {
        self.timers.next_due()
    }

    /// How the switch is configured.
    #[must_use]
    pub const fn config(&self) -> &Config {
        &self.config
    }

    /// The devices, in the order of their numbers.
    pub fn devices(&self) -> impl Iterator<Item = &Device> {
        self.equipment.devices.values()
    }

    /// A device.
    #[must_use]
    pub fn device(&self, number: DeviceNumber) -> Option<&Device> {
        self.equipment.devices.get(&number)
    }

    /// What is set at a telephone; of a Super-Twin, at both.
    #[must_use]
    pub fn settings(&self, device: DeviceNumber) -> Option<&Settings> {
        self.device(self.public(device)).map(Device::settings)
    }

    /// The telephone that has a number; of a Super-Twin, the one on the desk.
    #[must_use]
    pub fn station(&self, dial: &str) -> Option<DeviceNumber> {
        self.dialled(dial).filter(|device| device.kind().is_station())
    }

    /// The telephone, group or other device that has a number.
    #[must_use]
    pub fn dialled(&self, dial: &str) -> Option<DeviceNumber> {
        self.equipment.dialled(dial)
    }

    /// The calls.
    pub fn calls(&self) -> impl Iterator<Item = (CallId, &Call)> {
        self.calls.iter().map(|(id, call)| (*id, call))
    }

    /// A call.
    #[must_use]
    pub fn call(&self, id: CallId) -> Option<&Call> {
        self.calls.get(&id)
    }

    /// The state of a connection.
    #[must_use]
    pub fn state(&self, connection: ConnectionRef) -> ConnectionState {
        let call = self.calls.get(&connection.call);
        call.map_or(ConnectionState::Null, |call| call.state(connection.device))
    }
}

/// The small steps. Each keeps the lists of calls and of devices in agreement.
impl CallModel {
    /// A new call without connections.
    pub(super) fn open_call(
        &mut self,
        parties: Parties,
        cause: EventCause,
    ) -> Result<CallId, Failure> {
        if self.calls.len() >= CallId::COUNT {
            return Err(Failure::ResourceBusy);
        }
        let mut id = self.next_call;
        while self.calls.contains_key(&id) {
            id = id.next();
        }
        self.next_call = id.next();
        self.calls.insert(id, Call::new(parties, cause));
        Ok(id)
    }

    /// Brings a device into a call.
    pub(super) fn join(&mut self, call: CallId, mut connection: Connection) -> ConnectionRef {
        let device = connection.device;
        connection.stamp = self.next_stamp();
        if let Some(call) = self.calls.get_mut(&call) {
            call.connections.push(connection);
        }
        if let Some(device) = self.device_mut(device) {
            device.calls.push(call);
        }
        self.equipment.idle_lines.remove(&device);
        ConnectionRef::new(call, device)
    }

    /// Changes the state of a connection.
    pub(super) fn set(&mut self, connection: ConnectionRef, state: ConnectionState) {
        let stamp = self.next_stamp();
        if let Some(own) = self.connection_mut(connection) {
            own.state = state;
            own.stamp = stamp;
        }
    }

    /// Takes a device out of a call, and the call away with the last one.
    pub(super) fn leave(&mut self, connection: ConnectionRef) -> Option<Connection> {
        let call = self.calls.get_mut(&connection.call)?;
        let at = call.connections.iter().position(|own| own.device == connection.device)?;
        let left = call.connections.remove(at);
        if call.connections.is_empty() {
            self.calls.remove(&connection.call);
        }
        self.changed.insert(connection.device);
        if let Some(device) = self.device_mut(connection.device) {
            device.calls.retain(|call| *call != connection.call);
            if device.kind() == DeviceKind::Trunk && device.calls.is_empty() {
                self.equipment.idle_lines.insert(connection.device);
            }
        }
        Some(left)
    }

    /// Takes a connection into another call, in which it keeps its state and its place among the
    /// calls of its device.
    pub(super) fn move_to(&mut self, old: ConnectionRef, call: CallId) -> Option<ConnectionRef> {
        let from = self.calls.get_mut(&old.call)?;
        let at = from.connections.iter().position(|own| own.device == old.device)?;
        let mut connection = from.connections.remove(at);
        if from.connections.is_empty() {
            self.calls.remove(&old.call);
        }
        connection.stamp = self.next_stamp();
        if let Some(call) = self.calls.get_mut(&call) {
            call.connections.push(connection);
        }
        let calls = self.device_mut(old.device)?.calls.iter_mut();
        calls.filter(|own| **own == old.call).for_each(|own| *own = call);
        Some(ConnectionRef::new(call, old.device))
    }

    /// Tells a device of a call.
    pub(super) fn tell(
        &mut self,
        at: DeviceNumber,
        local: ConnectionState,
        cause: EventCause,
        what: What,
    ) {
        let event = Event { at, local, cause, what };
        let line = self.device(at).filter(|device| device.kind() == DeviceKind::Trunk);
        let record = line.map(|line| line.progress).and_then(|progress| {
            let own = ConnectionRef::new(event.what.connection().call, at);
            let outside = self.connection(own).and_then(|own| own.outside.clone());
            self.recorder.take(self.now, &event, &Line { progress, outside })
        });
        self.outputs.push_back(Output::Event(event));
        self.outputs.extend(record.map(Output::Record));
        if self.config.report_telephones {
            self.tell_ringer(at);
        }
    }

    /// Tells that a telephone has begun or ceased to ring, if it has.
    fn tell_ringer(&mut self, at: DeviceNumber) {
        let rings = self.first(at, ConnectionState::Alerting).is_some();
        let device = self.device_mut(at).filter(|device| device.kind().is_station());
        if let Some(device) = device.filter(|device| device.rings != rings) {
            device.rings = rings;
            self.tell_feature(at, Feature::Ringer(rings));
        }
    }

    /// Tells all devices of a call.
    pub(super) fn tell_all(&mut self, call: CallId, cause: EventCause, what: &What) {
        for (device, state) in self.members(call) {
            self.tell(device, state, cause, what.clone());
        }
    }

    /// Tells those who take part in a call of one who does not yet, and that one. Others who ring
    /// or are prompted hear nothing of it.
    pub(super) fn tell_joined(&mut self, call: CallId, cause: EventCause, what: &What) {
        for (device, state) in self.members(call) {
            let rings = matches!(state, ConnectionState::Alerting | ConnectionState::Initiated);
            if !rings || device == what.connection().device {
                self.tell(device, state, cause, what.clone());
            }
        }
    }

    /// Tells a device of what happened apart from the states of its calls.
    pub(super) fn tell_feature(&mut self, at: DeviceNumber, feature: Feature) {
        self.outputs.push_back(Output::Feature(FeatureEvent { at, feature }));
    }

    /// The devices of a call and their states.
    pub(super) fn members(&self, call: CallId) -> Vec<(DeviceNumber, ConnectionState)> {
        let call = self.calls.get(&call);
        let connections = call.map_or([].as_slice(), |call| &call.connections);
        connections.iter().map(|own| (own.device, own.state)).collect()
    }

    pub(super) fn connection(&self, connection: ConnectionRef) -> Option<&Connection> {
        self.calls.get(&connection.call)?.connection(connection.device)
    }

    pub(super) fn connection_mut(&mut self, connection: ConnectionRef) -> Option<&mut Connection> {
        self.calls.get_mut(&connection.call)?.connection_mut(connection.device)
    }

    /// Who calls whom in a call.
    pub(super) fn parties(&self, call: CallId) -> Arc<Parties> {
        self.calls.get(&call).map_or_else(
            || Arc::new(Parties::new(Number::NotKnown, Number::NotKnown)),
            |call| Arc::clone(&call.parties),
        )
    }

    /// Changes who calls whom.
    pub(super) fn parties_mut(&mut self, call: CallId) -> Option<&mut Parties> {
        self.calls.get_mut(&call).map(|call| Arc::make_mut(&mut call.parties))
    }

    /// The cause of a call.
    pub(super) fn cause(&self, call: CallId) -> EventCause {
        self.calls.get(&call).map_or(EventCause::NewCall, |call| call.cause)
    }

    /// The connections of a device, the oldest first.
    pub(super) fn connections_of(
        &self,
        device: DeviceNumber,
    ) -> impl Iterator<Item = (CallId, &Connection)> {
        let calls = self.device(device).map_or([].as_slice(), Device::calls);
        calls.iter().filter_map(move |id| Some((*id, self.calls.get(id)?.connection(device)?)))
    }

    /// The connection for which a device is off-hook.
    pub(super) fn active(&self, device: DeviceNumber) -> Option<ConnectionRef> {
        self.connections_of(device)
            .find(|(_, own)| own.state.is_active() && own.prompt.is_none())
            .map(|(call, _)| ConnectionRef::new(call, device))
    }

    /// The first connection of a device in a state.
    pub(super) fn first(
        &self,
        device: DeviceNumber,
        state: ConnectionState,
    ) -> Option<ConnectionRef> {
        self.connections_of(device)
            .find(|(_, own)| own.state == state)
            .map(|(call, _)| ConnectionRef::new(call, device))
    }

    pub(super) fn hook(&self, device: DeviceNumber) -> Hook {
        self.device(device).map_or(Hook::On, Device::hook)
    }

    pub(super) fn set_hook(&mut self, device: DeviceNumber, hook: Hook) {
        self.changed.insert(device);
        let before = self.hook(device);
        if let Some(device) = self.device_mut(device) {
            device.hook = hook;
        }
        let (was_on, is_on) = (before == Hook::On, hook == Hook::On);
        if self.config.report_telephones && was_on != is_on {
            self.tell_feature(device, Feature::Hook(is_on));
        }
    }

    /// Lets a telephone that is on-hook go off-hook by loudspeaker.
    pub(super) fn off_hook(&mut self, device: DeviceNumber) {
        if device.kind().is_station() && self.hook(device) == Hook::On {
            self.set_hook(device, Hook::HandsFree);
        }
    }

    /// A hands-free telephone without an active call goes on-hook.
    pub(super) fn settle_hook(&mut self, device: DeviceNumber) {
        if self.hook(device) == Hook::HandsFree && self.active(device).is_none() {
            self.set_hook(device, Hook::On);
        }
    }

    pub(super) fn device_mut(&mut self, number: DeviceNumber) -> Option<&mut Device> {
        self.equipment.devices.get_mut(&number)
    }

    /// The device under whose number others know a device: of a Super-Twin, the one on the desk.
    pub(super) fn public(&self, device: DeviceNumber) -> DeviceNumber {
        let twin = self.device(device).and_then(Device::twin);
        twin.filter(|_| device.kind() == DeviceKind::Portable).unwrap_or(device)
    }

    const fn next_stamp(&mut self) -> u64 {
        self.stamp += 1;
        self.stamp
    }
}
