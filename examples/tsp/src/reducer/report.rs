//! What call-control events have in common, whatever they are called in each.

use csta_codec::events::CallControlEvents as Event;
use csta_codec::types::{
    CalledDeviceId, CallingDeviceId, ConnectionId, EventCause, LocalConnectionState,
    RedirectionDeviceId, SubjectDeviceId,
};

use crate::Party;

/// A call by its id in the switch, which is used again after the call.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CallId(Vec<u8>);

impl CallId {
    /// The octets.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// The call of a connection, if it names one.
    #[must_use]
    pub fn of(connection: &ConnectionId<'_>) -> Option<Self> {
        connection.call().map(|call| Self(call.as_bytes().to_vec()))
    }
}

impl std::fmt::Display for CallId {
    /// As text, as Panasonic's are, else in hexadecimal.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match std::str::from_utf8(&self.0) {
            Ok(text) if text.chars().all(|c| c.is_ascii_graphic()) => f.pad(text),
            _ => self.0.iter().try_for_each(|octet| write!(f, "{octet:02X}")),
        }
    }
}

impl std::fmt::Debug for CallId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Display::fmt(self, f)
    }
}

/// An event with the members that matter to call states under one name each.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Report<'e> {
    pub(crate) name: &'static str,
    pub(crate) connection: &'e ConnectionId<'e>,
    pub(crate) subject: Option<&'e SubjectDeviceId<'e>>,
    pub(crate) local: Option<LocalConnectionState>,
    pub(crate) cause: EventCause,
    pub(crate) calling: Option<&'e CallingDeviceId<'e>>,
    pub(crate) called: Option<&'e CalledDeviceId<'e>>,
    pub(crate) redirection: Option<&'e RedirectionDeviceId<'e>>,
}

impl<'e> Report<'e> {
    /// What an event tells, or `None` for one that is not known.
    pub(crate) fn of(event: &'e Event<'e>) -> Option<Self> {
        /// `name, event, connection, subject`, then what else the event has.
        macro_rules! report {
            ($name:literal, $e:ident, $connection:ident $(, subject $subject:ident)?
                $(, calling $calling:ident)? $(, called $called:ident)?
                $(, redirection $redirection:ident)?) => {{
                #[allow(unused_mut)]
                let mut report = Self::new($name, &$e.$connection, $e.local_connection_info, $e.cause);
                $(report.subject = Some(&$e.$subject);)?
                $(report.calling = Some(&$e.$calling);)?
                $(report.called = Some(&$e.$called);)?
                $(report.redirection = Some(&$e.$redirection);)?
                report
            }};
        }
        Some(match event {
            Event::Bridged(e) => {
                report!("bridged", e, bridged_connection, subject bridged_appearance)
            }
            Event::CallCleared(e) => Self::new("callCleared", &e.cleared_call, None, e.cause),
            Event::Conferenced(e) => {
                report!("conferenced", e, primary_old_call, subject conferencing_device)
            }
            Event::ConnectionCleared(e) => {
                report!("connectionCleared", e, dropped_connection, subject releasing_device)
            }
            Event::Delivered(e) => report!("delivered", e, connection, subject alerting_device,
                calling calling_device, called called_device, redirection last_redirection_device),
            Event::DigitsDialed(e) => {
                report!("digitsDialed", e, dialing_connection, subject dialing_device)
            }
            Event::Diverted(e) => report!("diverted", e, connection, subject diverting_device,
                redirection last_redirection_device),
            Event::Established(e) => report!("established", e, established_connection,
                subject answering_device, calling calling_device, called called_device,
                redirection last_redirection_device),
            Event::Failed(e) => report!("failed", e, failed_connection, subject failing_device,
                calling calling_device, called called_device, redirection last_redirection_device),
            Event::Held(e) => report!("held", e, held_connection, subject holding_device),
            Event::NetworkCapabilitiesChanged(e) => {
                report!("networkCapabilitiesChanged", e, outbound_connection,
                    subject network_interface_used, called called_device)
            }
            Event::NetworkReached(e) => report!("networkReached", e, outbound_connection,
                subject network_interface_used, calling calling_device, called called_device,
                redirection last_redirection_device),
            Event::Offered(e) => report!("offered", e, offered_connection, subject offered_device,
                calling calling_device, called called_device, redirection last_redirection_device),
            Event::Originated(e) => report!("originated", e, originated_connection,
                subject calling_device, called called_device),
            Event::Queued(e) => report!("queued", e, queued_connection, subject queue,
                calling calling_device, called called_device, redirection last_redirection_device),
            Event::Retrieved(e) => {
                report!("retrieved", e, retrieved_connection, subject retrieving_device)
            }
            Event::ServiceInitiated(e) => {
                report!("serviceInitiated", e, initiated_connection, subject initiating_device)
            }
            Event::Transferred(e) => {
                report!("transferred", e, primary_old_call, subject transferring_device)
            }
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
        }
    }

    /// The device that the event is about.
    pub(crate) fn subject(&self) -> Party {
        self.subject.map_or(Party::NotKnown, Party::from)
    }
}
