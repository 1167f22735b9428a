//! How a call finds its way: numbers, telephones that ring, lines that are seized.

use csta_codec::types::EventCause;

use super::call::Unreached;
use super::timer::Alarm;
use super::{
    CallId, CallModel, Connection, ConnectionRef, ConnectionState, DeviceKind, DeviceNumber,
    Failure, Number, What,
};
use crate::config::is_number;

/// Where a number leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Route {
    /// To a device of the switch.
    Device(DeviceNumber),
    /// To an outside number, here without the access code.
    Outside(String),
}

/// What digits are worth that a user has dialled so far.
#[derive(Debug)]
pub(super) enum Dialled {
    /// They are a number.
    Complete(String),
    /// More may follow.
    Partial,
    /// They are nobody's number and become none.
    Wrong,
}

impl CallModel {
    /// Finds where a number leads.
    pub(super) fn route(&self, number: &str) -> Option<Route> {
        if let Some(device) = self.dialled(number) {
            return Some(Route::Device(device));
        }
        let codes = self.config.access_codes.iter();
        let mut outside = codes.filter_map(|code| number.strip_prefix(code.as_str()));
        let digits = outside.find(|digits| !digits.is_empty())?;
        Some(Route::Outside(digits.trim_end_matches('#').to_owned()))
            .filter(|route| *route != Route::Outside(String::new()))
    }

    /// As [`route`](Self::route), for a number in a request.
    pub(super) fn route_called(&self, number: &str) -> Result<Route, Failure> {
        if !is_number(number) {
            return Err(Failure::InvalidCalledDevice);
        }
        self.route(number).ok_or(Failure::InvalidCalledDevice)
    }

    /// Judges digits that a user has dialled so far.
    pub(super) fn judge(&self, digits: &str) -> Dialled {
        let outside = self
            .config
            .access_codes
            .iter()
            .any(|code| digits.starts_with(code.as_str()) || code.starts_with(digits));
        match self.route(digits) {
            Some(Route::Device(_)) if !self.equipment.is_begun(digits) => {
                Dialled::Complete(digits.to_owned())
            }
            Some(Route::Outside(_)) if digits.ends_with('#') => {
                Dialled::Complete(digits.trim_end_matches('#').to_owned())
            }
            Some(_) => Dialled::Partial,
            None if self.equipment.is_begun(digits) || outside => Dialled::Partial,
            None => Dialled::Wrong,
        }
    }

    /// Whether a device would take another call, or why it would not.
    pub(super) fn reach(&self, number: DeviceNumber) -> Result<(), EventCause> {
        let device = self.device(number).filter(|device| device.in_service);
        let device = device.ok_or(EventCause::DestOutOfOrder)?;
        match number.kind() {
            DeviceKind::Extension | DeviceKind::Portable => self.reach_station(device),
            DeviceKind::Group => self.reach_group(number),
            DeviceKind::VoiceMail | DeviceKind::Disa if device.calls.len() < device.ports => Ok(()),
            DeviceKind::VoiceMail | DeviceKind::Disa => Err(EventCause::Busy),
            DeviceKind::Trunk | DeviceKind::PickupGroup | DeviceKind::ParkZone => {
                Err(EventCause::IncompatibleDestination)
            }
        }
    }

    /// Sends a call on its way from a device that has dialled a complete number.
    pub(super) fn launch(&mut self, own: ConnectionRef, number: &str) {
        let Some(route) = self.route(number) else {
            return self.fail_own(own, EventCause::DestNotObtainable);
        };
        if let Route::Device(device) = route {
            match device.kind() {
                DeviceKind::ParkZone => return self.fetch(own, self.parked(device)),
                DeviceKind::PickupGroup => {
                    return self.fetch(own, self.longest_ringing(own.device, device));
                }
                _ => {}
            }
        }
        if let Some(device) = self.device_mut(self.public(own.device)) {
            device.settings.last_dialled = Some(number.to_owned());
        }
        let line = match &route {
            Route::Device(_) => None,
            Route::Outside(_) => self.free_trunk(),
        };
        if let Some(parties) = self.parties_mut(own.call) {
            parties.associated_called = line;
            parties.called = match &route {
                Route::Device(device) => Number::Device(*device),
                Route::Outside(_) => Number::Digits(number.to_owned()),
            };
        }
        self.set(own, ConnectionState::Connected);
        let cause = self.cause(own.call);
        let parties = self.parties(own.call);
        self.tell_all(own.call, cause, &What::Originated { connection: own, parties });
        match (route, line) {
            (Route::Device(device), _) => self.call_device(own, device, cause),
            (Route::Outside(digits), Some(line)) => self.seize(own.call, line, number, &digits),
            (Route::Outside(_), None) => self.fail_own(own, EventCause::TrunksBusy),
        }
    }

    /// Offers a call to a device, or tells the caller why it cannot be.
    pub(super) fn call_device(
        &mut self,
        caller: ConnectionRef,
        device: DeviceNumber,
        cause: EventCause,
    ) {
        let outside = caller.device.kind() == DeviceKind::Trunk;
        if device == self.public(caller.device) {
            self.fail_own(caller, EventCause::Busy);
        } else if device.kind() == DeviceKind::Disa && !outside {
            self.fail_far(caller, device, EventCause::IncompatibleDestination);
        } else {
            let reach = self.reach(device);
            if let Some(onward) = self.onward(caller.call, device, reach) {
                return self.forward(caller, device, &onward);
            }
            match reach {
                _ if self.is_undisturbed(caller.call, device) => {
                    self.fail_far(caller, device, EventCause::DoNotDisturb);
                }
                Ok(()) => self.offer(caller.call, device, cause),
                Err(cause) => self.fail_far(caller, device, cause),
            }
        }
    }

    /// Offers a call to a device that takes it.
    pub(super) fn offer(&mut self, call: CallId, device: DeviceNumber, cause: EventCause) {
        match device.kind() {
            DeviceKind::Group => self.enter_group(call, device),
            DeviceKind::Disa => {
                let connection = self.ring(call, device, cause);
                self.establish(connection);
            }
            _ => {
                for telephone in self.ringing_telephones(device) {
                    self.ring(call, telephone, cause);
                }
            }
        }
    }

    /// Lets a device ring.
    pub(super) fn ring(
        &mut self,
        call: CallId,
        device: DeviceNumber,
        cause: EventCause,
    ) -> ConnectionRef {
        self.ring_as(call, Connection::new(device, ConnectionState::Alerting), cause)
    }

    /// Brings a connection into a call that rings.
    pub(super) fn ring_as(
        &mut self,
        call: CallId,
        connection: Connection,
        cause: EventCause,
    ) -> ConnectionRef {
        if let Some(call) = self.calls.get_mut(&call) {
            call.cause = cause;
        }
        let connection = self.join(call, connection);
        self.tell_ringing(connection, cause);
        connection
    }

    /// Tells that a device rings, and lets its user answer.
    pub(super) fn tell_ringing(&mut self, connection: ConnectionRef, cause: EventCause) {
        let parties = self.parties(connection.call);
        self.tell_joined(connection.call, cause, &What::Delivered { connection, parties });
        self.await_answer(connection);
    }

    /// A trunk line without a call.
    pub(super) fn free_trunk(&self) -> Option<DeviceNumber> {
        let in_service =
            |line: &&DeviceNumber| self.device(**line).is_some_and(|line| line.in_service);
        self.equipment.idle_lines.iter().find(in_service).copied()
    }

    /// Sends a call out by a trunk line. `dialled` is the number with the access code.
    pub(super) fn seize(&mut self, call: CallId, line: DeviceNumber, dialled: &str, digits: &str) {
        let progress = self.device(line).is_some_and(|line| line.progress);
        let mut connection = Connection::new(line, ConnectionState::Connected);
        connection.outcome = progress.then(|| self.config.network.outcome(digits));
        connection.outside = Some(Number::Digits(dialled.to_owned()));
        let connection = self.join(call, connection);
        let parties = self.parties(call);
        let cause = self.cause(call);
        self.tell_all(call, cause, &What::NetworkReached { connection, parties });
        self.await_network(connection);
    }

    /// Leaves a device that cannot call whom it wants with a tone.
    pub(super) fn fail_own(&mut self, own: ConnectionRef, cause: EventCause) {
        self.set(own, ConnectionState::Fail);
        let parties = self.parties(own.call);
        self.tell_all(own.call, cause, &What::Failed { connection: own, parties });
        self.after(self.config.timing.tone, own, Alarm::ToneOver);
    }

    /// Tells a caller that the called device cannot be reached. That device hears nothing.
    fn fail_far(&mut self, caller: ConnectionRef, device: DeviceNumber, cause: EventCause) {
        let call = caller.call;
        let parties = self.parties(call);
        let connection = ConnectionRef::new(call, device);
        self.tell_all(call, cause, &What::Failed { connection, parties });
        if caller.device.kind() == DeviceKind::Trunk {
            // The network gives its caller the tone and releases the line.
            self.clear(caller, EventCause::NormalClearing);
        } else {
            if let Some(call) = self.calls.get_mut(&call) {
                call.unreached = Some(Unreached { device, cause });
            }
            self.after(self.config.timing.tone, caller, Alarm::ToneOver);
        }
    }

    /// Brings a device that rings, or at which the call waits, into its call.
    pub(super) fn establish(&mut self, connection: ConnectionRef) {
        self.establish_by(connection, None);
    }

    /// The same, for a cause that is not that of the call.
    pub(super) fn establish_by(&mut self, connection: ConnectionRef, cause: Option<EventCause>) {
        let device = connection.device;
        if let Some(active) = self.active(device).filter(|_| device.kind().is_station()) {
            self.make_room(active);
        }
        let Some(own) = self.connection_mut(connection) else {
            return; // making room can end it: the call that was left was this one
        };
        let recalling = core::mem::take(&mut own.recalling);
        let added_by = own.added_by.take();
        own.returns_to = None;
        self.off_hook(device);
        let of_call = || if recalling { EventCause::Recall } else { self.cause(connection.call) };
        let cause = cause.unwrap_or_else(of_call);
        self.set(connection, ConnectionState::Connected);
        let parties = self.parties(connection.call);
        self.tell_joined(connection.call, cause, &What::Established { connection, parties });
        match added_by {
            Some(by) => self.tell_added(connection, by),
            // Whoever held the call takes it back; the others it rings at are still wanted.
            None if recalling => {}
            None => self.stop_ringing(connection),
        }
        if device.kind().is_service() {
            self.serve_caller(connection);
        } else {
            self.after(self.config.people.hang_up_after, connection, Alarm::UserHangsUp);
        }
    }

    /// One has answered, or the call goes elsewhere: the others it was offered to ring no longer.
    pub(super) fn stop_ringing(&mut self, answered: ConnectionRef) {
        let Some(call) = self.calls.get_mut(&answered.call) else {
            return;
        };
        call.distribution = None;
        let others = call.connections.iter().filter(|own| own.is_offered());
        let others: Vec<_> =
            others.map(|own| own.device).filter(|other| *other != answered.device).collect();
        for other in others {
            self.end(ConnectionRef::new(answered.call, other), EventCause::CallCancelled);
        }
    }

    /// Ends or holds the call a device is active in, so that it can take another.
    pub(super) fn make_room(&mut self, active: ConnectionRef) {
        let reached = self.calls.get(&active.call).is_some_and(|call| call.unreached.is_none());
        let talks = self.state(active) == ConnectionState::Connected;
        if talks && reached && self.config.answer_holds {
            self.put_on_hold(active, EventCause::Alternate);
        } else {
            self.clear(active, EventCause::NormalClearing);
        }
    }

    /// Puts a connected device on hold.
    pub(super) fn put_on_hold(&mut self, connection: ConnectionRef, cause: EventCause) {
        self.set(connection, ConnectionState::Hold);
        self.tell_all(connection.call, cause, &What::Held { connection });
        self.after(self.config.timing.hold_recall, connection, Alarm::HoldOver);
    }

    /// Takes a held device back into its call.
    pub(super) fn take_back(&mut self, connection: ConnectionRef, cause: EventCause) {
        self.off_hook(connection.device);
        self.set(connection, ConnectionState::Connected);
        if let Some(own) = self.connection_mut(connection) {
            own.consulting = false;
        }
        self.tell_all(connection.call, cause, &What::Retrieved { connection });
    }
}
