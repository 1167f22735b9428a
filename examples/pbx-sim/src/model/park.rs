//! Parking: calls that wait in a zone until somebody fetches them.

use csta_codec::types::EventCause;

use super::connection::Prompt;
use super::timer::Alarm;
use super::{
    CallModel, Connection, ConnectionRef, ConnectionState, DeviceKind, DeviceNumber, Failure,
    Number, Parties,
};

impl CallModel {
    /// Parks a call of two: the other party waits in the zone.
    pub(super) fn park(
        &mut self,
        connection: ConnectionRef,
        zone: &str,
    ) -> Result<ConnectionRef, Failure> {
        if !self.own(connection)?.is_joined() || !self.is_reached(connection) {
            return Err(Failure::InvalidConnectionState);
        }
        let zone = self.dialled(zone).filter(|zone| zone.kind() == DeviceKind::ParkZone);
        let zone = zone.ok_or(Failure::InvalidParkToDevice)?;
        if self.parked(zone).is_some() {
            return Err(Failure::InvalidParkToDeviceState);
        }
        self.other_party(connection)?;
        let (other, line) = self.far_end(connection);
        let own = self.public(connection.device);
        let ConnectionRef { call, device } = connection;
        self.divert(connection, Number::Device(zone), EventCause::Park);
        if let Some(parties) = self.parties_mut(call) {
            *parties = Parties {
                calling: other,
                called: Number::Device(own),
                associated_calling: line,
                associated_called: None,
                ..parties.clone()
            };
        }
        let mut place = Connection::new(zone, ConnectionState::Queued);
        place.returns_to = Some(device);
        let place = self.join(call, place);
        self.tell_queued(place, EventCause::Park);
        self.after(self.config.timing.park_recall, place, Alarm::ComesBack);
        self.settle_hook(device);
        Ok(place)
    }

    /// The other one of a call of two, if it is somebody who takes part in it.
    pub(super) fn other_party(&self, own: ConnectionRef) -> Result<DeviceNumber, Failure> {
        let members = self.members(own.call);
        let mut others = members.into_iter().filter(|(device, _)| *device != own.device);
        match (others.next(), others.next()) {
            (Some((other, state)), None) if state.is_joined() && !other.kind().is_service() => {
                let other_end = self.connection(ConnectionRef::new(own.call, other));
                let rings = |other: &Connection| other.outcome.is_some() && !other.far_answered;
                if other_end.is_some_and(rings) {
                    Err(Failure::InvalidConnectionState)
                } else {
                    Ok(other)
                }
            }
            _ => Err(Failure::InvalidConnectionState),
        }
    }

    /// The call that is parked in a zone.
    pub(super) fn parked(&self, zone: DeviceNumber) -> Option<ConnectionRef> {
        self.first(zone, ConnectionState::Queued)
    }

    /// Connects one who has called for a call that waits elsewhere; with none, a tone.
    pub(super) fn fetch(&mut self, own: ConnectionRef, waiting: Option<ConnectionRef>) {
        let waiting = waiting
            .filter(|waiting| !self.telephones_in(waiting.call).contains(&self.public(own.device)));
        match waiting {
            Some(waiting) => {
                self.clear(own, EventCause::NormalClearing);
                self.take(waiting, own.device);
            }
            None => self.fail_own(own, EventCause::DestNotObtainable),
        }
    }

    /// A telephone has been told to pick up a call, and its user is off-hook now.
    pub(super) fn fetch_prompted(&mut self, own: ConnectionRef, waiting: ConnectionRef) {
        let still = self.check_waiting(waiting).is_ok();
        self.fetch(own, Some(waiting).filter(|_| still));
    }

    /// Brings a telephone into a call in the place of one where it waits.
    pub(super) fn take(&mut self, waiting: ConnectionRef, by: DeviceNumber) -> ConnectionRef {
        let cause = match waiting.device.kind() {
            DeviceKind::ParkZone => EventCause::Park,
            _ => EventCause::CallPickup,
        };
        if let Some(call) = self.calls.get_mut(&waiting.call) {
            call.cause = cause;
            call.distribution = None;
        }
        // Of a call that rings to remind its holder, the others are still wanted at whom it rings.
        let recalling = self.connection(waiting).is_some_and(|own| own.recalling);
        self.divert(waiting, Number::Device(self.public(by)), cause);
        let mut own = Connection::new(by, ConnectionState::Alerting);
        own.recalling = recalling;
        let own = self.join(waiting.call, own);
        self.establish_by(own, Some(cause));
        own
    }

    /// A cordless telephone prompts its user to take a call.
    pub(super) fn prompt_to_take(
        &mut self,
        waiting: ConnectionRef,
        by: DeviceNumber,
    ) -> Result<ConnectionRef, Failure> {
        self.begin_prompting(by, Prompt::Take(waiting), EventCause::CallPickup)
    }

    /// A call that was parked or transferred and that nobody took rings where it came from.
    pub(super) fn come_back(&mut self, waiting: ConnectionRef) {
        let Some(to) = self.connection(waiting).and_then(|own| own.returns_to) else {
            return;
        };
        if self.telephones_in(waiting.call).contains(&self.public(to)) {
            return;
        }
        if self.active(to).is_some() || self.reach(to).is_err() {
            self.after(self.config.timing.hold_recall, waiting, Alarm::ComesBack);
            return;
        }
        let cause = match waiting.device.kind() {
            DeviceKind::ParkZone => EventCause::Recall,
            _ => EventCause::RecallNoAnswer,
        };
        self.divert(waiting, Number::Device(self.public(to)), cause);
        self.stop_ringing(waiting);
        let mut own = Connection::new(to, ConnectionState::Alerting);
        own.recalling = true;
        self.ring_as(waiting.call, own, EventCause::Recall);
    }
}
