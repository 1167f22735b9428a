//! The core itself: what comes in, and who deals with it.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Instant;

use bytes::Bytes;
use csta_codec::{Ber, OperationInfo};

use super::applications::{Applications, Asked};
use super::call_records::CallRecords;
use super::devices::Devices;
use super::early::Early;
use super::failure::Refusal;
use super::hotel::Hotel;
use super::link::Link;
use super::linked_replies::LinkedReplies;
use super::message::invoke_with;
use super::monitors::Monitors;
use super::notices::Notices;
use super::outcome::{Outcome, Purpose};
use super::registrations::Registrations;
use super::requests::{Request, Requests};
use super::{
    AbortReason, Access, ApplicationId, ApplicationStatus, Input, Notice, Output, Settings, Status,
};

/// The multiplexer without sockets and without a clock.
///
/// Tell it what happens by [`handle`](Self::handle), and the time by
/// [`handle_timeout`](Self::handle_timeout) at [`poll_timeout`](Self::poll_timeout). After each of
/// them do everything that [`poll_output`](Self::poll_output) gives, in this order. Times must not
/// go back.
#[derive(Debug)]
pub struct Core {
    pub(super) settings: Settings,
    pub(super) outputs: VecDeque<Output>,
    pub(super) link: Link,
    pub(super) applications: Applications,
    pub(super) requests: Requests<Purpose>,
    pub(super) early: Early,
    pub(super) devices: Devices,
    pub(super) monitors: Monitors,
    pub(super) linked_replies: LinkedReplies,
    pub(super) registrations: Registrations,
    pub(super) call_records: CallRecords,
    pub(super) hotel: Hotel,
    pub(super) notices: Notices,
    pub(super) events: u64,
}

impl Core {
    /// A multiplexer without applications and without a switch.
    #[must_use]
    pub fn new(now: Instant, settings: Settings) -> Self {
        Self {
            call_records: CallRecords::default(),
            outputs: VecDeque::new(),
            link: Link::new(now),
            applications: Applications::default(),
            requests: Requests::new(),
            early: Early::default(),
            devices: Devices::default(),
            monitors: Monitors::default(),
            linked_replies: LinkedReplies::default(),
            registrations: Registrations::default(),
            hotel: Hotel::default(),
            notices: Notices::default(),
            events: 0,
            settings,
        }
    }

    /// Takes what has happened.
    pub fn handle(&mut self, now: Instant, input: Input) {
        match input {
            Input::SwitchApdu(apdu) => self.switch_apdu(now, apdu),
            Input::ApplicationApdu { application, apdu } => {
                self.application_apdu(now, application, apdu);
            }
            Input::SwitchUp => self.switch_up(now),
            Input::SwitchDown => self.switch_down(now),
            Input::Connected { application, access } => self.connected(now, application, access),
            Input::Disconnected { application } => self.disconnected(now, application),
            Input::SpoolRecovered { entries, transmission } => {
                self.recover_records(entries, transmission);
            }
            Input::Spooled(id) => self.record_spooled(now, id),
            Input::SpoolFailed(id) => self.record_not_spooled(now, id),
            Input::SpoolRead(id, octets) => self.record_read(now, id, &octets),
            Input::SpoolLost(id) => self.record_lost(now, id),
            Input::SettingsChanged(settings) => {
                self.settings = *settings;
                self.transmission_settings_changed(now);
            }
        }
        self.send_requests(now);
        self.tell_people(now);
    }

    /// Does what is due.
    pub fn handle_timeout(&mut self, now: Instant) {
        while let Some(request) = self.requests.expire(now) {
            let application = match request.purpose {
                Purpose::Forward(asker) => Some(asker.application),
                _ => None,
            };
            let operation = request.operation;
            self.notice(Notice::RequestTimedOut { application, operation });
            self.conclude(now, &request, &Outcome::Failed(Refusal::NO_ANSWER));
        }
        self.tend_early(now);
        self.tend_link(now);
        self.tend_devices(now);
        self.tend_linked_replies(now);
        self.retry_monitors(now);
        self.tend_records(now);
        while let Some(application) = self.applications.due(now) {
            let status = self.system_status();
            self.tell_status(now, application, status);
        }
        self.send_requests(now);
        self.tell_people(now);
    }

    /// The next thing to be done.
    pub fn poll_output(&mut self) -> Option<Output> {
        self.outputs.pop_front()
    }

    /// When [`handle_timeout`](Self::handle_timeout) is to be called.
    #[must_use]
    pub fn poll_timeout(&self) -> Option<Instant> {
        [
            self.requests.poll_timeout(),
            self.early.poll_timeout(),
            self.link.poll_timeout(&self.settings),
            self.devices.poll_timeout(),
            self.linked_replies.poll_timeout(),
            self.monitors_due(),
            self.call_records.poll_timeout(),
            self.applications.poll_timeout(),
            self.notices.poll_timeout(),
        ]
        .into_iter()
        .flatten()
        .min()
    }

    /// The state, for people and for tests.
    #[must_use]
    pub fn status(&self) -> Status {
        let application = |(id, own): (_, &super::applications::Application)| ApplicationStatus {
            application: id,
            monitors: self.monitors.has(id),
            queued: self.requests.queued(id) + self.early.queued(id),
            requests: own.requests,
            unanswered: own.unanswered().len(),
            is_call_record_holder: self.call_records.holder() == Some(id),
            is_hotel: self.hotel.contains(id),
        };
        let is_down = self.link.is_down();
        Status {
            link: self.link.state(),
            system_status: self.link.told().filter(|_| !is_down).map(|told| told.to_string()),
            devices: self.devices.directory().len(),
            applications: self.applications.iter().map(application).collect(),
            monitors: self.monitors.status(),
            requests: self.requests.status(),
            call_records: self.call_records.status(),
            hotel: self.hotel.iter().collect(),
            registrations: self.registrations.len(),
            linked_replies: self.linked_replies.open(),
            held: self.linked_replies.held() + self.monitors.held(),
            events: self.events,
        }
    }

    fn connected(&mut self, now: Instant, application: ApplicationId, access: Arc<Access>) {
        if self.applications.get(application).is_some() {
            return;
        }
        if self.applications.len() >= self.settings.application_limit {
            let reason = AbortReason::TooManyApplications;
            self.outputs.push_back(Output::Abort { application, reason });
            return;
        }
        self.applications.insert(now, application, access);
        let status = self.system_status();
        self.tell_status(now, application, status);
    }

    fn disconnected(&mut self, now: Instant, application: ApplicationId) {
        let Some(gone) = self.applications.remove(application) else {
            return;
        };
        self.early.forget(application);
        // What others wait for as well goes on.
        for request in self.requests.forget(application) {
            match request.purpose {
                Purpose::MonitorStart(id) if self.monitors.forget_unasked(id, application) => {}
                Purpose::MonitorStart(_) | Purpose::MonitorStop(_) | Purpose::MonitorFilter(..) => {
                    self.ask(now, request)
                }
                _ => self.conclude(now, &request, &Outcome::Failed(Refusal::SWITCH_LOST)),
            }
        }
        self.forget_monitors(now, application);
        self.forget_held_events();
        self.forget_registrations(now, application);
        self.forget_linked_replies(application);
        self.forget_holder(now, application);
        self.hotel.forget(application);
        // The switch must not wait for answers that cannot come.
        for asked in gone.unanswered() {
            if let Asked::Forwarded { invoke_id, .. } = asked {
                self.tell_switch(Refusal::SWITCH_LOST.encode(invoke_id));
            }
        }
    }

    /// Ends an association of an application.
    pub(super) fn abort(&mut self, now: Instant, application: ApplicationId, reason: AbortReason) {
        self.disconnected(now, application);
        self.outputs.push_back(Output::Abort { application, reason });
    }

    /// Sends what may be sent to the switch.
    pub(super) fn send_requests(&mut self, now: Instant) {
        if self.link.is_down() {
            return;
        }
        let serves = self.link.is_serving();
        while let Some((invoke_id, apdu)) = self.requests.next(now, &self.settings, serves) {
            if apdu.len() <= self.settings.switch_apdu_limit {
                self.outputs.push_back(Output::ToSwitch(apdu));
            } else if let Some((request, _)) = self.requests.end(invoke_id) {
                // It has become longer by its invoke id, or by what it is to say of a filter.
                self.conclude(now, &request, &Outcome::Failed(Refusal::TOO_LONG));
            }
        }
    }

    /// Has a request of the multiplexer's own wait for its turn.
    pub(super) fn ask(&mut self, now: Instant, request: Request<Purpose>) {
        if let Err(request) = self.requests.push(now, &self.settings, None, request) {
            // Cannot be: this queue takes everything.
            self.conclude(now, &request, &Outcome::Failed(Refusal::TOO_MANY_REQUESTS));
        }
    }

    /// Invokes in an application what it is only told: an answer ends here.
    pub(super) fn notify<'a>(
        &mut self,
        to: ApplicationId,
        operation: i32,
        argument: &impl Ber<'a>,
    ) {
        let is_confirmed =
            OperationInfo::by_code(operation).is_some_and(|operation| operation.is_confirmed());
        let Some(application) = self.applications.get_mut(to) else {
            return;
        };
        let invoke_id =
            if is_confirmed { application.ask(Asked::Notified) } else { application.next_invoke() };
        self.tell_application(to, invoke_with(invoke_id, operation, argument));
    }

    pub(super) fn tell_application(&mut self, application: ApplicationId, apdu: Bytes) {
        if self.applications.get(application).is_some() {
            self.outputs.push_back(Output::ToApplication { application, apdu });
        }
    }
}
