//! Who waits for a telephone to be free, and how they are served.

use csta_codec::types::EventCause;

use super::{
    Answer, CallModel, Connection, ConnectionRef, ConnectionState, DeviceKind, DeviceNumber,
    Failure,
};

impl CallModel {
    /// Lets a caller wait until a busy telephone is free. One can wait at each.
    pub(super) fn camp_on(&mut self, connection: ConnectionRef) -> Result<Answer, Failure> {
        if self.own(connection)? != ConnectionState::Connected {
            return Err(Failure::InvalidConnectionState);
        }
        let busy = self.calls.get(&connection.call).and_then(super::Call::busy);
        let busy = busy.and_then(|busy| self.device(busy));
        let busy = busy.filter(|busy| busy.kind().is_station()).ok_or(Failure::NoCallToComplete)?;
        let telephones = self.telephones(busy);
        let waits = |own: &DeviceNumber| self.first(*own, ConnectionState::Queued).is_some();
        if telephones.iter().any(waits) {
            return Err(Failure::ResourceBusy);
        }
        let talking = self.talking(busy).map(|own| own.device);
        let station = talking.unwrap_or_else(|| busy.number());
        if let Some(call) = self.calls.get_mut(&connection.call) {
            call.unreached = None;
            call.cause = EventCause::CampOn;
        }
        self.set(connection, ConnectionState::Connected); // the tone does not end the call now
        let place = Connection::new(station, ConnectionState::Queued);
        let place = self.join(connection.call, place);
        self.tell_queued(place, EventCause::CampOn);
        self.changed.insert(station); // it may have become free in between
        Ok(Answer::Done)
    }

    /// Serves who waits for the devices that have changed.
    pub(super) fn serve_waiting(&mut self) {
        while let Some(device) = self.changed.pop_first() {
            match device.kind() {
                DeviceKind::Extension | DeviceKind::Portable => {
                    self.serve_telephone(self.public(device));
                }
                DeviceKind::Group => self.serve_group(device),
                _ => {}
            }
        }
    }

    fn serve_telephone(&mut self, station: DeviceNumber) {
        self.arm_call_backs(station);
        self.settle_call_back(station);
        let Some(device) = self.device(station) else {
            return;
        };
        if self.reach(station).is_err() {
            return;
        }
        let telephones = self.telephones(device);
        let groups = device.groups.clone();
        let mut waits =
            telephones.iter().filter_map(|own| self.first(*own, ConnectionState::Queued));
        if let Some(waiting) = waits.next() {
            return self.serve_camped_on(waiting);
        }
        for group in groups {
            if self.reach(station).is_ok() {
                self.serve_group(group);
            }
        }
        self.serve_call_backs(station);
    }

    /// The telephone is free for one who waits: it rings.
    fn serve_camped_on(&mut self, waiting: ConnectionRef) {
        self.set(waiting, ConnectionState::Alerting);
        self.tell_ringing(waiting, EventCause::CampOn);
        let twins = self.ringing_telephones(waiting.device);
        for twin in twins.into_iter().filter(|twin| *twin != waiting.device) {
            self.ring(waiting.call, twin, EventCause::CampOn);
        }
    }
}
