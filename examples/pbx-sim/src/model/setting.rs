//! What users and applications set at a telephone, and what comes of it at once.

use std::collections::BTreeMap;

use super::place::Route;
use super::{Answer, CallModel, DeviceNumber, Failure, Feature};

/// Something that is set at a telephone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Setting {
    /// Where calls go instead.
    Forwarding {
        /// Which calls, and when.
        kind: ForwardKind,
        /// Whether it is in force.
        active: bool,
        /// The number they go to; without one, that which was set before.
        to: Option<String>,
        /// How often the telephone rings before, when nobody answers; 1 to 100.
        rings: Option<u32>,
    },
    /// Whose calls do not ring, if anybody's.
    DoNotDisturb(Option<Calls>),
    /// Whether the telephone shows that messages wait.
    MessageWaiting {
        /// Whether it does.
        on: bool,
        /// Where they wait.
        at: Option<DeviceNumber>,
    },
    /// After how many rings it answers by itself, if it does; 0 to 100.
    AutoAnswer(Option<u32>),
    /// Whether those who are called are shown its number.
    CallerId(bool),
    /// What its display shows; nothing for what it shows by itself. At most 240 octets.
    Display(String),
    /// Whether its microphone is off.
    MicrophoneMute(bool),
    /// How loud its speaker is, 0 to 100.
    SpeakerVolume(u8),
}

/// Which calls are forwarded, and when: the nine kinds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ForwardKind {
    /// When.
    pub when: When,
    /// Which.
    pub calls: Calls,
}

/// When calls are forwarded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum When {
    /// Always, before the telephone rings.
    Always,
    /// When the telephone is busy.
    Busy,
    /// When nobody answers.
    NoAnswer,
}

/// Whose calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Calls {
    /// All.
    All,
    /// Those from within the switch.
    Internal,
    /// Those from outside.
    External,
}

impl Calls {
    /// Whether it is about a call from outside, or else about one from within.
    #[must_use]
    pub const fn include(self, outside: bool) -> bool {
        match self {
            Self::All => true,
            Self::Internal => !outside,
            Self::External => outside,
        }
    }

    const fn meet(self, other: Self) -> bool {
        self.include(true) && other.include(true) || self.include(false) && other.include(false)
    }
}

/// Where calls go instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forward {
    /// Whether it is in force.
    pub active: bool,
    /// The number they go to.
    pub to: String,
    /// How often the telephone rings before, when nobody answers.
    pub rings: Option<u32>,
}

/// What is set at a telephone. It outlives calls, associations and restarts.
#[derive(Clone, Debug)]
pub struct Settings {
    pub(super) forwards: BTreeMap<ForwardKind, Forward>,
    pub(super) do_not_disturb: Option<Calls>,
    pub(super) message_waiting: bool,
    pub(super) message_at: Option<DeviceNumber>,
    pub(super) auto_answer: Option<u32>,
    pub(super) caller_id: bool,
    pub(super) display: String,
    pub(super) microphone_mute: bool,
    pub(super) speaker_volume: u8,
    pub(super) last_dialled: Option<String>,
}

impl Settings {
    /// Those of a new telephone.
    pub(super) const fn new() -> Self {
        Self {
            forwards: BTreeMap::new(),
            do_not_disturb: None,
            message_waiting: false,
            message_at: None,
            auto_answer: None,
            caller_id: true,
            display: String::new(),
            microphone_mute: false,
            speaker_volume: 50,
            last_dialled: None,
        }
    }

    /// The forwardings that were set, in force or not.
    pub fn forwards(&self) -> impl Iterator<Item = (ForwardKind, &Forward)> {
        self.forwards.iter().map(|(kind, forward)| (*kind, forward))
    }

    /// Whose calls do not ring, if anybody's.
    #[must_use]
    pub const fn do_not_disturb(&self) -> Option<Calls> {
        self.do_not_disturb
    }

    /// Whether it shows that messages wait.
    #[must_use]
    pub const fn message_waiting(&self) -> bool {
        self.message_waiting
    }

    /// Where messages wait.
    #[must_use]
    pub const fn message_at(&self) -> Option<DeviceNumber> {
        self.message_at
    }

    /// After how many rings it answers by itself, if it does.
    #[must_use]
    pub const fn auto_answer(&self) -> Option<u32> {
        self.auto_answer
    }

    /// Whether those who are called are shown its number.
    #[must_use]
    pub const fn caller_id(&self) -> bool {
        self.caller_id
    }

    /// What its display shows; nothing for what it shows by itself.
    #[must_use]
    pub fn display(&self) -> &str {
        &self.display
    }

    /// Whether its microphone is off.
    #[must_use]
    pub const fn microphone_mute(&self) -> bool {
        self.microphone_mute
    }

    /// How loud its speaker is, 0 to 100.
    #[must_use]
    pub const fn speaker_volume(&self) -> u8 {
        self.speaker_volume
    }

    /// What its user dialled last.
    #[must_use]
    pub fn last_dialled(&self) -> Option<&str> {
        self.last_dialled.as_deref()
    }

    /// The forwarding that is in force for a call: one for its origin goes before one for all.
    pub(super) fn forward(&self, when: When, outside: bool) -> Option<&Forward> {
        let origin = if outside { Calls::External } else { Calls::Internal };
        [origin, Calls::All]
            .into_iter()
            .filter_map(|calls| self.forwards.get(&ForwardKind { when, calls }))
            .find(|forward| forward.active)
    }
}

impl CallModel {
    /// Sets something at a telephone; of a Super-Twin, at both.
    pub(super) fn set_up(
        &mut self,
        device: DeviceNumber,
        setting: Setting,
    ) -> Result<Answer, Failure> {
        let device = self.public(device);
        let found = self.device(device).ok_or(Failure::InvalidDevice)?;
        if !found.kind().is_station() {
            return Err(Failure::RequestIncompatibleWithDevice);
        }
        let hands_free = found.hands_free;
        match setting {
            Setting::Forwarding { kind, active, to, rings } => {
                let forward = self.checked_forward(device, kind, active, to, rings)?;
                return Ok(self.set_forward(device, kind, forward));
            }
            Setting::DoNotDisturb(calls) => return Ok(self.set_do_not_disturb(device, calls)),
            Setting::AutoAnswer(Some(_)) if !hands_free => {
                return Err(Failure::RequestIncompatibleWithDevice);
            }
            Setting::AutoAnswer(Some(101..)) | Setting::SpeakerVolume(101..) => {
                return Err(Failure::ValueOutOfRange);
            }
            Setting::Display(text) if text.len() > 240 => return Err(Failure::ValueOutOfRange),
            _ => {}
        }
        self.change(device, setting);
        Ok(Answer::Done)
    }

    /// Keeps a setting, and tells that it has changed.
    fn change(&mut self, device: DeviceNumber, setting: Setting) {
        if let Some(own) = self.device_mut(device) {
            let own = &mut own.settings;
            match &setting {
                Setting::Forwarding { kind, active, to, rings } => {
                    let to = to.clone().unwrap_or_default();
                    own.forwards.insert(*kind, Forward { active: *active, to, rings: *rings });
                }
                Setting::DoNotDisturb(calls) => own.do_not_disturb = *calls,
                Setting::MessageWaiting { on, at } => {
                    (own.message_waiting, own.message_at) = (*on, at.filter(|_| *on));
                }
                Setting::AutoAnswer(rings) => own.auto_answer = *rings,
                Setting::CallerId(shown) => own.caller_id = *shown,
                Setting::Display(text) => own.display.clone_from(text),
                Setting::MicrophoneMute(off) => own.microphone_mute = *off,
                Setting::SpeakerVolume(volume) => own.speaker_volume = *volume,
            }
        }
        self.changed.insert(device); // who waits for it may be served
        self.tell_feature(device, Feature::Set(setting));
    }

    fn checked_forward(
        &self,
        device: DeviceNumber,
        kind: ForwardKind,
        active: bool,
        to: Option<String>,
        rings: Option<u32>,
    ) -> Result<Option<Forward>, Failure> {
        let settings = self.device(device).map(|device| &device.settings);
        let before = settings.and_then(|settings| settings.forwards.get(&kind)).cloned();
        if !active {
            return Ok(before.map(|before| Forward { active, ..before }));
        }
        if rings.is_some_and(|rings| !(1..=100).contains(&rings)) {
            return Err(Failure::RingCountOutOfRange);
        }
        let rings = rings.or_else(|| before.as_ref().and_then(|before| before.rings));
        let to = to.or_else(|| before.map(|before| before.to));
        let to = to.ok_or(Failure::InvalidForwardingDestination)?;
        let leads = match self.route(&to) {
            Some(Route::Device(to)) => to.kind().takes_forwarded() && self.public(to) != device,
            Some(Route::Outside(_)) => true,
            None => false,
        };
        if !leads {
            return Err(Failure::InvalidForwardingDestination);
        }
        Ok(Some(Forward { active, to, rings }))
    }

    /// One that is switched off and never was on is told nevertheless: it was asked for.
    fn set_forward(
        &mut self,
        device: DeviceNumber,
        kind: ForwardKind,
        forward: Option<Forward>,
    ) -> Answer {
        let active = forward.as_ref().is_some_and(|forward| forward.active);
        match forward {
            Some(Forward { active, to, rings }) => {
                let setting = Setting::Forwarding { kind, active, to: Some(to), rings };
                self.change(device, setting);
            }
            None => {
                let setting = Setting::Forwarding { kind, active, to: None, rings: None };
                self.tell_feature(device, Feature::Set(setting));
            }
        }
        // Calls that go elsewhere at once disturb nobody: one feature takes the place of the other.
        let disturbed = self.device(device).and_then(|own| own.settings.do_not_disturb);
        let replaced = disturbed.is_some_and(|calls| calls.meet(kind.calls));
        if active && kind.when == When::Always && replaced {
            self.change(device, Setting::DoNotDisturb(None));
        }
        Answer::Done
    }

    fn set_do_not_disturb(&mut self, device: DeviceNumber, calls: Option<Calls>) -> Answer {
        self.change(device, Setting::DoNotDisturb(calls));
        let Some(calls) = calls else {
            return Answer::Done;
        };
        let settings = self.device(device).map(|device| &device.settings);
        let replaced: Vec<_> = settings
            .into_iter()
            .flat_map(|settings| &settings.forwards)
            .filter(|(kind, forward)| {
                forward.active && kind.when == When::Always && kind.calls.meet(calls)
            })
            .map(|(kind, forward)| (*kind, forward.clone()))
            .collect();
        for (kind, Forward { to, rings, .. }) in replaced {
            let setting = Setting::Forwarding { kind, active: false, to: Some(to), rings };
            self.change(device, setting);
        }
        Answer::Done
    }
}
