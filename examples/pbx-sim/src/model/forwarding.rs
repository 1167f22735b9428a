//! What comes of forwarding and do not disturb when a telephone is called.

use csta_codec::types::EventCause;

use super::place::Route;
use super::setting::When;
use super::timer::Alarm;
use super::{
    CallId, CallModel, ConnectionRef, ConnectionState, DeviceKind, DeviceNumber, Number, What,
};

/// How often a call is forwarded at most.
const MAX_FORWARDS: usize = 10;

/// Where a call goes instead, and why.
pub(super) struct Onward {
    route: Route,
    dialled: String,
    cause: EventCause,
}

impl CallModel {
    /// Whether a call comes from outside: none of those in it, but for one device, is a telephone.
    pub(super) fn is_from_outside(&self, call: CallId, but: DeviceNumber) -> bool {
        let members = self.members(call);
        let mut others = members.iter().filter(|(device, _)| *device != but);
        others.next().is_some_and(|(first, _)| first.kind() == DeviceKind::Trunk)
    }

    /// Whether a telephone must not be disturbed by a call.
    pub(super) fn is_undisturbed(&self, call: CallId, station: DeviceNumber) -> bool {
        let calls = self.device(station).and_then(|own| own.settings.do_not_disturb);
        calls.is_some_and(|calls| calls.include(self.is_from_outside(call, station)))
    }

    /// Where a call to a telephone goes instead, before it rings there. `reach` is how the
    /// telephone would take it.
    pub(super) fn onward(
        &self,
        call: CallId,
        station: DeviceNumber,
        reach: Result<(), EventCause>,
    ) -> Option<Onward> {
        let busy = reach == Err(EventCause::Busy);
        let always = self.forwarded(call, station, When::Always);
        always.or_else(|| busy.then(|| self.forwarded(call, station, When::Busy)).flatten())
    }

    fn forwarded(&self, call: CallId, station: DeviceNumber, when: When) -> Option<Onward> {
        let device = self.device(station)?;
        let forwards = &self.calls.get(&call)?.forwarded_by;
        if forwards.contains(&station) || forwards.len() >= MAX_FORWARDS {
            return None; // it has come back to where it was, or far enough: it stays
        }
        let outside = self.is_from_outside(call, station);
        let to = device.settings.forward(when, outside)?.to.clone();
        let route = self.route(&to)?;
        match &route {
            // Nobody is called who is in the call already.
            Route::Device(device) if self.telephones_in(call).contains(device) => return None,
            Route::Device(_) => {}
            Route::Outside(_) => {
                self.free_trunk()?;
                if outside && !self.config.trunk_to_trunk {
                    return None;
                }
            }
        }
        let cause = match when {
            When::Always => EventCause::CallForwardImmediate,
            When::Busy => EventCause::CallForwardBusy,
            When::NoAnswer => EventCause::CallForwardNoAnswer,
        };
        Some(Onward { route, dialled: to, cause })
    }

    /// Sends a call on that has not come to the telephone: that one alone is told.
    pub(super) fn forward(&mut self, caller: ConnectionRef, station: DeviceNumber, to: &Onward) {
        let call = caller.call;
        let connection = ConnectionRef::new(call, station);
        let new_destination = self.named(&to.route, &to.dialled);
        let parties = self.parties(call);
        let what = What::Diverted { connection, new_destination, parties };
        self.tell(station, ConnectionState::Null, to.cause, what);
        self.note_forward(call, station, to.cause);
        match &to.route {
            Route::Device(device) => self.call_device(caller, *device, to.cause),
            Route::Outside(_) => self.send_on(call, &to.route, &to.dialled, to.cause),
        }
    }

    /// Remembers who has sent a call on.
    fn note_forward(&mut self, call: CallId, station: DeviceNumber, cause: EventCause) {
        if let Some(parties) = self.parties_mut(call) {
            parties.last_redirection = Some(Number::Device(station));
        }
        if let Some(call) = self.calls.get_mut(&call) {
            call.forwarded_by.push(station);
            call.cause = cause;
        }
    }

    /// Sets the timer of a telephone that sends calls on which nobody answers.
    pub(super) fn await_forward(&mut self, connection: ConnectionRef) {
        let station = self.public(connection.device);
        let outside = self.is_from_outside(connection.call, connection.device);
        let own =
            self.device(station).and_then(|own| own.settings.forward(When::NoAnswer, outside));
        let timing = self.config.timing;
        let time = own.map(|own| match own.rings {
            Some(rings) => timing.ring_cycle.saturating_mul(rings),
            None => timing.forward_no_answer,
        });
        self.after(time, connection, Alarm::ForwardOver);
    }

    /// Nobody has answered: the call goes on, if it can. One that came to a group stays there.
    pub(super) fn forward_unanswered(&mut self, connection: ConnectionRef) {
        let ConnectionRef { call, device } = connection;
        let station = self.public(device);
        let of_group = self.calls.get(&call).is_some_and(|call| call.distribution.is_some());
        let offered = self.connection(connection).is_some_and(super::Connection::is_offered);
        let stays = of_group || !offered;
        let Some(to) = self.forwarded(call, station, When::NoAnswer).filter(|_| !stays) else {
            return;
        };
        if self.destination(connection, &to.dialled).is_err() {
            return; // it rings on
        }
        let new_destination = self.named(&to.route, &to.dialled);
        self.divert(connection, new_destination, to.cause);
        self.stop_ringing(connection);
        self.note_forward(call, station, to.cause);
        self.send_on(call, &to.route, &to.dialled, to.cause);
    }
}
