//! How two calls become one: transfer and conference.

use std::sync::Arc;

use csta_codec::types::EventCause;

use super::place::Route;
use super::timer::Alarm;
use super::{
    Answer, CallId, CallModel, ConnectionRef, ConnectionState, DeviceKind, DeviceNumber, Failure,
    Moved, Number, Parties, What,
};

impl CallModel {
    /// Whether two calls of a device can become one: one is held, it takes part in both, and both
    /// have reached somebody.
    fn can_be_merged(&self, held: ConnectionRef, active: ConnectionRef) -> Result<(), Failure> {
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
        Ok(())
    }

    /// Brings the others of two calls together.
    pub(super) fn transfer(
        &mut self,
        held: ConnectionRef,
        active: ConnectionRef,
    ) -> Result<Answer, Failure> {
        self.can_be_merged(held, active)?;
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
        let talking = others.iter().flatten().filter(|(_, state)| state.is_joined()).count();
        if talking == 0 {
            return Err(Failure::InvalidConnectionState);
        }
        // However many telephones ring, one of them will take part.
        let waiting = others.iter().flatten().any(|(_, state)| !state.is_joined());
        if talking + usize::from(waiting) > self.config.conference_limit {
            return Err(Failure::ConferenceMemberLimitExceeded);
        }
        let ((calling, associated_calling), (to, associated_called)) =
            (self.far_end(held), self.far_end(active));
        let parties = Parties {
            last_redirection: Some(Number::Device(self.public(device))),
            associated_calling,
            associated_called,
            ..Parties::new(calling, to.clone())
        };
        for (other, state) in others.iter().flatten() {
            if matches!(state, ConnectionState::Alerting | ConnectionState::Queued) {
                self.return_to(*other, [held.call, active.call], device);
            }
        }
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
        self.can_be_merged(held, active)?;
        let others: Vec<_> = [held, active].map(|own| self.members(own.call)).concat();
        let answered = [held, active].iter().all(|own| {
            let call = self.calls.get(&own.call);
            call.is_some_and(|call| {
                call.connections.iter().all(|other| other.seen_state().is_joined())
            })
        });
        if !answered {
            return Err(Failure::RequestIncompatibleWithObject);
        }
        if others.len() - 1 > self.config.conference_limit {
            return Err(Failure::ConferenceMemberLimitExceeded);
        }
        if self.meets_itself(held, active) {
            return Err(Failure::NotDifferentDevices);
        }
        let (added, associated_called) = self.far_end(active);
        let old = self.parties(held.call);
        let parties = Parties {
            last_redirection: None,
            associated_called: associated_called.or(old.associated_called),
            ..Parties::clone(&old)
        };
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
            by: device,
            primary: held,
            secondary: Some(active),
            added,
            connections: Arc::clone(&connections),
        };
        self.tell_all(call, EventCause::Conference, &what);
        Ok(joined(call, device, &connections))
    }

    /// Sends a call elsewhere, where it rings, and leaves it.
    pub(super) fn single_step_transfer(
        &mut self,
        active: ConnectionRef,
        to: &str,
    ) -> Result<Answer, Failure> {
        if self.own(active)? != ConnectionState::Connected || !self.is_reached(active) {
            return Err(Failure::InvalidConnectionState);
        }
        self.other_party(active)?;
        let route = self.destination(active, to)?;
        let device = active.device;
        let destination = self.named(&route, to);
        let (calling, associated_calling) = self.far_end(active);
        let parties = Parties {
            last_redirection: Some(Number::Device(self.public(device))),
            associated_calling,
            ..Parties::new(calling, destination.clone())
        };
        let cause = EventCause::SingleStepTransfer;
        let call = self.merged(active.call, active.call, parties, cause)?;
        self.leave(active);
        let connections = self.moved(&[active.call], call);
        let what = What::Transferred {
            primary: active,
            secondary: None,
            to: destination,
            connections: Arc::clone(&connections),
        };
        self.tell(device, ConnectionState::Null, cause, what.clone());
        self.tell_all(call, cause, &what);
        self.settle_hook(device);
        self.send_on(call, &route, to, cause);
        if let Route::Device(_) = route {
            for (other, state) in self.members(call) {
                if state == ConnectionState::Alerting {
                    self.return_to(other, [call, call], device);
                    let waiting = ConnectionRef::new(call, other);
                    self.after(self.config.timing.transfer_recall, waiting, Alarm::ComesBack);
                }
            }
        }
        Ok(joined(call, device, &connections))
    }

    /// Lets a call that nobody takes at one telephone ring at another.
    fn return_to(&mut self, waiting: DeviceNumber, calls: [CallId; 2], to: DeviceNumber) {
        if waiting.kind().is_station() {
            for call in calls {
                if let Some(own) = self.connection_mut(ConnectionRef::new(call, waiting)) {
                    own.returns_to = Some(to);
                }
            }
        }
    }

    /// Who is at the other end of a connection, and by which trunk line: the outside party, where
    /// there is one.
    pub(super) fn far_end(&self, own: ConnectionRef) -> (Number, Option<DeviceNumber>) {
        let call = self.calls.get(&own.call);
        if let Some(distribution) = call.and_then(|call| call.distribution.as_ref()) {
            return (Number::Device(distribution.group), None);
        }
        let members = self.members(own.call);
        let Some((other, _)) = members.iter().find(|(other, _)| *other != own.device) else {
            return (Number::NotKnown, None);
        };
        let line = (other.kind() == DeviceKind::Trunk).then_some(*other);
        (self.party(ConnectionRef::new(own.call, *other)), line)
    }

    /// Who a connection is: the device, or the outside party behind a trunk line.
    pub(super) fn party(&self, connection: ConnectionRef) -> Number {
        let outside = self.connection(connection).and_then(|own| own.outside.clone());
        outside.unwrap_or_else(|| Number::Device(self.public(connection.device)))
    }

    /// Whether a device other than the common one stands in both calls.
    fn meets_itself(&self, one: ConnectionRef, other: ConnectionRef) -> bool {
        let members = self.members(other.call);
        self.members(one.call).iter().any(|(device, _)| {
            *device != one.device && members.iter().any(|(second, _)| second == device)
        })
    }

    /// A new call for the parties of two, with what the network has told of them.
    pub(super) fn merged(
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
        let distribution = [second, first]
            .into_iter()
            .find_map(|call| self.calls.get_mut(&call)?.distribution.take());
        let call = self.open_call(parties, cause)?;
        if let Some(call) = self.calls.get_mut(&call) {
            call.distribution = distribution;
        }
        Ok(call)
    }

    /// Moves what is left of calls into a new one.
    pub(super) fn moved(&mut self, from: &[CallId], to: CallId) -> Arc<[Moved]> {
        let mut moved = Vec::new();
        for &call in from {
            for (device, _) in self.members(call) {
                let old = ConnectionRef::new(call, device);
                let endpoint = self.party(old);
                if let Some(new) = self.move_to(old, to) {
                    self.rearm(new);
                    moved.push(Moved { old, new, endpoint });
                }
            }
        }
        moved.into()
    }
}

pub(super) fn joined(call: CallId, device: DeviceNumber, connections: &[Moved]) -> Answer {
    let own = connections.iter().find(|moved| moved.new.device == device);
    let first = own.or_else(|| connections.first()).map_or(device, |moved| moved.new.device);
    Answer::Joined { call: ConnectionRef::new(call, first), connections: connections.to_vec() }
}
