//! Event reports.

use csta_codec::events::{
    CallControlEvents, ConferencedEvent, ConnectionClearedEvent, DeliveredEvent, DigitsDialedEvent,
    DivertedEvent, EstablishedEvent, EventReport, EventReportArgument, EventSpecificInfo,
    FailedEvent, HeldEvent, NetworkReachedEvent, OriginatedEvent, QueuedEvent, RetrievedEvent,
    ServiceInitiatedEvent, TransferredEvent,
};
use csta_codec::rose::InvokeId;
use csta_codec::types::{CallControlEventSet, ConnectionListEntry, DeviceId, MonitorCrossRefId};
use csta_codec::{OctetString, SequenceOf};

use super::argument::invoke;
use super::monitor::Reference;
use super::naming::{CallDigits, Naming, local_state};
use crate::model::{CallModel, Event, Moved, What};

/// Fills the members about the parties that several events have by the same names.
macro_rules! parties {
    ($event:ident, $naming:ident, $parties:ident) => {
        let number = $parties.network_calling.as_ref();
        $event.network_calling_device = number.map(|number| $naming.network_calling(number));
        let number = $parties.network_called.as_ref();
        $event.network_called_device = number.map(|number| $naming.network_called(number));
        let line = $parties.associated_calling;
        $event.associated_calling_device = line.map(|line| $naming.associated_calling(line));
        let line = $parties.associated_called;
        $event.associated_called_device = line.map(|line| $naming.associated_called(line));
    };
}

/// Delivered, established, failed and queued, which have the same members but for two names.
macro_rules! call_event {
    ($event:ident, $connection:ident, $naming:ident, $subject:ident, $parties:ident,
        $local:ident, $cause:ident) => {{
        let mut event = $event::new(
            $connection,
            $subject,
            $naming.calling(&$parties.calling),
            $naming.called(&$parties.called),
            $naming.redirection($parties.last_redirection.as_ref()),
            $cause,
        );
        event.local_connection_info = $local;
        parties!(event, $naming, $parties);
        event
    }};
}

/// An event under the name of its monitor.
pub(super) fn send(
    invoke_id: InvokeId,
    reference: Reference,
    info: EventSpecificInfo<'_>,
) -> Vec<u8> {
    let reference = MonitorCrossRefId(OctetString(&reference));
    invoke::<EventReport>(invoke_id, &EventReportArgument::new(reference, info))
}

/// The APDU that reports an event.
pub(super) fn report(
    model: &CallModel,
    invoke_id: InvokeId,
    reference: Reference,
    event: &Event,
) -> Vec<u8> {
    let naming = Naming(model);
    let own = event.what.connection();
    let digits = CallDigits::new(own.call);
    let connection = naming.connection(&digits, own.device);
    let subject = naming.subject(own.device);
    let local = model.config().link.local_states.then(|| local_state(event.local));
    let cause = event.cause;
    let send = |event: CallControlEvents<'_>| {
        send(invoke_id, reference, EventSpecificInfo::CallControlEvents(event))
    };
    let event = match &event.what {
        What::ServiceInitiated { network_called, .. } => {
            let mut event = ServiceInitiatedEvent::new(connection, subject, cause);
            event.local_connection_info = local;
            event.network_called_device =
                network_called.as_ref().map(|number| naming.network_called(number));
            CallControlEvents::ServiceInitiated(event)
        }
        What::DigitsDialed { digits, .. } => {
            let dialled = DeviceId::dialing_number(digits);
            let mut event = DigitsDialedEvent::new(connection, subject, dialled, cause);
            event.local_connection_info = local;
            CallControlEvents::DigitsDialed(event)
        }
        What::Originated { parties, .. } => {
            let called = naming.called(&parties.called);
            let mut event = OriginatedEvent::new(connection, subject, called, cause);
            event.local_connection_info = local;
            parties!(event, naming, parties);
            CallControlEvents::Originated(event)
        }
        What::Delivered { parties, .. } => CallControlEvents::Delivered(call_event!(
            DeliveredEvent,
            connection,
            naming,
            subject,
            parties,
            local,
            cause
        )),
        What::Established { parties, .. } => CallControlEvents::Established(call_event!(
            EstablishedEvent,
            connection,
            naming,
            subject,
            parties,
            local,
            cause
        )),
        What::Failed { parties, .. } => CallControlEvents::Failed(call_event!(
            FailedEvent,
            connection,
            naming,
            subject,
            parties,
            local,
            cause
        )),
        What::ConnectionCleared { .. } => {
            let mut event = ConnectionClearedEvent::new(connection, subject, cause);
            event.local_connection_info = local;
            CallControlEvents::ConnectionCleared(event)
        }
        What::Held { .. } => {
            let mut event = HeldEvent::new(connection, subject, cause);
            event.local_connection_info = local;
            CallControlEvents::Held(event)
        }
        What::Retrieved { .. } => {
            let mut event = RetrievedEvent::new(connection, subject, cause);
            event.local_connection_info = local;
            CallControlEvents::Retrieved(event)
        }
        What::Diverted { new_destination, parties, .. } => {
            let destination = naming.subject_number(new_destination);
            let redirection = naming.redirection(parties.last_redirection.as_ref());
            let mut event =
                DivertedEvent::new(connection, subject, destination, redirection, cause);
            event.calling_device = Some(naming.calling(&parties.calling));
            event.called_device = Some(naming.called(&parties.called));
            event.local_connection_info = local;
            parties!(event, naming, parties);
            CallControlEvents::Diverted(event)
        }
        What::Queued { parties, waiting, in_front, .. } => {
            let mut event =
                call_event!(QueuedEvent, connection, naming, subject, parties, local, cause);
            event.number_queued = i64::try_from(*waiting).ok();
            event.calls_in_front = i64::try_from(*in_front).ok();
            CallControlEvents::Queued(event)
        }
        What::NetworkReached { parties, .. } => {
            let mut event = NetworkReachedEvent::new(
                connection,
                subject,
                naming.calling(&parties.calling),
                naming.called(&parties.called),
                naming.redirection(parties.last_redirection.as_ref()),
                cause,
            );
            event.local_connection_info = local;
            CallControlEvents::NetworkReached(event)
        }
        What::Transferred { secondary, to, connections, .. } => {
            let second = secondary.map(|own| (CallDigits::new(own.call), own.device));
            return with_list(naming, connections, |list| {
                let to = naming.subject_number(to);
                let mut event = TransferredEvent::new(connection, subject, to, list, cause);
                event.secondary_old_call =
                    second.as_ref().map(|(digits, device)| naming.connection(digits, *device));
                event.local_connection_info = local;
                send(CallControlEvents::Transferred(event))
            });
        }
        What::Conferenced { by, secondary, added, connections, .. } => {
            let second = secondary.map(|own| (CallDigits::new(own.call), own.device));
            return with_list(naming, connections, |list| {
                let (by, added) = (naming.subject(*by), naming.subject_number(added));
                let mut event = ConferencedEvent::new(connection, by, added, list, cause);
                event.secondary_old_call =
                    second.as_ref().map(|(digits, device)| naming.connection(digits, *device));
                event.local_connection_info = local;
                send(CallControlEvents::Conferenced(event))
            });
        }
    };
    send(event)
}

/// The bit by which a filter suppresses an event.
pub(super) const fn filter_bit(what: &What) -> CallControlEventSet {
    match what {
        What::ServiceInitiated { .. } => CallControlEventSet::SERVICE_INITIATED,
        What::DigitsDialed { .. } => CallControlEventSet::DIGITS_DIALED,
        What::Originated { .. } => CallControlEventSet::ORIGINATED,
        What::Delivered { .. } => CallControlEventSet::DELIVERED,
        What::Established { .. } => CallControlEventSet::ESTABLISHED,
        What::ConnectionCleared { .. } => CallControlEventSet::CONNECTION_CLEARED,
        What::Failed { .. } => CallControlEventSet::FAILED,
        What::Held { .. } => CallControlEventSet::HELD,
        What::Retrieved { .. } => CallControlEventSet::RETRIEVED,
        What::Diverted { .. } => CallControlEventSet::DIVERTED,
        What::Queued { .. } => CallControlEventSet::QUEUED,
        What::NetworkReached { .. } => CallControlEventSet::NETWORK_REACHED,
        What::Transferred { .. } => CallControlEventSet::TRANSFERRED,
        What::Conferenced { .. } => CallControlEventSet::CONFERENCED,
    }
}

/// Gives the list of the connections after a transfer or conference to whoever writes it.
pub(super) fn with_list<T>(
    naming: Naming<'_>,
    moved: &[Moved],
    write: impl FnOnce(SequenceOf<'_, ConnectionListEntry<'_>>) -> T,
) -> T {
    let digits: Vec<_> = moved
        .iter()
        .map(|moved| (CallDigits::new(moved.new.call), CallDigits::new(moved.old.call)))
        .collect();
    let entries: Vec<_> =
        moved.iter().zip(&digits).map(|(moved, digits)| naming.entry(moved, digits)).collect();
    write(SequenceOf::from(entries.as_slice()))
}
