//! Which state an event brings a call into.

use csta_codec::events::CallControlEvents as Event;
use csta_codec::types::{EventCause, LocalConnectionState as Local};

use super::report::Report;
use crate::{BusyMode, Call, CallState, DisconnectMode};

/// What becomes of a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Next {
    /// Its state stays.
    Stay,
    /// The event tells what was known already, or has been overtaken.
    Late,
    /// It comes into a state.
    To(CallState),
    /// It comes into a state, and at once into another.
    Through(CallState, CallState),
    /// It comes into a state that the event does not explain.
    Doubtful(CallState),
    /// It is over, and whether an application is told why before.
    End(DisconnectMode, bool),
}

/// Whether an event begins a call, and cannot be about the one that is known under its id.
pub(super) fn begins_anew(event: &Event<'_>, report: &Report<'_>, own: bool, call: &Call) -> bool {
    let is_past = matches!(
        call.state,
        CallState::Connected | CallState::Busy | CallState::Disconnected | CallState::Conferenced
    ) || call.state.is_on_hold();
    match event {
        Event::ServiceInitiated(_) if own => {
            is_past || matches!(call.state, CallState::Ringback | CallState::Proceeding)
        }
        Event::Delivered(_) | Event::Offered(_) if own => {
            is_past && report.cause == EventCause::NewCall
        }
        _ => false,
    }
}

/// Whether an event is the end of a call for this line, so that it begins none.
pub(super) fn is_end(event: &Event<'_>, report: &Report<'_>, own: bool) -> bool {
    report.local == Some(Local::Null)
        || matches!(event, Event::CallCleared(_))
        || report.local.is_none()
            && own
            && matches!(event, Event::ConnectionCleared(_) | Event::Diverted(_))
}

/// What an event makes of a call; the call is one that has learned from the event already.
pub(super) fn next(
    event: &Event<'_>,
    report: &Report<'_>,
    own: bool,
    is_new: bool,
    call: &Call,
) -> Next {
    let was_connected = call.connected_at.is_some();
    let mode = DisconnectMode::of(report.cause, was_connected);
    if is_end(event, report, own) {
        let tell_why = call.state.is_ringing() || matches!(event, Event::Diverted(_));
        return Next::End(mode, tell_why);
    }
    let next = by_event(event, report, own, call);
    let Some(local) = report.local else {
        return next;
    };
    // What the switch says of the line's own connection counts, whatever the event.
    match next {
        Next::To(state) | Next::Through(_, state) if agrees(state, local) => next,
        Next::Stay | Next::Late if !is_new && agrees(call.state, local) => next,
        Next::Stay | Next::Late if is_new => Next::To(by_local(local, call)),
        _ => Next::Doubtful(by_local(local, call)),
    }
}

fn by_event(event: &Event<'_>, report: &Report<'_>, own: bool, call: &Call) -> Next {
    use CallState as S;
    use Event as E;

    let is_talking = call.members.iter().any(|member| member.is_connected);
    match event {
        E::ServiceInitiated(_) if own && report.cause == EventCause::CallBack => {
            Next::To(S::Offering)
        }
        E::ServiceInitiated(_) if own => match call.state {
            S::Dialtone | S::Dialing => Next::Late,
            _ => Next::To(S::Dialtone),
        },
        E::DigitsDialed(_) if own => Next::To(S::Dialing),
        E::Originated(_) if own => match call.state {
            S::Unknown | S::Dialtone | S::Offering => Next::Through(S::Dialing, S::Proceeding),
            S::Dialing => Next::To(S::Proceeding),
            _ => Next::Late,
        },
        E::Delivered(_) | E::Offered(_) if own => Next::To(S::Offering),
        E::Delivered(_) | E::Offered(_) => match call.state {
            S::Unknown | S::Dialtone | S::Dialing | S::Proceeding | S::Busy if !is_talking => {
                Next::To(S::Ringback)
            }
            _ => Next::Stay,
        },
        E::NetworkReached(_) => match call.state {
            S::Unknown | S::Dialtone | S::Dialing => Next::To(S::Proceeding),
            _ => Next::Stay,
        },
        E::Queued(_) if own => Next::To(S::OnHold),
        E::Queued(_) => match call.state {
            S::Connected | S::Offering => Next::Stay,
            state if state.is_on_hold() => Next::Stay,
            _ => Next::To(S::Proceeding),
        },
        E::Established(_) => match report.local {
            Some(Local::Hold | Local::Alerting | Local::Queued) => Next::Stay,
            None if !own && (call.state.is_on_hold() || call.state.is_ringing()) => Next::Stay,
            _ if call.state == S::Connected => Next::Stay,
            _ => Next::To(S::Connected),
        },
        E::Held(_) if own => Next::To(on_hold(report.cause, call)),
        E::Retrieved(_) if own => Next::To(S::Connected),
        E::Failed(_) => failed(report, own, is_talking, call),
        E::ConnectionCleared(_) if !own => match call.state {
            // While it rings here, the caller's going is followed by the line's own end.
            S::Offering | S::Accepted => Next::Stay,
            state if state.is_on_hold() => Next::Stay,
            _ if !call.members.is_empty() => Next::Stay,
            S::Disconnected => Next::Late,
            _ => Next::To(S::Disconnected),
        },
        _ => Next::Stay,
    }
}

/// The kind of being held that a cause makes of it.
fn on_hold(cause: EventCause, call: &Call) -> CallState {
    let consults = matches!(cause, EventCause::Consultation | EventCause::Transfer);
    let joins = cause == EventCause::Conference;
    match () {
        () if joins || consults && call.is_conference() => CallState::OnHoldPendingConference,
        () if consults => CallState::OnHoldPendingTransfer,
        // It changes places with the call that it was held for.
        () if call.related.is_some() && call.is_conference() => CallState::OnHoldPendingConference,
        () if call.related.is_some() => CallState::OnHoldPendingTransfer,
        () => CallState::OnHold,
    }
}

fn failed(report: &Report<'_>, own: bool, is_talking: bool, call: &Call) -> Next {
    if !own && (is_talking || call.state.is_ringing()) {
        return Next::Stay; // one of several who are called
    }
    match BusyMode::of(report.cause) {
        Some(_) => Next::To(CallState::Busy),
        None => Next::To(CallState::Disconnected),
    }
}

/// Whether a state of the call and one of the line's own connection can go together.
pub(super) const fn agrees(state: CallState, local: Local) -> bool {
    use CallState as S;
    match local {
        Local::Null => matches!(state, S::Idle),
        Local::Initiated => matches!(state, S::Dialtone | S::Dialing | S::Offering),
        Local::Alerting => matches!(state, S::Offering | S::Accepted),
        Local::Connected => matches!(
            state,
            S::Dialing
                | S::Proceeding
                | S::Ringback
                | S::Connected
                | S::Conferenced
                | S::Busy
                | S::Disconnected
                | S::SpecialInfo
        ),
        Local::Hold => state.is_on_hold(),
        Local::Queued => state.is_on_hold() || matches!(state, S::Proceeding),
        Local::Fail => matches!(state, S::Busy | S::Disconnected),
        Local::Unrecognised(_) => true,
    }
}

/// The state that fits best what is known of the line's own connection alone.
pub(super) fn by_local(local: Local, call: &Call) -> CallState {
    match local {
        Local::Null => CallState::Idle,
        Local::Initiated => CallState::Dialtone,
        Local::Alerting => CallState::Offering,
        Local::Connected => {
            let is_talking = call.members.iter().any(|member| member.is_connected);
            match call.state {
                _ if is_talking => CallState::Connected,
                _ if !call.members.is_empty() => CallState::Ringback,
                CallState::Dialtone => CallState::Proceeding,
                _ => CallState::Connected,
            }
        }
        Local::Hold | Local::Queued => CallState::OnHold,
        Local::Fail => CallState::Disconnected,
        Local::Unrecognised(_) => CallState::Unknown,
    }
}
