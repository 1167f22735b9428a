//! Calling back: who was called in vain is called again when that telephone is free.

use csta_codec::types::EventCause;

use super::connection::Prompt;
use super::{
    Answer, CallModel, ConnectionRef, ConnectionState, Device, DeviceNumber, Failure, Feature, Hook,
};

/// What a telephone has to do with calling back. Each can wait for one other.
#[derive(Clone, Debug)]
pub(super) struct CallBacks {
    /// What its user wants.
    wanted: Option<CallBack>,
    /// Who waits for it, in order: no more than there are telephones.
    waiting: Vec<DeviceNumber>,
}

#[derive(Clone, Copy, Debug)]
struct CallBack {
    target: DeviceNumber,
    /// Whether the target is to be free now, or has to be used first: it did not answer.
    armed: bool,
    /// The call for which the user is prompted.
    prompt: Option<ConnectionRef>,
}

impl CallBacks {
    pub(super) const fn new() -> Self {
        Self { wanted: None, waiting: Vec::new() }
    }
}

impl CallModel {
    /// Gives up a call to a busy or silent telephone, to be called when that is free.
    pub(super) fn call_back(&mut self, connection: ConnectionRef) -> Result<DeviceNumber, Failure> {
        if self.own(connection)? != ConnectionState::Connected {
            return Err(Failure::InvalidConnectionState);
        }
        let call = self.calls.get(&connection.call).ok_or(Failure::NoActiveCall)?;
        let busy = call.busy();
        let rings = |own: &super::Connection| {
            own.device == connection.device
                || (own.state == ConnectionState::Alerting && own.added_by.is_none())
        };
        let silent = || {
            let alone = call.distribution.is_none() && call.connections.iter().all(rings);
            let other = call.connections.iter().find(|own| own.device != connection.device);
            other.filter(|_| alone).map(|own| self.public(own.device))
        };
        let target = busy.or_else(silent).filter(|target| target.kind().is_station());
        let target = target.ok_or(Failure::NoCallToComplete)?;
        self.want_call_back(connection.device, target, busy.is_some())?;
        self.clear(connection, EventCause::CallBack);
        Ok(target)
    }

    /// Calls a telephone as soon as another is free, to call that.
    pub(super) fn set_call_back(
        &mut self,
        originator: DeviceNumber,
        target: DeviceNumber,
    ) -> Result<Answer, Failure> {
        for device in [originator, target] {
            let device = self.device(device).ok_or(Failure::InvalidDevice)?;
            if !device.kind().is_station() {
                return Err(Failure::RequestIncompatibleWithObject);
            }
        }
        if self.public(originator) == self.public(target) {
            return Err(Failure::NotDifferentDevices);
        }
        self.want_call_back(originator, self.public(target), true)?;
        Ok(Answer::Done)
    }

    /// Takes a wish to be called back.
    pub(super) fn cancel_call_back(
        &mut self,
        originator: DeviceNumber,
        target: DeviceNumber,
    ) -> Result<Answer, Failure> {
        let target = self.public(target);
        let device = self.device(originator).ok_or(Failure::InvalidDevice)?;
        let wanted = device.call_backs.wanted.filter(|wanted| wanted.target == target);
        let wanted = wanted.ok_or(Failure::NoCallToComplete)?;
        self.end_call_back(originator);
        if let Some(prompt) = wanted.prompt {
            self.clear(prompt, EventCause::CallCancelled);
        }
        Ok(Answer::Done)
    }

    fn want_call_back(
        &mut self,
        originator: DeviceNumber,
        target: DeviceNumber,
        armed: bool,
    ) -> Result<(), Failure> {
        let own = self.device_mut(originator).ok_or(Failure::InvalidDevice)?;
        if own.call_backs.wanted.is_some() {
            return Err(Failure::FeatureAlreadySet);
        }
        own.call_backs.wanted = Some(CallBack { target, armed, prompt: None });
        let other = self.device_mut(target).ok_or(Failure::InvalidDevice)?;
        other.call_backs.waiting.push(originator);
        self.tell_feature(originator, Feature::CallBack { originator, target, set: true });
        self.changed.insert(target);
        Ok(())
    }

    fn end_call_back(&mut self, originator: DeviceNumber) {
        let wanted = self.device_mut(originator).and_then(|own| own.call_backs.wanted.take());
        let Some(CallBack { target, .. }) = wanted else {
            return;
        };
        if let Some(other) = self.device_mut(target) {
            other.call_backs.waiting.retain(|waiting| *waiting != originator);
        }
        self.changed.insert(target); // for the next who waits for it
        self.tell_feature(originator, Feature::CallBack { originator, target, set: false });
    }

    /// A telephone that did not answer is used: who waits for it is served when it is free again.
    pub(super) fn arm_call_backs(&mut self, target: DeviceNumber) {
        let Some(device) = self.device(target) else {
            return;
        };
        let used = self.telephones(device).into_iter().any(|own| self.hook(own) != Hook::On);
        if !used {
            return;
        }
        for originator in device.call_backs.waiting.clone() {
            let own = self.device_mut(originator).and_then(|own| own.call_backs.wanted.as_mut());
            if let Some(wanted) = own {
                wanted.armed = true;
            }
        }
    }

    /// A telephone that has prompted its user to call back does so no more: that is all.
    pub(super) fn settle_call_back(&mut self, station: DeviceNumber) {
        for originator in self.both(station) {
            let wanted = self.device(originator).and_then(|own| own.call_backs.wanted);
            if let Some(prompt) = wanted.and_then(|wanted| wanted.prompt)
                && self.connection(prompt).is_none_or(|own| own.prompt.is_none())
            {
                self.end_call_back(originator);
            }
        }
    }

    /// A telephone is free: it calls back whom it waits for, or is called back by the first that
    /// waits for it and is free too.
    pub(super) fn serve_call_backs(&mut self, station: DeviceNumber) {
        let own = self.both(station).into_iter();
        let waiting = self.device(station).map(|own| own.call_backs.waiting.clone());
        let originators: Vec<_> = own.chain(waiting.unwrap_or_default()).collect();
        for originator in originators {
            self.prompt_to_call_back(originator);
        }
    }

    fn prompt_to_call_back(&mut self, originator: DeviceNumber) {
        let wanted = self.device(originator).and_then(|own| own.call_backs.wanted);
        let Some(wanted) = wanted.filter(|wanted| wanted.armed && wanted.prompt.is_none()) else {
            return;
        };
        let Some(target) = self.device(wanted.target) else {
            return;
        };
        let promised = target.call_backs.waiting.iter().any(|other| {
            let other = self.device(*other).and_then(|other| other.call_backs.wanted);
            other.is_some_and(|other| other.prompt.is_some())
        });
        if promised || !self.is_idle(wanted.target) || !self.is_idle(originator) {
            return;
        }
        let prompt = Prompt::CallBack(target.dial().to_owned());
        // Without a call to spare, the wish waits on.
        let prompt = self.begin_prompting(originator, prompt, EventCause::CallBack).ok();
        let own = self.device_mut(originator).and_then(|own| own.call_backs.wanted.as_mut());
        if let Some(wanted) = own {
            wanted.prompt = prompt;
        }
    }

    /// Whether a telephone and its twin are on-hook and do not ring.
    fn is_idle(&self, station: DeviceNumber) -> bool {
        let on_hook = |own: DeviceNumber| self.hook(own) == Hook::On;
        self.reach(station).is_ok() && self.both(station).into_iter().all(on_hook)
    }

    /// A telephone and its twin.
    fn both(&self, station: DeviceNumber) -> Vec<DeviceNumber> {
        let twin = self.device(station).and_then(Device::twin);
        core::iter::once(station).chain(twin).collect()
    }
}
