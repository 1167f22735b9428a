//! The parts of a telephone: keys, lamps, display, ringer, loudspeaker, hookswitch.

use csta_codec::services::{
    ButtonListEntry, ButtonPress, ButtonPressArgument, ButtonPressResult, DisplayListEntry,
    GetAuditoryApparatusInformation, GetAuditoryApparatusInformationArgument,
    GetAuditoryApparatusInformationResult, GetButtonInformation, GetButtonInformationArgument,
    GetButtonInformationResult, GetDisplay, GetDisplayArgument, GetDisplayResult,
    GetHookswitchStatus, GetHookswitchStatusArgument, GetHookswitchStatusResult,
    GetLampInformation, GetLampInformationArgument, GetLampInformationResult, GetLampMode,
    GetLampModeArgument, GetLampModeResult, GetMessageWaitingIndicator,
    GetMessageWaitingIndicatorArgument, GetMessageWaitingIndicatorResult, GetMicrophoneMute,
    GetMicrophoneMuteArgument, GetMicrophoneMuteResult, GetRingerStatus, GetRingerStatusArgument,
    GetRingerStatusResult, GetSpeakerVolume, GetSpeakerVolumeArgument, GetSpeakerVolumeResult,
    HookswitchStatusListEntry, LampListEntry, LampModeListEntry, MicrophoneMuteListEntry,
    RingerStatusListEntry, SetDisplay, SetDisplayArgument, SetDisplayResult, SetHookswitchStatus,
    SetHookswitchStatusArgument, SetHookswitchStatusResult, SetMessageWaitingIndicator,
    SetMessageWaitingIndicatorArgument, SetMessageWaitingIndicatorResult, SetMicrophoneMute,
    SetMicrophoneMuteArgument, SetMicrophoneMuteResult, SetSpeakerVolume, SetSpeakerVolumeArgument,
    SetSpeakerVolumeResult, SpeakerVolumeListEntry,
};
use csta_codec::types::{
    AuditoryApparatus, AuditoryApparatusType, CharacterSet, DeviceId, HookswitchAbilities,
    MicrophoneAbilities, OperationErrors, RingMode, SpeakerAbilities, VolInc, Volume,
};
use csta_codec::{Ia5String, OctetString, SequenceOf};

use super::argument::{read, result};
use super::failure::Refusal;
use super::naming::Naming;
use super::service::Asked;
use super::switch::Switch;
use super::telephone::{
    self, COLUMNS, DISPLAY, HANDSET, HOOKSWITCH, LOUDSPEAKER, Lamp, RINGER, ROWS,
};
use crate::model::{Button, Device, Failure, Hook, Request, Setting};

/// By how much one step changes a volume.
const VOLUME_STEP: u8 = 10;

impl Switch {
    /// The telephone that a request means, and what is known of it.
    fn parts(&self, device: &DeviceId<'_>) -> Result<&Device, Failure> {
        let device = self.telephone(device)?;
        self.model.device(device).ok_or(Failure::InvalidDevice)
    }

    pub(super) fn button_press(&mut self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let argument = read::<ButtonPressArgument<'static>>(asked)?;
        let argument = argument.get();
        let device = self.telephone(&argument.device)?;
        let button = button(argument.button)?;
        self.ask(asked.now, Request::Press(device, button))?;
        Ok(result::<ButtonPress>(asked.invoke.invoke_id, &ButtonPressResult::NoData))
    }

    pub(super) fn button_information(&self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let argument = read::<GetButtonInformationArgument<'static>>(asked)?;
        let argument = argument.get();
        let device = self.parts(&argument.device)?;
        let only = argument.button.map(button).transpose()?;
        let buttons = telephone::buttons(device);
        let entries: Vec<_> = buttons
            .filter(|button| only.is_none_or(|only| only == *button))
            .map(|button| {
                let mut entry = ButtonListEntry::new(OctetString(button.id()));
                entry.button_label = Some(Ia5String::from(button.label()));
                entry.button_label_settable = Some(false);
                entry
            })
            .collect();
        let answer = GetButtonInformationResult::new(SequenceOf::from(entries.as_slice()));
        Ok(result::<GetButtonInformation>(asked.invoke.invoke_id, &answer))
    }

    /// The lamps that a request means, all of them or one.
    fn lamps(
        &self,
        device: &DeviceId<'_>,
        only: Option<OctetString<'_>>,
    ) -> Result<(&Device, Vec<Lamp>), Refusal> {
        let device = self.parts(device)?;
        let lamps = telephone::lamps(device);
        let meant = |lamp: &Lamp| only.is_none_or(|only| only.as_bytes() == lamp.id());
        let lamps: Vec<_> = lamps.filter(meant).collect();
        if only.is_some() && lamps.is_empty() {
            return Err(Refusal::operation(OperationErrors::InvalidLampId));
        }
        Ok((device, lamps))
    }

    pub(super) fn lamp_information(&self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let argument = read::<GetLampInformationArgument<'static>>(asked)?;
        let argument = argument.get();
        let (_, lamps) = self.lamps(&argument.device, argument.lamp)?;
        let entries: Vec<_> = lamps
            .iter()
            .map(|lamp| {
                let mut entry = LampListEntry::new(OctetString(lamp.id()));
                entry.button = matches!(lamp, Lamp::Of(_)).then_some(entry.lamp);
                entry
            })
            .collect();
        let answer = GetLampInformationResult::new(SequenceOf::from(entries.as_slice()));
        Ok(result::<GetLampInformation>(asked.invoke.invoke_id, &answer))
    }

    pub(super) fn lamp_mode(&self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let argument = read::<GetLampModeArgument<'static>>(asked)?;
        let argument = argument.get();
        let (device, lamps) = self.lamps(&argument.device, argument.lamp)?;
        let entries: Vec<_> = lamps
            .iter()
            .map(|lamp| {
                let mode = telephone::lamp_mode(&self.model, device, *lamp);
                let mut entry = LampModeListEntry::new(OctetString(lamp.id()), mode);
                entry.button = matches!(lamp, Lamp::Of(_)).then_some(entry.lamp);
                entry
            })
            .collect();
        let answer = GetLampModeResult::new(SequenceOf::from(entries.as_slice()));
        Ok(result::<GetLampMode>(asked.invoke.invoke_id, &answer))
    }

    pub(super) fn set_display(&mut self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let argument = read::<SetDisplayArgument<'static>>(asked)?;
        let argument = argument.get();
        let other = argument.display.is_some_and(|display| display.as_bytes() != DISPLAY);
        let text = argument.contents_of_display.as_str().ok().filter(|_| !other);
        let text = text.ok_or(Refusal::operation(OperationErrors::InvalidParameterValue))?;
        self.set_up(asked, &argument.device, Setting::Display(text.to_owned()))?;
        Ok(result::<SetDisplay>(asked.invoke.invoke_id, &SetDisplayResult::NoData))
    }

    pub(super) fn get_display(&self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let argument = read::<GetDisplayArgument<'static>>(asked)?;
        let shown = telephone::shown(self.parts(&argument.get().device)?);
        let text = Ia5String::from(shown.as_str());
        let mut entry = DisplayListEntry::new(OctetString(&DISPLAY), ROWS, COLUMNS, text);
        entry.character_set = Some(CharacterSet::Ascii);
        let entries = [entry];
        let answer = GetDisplayResult::new(SequenceOf::from(entries.as_slice()));
        Ok(result::<GetDisplay>(asked.invoke.invoke_id, &answer))
    }

    pub(super) fn set_message_waiting(&mut self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let argument = read::<SetMessageWaitingIndicatorArgument<'static>>(asked)?;
        let argument = argument.get();
        let naming = Naming(&self.model);
        let at = argument.device_for_message;
        let at = at.map(|at| naming.known(&at, Failure::InvalidDevice)).transpose()?;
        let setting = Setting::MessageWaiting { on: argument.message_waiting_on, at };
        self.set_up(asked, &argument.device, setting)?;
        let set = SetMessageWaitingIndicatorResult::NoData;
        Ok(result::<SetMessageWaitingIndicator>(asked.invoke.invoke_id, &set))
    }

    pub(super) fn get_message_waiting(&self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let argument = read::<GetMessageWaitingIndicatorArgument<'static>>(asked)?;
        let settings = self.settings(&argument.get().device)?;
        let mut answer = GetMessageWaitingIndicatorResult::new(settings.message_waiting());
        let naming = Naming(&self.model);
        answer.device_for_message = settings.message_at().map(|at| naming.device(at));
        answer.lamp_is_present = Some(true);
        Ok(result::<GetMessageWaitingIndicator>(asked.invoke.invoke_id, &answer))
    }

    pub(super) fn get_hookswitch(&self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let argument = read::<GetHookswitchStatusArgument<'static>>(asked)?;
        let on_hook = self.parts(&argument.get().device)?.hook() == Hook::On;
        let entries = [HookswitchStatusListEntry::new(OctetString(&HOOKSWITCH), on_hook)];
        let answer = GetHookswitchStatusResult::new(SequenceOf::from(entries.as_slice()));
        Ok(result::<GetHookswitchStatus>(asked.invoke.invoke_id, &answer))
    }

    pub(super) fn set_hookswitch(&mut self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let argument = read::<SetHookswitchStatusArgument<'static>>(asked)?;
        let argument = argument.get();
        let device = self.telephone(&argument.device)?;
        if argument.hookswitch.as_bytes() != HOOKSWITCH {
            return Err(Refusal::operation(OperationErrors::InvalidHookswitchType));
        }
        self.ask(asked.now, Request::SetHook { device, on_hook: argument.hookswitch_on_hook })?;
        let set = SetHookswitchStatusResult::NoData;
        Ok(result::<SetHookswitchStatus>(asked.invoke.invoke_id, &set))
    }

    pub(super) fn ringer_status(&self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let argument = read::<GetRingerStatusArgument<'static>>(asked)?;
        let device = self.parts(&argument.get().device)?;
        let rings = telephone::rings(&self.model, device);
        let mode = if rings { RingMode::Ringing } else { RingMode::NotRinging };
        let entries = [RingerStatusListEntry::new(OctetString(&RINGER), mode)];
        let answer = GetRingerStatusResult::new(SequenceOf::from(entries.as_slice()));
        Ok(result::<GetRingerStatus>(asked.invoke.invoke_id, &answer))
    }

    pub(super) fn set_microphone_mute(&mut self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let argument = read::<SetMicrophoneMuteArgument<'static>>(asked)?;
        let argument = argument.get();
        check_apparatus(argument.auditory_apparatus)?;
        let setting = Setting::MicrophoneMute(argument.microphone_mute_on);
        self.set_up(asked, &argument.device, setting)?;
        Ok(result::<SetMicrophoneMute>(asked.invoke.invoke_id, &SetMicrophoneMuteResult::NoData))
    }

    pub(super) fn get_microphone_mute(&self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let argument = read::<GetMicrophoneMuteArgument<'static>>(asked)?;
        let mute = self.settings(&argument.get().device)?.microphone_mute();
        let entries = [MicrophoneMuteListEntry::new(OctetString(&LOUDSPEAKER), mute)];
        let answer = GetMicrophoneMuteResult::new(SequenceOf::from(entries.as_slice()));
        Ok(result::<GetMicrophoneMute>(asked.invoke.invoke_id, &answer))
    }

    pub(super) fn set_speaker_volume(&mut self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let argument = read::<SetSpeakerVolumeArgument<'static>>(asked)?;
        let argument = argument.get();
        check_apparatus(argument.auditory_apparatus)?;
        let present = self.settings(&argument.device)?.speaker_volume();
        let volume = match argument.speaker_volume {
            Volume::VolAbs(volume) => u8::try_from(volume).ok().filter(|volume| *volume <= 100),
            Volume::VolInc(VolInc::Increment) => Some(present.saturating_add(VOLUME_STEP).min(100)),
            Volume::VolInc(VolInc::Decrement) => Some(present.saturating_sub(VOLUME_STEP)),
            _ => None,
        };
        let out_of_range = Refusal::operation(OperationErrors::SpeakerVolumeOutOfRange);
        let setting = Setting::SpeakerVolume(volume.ok_or(out_of_range)?);
        self.set_up(asked, &argument.device, setting)?;
        Ok(result::<SetSpeakerVolume>(asked.invoke.invoke_id, &SetSpeakerVolumeResult::NoData))
    }

    pub(super) fn get_speaker_volume(&self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let argument = read::<GetSpeakerVolumeArgument<'static>>(asked)?;
        let volume = self.settings(&argument.get().device)?.speaker_volume();
        let mut entry = SpeakerVolumeListEntry::new(OctetString(&LOUDSPEAKER));
        entry.speaker_vol_abs = Some(i64::from(volume));
        let entries = [entry];
        let answer = GetSpeakerVolumeResult::new(SequenceOf::from(entries.as_slice()));
        Ok(result::<GetSpeakerVolume>(asked.invoke.invoke_id, &answer))
    }

    pub(super) fn auditory_apparatus(&self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let argument = read::<GetAuditoryApparatusInformationArgument<'static>>(asked)?;
        let device = self.parts(&argument.get().device)?;
        let on_hook = device.hook() == Hook::On;
        let state = if on_hook {
            HookswitchAbilities::HOOKSWITCH_ON_HOOK
        } else {
            HookswitchAbilities::EMPTY
        };
        let hookswitch = OctetString(&HOOKSWITCH);
        let handset = AuditoryApparatus::new(
            OctetString(&HANDSET),
            AuditoryApparatusType::Handset,
            SpeakerAbilities::PRESENT,
            MicrophoneAbilities::PRESENT,
            state,
            hookswitch,
        );
        let loudspeaker = AuditoryApparatus::new(
            OctetString(&LOUDSPEAKER),
            AuditoryApparatusType::Speakerphone,
            SpeakerAbilities::PRESENT
                | SpeakerAbilities::VOLUME_SETTABLE
                | SpeakerAbilities::VOLUME_READABLE,
            MicrophoneAbilities::PRESENT
                | MicrophoneAbilities::MUTE_SETTABLE
                | MicrophoneAbilities::MUTE_READABLE,
            HookswitchAbilities::HOOKSWITCH_SETTABLE | state,
            hookswitch,
        );
        let both = [handset, loudspeaker];
        let some = if device.is_hands_free() { &both[..] } else { &both[..1] };
        let answer = GetAuditoryApparatusInformationResult::new(SequenceOf::from(some));
        Ok(result::<GetAuditoryApparatusInformation>(asked.invoke.invoke_id, &answer))
    }
}

/// The key that a request means.
fn button(id: OctetString<'_>) -> Result<Button, Refusal> {
    Button::from_id(id.as_bytes())
        .ok_or(Refusal::operation(OperationErrors::InvalidButtonIdentifier))
}

/// Makes sure that the loudspeaker is meant: it alone can be set.
fn check_apparatus(id: OctetString<'_>) -> Result<(), Refusal> {
    if id.as_bytes() == LOUDSPEAKER {
        Ok(())
    } else {
        Err(Refusal::operation(OperationErrors::InvalidParameterValue))
    }
}
