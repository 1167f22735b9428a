//! The services of monitoring.

use csta_codec::services::{
    ChangeMonitorFilter, ChangeMonitorFilterArgument, ChangeMonitorFilterResult,
    GetMonitorArgument, GetMonitorResult, GetMonitors, MonitorData, MonitorInfo,
    MonitorInfoArgument, MonitorStart, MonitorStartArgument, MonitorStartResult, MonitorStop,
    MonitorStopArgument, MonitorStopResult,
};
use csta_codec::types::{
    MonitorCrossRefId, MonitorFilter, MonitorListEntry, MonitorObject, MonitorType,
    OperationErrors, SubscribedResourceAvailabilityErrors, SystemResourceAvailabilityErrors,
};
use csta_codec::{OctetString, SequenceOf};

use super::argument::{invoke, read, result};
use super::failure::Refusal;
use super::naming::Naming;
use super::segment::follow_in_segments;
use super::service::Asked;
use super::session::session;
use super::switch::Switch;
use crate::model::Failure;

const NO_SUCH_MONITOR: Refusal = Refusal::operation(OperationErrors::InvalidMonitorCrossRefId);

impl Switch {
    pub(super) fn monitor_start(&mut self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let argument = read::<MonitorStartArgument<'static>>(asked)?;
        let argument = argument.get();
        let MonitorObject::DeviceObject(object) = argument.monitor_object else {
            return Err(Refusal::operation(OperationErrors::RequestIncompatibleWithObject));
        };
        if !matches!(argument.monitor_type, None | Some(MonitorType::Device)) {
            return Err(Refusal::operation(OperationErrors::ParameterNotSupported));
        }
        let number = Naming(&self.model).known(&object, Failure::InvalidDevice)?;
        let device = self.model.device(number).ok_or(Failure::InvalidDevice)?;
        if !device.in_service() {
            return Err(Failure::DeviceOutOfService.into());
        }
        let link = self.model.config().link;
        let filter = argument.requested_monitor_filter.unwrap_or(MonitorFilter::new());
        let monitored: usize = self.sessions.values().map(|session| session.monitors.len()).sum();
        if monitored >= link.monitor_limit {
            let error = SystemResourceAvailabilityErrors::OverallMonitorLimitExceeded;
            return Err(Refusal::system(error));
        }
        let monitors = &mut session(&mut self.sessions, asked)?.monitors;
        let again = SubscribedResourceAvailabilityErrors::ObjectMonitorLimitExceeded;
        let reference = monitors.start(number, filter, link.opaque_references);
        let reference = reference.ok_or_else(|| Refusal::subscribed(again))?;
        let reference = MonitorCrossRefId(OctetString(&reference));
        let mut started = MonitorStartResult::new(reference);
        // Said where it matters: the shortest form is the one that was taken from a live switch.
        started.monitor_existing_calls = (!device.calls().is_empty()).then_some(true);
        Ok(result::<MonitorStart>(asked.invoke.invoke_id, &started))
    }

    pub(super) fn monitor_stop(&mut self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let argument = read::<MonitorStopArgument<'static>>(asked)?;
        let argument = argument.get();
        let monitors = &mut session(&mut self.sessions, asked)?.monitors;
        let stopped = monitors.stop(argument.cross_ref_identifier.0.as_bytes());
        stopped.ok_or(NO_SUCH_MONITOR)?;
        Ok(result::<MonitorStop>(asked.invoke.invoke_id, &MonitorStopResult::NoData))
    }

    pub(super) fn change_monitor_filter(&mut self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let argument = read::<ChangeMonitorFilterArgument<'static>>(asked)?;
        let argument = argument.get();
        let reference = argument.cross_ref_identifier.0.as_bytes();
        let monitors = &mut session(&mut self.sessions, asked)?.monitors;
        let changed = monitors.change(reference, argument.requested_filter_list);
        changed.ok_or(NO_SUCH_MONITOR)?;
        let mut changed = ChangeMonitorFilterResult::new();
        changed.actual_filter_list = Some(argument.requested_filter_list);
        Ok(result::<ChangeMonitorFilter>(asked.invoke.invoke_id, &changed))
    }

    pub(super) fn get_monitors(&mut self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        read::<GetMonitorArgument<'static>>(asked)?;
        let session = session(&mut self.sessions, asked)?;
        let naming = Naming(&self.model);
        let references: Vec<_> = session.monitors.iter().collect();
        let entries: Vec<_> = references
            .iter()
            .map(|(device, reference)| {
                let reference = MonitorCrossRefId(OctetString(reference));
                MonitorListEntry::new(reference, naming.device(*device))
            })
            .collect();
        let answer =
            |data| result::<GetMonitors>(asked.invoke.invoke_id, &GetMonitorResult::new(data));
        let whole = answer(MonitorData::MonitorList(SequenceOf::from(entries.as_slice())));
        let limit = self.model.config().link.message_limit;
        if whole.len() <= limit {
            return Ok(whole);
        }
        let reference = follow_in_segments(session, limit, &entries, |segment| {
            let list = SequenceOf::from(segment.entries);
            let mut argument = MonitorInfoArgument::new(segment.reference, segment.last, list);
            argument.segment_id = Some(segment.number);
            invoke::<MonitorInfo>(segment.invoke_id, &argument)
        });
        Ok(answer(MonitorData::ServiceCrossRefId(OctetString(&reference))))
    }
}
