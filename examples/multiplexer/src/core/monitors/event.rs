//! Events: to all who monitor the device, in octets that they share.

use std::sync::Arc;

use bytes::Bytes;
use csta_codec::ber::Unknown;
use csta_codec::rose::{Code, Invoke, Rose};
use csta_codec::services::EventReport;
use csta_codec::types::MonitorCrossRefId;
use csta_codec::{Ber, Element, OctetString, Operation, Owned, sequence};

use super::monitor::{EventTags, Reference};
use crate::core::machine::Core;
use crate::core::message::{encode, invocation, readable};
use crate::core::{ApplicationId, Notice, Output};

sequence! {
    /// What is to be known of an event to send it on: the rest stays as it is.
    struct EventHead<'a> "CSTAEventReportArgument" {
        cross_ref_identifier "crossRefIdentifier": MonitorCrossRefId<'a>,
        rest "eventSpecificInfo": Unknown<'a> = REST,
    }
}

impl Core {
    /// The switch reports an event.
    pub(in crate::core) fn event(&mut self, invoke: &Invoke<'_>, apdu: &Bytes) {
        self.events += 1;
        let Some(argument) = &invoke.argument else {
            self.notice(Notice::UnknownMonitor);
            return;
        };
        let error = match &argument.read::<EventHead<'_>>() {
            Ok(head) => return self.spread(head, invoke, apdu),
            Err(error) => *error,
        };
        // In indefinite lengths it is rewritten once.
        if error.is_form()
            && let Ok(owned) = Owned::<EventHead<'static>>::from_element(argument, apdu)
        {
            let head = owned.get();
            let whole = rewritten(invoke, &head, head.cross_ref_identifier);
            return self.spread(&head, invoke, &whole);
        }
        self.notice(Notice::SwitchUndecodable { octets: apdu.len(), error });
    }

    fn spread(&mut self, head: &EventHead<'_>, invoke: &Invoke<'_>, apdu: &Bytes) {
        let switch = head.cross_ref_identifier.0.as_bytes();
        let Some(id) = self.monitors.by_switch(switch) else {
            self.hold_event(switch, apdu);
            return;
        };
        let Some(monitor) = self.monitors.get_mut(id) else {
            return;
        };
        let reference = monitor.reference;
        if let Some(everyone) = monitor.everyone() {
            self.tell_audience(everyone, reference, head, invoke, apdu);
            return;
        }
        let event = tags(head);
        let audience = monitor.audience(event);
        let others: Vec<_> = monitor.others(event).collect();
        self.tell_audience(audience, reference, head, invoke, apdu);
        for (application, reference) in others {
            self.tell_application(application, under(head, invoke, &reference));
        }
    }

    /// Sends an event to those who know its monitor by the shared reference, if there is any.
    fn tell_audience(
        &mut self,
        to: Arc<[ApplicationId]>,
        reference: Option<Reference>,
        head: &EventHead<'_>,
        invoke: &Invoke<'_>,
        apdu: &Bytes,
    ) {
        let Some(reference) = reference.filter(|_| !to.is_empty()) else {
            return;
        };
        let is_that_of_switch = reference == head.cross_ref_identifier.0.as_bytes();
        let apdu = if is_that_of_switch { apdu.clone() } else { under(head, invoke, &reference) };
        self.outputs.push_back(Output::ToApplications { to, apdu });
    }

    /// Holds an event whose monitor may be one that is being started.
    fn hold_event(&mut self, switch: &[u8], apdu: &Bytes) {
        let may_come = self.monitors.is_starting();
        if may_come && self.monitors.held.len() < self.settings.monitors.held_events {
            self.monitors.held.push_back((Bytes::copy_from_slice(switch), apdu.clone()));
        } else {
            self.notice(Notice::UnknownMonitor);
        }
    }

    /// The monitor of a reference is known now: the events that came before it.
    pub(super) fn release_events(&mut self, switch: &Bytes) {
        if self.monitors.held.is_empty() {
            return;
        }
        let held = std::mem::take(&mut self.monitors.held);
        let (known, held): (Vec<_>, Vec<_>) =
            held.into_iter().partition(|(reference, _)| reference == switch);
        self.monitors.held = held.into();
        for (_, apdu) in known {
            let _ = readable(apdu, |apdu, decoded| {
                if let Some(invoke) = invocation(decoded) {
                    self.events -= 1; // counted when it came
                    self.event(invoke, apdu);
                }
            });
        }
    }

    /// No start is under way any more: nobody will ask for what is held.
    pub(in crate::core) fn forget_held_events(&mut self) {
        if !self.monitors.held.is_empty() && !self.monitors.is_starting() {
            self.monitors.held.clear();
            self.notice(Notice::UnknownMonitor);
        }
    }
}

/// The tags by which filters know an event.
fn tags(head: &EventHead<'_>) -> Option<EventTags> {
    let group = head.rest.iter().next()?;
    let event = Element::decode(group.content()).ok()?;
    Some((group.tag().number(), event.tag().number()))
}

/// The event under a reference that applications know.
fn under(head: &EventHead<'_>, invoke: &Invoke<'_>, reference: &Reference) -> Bytes {
    rewritten(invoke, head, MonitorCrossRefId(OctetString(reference)))
}

fn rewritten(invoke: &Invoke<'_>, head: &EventHead<'_>, reference: MonitorCrossRefId<'_>) -> Bytes {
    let octets = EventHead { cross_ref_identifier: reference, ..*head }.encode();
    let mut invoke = Invoke::new(invoke.invoke_id, Code::Local(EventReport::CODE));
    invoke.argument = Element::decode(&octets).ok();
    encode(Rose::Invoke(invoke))
}
