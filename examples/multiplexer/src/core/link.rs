//! The link to the switch: whether it is there, and whether it lives.

use std::time::Instant;

use bytes::Bytes;
use csta_codec::services::{
    RequestSysStat, RequestSysStatArg, RequestSysStatRes, SwFunctionDevicesChanged,
};
use csta_codec::types::SystemStatus;
use csta_codec::{Ber, Operation, OperationInfo};

use super::clock::after;
use super::failure::Refusal;
use super::machine::Core;
use super::message::{invoke, invoke_with};
use super::outcome::{Outcome, Purpose};
use super::requests::Request;
use super::{AbortReason, DropReason, LinkState, Notice, Output, Settings, WhenSwitchLost};

/// The link to the switch.
#[derive(Debug)]
pub(super) struct Link {
    state: LinkState,
    /// What the switch has said of itself last, if it lasts.
    told: Option<SystemStatus>,
    /// When it is not waited for any longer that the switch says something.
    first_status_due: Option<Instant>,
    /// When the switch was heard last.
    heard: Instant,
    is_probing: bool,
    /// Whether there was a link before this one.
    was_lost: bool,
}

impl Link {
    pub(super) const fn new(now: Instant) -> Self {
        Self {
            state: LinkState::Down,
            told: None,
            first_status_due: None,
            heard: now,
            is_probing: false,
            was_lost: false,
        }
    }

    pub(super) const fn state(&self) -> LinkState {
        self.state
    }

    pub(super) const fn set_state(&mut self, state: LinkState) {
        self.state = state;
    }

    /// Whether requests of applications are sent to the switch.
    pub(super) const fn is_serving(&self) -> bool {
        matches!(self.state, LinkState::Restoring | LinkState::Up)
    }

    pub(super) const fn is_down(&self) -> bool {
        matches!(self.state, LinkState::Down)
    }

    pub(super) const fn was_lost(&self) -> bool {
        self.was_lost
    }

    pub(super) const fn told(&self) -> Option<SystemStatus> {
        self.told
    }

    /// The switch has sent something.
    pub(super) const fn hear(&mut self, now: Instant) {
        self.heard = now;
        self.is_probing = false;
    }

    /// When to look after it.
    pub(super) fn poll_timeout(&self, settings: &Settings) -> Option<Instant> {
        if self.is_down() {
            return None;
        }
        let probe = after(self.heard, settings.probe_after);
        let probe = if self.is_probing { after(probe, settings.probe_limit) } else { probe };
        Some(self.first_status_due.map_or(probe, |due| due.min(probe)))
    }
}

impl Core {
    /// The state of the system as applications are told it.
    pub(super) fn system_status(&self) -> SystemStatus {
        match self.link.state {
            LinkState::Down | LinkState::Starting => SystemStatus::Disabled,
            LinkState::Restoring => SystemStatus::Enabled,
            LinkState::Up => self.link.told.unwrap_or(SystemStatus::Normal),
        }
    }

    pub(super) fn switch_up(&mut self, now: Instant) {
        if !self.link.is_down() {
            // Its end has not been told: it is a new one all the same.
            self.switch_down(now);
        }
        self.link.state = LinkState::Starting;
        self.link.told = None;
        self.link.first_status_due = Some(after(now, self.settings.first_status));
        self.link.hear(now);
    }

    pub(super) fn switch_down(&mut self, now: Instant) {
        if self.link.is_down() {
            return;
        }
        self.link.was_lost |= self.link.is_serving();
        let was_serving = self.link.is_serving();
        self.link.state = LinkState::Down;
        self.link.first_status_due = None;
        self.devices.stop_reading(now);
        for request in self.requests.drain() {
            self.conclude(now, &request, &Outcome::Failed(Refusal::SWITCH_LOST));
        }
        self.fail_early(Refusal::SWITCH_LOST);
        self.lose_monitors();
        self.lose_linked_replies();
        self.lose_registrations();
        self.lose_transmission();
        for application in self.applications.ids() {
            if let Some(application) = self.applications.get_mut(application) {
                application.forget_forwarded();
            }
        }
        match self.settings.when_switch_lost {
            WhenSwitchLost::Report if was_serving => self.tell_all(now, SystemStatus::Disabled),
            WhenSwitchLost::Report => {}
            WhenSwitchLost::Abort => {
                for application in self.applications.ids() {
                    self.abort(now, application, AbortReason::SwitchLost);
                }
            }
        }
    }

    /// The switch says how it is.
    pub(super) fn switch_status(&mut self, now: Instant, status: SystemStatus) {
        // These are over when they are told.
        let passes = matches!(
            status,
            SystemStatus::Enabled | SystemStatus::MessagesLost | SystemStatus::OverloadRelieved
        );
        let lasting = if passes { SystemStatus::Normal } else { status };
        let before = self.link.told.replace(lasting);
        let works = !matches!(status, SystemStatus::Initializing | SystemStatus::Disabled);
        match self.link.state {
            LinkState::Starting => {
                // It will say when it has started.
                self.link.first_status_due = None;
                if works && !self.devices.is_reading() {
                    self.read_devices(now);
                }
            }
            // What follows tells the state.
            LinkState::Restoring | LinkState::Down => {}
            LinkState::Up => {
                if passes || before != Some(lasting) {
                    self.tell_all(now, status);
                }
            }
        }
    }

    /// The devices are known, as far as they can be: applications are served.
    pub(super) fn serve(&mut self, now: Instant) {
        if self.link.state != LinkState::Starting {
            return;
        }
        self.link.state = LinkState::Restoring;
        let devices = self.devices.directory().len();
        self.notice(Notice::Serving { devices });
        self.tell_all(now, SystemStatus::Enabled);
        self.restart_transmission(now);
        self.restore_monitors(now);
        self.take_early(now);
    }

    /// Looks after the link.
    pub(super) fn tend_link(&mut self, now: Instant) {
        if self.link.first_status_due.is_some_and(|due| due <= now) {
            self.link.first_status_due = None;
            self.read_devices(now);
        }
        if self.link.poll_timeout(&self.settings).is_none_or(|due| due > now) {
            return;
        }
        if self.link.is_probing {
            self.link.hear(now);
            self.outputs.push_back(Output::DropSwitch { reason: DropReason::Silent });
            return;
        }
        self.link.is_probing = true;
        let request = Request {
            operation: RequestSysStat::CODE,
            is_confirmed: true,
            apdu: invoke::<RequestSysStat>(0, &RequestSysStatArg::new()),
            purpose: Purpose::Probe,
        };
        self.ask(now, request);
    }

    /// The switch answers when it is asked how it is.
    pub(super) fn probed(&mut self, now: Instant, outcome: &Outcome<'_>) {
        let told = outcome.result(RequestSysStat::CODE);
        let told = told.and_then(|element| element.read::<RequestSysStatRes<'_>>().ok());
        if let Some(told) = told.map(|told| told.system_status)
            && self.link.state == LinkState::Up
            && self.link.told != Some(told)
        {
            self.switch_status(now, told);
        }
    }

    /// The devices of the switch have changed: they are read again, and all are told.
    pub(super) fn devices_changed(&mut self, now: Instant) {
        self.tell_changed(SwFunctionDevicesChanged::CODE);
        // Also while they are read for the first time: what has been told may be old by now.
        if self.link.is_serving() || self.devices.is_reading() {
            self.read_devices(now);
        }
    }

    /// Sends an answer to the switch.
    pub(super) fn tell_switch(&mut self, apdu: Bytes) {
        if !self.link.is_down() {
            self.outputs.push_back(Output::ToSwitch(apdu));
        }
    }

    /// Has the switch end something that nobody needs any more.
    pub(super) fn clean_up<'a>(&mut self, now: Instant, operation: i32, argument: &impl Ber<'a>) {
        let apdu = invoke_with(0, operation, argument);
        let is_confirmed = OperationInfo::by_code(operation).is_none_or(|own| own.is_confirmed());
        self.ask(now, Request { operation, is_confirmed, apdu, purpose: Purpose::CleanUp });
    }
}
