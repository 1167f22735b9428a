//! Groups: how calls to them find a member, wait, and overflow.

use csta_codec::types::EventCause;

use super::call::Distribution;
use super::timer::Alarm;
use super::{
    CallId, CallModel, Connection, ConnectionRef, ConnectionState, Device, DeviceNumber, Number,
    What,
};
use crate::config::{Group, GroupKind};

impl CallModel {
    /// How a group is configured.
    pub(super) fn group(&self, number: DeviceNumber) -> Option<&Group> {
        let index = usize::from(number.index()).checked_sub(1)?;
        self.config.groups.get(index)
    }

    /// The members of a group that would ring, but for some: those that were tried, and those in
    /// the call.
    fn free_members(&self, group: DeviceNumber, but: &[DeviceNumber]) -> Vec<DeviceNumber> {
        let members = self.device(group).map_or([].as_slice(), Device::members).iter();
        let free = |member: &&DeviceNumber| {
            !but.contains(member)
                && self.first(**member, ConnectionState::Connected).is_none()
                && self.reach(**member).is_ok()
        };
        let mut free = members.filter(free).copied();
        match self.group(group).map(|group| group.kind) {
            Some(GroupKind::Ring) => free.collect(),
            Some(GroupKind::Hunt) => free.next().into_iter().collect(),
            None => Vec::new(),
        }
    }

    /// The calls that wait in a group.
    fn queue(&self, group: DeviceNumber) -> Vec<ConnectionRef> {
        let waiting = self.connections_of(group);
        let waiting = waiting.filter(|(_, own)| own.state == ConnectionState::Queued);
        waiting.map(|(call, _)| ConnectionRef::new(call, group)).collect()
    }

    /// Where a group overflows to, if that is free.
    fn free_overflow(&self, group: DeviceNumber) -> Option<DeviceNumber> {
        let to = self.dialled(self.group(group)?.overflow.as_ref()?)?;
        self.reach(to).is_ok().then_some(to)
    }

    /// Whether a group would take another call.
    pub(super) fn reach_group(&self, group: DeviceNumber) -> Result<(), EventCause> {
        let room = self.group(group).map_or(0, |group| group.queue);
        let takes = self.queue(group).len() < room
            || self.free_overflow(group).is_some()
            || !self.free_members(group, &[]).is_empty();
        if takes { Ok(()) } else { Err(EventCause::Busy) }
    }

    /// Brings a call to a group, from where it goes to members.
    pub(super) fn enter_group(&mut self, call: CallId, group: DeviceNumber) {
        let cause = EventCause::EnteringDistribution;
        let connection = self.join(call, Connection::new(group, ConnectionState::Alerting));
        let parties = self.parties(call);
        self.tell_joined(call, cause, &What::Delivered { connection, parties });
        let waiting = self.queue(group);
        if waiting.is_empty() && self.distribute(connection) {
            return;
        }
        let room = self.group(group).map_or(0, |group| group.queue);
        if waiting.len() < room || !self.overflow(connection, EventCause::Overflow) {
            self.set(connection, ConnectionState::Queued);
            self.tell_queued(connection, EventCause::NoAvailableAgents);
            self.await_overflow(connection);
        }
    }

    /// Sets the timer of a call that waits in a group which overflows.
    pub(super) fn await_overflow(&mut self, connection: ConnectionRef) {
        let group = self.group(connection.device);
        let time = group.filter(|group| group.overflow.is_some()).map(|group| group.overflow_after);
        self.after(time, connection, Alarm::QueueOver);
    }

    /// Sends a call from its group to free members; false if there is none.
    fn distribute(&mut self, connection: ConnectionRef) -> bool {
        let ConnectionRef { call, device: group } = connection;
        let free = self.free_members(group, &self.telephones_in(call));
        let Some(first) = free.first() else {
            return false;
        };
        if let Some(call) = self.calls.get_mut(&call) {
            call.distribution = Some(Distribution { group, tried: free.clone() });
        }
        self.divert(connection, Number::Device(*first), EventCause::Distributed);
        self.ring_members(call, &free, EventCause::Distributed);
        true
    }

    fn ring_members(&mut self, call: CallId, members: &[DeviceNumber], cause: EventCause) {
        for member in members {
            for telephone in self.ringing_telephones(*member) {
                self.ring(call, telephone, cause);
            }
        }
    }

    /// Nobody in a group has answered a call in time: the next one rings, or it overflows, or the
    /// caller hears so. False if the call has not come through a group.
    pub(super) fn not_answered_in_group(&mut self, ringing: ConnectionRef) -> bool {
        let distribution = self.calls.get(&ringing.call).and_then(|call| call.distribution.clone());
        let Some(Distribution { group, tried }) = distribution else {
            return false;
        };
        let but = [tried, self.telephones_in(ringing.call)].concat();
        let hunts = self.group(group).is_some_and(|group| group.kind == GroupKind::Hunt);
        let next = if hunts { self.free_members(group, &but) } else { Vec::new() };
        if let Some(first) = next.first() {
            if let Some(call) = self.calls.get_mut(&ringing.call)
                && let Some(distribution) = &mut call.distribution
            {
                distribution.tried.extend(&next);
            }
            self.divert_all(ringing, Number::Device(*first), EventCause::Distributed);
            self.ring_members(ringing.call, &next, EventCause::Distributed);
            return true;
        }
        let cause = EventCause::AlertTimeExpired;
        if !self.overflow(ringing, EventCause::Overflow) {
            self.end_siblings(ringing, cause);
            self.clear_to_tone(ringing, cause, EventCause::ReorderTone);
        }
        true
    }

    /// The time for which a call may wait in a group is over.
    pub(super) fn queue_over(&mut self, connection: ConnectionRef) {
        if !self.overflow(connection, EventCause::QueueTimeOverflow) {
            self.await_overflow(connection);
        }
    }

    /// Sends a call from its group, or from members that do not answer, to where the group
    /// overflows; false if that is not free.
    fn overflow(&mut self, connection: ConnectionRef, cause: EventCause) -> bool {
        let call = connection.call;
        let of_call = self.calls.get(&call).and_then(|call| call.distribution.as_ref());
        let group = of_call.map_or(connection.device, |distribution| distribution.group);
        let member = |to: &DeviceNumber| self.telephones_in(call).contains(to);
        let Some(to) = self.free_overflow(group).filter(|to| !member(to)) else {
            return false;
        };
        self.divert_all(connection, Number::Device(to), cause);
        if let Some(call) = self.calls.get_mut(&call) {
            call.distribution = None;
        }
        self.offer(call, to, EventCause::Overflow);
        true
    }

    /// The devices of a call, twins under their common number.
    pub(super) fn telephones_in(&self, call: CallId) -> Vec<DeviceNumber> {
        self.members(call).into_iter().map(|(device, _)| self.public(device)).collect()
    }

    /// Who rings together with a connection.
    fn siblings(&self, ringing: ConnectionRef) -> Vec<ConnectionRef> {
        let call = self.calls.get(&ringing.call);
        let connections = call.map_or([].as_slice(), super::Call::connections).iter();
        connections
            .filter(|own| own.is_offered())
            .map(|own| ConnectionRef::new(ringing.call, own.device))
            .filter(|own| *own != ringing)
            .collect()
    }

    fn end_siblings(&mut self, ringing: ConnectionRef, cause: EventCause) {
        for sibling in self.siblings(ringing) {
            self.end(sibling, cause);
        }
    }

    /// Takes a connection, and whoever rings together with it, out of a call that goes elsewhere.
    fn divert_all(&mut self, connection: ConnectionRef, to: Number, cause: EventCause) {
        for sibling in self.siblings(connection) {
            self.divert(sibling, to.clone(), cause);
        }
        self.divert(connection, to, cause);
    }

    /// Tells that a call waits, and at which place.
    pub(super) fn tell_queued(&mut self, connection: ConnectionRef, cause: EventCause) {
        let queue = self.queue(connection.device);
        let in_front = queue.iter().position(|own| *own == connection).unwrap_or_default();
        if let Some(own) = self.connection_mut(connection) {
            own.in_front = Some(in_front);
        }
        let parties = self.parties(connection.call);
        let what = What::Queued { connection, parties, waiting: queue.len(), in_front };
        self.tell_all(connection.call, cause, &what);
    }

    /// Members of a group may be free: the calls that wait go to them in turn, and the others are
    /// told their new place.
    pub(super) fn serve_group(&mut self, group: DeviceNumber) {
        for connection in self.queue(group) {
            if !self.distribute(connection) {
                break;
            }
        }
        for (at, connection) in self.queue(group).into_iter().enumerate() {
            let told = self.connection(connection).and_then(|own| own.in_front);
            if told != Some(at) {
                self.tell_queued(connection, EventCause::RemainsInQueue);
            }
        }
    }
}
