//! Speakers: volume and mute.
//!
//! The ASN.1 modules are `CSTA-get-speaker-mute`, `CSTA-set-speaker-mute`,
//! `CSTA-get-speaker-volume` and `CSTA-set-speaker-volume`.

use crate::types::{AuditoryApparatusId, CstaCommonArguments, DeviceId, VolAbs, Volume};
use crate::{SequenceOf, choice, operation, sequence};

operation! {
    /// DOC
    pub GetSpeakerMute "getSpeakerMute" = 271, ToSwitch: GetSpeakerMuteArgument<'a> => GetSpeakerMuteResult<'a>
}

sequence! {
    /// DOC
    pub struct GetSpeakerMuteArgument<'a> "GetSpeakerMuteArgument" {
        device "device": DeviceId<'a>,
        auditory_apparatus "auditoryApparatus": AuditoryApparatusId<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct GetSpeakerMuteResult<'a> "GetSpeakerMuteResult" {
        speaker_mute_list "speakerMuteList": SpeakerMuteList<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct SpeakerMuteListEntry<'a> "SpeakerMuteListEntry" {
        auditory_apparatus "auditoryApparatus": AuditoryApparatusId<'a>,
        speaker_mute_on "speakerMuteOn": bool,
    }
}

/// DOC
pub type SpeakerMuteList<'a> = SequenceOf<'a, SpeakerMuteListEntry<'a>>;

operation! {
    /// DOC
    pub SetSpeakerMute "setSpeakerMute" = 281, ToSwitch: SetSpeakerMuteArgument<'a> => SetSpeakerMuteResult<'a>
}

sequence! {
    /// DOC
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
    /// DOC
    pub GetSpeakerVolume "getSpeakerVolume" = 272, ToSwitch: GetSpeakerVolumeArgument<'a> => GetSpeakerVolumeResult<'a>
}

sequence! {
    /// DOC
    pub struct GetSpeakerVolumeArgument<'a> "GetSpeakerVolumeArgument" {
        device "device": DeviceId<'a>,
        auditory_apparatus "auditoryApparatus": AuditoryApparatusId<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct GetSpeakerVolumeResult<'a> "GetSpeakerVolumeResult" {
        speaker_volume_list "speakerVolumeList": SpeakerVolumeList<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct SpeakerVolumeListEntry<'a> "SpeakerVolumeListEntry" {
        auditory_apparatus "auditoryApparatus": AuditoryApparatusId<'a>,
        speaker_vol_abs "speakerVolAbs": VolAbs = OPTIONAL,
    }
}

/// DOC
pub type SpeakerVolumeList<'a> = SequenceOf<'a, SpeakerVolumeListEntry<'a>>;

operation! {
    /// DOC
    pub SetSpeakerVolume "setSpeakerVolume" = 282, ToSwitch: SetSpeakerVolumeArgument<'a> => SetSpeakerVolumeResult<'a>
}

sequence! {
    /// DOC
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
