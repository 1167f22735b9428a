//! How a call that rings goes elsewhere: deflection and pick-up.

use csta_codec::types::EventCause;

use super::place::Reach;
use super::{
    Answer, CallModel, Connection, ConnectionRef, ConnectionState, DeviceNumber, Failure, Number,
    What,
};

impl CallModel {
    /// Sends a call that rings to another telephone.
    pub(super) fn deflect(
        &mut self,
        connection: ConnectionRef,
        to: &str,
    ) -> Result<Answer, Failure> {
        self.check_ringing(connection, Failure::InvalidConnectionState)?;
        let station = self.station_of(to, Failure::InvalidDestination)?;
        let member = self.members(connection.call).iter().any(|(other, _)| *other == station);
        if member {
            return Err(Failure::NotDifferentDevices);
        }
        if self.reach(station) != Reach::Rings {
            return Err(Failure::InvalidDestinationDeviceState);
        }
        self.divert(connection, station, EventCause::Redirected);
        self.ring(connection.call, station, EventCause::Redirected);
        Ok(Answer::Done)
    }

    /// Answers a call that rings at another telephone.
    pub(super) fn pickup(
        &mut self,
        ringing: ConnectionRef,
        by: DeviceNumber,
    ) -> Result<Answer, Failure> {
        self.check_ringing(ringing, Failure::NoCallToAnswer)?;
        let device = self.devices.get(&by).ok_or(Failure::InvalidDevice)?;
        if !device.kind().is_station() {
            return Err(Failure::RequestIncompatibleWithObject);
        }
        if !device.in_service {
            return Err(Failure::DeviceOutOfService);
        }
        let member = self.members(ringing.call).iter().any(|(other, _)| *other == by);
        if member {
            return Err(Failure::NotDifferentDevices);
        }
        if let Some(active) = self.active(by) {
            if self.state(active) != ConnectionState::Initiated {
                return Err(Failure::InvalidDestinationDeviceState);
            }
            self.clear(active, EventCause::NormalClearing);
        }
        self.divert(ringing, by, EventCause::CallPickup);
        if let Some(call) = self.calls.get_mut(&ringing.call) {
            call.cause = EventCause::CallPickup;
        }
        let own = self.join(ringing.call, Connection::new(by, ConnectionState::Alerting));
        self.establish(own);
        Ok(Answer::Connection(own))
    }

    /// Makes sure that a call rings at a telephone, for the first time.
    fn check_ringing(&self, connection: ConnectionRef, failure: Failure) -> Result<(), Failure> {
        let rings = self.own(connection)? == ConnectionState::Alerting;
        let recalls = self.connection(connection).is_some_and(|own| own.recalling);
        if rings && !recalls { Ok(()) } else { Err(failure) }
    }

    /// Takes a telephone out of a call that goes on elsewhere, and tells it alone.
    fn divert(&mut self, connection: ConnectionRef, to: DeviceNumber, cause: EventCause) {
        let device = connection.device;
        let parties = self.parties(connection.call);
        if let Some(parties) = self.parties_mut(connection.call) {
            parties.last_redirection = Some(Number::Device(device));
        }
        self.leave(connection);
        let what = What::Diverted { connection, new_destination: Number::Device(to), parties };
        self.tell(device, ConnectionState::Null, cause, what);
    }
}
