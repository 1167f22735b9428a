//! The application that holds the call records.

use std::time::{Duration, Instant};

use bytes::Bytes;
use csta_codec::services::{
    CdrNotification, CdrNotificationArgument, SendStoredCdr, SendStoredCdrArgument,
    StartCdrTransmission, StartCdrTransmissionResult, StopCdrTransmission,
    StopCdrTransmissionArgument,
};
use csta_codec::types::{
    CdrReason, CdrTransferMode, OperationErrors, StateIncompatibilityErrors, UniversalFailure,
};
use csta_codec::{OctetString, Operation};

use super::SpoolId;
use super::report::delivery;
use super::spool::Spool;
use crate::core::applications::{Asked, Asker};
use crate::core::clock::after;
use crate::core::dispatch::{Answered, Invocation};
use crate::core::failure::Refusal;
use crate::core::machine::Core;
use crate::core::message::{no_data, result};
use crate::core::{ApplicationId, Notice, Output};

/// How often a holder that fetches records is told that there are some.
const NOTIFY_EVERY: Duration = Duration::from_secs(60);

/// The application that holds the call records.
#[derive(Debug)]
pub(super) struct Holder {
    pub(super) application: ApplicationId,
    pub(super) reference: [u8; 4],
    mode: CdrTransferMode,
    stage: Stage,
    /// Up to which report it has asked for them, if it wants to be asked.
    asked: Option<SpoolId>,
    /// When it may be told again that there are records.
    notify_due: Instant,
}

/// What is done with the next report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Idle,
    /// It is read from the spool.
    Reading(SpoolId),
    /// The holder has it, and is to confirm it in time.
    Sent(SpoolId, Instant),
    /// The holder has refused it and gets it again later.
    Refused(Instant),
}

impl Holder {
    const fn is_asking(&self) -> bool {
        !matches!(self.mode, CdrTransferMode::TransferAtEndOfCall)
    }

    pub(super) fn poll_timeout(&self, spool: &Spool) -> Option<Instant> {
        match self.stage {
            Stage::Sent(_, due) | Stage::Refused(due) => Some(due),
            Stage::Reading(_) => None,
            Stage::Idle => {
                let waits = self.is_asking() && self.asked.is_none() && spool.first().is_some();
                waits.then_some(self.notify_due)
            }
        }
    }
}

impl Core {
    /// An application holds the records from now on, and is told so.
    pub(super) fn become_holder(&mut self, now: Instant, asker: Asker, mode: CdrTransferMode) {
        let records = &mut self.call_records;
        records.holders = records.holders.wrapping_add(1);
        let reference = records.holders.to_be_bytes();
        records.holder = Some(Holder {
            application: asker.application,
            reference,
            mode,
            stage: Stage::Idle,
            asked: None,
            notify_due: now,
        });
        let started = StartCdrTransmissionResult::new(OctetString(&reference));
        let answer = result::<StartCdrTransmission>(asker.invoke_id, &started);
        self.tell_application(asker.application, answer);
        self.feed(now);
    }

    /// The holder has gone, or who wanted to become it.
    pub(in crate::core) fn forget_holder(&mut self, now: Instant, application: ApplicationId) {
        let records = &mut self.call_records;
        records.holder.take_if(|own| own.application == application);
        records.transmission.starter.take_if(|(own, _)| own.application == application);
        self.end_if_unwanted(now);
    }

    fn holder_of(
        &mut self,
        application: ApplicationId,
        reference: OctetString<'_>,
    ) -> Result<&mut Holder, Refusal> {
        let holder = self.call_records.holder.as_mut();
        holder
            .filter(|own| own.application == application && own.reference == reference.as_bytes())
            .ok_or(Refusal::NO_SUCH_REFERENCE)
    }

    pub(in crate::core) fn stop_records(
        &mut self,
        now: Instant,
        asked: &Invocation<'_>,
    ) -> Result<Answered, Refusal> {
        let argument = asked.argument::<StopCdrTransmissionArgument<'static>>()?;
        let Asker { application, invoke_id } = asked.asker;
        self.holder_of(application, argument.get().cdr_cross_ref_id)?;
        self.forget_holder(now, application);
        Ok(Answered::Now(no_data(invoke_id, StopCdrTransmission::CODE)))
    }

    pub(in crate::core) fn send_stored_records(
        &mut self,
        now: Instant,
        asked: &Invocation<'_>,
    ) -> Result<Answered, Refusal> {
        let argument = asked.argument::<SendStoredCdrArgument<'static>>()?;
        let argument = argument.get();
        let last = self.call_records.spool.last();
        let Asker { application, invoke_id } = asked.asker;
        let holder = self.holder_of(application, argument.cdr_cross_ref_id)?;
        if argument.time_period.is_some() {
            return Err(Refusal::operation(OperationErrors::ParameterNotSupported));
        }
        if last.is_none() {
            // A report has one record at least, so that none can say that there are none.
            let nothing = StateIncompatibilityErrors::Generic;
            return Err(Refusal::Failure(UniversalFailure::StateIncompatibility(nothing)));
        }
        holder.asked = last;
        self.tell_application(application, no_data(invoke_id, SendStoredCdr::CODE));
        self.feed(now);
        Ok(Answered::Later)
    }

    /// Reads the next report for the holder, if it is to get one now.
    pub(super) fn feed(&mut self, now: Instant) {
        let records = &mut self.call_records;
        let Some(holder) = records.holder.as_mut().filter(|own| own.stage == Stage::Idle) else {
            return;
        };
        let Some(first) = records.spool.first() else {
            holder.asked = None;
            return;
        };
        if !holder.is_asking() || holder.asked.is_some_and(|last| first <= last) {
            holder.stage = Stage::Reading(first);
            self.outputs.push_back(Output::ReadSpool(first));
            return;
        }
        holder.asked = None;
        if holder.notify_due > now {
            return;
        }
        holder.notify_due = after(now, NOTIFY_EVERY);
        let by_number = holder.mode == CdrTransferMode::TransferOnThresholdReached;
        let reason = if by_number { CdrReason::ThresholdReached } else { CdrReason::Timeout };
        let (application, reference) = (holder.application, holder.reference);
        let mut argument = CdrNotificationArgument::new(OctetString(&reference));
        argument.cdr_reason = Some(reason);
        self.notify(application, CdrNotification::CODE, &argument);
    }

    pub(in crate::core) fn record_read(&mut self, now: Instant, id: SpoolId, octets: &Bytes) {
        let due = after(now, self.settings.call_records.confirm_limit);
        let Some(holder) = &mut self.call_records.holder else {
            return;
        };
        if holder.stage != Stage::Reading(id) {
            return;
        }
        let Some(application) = self.applications.get_mut(holder.application) else {
            return;
        };
        let is_last = holder.asked.map(|last| last == id);
        let invoke_id = application.ask(Asked::Report(id));
        let Some(apdu) = delivery(invoke_id, octets, &holder.reference, is_last) else {
            application.answered(invoke_id);
            self.record_lost(now, id);
            return;
        };
        holder.stage = Stage::Sent(id, due);
        let application = holder.application;
        self.tell_application(application, apdu);
    }

    /// A report cannot be read any more.
    pub(in crate::core) fn record_lost(&mut self, now: Instant, id: SpoolId) {
        if self.call_records.spool.remove(id) {
            self.notice(Notice::SpoolLost(id));
            self.outputs.push_back(Output::Unspool(id));
        }
        self.go_on(now, id);
    }

    /// The holder has answered a report.
    pub(in crate::core) fn report_answered(
        &mut self,
        now: Instant,
        application: ApplicationId,
        id: SpoolId,
        is_taken: bool,
    ) {
        let again = after(now, self.settings.call_records.confirm_limit);
        let Some(holder) = &mut self.call_records.holder else {
            return;
        };
        if holder.application != application {
            return;
        }
        if is_taken {
            if self.call_records.spool.remove(id) {
                self.outputs.push_back(Output::Unspool(id));
            }
            self.go_on(now, id);
        } else if matches!(holder.stage, Stage::Sent(sent, _) if sent == id) {
            holder.stage = Stage::Refused(again);
            self.notice(Notice::RecordRefused { application, id });
        }
    }

    fn go_on(&mut self, now: Instant, id: SpoolId) {
        if let Some(holder) = &mut self.call_records.holder {
            let is_it = match holder.stage {
                Stage::Reading(own) | Stage::Sent(own, _) => own == id,
                Stage::Idle | Stage::Refused(_) => false,
            };
            if is_it {
                holder.stage = Stage::Idle;
            }
        }
        self.feed(now);
    }

    pub(super) fn tend_holder(&mut self, now: Instant) {
        if let Some(holder) = &mut self.call_records.holder
            && let Stage::Sent(_, due) | Stage::Refused(due) = holder.stage
            && due <= now
        {
            holder.stage = Stage::Idle;
        }
        self.feed(now);
    }
}
