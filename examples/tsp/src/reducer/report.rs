//! What call-control events have in common, whatever they are called in each.

use csta_codec::events::CallControlEvents as Event;
use csta_codec::types::{
    AssociatedCalledDeviceId, AssociatedCallingDeviceId, CalledDeviceId, CallingDeviceId,
    ConnectionId, EventCause, LocalConnectionState, RedirectionDeviceId, SubjectDeviceId, UserData,
};
use kme_private::{DeviceKind, DeviceNumber};

use crate::{Identity, Party, SwitchCallId};

/// An event with the members that matter to call states under one name each.
#[derive(Clone, Copy, Debug)]
pub(super) struct Report<'e> {
    pub(super) name: &'static str,
    pub(super) connection: &'e ConnectionId<'e>,
    pub(super) subject: Option<&'e SubjectDeviceId<'e>>,
    pub(super) local: Option<LocalConnectionState>,
    pub(super) cause: EventCause,
    pub(super) calling: Option<&'e CallingDeviceId<'e>>,
    pub(super) called: Option<&'e CalledDeviceId<'e>>,
    pub(super) redirection: Option<&'e RedirectionDeviceId<'e>>,
    pub(super) associated_calling: Option<&'e AssociatedCallingDeviceId<'e>>,
    pub(super) associated_called: Option<&'e AssociatedCalledDeviceId<'e>>,
    pub(super) user_data: Option<&'e UserData<'e>>,
}

impl<'e> Report<'e> {
    /// What an event tells, or `None` for one that is not known.
    pub(super) fn of(event: &'e Event<'e>) -> Option<Self> {
        /// `name, event, connection, subject`, then what else the event has.
        macro_rules! report {
            ($name:literal, $e:ident, $connection:ident, $subject:ident
                $(; $($member:ident)*)? $(, optional $($maybe:ident)*)?) => {{
                let connection = &$e.$connection;
                let mut report = Self::new($name, connection, $e.local_connection_info, $e.cause);
                report.subject = Some(&$e.$subject);
                $($(report.$member(&$e.$member);)*)?
                $($(report.$maybe($e.$maybe.as_ref());)*)?
                report
            }};
        }
        Some(match event {
            Event::Bridged(e) => {
                report!("bridged", e, bridged_connection, bridged_appearance, optional user_data)
            }
            Event::CallCleared(e) => Self::new("callCleared", &e.cleared_call, None, e.cause),
            Event::Conferenced(e) => {
                report!("conferenced", e, primary_old_call, conferencing_device, optional user_data)
            }
            Event::ConnectionCleared(e) => report!("connectionCleared", e, dropped_connection,
                releasing_device, optional user_data),
            Event::Delivered(e) => report!("delivered", e, connection, alerting_device;
                calling_device called_device last_redirection_device, optional user_data
                associated_calling_device associated_called_device),
            Event::DigitsDialed(e) => report!("digitsDialed", e, dialing_connection,
                dialing_device, optional associated_calling_device associated_called_device),
            Event::Diverted(e) => report!("diverted", e, connection, diverting_device;
                last_redirection_device, optional user_data
                associated_calling_device associated_called_device),
            Event::Established(e) => report!("established", e, established_connection,
                answering_device; calling_device called_device last_redirection_device,
                optional user_data associated_calling_device associated_called_device),
            Event::Failed(e) => report!("failed", e, failed_connection, failing_device;
                calling_device called_device last_redirection_device, optional user_data
                associated_calling_device associated_called_device),
            Event::Held(e) => report!("held", e, held_connection, holding_device),
            Event::NetworkCapabilitiesChanged(e) => report!("networkCapabilitiesChanged", e,
                outbound_connection, network_interface_used; called_device, optional user_data),
            Event::NetworkReached(e) => report!("networkReached", e, outbound_connection,
                network_interface_used; calling_device called_device last_redirection_device,
                optional user_data associated_calling_device),
            Event::Offered(e) => report!("offered", e, offered_connection, offered_device;
                calling_device called_device last_redirection_device, optional user_data
                associated_calling_device associated_called_device),
            Event::Originated(e) => report!("originated", e, originated_connection,
                calling_device; called_device,
                optional associated_calling_device associated_called_device),
            Event::Queued(e) => report!("queued", e, queued_connection, queue;
                calling_device called_device last_redirection_device, optional user_data
                associated_calling_device associated_called_device),
            Event::Retrieved(e) => report!("retrieved", e, retrieved_connection, retrieving_device),
            Event::ServiceInitiated(e) => report!("serviceInitiated", e, initiated_connection,
                initiating_device, optional associated_calling_device),
            Event::Transferred(e) => report!("transferred", e, primary_old_call,
                transferring_device, optional user_data),
            Event::Unrecognised(_) => return None,
        })
    }

    const fn new(
        name: &'static str,
        connection: &'e ConnectionId<'e>,
        local: Option<LocalConnectionState>,
        cause: EventCause,
    ) -> Self {
        Self {
            name,
            connection,
            subject: None,
            local,
            cause,
            calling: None,
            called: None,
            redirection: None,
            associated_calling: None,
            associated_called: None,
            user_data: None,
        }
    }

    const fn calling_device(&mut self, device: &'e CallingDeviceId<'e>) {
        self.calling = Some(device);
    }

    const fn called_device(&mut self, device: &'e CalledDeviceId<'e>) {
        self.called = Some(device);
    }

    const fn last_redirection_device(&mut self, device: &'e RedirectionDeviceId<'e>) {
        self.redirection = Some(device);
    }

    const fn associated_calling_device(
        &mut self,
        device: Option<&'e AssociatedCallingDeviceId<'e>>,
    ) {
        self.associated_calling = device;
    }

    const fn associated_called_device(&mut self, device: Option<&'e AssociatedCalledDeviceId<'e>>) {
        self.associated_called = device;
    }

    const fn user_data(&mut self, data: Option<&'e UserData<'e>>) {
        self.user_data = data;
    }

    /// The device that the event is about.
    pub(super) fn subject(&self) -> Party {
        self.subject.map_or(Party::NOT_KNOWN, Party::from)
    }

    /// The trunk line that the event names.
    pub(super) fn trunk(&self) -> Option<DeviceNumber> {
        let named = [
            self.associated_calling.map(Party::from),
            self.associated_called.map(Party::from),
            self.subject.map(Party::from),
        ];
        named.into_iter().flatten().find_map(|party| trunk_of(&party.identity))
    }
}

/// The call that an event is about, by its id in the switch.
pub(crate) fn call_of(event: &Event<'_>) -> Option<SwitchCallId> {
    Report::of(event).and_then(|report| SwitchCallId::of(report.connection))
}

/// The trunk line that an identity is, if it is one.
pub(super) fn trunk_of(identity: &Identity) -> Option<DeviceNumber> {
    let Identity::Device(number) = identity else {
        return None;
    };
    let number = DeviceNumber::try_from(*number).ok()?;
    (number.kind() == DeviceKind::TrunkLine).then_some(number)
}
