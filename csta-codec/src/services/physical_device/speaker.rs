//! Speakers: volume and mute.
//!
//! The ASN.1 modules are `CSTA-get-speaker-mute`, `CSTA-set-speaker-mute`,
//! `CSTA-get-speaker-volume` and `CSTA-set-speaker-volume`.

use crate::types::{AuditoryApparatusId, CstaCommonArguments, DeviceId, VolAbs, Volume};
use crate::{SequenceOf, choice, operation, sequence};

operation! {
    /// Asks whether the speakers of a telephone are muted.
    pub GetSpeakerMute "getSpeakerMute" = 271, "Get Speaker Mute", ToSwitch: GetSpeakerMuteArgument<'a> => GetSpeakerMuteResult<'a>
}

sequence! {
    /// The device, and which speaker; all if absent.
    pub struct GetSpeakerMuteArgument<'a> "GetSpeakerMuteArgument" {
        device "device": DeviceId<'a>,
        auditory_apparatus "auditoryApparatus": AuditoryApparatusId<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// The speakers and whether they are muted.
    pub struct GetSpeakerMuteResult<'a> "GetSpeakerMuteResult" {
        speaker_mute_list "speakerMuteList": SpeakerMuteList<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// A speaker and whether it is muted.
    pub struct SpeakerMuteListEntry<'a> "SpeakerMuteListEntry" {
        auditory_apparatus "auditoryApparatus": AuditoryApparatusId<'a>,
        speaker_mute_on "speakerMuteOn": bool,
    }
}

/// Speakers and whether they are muted.
pub type SpeakerMuteList<'a> = SequenceOf<'a, SpeakerMuteListEntry<'a>>;

operation! {
    /// Mutes a speaker or ends that.
    pub SetSpeakerMute "setSpeakerMute" = 281, "Set Speaker Mute", ToSwitch: SetSpeakerMuteArgument<'a> => SetSpeakerMuteResult<'a>
}

sequence! {
    /// The speaker, and whether it is to be muted.
    pub struct SetSpeakerMuteArgument<'a> "SetSpeakerMuteArgument" {
        device "device": DeviceId<'a>,
        auditory_apparatus "auditoryApparatus": AuditoryApparatusId<'a>,
        speaker_mute_on "speakerMuteOn": bool,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`SetSpeakerMute`]; it has nothing to say of its own.
    pub enum SetSpeakerMuteResult<'a> "SetSpeakerMuteResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}

operation! {
    /// Asks how loud the speakers of a telephone are.
    pub GetSpeakerVolume "getSpeakerVolume" = 272, "Get Speaker Volume", ToSwitch: GetSpeakerVolumeArgument<'a> => GetSpeakerVolumeResult<'a>
}

sequence! {
    /// The device, and which speaker; all if absent.
    pub struct GetSpeakerVolumeArgument<'a> "GetSpeakerVolumeArgument" {
        device "device": DeviceId<'a>,
        auditory_apparatus "auditoryApparatus": AuditoryApparatusId<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// The speakers and their volume.
    pub struct GetSpeakerVolumeResult<'a> "GetSpeakerVolumeResult" {
        speaker_volume_list "speakerVolumeList": SpeakerVolumeList<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// A speaker and its volume.
    pub struct SpeakerVolumeListEntry<'a> "SpeakerVolumeListEntry" {
        auditory_apparatus "auditoryApparatus": AuditoryApparatusId<'a>,
        speaker_vol_abs "speakerVolAbs": VolAbs = OPTIONAL,
    }
}

/// Speakers and their volume.
pub type SpeakerVolumeList<'a> = SequenceOf<'a, SpeakerVolumeListEntry<'a>>;

operation! {
    /// Sets how loud a speaker is.
    pub SetSpeakerVolume "setSpeakerVolume" = 282, "Set Speaker Volume", ToSwitch: SetSpeakerVolumeArgument<'a> => SetSpeakerVolumeResult<'a>
}

sequence! {
    /// The speaker and its volume.
    pub struct SetSpeakerVolumeArgument<'a> "SetSpeakerVolumeArgument" {
        device "device": DeviceId<'a>,
        auditory_apparatus "auditoryApparatus": AuditoryApparatusId<'a>,
        speaker_volume "speakerVolume": Volume<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`SetSpeakerVolume`]; it has nothing to say of its own.
    pub enum SetSpeakerVolumeResult<'a> "SetSpeakerVolumeResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}
