//! What an event tells of those who take part.

use csta_codec::events::CallControlEvents as Event;
use csta_codec::types::EventCause;

use super::calls::Names;
use super::report::{Report, trunk_of};
use crate::{BusyMode, Call, CallState, DisconnectMode, Identity, Member, Origin, Party, Reason};

/// The most parties that are kept of a call.
pub(super) const MAX_MEMBERS: usize = 64;

/// The most digits that are kept of those that are dialled one after the other.
const MAX_DIALLED: usize = 128;

/// Whether an event names those who take part.
pub(super) const fn tells_parties(event: &Event<'_>) -> bool {
    matches!(
        event,
        Event::ServiceInitiated(_)
            | Event::Originated(_)
            | Event::Delivered(_)
            | Event::Offered(_)
            | Event::Established(_)
            | Event::Failed(_)
            | Event::NetworkReached(_)
            | Event::Queued(_)
    )
}

/// Takes over what an event tells of a call, besides its state.
pub(super) fn parties(
    names: &Names,
    call: &mut Call,
    event: &Event<'_>,
    report: &Report<'_>,
    own: bool,
) {
    call.caller.learn(report.calling.map_or(Party::NOT_KNOWN, Party::from));
    call.called.learn(report.called.map_or(Party::NOT_KNOWN, Party::from));
    call.redirecting.learn(report.redirection.map_or(Party::NOT_KNOWN, Party::from));
    call.trunk = report.trunk().or(call.trunk);
    if let Some(data) = report.user_data {
        call.user_user = Some(data.0.as_bytes().to_vec());
    }
    direction(names, call, event, report, own);
    members(names, call, event, report, own);
    match event {
        Event::DigitsDialed(dialled) if own => {
            let digits = Party::from(&dialled.dialing_sequence);
            let goes_on = call.state == CallState::Dialing;
            // The first ones begin the number, whatever was asked for.
            let before = call.called.number().filter(|_| goes_on).unwrap_or_default();
            let so_far = format!("{before}{}", digits.number().unwrap_or_default());
            call.called = Identity::Number(so_far.chars().take(MAX_DIALLED).collect()).into();
        }
        Event::Diverted(diverted) => call.redirection.learn((&diverted.new_destination).into()),
        Event::Established(_) => {
            call.held_by_other = false;
            call.connected.learn(answered_by(names, call, report, own));
        }
        Event::Held(_) if !own => call.held_by_other = call.state == CallState::Connected,
        Event::Retrieved(_) if !own => call.held_by_other = false,
        Event::Queued(_) if !own && call.state == CallState::Connected => call.held_by_other = true,
        Event::Failed(_) => {
            call.busy = BusyMode::of(report.cause);
            if call.busy.is_none() {
                let was_connected = call.connected_at.is_some();
                call.disconnect = Some(DisconnectMode::of(report.cause, was_connected));
            }
        }
        Event::ConnectionCleared(_) if !own && call.members.is_empty() => {
            call.disconnect = Some(match call.state {
                CallState::Ringback if report.cause == EventCause::NormalClearing => {
                    DisconnectMode::Reject
                }
                _ => DisconnectMode::of(report.cause, call.connected_at.is_some()),
            });
        }
        _ => {}
    }
}

/// Where the call comes from and why, as far as the event tells.
fn direction(names: &Names, call: &mut Call, event: &Event<'_>, report: &Report<'_>, own: bool) {
    match event {
        Event::ServiceInitiated(_) | Event::Originated(_) if own => {
            call.origin = Origin::Outbound;
            call.caller.learn(report.subject());
            // The telephone prompts its user where it cannot go off-hook by itself.
            call.prompts = matches!(event, Event::ServiceInitiated(_))
                && matches!(
                    report.cause,
                    EventCause::MakeCall | EventCause::CallPickup | EventCause::JoinCall
                );
        }
        _ if call.origin == Origin::Unknown && call.caller.is_known() => {
            call.origin = origin(names, call, report.associated_calling.is_some());
        }
        Event::Delivered(_) | Event::Offered(_) if own && call.origin == Origin::Unknown => {
            call.origin = Origin::Inbound;
        }
        _ => {}
    }
    let recalls = matches!(Reason::of(report.cause), Reason::Reminder) && own;
    if recalls || call.reason == Reason::Unknown && tells_parties(event) {
        call.reason = match (event, report.cause) {
            (Event::Queued(_), EventCause::Park) if own => Reason::Parked,
            (_, cause) => Reason::of(cause),
        };
    }
}

/// Where a call comes from whose caller is known or is known to be withheld.
pub(super) fn origin(names: &Names, call: &Call, is_from_trunk: bool) -> Origin {
    if names.is_self(&call.caller) {
        return Origin::Outbound;
    }
    match &call.caller.identity {
        _ if is_from_trunk => Origin::External,
        Identity::Number(number) if names.numbers.extension_range().is_some() => {
            if names.numbers.is_internal(number) { Origin::Internal } else { Origin::External }
        }
        Identity::Number(_) => Origin::Internal,
        identity if trunk_of(identity).is_some() => Origin::External,
        Identity::Device(_) => Origin::Internal,
        Identity::NotKnown | Identity::Withheld => Origin::Inbound,
    }
}

/// Who has answered, as the other end of the call at this line.
fn answered_by(names: &Names, call: &Call, report: &Report<'_>, own: bool) -> Party {
    let subject = report.subject();
    let by_origin = || {
        if call.origin.is_inbound() { call.caller.clone() } else { call.called.clone() }
    };
    match trunk_of(&subject.identity) {
        _ if own => by_origin(),
        // A line to the network stands for whoever was dialled.
        Some(_) if call.origin == Origin::Outbound => call.called.clone(),
        _ if names.is_self(&subject) => by_origin(),
        _ => subject,
    }
}

/// Who else takes part.
fn members(names: &Names, call: &mut Call, event: &Event<'_>, report: &Report<'_>, own: bool) {
    let subject = report.subject();
    let device = Party::from(report.connection);
    let device = if names.is_own(&device) { Identity::NotKnown } else { device.identity };
    match event {
        // Whoever calls takes part already.
        Event::Delivered(_) | Event::Offered(_) | Event::Established(_) | Event::Queued(_)
            if own && call.origin.is_inbound() =>
        {
            let line = report.associated_calling.map_or(Party::NOT_KNOWN, Party::from);
            let caller = call.caller.clone();
            if call.members.is_empty() && (caller.is_known() || line.is_known()) {
                join(call, caller, line.identity, true);
            }
        }
        _ if own => {}
        Event::Delivered(_) | Event::Offered(_) | Event::NetworkReached(_) | Event::Queued(_) => {
            join(call, subject, device, false);
        }
        Event::Established(_) => {
            // Those whom it rang at as well have lost it.
            if call.members.iter().all(|member| !member.is_connected) {
                call.members.retain(|member| member.is(&subject.identity, &device));
            }
            join(call, subject, device, true);
        }
        Event::ConnectionCleared(_) | Event::Diverted(_) | Event::Failed(_) => {
            let is_alone = call.members.len() == 1;
            let is_stranger =
                !call.members.iter().any(|member| member.is(&subject.identity, &device));
            // Of two who talk, the one who goes is the other, whatever name it goes by.
            let goes = |member: &Member| {
                member.is(&subject.identity, &device)
                    || is_alone && is_stranger && matches!(event, Event::ConnectionCleared(_))
            };
            call.members.retain(|member| !goes(member));
        }
        _ => {}
    }
}

/// Knows somebody to take part, or to be called.
fn join(call: &mut Call, party: Party, device: Identity, is_connected: bool) {
    let has_room = call.members.len() < MAX_MEMBERS;
    match call.members.iter_mut().find(|member| member.is(&party.identity, &device)) {
        Some(member) => {
            member.is_connected |= is_connected;
            member.party.learn(party);
        }
        None if has_room => call.members.push(Member { party, device, is_connected, call: None }),
        None => {}
    }
}
