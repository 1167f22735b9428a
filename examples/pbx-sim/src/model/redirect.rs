//! How a call that rings or waits goes elsewhere: deflection and pick-up.

use csta_codec::types::EventCause;

use super::place::Route;
use super::{
    Answer, CallId, CallModel, ConnectionRef, ConnectionState, DeviceKind, DeviceNumber, Failure,
    Hook, Number, What,
};

impl CallModel {
    /// Sends a call that rings or waits elsewhere.
    pub(super) fn deflect(
        &mut self,
        connection: ConnectionRef,
        to: &str,
    ) -> Result<Answer, Failure> {
        let state = self.existing(connection)?;
        let own = self.connection(connection);
        let recalls = own.is_some_and(|own| own.recalling || own.added_by.is_some());
        let waits = matches!(state, ConnectionState::Alerting | ConnectionState::Queued);
        if !waits || recalls {
            return Err(Failure::InvalidConnectionState);
        }
        let route = self.destination(connection, to)?;
        if let Some(call) = self.calls.get_mut(&connection.call) {
            call.distribution = None;
        }
        self.divert(connection, self.named(&route, to), EventCause::Redirected);
        self.stop_ringing(connection);
        self.send_on(connection.call, &route, to, EventCause::Redirected);
        Ok(Answer::Done)
    }

    /// Where a call goes that a device sends elsewhere, if it can go there.
    pub(super) fn destination(&self, from: ConnectionRef, to: &str) -> Result<Route, Failure> {
        let route = self.route(to).ok_or(Failure::InvalidDestination)?;
        match &route {
            Route::Device(device) => {
                let rings = device.kind().is_station()
                    || matches!(device.kind(), DeviceKind::Group | DeviceKind::VoiceMail);
                if !rings {
                    return Err(Failure::InvalidDestination);
                }
                if self.telephones_in(from.call).contains(device) {
                    return Err(Failure::NotDifferentDevices);
                }
                if self.reach(*device).is_err() {
                    return Err(Failure::InvalidDestinationDeviceState);
                }
            }
            Route::Outside(_) => {
                let members = self.members(from.call);
                let mut others = members.iter().filter(|(device, _)| *device != from.device);
                let outside = others.all(|(other, _)| other.kind() == DeviceKind::Trunk);
                if outside && !self.config.trunk_to_trunk {
                    return Err(Failure::PrivilegeViolation);
                }
                self.free_trunk().ok_or(Failure::ResourceBusy)?;
            }
        }
        Ok(route)
    }

    /// A destination as events name it.
    pub(super) fn named(&self, route: &Route, dialled: &str) -> Number {
        match route {
            Route::Device(device) => Number::Device(*device),
            Route::Outside(_) => Number::Digits(dialled.to_owned()),
        }
    }

    /// Offers a call to where it was sent.
    pub(super) fn send_on(
        &mut self,
        call: CallId,
        route: &Route,
        dialled: &str,
        cause: EventCause,
    ) {
        match route {
            Route::Device(device) => {
                let first = self.calls.get(&call).and_then(|call| call.connections.first());
                let caller = first.map(|own| ConnectionRef::new(call, own.device));
                match caller.zip(self.onward(call, *device, self.reach(*device))) {
                    Some((caller, onward)) => self.forward(caller, *device, &onward),
                    None => self.offer(call, *device, cause),
                }
            }
            Route::Outside(digits) => {
                if let Some(call) = self.calls.get_mut(&call) {
                    call.cause = cause;
                }
                if let Some(line) = self.free_trunk() {
                    if let Some(parties) = self.parties_mut(call) {
                        parties.associated_called = Some(line);
                    }
                    self.seize(call, line, dialled, digits);
                }
            }
        }
    }

    /// Takes a call that rings, waits or is held elsewhere.
    pub(super) fn pickup(
        &mut self,
        waiting: ConnectionRef,
        by: DeviceNumber,
    ) -> Result<ConnectionRef, Failure> {
        let prompts = by.kind() == DeviceKind::Portable && self.hook(by) == Hook::On;
        self.check_pickup(waiting, by)?;
        if prompts {
            return self.prompt_to_take(waiting, by);
        }
        Ok(self.pick_up(waiting, by))
    }

    /// Takes the call that rings longest in a pick-up group.
    pub(super) fn group_pickup(
        &mut self,
        by: DeviceNumber,
        group: Option<DeviceNumber>,
    ) -> Result<ConnectionRef, Failure> {
        let waiting = self.in_pickup_group(by, group)?;
        self.pickup(waiting, by)
    }

    /// The user of a telephone picks up a call.
    pub(super) fn user_picks_up(
        &mut self,
        waiting: ConnectionRef,
        by: DeviceNumber,
    ) -> Result<(), Failure> {
        self.check_pickup(waiting, by)?;
        self.pick_up(waiting, by);
        Ok(())
    }

    /// The call that rings longest in a pick-up group, or in that of the one who wants it.
    pub(super) fn in_pickup_group(
        &self,
        by: DeviceNumber,
        group: Option<DeviceNumber>,
    ) -> Result<ConnectionRef, Failure> {
        let device = self.device(by).ok_or(Failure::InvalidDevice)?;
        let group = group.or(device.pickup_group);
        let group = group.filter(|group| group.kind() == DeviceKind::PickupGroup);
        let group = group.ok_or(Failure::InvalidParameterValue)?;
        self.longest_ringing(by, group).ok_or(Failure::NoCallToAnswer)
    }

    /// The call that rings longest in a pick-up group and that somebody else could take.
    pub(super) fn longest_ringing(
        &self,
        by: DeviceNumber,
        group: DeviceNumber,
    ) -> Option<ConnectionRef> {
        let group = self.device(group)?;
        let members = group.members.iter().filter_map(|member| self.device(*member));
        let telephones = members.flat_map(|member| self.telephones(member));
        let rings = telephones.filter_map(|telephone| {
            let waiting = self.first(telephone, ConnectionState::Alerting)?;
            let own = self.connection(waiting)?;
            let by_itself = self.telephones_in(waiting.call).contains(&self.public(by));
            (own.added_by.is_none() && !by_itself).then_some((own.stamp, waiting))
        });
        rings.min_by_key(|(stamp, _)| *stamp).map(|(_, waiting)| waiting)
    }

    fn check_pickup(&self, waiting: ConnectionRef, by: DeviceNumber) -> Result<(), Failure> {
        self.check_waiting(waiting)?;
        let device = self.device(by).ok_or(Failure::InvalidDevice)?;
        if !device.kind().is_station() {
            return Err(Failure::RequestIncompatibleWithObject);
        }
        if !device.in_service {
            return Err(Failure::DeviceOutOfService);
        }
        if self.telephones_in(waiting.call).contains(&self.public(by)) {
            return Err(Failure::NotDifferentDevices);
        }
        let dials = |own: ConnectionRef| self.state(own) == ConnectionState::Initiated;
        if self.prompted(by).is_some() || self.active(by).is_some_and(|own| !dials(own)) {
            return Err(Failure::InvalidDestinationDeviceState);
        }
        Ok(())
    }

    fn pick_up(&mut self, waiting: ConnectionRef, by: DeviceNumber) -> ConnectionRef {
        if let Some(active) = self.active(by) {
            self.clear(active, EventCause::NormalClearing); // it has only dial tone
        }
        self.take(waiting, by)
    }

    /// Makes sure that a call rings, waits or is held where it is to be taken from.
    pub(super) fn check_waiting(&self, connection: ConnectionRef) -> Result<(), Failure> {
        let state = self.existing(connection)?;
        let takes = self.connection(connection).is_some_and(|own| match state {
            ConnectionState::Alerting => own.added_by.is_none(),
            ConnectionState::Hold => !own.consulting && self.is_reached(connection),
            ConnectionState::Queued => true,
            _ => false,
        });
        if takes { Ok(()) } else { Err(Failure::NoCallToAnswer) }
    }

    /// Takes a device out of a call that goes on elsewhere, and tells it alone. Of a call that is
    /// being distributed, the group stays the one that passed it on.
    pub(super) fn divert(&mut self, connection: ConnectionRef, to: Number, cause: EventCause) {
        let device = connection.device;
        let parties = self.parties(connection.call);
        let group = self.calls.get(&connection.call).and_then(|call| call.distribution.as_ref());
        let by = group.map_or_else(|| self.public(device), |distribution| distribution.group);
        if let Some(parties) = self.parties_mut(connection.call) {
            parties.last_redirection = Some(Number::Device(by));
        }
        self.leave(connection);
        let what = What::Diverted { connection, new_destination: to, parties };
        self.tell(device, ConnectionState::Null, cause, what);
        self.settle_hook(device);
    }
}
