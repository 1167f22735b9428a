//! How a call finds its way: numbers, telephones that ring, lines that are seized.

use std::sync::Arc;

use csta_codec::types::EventCause;

use super::timer::Alarm;
use super::{
    CallId, CallModel, Connection, ConnectionRef, ConnectionState, Device, DeviceKind,
    DeviceNumber, Failure, Number, What,
};
use crate::config::is_number;

/// Where a number leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Route {
    /// To a telephone.
    Station(DeviceNumber),
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

/// How a telephone takes a call that is offered to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    Rings,
    Busy,
    OutOfService,
}

impl CallModel {
    /// Finds where a number leads.
    pub(super) fn route(&self, number: &str) -> Option<Route> {
        if let Some(station) = self.station(number) {
            return Some(Route::Station(station));
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
            Some(Route::Station(_)) if !self.is_begun(digits) => {
                Dialled::Complete(digits.to_owned())
            }
            Some(Route::Outside(_)) if digits.ends_with('#') => {
                Dialled::Complete(digits.trim_end_matches('#').to_owned())
            }
            Some(_) => Dialled::Partial,
            None if self.is_begun(digits) || outside => Dialled::Partial,
            None => Dialled::Wrong,
        }
    }

    /// How a telephone would take another call.
    pub(super) fn reach(&self, station: DeviceNumber) -> Reach {
        let Some(device) = self.devices.get(&station) else {
            return Reach::OutOfService;
        };
        if !device.in_service {
            return Reach::OutOfService;
        }
        let off_hook = device.hook != super::Hook::On;
        let rings = self
            .connections_of(station)
            .any(|(_, own)| own.state == ConnectionState::Alerting || own.prompted_for.is_some());
        let talks = self.first(station, ConnectionState::Connected).is_some();
        if rings || (off_hook && !(talks && device.call_waiting)) {
            Reach::Busy
        } else {
            Reach::Rings
        }
    }

    /// Sends a call on its way from a device that has dialled a complete number.
    pub(super) fn launch(&mut self, own: ConnectionRef, number: &str) {
        let Some(route) = self.route(number) else {
            return self.fail_own(own, EventCause::DestNotObtainable);
        };
        let line = match &route {
            Route::Station(_) => None,
            Route::Outside(_) => self.free_trunk(),
        };
        if let Some(parties) = self.parties_mut(own.call) {
            parties.associated_called = line;
            parties.called = match &route {
                Route::Station(station) => Number::Device(*station),
                Route::Outside(_) => Number::Digits(number.to_owned()),
            };
        }
        self.set(own, ConnectionState::Connected);
        let cause = self.cause(own.call);
        let parties = self.parties(own.call);
        self.tell_all(own.call, cause, &What::Originated { connection: own, parties });
        match (route, line) {
            (Route::Station(station), _) => self.call_station(own, station, cause),
            (Route::Outside(digits), Some(line)) => self.seize(own.call, line, &digits),
            (Route::Outside(_), None) => self.fail_own(own, EventCause::TrunksBusy),
        }
    }

    /// Offers a call to a telephone, or tells the caller why it cannot be.
    pub(super) fn call_station(
        &mut self,
        caller: ConnectionRef,
        station: DeviceNumber,
        cause: EventCause,
    ) {
        match self.reach(station) {
            _ if station == caller.device => self.fail_own(caller, EventCause::Busy),
            Reach::Rings => self.ring(caller.call, station, cause),
            Reach::Busy => self.fail_far(caller, station, EventCause::Busy),
            Reach::OutOfService => self.fail_far(caller, station, EventCause::DestOutOfOrder),
        }
    }

    /// Lets a telephone ring.
    pub(super) fn ring(&mut self, call: CallId, station: DeviceNumber, cause: EventCause) {
        if let Some(call) = self.calls.get_mut(&call) {
            call.cause = cause;
        }
        let connection = self.join(call, Connection::new(station, ConnectionState::Alerting));
        let parties = self.parties(call);
        self.tell_all(call, cause, &What::Delivered { connection, parties });
        self.await_answer(connection);
    }

    /// A trunk line without a call.
    pub(super) fn free_trunk(&self) -> Option<DeviceNumber> {
        let free = |device: &&Device| {
            device.kind() == DeviceKind::Trunk && device.in_service && device.calls.is_empty()
        };
        self.devices.values().find(free).map(Device::number)
    }

    /// Sends a call out by a trunk line.
    fn seize(&mut self, call: CallId, line: DeviceNumber, digits: &str) {
        let progress = self.devices.get(&line).is_some_and(|line| line.progress);
        let mut connection = Connection::new(line, ConnectionState::Connected);
        connection.outcome = progress.then(|| self.config.network.outcome(digits));
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

    /// Tells a caller that the called telephone cannot be reached. That telephone hears nothing.
    fn fail_far(&mut self, caller: ConnectionRef, station: DeviceNumber, cause: EventCause) {
        let call = caller.call;
        let parties = self.parties(call);
        let connection = ConnectionRef::new(call, station);
        self.tell_all(call, cause, &What::Failed { connection, parties });
        if caller.device.kind() == DeviceKind::Trunk {
            // The network gives its caller the tone and releases the line.
            self.clear(caller, EventCause::NormalClearing);
        } else {
            if let Some(call) = self.calls.get_mut(&call) {
                call.failed = Some(station);
            }
            self.after(self.config.timing.tone, caller, Alarm::ToneOver);
        }
    }

    /// Brings an alerting device into its call.
    pub(super) fn establish(&mut self, connection: ConnectionRef) {
        let device = connection.device;
        if let Some(active) = self.active(device) {
            self.make_room(active);
        }
        self.off_hook(device);
        let recalling = match self.connection_mut(connection) {
            Some(own) => core::mem::take(&mut own.recalling),
            None => return, // making room can end it: the call that was left was this one
        };
        let cause = if recalling { EventCause::Recall } else { self.cause(connection.call) };
        self.set(connection, ConnectionState::Connected);
        let parties = self.parties(connection.call);
        let what = What::Established { connection, parties: Arc::clone(&parties) };
        self.tell_all(connection.call, cause, &what);
        self.after(self.config.people.hang_up_after, connection, Alarm::UserHangsUp);
    }

    /// Ends or holds the call a device is active in, so that it can take another.
    pub(super) fn make_room(&mut self, active: ConnectionRef) {
        let reached = self.calls.get(&active.call).is_some_and(|call| call.failed.is_none());
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
