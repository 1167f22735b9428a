//! The services of call detail records.

use std::time::Instant;

use config_file::time::LONGEST;
use csta_codec::ber::Rare;
use csta_codec::rose::InvokeId;
use csta_codec::services::{
    CdrNotification, CdrNotificationArgument, CdrReport, CdrReportArgument, SendStoredCdr,
    SendStoredCdrArgument, SendStoredCdrResult, StartCdrTransmission, StartCdrTransmissionArgument,
    StartCdrTransmissionResult, StopCdrTransmission, StopCdrTransmissionArgument,
    StopCdrTransmissionResult,
};
use csta_codec::types::{
    CdrInformationItem, CdrReason, CdrTransferMode, ChargedDevice, OperationErrors, ReasonForTerm,
    StateIncompatibilityErrors, UniversalFailure,
};
use csta_codec::{OctetString, Owned, SequenceOf};
use kme_private::{AdditionalData, ConditionCode, KmePrivateData, common_arguments};

use super::argument::{invoke, read, result};
use super::call_records::{CdrReference, Kept, Sending};
use super::failure::Refusal;
use super::naming::Naming;
use super::service::Asked;
use super::switch::Switch;
use crate::model::Condition;

/// How many records a report can have.
const MAX_RECORDS: usize = 128;

const NO_SUCH_TRANSMISSION: Refusal = Refusal::operation(OperationErrors::InvalidCrossRefId);

impl Switch {
    pub(super) fn start_records(&mut self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let argument = read::<StartCdrTransmissionArgument<'static>>(asked)?;
        let mode = argument.get().transfer_mode;
        if matches!(mode, CdrTransferMode::Unrecognised(_)) {
            return Err(Refusal::operation(OperationErrors::InvalidParameterValue));
        }
        let limits = self.model.config().records;
        let reference = self.records.start(asked.now, limits, asked.from, mode);
        let reference = reference.ok_or(Refusal::operation(OperationErrors::Generic))?;
        let started = StartCdrTransmissionResult::new(OctetString(&reference));
        Ok(result::<StartCdrTransmission>(asked.invoke.invoke_id, &started))
    }

    pub(super) fn stop_records(&mut self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let argument = read::<StopCdrTransmissionArgument<'static>>(asked)?;
        let reference = argument.get().cdr_cross_ref_id.as_bytes();
        self.records.stop(asked.from, reference).ok_or(NO_SUCH_TRANSMISSION)?;
        let stopped = StopCdrTransmissionResult::NoData;
        Ok(result::<StopCdrTransmission>(asked.invoke.invoke_id, &stopped))
    }

    pub(super) fn send_stored_records(&mut self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let argument = read::<SendStoredCdrArgument<'static>>(asked)?;
        let argument = argument.get();
        let reference = argument.cdr_cross_ref_id.as_bytes();
        let within = |kept: &Kept| {
            argument.time_period.is_none_or(|period| {
                // Both are `YYYYMMDDhhmmss`, which sorts as it reads.
                let time = kept.time.get().0;
                (period.beginning_of_cdr.0..=period.end_of_cdr.0).contains(&time)
            })
        };
        let count = self.records.ask(asked.from, reference, within).ok_or(NO_SUCH_TRANSMISSION)?;
        if count == 0 {
            // A report has one record at least, so that none can say that there are none.
            let nothing = StateIncompatibilityErrors::Generic;
            return Err(Refusal::Failure(UniversalFailure::StateIncompatibility(nothing)));
        }
        let coming = SendStoredCdrResult::NoData;
        Ok(result::<SendStoredCdr>(asked.invoke.invoke_id, &coming))
    }

    /// Sends what is due of call detail records.
    pub(super) fn send_records(&mut self, now: Instant) {
        let limits = self.model.config().records;
        let Some(transmission) = &self.records.transmission else {
            return;
        };
        let (application, reference) = (transmission.application, transmission.reference);
        let Some(session) = self.sessions.get_mut(&application) else {
            return;
        };
        let octets = match self.records.next(now, limits) {
            None => return,
            Some(Sending::Notification(reason)) => {
                notification(session.next_invoke(), reference, reason)
            }
            Some(Sending::Report { records, asked }) => {
                let invoke_id = session.next_invoke();
                let limit = self.model.config().link.message_limit;
                let naming = Naming(&self.model);
                let message = |count: usize| {
                    let some = records.get(..count)?;
                    let last = asked.then_some(count == records.len());
                    Some((report(naming, invoke_id, reference, some, last), count))
                };
                // The condition is told once for all records of a report.
                let condition = |at: usize| records.get(at).map(|(_, kept)| kept.record.condition);
                let alike = (0..records.len()).take_while(|at| condition(*at) == condition(0));
                let most = alike.count().min(MAX_RECORDS);
                let fits = |count| message(count).filter(|(octets, _)| octets.len() <= limit);
                let longest = (2..=most).map_while(fits).last().or_else(|| message(1));
                let Some((octets, count)) = longest else {
                    return; // cannot be: there is one record at least
                };
                let ids = records.iter().take(count).map(|(id, _)| *id).collect();
                self.records.sent(invoke_id, ids, now + limits.repeat_after.min(LONGEST));
                octets
            }
        };
        self.send(application, octets);
    }
}

fn notification(invoke_id: InvokeId, reference: CdrReference, reason: CdrReason) -> Vec<u8> {
    let mut argument = CdrNotificationArgument::new(OctetString(&reference));
    argument.cdr_reason = Some(reason);
    invoke::<CdrNotification>(invoke_id, &argument)
}

fn report(
    naming: Naming<'_>,
    invoke_id: InvokeId,
    reference: CdrReference,
    records: &[(u64, &Kept)],
    last: Option<bool>,
) -> Vec<u8> {
    let items: Vec<_> = records.iter().map(|(_, kept)| item(naming, kept)).collect();
    let count = items.len() as i64;
    let items = SequenceOf::from(items.as_slice());
    let mut argument = CdrReportArgument::new(OctetString(&reference), count, items);
    argument.last_stored_cdr_report_sent = last;
    let condition = records.first().and_then(|(_, kept)| kept.record.condition);
    let extensions = condition.map(|condition| {
        let code = AdditionalData::ConditionCode(condition_code(condition));
        common_arguments(&[KmePrivateData::AdditionalData(code)])
    });
    let extensions = extensions.as_ref().map(Owned::get);
    argument.extensions = extensions.as_ref().map(Rare::new);
    invoke::<CdrReport>(invoke_id, &argument)
}

fn item<'a>(naming: Naming<'a>, kept: &'a Kept) -> CdrInformationItem<'a> {
    let record = &kept.record;
    let mut item = CdrInformationItem::new(kept.time.get());
    item.calling_device = Some(naming.calling(&record.calling));
    item.called_device = Some(naming.called(&record.called));
    if record.incoming {
        item.associated_calling_device = Some(naming.associated_calling(record.line));
    } else {
        item.associated_called_device = Some(naming.associated_called(record.line));
        let station = record.station.map(|station| naming.device(station));
        item.charged_device = station.map(ChargedDevice::NonOperator);
    }
    item.network_called_device =
        record.network_called.as_ref().map(|number| naming.network_called(number));
    item.connection_end = Some(kept.time.get());
    item.connection_duration = i64::try_from(record.duration.as_millis() / 100).ok();
    item.reason_for_term = Some(match (record.condition, record.answered) {
        (Some(Condition::Transfer), _) => ReasonForTerm::CallTransferred,
        (_, true) => ReasonForTerm::NormalClearing,
        (_, false) => ReasonForTerm::UnsuccessfulCallAttempt,
    });
    item
}

const fn condition_code(condition: Condition) -> ConditionCode {
    match condition {
        Condition::Transfer => ConditionCode::Transfer,
        Condition::Forwarding => ConditionCode::Forwarding,
        Condition::Disa => ConditionCode::DisaOrTie,
        Condition::NoAnswer => ConditionCode::NoAnswer,
    }
}
