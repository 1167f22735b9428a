//! What applications ask for.

use csta_codec::types::EventCause;

use super::timer::Alarm;
use super::{
    CallId, CallModel, Connection, ConnectionRef, ConnectionState, Device, DeviceKind,
    DeviceNumber, Failure, Hook, Number, Parties, What,
};

/// What an application asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Request {
    /// Call a number from a telephone.
    MakeCall {
        /// The telephone.
        calling: DeviceNumber,
        /// The number, an outside one with its access code.
        called: String,
        /// Whether the user is prompted where the telephone cannot go off-hook by itself.
        prompt: bool,
    },
    /// Answer a call that rings, or go off-hook when prompted.
    Answer(ConnectionRef),
    /// Take a device out of a call.
    ClearConnection(ConnectionRef),
    /// End a call.
    ClearCall(CallId),
    /// Put a call on hold.
    Hold(ConnectionRef),
    /// Take a call from hold.
    Retrieve(ConnectionRef),
    /// Put a call on hold and call somebody else.
    Consultation {
        /// The call.
        existing: ConnectionRef,
        /// Whom to call; empty for dial tone.
        consulted: String,
    },
    /// Hold the active call and take the held one.
    Alternate {
        /// The held one.
        held: ConnectionRef,
        /// The active one.
        active: ConnectionRef,
    },
    /// End the active call and take the held one.
    Reconnect {
        /// The active one.
        active: ConnectionRef,
        /// The held one.
        held: ConnectionRef,
    },
    /// Bring the others of two calls together and leave.
    Transfer {
        /// The held one.
        held: ConnectionRef,
        /// The active one.
        active: ConnectionRef,
    },
    /// Send a call to a telephone and leave.
    SingleStepTransfer {
        /// The call.
        active: ConnectionRef,
        /// The telephone's number.
        to: String,
    },
    /// Join two calls.
    Conference {
        /// The held one.
        held: ConnectionRef,
        /// The active one.
        active: ConnectionRef,
    },
    /// Send a call that rings to another telephone.
    Deflect {
        /// The call.
        connection: ConnectionRef,
        /// The telephone's number.
        to: String,
    },
    /// Answer a call that rings elsewhere.
    Pickup {
        /// The call where it rings.
        ringing: ConnectionRef,
        /// The telephone that takes it.
        by: DeviceNumber,
    },
}

/// What an application gets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It is done.
    Done,
    /// It is done; this is the asking device's connection in the new call.
    Connection(ConnectionRef),
    /// It is done; who takes part now.
    Joined {
        /// The new call, and the device that asked or the first that is left.
        call: ConnectionRef,
        /// Its connections.
        connections: Vec<super::Moved>,
    },
}

impl CallModel {
    /// Does what an application asks for.
    pub(super) fn request(&mut self, request: Request) -> Result<Answer, Failure> {
        match request {
            Request::MakeCall { calling, called, prompt } => {
                self.make_call(calling, &called, prompt).map(Answer::Connection)
            }
            Request::Answer(connection) => self.answer(connection),
            Request::ClearConnection(connection) => self.clear_connection(connection),
            Request::ClearCall(call) => {
                self.calls.get(&call).ok_or(Failure::NoActiveCall)?;
                self.clear_call(call);
                Ok(Answer::Done)
            }
            Request::Hold(connection) => self.hold(connection),
            Request::Retrieve(connection) => self.retrieve(connection),
            Request::Consultation { existing, consulted } => {
                self.consult(existing, &consulted).map(Answer::Connection)
            }
            Request::Alternate { held, active } => self.alternate(held, active),
            Request::Reconnect { active, held } => self.reconnect(active, held),
            Request::Transfer { held, active } => self.transfer(held, active),
            Request::SingleStepTransfer { active, to } => self.single_step_transfer(active, &to),
            Request::Conference { held, active } => self.conference(held, active),
            Request::Deflect { connection, to } => self.deflect(connection, &to),
            Request::Pickup { ringing, by } => self.pickup(ringing, by),
        }
    }

    /// A connection of a telephone, and its state.
    pub(super) fn own(&self, connection: ConnectionRef) -> Result<ConnectionState, Failure> {
        if !connection.device.kind().is_station() {
            return Err(Failure::InvalidConnection);
        }
        let call = self.calls.get(&connection.call).ok_or(Failure::NoActiveCall)?;
        let own = call.connection(connection.device).ok_or(Failure::InvalidConnection)?;
        Ok(own.state)
    }

    /// Whether the call of a connection has somebody at its other end.
    pub(super) fn is_reached(&self, connection: ConnectionRef) -> bool {
        self.calls.get(&connection.call).is_some_and(|call| {
            call.failed.is_none()
                && call.connections.iter().any(|other| {
                    other.device != connection.device && other.state != ConnectionState::Fail
                })
        })
    }

    fn make_call(
        &mut self,
        calling: DeviceNumber,
        called: &str,
        prompt: bool,
    ) -> Result<ConnectionRef, Failure> {
        let device = self.devices.get(&calling).ok_or(Failure::InvalidCallingDevice)?;
        if !device.kind().is_station() {
            return Err(Failure::RequestIncompatibleWithCallingDevice);
        }
        if !device.in_service {
            return Err(Failure::CallingDeviceOutOfService);
        }
        let prompts = device.hook == Hook::On
            && (device.kind() == DeviceKind::Portable || (prompt && !device.hands_free));
        let route = self.route_called(called)?;
        if route == super::place::Route::Station(calling) {
            return Err(Failure::NotDifferentDevices);
        }
        if self.connections_of(calling).any(|(_, own)| own.prompted_for.is_some()) {
            return Err(Failure::InvalidCallingDeviceState);
        }
        if let Some(active) = self.active(calling) {
            let waits = self.calls.get(&active.call).is_some_and(|call| call.dialled.is_empty());
            if !waits || self.state(active) != ConnectionState::Initiated {
                return Err(Failure::InvalidCallingDeviceState);
            }
            self.launch(active, called);
            return Ok(active);
        }
        if prompts {
            let own = self.begin(calling, Some(called), EventCause::NewCall)?;
            self.after(self.config.timing.prompt, own, Alarm::PromptOver);
            return Ok(own);
        }
        let own = self.begin(calling, None, EventCause::NewCall)?;
        self.launch(own, called);
        Ok(own)
    }

    /// Begins a call: the device has dial tone, or prompts its user for a number.
    pub(super) fn begin(
        &mut self,
        calling: DeviceNumber,
        prompted_for: Option<&str>,
        cause: EventCause,
    ) -> Result<ConnectionRef, Failure> {
        let parties = Parties::new(Number::Device(calling), Number::NotKnown);
        let call = self.open_call(parties, cause)?;
        let mut connection = Connection::new(calling, ConnectionState::Initiated);
        connection.prompted_for = prompted_for.map(str::to_owned);
        let own = self.join(call, connection);
        let cause = match prompted_for {
            Some(_) => EventCause::MakeCall,
            None => {
                self.off_hook(calling);
                cause
            }
        };
        self.tell_all(
            call,
            cause,
            &What::ServiceInitiated { connection: own, network_called: None },
        );
        Ok(own)
    }

    /// Calls whom a telephone has prompted its user for, who is off-hook now.
    pub(super) fn go_on_from_prompt(&mut self, connection: ConnectionRef) {
        let number = self.connection_mut(connection).and_then(|own| own.prompted_for.take());
        if let Some(number) = number {
            if let Some(active) = self.active(connection.device).filter(|own| *own != connection) {
                self.make_room(active);
            }
            self.off_hook(connection.device);
            self.launch(connection, &number);
        }
    }

    fn answer(&mut self, connection: ConnectionRef) -> Result<Answer, Failure> {
        let state = self.own(connection)?;
        let prompted = self.connection(connection).is_some_and(|own| own.prompted_for.is_some());
        let waits_for_user = connection.device.kind() == DeviceKind::Portable
            && self.hook(connection.device) == Hook::On;
        match state {
            ConnectionState::Alerting if waits_for_user => {}
            ConnectionState::Alerting => self.establish(connection),
            ConnectionState::Initiated if prompted && waits_for_user => {}
            ConnectionState::Initiated if prompted => self.go_on_from_prompt(connection),
            _ => return Err(Failure::NoCallToAnswer),
        }
        Ok(Answer::Done)
    }

    fn clear_connection(&mut self, connection: ConnectionRef) -> Result<Answer, Failure> {
        let call = self.calls.get(&connection.call).ok_or(Failure::NoActiveCall)?;
        let own = call.connection(connection.device).ok_or(Failure::NoConnectionToClear)?;
        let tone = match own.state {
            ConnectionState::Alerting => EventCause::Busy, // the call is rejected
            _ => EventCause::Blocked,
        };
        self.clear_to_tone(connection, EventCause::NormalClearing, tone);
        Ok(Answer::Done)
    }

    pub(super) fn hold(&mut self, connection: ConnectionRef) -> Result<Answer, Failure> {
        match self.own(connection)? {
            ConnectionState::Hold => {}
            ConnectionState::Connected if self.is_reached(connection) => {
                self.put_on_hold(connection, EventCause::Normal);
                self.settle_hook(connection.device);
            }
            _ => return Err(Failure::NoActiveCall),
        }
        Ok(Answer::Done)
    }

    pub(super) fn retrieve(&mut self, connection: ConnectionRef) -> Result<Answer, Failure> {
        let state = self.own(connection)?;
        let recalling = self.connection(connection).is_some_and(|own| own.recalling);
        match state {
            ConnectionState::Connected => {}
            ConnectionState::Alerting if recalling => self.establish(connection),
            ConnectionState::Hold => {
                if let Some(active) = self.active(connection.device) {
                    if self.state(active) == ConnectionState::Connected {
                        return Err(Failure::InvalidConnectionState);
                    }
                    self.clear(active, EventCause::NormalClearing); // dial tone or another tone
                }
                self.take_back(connection, EventCause::Normal);
            }
            _ => return Err(Failure::NoHeldCall),
        }
        Ok(Answer::Done)
    }

    /// Puts a call on hold and begins another.
    pub(super) fn consult(
        &mut self,
        existing: ConnectionRef,
        consulted: &str,
    ) -> Result<ConnectionRef, Failure> {
        if self.own(existing)? != ConnectionState::Connected || !self.is_reached(existing) {
            return Err(Failure::InvalidConnectionState);
        }
        if !consulted.is_empty() {
            let route = self.route_called(consulted)?;
            if route == super::place::Route::Station(existing.device) {
                return Err(Failure::NotDifferentDevices);
            }
        }
        if self.calls.len() >= CallId::COUNT {
            return Err(Failure::ResourceBusy);
        }
        self.put_on_hold(existing, EventCause::Consultation);
        if let Some(own) = self.connection_mut(existing) {
            own.consulting = true;
        }
        let own = self.begin(existing.device, None, EventCause::Consultation)?;
        if consulted.is_empty() {
            self.after(self.config.timing.first_digit, own, Alarm::DialOver);
        } else {
            self.launch(own, consulted);
        }
        Ok(own)
    }

    /// The states of a held and an active connection of one telephone.
    pub(super) fn pair(
        &self,
        held: ConnectionRef,
        active: ConnectionRef,
    ) -> Result<(ConnectionState, ConnectionState), Failure> {
        let states = (self.own(held)?, self.own(active)?);
        if held.device != active.device {
            return Err(Failure::NotSameDevice);
        }
        if held.call == active.call {
            return Err(Failure::NoHeldCall);
        }
        Ok(states)
    }

    fn alternate(&mut self, held: ConnectionRef, active: ConnectionRef) -> Result<Answer, Failure> {
        let (held_state, active_state) = self.pair(held, active)?;
        if active_state != ConnectionState::Connected || !self.is_reached(active) {
            return Err(Failure::NoActiveCall);
        }
        if held_state != ConnectionState::Hold {
            return Err(Failure::NoHeldCall);
        }
        let consulting = self.connection_mut(held).is_some_and(|own| own.consulting);
        self.put_on_hold(active, EventCause::Alternate);
        self.take_back(held, EventCause::Alternate);
        if let Some(own) = self.connection_mut(active) {
            own.consulting = consulting;
        }
        Ok(Answer::Done)
    }

    fn reconnect(&mut self, active: ConnectionRef, held: ConnectionRef) -> Result<Answer, Failure> {
        let (held_state, active_state) = self.pair(held, active)?;
        if held_state != ConnectionState::Hold {
            return Err(Failure::NoHeldCall);
        }
        if !active_state.is_active() && active_state != ConnectionState::Alerting {
            return Err(Failure::NoActiveCall);
        }
        self.clear(active, EventCause::NormalClearing);
        self.take_back(held, EventCause::Normal);
        Ok(Answer::Done)
    }

    /// A telephone that takes part in a request by its number.
    pub(super) fn station_of(
        &self,
        number: &str,
        failure: Failure,
    ) -> Result<DeviceNumber, Failure> {
        let device = self.station(number).and_then(|station| self.devices.get(&station));
        device.map(Device::number).ok_or(failure)
    }
}
