//! What is set at a telephone: forwarding, do not disturb and the like.

use config_file::time::LONGEST;
use csta_codec::SequenceOf;
use csta_codec::services::{
    GetAutoAnswer, GetAutoAnswerArgument, GetAutoAnswerResult, GetCallerIdStatus,
    GetCallerIdStatusArgument, GetCallerIdStatusResult, GetDoNotDisturb, GetDoNotDisturbArgument,
    GetDoNotDisturbResult, GetForwarding, GetForwardingArgument, GetForwardingResult,
    GetLastNumberDialed, GetLastNumberDialedArgument, GetLastNumberDialedResult, SetAutoAnswer,
    SetAutoAnswerArgument, SetAutoAnswerResult, SetCallerIdStatus, SetCallerIdStatusArgument,
    SetCallerIdStatusResult, SetDoNotDisturb, SetDoNotDisturbArgument, SetDoNotDisturbResult,
    SetForwarding, SetForwardingArgument, SetForwardingResult,
};
use csta_codec::types::{
    CallOrigination, DeviceId, ForwardListEntry, ForwardingType, OperationErrors,
    StateIncompatibilityErrors, UniversalFailure,
};

use super::argument::{read, result};
use super::failure::Refusal;
use super::naming::Naming;
use super::service::Asked;
use super::switch::Switch;
use crate::model::{Calls, DeviceNumber, Failure, ForwardKind, Request, Setting, Settings, When};

impl Switch {
    /// The telephone that a request means.
    pub(super) fn telephone(&self, device: &DeviceId<'_>) -> Result<DeviceNumber, Failure> {
        let device = Naming(&self.model).known(device, Failure::InvalidDevice)?;
        if device.kind().is_station() {
            Ok(device)
        } else {
            Err(Failure::RequestIncompatibleWithDevice)
        }
    }

    /// What is set at the telephone that a request means.
    pub(super) fn settings(&self, device: &DeviceId<'_>) -> Result<&Settings, Failure> {
        let device = self.telephone(device)?;
        self.model.settings(device).ok_or(Failure::InvalidDevice)
    }

    /// Sets something at the telephone that a request means.
    pub(super) fn set_up(
        &mut self,
        asked: &Asked<'_>,
        device: &DeviceId<'_>,
        setting: Setting,
    ) -> Result<(), Refusal> {
        let device = self.telephone(device)?;
        self.ask(asked.now, Request::Set(device, setting))?;
        Ok(())
    }

    pub(super) fn set_forwarding(&mut self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let argument = read::<SetForwardingArgument<'static>>(asked)?;
        let argument = argument.get();
        let invalid = Refusal::operation(OperationErrors::InvalidForwardingType);
        let by_default = ForwardingType::ForwardImmediate;
        let kind = forward_kind(argument.forwarding_type.unwrap_or(by_default)).ok_or(invalid)?;
        let to = match &argument.forward_dn {
            Some(to) if argument.activate_forward => {
                let number = Naming(&self.model).dialled(to);
                Some(number.ok_or(Failure::InvalidForwardingDestination)?)
            }
            _ => None,
        };
        let out_of_range = Refusal::operation(OperationErrors::RingCountOutOfRange);
        let cycle = self.model.config().timing.ring_cycle.min(LONGEST).as_secs().max(1) as i64;
        // So many seconds of ringing are as many rings.
        let rings = argument.ring_duration;
        let rings = rings.map(|seconds| seconds / cycle + i64::from(seconds % cycle > 0));
        let rings = argument.ring_count.or(rings).map(u32::try_from).transpose();
        let rings = rings.map_err(|_| out_of_range)?;
        let active = argument.activate_forward;
        let setting = Setting::Forwarding { kind, active, to, rings };
        self.set_up(asked, &argument.device, setting)?;
        Ok(result::<SetForwarding>(asked.invoke.invoke_id, &SetForwardingResult::NoData))
    }

    pub(super) fn get_forwarding(&self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let argument = read::<GetForwardingArgument<'static>>(asked)?;
        let settings = self.settings(&argument.get().device)?;
        let entries: Vec<_> = settings
            .forwards()
            .map(|(kind, forward)| {
                let mut entry = ForwardListEntry::new(forward.active);
                entry.forwarding_type = Some(forwarding_type(kind));
                entry.forward_dn = Some(DeviceId::dialing_number(&forward.to));
                entry.ring_count = forward.rings.map(i64::from);
                entry
            })
            .collect();
        let answer = GetForwardingResult::new(SequenceOf::from(entries.as_slice()));
        Ok(result::<GetForwarding>(asked.invoke.invoke_id, &answer))
    }

    pub(super) fn set_do_not_disturb(&mut self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let argument = read::<SetDoNotDisturbArgument<'static>>(asked)?;
        let argument = argument.get();
        if argument.calling_device_list.is_some_and(|callers| !callers.is_empty()) {
            return Err(Refusal::operation(OperationErrors::ParameterNotSupported));
        }
        let calls = calls(argument.call_origination.unwrap_or(CallOrigination::EMPTY));
        let setting = Setting::DoNotDisturb(argument.do_not_disturb_on.then_some(calls));
        self.set_up(asked, &argument.device, setting)?;
        Ok(result::<SetDoNotDisturb>(asked.invoke.invoke_id, &SetDoNotDisturbResult::NoData))
    }

    pub(super) fn get_do_not_disturb(&self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let argument = read::<GetDoNotDisturbArgument<'static>>(asked)?;
        let calls = self.settings(&argument.get().device)?.do_not_disturb();
        let mut answer = GetDoNotDisturbResult::new(calls.is_some());
        answer.call_origination = calls.and_then(call_origination);
        Ok(result::<GetDoNotDisturb>(asked.invoke.invoke_id, &answer))
    }

    pub(super) fn set_auto_answer(&mut self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let argument = read::<SetAutoAnswerArgument<'static>>(asked)?;
        let argument = argument.get();
        let out_of_range = Refusal::operation(OperationErrors::AutoAnswerOutOfRange);
        let rings = u32::try_from(argument.number_of_rings.unwrap_or(1));
        let rings = rings.ok().filter(|rings| *rings <= 100).ok_or(out_of_range)?;
        let setting = Setting::AutoAnswer(argument.auto_answer_on.then_some(rings));
        self.set_up(asked, &argument.device, setting)?;
        Ok(result::<SetAutoAnswer>(asked.invoke.invoke_id, &SetAutoAnswerResult::NoData))
    }

    pub(super) fn get_auto_answer(&self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let argument = read::<GetAutoAnswerArgument<'static>>(asked)?;
        let rings = self.settings(&argument.get().device)?.auto_answer();
        let mut answer = GetAutoAnswerResult::new(rings.is_some());
        answer.number_of_rings = rings.map(i64::from);
        Ok(result::<GetAutoAnswer>(asked.invoke.invoke_id, &answer))
    }

    pub(super) fn set_caller_id(&mut self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let argument = read::<SetCallerIdStatusArgument<'static>>(asked)?;
        let argument = argument.get();
        let setting = Setting::CallerId(argument.caller_id_provided);
        self.set_up(asked, &argument.device, setting)?;
        Ok(result::<SetCallerIdStatus>(asked.invoke.invoke_id, &SetCallerIdStatusResult::NoData))
    }

    pub(super) fn get_caller_id(&self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let argument = read::<GetCallerIdStatusArgument<'static>>(asked)?;
        let shown = self.settings(&argument.get().device)?.caller_id();
        let answer = GetCallerIdStatusResult::new(shown);
        Ok(result::<GetCallerIdStatus>(asked.invoke.invoke_id, &answer))
    }

    pub(super) fn last_number_dialed(&self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let argument = read::<GetLastNumberDialedArgument<'static>>(asked)?;
        let number = self.settings(&argument.get().device)?.last_dialled();
        // The result has a number; who has not dialled yet has none.
        let nothing = UniversalFailure::StateIncompatibility(StateIncompatibilityErrors::Generic);
        let number = number.ok_or(Refusal::Failure(nothing))?;
        let answer = GetLastNumberDialedResult::new(DeviceId::dialing_number(number));
        Ok(result::<GetLastNumberDialed>(asked.invoke.invoke_id, &answer))
    }
}

/// The nine kinds of forwarding and their numbers. Those for a telephone that does not want to be
/// disturbed are not among them.
const FORWARDING_TYPES: [(ForwardingType, ForwardKind); 9] = {
    const fn kind(when: When, calls: Calls) -> ForwardKind {
        ForwardKind { when, calls }
    }
    [
        (ForwardingType::ForwardImmediate, kind(When::Always, Calls::All)),
        (ForwardingType::ForwardImmInt, kind(When::Always, Calls::Internal)),
        (ForwardingType::ForwardImmExt, kind(When::Always, Calls::External)),
        (ForwardingType::ForwardBusy, kind(When::Busy, Calls::All)),
        (ForwardingType::ForwardBusyInt, kind(When::Busy, Calls::Internal)),
        (ForwardingType::ForwardBusyExt, kind(When::Busy, Calls::External)),
        (ForwardingType::ForwardNoAns, kind(When::NoAnswer, Calls::All)),
        (ForwardingType::ForwardNoAnsInt, kind(When::NoAnswer, Calls::Internal)),
        (ForwardingType::ForwardNoAnsExt, kind(When::NoAnswer, Calls::External)),
    ]
};

fn forward_kind(wanted: ForwardingType) -> Option<ForwardKind> {
    let found = FORWARDING_TYPES.iter().find(|(number, _)| *number == wanted);
    found.map(|(_, kind)| *kind)
}

pub(super) fn forwarding_type(wanted: ForwardKind) -> ForwardingType {
    let found = FORWARDING_TYPES.iter().find(|(_, kind)| *kind == wanted);
    found.map_or(ForwardingType::ForwardImmediate, |(number, _)| *number)
}

/// Whose calls are meant; all if nothing is said.
fn calls(origination: CallOrigination) -> Calls {
    let internal = origination.contains(CallOrigination::INTERNAL);
    let external = origination.contains(CallOrigination::EXTERNAL);
    match (internal, external) {
        (true, false) => Calls::Internal,
        (false, true) => Calls::External,
        _ => Calls::All,
    }
}

/// Whose calls are meant; nothing is said if all are.
pub(super) const fn call_origination(calls: Calls) -> Option<CallOrigination> {
    match calls {
        Calls::All => None,
        Calls::Internal => Some(CallOrigination::INTERNAL),
        Calls::External => Some(CallOrigination::EXTERNAL),
    }
}
