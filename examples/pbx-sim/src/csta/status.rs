//! Monitoring and snapshots.

use csta_codec::services::{
    CallSnapshot, ChangeMonitorFilter, ChangeMonitorFilterArgument, ChangeMonitorFilterResult,
    DeviceSnapshot, MonitorStart, MonitorStartArgument, MonitorStartResult, MonitorStop,
    MonitorStopArgument, MonitorStopResult, SnapshotCall, SnapshotCallArgument, SnapshotCallResult,
    SnapshotDevice, SnapshotDeviceArgument, SnapshotDeviceResult,
};
use csta_codec::types::{
    CallState, LocalConnectionState, MonitorCrossRefId, MonitorFilter, MonitorObject, MonitorType,
    OperationErrors, SimpleCallState, SnapshotCallData, SnapshotCallResponseInfo,
    SnapshotDeviceData, SnapshotDeviceResponseInfo, SubscribedResourceAvailabilityErrors,
    SystemResourceAvailabilityErrors,
};
use csta_codec::{OctetString, SequenceOf};

use super::argument::{read, result};
use super::failure::Refusal;
use super::naming::{CallDigits, Naming, local_state, read_call};
use super::service::Asked;
use super::switch::{Session, Switch};
use crate::model::{CallView, ConnectionState, Failure};

impl Switch {
    fn session(&mut self) -> Result<&mut Session, Refusal> {
        let closed = Refusal::system(SystemResourceAvailabilityErrors::ResourceOutOfService);
        self.session.as_mut().ok_or(closed)
    }

    pub(super) fn monitor_start(&mut self, asked: Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let argument = read::<MonitorStartArgument<'static>>(asked.invoke, asked.frame)?;
        let argument = argument.get();
        let MonitorObject::DeviceObject(object) = argument.monitor_object else {
            return Err(Refusal::operation(OperationErrors::RequestIncompatibleWithObject));
        };
        if !matches!(argument.monitor_type, None | Some(MonitorType::Device)) {
            return Err(Refusal::operation(OperationErrors::ParameterNotSupported));
        }
        let number = Naming(&self.model).known(&object, Failure::InvalidDevice)?;
        if self.model.device(number).is_some_and(|device| !device.in_service()) {
            return Err(Failure::DeviceOutOfService.into());
        }
        let limit = self.model.config().link.monitor_limit;
        let filter = argument.requested_monitor_filter.unwrap_or(MonitorFilter::new());
        let monitors = &mut self.session()?.monitors;
        if monitors.len() >= limit {
            let error = SystemResourceAvailabilityErrors::OverallMonitorLimitExceeded;
            return Err(Refusal::system(error));
        }
        let again = SubscribedResourceAvailabilityErrors::ObjectMonitorLimitExceeded;
        let reference = monitors.start(number, filter).ok_or_else(|| Refusal::subscribed(again))?;
        let reference = MonitorCrossRefId(OctetString(&reference));
        let started = MonitorStartResult::new(reference);
        Ok(result::<MonitorStart>(asked.invoke.invoke_id, &started))
    }

    pub(super) fn monitor_stop(&mut self, asked: Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let argument = read::<MonitorStopArgument<'static>>(asked.invoke, asked.frame)?;
        let argument = argument.get();
        let stopped = self.session()?.monitors.stop(argument.cross_ref_identifier.0.as_bytes());
        stopped.ok_or(Refusal::operation(OperationErrors::InvalidMonitorCrossRefId))?;
        Ok(result::<MonitorStop>(asked.invoke.invoke_id, &MonitorStopResult::NoData))
    }

    pub(super) fn change_monitor_filter(&mut self, asked: Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let argument = read::<ChangeMonitorFilterArgument<'static>>(asked.invoke, asked.frame)?;
        let argument = argument.get();
        let reference = argument.cross_ref_identifier.0.as_bytes();
        let changed = self.session()?.monitors.change(reference, argument.requested_filter_list);
        changed.ok_or(Refusal::operation(OperationErrors::InvalidMonitorCrossRefId))?;
        let mut changed = ChangeMonitorFilterResult::new();
        changed.actual_filter_list = Some(argument.requested_filter_list);
        Ok(result::<ChangeMonitorFilter>(asked.invoke.invoke_id, &changed))
    }

    pub(super) fn snapshot_device(&self, asked: Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let argument = read::<SnapshotDeviceArgument<'static>>(asked.invoke, asked.frame)?;
        let naming = Naming(&self.model);
        let object = argument.get().snapshot_object;
        let device = naming.known(&object, Failure::InvalidDevice)?;
        let views = self.model.snapshot(device);
        let calls: Vec<_> = views
            .iter()
            .map(|view| (view, CallDigits::new(view.connection.call), Seen::new(view)))
            .collect();
        let entries: Vec<_> = calls
            .iter()
            .map(|(view, digits, seen)| {
                let connection = naming.connection(digits, device);
                let mut entry = SnapshotDeviceResponseInfo::new(connection, seen.state());
                if let [(other, _)] = view.others.as_slice() {
                    entry.endpoint_device = Some(naming.subject(*other));
                }
                entry
            })
            .collect();
        let data = SnapshotDeviceData(SequenceOf::from(entries.as_slice()));
        let data = DeviceSnapshot::SnapshotData(data);
        let snapshot = SnapshotDeviceResult::new(data);
        Ok(result::<SnapshotDevice>(asked.invoke.invoke_id, &snapshot))
    }

    pub(super) fn snapshot_call(&self, asked: Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let argument = read::<SnapshotCallArgument<'static>>(asked.invoke, asked.frame)?;
        let id = read_call(&argument.get().snapshot_object)?;
        let call = self.model.call(id).ok_or(Failure::NoActiveCall)?;
        let (naming, digits) = (Naming(&self.model), CallDigits::new(id));
        let entries: Vec<_> = call
            .connections()
            .iter()
            .map(|own| {
                let mut entry = SnapshotCallResponseInfo::new(naming.subject(own.device()));
                entry.call_identifier = Some(naming.connection(&digits, own.device()));
                entry.local_connection_state = Some(local_state(own.seen_state()));
                entry
            })
            .collect();
        let data = SnapshotCallData(SequenceOf::from(entries.as_slice()));
        let data = CallSnapshot::SnapshotData(data);
        let mut snapshot = SnapshotCallResult::new(data);
        let parties = call.parties();
        snapshot.calling_device = Some(naming.calling(&parties.calling));
        snapshot.called_device = Some(naming.called(&parties.called));
        snapshot.associated_calling_device_id =
            parties.associated_calling.map(|line| naming.associated_calling(line));
        snapshot.associated_called_device_id =
            parties.associated_called.map(|line| naming.associated_called(line));
        Ok(result::<SnapshotCall>(asked.invoke.invoke_id, &snapshot))
    }
}

/// The states of a call as a snapshot tells them: by one value where there is one, else in a list.
struct Seen {
    simple: Option<SimpleCallState>,
    states: Vec<LocalConnectionState>,
}

impl Seen {
    fn new(view: &CallView) -> Self {
        let simple = match view.others.as_slice() {
            [] if view.own == ConnectionState::Fail => Some(SimpleCallState::CallBlocked),
            [] => simple(view.own, ConnectionState::Null),
            [(_, other)] => simple(view.own, *other),
            _ => None,
        };
        let others = view.others.iter().map(|(_, state)| local_state(*state));
        let states = core::iter::once(local_state(view.own)).chain(others).collect();
        Self { simple, states }
    }

    fn state(&self) -> CallState<'_> {
        match self.simple {
            Some(simple) => CallState::SimpleCallState(simple),
            None => CallState::CompoundCallState(SequenceOf::from(self.states.as_slice())),
        }
    }
}

/// The one value for two states, if there is one: the other state in the high half.
fn simple(own: ConnectionState, other: ConnectionState) -> Option<SimpleCallState> {
    let code = local_state(other).code() << 4 | local_state(own).code();
    let state = SimpleCallState::from_code(code);
    state.name().is_some().then_some(state)
}
