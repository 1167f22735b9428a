//! The switch sends call records, and goes on doing so.

use std::time::Instant;

use bytes::Bytes;
use csta_codec::rose::Invoke;
use csta_codec::services::{
    CdrNotification, CdrNotificationArgument, CdrReport, StartCdrTransmission,
    StartCdrTransmissionArgument, StartCdrTransmissionResult, StopCdrTransmission,
    StopCdrTransmissionArgument,
};
use csta_codec::types::CdrTransferMode;
use csta_codec::{Ber, OctetString, Operation, Owned};

use super::report::sift;
use super::spool::{Filling, Left, Taken};
use super::{SpoolEntry, SpoolId};
use crate::core::applications::Asker;
use crate::core::clock::after;
use crate::core::dispatch::{Answered, Invocation, argument};
use crate::core::failure::Refusal;
use crate::core::machine::Core;
use crate::core::message::{invoke_with, no_data};
use crate::core::outcome::{Outcome, Purpose};
use crate::core::requests::{Request, Source};
use crate::core::{Notice, Output};

/// Whether the switch sends call records.
#[derive(Debug, Default)]
pub(super) struct Transmission {
    state: State,
    /// Whether it is meant to.
    pub(super) is_wanted: bool,
    /// When it is asked to, if it does not.
    pub(super) restart_due: Option<Instant>,
    /// Who waits for it to start, to become the holder.
    pub(super) starter: Option<(Asker, CdrTransferMode)>,
}

#[derive(Debug, Default)]
enum State {
    #[default]
    Off,
    Starting,
    /// Under this reference of the switch.
    On(Bytes),
    Stopping,
}

impl Transmission {
    pub(super) const fn is_on(&self) -> bool {
        matches!(self.state, State::On(_))
    }

    pub(super) const fn is_off(&self) -> bool {
        matches!(self.state, State::Off)
    }
}

impl Core {
    /// What an earlier run has left.
    pub(in crate::core) fn recover_records(&mut self, entries: Vec<SpoolEntry>, is_wanted: bool) {
        let settings = self.settings.call_records;
        self.call_records.spool.recover(entries, settings.remembered);
        if is_wanted && !settings.keep_transmission {
            self.outputs.push_back(Output::RememberTransmission(false));
        } else {
            self.call_records.transmission.is_wanted |= is_wanted;
        }
    }

    /// Asks the switch to send records, each when its call has ended: what a holder wants else is
    /// seen to here.
    pub(super) fn start_transmission(
        &mut self,
        now: Instant,
        asker: Option<Asker>,
        asked: Option<&StartCdrTransmissionArgument<'_>>,
    ) -> Result<(), Refusal> {
        let mut argument = StartCdrTransmissionArgument::new(CdrTransferMode::TransferAtEndOfCall);
        argument.extensions = asked.and_then(|own| own.extensions);
        let request = Request {
            operation: StartCdrTransmission::CODE,
            is_confirmed: true,
            apdu: invoke_with(0, StartCdrTransmission::CODE, &argument),
            purpose: Purpose::Transmission(asker),
        };
        let source: Source = asker.map(|own| own.application);
        self.requests
            .push(now, &self.settings, source, request)
            .map_err(|_| Refusal::TOO_MANY_REQUESTS)?;
        self.call_records.transmission.state = State::Starting;
        Ok(())
    }

    /// The switch has answered that, or will not.
    pub(in crate::core) fn transmission_started(
        &mut self,
        now: Instant,
        asker: Option<Asker>,
        outcome: &Outcome<'_>,
    ) {
        let started = outcome.result(StartCdrTransmission::CODE).and_then(|element| {
            Owned::<StartCdrTransmissionResult<'static>>::decode(element.encode().into()).ok()
        });
        let transmission = &mut self.call_records.transmission;
        let starter = transmission.starter.take_if(|(own, _)| Some(*own) == asker);
        if let Some(started) = started {
            let reference = started.get().cdr_cross_ref_id;
            transmission.state = State::On(Bytes::copy_from_slice(reference.as_bytes()));
            transmission.restart_due = None;
            if !std::mem::replace(&mut transmission.is_wanted, true) {
                self.outputs.push_back(Output::RememberTransmission(true));
            }
            match starter {
                Some((asker, mode)) => self.become_holder(now, asker, mode),
                None => self.end_if_unwanted(now),
            }
            return;
        }
        // It may be on since an earlier request was answered late; then this one is refused.
        if matches!(transmission.state, State::Starting) {
            transmission.state = State::Off;
        }
        let is_off = transmission.is_off();
        if let Some((asker, _)) = starter {
            self.answer(asker, outcome);
        }
        if is_off && self.call_records.is_wanted() && self.link.is_serving() {
            let failure = outcome.to_string();
            self.notice(Notice::TransmissionRefused { failure });
            self.restart_transmission(now);
        }
    }

    /// The switch is asked to send records again, after a while.
    pub(in crate::core) fn restart_transmission(&mut self, now: Instant) {
        let transmission = &mut self.call_records.transmission;
        if transmission.is_wanted && transmission.is_off() {
            let due = after(now, self.settings.call_records.restart_after);
            transmission.restart_due = Some(due);
        }
    }

    /// The switch has gone.
    pub(in crate::core) fn lose_transmission(&mut self) {
        self.call_records.transmission.state = State::Off;
        self.call_records.transmission.restart_due = None;
        self.call_records.spool.forget_unconfirmed();
    }

    /// Has the switch stop, if the settings do not want records without a holder.
    pub(super) fn end_if_unwanted(&mut self, now: Instant) {
        let records = &mut self.call_records;
        let goes_on = self.settings.call_records.keep_transmission
            || records.holder.is_some()
            || records.transmission.starter.is_some();
        if goes_on || !records.transmission.is_wanted {
            return;
        }
        records.transmission.is_wanted = false;
        records.transmission.restart_due = None;
        self.outputs.push_back(Output::RememberTransmission(false));
        let State::On(switch) = &records.transmission.state else {
            return;
        };
        let argument = StopCdrTransmissionArgument::new(OctetString(switch));
        let request = Request {
            operation: StopCdrTransmission::CODE,
            is_confirmed: true,
            apdu: invoke_with(0, StopCdrTransmission::CODE, &argument),
            purpose: Purpose::EndOfTransmission,
        };
        records.transmission.state = State::Stopping;
        self.ask(now, request);
    }

    /// The switch has answered that, or will not.
    pub(in crate::core) fn transmission_ended(&mut self, now: Instant) {
        if matches!(self.call_records.transmission.state, State::Stopping) {
            self.call_records.transmission.state = State::Off;
            self.restart_transmission(now);
        }
    }

    pub(in crate::core) fn transmission_settings_changed(&mut self, now: Instant) {
        self.end_if_unwanted(now);
    }

    /// The switch stops of its own accord. That is nothing to the holder: records go on coming out
    /// of the spool, and the switch is asked again.
    pub(in crate::core) fn switch_stops_records(&mut self, now: Instant, invoke: &Invoke<'_>) {
        self.tell_switch(no_data(invoke.invoke_id, StopCdrTransmission::CODE));
        if self.call_records.transmission.is_on() {
            self.call_records.transmission.state = State::Off;
            self.restart_transmission(now);
        }
    }

    /// The switch tells that records wait; it does not when it sends each at once. The holder gets
    /// it under its own reference.
    pub(in crate::core) fn switch_notifies_of_records(
        &mut self,
        invoke: &Invoke<'_>,
        apdu: &Bytes,
    ) {
        let id = invoke.invoke_id;
        match argument::<CdrNotificationArgument<'static>>(invoke, apdu) {
            Ok(told) => {
                self.tell_switch(no_data(id, CdrNotification::CODE));
                let holder = self.call_records.holder.as_ref();
                let holder = holder.map(|own| (own.application, own.reference));
                if let Some((application, reference)) = holder {
                    let mut told = told.get();
                    told.cdr_cross_ref_id = OctetString(&reference);
                    self.notify(application, CdrNotification::CODE, &told);
                }
            }
            Err(refusal) => self.tell_switch(refusal.encode(id)),
        }
    }

    /// The switch reports records: they are confirmed when they are durable.
    pub(in crate::core) fn switch_reports_records(
        &mut self,
        now: Instant,
        invoke: &Invoke<'_>,
        apdu: &Bytes,
    ) {
        let id = invoke.invoke_id;
        let settings = self.settings.call_records;
        // Somebody has asked for it, though perhaps not in this association: what is refused may be
        // dropped.
        if !settings.served && self.call_records.transmission.is_off() {
            self.tell_switch(Refusal::NO_SUCH_REFERENCE.encode(id));
            return;
        }
        // In indefinite lengths it is rewritten once.
        let argument = argument::<csta_codec::services::CdrReportArgument<'static>>(invoke, apdu);
        let spool = &mut self.call_records.spool;
        let sifted =
            argument.ok().and_then(|own| sift(&own.element(), |digest| spool.is_known(digest)));
        let Some(sifted) = sifted else {
            self.tell_switch(Refusal::MISTYPED.encode(id));
            return;
        };
        let is_repeated = !sifted.known.is_empty();
        let taken = spool.take(id, sifted, settings.spool_octets, settings.remembered);
        let left = if let Taken::Left(left) = taken { Some(left) } else { None };
        let filling = spool.filling(settings.spool_octets, left);
        if is_repeated {
            self.notice(Notice::RecordRepeated);
        }
        match taken {
            Taken::Durable => self.tell_switch(no_data(id, CdrReport::CODE)),
            Taken::OnTheWay(Some((id, octets))) => {
                self.outputs.push_back(Output::Spool { id, octets });
            }
            Taken::OnTheWay(None) | Taken::Left(_) => {}
        }
        match filling {
            Some(Filling::Percent(percent)) => self.notice(Notice::SpoolFills { percent }),
            Some(Filling::Left(Left::Full)) => self.notice(Notice::SpoolFull),
            Some(Filling::Left(Left::Unconfirmed(reports))) => {
                self.notice(Notice::RecordsUnconfirmed { reports });
            }
            None => {}
        }
        self.feed(now);
    }

    pub(in crate::core) fn record_spooled(&mut self, now: Instant, id: SpoolId) {
        for invoke_id in self.call_records.spool.spooled(id) {
            self.tell_switch(no_data(invoke_id, CdrReport::CODE));
        }
        // There is room.
        let again = self.call_records.spool.try_again();
        self.store_again(again);
        self.feed(now);
    }

    fn store_again(&mut self, again: Vec<(SpoolId, Bytes)>) {
        self.outputs.extend(again.into_iter().map(|(id, octets)| Output::Spool { id, octets }));
    }

    pub(in crate::core) fn record_not_spooled(&mut self, now: Instant, id: SpoolId) {
        if self.call_records.spool.failed(now, id) {
            self.notice(Notice::SpoolFailed(id));
        }
    }

    /// Does what is due.
    pub(in crate::core) fn tend_records(&mut self, now: Instant) {
        let again = self.call_records.spool.due(now);
        self.store_again(again);
        let transmission = &mut self.call_records.transmission;
        if transmission.restart_due.take_if(|due| *due <= now).is_some()
            && transmission.is_off()
            && self.link.is_serving()
        {
            // The multiplexer's own queue takes it.
            let _ = self.start_transmission(now, None, None);
        }
        self.tend_holder(now);
    }

    pub(in crate::core) fn start_records(
        &mut self,
        now: Instant,
        asked: &Invocation<'_>,
    ) -> Result<Answered, Refusal> {
        let asker = asked.asker;
        let argument = asked.argument::<StartCdrTransmissionArgument<'static>>()?;
        let argument = argument.get();
        let mode = argument.transfer_mode;
        if matches!(mode, CdrTransferMode::Unrecognised(_)) {
            use csta_codec::types::OperationErrors::InvalidParameterValue;
            return Err(Refusal::operation(InvalidParameterValue));
        }
        let records = &mut self.call_records;
        if !self.settings.call_records.served
            || records.holder.is_some()
            || records.transmission.starter.is_some()
        {
            return Err(Refusal::GENERIC);
        }
        if records.transmission.is_wanted {
            self.become_holder(now, asker, mode);
            return Ok(Answered::Later);
        }
        if !records.transmission.is_off() {
            return Err(Refusal::GENERIC);
        }
        self.start_transmission(now, Some(asker), Some(&argument))?;
        self.call_records.transmission.starter = Some((asker, mode));
        Ok(Answered::Later)
    }
}
