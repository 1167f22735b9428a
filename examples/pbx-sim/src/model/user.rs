//! What telephone users do.

use csta_codec::types::EventCause;

use super::place::Dialled;
use super::timer::Alarm;
use super::{
    Button, CallModel, Calls, ConnectionRef, ConnectionState, DeviceNumber, Failure, ForwardKind,
    Hook, Setting, What,
};

/// What the user of a telephone does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UserAct {
    /// Lifts the handset: answers what rings, agrees to a prompt, takes over from the twin, or gets
    /// dial tone.
    Lift,
    /// Puts the handset back or switches the loudspeaker off.
    ///
    /// In a consultation this brings the two others together.
    HangUp,
    /// Dials digits, all or some of a number; `#` ends an outside number.
    Dial(String),
    /// Answers what rings or waits by loudspeaker, agrees to a prompt, or takes over from the twin.
    Answer,
    /// Presses the hold key.
    Hold,
    /// Takes the call back that was held last.
    Retrieve,
    /// Holds the call and takes back the one that was held last.
    Alternate,
    /// Presses the transfer key: holds the call to consult somebody, or brings the two together.
    Transfer,
    /// Presses the conference key: joins the held and the active call.
    Conference,
    /// Picks up the call that rings longest in the pick-up group.
    PickUp,
    /// Picks up the call that rings at a number.
    PickUpAt(String),
    /// Parks the call in the zone with a number; whoever dials that fetches it.
    Park(String),
    /// Wants to be called when the busy or silent telephone is free.
    CallBack,
    /// Waits for the busy telephone.
    CampOn,
    /// Breaks into the call of the busy telephone.
    Intrude,
    /// Forwards calls to a number, or not any more.
    Forward(ForwardKind, Option<String>),
    /// Does not want to be disturbed by these calls, or by any again.
    DoNotDisturb(Option<Calls>),
    /// Presses a key.
    Press(Button),
    /// Unplugs the telephone.
    Unplug,
    /// Plugs it in again.
    PlugIn,
}

impl CallModel {
    /// Does what the user of a telephone does.
    pub(super) fn user(&mut self, station: DeviceNumber, act: UserAct) -> Result<(), Failure> {
        let device = self.device(station).ok_or(Failure::InvalidDevice)?;
        if !device.kind().is_station() {
            return Err(Failure::InvalidDevice);
        }
        match act {
            UserAct::PlugIn => return self.bring_back(station),
            _ if !device.in_service => return Err(Failure::DeviceOutOfService),
            _ => {}
        }
        match act {
            UserAct::Forward(kind, to) => {
                let active = to.is_some();
                let setting = Setting::Forwarding { kind, active, to, rings: None };
                self.set_up(station, setting).map(drop)
            }
            UserAct::DoNotDisturb(calls) => {
                self.set_up(station, Setting::DoNotDisturb(calls)).map(drop)
            }
            UserAct::Press(button) => self.press(station, button),
            UserAct::Unplug => self.take_out(station),
            UserAct::PlugIn => Ok(()), // done above

            UserAct::Lift => self.lift(station),
            UserAct::HangUp => self.hang_up(station),
            UserAct::Dial(digits) => self.dial(station, &digits),
            UserAct::Answer => self.pick(station).ok_or(Failure::NoCallToAnswer),
            UserAct::Hold => {
                let active = self.active(station).ok_or(Failure::NoActiveCall)?;
                self.hold(active).map(drop)
            }
            UserAct::Retrieve => {
                let held = self.held(station).ok_or(Failure::NoHeldCall)?;
                self.retrieve(held).map(drop)
            }
            UserAct::Alternate => {
                let active = self.active(station).ok_or(Failure::NoActiveCall)?;
                let held = self.held(station).ok_or(Failure::NoHeldCall)?;
                self.alternate(held, active).map(drop)
            }
            UserAct::Transfer => {
                let active = self.active(station).ok_or(Failure::NoActiveCall)?;
                match self.consulting(station) {
                    Some(held) => self.transfer(held, active).map(drop),
                    None => self.consult(active, "").map(drop),
                }
            }
            UserAct::Conference => {
                let active = self.active(station).ok_or(Failure::NoActiveCall)?;
                let held = self.held(station).ok_or(Failure::NoHeldCall)?;
                self.conference(held, active).map(drop)
            }
            UserAct::PickUp => {
                let waiting = self.in_pickup_group(station, None)?;
                self.user_picks_up(waiting, station)
            }
            UserAct::PickUpAt(number) => {
                let waiting = self.ringing_at(&number).ok_or(Failure::NoCallToAnswer)?;
                self.user_picks_up(waiting, station)
            }
            UserAct::Park(zone) => {
                let active = self.active(station).or_else(|| self.held(station));
                self.park(active.ok_or(Failure::NoActiveCall)?, &zone).map(drop)
            }
            UserAct::CallBack => {
                let active = self.active(station).ok_or(Failure::NoActiveCall)?;
                self.call_back(active).map(drop)
            }
            UserAct::CampOn => {
                let active = self.active(station).ok_or(Failure::NoActiveCall)?;
                self.camp_on(active).map(drop)
            }
            UserAct::Intrude => {
                let active = self.active(station).ok_or(Failure::NoActiveCall)?;
                self.intrude(active).map(drop)
            }
        }
    }

    fn lift(&mut self, station: DeviceNumber) -> Result<(), Failure> {
        match self.hook(station) {
            Hook::Lifted => return Err(Failure::InvalidCallingDeviceState),
            Hook::HandsFree => self.set_hook(station, Hook::Lifted),
            Hook::On => {
                self.set_hook(station, Hook::Lifted);
                if self.pick(station).is_none() {
                    let own = self.begin(station, EventCause::NewCall)?;
                    self.after(self.config.timing.first_digit, own, Alarm::DialOver);
                }
            }
        }
        Ok(())
    }

    /// Agrees to a prompt or answers what rings, if there is either.
    pub(super) fn pick(&mut self, station: DeviceNumber) -> Option<()> {
        if let Some(prompted) = self.prompted(station) {
            self.go_on_from_prompt(prompted);
            return Some(());
        }
        let rings = self.first(station, ConnectionState::Alerting);
        match rings.or_else(|| self.first(station, ConnectionState::Queued)) {
            Some(waiting) => {
                self.establish(waiting);
                Some(())
            }
            None => self.take_from_twin(station),
        }
    }

    /// The call that rings at a number.
    fn ringing_at(&self, number: &str) -> Option<ConnectionRef> {
        let telephones = self.telephones(self.device(self.station(number)?)?);
        telephones.into_iter().find_map(|own| self.first(own, ConnectionState::Alerting))
    }

    fn hang_up(&mut self, station: DeviceNumber) -> Result<(), Failure> {
        let (prompted, active) = (self.prompted(station), self.active(station));
        if self.hook(station) == Hook::On {
            let prompted = prompted.ok_or(Failure::NoConnectionToClear)?;
            self.clear(prompted, EventCause::NormalClearing);
            return Ok(());
        }
        self.set_hook(station, Hook::On);
        let consulting = self.consulting(station);
        let transferred = match (consulting, active) {
            (Some(held), Some(active)) => self.transfer(held, active).is_ok(),
            _ => false,
        };
        if transferred {
            return Ok(());
        }
        if let Some(active) = active {
            self.clear(active, EventCause::NormalClearing);
        }
        // Whoever was put on hold for a consultation is not forgotten.
        if let Some(held) = consulting {
            self.recall(held, EventCause::Recall);
        }
        Ok(())
    }

    fn dial(&mut self, station: DeviceNumber, digits: &str) -> Result<(), Failure> {
        if !crate::config::is_number(digits) {
            return Err(Failure::InvalidCalledDevice);
        }
        if self.prompted(station).is_some() {
            return Err(Failure::InvalidCallingDeviceState);
        }
        let own = match self.active(station) {
            Some(own) => own,
            None => {
                let hands_free = self.device(station).is_some_and(|device| device.hands_free);
                if self.hook(station) == Hook::On && !hands_free {
                    return Err(Failure::InvalidCallingDeviceState);
                }
                self.begin(station, EventCause::NewCall)?
            }
        };
        match self.state(own) {
            ConnectionState::Initiated => self.dial_on(own, digits),
            ConnectionState::Connected => {
                if self.is_reached(own) {
                    self.send_tones(own, digits);
                }
            }
            _ => return Err(Failure::InvalidConnectionState),
        }
        Ok(())
    }

    /// Adds digits to those that were dialled before.
    pub(super) fn dial_on(&mut self, own: ConnectionRef, digits: &str) {
        let Some(call) = self.calls.get_mut(&own.call) else {
            return;
        };
        call.dialled.push_str(digits);
        let dialled = call.dialled.clone();
        self.set(own, ConnectionState::Initiated);
        if self.config.report_digits {
            let what = What::DigitsDialed { connection: own, digits: digits.to_owned() };
            self.tell_all(own.call, EventCause::Normal, &what);
        }
        if dialled.len() > 32 {
            return self.fail_own(own, EventCause::InvalidNumberFormat);
        }
        match self.judge(&dialled) {
            Dialled::Complete(number) => self.launch(own, &number),
            Dialled::Partial => self.after(self.config.timing.inter_digit, own, Alarm::DialOver),
            Dialled::Wrong => self.fail_own(own, EventCause::DestNotObtainable),
        }
    }

    /// Takes what was dialled for all of the number.
    pub(super) fn dial_over(&mut self, own: ConnectionRef) {
        let dialled = self.calls.get(&own.call).map(|call| call.dialled.clone());
        match dialled {
            Some(dialled) if !dialled.is_empty() => self.launch(own, &dialled),
            _ => self.fail_own(own, EventCause::ReorderTone),
        }
    }

    /// The call a telephone prompts its user for.
    pub(super) fn prompted(&self, station: DeviceNumber) -> Option<ConnectionRef> {
        self.connections_of(station)
            .find(|(_, own)| own.prompt.is_some())
            .map(|(call, _)| ConnectionRef::new(call, station))
    }

    /// The call that was held last.
    fn held(&self, station: DeviceNumber) -> Option<ConnectionRef> {
        self.connections_of(station)
            .filter(|(_, own)| own.state == ConnectionState::Hold)
            .max_by_key(|(_, own)| own.stamp)
            .map(|(call, _)| ConnectionRef::new(call, station))
    }

    /// The call that is on hold for a consultation.
    pub(super) fn consulting(&self, station: DeviceNumber) -> Option<ConnectionRef> {
        self.connections_of(station)
            .find(|(_, own)| own.state == ConnectionState::Hold && own.consulting)
            .map(|(call, _)| ConnectionRef::new(call, station))
    }
}
