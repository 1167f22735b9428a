//! What happens when nobody acts.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use csta_codec::types::EventCause;

use super::{Call, CallId, CallModel, ConnectionRef, ConnectionState, DeviceKind, Hook, UserAct};

/// Something that is to happen to a connection, unless it has changed by then.
#[derive(Clone, Copy, Debug)]
pub(super) struct Timer {
    connection: ConnectionRef,
    stamp: u64,
    alarm: Alarm,
}

impl Timer {
    /// Whether its connection is as it was when it was set.
    fn is_awaited(&self, calls: &BTreeMap<CallId, Call>) -> bool {
        let own = calls.get(&self.connection.call);
        let own = own.and_then(|call| call.connection(self.connection.device));
        own.is_some_and(|own| own.stamp == self.stamp)
    }
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

/// How many timers there are before it is looked for those that nobody waits for any more.
const FEW: usize = 256;

/// Timers in the order in which they are due. Those of connections that have changed stay, and are
/// swept out as soon as they may be half of all.
#[derive(Clone, Debug)]
pub(super) struct Timers {
    due: BTreeMap<(Instant, u64), Timer>,
    count: u64,
    /// How many there are when they are swept.
    full: usize,
}

impl Default for Timers {
    fn default() -> Self {
        Self { due: BTreeMap::new(), count: 0, full: FEW }
    }
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

    /// Takes out those that nobody waits for any more, if there may be many of them.
    fn sweep(&mut self, waits: impl Fn(&Timer) -> bool) {
        if self.due.len() >= self.full {
            self.due.retain(|_, timer| waits(timer));
            self.full = FEW.max(2 * self.due.len());
        }
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
            let calls = &self.calls;
            self.timers.sweep(|timer| timer.is_awaited(calls));
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
        if !timer.is_awaited(&self.calls) {
            return;
        }
        let Timer { connection, alarm, .. } = timer;
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

#[cfg(test)]
mod tests {
    use super::super::{Input, Request, RequestId};
    use super::*;
    use crate::Config;

    fn ask(model: &mut CallModel, now: Instant, request: Request) {
        model.handle(now, Input::Request(RequestId(0), request));
        while model.poll_output().is_some() {}
    }

    #[test]
    fn timers_of_what_has_changed_do_not_pile_up() {
        let mut model = CallModel::new(Config::default()).unwrap();
        let now = Instant::now();
        let [anna, boris] = ["101", "102"].map(|number| model.station(number).unwrap());
        let call = Request::MakeCall { calling: anna, called: "102".to_owned(), prompt: false };
        ask(&mut model, now, call);
        let own = ConnectionRef::new(model.calls().next().unwrap().0, anna);
        ask(&mut model, now, Request::Answer(ConnectionRef::new(own.call, boris)));
        for _ in 0..2000 {
            ask(&mut model, now, Request::Hold(own));
            ask(&mut model, now, Request::Retrieve(own));
        }
        assert!(model.timers.due.len() <= FEW, "{}", model.timers.due.len());
        ask(&mut model, now, Request::Hold(own));
        let recall = model.config.timing.hold_recall.unwrap();
        model.handle_timeout(now + recall);
        assert_eq!(model.state(own), ConnectionState::Alerting, "the one that counts is kept");
    }
}
