//! The core, and the ways out of all connections.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::{Instant, SystemTime};

use bytes::{Bytes, BytesMut};
use csta_client::{FrameCodec, FrameError};
use csta_codec::types::CstaVersion;
use tokio_util::codec::Encoder;

use super::notices::Recent;
use super::outlet::{End, Outlet};
use super::seating::{ApplicationInfo, Seat, Seating};
use crate::spool::SpoolHandle;
use crate::users::Users;
use crate::{
    ApplicationId, BOUNDED, Core, DropReason, Input, Notice, Output, Settings, Severity,
    SpoolEntry, SpoolId,
};

/// The core, and the ways out of all connections. Whoever has something for it locks it, hands it
/// over and sees to it that everything is written that comes of it, so that no octet changes tasks
/// on its way.
#[derive(Debug)]
pub(crate) struct Hub {
    core: Core,
    seating: Seating,
    switch: Option<Switch>,
    /// Why there is no link to the switch, if it is known.
    why_down: Option<String>,
    /// How messages to the switch are put into frames.
    codec: FrameCodec,
    spool: Option<SpoolHandle>,
    /// What the core is to be told as soon as its outputs are done.
    inputs: VecDeque<Input>,
    /// Those who do not read, so that too much waits for them.
    lagging: Vec<ApplicationId>,
    /// The applications that are being released since the program is to stop.
    pub(super) is_stopping: bool,
    /// Another multiplexer has the switch, and applications are to go there.
    pub(super) is_standing_by: bool,
    pub(crate) recent: Recent,
    /// Messages that came from the switch so far.
    from_switch: u64,
}

/// The association with the switch.
#[derive(Debug)]
struct Switch {
    outlet: Arc<Outlet>,
    info: SwitchInfo,
}

/// What is known of the association with the switch besides what the core knows.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SwitchInfo {
    pub(crate) version: Option<CstaVersion>,
    pub(crate) since: SystemTime,
}

impl Hub {
    pub(super) fn new(
        now: Instant,
        settings: Settings,
        codec: FrameCodec,
        spool: Option<SpoolHandle>,
    ) -> Self {
        Self {
            core: Core::new(now, settings),
            seating: Seating::default(),
            switch: None,
            why_down: None,
            codec,
            spool,
            inputs: VecDeque::new(),
            lagging: Vec::new(),
            is_stopping: false,
            is_standing_by: false,
            recent: Recent::default(),
            from_switch: 0,
        }
    }

    /// Takes in what the spool has kept, before anything else.
    pub(super) fn recovered(&mut self, now: Instant, entries: Vec<SpoolEntry>, transmission: bool) {
        self.hand_over(now, Input::SpoolRecovered { entries, transmission });
        self.settle(now);
    }

    /// Takes in that the spool has done something.
    pub(crate) fn spool(&mut self, now: Instant, input: Input) {
        self.hand_over(now, input);
        self.settle(now);
    }

    /// Has nothing more for the spool from now on.
    pub(super) fn leave_spool(&mut self) {
        self.spool = None;
    }

    /// Takes in that the association with the switch is open.
    pub(super) fn switch_up(&mut self, now: Instant, outlet: Arc<Outlet>, info: SwitchInfo) {
        self.switch = Some(Switch { outlet, info });
        self.why_down = None;
        self.hand_over(now, Input::SwitchUp);
        self.settle(now);
    }

    /// Takes in why there is no link to the switch.
    pub(super) fn link_failed(&mut self, why: String) {
        self.recent.push(Severity::Error, why.as_str());
        self.why_down = Some(why);
    }

    /// Takes in that there is no association with the switch.
    pub(super) fn switch_down(&mut self, now: Instant) {
        self.switch = None;
        self.hand_over(now, Input::SwitchDown);
        self.settle(now);
    }

    /// Takes in what one read has brought from the switch.
    pub(super) fn switch_apdus(&mut self, now: Instant, apdus: &mut Vec<Bytes>) {
        self.from_switch += apdus.len() as u64;
        for apdu in apdus.drain(..) {
            self.hand_over(now, Input::SwitchApdu(apdu));
        }
        self.settle(now);
    }

    /// Takes in that the association of an application is open.
    pub(super) fn connect(
        &mut self,
        now: Instant,
        outlet: Arc<Outlet>,
        info: ApplicationInfo,
    ) -> ApplicationId {
        let access = Arc::clone(&info.access);
        let application = self.seating.seat(outlet, info);
        self.hand_over(now, Input::Connected { application, access });
        self.settle(now);
        application
    }

    /// Takes in what one read has brought from an application.
    pub(super) fn application_apdus(
        &mut self,
        now: Instant,
        application: ApplicationId,
        apdus: &mut Vec<Bytes>,
    ) {
        // What comes from one that has gone is for nobody.
        let is_there = self.seating.received(application, apdus.len());
        for apdu in apdus.drain(..).filter(|_| is_there) {
            self.hand_over(now, Input::ApplicationApdu { application, apdu });
        }
        self.settle(now);
    }

    /// Takes in that the association of an application is gone. Returns whether that is news.
    pub(super) fn disconnected(&mut self, now: Instant, application: ApplicationId) -> bool {
        let is_news = self.seating.vacate(application).is_some();
        if is_news {
            self.hand_over(now, Input::Disconnected { application });
            self.settle(now);
        }
        is_news
    }

    /// Aborts an application, for a reason that lies outside of the core. Returns whether it was
    /// there.
    pub(crate) fn drop_application(
        &mut self,
        now: Instant,
        application: ApplicationId,
        reason: &str,
    ) -> bool {
        let Some(outlet) = self.seating.vacate(application) else {
            return false;
        };
        outlet.end(End::Abort);
        self.recent.push(Severity::Warning, format!("application {application} {reason}"));
        self.hand_over(now, Input::Disconnected { application });
        self.settle(now);
        true
    }

    /// Aborts those who have logged in as users who are not there any more, or have another password
    /// or other rights.
    pub(super) fn users_changed(&mut self, now: Instant, users: &Users) {
        let others = self.seating.seats().filter(|seat| !seat.info.is_of(users));
        let others: Vec<_> = others.map(|seat| seat.application).collect();
        others.into_iter().for_each(|application| self.user_changed(now, application));
    }

    /// Aborts an application whose user is not there any more, or has another password or other rights.
    pub(super) fn user_changed(&mut self, now: Instant, application: ApplicationId) {
        tracing::warn!(%application, "an application is aborted, since its user has changed");
        self.drop_application(now, application, "was aborted, since its user has changed");
    }

    /// Releases all associations, since the program is to stop.
    pub(super) fn stop(&mut self) {
        self.is_stopping = true;
        self.seating.outlets().for_each(|outlet| outlet.end(End::Release));
        if let Some(switch) = &self.switch {
            switch.outlet.end(End::Release);
        }
    }

    /// Serves applications from now on, or releases those that are there and serves nobody.
    #[cfg(feature = "nats")]
    pub(crate) fn stand_by(&mut self, is_standing_by: bool) {
        self.is_standing_by = is_standing_by;
        if is_standing_by {
            self.seating.outlets().for_each(|outlet| outlet.end(End::Release));
        }
        let text = if is_standing_by {
            "another multiplexer has the PBX, or may take it"
        } else {
            "this multiplexer has the PBX"
        };
        self.recent.push(Severity::Info, text);
    }

    /// Does what is due.
    pub(super) fn timeout(&mut self, now: Instant) {
        self.core.handle_timeout(now);
        self.carry_out();
        self.settle(now);
    }

    pub(super) fn poll_timeout(&self) -> Option<Instant> {
        self.core.poll_timeout()
    }

    pub(crate) fn status(&self) -> crate::Status {
        self.core.status()
    }

    pub(crate) fn switch(&self) -> Option<SwitchInfo> {
        self.switch.as_ref().map(|switch| switch.info)
    }

    /// Why there is no link to the switch, if it is known.
    pub(crate) fn why_down(&self) -> Option<&str> {
        self.why_down.as_deref()
    }

    /// The applications that are there, by place.
    pub(crate) fn seats(&self) -> impl Iterator<Item = Seat<'_>> {
        self.seating.seats()
    }

    /// How many applications are there.
    pub(crate) fn applications(&self) -> usize {
        self.seating.len()
    }

    /// How many messages came from the switch so far, and how many applications were sent.
    pub(crate) const fn messages(&self) -> (u64, u64) {
        (self.from_switch, self.seating.delivered())
    }

    /// Tells the core something and does what it says; what is to be written is gathered.
    fn hand_over(&mut self, now: Instant, input: Input) {
        self.core.handle(now, input);
        self.carry_out();
        while let Some(input) = self.inputs.pop_front() {
            self.core.handle(now, input);
            self.carry_out();
        }
    }

    fn carry_out(&mut self) {
        while let Some(output) = self.core.poll_output() {
            match output {
                Output::ToApplications { to, apdu } => {
                    let queued = self.seating.queue_for(&to, &apdu);
                    self.check(queued);
                }
                Output::ToApplication { application, apdu } => {
                    let queued = self.seating.queue(application, &apdu);
                    self.check(queued);
                }
                Output::ToSwitch(apdu) => self.send_to_switch(&apdu),
                Output::Abort { application, reason } => {
                    // What it was sent before goes out before the abort.
                    let lagging = self.seating.flush();
                    self.lagging.extend(lagging);
                    if let Some(outlet) = self.seating.vacate(application) {
                        outlet.end(End::Abort);
                        let text = format!("application {application} is aborted: {reason}");
                        tracing::warn!(%application, %reason, "an application is aborted");
                        self.recent.push(Severity::Warning, text);
                    }
                }
                Output::DropSwitch { reason } => self.drop_switch(reason),
                Output::Spool { id, octets } => {
                    let refused = self.spool.as_ref().is_none_or(|spool| !spool.store(id, octets));
                    if refused {
                        self.inputs.push_back(Input::SpoolFailed(id));
                    }
                }
                Output::ReadSpool(id) => self.ask_spool(id, SpoolHandle::read),
                Output::Unspool(id) => self.ask_spool(id, SpoolHandle::remove),
                Output::RememberTransmission(is_wanted) => {
                    if let Some(spool) = &self.spool {
                        spool.remember_transmission(is_wanted);
                    }
                }
                Output::Notice(notice) => self.notice(&notice),
            }
        }
    }

    fn ask_spool(&self, id: SpoolId, ask: fn(&SpoolHandle, SpoolId)) {
        if let Some(spool) = &self.spool {
            ask(spool, id);
        }
    }

    fn notice(&mut self, notice: &Notice) {
        let severity = notice.severity();
        match severity {
            Severity::Info => tracing::info!(target: BOUNDED, "{notice}"),
            Severity::Warning => tracing::warn!(target: BOUNDED, "{notice}"),
            Severity::Error => tracing::error!(target: BOUNDED, "{notice}"),
        }
        self.recent.push(severity, notice.to_string());
    }

    fn drop_switch(&mut self, reason: DropReason) {
        if let Some(switch) = &self.switch {
            switch.outlet.end(End::Abort);
        }
        tracing::warn!(%reason, "the link to the switch is dropped");
        self.recent.push(Severity::Error, reason.to_string());
    }

    fn send_to_switch(&mut self, apdu: &[u8]) {
        let Some(switch) = &self.switch else {
            return;
        };
        let mut frame = BytesMut::new();
        let encoded = self.codec.encode(apdu, &mut frame);
        if encoded.is_ok() && switch.outlet.send(&frame).is_err() {
            switch.outlet.end(End::Cut);
        }
        self.check(encoded);
    }

    /// Says that a message was not sent, if so.
    fn check(&mut self, encoded: Result<(), FrameError>) {
        if let Err(error) = encoded {
            tracing::error!(%error, "a message was not sent");
            self.recent.push(Severity::Error, format!("a message was not sent: {error}"));
        }
    }

    /// Writes everything, and tells the core of those who lag behind.
    fn settle(&mut self, now: Instant) {
        loop {
            let mut lagging = std::mem::take(&mut self.lagging);
            lagging.extend(self.seating.flush());
            if lagging.is_empty() {
                return;
            }
            for application in lagging {
                if let Some(outlet) = self.seating.vacate(application) {
                    outlet.end(End::Cut);
                }
                let text = format!(
                    "application {application} is cut off: it does not read, and more waits than \
                     limits.unread allows"
                );
                tracing::warn!("{text}");
                self.recent.push(Severity::Warning, text);
                self.hand_over(now, Input::Disconnected { application });
            }
        }
    }
}
