//! The state machine.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use bytes::Bytes;
use csta_codec::acse::{
    Aare, AbortDiagnostic, AbortSource, Abrt, Acse, AssociateResult, AssociateSourceDiagnostic,
    ReleaseRequestReason, ReleaseResponseReason, Rlre, Rlrq, UserDiagnostic, csta_version,
};
use csta_codec::types::CstaVersion;
use csta_codec::{Apdu, Ber, Owned};

use super::message::{answer, login, request};
use super::{AssociationEvent, CloseReason, Offer};
use crate::FrameError;

/// How long each step may take.
#[derive(Clone, Copy, Debug)]
pub struct AssociationLimits {
    /// From the request of the association to its answer, or to the request: 10 s.
    pub associate: Duration,
    /// From the request of the release to its answer: 2 s.
    pub release: Duration,
}

impl Default for AssociationLimits {
    fn default() -> Self {
        Self { associate: Duration::from_secs(10), release: Duration::from_secs(2) }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// The answering end waits for a request.
    Idle,
    /// The requesting end waits for the answer.
    Associating,
    /// The answering end is to answer.
    Answering,
    Open,
    Releasing,
    Closed,
}

impl State {
    const fn name(self) -> &'static str {
        match self {
            Self::Idle => "before an association was requested",
            Self::Associating => "before the association was answered",
            Self::Answering => "before the association was accepted",
            Self::Open => "while the association was open",
            Self::Releasing => "while the association was released",
            Self::Closed => "after the association",
        }
    }
}

/// One association, seen from one of its ends.
///
/// It does no I/O and reads no clock. Feed it with the `handle_` methods and carry out what the
/// `poll_` methods return, after each input and in this order: [`poll_transmit`] until it is empty
/// (each is one APDU to be framed and sent), [`poll_event`] until it is empty, then
/// [`poll_timeout`] for the time at which [`handle_timeout`] is due. After
/// [`AssociationEvent::Closed`], what is to be sent is sent and the connection closed.
///
/// [`poll_transmit`]: Self::poll_transmit
/// [`poll_event`]: Self::poll_event
/// [`poll_timeout`]: Self::poll_timeout
/// [`handle_timeout`]: Self::handle_timeout
#[derive(Debug)]
pub struct Association {
    state: State,
    limits: AssociationLimits,
    deadline: Option<Instant>,
    transmit: VecDeque<Bytes>,
    events: VecDeque<AssociationEvent>,
}

impl Association {
    /// The requesting end: the request is to be sent at once.
    #[must_use]
    pub fn request(now: Instant, offer: &Offer, limits: AssociationLimits) -> Self {
        let mut association = Self::new(State::Associating, now, limits);
        association.transmit.push_back(request(offer));
        association
    }

    /// The answering end: it waits for a request.
    #[must_use]
    pub fn listen(now: Instant, limits: AssociationLimits) -> Self {
        Self::new(State::Idle, now, limits)
    }

    fn new(state: State, now: Instant, limits: AssociationLimits) -> Self {
        let deadline = now.checked_add(limits.associate);
        Self { state, limits, deadline, transmit: VecDeque::new(), events: VecDeque::new() }
    }

    /// Takes in an APDU that the other end sent.
    pub fn handle_apdu(&mut self, apdu: Bytes) {
        match self.state {
            State::Closed => {}
            _ if self.hands_on(&apdu) => self.events.push_back(AssociationEvent::Apdu(apdu)),
            _ => match Owned::<Apdu<'static>>::decode(apdu).as_ref().map(Owned::get) {
                Ok(Apdu::Acse(acse)) => self.handle_acse(&acse),
                Ok(Apdu::Rose(_)) => self.abort_for(CloseReason::Unexpected {
                    what: "an operation",
                    while_: self.state.name(),
                }),
                Err(error) => self.abort_for(CloseReason::Undecodable(*error)),
            },
        }
    }

    /// Whether an APDU is handed on as it is: it is none of ACSE, and the association is open or
    /// was when it was sent, which still counts while the release is under way.
    ///
    /// Such an APDU changes nothing here. Where all events before it have been polled,
    /// [`handle_apdu`](Self::handle_apdu) may be left out for it.
    #[must_use]
    pub fn hands_on(&self, apdu: &[u8]) -> bool {
        let is_acse = apdu.first().is_some_and(|first| (0x60..=0x64).contains(first));
        !is_acse && matches!(self.state, State::Open | State::Releasing)
    }

    fn handle_acse(&mut self, acse: &Acse<'_>) {
        match (self.state, acse) {
            (_, Acse::Abrt(abort)) => self.close(CloseReason::AbortedByPeer {
                by: abort.abort_source,
                diagnostic: abort.abort_diagnostic,
            }),
            (State::Idle, Acse::Aarq(request)) => {
                self.state = State::Answering;
                self.deadline = None;
                self.events.push_back(AssociationEvent::Requested {
                    version: request.user_information.as_ref().and_then(csta_version),
                    login: request.calling_authentication_value.as_ref().and_then(login),
                });
            }
            (State::Associating, Acse::Aare(answer)) => self.handle_answer(answer),
            (State::Open, Acse::Rlrq(_)) => {
                let mut answer = Rlre::new();
                answer.reason = Some(ReleaseResponseReason::Normal);
                self.send_acse(Acse::Rlre(answer));
                self.close(CloseReason::ReleasedByPeer);
            }
            // Both ends release at once: each answers the other (X.217, collision).
            (State::Releasing, Acse::Rlrq(_)) => self.send_acse(Acse::Rlre(Rlre::new())),
            (State::Releasing, Acse::Rlre(_)) => self.close(CloseReason::Released),
            (_, acse) => {
                let what = match acse {
                    Acse::Aarq(_) => "a request of an association",
                    Acse::Aare(_) => "an answer to a request of an association",
                    Acse::Rlrq(_) => "a request of a release",
                    Acse::Rlre(_) => "an answer to a request of a release",
                    Acse::Abrt(_) | Acse::Unrecognised(_) => "an unknown message of ACSE",
                };
                self.abort_for(CloseReason::Unexpected { what, while_: self.state.name() });
            }
        }
    }

    fn handle_answer(&mut self, answer: &Aare<'_>) {
        if answer.result != AssociateResult::Accepted {
            let diagnostic = match answer.result_source_diagnostic {
                AssociateSourceDiagnostic::User(diagnostic) => diagnostic.to_string(),
                AssociateSourceDiagnostic::Provider(diagnostic) => {
                    format!("provider: {diagnostic}")
                }
                AssociateSourceDiagnostic::Unrecognised(_) => "for an unknown reason".to_owned(),
            };
            return self.close(CloseReason::RejectedByPeer { result: answer.result, diagnostic });
        }
        self.open(answer.user_information.as_ref().and_then(csta_version));
    }

    fn open(&mut self, version: Option<CstaVersion>) {
        self.state = State::Open;
        self.deadline = None;
        self.events.push_back(AssociationEvent::Open { version });
    }

    /// Takes in that time has passed: call it when [`poll_timeout`](Self::poll_timeout) is due.
    pub fn handle_timeout(&mut self, now: Instant) {
        if self.deadline.is_none_or(|deadline| now < deadline) {
            return;
        }
        let timed_out =
            |waited_for| CloseReason::TimedOut { waited_for, after: self.limits.associate };
        match self.state {
            State::Idle => self.abort_for(timed_out("request of an association")),
            State::Associating => {
                self.abort_for(timed_out("answer to the request of an association"))
            }
            State::Releasing => self.close(CloseReason::ReleaseUnanswered),
            State::Answering | State::Open | State::Closed => self.deadline = None,
        }
    }

    /// Takes in that the connection is closed.
    pub fn handle_disconnect(&mut self) {
        let reason = match self.state {
            // Panasonic's own software just closes.
            State::Releasing => CloseReason::ReleaseUnanswered,
            state => CloseReason::Disconnected(state.name()),
        };
        self.close(reason);
    }

    /// Takes in that the connection or its framing is broken.
    pub fn handle_failure(&mut self, error: &FrameError) {
        let reason = CloseReason::Broken { error: error.to_string(), while_: self.state.name() };
        match error {
            FrameError::TooLong { .. } | FrameError::NoApdu { .. } | FrameError::Tls => {
                self.abort_for(reason);
            }
            _ => self.close(reason),
        }
    }

    /// Sends an APDU of ROSE. Returns whether the association is open, so that it was taken.
    #[must_use]
    pub fn send(&mut self, apdu: Bytes) -> bool {
        let open = self.is_open();
        if open {
            self.transmit.push_back(apdu);
        }
        open
    }

    /// Accepts what was requested, with the answer that Panasonic's switches give.
    pub fn accept(&mut self, version: CstaVersion) {
        if self.state == State::Answering {
            let diagnostic = UserDiagnostic::NoReasonGiven;
            self.transmit.push_back(answer(AssociateResult::Accepted, diagnostic, Some(version)));
            self.open(Some(version));
        }
    }

    /// Rejects what was requested: permanently, as Panasonic's switches do.
    pub fn reject(&mut self, diagnostic: UserDiagnostic) {
        if self.state == State::Answering {
            self.transmit.push_back(answer(AssociateResult::RejectedPermanent, diagnostic, None));
            self.close(CloseReason::Rejected);
        }
    }

    /// Asks the other end to release the association. One that is not open is aborted.
    pub fn release(&mut self, now: Instant) {
        match self.state {
            State::Open => {
                let mut request = Rlrq::new();
                request.reason = Some(ReleaseRequestReason::Normal);
                self.send_acse(Acse::Rlrq(request));
                self.state = State::Releasing;
                self.deadline = now.checked_add(self.limits.release);
            }
            State::Releasing | State::Closed => {}
            State::Idle | State::Associating | State::Answering => self.abort(),
        }
    }

    /// Ends the association at once.
    pub fn abort(&mut self) {
        self.abort_for(CloseReason::Aborted);
    }

    /// Ends the association at once, for a reason that is not its own.
    pub(crate) fn abort_for(&mut self, reason: CloseReason) {
        if self.state != State::Closed {
            let mut abort = Abrt::new(AbortSource::User);
            abort.abort_diagnostic = Some(match reason {
                CloseReason::Unexpected { .. }
                | CloseReason::Undecodable(_)
                | CloseReason::Broken { .. } => AbortDiagnostic::ProtocolError,
                _ => AbortDiagnostic::NoReasonGiven,
            });
            self.send_acse(Acse::Abrt(abort));
            self.close(reason);
        }
    }

    fn close(&mut self, reason: CloseReason) {
        if self.state != State::Closed {
            self.state = State::Closed;
            self.deadline = None;
            self.events.push_back(AssociationEvent::Closed(reason));
        }
    }

    fn send_acse(&mut self, acse: Acse<'_>) {
        self.transmit.push_back(Bytes::from(Apdu::Acse(acse).encode()));
    }

    /// The next APDU to be framed and sent.
    #[must_use]
    pub fn poll_transmit(&mut self) -> Option<Bytes> {
        self.transmit.pop_front()
    }

    /// The next thing that happened.
    #[must_use]
    pub fn poll_event(&mut self) -> Option<AssociationEvent> {
        self.events.pop_front()
    }

    /// When [`handle_timeout`](Self::handle_timeout) is due.
    #[must_use]
    pub const fn poll_timeout(&self) -> Option<Instant> {
        self.deadline
    }

    /// Whether operations can be sent.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.state == State::Open
    }

    /// Whether it is at an end.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        self.state == State::Closed
    }
}
