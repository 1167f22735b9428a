//! Snapshots: which calls a device has and which devices a call, at once or in segments.

use csta_codec::services::{
    CallSnapshot, DeviceSnapshot, SnapshotCall, SnapshotCallArgument, SnapshotCallData,
    SnapshotCallDataArgument, SnapshotCallResult, SnapshotDevice, SnapshotDeviceArgument,
    SnapshotDeviceData, SnapshotDeviceDataArgument, SnapshotDeviceResult,
};
use csta_codec::types::{
    self, CallState, LocalConnectionState, SimpleCallState, SnapshotCallResponseInfo,
    SnapshotDeviceResponseInfo,
};
use csta_codec::{OctetString, SequenceOf};

use super::argument::{invoke, read, result};
use super::failure::Refusal;
use super::naming::{CallDigits, Naming, local_state, read_call};
use super::segment::follow_in_segments;
use super::service::Asked;
use super::session::session;
use super::switch::Switch;
use crate::model::{CallView, ConnectionState, Failure, Parties};

impl Switch {
    pub(super) fn snapshot_device(&mut self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let argument = read::<SnapshotDeviceArgument<'static>>(asked)?;
        let object = argument.get().snapshot_object;
        let device = Naming(&self.model).known(&object, Failure::InvalidDevice)?;
        let views = self.model.snapshot(device);
        let calls: Vec<_> = views
            .iter()
            .map(|view| (view, CallDigits::new(view.connection.call), Seen::new(view)))
            .collect();
        let (naming, session) = (Naming(&self.model), session(&mut self.sessions, asked)?);
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
        let answer = |data| {
            let snapshot = SnapshotDeviceResult::new(data);
            result::<SnapshotDevice>(asked.invoke.invoke_id, &snapshot)
        };
        let whole = answer(DeviceSnapshot::SnapshotData(types::SnapshotDeviceData(
            SequenceOf::from(entries.as_slice()),
        )));
        let link = self.model.config().link;
        if whole.len() <= link.message_limit && !link.linked_snapshots {
            return Ok(whole);
        }
        let reference = follow_in_segments(session, link.message_limit, &entries, |segment| {
            let data = types::SnapshotDeviceData(SequenceOf::from(segment.entries));
            let mut argument =
                SnapshotDeviceDataArgument::new(segment.reference, segment.last, data);
            argument.segment_id = Some(segment.number);
            invoke::<SnapshotDeviceData>(segment.invoke_id, &argument)
        });
        Ok(answer(DeviceSnapshot::ServiceCrossRefId(OctetString(&reference))))
    }

    pub(super) fn snapshot_call(&mut self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let argument = read::<SnapshotCallArgument<'static>>(asked)?;
        let id = read_call(&argument.get().snapshot_object)?;
        let call = self.model.call(id).ok_or(Failure::NoActiveCall)?;
        let digits = CallDigits::new(id);
        let (naming, session) = (Naming(&self.model), session(&mut self.sessions, asked)?);
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
        let answer = |data| {
            let snapshot = with_parties(SnapshotCallResult::new(data), naming, call.parties());
            result::<SnapshotCall>(asked.invoke.invoke_id, &snapshot)
        };
        let whole = answer(CallSnapshot::SnapshotData(types::SnapshotCallData(SequenceOf::from(
            entries.as_slice(),
        ))));
        let link = self.model.config().link;
        if whole.len() <= link.message_limit && !link.linked_snapshots {
            return Ok(whole);
        }
        let reference = follow_in_segments(session, link.message_limit, &entries, |segment| {
            let data = types::SnapshotCallData(SequenceOf::from(segment.entries));
            let mut argument = SnapshotCallDataArgument::new(segment.reference, segment.last, data);
            argument.segment_id = Some(segment.number);
            invoke::<SnapshotCallData>(segment.invoke_id, &argument)
        });
        Ok(answer(CallSnapshot::ServiceCrossRefId(OctetString(&reference))))
    }
}

fn with_parties<'a>(
    mut snapshot: SnapshotCallResult<'a>,
    naming: Naming<'a>,
    parties: &'a Parties,
) -> SnapshotCallResult<'a> {
    snapshot.calling_device = Some(naming.calling(&parties.calling));
    snapshot.called_device = Some(naming.called(&parties.called));
    snapshot.associated_calling_device_id =
        parties.associated_calling.map(|line| naming.associated_calling(line));
    snapshot.associated_called_device_id =
        parties.associated_called.map(|line| naming.associated_called(line));
    snapshot
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
