//! What happens when nobody acts.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use csta_codec::types::EventCause;

use super::{CallModel, ConnectionRef, ConnectionState, DeviceKind, Hook, UserAct};

/// Something that is to happen to a connection, unless it has changed by then.
#[derive(Clone, Copy, Debug)]
pub(super) struct Timer {
    connection: ConnectionRef,
    stamp: u64,
    alarm: Alarm,
}

/// What is to happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Alarm {
    /// The user was prompted and did not go off-hook.
    PromptOver,
    /// The user did not dial, or not on.
    DialOver,
    /// The telephone has rung long enough.
    RingOver,
    /// The telephone has given a tone long enough.
    ToneOver,
    /// The call has been on hold long enough.
    HoldOver,
    /// Nobody has taken a call that was parked or transferred.
    ComesBack,
    /// The call has waited in a group long enough.
    QueueOver,
    /// Voice mail answers.
    ServiceAnswers,
    /// The message, or the time to dial on, is over.
    ServiceOver,
    /// The telephone has rung long enough, and the call goes on from it.
    ForwardOver,
    /// The user answers.
    UserAnswers,
    /// The user hangs up.
    UserHangsUp,
    /// The outside telephone rings.
    FarRings,
    /// The outside telephone is answered.
    FarAnswers,
    /// The outside telephone is busy.
    FarBusy,
}

/// Timers in the order in which they are due.
#[derive(Clone, Debug, Default)]
pub(super) struct Timers {
    due: BTreeMap<(Instant, u64), Timer>,
    count: u64,
}

impl Timers {
    pub(super) fn next_due(&self) -> Option<Instant> {
        self.due.first_key_value().map(|((due, _), _)| *due)
    }

    pub(super) fn pop_due(&mut self, now: Instant) -> Option<(Instant, Timer)> {
        let first = self.due.first_entry()?;
        let (due, _) = *first.key();
        (due <= now).then(|| (due, first.remove()))
    }

    fn add(&mut self, due: Instant, timer: Timer) {
        self.count += 1;
        self.due.insert((due, self.count), timer);
    }
}

impl CallModel {
    /// Sets a timer for a connection in its present state.
    pub(super) fn after(
        &mut self,
        time: impl Into<Option<Duration>>,
        connection: ConnectionRef,
        alarm: Alarm,
    ) {
        if let Some(time) = time.into()
            && let Some(stamp) = self.connection(connection).map(|own| own.stamp)
            && let Some(due) = self.now.checked_add(time)
        {
            self.timers.add(due, Timer { connection, stamp, alarm });
        }
    }

    /// Sets the timers of a telephone that begins to ring.
    pub(super) fn await_answer(&mut self, connection: ConnectionRef) {
        let timing = self.config.timing;
        match connection.device.kind() {
            DeviceKind::Extension | DeviceKind::Portable => {
                let call = self.calls.get(&connection.call);
                let distribution = call.and_then(|call| call.distribution.as_ref());
                let group = distribution.and_then(|distribution| self.group(distribution.group));
                let time = group.map(|group| group.no_answer).or(timing.no_answer);
                self.after(time, connection, Alarm::RingOver);
                self.after(self.config.people.answer_after, connection, Alarm::UserAnswers);
                let own = self.settings(connection.device);
                let rings = own.and_then(|settings| settings.auto_answer());
                let time = rings.map(|rings| timing.ring_cycle.saturating_mul(rings));
                self.after(time, connection, Alarm::UserAnswers);
                self.await_forward(connection);
            }
            DeviceKind::VoiceMail => {
                self.after(timing.voice_mail_answer, connection, Alarm::ServiceAnswers);
            }
            _ => {}
        }
    }

    /// Sets the timers of a connection that has come into another call.
    pub(super) fn rearm(&mut self, connection: ConnectionRef) {
        let timing = self.config.timing;
        let returns = self.connection(connection).is_some_and(|own| own.returns_to.is_some());
        let place = connection.device.kind();
        match self.state(connection) {
            ConnectionState::Queued if place == DeviceKind::ParkZone => {
                self.after(timing.park_recall, connection, Alarm::ComesBack);
            }
            ConnectionState::Queued if place == DeviceKind::Group => {
                self.await_overflow(connection);
            }
            ConnectionState::Alerting | ConnectionState::Queued if returns => {
                self.await_answer(connection);
                self.after(timing.transfer_recall, connection, Alarm::ComesBack);
            }
            ConnectionState::Alerting => self.await_answer(connection),
            ConnectionState::Connected if place.is_service() => self.serve_caller(connection),
            ConnectionState::Hold => self.after(timing.hold_recall, connection, Alarm::HoldOver),
            ConnectionState::Fail => self.after(timing.tone, connection, Alarm::ToneOver),
            _ if place == DeviceKind::Trunk => self.await_network(connection),
            _ => {}
        }
    }

    /// Does what a timer was set for.
    pub(super) fn expire(&mut self, timer: Timer) {
        let Timer { connection, stamp, alarm } = timer;
        if self.connection(connection).is_none_or(|own| own.stamp != stamp) {
            return;
        }
        let device = connection.device;
        match alarm {
            Alarm::PromptOver => self.clear(connection, EventCause::CallNotAnswered),
            Alarm::DialOver => self.dial_over(connection),
            Alarm::RingOver if self.not_answered_in_group(connection) => {}
            Alarm::RingOver => {
                self.clear_to_tone(
                    connection,
                    EventCause::AlertTimeExpired,
                    EventCause::ReorderTone,
                );
            }
            Alarm::ToneOver => {
                if self.hook(device) != Hook::Lifted {
                    self.clear(connection, EventCause::NormalClearing);
                }
            }
            Alarm::ForwardOver => self.forward_unanswered(connection),
            Alarm::HoldOver => self.recall(connection, EventCause::Recall),
            Alarm::ComesBack => self.come_back(connection),
            Alarm::QueueOver => self.queue_over(connection),
            Alarm::ServiceAnswers => self.establish(connection),
            Alarm::ServiceOver => self.service_over(connection),
            // What an automatic user finds impossible just does not happen.
            Alarm::UserAnswers => drop(self.user(device, UserAct::Answer)),
            Alarm::UserHangsUp => drop(self.user(device, UserAct::HangUp)),
            Alarm::FarRings => self.far_rings(connection),
            Alarm::FarAnswers => self.far_answers(connection),
            Alarm::FarBusy => self.far_busy(connection),
        }
    }

    /// Lets a held call ring at the telephone that holds it, if that is free to.
    pub(super) fn recall(&mut self, connection: ConnectionRef, cause: EventCause) {
        if self.active(connection.device).is_some() {
            self.after(self.config.timing.hold_recall, connection, Alarm::HoldOver);
            return;
        }
        self.set(connection, ConnectionState::Alerting);
        if let Some(own) = self.connection_mut(connection) {
            own.recalling = true;
            own.consulting = false;
        }
        self.tell_ringing(connection, cause);
    }
}
