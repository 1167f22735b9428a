//! The keys of a telephone, and what pressing them does.

use csta_codec::types::EventCause;

use super::setting::{Calls, Setting};
use super::timer::Alarm;
use super::{Answer, CallModel, ConnectionState, DeviceNumber, Failure, Feature, Hook, UserAct};

/// A key of a telephone on a desk. Which keys a telephone has, and how they are numbered, is this
/// simulator's choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Button {
    /// Goes off-hook by loudspeaker, which also answers, or on-hook.
    Speaker,
    /// Holds the call, or takes back the one that was held last.
    Hold,
    /// As [`UserAct::Transfer`].
    Transfer,
    /// As [`UserAct::Conference`].
    Conference,
    /// Dials once more what was dialled last.
    Redial,
    /// Calls where messages wait.
    Message,
    /// Switches do not disturb on or off.
    ForwardDnd,
    /// Hangs up.
    Release,
}

impl Button {
    /// All of them, in the order of their numbers.
    pub const ALL: [Self; 8] = [
        Self::Speaker,
        Self::Hold,
        Self::Transfer,
        Self::Conference,
        Self::Redial,
        Self::Message,
        Self::ForwardDnd,
        Self::Release,
    ];

    /// By what requests and events name it: one octet, from 1.
    #[must_use]
    pub const fn id(self) -> &'static [u8] {
        match self {
            Self::Speaker => &[1],
            Self::Hold => &[2],
            Self::Transfer => &[3],
            Self::Conference => &[4],
            Self::Redial => &[5],
            Self::Message => &[6],
            Self::ForwardDnd => &[7],
            Self::Release => &[8],
        }
    }

    /// The key that is named so.
    #[must_use]
    pub fn from_id(id: &[u8]) -> Option<Self> {
        Self::ALL.into_iter().find(|button| button.id() == id)
    }

    /// What stands on it.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Speaker => "SP-PHONE",
            Self::Hold => "HOLD",
            Self::Transfer => "TRANSFER",
            Self::Conference => "CONF",
            Self::Redial => "REDIAL",
            Self::Message => "MESSAGE",
            Self::ForwardDnd => "FWD/DND",
            Self::Release => "RELEASE",
        }
    }
}

impl CallModel {
    /// Presses a key. What is not possible then does not happen, as at a telephone that beeps.
    pub(super) fn press(&mut self, station: DeviceNumber, button: Button) -> Result<(), Failure> {
        let device = self.device(station).ok_or(Failure::InvalidDevice)?;
        if !device.has_keys() {
            return Err(Failure::RequestIncompatibleWithDevice);
        }
        if !device.in_service {
            return Err(Failure::DeviceOutOfService);
        }
        self.tell_feature(station, Feature::ButtonPress(button));
        let _ = self.act_on(station, button);
        Ok(())
    }

    /// Puts a telephone on-hook, or takes it off-hook by loudspeaker.
    pub(super) fn set_hookswitch(
        &mut self,
        station: DeviceNumber,
        on_hook: bool,
    ) -> Result<Answer, Failure> {
        let device = self.device(station).ok_or(Failure::InvalidDevice)?;
        if !device.in_service {
            return Err(Failure::DeviceOutOfService);
        }
        match device.hook {
            Hook::On if !on_hook => self.go_off_hook(station)?,
            // A handset that is lifted only its user can put back.
            Hook::Lifted if on_hook => return Err(Failure::InvalidDeviceState),
            Hook::HandsFree if on_hook => self.user(station, UserAct::HangUp)?,
            _ => {}
        }
        Ok(Answer::Done)
    }

    /// Goes off-hook by loudspeaker: answers what rings, or gets dial tone.
    fn go_off_hook(&mut self, station: DeviceNumber) -> Result<(), Failure> {
        if !self.device(station).is_some_and(|device| device.hands_free) {
            return Err(Failure::RequestIncompatibleWithDevice);
        }
        if self.pick(station).is_none() {
            let own = self.begin(station, EventCause::NewCall)?;
            self.after(self.config.timing.first_digit, own, Alarm::DialOver);
        }
        Ok(())
    }

    fn act_on(&mut self, station: DeviceNumber, button: Button) -> Result<(), Failure> {
        let off_hook = self.hook(station) != Hook::On;
        match button {
            Button::Speaker if off_hook => self.user(station, UserAct::HangUp),
            Button::Speaker => self.go_off_hook(station),
            Button::Hold => {
                let talks = self.first(station, ConnectionState::Connected).is_some();
                let act = if talks { UserAct::Hold } else { UserAct::Retrieve };
                self.user(station, act)
            }
            Button::Transfer => self.user(station, UserAct::Transfer),
            Button::Conference => self.user(station, UserAct::Conference),
            Button::Redial => {
                let settings = self.device(station).map(|device| &device.settings);
                let number = settings.and_then(|settings| settings.last_dialled.clone());
                let number = number.ok_or(Failure::InvalidCalledDevice)?;
                self.user(station, UserAct::Dial(number + "#"))
            }
            Button::Message => {
                let settings = self.device(station).map(|device| &device.settings);
                let at = settings.and_then(|settings| settings.message_at);
                let at = at.and_then(|at| self.device(at)).ok_or(Failure::InvalidCalledDevice)?;
                let number = at.dial().to_owned();
                self.user(station, UserAct::Dial(number))
            }
            Button::ForwardDnd => {
                let settings = self.device(station).map(|device| &device.settings);
                let off = settings.is_some_and(|settings| settings.do_not_disturb.is_none());
                let calls = off.then_some(Calls::All);
                self.set_up(station, Setting::DoNotDisturb(calls)).map(drop)
            }
            Button::Release => self.user(station, UserAct::HangUp),
        }
    }
}
