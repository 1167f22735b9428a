//! The lease as a state machine.

use std::collections::VecDeque;
use std::time::Instant;

use super::{
    Entry, LeaseAnswer, LeaseHolding, LeaseOperation, LeaseOutput, LeaseSettings, LetGo, Preference,
};

/// The lease of one multiplexer: when it takes the PBX and when it lets it go.
///
/// It does no I/O and reads no clock. NATS holds the key of the lease and forgets it
/// [some time](LeaseSettings::duration) after it was last written; it replaces it only if it has the
/// revision that is expected. From this follows that there are never two holders:
///
/// - A key that was written lives at least its duration, counted from when the request to write it
///   was **sent**, since NATS has received it later. The holder counts from there, on its own
///   monotonic clock, and lets go a [margin](LeaseSettings::margin) earlier, whatever it hears
///   meanwhile or does not.
/// - Nobody else can write the key as long as it lives.
///
/// The exception is the preferred multiplexer, which takes the PBX without a lease when NATS has
/// been away for [three leases](LeaseSettings::patience), and yields when it sees another holder. A
/// PBX accepts one association and refuses the second one.
#[derive(Debug)]
pub struct Lease {
    settings: LeaseSettings,
    state: State,
    pending: Option<Pending>,
    /// When the next operation is due.
    next: Instant,
    /// When NATS last answered, at first when this began.
    heard: Instant,
    ever_heard: bool,
    /// Others go first.
    deferring: Option<Deferral>,
    /// NATS has not answered since others were let go first: their time has to begin anew, since it
    /// may not have answered them either.
    interrupted: bool,
    /// The holder has said that it is free, since the key was last looked at.
    announced: bool,
    /// Who holds it, as far as is known.
    holder: Option<String>,
    operations: u64,
    outputs: VecDeque<LeaseOutput>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Standby,
    /// It has the lease until then, less the margin; perhaps it is handing over.
    Holding {
        revision: u64,
        until: Instant,
        handing_over: bool,
    },
    /// It has the PBX since it is preferred; perhaps it is handing over.
    Alone {
        handing_over: bool,
    },
    /// It has no right to the PBX any more and waits until the link is closed.
    LettingGo {
        handing_over: bool,
    },
}

#[derive(Clone, Copy, Debug)]
struct Deferral {
    until: Instant,
    /// Any other goes first, after a hand-over; else the preferred one.
    after_hand_over: bool,
}

#[derive(Clone, Copy, Debug)]
struct Pending {
    id: u64,
    operation: LeaseOperation,
    sent: Instant,
}

impl Lease {
    /// A multiplexer that starts, without the PBX.
    #[must_use]
    pub const fn new(now: Instant, settings: LeaseSettings) -> Self {
        Self {
            settings,
            state: State::Standby,
            pending: None,
            next: now,
            heard: now,
            ever_heard: false,
            deferring: None,
            interrupted: false,
            announced: false,
            holder: None,
            operations: 0,
            outputs: VecDeque::new(),
        }
    }

    /// What is to be done, in this order.
    pub fn poll_output(&mut self) -> Option<LeaseOutput> {
        self.outputs.pop_front()
    }

    /// When [`handle_timeout`](Self::handle_timeout) is due. It is not while the link to the PBX is
    /// being closed.
    #[must_use]
    pub fn poll_timeout(&self) -> Option<Instant> {
        let operation = match &self.pending {
            Some(pending) => pending.sent + self.settings.answer_limit,
            None => self.next,
        };
        match self.state {
            State::Holding { until, .. } => Some(operation.min(until)),
            State::Standby if self.settings.preference == Preference::This => {
                Some(operation.min(self.heard + self.settings.patience()))
            }
            State::Standby | State::Alone { .. } => Some(operation),
            State::LettingGo { .. } => None,
        }
    }

    /// By what it has the PBX at present.
    #[must_use]
    pub const fn holding(&self) -> Option<LeaseHolding> {
        match self.state {
            State::Holding { .. } => Some(LeaseHolding::Lease),
            State::Alone { .. } => Some(LeaseHolding::Preference),
            State::Standby | State::LettingGo { .. } => None,
        }
    }

    /// Which other multiplexer holds the lease, as far as is known.
    #[must_use]
    pub fn other_holder(&self) -> Option<&str> {
        self.holder.as_deref()
    }

    /// Whether an operation is under way.
    #[must_use]
    pub const fn is_busy(&self) -> bool {
        self.pending.is_some()
    }

    /// Time has passed.
    pub fn handle_timeout(&mut self, now: Instant) {
        self.expire(now);
        let limit = self.settings.answer_limit;
        if self.pending.is_some_and(|pending| now >= pending.sent + limit) {
            self.pending = None;
            self.next = now;
            self.interrupted = true;
        }
        if self.state == State::Standby
            && self.settings.preference == Preference::This
            && now >= self.heard + self.settings.patience()
        {
            self.state = State::Alone { handing_over: false };
            self.outputs.push_back(LeaseOutput::Take(LeaseHolding::Preference));
        }
        if self.pending.is_none() && now >= self.next {
            match self.state {
                State::Standby | State::Alone { .. } => self.ask(now, LeaseOperation::Read),
                State::Holding { revision, .. } => {
                    self.ask(now, LeaseOperation::Write { expected: revision });
                }
                State::LettingGo { .. } => {}
            }
        }
    }

    /// NATS has answered, or has not.
    ///
    /// The answer to an operation that is not waited for any more is ignored.
    pub fn handle_answer(&mut self, now: Instant, id: u64, answer: LeaseAnswer) {
        self.expire(now);
        let Some(pending) = self.pending.take_if(|pending| pending.id == id) else {
            return;
        };
        if answer == LeaseAnswer::Failed {
            self.next = now + self.settings.poll_every;
            self.interrupted = true;
            return;
        }
        self.hear(now);
        match (pending.operation, answer) {
            (LeaseOperation::Read, LeaseAnswer::Entry(entry)) => self.read(now, entry),
            (LeaseOperation::Write { .. }, LeaseAnswer::Done { revision }) => {
                self.written(now, pending.sent, revision);
            }
            // Somebody was faster, or an answer was lost: see what there is.
            (
                LeaseOperation::Write { .. } | LeaseOperation::Delete { .. },
                LeaseAnswer::Conflict,
            ) => {
                self.ask(now, LeaseOperation::Read);
            }
            (LeaseOperation::Delete { .. }, LeaseAnswer::Done { .. }) => {
                self.next = now + self.settings.poll_every;
            }
            // No answer to what was asked.
            _ => self.next = now + self.settings.poll_every,
        }
    }

    /// Another one, which has had the lease, says that it is free. It is a hint, to be quick.
    pub fn handle_announcement(&mut self, now: Instant) {
        if self.state != State::Standby {
            return;
        }
        // What was handed over has been taken, and is handed on.
        self.deferring.take_if(|deferral| deferral.after_hand_over);
        if self.pending.is_none() {
            self.ask(now, LeaseOperation::Read);
        } else {
            self.announced = true;
        }
    }

    /// The PBX is to be handed over. Without the PBX, nothing is to be done.
    pub fn handle_hand_over(&mut self) {
        match &mut self.state {
            State::Holding { handing_over, .. } | State::Alone { handing_over }
                if !*handing_over =>
            {
                *handing_over = true;
                self.outputs.push_back(LeaseOutput::LetGo(LetGo::HandOver));
            }
            _ => {}
        }
    }

    /// The link to the PBX is closed.
    pub fn handle_released(&mut self, now: Instant) {
        let state = std::mem::replace(&mut self.state, State::Standby);
        self.pending = None;
        self.next = now + self.settings.poll_every;
        match state {
            State::Holding { revision, .. } => {
                self.stand_back(now);
                self.ask(now, LeaseOperation::Delete { expected: revision });
            }
            State::Alone { .. } | State::LettingGo { handing_over: true } => self.stand_back(now),
            State::Standby | State::LettingGo { handing_over: false } => {}
        }
    }
}

impl Lease {
    fn ask(&mut self, now: Instant, operation: LeaseOperation) {
        self.operations += 1;
        let id = self.operations;
        self.pending = Some(Pending { id, operation, sent: now });
        self.outputs.push_back(LeaseOutput::Operation { id, operation });
    }

    /// After a hand-over the others have time to take it; if nobody wants it, this one takes it
    /// again.
    fn stand_back(&mut self, now: Instant) {
        self.defer(now, true);
        self.heard = self.heard.max(now);
    }

    fn defer(&mut self, now: Instant, after_hand_over: bool) {
        let until = now + self.settings.duration;
        self.deferring = Some(Deferral { until, after_hand_over });
    }

    fn hear(&mut self, now: Instant) {
        let silent = now.saturating_duration_since(self.heard) > self.settings.duration;
        let interrupted = std::mem::take(&mut self.interrupted) && self.deferring.is_some();
        if (silent || interrupted || !self.ever_heard)
            && self.settings.preference == Preference::Another
        {
            self.defer(now, false);
        }
        self.heard = now;
        self.ever_heard = true;
    }

    /// The time of a holder is over, whatever answer is on its way.
    fn expire(&mut self, now: Instant) {
        if let State::Holding { until, .. } = self.state
            && now >= until
        {
            self.let_go(LetGo::Expired);
        }
    }

    fn let_go(&mut self, why: LetGo) {
        let handing_over = match self.state {
            State::Holding { handing_over, .. } | State::Alone { handing_over } => handing_over,
            State::Standby | State::LettingGo { .. } => false,
        };
        self.state = State::LettingGo { handing_over };
        self.pending = None;
        self.outputs.push_back(LeaseOutput::LetGo(why));
    }

    fn read(&mut self, now: Instant, entry: Entry) {
        let announced = std::mem::take(&mut self.announced);
        self.next = if announced { now } else { now + self.settings.poll_every };
        let deferring = self.deferring.is_some_and(|deferral| now < deferral.until);
        self.holder = match &entry {
            Entry::Other { holder } => Some(holder.clone()),
            Entry::Free { .. } | Entry::Own { .. } => None,
        };
        match (self.state, entry) {
            (State::Holding { .. } | State::Alone { .. }, Entry::Other { .. })
            | (State::Holding { .. }, Entry::Free { .. }) => self.let_go(LetGo::Lost),
            (State::Standby, Entry::Other { .. }) => self.deferring = None,
            (State::Standby, Entry::Free { .. }) if deferring => {}
            (State::Standby, Entry::Own { revision }) if deferring => {
                self.ask(now, LeaseOperation::Delete { expected: revision });
            }
            (
                State::Standby | State::Alone { .. } | State::Holding { .. },
                Entry::Free { revision } | Entry::Own { revision },
            ) => self.ask(now, LeaseOperation::Write { expected: revision }),
            (State::LettingGo { .. }, _) => {}
        }
    }

    fn written(&mut self, now: Instant, sent: Instant, revision: u64) {
        self.holder = None;
        self.deferring = None;
        self.next = (sent + self.settings.renew_every).max(now);
        let until = sent + self.settings.duration.saturating_sub(self.settings.margin);
        if now >= until {
            return; // it took so long that it is worth nothing any more
        }
        match &mut self.state {
            State::Standby => {
                self.state = State::Holding { revision, until, handing_over: false };
                self.outputs.push_back(LeaseOutput::Take(LeaseHolding::Lease));
            }
            State::Alone { handing_over } => {
                let handing_over = *handing_over;
                self.state = State::Holding { revision, until, handing_over };
            }
            State::Holding { revision: known, until: end, .. } => {
                *known = revision;
                *end = until;
            }
            State::LettingGo { .. } => {}
        }
    }
}
