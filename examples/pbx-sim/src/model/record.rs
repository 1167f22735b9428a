//! Call detail records: what is kept of each outside call for those who pay for it.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use csta_codec::types::EventCause;

use super::{DeviceKind, DeviceNumber, Event, Moved, Number, Parties, What};

/// What is kept of an outside call, or of that part of it that one telephone had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// The trunk line.
    pub line: DeviceNumber,
    /// Whether the call came in by it.
    pub incoming: bool,
    /// Who called.
    pub calling: Number,
    /// Who was called, or got the call by a transfer.
    pub called: Number,
    /// What was dialled outside to come in, as the network gave it.
    pub network_called: Option<Number>,
    /// The telephone that had the call, if any had.
    pub station: Option<DeviceNumber>,
    /// When it ended.
    pub ended: Instant,
    /// How long it was talked, from the answer on. On a line without answer signals, from when it
    /// was seized.
    pub duration: Duration,
    /// Whether there was an answer.
    pub answered: bool,
    /// What is special about it.
    pub condition: Option<Condition>,
}

/// Why a call record is not that of an ordinary call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Condition {
    /// The call was transferred; another record has the rest of it.
    Transfer,
    /// The call was forwarded.
    Forwarding,
    /// The call came in through DISA.
    Disa,
    /// Nobody answered.
    NoAnswer,
}

/// Makes records from what trunk lines are told of their calls.
#[derive(Clone, Debug, Default)]
pub(super) struct Recorder {
    legs: BTreeMap<DeviceNumber, Leg>,
}

/// What is to be known of a trunk line.
pub(super) struct Line {
    /// Whether the network tells of answers there.
    pub(super) progress: bool,
    /// What was dialled there.
    pub(super) outside: Option<Number>,
}

/// The present call of a trunk line, since it began or was transferred.
#[derive(Clone, Debug)]
struct Leg {
    incoming: bool,
    calling: Number,
    called: Number,
    network_called: Option<Number>,
    station: Option<DeviceNumber>,
    answered: Option<Instant>,
    condition: Option<Condition>,
    /// Its parties do not change any more: it goes on behind a transfer or a forwarding.
    settled: bool,
}

impl Recorder {
    /// Takes what a trunk line is told.
    pub(super) fn take(&mut self, now: Instant, event: &Event, of: &Line) -> Option<Record> {
        let line = event.at;
        let own = event.what.connection().device == line;
        match &event.what {
            What::ServiceInitiated { network_called, .. } if own => {
                self.legs.insert(line, Leg::incoming(network_called.clone()));
            }
            What::NetworkReached { parties, .. } if own => {
                let mut leg = Leg::outgoing(parties);
                leg.answered = (!of.progress).then_some(now);
                if forwards(event.cause) {
                    leg.condition = Some(Condition::Forwarding);
                    // Who was dialled first is another: this one was dialled here.
                    leg.called = of.outside.clone().unwrap_or(Number::NotKnown);
                    leg.settled = true;
                    if let Some(Number::Device(by)) = parties.last_redirection {
                        leg.station = Some(by); // who forwards pays
                    }
                }
                self.legs.insert(line, leg);
            }
            What::NetworkReached { .. } if forwards(event.cause) => {
                self.legs.get_mut(&line)?.condition.get_or_insert(Condition::Forwarding);
            }
            What::Delivered { parties, .. } => {
                self.legs.get_mut(&line)?.meet(parties);
            }
            What::Established { connection, parties } => {
                let leg = self.legs.get_mut(&line)?;
                leg.meet(parties);
                if leg.incoming {
                    leg.take_over(connection.device);
                }
                if connection.device.kind() == DeviceKind::Disa {
                    leg.condition.get_or_insert(Condition::Disa);
                }
                if forwards(event.cause) {
                    leg.condition.get_or_insert(Condition::Forwarding);
                }
                leg.answered.get_or_insert(now);
            }
            What::Failed { parties, .. } => self.legs.get_mut(&line)?.meet(parties),
            What::Transferred { primary, to, connections, .. } => {
                let leg = self.legs.get_mut(&line)?;
                let next = leg.after_transfer(now, line, to, connections);
                let mut leg = core::mem::replace(leg, next);
                leg.station = Some(primary.device);
                leg.condition = Some(Condition::Transfer);
                return Some(leg.record(line, now));
            }
            What::ConnectionCleared { .. } if own => {
                return self.legs.remove(&line).map(|leg| leg.record(line, now));
            }
            _ => {}
        }
        None
    }

    /// Forgets the calls: the switch has started anew, and what was in progress is never logged.
    pub(super) fn clear(&mut self) {
        self.legs.clear();
    }
}

/// Whether a call has come about by forwarding.
const fn forwards(cause: EventCause) -> bool {
    matches!(
        cause,
        EventCause::CallForward
            | EventCause::CallForwardImmediate
            | EventCause::CallForwardBusy
            | EventCause::CallForwardNoAnswer
    )
}

impl Leg {
    const fn incoming(network_called: Option<Number>) -> Self {
        Self {
            incoming: true,
            calling: Number::NotKnown,
            called: Number::NotKnown,
            network_called,
            station: None,
            answered: None,
            condition: None,
            settled: false,
        }
    }

    fn outgoing(parties: &Parties) -> Self {
        let station = match parties.calling {
            Number::Device(device) => Some(device),
            _ => None,
        };
        Self {
            incoming: false,
            calling: parties.calling.clone(),
            called: parties.called.clone(),
            network_called: None,
            station,
            answered: None,
            condition: None,
            settled: false,
        }
    }

    /// Learns who calls whom.
    fn meet(&mut self, parties: &Parties) {
        if !self.settled {
            self.calling.clone_from(&parties.calling);
            self.called.clone_from(&parties.called);
        }
    }

    /// A device has answered.
    const fn take_over(&mut self, device: DeviceNumber) {
        match device.kind() {
            DeviceKind::Trunk => {}
            _ => self.station = Some(device),
        }
    }

    /// What goes on behind a transfer.
    fn after_transfer(
        &self,
        now: Instant,
        line: DeviceNumber,
        to: &Number,
        connections: &[Moved],
    ) -> Self {
        let other = connections.iter().find(|moved| moved.new.device != line);
        let endpoint = other.map(|moved| moved.endpoint.clone());
        let station = other.map(|moved| moved.new.device);
        let outside = if self.incoming { &self.calling } else { &self.called };
        let partner = endpoint.unwrap_or_else(|| to.clone());
        let (calling, called) =
            if self.incoming { (outside.clone(), partner) } else { (partner, outside.clone()) };
        Self {
            incoming: self.incoming,
            calling,
            called,
            network_called: self.network_called.clone(),
            station: station.filter(|device| device.kind() != DeviceKind::Trunk),
            answered: self.answered.map(|_| now),
            condition: None,
            settled: true,
        }
    }

    fn record(self, line: DeviceNumber, now: Instant) -> Record {
        let unanswered = self.answered.is_none() && self.incoming;
        Record {
            line,
            incoming: self.incoming,
            calling: self.calling,
            called: self.called,
            network_called: self.network_called,
            station: self.station,
            ended: now,
            duration: self.answered.map_or(Duration::ZERO, |since| now.duration_since(since)),
            answered: self.answered.is_some(),
            condition: self.condition.or_else(|| unanswered.then_some(Condition::NoAnswer)),
        }
    }
}
