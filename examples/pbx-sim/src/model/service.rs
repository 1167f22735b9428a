//! Services: the basic ones of call control.

use csta_codec::types::EventCause;

use super::connection::Prompt;
use super::place::Route;
use super::timer::Alarm;
use super::{
    Answer, CallId, CallModel, Connection, ConnectionRef, ConnectionState, DeviceKind,
    DeviceNumber, Failure, Hook, Number, Parties, Request, What,
};

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
            Request::SingleStepConference { active, joining } => {
                self.single_step_conference(active, &joining).map(Answer::Connection)
            }
            Request::Join { active, joining, prompt, silent } => {
                self.join_call(active, joining, prompt, silent).map(Answer::Connection)
            }
            Request::Intrude(connection) => self.intrude(connection),
            Request::Deflect { connection, to } => self.deflect(connection, &to),
            Request::Pickup { waiting, by } => self.pickup(waiting, by).map(Answer::Connection),
            Request::GroupPickup { by, group } => {
                self.group_pickup(by, group).map(Answer::Connection)
            }
            Request::Park { connection, zone } => {
                self.park(connection, &zone).map(Answer::Connection)
            }
            Request::CampOn(connection) => self.camp_on(connection),
            Request::CallBack(connection) => self.call_back(connection).map(Answer::Device),
            Request::SetCallBack { originator, target } => self.set_call_back(originator, target),
            Request::CancelCallBack { originator, target } => {
                self.cancel_call_back(originator, target)
            }
            Request::Set(device, setting) => self.set_up(device, setting),
            Request::Press(device, button) => self.press(device, button).map(|()| Answer::Done),
            Request::SetHook { device, on_hook } => self.set_hookswitch(device, on_hook),
            Request::DialDigits { connection, digits } => self.dial_digits(connection, &digits),
            Request::GenerateDigits { connection, digits } => {
                self.generate_digits(connection, &digits)
            }
            Request::SendUserInformation { connection, data } => {
                self.send_user_information(connection, &data)
            }
        }
    }

    /// A connection of a telephone, and its state.
    pub(super) fn own(&self, connection: ConnectionRef) -> Result<ConnectionState, Failure> {
        if !connection.device.kind().is_station() {
            return Err(Failure::InvalidConnection);
        }
        self.existing(connection)
    }

    /// A connection of any device, and its state.
    pub(super) fn existing(&self, connection: ConnectionRef) -> Result<ConnectionState, Failure> {
        let call = self.calls.get(&connection.call).ok_or(Failure::NoActiveCall)?;
        let own = call.connection(connection.device).ok_or(Failure::InvalidConnection)?;
        Ok(own.state)
    }

    /// Whether the call of a connection has somebody at its other end.
    pub(super) fn is_reached(&self, connection: ConnectionRef) -> bool {
        self.calls.get(&connection.call).is_some_and(|call| {
            call.unreached.is_none()
                && call.connections.iter().any(|other| {
                    let unreached =
                        matches!(other.state, ConnectionState::Fail | ConnectionState::Initiated);
                    other.device != connection.device && !unreached
                })
        })
    }

    fn make_call(
        &mut self,
        calling: DeviceNumber,
        called: &str,
        prompt: bool,
    ) -> Result<ConnectionRef, Failure> {
        let device = self.device(calling).ok_or(Failure::InvalidCallingDevice)?;
        if !device.kind().is_station() {
            return Err(Failure::RequestIncompatibleWithCallingDevice);
        }
        if !device.in_service {
            return Err(Failure::CallingDeviceOutOfService);
        }
        let prompts = device.prompts(prompt);
        if self.route_called(called)? == Route::Device(self.public(calling)) {
            return Err(Failure::NotDifferentDevices);
        }
        if self.prompted(calling).is_some() {
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
            let prompt = Prompt::Call(called.to_owned());
            return self.begin_prompting(calling, prompt, EventCause::MakeCall);
        }
        let own = self.begin(calling, EventCause::NewCall)?;
        self.launch(own, called);
        Ok(own)
    }

    /// Begins a call: the device has dial tone.
    pub(super) fn begin(
        &mut self,
        calling: DeviceNumber,
        cause: EventCause,
    ) -> Result<ConnectionRef, Failure> {
        let own = self.initiate(calling, None, cause)?;
        self.off_hook(calling);
        self.tell_initiated(own, cause);
        Ok(own)
    }

    /// Begins a call: the device prompts its user to go off-hook for it.
    pub(super) fn begin_prompting(
        &mut self,
        calling: DeviceNumber,
        prompt: Prompt,
        cause: EventCause,
    ) -> Result<ConnectionRef, Failure> {
        let (time, of_call) = match prompt {
            Prompt::CallBack(_) => (self.config.timing.call_back, EventCause::CallBack),
            Prompt::Call(_) | Prompt::Take(_) | Prompt::Join(_) => {
                (self.config.timing.prompt, EventCause::NewCall)
            }
        };
        let own = self.initiate(calling, Some(prompt), of_call)?;
        self.tell_initiated(own, cause);
        self.after(time, own, Alarm::PromptOver);
        Ok(own)
    }

    fn initiate(
        &mut self,
        calling: DeviceNumber,
        prompt: Option<Prompt>,
        cause: EventCause,
    ) -> Result<ConnectionRef, Failure> {
        let parties = Parties::new(Number::Device(self.public(calling)), Number::NotKnown);
        let call = self.open_call(parties, cause)?;
        let mut connection = Connection::new(calling, ConnectionState::Initiated);
        connection.prompt = prompt;
        Ok(self.join(call, connection))
    }

    /// Tells a device that it has dial tone or prompts its user.
    pub(super) fn tell_initiated(&mut self, connection: ConnectionRef, cause: EventCause) {
        let what = What::ServiceInitiated { connection, network_called: None };
        self.tell(connection.device, ConnectionState::Initiated, cause, what);
    }

    /// Does what a telephone has prompted its user for, who is off-hook now.
    pub(super) fn go_on_from_prompt(&mut self, connection: ConnectionRef) {
        let prompt = self.connection_mut(connection).and_then(|own| own.prompt.take());
        let Some(prompt) = prompt else {
            return;
        };
        if let Some(active) = self.active(connection.device).filter(|own| *own != connection) {
            self.make_room(active);
        }
        self.off_hook(connection.device);
        match prompt {
            Prompt::Call(number) | Prompt::CallBack(number) => self.launch(connection, &number),
            Prompt::Take(waiting) => self.fetch_prompted(connection, waiting),
            Prompt::Join(cause) => self.come_in(connection, cause),
        }
    }

    fn answer(&mut self, connection: ConnectionRef) -> Result<Answer, Failure> {
        let state = self.own(connection)?;
        let prompted = self.connection(connection).is_some_and(|own| own.prompt.is_some());
        let waits_for_user = connection.device.kind() == DeviceKind::Portable
            && self.hook(connection.device) == Hook::On;
        match state {
            ConnectionState::Alerting | ConnectionState::Queued if waits_for_user => {}
            ConnectionState::Alerting | ConnectionState::Queued => self.establish(connection),
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
        if !consulted.is_empty()
            && self.route_called(consulted)? == Route::Device(self.public(existing.device))
        {
            return Err(Failure::NotDifferentDevices);
        }
        if self.calls.len() >= CallId::COUNT {
            return Err(Failure::ResourceBusy);
        }
        self.put_on_hold(existing, EventCause::Consultation);
        if let Some(own) = self.connection_mut(existing) {
            own.consulting = true;
        }
        let own = self.begin(existing.device, EventCause::Consultation)?;
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

    pub(super) fn alternate(
        &mut self,
        held: ConnectionRef,
        active: ConnectionRef,
    ) -> Result<Answer, Failure> {
        let (held_state, active_state) = self.pair(held, active)?;
        if active_state != ConnectionState::Connected || !self.is_reached(active) {
            return Err(Failure::NoActiveCall);
        }
        let waits = matches!(held_state, ConnectionState::Alerting | ConnectionState::Queued);
        if held_state != ConnectionState::Hold && !waits {
            return Err(Failure::NoHeldCall);
        }
        let consulting = self.connection_mut(held).is_some_and(|own| own.consulting);
        self.put_on_hold(active, EventCause::Alternate);
        if waits {
            self.establish(held);
        } else {
            self.take_back(held, EventCause::Alternate);
        }
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
        let waits = matches!(active_state, ConnectionState::Alerting | ConnectionState::Queued);
        if !active_state.is_active() && !waits {
            return Err(Failure::NoActiveCall);
        }
        self.clear(active, EventCause::NormalClearing);
        self.take_back(held, EventCause::Normal);
        Ok(Answer::Done)
    }
}
