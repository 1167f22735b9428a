//! What answers by itself: voice mail, and DISA, which lets outside callers dial on.

use csta_codec::types::EventCause;

use super::place::{Dialled, Route};
use super::timer::Alarm;
use super::{CallModel, ConnectionRef, ConnectionState, DeviceKind, DeviceNumber, Failure, Number};
use crate::config::is_number;

impl CallModel {
    /// Sets the timers of a service that has answered.
    pub(super) fn serve_caller(&mut self, connection: ConnectionRef) {
        let time = match connection.device.kind() {
            DeviceKind::Disa => self.config.timing.first_digit,
            _ => self.config.timing.message,
        };
        self.after(time, connection, Alarm::ServiceOver);
    }

    /// An outside caller dials after the answer: to go on from DISA, or tones for the other end.
    pub(super) fn dial_from_outside(
        &mut self,
        caller: ConnectionRef,
        digits: &str,
    ) -> Result<(), Failure> {
        if !is_number(digits) {
            return Err(Failure::InvalidCalledDevice);
        }
        let members = self.members(caller.call);
        let joined = members.iter().filter(|(device, state)| {
            *device != caller.device && *state == ConnectionState::Connected
        });
        let others: Vec<_> = joined.map(|(device, _)| *device).collect();
        match others.as_slice() {
            [] => Err(Failure::InvalidConnectionState),
            [disa] if disa.kind() == DeviceKind::Disa => {
                self.dial_through(caller, *disa, digits);
                Ok(())
            }
            _ => {
                self.send_tones(caller, digits);
                Ok(())
            }
        }
    }

    fn dial_through(&mut self, caller: ConnectionRef, disa: DeviceNumber, digits: &str) {
        let Some(call) = self.calls.get_mut(&caller.call) else {
            return;
        };
        call.dialled.push_str(digits);
        let dialled = call.dialled.clone();
        let disa = ConnectionRef::new(caller.call, disa);
        match self.judge(&dialled) {
            Dialled::Partial if dialled.len() <= 32 => {
                self.set(disa, ConnectionState::Connected);
                self.after(self.config.timing.inter_digit, disa, Alarm::ServiceOver);
            }
            Dialled::Complete(number) => self.go_through(caller, disa, &number),
            Dialled::Partial | Dialled::Wrong => self.clear(disa, EventCause::DestNotObtainable),
        }
    }

    /// The time to dial, or to speak, is over.
    pub(super) fn service_over(&mut self, connection: ConnectionRef) {
        let call = self.calls.get(&connection.call);
        let dialled = call.map_or(String::new(), |call| call.dialled.clone());
        let mut devices = self.members(connection.call).into_iter().map(|(device, _)| device);
        match devices.find(|device| device.kind() == DeviceKind::Trunk) {
            Some(line) if connection.device.kind() == DeviceKind::Disa && !dialled.is_empty() => {
                let caller = ConnectionRef::new(connection.call, line);
                self.go_through(caller, connection, &dialled);
            }
            _ => self.clear(connection, EventCause::NormalClearing),
        }
    }

    /// Sends an outside caller on from DISA.
    fn go_through(&mut self, caller: ConnectionRef, disa: ConnectionRef, number: &str) {
        let Ok(route) = self.destination(disa, number).or_else(|failure| match failure {
            // Whom the caller cannot reach now is told with the same tone as anybody.
            Failure::InvalidDestinationDeviceState => self.route(number).ok_or(failure),
            _ => Err(failure),
        }) else {
            return self.clear(disa, EventCause::DestNotObtainable);
        };
        let cause = EventCause::Redirected;
        self.divert(disa, self.named(&route, number), cause);
        if let Some(call) = self.calls.get_mut(&caller.call) {
            call.dialled.clear();
        }
        match route {
            Route::Device(device) => {
                if let Some(parties) = self.parties_mut(caller.call) {
                    parties.called = Number::Device(device);
                }
                self.call_device(caller, device, cause);
            }
            Route::Outside(_) => {
                if let Some(parties) = self.parties_mut(caller.call) {
                    parties.called = Number::Digits(number.to_owned());
                }
                self.send_on(caller.call, &route, number, cause);
            }
        }
    }
}
