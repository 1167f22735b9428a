//! How calls end.

use csta_codec::types::EventCause;

use super::{CallModel, ConnectionRef, ConnectionState, Hook, What};

impl CallModel {
    /// Takes a device out of a call, and ends the call if it has lost its sense.
    pub(super) fn clear(&mut self, connection: ConnectionRef, cause: EventCause) {
        self.clear_to_tone(connection, cause, EventCause::Blocked);
    }

    /// As [`clear`](Self::clear), with the tone that one who is left alone hears.
    pub(super) fn clear_to_tone(
        &mut self,
        connection: ConnectionRef,
        cause: EventCause,
        tone: EventCause,
    ) {
        let Some(left) = self.leave(connection) else {
            return;
        };
        let goes_on = self.calls.get(&connection.call).is_some_and(super::Call::goes_on);
        for (other, state) in self.members(connection.call) {
            use ConnectionState::{Alerting, Initiated, Queued};
            // Nobody knew of one who was only prompted, and who does not take part yet hears of
            // the end of its own waiting.
            let concerned = if goes_on {
                left.state.is_joined() || !matches!(state, Alerting | Initiated)
            } else {
                !matches!(state, Alerting | Initiated | Queued)
            };
            if concerned && left.state != Initiated {
                self.tell(other, state, cause, What::ConnectionCleared { connection });
            }
        }
        let device = connection.device;
        self.tell(device, ConnectionState::Null, cause, What::ConnectionCleared { connection });
        self.settle_hook(device);
        if !goes_on {
            self.finish(connection, tone);
        }
    }

    /// Ends what is left of a call that somebody has left.
    fn finish(&mut self, left: ConnectionRef, tone: EventCause) {
        for (device, state) in self.members(left.call) {
            let connection = ConnectionRef::new(left.call, device);
            let lifted = self.hook(device) == Hook::Lifted;
            match state {
                ConnectionState::Alerting | ConnectionState::Queued => {
                    let recalling = self.connection(connection).is_some_and(|own| own.recalling);
                    let cause = if recalling {
                        EventCause::NormalClearing
                    } else {
                        EventCause::CallCancelled
                    };
                    self.end(connection, cause);
                }
                ConnectionState::Connected if lifted => self.block(connection, tone),
                // Its user hears a tone already, and will hang up.
                ConnectionState::Fail if lifted => {}
                _ => self.end(connection, EventCause::NormalClearing),
            }
        }
    }

    /// Ends one connection and tells its device alone.
    pub(super) fn end(&mut self, connection: ConnectionRef, cause: EventCause) {
        let device = connection.device;
        if self.leave(connection).is_some() {
            self.tell(device, ConnectionState::Null, cause, What::ConnectionCleared { connection });
            self.settle_hook(device);
        }
    }

    /// Leaves a lifted handset with a tone.
    fn block(&mut self, connection: ConnectionRef, tone: EventCause) {
        self.set(connection, ConnectionState::Fail);
        let parties = self.parties(connection.call);
        let what = What::Failed { connection, parties };
        self.tell(connection.device, ConnectionState::Fail, tone, what);
    }

    /// Ends a call for everybody, whatever their handsets do.
    pub(super) fn clear_call(&mut self, call: super::CallId) {
        while let Some((device, _)) = self.members(call).first() {
            let connection = ConnectionRef::new(call, *device);
            self.leave(connection);
            for (other, state) in self.members(call) {
                let what = What::ConnectionCleared { connection };
                self.tell(other, state, EventCause::NormalClearing, what);
            }
            let what = What::ConnectionCleared { connection };
            self.tell(*device, ConnectionState::Null, EventCause::NormalClearing, what);
            self.settle_hook(*device);
        }
    }
}
