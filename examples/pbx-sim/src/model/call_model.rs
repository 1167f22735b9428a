//! The model itself: its state, its inputs and outputs, and the small steps that the rules are
//! made of.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;
use std::time::Instant;

use csta_codec::types::EventCause;

use super::record::Recorder;
use super::timer::Timers;
use super::{
    Answer, Call, CallId, Connection, ConnectionRef, ConnectionState, Device, DeviceKind,
    DeviceNumber, Event, Failure, Hook, NetworkAct, Number, Parties, Record, Request, UserAct,
    What,
};
use crate::config::{Config, ConfigError};

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
    pub(super) devices: BTreeMap<DeviceNumber, Device>,
    pub(super) stations: BTreeMap<String, DeviceNumber>,
    pub(super) calls: BTreeMap<CallId, Call>,
    pub(super) next_call: CallId,
    pub(super) stamp: u64,
    pub(super) timers: Timers,
    pub(super) recorder: Recorder,
    pub(super) outputs: VecDeque<Output>,
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
        let mut devices = BTreeMap::new();
        let mut stations = BTreeMap::new();
        for (index, extension) in (1..).zip(&config.extensions) {
            let kind =
                if extension.portable { DeviceKind::Portable } else { DeviceKind::Extension };
            let number = DeviceNumber::new(kind, index);
            stations.insert(extension.number.clone(), number);
            devices.insert(
                number,
                Device {
                    dial: extension.number.clone(),
                    name: extension.name.clone(),
                    hands_free: extension.hands_free && !extension.portable,
                    call_waiting: extension.call_waiting,
                    ..Device::plain(number)
                },
            );
        }
        for (index, trunk) in (1..).zip(&config.trunks) {
            let number = DeviceNumber::new(DeviceKind::Trunk, index);
            let dial = trunk.number.clone();
            let device = Device { dial, progress: trunk.progress, ..Device::plain(number) };
            devices.insert(number, device);
        }
        Ok(Self {
            config,
            devices,
            stations,
            calls: BTreeMap::new(),
            next_call: CallId::FIRST,
            stamp: 0,
            timers: Timers::default(),
            recorder: Recorder::default(),
            outputs: VecDeque::new(),
            now: Instant::now(),
        })
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
    }

    /// Does what is due at a time.
    pub fn handle_timeout(&mut self, now: Instant) {
        while let Some((due, timer)) = self.timers.pop_due(now) {
            self.now = due;
            self.expire(timer);
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
        self.devices.values()
    }

    /// A device.
    #[must_use]
    pub fn device(&self, number: DeviceNumber) -> Option<&Device> {
        self.devices.get(&number)
    }

    /// The telephone that has a number.
    #[must_use]
    pub fn station(&self, dial: &str) -> Option<DeviceNumber> {
        self.stations.get(dial).copied()
    }

    /// Whether the number of some telephone is longer and begins so.
    pub(super) fn is_begun(&self, dial: &str) -> bool {
        let mut behind = self
            .stations
            .range::<str, _>((std::ops::Bound::Excluded(dial), std::ops::Bound::Unbounded));
        behind.next().is_some_and(|(number, _)| number.starts_with(dial))
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
        if let Some(device) = self.devices.get_mut(&device) {
            device.calls.push(call);
        }
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
        if let Some(device) = self.devices.get_mut(&connection.device) {
            device.calls.retain(|call| *call != connection.call);
        }
        Some(left)
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
        let progress = line.map(|line| line.progress);
        let record = progress.and_then(|progress| self.recorder.take(self.now, &event, progress));
        self.outputs.push_back(Output::Event(event));
        self.outputs.extend(record.map(Output::Record));
    }

    /// Tells all devices of a call.
    pub(super) fn tell_all(&mut self, call: CallId, cause: EventCause, what: &What) {
        for (device, state) in self.members(call) {
            self.tell(device, state, cause, what.clone());
        }
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
        let calls = self.devices.get(&device).map_or([].as_slice(), Device::calls);
        calls.iter().filter_map(move |id| Some((*id, self.calls.get(id)?.connection(device)?)))
    }

    /// The connection for which a device is off-hook.
    pub(super) fn active(&self, device: DeviceNumber) -> Option<ConnectionRef> {
        self.connections_of(device)
            .find(|(_, own)| own.state.is_active() && own.prompted_for.is_none())
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
        self.devices.get(&device).map_or(Hook::On, Device::hook)
    }

    pub(super) fn set_hook(&mut self, device: DeviceNumber, hook: Hook) {
        if let Some(device) = self.devices.get_mut(&device) {
            device.hook = hook;
        }
    }

    /// Lets a telephone that is on-hook go off-hook by loudspeaker.
    pub(super) fn off_hook(&mut self, device: DeviceNumber) {
        if self.hook(device) == Hook::On {
            self.set_hook(device, Hook::HandsFree);
        }
    }

    /// A hands-free telephone without an active call goes on-hook.
    pub(super) fn settle_hook(&mut self, device: DeviceNumber) {
        if self.hook(device) == Hook::HandsFree && self.active(device).is_none() {
            self.set_hook(device, Hook::On);
        }
    }

    const fn next_stamp(&mut self) -> u64 {
        self.stamp += 1;
        self.stamp
    }
}

impl Device {
    /// A device with nothing set.
    const fn plain(number: DeviceNumber) -> Self {
        Self {
            number,
            dial: String::new(),
            name: String::new(),
            hands_free: false,
            call_waiting: false,
            progress: false,
            in_service: true,
            hook: Hook::On,
            calls: Vec::new(),
        }
    }
}
