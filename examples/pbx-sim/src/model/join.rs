//! How a telephone comes into a call of others: it is added, it joins, or it breaks in.

use std::sync::Arc;

use csta_codec::types::EventCause;

use super::connection::Prompt;
use super::timer::Alarm;
use super::{
    Answer, CallModel, Connection, ConnectionRef, ConnectionState, Device, DeviceKind,
    DeviceNumber, Failure, Moved, Number, Parties, What,
};

impl CallModel {
    /// Adds a telephone to a call: it rings, and takes part when it is answered.
    pub(super) fn single_step_conference(
        &mut self,
        active: ConnectionRef,
        joining: &str,
    ) -> Result<ConnectionRef, Failure> {
        if self.own(active)? != ConnectionState::Connected || !self.is_reached(active) {
            return Err(Failure::InvalidConnectionState);
        }
        let station = self.station(joining).ok_or(Failure::InvalidDestination)?;
        self.check_room(active, &[station])?;
        if self.reach(station).is_err() {
            return Err(Failure::InvalidDestinationDeviceState);
        }
        let telephones = self.ringing_telephones(station);
        let telephone = telephones.first().copied().unwrap_or(station);
        let mut connection = Connection::new(telephone, ConnectionState::Alerting);
        connection.added_by = Some(active.device);
        Ok(self.ring_as(active.call, connection, EventCause::SingleStepConference))
    }

    /// Brings a telephone into a call of others.
    pub(super) fn join_call(
        &mut self,
        active: ConnectionRef,
        joining: DeviceNumber,
        prompt: bool,
        silent: bool,
    ) -> Result<ConnectionRef, Failure> {
        if self.own(active)? != ConnectionState::Connected || !self.is_reached(active) {
            return Err(Failure::InvalidConnectionState);
        }
        let device = self.device(joining).ok_or(Failure::InvalidDevice)?;
        if !device.kind().is_station() {
            return Err(Failure::RequestIncompatibleWithObject);
        }
        if !device.in_service {
            return Err(Failure::DeviceOutOfService);
        }
        let prompts = device.prompts(prompt);
        self.check_room(active, &[joining])?;
        if self.prompted(joining).is_some() || self.active(joining).is_some() {
            return Err(Failure::InvalidDeviceState);
        }
        if self.device(active.device).is_some_and(|device| !device.intrusion) {
            return Err(Failure::PrivilegeViolation);
        }
        let cause = if silent { EventCause::SilentParticipation } else { EventCause::JoinCall };
        let mut connection = Connection::new(joining, ConnectionState::Initiated);
        connection.prompt = prompts.then_some(Prompt::Join(cause));
        let own = self.join(active.call, connection);
        if prompts {
            self.tell_initiated(own, EventCause::JoinCall);
            self.after(self.config.timing.prompt, own, Alarm::PromptOver);
        } else {
            self.come_in(own, cause);
        }
        Ok(own)
    }

    /// A telephone that joins a call takes part from now on.
    pub(super) fn come_in(&mut self, connection: ConnectionRef, cause: EventCause) {
        self.off_hook(connection.device);
        self.set(connection, ConnectionState::Connected);
        self.tell_one_more(connection, connection, cause);
    }

    /// A telephone that was added to a call has answered.
    pub(super) fn tell_added(&mut self, added: ConnectionRef, by: DeviceNumber) {
        let by = ConnectionRef::new(added.call, by);
        let by = if self.connection(by).is_some() { by } else { added };
        self.tell_one_more(added, by, EventCause::SingleStepConference);
    }

    fn tell_one_more(&mut self, added: ConnectionRef, by: ConnectionRef, cause: EventCause) {
        let call = added.call;
        let connections = self.calls.get(&call).map_or([].as_slice(), super::Call::connections);
        let in_it = connections.iter().filter(|own| own.state != ConnectionState::Initiated);
        let entry = |device| {
            let own = ConnectionRef::new(call, device);
            Moved { old: own, new: own, endpoint: self.party(own) }
        };
        let connections: Arc<[Moved]> = in_it.map(|own| entry(own.device)).collect();
        let what = What::Conferenced {
            by: by.device,
            primary: by,
            secondary: None,
            added: self.party(added),
            connections,
        };
        for (device, state) in self.members(call) {
            if state != ConnectionState::Initiated {
                self.tell(device, state, cause, what.clone());
            }
        }
    }

    /// Makes sure that a call has room for these, and that none of them takes part in it.
    fn check_room(&self, active: ConnectionRef, joining: &[DeviceNumber]) -> Result<(), Failure> {
        let members = self.members(active.call);
        let telephones = self.telephones_in(active.call);
        if joining.iter().any(|device| telephones.contains(&self.public(*device))) {
            return Err(Failure::NotDifferentDevices);
        }
        if members.iter().any(|(_, state)| !state.is_joined()) || self.rings_outside(active) {
            return Err(Failure::RequestIncompatibleWithObject);
        }
        if members.len() + joining.len() > self.config.conference_limit {
            return Err(Failure::ConferenceMemberLimitExceeded);
        }
        Ok(())
    }

    fn rings_outside(&self, own: ConnectionRef) -> bool {
        let call = self.calls.get(&own.call);
        call.is_some_and(|call| call.connections.iter().any(|other| other.far_rings))
    }

    /// Breaks into the call of a telephone that is busy or at which one waits.
    pub(super) fn intrude(&mut self, connection: ConnectionRef) -> Result<Answer, Failure> {
        if self.own(connection)? != ConnectionState::Connected {
            return Err(Failure::InvalidConnectionState);
        }
        let call = self.calls.get(&connection.call).ok_or(Failure::NoActiveCall)?;
        let mut others = call.connections.iter().filter(|own| own.device != connection.device);
        let waits = others.find(|own| own.state == ConnectionState::Queued).map(|own| own.device);
        let busy = call.busy().or(waits).and_then(|busy| self.device(busy));
        let busy = busy.filter(|busy| busy.kind().is_station());
        let busy = busy.ok_or(Failure::InvalidConnectionState)?;
        let target = self.talking(busy).ok_or(Failure::InvalidConnectionState)?;
        let twin_talks = target.device.kind() == DeviceKind::Portable
            && self.device(target.device).and_then(Device::twin).is_some();
        if !busy.intrusion || twin_talks {
            return Err(Failure::PrivilegeViolation);
        }
        if !self.is_reached(target) {
            return Err(Failure::InvalidConnectionState);
        }
        // Those who are in a call with who breaks in come with it.
        let joining = call.connections.iter().map(|own| own.device);
        let joining: Vec<_> = joining.filter(|device| Some(*device) != waits).collect();
        self.check_room(target, &joining)?;
        let parties = Parties::clone(&self.parties(target.call));
        let cause = EventCause::Intrude;
        let call = self.merged(target.call, connection.call, parties, cause)?;
        if let Some(waits) = waits {
            self.leave(ConnectionRef::new(connection.call, waits)); // it talks to the caller now
        }
        let connections = self.moved(&[target.call, connection.call], call);
        let what = What::Conferenced {
            by: connection.device,
            primary: target,
            secondary: Some(connection),
            added: Number::Device(self.public(connection.device)),
            connections: Arc::clone(&connections),
        };
        self.tell_all(call, cause, &what);
        Ok(super::merge::joined(call, connection.device, &connections))
    }
}
