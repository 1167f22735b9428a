//! How two calls become one: transfer and conference.

use std::sync::Arc;

use csta_codec::types::EventCause;

use super::place::Reach;
use super::{
    Answer, CallId, CallModel, ConnectionRef, ConnectionState, DeviceKind, DeviceNumber, Failure,
    Moved, Number, Parties, What,
};

impl CallModel {
    /// Brings the others of two calls together.
    pub(super) fn transfer(
        &mut self,
        held: ConnectionRef,
        active: ConnectionRef,
    ) -> Result<Answer, Failure> {
        let (held_state, active_state) = self.pair(held, active)?;
        if held_state != ConnectionState::Hold && active_state != ConnectionState::Hold {
            return Err(Failure::NoHeldCall);
        }
        if !held_state.is_joined() || !active_state.is_joined() {
            return Err(Failure::NoActiveCall);
        }
        if !self.is_reached(held) || !self.is_reached(active) {
            return Err(Failure::InvalidConnectionState);
        }
        let device = held.device;
        let outside = |(other, _): &(DeviceNumber, _)| other.kind() == DeviceKind::Trunk;
        let others = [held, active].map(|own| {
            let members = self.members(own.call);
            members.into_iter().filter(|(other, _)| *other != device).collect::<Vec<_>>()
        });
        let barred =
            !self.config.trunk_to_trunk && others.iter().all(|others| others.iter().all(outside));
        if barred {
            return Err(Failure::PrivilegeViolation);
        }
        if self.meets_itself(held, active) {
            return Err(Failure::NotDifferentDevices);
        }
        let to = self.far_end(active);
        let mut parties = Parties::new(self.far_end(held), to.clone());
        parties.last_redirection = Some(Number::Device(device));
        let call = self.merged(held.call, active.call, parties, EventCause::Transfer)?;
        let (_, _) = (self.leave(held), self.leave(active));
        let connections = self.moved(&[held.call, active.call], call);
        let what = What::Transferred {
            primary: held,
            secondary: Some(active),
            to,
            connections: Arc::clone(&connections),
        };
        self.tell(device, ConnectionState::Null, EventCause::Transfer, what.clone());
        self.tell_all(call, EventCause::Transfer, &what);
        self.settle_hook(device);
        Ok(joined(call, device, &connections))
    }

    /// Joins two calls.
    pub(super) fn conference(
        &mut self,
        held: ConnectionRef,
        active: ConnectionRef,
    ) -> Result<Answer, Failure> {
        let (held_state, active_state) = self.pair(held, active)?;
        if held_state != ConnectionState::Hold && active_state != ConnectionState::Hold {
            return Err(Failure::NoHeldCall);
        }
        if !held_state.is_joined() || !active_state.is_joined() {
            return Err(Failure::NoActiveCall);
        }
        if !self.is_reached(held) || !self.is_reached(active) {
            return Err(Failure::InvalidConnectionState);
        }
        let others: Vec<_> = [held, active].map(|own| self.members(own.call)).concat();
        let rings = others.iter().any(|(other, _)| {
            [held, active].iter().any(|own| {
                let seen = self.connection(ConnectionRef::new(own.call, *other));
                seen.is_some_and(|seen| seen.seen_state() == ConnectionState::Alerting)
            })
        });
        if rings {
            return Err(Failure::RequestIncompatibleWithObject);
        }
        if others.len() - 1 > self.config.conference_limit {
            return Err(Failure::ConferenceMemberLimitExceeded);
        }
        if self.meets_itself(held, active) {
            return Err(Failure::NotDifferentDevices);
        }
        let added = self.far_end(active);
        let mut parties = Parties::clone(&self.parties(held.call));
        parties.last_redirection = None;
        let call = self.merged(held.call, active.call, parties, EventCause::Conference)?;
        let device = held.device;
        self.leave(active);
        let connections = self.moved(&[held.call, active.call], call);
        self.set(ConnectionRef::new(call, device), ConnectionState::Connected);
        if let Some(own) = self.connection_mut(ConnectionRef::new(call, device)) {
            own.consulting = false;
        }
        self.off_hook(device);
        let what = What::Conferenced {
            primary: held,
            secondary: active,
            added,
            connections: Arc::clone(&connections),
        };
        self.tell_all(call, EventCause::Conference, &what);
        Ok(joined(call, device, &connections))
    }

    /// Sends a call to a telephone, which rings, and leaves it.
    pub(super) fn single_step_transfer(
        &mut self,
        active: ConnectionRef,
        to: &str,
    ) -> Result<Answer, Failure> {
        if self.own(active)? != ConnectionState::Connected || !self.is_reached(active) {
            return Err(Failure::InvalidConnectionState);
        }
        let others = self.members(active.call);
        if others.len() != 2 || others.iter().any(|(_, state)| *state == ConnectionState::Alerting)
        {
            return Err(Failure::InvalidConnectionState);
        }
        let station = self.station_of(to, Failure::InvalidDestination)?;
        if others.iter().any(|(other, _)| *other == station) {
            return Err(Failure::NotDifferentDevices);
        }
        if self.reach(station) != Reach::Rings {
            return Err(Failure::InvalidDestinationDeviceState);
        }
        let device = active.device;
        let mut parties = Parties::new(self.far_end(active), Number::Device(station));
        parties.last_redirection = Some(Number::Device(device));
        let call =
            self.merged(active.call, active.call, parties, EventCause::SingleStepTransfer)?;
        self.leave(active);
        let connections = self.moved(&[active.call], call);
        let what = What::Transferred {
            primary: active,
            secondary: None,
            to: Number::Device(station),
            connections: Arc::clone(&connections),
        };
        self.tell(device, ConnectionState::Null, EventCause::SingleStepTransfer, what.clone());
        self.tell_all(call, EventCause::SingleStepTransfer, &what);
        self.settle_hook(device);
        self.ring(call, station, EventCause::SingleStepTransfer);
        Ok(joined(call, device, &connections))
    }

    /// Who is at the other end of a connection: the outside party, where a trunk line is.
    pub(super) fn far_end(&self, own: ConnectionRef) -> Number {
        let members = self.members(own.call);
        let Some((other, _)) = members.iter().find(|(other, _)| *other != own.device) else {
            return Number::NotKnown;
        };
        if other.kind() == DeviceKind::Trunk {
            self.outside(own.call, *other)
        } else {
            Number::Device(*other)
        }
    }

    /// The outside party behind a trunk line.
    fn outside(&self, call: CallId, line: DeviceNumber) -> Number {
        let parties = self.parties(call);
        if parties.associated_called == Some(line) {
            parties.called.clone()
        } else {
            parties.calling.clone()
        }
    }

    /// Whether a device other than the common one stands in both calls.
    fn meets_itself(&self, one: ConnectionRef, other: ConnectionRef) -> bool {
        let members = self.members(other.call);
        self.members(one.call).iter().any(|(device, _)| {
            *device != one.device && members.iter().any(|(second, _)| second == device)
        })
    }

    /// A new call for the parties of two, with what they tell of trunk lines.
    fn merged(
        &mut self,
        first: CallId,
        second: CallId,
        mut parties: Parties,
        cause: EventCause,
    ) -> Result<CallId, Failure> {
        let (one, two) = (self.parties(first), self.parties(second));
        parties.network_calling =
            one.network_calling.clone().or_else(|| two.network_calling.clone());
        parties.network_called = one.network_called.clone().or_else(|| two.network_called.clone());
        parties.associated_calling = one.associated_calling.or(two.associated_calling);
        parties.associated_called = two.associated_called.or(one.associated_called);
        self.open_call(parties, cause)
    }

    /// Moves what is left of calls into a new one.
    fn moved(&mut self, from: &[CallId], to: CallId) -> Arc<[Moved]> {
        let mut moved = Vec::new();
        for &call in from {
            for (device, _) in self.members(call) {
                let old = ConnectionRef::new(call, device);
                let endpoint = match device.kind() {
                    DeviceKind::Trunk => self.outside(call, device),
                    _ => Number::Device(device),
                };
                if let Some(connection) = self.leave(old) {
                    let new = self.join(to, connection);
                    self.rearm(new);
                    moved.push(Moved { old, new, endpoint });
                }
            }
        }
        moved.into()
    }
}

fn joined(call: CallId, device: DeviceNumber, connections: &[Moved]) -> Answer {
    let own = connections.iter().find(|moved| moved.new.device == device);
    let first = own.or_else(|| connections.first()).map_or(device, |moved| moved.new.device);
    Answer::Joined { call: ConnectionRef::new(call, first), connections: connections.to_vec() }
}
